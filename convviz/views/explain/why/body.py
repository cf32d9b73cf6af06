"""The body of "Why this number?": grids, lines and running sum, arranged in the room there is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from convviz.views.explain.charts.activation_plot import ActivationPlot
from convviz.views.explain.charts.running_sum import LINE, MOST_LINES, RunningSum
from convviz.views.explain.why.content import Content
from convviz.views.explain.why.grid import Cell
from convviz.views.explain.why.grids import Grids
from convviz.views.explain.why.lines import LinesView

MARGIN, SPACE, TOP = 12, 16, 4
LINES_NARROW, LINES_LEAST, LINES_MOST, PLOT_MOST = 150, 185, 320, 200


class WhyBody(QWidget):
    """Shows a `Content`; the grids take what room they need, the lines stand beside them."""

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grids, self.lines, self.running = Grids(self), LinesView(self), RunningSum(self)
        self.plot = ActivationPlot(self)
        self.plot.hide()
        self.grids.pointed.connect(self.pointed)

    def set_content(self, content: Content, tip: Callable[[str, Cell], str], *, plot: bool = False) -> None:
        """Show ``content``; ``tip`` is asked for the tooltip of a cell."""
        self.grids.set_grids(content.grids, content.signs, tip)
        self.lines.set_lines(content.lines)
        self.running.set_items(content.running_title, content.running, content.joint, content.note)
        self.plot.setVisible(plot)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(660, 192)

    def minimumSizeHint(self) -> QSize:
        return QSize(380, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width = self.width() - 2 * MARGIN
        foot = round(LINE * (MOST_LINES if len(self.running.shown_lines()) > 1 else 1)) + 8
        self.running.setGeometry(MARGIN + 2, self.height() - foot - 4, width - 2, foot)
        height = self.height() - foot - TOP - 6
        room = width - SPACE - (LINES_LEAST if self.grids.columns() <= 9 else LINES_NARROW)
        taken = self.grids.needed(room, height)
        self.grids.setGeometry(
            QRect(MARGIN, TOP, min(taken.width(), room), min(max(taken.height(), 1), height))
        )
        left = MARGIN + self.grids.width() + SPACE
        if self.plot.isVisibleTo(self):
            side = min(PLOT_MOST, max(80, width - left - LINES_LEAST - SPACE), round(height * 1.5))
            self.plot.setGeometry(left, TOP + 4, side, height - 8)
            left += side + SPACE
        lines = min(self.width() - MARGIN - left, LINES_MOST)
        self.lines.setGeometry(left, TOP, max(lines, 0), height)
