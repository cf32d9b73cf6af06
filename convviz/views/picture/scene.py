"""What a stage is painted from: its values and how they are coloured, and on what, through which viewport."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from convviz.core.explain.links import AxisGrid, Cells, StageGrid
from convviz.core.sizes.padding import source_index
from convviz.core.sizes.settings import Amounts
from convviz.core.stages.noise import settled, settled_to_show
from convviz.views.base.colours import ColourScale
from convviz.views.base.theme import Tokens
from convviz.views.picture.viewport import GRID_CELL, Viewport

NO_PADDING: Amounts = ((0, 0), (0, 0))
MarkKind = Literal["window", "out", "context", "pin", "pinA", "pinB", "winner", "fed", "taps"]


@dataclass(frozen=True)
class Highlight:
    """One highlight on a stage: which cells, and what they are to the pointed or pinned one."""

    kind: MarkKind
    cells: Cells


@dataclass(frozen=True, eq=False)
class Padding:
    """The ring around the input: its widths and what it is filled with.

    ``fill`` is one of the fill names or a number; ``constant`` the number that "zero", "mean" or
    a number come to (one a channel where they differ).
    """

    amounts: Amounts = NO_PADDING
    fill: str | float = "zero"
    constant: tuple[float, ...] = (0.0,)


@dataclass(frozen=True, eq=False)
class Content:
    """Everything a stage's picture is painted from. Arrays are read-only and never copied.

    ``values`` may be a map on demand, which is indexed like an array and computed where it is looked at.
    ``kept`` counts the rows and columns that the next stage reads; cells beyond it are dropped.
    ``made_from`` is what the stage before covers on the ruler, ``note`` says what is lost of it.
    Values up to ``noise`` in size are nothing but rounding and are shown as 0.
    """

    values: NDArray[Any]
    grid: StageGrid
    scale: ColourScale
    padding: Padding = Padding()
    kept: tuple[int, int] | None = None
    made_from: QRectF | None = None
    note: str = ""
    noise: float = 0.0

    @property
    def colour_picture(self) -> bool:
        return self.values.ndim == 3

    def cell_rect(self, row: int, column: int) -> QRectF:
        """A cell on the ruler, in input pixels."""
        rows, columns = self.grid.rows, self.grid.columns
        return QRectF(columns.edge(column), rows.edge(row), columns.pitch, rows.pitch)

    def bounds(self, *, with_padding: bool = False) -> QRectF:
        (top, bottom), (left, right) = self.padding.amounts if with_padding else NO_PADDING
        rows, columns = self.grid.rows, self.grid.columns
        return QRectF(
            columns.edge(-left),
            rows.edge(-top),
            columns.pitch * (columns.count + left + right),
            rows.pitch * (rows.count + top + bottom),
        )

    def value(self, row: int, column: int) -> tuple[float, ...] | None:
        """The value (one number, or three of a colour picture) at a cell, padding included."""
        patch, exists, _ = self.patch(range(row, row + 1), range(column, column + 1))
        if not exists.all():
            return None
        return tuple(float(v) for v in np.atleast_1d(patch[0, 0]))

    def patch(self, rows: range, columns: range) -> tuple[NDArray[Any], NDArray[np.bool_], NDArray[np.bool_]]:
        """Values of a block of cells that may reach into the padding or beyond.

        Returns the values as they read, which of the cells exist (in the stage or in its padding),
        and which are padding.
        """
        source_rows, pad_rows, real_rows = self._sources(self.grid.rows, self.padding.amounts[0], rows)
        source_columns, pad_columns, real_columns = self._sources(
            self.grid.columns, self.padding.amounts[1], columns
        )
        patch = self.values[np.ix_(np.maximum(source_rows, 0), np.maximum(source_columns, 0))]
        patch = settled(patch, self.noise)
        constant = (source_rows < 0)[:, None] | (source_columns < 0)[None, :]
        if constant.any():
            patch = patch.astype(np.float64)
            patch[constant] = self.padding.constant if patch.ndim == 3 else self.padding.constant[0]
        exists = real_rows[:, None] & real_columns[None, :]
        is_padding = exists & (pad_rows[:, None] | pad_columns[None, :])
        return patch, exists, is_padding

    def to_colour(self, values: NDArray[Any]) -> NDArray[Any]:
        """Some of the values as they are coloured: noise that would have a tint is 0."""
        return settled_to_show(values, self.noise, self.scale.high - self.scale.low)

    def _sources(
        self, axis: AxisGrid, amounts: tuple[int, int], wanted: range
    ) -> tuple[NDArray[np.intp], NDArray[np.bool_], NDArray[np.bool_]]:
        positions = np.arange(wanted.start, wanted.stop)
        pads = (positions < 0) | (positions >= axis.count)
        exists = (positions >= -amounts[0]) & (positions < axis.count + amounts[1])
        source = np.where(pads, -1, positions).astype(np.intp)
        reached = pads & exists
        if reached.any():
            source[reached] = source_index(positions[reached], axis.count, self.padding.fill)
        return source, pads, exists


class Colours:
    """The colours that were painted last: pointing at another cell changes none of them."""

    def __init__(self) -> None:
        self._key: tuple[Any, ...] | None = None
        self._content: Content | None = None
        self._words: NDArray[np.uint32] | None = None

    def words(
        self, scene: Scene, part: tuple[Any, ...], make: Callable[[], NDArray[np.uint32]]
    ) -> NDArray[np.uint32]:
        """Those of this part of the scene; made again where anything about it is different."""
        key = (scene.scheme, scene.average, *part)
        if self._words is None or self._content is not scene.content or key != self._key:
            self._words, self._key, self._content = make(), key, scene.content
        return self._words


@dataclass(frozen=True)
class Scene:
    """One stage on its way to the screen."""

    painter: QPainter
    view: Viewport
    scheme: Tokens
    content: Content
    average: bool = False
    colours: Colours = field(default_factory=Colours)

    @property
    def cell(self) -> float:
        """Height and width of a cell on the screen (the smaller of both)."""
        grid = self.content.grid
        return min(grid.rows.pitch, grid.columns.pitch) * self.view.scale

    @cached_property
    def is_grid(self) -> bool:
        """Whether the cells are large enough for numbers."""
        return self.view.scale >= GRID_CELL

    def rect(self, row: float, column: float, rows: float = 1, columns: float = 1) -> QRectF:
        """A block of cells on the screen; asked for once or twice a cell, so in plain numbers."""
        left, top, scale = self._place
        down, across = self.content.grid.rows, self.content.grid.columns
        x, y = left + across.edge(column) * scale, top + down.edge(row) * scale
        right, bottom = left + across.edge(column + columns) * scale, top + down.edge(row + rows) * scale
        return QRectF(x, y, right - x, bottom - y)

    @cached_property
    def _place(self) -> tuple[float, float, float]:
        """Where the ruler's (0, 0) lies on the screen, x before y, and the scale."""
        origin = self.view.origin()
        return origin.x(), origin.y(), self.view.scale

    def visible(self, *, padded: bool = False) -> tuple[range, range]:
        """The rows and columns of cells that the screen shows, in the stage or its padding."""
        amounts = self.content.padding.amounts if padded else NO_PADDING
        return visible_cells(self.view, self.content.grid, amounts)


def visible_cells(view: Viewport, grid: StageGrid, padding: Amounts = NO_PADDING) -> tuple[range, range]:
    """The rows and columns of a stage, with so much padding around it, that a viewport shows."""
    seen = view.visible()
    (top, bottom), (left, right) = padding
    return (
        _shown(grid.rows, seen.top(), seen.bottom(), top, bottom),
        _shown(grid.columns, seen.left(), seen.right(), left, right),
    )


def _shown(axis: AxisGrid, low: float, high: float, before: int, after: int) -> range:
    first = math.floor((low - axis.origin) / axis.pitch)
    last = math.ceil((high - axis.origin) / axis.pitch)
    return range(max(-before, first), max(-before, min(axis.count + after, last)))
