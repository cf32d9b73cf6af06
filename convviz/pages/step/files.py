"""What goes out of the Step page: the film as a file, written beside the window's thread."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, Signal

from convviz.core.base.files import file_stem
from convviz.core.film.timing import SPEEDS
from convviz.core.film.writers import encoder
from convviz.document.background.latest_wins import LatestWins, Run
from convviz.document.player import Player
from convviz.film import export as film_export
from convviz.film.export import FilmFormat, FilmOptions, moments_of
from convviz.film.scene import Pins
from convviz.film.sheet import Sheet
from convviz.pages.step.layout import StepCards
from convviz.pages.step.reel import Reel
from convviz.views.base import theme
from convviz.views.base.texts import image_title, reason_text
from convviz.views.step.export_dialog import ENDINGS, SINGLE, ExportDialog, ExportRequest


class FilmFiles(QObject):
    """Asks how the film is to be written, and writes it; ``message(kind, text)`` says how it went."""

    message = Signal(str, str)

    def __init__(self, cards: StepCards, player: Player) -> None:
        super().__init__(cards)
        self._cards, self._player = cards, player
        self.dialog: ExportDialog | None = None
        self._sheet: Sheet | None = None
        self._asked: ExportRequest | None = None
        self._writing = self._too_long = False
        self._work = LatestWins(self)
        self._work.progress.connect(self._on_progress)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)
        self._work.busy_changed.connect(self._on_busy)

    def ask(self, sheet: Sheet) -> None:
        """Open the dialog for a film; nothing is written before a person says so.

        One that is still open stays, and is brought to the front.
        """
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
            return
        self._player.pause()
        self._sheet = sheet
        cells = sum(act.cells for act in sheet.film.acts)
        dialog = ExportDialog(cells, film_export.WIDTHS, SPEEDS, self._cards)
        dialog.set_encoder(encoder() is not None)
        dialog.set_request(self._first_request(sheet, cells))
        dialog.export_requested.connect(self.export)
        dialog.cancel_requested.connect(self._work.cancel)
        dialog.options_changed.connect(self._estimate)
        dialog.finished.connect(self._on_dialog_closed)
        self.dialog = dialog
        self._estimate()
        dialog.open()

    def _first_request(self, sheet: Sheet, cells: int) -> ExportRequest:
        """As it was written last, under the name of what is filmed."""
        before, dark = self._asked, theme.tokens(self._cards).dark
        kind = before.kind if before is not None else "gif"
        folder = before.path.parent if before is not None else _pictures()
        name = file_stem(sheet.title, "film")
        width = before.width if before is not None else 960
        path = folder / f"{name}{ENDINGS[kind]}"
        return ExportRequest(kind, width, self._player.speed, dark, 1, cells, path)

    def export(self, request: ExportRequest) -> None:
        """Write what was asked for; the dialog shows how far it is."""
        if self._sheet is None:
            return
        self._asked, self._writing = request, True
        sheet, index = (
            self._sheet.in_scheme(theme.DARK if request.dark else theme.LIGHT),
            self._player.position,
        )
        options = options_of(sheet, request)

        def write(run: Run) -> object:
            if request.kind in SINGLE:
                film_export.export_frame(sheet, index, request.path, request.width)
                return 1
            return film_export.export_film(
                sheet, options, request.path, cancelled=run.cancelled, progress=run.report
            )

        if self.dialog is not None:
            self.dialog.set_progress(0.0)
        self._work.ask(request, write)

    def close(self) -> None:
        """Give up writing, and end the thread; no half-written file is left."""
        self._work.close()

    def _estimate(self) -> None:
        if self.dialog is not None and self._sheet is not None:
            options = options_of(self._sheet, self.dialog.request())
            shots = film_export.shots_of(self._sheet.film, options)
            self.dialog.set_estimate(len(shots), sum(shot.milliseconds for shot in shots) / 1000)
            self._say_if_too_long(len(shots))

    def _say_if_too_long(self, pictures: int) -> None:
        """Say at once that there would be too many pictures, and take it back when there are not."""
        if self.dialog is None:
            return
        try:
            film_export.check_pictures(pictures)
        except ValueError as error:
            self._too_long = True
            self.dialog.show_note(reason_text(error), error=True)
            return
        if self._too_long:
            self._too_long = False
            self.dialog.show_note("")

    def _on_progress(self, request: Any, share: float) -> None:
        if self.dialog is not None:
            self.dialog.set_progress(share)

    def _on_done(self, request: ExportRequest, value: object) -> None:
        self._end()
        self.message.emit("info", self.tr("Exported to {name}.").format(name=request.path.name))
        if self.dialog is not None:
            self.dialog.accept()

    def _on_failed(self, request: ExportRequest, error: BaseException) -> None:
        self._end()
        text = self._failure(request.path.name, error)
        if self.dialog is not None:
            self.dialog.show_note(text, error=True)
        else:
            self.message.emit("error", text)

    def _on_busy(self, busy: bool) -> None:
        """Work that ends without another word was cancelled."""
        if not busy and self._writing:
            self._end()
            if self.dialog is not None:
                self.dialog.show_note(self.tr("Cancelled; nothing was written."))

    def _end(self) -> None:
        self._writing = False
        if self.dialog is not None:
            self.dialog.set_progress(None)

    def _failure(self, name: str, error: BaseException) -> str:
        if isinstance(error, OSError) and error.errno == errno.ENOTEMPTY:
            return self.tr("The folder {name} is not empty.").format(name=name)
        reason = reason_text(error)
        return self.tr("{name} cannot be written: {reason}.").format(name=name, reason=reason)

    def _on_dialog_closed(self) -> None:
        self._work.cancel()
        self._sheet = None
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def sheet_of(reel: Reel, pins: Pins) -> Sheet:
    """A film as it can be painted anywhere."""
    title = image_title(reel.result.image)
    return Sheet(reel.result, reel.film, reel.stages, title, pins, reel.channel, whole=reel.region is None)


def options_of(sheet: Sheet, request: ExportRequest) -> FilmOptions:
    """The moments and format of a request."""
    first, last = moments_of(sheet.film, request.first, request.last)
    kind: FilmFormat = next((k for k in film_export.FORMATS if k == request.kind), "gif")
    return FilmOptions(kind, request.width, request.speed, first, last)


def _pictures() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
