"""One number grid of an explanation: its values, its colours, and what marks its cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.views.base.colours import ColourScale

Cell = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Grid:
    """One grid: its word, values (rows, columns), colours, decimals, and what marks its cells.

    ``padding`` cells are hatched (and stay empty with ``blank``); ``frame`` is the token of a frame
    around the whole grid; ``ring`` is the cell that won.
    """

    key: str
    values: NDArray[Any]
    scale: ColourScale
    decimals: int = 0
    padding: NDArray[np.bool_] | None = None
    frame: str = ""
    ring: Cell | None = None
    blank: bool = False
