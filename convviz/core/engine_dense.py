"""Sums of products column by column of the kernel, as matrix products on blocks of rows.

A column of the kernel times the image rows below it is a vector times a matrix; all its columns at
once are a small matrix times that matrix. Each gives what it adds to the output cells, lying as many
cells too far to the right as the column lies in the kernel. A product with ones adds these up: its
rows begin a row and that bit apart in memory.
"""

from __future__ import annotations

import numpy as np

from convviz.core.engine_adder import PARTIAL, Adder
from convviz.core.engine_blocks import MOST_TERMS, Matrices, Pair, Product, pieces, products, room
from convviz.core.engine_job import Map
from convviz.core.engine_source import Rows, Source


class Dense(Adder):
    """Any kernel."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.columns = self.job.size.columns.kernel
        weights = self.job.weights[:, :, source.channels.start :][:, :, : self.planes]
        # All channels in one product, where their rows lie evenly below each other.
        stacked = self.planes == 1 or self.job.size.rows.dilation == 1
        kernels = [weights] if stacked else [weights[:, :, [plane]] for plane in range(self.planes)]
        self.matrices = [
            np.ascontiguousarray(kernel.transpose(1, 0, 2).reshape(self.columns, -1), self.job.dtype)
            for kernel in kernels
        ]
        self.partials = self.columns * len(kernels)
        self.ones = np.ones(self.partials, self.job.dtype)
        self.partial = np.empty(0, self.job.dtype)

    def _add(self, origin: Rows, sums: Map) -> None:
        high, width = sums.shape
        pitch = width + self.columns * self.step
        rows = max(PARTIAL // (self.partials * pitch * self.job.dtype.itemsize), 1)
        self.partial = room(self.partial, min(rows, high) * self.partials * pitch)
        for first, bands, each in pieces(high, rows):
            count = (bands, each)
            work = [
                product
                for number in range(len(self.matrices))
                for product in self._products(number, origin, first, count, width, pitch)
            ]
            work += self._total(sums[first : first + bands * each], count, pitch)
            for band in range(bands):
                for apply, factor, given, result in work:
                    apply(factor, given[band], out=result[band])

    def _products(
        self, number: int, origin: Rows, row: int, count: Pair, width: int, pitch: int
    ) -> list[Product]:
        """What puts the shares of one channel (or all) into their place among the partial sums."""
        rows = self.job.size.rows
        apart, plane = rows.stride * origin.pitch, origin.pitch // self.planes
        between = plane if len(self.matrices) == 1 and rows.dilation == 1 else rows.dilation * origin.pitch
        start = origin.start + row * apart + number * plane
        given = Matrices(origin.buffer, start, count[1] * apart, apart, between)
        before = number * self.columns * pitch
        result = Matrices(self.partial, before, 0, self.partials * pitch, pitch - self.step)
        length = width + (self.columns - 1) * self.step
        return products(self.matrices[number], given, result, count, length)

    def _total(self, sums: Map, count: Pair, pitch: int) -> list[Product]:
        """What adds up the partial sums."""
        given = Matrices(self.partial, 0, 0, self.partials * pitch, pitch)
        found: list[Product] = []
        for begin, blocks, size in pieces(sums.shape[1], MOST_TERMS // self.partials):
            part = sums[:, begin : begin + blocks * size].reshape(*count, blocks, size)
            found.append((np.matmul, self.ones, given.view(count, blocks, self.partials, begin, size), part))
        return found
