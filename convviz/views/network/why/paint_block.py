"""How one block of a sum is painted: window, times, weights, and the partial sum with its bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, colour_of
from convviz.views.base.numbers import TIMES, figure
from convviz.views.base.theme import Tokens
from convviz.views.explain.why import paint_grid
from convviz.views.explain.why.paint_grid import Grid
from convviz.views.network.why.block_layout import BETWEEN, SIGN, BlockLayout
from convviz.views.network.why.drill_content import Block

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
BAR = 8.0


@dataclass(frozen=True)
class Strengths:
    """The values that take the full colour (or length): of windows, weights and partial sums."""

    window: float
    weights: float
    partial: float

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Strengths:
        """The largest magnitudes in all blocks."""
        window = max((float(np.abs(block.window).max()) for block in blocks), default=0.0)
        weights = max((float(np.abs(b.weights).max()) for b in blocks if b.weights is not None), default=0.0)
        partial = max((abs(block.partial) for block in blocks), default=0.0)
        return cls(window or 1.0, weights or 1.0, partial or 1.0)


def paint_block(
    painter: QPainter,
    layout: BlockLayout,
    slot: int,
    block: Block,
    strengths: Strengths,
    cell: tuple[int, int] | None,
    colours: Tokens,
) -> None:
    """Paint one block; ``cell`` is the pointed number of its window."""
    base = painter.font()
    window = layout.window(slot)
    grid = Grid(
        "window", block.window, ColourScale.signed(strengths.window), 2, block.padding, "win", block.ring
    )
    _title(painter, window, block.title, "win", colours, layout.pitch - 8 if block.weights is None else 0)
    painter.setFont(base)
    paint_grid.paint_cells(painter, window, grid, colours)
    paint_grid.paint_highlights(painter, window, grid, colours)
    if block.weights is not None:
        painter.setFont(base)
        weights = layout.weights(slot)
        _title(painter, weights, QCoreApplication.translate("Network", "weights"), "text2", colours)
        painter.setFont(base)
        other = Grid("weights", block.weights, ColourScale.signed(strengths.weights), 2)
        paint_grid.paint_cells(painter, weights, other, colours)
        painter.setFont(theme.font("label", base))
        painter.setPen(colours.color("text2"))
        sign = QRectF(window.right(), window.top(), SIGN, window.height())
        painter.drawText(sign, int(Qt.AlignmentFlag.AlignCenter), TIMES)
        _partial(painter, layout.foot(slot), block.partial, strengths.partial, colours)
        if slot < min(layout.count, layout.total) - 1:
            x = round(layout.foot(slot).right() + BETWEEN / 2) + 0.5
            painter.setPen(QPen(colours.color("line"), 1))
            painter.drawLine(QLineF(x, 4, x, layout.height - 2))
    if cell is not None:
        for area in (window, layout.weights(slot)):
            if not area.isEmpty():
                paint_grid.paint_pointed(painter, _cell(area, block.window.shape, cell), colours)
    painter.setFont(base)


def _cell(area: QRectF, shape: tuple[int, ...], cell: tuple[int, int]) -> QRectF:
    wide, high = area.width() / shape[1], area.height() / shape[0]
    return QRectF(area.left() + cell[1] * wide, area.top() + cell[0] * high, wide, high)


def _title(
    painter: QPainter, area: QRectF, text: str, colour: str, colours: Tokens, room: float = 0.0
) -> None:
    painter.setFont(theme.font("caption", painter.font()))
    painter.setPen(colours.color(colour))
    width = max(area.width() + SIGN - 4, room)
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, width)
    painter.drawText(QRectF(area.left() - 2, 0, width + 4, area.top() - 4), LEFT, shown)


def _partial(painter: QPainter, area: QRectF, partial: float, reach: float, colours: Tokens) -> None:
    """The word, a bar as long as the sum is large, and the sum."""
    word = QCoreApplication.translate("Network", "partial sum")
    painter.setFont(theme.font("caption", painter.font()))
    painter.setPen(colours.color("text2"))
    start = area.left() + QFontMetricsF(painter.font()).horizontalAdvance(word) + 10
    text = ("+" if partial >= 0 else "") + figure(partial, 4)
    result = theme.font("result", painter.font())
    figures = QFontMetricsF(result).horizontalAdvance(text)
    if start + figures <= area.right():  # windows of one value are too narrow for the word
        painter.drawText(area, LEFT, word)
    painter.setFont(result)
    room = area.right() - figures - 10 - start
    if room > 8:
        bar = QRectF(start, area.center().y() - BAR / 2, max(2.0, room * abs(partial) / reach), BAR)
        painter.fillRect(bar, colour_of(partial, ColourScale.signed(reach), colours, cells=False))
    painter.setPen(colours.color("text1"))
    painter.drawText(area, RIGHT, text)
