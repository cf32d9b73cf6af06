"""All maps of a layer side by side in one array, and back from a place in it to a map."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from convviz.network.model.layers import Array

GAP = 1


@dataclass(frozen=True)
class Grid:
    """How maps are laid out: ``count`` maps of (rows, columns), ``across`` of them in a line."""

    rows: int
    columns: int
    count: int
    across: int

    @property
    def down(self) -> int:
        """How many lines of maps there are."""
        return -(-self.count // self.across)

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, columns) of the whole array, with a gap of one cell between maps."""
        return self.down * (self.rows + GAP) - GAP, self.across * (self.columns + GAP) - GAP

    def corner(self, channel: int) -> tuple[int, int]:
        """Where a map begins."""
        line, place = divmod(channel, self.across)
        return line * (self.rows + GAP), place * (self.columns + GAP)

    def cell(self, row: int, column: int) -> tuple[int, int, int] | None:
        """The (row, column, channel) at a place of the whole array; None in a gap or outside.

        >>> Grid(2, 2, 3, 2).cell(3, 1), Grid(2, 2, 3, 2).cell(2, 0), Grid(2, 2, 3, 2).cell(3, 3)
        ((0, 1, 2), None, None)
        """
        if row < 0 or column < 0 or column >= self.shape[1]:
            return None
        (line, r), (place, c) = divmod(row, self.rows + GAP), divmod(column, self.columns + GAP)
        channel = line * self.across + place
        return None if r == self.rows or c == self.columns or channel >= self.count else (r, c, channel)


def grid(shape: tuple[int, ...], across: int | None = None) -> Grid:
    """Lay out the maps of a layer of (rows, columns, channels), or the cells of one of (cells,).

    Without ``across`` the whole comes as near to a square as it can.
    """
    if len(shape) == 1:
        shape = (1, 1, shape[0])
    rows, columns, count = shape
    if across is None:
        across = max(1, min(count, round(math.sqrt(count * (rows + GAP) / (columns + GAP)))))
    return Grid(rows, columns, count, across)


def mosaic(maps: Array, layout: Grid) -> NDArray[np.float32]:
    """One array with all maps, not-a-number in the gaps; ``maps`` has a layer's shape."""
    values = maps.reshape(layout.rows, layout.columns, layout.count)
    full = np.full((layout.down, layout.rows + GAP, layout.across, layout.columns + GAP), np.nan, np.float32)
    padded = np.full((layout.rows, layout.columns, layout.down * layout.across), np.nan, np.float32)
    padded[..., : layout.count] = values
    blocks = padded.reshape(layout.rows, layout.columns, layout.down, layout.across)
    full[:, : layout.rows, :, : layout.columns] = blocks.transpose(2, 0, 3, 1)
    return full.reshape(layout.down * (layout.rows + GAP), -1)[: layout.shape[0], : layout.shape[1]]
