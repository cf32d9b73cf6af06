"""The sums at chosen cells of a map, without computing the rest.

They are added up as a whole map's are (`convviz.core.sums`), so that the bits are the same.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from convviz.core.padding import CONSTANT, Indices
from convviz.core.sums.adding import cells
from convviz.core.sums.job import Control, Job, Map
from convviz.core.sums.threads import share
from convviz.core.sums.two_passes import LARGE, factors

RAW = {"f4": ("u1", "u2", "f4"), "f8": ("f8",)}
"""The types of pictures that are read as they are, for each type of sums; others are copied first."""

WORTH_WHILE = 1 << 21
"""Multiplications in a block of rows that one thread takes."""


def sums_at(job: Job, rows: Indices, columns: Indices, channel: int | None = None) -> Map:
    """The sums of ``job`` at all crossings of ``rows`` and ``columns``: (maps, rows, columns).

    There is one map in mode "sum", and one for each channel in mode "each", where ``channel`` asks for
    a single one.
    """
    image, (kh, kw, depth) = _readable(job), job.weights.shape
    together = job.mode == "sum" or (channel is None and kh * kw <= LARGE)
    wanted = range(depth) if channel is None else [channel]
    out = np.empty((1 if job.mode == "sum" else len(wanted), rows.size, columns.size), job.dtype)
    if together:
        _add(job, image, slice(None), rows, columns, out)
    else:
        for at, one in enumerate(wanted):
            _add(job, image, slice(one, one + 1), rows, columns, out[at : at + 1])
    return out


def _readable(job: Job) -> Map:
    """The picture in a type that the sums read."""
    image = job.image.view(np.uint8) if job.image.dtype.kind == "b" else job.image
    if image.dtype.str[1:] not in RAW[job.dtype.str[1:]]:
        image = image.astype(job.dtype)
    return np.ascontiguousarray(image)


def _add(job: Job, image: Map, channels: slice, rows: Indices, columns: Indices, out: Map) -> None:
    depth, first = image.shape[2], channels.start or 0
    weights = job.weights[:, :, channels]
    split = factors(weights)
    scales = np.ones(len(weights)) if split is None else split.column
    taps = weights if split is None else np.broadcast_to(split.row[:, None], weights.shape)
    kernel = np.ascontiguousarray(taps.transpose(2, 0, 1), job.dtype)
    fills = job.constants[channels].astype(job.dtype)
    down = _sources(job.rows, rows, job.size.rows.stride, job.size.rows.dilation, len(weights))
    down = np.where(down == CONSTANT, CONSTANT, down * (image.shape[1] * depth))
    across = _sources(
        job.columns, columns, job.size.columns.stride, job.size.columns.dilation, weights.shape[1]
    )
    across = np.where(across == CONSTANT, CONSTANT, across * depth + first)

    def block(begin: int, end: int) -> None:
        part = np.ascontiguousarray(down[:, begin:end])
        cells(image, part, across, kernel, scales.astype(job.dtype), fills, out[:, begin:end])

    step = max(1, WORTH_WHILE // max(1, columns.size * weights.size))
    share(rows.size, step, lambda: block, Control())


def _sources(
    cells_of: Indices, chosen: Indices, stride: int, dilation: int, kernel: int
) -> NDArray[np.int64]:
    """The input cell behind each weight, for each chosen output: (kernel, chosen)."""
    places = chosen * stride + np.arange(kernel)[:, None] * dilation
    sources: NDArray[np.int64] = cells_of[places].astype(np.int64)
    return sources
