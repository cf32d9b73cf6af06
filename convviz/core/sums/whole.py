"""Whole maps: blocks of rows, read from the image itself where that is possible, else from padded copies."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from convviz.core.sizes.padding import CONSTANT, Indices
from convviz.core.sizes.shapes import AxisSize, ShapeSize
from convviz.core.sums.adding import filters, lines
from convviz.core.sums.job import THREADS, Control, Finish, Job, Map, share
from convviz.core.sums.two_passes import LARGE, Factors, factors

BLOCK = 1 << 21
"""Bytes of input in a block of rows: what two threads keep close at hand."""

WORTH_WHILE = 1 << 21
"""Multiplications from which on two threads are quicker than one."""

NARROW = 16
"""Columns of a strip beside what is read from the image itself, at the least."""


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
    work = _Filters(job, out) if job.mode == "filters" else _Lines(job, out)
    row = job.columns.size * job.image.shape[2] * job.dtype.itemsize
    axis = job.size.rows
    most = BLOCK if isinstance(work, _Filters) or work.top == work.bottom else 2 * BLOCK
    step = max(most // (row * axis.stride), 1, axis.effective_kernel // axis.stride)
    if out.size * job.weights[..., 0].size > WORTH_WHILE:
        step = min(step, -(-axis.output // THREADS))

    def block(first: int, last: int) -> None:
        work.rows(first, last)
        if finish is not None:
            finish(first, last)

    share(job.size.rows.output, step, lambda: block, control)


def _one_by_one(job: Job, out: Map, finish: Finish | None, control: Control) -> None:
    """Large filters, each as a map of its own: some of them may be a column times a row."""
    count = job.weights.shape[3]
    for k in range(count):
        one = replace(job, weights=job.weights[:, :, :, k], mode="sum")
        alone = np.empty(one.shape, out.dtype)
        compute(one, alone, None, control.part(k / count, (k + 1) / count))
        out[:, :, k] = alone
    if finish is not None:
        finish(0, len(out))


@lru_cache(maxsize=64)
def _taps(size: ShapeSize, pitch: int, length: int = 0) -> NDArray[np.int64]:
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


class _Filters:
    """Maps of many filters; the values of one place of all maps lie side by side."""

    def __init__(self, job: Job, out: Map) -> None:
        self.job, self.out = job, out
        self.weights = np.ascontiguousarray(job.weights, job.dtype)
        self.begins = _begins(job.weights.shape)

    def rows(self, first: int, last: int) -> None:
        """Fill the output rows ``first`` to ``last`` - 1."""
        job, rows = self.job, self.job.size.rows
        high, channels = (last - first - 1) * rows.stride + rows.effective_kernel, job.image.shape[2]
        values = np.empty((high, job.columns.size, channels), job.dtype)
        across = _parts(job.columns, job.size.columns, 0, job.columns.size)
        _fill(values, job, _parts(job.rows, rows, first * rows.stride, high), across)
        starts, offsets = _windows(job.size, last - first, channels)
        target = self.out[first:last].reshape(-1, self.out.shape[2])
        filters(values, starts, offsets, self.begins, self.weights, target)


@lru_cache(maxsize=64)
def _begins(shape: tuple[int, ...]) -> NDArray[np.int64]:
    """Where the lines of all filters' weights begin: (channels, kernel rows, kernel columns)."""
    kh, kw, channels, count = shape
    places = np.arange(kh * kw * channels, dtype=np.int64).reshape(kh, kw, channels) * count
    return np.ascontiguousarray(places.transpose(2, 0, 1))


@lru_cache(maxsize=64)
def _windows(size: ShapeSize, high: int, channels: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the windows of ``high`` output rows begin, and how far from there the value of each weight is."""
    rows, columns = size.rows, size.columns
    pitch = columns.padded * channels
    down = np.arange(rows.kernel, dtype=np.int64)[:, None] * (rows.dilation * pitch)
    across = np.arange(columns.kernel, dtype=np.int64) * (columns.dilation * channels)
    offsets = down + across + np.arange(channels, dtype=np.int64)[:, None, None]
    starts = np.arange(high, dtype=np.int64)[:, None] * (rows.stride * pitch)
    starts = starts + np.arange(columns.output, dtype=np.int64) * (columns.stride * channels)
    return starts.reshape(-1), offsets


def _inside(axis: AxisSize) -> tuple[int, int]:
    """Which outputs (first, last + 1) have windows in the image itself."""
    return -(-axis.before // axis.stride), (
        axis.before + axis.input - axis.effective_kernel
    ) // axis.stride + 1


Parts: TypeAlias = list[tuple[slice, Any]]


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
