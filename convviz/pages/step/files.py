"""What goes out of the Step page: the film as a file, written beside the window's thread."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths

from convviz.core.film.mp4 import encoder
from convviz.core.film.timing import SPEEDS
from convviz.core.stages.pipeline import Cancelled
from convviz.document.background.worker import Report, Worker
from convviz.film import export as film_export
from convviz.film.export import FilmFormat, FilmOptions, moments_of
from convviz.film.sheet import Sheet
from convviz.views.base import theme
from convviz.views.base.texts import image_title
from convviz.views.step.export_dialog import ENDINGS, SINGLE, ExportDialog, ExportRequest

if TYPE_CHECKING:
    from convviz.pages.step.page import StepPage


class StepFiles(QObject):
    """Asks how the film is to be written, and writes it. One for each `StepPage`."""

    def __init__(self, page: StepPage) -> None:
        super().__init__(page)
        self._page = page
        self.dialog: ExportDialog | None = None
        self._request: ExportRequest | None = None
        self._stopped = threading.Event()
        self._worker = Worker(self)
        self._worker.progress.connect(self._on_progress)
        self._worker.finished.connect(self._on_finished)

    def ask(self) -> None:
        """Open the dialog; nothing is written before a person says so."""
        page = self._page
        if page.result is None or not len(page.film):
            return
        page.player.pause()
        cells = sum(act.cells for act in page.film.acts)
        dialog = ExportDialog(cells, film_export.WIDTHS, SPEEDS, page)
        dialog.set_encoder(encoder() is not None)
        dialog.set_request(self._first_request(cells))
        dialog.export_requested.connect(self.export)
        dialog.cancel_requested.connect(self.cancel)
        dialog.options_changed.connect(self._estimate)
        dialog.finished.connect(self._on_dialog_closed)
        self.dialog = dialog
        self._estimate()
        dialog.open()

    def _first_request(self, cells: int) -> ExportRequest:
        page, before = self._page, self._request
        dark = theme.tokens(page).dark
        kind = before.kind if before is not None else "gif"
        folder = before.path.parent if before is not None else _pictures()
        assert page.result is not None
        image = page.result.image
        title = Path(image_title(image)).stem
        name = "".join("-" if c in '/\\:*?"<>|' else c for c in title) or "film"
        path = folder / f"{name}{ENDINGS[kind]}"
        width = before.width if before is not None else 960
        return ExportRequest(kind, width, page.player.speed, dark, 1, cells, path)

    def sheet(self, *, dark: bool) -> Sheet:
        """The film as it can be painted anywhere, in light or dark."""
        page, result = self._page, self._page.result
        assert result is not None
        image = result.image
        return Sheet(
            result,
            page.film,
            dict(page.show_helper.stages),
            title=image_title(image),
            pins=page.pins.pins(),
            channel=page.show_helper.channel,
            whole=page.region.region is None,
            scheme=theme.DARK if dark else theme.LIGHT,
        )

    def options(self, request: ExportRequest) -> FilmOptions:
        """The moments and format of a wish."""
        film = self._page.film
        first, last = moments_of(film, request.first, request.last)
        kind: FilmFormat = next((k for k in film_export.FORMATS if k == request.kind), "gif")
        return FilmOptions(kind, request.width, request.speed, first, last)

    def export(self, request: ExportRequest) -> None:
        """Write what was asked for; the dialog shows how far it is."""
        self._request = request
        self._stopped.clear()
        sheet, index = self.sheet(dark=request.dark), self._page.player.position
        options, stopped = self.options(request), self._stopped.is_set

        def task(report: Report) -> object:
            if request.kind in SINGLE:
                film_export.export_frame(sheet, index, request.path, request.width)
                return 1
            return film_export.export_film(sheet, options, request.path, cancelled=stopped, progress=report)

        if self.dialog is not None:
            self.dialog.set_progress(0.0)
        self._worker.start(task)

    def cancel(self) -> None:
        """Give the writing up; no half-written file is left."""
        self._stopped.set()

    def close(self) -> None:
        """Give up, and end the thread."""
        self.cancel()
        self._worker.close()

    def _estimate(self) -> None:
        if self.dialog is None:
            return
        options = self.options(self.dialog.request())
        shots = film_export.shots_of(self._page.film, options)
        self.dialog.set_estimate(len(shots), sum(shot.milliseconds for shot in shots) / 1000)

    def _on_progress(self, share: float) -> None:
        if self.dialog is not None:
            self.dialog.set_progress(share)

    def _on_finished(self, value: object, error: BaseException | None) -> None:
        assert self._request is not None
        name, dialog = self._request.path.name, self.dialog
        if dialog is not None:
            dialog.set_progress(None)
        if error is None:
            self._page.message.emit("info", self.tr("Exported to {name}.").format(name=name))
            if dialog is not None:
                dialog.accept()
        elif isinstance(error, Cancelled):
            if dialog is not None:
                dialog.say(self.tr("Cancelled; nothing was written."))
        elif dialog is not None:
            dialog.say(self._failure(name, error), error=True)
        else:
            self._page.message.emit("error", self._failure(name, error))

    def _failure(self, name: str, error: BaseException) -> str:
        if isinstance(error, FileExistsError):
            return self.tr("The folder {name} is not empty.").format(name=name)
        reason = getattr(error, "strerror", None) or str(error)
        return self.tr("{name} cannot be written: {reason}.").format(name=name, reason=reason)

    def _on_dialog_closed(self) -> None:
        self.cancel()
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def _pictures() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
