"""Many filters at once as a matrix product: one row for every window, one column for every filter."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import as_strided

from convviz.core.engine_blocks import MOST_PRODUCTS, pieces
from convviz.core.engine_copy import Run, fill_plane
from convviz.core.engine_job import Control, Finish, Job, Map
from convviz.core.engine_threads import Work, share

BLOCK = 512 * 1024
"""Values in the matrix of windows of one block of rows."""

NARROW = 64
"""Below this many output columns a matrix takes several output rows: one for each would be small."""

LEAST = 4
"""Windows in one product, however many weights and filters there are."""


def compute(job: Job, out: Map, finish: Finish, control: Control) -> None:
    """Fill ``out`` (mode "filters") block by block."""
    rows, columns = job.size.rows, job.size.columns
    kh, kw, channels, filters = job.weights.shape
    matrix = np.ascontiguousarray(job.weights.reshape(-1, filters), dtype=job.dtype)
    narrow = columns.output < NARROW
    depth = kh * kw * channels if narrow else rows.stride * kw * channels
    high = min(max(BLOCK // (columns.output * depth), 1), rows.output)
    down, across = Run.along(job.rows), Run.along(job.columns)

    def make() -> Work:
        multiply = _Narrow(job, matrix, high) if narrow else _Wide(job, matrix, high)

        def work(first: int, last: int) -> None:
            height = (last - first - 1) * rows.stride + rows.effective_kernel
            multiply.rows(down.part(first * rows.stride, height), across, out[first:last])
            finish(first, last)

        return work

    share(rows.output, high, make, control)


class _Narrow:
    """Copies every window of a block into a row of one matrix."""

    def __init__(self, job: Job, matrix: Map, high: int) -> None:
        self.job, self.matrix = job, matrix
        rows, columns = job.size.rows, job.size.columns
        kh, kw, channels, _ = job.weights.shape
        height = (high - 1) * rows.stride + rows.effective_kernel
        self.part = np.empty((height, job.columns.size, channels), job.dtype)
        down, across, deep = self.part.strides
        self.windows = as_strided(
            self.part,
            (high, columns.output, kh, kw, channels),
            (
                down * rows.stride,
                across * columns.stride,
                down * rows.dilation,
                across * columns.dilation,
                deep,
            ),
        )

    def rows(self, down: Run, across: Run, target: Map) -> None:
        """Compute some output rows."""
        fill_plane(self.part[: down.cells.size], self.job, slice(None), down, across)
        inner, filters = self.matrix.shape
        table = self.windows[: len(target)].reshape(-1, inner)
        sums = target.reshape(len(table), filters)
        for begin, blocks, size in pieces(len(table), max(MOST_PRODUCTS // self.matrix.size, LEAST)):
            some = slice(begin, begin + blocks * size)
            out = sums[some].reshape(blocks, size, filters)
            np.matmul(table[some].reshape(blocks, size, inner), self.matrix, out=out)


class _Wide:
    """Copies the image rows of a block once for every column of the kernel, to where its windows lie.

    Then the values under one weight are a run of memory, and a window's lie equally far apart: read
    the other way round, that is the matrix.
    """

    def __init__(self, job: Job, matrix: Map, high: int) -> None:
        self.job, self.matrix = job, matrix
        rows, columns = job.size.rows, job.size.columns
        kh, kw, channels, _ = job.weights.shape
        height = (high - 1) * rows.stride + rows.effective_kernel
        self.store = np.empty((height, kw, channels, columns.output), job.dtype)
        down, _, deep, along = self.store.strides
        self.windows = as_strided(
            self.store,
            (high, kh, kw * channels, columns.output),
            (down * rows.stride, down * rows.dilation, deep, along),
        )

    def rows(self, down: Run, across: Run, target: Map) -> None:
        """Compute some output rows."""
        columns = self.job.size.columns
        inner, filters = self.matrix.shape
        for tap in range(columns.kernel):
            part = self.store[: down.cells.size, tap].swapaxes(1, 2)
            met = across.part(tap * columns.dilation, columns.output, columns.stride)
            fill_plane(part, self.job, slice(None), down, met)
        high = len(target)
        table = self.windows[:high].reshape(high, inner, columns.output)  # a copy only with dilation
        for begin, blocks, size in pieces(columns.output, max(MOST_PRODUCTS // self.matrix.size, LEAST)):
            some = slice(begin, begin + blocks * size)
            given = table[:, :, some].reshape(high, inner, blocks, size).transpose(0, 2, 3, 1)
            np.matmul(given, self.matrix, out=target[:, some].reshape(high, blocks, size, filters))
