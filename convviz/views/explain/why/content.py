"""What the panel shows for a stage, made from traces: grids, lines, the text below, and their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.explain.trace import ConvolutionTrace, PoolingTrace
from convviz.views.base.colours import ColourScale
from convviz.views.base.numbers import MINUS, TIMES, decimals_for, figure, magnitude, powers_of_ten
from convviz.views.base.painted import Cell
from convviz.views.base.texts import listed, say
from convviz.views.explain.charts import with_number
from convviz.views.explain.why.lines import Line
from convviz.views.explain.why.paint_grid import Grid

LISTED = 9
Left = Mapping[str, float]
"""What rounding left in the values of stages that read 0, by the stage's name."""

NOTHING_LEFT: Left = MappingProxyType({})

CURVED = ("sigmoid", "tanh")
"""Functions whose result lives on another scale than what goes in."""


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
    return names[index] if index < 3 else say("WhyPanel", "Running sum, channel {n}").format(n=index)


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
    divisor = [f"\u00f7 {figure(trace.divisor)}"] if trace.divisor != 1 else []
    sign, bias = (MINUS, -trace.bias) if trace.bias < 0 else ("+", trace.bias)
    return listed([*divisor, f"{sign} {figure(bias)}"])


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
    values = listed([*texts[:LISTED], *["\u2026"] * (len(texts) > LISTED)])
    if trace.kind == "max":
        return say("WhyPanel", "Max of {values}").format(values=values)
    return say("WhyPanel", "Mean of {values}").format(values=values)


def short_pooling_titles(trace: PoolingTrace) -> tuple[str, str]:
    """The same without the values, and in one word, for narrow columns."""
    if trace.kind == "max":
        return say("WhyPanel", "Max of {n} values").format(n=figure(trace.count)), say("WhyPanel", "Max")
    return say("WhyPanel", "Mean of {n} values").format(n=figure(trace.count)), say("WhyPanel", "Mean")


def noise_text(left: float) -> str:
    """A value that is 0 but for ``left``, which the rounding of its sum has left in it."""
    return say("WhyPanel", "0 (rounding: {left})").format(left=powers_of_ten(left))


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


@dataclass(frozen=True)
class Scales:
    """The colours: of the picture, and of the results (signed unless they keep the picture's range)."""

    image: ColourScale
    values: ColourScale


@dataclass(frozen=True)
class Content:
    """Everything the panel's body shows. ``signs`` stand between the grids."""

    grids: list[Grid] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    running_title: str = ""
    running: list[str] = field(default_factory=list)
    joint: str = "\u2192"
    note: str = ""


def convolution(
    trace: ConvolutionTrace,
    pooling: PoolingTrace | None,
    scales: Scales,
    channel: int,
    left: Left = NOTHING_LEFT,
) -> Content:
    """Window × kernel = products, the lines down to their sum, those of later stages, and the running sum."""
    window, weights = _plane(trace.window, channel), _plane(trace.weights, channel)
    products = _plane(trace.products, channel)
    channels = _channels(trace)
    running = np.cumsum(products)
    places = sum_places(trace)
    grids = [
        Grid("window", window, scales.image, decimals_for(window, least=1), trace.is_padding, frame="win"),
        Grid("kernel", weights, ColourScale.signed(magnitude(trace.weights)), decimals_for(weights, least=1)),
        Grid("products", products, ColourScale.signed(magnitude(products)), decimals_for(products, least=1)),
    ]
    own, later = _sum_lines(trace, channel, places, left), _after_lines(trace, pooling, left)
    exact = bool(np.allclose(np.round(products, places), products, rtol=1e-9, atol=1e-9))
    return Content(
        grids,
        [TIMES, "="],
        [*_last_strong(own), *_from_there(later)],
        running_title(channel if channels > 1 else None),
        [figure(v, places) for v in running],
        note="" if exact else say("WhyPanel", "Rounded to be shown; the sum is made of the full values."),
    )


def activation(
    trace: ConvolutionTrace,
    pooling: PoolingTrace | None,
    scales: Scales,
    slope: float,
    left: Left = NOTHING_LEFT,
) -> Content:
    """x → f(x), with the number put into the function's formula."""
    places = value_places(trace)
    before, after = np.array([[trace.before_activation]]), np.array([[trace.value]])
    grids = [
        Grid("convolution", before, scales.values, places, frame="win"),
        Grid("activation", after, scales.values, value_places(trace, after=True), frame="out"),
    ]
    x, y = figure(trace.before_activation, places), figure(trace.value, value_places(trace, after=True))
    text = with_number(trace.activation, x, y, negative=x.startswith(MINUS), slope=slope)
    own, *later = _after_lines(trace, pooling, left)
    lines = [_scaled_line(trace, left), own.strengthened(), *_from_there(later)]
    return Content(grids, ["\u2192"], lines, activation_title(trace.activation), [text])


def pooling(trace: PoolingTrace, scales: Scales, left: Left = NOTHING_LEFT) -> Content:
    """The pool window with the winner ringed, or the mean taken apart."""
    places = decimals_for(trace.window[~trace.is_padding])
    ring = _ring(trace)
    value = figure(trace.value, value_decimals(trace))
    grids = [
        Grid("window", trace.window, scales.values, places, trace.is_padding, "win", ring, blank=True),
        Grid("max" if trace.kind == "max" else "mean", np.array([[trace.value]]), scales.values,
             value_decimals(trace), frame="out"),
    ]  # fmt: skip
    seen = [figure(v, places) for v in trace.window[~trace.is_padding]]
    if trace.kind == "max":
        row, column = trace.winner or (0, 0)
        title = say("WhyPanel", "Largest, at ({row}, {column})").format(row=row, column=column)
        compared_title = say("WhyPanel", "{n} values compared").format(n=figure(trace.count))
        lines = [Line(compared_title, ""), _stage_line(title, value, left, "pooling")]
        compared = ["max(" + seen[0], *(f", {v}" for v in seen[1:]), f") = {value}"]
        return Content(grids, ["="], _last_strong(lines), "", compared, joint="")
    total = figure(trace.total, decimals_for(trace.total) if places == 0 else places)
    mean = _stage_line(f"\u00f7 {figure(trace.count)}", value, left, "pooling")
    title = say("WhyPanel", "Sum of {n} values").format(n=figure(trace.count))
    lines = [Line(title, total), mean]
    return Content(grids, ["="], _last_strong(lines), "", [*seen[:-1], f"{seen[-1]} = {total}"], joint="+")


