"""Choosing how a convolution is computed: the answer is the same, the time is not.

- images to 56 x 56: `scipy.signal.correlate2d` (`engine_small`)
- many filters: one matrix product (`engine_matrix`)
- all others: block by block (`engine_columns`), column by column of the kernel (`engine_dense`), or
  as a column and a row where the kernel is one times the other (`engine_thin`)
"""

from __future__ import annotations

import numpy as np

from convviz.core import engine_columns, engine_matrix, engine_small
from convviz.core.engine_job import Control, Finish, Job, Map


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
        engine_columns.compute(job, out, finish, control)


def _nothing(first: int, last: int) -> None:
    """Nothing is to be done with finished rows."""
