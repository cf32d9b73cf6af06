"""The left part of the sum card: terms over the staircase of their running total."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.base.painted import PaintedParts
from convviz.views.base.theme import Tokens
from convviz.views.step.sum.paint_sum import fits_over_stairs, height_needed, paint_staircase, paint_terms
from convviz.views.step.sum.show import SumShow

CAPTION, LONGEST_TIP = 17.0, 1500


class SumView(PaintedParts[SumShow]):
    """Paints a `SumShow`; the tooltip holds the whole sum where terms had to give way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show: SumShow | None = None
        self.setMouseTracking(False)  # there is a tooltip, but nothing lights up
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 60)
        self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(620, 180)

    def set_show(self, show: SumShow | None) -> None:
        """Show a sum; None shows nothing."""
        self._show = show
        self.describe(show.text()[:LONGEST_TIP] if show is not None else "")
        self.update()

    def shown(self) -> SumShow | None:
        return self._show

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("The terms of the sum and its running total"))
        self.update()

    def part_at(self, place: QPointF) -> SumShow | None:
        return self._show

    def tip(self, part: SumShow) -> str:
        text = "" if fits_over_stairs(part, self.width(), self.font()) else part.text()
        return text if len(text) <= LONGEST_TIP else text[:LONGEST_TIP] + "\u2026"

    def draw(self, painter: QPainter, colours: Tokens) -> None:
        show = self._show
        if show is None:
            return
        area = QRectF(self.rect())
        terms = height_needed(show, area.width(), self.font())
        paint_terms(painter, area, show, colours, self.font())
        captioned = area.height() - terms > 90
        stairs = area.adjusted(0, terms + (8 if captioned else 2), 0, -CAPTION if captioned else 0)
        paint_staircase(painter, stairs, show, colours, self.font())
        if captioned:
            painter.setFont(theme.font("ruler", self.font()))
            painter.setPen(colours.color("text3"))
            place = QRectF(0, area.bottom() - CAPTION + 2, area.width(), CAPTION)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, flags, self._caption(show))

    def _caption(self, show: SumShow) -> str:
        if show.joint == ",":
            return self.tr("place in the map, and the largest so far")
        return self.tr("place in the window, and the sum so far")
