"""What every painting function of a stage needs: on what, through which viewport, in which colours."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from convviz.core.explain.links import AxisGrid, StageGrid
from convviz.core.sizes.settings import Amounts
from convviz.views.base.theme import Tokens
from convviz.views.picture.content import NO_PADDING, Content
from convviz.views.picture.viewport import GRID_CELL, Viewport


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
