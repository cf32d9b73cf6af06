"""One plot over the epochs, by pyqtgraph, which is imported when the first one is built."""

from __future__ import annotations

import sys
import threading
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QWidget

from convviz.views.base import theme
from convviz.views.network.history.curves import History, Values
from convviz.views.network.history.marks import POINT, SYMBOLS, WIDTH, colour
from convviz.views.network.history.scale import epoch_labels, height, ticks

PER_LABEL, PER_EPOCH, BOTTOM = 20, 30, 32
MARGINS = (0, 4, 10, 0)
GRID = 0.18
FAR = 1e300


_ONE_AT_A_TIME = threading.Lock()
"""A second thread would take pyqtgraph's hooks for those that were there before."""


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
        self.item.getAxis("bottom").setHeight(BOTTOM)
        self.item.getAxis("bottom").setStyle(hideOverlappingLabels=False)
        self.item.getViewBox().sigYRangeChanged.connect(self._label)
        self.item.getViewBox().sigResized.connect(self._label)

    # What is shown

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
        most = int(box.height() // PER_LABEL)
        left, bottom = self.item.getAxis("left"), self.item.getAxis("bottom")
        left.setTicks([ticks(low, high, most, accuracy=self._accuracy)])
        labelled = epoch_labels(self._numbers, int(box.width() // PER_EPOCH))
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

    # The mouse

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.pointed.emit(None)
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            place = self.widget.mapToScene(event.position().toPoint())
            self.pointed.emit(self.item.getViewBox().mapSceneToView(place).x())
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            self.show_all()
        return False
