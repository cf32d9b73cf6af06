"""Copying parts of the padded image, with constants where it is padded and in the type of the sums."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from convviz.core.engine_job import Job, Map
from convviz.core.padding import CONSTANT, Indices
from convviz.core.shapes import AxisSize


@dataclass(frozen=True)
class Run:
    """Places of the padded axis, and which of them (first, last + 1) stand in a row in the image.

    ``cells`` says which input row or column stands at each place, -1 for the padding's constant.
    """

    cells: Indices
    straight: tuple[int, int]

    @classmethod
    def along(cls, cells: Indices) -> Run:
        """All places of an axis."""
        return cls(cells, longest_run(cells))

    def part(self, start: int, count: int, step: int = 1) -> Run:
        """``count`` places from ``start`` on, ``step`` apart."""
        first, last = (min(max(-(-(place - start) // step), 0), count) for place in self.straight)
        return Run(self.cells[start : start + (count - 1) * step + 1 : step], (first, last))


def longest_run(cells: Indices) -> tuple[int, int]:
    """First and last + 1 place of the longest run of neighbouring input cells.

    >>> longest_run(np.array([-1, -1, 0, 1, 2, 1]))
    (2, 5)
    """
    if cells[0] != CONSTANT and cells[-1] - cells[0] == cells.size - 1:
        return 0, cells.size  # no padding: a step is never larger than 1, so all of them are 1
    breaks = np.flatnonzero((np.diff(cells) != 1) | (cells[:-1] == CONSTANT)) + 1
    starts = np.concatenate([[0], breaks])
    stops = np.concatenate([breaks, [cells.size]])
    best = int(np.argmax(stops - starts))
    return int(starts[best]), int(stops[best])


def inside(places: Run, axis: AxisSize) -> tuple[int, int]:
    """Which output cells (first, last + 1) have windows that lie in a run of neighbouring input cells."""
    begin, end = places.straight
    if places.cells[begin] == CONSTANT or end - begin < axis.effective_kernel:
        return 0, 0
    return -(-begin // axis.stride), (end - axis.effective_kernel) // axis.stride + 1


def fill_plane(part: Map, job: Job, channels: slice, rows: Run, columns: Run) -> None:
    """Copy input cells (rows x columns) into ``part``, changing their type, constants included."""
    image, values = job.image[:, :, channels], job.constants[channels]
    (top, bottom), (left, right) = rows.straight, columns.straight
    height, width = part.shape[:2]

    def copy(down: slice, across: slice) -> None:
        row_of, column_of = rows.cells[down], columns.cells[across]
        if not (row_of.size and column_of.size):
            return
        target = part[down, across]
        known_rows, known_columns = row_of != CONSTANT, column_of != CONSTANT
        if not (known_rows.any() and known_columns.any()):
            target[...] = values
            return
        target[...] = image[row_of[:, None], column_of]
        target[~known_rows] = values
        target[:, ~known_columns] = values

    if top < bottom and left < right and rows.cells[top] != CONSTANT and columns.cells[left] != CONSTANT:
        part[top:bottom, left:right] = image[_slice(rows), _slice(columns)]
        copy(slice(top, bottom), slice(0, left))
        copy(slice(top, bottom), slice(right, width))
    else:
        top = bottom = height
    copy(slice(0, top), slice(0, width))
    copy(slice(bottom, height), slice(0, width))


def _slice(places: Run) -> slice:
    first, last = places.straight
    step = int(places.cells[first + 1] - places.cells[first]) if last - first > 1 else 1
    return slice(int(places.cells[first]), int(places.cells[last - 1]) + 1, step)
