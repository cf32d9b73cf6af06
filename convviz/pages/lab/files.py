"""What goes into the Lab from files and out of it into files and the clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QPixmap

from convviz.core.colours.stages import stage_scales
from convviz.core.images.export import save_stage
from convviz.core.kernels.files import read_kernel, write_kernel
from convviz.core.sizes.settings import STAGES, StageName
from convviz.core.stages.pipeline import Result
from convviz.views.base.texts import edit_name, reason_text, stage_name
from convviz.views.stages.full_picture import export_pixels
from convviz.views.stages.stage_card import StageCard

if TYPE_CHECKING:
    from convviz.pages.lab.page import LabPage


class LabFiles(QObject):
    """Exports stages, opens and saves kernels. Failures become messages, and nothing is lost."""

    def __init__(self, page: LabPage) -> None:
        super().__init__(page)
        self._page = page

    def stages(self) -> list[tuple[str, str]]:
        """(key, name) of every stage there is."""
        result = self._page.result
        if result is None:
            return []
        return [(s, stage_name(s)) for s in STAGES if result.stage(s) is not None]

    def export(self, stage: str, path: str) -> None:
        """Write the values of ``stage`` (a PNG: the picture as shown) to ``path``."""
        self._page.live.complete()
        result = self._page.result
        array = result.stage(stage) if result is not None else None  # type: ignore[arg-type]
        if result is None or array is None:
            return
        try:
            picture = self._export_pixels(result, stage) if path.lower().endswith(".png") else None  # type: ignore[arg-type]
            save_stage(array, Path(path), picture=picture)
        except (OSError, ValueError) as error:
            self._page.message.emit("error", self._failure(path, error))
            return
        self._page.message.emit("info", self.tr("Exported to {name}.").format(name=Path(path).name))

    def _export_pixels(self, result: Result, stage: StageName) -> NDArray[np.uint8]:
        """Every value in a pixel of its own, or a grid of numbers as it stands.

        The colours of a picture depend on the state alone, not on what was on show before it.
        """
        scale = stage_scales(result, self._page.document.state.color_range)[stage]
        return export_pixels(self._card(stage), self._page.stages.viewport.scale, scale)

    def _card(self, stage: StageName) -> StageCard:
        """The card that shows ``stage``; what is switched off is shown by the convolution's."""
        card = self._page.stages.cards[stage]
        return self._page.stages.cards["convolution"] if card.is_folded() else card

    def picture(self, stage: StageName) -> QPixmap:
        """A stage as shown, without highlights."""
        return self._card(stage).snapshot()

    def copy_picture(self, stage: StageName) -> None:
        QGuiApplication.clipboard().setPixmap(self.picture(stage))

    def open_kernel(self, path: str) -> None:
        """Take the kernel in ``path``; a file that holds none changes nothing."""
        try:
            kernel = read_kernel(Path(path))
        except (OSError, ValueError) as error:
            self._page.message.emit("error", self._failure(path, error))
            return
        self._page.document.edit_settings(edit_name("open kernel"), kernel=kernel)

    def save_kernel(self, path: str) -> None:
        """Write the kernel to ``path``, in the format that its ending names."""
        try:
            write_kernel(Path(path), self._page.document.settings.kernel)
        except (OSError, ValueError) as error:
            self._page.message.emit("error", self._failure(path, error))
            return
        self._page.message.emit("info", self.tr("The kernel is in {name}.").format(name=Path(path).name))

    def _failure(self, path: str, error: Exception) -> str:
        name = Path(path).name
        reason = reason_text(error)
        return reason if name in reason else f"{name}: {reason}"
