"""What of the Lab can be exported, and how it gets into a file, once its whole maps are there."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from convviz.core.base.visible import visible
from convviz.core.colours.stages import stage_scales
from convviz.core.images.export import save_stage, seconds_to_save
from convviz.core.sizes.settings import STAGES, StageName
from convviz.core.stages.pipeline import Map, Result
from convviz.document.background.compute_queue import ComputeQueue
from convviz.document.document import Document
from convviz.document.state.state import DocumentState
from convviz.film.figure.figures import Figure
from convviz.film.figure.write import image_of
from convviz.film.writing import Writing
from convviz.pages.lab.files.figures import lab_figure, lab_figures
from convviz.pages.lab.kept.maps import KeptMaps
from convviz.pages.lab.live import LabLive
from convviz.pages.lab.view import BLANK, LabView
from convviz.views.base.texts import kept_name, stage_name
from convviz.views.picture.viewport import GRID_CELL
from convviz.views.stages.stages_row import StagesRow, export_pixels, image_pixels


class Exports(QObject):
    """Writes stages, a kept result and figures as they are on show; `follow` says what that is.

    ``message`` has what a person is told, as the page's own signal.
    """

    message = Signal(str, str)

    def __init__(
        self,
        document: Document,
        stages: StagesRow,
        maps: tuple[ComputeQueue, LabLive, KeptMaps],
        writing: Writing,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._stages, self._writing = document, stages, writing
        self._queue, self._live, self._kept = maps
        self._result: Result | None = None
        self._view: LabView = BLANK
        self._later: tuple[DocumentState, str, str] | None = None
        """A stage and the file it goes to once the whole maps of that state are there."""

    def follow(self, result: Result | None, view: LabView) -> None:
        """Export these from now on: the newest whole result, and what is on show."""
        self._result, self._view = result, view

    def figures(self) -> list[tuple[str, str]]:
        """Name and title of everything that can be exported for slides and print."""
        return lab_figures(self._view)

    def figure(self, name: str, background: str) -> Figure:
        """One of `figures`, with whole maps."""
        self._live.complete()
        self._kept.complete()
        return lab_figure(self._view, self._stages.viewport, name, background)

    def copy_figure(self, name: str, scale: int) -> None:
        """Copy a card so many times its size, on white, as an export for slides has it."""
        QGuiApplication.clipboard().setImage(image_of(self.figure(name, "light"), scale))

    def stages(self) -> list[tuple[str, str]]:
        """(key, name) of every stage that can be exported now, and of a kept result."""
        result, kept = self._result, self._view.kept
        stages = [(s, stage_name(s)) for s in STAGES if result is not None and result.stage(s) is not None]
        return [*stages, *([("kept", kept_name(kept.stage))] if kept is not None and kept.result else [])]

    def export(self, stage: str, path: str) -> None:
        """Write the values of a stage to ``path``, in the format that its ending names.

        A PNG is the picture as shown: every value in a pixel of its own, or a grid of numbers as it stands.
        While whole maps are on their way it waits for them; what takes long can be given up.
        """
        if self._maps_are_coming():
            self._later = self._document.state, stage, path
            self._live.hurry()
            self._kept.live.hurry()
        elif stage == "kept":
            self._export_kept(path)
        elif stage in dict(self.stages()):
            self._export_stage(stage, path)  # type: ignore[arg-type]

    def export_what_waits(self) -> None:
        """Export what was waiting for the maps that are there now; not those of other settings."""
        waiting, state = self._later, self._document.state
        if waiting is None or self._maps_are_coming():
            return
        self._later = None
        asked, stage, path = waiting
        if asked.image is state.image and asked.settings == state.settings:
            self.export(stage, path)
        else:
            text = self.tr("The settings have changed; {name} was not written.")
            self.message.emit("info", text.format(name=visible(Path(path).name)))

    def give_up(self) -> None:
        """Wait no longer for maps that do not come."""
        self._later = None

    def _maps_are_coming(self) -> bool:
        return self._live.active or self._queue.busy or self._kept.busy

    def _export_stage(self, stage: StageName, path: str) -> None:
        assert self._result is not None
        array, picture = self._result.stage(stage), None
        assert array is not None
        if path.lower().endswith(".png"):
            # The colours of a picture depend on the state alone, not on what was on show before it.
            state = self._document.state
            scale = stage_scales(self._result, state.color_range, input_range=state.input_range)[stage]
            picture = export_pixels(self._stages.card_of(stage), self._stages.viewport.scale, scale)
        self._write(array, picture, path)

    def _export_kept(self, path: str) -> None:
        view, picture = self._view.kept, None
        if view is None or view.result is None:
            return
        array, scale = view.result.stage(view.stage), self._stages.viewport.scale
        assert array is not None
        if path.lower().endswith(".png"):
            numbers = scale >= GRID_CELL and not self._stages.beside()  # they stand on no card
            figure = image_of(self.figure("kept", "light")) if numbers else None
            picture = export_pixels(self._stages.kept, scale) if figure is None else image_pixels(figure)
        self._write(array, picture, path)

    def _write(self, array: Map, picture: NDArray[np.uint8] | None, path: str) -> None:
        values = array.size if picture is None else picture.size
        save = partial(save_stage, array, Path(path), picture=picture)
        self._writing.write(Path(path), save, seconds=seconds_to_save(values, path))
