"""All partial sums added up one after the other, as a staircase from zero to the total."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from convviz.views import theme
from convviz.views.colours import ColourScale, colour_of
from convviz.views.numbers import figure

LEAST_BAR = 1.5


class Waterfall(QWidget):
    """Shows partial sums in their order; ``chosen(position)`` follows a click on a bar."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._partials: NDArray[Any] = np.zeros(0)
        self.setMouseTracking(True)

    def set_partials(self, partials: NDArray[Any] | None) -> None:
        """Show these partial sums."""
        self._partials = np.zeros(0) if partials is None else np.asarray(partials, np.float64)
        self.update()

    def partials(self) -> NDArray[Any]:
        """What is shown."""
        return self._partials

    def sizeHint(self) -> QSize:
        return QSize(330, 96)

    def levels(self) -> NDArray[Any]:
        """The running sum before the first bar and after each."""
        return np.concatenate([[0.0], np.cumsum(self._partials)])

    def bar(self, position: int) -> QRectF:
        """Where a partial sum's bar lies."""
        levels = self.levels()
        low, high = float(levels.min()), float(levels.max())
        spread = (high - low) or 1.0
        wide = self.width() / max(1, len(self._partials))
        tall = self.height() - 4

        def y(value: float) -> float:
            return 2 + tall * (high - value) / spread

        top, bottom = sorted((y(levels[position]), y(levels[position + 1])))
        return QRectF(
            position * wide, top, max(wide - (1 if wide > 4 else 0), 1), max(LEAST_BAR, bottom - top)
        )

    def position_at(self, place: QPointF) -> int:
        """Which bar stands over or under a point, -1 without bars."""
        if not len(self._partials):
            return -1
        return min(max(int(place.x() / self.width() * len(self._partials)), 0), len(self._partials) - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = self.position_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and position >= 0:
            self.chosen.emit(position)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            position = self.position_at(QPointF(event.pos()))
            text = ""
            if position >= 0:
                text = self.tr("{number}. partial sum: {partial}\nso far: {sum}").format(
                    number=position + 1,
                    partial=figure(float(self._partials[position]), 4),
                    sum=figure(float(self.levels()[position + 1]), 4),
                )
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not len(self._partials):
            return
        painter = QPainter(self)
        colours = theme.tokens(self)
        scale = ColourScale.signed(float(np.abs(self._partials).max()) or 1.0)
        levels = self.levels()
        spread = float(levels.max() - levels.min()) or 1.0
        zero = 2 + (self.height() - 4) * float(levels.max()) / spread
        painter.setPen(QPen(colours.color("linestrong"), 1))
        painter.drawLine(QLineF(0, round(zero) + 0.5, self.width(), round(zero) + 0.5))
        for position, partial in enumerate(self._partials):
            floor = scale.high * (0.35 if partial > 0 else -0.35)  # small steps must be seen as well
            shade = max(partial, floor) if partial > 0 else min(partial, floor)
            painter.fillRect(self.bar(position), colour_of(float(shade), scale, colours, cells=False))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
