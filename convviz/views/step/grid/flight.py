"""A result on its way: the number that flies from the operation to its cell when the film lands it."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from convviz.views.base import theme
from convviz.views.base.colours import ink_on
from convviz.views.base.painted import Painted
from convviz.views.base.theme import Tokens

SIDE, PADDING = 30.0, 7.0


class Flight(Painted):
    """An opaque little box over the cards, which takes no clicks; ``landed()`` follows each flight."""

    landed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._text = ""
        self._colour = QColor()
        self._from, self._to = QPointF(), QPointF()
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._on_moved)
        self._animation.finished.connect(self._on_finished)

    @property
    def flying(self) -> bool:
        """Whether a result is on its way."""
        return self._animation.state() == QVariantAnimation.State.Running

    def fly(self, text: str, colour: QColor, start: QPointF, end: QPointF, milliseconds: int) -> None:
        """Send ``text`` on ``colour`` from one place of the parent to another."""
        self.stop()
        self._text, self._colour, self._from, self._to = text, colour, start, end
        width = QFontMetricsF(theme.font("strong", self.font())).horizontalAdvance(text) + 2 * PADDING
        self.resize(round(max(SIDE, width)), round(SIDE))
        self._on_moved(0.0)
        self.raise_()
        self.show()
        self._animation.setDuration(milliseconds)
        self._animation.start()

    def stop(self) -> None:
        """Be gone at once; nothing lands."""
        self._animation.stop()
        self.hide()

    def _on_moved(self, share: float) -> None:
        place = self._from + (self._to - self._from) * float(share)
        self.move(round(place.x() - self.width() / 2), round(place.y() - self.height() / 2))

    def _on_finished(self) -> None:
        self.hide()
        self.landed.emit()

    def draw(self, painter: QPainter, scheme: Tokens) -> None:
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.fillRect(box, self._colour)
        painter.setPen(QPen(scheme.color("out"), 3))
        painter.drawRect(box)
        painter.setPen(ink_on(self._colour))
        painter.setFont(theme.font("strong", self.font()))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._text)
