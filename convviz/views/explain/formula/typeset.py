"""A very small typesetter: boxes that know their size and can paint themselves on a baseline.

Formulas need fractions and brackets that grow with them; rich text can draw neither. A formula
is a tree of boxes: `Run` is a piece of text, `Row` puts boxes side by side, `Fraction` one over
the other, `Brackets` grows floor or ceiling brackets around its content. Colours are names of
tokens, looked up while painting, so that a formula follows the theme.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from convviz.views.base.theme import Tokens


class Box:
    """Something with a width, a height above the baseline and a depth below it."""

    width: float
    ascent: float
    descent: float

    def paint(self, painter: QPainter, x: float, baseline: float, colours: Tokens) -> None:
        """Paint with the left edge at ``x`` and the baseline at ``baseline`` (logical pixels)."""
        raise NotImplementedError


class Run(Box):
    """A piece of text in one font; ``shift`` lowers it (a subscript has its own small font)."""

    def __init__(self, text: str, font: QFont, colour: str = "text1", shift: float = 0.0) -> None:
        self.text, self.font, self.colour, self.shift = text, font, colour, shift
        metrics = QFontMetricsF(font)
        self.width = metrics.horizontalAdvance(text)
        self.ascent = metrics.ascent() - shift
        self.descent = metrics.descent() + shift

    def paint(self, painter: QPainter, x: float, baseline: float, colours: Tokens) -> None:
        painter.setFont(self.font)
        painter.setPen(colours.color(self.colour))
        painter.drawText(QPointF(x, baseline + self.shift), self.text)


class Row(Box):
    """Boxes side by side on one baseline."""

    def __init__(self, *boxes: Box, gap: float = 0.0) -> None:
        self.boxes, self.gap = boxes, gap
        self.width = sum([box.width for box in boxes]) + gap * max(0, len(boxes) - 1)
        self.ascent = max([box.ascent for box in boxes], default=0.0)
        self.descent = max([box.descent for box in boxes], default=0.0)

    def paint(self, painter: QPainter, x: float, baseline: float, colours: Tokens) -> None:
        for box in self.boxes:
            box.paint(painter, x, baseline, colours)
            x += box.width + self.gap


class Fraction(Box):
    """One box over another, with a bar at the height of a minus sign."""

    PAD = 4.0

    def __init__(self, top: Box, bottom: Box, font: QFont) -> None:
        self.top, self.bottom = top, bottom
        self.axis = QFontMetricsF(font).xHeight() / 2 + 0.5
        self.width = max(top.width, bottom.width) + 2 * self.PAD
        self.ascent = self.axis + 2 + top.ascent + top.descent
        self.descent = bottom.ascent + bottom.descent + 1 - self.axis

    def paint(self, painter: QPainter, x: float, baseline: float, colours: Tokens) -> None:
        bar = round(baseline - self.axis) + 0.5
        self.top.paint(painter, x + (self.width - self.top.width) / 2, bar - 3 - self.top.descent, colours)
        low = bar + 1 + self.bottom.ascent
        self.bottom.paint(painter, x + (self.width - self.bottom.width) / 2, low, colours)
        painter.setPen(QPen(colours.color("text1"), 1))
        painter.drawLine(QLineF(x, bar, x + self.width, bar))


class Brackets(Box):
    """Floor brackets (feet at the bottom) or ceiling brackets (at the top) as tall as the content."""

    FOOT, PAD = 6.0, 7.0

    def __init__(self, inner: Box, *, ceil: bool = False) -> None:
        self.inner, self.ceil = inner, ceil
        self.width = inner.width + 2 * (self.PAD + 1)
        self.ascent = inner.ascent
        self.descent = inner.descent

    def paint(self, painter: QPainter, x: float, baseline: float, colours: Tokens) -> None:
        self.inner.paint(painter, x + self.PAD + 1, baseline, colours)
        top = round(baseline - self.ascent) + 0.5
        bottom = round(baseline + self.descent) - 0.5
        left, right = round(x) + 0.5, round(x + self.width) - 0.5
        foot = top if self.ceil else bottom
        painter.setPen(QPen(colours.color("text1"), 1))
        painter.drawLines([
            QLineF(left, top, left, bottom),
            QLineF(right, top, right, bottom),
            QLineF(left, foot, left + self.FOOT, foot),
            QLineF(right - self.FOOT, foot, right, foot),
        ])  # fmt: skip


@dataclass(frozen=True)
class Fonts:
    """The fonts of a formula at one size: ``figures`` for numbers, ``symbols`` for letters."""

    title: QFont
    symbols: QFont
    italic: QFont
    sub: QFont
    figures: QFont
    result: QFont
