"""Changing pixels of the document's picture, from whichever page."""

from __future__ import annotations

from collections.abc import Sequence

from convviz.core.images.drawing import Cell, with_cells
from convviz.core.images.image import pixel_limit
from convviz.document.document import Document
from convviz.document.state.history import EditName


def edit_cells(
    document: Document,
    text: EditName,
    cells: Sequence[Cell],
    value: float,
    *,
    channel: int | None = None,
    merge_key: str = "",
) -> None:
    """Give the pixels at some (row, column) another value, undone as ``text``; None for every channel.

    Edits with the same key, not "", are one step to undo. Cells that the picture does not have (any more)
    are passed over; a value beyond what its pixels may be becomes the nearest end.
    """
    image = document.state.image
    if image is None:
        return
    inside = [(row, column) for row, column in cells if 0 <= row < image.height and 0 <= column < image.width]
    changed = with_cells(image, inside, pixel_limit(image).held(value), channel)
    if changed is not image:
        document.edit(text, merge_key or None, image=changed)
    if not merge_key:
        document.seal()
