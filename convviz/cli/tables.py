"""Numbers in columns, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Map: TypeAlias = NDArray[Any]


def number(value: float) -> str:
    """Whole numbers as they are, others with two decimals.

    >>> number(-3.0), number(7 / 9), number(-0.001)
    ('-3', '0.78', '0.00')
    """
    value = float(value)
    if value.is_integer():
        return str(int(value))
    text = f"{value:.2f}"
    return text.removeprefix("-") if float(text) == 0 else text


def planes(array: Map) -> list[Map]:
    """The channels of an array (H, W, C), or the array (H, W) itself.

    >>> len(planes(np.zeros((2, 2, 3))))
    3
    """
    return [array] if array.ndim == 2 else [array[:, :, c] for c in range(array.shape[2])]


def grid(array: Map) -> list[str]:
    """One line a row, the columns under each other.

    >>> grid(np.array([[1.0, -1.0], [10.0, 0.0]]))
    [' 1 -1', '10  0']
    """
    whole = bool(np.all(array == np.round(array)))
    cells = [[number(value) if whole else decimals(value) for value in row] for row in array.tolist()]
    width = max(len(cell) for row in cells for cell in row)
    return [" ".join(cell.rjust(width) for cell in row) for row in cells]


def decimals(value: float) -> str:
    """Two decimals in any case, so that the points stand under each other."""
    text = f"{value:.2f}"
    return text.removeprefix("-") if float(text) == 0 else text


def beside(*titled: tuple[str, Map], gap: str = "    ") -> Iterator[str]:
    """Grids side by side, each under its title."""
    blocks = [[title, *grid(array)] for title, array in titled]
    widths = [max(map(len, block)) for block in blocks]
    for row in zip_longest(*blocks, fillvalue=""):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield ("  " + gap.join(cells)).rstrip()
