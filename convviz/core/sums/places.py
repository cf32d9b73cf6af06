"""The sums at chosen windows of a map, without computing the rest.

They are added up as a whole map's are (`convviz.core.sums`), so that the bits are the same.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from convviz.core.sizes.padding import CONSTANT, Indices
from convviz.core.sizes.shapes import AxisSize
from convviz.core.sums.adding import Chosen, cells
from convviz.core.sums.job import Control, Job, Map, share
from convviz.core.sums.kinds import RUN
from convviz.core.sums.two_passes import LARGE, factors

RAW = {"f4": ("u1", "u2", "f4"), "f8": ("f8",)}
"""The types of pictures that are read as they are, for each type of sums; others are copied first."""

WORTH_WHILE = 1 << 21
"""Multiplications in a block of rows that one thread takes."""

Ints = NDArray[np.int64]


def sums_at(
    job: Job, rows: Indices, columns: Indices, more: tuple[int, int] = (1, 1), channel: int | None = None
) -> Map:
    """The sums of ``job`` at all crossings of ``rows`` and ``columns``: (maps, a, b, rows, columns).

    There is one map in mode "sum", and one for each channel in mode "each", where ``channel`` asks for
    a single one. ``more`` asks for (a, b) neighbouring sums, down and across, that begin with each of
    these cells; what lies beyond the map is without meaning.
    """
    image, (kh, kw, depth) = _readable(job), job.weights.shape
    least = RUN[job.dtype.str[1:], 1]  # machine code takes no fewer
    padded = np.concatenate([columns, np.repeat(columns[-1:], max(0, least - columns.size))])
    wanted = range(depth) if channel is None else [channel]
    out = np.empty((1 if job.mode == "sum" else len(wanted), *more, rows.size, padded.size), job.dtype)
    same = bool((job.weights == job.weights[:, :, :1]).all())
    if job.mode == "sum" or (channel is None and (same or kh * kw <= LARGE)):
        _add(job, image, slice(None), rows, padded, out)
    else:  # of several planes each may be a column times a row
        for at, one in enumerate(wanted):
            _add(job, image, slice(one, one + 1), rows, padded, out[at : at + 1])
    return out[..., : columns.size]


def _readable(job: Job) -> Map:
    """The picture in a type that the sums read."""
    image = job.image.view(np.uint8) if job.image.dtype.kind == "b" else job.image
    if image.dtype.str[1:] not in RAW[job.dtype.str[1:]]:
        image = image.astype(job.dtype)
    return np.ascontiguousarray(image, image.dtype.newbyteorder("="))


def _add(job: Job, image: Map, channels: slice, rows: Indices, columns: Indices, out: Map) -> None:
    depth, weights = image.shape[2], job.weights[:, :, channels]
    split = factors(weights)
    scales = np.ones(len(weights)) if split is None else split.column
    taps = weights if split is None else np.broadcast_to(split.row[:, None], weights.shape)
    kernel = np.ascontiguousarray(taps.transpose(2, 0, 1), job.dtype)
    down, row_places = _window(job.rows, job.size.rows, rows, out.shape[1], image.shape[1] * depth)
    across, column_places = _window(job.columns, job.size.columns, columns, out.shape[2], depth)
    needed, row_places = np.unique(row_places, return_inverse=True)
    row_places = row_places.reshape(out.shape[1], -1).astype(np.int64)
    factor, fills = scales.astype(job.dtype), job.constants.astype(job.dtype)

    def block(begin: int, end: int) -> None:
        chosen = Chosen(down[needed, begin:end], across, row_places, column_places)
        part = out[:, :, :, begin:end]
        cells(image, chosen, kernel, factor, fills, part, channel=channels.start or 0)

    step = max(1, WORTH_WHILE // max(1, out[0, :, :, 0].size * weights.size))
    share(rows.size, step, lambda: block, Control())


def _window(sources: Indices, axis: AxisSize, chosen: Indices, more: int, pitch: int) -> tuple[Ints, Ints]:
    """The input cells behind each chosen window, (span, chosen), and where in it each weight's lie.

    Input cells are ``pitch`` values apart, -1 stands for the padding. The places are (more, kernel).
    """
    taps = np.arange(axis.kernel, dtype=np.int64) * axis.dilation
    places = np.arange(more, dtype=np.int64)[:, None] * axis.stride + taps
    span = chosen * axis.stride + np.arange(places.max() + 1)[:, None]
    found = sources[np.clip(span, 0, sources.size - 1)].astype(np.int64)
    return np.where(found == CONSTANT, CONSTANT, found * pitch), places
