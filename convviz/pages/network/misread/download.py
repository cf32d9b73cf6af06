"""Downloading MNIST: what is fetched is said first, then it comes beside the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QMessageBox

from convviz.pages.network.misread import download_texts as texts
from convviz.pages.network.misread.fetch import MnistDownload
from convviz.views.network.misread.confusion_panel import ConfusionPanel


class NetworkDownload(QObject):
    """``fetched(Path)`` when the file is there; ``message(kind, text)`` for the window."""

    fetched = Signal(object)
    message = Signal(str, str)

    def __init__(self, panel: ConfusionPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._share = 0.0
        self.box: QMessageBox | None = None
        self.download = MnistDownload(self)
        self.download.fetched.connect(self._on_fetched)
        self.download.failed.connect(self._on_failed)
        self.download.progress.connect(self._on_progress)
        panel.tools.installEventFilter(self)

    def ask(self) -> None:
        """Say what would be fetched, from whom, how large it is and where it is kept."""
        box = QMessageBox(self._panel)
        box.setWindowTitle(texts.title())
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(texts.question())
        box.setInformativeText(texts.conditions())
        box.addButton(texts.cancel(), QMessageBox.ButtonRole.RejectRole)
        yes = box.addButton(texts.download(), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(yes)
        box.accepted.connect(self.begin)
        box.finished.connect(self._on_answered)
        self.box = box
        box.open()

    def begin(self) -> None:
        """Fetch the file."""
        self.download.start()
        self._on_progress(0.0)

    def cancel(self) -> None:
        """Fetch it no longer."""
        if self.download.busy:
            self.download.cancel()
            self._panel.tools.set_progress(None)

    def shut_down(self) -> None:
        """End what runs beside the window."""
        self.download.close()

    def _on_answered(self) -> None:
        if self.box is not None:
            self.box.deleteLater()
            self.box = None

    def _on_progress(self, share: float) -> None:
        self._share = share
        self._panel.tools.set_progress(share, *texts.running())

    def _on_fetched(self, path: object) -> None:
        self._panel.tools.set_progress(None)
        self.fetched.emit(path)

    def _on_failed(self, error: BaseException) -> None:
        self._panel.tools.set_progress(None)
        self.message.emit("error", texts.failure(error))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange and self.download.busy:
            self._on_progress(self._share)
        return False
