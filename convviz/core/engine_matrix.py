"""Many filters at once as a matrix product: one row for every window, one column for every filter."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import as_strided

from convviz.core.engine_job import Control, Finish, Job, Map
from convviz.core.engine_planes import fill_plane

BLOCK = 512 * 1024
"""Values in the matrix of windows of one block of rows."""


def compute(job: Job, out: Map, finish: Finish, control: Control) -> None:
    """Fill ``out`` (mode "filters") block by block."""
    rows, columns = job.size.rows, job.size.columns
    kh, kw, channels, filters = job.weights.shape
    matrix = np.ascontiguousarray(job.weights.reshape(-1, filters), dtype=job.dtype)
    count = max(1, min(rows.output, BLOCK // (columns.output * matrix.shape[0])))
    height = (count - 1) * rows.stride + rows.effective_kernel
    part = np.empty((height, job.columns.size, channels), job.dtype)
    down, across, deep = part.strides
    windows = as_strided(
        part,
        (count, columns.output, kh, kw, channels),
        (down * rows.stride, across * columns.stride, down * rows.dilation, across * columns.dilation, deep),
    )
    with np.errstate(all="ignore"):
        for first in range(0, rows.output, count):
            control.check()
            last = min(first + count, rows.output)
            tall = (last - first - 1) * rows.stride + rows.effective_kernel
            sources = job.rows[first * rows.stride :][:tall]
            fill_plane(part[: sources.size], job, slice(None), sources, job.columns)
            table = windows[: last - first].reshape(-1, matrix.shape[0])
            out[first:last] = (table @ matrix).reshape(last - first, columns.output, filters)
            finish(first, last)
            control.report(last / rows.output)
