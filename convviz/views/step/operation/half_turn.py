"""The kernel's half turn, when a correlation becomes a convolution or the other way round."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QWidget

from convviz.views.base.colours import ink_on, words
from convviz.views.base.numbers import figure
from convviz.views.base.theme import Tokens
from convviz.views.step.operation.show import OperationShow
from convviz.views.step.operation.small_grid import FIGURES_AT_MOST, SmallGrid, cell_rects, choose_font

TURN_TIME, SQUEEZE = 240, 0.12
"""Milliseconds; and how much the cells draw together half way, so that the corners stay inside."""


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
