"""Window × kernel = products, painted across the whole width, and the kernel's half turn."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from convviz.views.base import theme
from convviz.views.base.colours import ink_on, words
from convviz.views.base.numbers import TIMES, figure
from convviz.views.base.painted import Painted
from convviz.views.base.scale import px
from convviz.views.base.texts import clauses, labelled
from convviz.views.base.theme import Tokens
from convviz.views.explain.why.content import grid_title
from convviz.views.step.operation.small_grid import (
    FIGURES_AT_MOST,
    OperationShow,
    SmallGrid,
    cell_rects,
    choose_font,
    paint_grid,
)

TURN_TIME, SQUEEZE = 240, 0.12
"""Milliseconds; and how much the cells draw together half way, so that the corners stay inside."""
LABEL, SIGN, EDGE, ROW_GAP = 20.0, 33.0, 3.0, 6.0
LARGEST, SUM = 64.0, 22.0
CHANNELS = "RGB"


class HalfTurn(QVariantAnimation):
    """Runs while a view's kernel goes round its middle; ``moved()`` asks for another picture."""

    moved = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._turned = self._shown_turned = False
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setDuration(TURN_TIME)
        self.valueChanged.connect(self.moved)
        self.finished.connect(self.moved)

    @property
    def running(self) -> bool:
        return self.state() == QVariantAnimation.State.Running

    def set_turned(self, turned: bool) -> None:
        """Whether the weights of what is shown from now on are turned by 180 degrees."""
        self._turned = turned

    def show(self, before: OperationShow | None, after: OperationShow | None) -> None:
        """Start where ``after`` has the kernel of ``before``, turned."""
        changed, self._shown_turned = self._turned != self._shown_turned, self._turned
        if not changed or not _is_turned(before, after):
            return
        if self._view.isVisible() and self._view.style().styleHint(QStyle.StyleHint.SH_Widget_Animate):
            self.stop()
            self.start()

    def paint(self, painter: QPainter, area: QRectF, grid: SmallGrid, scheme: Tokens, base: Any) -> None:
        """The weights on their way; they stay upright, so that they can be read."""
        share = float(self.currentValue())
        colours = words(np.asarray(grid.values, dtype=np.float64), grid.scale, scheme, cells=True)
        texts = [figure(v, grid.decimals) for v in grid.values.ravel().tolist()]
        some = grid.values.size <= FIGURES_AT_MOST
        written = some and choose_font(painter, area, grid, set(texts), base)
        for text, word, cell in zip(texts, colours.ravel().tolist(), cell_rects(area, grid), strict=True):
            colour, place = QColor.fromRgb(word), turning(area, cell.adjusted(0, 0, -1, -1), share)
            painter.fillRect(place, colour)
            if written:
                painter.setPen(ink_on(colour))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def turning(area: QRectF, cell: QRectF, share: float) -> QRectF:
    """Where ``cell`` is when ``share`` (0 to 1) of the half turn around the middle of ``area`` is done.

    >>> turning(QRectF(0, 0, 30, 30), QRectF(0, 0, 10, 10), 0.0).topLeft().toTuple()
    (20.0, 20.0)
    >>> turning(QRectF(0, 0, 30, 30), QRectF(0, 0, 10, 10), 1.0).topLeft().toTuple()
    (0.0, 0.0)
    """
    angle, scale = math.pi * (1 - share), 1 - SQUEEZE * math.sin(math.pi * share)
    away, sine, cosine = (cell.center() - area.center()) * scale, math.sin(angle), math.cos(angle)
    place = QRectF(QPointF(0, 0), cell.size() * scale)
    place.moveCenter(
        area.center() + QPointF(away.x() * cosine + away.y() * sine, away.y() * cosine - away.x() * sine)
    )
    return place


def _is_turned(before: OperationShow | None, after: OperationShow | None) -> bool:
    """Whether the kernel of ``after`` is that of ``before``, turned, and looks different."""
    if before is None or after is None or before.word or after.word or len(before.rows) != len(after.rows):
        return False
    old, new = (np.stack([row[1].values for row in show.rows]) for show in (before, after))
    return bool(np.array_equal(old[:, ::-1, ::-1], new)) and not np.array_equal(old, new)


def show_words(show: OperationShow) -> str:
    """The grids of an operation in words: each by its title, row by row, with the values it has already."""
    parts = []
    for row in show.rows:
        for title, grid in zip(show.titles, row, strict=False):
            shown = grid.values.size if grid.shown is None else grid.shown
            values = [figure(float(value), grid.decimals) for value in grid.values.ravel()[:shown]]
            lines = [values[at : at + grid.columns] for at in range(0, len(values), grid.columns)]
            parts.append(labelled(grid_title(title), clauses(" ".join(line) for line in lines)))
    return ". ".join(parts)


