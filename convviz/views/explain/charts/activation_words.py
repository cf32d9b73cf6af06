"""The formulas of the activation functions, in letters and with a number put in."""

from __future__ import annotations

from convviz.views.base.numbers import MINUS, figure


def formula(name: str, slope: float = 0.01) -> str:
    """The function in letters, e.g. "ReLU(x) = max(0, x)"."""
    formulas = {
        "none": "f(x) = x",
        "relu": "ReLU(x) = max(0, x)",
        "leaky_relu": f"f(x) = x, or {figure(slope)}\u00b7x below 0",
        "sigmoid": f"\u03c3(x) = 1 / (1 + e^({MINUS}x))",
        "tanh": "f(x) = tanh(x)",
        "absolute": "f(x) = |x|",
    }
    return formulas.get(name, "")


def with_number(name: str, x: str, value: str, *, negative: bool, slope: float = 0.01) -> str:
    """The function with the number ``x`` put in, e.g. "max(0, −3) = 0"."""
    inner = {
        "none": x,
        "relu": f"max(0, {x})",
        "leaky_relu": f"{figure(slope)}\u00b7({x})" if negative else x,
        "sigmoid": f"1 / (1 + e^({x[1:] if negative else MINUS + x}))",
        "tanh": f"tanh({x})",
        "absolute": f"|{x}|",
    }
    return f"{inner.get(name, x)} = {value}"
