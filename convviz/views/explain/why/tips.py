"""What the tooltip of a cell in the panel says: its place, and the whole numbers behind the figures."""

from __future__ import annotations

from convviz.core.explain.trace import ConvolutionTrace, PoolingTrace
from convviz.views.base.numbers import TIMES, figure
from convviz.views.explain.why import words
from convviz.views.explain.why.grid import Cell


def convolution(trace: ConvolutionTrace, cell: Cell, channel: int) -> str:
    """E.g. "254 × 1 = 254", and where in the picture the value stands."""
    at = (*cell, channel) if trace.window.ndim == 3 else cell
    value, weight, product = trace.window[at], trace.weights[at], trace.products[at]
    sum_text = f"{figure(value)} {TIMES} {figure(weight)} = {figure(product)}"
    place = _place(int(trace.rows[cell[0]]), int(trace.columns[cell[1]]), bool(trace.is_padding[cell]))
    return f"{sum_text}\n{place}"


def pooling(trace: PoolingTrace, key: str, cell: Cell) -> str:
    """The value, and where in the activation map it stands."""
    if key != "window":
        return figure(trace.value)
    padding = bool(trace.is_padding[cell])
    place = _place(int(trace.rows[cell[0]]), int(trace.columns[cell[1]]), padding)
    return place if padding else f"{figure(trace.window[cell])}\n{place}"


def _place(row: int, column: int, padding: bool) -> str:
    text = words.place_text(figure(row), figure(column))
    return f"{text} ({words.padding_note()})" if padding else text
