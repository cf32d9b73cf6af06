"""All partial sums added up one after the other, as a staircase from zero to the total."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, colours_of
from convviz.views.base.numbers import figure

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
        return QRectF(*self._bars()[position].tolist())

    def _bars(self) -> NDArray[Any]:
        """x, y, width and height of all bars, (bars, 4)."""
        levels = self.levels()
        spread = float(levels.max() - levels.min()) or 1.0
        wide = self.width() / max(1, len(self._partials))
        y = 2 + (self.height() - 4) * (levels.max() - levels) / spread
        top = np.minimum(y[:-1], y[1:])
        high = np.maximum(LEAST_BAR, np.abs(np.diff(y)))
        x = wide * np.arange(len(top))
        return np.stack([x, top, np.full(len(top), max(wide - (1 if wide > 4 else 0), 1)), high], axis=1)

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
        scheme = theme.tokens(self)
        levels = self.levels()
        spread = float(levels.max() - levels.min()) or 1.0
        zero = 2 + (self.height() - 4) * float(levels.max()) / spread
        painter.setPen(QPen(scheme.color("linestrong"), 1))
        painter.drawLine(QLineF(0, round(zero) + 0.5, self.width(), round(zero) + 0.5))
        bars = self._bars()
        seen = self._last_of_equals(bars)
        scale = ColourScale.signed(float(np.abs(self._partials).max()) or 1.0)
        part, floor = self._partials[seen], 0.35 * scale.high  # small steps must be seen as well
        shades = np.where(part > 0, np.maximum(part, floor), np.minimum(part, -floor))
        for bar, shade in zip(bars[seen].tolist(), colours_of(shades, scale, scheme), strict=True):
            painter.fillRect(QRectF(*bar), shade)

    def _last_of_equals(self, bars: NDArray[Any]) -> NDArray[Any]:
        """Positions of the bars that are not painted over by one on the very same pixels."""
        ends = np.hstack([bars[:, :2], bars[:, :2] + bars[:, 2:]])
        pixels = np.rint(ends * self.devicePixelRatioF())[::-1]
        return np.sort(len(bars) - 1 - np.unique(pixels, axis=0, return_index=True)[1])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
