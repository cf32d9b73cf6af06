"""Kernels that are a column times a row: the column first, its sums then along the rows.

Along a row, the sums of 16 neighbouring windows are the values below them times a banded matrix: the
row of weights, one place further on in each column, with zeros around it.
"""

from __future__ import annotations

import numpy as np

from convviz.core.engine_adder import PARTIAL, Adder
from convviz.core.engine_blocks import MOST_PRODUCTS, Matrices, pieces, products, room
from convviz.core.engine_job import Map
from convviz.core.engine_rank import Vector
from convviz.core.engine_source import Rows, Source

BAND = 16
"""Windows side by side in one product."""

WIDEST = 96
"""Values from a window's first weight to its last, above which a band would be mostly zeros."""


class Thin(Adder):
    """A kernel that is a column times a row, on one channel or on each alike."""

    def __init__(self, source: Source, column: Vector, row: Vector) -> None:
        super().__init__(source)
        self.column = np.ascontiguousarray(column[None], self.job.dtype)
        self.row = row.astype(self.job.dtype)
        self.reach = (row.size - 1) * self.step
        self.between = np.empty(0, self.job.dtype)
        self.careful = self.job.image.dtype.kind == "f"

    def _add(self, origin: Rows, sums: Map) -> None:
        high, width = sums.shape
        length = width + self.reach
        most = MOST_PRODUCTS // ((BAND + self.reach) * BAND)
        rows = max(min(PARTIAL // (length * self.job.dtype.itemsize), most), 1)
        band = self._band(min(BAND, width))
        for first, bands, each in pieces(high, rows):
            part = sums[first : first + bands * each].reshape(bands, each, width)
            for number in range(bands):
                below = self._below(origin, first + number * each, each, length)
                # In the band, a zero times NaN would be NaN far from the windows that touch it.
                if self.careful and not np.isfinite(below.sum()):
                    self._one_by_one(below, part[number])
                else:
                    self._together(below, band, part[number])

    def _band(self, windows: int) -> Map:
        """The banded matrix for so many windows."""
        band = np.zeros((windows + self.reach, windows), self.job.dtype)
        for window in range(windows):
            band[window : window + self.reach + 1 : self.step, window] = self.row
        return band

    def _below(self, origin: Rows, row: int, high: int, length: int) -> Map:
        """The column's sums for some output rows (high, length), or the image's rows if it is a 1."""
        rows = self.job.size.rows
        apart = rows.stride * origin.pitch
        start = origin.start + row * apart
        if self.column.tolist() == [[1.0]]:
            view = Matrices(origin.buffer, start, 0, 0, apart).view((1, 1), 1, high, 0, length)
            return np.asarray(view[0, 0, 0])
        self.between = room(self.between, high * length)
        given = Matrices(origin.buffer, start, 0, apart, rows.dilation * origin.pitch)
        result = Matrices(self.between, 0, 0, length, length)
        for apply, factor, values, out in products(self.column, given, result, (1, high), length):
            apply(factor, values, out=out)
        return self.between[: high * length].reshape(high, length)

    def _together(self, below: Map, band: Map, sums: Map) -> None:
        """Put the row's sums into ``sums``, ``BAND`` columns at a time; the last overlap if need be."""
        high, width = sums.shape
        inner, windows = band.shape
        down, along = below.strides
        blocks = width // windows
        given = np.lib.stride_tricks.as_strided(
            below, (blocks, high, inner), (windows * along, down, along), writeable=False
        )
        out = sums[:, : blocks * windows].reshape(high, blocks, windows).transpose(1, 0, 2)
        np.matmul(given, band, out=out)
        if width % windows:
            np.matmul(below[:, width - windows :], band, out=sums[:, width - windows :])

    def _one_by_one(self, below: Map, sums: Map) -> None:
        """The same, weight by weight."""
        width = sums.shape[1]
        np.multiply(below[:, :width], self.row[0], out=sums)
        for number, weight in enumerate(self.row[1:], 1):
            sums += below[:, number * self.step :][:, :width] * weight
