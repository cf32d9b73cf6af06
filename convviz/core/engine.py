"""Choosing how a convolution is computed: the answer is the same, the time is not.

- images to about 64 x 64: `scipy.signal.correlate2d` (`engine_small`)
- many filters: one matrix product (`engine_matrix`)
- all others: column by column of the kernel (`engine_columns`); large kernels that are a few columns
  times a few rows, as those (`engine_rank`)
"""

from __future__ import annotations

import numpy as np

from convviz.core import engine_columns, engine_matrix, engine_small
from convviz.core.engine_job import Control, Finish, Job, Map
from convviz.core.engine_rank import factors

THICK = 13
"""From this many rows and columns on, kernels of low rank are quicker in two steps (measured)."""


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
        engine_columns.compute(job, out, finish, control, _factors(job))


def _factors(job: Job) -> engine_columns.Factors | None:
    if min(job.weights.shape[:2]) < THICK:
        return None
    found = [factors(job.weights[:, :, channel]) for channel in range(job.weights.shape[2])]
    return None if None in found else [pair for pair in found if pair is not None]


def _nothing(first: int, last: int) -> None:
    """Nothing is to be done with finished rows."""
