"""The symbols of a size formula: where each stands, what it is called, and which it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from convviz.core.sizes.shapes import AxisSize
from convviz.views.base.numbers import figure
from convviz.views.base.texts import say


@dataclass(frozen=True)
class Symbol:
    """One symbol: ``name`` is i, p1, p2, k, k_eff, s, round or one; ``block`` the formula it stands in.

    ``pool`` says that the formula is the pooling's.
    """

    name: str
    block: int
    pool: bool = False


def symbol_text(name: str, axis: AxisSize, *, pool: bool = False) -> str:
    """What a symbol stands for, and the number it has here, in a sentence."""
    values = {
        "i": axis.input,
        "p1": axis.before,
        "p2": axis.after,
        "k": axis.effective_kernel,
        "k_eff": axis.effective_kernel,
        "s": axis.stride,
    }
    number = figure(values.get(name, 1))
    if name == "round":
        return _rounding(axis)
    if name == "k" and pool:
        return say("Symbols", "k is the size of the pooling window: {number}.", number=number)
    return {
        "i": say("Symbols", "i is the size of what is read, without padding: {number}.", number=number),
        "p1": say("Symbols", "p₁ is the padding before it, above or on the left: {number}.", number=number),
        "p2": say("Symbols", "p₂ is the padding after it, below or on the right: {number}.", number=number),
        "k": say("Symbols", "k is the size of the kernel: {number}.", number=number),
        "k_eff": say(
            "Symbols", "k_eff is how far the kernel reaches with its dilation: {number}.", number=number
        ),
        "s": say("Symbols", "s is the stride, how far the window moves each time: {number}.", number=number),
        "one": say("Symbols", "1 is the window at the beginning, before the first move."),
    }[name]


def _rounding(axis: AxisSize) -> str:
    if axis.ceil:
        return say("Symbols", "⌈ ⌉ rounds up: a window that is not full counts too.")
    return say("Symbols", "⌊ ⌋ rounds down: cells that do not fill a window are dropped.")


def placed(box: object, x: float, baseline: float) -> Iterator[tuple[str, QRectF]]:
    """The named boxes of a row with their places, when its left edge is at ``x``."""
    name = getattr(box, "name", "")
    if name:
        width, ascent, descent = (float(getattr(box, side)) for side in ("width", "ascent", "descent"))
        yield name, QRectF(x, baseline - ascent, width, ascent + descent)
        return
    for part in getattr(box, "boxes", ()):
        yield from placed(part, x, baseline)
        x += part.width + getattr(box, "gap", 0.0)
