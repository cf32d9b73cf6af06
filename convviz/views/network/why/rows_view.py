"""A long list in several columns: products of a dense neuron, or the shares of a softmax."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, colours_of
from convviz.views.base.painted import ENTER_KEYS, LEFT, RIGHT, PaintedParts, fill_rounded
from convviz.views.base.scale import px
from convviz.views.base.theme import Tokens
from convviz.views.network.why.drill_content import Rows, RowShow

PITCH, BAR, GAP, LEAST, MOST = 25.0, 6.0, 26.0, 340.0, 470.0
RESULT, LEAST_BAR = 62.0, 46.0


@dataclass(frozen=True)
class Type:
    """What all rows on view are written with, and how wide their widest title and formula are."""

    strong: QFont
    plain: QFont
    titles: float
    formulas: float


class RowsView(PaintedParts[int]):
    """Shows `RowShow`s column after column; the wheel and the keys walk on.

    ``pointed(at or -1)`` and ``chosen(at)`` tell which row is meant.
    """

    pointed, chosen = Signal(int), Signal(int)
    choosing_keys = ENTER_KEYS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[RowShow] = ()
        self._reach, self._first = 1.0, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()

    def set_rows(self, rows: Sequence[RowShow], *, keep_place: bool = False) -> None:
        """Show these rows, from the first one on unless ``keep_place``."""
        self._rows = rows if isinstance(rows, Rows) else tuple(rows)
        strengths = rows.strengths if isinstance(rows, Rows) else np.array([row.strength for row in rows])
        self._reach = float(np.abs(strengths).max(initial=0.0)) or 1.0
        self._first = min(self._first, self._last_first()) if keep_place else 0
        self._part = None
        self.update()

    def rows(self) -> tuple[RowShow, ...]:
        """All rows."""
        return tuple(self._rows)

    def sizeHint(self) -> QSize:
        return QSize(px(900), px(160))

    def down(self) -> int:
        """Rows under each other."""
        return max(1, int(self.height() // px(PITCH)))

    def across(self) -> int:
        """Columns of rows that fit."""
        most = max(1, math.ceil(len(self._rows) / self.down()))
        return min(most, max(1, int((self.width() + px(GAP)) // (px(LEAST) + px(GAP)))))

    def shown(self) -> range:
        """Positions of the rows on view."""
        return range(self._first, min(len(self._rows), self._first + self.down() * self.across()))

    def rect_of(self, position: int) -> QRectF:
        """Where a row on view lies."""
        column, row = divmod(position - self._first, self.down())
        wide = min(px(MOST), (self.width() - px(GAP) * (self.across() - 1)) / self.across())
        return QRectF(column * (wide + px(GAP)), row * px(PITCH), wide, px(PITCH))

    def show_row(self, position: int) -> None:
        """Bring a row into view."""
        if position not in self.shown():
            self._scroll_to(position // self.down() * self.down())

    def part_at(self, place: QPointF) -> int | None:
        return next((one for one in self.shown() if self.rect_of(one).contains(place)), None)

    def announce(self) -> None:
        self.pointed.emit(self._rows[self._part].at if self._part is not None else -1)

    def choose(self, part: int) -> None:
        self.chosen.emit(self._rows[part].at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned:
            self._scroll_to(self._first + (-self.down() if turned > 0 else self.down()))
        event.accept()

    def step(self, down: int, right: int) -> bool:
        if self._rows:
            move = down + right * self.down()
            position = self._first if self._part is None else self._part + move
            position = min(max(position, 0), len(self._rows) - 1)
            self.show_row(position)
            self.point(position, by_keys=True)
        return bool(self._rows)

    def _last_first(self) -> int:
        down = self.down()
        columns = math.ceil(len(self._rows) / down)
        return max(0, (columns - self.across()) * down)

    def _scroll_to(self, first: int) -> None:
        self._first = min(max(first, 0), self._last_first())
        self._part = None
        self.update()

    def draw(self, painter: QPainter, scheme: Tokens) -> None:
        kind, shown = self._type(), self.shown()
        strengths = np.array([self._rows[position].strength for position in shown])
        bars = colours_of(strengths, ColourScale.signed(self._reach), scheme)
        for position, bar in zip(shown, bars, strict=True):
            self._paint_row(painter, position, kind, bar, scheme)

    def _paint_row(self, painter: QPainter, position: int, kind: Type, shade: QColor, scheme: Tokens) -> None:
        row, area = self._rows[position], self.rect_of(position)
        if position == self._part or row.strong:
            ground = scheme.color("hover" if position == self._part else "accentsoft")
            fill_rounded(painter, area.adjusted(-4, 1, 4, -1), 4, ground)
        metrics = QFontMetricsF(kind.plain)
        end = (
            area.right() - max(QFontMetricsF(kind.strong).horizontalAdvance(row.result), px(RESULT)) - px(10)
        )
        formula = metrics.horizontalAdvance(row.formula)
        room = end - px(LEAST_BAR) - formula - px(20) - area.left()
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, max(0.0, room))
        painter.setFont(kind.strong)
        painter.setPen(scheme.color("text1"))
        painter.drawText(area, RIGHT, row.result)
        painter.setFont(kind.plain)
        painter.drawText(area, LEFT, title)
        painter.setPen(scheme.color("text2"))
        left = area.left() + max(metrics.horizontalAdvance(title), min(room, kind.titles)) + px(12)
        painter.drawText(QRectF(left, area.top(), formula + 4, px(PITCH)), LEFT, row.formula)
        start = left + kind.formulas + px(12)
        length = max(1.0, (end - start) * abs(row.strength) / self._reach)
        painter.fillRect(QRectF(start, area.center().y() - px(BAR) / 2, length, px(BAR)), shade)

    def _type(self) -> Type:
        """The widest title and formula count, so that what follows stands in columns."""
        strong, plain = theme.font("strong", self.font()), theme.font("label", self.font())
        metrics = QFontMetricsF(plain)
        rows = [self._rows[at] for at in self.shown()]
        titles = max((metrics.horizontalAdvance(row.title) for row in rows), default=0.0)
        formulas = max((metrics.horizontalAdvance(row.formula) for row in rows), default=0.0)
        return Type(strong, plain, titles, formulas)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("What this number was computed from"))
