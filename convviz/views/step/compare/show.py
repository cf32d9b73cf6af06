"""Two pinned outputs side by side: their windows, products, sums, and what the sums differ by."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QCoreApplication

from convviz.core.explain.trace import ConvolutionTrace, PoolingTrace
from convviz.views.base.colours import ColourScale
from convviz.views.base.numbers import MINUS, figure
from convviz.views.explain.why.content import Scales
from convviz.views.explain.why.numbers import decimals_for, magnitude
from convviz.views.step.operation.show import leader
from convviz.views.step.operation.small_grid import SmallGrid

Trace = ConvolutionTrace | PoolingTrace


@dataclass(frozen=True, eq=False)
class PinShow:
    """One pin: its letter, what it is called, its grids with their words, its sum."""

    letter: str
    name: str
    grids: list[SmallGrid]
    titles: tuple[str, ...]
    value: float
    text: str


def pin_show(letter: str, trace: Trace, scales: Scales) -> PinShow:
    """What a pin shows; of a colour picture the first channel's grids with the sum of all."""
    text = QCoreApplication.translate("Step", "output ({row}, {column})")
    name = text.format(row=trace.row, column=trace.column)
    frame = f"pin{letter}"
    if isinstance(trace, PoolingTrace):
        places = decimals_for(trace.window[~trace.is_padding])
        best = leader(trace, trace.window.size) if trace.kind == "max" else None
        window = SmallGrid(trace.window, scales.values, places, trace.is_padding, ring=best, frame=frame,
                           blank_padding=True)  # fmt: skip
        text = figure(trace.value, decimals_for(trace.value))
        return PinShow(letter, name, [window], ("window",), trace.value, text)
    planes = [a if a.ndim == 2 else a[:, :, 0] for a in (trace.window, trace.products)]
    reach = max(abs(scales.image.low), abs(scales.image.high)) or 1.0
    scale = ColourScale.signed(reach * magnitude(trace.weights))
    places = decimals_for(trace.products, trace.total) if trace.total else 0
    grids = [
        SmallGrid(planes[0], scales.image, decimals_for(planes[0], least=1), trace.is_padding, frame=frame),
        SmallGrid(planes[1], scale, decimals_for(planes[1])),
    ]
    return PinShow(letter, name, grids, ("window", "products"), trace.total, figure(trace.total, places))


def kept_back(pin: PinShow) -> PinShow:
    """The same pin while its sum is still to be guessed: its window, and no more."""
    first, *others = pin.grids
    grids = [replace(first, ring=None), *(replace(grid, shown=0) for grid in others)]
    return replace(pin, grids=grids, text="?")


def difference(a: PinShow, b: PinShow) -> str:
    """ "9 − (−1) = 10"."""
    second = f"({b.text})" if b.text.startswith(MINUS) else b.text
    return f"{a.text} {MINUS} {second} = {_apart(a, b)}"


def difference_words(a: PinShow, b: PinShow, reach: tuple[float, float] | None) -> str:
    """What the difference means. Where one could take it for a factor, that it is none is said."""
    apart = _apart(a, b).removeprefix(MINUS)
    if a.value == b.value:
        text = QCoreApplication.translate("Step", "Both sums are {value}.")
        return text.format(value=a.text)
    folds = a.value == 0 or b.value == 0 or np.sign(a.value) == np.sign(b.value)
    if reach is None:
        text = QCoreApplication.translate("Step", "The sums differ by {difference}.")
        return text.format(difference=apart)
    if folds:
        text = QCoreApplication.translate(
            "Step", "The sums differ by {difference}; they run from {low} to {high}."
        )
    else:
        text = QCoreApplication.translate(
            "Step", "The sums differ by {difference}, not {difference}-fold: they run from {low} to {high}."
        )
    return text.format(difference=apart, low=_short(reach[0]), high=_short(reach[1]))


def _apart(a: PinShow, b: PinShow) -> str:
    value = a.value - b.value
    return figure(value, decimals_for(a.value, b.value, value))


def _short(value: float) -> str:
    return figure(value, decimals_for(value))
