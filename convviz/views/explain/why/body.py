"""How an explanation shares its room: grids, the lines of the sum, and the running sum."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from convviz.views.base.painted import Cell
from convviz.views.base.scale import px
from convviz.views.explain.charts import ActivationPlot
from convviz.views.explain.why.content import Content
from convviz.views.explain.why.grids import Grids
from convviz.views.explain.why.lines import LINE, LinesView, RunningSum

MARGIN, SPACE, TOP, END = 12, 16, 4, 6
LINES_NARROW, LINES_LEAST, LINES_MOST, PLOT_MOST = 150, 185, 320, 200
BELOW_FROM = 240
"""In lower bodies the lines stand beside the grids."""

USUAL_ROWS, MOST_ROWS = 2, 64
"""Rows of the running sum that count before the grids, and those that are ever shown."""

WIDE_CELLS = (18, 24)
"""The least and the largest height of cells whose figures need all of the width."""


class WhyBody(QWidget):
    """Shows a `Content`; the grids take what room they need, the lines stand beside or below them.

    It is as high as all of it needs: `WhyScroll` shows the part that there is room for.
    """

    pointed = Signal(object)
    content_changed = Signal()

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
        self.content_changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(px(660), px(192))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(380), px(120))

    def place(self, view: QSize) -> int:
        """Lay everything out for a view of this size; returns the height that all of it takes."""
        width = view.width() - 2 * px(MARGIN)
        rows = min(self.running.rows_at(width - 2), MOST_ROWS)
        foot = round(px(LINE) * min(rows, USUAL_ROWS)) + px(8)
        height = view.height() - foot - px(TOP) - px(END)
        room = width - px(SPACE) - (px(LINES_LEAST) if self.grids.columns() <= 9 else px(LINES_NARROW))
        if self._needs_all_of(width, room, height, view.height()):
            taken = self.grids.needed(width, self._wide_height(view.height()))
            if taken.width() <= room:
                upper = self._place_high(width, taken, height)
            else:
                upper = self._place_below(width, taken)
        elif view.height() > px(BELOW_FROM) and not self._plots() and self._gains_below(width, room, height):
            left = height - self._lines_height() - px(SPACE)
            upper = self._place_below(width, self.grids.needed(width, left))
        else:
            upper = self._place_beside(width, room, height)
        top = max(upper, view.height() - round(px(LINE) * rows) - px(8) - px(END))
        self.running.setGeometry(px(MARGIN) + 2, top, width - 2, round(px(LINE) * rows) + px(8))
        return self.running.geometry().bottom() + px(END) - 2

    def _plots(self) -> bool:
        return self.plot.isVisibleTo(self)

    def _needs_all_of(self, width: int, room: int, height: int, view: int) -> bool:
        """Whether the grids show their figures only where nothing stands beside them."""
        if self._plots() or self.grids.shows_figures(room, height):
            return False
        return self.grids.shows_figures(width, self._wide_height(view))

    def _wide_height(self, view: int) -> float:
        """The height of grids that take all of the width: all of the view, unless cells would be too low."""
        around, rows = self.grids.around(), self.grids.rows()
        least, largest = px(WIDE_CELLS)
        return around + rows * min(max((view - around - px(TOP) - px(END)) / rows, least), largest)

    def _gains_below(self, width: int, room: int, height: int) -> bool:
        """Whether the cells become larger when the lines stand below them."""
        return self.grids.gains(room, height, width, height - self._lines_height() - px(SPACE))

    def _lines_height(self) -> int:
        """What the lines take below the grids."""
        return self.lines.sizeHint().height() * 4 // 5

    def _place_beside(self, width: int, room: int, height: int) -> int:
        """Grids, perhaps the plot of an activation, and the lines, from left to right."""
        taken = self.grids.needed(room, height)
        self.grids.setGeometry(
            QRect(px(MARGIN), px(TOP), min(taken.width(), room), min(max(taken.height(), 1), height))
        )
        left = px(MARGIN) + self.grids.width() + px(SPACE)
        if self._plots():
            side = min(
                px(PLOT_MOST), max(px(80), width - left - px(LINES_LEAST) - px(SPACE)), round(height * 1.5)
            )
            self.plot.setGeometry(left, px(TOP) + 4, side, height - 8)
            left += side + px(SPACE)
        lines = min(width + px(MARGIN) - left, px(LINES_MOST))
        self.lines.setGeometry(left, px(TOP), max(lines, 0), height)
        return px(TOP) + max(self.grids.height(), self.lines.least_height())

    def _place_high(self, width: int, taken: QSize, height: int) -> int:
        """Grids that are higher than the view, with the lines beside their first rows."""
        self.grids.setGeometry(px(MARGIN), px(TOP), taken.width(), taken.height())
        left = px(MARGIN) + taken.width() + px(SPACE)
        lines = min(width + px(MARGIN) - left, px(LINES_MOST))
        self.lines.setGeometry(left, px(TOP), lines, min(height, self.lines.sizeHint().height()))
        return px(TOP) + taken.height()

    def _place_below(self, width: int, taken: QSize) -> int:
        """Grids over the lines."""
        self.grids.setGeometry(px(MARGIN), px(TOP), min(taken.width(), width), taken.height())
        top = px(TOP) + taken.height() + px(SPACE)
        self.lines.setGeometry(px(MARGIN), top, min(width, px(LINES_MOST)), self._lines_height())
        return top + self._lines_height()


class WhyScroll(QScrollArea):
    """Shows a `WhyBody` over all of its room, or the part of it that fits, to be scrolled."""

    def __init__(self, body: WhyBody, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = body
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QScrollArea { background: transparent; border: none; }")
        self.viewport().setAutoFillBackground(False)
        self.setWidget(body)
        body.setAutoFillBackground(False)
        body.content_changed.connect(self.arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Lay the body out; a bar takes room only where something is out of view."""
        view = self.maximumViewportSize()
        height = self._body.place(view)
        if height > view.height():
            view -= QSize(self.verticalScrollBar().sizeHint().width(), 0)
            height = self._body.place(view)
        self._body.resize(view.width(), max(height, view.height()))
