"""The input or the output of a film: a grid whose cells fill up, and whose pixels can be edited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEngine, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from convviz.core.base.limits import LIMITS, Limit
from convviz.core.explain.links import Cells
from convviz.views.base import theme
from convviz.views.base.painted import ARROWS, ENTER_KEYS, nearest_cell
from convviz.views.base.scale import px
from convviz.views.base.spoken import place_words
from convviz.views.picture.paint_highlights import paint_highlights
from convviz.views.picture.scene import Content, Highlight, Scene, visible_cells
from convviz.views.picture.stage_picture import StagePicture
from convviz.views.picture.viewport import Viewport
from convviz.views.pixels.editing import PixelEditing
from convviz.views.step.grid.film_layers import Layers, Mask, paint_directly, paint_film_rulers

_KEYS = Qt.Key


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
