"""Sums of the drill-down that are written in one line: normalised, scaled, several layers put together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from convviz.network.model.terms import AddTerms, FunctionTerms
from convviz.views.base.numbers import TIMES, figure

_MINUS = "\u2212"
_SIGNS = {"add": "+", "subtract": _MINUS, "multiply": TIMES, "divide": "/"}


def _number(value: float) -> str:
    """A number inside of a sum: negative ones stand in brackets."""
    return f"({figure(value, 4)})" if value < 0 else figure(value, 4)


def sources_hint(below: str, count: int) -> str:
    """What can be done with the numbers that a number was made of."""
    if not count:
        return ""
    if count > 1:
        return QCoreApplication.translate("Network", "Click a number to go down to its layer.")
    return QCoreApplication.translate("Network", "Click it to go one layer down, to {layer}.").format(
        layer=below
    )


def calculation(terms: FunctionTerms) -> str:
    """A value that was moved and stretched, written out with its numbers."""
    numbers, before = {name: _number(one) for name, one in terms.numbers.items()}, _number(terms.before)
    value = figure(terms.value, 4)
    if terms.function == "scaling":
        return f"{before} {TIMES} {numbers['factor']} + {numbers['offset']} = {value}"
    return QCoreApplication.translate(
        "Network",
        "The mean is taken off, then divided by the deviation, stretched by gamma and moved by beta: {sum}.",
    ).format(
        sum=f"({before} {_MINUS} {numbers['mean']}) / {numbers['deviation']} {TIMES} {numbers['gamma']} + "
        f"{numbers['beta']} = {value}"
    )


def together(terms: AddTerms) -> str:
    """Values of several layers, and what became of them."""
    parts, value = [_number(float(one)) for one in terms.summands], figure(terms.value, 4)
    if terms.how in _SIGNS:
        return f"{f' {_SIGNS[terms.how]} '.join(parts)} = {value}"
    if terms.how == "average":
        return f"({' + '.join(parts)}) / {len(parts)} = {value}"
    text = (
        QCoreApplication.translate("Network", "The largest of {numbers}: {value}.")
        if terms.how == "maximum"
        else QCoreApplication.translate("Network", "The smallest of {numbers}: {value}.")
    )
    return text.format(numbers=", ".join(parts), value=value)
