"""Parts of the padded image, laid out so that a tap of the kernel is one run through memory.

With stride s, the cells that one tap meets lie s apart. Sorting rows and columns by their
remainder after division by s ("phases") puts them side by side again, and only the phases that
some tap meets are copied. With stride 1 there is one phase, and where it can be it is a view of
the image itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from convviz.core.engine_job import Job, Map
from convviz.core.padding import CONSTANT, Indices
from convviz.core.shapes import AxisSize

Flat: TypeAlias = NDArray[Any]
Phase: TypeAlias = tuple[int, int]


@dataclass(frozen=True)
class Tap:
    """Where one row (or column) of the kernel looks: in which phase, how many cells further on."""

    phase: int
    offset: int


def taps(axis: AxisSize) -> list[Tap]:
    """The taps of one axis.

    >>> taps(AxisSize(input=9, kernel=3, stride=2))
    [Tap(phase=0, offset=0), Tap(phase=1, offset=0), Tap(phase=0, offset=1)]
    """
    places = (tap * axis.dilation for tap in range(axis.kernel))
    return [Tap(place % axis.stride, place // axis.stride) for place in places]


class Planes:
    """The phases of some rows of one channel (or of all channels, interleaved), as flat arrays.

    After ``load(first, last)`` the window of output cell (row, column) finds its tap (i, j) in
    phase (i.phase, j.phase) at ``(row - first + i.offset) * pitch + (column + j.offset) * depth``.
    """

    def __init__(self, job: Job, channel: int | None, rows: int) -> None:
        """Prepare for at most ``rows`` output rows at a time; ``channel`` None takes all of them."""
        self.job = job
        self.channels = slice(None) if channel is None else slice(channel, channel + 1)
        self.depth = job.image.shape[2] if channel is None else 1
        self.row_taps, self.column_taps = taps(job.size.rows), taps(job.size.columns)
        self.extra_rows = self.row_taps[-1].offset
        self.width = job.size.columns.output + self.column_taps[-1].offset
        self.pitch = self.width * self.depth
        self.flat: dict[Phase, Flat] = {}
        self._direct = self._is_view()
        if not self._direct:
            phases = {(i.phase, j.phase) for i in self.row_taps for j in self.column_taps}
            height = rows + self.extra_rows
            self._store = {p: np.empty((height, self.width, self.depth), job.dtype) for p in phases}

    def _is_view(self) -> bool:
        job = self.job
        return (
            job.image.dtype == job.dtype
            and job.image.flags.c_contiguous
            and self.depth == job.image.shape[2]
            and job.size.stride == (1, 1)
            and job.size.padding == ((0, 0), (0, 0))
        )

    def load(self, first: int, last: int) -> None:
        """Bring in what output rows ``first`` to ``last`` - 1 need."""
        height = last - first + self.extra_rows
        if self._direct:
            self.flat = {(0, 0): self.job.image[first : first + height].reshape(-1)}
            return
        row_step, column_step = self.job.size.stride
        for (row_phase, column_phase), store in self._store.items():
            part = store[:height]
            rows = _places(self.job.rows, first * row_step + row_phase, row_step, height)
            columns = _places(self.job.columns, column_phase, column_step, self.width)
            fill_plane(part, self.job, self.channels, rows, columns)
            self.flat[row_phase, column_phase] = part.reshape(-1)


def _places(sources: Indices, start: int, step: int, count: int) -> Indices:
    """The input cells at ``count`` places of the padded axis; beyond its end nobody looks."""
    found = sources[start : start + count * step : step]
    if found.size == count:
        return found
    return np.concatenate([found, np.full(count - found.size, CONSTANT, np.intp)])


def _runs(places: Indices) -> tuple[int, int]:
    """First and last + 1 of the longest evenly spaced rising run: what a slice can copy."""
    if places.size < 2:
        return 0, int(places.size and places[0] >= 0)
    inside = np.flatnonzero((np.diff(places) == _step(places)) & (places[:-1] >= 0))
    if inside.size == 0:
        return 0, 0
    breaks = np.flatnonzero(np.diff(inside) != 1)
    starts = np.concatenate([[0], breaks + 1])
    stops = np.concatenate([breaks, [inside.size - 1]])
    best = int(np.argmax(stops - starts))
    return int(inside[starts[best]]), int(inside[stops[best]]) + 2


def _step(places: Indices) -> int:
    steps = np.diff(places)
    rising = steps[(steps > 0) & (places[:-1] >= 0)]
    return int(rising[rising.size // 2]) if rising.size else 1


def fill_plane(part: Map, job: Job, channels: slice, rows: Indices, columns: Indices) -> None:
    """Copy input cells (rows x columns) into ``part``, changing their type, constants included."""
    top, bottom = _runs(rows)
    left, right = _runs(columns)
    image = job.image[:, :, channels]
    values = job.constants[channels]
    if bottom > top and right > left:
        part[top:bottom, left:right] = image[_slice(rows, top, bottom), _slice(columns, left, right)]
    copy = _copier(part, image, rows, columns, values)
    height, width = part.shape[:2]
    copy(slice(0, top), slice(0, width))
    copy(slice(bottom, height), slice(0, width))
    copy(slice(top, bottom), slice(0, left))
    copy(slice(top, bottom), slice(right, width))


def _slice(places: Indices, first: int, last: int) -> slice:
    step = int(places[first + 1] - places[first]) if last - first > 1 else 1
    return slice(int(places[first]), int(places[last - 1]) + 1, step)


def _copier(
    part: Map, image: Map, rows: Indices, columns: Indices, values: NDArray[np.float64]
) -> Callable[[slice, slice], None]:
    def copy(down: slice, across: slice) -> None:
        row_of, column_of = rows[down], columns[across]
        if not (row_of.size and column_of.size):
            return
        target = part[down, across]
        known_rows, known_columns = row_of != CONSTANT, column_of != CONSTANT
        if not (known_rows.any() and known_columns.any()):
            target[...] = values
            return
        target[...] = image[row_of[:, None], column_of]
        if not known_rows.all():
            target[~known_rows] = values
        if not known_columns.all():
            target[:, ~known_columns] = values

    return copy
