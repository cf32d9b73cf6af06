"""Whole maps: blocks of rows, read from the image itself where that is possible, else from padded copies."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from convviz.core.padding import CONSTANT, Indices
from convviz.core.shapes import AxisSize
from convviz.core.sums.adding import filters, lines
from convviz.core.sums.job import Control, Finish, Job, Map
from convviz.core.sums.threads import share
from convviz.core.sums.two_passes import LARGE, Factors, factors

BLOCK = 1 << 20
"""Bytes of input in a block of rows: what two threads keep close at hand."""

NARROW = 16
"""Strips of fewer columns are copied on their side, so that their rows lie along the line."""


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
    step = max(BLOCK // (row * axis.stride), 1, axis.effective_kernel // axis.stride)

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
        compute(one, out[:, :, k], None, control.part(k / count, (k + 1) / count))
    if finish is not None:
        finish(0, len(out))


def _taps(job: Job, apart: int, columns: NDArray[np.int64]) -> NDArray[np.int64]:
    """How far the value of each weight lies from its output: rows ``apart``, and ``columns``."""
    down = np.arange(job.size.rows.kernel, dtype=np.int64) * (job.size.rows.dilation * apart)
    return down[:, None] + columns


class _Lines:
    """Maps of one filter (modes "sum" and "each"); outputs of a row lie side by side."""

    def __init__(self, job: Job, out: Map) -> None:
        self.job, self.out = job, out
        self.weights = np.ascontiguousarray(job.weights.transpose(2, 0, 1), job.dtype)
        each = [job.weights[:, :, c : c + 1] for c in range(job.weights.shape[2])]
        self.factors = [factors(plane) for plane in (each if job.mode == "each" else [job.weights])]
        self.top, self.bottom, self.left, self.right = self._readable()

    def _readable(self) -> tuple[int, int, int, int]:
        """Outputs (top, bottom, left, right) whose windows are read from the image as it is."""
        job, image = self.job, self.job.image
        same = image.dtype == job.dtype and image.flags.c_contiguous and image.shape[2] == 1
        if not same or job.size.columns.stride > 1 or self.factors[0] is not None:
            return 0, 0, 0, 0
        top, bottom = _inside(job.rows, job.size.rows)
        left, right = _inside(job.columns, job.size.columns)
        return (top, bottom, left, right) if top < bottom and left < right else (0, 0, 0, 0)

    def rows(self, first: int, last: int) -> None:
        """Fill the output rows ``first`` to ``last`` - 1."""
        width = self.job.size.columns.output
        top, bottom = (min(max(row, first), last) for row in (self.top, self.bottom))
        if first < top:
            self._copied(first, top, 0, width)
        if top < bottom:
            self._direct(top, bottom)
            for left, right in ((0, self.left), (self.right, width)):
                if left < right:
                    self._copied(top, bottom, left, right)
        if bottom < last:
            self._copied(bottom, last, 0, width)

    def _direct(self, first: int, last: int) -> None:
        job = self.job
        rows, columns, pitch = job.size.rows, job.size.columns, job.image.shape[1]
        across = np.arange(columns.kernel, dtype=np.int64) * columns.dilation
        start = int(job.rows[first * rows.stride]) * pitch + int(job.columns[self.left])
        out = self._plane(0)[first:last, self.left : self.right]
        lines(job.image, start, rows.stride * pitch, _taps(job, pitch, across)[None], self.weights, out)

    def _plane(self, channel: int) -> Map:
        return self.out if self.out.ndim == 2 else self.out[:, :, channel]

    def _copied(self, first: int, last: int, left: int, right: int) -> None:
        job = self.job
        narrow = right - left < NARROW and job.size.stride == (1, 1) and last - first > right - left
        part = _Copy(job, first, last, left, right, on_side=narrow and not any(self.factors))
        if job.mode == "sum":
            part.sums(self.weights, self.factors[0], slice(None), self.out[first:last, left:right])
            return
        for channel in range(job.image.shape[2]):
            one = slice(channel, channel + 1)
            part.sums(
                self.weights[one], self.factors[channel], one, self.out[first:last, left:right, channel]
            )


class _Copy:
    """A padded copy of what the windows of some outputs cover, channel by channel, in the sums' type.

    With a column stride s every s-th column lies side by side, so that neighbouring outputs find
    their values side by side; ``on_side`` rows do.
    """

    def __init__(self, job: Job, first: int, last: int, left: int, right: int, *, on_side: bool) -> None:
        self.job, self.on_side = job, on_side
        rows, columns = job.size.rows, job.size.columns
        self.high = (last - first - 1) * rows.stride + rows.effective_kernel
        wide = (right - left - 1) * columns.stride + columns.effective_kernel
        self.length = -(-wide // columns.stride)
        down = _parts(job.rows, rows, first * rows.stride, self.high)
        channels = job.image.shape[2]
        shape = (wide, self.high) if on_side else (self.high, columns.stride * self.length)
        self.values = np.empty((channels, *shape), job.dtype)
        if on_side:
            across = _parts(job.columns, columns, left, wide)
            _fill(self.values.transpose(2, 1, 0), job, down, across)
            return
        phases = self.values.reshape(channels, self.high, columns.stride, self.length)
        for phase in range(min(columns.stride, wide)):
            count = -(-(wide - phase) // columns.stride)
            across = _parts(job.columns, columns, left * columns.stride + phase, count, columns.stride)
            _fill(phases[:, :, phase, :count].transpose(1, 2, 0), job, down, across)

    def sums(self, weights: Map, split: Factors | None, channels: slice, out: Map) -> None:
        """Add up the weights (channels, kh, kw) over these channels of the copy, into ``out``."""
        rows, columns = self.job.size.rows, self.job.size.columns
        values = self.values[channels]
        apart = np.arange(len(values), dtype=np.int64)[:, None, None] * values[0].size
        reach = np.arange(columns.kernel, dtype=np.int64) * columns.dilation
        target = np.empty(out.shape[::-1] if self.on_side else out.shape, out.dtype)
        if self.on_side:
            lines(values, 0, self.high, _taps(self.job, 1, reach * self.high) + apart, weights, target)
            out[...] = target.T
            return
        across = reach % columns.stride * self.length + reach // columns.stride
        pitch = columns.stride * self.length
        if out.strides[1] == out.itemsize:
            target = out
        if split is None:
            lines(values, 0, rows.stride * pitch, _taps(self.job, pitch, across) + apart, weights, target)
        else:
            split.sums(values.reshape(len(values), self.high, pitch), across, rows, target)
        if target is not out:
            out[...] = target


class _Filters:
    """Maps of many filters; the values of one place of all maps lie side by side."""

    def __init__(self, job: Job, out: Map) -> None:
        self.job, self.out = job, out
        kh, kw, channels, count = job.weights.shape
        self.weights = np.ascontiguousarray(job.weights, job.dtype)
        self.lanes = (np.arange(kh * kw * channels, dtype=np.int64) * count).reshape(kh, kw, channels)
        self.lanes = np.ascontiguousarray(self.lanes.transpose(2, 0, 1))

    def rows(self, first: int, last: int) -> None:
        """Fill the output rows ``first`` to ``last`` - 1."""
        job, (_, wide, count) = self.job, self.out.shape
        rows, columns, channels = job.size.rows, job.size.columns, job.image.shape[2]
        high = (last - first - 1) * rows.stride + rows.effective_kernel
        values = np.empty((high, job.columns.size, channels), job.dtype)
        across = _parts(job.columns, columns, 0, job.columns.size)
        _fill(values, job, _parts(job.rows, rows, first * rows.stride, high), across)
        pitch = job.columns.size * channels
        reach = np.arange(columns.kernel, dtype=np.int64) * (columns.dilation * channels)
        offsets = _taps(job, pitch, reach) + np.arange(channels, dtype=np.int64)[:, None, None]
        starts = np.arange(last - first, dtype=np.int64)[:, None] * (rows.stride * pitch)
        starts = (starts + np.arange(wide, dtype=np.int64) * (columns.stride * channels)).reshape(-1)
        target = self.out[first:last].reshape(-1, count)
        filters(values, starts, offsets, self.lanes, self.weights, target)


def _inside(cells: Indices, axis: AxisSize) -> tuple[int, int]:
    """Which outputs (first, last + 1) have windows in the image itself."""
    begin = axis.before
    return -(-begin // axis.stride), (begin + axis.input - axis.effective_kernel) // axis.stride + 1


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
