"""The symbols of the Lab's formulas, and the controls that each of them speaks of."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from convviz.views.explain.formula.symbols import Symbol
from convviz.views.help.explainer import found
from convviz.views.help.ring import Ring

_PADDING, _SIZES = "settings_panel.convolution.padding", "kernel_panel.form"
_AMOUNT = f"{_PADDING}.amount"
_STRIDE, _DILATION = "settings_panel.convolution.stride", "settings_panel.convolution.dilation"
_POOL = "settings_panel.pooling"

CONTROLS: dict[tuple[str, bool], tuple[tuple[str, ...], tuple[str, ...]]] = {
    ("i", False): (("stages.cards[input].picture",),) * 2,
    ("p1", False): ((f"{_PADDING}.amount", f"{_PADDING}.top"), (f"{_PADDING}.amount", f"{_PADDING}.left")),
    ("p2", False): (
        (f"{_PADDING}.amount", f"{_PADDING}.bottom"),
        (f"{_PADDING}.amount", f"{_PADDING}.right"),
    ),
    ("k_eff", False): (
        (f"{_SIZES}.rows", f"{_DILATION}.rows"),
        (f"{_SIZES}.columns", f"{_DILATION}.columns", f"{_DILATION}.rows"),
    ),
    ("s", False): ((f"{_STRIDE}.rows",), (f"{_STRIDE}.columns", f"{_STRIDE}.rows")),
    ("i", True): (("stages.cards[activation].picture",),) * 2,
    ("p1", True): ((f"{_POOL}.rest",),) * 2,
    ("p2", True): ((f"{_POOL}.rest",),) * 2,
    ("k", True): ((f"{_POOL}.window_size.rows",),) * 2,
    ("s", True): ((f"{_POOL}.stride.rows",),) * 2,
    ("round", True): ((f"{_POOL}.rest",),) * 2,
}
"""Paths for each (symbol, in the pooling's formula): in the formula of rows, and in that of columns."""


class SymbolRings(QObject):
    """Draws a ring around the controls of the symbol that is pointed at, over ``page``, a Lab."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.ring = Ring(page)
        for view in found(page, "formula.formulas"):
            view.pointed.connect(self._on_pointed)  # type: ignore[attr-defined]

    def _on_pointed(self, symbol: Symbol | None) -> None:
        paths = controls_of(symbol) if symbol is not None else ()
        page = self.parent()
        self.ring.surround([widget for path in paths for widget in found(page, path)])


def controls_of(symbol: Symbol) -> tuple[str, ...]:
    """The paths of the controls that a symbol speaks of; empty where there are none.

    >>> controls_of(Symbol("k", 2, pool=True))
    ('settings_panel.pooling.window_size.rows',)
    """
    rows, columns = CONTROLS.get((symbol.name, symbol.pool), ((), ()))
    if symbol.block == 0:
        return rows
    return columns
