"""The picture of a sparse matrix: a dot for every entry that is not zero, in its weight's colour."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from convviz.views.base.colours import ColourScale, image, words
from convviz.views.base.theme import Tokens


def matrix_cell(shape: tuple[int, int], width: float, height: float) -> float:
    """How many pixels a cell of W gets: a whole number where cells are large enough to lose some."""
    cell = min(width / shape[1], height / shape[0])
    return float(int(cell)) if cell >= 3 else cell


def matrix_image(matrix: Any, cell: float, scheme: Tokens) -> QImage:
    """W with one pixel a cell, or, where cells are smaller than that, one pixel for several.

    Of several entries in a pixel the last is seen; no entry is lost to the background.
    """
    entries = matrix.tocoo()
    rows, columns = entries.coords
    height, width = matrix.shape
    if cell < 1:
        height, width = max(1, round(height * cell)), max(1, round(width * cell))
        rows, columns = _scaled(rows, cell, height), _scaled(columns, cell, width)
    picture = np.full((height, width), scheme.color("panel").rgb(), dtype=np.uint32)
    if entries.nnz:
        scale = ColourScale.signed(float(np.abs(entries.data).max()))
        picture[rows, columns] = words(entries.data[None], scale, scheme, cells=True)[0]
    return image(picture)


def _scaled(places: NDArray[Any], cell: float, count: int) -> NDArray[np.intp]:
    scaled: NDArray[np.intp] = np.minimum((places * cell).astype(np.intp), count - 1)
    return scaled
