"""The sentences of "Why this number?": what each line of the sum is called."""

from __future__ import annotations

from convviz.core.explain.trace import ConvolutionTrace, PoolingTrace
from convviz.views.base.numbers import MINUS, figure, powers_of_ten
from convviz.views.base.texts import say

LISTED = 9


def channel_name(index: int) -> str:
    """A colour channel at the beginning of a line."""
    names = (say("WhyPanel", "Red"), say("WhyPanel", "Green"), say("WhyPanel", "Blue"))
    return names[index] if index < 3 else say("WhyPanel", "Channel {n}").format(n=index)


def running_title(index: int | None) -> str:
    """What the running sum is called; ``index`` is the channel it belongs to, if there are several."""
    if index is None:
        return say("WhyPanel", "Running sum")
    names = (
        say("WhyPanel", "Running sum, red"),
        say("WhyPanel", "Running sum, green"),
        say("WhyPanel", "Running sum, blue"),
    )
    if index < 3:
        return names[index]
    return say("WhyPanel", "Running sum, channel {n}").format(n=index)


def sum_title(count: int) -> str:
    return say("WhyPanel", "Sum of {n} products").format(n=figure(count))


def short_sum_title(count: int) -> str:
    return say("WhyPanel", "{n} products").format(n=figure(count))


def scaled_title(trace: ConvolutionTrace, channels: int) -> str:
    """The line that divides and adds the bias; with several channels it also joins them."""
    bias = figure(trace.bias)
    if channels == 1:
        text = say("WhyPanel", "\u00f7 {divisor}, + bias {bias}")
        return text.format(divisor=figure(trace.divisor), bias=bias)
    if trace.divisor == 1:
        return say("WhyPanel", "Sum of channels, + bias {bias}").format(bias=bias)
    text = say("WhyPanel", "Sum of channels, \u00f7 {divisor}, + bias {bias}")
    return text.format(divisor=figure(trace.divisor), bias=bias)


def short_scaled_title(trace: ConvolutionTrace) -> str:
    """The same in signs, for narrow columns."""
    divisor = f"\u00f7 {figure(trace.divisor)}, " if trace.divisor != 1 else ""
    sign, bias = (MINUS, -trace.bias) if trace.bias < 0 else ("+", trace.bias)
    return f"{divisor}{sign} {figure(bias)}"


def activation_title(name: str) -> str:
    """An activation at the beginning of a line."""
    names = {
        "none": say("WhyPanel", "No activation"),
        "relu": say("WhyPanel", "ReLU"),
        "leaky_relu": say("WhyPanel", "Leaky ReLU"),
        "sigmoid": say("WhyPanel", "Sigmoid"),
        "tanh": say("WhyPanel", "Tanh"),
        "absolute": say("WhyPanel", "Absolute value"),
    }
    return names.get(name, name)


def pooling_title(trace: PoolingTrace, texts: list[str]) -> str:
    """The line of the pooling, with the values it chose from (or only their number, if many)."""
    listed = ", ".join(texts[:LISTED]) + (", \u2026" if len(texts) > LISTED else "")
    if trace.kind == "max":
        return say("WhyPanel", "Max of {values}").format(values=listed)
    return say("WhyPanel", "Mean of {values}").format(values=listed)


def short_pooling_titles(trace: PoolingTrace) -> tuple[str, str]:
    """The same without the values, and in one word, for narrow columns."""
    if trace.kind == "max":
        return say("WhyPanel", "Max of {n} values").format(n=figure(trace.count)), say("WhyPanel", "Max")
    return say("WhyPanel", "Mean of {n} values").format(n=figure(trace.count)), say("WhyPanel", "Mean")


def place_text(row: str, column: str) -> str:
    return say("WhyPanel", "row {row}, column {column}").format(row=row, column=column)


def padding_note() -> str:
    return say("WhyPanel", "padding")


def rounding_note() -> str:
    """Said where numbers are rounded to be shown: their shown digits may not add up to the last one."""
    return say("WhyPanel", "Rounded to be shown; the sum is made of the full values.")


def noise_text(left: float) -> str:
    """A value that is 0 but for ``left``, which the rounding of its sum has left in it."""
    return say("WhyPanel", "0 (rounding: {left})").format(left=powers_of_ten(left))


def compared_title(count: int) -> str:
    return say("WhyPanel", "{n} values compared").format(n=figure(count))


def largest_title(row: int, column: int) -> str:
    return say("WhyPanel", "Largest, at ({row}, {column})").format(row=row, column=column)


def values_title(count: int) -> str:
    return say("WhyPanel", "Sum of {n} values").format(n=figure(count))


def grid_title(key: str) -> str:
    """The word above a grid."""
    names = {
        "window": say("WhyPanel", "window"),
        "kernel": say("WhyPanel", "kernel"),
        "products": say("WhyPanel", "products"),
        "convolution": say("WhyPanel", "convolution"),
        "activation": say("WhyPanel", "activation"),
        "max": say("WhyPanel", "max"),
        "mean": say("WhyPanel", "mean"),
    }
    return names.get(key, key)
