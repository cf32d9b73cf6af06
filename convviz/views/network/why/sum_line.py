"""The last line of a sum: sum + bias = ..., what the activation makes of it, and the framed value."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from convviz.views.base import theme
from convviz.views.base.numbers import MINUS, figure
from convviz.views.network.maps.paint_maps import paint_frame
from convviz.views.network.why.drill_content import SumShow

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class SumLine(QWidget):
    """Figures over the words that say what they are; the shown value framed in green."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sum: SumShow | None = None
        self.setFixedHeight(46)

    def set_sum(self, show: SumShow | None) -> None:
        """Show a sum, or nothing."""
        self._sum = show
        self.setAccessibleDescription(self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(330, 46)

    def text(self) -> str:
        """The line as plain text."""
        return " ".join(figures for figures, _ in self.parts())

    def parts(self) -> list[tuple[str, str]]:
        """(figures, words) of each part, the shown value last."""
        show = self._sum
        if show is None:
            return []
        places = show.decimals
        sign = MINUS if show.bias < 0 else "+"
        parts = [
            (figure(show.total, places), show.total_name),
            (f"{sign} {figure(abs(show.bias), places)}", self.tr("bias")),
            (f"= {figure(show.before, places)}", show.activation),
        ]
        return [*parts, (figure(show.value, places), self.tr("shown value"))]

    def paintEvent(self, _event: QPaintEvent) -> None:
        parts = self.parts()
        if not parts:
            return
        painter = QPainter(self)
        colours = theme.tokens(self)
        base = 14.0
        while base > 10 and self._width(parts, base) > self.width():
            base -= 1
        strong = theme.font("title", self.font(), pixels=base)
        small = theme.font("ruler", self.font(), pixels=base - 2)
        gap = max(4.0, (self.width() - self._width(parts, base)) / (len(parts) - 1) + 4)
        x = 0.0
        for at, (figures, words) in enumerate(parts):
            last = at == len(parts) - 1
            wide = self._part_width(figures, words, base) + (10 if last else 0)
            x = self.width() - wide if last else x
            top, under = QRectF(x, 2, wide, 22), QRectF(x, 27, wide, 16)
            if last:
                paint_frame(painter, top.adjusted(1.5, 0, -1.5, 0), colours, "out", 2.0)
            painter.setFont(strong)
            painter.setPen(colours.color("text1"))
            painter.drawText(top, CENTRE if last else LEFT, figures)
            painter.setFont(small)
            painter.setPen(colours.color("text2"))
            painter.drawText(under, CENTRE if last else LEFT, words)
            x += wide + gap

    def _part_width(self, figures: str, words: str, pixels: float) -> float:
        strong = QFontMetricsF(theme.font("title", self.font(), pixels=pixels))
        small = QFontMetricsF(theme.font("ruler", self.font(), pixels=pixels - 2))
        return max(strong.horizontalAdvance(figures), small.horizontalAdvance(words)) + 2

    def _width(self, parts: list[tuple[str, str]], pixels: float) -> float:
        return sum(self._part_width(*part, pixels) for part in parts) + 10 + 4 * len(parts)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
