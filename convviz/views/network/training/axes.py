"""How a network came to its weights, as plain values, and one plot over the epochs.

pyqtgraph, which draws it, is imported when the first plot is built.
"""

from __future__ import annotations

import math
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QWidget

from convviz.views.base import theme
from convviz.views.base.scale import px

LINES = ("train", "held_out", "test")
"""The digits that were learned from, those that chose the epoch, and those that judge."""

Values = tuple[float | None, ...]


@dataclass(frozen=True)
class History:
    """Accuracy (0 to 1) and loss of every epoch, by a key of `LINES`; ``kept`` is an epoch's number.

    A line is missing where none of its digits were read; None stands in it for an epoch without.
    """

    numbers: tuple[int, ...]
    accuracy: Mapping[str, Values]
    loss: Mapping[str, Values]
    kept: int

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines there are, in the order of `LINES`."""
        return tuple(key for key in LINES if key in self.accuracy)

    def position(self, number: float) -> int:
        """Which epoch is nearest to a place on the axis.

        >>> History((1, 2, 3), {}, {}, 3).position(1.6)
        1
        """
        return min(range(len(self.numbers)), key=lambda at: abs(self.numbers[at] - number))


def from_card(card: Mapping[str, Any]) -> History | None:
    """Read the history that stands in a report card; None where there is none.

    >>> epoch = {"number": 1, "train_accuracy": 0.9, "train_loss": 0.3}
    >>> from_card({"epochs": [epoch], "best_epoch": 1}).accuracy
    {'train': (0.9,)}
    >>> from_card({}) is None
    True
    """
    epochs = card.get("epochs") or []
    if not epochs:
        return None
    accuracy = {key: tuple(epoch.get(f"{key}_accuracy") for epoch in epochs) for key in LINES}
    loss = {key: tuple(epoch.get(f"{key}_loss") for epoch in epochs) for key in LINES}
    known = [key for key in LINES if any(value is not None for value in accuracy[key])]
    numbers = tuple(int(epoch["number"]) for epoch in epochs)
    return History(
        numbers,
        {key: accuracy[key] for key in known},
        {key: loss[key] for key in known},
        int(card.get("best_epoch", numbers[-1])),
    )


PER_LABEL, PER_EPOCH, BOTTOM = 20, 30, 32
MARGINS = (0, 4, 10, 0)
GRID = 0.18
FAR = 1e300
# Told apart by lightness as well as by hue, and by the shape of their points.
COLOURS = {"train": "pinB", "held_out": "accent", "test": "text1"}
SYMBOLS = {"train": "t1", "held_out": "s", "test": "o"}
"""As pyqtgraph calls them: a triangle, a square, a circle."""

WIDTH, POINT = 2.0, 6.0

_ONE_AT_A_TIME = threading.Lock()
"""A second thread would take pyqtgraph's hooks for those that were there before."""

LEAST = 1e-5
"""Smaller losses and shares are drawn as this one: nothing has no logarithm."""
STEPS: tuple[tuple[float, ...], ...] = (
    (1,),
    (1, 3),
    (1, 2, 5),
    (1, 1.5, 2, 3, 5, 7),
    tuple(range(1, 10)),
    tuple(n / 10 for n in range(10, 100)),
    tuple(n / 100 for n in range(100, 1000)),
)
"""Within a factor of ten, where labels may stand: few, then more and more."""


def pyqtgraph() -> Any:
    """Import pyqtgraph, without the hooks for unhandled errors that it would put before our own.

    It takes up to a second, may run in any thread, and makes no QObject.
    """
    with _ONE_AT_A_TIME:
        hooks = sys.excepthook, threading.excepthook
        import pyqtgraph as module

        sys.excepthook, threading.excepthook = hooks
    return module


