"""A stage's picture that can be drawn on: pencil, fill, numbers typed into its cells as in a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from convviz.core.base.limits import LIMITS, Limit
from convviz.core.images.drawing import line
from convviz.views.base import theme
from convviz.views.base.painted import ARROWS, ENTER_KEYS, Cell, nearest_cell
from convviz.views.base.scale import px
from convviz.views.picture.stage_picture import StagePicture
from convviz.views.picture.viewport import Viewport
from convviz.views.pixels.editing import PixelEditing

Tool: TypeAlias = Literal["pencil", "fill", "type"]
_KEYS = Qt.Key
_ALT = Qt.KeyboardModifier.AltModifier
_TABS = {_KEYS.Key_Tab: 1, _KEYS.Key_Backtab: -1}


@dataclass(frozen=True)
class Pen:
    """What a press does: the tool, its value, and the channel of a colour picture (None for all)."""

    tool: Tool = "pencil"
    value: float = 0.0
    channel: int | None = None


@dataclass(frozen=True)
class Canvas:
    """What can be drawn on the picture: nothing where it is not ``possible``, only while it is ``on``.

    Values are within ``limit``; a notch of the wheel adds ``step``; the pencil begins with ``bright``.
    ``channels``: whether red, green and blue are on show and can be changed one by one.
    """

    on: bool = False
    possible: bool = False
    channels: bool = False
    limit: Limit = LIMITS["pixel"]
    step: float = 1.0
    bright: float = 255.0


class DrawnPicture(StagePicture):
    """Shows a stage, and while `set_canvas` allows it takes the mouse and the keys for drawing.

    Left draws (or fills, or only goes to a cell), the right button or Alt and a click picks a value, the
    middle button pans, Ctrl and the wheel change a value step by step. Arrows move the cell with the frame,
    digits and F2 type into it, Enter and Tab go on, Space draws, Delete makes it 0, Esc ends drawing.
    """

    drawn = Signal(object, object, float, str)
    """(cells, channel or None, value, merge key): edits with the same key, not "", are one step to undo."""

    fill_wanted = Signal(int, int, object, float)
    """(row, column, channel or None, value)."""

    picked = Signal(float)
    finished = Signal()
    """A stroke has ended."""

    ended = Signal()
    """Esc: no more drawing."""

    _canvas = Canvas()

    def __init__(self, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(viewport, parent)
        self._pen = Pen()
        self._cursor: Cell | None = None
        self._stroke: Cell | None = None
        self._done: set[Cell] = set()
        self._strokes = 0
        self.editing = PixelEditing(self, self.target)
        self.editing.edited.connect(self._on_edited)
        self.editing.went_on.connect(self._on_went_on)

    def set_canvas(self, canvas: Canvas) -> None:
        """Allow drawing, or end it."""
        if canvas.on != self._canvas.on:
            self._cursor, self._stroke = None, None
            if canvas.on:
                self.setCursor(Qt.CursorShape.CrossCursor)
            else:
                self.unsetCursor()
        self._canvas = canvas
        self.editing.allow(canvas.on, canvas.step, canvas.limit)
        self.update()

    def set_pen(self, pen: Pen) -> None:
        """Draw with ``pen`` from now on."""
        self._pen = pen
        self.editing.set_channel(pen.channel)

    def target(self) -> Cell | None:
        """The cell that keys change: the one with the frame, else the pointed one."""
        return (self._cursor or self.pointed_cell()) if self._canvas.on else None

    def go_to(self, cell: Cell | None) -> None:
        """Put the frame around a cell, and point at it."""
        self._cursor = cell
        self._point(cell)
        self.update()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell, left = self.cell_at(event.position()), event.button() == Qt.MouseButton.LeftButton
        right = event.button() == Qt.MouseButton.RightButton
        if not self._canvas.on or not (left or right):
            super().mousePressEvent(event)
        elif cell is None:
            return
        elif right or event.modifiers() & _ALT:
            self._pick(cell)
        elif self._pen.tool == "fill":
            self.go_to(cell)
            self.fill_wanted.emit(*cell, self._pen.channel, self._pen.value)
        elif self._pen.tool == "pencil":
            self._begin_stroke(cell)
        else:
            self.go_to(cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._stroke is not None:
            self._draw_to(self._place(event.position()))
            self._point(self.cell_at(event.position()))
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._canvas.on:
            super().mouseReleaseEvent(event)
        elif self._stroke is not None and event.button() == Qt.MouseButton.LeftButton:
            self._stroke = None
            self.finished.emit()
        elif event.button() == Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)
            self.setCursor(Qt.CursorShape.CrossCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        typed = self._canvas.on and self._pen.tool == "type" and event.button() == Qt.MouseButton.LeftButton
        if not typed or cell is None or not self.editing.begin(cell):
            super().mouseDoubleClickEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.editing.wheeled(event, self.cell_at(event.position())):
            event.accept()
        else:
            super().wheelEvent(event)

    def _pick(self, cell: Cell) -> None:
        value = self.editing.value(cell)
        if value is not None:
            self.picked.emit(value)

    def _begin_stroke(self, cell: Cell) -> None:
        self._strokes += 1
        self._done.clear()
        self._stroke = cell
        self.go_to(cell)
        self._draw_to(cell)

    def _draw_to(self, cell: Cell) -> None:
        """Draw the way from where the stroke is; what lies beside the picture is passed over."""
        content = self.content()
        if self._stroke is None or content is None:
            return
        rows, columns = content.values.shape[:2]
        way = [one for one in line(self._stroke, cell) if one not in self._done]
        cells = [(row, column) for row, column in way if 0 <= row < rows and 0 <= column < columns]
        self._stroke = cell
        if cells:
            self._done.update(cells)
            self._cursor = cells[-1]
            self.drawn.emit(cells, self._pen.channel, self._pen.value, f"stroke {self._strokes}")

    def _place(self, position: QPointF) -> Cell:
        """The row and column below a point, also where it is beside the picture."""
        content, at = self.content(), self._view.to_ruler(position)
        if content is None:
            return 0, 0
        rows, columns = content.grid.rows, content.grid.columns
        row, column = (at.y() - rows.edge(0)) // rows.pitch, (at.x() - columns.edge(0)) // columns.pitch
        return int(row), int(column)

    # The keys

    def event(self, event: QEvent) -> bool:
        """Tab goes from cell to cell; from the last one, as from the first one back, it leaves."""
        if self._canvas.on and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = _TABS.get(_KEYS(event.key()))
            if by is not None and self._cursor is not None and self._step(by):
                return True
        is_asked = self._canvas.on and event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == _KEYS.Key_Escape:
            event.accept()  # Esc ends drawing, not the look at one stage alone
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._canvas.on or not self._take_key(event, self.target()):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent, cell: Cell | None) -> bool:
        """Whether a key means something while drawing."""
        key = _KEYS(event.key())
        if key == _KEYS.Key_Escape:
            self.ended.emit()
        elif key in ARROWS:
            self._move(*ARROWS[key])
        elif cell is None:
            return False
        elif key in ENTER_KEYS:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._on_went_on(-1 if back else 1, 0)
        elif key == _KEYS.Key_Space:
            self.drawn.emit([cell], self._pen.channel, self._pen.value, "")
        elif key in (_KEYS.Key_Delete, _KEYS.Key_Backspace):
            self.drawn.emit([cell], self._pen.channel, self._canvas.limit.held(0.0), "")
        else:
            return self.editing.typed(event, cell)
        return True

    def _move(self, rows: int, columns: int) -> None:
        if self._canvas.on and self._cursor is not None:
            self.set_pointed(self._cursor)  # the pointer may have been elsewhere since
        super()._move(rows, columns)
        if self._canvas.on:
            self._cursor = self.pointed_cell()
            self.update()

    def _step(self, by: int) -> bool:
        """Go to the next or the previous cell, from row to row; False at the end."""
        content = self.content()
        if content is None or self._cursor is None:
            return False
        rows, columns = content.values.shape[:2]
        place = self._cursor[0] * columns + self._cursor[1] + by
        if not 0 <= place < rows * columns:
            return False
        self._go(divmod(place, columns))
        return True

    def _on_went_on(self, rows: int, columns: int) -> None:
        """After a number was entered: down or up, or to the next cell."""
        content, cell = self.content(), self.target()
        if content is None or cell is None:
            return
        self._cursor = cell
        if columns:
            self._step(columns)
        else:
            self._go(nearest_cell((cell[0] + rows, cell[1]), content.values.shape[:2]))

    def _go(self, cell: Cell) -> None:
        content = self.content()
        self._speaks = True
        self.go_to(cell)
        self._speak()
        if content is not None:
            self._view.reveal(content.cell_rect(*cell))

    def _on_edited(self, row: int, column: int, value: float, merge_key: str) -> None:
        self.drawn.emit([(row, column)], self._pen.channel, value, merge_key)

    # Painting

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        super().draw(painter, scheme)
        content = self.content()
        if not self._canvas.on or self._cursor is None or content is None:
            return
        area = content.cell_rect(*self._cursor)
        corner = self._view.to_screen(area.top(), area.left())
        far = self._view.to_screen(area.bottom(), area.right())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        wide = max(2, px(2))
        frame = QRectF(corner, far).toRect()
        for colour, width in (("halo", wide + 2), ("accent", wide)):
            painter.setPen(QPen(scheme.color(colour), width))
            painter.drawRect(frame)
