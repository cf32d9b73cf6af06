"""One block of the formula card: the name, the formula in letters, the same with its numbers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from convviz.core.sizes.shapes import AxisSize
from convviz.views.base import theme
from convviz.views.base.numbers import MINUS, TIMES, figure
from convviz.views.explain.formula.typeset import Box, Brackets, Fonts, Fraction, Row, Run


@dataclass(frozen=True)
class Block:
    """What one block says: ``pool`` writes k for k_eff; ``other`` is the second axis' size."""

    title: str
    axis: AxisSize
    pool: bool = False
    other: int | None = None


def fonts(base: QFont, scale: float = 1.0) -> Fonts:
    """The fonts of the card, ``scale`` times their usual size (at least 9 px)."""
    symbols = theme.font("caption", base, pixels=max(9.0, 12 * scale))
    italic = QFont(symbols)
    italic.setItalic(True)
    sub = theme.font("caption", base, pixels=max(8.0, 9.5 * scale))
    title = theme.font("strong", base, pixels=max(9.0, 12 * scale))
    figures = theme.font("body", base, pixels=max(9.0, 13.5 * scale))
    return Fonts(
        title, symbols, italic, sub, figures, theme.font("result", base, pixels=max(10.0, 16 * scale))
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
    boxes = [plain(opening + "("), letter("i")]
    if shows_padding(block):
        boxes += [plain(" + "), letter("p", "1"), plain(" + "), letter("p", "2")]
    boxes += [plain(f" {MINUS} "), letter("k") if block.pool else letter("k", "eff")]
    boxes += [plain(") / "), letter("s"), plain(closing + " + 1")]
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
    text = f"{block.title}: {left}({numerator_text(block)}) / {figure(axis.stride)}{right}"
    text += tail_text(block).replace("  ", " ") + figure(axis.output)
    if block.other is not None:
        text += f" {TIMES} {figure(block.other)}"
    if axis.dilation != 1:
        text += f"; k_eff = {reach_text(axis)}"
    return text
