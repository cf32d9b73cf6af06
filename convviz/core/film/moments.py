"""A convolution as a film: which cell, and which part of its arithmetic, stands at each moment.

A film holds no pixels and accumulates nothing. It only says what moment number n is about; the
numbers of that moment come from `trace`, so that a film can be entered anywhere and never drifts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeAlias

from convviz.core.sizes.shapes import AxisSize
from convviz.core.stages.pipeline import Chain

Detail: TypeAlias = Literal["cell", "sum", "product"]
Part: TypeAlias = Literal["place", "multiply", "add", "finish", "land"]
FilmStage: TypeAlias = Literal["convolution", "pooling"]

DETAILS: tuple[Detail, ...] = ("cell", "sum", "product")
PARTS: tuple[Part, ...] = ("place", "multiply", "add", "finish", "land")
"""A window is placed, multiplied, added up, divided (bias, activation), and its result lands."""


@dataclass(frozen=True)
class Moment:
    """One moment of a film.

    ``row`` and ``column`` name the output cell of ``stage``. ``products`` counts the products
    that stand on the screen, ``terms`` those already in the sum; both end at the window's taps.
    ``landed`` tells that the cell's result is in the output.

    >>> Moment("convolution", 0, 0, "multiply", 3, 0).landed
    False
    """

    stage: FilmStage
    row: int
    column: int
    part: Part
    products: int
    terms: int

    @property
    def landed(self) -> bool:
        return self.part == "land"


@dataclass(frozen=True)
class Act:
    """One stage of a film: its output cells, row by row, and how many taps a window has."""

    stage: FilmStage
    rows: range
    columns: range
    taps: int
    detail: Detail

    @cached_property
    def cells(self) -> int:
        """How many output cells it has."""
        return len(self.rows) * len(self.columns)

    @cached_property
    def moments_a_cell(self) -> int:
        """How many moments one cell takes: 1 a cell, 5 with sums, 2 a product and 3 with products."""
        return {"cell": 1, "sum": 5, "product": 2 * self.taps + 3}[self.detail]

    def __len__(self) -> int:
        return self.cells * self.moments_a_cell

    def moment(self, index: int) -> Moment:
        cell, inner = divmod(index, self.moments_a_cell)
        row, column = divmod(cell, len(self.columns))
        part, products, terms = self._part(inner)
        return Moment(self.stage, self.rows[row], self.columns[column], part, products, terms)

    def _part(self, inner: int) -> tuple[Part, int, int]:
        taps = self.taps
        if self.detail == "cell":
            return "land", taps, taps
        if self.detail == "sum":
            part = PARTS[inner]
            return part, 0 if part == "place" else taps, 0 if part in ("place", "multiply") else taps
        if inner == 0:
            return "place", 0, 0
        if inner <= taps:
            return "multiply", inner, 0
        if inner <= 2 * taps:
            return "add", taps, inner - taps
        return ("finish", taps, taps) if inner == 2 * taps + 1 else ("land", taps, taps)

    def index(self, row: int, column: int, part: Part = "land") -> int:
        """The first moment of ``part`` at an output cell (of the act, which must hold the cell)."""
        cell = self.rows.index(row) * len(self.columns) + self.columns.index(column)
        start = cell * self.moments_a_cell
        if self.detail == "cell":
            return start
        if self.detail == "sum":
            return start + PARTS.index(part)
        first = {
            "place": 0,
            "multiply": 1,
            "add": self.taps + 1,
            "finish": 2 * self.taps + 1,
            "land": 2 * self.taps + 2,
        }
        return start + first[part]


@dataclass(frozen=True)
class Film:
    """The acts of a film one after the other: the convolution, then the pooling if there is one.

    >>> act = Act("convolution", range(7), range(7), 9, "cell")
    >>> film = Film((act,))
    >>> len(film), film.moment(8).row, film.moment(8).column
    (49, 1, 1)
    """

    acts: tuple[Act, ...]

    @property
    def detail(self) -> Detail:
        """How finely the film steps; all its acts step alike."""
        return self.acts[0].detail if self.acts else "cell"

    def __len__(self) -> int:
        return self._length

    @cached_property
    def _length(self) -> int:
        return sum(len(act) for act in self.acts)

    def moment(self, index: int) -> Moment:
        """Moment number ``index``, 0 to len - 1; IndexError beyond."""
        if not 0 <= index < len(self):
            raise IndexError(f"moment {index} of a film of {len(self)}")
        for act in self.acts:
            if index < len(act):
                return act.moment(index)
            index -= len(act)
        raise AssertionError("the acts make up the film")

    def index(self, stage: FilmStage, row: int, column: int, part: Part = "land") -> int | None:
        """The moment at which a cell's ``part`` begins; None where the film does not show the cell."""
        start = 0
        for act in self.acts:
            if act.stage == stage and row in act.rows and column in act.columns:
                return start + act.index(row, column, part)
            start += len(act)
        return None

    def with_detail(self, detail: Detail) -> Film:
        """The same film in coarser or finer steps."""
        return Film(tuple(replace(act, detail=detail) for act in self.acts))

    def find(self, moment: Moment) -> int | None:
        """The number of ``moment`` in this film, or of the nearest one before it at the same cell.

        None where the film does not show the cell. A moment of a finer film, or of a larger
        window, is looked up by its part, as far as this film has it.

        >>> film = Film((Act("convolution", range(7), range(7), 9, "product"),))
        >>> film.find(Moment("convolution", 0, 1, "multiply", 4, 0))
        25
        """
        start = self.index(moment.stage, moment.row, moment.column, moment.part)
        act = next((act for act in self.acts if act.stage == moment.stage), None)
        if start is None or act is None or act.detail != "product":
            return start
        done = {"multiply": moment.products, "add": moment.terms}.get(moment.part, 1)
        return start + min(max(done, 1), act.taps) - 1

    def moved(self, index: int, other: Film) -> int | None:
        """Where ``other`` (another detail, other settings) stands at this film's moment ``index``.

        The same cell and part where the other film has them, else None.
        """
        if not len(self):
            return None
        return other.find(self.moment(min(max(index, 0), len(self) - 1)))


