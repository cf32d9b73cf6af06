"""Networks side by side: what each reads, how sure it is, and how it fares on shifted digits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.views import theme
from convviz.views.network.probability_view import percent
from convviz.views.theme import Tokens

CURVE, CAPTION = 150.0, 18.0
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Rival:
    """A network's answer to the digit: its title, the class, its probability, and what is right.

    ``right`` is whether it reads what the unmoved digit was read as. ``by_shift`` is its accuracy on
    test digits shifted by 0, 1, 2 ... pixels, ``shift`` the present shift; empty where not known.
    """

    title: str
    answer: str
    share: float
    right: bool
    by_shift: tuple[float, ...] = ()
    shift: int = 0


class RivalsView(QWidget):
    """One line for each `Rival`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rivals: tuple[Rival, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(96)

    def set_rivals(self, rivals: Sequence[Rival]) -> None:
        """Show these networks."""
        self._rivals = tuple(rivals)
        self.setAccessibleDescription(", ".join(f"{one.title}: {one.answer}" for one in rivals))
        self.update()

    def rivals(self) -> tuple[Rival, ...]:
        """What is shown."""
        return self._rivals

    def sizeHint(self) -> QSize:
        return QSize(700, 130)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._rivals:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens(self)
        curves = any(one.by_shift for one in self._rivals)
        painter.setFont(theme.font("ruler", self.font()))
        painter.setPen(colours.color("text3"))
        if curves:
            text = self.tr("test digits read, shifted by 0 to 7 px")
            painter.drawText(QRectF(self.width() - 320, 0, 320, CAPTION), RIGHT, text)
        pitch = min(34.0, (self.height() - CAPTION) / len(self._rivals))
        for at, rival in enumerate(self._rivals):
            area = QRectF(0, CAPTION + at * pitch, self.width(), pitch)
            self._paint(painter, area, rival, colours, CURVE if curves else 0.0)

    def _paint(self, painter: QPainter, area: QRectF, rival: Rival, colours: Tokens, curve: float) -> None:
        metrics = QFontMetricsF(theme.font("label", self.font()))
        titles = max(metrics.horizontalAdvance(one.title) for one in self._rivals) + 16
        painter.setFont(theme.font("label", self.font()))
        painter.setPen(colours.color("text1"))
        painter.drawText(area, LEFT, rival.title)
        painter.setFont(theme.font("result", self.font(), pixels=min(17, area.height() - 4)))
        painter.setPen(colours.color("accent" if rival.right else "error"))
        painter.drawText(QRectF(area.left() + titles, area.top(), 24, area.height()), LEFT, rival.answer)
        shares = 70.0
        known = 56.0 if curve else 0.0
        groove = QRectF(area.left() + titles + 30, area.center().y() - 2.5, 0, 5)
        groove.setRight(area.right() - curve - known - shares - 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color("line"))
        painter.drawRoundedRect(groove, 2.5, 2.5)
        filled = QRectF(groove)
        filled.setWidth(groove.width() * rival.share)
        painter.setBrush(colours.color("accent" if rival.right else "error"))
        painter.drawRoundedRect(filled, 2.5, 2.5)
        painter.setFont(theme.font("label", self.font()))
        painter.setPen(colours.color("text2"))
        painter.drawText(
            QRectF(groove.right() + 4, area.top(), shares, area.height()), RIGHT, percent(rival.share)
        )
        if rival.by_shift and curve:
            right = QRectF(area.right() - curve - known, area.top() + 3, curve, area.height() - 6)
            self._paint_curve(painter, right, rival, colours)
            at = min(abs(rival.shift), len(rival.by_shift) - 1)
            painter.setPen(colours.color("text2"))
            figure = f"{100 * rival.by_shift[at]:.1f} %" if abs(rival.shift) < len(rival.by_shift) else ""
            painter.drawText(area, RIGHT, figure)

    def _paint_curve(self, painter: QPainter, area: QRectF, rival: Rival, colours: Tokens) -> None:
        count = len(rival.by_shift)
        points = [
            QPointF(
                area.left() + 8 + (area.width() - 24) * at / (count - 1),
                area.bottom() - area.height() * share,
            )
            for at, share in enumerate(rival.by_shift)
        ]
        painter.setPen(QPen(colours.color("line"), 1))
        painter.drawLine(QLineF(points[0].x(), area.bottom(), points[-1].x(), area.bottom()))
        painter.setPen(QPen(colours.color("linestrong"), 1.5))
        painter.drawPolyline(points)
        if abs(rival.shift) < count:
            painter.setPen(QPen(colours.color("halo"), 2))
            painter.setBrush(colours.color("accent"))
            painter.drawEllipse(points[abs(rival.shift)], 4, 4)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
