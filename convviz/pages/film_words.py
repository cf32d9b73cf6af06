"""The arithmetic of a moment as text: the sum written out as the tutorials write it, and what follows."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from convviz.core.film import Moment
from convviz.core.trace import ConvolutionTrace, PoolingTrace
from convviz.pages.step_scene import Traced
from convviz.views.explain.activation_words import with_number
from convviz.views.explain.why_content import sum_places, value_places
from convviz.views.explain.why_numbers import decimals_for
from convviz.views.numbers import MINUS, figure

MOST_TERMS = 27
"""Sums of more products than this are not written out term by term."""


def terms(told: ConvolutionTrace) -> list[str]:
    """Every product as it is written: "(1)(-1)", in the order in which they are added."""
    window, weights = _ordered(told.window), _ordered(told.weights)
    of_window, of_weights = decimals_for(window, least=1), decimals_for(weights, least=1)
    return [
        f"({figure(x, of_window)})({figure(w, of_weights)})" for x, w in zip(window, weights, strict=True)
    ]


def sum_text(told: Traced, moment: Moment) -> str:
    """The sum as far as ``moment`` has come: "(1)(1) + (-1)(-1) + ... = 9"."""
    if isinstance(told, PoolingTrace):
        return _pooled_text(told, moment)
    channels = told.window.shape[2] if told.window.ndim == 3 else 1
    shown, added = moment.products * channels, moment.terms * channels
    places = sum_places(told)
    if not shown:
        return ""
    if told.products.size > MOST_TERMS:
        text = QCoreApplication.translate("Step", "{n} of {all} products").format(
            n=figure(shown), all=figure(told.products.size)
        )
    else:
        text = " + ".join(terms(told)[:shown])
    if not added:
        return text
    total = told.total if added >= told.products.size else float(told.running_sum[added - 1])
    return f"{text} = {figure(total, places)}"


def _pooled_text(told: PoolingTrace, moment: Moment) -> str:
    values = told.window[~told.is_padding][: moment.products]
    if not values.size:
        return ""
    places = decimals_for(told.window[~told.is_padding])
    listed = [figure(v, places) for v in values]
    done = moment.terms >= told.window.size
    if told.kind == "max":
        text = f"max({', '.join(listed)})"
        return f"{text} = {figure(told.value, places)}" if done else text
    text = " + ".join(f"({v})" if v.startswith(MINUS) else v for v in listed)
    if not done:
        return text
    total = figure(told.total, places)
    return f"({text}) / {told.count} = {total} / {told.count} = {figure(told.value, decimals_for(told.value))}"


def after_text(told: Traced, moment: Moment, slope: float = 0.01) -> str:
    """What happens to the sum: divisor, bias and activation with their numbers; "" where nothing does."""
    if isinstance(told, PoolingTrace) or moment.part not in ("finish", "land"):
        return ""
    steps = []
    places = value_places(told)
    before = figure(told.before_activation, places)
    if told.divisor != 1 or told.bias != 0:
        text = figure(told.total, sum_places(told))
        if told.divisor != 1:
            text += f" / {figure(told.divisor)}"
        if told.bias != 0:
            text += f" {MINUS if told.bias < 0 else '+'} {figure(abs(told.bias))}"
        steps.append(f"{text} = {before}")
    if told.activation != "none":
        after = figure(told.value, value_places(told, after=True))
        steps.append(
            with_number(told.activation, before, after, negative=before.startswith(MINUS), slope=slope)
        )
    return "    ".join(steps)


def _ordered(array: np.ndarray) -> np.ndarray:
    """Row by row, and channel after channel, as the running sum goes."""
    return array.ravel() if array.ndim == 2 else array.transpose(2, 0, 1).ravel()
