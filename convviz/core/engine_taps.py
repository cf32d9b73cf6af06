"""Sums of products tap by tap, on blocks of rows that stay in the processor's cache.

One call of BLAS `axpy` adds one weight times a whole block, shifted to where that weight lies.
Rows of a block follow each other in memory, so the run simply goes on over the ends of the rows;
what it adds up there belongs to no window and is left behind when the block is copied out.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.engine_job import Control, Finish, Job, Map
from convviz.core.engine_planes import Flat, Planes

BLOCK = 128 * 1024
"""Values in a block: with its source, half of a usual second-level cache."""


def compute(job: Job, out: Map, finish: Finish, control: Control, factors: Factors | None = None) -> None:
    """Fill ``out`` (modes "sum" and "each") block by block.

    With ``factors``, one (column, row) pair of vectors for each channel, every kernel is applied
    as its column first and its row second.
    """
    depth = 1 if job.mode == "sum" else job.image.shape[2]
    together = job.mode == "each" and _all_equal(job.weights)
    oh, ow = job.size.shape
    pitch = (ow + job.size.columns.effective_kernel // job.size.columns.stride) * (depth if together else 1)
    rows = max(1, min(oh, max(BLOCK // pitch, job.size.rows.effective_kernel // job.size.rows.stride)))
    groups: list[int | None] = [None] if together else list(range(job.image.shape[2]))
    workers = [_Worker(job, channel, rows, None if factors is None else factors[channel or 0]) for channel in groups]
    total = np.empty(rows * workers[0].planes.pitch, job.dtype)
    # Nothing is looked at while adding: infinity minus infinity is an answer here, not a mistake.
    with np.errstate(all="ignore"):
        for first in range(0, oh, rows):
            control.check()
            last = min(first + rows, oh)
            for number, worker in enumerate(workers):
                worker.add(first, last, total, fresh=job.mode == "each" or number == 0)
                if job.mode == "each":
                    target = out[first:last] if together else out[first:last, :, number]
                    worker.copy_out(total, target)
            if job.mode == "sum":
                workers[0].copy_out(total, out[first:last])
            finish(first, last)
            control.report(last / oh)


Factors = list[tuple[NDArray[np.float64], NDArray[np.float64]]]


class _Worker:
    """Adds up one channel, or all channels side by side where they share their weights."""

    def __init__(
        self, job: Job, channel: int | None, rows: int, factors: tuple[NDArray[Any], NDArray[Any]] | None
    ) -> None:
        from scipy.linalg import blas

        single = job.dtype == np.float32
        self.axpy = blas.saxpy if single else blas.daxpy
        self.asum = blas.sasum if single else blas.dasum
        self.planes = Planes(job, channel, rows)
        self.weights = job.weights[:, :, channel or 0].astype(job.dtype)
        self.factors = None if factors is None else [vector.astype(job.dtype) for vector in factors]
        vectors = [self.weights] if self.factors is None else self.factors
        # A weight of 0 times NaN is NaN, but BLAS skips weights of 0: then such cells must be met otherwise.
        self.careful = job.image.dtype.kind == "f" and not all(v.all() for v in vectors)
        self.columns = job.size.columns.output
        self.between: dict[int, Flat] = {}
        if self.factors is not None:
            phases = {tap.phase for tap in self.planes.column_taps}
            self.between = {phase: np.empty(rows * self.planes.pitch, job.dtype) for phase in phases}

    def add(self, first: int, last: int, total: Flat, fresh: bool) -> None:
        """Put (``fresh``) or add this channel's sums of some output rows to ``total``."""
        planes = self.planes
        planes.load(first, last)
        skip = not (self.careful and any(not np.isfinite(self.asum(p)) for p in planes.flat.values()))
        length = (last - first - 1) * planes.pitch + self.columns * planes.depth
        if self.factors is None:
            for i, down in enumerate(planes.row_taps):
                for j, across in enumerate(planes.column_taps):
                    source = planes.flat[down.phase, across.phase]
                    start = down.offset * planes.pitch + across.offset * planes.depth
                    fresh = self._tap(source, start, self.weights[i, j], total, length, fresh, skip)
            if fresh:
                total[:length] = 0
            return
        self._add_separated(first, last, total, length, fresh, skip)

    def _add_separated(self, first: int, last: int, total: Flat, length: int, fresh: bool, skip: bool) -> None:
        assert self.factors is not None
        planes = self.planes
        column, row = self.factors
        whole = (last - first) * planes.pitch
        for phase, between in self.between.items():
            empty = True
            for i, down in enumerate(planes.row_taps):
                source = planes.flat[down.phase, phase]
                empty = self._tap(source, down.offset * planes.pitch, column[i], between, whole, empty, skip)
        for j, across in enumerate(planes.column_taps):
            source = self.between[across.phase]
            fresh = self._tap(source, across.offset * planes.depth, row[j], total, length, fresh, skip)

    def _tap(
        self, source: Flat, start: int, weight: Any, total: Flat, length: int, fresh: bool, skip: bool
    ) -> bool:
        """Add one weight's products; the answer says whether ``total`` still holds nothing."""
        if weight == 0 and skip:
            return fresh
        if fresh:
            np.multiply(source[start : start + length], weight, out=total[:length])
        elif weight == 0:
            total[:length] += source[start : start + length] * weight
        else:
            self.axpy(source, total, n=length, a=weight, offx=start)
        return False

    def copy_out(self, total: Flat, target: Map) -> None:
        """Leave the ends of the rows behind."""
        rows, pitch, depth = target.shape[0], self.planes.pitch, self.planes.depth
        block = total[: rows * pitch].reshape(rows, pitch)[:, : self.columns * depth]
        target[...] = block.reshape(target.shape) if depth == 1 else block.reshape(rows, self.columns, depth)


def _all_equal(weights: Map) -> bool:
    return bool((weights == weights[:, :, :1]).all())
