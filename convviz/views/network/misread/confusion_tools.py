"""The header above the misread digits: how many there are, and where the digits come from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from convviz.views.base.elided import ElidedLabel

STEPS = 1000


class ConfusionTools(QWidget):
    """Facts at the left; progress and buttons at the right.

    Wishes: ``file_wanted()``, ``download_wanted()``, ``examine_wanted()`` and ``cancel_wanted()``.
    """

    file_wanted = Signal()
    download_wanted = Signal()
    examine_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ("",)
        self._busy: tuple[str, ...] = ()
        self.facts = ElidedLabel("caption", self)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, STEPS)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(72)
        self.cancel, self.examine = QToolButton(self), QToolButton(self)
        self.download, self.file = QToolButton(self), QToolButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.facts, 1)
        row.addWidget(self.progress)
        for button in (self.cancel, self.examine, self.download, self.file):
            button.setProperty("outlined", True)
            row.addWidget(button)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.examine.clicked.connect(self.examine_wanted)
        self.download.clicked.connect(self.download_wanted)
        self.file.clicked.connect(self.file_wanted)
        self._offers = {self.examine: False, self.download: False, self.file: False}
        self.retranslate()
        self.set_progress(None)

    def set_facts(self, text: str, *shorter: str) -> None:
        """How many are misread."""
        self._texts = (text, *shorter)
        self._arrange()

    def set_file(self, *, known: bool) -> None:
        """Whether the digits themselves are at hand."""
        self._offers[self.file] = self._offers[self.download] = not known
        self._arrange()

    def offer_examination(self, offered: bool) -> None:
        """Whether the network can be examined with the digits at hand."""
        self._offers[self.examine] = offered
        self._arrange()

    def set_progress(self, share: float | None, *busy: str) -> None:
        """How much is done, 0 to 1, and of what, then shorter; None while nothing is going on."""
        self._busy = busy
        self.progress.setVisible(share is not None)
        if share is not None:
            self.progress.setValue(round(STEPS * share))
        self._arrange()

    def running(self) -> bool:
        """Whether something is going on that can be cancelled."""
        return not self.progress.isHidden()

    def _arrange(self) -> None:
        """While something is going on nothing else can be begun."""
        running = self.running()
        self.cancel.setVisible(running)
        for button, offered in self._offers.items():
            button.setVisible(offered and not running)
        self.facts.set_texts(*(self._busy if running and self._busy else self._texts))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self.cancel.setText(self.tr("Cancel"))
        self.examine.setText(self.tr("Read all test digits"))
        self.examine.setToolTip(self.tr("Let this network read the 10,000 test digits"))
        self.download.setText(self.tr("Download\u2026"))
        self.download.setToolTip(self.tr("Let Keras fetch MNIST\u2019s digits, after telling you from where"))
        self.file.setText(self.tr("Choose file\u2026"))
        self.file.setToolTip(self.tr("Choose MNIST\u2019s file mnist.npz, as Keras has it"))
