"""The sums of one picture: whole maps (`compute`), or only chosen cells (`sums_at`).

Whole maps are made in blocks of rows, read from the image itself where that is possible, else from
padded copies.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from convviz.core.sizes.padding import CONSTANT, Indices
from convviz.core.sizes.shapes import AxisSize, ShapeSize
from convviz.core.sums.adding import Chosen, cells, filters, lines
from convviz.core.sums.job import RUN, THREADS, Control, Finish, Job, Map, share
from convviz.core.sums.layers import weight_lines, windows
from convviz.core.sums.two_passes import LARGE, Factors, factors

BLOCK = 1 << 21
"""Bytes of input in a block of rows: what fits the caches of two threads."""

WORTH_WHILE = 1 << 21
"""Multiplications from which on two threads are quicker than one; of chosen cells, those in a block."""

NARROW = 16
"""Columns of a strip beside what is read from the image itself, at the least."""

RAW = {"f4": ("u1", "u2", "f4"), "f8": ("f8",)}
"""The types of pictures from which chosen cells are read as they are, by the type of the sums."""

Ints: TypeAlias = NDArray[np.int64]
Parts: TypeAlias = list[tuple[slice, Any]]


def compute(job: Job, out: Map, finish: Finish | None = None, control: Control | None = None) -> None:
    """Write the sums of products into ``out`` (shape ``job.shape``, type ``job.dtype``).

    ``finish(first, last)`` is called once for every run of output rows when their sums are there,
    possibly from two threads at once for different rows. `Cancelled` ends the work.
    """
    control = control or Control()
    control.check()
    if job.mode == "filters" and job.weights[:, :, 0, 0].size > LARGE:
        _one_by_one(job, out, finish, control)
        return
    most = BLOCK
    if job.mode == "filters":
        rows = _filter_rows(job, out)
    else:
        single = _Lines(job, out)
        rows = single.rows
        most *= 1 if single.top == single.bottom else 2
    row = job.columns.size * job.image.shape[2] * job.dtype.itemsize
    axis = job.size.rows
    step = max(most // (row * axis.stride), 1, axis.effective_kernel // axis.stride)
    if out.size * job.weights[..., 0].size > WORTH_WHILE:
        step = min(step, -(-axis.output // THREADS))

    def block(first: int, last: int) -> None:
        rows(first, last)
        if finish is not None:
            finish(first, last)

    share(job.size.rows.output, step, lambda: block, control)


def _one_by_one(job: Job, out: Map, finish: Finish | None, control: Control) -> None:
    """Large filters one by one: some of them may be a column times a row."""
    count = job.weights.shape[3]
    for k in range(count):
        one = replace(job, weights=job.weights[:, :, :, k], mode="sum")
        alone = np.empty(one.shape, out.dtype)
        compute(one, alone, None, control.part(k / count, (k + 1) / count))
        out[:, :, k] = alone
    if finish is not None:
        finish(0, len(out))


@lru_cache(maxsize=64)
def _taps(size: ShapeSize, pitch: int, length: int = 0) -> Ints:
    """How far the value of each weight lies from its output, (1, kernel rows, kernel columns).

    Rows are ``pitch`` values apart; of a column stride s every s-th column lies side by side, ``length``
    of them.
    """
    down = np.arange(size.rows.kernel, dtype=np.int64) * (size.rows.dilation * pitch)
    reach = np.arange(size.columns.kernel, dtype=np.int64) * size.columns.dilation
    across = reach % size.columns.stride * length + reach // size.columns.stride
    return np.ascontiguousarray((down[:, None] + across)[None])


class _Lines:
    """Maps of one filter (modes "sum" and "each"); outputs of a row lie side by side."""

    def __init__(self, job: Job, out: Map) -> None:
        self.job, self.out = job, out
        self.weights = np.ascontiguousarray(job.weights.transpose(2, 0, 1), job.dtype)
        each = [job.weights[:, :, c : c + 1] for c in range(job.weights.shape[2])]
        self.factors = [factors(plane) for plane in (each if job.mode == "each" else [job.weights])]
        self.top, self.bottom, self.left, self.right = self._readable()
        self.paired = job.size.rows.stride == job.size.rows.dilation

    def _readable(self) -> tuple[int, int, int, int]:
        """Outputs (top, bottom, left, right) whose windows are read from the image as it is."""
        job, image = self.job, self.job.image
        same = image.dtype == job.dtype and image.flags.c_contiguous and image.shape[2] == 1
        side_by_side = self.out.strides[1] == self.out.itemsize
        if not (same and side_by_side) or job.size.columns.stride > 1 or self.factors[0] is not None:
            return 0, 0, 0, 0
        top, bottom = _inside(job.size.rows)
        left, right = _inside(job.size.columns)
        return (top, bottom, left, right) if top < bottom and left < right else (0, 0, 0, 0)

    def rows(self, first: int, last: int) -> None:
        """Fill the output rows ``first`` to ``last`` - 1."""
        width = self.job.size.columns.output
        top, bottom = (min(max(row, first), last) for row in (self.top, self.bottom))
        self._copied(first, top, 0, width)
        if top < bottom:
            self._direct(top, bottom)
            # Some columns more than are missing: short lines take as long as these.
            left = min(width, max(self.left, NARROW)) if self.left else 0
            right = max(0, min(self.right, width - NARROW)) if self.right < width else width
            self._copied(top, bottom, 0, left)
            self._copied(top, bottom, right, width)
        self._copied(bottom, last, 0, width)

    def _direct(self, first: int, last: int) -> None:
        rows, columns, pitch = self.job.size.rows, self.job.size.columns, self.job.image.shape[1]
        start = (rows.start(first)) * pitch + columns.start(self.left)
        out = (self.out if self.out.ndim == 2 else self.out[:, :, 0])[first:last, self.left : self.right]
        taps = _taps(self.job.size, pitch)
        lines(self.job.image, start, rows.stride * pitch, taps, self.weights, out, paired=self.paired)

    def _copied(self, first: int, last: int, left: int, right: int) -> None:
        """Fill a part of the output from a padded copy of what its windows cover, channel by channel.

        With a column stride s every s-th column of the copy lies side by side, so that neighbouring
        outputs find their values side by side.
        """
        if first >= last or left >= right:
            return
        job, rows, columns = self.job, self.job.size.rows, self.job.size.columns
        high = (last - first - 1) * rows.stride + rows.effective_kernel
        wide = (right - left - 1) * columns.stride + columns.effective_kernel
        length, channels = -(-wide // columns.stride), job.image.shape[2]
        values = np.empty((channels, high, columns.stride, length), job.dtype)
        down = _parts(job.rows, rows, first * rows.stride, high)
        for phase in range(min(columns.stride, wide)):
            count = -(-(wide - phase) // columns.stride)
            across = _parts(job.columns, columns, left * columns.stride + phase, count, columns.stride)
            _fill(values[:, :, phase, :count].transpose(1, 2, 0), job, down, across)
        values = values.reshape(channels, high, -1)
        target = self.out[first:last, left:right]
        if job.mode == "sum":
            self._add(values, self.weights, self.factors[0], length, target)
            return
        for c in range(channels):
            self._add(values[c : c + 1], self.weights[c : c + 1], self.factors[c], length, target[:, :, c])

    def _add(self, values: Map, weights: Map, split: Factors | None, length: int, out: Map) -> None:
        """Add up the channels of a copy into ``out``."""
        rows, pitch = self.job.size.rows, values.shape[2]
        taps = _taps(self.job.size, pitch, length)
        target = out if out.strides[1] == out.itemsize else np.empty(out.shape, out.dtype)
        if split is None:
            apart = np.arange(len(values), dtype=np.int64)[:, None, None] * values[0].size
            lines(values, 0, rows.stride * pitch, taps + apart, weights, target, paired=self.paired)
        else:
            split.sums(values, taps[0, 0], rows, target)
        if target is not out:
            out[...] = target


def _filter_rows(job: Job, out: Map) -> Callable[[int, int], None]:
    """What fills the rows ``first`` to ``last`` - 1 of maps of many filters, which lie side by side."""
    axis, channels = job.size.rows, job.image.shape[2]
    weights, begins = np.ascontiguousarray(job.weights, job.dtype), weight_lines(job.weights.shape)
    across = _parts(job.columns, job.size.columns, 0, job.columns.size)

    def rows(first: int, last: int) -> None:
        high = (last - first - 1) * axis.stride + axis.effective_kernel
        values = np.empty((1, high, job.columns.size, channels), job.dtype)
        _fill(values[0], job, _parts(job.rows, axis, first * axis.stride, high), across)
        starts, offsets = windows(values.shape, job.size)
        taps = offsets + np.arange(channels)[:, None, None]
        filters(values, starts, taps, begins, weights, out[first:last].reshape(-1, out.shape[2]))

    return rows


def _inside(axis: AxisSize) -> tuple[int, int]:
    """Which outputs (first, last + 1) have windows in the image itself."""
    last = (axis.before + axis.input - axis.effective_kernel) // axis.stride
    return -(-axis.before // axis.stride), last + 1


def _parts(cells: Indices, axis: AxisSize, start: int, count: int, step: int = 1) -> Parts:
    """``count`` places of a padded axis, ``step`` apart: (where in the copy, which input cells).

    Places in the input itself are a slice of it; those in the padding are named one by one.
    """
    low, high = (
        min(max(-(-(place - start) // step), 0), count) for place in (axis.before, axis.before + axis.input)
    )
    inside = slice(start + low * step - axis.before, start + (high - 1) * step - axis.before + 1, step)
    found: Parts = [(slice(low, high), inside)] if low < high else []
    for first, last in ((0, low), (high, count)):
        if first < last:
            found.append((slice(first, last), cells[start + first * step : start + last * step : step]))
    return found


def _fill(part: Map, job: Job, rows: Parts, columns: Parts) -> None:
    """Copy input cells (rows x columns, all channels) into ``part``, changing their type."""
    for down, source_rows in rows:
        for across, source_columns in columns:
            target = part[down, across]
            target[...] = job.image[source_rows][:, source_columns]
            if isinstance(source_rows, np.ndarray):
                target[source_rows == CONSTANT] = job.constants
            if isinstance(source_columns, np.ndarray):
                target[:, source_columns == CONSTANT] = job.constants


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
        _add_chosen(job, image, slice(None), rows, padded, out)
    else:  # of several planes each may be a column times a row
        for at, one in enumerate(wanted):
            _add_chosen(job, image, slice(one, one + 1), rows, padded, out[at : at + 1])
    return out[..., : columns.size]


def _readable(job: Job) -> Map:
    """The picture in a type that the sums read."""
    image = job.image.view(np.uint8) if job.image.dtype.kind == "b" else job.image
    if image.dtype.str[1:] not in RAW[job.dtype.str[1:]]:
        image = image.astype(job.dtype)
    return np.ascontiguousarray(image, image.dtype.newbyteorder("="))


def _add_chosen(job: Job, image: Map, channels: slice, rows: Indices, columns: Indices, out: Map) -> None:
    depth, weights = image.shape[2], job.weights[:, :, channels]
    split = factors(weights)
    scales = np.ones(len(weights)) if split is None else split.column
    taps = weights if split is None else np.broadcast_to(split.row[:, None], weights.shape)
    kernel = np.ascontiguousarray(taps.transpose(2, 0, 1), job.dtype)
    down, row_places = _chosen(job.rows, job.size.rows, rows, out.shape[1], image.shape[1] * depth)
    across, column_places = _chosen(job.columns, job.size.columns, columns, out.shape[2], depth)
    needed, row_places = np.unique(row_places, return_inverse=True)
    row_places = row_places.reshape(out.shape[1], -1).astype(np.int64)
    factor, fills = scales.astype(job.dtype), job.constants.astype(job.dtype)

    def block(begin: int, end: int) -> None:
        chosen = Chosen(down[needed, begin:end], across, row_places, column_places)
        part = out[:, :, :, begin:end]
        cells(image, chosen, kernel, factor, fills, part, channel=channels.start or 0)

    step = max(1, WORTH_WHILE // max(1, out[0, :, :, 0].size * weights.size))
    share(rows.size, step, lambda: block, Control())


def _chosen(sources: Indices, axis: AxisSize, chosen: Indices, more: int, pitch: int) -> tuple[Ints, Ints]:
    """The input cells behind each chosen window, (span, chosen), and where in it each weight's lie.

    Input cells are ``pitch`` values apart, -1 stands for the padding. The places are (more, kernel).
    """
    taps = np.arange(axis.kernel, dtype=np.int64) * axis.dilation
    places = np.arange(more, dtype=np.int64)[:, None] * axis.stride + taps
    span = chosen * axis.stride + np.arange(places.max() + 1)[:, None]
    found = sources[np.clip(span, 0, sources.size - 1)].astype(np.int64)
    return np.where(found == CONSTANT, CONSTANT, found * pitch), places
