"""Which cells of a map are compared with SciPy: all of a small map, a choice of a large one."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from convviz.core.sizes.shapes import AxisSize, ShapeSize

Kind: TypeAlias = Literal["whole", "visible", "border", "patch"]

MOST = 2_000_000
"""Maps of up to so many cells are compared whole."""

WORK = 1 << 30
"""Multiply-adds that comparing the visible part may cost: about a second."""

PATCHES = 64
PATCH = 16
"""Patches of so many rows and columns are placed at random."""

THICKEST = 64
"""Rows or columns of a border, where it is mostly padding, that are compared at most."""

CELLS = 1 << 17
"""Input cells of one block at most: taking them together holds the interpreter's lock."""

BAND = 16
"""Rows of one band of the visible part, where not all of it can be compared."""


@dataclass(frozen=True)
class Part:
    """A rectangle of cells of a map, and why it was chosen.

    >>> Part("patch", range(16, 32), range(0, 16)).cells
    256
    """

    kind: Kind
    rows: range
    columns: range

    @property
    def cells(self) -> int:
        """How many cells it has."""
        return len(self.rows) * len(self.columns)

    def clipped(self, rows: range, columns: range) -> Part:
        """The part of it within these rows and columns."""
        return Part(self.kind, _common(self.rows, rows), _common(self.columns, columns))


def choose(
    size: ShapeSize, taps: int, visible: tuple[range, range] | None = None, seed: int | None = None
) -> tuple[Part, ...]:
    """Choose the cells of a map of ``size.shape`` to compare; no cell is in two parts.

    ``taps`` is how many products one cell takes. A map of at most `MOST` cells is one part. Of a
    larger one: the ``visible`` rows and columns (in bands, where they would cost more than
    `WORK`), the four borders, as far as windows reach into the padding and a little further, and
    `PATCHES` patches at random (``seed`` makes them the same again).

    >>> from convviz.core.sizes.shapes import output_size
    >>> choose(output_size((9, 9), (3, 3)), 9)
    (Part(kind='whole', rows=range(0, 7), columns=range(0, 7)),)
    """
    rows, columns = (range(count) for count in size.shape)
    whole = Part("whole", rows, columns)
    everything = visible is not None and whole.clipped(*visible) == whole
    if whole.cells <= MOST or (everything and work(whole, size, taps) <= WORK):
        return (whole,)
    inner_rows, inner_columns = _inner(size.rows), _inner(size.columns)
    visible_part = Part("visible", *(visible or (range(0), range(0)))).clipped(inner_rows, inner_columns)
    parts = [
        *_bands(visible_part, size, taps),
        *_borders(whole, inner_rows, inner_columns),
        *_patches(inner_rows, inner_columns, visible_part, np.random.default_rng(seed)),
    ]
    return tuple(part for part in parts if part.cells)


def work(part: Part, size: ShapeSize, taps: int) -> int:
    """Multiply-adds that SciPy makes for a part: it does not know strides, and computes all between."""
    return _reach(len(part.rows), size.rows) * _reach(len(part.columns), size.columns) * taps


@dataclass(frozen=True)
class Run:
    """Cells along an axis: ``side`` neighbours at each of ``count`` places, ``step`` apart from ``first`` on.

    Windows ``step`` cells apart read pixels that lie a whole number of dilations apart, as if there were no
    dilation and the stride were ``stride``: so a block needs few pixels beyond those of its own cells.
    """

    first: int
    count: int
    step: int
    side: int
    stride: int

    @property
    def cells(self) -> NDArray[np.intp]:
        """Their numbers, place by place."""
        places = np.arange(self.first, self.first + self.count * self.step, self.step)
        return (places[:, None] + np.arange(self.side)).ravel()

    def positions(self, axis: AxisSize) -> NDArray[np.intp]:
        """The pixels that their windows read, dilation by dilation; for each of the neighbours."""
        reached = (self.count - 1) * self.stride + axis.kernel
        firsts = axis.start(self.first) + axis.stride * np.arange(self.side)
        return (axis.dilation * np.arange(reached)[:, None] + firsts).ravel()


@dataclass(frozen=True)
class Block:
    """What is compared at once: the cells where these rows and columns cross."""

    rows: Run
    columns: Run


