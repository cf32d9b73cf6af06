"""Large kernels by the Fourier transform, tile by tile ("overlap-save").

Each tile of the padded image is transformed, multiplied with the kernel's transform and
transformed back; the rim, where the circular sum has wrapped round, is thrown away (Oppenheim and
Schafer, "Discrete-Time Signal Processing", section 8.7). The transforms are taken in float64
whatever the image is, so that their rounding stays far below what float32 can show.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.engine_job import Control, Finish, Job, Map
from convviz.core.engine_planes import fill_plane

THREADS = 2


def compute(job: Job, out: Map, finish: Finish, control: Control) -> None:
    """Fill ``out`` (modes "sum" and "each"); the image must be finite."""
    from concurrent.futures import ThreadPoolExecutor

    tiles = _Tiles(job, out)
    bands = list(range(0, job.size.rows.output, tiles.rows))
    todo = iter(bands)
    lock = threading.Lock()
    done = 0

    def work(leading: bool) -> None:
        nonlocal done
        for first in _shared(todo, lock):
            control.check()
            last = min(first + tiles.rows, job.size.rows.output)
            tiles.band(first, last, control)
            with np.errstate(all="ignore"):
                finish(first, last)
            done += 1
            if leading:
                control.report(done / len(bands))

    with ThreadPoolExecutor(THREADS - 1) as pool:
        other = pool.submit(work, False)
        try:
            work(True)
        finally:
            with lock:
                bands_left = list(todo)  # an error here stops the other thread after its band
                del bands_left
        other.result()


def _shared(todo: Iterator[int], lock: threading.Lock) -> Iterator[int]:
    while True:
        with lock:
            item = next(todo, None)
        if item is None:
            return
        yield item


class _Tiles:
    """The kernel's transforms, and how to compute one band of tiles."""

    def __init__(self, job: Job, out: Map) -> None:
        from scipy import fft

        self.job, self.out, self.fft = job, out, fft
        rows, columns = job.size.rows, job.size.columns
        self.side = tuple(
            fft.next_fast_len(min(max(256, 8 * axis.effective_kernel), places.size), real=True)
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
        stride = self.job.size.columns.stride
        for left in range(0, self.job.size.columns.output, self.columns):
            control.check()
            right = min(left + self.columns, self.job.size.columns.output)
            answer = self._tile(first * self.job.size.rows.stride, left * stride)
            row_step = self.job.size.rows.stride
            part = answer[
                :: row_step, ::stride
            ][: last - first, : right - left]
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
