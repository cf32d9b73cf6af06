"""Changing pixels of a small picture in place: what would the sum be if this one were larger?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from convviz.core.film.moments import WHOLE_UP_TO
from convviz.core.images.image import Image
from convviz.film.scene import Stage
from convviz.views.base.texts import edit_name

if TYPE_CHECKING:
    from convviz.pages.step.page import StepPage


class StepPixels(QObject):
    """Turns edits of pixels into edits of the document. One for each `StepPage`."""

    def __init__(self, page: StepPage) -> None:
        super().__init__(page)
        self._page = page
        page.cards.input.grid.pixel_edited.connect(self._on_edited)

    def allow(self, stage: Stage) -> None:
        """Allow edits where the grid shows the very pixels of a small picture."""
        result = self._page.result
        assert result is not None
        image = result.image
        small = max(image.shape[:2]) <= WHOLE_UP_TO
        same = result.input is image.values
        step = max(1.0, round((image.high - image.low) / 64)) if image.high - image.low > 2 else 1.0
        self._page.cards.input.grid.set_editable(small and same and stage.act.stage == "convolution", step)

    def _on_edited(self, row: int, column: int, value: float, merge_key: str) -> None:
        document = self._page.document
        image = document.state.image
        if image is None or not (row < image.shape[0] and column < image.shape[1]):
            return
        changed = with_pixel(image, row, column, value, self._page.cards.input.grid.editing.channel)
        document.edit(edit_name("pixel"), merge_key or None, image=changed)
        if not merge_key:
            document.seal()


def with_pixel(image: Image, row: int, column: int, value: float, channel: int = 0) -> Image:
    """``image`` with another value at one place; it is no longer the file's or the sample's then.

    ``channel`` chooses red, green or blue in a colour picture.
    Bytes stay bytes as long as the value is one; else everything becomes floating-point.
    """
    values: NDArray[Any] = image.values
    if not np.can_cast(np.min_scalar_type(value), values.dtype) and float(values.dtype.type(value)) != value:
        values = values.astype(np.float32)
    values = values.copy()
    values[(row, column, channel)[: values.ndim]] = value
    return replace(image, values=values, source=None, sample="")
