"""Choosing how a convolution is computed: the answer is the same, the time is not.

- images to about 64 x 64: `scipy.signal.correlate2d` (`engine_small`)
- many filters: a matrix product (`engine_matrix`)
- kernels that are a column times a row: two thin kernels (`engine_separable`, `engine_taps`)
- other large kernels: the Fourier transform (`engine_fft`)
- all others: tap by tap (`engine_taps`)
"""

from __future__ import annotations

import numpy as np

from convviz.core import engine_fft, engine_matrix, engine_small, engine_taps
from convviz.core.engine_job import Control, Finish, Job, Map
from convviz.core.engine_separable import factors

FFT_TAPS = 50
"""From so many taps for each place the transform is quicker than adding tap by tap (measured)."""


def compute(job: Job, out: Map, finish: Finish | None = None, control: Control | None = None) -> None:
    """Write the sums of products into ``out`` (shape ``job.shape``, type ``job.dtype``).

    ``finish(first, last)`` is called once for every run of output rows when their sums are there,
    possibly from two threads at once for different rows. `Cancelled` ends the work.
    """
    finish = finish or _nothing
    control = control or Control()
    control.check()
    if job.mode == "filters":
        engine_matrix.compute(job, out, finish, control)
    elif engine_small.fits(job):
        engine_small.compute(job, out)
        with np.errstate(all="ignore"):
            finish(0, job.size.rows.output)
    else:
        _compute_large(job, out, finish, control)


def _compute_large(job: Job, out: Map, finish: Finish, control: Control) -> None:
    kh, kw, planes = job.weights.shape
    if kh * kw > kh + kw + 1:
        split = [factors(job.weights[:, :, c]) for c in range(planes)]
        found = [pair for pair in split if pair is not None]
        if len(found) == planes:
            engine_taps.compute(job, out, finish, control, found)
            return
    stride = job.size.stride[0] * job.size.stride[1]
    most = max(np.count_nonzero(job.weights[:, :, c]) for c in range(planes))
    if most > FFT_TAPS * stride and engine_fft.suits(job):
        engine_fft.compute(job, out, finish, control)
    else:
        engine_taps.compute(job, out, finish, control)


def _nothing(first: int, last: int) -> None:
    """Nothing is to be done with finished rows."""
