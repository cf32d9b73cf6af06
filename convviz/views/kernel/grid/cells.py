"""The cells of a kernel: where they lie, and how they are painted."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from convviz.views.base import theme
from convviz.views.base.colours import ink_on
from convviz.views.base.numbers import figure
from convviz.views.base.scale import px

RING = 3  # room around the cells for the focus ring
MOST_SHOWN = 9  # rows or columns that a grid asks room for, and that show their figures; more are scrolled
LARGE, SMALL, SMALL_FROM = (54.0, 46.0), (24.0, 22.0), 7  # a cell at 3x3, and from 7x7 on
FIGURE_SHARE = 0.326  # of a cell's height
LEAST, SMALLER, MOST = 10.6, 12.5, 18.0  # pixels
WIDEST = 58.0  # a cell that scrolls grows to this for its figure, not further
LONGEST = 16  # so many of the longest figures are measured, the widest is among them
AROUND = 6  # pixels a figure leaves free in its cell
_CENTRED = Qt.AlignmentFlag.AlignCenter


def target_cell(rows: int, columns: int, scale: float = 1.0) -> tuple[float, float]:
    """The size a cell has where there is room: 54 x 46 up to 3 cells, in a line down to 24 x 22 at 7.

    ``scale`` makes cells larger in a large window.
    """
    share = (min(max(rows, columns, 3), SMALL_FROM) - 3) / (SMALL_FROM - 3)
    width, height = (
        px(LARGE)[0] + share * (px(SMALL)[0] - px(LARGE)[0]),
        px(LARGE)[1] + share * (px(SMALL)[1] - px(LARGE)[1]),
    )
    return (scale * width, scale * height)


def preferred_size(rows: int, columns: int, scale: float = 1.0, least: float = 0.0) -> QSize:
    """The size the grid asks for, cells at least as wide as ``least``; kernels above 9 cells ask for 9."""
    width, height = target_cell(rows, columns, scale)
    width, height = max(width, px(SMALL)[0], least), max(height, px(SMALL)[1])
    return QSize(
        math.ceil(width * min(columns, MOST_SHOWN)) + 2 * RING,
        math.ceil(height * min(rows, MOST_SHOWN)) + 2 * RING,
    )


@dataclass(frozen=True)
class CellLayout:
    """The places of ``rows`` x ``columns`` cells of one size, in pixels of the widget."""

    rows: int
    columns: int
    width: float
    height: float

    @classmethod
    def fitting(
        cls, rows: int, columns: int, room: QSize, scale: float = 1.0, least: float = 0.0
    ) -> CellLayout:
        """The layout for a viewport of size ``room``: the target, smaller where that does not fit.

        ``least`` is the width that the cells keep.
        """
        width, height = target_cell(rows, columns, scale)
        width = min(width, (room.width() - 2 * RING) / min(columns, MOST_SHOWN))
        height = min(height, (room.height() - 2 * RING) / min(rows, MOST_SHOWN))
        return cls(rows, columns, max(width, px(SMALL)[0], least), max(height, px(SMALL)[1]))

    def size(self) -> QSize:
        """The size of all cells together, with the room for the ring."""
        return QSize(
            math.ceil(self.width * self.columns) + 2 * RING, math.ceil(self.height * self.rows) + 2 * RING
        )

    def cell(self, row: int, column: int) -> QRectF:
        """The coloured part of a cell, in whole pixels; 2 pixels stay free between two cells."""
        left, right = round(self.width * column), round(self.width * (column + 1))
        top, bottom = round(self.height * row), round(self.height * (row + 1))
        return QRectF(RING + left + 1, RING + top + 1, right - left - 2, bottom - top - 2)

    def at(self, point: QPointF) -> tuple[int, int] | None:
        """The (row, column) under a point, or None beside the cells."""
        column, row = (point.x() - RING) / self.width, (point.y() - RING) / self.height
        inside = 0 <= row < self.rows and 0 <= column < self.columns
        return (int(row), int(column)) if inside else None


def figures(
    values: Sequence[float], height: float, room: float, base: QFont
) -> tuple[list[str], QFont] | None:
    """The texts of all cells and their font; None where cells of that height and ``room`` are too narrow.

    All figures of a grid have one size and are rounded alike: a smaller size comes before fewer
    decimals, and nothing is ever rounded to a 0 that it is not.
    """
    usual = min(max(FIGURE_SHARE * height, px(LEAST)), px(MOST))
    for decimals in (None, 3, 2):
        texts = _written(values, decimals)
        if texts is None:
            continue
        widest = sorted(set(texts), key=len)[-LONGEST:]
        for pixels in (usual, px(SMALLER), px(LEAST)):
            font = theme.font("cell", base, pixels=min(pixels, usual))
            metrics = QFontMetricsF(font)
            if max(metrics.horizontalAdvance(t) for t in widest) + px(AROUND) <= room:
                return texts, font
    return None


def figured_width(values: Sequence[float], base: QFont) -> float:
    """How wide cells must at least be for their `figures`; 0 where that is too much, or they are too many."""
    if len(values) > MOST_SHOWN * MOST_SHOWN:
        return 0.0
    metrics = QFontMetricsF(theme.font("cell", base, pixels=px(LEAST)))
    for decimals in (2, 3, None):
        texts = _written(values, decimals)
        if texts is None:
            continue
        widest = sorted(set(texts), key=len)[-LONGEST:]
        width = math.ceil(max(metrics.horizontalAdvance(text) for text in widest)) + px(AROUND) + 2
        return float(width) if width <= px(WIDEST) else 0.0
    return 0.0


def _written(values: Sequence[float], decimals: int | None) -> list[str] | None:
    """The texts of all values; None where one of them would be rounded to a 0 that it is not."""
    if any(v != 0 and float(f"{v:.{decimals or 6}f}") == 0 for v in values):
        return None
    return [_text(v, decimals) for v in values]


@lru_cache(maxsize=4096)
def _text(value: float, decimals: int | None) -> str:
    return figure(value, None if decimals is None or value == round(value) else decimals)


def paint_cell(painter: QPainter, edge: QColor, place: QRectF, colour: QColor, text: str) -> None:
    """One cell in the colour of its value, its figure in black or white."""
    painter.setPen(QPen(edge, 1))
    painter.setBrush(colour)
    painter.drawRoundedRect(place, theme.RADIUS_KERNEL_CELL, theme.RADIUS_KERNEL_CELL)
    if text:
        painter.setPen(ink_on(colour))
        painter.drawText(place, _CENTRED, text)


def paint_focus(painter: QPainter, scheme: theme.Tokens, place: QRectF) -> None:
    """The ring around the cell that typing would change: 2 pixels wide, 1 pixel off."""
    _frame(painter, scheme.color("card"), place, 1.5, 1.0)
    _frame(painter, scheme.color("accent"), place, 2.0, 2.0)


def paint_pointed(painter: QPainter, scheme: theme.Tokens, place: QRectF) -> None:
    """The frame of a weight that is pointed at, here or in a picture: the window's colour, with a halo."""
    halo = scheme.color("halo", 0.85)
    inner = place.adjusted(2, 2, -2, -2)
    _frame(painter, halo, inner, 4.5, 0)
    _frame(painter, scheme.color("win"), inner, 2.0, 0)


def _frame(painter: QPainter, colour: QColor, place: QRectF, width: float, off: float) -> None:
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = theme.RADIUS_KERNEL_CELL + max(off, 0)
    painter.drawRoundedRect(place.adjusted(-off, -off, off, off), radius, radius)
