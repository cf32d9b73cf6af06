"""Where the maps of a layer stand: every map a whole number of pixels a value, in rows and columns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import heapify, heappop, heappush, heapreplace

SHARED = -1
"""The gap of maps that stand so close that neighbours share the line between them."""
GAPS = (2, 1, SHARED)
MOST_PIXELS = 14
"""Values are drawn no larger than this in the columns."""

Place = tuple[int, int, int]
"""Map (channel), row and column of a value."""


@dataclass(frozen=True)
class Tiling:
    """``count`` maps of (rows, columns) values at ``factor`` pixels a value, ``across`` side by side.

    Maps have a border of 1 pixel, which neighbours share with the gap `SHARED`; the single cells of a
    dense layer have none, and always a gap of 1.
    """

    rows: int
    columns: int
    count: int
    factor: int = 1
    across: int = 1
    gap: int = SHARED

    @cached_property
    def border(self) -> int:
        """Pixels of the line around a map."""
        return 1 if self.rows * self.columns > 1 else 0

    @cached_property
    def between(self) -> int:
        """Pixels between two maps; -1 where they share a line."""
        return self.gap if self.border else 1

    @cached_property
    def pitch(self) -> tuple[int, int]:
        """Pixels from one map to the next: (down, right)."""
        around = 2 * self.border + self.between
        return self.rows * self.factor + around, self.columns * self.factor + around

    @property
    def down(self) -> int:
        """How many rows of maps there are."""
        return math.ceil(self.count / self.across)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.across * self.pitch[1] - self.between, self.down * self.pitch[0] - self.between

    def corner(self, channel: int) -> tuple[int, int]:
        """x and y of a map's first value."""
        row, column = divmod(channel, self.across)
        return column * self.pitch[1] + self.border, row * self.pitch[0] + self.border

    def find(self, x: float, y: float) -> Place | None:
        """The value at a place; on a border or in a gap the nearest value of that map, or None."""
        column, row = int(x // self.pitch[1]), int(y // self.pitch[0])
        channel = row * self.across + column
        if x < 0 or y < 0 or column >= self.across or channel >= self.count:
            return None
        left, top = self.corner(channel)
        cell = int((y - top) // self.factor), int((x - left) // self.factor)
        return (channel, min(max(cell[0], 0), self.rows - 1), min(max(cell[1], 0), self.columns - 1))


def across_for(rows: int, columns: int, count: int, factor: int, height: int) -> int:
    """How many maps stand side by side so that all fit into ``height``."""
    one = Tiling(rows, columns, count, factor)
    return math.ceil(count / max(1, (height + one.between) // one.pitch[0]))


def tile(shape: tuple[int, int, int], factor: int, height: int) -> Tiling:
    """Lay out the maps of a layer of ``shape`` (rows, columns, maps) in ``height`` pixels."""
    rows, columns, count = shape
    return Tiling(rows, columns, count, factor, across_for(rows, columns, count, factor, height))


def fit(
    shapes: Sequence[tuple[int, int, int]],
    least: Sequence[int],
    width: int,
    height: int,
    shares: Sequence[float] | None = None,
) -> list[Tiling]:
    """Lay out several layers side by side in ``width`` x ``height`` pixels, as large as they can be.

    ``least`` is how wide each must be in any case (its header). All layers get about the same area, or
    areas like ``shares``; where not even one pixel a value fits, a layer gets fewer columns and has to be
    scrolled.
    """
    shares = [1.0] * len(shapes) if shares is None else shares
    tilings = [tile(shape, 1, height) for shape in shapes]
    total = sum(max(one.size[0], floor) for one, floor in zip(tilings, least, strict=True))
    growing = [(_area(one) / shares[at], at) for at, one in enumerate(tilings)]
    heapify(growing)
    while growing:
        _, at = growing[0]
        grown = tile(shapes[at], tilings[at].factor + 1, height)
        larger = total + max(grown.size[0], least[at]) - max(tilings[at].size[0], least[at])
        if grown.factor <= MOST_PIXELS and grown.size[1] <= height and larger <= width:
            tilings[at], total = grown, larger
            heapreplace(growing, (_area(grown) / shares[at], at))
        else:
            heappop(growing)
    return _narrowed(tilings, least, width)


def _area(tiling: Tiling) -> int:
    return tiling.factor**2 * tiling.rows * tiling.columns * tiling.count


def _narrowed(tilings: list[Tiling], least: Sequence[int], width: int) -> list[Tiling]:
    """Take maps off the widest layers until all fit into the width; these layers scroll."""
    result = list(tilings)
    total = sum(max(one.size[0], floor) for one, floor in zip(result, least, strict=True))
    widest = [(-one.size[0], at) for at, one in enumerate(result)]
    heapify(widest)
    while total > width and widest:
        _, at = heappop(widest)
        one = result[at]
        if one.across > 1 and one.size[0] > least[at]:
            result[at] = replace(one, across=one.across - 1)
            total += max(result[at].size[0], least[at]) - one.size[0]
            heappush(widest, (-result[at].size[0], at))
    return result


def loosened(tiling: Tiling, width: int, height: int) -> Tiling:
    """The same maps with the widest gaps between them that still fit."""
    for gap in GAPS:
        wider = replace(tiling, gap=gap)
        if wider.size[0] <= width and wider.size[1] <= height:
            return wider
    return tiling
