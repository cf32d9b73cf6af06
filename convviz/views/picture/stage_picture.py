"""The picture of one stage: paints it, and announces where the person points and clicks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.core.explain.links import StageGrid
from convviz.core.sizes.padding import Indices
from convviz.views.base import theme
from convviz.views.base.painted import ARROWS, ENTER_KEYS, Painted, nearest_cell
from convviz.views.base.scale import px
from convviz.views.base.spoken import cell_words, speak
from convviz.views.picture.paint_cells import (
    paint_padding,
    paint_remainder,
    paint_separators,
    paint_values,
    pale_dropped,
    shown_cells,
    strike_dropped,
)
from convviz.views.picture.paint_figures import paint_figures, paint_rulers
from convviz.views.picture.paint_highlights import paint_highlights
from convviz.views.picture.scene import Colours, Content, Highlight, Scene
from convviz.views.picture.viewport import GRID_CELL, Viewport

DRAG_FROM = 4
"""A press that moves further than this many pixels pans; a shorter one is a click."""

ZOOM_STEP = 1.25


class StagePicture(Painted):
    """Shows the values of one stage through a shared `Viewport`.

    The wheel zooms around the pointer, dragging pans, arrow keys move the pointed cell, Enter
    pins it, + and - zoom, 0 fits. Cells are (row, column).
    """

    pointed = Signal(object)
    """(row, column) of the cell under the pointer or the arrow keys; None when it leaves."""

    clicked = Signal(int, int)
    """A cell was clicked, or Enter pressed on it."""

    def __init__(self, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = viewport
        self._content: Content | None = None
        self._colours = Colours()
        self._highlights: tuple[Highlight, ...] = ()
        self._cell: tuple[int, int] | None = None
        self._pressed: QPointF | None = None
        self._dragging = self._average = self._greyed = self._speaks = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(px(64), px(64))
        viewport.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(260))

    def viewport(self) -> Viewport:
        """What maps cells to the screen; shared by input and output."""
        return self._view

    def pointed_cell(self) -> tuple[int, int] | None:
        """The pointed (row, column)."""
        return self._cell

    def content(self) -> Content | None:
        return self._content

    def set_content(self, content: Content | None) -> None:
        """Show ``content``; a pointed cell that it does not have is pointed at no longer."""
        if content is self._content:
            return
        self._content = content
        if self._cell is not None and (content is None or content.value(*self._cell) is None):
            self._cell = None
        if self._speaks:
            self._speak()
        self.update()

    def highlights(self) -> tuple[Highlight, ...]:
        return self._highlights

    def set_highlights(self, highlights: Sequence[Highlight]) -> None:
        new = tuple(highlights)
        if new != self._highlights:
            self._highlights = new
            self.update()

    def set_average(self, average: bool) -> None:
        """Zoomed out, show the mean of a few values under each screen pixel instead of one."""
        self._average = average
        self.update()

    def set_greyed(self, greyed: bool) -> None:
        """Pale the picture: it is the last good one, no longer the settings' own."""
        if greyed != self._greyed:
            self._greyed = greyed
            self.update()

    def shown_cells(self, grid: StageGrid) -> list[tuple[Indices, Indices]]:
        """The (rows, columns) of values that painting a stage on ``grid`` looks up; none while hidden."""
        if not self.isVisible():
            return []
        return shown_cells(self._view, grid, self.devicePixelRatioF(), average=self._average)

    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        """The (row, column) of the stage's cell under a point of this widget."""
        if self._content is None:
            return None
        ruler = self._view.to_ruler(point)
        row = self._content.grid.rows.index(ruler.y())
        column = self._content.grid.columns.index(ruler.x())
        return None if row is None or column is None else (row, column)

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        self.paint(painter, self._highlights)
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(scheme.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def snapshot(self) -> QPixmap:
        """The picture as shown, in the screen's own pixels, without marks."""
        ratio = self.devicePixelRatioF()
        result = QPixmap(self.size() * ratio)
        result.setDevicePixelRatio(ratio)
        with QPainter(result) as painter:
            self.paint(painter, ())
        return result

    def paint(self, painter: QPainter, highlights: Sequence[Highlight]) -> None:
        """Paint the picture with ``marks`` onto any paint device of this widget's size."""
        scheme = theme.tokens(self)
        grid_like = self._view.scale >= GRID_CELL
        painter.fillRect(self.rect(), scheme.color("panel" if grid_like else "sunken"))
        if self._content is None:
            return
        scene = Scene(painter, self._view, scheme, self._content, self._average, self._colours)
        paint_values(scene)
        paint_padding(scene)
        if grid_like:
            paint_separators(scene)
            pale_dropped(scene)
            paint_figures(scene)
            strike_dropped(scene)
            paint_remainder(scene)
            paint_rulers(scene, self._cell)
        if self._greyed:
            veil = scheme.color("card", 0.45)
            painter.fillRect(self.rect(), veil)
        paint_highlights(scene, highlights)

    def set_pointed(self, cell: tuple[int, int] | None) -> None:
        """Make ``cell`` the pointed one (its ruler figures turn bold), without announcing it."""
        if cell != self._cell:
            self._cell = cell
            self.update()

    def spoken(self, cell: tuple[int, int]) -> str:
        """What screen readers say of a cell that the keys are on."""
        value = None if self._content is None else self._content.value(*cell)
        return "" if value is None else cell_words(*cell, value)

    def _speak(self) -> None:
        speak(self, "" if self._cell is None else self.spoken(self._cell))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._speaks:
            self._speaks = False
            speak(self, "")

    def _point(self, cell: tuple[int, int] | None) -> None:
        if cell != self._cell:
            self.set_pointed(cell)
            self.pointed.emit(cell)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pressed = event.position()
            self._dragging = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            delta = event.position() - self._pressed
            if self._dragging or delta.manhattanLength() > DRAG_FROM:
                self._dragging = True
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self._view.pan(delta)
                self._pressed = event.position()
                return
        self._point(self.cell_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_click = self._pressed is not None and not self._dragging
        self._pressed = None
        self._dragging = False
        self.unsetCursor()
        cell = self.cell_at(event.position())
        if was_click and cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self._point(cell)
            self.clicked.emit(*cell)

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        if notches:
            self._view.zoom(ZOOM_STEP**notches, event.position())
            self._point(self.cell_at(event.position()))
        event.accept()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._view.zoom(1 + event.value(), event.position())
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        if step is not None:
            self._move(*step)
        elif event.key() in ENTER_KEYS and self._cell is not None:
            self.clicked.emit(*self._cell)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._view.zoom(ZOOM_STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self._view.zoom(1 / ZOOM_STEP)
        elif event.key() == Qt.Key.Key_0:
            self._view.fit()
        else:
            super().keyPressEvent(event)

    def _move(self, rows: int, columns: int) -> None:
        if self._content is None:
            return
        grid = self._content.grid
        if self._cell is None:
            row, column = grid.rows.count // 2, grid.columns.count // 2
        else:
            moved = (self._cell[0] + rows, self._cell[1] + columns)
            row, column = nearest_cell(moved, (grid.rows.count, grid.columns.count))
        self._speaks = True
        self._point((row, column))
        self._speak()
        self._view.reveal(self._content.cell_rect(row, column))
