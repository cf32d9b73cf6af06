"""The place of the grid: scrolls what is too large, shows small cells large, and the turned kernel below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import in_column
from convviz.views.base.painted import Painted
from convviz.views.base.scale import px
from convviz.views.controls.number_box import box_text
from convviz.views.kernel.grid.cells import MOST_SHOWN
from convviz.views.kernel.grid.kernel_grid import KernelGrid
from convviz.views.kernel.grid.turned import TurnedKernel

READOUT, BAR, LEAST = 26, 10, 78


class CellReadout(Painted):
    """The weight in focus, large, with its row and column."""

    def __init__(self, grid: KernelGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = grid
        self.setFixedHeight(px(READOUT))
        grid.cell_changed.connect(self.update)

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        row, column = self._grid.cell()
        value = box_text(self._grid.value())
        painter.setFont(theme.font("comparison", self.font(), pixels=px(18)))
        painter.setPen(scheme.color("text1"))
        place = self.rect().adjusted(4, 0, -4, -4)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, value)
        place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(value) + px(10))
        self.write_in(painter, "caption", "text3")
        where = self.tr("row {row}, column {column}").format(row=row + 1, column=column + 1)
        if painter.fontMetrics().horizontalAdvance(where) > place.width():
            where = f"{row + 1}, {column + 1}"
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, where)


class GridArea(QWidget):
    """A `KernelGrid` in a viewport; a large figure above cells without one, the turned kernel below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = KernelGrid()
        self.grid.set_scrolled()
        self.readout = CellReadout(self.grid, self)
        self.readout.hide()
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setStyleSheet(
            "QScrollArea { background: transparent; border: none; }"
            "QScrollArea::corner { background: transparent; border: none; }"
        )
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.grid)
        self.grid.setAutoFillBackground(False)
        self._scroll.installEventFilter(self)
        self.grid.cell_changed.connect(self._follow)
        self.turned = TurnedKernel(self)
        self.turned.hide()
        in_column(self.readout, (self._scroll, 1), self.turned, on=self, spacing=0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_turned(self, turned: bool) -> None:
        """Show below the grid what a true convolution multiplies, or not."""
        self.turned.setVisible(turned)
        self.refresh()

    def refresh(self) -> None:
        """Fit the grid after its kernel changed."""
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        wanted = self.grid.sizeHint()
        bar = BAR if max(self.grid.kernel_size()) > MOST_SHOWN else 0
        more = 0 if self.readout.isHidden() else px(READOUT)
        width = wanted.width() + bar
        if not self.turned.isHidden():
            width, more = max(width, self.turned.sizeHint().width()), more + self.turned.height()
        return QSize(width, wanted.height() + bar + more)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(LEAST), min(px(LEAST), self.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._scroll and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room = self._scroll.maximumViewportSize()
        self.grid.set_room(room)
        taken = self.grid.size()
        wide, high = taken.width() > room.width(), taken.height() > room.height()
        if wide or high:  # a bar takes room of its own, and may so call for the other
            wide |= taken.width() > room.width() - BAR
            high |= taken.height() > room.height() - BAR
            self.grid.set_room(room - QSize(BAR if high else 0, BAR if wide else 0))
        large = not self.grid.shows_figures()
        if large == self.readout.isHidden():
            self.readout.setVisible(large)
            self.updateGeometry()

    def _follow(self) -> None:
        middle = self.grid.cell_rect(*self.grid.cell()).center()
        self._scroll.ensureVisible(middle.x(), middle.y(), 30, 28)
