"""What the operation looks like at a moment: grids with what has appeared of them, and their sums."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.explain.trace import ConvolutionTrace, PoolingTrace
from convviz.core.film.moments import Detail, Moment
from convviz.views.base.colours import ColourScale
from convviz.views.base.numbers import decimals_for, figure, magnitude
from convviz.views.explain.why.content import Scales
from convviz.views.step.operation.small_grid import SmallGrid


@dataclass(frozen=True, eq=False)
class OperationShow:
    """``rows`` of grids (one, or one a channel) under ``titles``; ``word`` stands for the kernel.

    ``sums`` are the channels' sums, "" where they do not stand yet, ``total`` what they come to;
    ``widest_sum`` is as long as any of them will be.
    """

    rows: list[list[SmallGrid]]
    titles: tuple[str, ...]
    word: str = ""
    sums: list[str] = field(default_factory=list)
    total: str = ""
    widest_sum: str = ""


def convolution_show(
    trace: ConvolutionTrace, moment: Moment, detail: Detail, scales: Scales
) -> OperationShow:
    """Window × kernel = products, a row a channel. ``detail`` "product" lights the product at work."""
    channels = trace.window.shape[2] if trace.window.ndim == 3 else 1
    taps = trace.products.size // channels
    weights = ColourScale.signed(magnitude(trace.weights))
    products = ColourScale.signed(_reach(scales.image) * weights.high)
    places = decimals_for(trace.products)
    done, lit = moment.products * channels, _lit(moment, detail, channels)
    rows = []
    for c in range(channels):
        shown = min(max(done - c * taps, 0), taps)
        at = lit - c * taps if lit is not None and 0 <= lit - c * taps < taps else None
        window, weight, product = (_plane(a, c) for a in (trace.window, trace.weights, trace.products))
        decimals = decimals_for(window, least=1)
        rows.append(
            [
                SmallGrid(window, scales.image, decimals, trace.is_padding, lit=at, frame="win"),
                SmallGrid(weight, weights, decimals_for(weight, least=1), lit=at),
                SmallGrid(product, products, places, shown=shown, lit=at),
            ]
        )
    sums = [] if channels == 1 else _channel_sums(trace, moment.terms * channels // taps, places)
    total = figure(trace.total, places) if channels > 1 and moment.terms >= taps else ""
    every = [figure(v, places) for v in (*trace.channel_sums.tolist(), trace.total)]
    return OperationShow(rows, ("window", "kernel", "products"), "", sums, total, max(every, key=len))


def pooling_show(trace: PoolingTrace, moment: Moment, detail: Detail, scales: Scales) -> OperationShow:
    """The window with its largest value so far ringed, the word max or mean, and the result."""
    places = decimals_for(trace.window[~trace.is_padding])
    lit = _lit(moment, detail, 1)
    best = leader(trace, moment.products) if trace.kind == "max" else None
    window = SmallGrid(trace.window, scales.values, places, trace.is_padding, lit=lit, ring=best, frame="win",
                       blank_padding=True)  # fmt: skip
    finished = moment.part in ("finish", "land")
    result = SmallGrid(np.array([[trace.value]]), scales.values, decimals_for(trace.value),
                       shown=None if finished else 0, frame="out" if finished else "")  # fmt: skip
    word = "max" if trace.kind == "max" else "mean"
    return OperationShow([[window, result]], ("window", word), word)


def leader(trace: PoolingTrace, seen: int) -> tuple[int, int] | None:
    """The (row, column) in the window of the largest of its first ``seen`` cells; None before any."""
    values = np.where(trace.is_padding, -np.inf, trace.window).ravel()[:seen]
    if values.size == 0 or not np.isfinite(values).any():
        return None
    best = int(np.argmax(np.isnan(values)) if np.isnan(values).any() else np.argmax(values))
    row, column = divmod(best, trace.window.shape[1])
    return row, column


def _lit(moment: Moment, detail: Detail, channels: int) -> int | None:
    """The product that has just appeared, or just been added, counted channel after channel."""
    if detail != "product":
        return None
    if moment.part == "multiply":
        return moment.products * channels - 1
    return moment.terms * channels - 1 if moment.part == "add" else None


def _plane(array: NDArray[Any], channel: int) -> NDArray[Any]:
    return array if array.ndim == 2 else array[:, :, channel]


def _channel_sums(trace: ConvolutionTrace, finished: int, places: int) -> list[str]:
    return [figure(v, places) if c < finished else "" for c, v in enumerate(trace.channel_sums.tolist())]


def _reach(scale: ColourScale) -> float:
    return max(abs(scale.low), abs(scale.high)) or 1.0
