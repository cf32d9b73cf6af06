"""Figures out of the window: asked for in a dialog, written beside the window's thread, or copied."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from convviz.app.dialogs.dialogs import Dialogs
from convviz.app.dialogs.figure import FigureChoice, FigureDialog
from convviz.app.preferences import Preferences
from convviz.core.base.files import stage_file
from convviz.document.background.latest_wins import LatestWins, Run
from convviz.film.figure.figures import Figure
from convviz.film.figure.write import image_of, pdf_of, svg_of, write_figure
from convviz.views.base.texts import labelled, reason_text, say


class Figures(QObject):
    """Shows the dialog for what a page offers as figures; the last choice is remembered.

    A page offers them as ``export_figures()``, names and titles, and ``figure(name, background)``.
    ``message(kind, text)`` is for the window; ``begins()`` comes before something is written.
    """

    message = Signal(str, str)
    begins = Signal()

    def __init__(self, preferences: Preferences, dialogs: Dialogs, window: QWidget) -> None:
        super().__init__(window)
        self._preferences, self._dialogs, self._window = preferences, dialogs, window
        self._page: Any = None
        self.title = ""  # files are named after it
        self.dialog: FigureDialog | None = None
        self._unwanted = threading.Event()
        self._work = LatestWins(self)
        self._work.busy_changed.connect(self._on_busy)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)

    @staticmethod
    def offered(page: object) -> list[tuple[str, str]]:
        """Names and titles of the figures that a page has now."""
        asked = getattr(page, "export_figures", None)
        return [] if asked is None else list(asked())

    def ask(self, page: object, name: str = "") -> None:
        """Open the dialog, at the figure called ``name`` or at the one of last time."""
        figures = self.offered(page)
        if not figures or self.dialog is not None:
            return
        self._page = page
        before = FigureChoice.read(self._preferences.figure)
        choice = FigureChoice(name or before.name, before.kind, before.scale, before.background)
        dialog = FigureDialog(figures, choice, self._window)
        dialog.changed.connect(self._show)
        dialog.export_requested.connect(self.export)
        dialog.copy_requested.connect(self.copy)
        dialog.cancel_requested.connect(self._unwanted.set)
        dialog.finished.connect(self._on_closed)
        self.dialog = dialog
        self._show(dialog.choice())
        dialog.open()

    def _show(self, choice: FigureChoice) -> None:
        figure = self._figure(choice)
        if self.dialog is not None and figure is not None:
            self.dialog.set_figure(figure)

    def _figure(self, choice: FigureChoice) -> Figure | None:
        """What was chosen; None, and said, where the page has gone on to something else meanwhile."""
        if choice.name not in dict(self._page.export_figures()):
            if self.dialog is not None:
                self.dialog.show_note(self.tr("What was chosen is no longer shown."), error=True)
            return None
        self._preferences.figure = choice.text
        figure: Figure = self._page.figure(choice.name, choice.background)
        return figure

    def export(self, choice: FigureChoice) -> None:
        """Ask for a file, and let the thread write it."""
        figure = self._figure(choice)
        if figure is None:
            return
        start = self._preferences.folder / stage_file(self.title, choice.name, choice.kind)
        pattern = f"*.{choice.kind}"
        filters = f"{choice.kind.upper()} ({pattern})"
        title = say("FigureDialog", "Export for slides and print")
        path = self._dialogs.save_file(self.dialog or self._window, title, start, filters)
        if path is None:
            return
        self._preferences.folder = path.parent
        self.begins.emit()
        self._unwanted.clear()
        self._work.ask(path, partial(_write, figure, path, choice.scale, self._unwanted))

    def copy(self, choice: FigureChoice) -> None:
        """Put the figure on the clipboard: as pixels, and as SVG or PDF too where that is chosen."""
        figure = self._figure(choice)
        if figure is None:
            return
        QGuiApplication.clipboard().setMimeData(copied(figure, choice.scale, choice.kind))
        if self.dialog is not None:
            self.dialog.show_note(self.tr("Copied."))

    def close(self) -> None:
        """End the thread; what is being written is finished first."""
        self._work.wait_idle(60)
        self._work.close()

    def _on_busy(self, busy: bool) -> None:
        if self.dialog is not None:
            self.dialog.set_busy(busy)

    def _on_done(self, path: Path, _value: object) -> None:
        self.message.emit("info", self.tr("Exported to {name}.").format(name=path.name))
        if self.dialog is not None:
            self.dialog.accept()

    def _on_failed(self, path: Path, error: Exception) -> None:
        reason = reason_text(error)
        text = reason if path.name in reason else labelled(path.name, reason)
        if isinstance(error, InterruptedError):
            text = self.tr("Cancelled; nothing was written.")
        if self.dialog is not None:
            self.dialog.show_note(text, error=not isinstance(error, InterruptedError))
        else:
            self.message.emit("error", text)

    def _on_closed(self, _: int) -> None:
        self.dialog = None


def copied(figure: Figure, scale: int, kind: str = "png") -> QMimeData:
    """A figure as programs take it from the clipboard."""
    data = QMimeData()
    data.setImageData(image_of(figure, scale if kind == "png" else 2))
    if kind == "svg":
        data.setData("image/svg+xml", svg_of(figure))
    elif kind == "pdf":
        data.setData("application/pdf", pdf_of(figure))
    return data


def _write(figure: Figure, path: Path, scale: int, unwanted: threading.Event, _run: Run) -> None:
    def go_on() -> None:
        if unwanted.is_set():
            raise InterruptedError

    write_figure(figure, path, scale, go_on=go_on)
