"""All partial sums added up one after the other, as a staircase from zero to the total."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from convviz.views.base.colours import ColourScale, colours_of
from convviz.views.base.numbers import figure
from convviz.views.base.painted import PaintedParts
from convviz.views.base.theme import Tokens
from convviz.views.explain.charts.sum_chart import SumChart


class Waterfall(PaintedParts[int]):
    """Shows partial sums in their order; ``chosen(position)`` follows a click on a bar."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._partials: NDArray[Any] = np.zeros(0)
        self.setMouseTracking(False)  # a bar has a tooltip, but does not light up

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
        return QRectF(*self._chart().steps(self.levels())[position].tolist())

    def _chart(self) -> SumChart:
        area = QRectF(0, 2, self.width(), self.height() - 4)
        return SumChart.fitting(area, self.levels(), len(self._partials))

    def part_at(self, place: QPointF) -> int | None:
        """Which bar stands over or under a point."""
        return self._chart().column_at(place.x()) if len(self._partials) else None

    def choose(self, part: int) -> None:
        self.chosen.emit(part)

    def tip(self, part: int) -> str:
        return self.tr("{number}. partial sum: {partial}\nso far: {sum}").format(
            number=part + 1,
            partial=figure(float(self._partials[part]), 4),
            sum=figure(float(self.levels()[part + 1]), 4),
        )

    def draw(self, painter: QPainter, scheme: Tokens) -> None:
        if not len(self._partials):
            return
        chart = self._chart()
        chart.paint_zero(painter, scheme)
        bars = chart.steps(self.levels())
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
