"""Sums of products tap by tap, on blocks of rows that stay in the processor's cache.

One call of BLAS `axpy` adds one weight times a run of values, shifted to where that weight lies.
Rows of a block follow each other in memory, so a run simply goes on over the ends of the rows;
what it adds up there belongs to no window and is left behind when the block is copied out.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from convviz.core.engine_job import Control, Finish, Job, Map
from convviz.core.engine_planes import Flat, Planes
from convviz.core.engine_threads import Work, share

BLOCK = 128 * 1024
"""Values in a block: with its source, well inside a usual second-level cache."""

RUN = 9984
"""Values in one call of `axpy`. From 10,000 on OpenBLAS shares the call among threads of its own and
waits for all of them: 1.6 times quicker on an idle computer, but up to hundreds of times slower on
a busy one (and a window that paints makes it busy)."""

Factors: TypeAlias = list[tuple[NDArray[np.float64], NDArray[np.float64]]]


def compute(job: Job, out: Map, finish: Finish, control: Control, factors: Factors | None = None) -> None:
    """Fill ``out`` (modes "sum" and "each") block by block.

    With ``factors``, one (column, row) pair of vectors for each channel, every kernel is applied
    as its column first and its row second.
    """
    rows, columns = job.size.rows, job.size.columns
    together = job.mode == "each" and _all_equal(job.weights)
    groups: list[int | None] = [None] if together else list(range(job.image.shape[2]))
    depth = job.image.shape[2] if together else 1
    pitch = (columns.output + columns.effective_kernel // columns.stride) * depth
    # A block also reads the rows its last windows reach into; very low blocks would read most rows twice.
    step = min(rows.output, max(BLOCK // pitch, rows.effective_kernel // rows.stride, 1))

    def make() -> Work:
        adders = [_Adder(job, c, step, None if factors is None else factors[c or 0]) for c in groups]
        total = np.empty(step * adders[0].planes.pitch, job.dtype)

        def work(first: int, last: int) -> None:
            for number, adder in enumerate(adders):
                adder.add(first, last, total, fresh=job.mode == "each" or number == 0)
                if job.mode == "each":
                    adder.copy_out(total, out[first:last] if together else out[first:last, :, number])
            if job.mode == "sum":
                adders[0].copy_out(total, out[first:last])
            finish(first, last)

        return work

    # One thread: `axpy` keeps the interpreter's lock, microseconds at a time, so two are no quicker.
    share(rows.output, step, make, control, threads=1)


class _Adder:
    """Adds up one channel, or all channels side by side where they share their weights."""

    def __init__(
        self, job: Job, channel: int | None, rows: int, factors: tuple[NDArray[Any], NDArray[Any]] | None
    ) -> None:
        from scipy.linalg import blas

        single = job.dtype == np.float32
        self.axpy = blas.saxpy if single else blas.daxpy
        self.planes = Planes(job, channel, rows)
        self.columns = job.size.columns.output
        planes, kernel = self.planes, job.weights[:, :, channel or 0].astype(job.dtype)
        self.between: dict[int, Flat] = {}
        if factors is None:
            self.dense = [
                ((i.phase, j.phase), i.offset * planes.pitch + j.offset * planes.depth, kernel[down, across])
                for down, i in enumerate(planes.row_taps)
                for across, j in enumerate(planes.column_taps)
            ]
            vectors = [kernel]
        else:
            vectors = [vector.astype(job.dtype) for vector in factors]
            phases = {tap.phase for tap in planes.column_taps}
            self.between = {phase: np.empty(rows * planes.pitch, job.dtype) for phase in phases}
        self.vectors = vectors
        # A weight of 0 times NaN is NaN, but BLAS skips weights of 0: there, NumPy multiplies.
        self.careful = job.image.dtype.kind == "f" and not all(v.all() for v in vectors)

    def add(self, first: int, last: int, total: Flat, fresh: bool) -> None:
        """Put (``fresh``) or add this channel's sums of some output rows to ``total``."""
        planes = self.planes
        planes.load(first, last)
        skip = not (self.careful and any(not np.isfinite(p.sum()) for p in planes.flat.values()))
        length = (last - first - 1) * planes.pitch + self.columns * planes.depth
        if not self.between:
            self._run([(planes.flat[p], at, w) for p, at, w in self.dense], total, length, fresh, skip)
            return
        column, row = self.vectors
        for phase, between in self.between.items():
            down = [
                (planes.flat[tap.phase, phase], tap.offset * planes.pitch, weight)
                for tap, weight in zip(planes.row_taps, column, strict=True)
            ]
            self._run(down, between, (last - first) * planes.pitch, True, skip)
        across = [
            (self.between[tap.phase], tap.offset * planes.depth, weight)
            for tap, weight in zip(planes.column_taps, row, strict=True)
        ]
        self._run(across, total, length, fresh, skip)

    def _run(
        self, taps: list[tuple[Flat, int, Any]], total: Flat, length: int, fresh: bool, skip: bool
    ) -> None:
        """Add every tap's products to ``total``, one short run of values after the other."""
        if skip:
            taps = [tap for tap in taps if tap[2] != 0] or taps[:1]
        axpy = self.axpy
        for start in range(0, length, RUN):
            count = min(RUN, length - start)
            rest = taps
            if fresh:
                source, offset, weight = taps[0]
                np.multiply(source[start + offset :][:count], weight, out=total[start : start + count])
                rest = taps[1:]
            for source, offset, weight in rest:
                if weight == 0 and not skip:
                    total[start : start + count] += source[start + offset :][:count] * weight
                else:
                    axpy(source, total, n=count, a=weight, offx=start + offset, offy=start)

    def copy_out(self, total: Flat, target: Map) -> None:
        """Leave the ends of the rows behind."""
        rows, pitch, depth = target.shape[0], self.planes.pitch, self.planes.depth
        block = total[: rows * pitch].reshape(rows, pitch)[:, : self.columns * depth]
        target[...] = block if depth == 1 else block.reshape(rows, self.columns, depth)


def _all_equal(weights: Map) -> bool:
    return bool((weights == weights[:, :, :1]).all())
