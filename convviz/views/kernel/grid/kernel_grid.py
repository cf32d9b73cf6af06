"""The weights of a kernel as a grid of coloured cells that can be typed, wheeled and dragged."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from convviz.core.base.limits import LIMITS
from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, words
from convviz.views.base.painted import Adaptive, Cell, nearest_cell
from convviz.views.base.spoken import announce
from convviz.views.controls.number_box import box_text
from convviz.views.kernel.grid.cell_editor import (
    MOVES,
    CellEditor,
    ValueDrag,
    WheelNotches,
    amount,
    starts_number,
)
from convviz.views.kernel.grid.cells import (
    CellLayout,
    figured_width,
    figures,
    paint_cell,
    paint_focus,
    paint_pointed,
    preferred_size,
)

Weights = NDArray[np.float64]

WHEEL_REST = 700  # milliseconds


class KernelGrid(Adaptive, QWidget):
    """One plane of a kernel: shows it, and says which weight a person wants to be what.

    Places are (row, column) in the kernel itself, also where a true convolution multiplies it turned.
    """

    weight_edited = Signal(int, int, float, str)
    """Row and column, the new weight, and the key that merges one gesture."""
    edit_finished = Signal()
    tap_pointed = Signal(object)
    """(row, column), or None."""
    copy_requested, paste_requested = Signal(), Signal()
    cell_changed = Signal()
    """Another cell, or another value in it, is in focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights: Weights = np.zeros((3, 3))
        self._limit = 0.0
        self._cell: Cell = (0, 0)
        self._pointed: Cell | None = None
        self._room = QSize()
        self._scale = 1.0
        self._scrolled, self._least = False, 0.0
        self._layout = CellLayout.fitting(3, 3, preferred_size(3, 3))
        self._figured: tuple[tuple[Weights, float, float, str], tuple[list[str], QFont] | None] | None = None
        self._drag: ValueDrag | None = None
        self._wheel = WheelNotches()
        self._wheel_rest = QTimer(self)
        self._wheel_rest.setSingleShot(True)
        self._wheel_rest.setInterval(WHEEL_REST)
        self._wheel_rest.timeout.connect(self.edit_finished)
        self.editor = CellEditor(self)
        self.editor.committed.connect(self._typed)
        self.editor.closed.connect(self._take_focus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.retranslate()

    def set_weights(self, weights: Weights, limit: float | None = None) -> None:
        """Show a plane of weights; colours reach their ends at ``limit``, else at the largest weight."""
        shown = (self._weights, self._limit, self._figures())
        resized = weights.shape != self._weights.shape
        self._weights = weights
        self._limit = float(np.abs(weights).max()) if limit is None else limit
        self._cell = nearest_cell(self._cell, weights.shape)
        least = figured_width(weights.ravel().tolist(), self.font()) if self._scrolled else 0.0
        resized |= least != self._least
        self._least = least
        if resized:
            self.updateGeometry()
            self.set_room(self._room)
        else:
            self._update_changed(*shown)
        self._announce_cell()

    def _update_changed(self, weights: Weights, limit: float, shown: tuple[list[str], QFont] | None) -> None:
        """Paint the cells that look otherwise than before: while a weight is dragged, mostly that one."""
        figured = self._figures()
        fonts = [one and one[1].key() for one in (shown, figured)]
        if limit != self._limit or fonts[0] != fonts[1]:
            self.update()
            return
        changed = weights != self._weights
        if shown is not None and figured is not None:
            changed |= (np.array(shown[0]) != np.array(figured[0])).reshape(changed.shape)
        for row, column in np.argwhere(changed).tolist():
            place = self._layout.cell(row, column)
            self.update(place.toAlignedRect().adjusted(-1, -1, 1, 1))

    def set_room(self, room: QSize) -> None:
        """Fit the cells into a viewport of this size."""
        self._room = room
        place = self.sizeHint() if room.isEmpty() else room
        self._layout = CellLayout.fitting(*self.kernel_size(), place, self._scale, self._least)
        self.resize(self._layout.size())
        self.update()

    def set_scale(self, scale: float) -> None:
        """Ask for cells so many times as large as usual."""
        self._scale = scale

    def set_scrolled(self) -> None:
        """Let the cells be wide enough for their figures: what is too large for its room is scrolled."""
        self._scrolled = True

    def least_width(self) -> int:
        """So wide all columns are with the narrowest cells; of more than 9 columns, 9."""
        return preferred_size(*self.kernel_size(), 0.0, self._least).width()

    def set_pointed_tap(self, cell: Cell | None) -> None:
        """Frame the weight at (row, column); None takes the frame away."""
        if cell != self._pointed:
            self._pointed = cell
            self.update()

    def kernel_size(self) -> Cell:
        """(rows, columns) of the kernel."""
        return (self._weights.shape[0], self._weights.shape[1])

    def cell(self) -> Cell:
        """The (row, column) that typing would change."""
        return self._cell

    def set_cell(self, row: int, column: int) -> None:
        """Move the ring to a cell; beyond the rim it stays at the rim."""
        self._cell = nearest_cell((row, column), self._weights.shape)
        self._announce_cell()

    def value(self, cell: Cell | None = None) -> float:
        """The weight at (row, column); the one in focus without ``cell``."""
        return float(self._weights[cell or self._cell])

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell is drawn, in pixels of this widget."""
        return self._layout.cell(row, column).toRect()

    def shows_figures(self) -> bool:
        """Whether the cells are wide enough for their numbers."""
        return self._figures() is not None

    def retranslate(self) -> None:
        self._announce_cell()

    def sizeHint(self) -> QSize:
        return preferred_size(*self.kernel_size(), self._scale, self._least)

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = theme.tokens(self)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            texts, font = self._figures() or ([], self.font())
            painter.setFont(font)
            columns = self._weights.shape[1]
            tints = words(self._weights, ColourScale.signed(self._limit or 1.0), scheme, cells=True)
            edge = scheme.color("linestrong")
            edge.setAlphaF(0.75)
            for row, column in self._seen(event.rect()):
                place = self._layout.cell(row, column)
                if event.rect().intersects(place.toAlignedRect()):
                    text = texts[row * columns + column] if texts else ""
                    paint_cell(painter, edge, place, QColor.fromRgb(int(tints[row, column])), text)
            if self._pointed is not None and self._inside(self._pointed):
                paint_pointed(painter, scheme, self._layout.cell(*self._pointed))
            paint_focus(painter, scheme, self._layout.cell(*self._cell))

    def _seen(self, area: QRect) -> Iterable[Cell]:
        """The weights whose cells may lie in an area."""
        rows, columns = (range(count) for count in self._weights.shape)
        across = [self._layout.cell(0, column).toAlignedRect() for column in columns]
        down = [self._layout.cell(row, 0).toAlignedRect() for row in rows]
        wide, high = (area.left(), area.right()), (area.top(), area.bottom())
        return product(
            [n for n, one in enumerate(down) if one.bottom() >= high[0] and one.top() <= high[1]],
            [n for n, one in enumerate(across) if one.right() >= wide[0] and one.left() <= wide[1]],
        )

    def _figures(self) -> tuple[list[str], QFont] | None:
        key = (self._weights, self._layout.height, self._layout.width, self.font().key())
        if self._figured is None or self._figured[0][0] is not key[0] or self._figured[0][1:] != key[1:]:
            values = self._weights.ravel().tolist()
            self._figured = (key, figures(values, self._layout.height, self._layout.width - 2, self.font()))
        return self._figured[1]

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ours = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste)
            if event.matches(ours[0]) or event.matches(ours[1]):
                event.accept()  # what has the focus decides: weights, not a picture for the window
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, column = self._cell
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit()
        elif event.key() in MOVES:
            down, right = MOVES[Qt.Key(event.key())]
            self.set_cell(row + down, column + right)
            self.tap_pointed.emit(self._cell)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._edit(0.0, "")
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            step = amount(event.modifiers())
            self._edit(
                self.value() + (step if event.key() == Qt.Key.Key_PageUp else -step), self._key("step")
            )
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_cell()
        elif starts_number(event):
            self.edit_cell(event.text())
        else:
            super().keyPressEvent(event)

    def edit_cell(self, text: str | None = None) -> None:
        """Type into the cell in focus: over its value, or beginning with ``text``."""
        place = self._layout.cell(*self._cell).toRect().adjusted(-1, -1, 1, 1)
        self.editor.open(place, self.value(), text, self.accessibleName())

    def _typed(self, value: float, rows: int, columns: int) -> None:
        if value != self.value():
            self._edit(value, "")
        row, column = self._cell[0] + rows, self._cell[1] + columns
        width = self._weights.shape[1]
        if columns and not 0 <= column < width:  # Tab goes on in the next row
            next_row = row + columns
            if 0 <= next_row < self._weights.shape[0]:
                row, column = next_row, column % width
        self.set_cell(row, column)
        self.edit_finished.emit()

    def _take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.tap_pointed.emit(None)
        self.edit_finished.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._layout.at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self.set_cell(*cell)
            self._drag = ValueDrag(event.globalPosition().y(), self.value())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            value = self._drag.to(event.globalPosition().y(), event.modifiers())
            if value is not None:
                self._edit(value, self._key("drag"))
            return
        cell = self._layout.at(event.position())
        self.setCursor(Qt.CursorShape.ArrowCursor if cell is None else Qt.CursorShape.SizeVerCursor)
        self.tap_pointed.emit(cell)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        moved = self._drag is not None and self._drag.moving
        self._drag = None
        if moved:
            self.edit_finished.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell = self._layout.at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self.set_cell(*cell)
            self.edit_cell()

    def wheelEvent(self, event: QWheelEvent) -> None:
        cell = self._layout.at(event.position())
        turn = event.angleDelta().y() or event.angleDelta().x()  # Shift makes the wheel sideways
        if cell is None or turn == 0:
            event.ignore()
            return
        event.accept()
        notches = self._wheel.add(turn)
        if notches:
            self.set_cell(*cell)
            self._edit(self.value() + notches * amount(event.modifiers()), self._key("wheel"))
            self._wheel_rest.start()

    def leaveEvent(self, event: QEvent) -> None:
        self.tap_pointed.emit(None)

    def _edit(self, value: float, merge_key: str) -> None:
        rounded = round(LIMITS["weight"].held(value), 10) + 0.0
        if rounded != self.value():
            row, column = self._cell
            self.weight_edited.emit(row, column, rounded, merge_key)

    def _key(self, gesture: str) -> str:
        row, column = self._cell
        return f"weight {row} {column} {gesture}"

    def _inside(self, cell: Cell) -> bool:
        return nearest_cell(cell, self._weights.shape) == cell

    def _announce_cell(self) -> None:
        row, column = self._cell
        name = self.tr("Kernel weight row {row}, column {column}: {value}")
        self.setAccessibleName(name.format(row=row + 1, column=column + 1, value=box_text(self.value())))
        rows, columns = self._weights.shape
        if self.hasFocus():
            announce(self, self.accessibleName())
        about = self.tr("Cell of a kernel with {rows} rows and {columns} columns")
        self.setAccessibleDescription(about.format(rows=rows, columns=columns))
        self.update()
        self.cell_changed.emit()