class HistoryAxes(QObject):
    """Axes, lines and the two upright marks. ``pointed(number)``: the mouse is there; None, it left.

    ``accuracy`` is for accuracies, else the plot is one of losses. The wheel enlarges the upright axis,
    a double click shows everything again.
    """

    pointed = Signal(object)

    def __init__(self, parent: QWidget, *, accuracy: bool) -> None:
        super().__init__(parent)
        self._graph = pyqtgraph()
        self._accuracy = accuracy
        self._range = (0.0, 1.0)
        self._numbers: tuple[int, ...] = ()
        self._names: tuple[str, ...] = ("",)
        self.lines: dict[str, Any] = {}
        self.widget = self._graph.PlotWidget(parent, background=None, enableMenu=False)
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.widget.viewport().installEventFilter(self)
        self.item = self.widget.getPlotItem()
        self.item.setMenuEnabled(False)
        menu = self.item.ctrlMenu  # there all the same, and it would outlive the window
        menu.setParent(self.widget, menu.windowFlags())
        self.item.hideButtons()
        self.item.setMouseEnabled(x=False, y=True)
        self.item.layout.setContentsMargins(*MARGINS)
        self.item.disableAutoRange()
        self.item.showGrid(y=True, alpha=GRID)
        self.item.getAxis("left").enableAutoSIPrefix(False)
        self.kept = self._graph.InfiniteLine(angle=90)
        self.cursor = self._graph.InfiniteLine(angle=90)
        self.item.addItem(self.kept, ignoreBounds=True)
        self.item.addItem(self.cursor, ignoreBounds=True)
        self.item.getAxis("bottom").setHeight(px(BOTTOM))
        self.item.getAxis("bottom").setStyle(hideOverlappingLabels=False)
        self.item.getViewBox().sigYRangeChanged.connect(self._label)
        self.item.getViewBox().sigResized.connect(self._label)

    def set_history(self, history: History, values: Mapping[str, Values]) -> None:
        """Draw the lines of ``values`` over the epochs."""
        for key in [key for key in self.lines if key not in values]:
            self.item.removeItem(self.lines.pop(key))
        for key in values:
            if key not in self.lines:
                self.lines[key] = self.item.plot(
                    [], symbol=SYMBOLS[key], symbolSize=POINT, antialias=True, skipFiniteCheck=False
                )
            heights = [height(value, accuracy=self._accuracy) for value in values[key]]
            self.lines[key].setData(list(history.numbers), heights)
        self.kept.setPos(history.kept)
        known = [value for line in values.values() for value in line if value is not None]
        self._set_ranges(history.numbers, [height(value, accuracy=self._accuracy) for value in known])

    def _set_ranges(self, numbers: tuple[int, ...], heights: list[float]) -> None:
        low, high = min(heights), max(heights)
        room = 0.06 * ((high - low) or 1.0)
        self._range = low - room, high + room
        side = max(0.4, 0.025 * (numbers[-1] - numbers[0]))
        self.item.setLimits(yMin=-FAR, yMax=FAR, minYRange=0)
        self.item.setXRange(numbers[0] - side, numbers[-1] + side, padding=0)
        self.show_all()
        self.item.setLimits(yMin=self._range[0], yMax=self._range[1], minYRange=(high - low) / 50)
        self._numbers = numbers
        self._label()

    def _label(self, *_changed: object) -> None:
        box = self.item.getViewBox()
        low, high = box.viewRange()[1]
        most = int(box.height() // px(PER_LABEL))
        left, bottom = self.item.getAxis("left"), self.item.getAxis("bottom")
        left.setTicks([ticks(low, high, most, accuracy=self._accuracy)])
        labelled = epoch_labels(self._numbers, int(box.width() // px(PER_EPOCH)))
        bottom.setTicks([[(n, str(n)) for n in labelled], [(n, "") for n in self._numbers]])
        metrics = QFontMetrics(left.label.font())
        fitting = (name for name in self._names if metrics.horizontalAdvance(name) + 8 <= box.height())
        name = next(fitting, self._names[-1])
        if name != left.labelText:
            left.setLabel(name)
            left.resizeEvent()  # which is where pyqtgraph centres it

    def show_all(self) -> None:
        """Show the whole of every line."""
        self.item.setYRange(*self._range, padding=0)

    def set_names(self, bottom: str, *left: str) -> None:
        """Write on the axes; of ``left`` the first that fits."""
        self.item.getAxis("bottom").setLabel(bottom)
        self._names = left
        self._label()

    def set_cursor(self, number: int | None) -> None:
        """Mark the epoch that is looked at; None for no mark."""
        self.cursor.setVisible(number is not None)
        if number is not None:
            self.cursor.setPos(number)

    def set_scheme(self, scheme: theme.Tokens, base: QWidget) -> None:
        """Take over the colours of a theme."""
        pen = self._graph.mkPen
        self.widget.setBackground(scheme.color("card"))
        for name in ("left", "bottom"):
            axis = self.item.getAxis(name)
            axis.setPen(pen(scheme.color("linestrong")))
            axis.setTextPen(pen(scheme.color("text2")))
            axis.setTickFont(theme.font("ruler", base.font()))
            axis.label.setFont(theme.font("ruler", base.font()))
        for key, line in self.lines.items():
            line.setPen(pen(colour(scheme, key), width=WIDTH))
            line.setSymbolBrush(colour(scheme, key))
            line.setSymbolPen(None)
        self.kept.setPen(pen(scheme.color("text3"), width=1, style=Qt.PenStyle.DashLine))
        self.cursor.setPen(pen(scheme.color("linestrong"), width=1))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.pointed.emit(None)
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            place = self.widget.mapToScene(event.position().toPoint())
            self.pointed.emit(self.item.getViewBox().mapSceneToView(place).x())
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            self.show_all()
        return False


def height(value: float | None, *, accuracy: bool) -> float:
    """Where a value is drawn: losses rise with their logarithm, accuracies (0 to 1) with fewer mistakes.

    >>> height(0.01, accuracy=False), round(height(0.999, accuracy=True), 3)
    (-2.0, 3.0)
    """
    if value is None:
        return math.nan
    return -math.log10(max(LEAST, 1 - value)) if accuracy else math.log10(max(LEAST, value))


def ticks(low: float, high: float, most: int, *, accuracy: bool) -> list[tuple[float, str]]:
    """Heights between ``low`` and ``high`` and what stands there: as many as there are up to ``most``.

    >>> ticks(-1.5, 0, 5, accuracy=False)
    [(-1.301..., '0.05'), (-1.0, '0.1'), (-0.698..., '0.2'), (-0.301..., '0.5'), (0.0, '1')]
    >>> [text for _, text in ticks(0.9, 2.5, 6, accuracy=True)]
    ['90', '95', '98', '99', '99.5']
    """
    if not (math.isfinite(low) and math.isfinite(high)) or high - low > 20:
        return []
    best: list[tuple[float, str]] = []
    ends = (-high, -low) if accuracy else (low, high)
    decades = range(math.floor(ends[0]), math.floor(ends[1]) + 1)
    for steps in STEPS:
        found = [step * 10.0**decade for decade in decades for step in steps]
        inside = [value for value in found if ends[0] <= math.log10(value) <= ends[1] + 1e-12]
        marks = [_mark(value, accuracy) for value in inside]
        if len(marks) > max(2, most) or (best and _crowded(marks, (high - low) / max(1, most))):
            break
        best = marks
    return sorted(best)


def epoch_labels(numbers: tuple[int, ...], most: int) -> list[int]:
    """Which epochs have their number written: the first, and round ones as there is room.

    >>> epoch_labels(tuple(range(1, 21)), 6)
    [1, 5, 10, 15, 20]
    """
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 10**9) if len(numbers) / n <= max(1, most))
    return [n for n in numbers if n == 1 or (n % step == 0 and n - 1 > step / 2)]


def _mark(value: float, accuracy: bool) -> tuple[float, str]:
    if accuracy:
        return -math.log10(value), f"{100 * (1 - value):.6g}"
    return math.log10(value), f"{value:.6g}"


def _crowded(marks: list[tuple[float, str]], room: float) -> bool:
    return any(second[0] - first[0] < room / 2 for first, second in pairwise(sorted(marks)))


def colour(scheme: theme.Tokens, key: str) -> QColor:
    """The colour of a line in a scheme."""
    return scheme.color(COLOURS[key])
