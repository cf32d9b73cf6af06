"""Small images: `scipy.signal.correlate2d` itself, the arithmetic that everything else is held against."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from convviz.core.engine_job import Job, Map
from convviz.core.padding import CONSTANT

SIDE = 56
"""Images up to this many pixels wide and high are small; above, blocks of matrix products are quicker."""


def fits(job: Job) -> bool:
    """Whether the image is small, and finite where SciPy would see the holes of a dilated kernel."""
    height, width = job.image.shape[:2]
    if job.mode == "filters" or max(height, width) > SIDE or max(job.rows.size, job.columns.size) > 2 * SIDE:
        return False
    dilated = job.size.dilation != (1, 1)
    return not dilated or job.image.dtype.kind != "f" or bool(np.isfinite(job.image).all())


def compute(job: Job, out: Map) -> None:
    """Fill ``out`` (modes "sum" and "each")."""
    from scipy.signal import correlate2d

    padded = _padded(job)
    row_step, column_step = job.size.stride
    for channel in range(padded.shape[2]):
        kernel = _dilated(job, channel)
        # The kernel is never the larger of the two (the sizes are checked): "valid" would swap them silently.
        with np.errstate(all="ignore"):
            answer = correlate2d(padded[:, :, channel], kernel, mode="valid")[::row_step, ::column_step]
            if job.mode == "each":
                out[:, :, channel] = answer
            elif channel == 0:
                out[...] = answer
            else:
                out += answer


def _padded(job: Job) -> Map:
    if job.size.padding == ((0, 0), (0, 0)):
        return job.image.astype(job.dtype, copy=False)
    padded = job.image[job.rows[:, None], job.columns].astype(job.dtype)
    rows, columns = job.rows == CONSTANT, job.columns == CONSTANT
    if rows.any():
        padded[rows] = job.constants
    if columns.any():
        padded[:, columns] = job.constants
    return padded


def _dilated(job: Job, channel: int) -> NDArray[np.float64] | Map:
    weights = job.weights[:, :, channel].astype(job.dtype)
    rows, columns = job.size.rows, job.size.columns
    if job.size.dilation == (1, 1):
        return weights
    kernel = np.zeros((rows.effective_kernel, columns.effective_kernel), job.dtype)
    kernel[:: rows.dilation, :: columns.dilation] = weights
    return kernel
