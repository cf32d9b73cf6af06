"""The lower half of the chain's figure: the kernel with its weights, and the formulas with their numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from convviz.core.sizes.settings import Settings
from convviz.core.stages.pipeline import Chain
from convviz.film.figure.look import Look, write
from convviz.film.figure.stage import HEADER, PAD
from convviz.views.base.colours import ColourScale, words
from convviz.views.base.numbers import TIMES, figure
from convviz.views.base.texts import say
from convviz.views.explain.formula.chain_strip import captions
from convviz.views.explain.formula.size_words import headline, short_headline
from convviz.views.explain.formula.view import Block, Box, fonts, number_row, reach_row, title_row
from convviz.views.kernel.grid.cells import figures, paint_cell

WIDEST, TALLEST = 54.0, 46.0
"""A weight's cell is no larger, in units."""

BETWEEN = 14.0
"""Room between the planes of a kernel for colours."""

SCALES = (1.2, 1.1, 1.0, 0.9, 0.8, 0.7, 0.6)


def paint_kernel(painter: QPainter, card: QRectF, settings: Settings, look: Look) -> None:
    """The kernel as a person edits it, plane by plane, with its divisor and bias in words."""
    look.paint_card(painter, card)
    line = QRectF(card.left() + PAD, card.top(), card.width() - 2 * PAD, HEADER)
    width = write(painter, line, say("Figure", "Kernel"), ("title", "text1", 15), look.scheme)
    line.setLeft(line.left() + width + 8)
    full = kernel_words(settings)
    write(painter, line, (" \u00b7 ".join(full), full[0]), ("caption", "text2", 13), look.scheme)
    area = card.adjusted(PAD, HEADER + 2, -PAD, -PAD)
    weights = settings.kernel.weights
    planes = [weights] if weights.ndim == 2 else [weights[:, :, n] for n in range(weights.shape[2])]
    room = (area.width() - BETWEEN * (len(planes) - 1)) / len(planes)
    limit = float(np.abs(weights).max()) or 1.0
    for number, plane in enumerate(planes):
        place = QRectF(area.left() + number * (room + BETWEEN), area.top(), room, area.height())
        _paint_plane(painter, place, plane, limit, look)


def kernel_words(settings: Settings) -> list[str]:
    """The kernel's size, and what else turns its sum into a value: divisor, bias, the half turn.

    >>> from convviz.core.kernels.kernel import Kernel
    >>> kernel_words(Settings(Kernel([[1.0, 1.0]], divisor=2), bias=-1))
    ['1×2', '÷ 2', 'bias −1']
    """
    kernel = settings.kernel
    parts = [TIMES.join(str(n) for n in kernel.weights.shape)]
    if kernel.divisor != 1:
        parts.append(f"\u00f7 {figure(kernel.divisor)}")
    if settings.bias:
        parts.append(say("Figure", "bias {value}", value=figure(settings.bias)))
    if settings.operation == "convolve":
        parts.append(say("Figure", "turned by 180\u00b0 first"))
    return parts


def _paint_plane(
    painter: QPainter, area: QRectF, plane: NDArray[np.float64], limit: float, look: Look
) -> None:
    rows, columns = plane.shape
    wide, high = min(WIDEST, area.width() / columns), min(TALLEST, area.height() / rows)
    if wide > 1.2 * high:
        wide = 1.2 * high
    high = min(high, wide)
    left = area.left() + (area.width() - wide * columns) / 2
    top = area.top() + (area.height() - high * rows) / 2
    texts, font = figures(plane.ravel().tolist(), high, wide - 2, QFont()) or ([], QFont())
    tints = words(plane, ColourScale.signed(limit), look.scheme, cells=True)
    edge = look.scheme.color("linestrong", 0.75)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    gap = 1.0 if high >= 10 else 0.0
    for row in range(rows):
        for column in range(columns):
            place = QRectF(left + column * wide, top + row * high, wide, high).adjusted(gap, gap, -gap, -gap)
            text = texts[row * columns + column] if texts else ""
            paint_cell(painter, edge, place, QColor.fromRgb(int(tints[row, column])), text)


def paint_formula(painter: QPainter, card: QRectF, chain: Chain, settings: Settings, look: Look) -> None:
    """Where the sizes come from, typeset, and below what is lost and what the layer costs."""
    look.paint_card(painter, card)
    line = QRectF(card.left() + PAD, card.top(), card.width() - 2 * PAD, HEADER)
    width = write(painter, line, say("FormulaCard", "Output size"), ("title", "text1", 15), look.scheme)
    line.setLeft(line.left() + width + 10)
    sentence = (headline(chain, settings), short_headline(chain, settings))
    write(painter, line, sentence, ("caption", "text2", 13), look.scheme)
    foot = QRectF(card.left() + PAD, card.bottom() - 32, card.width() - 2 * PAD, 24)
    write(painter, foot, captions(chain)[:-1], ("caption", "text2", 13), look.scheme)
    _paint_blocks(painter, card.adjusted(PAD, HEADER, -PAD, -36), blocks(chain), look)


def blocks(chain: Chain) -> list[Block]:
    """The formulas of the chain: for rows and columns, and for the pooling where there is one."""
    size, pool = chain.convolution_size, chain.pooling_size
    result = [
        Block(say("FormulaCard", "Rows"), size.rows),
        Block(say("FormulaCard", "Columns"), size.columns),
    ]
    if pool is not None:
        other = pool.columns.output
        result.append(Block(say("FormulaCard", "Pooling"), pool.rows, pool=True, other=other))
    return result


def _paint_blocks(painter: QPainter, area: QRectF, shown: list[Block], look: Look) -> None:
    columns = _fitting(shown, area.width())
    widths = [max(box.width for box in column) for column in columns]
    gap = (area.width() - sum(widths)) / max(1, len(columns))
    x = area.left()
    for number, (column, width) in enumerate(zip(columns, widths, strict=True)):
        height = sum(box.ascent + box.descent for box in column) + 10 * (len(column) - 1)
        y = area.top() + (area.height() - height) / 2
        for box in column:
            box.paint(painter, x, y + box.ascent, look.scheme)
            y += box.ascent + box.descent + 10
        x += width + gap
        if number + 1 < len(columns):
            painter.setPen(QPen(look.scheme.color("line"), 1))
            line = round(x - gap / 2) + 0.5
            painter.drawLine(QLineF(line, area.top() + 6, line, area.bottom() - 6))


def _fitting(shown: list[Block], room: float) -> list[list[Box]]:
    """The boxes of every block, in the largest type in which they stand side by side."""
    columns: list[list[Box]] = []
    for scale in SCALES:
        type_ = fonts(QFont(), scale)
        rows = [(title_row(b, type_), number_row(b, type_), reach_row(b, type_)) for b in shown]
        columns = [[box for box in row if box is not None] for row in rows]
        if sum(max(box.width for box in column) + 20 for column in columns) <= room:
            break
    return columns
