"""A running sum as a chart: one column a term, each a step from the sum before it to the sum after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPen

from convviz.views.base.theme import Tokens

LEAST_STEP = 1.5


@dataclass(frozen=True)
class SumChart:
    """Where the running sum of ``columns`` terms lies in ``area``, from the level ``low`` up to ``high``.

    With ``whole`` all heights are counted from the painted line of 0, which lies on whole pixels.

    >>> chart = SumChart.fitting(QRectF(0, 0, 30, 80), np.array([0.0, 3.0, -1.0]), 2)
    >>> chart.zero, chart.pitch, chart.y(np.array([-1.0, 3.0])).tolist()
    (60.0, 15.0, [80.0, 0.0])
    """

    area: QRectF
    columns: int
    low: float
    high: float
    whole: bool = False

    @classmethod
    def fitting(cls, area: QRectF, levels: NDArray[Any], columns: int, *, whole: bool = False) -> SumChart:
        """A chart in which all ``levels`` and 0 fill the height of ``area``."""
        finite = levels[np.isfinite(levels)]
        low, high = min(0.0, float(finite.min(initial=0.0))), max(0.0, float(finite.max(initial=0.0)))
        if low == high:
            low, high = (0.0, 1.0) if whole else (-1.0, 0.0)
        return cls(area, max(1, columns), low, high, whole)

    @property
    def zero(self) -> float:
        """The height of 0."""
        share = self.area.height() / (self.high - self.low)
        return round(self.area.bottom() + self.low * share) + 0.5 if self.whole else float(self.y(0.0))

    @property
    def pitch(self) -> float:
        """The width of a column."""
        return self.area.width() / self.columns

    def y(self, levels: NDArray[Any] | float) -> Any:
        """How high some sums lie."""
        height, spread = self.area.height(), self.high - self.low
        if self.whole:
            return self.zero - levels * (height / spread)
        return self.area.top() + height * (self.high - levels) / spread

    def steps(self, levels: NDArray[Any]) -> NDArray[Any]:
        """x, y, width and height of the steps between neighbours of ``levels``, (levels - 1, 4)."""
        y, gap = self.y(levels), 1.0 if self.pitch > 4 else 0.0
        x = self.area.left() + self.pitch * np.arange(len(levels) - 1)
        high = np.maximum(LEAST_STEP, np.abs(np.diff(y)))
        wide = np.full(len(x), max(self.pitch - gap, 1.0))
        return np.stack([x, np.minimum(y[:-1], y[1:]), wide, high], axis=1)

    def column_at(self, x: float) -> int:
        """The column nearest to a place."""
        return min(max(int((x - self.area.left()) / self.pitch), 0), self.columns - 1)

    def paint_zero(self, painter: QPainter, scheme: Tokens) -> None:
        """The line of 0, on whole pixels."""
        y = self.zero if self.whole else round(self.zero) + 0.5
        painter.setPen(QPen(scheme.color("linestrong"), 1))
        painter.drawLine(QLineF(self.area.left(), y, self.area.right(), y))
