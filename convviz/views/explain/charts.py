"""Small plots beside an explanation: an activation function, and a running sum as a staircase."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from convviz.core.operations.activations import apply
from convviz.views.base.numbers import MINUS, figure
from convviz.views.base.painted import Painted
from convviz.views.base.scale import px
from convviz.views.base.theme import Tokens

POINTS = 121


def formula(name: str, slope: float = 0.01) -> str:
    """The function in letters, e.g. "ReLU(x) = max(0, x)"."""
    formulas = {
        "none": "f(x) = x",
        "relu": "ReLU(x) = max(0, x)",
        "leaky_relu": f"f(x) = x, or {figure(slope)}\u00b7x below 0",
        "sigmoid": f"\u03c3(x) = 1 / (1 + e^({MINUS}x))",
        "tanh": "f(x) = tanh(x)",
        "absolute": "f(x) = |x|",
    }
    return formulas.get(name, "")


def with_number(name: str, x: str, value: str, *, negative: bool, slope: float = 0.01) -> str:
    """The function with the number ``x`` put in, e.g. "max(0, −3) = 0"."""
    inner = {
        "none": x,
        "relu": f"max(0, {x})",
        "leaky_relu": f"{figure(slope)}\u00b7({x})" if negative else x,
        "sigmoid": f"1 / (1 + e^({x[1:] if negative else MINUS + x}))",
        "tanh": f"tanh({x})",
        "absolute": f"|{x}|",
    }
    return f"{inner.get(name, x)} = {value}"


class ActivationPlot(Painted):
    """f from −reach to reach, and the point (x, f(x))."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._slope, self._x, self._reach = "none", 0.01, 0.0, 1.0

    def set_point(self, name: str, x: float, reach: float, slope: float = 0.01) -> None:
        """Draw the function ``name`` and mark ``x``; ``reach`` is the end of the horizontal axis."""
        curved = name in ("sigmoid", "tanh")
        self._name, self._slope, self._x = name, slope, x
        self._reach = 6.0 if curved else max(reach, abs(x) if np.isfinite(x) else 0.0, 1e-9)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(180), px(120))

    def place(self, x: float) -> QPointF:
        """Where (x, f(x)) lies in the widget."""
        area = QRectF(self.rect()).adjusted(6, 8, -6, -8)
        top = 1.0 if self._name in ("sigmoid", "tanh") else self._reach
        y = float(apply(self._name, np.float64(x), self._slope))
        across = area.center().x() + x / self._reach * area.width() / 2
        return QPointF(across, area.center().y() - y / top * area.height() / 2)

    def draw(self, painter: QPainter, colours: Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(round(self.width() / 2) + 0.5, round(self.height() / 2) + 0.5)
        painter.setPen(QPen(colours.color("line"), 1))
        painter.drawLine(QLineF(6, middle.y(), self.width() - 6, middle.y()))
        painter.drawLine(QLineF(middle.x(), 6, middle.x(), self.height() - 6))
        path = QPainterPath()
        for index, x in enumerate(np.linspace(-self._reach, self._reach, POINTS)):
            if index:
                path.lineTo(self.place(float(x)))
            else:
                path.moveTo(self.place(float(x)))
        painter.setPen(QPen(colours.color("text2"), 1.75))
        painter.drawPath(path)
        if np.isfinite(self._x):
            point = self.place(min(max(self._x, -self._reach), self._reach))
            painter.setPen(QPen(colours.color("halo"), 1.5))
            painter.setBrush(colours.color("out"))
            painter.drawEllipse(point, 5, 5)


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
