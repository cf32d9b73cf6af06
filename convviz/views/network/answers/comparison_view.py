"""Networks side by side: what each reads, how sure it is, and how it fares on shifted digits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.base.painted import LEFT, RIGHT, Painted, fill_rounded
from convviz.views.base.theme import Tokens
from convviz.views.network.answers.probability_view import percent

CURVE, CAPTION = 150.0, 18.0
AIR, KNOWN, SHARE = 16.0, 56.0, 70.0
"""Room between two columns, for a measured accuracy, and for a probability."""

LEAST_BAR = 60.0
WAITING = "\u2026"


@dataclass(frozen=True)
class ComparedNetwork:
    """A network's answer: its title, the class ("" while it is awaited), its probability, what is right.

    ``right`` is whether it reads what the unmoved digit was read as. ``by_shift`` is its accuracy on
    test digits shifted by 0, 1, 2 ... pixels, ``shift`` the present shift; empty where not known.
    """

    title: str
    answer: str
    share: float
    right: bool
    by_shift: tuple[float, ...] = ()
    shift: int = 0


@dataclass(frozen=True)
class _Columns:
    """How wide titles and answers are; where the probabilities begin."""

    title: float
    answer: float
    right: float


class ComparisonView(Painted):
    """One line for each `ComparedNetwork`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: tuple[ComparedNetwork, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(96)

    def set_comparison(self, comparison: Sequence[ComparedNetwork]) -> None:
        """Show these networks."""
        self._comparison = tuple(comparison)
        self.setAccessibleDescription(", ".join(f"{one.title}: {one.answer}" for one in comparison))
        self.update()

    def comparison(self) -> tuple[ComparedNetwork, ...]:
        """What is shown."""
        return self._comparison

    def sizeHint(self) -> QSize:
        return QSize(700, 130)

    def draw(self, painter: QPainter, colours: Tokens) -> None:
        if not self._comparison:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        curves = any(one.by_shift for one in self._comparison)
        self.write_in(painter, "ruler", "text3")
        if curves:
            area = QRectF(self.width() - 320, 0, 320, CAPTION)
            painter.drawText(area, RIGHT, self.tr("test digits read, shifted by 0 to 7 px"))
        pitch = min(34.0, (self.height() - CAPTION) / len(self._comparison))
        for at, compared in enumerate(self._comparison):
            area = QRectF(0, CAPTION + at * pitch, self.width(), pitch)
            self._paint(painter, area, compared, colours, CURVE if curves else 0.0)

    def _paint(
        self, painter: QPainter, area: QRectF, compared: ComparedNetwork, colours: Tokens, curve: float
    ) -> None:
        columns = self._columns(area.height(), curve)
        self.write_in(painter, "label", "text1")
        self._write(painter, area.left(), area, columns.title, compared.title)
        painter.setPen(colours.color("text2"))
        ends = QRectF(columns.right, area.top(), SHARE, area.height())
        painter.drawText(ends, RIGHT, percent(compared.share) if compared.answer else WAITING)
        self._paint_share(painter, area, compared, colours, columns)
        name = "accent" if compared.right else "error"
        self.write_in(painter, "result", name, pixels=_large(area.height()))
        self._write(painter, columns.title + AIR, area, columns.answer, compared.answer)
        if compared.by_shift and curve:
            place = QRectF(area.right() - curve - KNOWN, area.top() + 3, curve, area.height() - 6)
            self._paint_curve(painter, place, compared, colours)
            if abs(compared.shift) < len(compared.by_shift):
                self.write_in(painter, "label", "text2")
                painter.drawText(area, RIGHT, f"{100 * compared.by_shift[abs(compared.shift)]:.1f} %")

    def _columns(self, height: float, curve: float) -> _Columns:
        """How wide titles and answers are, and where the bar ends: long names give way to the bar."""
        titles = QFontMetricsF(theme.font("label", self.font()))
        answers = QFontMetricsF(theme.font("result", self.font(), pixels=_large(height)))
        right = self.width() - (curve + KNOWN if curve else 0.0) - SHARE
        room = max(120.0, right - LEAST_BAR - 2 * AIR)
        answer = max(14.0, *(answers.horizontalAdvance(one.answer) for one in self._comparison))
        answer = min(answer, room / 2)
        title = max(titles.horizontalAdvance(one.title) for one in self._comparison)
        return _Columns(min(title, room - answer), answer, right)

    def _write(self, painter: QPainter, left: float, area: QRectF, width: float, text: str) -> None:
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width + 1)
        painter.drawText(QRectF(left, area.top(), width + 2, area.height()), LEFT, shown)

    def _paint_share(
        self, painter: QPainter, area: QRectF, compared: ComparedNetwork, colours: Tokens, columns: _Columns
    ) -> None:
        groove = QRectF(columns.title + columns.answer + 2 * AIR, area.center().y() - 2.5, 0, 5)
        groove.setRight(max(groove.left(), columns.right - 4))
        for name, share in (("line", 1.0), ("accent" if compared.right else "error", compared.share)):
            filled = QRectF(groove.topLeft(), QSizeF(groove.width() * share, groove.height()))
            fill_rounded(painter, filled, 2.5, colours.color(name))

    def _paint_curve(
        self, painter: QPainter, area: QRectF, compared: ComparedNetwork, colours: Tokens
    ) -> None:
        count = len(compared.by_shift)
        pitch = (area.width() - 24) / (count - 1)
        points = [
            QPointF(area.left() + 8 + pitch * at, area.bottom() - area.height() * share)
            for at, share in enumerate(compared.by_shift)
        ]
        painter.setPen(QPen(colours.color("line"), 1))
        painter.drawLine(QLineF(points[0].x(), area.bottom(), points[-1].x(), area.bottom()))
        painter.setPen(QPen(colours.color("linestrong"), 1.5))
        painter.drawPolyline(points)
        if abs(compared.shift) < count:
            painter.setPen(QPen(colours.color("halo"), 2))
            painter.setBrush(colours.color("accent"))
            painter.drawEllipse(points[abs(compared.shift)], 4, 4)


def _large(height: float) -> float:
    """The answer's height in pixels, in a line of so many."""
    return min(17, height - 4)