def blocks(part: Part, size: ShapeSize, taps: int, most: int) -> Iterator[Block]:
    """Cut a part into blocks of about ``most`` multiply-adds, and no more than `CELLS` pixels, each."""
    pixels = min(most // taps, CELLS)
    for columns in _runs(part.columns, size.columns, 2 * math.isqrt(pixels)):
        wide = len(columns.positions(size.columns))
        for rows in _runs(part.rows, size.rows, max(1, pixels // wide)):
            yield Block(rows, columns)


def _runs(cells: range, axis: AxisSize, most: int) -> Iterator[Run]:
    """Cut cells into runs whose windows read about ``most`` pixels."""
    common = math.gcd(axis.stride, axis.dilation)
    step, stride = axis.dilation // common, axis.stride // common
    long = max(1, (most - axis.kernel) // stride + 1)
    for counted in sorted({math.ceil(len(cells) / step), len(cells) // step} - {0}):
        # The last place of some cells lies beyond the end: theirs are runs of their own.
        spare = len(cells) % step or step
        starts = range(spare) if counted == math.ceil(len(cells) / step) else range(spare, step)
        count = min(counted, long)
        reached = (count - 1) * stride + axis.kernel
        side = max(1, most // reached) if counted <= long else 1
        for begin in range(starts.start, starts.stop, side):
            together = min(side, starts.stop - begin)
            for place in range(0, counted, count):
                first = cells.start + begin + place * step
                yield Run(first, min(count, counted - place), step, together, stride)


def _reach(cells: int, axis: AxisSize) -> int:
    """Input cells under so many neighbouring windows."""
    return (cells - 1) * axis.stride + axis.effective_kernel


def _common(one: range, other: range) -> range:
    start = max(one.start, other.start)
    return range(start, max(start, min(one.stop, other.stop)))


def _inner(axis: AxisSize) -> range:
    """The cells between the two borders, whose windows touch no padding."""
    first = min(math.ceil(axis.before / axis.stride) + 1, THICKEST, axis.output)
    last = min(math.ceil(axis.after / axis.stride) + 1, THICKEST, axis.output - first)
    return range(first, axis.output - last)


def _borders(whole: Part, rows: range, columns: range) -> list[Part]:
    """What lies around the inner rows and columns: top, bottom, left, right."""
    return [
        Part("border", range(rows.start), whole.columns),
        Part("border", range(rows.stop, whole.rows.stop), whole.columns),
        Part("border", rows, range(columns.start)),
        Part("border", rows, range(columns.stop, whole.columns.stop)),
    ]


def _bands(visible_part: Part, size: ShapeSize, taps: int) -> list[Part]:
    """The whole visible part, or bands of its rows at equal distances."""
    if not visible_part.cells:
        return []
    every = math.ceil(work(visible_part, size, taps) / WORK)
    if every == 1:
        return [visible_part]
    high = max(BAND, size.rows.effective_kernel // size.rows.stride)
    rows = visible_part.rows
    return [
        Part("visible", range(top, min(top + high, rows.stop)), visible_part.columns)
        for top in range(rows.start, rows.stop, every * high)
    ]


def _patches(rows: range, columns: range, visible_part: Part, chance: np.random.Generator) -> list[Part]:
    """Different tiles of the inner part, none of which overlaps the visible part."""
    if not rows or not columns:
        return []
    high, wide = min(PATCH, len(rows)), min(PATCH, len(columns))
    tops = np.arange(rows.start, rows.stop - high + 1, high)
    lefts = np.arange(columns.start, columns.stop - wide + 1, wide)
    taken = np.logical_and.outer(
        _meets(tops, high, visible_part.rows), _meets(lefts, wide, visible_part.columns)
    )
    free = np.argwhere(~taken)
    chosen = chance.choice(free, min(PATCHES, len(free)), replace=False) if len(free) else free
    return [
        Part("patch", range(top, top + high), range(left, left + wide))
        for top, left in zip(tops[chosen[:, 0]].tolist(), lefts[chosen[:, 1]].tolist(), strict=True)
    ]


def _meets(starts: np.ndarray, length: int, span: range) -> np.ndarray:
    """Which intervals of this length overlap ``span``."""
    if not span:
        return np.zeros(len(starts), bool)
    return np.asarray((starts < span.stop) & (starts + length > span.start))
