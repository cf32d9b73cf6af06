"""The parts of a step (place, multiply, add, land), with the one at hand lit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.core.film.moments import Part
from convviz.views.base import theme
from convviz.views.base.painted import Painted
from convviz.views.base.texts import say
from convviz.views.base.theme import Tokens

LIT = {"place": 0, "multiply": 1, "add": 2, "finish": 3, "land": 3}
GAP, THICK = 2.0, 4.0


def part_names(kind: str) -> tuple[str, ...]:
    """The words for the four parts; ``kind`` is "convolution", "max" or "mean"."""
    place, land = say("Step", "Place"), say("Step", "Land")
    multiply, add = say("Step", "Multiply"), say("Step", "Add")
    look, choose = say("Step", "Compare"), say("Step", "Choose")
    gather = say("Step", "Gather")
    return {
        "convolution": (place, multiply, add, land),
        "max": (place, look, choose, land),
        "mean": (place, gather, add, land),
    }[kind]


class PartsBar(Painted):
    """Four strokes with their words; parts that are over stay tinted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part: Part = "place"
        self._kind = "convolution"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(26)

    def sizeHint(self) -> QSize:
        return QSize(460, 26)

    def set_part(self, part: Part, kind: str = "convolution") -> None:
        """Light a part; "finish" (divide, bias, activation) belongs to landing."""
        self._part, self._kind = part, kind
        self.setAccessibleName(part_names(kind)[LIT[part]])
        self.update()

    def draw(self, painter: QPainter, colours: Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit, names = LIT[self._part], part_names(self._kind)
        width = (self.width() + GAP) / len(names)
        for index, name in enumerate(names):
            stroke = QRectF(index * width, 1, width - GAP, THICK)
            colour = colours.color("line" if index > lit else "accent")
            if index < lit:
                colour.setAlphaF(0.45)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(stroke, THICK / 2, THICK / 2)
            painter.setFont(theme.font("title" if index == lit else "label", self.font(), pixels=12.5))
            painter.setPen(colours.color("accent" if index == lit else "text2"))
            place = QRectF(stroke.left() + 1, 8, stroke.width(), 18)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
