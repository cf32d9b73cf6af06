"""Painting the cells of a kernel: colour, figure, frames."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from convviz.views.base import theme
from convviz.views.base.colours import ink_on
from convviz.views.base.numbers import figure

FIGURE_SHARE = 0.326  # of a cell's height
LEAST, SMALLER, MOST = 10.6, 12.5, 18.0  # pixels
LONGEST = 16  # so many of the longest figures are measured, the widest is among them
AROUND = 6  # pixels a figure leaves free in its cell
_CENTRED = Qt.AlignmentFlag.AlignCenter


def figures(
    values: Sequence[float], height: float, room: float, base: QFont
) -> tuple[list[str], QFont] | None:
    """The texts of all cells and their font; None where cells of that height and ``room`` are too narrow.

    All figures of a grid have one size and are rounded alike: a smaller size comes before fewer
    decimals, and nothing is ever rounded to a 0 that it is not.
    """
    usual = min(max(FIGURE_SHARE * height, LEAST), MOST)
    for decimals in (None, 3, 2):
        texts = [_text(v, decimals) for v in values]
        if any(v != 0 and float(f"{v:.{decimals or 6}f}") == 0 for v in values):
            continue
        widest = sorted(set(texts), key=len)[-LONGEST:]
        for pixels in (usual, SMALLER, LEAST):
            font = theme.font("cell", base, pixels=min(pixels, usual))
            metrics = QFontMetricsF(font)
            if max(metrics.horizontalAdvance(t) for t in widest) + AROUND <= room:
                return texts, font
    return None


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
    halo = scheme.color("halo")
    halo.setAlphaF(0.85)
    inner = place.adjusted(2, 2, -2, -2)
    _frame(painter, halo, inner, 4.5, 0)
    _frame(painter, scheme.color("win"), inner, 2.0, 0)


def _frame(painter: QPainter, colour: QColor, place: QRectF, width: float, off: float) -> None:
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = theme.RADIUS_KERNEL_CELL + max(off, 0)
    painter.drawRoundedRect(place.adjusted(-off, -off, off, off), radius, radius)
