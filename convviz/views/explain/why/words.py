"""The sentences of "Why this number?": what each line of the sum is called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from convviz.core.explain.trace import ConvolutionTrace, PoolingTrace
from convviz.views.base.numbers import MINUS, figure, powers_of_ten

LISTED = 9


def channel_name(index: int) -> str:
    """A colour channel at the beginning of a line."""
    names = (
        QCoreApplication.translate("WhyPanel", "Red"),
        QCoreApplication.translate("WhyPanel", "Green"),
        QCoreApplication.translate("WhyPanel", "Blue"),
    )
    return (
        names[index] if index < 3 else QCoreApplication.translate("WhyPanel", "Channel {n}").format(n=index)
    )


def running_title(index: int | None) -> str:
    """What the running sum is called; ``index`` is the channel it belongs to, if there are several."""
    if index is None:
        return QCoreApplication.translate("WhyPanel", "Running sum")
    names = (
        QCoreApplication.translate("WhyPanel", "Running sum, red"),
        QCoreApplication.translate("WhyPanel", "Running sum, green"),
        QCoreApplication.translate("WhyPanel", "Running sum, blue"),
    )
    if index < 3:
        return names[index]
    return QCoreApplication.translate("WhyPanel", "Running sum, channel {n}").format(n=index)


def sum_title(count: int) -> str:
    return QCoreApplication.translate("WhyPanel", "Sum of {n} products").format(n=figure(count))


def short_sum_title(count: int) -> str:
    return QCoreApplication.translate("WhyPanel", "{n} products").format(n=figure(count))


def scaled_title(trace: ConvolutionTrace, channels: int) -> str:
    """The line that divides and adds the bias; with several channels it also joins them."""
    bias = figure(trace.bias)
    if channels == 1:
        text = QCoreApplication.translate("WhyPanel", "\u00f7 {divisor}, + bias {bias}")
        return text.format(divisor=figure(trace.divisor), bias=bias)
    if trace.divisor == 1:
        return QCoreApplication.translate("WhyPanel", "Sum of channels, + bias {bias}").format(bias=bias)
    text = QCoreApplication.translate("WhyPanel", "Sum of channels, \u00f7 {divisor}, + bias {bias}")
    return text.format(divisor=figure(trace.divisor), bias=bias)


def short_scaled_title(trace: ConvolutionTrace) -> str:
    """The same in signs, for narrow columns."""
    divisor = f"\u00f7 {figure(trace.divisor)}, " if trace.divisor != 1 else ""
    sign, bias = (MINUS, -trace.bias) if trace.bias < 0 else ("+", trace.bias)
    return f"{divisor}{sign} {figure(bias)}"


def activation_title(name: str) -> str:
    """An activation at the beginning of a line."""
    names = {
        "none": QCoreApplication.translate("WhyPanel", "No activation"),
        "relu": QCoreApplication.translate("WhyPanel", "ReLU"),
        "leaky_relu": QCoreApplication.translate("WhyPanel", "Leaky ReLU"),
        "sigmoid": QCoreApplication.translate("WhyPanel", "Sigmoid"),
        "tanh": QCoreApplication.translate("WhyPanel", "Tanh"),
        "absolute": QCoreApplication.translate("WhyPanel", "Absolute value"),
    }
    return names.get(name, name)


def pooling_title(trace: PoolingTrace, texts: list[str]) -> str:
    """The line of the pooling, with the values it chose from (or only their number, if many)."""
    listed = ", ".join(texts[:LISTED]) + (", \u2026" if len(texts) > LISTED else "")
    if trace.kind == "max":
        return QCoreApplication.translate("WhyPanel", "Max of {values}").format(values=listed)
    return QCoreApplication.translate("WhyPanel", "Mean of {values}").format(values=listed)


def short_pooling_titles(trace: PoolingTrace) -> tuple[str, str]:
    """The same without the values, and in one word, for narrow columns."""
    if trace.kind == "max":
        text = QCoreApplication.translate("WhyPanel", "Max of {n} values")
        return text.format(n=figure(trace.count)), QCoreApplication.translate("WhyPanel", "Max")
    text = QCoreApplication.translate("WhyPanel", "Mean of {n} values")
    return text.format(n=figure(trace.count)), QCoreApplication.translate("WhyPanel", "Mean")


def place_text(row: str, column: str) -> str:
    return QCoreApplication.translate("WhyPanel", "row {row}, column {column}").format(row=row, column=column)


def padding_note() -> str:
    return QCoreApplication.translate("WhyPanel", "padding")


def rounding_note() -> str:
    """Said where numbers are rounded to be shown: their shown digits may not add up to the last one."""
    return QCoreApplication.translate("WhyPanel", "Rounded to be shown; the sum is made of the full values.")


def noise_text(left: float) -> str:
    """A value that is 0 but for ``left``, which the rounding of its sum has left in it."""
    text = QCoreApplication.translate("WhyPanel", "0 (rounding: {left})")
    return text.format(left=powers_of_ten(left))


def compared_title(count: int) -> str:
    return QCoreApplication.translate("WhyPanel", "{n} values compared").format(n=figure(count))


def largest_title(row: int, column: int) -> str:
    return QCoreApplication.translate("WhyPanel", "Largest, at ({row}, {column})").format(
        row=row, column=column
    )


def values_title(count: int) -> str:
    return QCoreApplication.translate("WhyPanel", "Sum of {n} values").format(n=figure(count))


def grid_title(key: str) -> str:
    """The word above a grid."""
    names = {
        "window": QCoreApplication.translate("WhyPanel", "window"),
        "kernel": QCoreApplication.translate("WhyPanel", "kernel"),
        "products": QCoreApplication.translate("WhyPanel", "products"),
        "convolution": QCoreApplication.translate("WhyPanel", "convolution"),
        "activation": QCoreApplication.translate("WhyPanel", "activation"),
        "max": QCoreApplication.translate("WhyPanel", "max"),
        "mean": QCoreApplication.translate("WhyPanel", "mean"),
    }
    return names.get(key, key)
