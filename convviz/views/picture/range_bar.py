"""A colour bar whose ends are dragged: which values are black and which are white, window and level."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from convviz.views.base import theme
from convviz.views.base.colours import ColourScale
from convviz.views.base.painted import ARROWS
from convviz.views.base.plain import set_tip
from convviz.views.picture.value_bar import BAR, TEXT, TICK, ValueBar

Grip = Literal["low", "high", "level"]
NEAR = 7
"""An end is taken hold of within so many pixels."""

STEPS = 100
"""An arrow key moves by this part of all that is shown."""


class RangeBar(ValueBar):
    """A `ValueBar` whose ends are dragged, or both together; of a signed one the ends mirror each other.

    Arrow keys move the range (left, right) and narrow or widen it (up, down), Home and a double click ask
    for the automatic one. While something is dragged the histogram stays as it is.
    """

    chosen = Signal(float, float)
    """The low and the high end of the colours, dragged or by the keys."""

    settled = Signal()
    """What was dragged is let go of."""

    automatic_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grip: Grip | None = None
        self._from, self._start = 0.0, (0.0, 0.0)
        self._near = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.retranslate()

    def retranslate(self) -> None:
        set_tip(
            self,
            self.tr(
                "Drag an end to choose which values are darkest and brightest, or between the ends to move "
                "both. Arrow keys do it too. Double-click or Home: automatic."
            ),
        )

    def set_values(
        self,
        scale: ColourScale,
        counts: NDArray[np.int64] | None,
        beyond: tuple[bool, bool] = (False, False),
        ends: tuple[float, float] | None = None,
    ) -> None:
        if self._grip is not None and self._counts is not None:
            counts, beyond, ends = self._counts, self._beyond, self._ends
        super().set_values(scale, counts, beyond, ends)

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        super().draw(painter, scheme)
        if self._counts is None or not (self.is_part() or self._near or self._grip or self.hasFocus()):
            return
        bottom = self.height() - TEXT - TICK
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = scheme.color("accent")
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour)
        for end in (self._scale.low, self._scale.high):
            x = min(max(self.place_of(end), 1.0), self.width() - 1.0)
            painter.drawLine(QPointF(x, 0), QPointF(x, bottom))
            tip = QPointF(x, bottom - BAR - 1)
            painter.drawPolygon(QPolygonF([tip, tip + QPointF(-4, 7.5), tip + QPointF(4, 7.5)]))
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -1.5, -1.5))

    # The mouse

    def _grip_at(self, x: float) -> Grip:
        low, high = self.place_of(self._scale.low), self.place_of(self._scale.high)
        nearer: Grip = "low" if abs(x - low) < abs(x - high) else "high"
        inside = low + NEAR < x < high - NEAR
        return "level" if inside and self.is_part() and self._scale.kind != "signed" else nearer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._counts is None:
            return
        x = event.position().x()
        self._grip, self._from = self._grip_at(x), self.value_at(x)
        self._start = self._scale.low, self._scale.high
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._grip is None:
            level = self._grip_at(x) == "level"
            self.setCursor(Qt.CursorShape.OpenHandCursor if level else Qt.CursorShape.SizeHorCursor)
            return
        value, (low, high) = self.value_at(x), self._start
        if self._grip == "level":
            self._choose(*self._shifted(low, high, value - self._from))
        elif self._grip == "low":
            self._choose(min(value, high), high)
        else:
            self._choose(low, max(value, low))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._grip is not None:
            self._grip = None
            self.settled.emit()
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.automatic_wanted.emit()

    def enterEvent(self, event: QEvent) -> None:
        self._near = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._near = False
        self.update()

    # The keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Home:
            self.automatic_wanted.emit()
        elif key in ARROWS and self._counts is not None:
            down, right = ARROWS[key]
            step = (self._ends[1] - self._ends[0]) / STEPS
            low, high = self._shifted(self._scale.low, self._scale.high, right * step)
            wider = max(down * step, (low - high) / 4)
            self._choose(low - wider, high + wider)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat() and event.key() in ARROWS:
            self.settled.emit()

    # What comes of it

    def _shifted(self, low: float, high: float, by: float) -> tuple[float, float]:
        """Both ends moved, no further than what is shown; those of a signed scale stay."""
        if self._scale.kind == "signed":
            return low, high
        by = min(max(by, self._ends[0] - low), self._ends[1] - high)
        return low + by, high + by

    def _choose(self, low: float, high: float) -> None:
        """Announce a range, rounded to steps that can be seen; never one without values between its ends."""
        step = 10.0 ** math.floor(math.log10((self._ends[1] - self._ends[0]) / (2 * STEPS)))
        if self._scale.kind == "signed":
            moved = -low if low != self._scale.low and self._grip != "high" else high
            high = max(step, _rounded(abs(moved), step))
            low = -high
        else:
            low, high = _rounded(low, step), _rounded(high, step)
            if high - low < step:
                low, high = (high - step, high) if self._grip == "low" else (low, low + step)
        if (low, high) != (self._scale.low, self._scale.high):
            self.chosen.emit(low, high)


def _rounded(value: float, step: float) -> float:
    """The whole step nearest to a value, without the remainders of its decimals.

    >>> _rounded(0.1234, 0.01)
    0.12
    """
    return float(f"{round(value / step) * step:.12g}")