class OperationView(Painted):
    """Paints an `OperationShow`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show: OperationShow | None = None
        self.half_turn = HalfTurn(self)
        self.half_turn.moved.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(px(160), px(80))

    def sizeHint(self) -> QSize:
        return QSize(px(462), px(160))

    def shown(self) -> OperationShow | None:
        return self._show

    def set_show(self, show: OperationShow | None) -> None:
        """Show the operation of a moment; None shows nothing."""
        self.half_turn.show(self._show, show)
        self._show = show
        if QAccessible.isActive():
            self.setAccessibleDescription("" if show is None else show_words(show))
        self.update()

    def areas(self) -> list[list[QRectF]]:
        """Where each grid lies, row by row."""
        show = self._show
        if show is None:
            return []
        first = show.rows[0]
        columns = [grid.columns for grid in first]
        if show.word:
            columns = [first[0].columns, 1]
        tallest = max(grid.rows for grid in first)
        left, right = self._margins(show)
        room = self.width() - left - right - 2 * EDGE - (3 if show.word else 2) * px(SIGN)
        high = self.height() - px(LABEL) - 2 * EDGE - px(ROW_GAP) * (len(show.rows) - 1)
        high /= tallest * len(show.rows)
        cell = min(room / sum(columns), high, px(LARGEST))
        cell = float(int(cell)) if cell >= 4 else max(cell, 0.5)
        spare = self.width() - left - right - 2 * EDGE - cell * sum(columns)
        gap = spare / (len(first) - 1) if not show.word else min(spare, 3 * px(SIGN) + px(30))
        result = []
        indent = (spare - gap) / 2 if show.word else 0.0
        for index in range(len(show.rows)):
            top = px(LABEL) + EDGE + index * (tallest * cell + px(ROW_GAP))
            top += max(0.0, high - cell) * tallest * len(show.rows) / 3
            x, areas = left + EDGE + indent, []
            for grid in first:
                y = top + (tallest - grid.rows) * cell / 2
                areas.append(QRectF(round(x), round(y), grid.columns * cell, grid.rows * cell))
                x += grid.columns * cell + gap
            result.append(areas)
        return result

    def _margins(self, show: OperationShow) -> tuple[float, float]:
        """Room for the channels' letters at the left and their sums at the right."""
        if len(show.rows) == 1:
            return 0.0, 0.0
        sums = QFontMetricsF(theme.font("strong", self.font())).horizontalAdvance(f"= {show.widest_sum}")
        total = QFontMetricsF(theme.font("result", self.font())).horizontalAdvance(show.widest_sum)
        return px(16.0), sums + total + px(SUM)

    def draw(self, painter: QPainter, colours: Tokens) -> None:
        if self._show is None:
            return
        areas = self.areas()
        for row, places in zip(self._show.rows, areas, strict=True):
            for column, (grid, area) in enumerate(zip(row, places, strict=True)):
                turns = column == 1 and self.half_turn.running and not self._show.word
                paint = self.half_turn.paint if turns else paint_grid
                paint(painter, area, grid, colours, self.font())
        self._paint_titles(painter, areas[0], colours)
        self._paint_signs(painter, areas, colours)
        if len(areas) > 1:
            self._paint_sums(painter, areas, colours)

    def _paint_titles(self, painter: QPainter, areas: list[QRectF], colours: Tokens) -> None:
        assert self._show is not None
        painter.setFont(theme.font("caption", self.font()))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for index, (title, area) in enumerate(zip(self._show.titles, areas, strict=True)):
            painter.setPen(colours.color("win" if index == 0 else "text2"))
            top = area.top() - EDGE - px(LABEL)
            painter.drawText(QRectF(area.left(), top, px(200), px(LABEL) - 2), flags, grid_title(title))

    def _paint_signs(self, painter: QPainter, areas: list[list[QRectF]], colours: Tokens) -> None:
        assert self._show is not None
        signs = ("→ " + grid_title(self._show.word) + " →",) if self._show.word else (TIMES, "=")
        for places in areas:
            painter.setFont(theme.font("body", self.font(), pixels=px(16)))
            painter.setPen(colours.color("text2"))
            for sign, area, after in zip(signs, places, places[1:], strict=False):
                between = QRectF(area.right(), area.top(), after.left() - area.right(), area.height())
                painter.drawText(between, Qt.AlignmentFlag.AlignCenter, sign)
        if len(areas) > 1:
            painter.setFont(theme.font("ruler-strong", self.font()))
            for letter, places in zip(CHANNELS, areas, strict=False):
                side = QRectF(0, places[0].top(), px(13), places[0].height())
                painter.drawText(side, Qt.AlignmentFlag.AlignVCenter, letter)

    def _paint_sums(self, painter: QPainter, areas: list[list[QRectF]], colours: Tokens) -> None:
        """Each channel's sum at the end of its row; a brace joins them into the total."""
        assert self._show is not None
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("strong", self.font()))
        left, right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, 0.0
        sums = [f"= {text}" if text else "=" for text in self._show.sums]
        for text, places in zip(sums, areas, strict=False):
            area = places[-1]
            painter.setPen(colours.color("text1"))
            start = area.right() + px(8)
            painter.drawText(QRectF(start, area.top(), self.width() - start, area.height()), left, text)
            right = max(right, start + painter.fontMetrics().horizontalAdvance(text) + 5)
        if not all(self._show.sums):
            return
        ends = [places[-1].center().y() for places in areas]
        painter.setPen(QPen(colours.color("linestrong"), 1.25))
        painter.drawLine(QLineF(right, ends[0], right, ends[-1]))
        for y in ends:
            painter.drawLine(QPointF(right - 3, y), QPointF(right, y))
        painter.setPen(colours.color("text1"))
        painter.setFont(theme.font("result", self.font()))
        place = QRectF(right + 5, ends[0], self.width() - right - 5, ends[-1] - ends[0])
        painter.drawText(place, left, self._show.total)
