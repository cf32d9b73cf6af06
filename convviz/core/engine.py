"""Choosing how a convolution is computed."""

from __future__ import annotations

import numpy as np

from convviz.core.engine_job import Control, Finish, Job, Map
from convviz.core.padding import CONSTANT


def compute(job: Job, out: Map, finish: Finish | None = None, control: Control | None = None) -> None:
    """Write the sums of products into ``out`` (shape ``job.shape``, type ``job.dtype``)."""
    padded = job.image[job.rows[:, None], job.columns[None, :]].astype(job.dtype)
    outside = (job.rows == CONSTANT)[:, None] | (job.columns == CONSTANT)[None, :]
    if outside.any():
        padded[outside] = job.constants
    rows, columns = job.size.rows, job.size.columns
    weights = job.weights.astype(job.dtype)
    out[...] = 0
    with np.errstate(all="ignore"):
        for i in range(rows.kernel):
            for j in range(columns.kernel):
                top, left = i * rows.dilation, j * columns.dilation
                window = padded[
                    top : top + (rows.output - 1) * rows.stride + 1 : rows.stride,
                    left : left + (columns.output - 1) * columns.stride + 1 : columns.stride,
                ]
                if job.mode == "sum":
                    out += (window * weights[i, j]).sum(axis=2)
                elif job.mode == "each":
                    out += window * weights[i, j]
                else:
                    out += window @ weights[i, j]
    if finish is not None:
        finish(0, rows.output)
