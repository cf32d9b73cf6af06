"""Formulas: a very small typesetter of boxes, and the card's formulas made of them, side by side.

Formulas need fractions and brackets that grow with them; rich text can draw neither. A formula
is a tree of boxes: `Run` is a piece of text, `Row` puts boxes side by side, `Fraction` one over
the other, `Brackets` grows floor or ceiling brackets around its content. Colours are names of
tokens, looked up while painting, so that a formula follows the theme.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.core.sizes.shapes import AxisSize
from convviz.views.base import theme
from convviz.views.base.numbers import MINUS, TIMES, figure
from convviz.views.base.painted import PaintedParts, fill_rounded
from convviz.views.base.scale import px
from convviz.views.base.texts import labelled
from convviz.views.base.theme import Tokens
from convviz.views.explain.formula.symbols import Symbol, placed, symbol_text


class Box:
    """Something with a width, a height above the baseline and a depth below it."""

    width: float
    ascent: float
    descent: float
    name = ""
    """Which symbol it is, for those that can be pointed at."""

    def called(self, name: str) -> Box:
        """The same box, as the symbol ``name``."""
        self.name = name
        return self

    def paint(self, painter: QPainter, x: float, baseline: float, colours: Tokens) -> None:
        """Paint with the left edge at ``x`` and the baseline at ``baseline`` (logical pixels)."""
        raise NotImplementedError


class Run(Box):
    """A piece of text in one font; ``shift`` lowers it (a subscript has its own small font)."""

    def __init__(self, text: str, font: QFont, colour: str = "text1", shift: float = 0.0) -> None:
        self.text, self.font, self.colour, self.shift = text, font, colour, shift
        metrics = QFontMetricsF(font)
        self.width = metrics.horizontalAdvance(text)
        self.ascent = metrics.ascent() - shift
        self.descent = metrics.descent() + shift

    def paint(self, painter: QPainter, x: float, baseline: float, colours: Tokens) -> None:
        painter.setFont(self.font)
        painter.setPen(colours.color(self.colour))
        painter.drawText(QPointF(x, baseline + self.shift), self.text)


class Row(Box):
    """Boxes side by side on one baseline."""

    def __init__(self, *boxes: Box, gap: float = 0.0) -> None:
        self.boxes, self.gap = boxes, gap
        self.width = sum(box.width for box in boxes) + gap * max(0, len(boxes) - 1)
        self.ascent = max((box.ascent for box in boxes), default=0.0)
        self.descent = max((box.descent for box in boxes), default=0.0)

    def paint(self, painter: QPainter, x: float, baseline: float, colours: Tokens) -> None:
        for box in self.boxes:
            box.paint(painter, x, baseline, colours)
            x += box.width + self.gap


class Fraction(Box):
    """One box over another, with a bar at the height of a minus sign."""

    PAD = 4.0

    def __init__(self, top: Box, bottom: Box, font: QFont) -> None:
        self.top, self.bottom = top, bottom
        self.axis = QFontMetricsF(font).xHeight() / 2 + 0.5
        self.width = max(top.width, bottom.width) + 2 * self.PAD
        self.ascent = self.axis + 2 + top.ascent + top.descent
        self.descent = bottom.ascent + bottom.descent + 1 - self.axis

    def paint(self, painter: QPainter, x: float, baseline: float, colours: Tokens) -> None:
        bar = round(baseline - self.axis) + 0.5
        self.top.paint(painter, x + (self.width - self.top.width) / 2, bar - 3 - self.top.descent, colours)
        low = bar + 1 + self.bottom.ascent
        self.bottom.paint(painter, x + (self.width - self.bottom.width) / 2, low, colours)
        painter.setPen(QPen(colours.color("text1"), 1))
        painter.drawLine(QLineF(x, bar, x + self.width, bar))


class Brackets(Box):
    """Floor brackets (feet at the bottom) or ceiling brackets (at the top) as tall as the content."""

    FOOT, PAD = 6.0, 7.0

    def __init__(self, inner: Box, *, ceil: bool = False) -> None:
        self.inner, self.ceil = inner, ceil
        self.width = inner.width + 2 * (self.PAD + 1)
        self.ascent = inner.ascent
        self.descent = inner.descent

    def paint(self, painter: QPainter, x: float, baseline: float, colours: Tokens) -> None:
        self.inner.paint(painter, x + self.PAD + 1, baseline, colours)
        top = round(baseline - self.ascent) + 0.5
        bottom = round(baseline + self.descent) - 0.5
        left, right = round(x) + 0.5, round(x + self.width) - 0.5
        foot = top if self.ceil else bottom
        painter.setPen(QPen(colours.color("text1"), 1))
        painter.drawLines([
            QLineF(left, top, left, bottom),
            QLineF(right, top, right, bottom),
            QLineF(left, foot, left + self.FOOT, foot),
            QLineF(right - self.FOOT, foot, right, foot),
        ])  # fmt: skip


@dataclass(frozen=True)
class Fonts:
    """The fonts of a formula at one size: ``figures`` for numbers, ``symbols`` for letters."""

    title: QFont
    symbols: QFont
    italic: QFont
    sub: QFont
    figures: QFont
    result: QFont


MARGIN, GAP = 12, 24
SCALES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68)
NAME_SCALES = (1.0, 0.92, 0.84)
TITLE_LINE, NUMBER_LINE, REACH_LINE, STACK_GAP = 24, 50, 16, 12


@dataclass(frozen=True)
class Block:
    """What one block says: ``pool`` writes k for k_eff; ``other`` is the second axis' size."""

    title: str
    axis: AxisSize
    pool: bool = False
    other: int | None = None


