"""The number grids of an explanation: what they hold, and how they are painted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, inks, words
from convviz.views.base.numbers import figure
from convviz.views.base.painted import Cell
from convviz.views.base.scale import px
from convviz.views.picture.paint_cells import figure_on_hatching, hatch
from convviz.views.picture.paint_highlights import frame

FIGURE, LEAST_FIGURE, ROOM, TIGHT_ROOM, TIGHT = 13.0, 9.0, 4.0, 2.0, 28.0
LARGEST_FIGURE, SHARE = 18.0, 0.36
"""Figures grow with large cells: this share of their height."""
SEPARATED_FROM = 8.0
FLAT, HALO = 1.3, 0.85
FIGURES_AT_MOST = 15 * 15


@dataclass(frozen=True, eq=False)
class Grid:
    """One grid: its word, values (rows, columns), colours, decimals, and what marks its cells.

    ``padding`` cells are hatched (and stay empty with ``blank``); ``frame`` is the token of a frame
    around the whole grid; ``ring`` is the cell that won.
    """

    key: str
    values: NDArray[Any]
    scale: ColourScale
    decimals: int = 0
    padding: NDArray[np.bool_] | None = None
    frame: str = ""
    ring: Cell | None = None
    blank: bool = False

    @cached_property
    def figures(self) -> list[str]:
        """The figures of the cells; none where there are too many to be read."""
        if self.values.size > FIGURES_AT_MOST:
            return []
        return [figure(v, self.decimals) for v in self.values.flat]


def needed_width(base: QFont, grid: Grid) -> float:
    """How wide a cell must be for its widest figure at a comfortable size."""
    if not grid.figures:
        return 0.0
    metrics = QFontMetricsF(theme.font("cell", base, pixels=px(FIGURE) - 1))
    return max([metrics.horizontalAdvance(text) for text in grid.figures]) + px(ROOM) + 2


def paint_cells(painter: QPainter, area: QRectF, grid: Grid, colours: theme.Tokens) -> None:
    """The cells in their colours with their figures, as far as these fit."""
    rows, columns = grid.values.shape
    wide, high = area.width() / columns, area.height() / rows
    gap = 1.0 if min(wide, high) >= SEPARATED_FROM else 0.0
    shades = words(grid.values.astype(np.float64), grid.scale, colours, cells=True).reshape(-1)
    texts, ink = _texts(painter, grid, wide, high), inks(shades)
    for row in range(rows):
        for column in range(columns):
            at = row * columns + column
            left, top = round(area.left() + column * wide), round(area.top() + row * high)
            right, bottom = round(area.left() + (column + 1) * wide), round(area.top() + (row + 1) * high)
            cell = QRectF(left, top, right - left - gap, bottom - top - gap)
            if grid.padding is not None and grid.padding[row, column]:
                _paint_padding(painter, cell, "" if grid.blank or not texts else texts[at], colours)
                continue
            painter.fillRect(cell, QColor.fromRgb(int(shades[at])))
            if texts:
                painter.setPen(ink[at])
                painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), texts[at])


def has_figures(base: QFont, grid: Grid, wide: float, high: float) -> bool:
    """Whether cells of this size have room for the figures of a grid."""
    return _fitting(base, grid.figures, wide, high) is not None


def _texts(painter: QPainter, grid: Grid, wide: float, high: float) -> list[str]:
    """The figures, with the painter's font set to the size in which all of them fit; none if none."""
    font = _fitting(painter.font(), grid.figures, wide, high)
    if font is None:
        return []
    painter.setFont(font)
    return grid.figures


def _fitting(base: QFont, texts: list[str], wide: float, high: float) -> QFont | None:
    """The largest font in which all texts fit their cells."""
    pixels = min(max(px(FIGURE), min(px(LARGEST_FIGURE), high * SHARE)), high * 0.5)
    while texts and pixels >= px(LEAST_FIGURE):
        font = theme.font("cell", base, pixels=pixels)
        metrics = QFontMetricsF(font)
        widest = max([metrics.horizontalAdvance(text) for text in texts])
        if (
            widest + (px(ROOM) if wide > px(TIGHT) else px(TIGHT_ROOM)) <= wide
            and metrics.capHeight() + px(ROOM) <= high
        ):
            return font
        pixels -= 1
    return None


def _paint_padding(painter: QPainter, cell: QRectF, text: str, colours: theme.Tokens) -> None:
    """A hatched cell with its figure."""
    painter.fillRect(cell, colours.color("sunken"))
    if min(cell.width(), cell.height()) >= 6:
        hatch(painter, cell, colours)
    if text:
        figure_on_hatching(painter, cell, text, colours)


def paint_highlights(painter: QPainter, area: QRectF, grid: Grid, colours: theme.Tokens) -> None:
    """The frame around a grid, and the ring around the cell that won."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if grid.ring is not None:
        rows, columns = grid.values.shape
        wide, high = area.width() / columns, area.height() / rows
        cell = QRectF(area.left() + grid.ring[1] * wide, area.top() + grid.ring[0] * high, wide - 1, high - 1)
        radius = max(3.0, min(wide, high) / 2 - 3)
        ring = QRectF(cell.center() - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius))
        if wide > FLAT * high:  # a circle would cross the figure
            ring = cell.adjusted(1.5, 1.5, -1.5, -1.5)
            radius = ring.height() / 2
        for name, width in (("halo", 4.25), ("ring", 1.75)):
            painter.setPen(QPen(colours.color(name, HALO if name == "halo" else 1.0), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, radius, radius)
    if grid.frame:
        frame(painter, area.adjusted(-1.5, -1.5, 0.5, 0.5), colours.color(grid.frame), colours, 2.75)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_pointed(painter: QPainter, cell: QRectF, colours: theme.Tokens) -> None:
    """A thin frame around the pointed cell."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = cell.adjusted(1, 1, -2, -2)
    _frame(painter, inner, colours, "halo", 4.0)
    _frame(painter, inner, colours, "accent", 2.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_focus(painter: QPainter, area: QRectF, colours: theme.Tokens) -> None:
    """The focus ring of the keyboard, inside the first grid's frame."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _frame(painter, area.adjusted(1.5, 1.5, -2.5, -2.5), colours, "accent", 2.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _frame(painter: QPainter, area: QRectF, colours: theme.Tokens, name: str, width: float) -> None:
    pen = QPen(colours.color(name, HALO if name == "halo" else 1.0), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)
