"""The input or the output of a film: a grid whose cells fill up, and whose pixels can be edited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEngine, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from convviz.core.base.limits import LIMITS, Limit
from convviz.core.explain.links import Cells
from convviz.views.base import theme
from convviz.views.base.painted import ARROWS, ENTER_KEYS, Cell, nearest_cell
from convviz.views.base.scale import px
from convviz.views.base.spoken import place_words
from convviz.views.kernel.grid.cell_editor import CellEditor, starts_number
from convviz.views.picture.paint_highlights import paint_highlights
from convviz.views.picture.scene import Content, Highlight, Scene, visible_cells
from convviz.views.picture.stage_picture import StagePicture
from convviz.views.picture.viewport import Viewport
from convviz.views.step.grid.film_layers import Layers, Mask, paint_directly, paint_film_rulers

PIXELS_A_STEP = 6.0
SHIFT_FACTOR = 10.0
_KEYS = Qt.Key


class PixelEditing(QObject):
    """The gestures that change a pixel of a grid; ``edited`` carries row, column, value, merge key."""

    edited = Signal(int, int, float, str)

    def __init__(self, grid: StagePicture) -> None:
        super().__init__(grid)
        self._grid = grid
        self._allowed, self._step, self._gesture = False, 1.0, 0
        self._limit = LIMITS["pixel"]
        self._cell: Cell | None = None
        self._channel = 0
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
        """Where the number of a cell stands on the screen."""
        view, corner = self._grid.viewport(), content.cell_rect(*cell)
        top_left = view.to_screen(corner.top(), corner.left())
        area = QRectF(top_left, view.to_screen(corner.bottom(), corner.right()))
        if content.colour_picture:
            height = area.height() / 3
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
            cell = self._grid.pointed_cell()
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


class FilmGrid(StagePicture):
    """Shows one stage of a film: landed cells with values, the others empty (not zero).

    Pointing previews (``pointed``), a click chooses (``clicked``), both as (row, column). Plain
    keys belong to the film, so the arrows move the pointed cell only with Ctrl; Enter chooses it.
    Where `set_editable` allows, F2, a double click or typing changes the pointed pixel in place,
    and so do Ctrl with the wheel and Alt with a vertical drag.
    """

    pixel_edited = Signal(int, int, float, str)
    """(row, column, value, merge key): edits with the same key, not "", are one step to undo."""

    menu_requested = Signal(int, int, QPoint)
    """The context menu was asked for at (row, column), at a place of the screen."""

    def __init__(self, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(viewport, parent)
        self._landed: Mask | None = None
        self._question: tuple[int, int] | None = None
        self._lit = Cells((), ())
        self._layers = Layers()
        self.editing = PixelEditing(self)
        self.editing.edited.connect(self.pixel_edited)

    def set_landed(self, mask: Any) -> None:
        """Which cells have their result, (rows, columns) of True and False; None for all of them.

        The mask is kept, not copied: a photo's has millions of cells, and every moment a new one.
        """
        self._landed = None if mask is None else np.asarray(mask, dtype=np.bool_)
        self.update()

    def set_question(self, cell: tuple[int, int] | None) -> None:
        """Show "?" in place of a cell's value: it is to be guessed."""
        if cell != self._question:
            self._question = cell
            self.update()

    def set_lit(self, cells: Cells | None) -> None:
        """The rows and columns whose ruler figures are bold: the window's, or the output cell's."""
        self._lit = cells or Cells((), ())
        self.update()

    def set_editable(self, editable: bool, step: float = 1.0, limit: Limit = LIMITS["pixel"]) -> None:
        """Allow pixels to be changed in place; ``step`` is what one notch of the wheel adds."""
        self.editing.allow(editable, step, limit)

    def set_content(self, content: Content | None) -> None:
        super().set_content(content)
        self.editing.content_changed()

    def paint(self, painter: QPainter, highlights: Sequence[Highlight]) -> None:
        scheme, content = theme.tokens(self), self.content()
        if content is None:
            painter.fillRect(self.rect(), scheme.color("panel"))
            return
        landed = self._mask_for(content)
        scene = Scene(painter, self._view, scheme, content, self._average)
        painter.setFont(self.font())
        if painter.paintEngine().type() == QPaintEngine.Type.Raster:
            self._layers.paint(painter, self._view, scheme, content, landed, self.size())
        else:
            paint_directly(scene, QRectF(self.rect()), landed)
        paint_film_rulers(scene, self._lit_cells())
        self._paint_question(scene)
        paint_highlights(scene, highlights)

    def spoken(self, cell: tuple[int, int]) -> str:
        """The cell with its value; not before the film has come to it, nor while it is to be guessed."""
        if cell == self._question:
            return place_words(*cell, self.tr("to be guessed"))
        landed = self._landed
        known = landed is None or nearest_cell(cell, landed.shape) != cell or landed[cell]
        if not known:
            return place_words(*cell, self.tr("not computed yet"))
        return super().spoken(cell)

    def _lit_cells(self) -> Cells:
        if self._lit.empty and self._cell is not None:
            return Cells(self._cell[:1], self._cell[1:])
        return self._lit

    def _mask_for(self, content: Content) -> Mask | None:
        """The landed cells, without the one in question; None where their number does not fit.

        A changed mask is true to the cells on the screen only: others of a photo are never touched.
        """
        shape = (content.grid.rows.count, content.grid.columns.count)
        landed = self._landed
        if landed is not None and landed.shape != shape:
            landed = None
        cell = self._question
        if cell is None or not all(q < n for q, n in zip(cell, shape, strict=True)):
            return landed
        rows, columns = visible_cells(self._view, content.grid)
        seen = np.s_[rows.start : rows.stop, columns.start : columns.stop]
        part: Mask = np.zeros(shape, dtype=np.bool_)
        part[seen] = True if landed is None else landed[seen]
        part[cell] = False
        return part

    def _paint_question(self, scene: Scene) -> None:
        if self._question is None:
            return
        cell = scene.rect(*self._question)
        pixels = min(px(20.0), max(px(8.0), cell.height() * 0.5))
        scene.painter.setFont(theme.font("result", self.font(), pixels=pixels))
        scene.painter.setPen(scene.scheme.color("accent"))
        scene.painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, "?")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        self.editing.point_at(event.position())
        if not self.editing.pressed(event, cell):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.editing.point_at(event.position())
        if not self.editing.dragged(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.editing.released():
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        self.editing.point_at(event.position())
        if cell is None or not self.editing.begin(cell):
            super().mouseDoubleClickEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.editing.point_at(event.position())
        if self.editing.wheeled(event, self.cell_at(event.position())):
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        cell = self.cell_at(event.pos().toPointF()) if by_mouse else self._cell
        if cell is not None:
            self.menu_requested.emit(*cell, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _KEYS(event.key())
        if key in ARROWS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._move(*ARROWS[key])
        elif key in ENTER_KEYS and self._cell is not None:
            self.clicked.emit(*self._cell)
        elif key == _KEYS.Key_Escape and self._cell is not None:
            self._point(None)
        elif not self.editing.typed(event, self._cell):
            QWidget.keyPressEvent(self, event)