def fonts(base: QFont, scale: float = 1.0) -> Fonts:
    """The fonts of the card, ``scale`` times their usual size (at least 9 px)."""
    symbols = theme.font("caption", base, pixels=max(px(9.0), px(12) * scale))
    italic = QFont(symbols)
    italic.setItalic(True)
    sub = theme.font("caption", base, pixels=max(px(8.0), px(9.5) * scale))
    title = theme.font("strong", base, pixels=max(px(9.0), px(12) * scale))
    figures = theme.font("body", base, pixels=max(px(9.0), px(13.5) * scale))
    return Fonts(
        title, symbols, italic, sub, figures, theme.font("result", base, pixels=max(px(10.0), px(16) * scale))
    )


def lost_windows(axis: AxisSize) -> int:
    """How many windows the plain formula counts that do not exist: they would lie in padding only."""
    numerator, stride = axis.numerator, axis.stride
    steps = -(-numerator // stride) if axis.ceil else numerator // stride
    return steps + 1 - axis.output


def title_row(block: Block, type_: Fonts) -> Box:
    """The name and the formula in letters, e.g. Rows ⌊(i + p₁ + p₂ − k_eff) / s⌋ + 1."""
    space = Run(" ", type_.symbols)
    return Row(Run(block.title, type_.title), space, space, symbol_row(block, type_))


def symbol_row(block: Block, type_: Fonts) -> Box:
    """The formula in letters, in italics, with true subscripts."""

    def plain(text: str) -> Box:
        return Run(text, type_.symbols, "text2")

    def letter(text: str, sub: str = "") -> Box:
        shift = QFontMetricsF(type_.symbols).xHeight() * 0.45
        box = Run(text, type_.italic, "text2")
        return Row(box, Run(sub, type_.sub, "text2", shift)) if sub else box

    opening, closing = ("\u2308", "\u2309") if block.axis.ceil else ("\u230a", "\u230b")
    boxes = [plain(opening).called("round"), plain("("), letter("i").called("i")]
    if shows_padding(block):
        boxes += [plain(" + "), letter("p", "1").called("p1"), plain(" + "), letter("p", "2").called("p2")]
    kernel = letter("k").called("k") if block.pool else letter("k", "eff").called("k_eff")
    boxes += [plain(f" {MINUS} "), kernel, plain(") / "), letter("s").called("s")]
    boxes += [plain(closing).called("round"), plain(" + "), plain("1").called("one")]
    if lost_windows(block.axis):
        boxes.append(plain(f" {MINUS} {lost_windows(block.axis)}"))
    return Row(*boxes)


def shows_padding(block: Block) -> bool:
    """Whether the block writes the padding: always for a convolution, for pooling if there is any."""
    return not block.pool or bool(block.axis.before or block.axis.after)


def number_row(block: Block, type_: Fonts) -> Box:
    """The formula with the numbers of ``block``: a fraction in brackets, and the result in bold."""
    axis = block.axis
    top = Run(numerator_text(block), type_.figures)
    fraction = Fraction(top, Run(figure(axis.stride), type_.figures), type_.figures)
    boxes: list[Box] = [Brackets(fraction, ceil=axis.ceil), Run(tail_text(block), type_.figures)]
    boxes.append(Run(figure(axis.output), type_.result))
    if block.other is not None:
        boxes.append(Run(f" {TIMES} {figure(block.other)}", type_.figures, "text2"))
    return Row(*boxes)


def numerator_text(block: Block) -> str:
    """The upper half of the fraction, e.g. "400 + 1 + 1 − 3"."""
    axis = block.axis
    text = figure(axis.input)
    if shows_padding(block):
        text += f" + {figure(axis.before)} + {figure(axis.after)}"
    return f"{text} {MINUS} {figure(axis.effective_kernel)}"


def tail_text(block: Block) -> str:
    lost = lost_windows(block.axis)
    return "  + 1 = " if not lost else f"  + 1 {MINUS} {lost} = "


def reach_row(block: Block, type_: Fonts) -> Box | None:
    """Where a dilated kernel's k_eff comes from, e.g. k_eff = 2·(3 − 1) + 1 = 5; None at dilation 1."""
    if block.axis.dilation == 1:
        return None
    shift = QFontMetricsF(type_.symbols).xHeight() * 0.45
    return Row(
        Run("k", type_.italic, "text2"),
        Run("eff", type_.sub, "text2", shift),
        Run(" = " + reach_text(block.axis), type_.symbols, "text2"),
    )


def reach_text(axis: AxisSize) -> str:
    """The effective kernel with its numbers, e.g. "2·(3 − 1) + 1 = 5"."""
    return f"{axis.dilation}\u00b7({axis.kernel} {MINUS} 1) + 1 = {figure(axis.effective_kernel)}"


def plain_line(block: Block) -> str:
    """The whole block as one line of plain text, for screen readers and the clipboard."""
    axis = block.axis
    left, right = ("\u2308", "\u2309") if axis.ceil else ("\u230a", "\u230b")
    text = labelled(block.title, f"{left}({numerator_text(block)}) / {figure(axis.stride)}{right}")
    text += tail_text(block).replace("  ", " ") + figure(axis.output)
    if block.other is not None:
        text += f" {TIMES} {figure(block.other)}"
    if axis.dilation != 1:
        text += f"; k_eff = {reach_text(axis)}"
    return text


class FormulaView(PaintedParts[Symbol]):
    """Shows `Block`s; shrinks the type a little when the numbers are long. Ctrl+C copies the text.

    Each symbol says what it is when it is pointed at, or reached by the left and right arrow keys.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: list[Block] = []
        self._stacked = False
        self._layout: tuple[tuple[int, str], tuple[list[list[Box | None]], float]] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_blocks(self, blocks: list[Block]) -> None:
        """Show these blocks; their plain text becomes the accessible description."""
        if blocks == self._blocks:
            return
        self._blocks = list(blocks)
        self._layout = None
        self.point(None)
        self.describe(self.text())
        self.updateGeometry()
        self.update()

    def set_stacked(self, stacked: bool) -> None:
        """Put the formulas below each other, in a card that is narrow and high; else side by side."""
        if stacked != self._stacked:
            self._stacked, self._layout = stacked, None
            self.updateGeometry()
            self.update()

    def text(self) -> str:
        """Every formula as plain text, a line a block."""
        return "\n".join(plain_line(block) for block in self._blocks)

    def sizeHint(self) -> QSize:
        below = max(len(self._blocks) - 1, 0) if self._stacked else 0
        return QSize(px(560), self._block_height() * (below + 1) + px(STACK_GAP) * below)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(300), self.sizeHint().height())

    def _block_height(self) -> int:
        dilated = any(block.axis.dilation != 1 for block in self._blocks)
        return px(TITLE_LINE) + px(NUMBER_LINE) + 4 + (px(REACH_LINE) if dilated else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.text())
        else:
            super().keyPressEvent(event)

    def symbols(self) -> list[tuple[Symbol, QRectF]]:
        """Every symbol with its place in the widget, from left to right."""
        columns, squeeze, found = self._fitted()[0], self.squeeze(), []
        for index, (at, boxes) in enumerate(zip(self._origins(), columns, strict=True)):
            for name, place in placed(boxes[0], at.x(), at.y() + px(TITLE_LINE) / 2 + px(8)):
                area = QRectF(place.x() * squeeze, place.y(), place.width() * squeeze, place.height())
                found.append((Symbol(name, index, self._blocks[index].pool), area))
        return found

    def part_at(self, place: QPointF) -> Symbol | None:
        return next(
            (one for one, area in self.symbols() if area.adjusted(-1, -2, 1, 2).contains(place)), None
        )

    def tip(self, part: Symbol) -> str | None:
        return symbol_text(part.name, self._blocks[part.block].axis, pool=part.pool)

    def step(self, down: int, right: int) -> bool:
        every = list(dict.fromkeys(symbol for symbol, _ in self.symbols()))
        if not right or not every:
            return False
        at = every.index(self._part) + right if self._part in every else (0 if right > 0 else -1)
        self.point(every[at % len(every)], by_keys=True)
        return True

    def _origins(self) -> list[QPointF]:
        """Where each block begins, before it is squeezed."""
        columns, gap = self._fitted()
        if self._stacked:
            pitch = self._block_height() + px(STACK_GAP)
            return [QPointF(px(MARGIN), pitch * index) for index in range(len(columns))]
        slack = (self.width() - 2 * px(MARGIN)) / self.squeeze() - self._total(columns, gap)
        share = max(0.0, min(slack / len(columns), px(24.0))) if len(columns) > 1 else 0.0
        lefts = [float(px(MARGIN))]
        for boxes in columns[:-1]:
            lefts.append(lefts[-1] + self._width(boxes) + share + gap)
        return [QPointF(left, 0) for left in lefts] if columns else []

    def _paint_pointed(self, painter: QPainter, colours: Tokens) -> None:
        """A soft ground under the symbol that is pointed at (brackets: under both)."""
        for symbol, area in self.symbols() if self._part is not None else ():
            if symbol == self._part:
                fill_rounded(painter, area.adjusted(-2, 0, 2, 0), 3, colours.color("accentsoft"))

    def draw(self, painter: QPainter, colours: Tokens) -> None:
        if not self._blocks:
            return
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self._paint_pointed(painter, colours)
        columns, gap = self._fitted()
        painter.scale(self.squeeze(), 1.0)
        for origin, boxes in zip(self._origins(), columns, strict=True):
            self._paint_column(painter, origin, boxes, colours)
        painter.setPen(QPen(colours.color("line"), 1))
        for origin in self._origins()[1:]:
            painter.drawLine(self._parting(origin, gap))

    def _parting(self, origin: QPointF, gap: float) -> QLineF:
        """The line between a block that begins here and the one before it."""
        if self._stacked:
            line = round(origin.y() - px(STACK_GAP) / 2) + 0.5
            return QLineF(px(MARGIN), line, self.width() / self.squeeze() - px(MARGIN), line)
        line = round(origin.x() - gap / 2) + 0.5
        return QLineF(line, px(10), line, self.height() - px(10))

    def squeeze(self) -> float:
        """How much narrower everything is painted: 1, or less where even the smallest type is too wide."""
        columns, gap = self._fitted()
        return min(1.0, (self.width() - 2 * px(MARGIN)) / max(1.0, self._total(columns, gap)))

    def _paint_column(
        self, painter: QPainter, origin: QPointF, boxes: list[Box | None], colours: Tokens
    ) -> None:
        x, top = origin.x(), origin.y()
        title, numbers, reach = boxes
        assert title is not None
        assert numbers is not None
        title.paint(painter, x, top + px(TITLE_LINE) / 2 + px(8), colours)
        middle = top + px(TITLE_LINE) + px(NUMBER_LINE) / 2 - 1
        numbers.paint(painter, x, middle + (numbers.ascent - numbers.descent) / 2, colours)
        if reach is not None:
            reach.paint(painter, x, top + px(TITLE_LINE) + px(NUMBER_LINE) + px(11), colours)

    def _fitted(self) -> tuple[list[list[Box | None]], float]:
        """The boxes of every block in the largest type that fits the width, and the gap between them.

        The names give way before the numbers do, which matter more. Kept until something changes.
        """
        key = (self.width(), self.font().toString())
        if self._layout is None or self._layout[0] != key:
            self._layout = (key, self._fit(self.width() - 2 * px(MARGIN)))
        return self._layout[1]

    def _fit(self, available: float) -> tuple[list[list[Box | None]], float]:
        columns, gap = self._columns(1.0, 1.0), float(px(GAP))
        if self._total(columns, gap) <= available:
            return columns, gap
        gap = px(GAP) * 0.7
        for numbers in SCALES:
            for names in NAME_SCALES:
                columns = self._columns(names, numbers)
                if self._total(columns, gap) <= available:
                    return columns, gap
        return self._columns(SCALES[-1], SCALES[-1]), gap

    def _columns(self, names: float, numbers: float) -> list[list[Box | None]]:
        small, large = fonts(self.font(), names), fonts(self.font(), numbers)
        return [[title_row(b, small), number_row(b, large), reach_row(b, small)] for b in self._blocks]

    def _total(self, columns: list[list[Box | None]], gap: float) -> float:
        widths = [self._width(boxes) for boxes in columns]
        return max(widths, default=0.0) if self._stacked else sum(widths) + gap * (len(columns) - 1)

    @staticmethod
    def _width(boxes: list[Box | None]) -> float:
        return max(box.width for box in boxes if box is not None)
