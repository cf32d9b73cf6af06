"""Pictures made from nothing, and pixels changed by hand."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.base.limits import LIMITS
from convviz.core.images.image import Image

Cell = tuple[int, int]

RANGES: tuple[tuple[float, float], ...] = ((0.0, 255.0), (0.0, 1.0), (-1.0, 1.0))
"""What a new picture's black and white may stand for: a byte, a share, minus and plus as in the X."""


def new_picture(
    rows: int, columns: int, low: float = 0.0, high: float = 255.0, value: float = 0.0, name: str = ""
) -> Image:
    """A grey picture of one value, in no file: bytes for 0 to 255, else float32. ValueError beyond limits.

    >>> new_picture(3, 4, -1, 1, -1).values.tolist()[0]
    [-1.0, -1.0, -1.0, -1.0]
    """
    for number, side in ((rows, "rows"), (columns, "columns")):
        LIMITS["picture side"].check(number, side)
    kind = np.uint8 if (low, high) == (0, 255) and value == int(value) else np.float32
    return Image(np.full((rows, columns), value, kind), float(low), float(high), name)


def with_cells(image: Image, cells: Sequence[Cell], value: float, channel: int | None = None) -> Image:
    """``image`` with another value at some (row, column); it is no longer the file's or the sample's then.

    ``channel`` counts in a colour picture only, where None stands for all. Bytes stay bytes as long as the
    value is one; else everything becomes floating-point. Where every value is so already, ``image`` itself.

    >>> with_cells(Image(np.zeros((2, 2), np.uint8)), [(0, 1)], 9).values.tolist()
    [[0, 9], [0, 0]]
    """
    values: NDArray[Any] = image.values
    place: tuple[Any, ...] = tuple(zip(*cells, strict=True))
    if not place:
        return image
    if values.ndim == 3 and channel is not None:
        place += (channel,)
    if np.all(values[place] == value):
        return image
    if values.dtype.kind in "iu":
        ends = np.iinfo(values.dtype)
        if value != int(value) or not ends.min <= value <= ends.max:
            values = values.astype(np.float32)
    values = values.copy()
    values[place] = value
    return replace(image, values=values, source=None, sample="", file_bytes=b"")


def flooded(image: Image, cell: Cell, channel: int | None = None) -> list[Cell]:
    """The (row, column) of all pixels that hang together with ``cell`` by their sides and have its value.

    >>> flooded(Image(np.array([[0, 0, 1], [1, 1, 0]], np.uint8)), (0, 0))
    [(0, 0), (0, 1)]
    """
    values = image.values if channel is None or image.values.ndim == 2 else image.values[:, :, channel]
    alike = values == values[cell]
    same: NDArray[np.bool_] = alike.all(axis=2) if alike.ndim == 3 else alike
    open_: NDArray[np.bool_] = same.copy()
    found, waiting = [], deque([cell])
    open_[cell] = False
    while waiting:
        row, column = waiting.popleft()
        found.append((row, column))
        for near in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
            if 0 <= near[0] < same.shape[0] and 0 <= near[1] < same.shape[1] and open_[near]:
                open_[near] = False
                waiting.append(near)
    return found


def line(start: Cell, end: Cell) -> list[Cell]:
    """The cells of a straight line, both ends among them; each touches the next (J. Bresenham, 1965).

    >>> line((0, 0), (1, 3))
    [(0, 0), (0, 1), (1, 2), (1, 3)]
    """
    steps = max(abs(end[0] - start[0]), abs(end[1] - start[1]), 1)
    down, right = (end[0] - start[0]) / steps, (end[1] - start[1]) / steps
    places = ((start[0] + at * down, start[1] + at * right) for at in range(steps + 1))
    return list(dict.fromkeys((math.floor(row + 0.5), math.floor(column + 0.5)) for row, column in places))