def sum_places(trace: ConvolutionTrace) -> int:
    """The decimals of the products and of every sum of them."""
    own = decimals_for(trace.products, trace.running_sum, trace.channel_sums, trace.total)
    return max(own, decimals_for(trace.window)) if own else 0


def value_places(trace: ConvolutionTrace, *, after: bool = False) -> int:
    """The decimals of the value before (or ``after``) the activation: no fewer than the sum has."""
    if trace.activation in CURVED:
        value = decimals_for(trace.value if after else trace.before_activation)
    else:
        value = decimals_for(trace.before_activation, trace.value)
    return max(value, sum_places(trace)) if value else 0


def value_decimals(trace: PoolingTrace) -> int:
    """The decimals of a pooled value."""
    return decimals_for(trace.value)


def _stage_line(label: str, text: str, left: Left, stage: str, shorter: tuple[str, ...] = ()) -> Line:
    """The line of a stage's value; where that reads 0 but is not, with what rounding left."""
    if stage in left:
        return Line(label, noise_text(left[stage]), shorter=shorter, wordy=True)
    return Line(label, text, shorter=shorter)


def _sum_lines(trace: ConvolutionTrace, channel: int, places: int, left: Left) -> list[Line]:
    channels = _channels(trace)
    if channels == 1:
        count = figure(trace.products.size)
        title = say("WhyPanel", "Sum of {n} products").format(n=count)
        shorter = (say("WhyPanel", "{n} products").format(n=count),)
        first = Line(title, figure(trace.total, places), shorter=shorter)
        return [first, _scaled_line(trace, left)]
    lines = [
        Line(channel_name(index), figure(value, places), shown=index == channel)
        for index, value in enumerate(trace.channel_sums)
    ]
    return [*lines, _scaled_line(trace, left)]


def _scaled_line(trace: ConvolutionTrace, left: Left) -> Line:
    """What the sum comes to with divisor and bias."""
    text = figure(trace.before_activation, value_places(trace))
    title, shorter = scaled_title(trace, _channels(trace)), (short_scaled_title(trace),)
    return _stage_line(title, text, left, "convolution", shorter)


def _after_lines(trace: ConvolutionTrace, pooling: PoolingTrace | None, left: Left) -> list[Line]:
    """The activation's line and the pooling's, where there are such stages."""
    lines = []
    if trace.activation != "none":
        after = figure(trace.value, value_places(trace, after=True))
        lines.append(_stage_line(activation_title(trace.activation), after, left, "activation"))
    if pooling is not None:
        seen = pooling.window[~pooling.is_padding]
        texts = [figure(v, decimals_for(seen)) for v in seen]
        title, shorter = pooling_title(pooling, texts), short_pooling_titles(pooling)
        value = figure(pooling.value, value_decimals(pooling))
        lines.append(_stage_line(title, value, left, "pooling", shorter))
    return lines


def _from_there(later: list[Line]) -> list[Line]:
    """What becomes of the value, set off from how it came about."""
    return [Line(say("WhyPanel", "and from there"), ""), *later] if later else []


def _last_strong(lines: list[Line]) -> list[Line]:
    return [*lines[:-1], lines[-1].strengthened()] if lines else []


def _channels(trace: ConvolutionTrace) -> int:
    return trace.window.shape[2] if trace.window.ndim == 3 else 1


def _plane(array: NDArray[Any], channel: int) -> NDArray[Any]:
    return array[:, :, channel] if array.ndim == 3 else array


def _ring(trace: PoolingTrace) -> tuple[int, int] | None:
    if trace.winner is None:
        return None
    return list(trace.rows).index(trace.winner[0]), list(trace.columns).index(trace.winner[1])


def convolution_tip(trace: ConvolutionTrace, cell: Cell, channel: int) -> str:
    """E.g. "254 × 1 = 254", and where in the picture the value stands."""
    at = (*cell, channel) if trace.window.ndim == 3 else cell
    value, weight, product = trace.window[at], trace.weights[at], trace.products[at]
    sum_text = f"{figure(value)} {TIMES} {figure(weight)} = {figure(product)}"
    place = _place(int(trace.rows[cell[0]]), int(trace.columns[cell[1]]), bool(trace.is_padding[cell]))
    return f"{sum_text}\n{place}"


def pooling_tip(trace: PoolingTrace, key: str, cell: Cell) -> str:
    """The value, and where in the activation map it stands."""
    if key != "window":
        return figure(trace.value)
    padding = bool(trace.is_padding[cell])
    place = _place(int(trace.rows[cell[0]]), int(trace.columns[cell[1]]), padding)
    return place if padding else f"{figure(trace.window[cell])}\n{place}"


def _place(row: int, column: int, padding: bool) -> str:
    text = say("WhyPanel", "row {row}, column {column}").format(row=figure(row), column=figure(column))
    return text + (" (" + say("WhyPanel", "padding") + ")" if padding else "")
