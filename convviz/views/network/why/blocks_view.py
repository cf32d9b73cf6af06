"""Window times weights, map after map: the largest contributions first or in the maps' order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, colour_of
from convviz.views.base.numbers import TIMES, figure, magnitude
from convviz.views.base.painted import CENTRE, ENTER_KEYS, LEFT, RIGHT, PaintedParts, cell_at, cell_rect
from convviz.views.base.scale import px
from convviz.views.base.texts import say
from convviz.views.explain.why import paint_grid
from convviz.views.explain.why.paint_grid import Grid
from convviz.views.network.why.drill_content import Block

LABEL, FOOT, FRAME, SIGN, BETWEEN = 22.0, 34.0, 3.0, 14.0, 14.0
WIDEST, TALLEST, NARROWEST, ALONE = 42.0, 34.0, 30.0, 46.0

Operand = tuple[int, int, int]
"""Position of the block, row and column in its window."""

BAR = 8.0


@dataclass(frozen=True)
class BlockLayout:
    """``total`` blocks of (rows, columns) cells in ``width`` x ``height``, with weights beside or not."""

    rows: int
    columns: int
    weighted: bool
    width: float
    height: float
    total: int

    @cached_property
    def cell(self) -> tuple[float, float]:
        """Width and height of a cell, whole pixels."""
        foot = px(FOOT) if self.weighted else 6
        high = min(
            px(TALLEST) if self.weighted else px(ALONE),
            (self.height - px(LABEL) - foot - 2 * FRAME) / self.rows,
        )
        grids = 2 if self.weighted else 1
        room = (self.width - 2 * FRAME - (px(SIGN) if self.weighted else 0)) / (grids * self.columns)
        widest = min(px(ALONE), max(px(NARROWEST), 1.5 * high)) if not self.weighted else px(36.0)
        if self.weighted and self.total <= 2:
            widest = px(WIDEST)
        wide = min(widest, room)
        if self.columns > 3 and self.weighted:
            wide = min(wide, px(NARROWEST))
        return max(2.0, float(int(wide))), max(2.0, float(int(high)))

    @cached_property
    def pitch(self) -> float:
        """Pixels from one block to the next."""
        grids = 2 if self.weighted else 1
        return grids * self.columns * self.cell[0] + (px(SIGN) if self.weighted else px(30)) + px(BETWEEN)

    @cached_property
    def count(self) -> int:
        """How many blocks are on view at a time."""
        return max(1, int((self.width + px(BETWEEN)) // self.pitch))

    def window(self, slot: int) -> QRectF:
        """Where the window of the block on view at ``slot`` lies."""
        wide, high = self.cell
        return QRectF(FRAME + slot * self.pitch, px(LABEL) + FRAME, self.columns * wide, self.rows * high)

    def weights(self, slot: int) -> QRectF:
        """Where its weights lie; empty without weights."""
        if not self.weighted:
            return QRectF()
        window = self.window(slot)
        return window.translated(window.width() + px(SIGN), 0)

    def foot(self, slot: int) -> QRectF:
        """Where its partial sum stands."""
        window = self.window(slot)
        return QRectF(window.left(), window.bottom() + px(6), 2 * window.width() + px(SIGN), px(FOOT) - px(8))


class BlocksView(PaintedParts[Operand]):
    """Shows as many `Block`s as fit; the wheel and the arrow keys walk through the others.

    ``pointed(operand or None)`` and ``chosen(operand)`` tell which number of a window is meant.
    """

    chosen = Signal(object)
    moved = Signal()
    choosing_keys = ENTER_KEYS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: tuple[Block, ...] = ()
        self._strengths = Strengths(1.0, 1.0, 1.0)
        self._first = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()

    def set_blocks(self, blocks: Sequence[Block], *, keep_place: bool = False) -> None:
        """Show these blocks, from the first one on unless ``keep_place``."""
        self._blocks = tuple(blocks)
        self._strengths = Strengths.of(self._blocks)
        self._first = min(self._first, self._last_first()) if keep_place else 0
        self._part = None
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
        return QSize(px(900), px(160))

    def layout_of(self) -> BlockLayout:
        """How the blocks lie in the widget."""
        if not self._blocks:
            return BlockLayout(1, 1, False, self.width(), self.height(), 1)
        block = self._blocks[0]
        rows, columns = block.window.shape
        weighted, total = block.weights is not None, len(self._blocks)
        return BlockLayout(rows, columns, weighted, self.width(), self.height(), total)

    def cell_rect(self, operand: Operand) -> QRectF:
        """Where a number of a window stands."""
        area = self.layout_of().window(operand[0] - self._first)
        return cell_rect(area, self._blocks[0].window.shape, operand[1:])

    def part_at(self, place: QPointF) -> Operand | None:
        """The number under a point; pointing at a weight means the number it multiplies."""
        layout = self.layout_of()
        for slot, position in enumerate(self.shown()):
            for area in (layout.window(slot), layout.weights(slot)):
                cell = cell_at(area, self._blocks[position].window.shape, place)
                if cell is not None:
                    return position, *cell
        return None

    def choose(self, part: Operand) -> None:
        self.chosen.emit(part)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned:
            self._scroll_to(self._first + (-1 if turned > 0 else 1))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            count = self.layout_of().count
            self._scroll_to(self._first + (count if key == Qt.Key.Key_PageDown else -count))
        else:
            super().keyPressEvent(event)

    def step(self, down: int, right: int) -> bool:
        """Move the pointed number; from a window's edge on into the next window."""
        if not self._blocks:
            return False
        rows, columns = self._blocks[0].window.shape
        position, row, column = self._part or (self._first, -down, -right)
        flat = position * columns + column + right
        flat = min(max(flat, 0), len(self._blocks) * columns - 1)
        position, column = divmod(flat, columns)
        if position not in self.shown():
            self._scroll_to(self._first + (1 if position >= self._first else -1))
        self.point((position, min(max(row + down, 0), rows - 1), column), by_keys=True)
        return True

    def _last_first(self) -> int:
        return max(0, len(self._blocks) - self.layout_of().count)

    def _scroll_to(self, first: int) -> None:
        first = min(max(first, 0), self._last_first())
        if first != self._first:
            self._first, self._part = first, None
            self.update()
            self.moved.emit()

    def tip(self, part: Operand) -> str:
        """The product at a place with four decimals."""
        block = self._blocks[part[0]]
        value = float(block.window[part[1:]])
        if block.weights is None:
            return figure(value, 4)
        weight = float(block.weights[part[1:]])
        return f"{figure(value, 4)} {TIMES} {figure(weight, 4)} = {figure(value * weight, 4)}"

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        layout = self.layout_of()
        for slot, position in enumerate(self.shown()):
            cell = self._part[1:] if self._part is not None and self._part[0] == position else None
            self._paint_block(painter, layout, slot, self._blocks[position], scheme)
            if cell is not None:
                for area in (layout.window(slot), layout.weights(slot)):
                    if not area.isEmpty():
                        place = cell_rect(area, self._blocks[position].window.shape, cell)
                        paint_grid.paint_pointed(painter, place, scheme)

    def _paint_block(
        self, painter: QPainter, layout: BlockLayout, slot: int, block: Block, scheme: theme.Tokens
    ) -> None:
        """Window, times, weights, and the partial sum under them."""
        window, weights, strengths = layout.window(slot), layout.weights(slot), self._strengths
        scale = ColourScale.signed(strengths.window)
        grid = Grid("window", block.window, scale, 2, block.padding, "win", block.ring)
        room = layout.pitch - px(8) if block.weights is None else 0.0
        self._write_title(painter, window, block.title, "win", room)
        painter.setFont(self.font())
        paint_grid.paint_cells(painter, window, grid, scheme)
        paint_grid.paint_highlights(painter, window, grid, scheme)
        if block.weights is None:
            return
        self._write_title(painter, weights, say("Network", "weights"), "text2")
        painter.setFont(self.font())
        grid = Grid("weights", block.weights, ColourScale.signed(strengths.weights), 2)
        paint_grid.paint_cells(painter, weights, grid, scheme)
        self.write_in(painter, "label", "text2")
        painter.drawText(QRectF(window.right(), window.top(), px(SIGN), window.height()), CENTRE, TIMES)
        self._paint_partial(painter, layout.foot(slot), block.partial, scheme)
        if slot < min(layout.count, layout.total) - 1:
            x = round(layout.foot(slot).right() + px(BETWEEN) / 2) + 0.5
            painter.setPen(QPen(scheme.color("line"), 1))
            painter.drawLine(QLineF(x, 4, x, layout.height - 2))

    def _write_title(
        self, painter: QPainter, area: QRectF, text: str, colour: str, room: float = 0.0
    ) -> None:
        self.write_in(painter, "caption", colour)
        width = max(area.width() + px(SIGN) - 4, room)
        shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(area.left() - 2, 0, width + 4, area.top() - 4), LEFT, shown)

    def _paint_partial(self, painter: QPainter, area: QRectF, partial: float, scheme: theme.Tokens) -> None:
        """The word, a bar as long as the sum is large, and the sum."""
        word = say("Network", "partial sum")
        self.write_in(painter, "caption", "text2")
        start = area.left() + QFontMetricsF(painter.font()).horizontalAdvance(word) + px(10)
        text = ("+" if partial >= 0 else "") + figure(partial, 4)
        figures = QFontMetricsF(theme.font("result", self.font())).horizontalAdvance(text)
        if start + figures <= area.right():  # windows of one value are too narrow for the word
            painter.drawText(area, LEFT, word)
        room, reach = area.right() - figures - px(10) - start, self._strengths.partial
        if room > 8:
            bar = QRectF(
                start, area.center().y() - px(BAR) / 2, max(2.0, room * abs(partial) / reach), px(BAR)
            )
            painter.fillRect(bar, colour_of(partial, ColourScale.signed(reach), scheme, cells=False))
        self.write_in(painter, "result", "text1")
        painter.drawText(area, RIGHT, text)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("What this number was computed from"))


@dataclass(frozen=True)
class Strengths:
    """The values that take the full colour (or length): of windows, weights and partial sums."""

    window: float
    weights: float
    partial: float

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Strengths:
        """The largest magnitudes in all blocks."""
        windows = [block.window for block in blocks]
        weights = [block.weights for block in blocks if block.weights is not None]
        return cls(magnitude(*windows), magnitude(*weights), magnitude([block.partial for block in blocks]))