@dataclass(frozen=True)
class Region:
    """A block of input pixels, (row, column) of its corner and (rows, columns) of its size."""

    row: int
    column: int
    rows: int
    columns: int


WHOLE_UP_TO = 32
"""Images of at most this many rows and columns are filmed whole."""


def film(chain: Chain, detail: Detail = "sum", region: Region | None = None) -> Film:
    """The film of ``chain``, or of the output cells whose windows are centred in ``region``.

    Both acts count their cells in the whole output, so a region's film shows true neighbours.

    >>> from convviz.core import Kernel, Settings, chain
    >>> len(film(chain((9, 9), Settings(Kernel([[1.0] * 3] * 3))), "cell"))
    49
    """
    size = chain.convolution_size
    rows, columns = range(size.rows.output), range(size.columns.output)
    if region is not None:
        rows = _centred(size.rows, region.row, region.rows)
        columns = _centred(size.columns, region.column, region.columns)
    acts = [Act("convolution", rows, columns, size.rows.kernel * size.columns.kernel, detail)]
    pool = chain.pooling_size
    if pool is not None:
        pooled_rows, pooled_columns = range(pool.rows.output), range(pool.columns.output)
        if region is not None:
            pooled_rows, pooled_columns = _inside(pool.rows, rows), _inside(pool.columns, columns)
        if pooled_rows and pooled_columns:
            taps = pool.rows.kernel * pool.columns.kernel
            acts.append(Act("pooling", pooled_rows, pooled_columns, taps, detail))
    return Film(tuple(acts))


def _centred(axis: AxisSize, start: int, length: int) -> range:
    """The windows of an axis whose centre pixel lies in start .. start + length."""
    shift = axis.before - (axis.effective_kernel - 1) // 2
    first = -(-(start + shift) // axis.stride)
    last = (start + length - 1 + shift) // axis.stride
    return range(max(0, first), max(0, min(axis.output, last + 1)))


def _inside(axis: AxisSize, cells: range) -> range:
    """The windows of a pooling axis that read only ``cells``."""
    near = range(
        max(0, (cells.start + axis.before - axis.effective_kernel) // axis.stride),
        min(axis.output, (cells.stop + axis.before) // axis.stride + 1),
    )
    wanted = [i for i in near if _reads_only(axis.positions(i), cells, axis.input)]
    return range(wanted[0], wanted[-1] + 1) if wanted else range(0)


def _reads_only(positions: range, cells: range, size: int) -> bool:
    return all(p in cells for p in positions if 0 <= p < size)
