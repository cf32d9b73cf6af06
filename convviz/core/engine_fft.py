"""Large kernels by the Fourier transform, tile by tile ("overlap-save").

Each tile of the padded image is transformed, multiplied with the kernel's transform and
transformed back; the rim, where the circular sum has wrapped round, is thrown away (Oppenheim and
Schafer, "Discrete-Time Signal Processing", section 8.7). The transforms are taken in float64
whatever the image is, so that their rounding stays far below what float32 can show. They let go
of the interpreter's lock: two threads share the tiles.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.engine_job import Control, Finish, Job, Map
from convviz.core.engine_planes import fill_plane
from convviz.core.engine_threads import Work, share

TILE = 256
"""The least side of a tile; large kernels get larger ones, or the rim would be most of it."""

EXACT = 2.0**36
"""Whole-number sums below this are exact after rounding: float64 keeps 53 bits, a tile may cost 16."""

CONTRAST = 1e6
"""How far the largest value may stand out. Rounding is relative to the largest value of a tile."""


def suits(job: Job) -> bool:
    """Whether the transform keeps this image's values: all finite, none drowned by another."""
    if job.whole and job.bound >= EXACT:
        return False
    if job.image.dtype.kind != "f":
        return True
    with np.errstate(all="ignore"):
        largest = max(float(job.image.max()), -float(job.image.min()))
        if not np.isfinite(largest) or not np.isfinite(job.image.min()):
            return False
        few = job.image[:: max(1, job.image.shape[0] // 64), :: max(1, job.image.shape[1] // 64)]
        return largest <= CONTRAST * float(np.abs(few).mean(dtype=np.float64))


def compute(job: Job, out: Map, finish: Finish, control: Control) -> None:
    """Fill ``out`` (modes "sum" and "each")."""
    tiles = _Tiles(job, out)

    def make() -> Work:
        def work(first: int, last: int) -> None:
            tiles.band(first, last, control)
            finish(first, last)

        return work

    share(job.size.rows.output, tiles.rows, make, control)


class _Tiles:
    """The kernel's transforms, and how to compute one band of tiles."""

    def __init__(self, job: Job, out: Map) -> None:
        from scipy import fft

        self.job, self.out, self.fft = job, out, fft
        rows, columns = job.size.rows, job.size.columns
        self.side = tuple(
            fft.next_fast_len(min(max(TILE, 8 * axis.effective_kernel), places.size), real=True)
            for axis, places in ((rows, job.rows), (columns, job.columns))
        )
        self.rows = (self.side[0] - rows.effective_kernel) // rows.stride + 1
        self.columns = (self.side[1] - columns.effective_kernel) // columns.stride + 1
        kernel = np.zeros((rows.effective_kernel, columns.effective_kernel, job.weights.shape[2]))
        kernel[:: rows.dilation, :: columns.dilation] = job.weights
        # Correlation is multiplication with the conjugate.
        self.spectrum = np.conj(fft.rfft2(kernel.transpose(2, 0, 1), self.side))

    def band(self, first: int, last: int, control: Control) -> None:
        """Compute the output rows ``first`` to ``last`` - 1."""
        down, across = self.job.size.stride
        for left in range(0, self.job.size.columns.output, self.columns):
            control.check()
            right = min(left + self.columns, self.job.size.columns.output)
            answer = self._tile(first * down, left * across)[::down, ::across]
            part = answer[: last - first, : right - left]
            self.out[first:last, left:right] = np.rint(part) if self.job.whole else part

    def _tile(self, top: int, left: int) -> NDArray[Any]:
        """Sums of all windows that start in this tile, at stride 1; the last ones are wrapped round."""
        job = self.job
        rows = job.rows[top : top + self.side[0]]
        columns = job.columns[left : left + self.side[1]]
        channels = job.image.shape[2]
        tile = np.zeros((channels, *self.side))
        for channel in range(channels):
            target = tile[channel, : rows.size, : columns.size, None]
            fill_plane(target, job, slice(channel, channel + 1), rows, columns)
        spectrum = self.fft.rfft2(tile)
        spectrum *= self.spectrum
        if job.mode == "sum":
            return np.asarray(self.fft.irfft2(spectrum.sum(axis=0), self.side))
        return np.asarray(self.fft.irfft2(spectrum, self.side).transpose(1, 2, 0))
