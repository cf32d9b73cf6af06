"""The pictures that come with ConvViz: four tiny exact ones, and photo-like ones by key."""

from __future__ import annotations

import numpy as np

from convviz.core.images import Image
from convviz.core.strokes import draw_five


def x_image() -> Image:
    """The 9x9 "X" of the lessons: -1 everywhere, +1 at (r, r) and (r, 8 - r) for r = 1..7.

    >>> x_image().values[1].astype(int).tolist()
    [-1, 1, -1, -1, -1, -1, -1, 1, -1]
    """
    values = np.full((9, 9), -1, dtype=np.float32)
    r = np.arange(1, 8)
    values[r, r] = values[r, 8 - r] = 1
    return Image(values, -1.0, 1.0, name="X", sample="x")


def edge_image() -> Image:
    """A 6x6 picture with one vertical edge: the left half 10, the right half 0.

    >>> edge_image().values[0].tolist()
    [10, 10, 10, 0, 0, 0]
    """
    values = np.zeros((6, 6), dtype=np.uint8)
    values[:, :3] = 10
    return Image(values, name="Edge", sample="edge")


def stripes_image() -> Image:
    """An 8x8 picture of upright stripes; the vertical edge kernel makes 0 30 30 -30 -30 0 of each row.

    >>> stripes_image().values[0].tolist()
    [10, 10, 10, 0, 0, 10, 10, 10]
    """
    values = np.full((8, 8), 10, dtype=np.uint8)
    values[:, 3:5] = 0
    return Image(values, name="Stripes", sample="stripes")


def five_image() -> Image:
    """A hand-written 5 of 28x28 bytes, white on black, drawn by ConvViz itself."""
    return Image(draw_five(), name="Five", sample="five")
