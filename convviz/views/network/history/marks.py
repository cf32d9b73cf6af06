"""What the lines of a training are drawn with, in the plot and beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from convviz.views.base import theme

# Told apart by lightness as well as by hue, and by the shape of their points.
COLOURS = {"train": "pinB", "held_out": "accent", "test": "text1"}
SYMBOLS = {"train": "t1", "held_out": "s", "test": "o"}
"""As pyqtgraph calls them: a triangle, a square, a circle."""

WIDTH, POINT = 2.0, 6.0


def colour(scheme: theme.Tokens, key: str) -> QColor:
    """The colour of a line in a scheme."""
    return scheme.color(COLOURS[key])


class LineMark(QWidget):
    """A piece of a line with one point on it, or (``key`` empty) of the dashes at the kept epoch."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(24, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = theme.tokens(self)
        middle = QRectF(self.rect()).center()
        if not self.key:
            painter.setPen(QPen(scheme.color("text3"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), self.height()))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(scheme, self.key), WIDTH))
        painter.drawLine(QPointF(1, middle.y()), QPointF(self.width() - 1, middle.y()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(scheme, self.key))
        half = 4.0
        place = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        if SYMBOLS[self.key] == "o":
            painter.drawEllipse(place)
        elif SYMBOLS[self.key] == "s":
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            points = [place.bottomLeft(), place.bottomRight(), QPointF(middle.x(), place.top())]
            painter.drawPolygon(QPolygonF(points))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
