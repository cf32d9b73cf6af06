"""Changing the pixels of a picture in place: typed into their cells, by the wheel, by a drag."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from convviz.core.base.limits import LIMITS, Limit
from convviz.views.base.painted import Cell
from convviz.views.base.scale import px
from convviz.views.kernel.grid.cell_editor import CellEditor, starts_number
from convviz.views.picture.scene import Content
from convviz.views.picture.stage_picture import StagePicture

PIXELS_A_STEP = 6.0
SHIFT_FACTOR = 10.0
LEAST_HEIGHT = 15
"""Pixels that a number needs to be typed."""


class PixelEditing(QObject):
    """The gestures that change a pixel of a grid; ``edited`` carries row, column, value, merge key.

    ``target`` is the cell that is typed into, the pointed one unless another is named. After a number was
    entered, ``went_on`` says how many rows and columns from its cell the person wants to go on.
    """

    edited = Signal(int, int, float, str)
    went_on = Signal(int, int)

    def __init__(self, grid: StagePicture, target: Callable[[], Cell | None] | None = None) -> None:
        super().__init__(grid)
        self._grid = grid
        self._target = target or grid.pointed_cell
        self._allowed, self._step, self._gesture = False, 1.0, 0
        self._limit = LIMITS["pixel"]
        self._cell: Cell | None = None
        self._channel, self._every = 0, False
        self._drag: tuple[Cell, QPointF, float] | None = None
        self._wheel: tuple[Cell, float] | None = None
        self.editor = CellEditor(grid)
        self.editor.committed.connect(self._on_committed)
        self.editor.closed.connect(self._on_closed)
        grid.installEventFilter(self)

    def allow(self, allowed: bool, step: float, limit: Limit) -> None:
        self._allowed, self._step, self._limit = allowed, step, limit
        self.editor.set_limit(limit)
        if not allowed and self.editor.is_open():
            self.editor.hide()

    def content_changed(self) -> None:
        """A new image, or the answer to an edit: the wheel goes on from what it last said."""
        if self._wheel is not None and not self._exists(self._wheel[0]):
            self._wheel = None

    @property
    def channel(self) -> int:
        """Which number of a colour pixel is edited: 0 red, 1 green, 2 blue; 0 in a grey picture."""
        return self._channel

    def set_channel(self, channel: int | None) -> None:
        """Edit this number of every colour pixel, wherever it is pointed at; None for all of them at once."""
        self._channel, self._every = channel or 0, channel is None

    def point_at(self, position: QPointF) -> None:
        """Take the number that stands at ``position``: those of a colour pixel stand below each other."""
        content, cell = self._grid.content(), self._grid.cell_at(position)
        if content is None or cell is None or self._drag is not None or self.editor.is_open():
            return
        area = content.cell_rect(*cell)
        share = (self._grid.viewport().to_ruler(position).y() - area.top()) / area.height()
        self._channel = min(2, max(0, int(share * 3))) if content.colour_picture else 0

    def value(self, cell: Cell | None) -> float | None:
        """The number at a cell that can be edited; None where there is none (padding, beside)."""
        content = self._grid.content()
        if not self._allowed or cell is None or content is None or not self._exists(cell):
            return None
        found = content.values[cell]
        return float(found[self._channel] if content.colour_picture else found)

    def _exists(self, cell: Cell) -> bool:
        content = self._grid.content()
        if content is None:
            return False
        return 0 <= cell[0] < content.values.shape[0] and 0 <= cell[1] < content.values.shape[1]

    def begin(self, cell: Cell, text: str | None = None) -> bool:
        """Open the editor over a cell, with ``text`` typed or its value selected; False if not allowed."""
        value, content = self.value(cell), self._grid.content()
        if value is None or content is None:
            return False
        self._grid.viewport().reveal(content.cell_rect(*cell))
        self._cell = cell
        name = self.tr("Pixel at row {row}, column {column}").format(row=cell[0], column=cell[1])
        self.editor.open(self._place(content, cell), value, text, name)
        return True

    def _place(self, content: Content, cell: Cell) -> QRect:
        """Where the number of a cell stands on the screen; all of the cell where there is no room for it."""
        view, corner = self._grid.viewport(), content.cell_rect(*cell)
        top_left = view.to_screen(corner.top(), corner.left())
        area = QRectF(top_left, view.to_screen(corner.bottom(), corner.right()))
        height = area.height() / 3
        if content.colour_picture and not self._every and height >= px(LEAST_HEIGHT):
            area = QRectF(area.left(), area.top() + self._channel * height, area.width(), height)
        return area.toAlignedRect()

    def typed(self, event: QKeyEvent, cell: Cell | None) -> bool:
        """Whether a key began an edit."""
        if cell is None or self.value(cell) is None:
            return False
        if event.key() == Qt.Key.Key_F2:
            return self.begin(cell)
        return self.begin(cell, event.text()) if starts_number(event) else False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Numbers typed on a pointed pixel are an edit, even where shortcuts want the minus sign."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            cell = self._target()
            if self.value(cell) is not None and starts_number(event) and event.text() not in ("+", "-"):
                event.accept()
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.Hide, QEvent.Type.FocusOut):
            self.editor.hush()
        return super().eventFilter(watched, event)

    def _on_committed(self, value: float, rows: int, columns: int) -> None:
        if self._cell is None:
            return
        cell, before = self._cell, self.value(self._cell)
        if before is not None and value != before:
            self.edited.emit(*cell, value, "")
        if rows or columns:
            self._grid.setFocus()
            self.went_on.emit(rows, columns)

    def _on_closed(self) -> None:
        self._grid.setFocus()

    def wheeled(self, event: QWheelEvent, cell: Cell | None) -> bool:
        """Ctrl and the wheel: a step up or down a notch, with Shift ten."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._wheel = None
            return False
        value = self.value(cell)
        notches = (event.angleDelta().y() or event.angleDelta().x()) / 120
        if value is None or cell is None or not notches:
            return False
        if self._wheel is None or self._wheel[0] != cell:
            self._gesture += 1
        else:
            value = self._wheel[1]  # the picture may not have caught up yet
        new = value + notches * self._step * self._factor(event.modifiers())
        self._wheel = (cell, self._limit.held(new))
        self._announce(cell, new)
        return True

    def pressed(self, event: QMouseEvent, cell: Cell | None) -> bool:
        """Alt and the left button on a pixel begin a drag."""
        self._wheel = None
        value = self.value(cell)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if not alt or event.button() != Qt.MouseButton.LeftButton or value is None or cell is None:
            return False
        self._gesture += 1
        self._drag = (cell, event.position(), value)
        self._grid.setCursor(Qt.CursorShape.SizeVerCursor)
        return True

    def dragged(self, event: QMouseEvent) -> bool:
        """Up makes the value larger; six pixels are one step."""
        if self._drag is None:
            return False
        cell, start, value = self._drag
        steps = round((start.y() - event.position().y()) / PIXELS_A_STEP)
        new = value + steps * self._step * self._factor(event.modifiers())
        self._announce(cell, new)
        return True

    def released(self) -> bool:
        was = self._drag is not None
        self._drag = None
        self.editor.hush()
        if was:
            self._grid.unsetCursor()
        return was

    def _factor(self, modifiers: Qt.KeyboardModifier) -> float:
        return SHIFT_FACTOR if modifiers & Qt.KeyboardModifier.ShiftModifier else 1.0

    def _announce(self, cell: Cell, value: float) -> None:
        """Say the new value of a pixel, or the end of the limits and, beside the cell, what they are."""
        held, content = self._limit.held(value), self._grid.content()
        if held == value or content is None:
            self.editor.hush()
        else:
            self.editor.complain(self._place(content, cell), held)
        if self.value(cell) != held:
            key = f"pixel {cell[0]},{cell[1]},{self._channel} {self._gesture}"
            self.edited.emit(*cell, round(held, 6) + 0.0, key)
