"""Window times weights, map after map: the largest contributions first or in the maps' order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from convviz.views.base import theme
from convviz.views.base.numbers import TIMES, figure
from convviz.views.network.maps.maps_view import ARROWS
from convviz.views.network.why.block_layout import BlockLayout
from convviz.views.network.why.drill_content import Block
from convviz.views.network.why.paint_block import Strengths, paint_block

Operand = tuple[int, int, int]
"""Position of the block, row and column in its window."""


class BlocksView(QWidget):
    """Shows as many `Block`s as fit; the wheel and the arrow keys walk through the others.

    ``pointed(operand or None)`` and ``chosen(operand)`` tell which number of a window is meant.
    """

    pointed = Signal(object)
    chosen = Signal(object)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: tuple[Block, ...] = ()
        self._strengths = Strengths(1.0, 1.0, 1.0)
        self._first = 0
        self._cell: Operand | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()

    def set_blocks(self, blocks: Sequence[Block], *, keep_place: bool = False) -> None:
        """Show these blocks, from the first one on unless ``keep_place``."""
        self._blocks = tuple(blocks)
        self._strengths = Strengths.of(self._blocks)
        self._first = min(self._first, self._last_first()) if keep_place else 0
        self._cell = None
        self.update()
        self.moved.emit()

    def blocks(self) -> tuple[Block, ...]:
        """All blocks."""
        return self._blocks

    def shown(self) -> range:
        """Positions of the blocks on view."""
        return range(self._first, min(len(self._blocks), self._first + self.layout_of().count))

    def show_block(self, position: int) -> None:
        """Bring a block into view."""
        if position not in self.shown():
            self._scroll_to(position)

    def sizeHint(self) -> QSize:
        return QSize(900, 160)

    def layout_of(self) -> BlockLayout:
        """How the blocks lie in the widget."""
        if not self._blocks:
            return BlockLayout(1, 1, False, self.width(), self.height(), 1)
        block = self._blocks[0]
        rows, columns = block.window.shape
        return BlockLayout(
            rows, columns, block.weights is not None, self.width(), self.height(), len(self._blocks)
        )

    def cell_rect(self, operand: Operand) -> QRectF:
        """Where a number of a window stands."""
        area = self.layout_of().window(operand[0] - self._first)
        rows, columns = self._blocks[0].window.shape
        wide, high = area.width() / columns, area.height() / rows
        return QRectF(area.left() + operand[2] * wide, area.top() + operand[1] * high, wide, high)

    def operand_at(self, place: QPointF) -> Operand | None:
        """The number under a point; pointing at a weight means the number it multiplies."""
        layout = self.layout_of()
        for position in self.shown():
            for area in (layout.window(position - self._first), layout.weights(position - self._first)):
                if area.contains(place):
                    rows, columns = self._blocks[position].window.shape
                    row = int((place.y() - area.top()) / area.height() * rows)
                    column = int((place.x() - area.left()) / area.width() * columns)
                    return position, min(row, rows - 1), min(column, columns - 1)
        return None

    # Events

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.operand_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        operand = self.operand_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and operand is not None:
            self.chosen.emit(operand)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned:
            self._scroll_to(self._first + (-1 if turned > 0 else 1))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS and self._blocks:
            self._step(*ARROWS[key])
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            count = self.layout_of().count
            self._scroll_to(self._first + (count if key == Qt.Key.Key_PageDown else -count))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cell is not None:
            self.chosen.emit(self._cell)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._point(None)
        super().focusOutEvent(event)

    def _step(self, down: int, right: int) -> None:
        """Move the pointed number; from a window's edge on into the next window."""
        rows, columns = self._blocks[0].window.shape
        if self._cell is None:
            self._point((self._first, 0, 0))
            return
        position, row, column = self._cell
        flat = position * columns + column + right
        flat = min(max(flat, 0), len(self._blocks) * columns - 1)
        position, column = divmod(flat, columns)
        if position not in self.shown():
            self._scroll_to(self._first + (1 if position >= self._first else -1))
        self._point((position, min(max(row + down, 0), rows - 1), column))

    def _point(self, operand: Operand | None) -> None:
        if operand != self._cell:
            self._cell = operand
            self.update()
            self.pointed.emit(operand)

    def _last_first(self) -> int:
        return max(0, len(self._blocks) - self.layout_of().count)

    def _scroll_to(self, first: int) -> None:
        first = min(max(first, 0), self._last_first())
        if first != self._first:
            self._first, self._cell = first, None
            self.update()
            self.moved.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            operand = self.operand_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.tip(operand), self)
            return True
        return super().event(event)

    def tip(self, operand: Operand | None) -> str:
        """The product at a place with four decimals."""
        if operand is None:
            return ""
        block = self._blocks[operand[0]]
        value = float(block.window[operand[1:]])
        if block.weights is None:
            return figure(value, 4)
        weight = float(block.weights[operand[1:]])
        return f"{figure(value, 4)} {TIMES} {figure(weight, 4)} = {figure(value * weight, 4)}"

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.tokens(self)
        layout = self.layout_of()
        for position in self.shown():
            cell = self._cell[1:] if self._cell is not None and self._cell[0] == position else None
            paint_block(
                painter,
                layout,
                position - self._first,
                self._blocks[position],
                self._strengths,
                cell,
                colours,
            )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self.setAccessibleName(self.tr("What this number was computed from"))
