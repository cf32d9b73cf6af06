"""The softmax of one class written out: exp of its logit over the sum of exp of all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from convviz.views.base import theme
from convviz.views.base.numbers import figure
from convviz.views.base.theme import Tokens
from convviz.views.explain.formula.typeset import Fraction, Row, Run

FRACTION_HEIGHT = 96.0
_WRITABLE = 1e9


@dataclass(frozen=True, eq=False)
class Softmax:
    """The class's name, all logits, and which of them is meant."""

    name: str
    logits: NDArray[Any]
    index: int

    @property
    def numbers(self) -> tuple[str, str]:
        """exp of the logit and the sum of exp of all; where these are too long, divided by the first."""
        logits = self.logits.astype(np.float64)
        if logits.max() < np.log(_WRITABLE):
            powers = np.exp(logits)
            places = 1 if powers[self.index] >= 10 else 4
            return figure(float(powers[self.index]), places), figure(float(powers.sum()), places)
        powers = np.exp(logits - logits[self.index])
        return "1", figure(float(powers.sum()), 6)

    @property
    def probability(self) -> float:
        """What the fraction comes to."""
        powers = np.exp(self.logits.astype(np.float64) - float(self.logits.max()))
        return float(powers[self.index] / powers.sum())


def paint_softmax(painter: QPainter, area: QRectF, told: Softmax, base: QFont, colours: Tokens) -> None:
    """Paint the fraction, its numbers and its value under a hairline."""
    painter.setPen(QPen(colours.color("line"), 1))
    painter.drawLine(QLineF(area.left(), area.top() + 5, area.right(), area.top() + 5))
    painter.setFont(theme.font("caption", base))
    painter.setPen(colours.color("text2"))
    title = QCoreApplication.translate("Network", "softmax of {name}").format(name=told.name)
    heading = QRectF(area.left(), area.top() + 9, area.width(), 16)
    painter.drawText(heading, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), title)
    for pixels in (12.0, 11.0, 10.0, 9.0):
        row = _fraction(told, theme.font("caption", base, pixels=pixels))
        if row.width <= area.width():
            break
    row.paint(painter, area.left(), area.top() + 50, colours)
    painter.setFont(theme.font("title", base))
    painter.setPen(colours.color("text1"))
    value = figure(told.probability, 6)
    painter.drawText(QPointF(area.left(), area.top() + 88), f"= {value}")


def _fraction(told: Softmax, font: QFont) -> Row:
    logit = figure(float(told.logits[told.index]), 2)
    over, under = told.numbers
    text = QCoreApplication.translate("Network", "sum of exp")
    return Row(
        Fraction(Run(f"exp {logit}", font, "text2"), Run(text, font, "text2"), font),
        Run(" = ", font, "text2"),
        Fraction(Run(over, font, "text2"), Run(under, font, "text2"), font),
    )
