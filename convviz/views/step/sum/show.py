"""A sum written out: its terms, its running total, its result and the lines after it, as texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.explain.trace import ConvolutionTrace, PoolingTrace
from convviz.core.film.moments import Moment
from convviz.views.base.colours import ColourScale
from convviz.views.base.numbers import MINUS, decimals_for, figure, magnitude
from convviz.views.base.texts import clauses, say
from convviz.views.explain.why.content import Scales, activation_title, value_places


@dataclass(frozen=True, eq=False)
class SumShow:
    """``terms`` are written out with ``joint`` between them, after ``opening``, before ``closing``.

    Of the terms the first ``written`` stand, the first ``added`` are in the sum. ``running`` holds
    the total after each; ``groups`` the (label, terms) of the blocks they come in; ``places`` what
    stands beneath each. ``result`` is the sum as far as it has come, ``lines`` what follows once it
    is ``complete``.
    """

    terms: list[str]
    running: NDArray[Any]
    places: list[str]
    groups: list[tuple[str, int]]
    scale: ColourScale
    decimals: int
    written: int
    added: int
    current: int | None = None
    opening: str = ""
    joint: str = "+"
    closing: str = ""
    result: str = ""
    whole_result: str = ""
    complete: bool = False
    lines: list[str] = field(default_factory=list)
    whole_lines: list[str] = field(default_factory=list)

    def text(self) -> str:
        """Everything in one line, to copy: terms, result, and what follows it."""
        joint = ", " if self.joint == "," else f" {self.joint} "
        terms = f"{self.opening}{joint.join(self.terms)}{self.closing}"
        return clauses([f"{terms} = {self.whole_result}", *self.whole_lines])


def convolution_sum(trace: ConvolutionTrace, moment: Moment, scales: Scales, *, lit: bool) -> SumShow:
    """The products, channel after channel, each as (value)(weight); ``lit`` marks the one at work."""
    channels = trace.window.shape[2] if trace.window.ndim == 3 else 1
    values, weights = _in_order(trace.window), _in_order(trace.weights)
    value_decimals, weight_decimals = decimals_for(values, least=1), decimals_for(weights, least=1)
    terms = [
        f"({figure(v, value_decimals)})({figure(w, weight_decimals)})"
        for v, w in zip(values.tolist(), weights.tolist(), strict=True)
    ]
    running = np.asarray(trace.running_sum, dtype=np.float64)
    decimals = decimals_for(trace.products, trace.total)
    written, added = moment.products * channels, moment.terms * channels
    working = {"multiply": written - 1, "add": added - 1}.get(moment.part) if lit else None
    complete = added >= len(terms) and moment.part in ("add", "finish", "land")
    so_far = float(running[added - 1]) if added else 0.0
    lines = after_sum(trace, decimals)
    finished = moment.part in ("finish", "land")
    total = figure(trace.total, decimals if trace.total else 0)
    scale = _staircase_scale(trace, scales)
    return SumShow(
        terms, running, _positions(trace), _groups(trace, channels), scale, decimals, written, added, working,
        result=total if complete else figure(so_far, decimals) if added else "", whole_result=total,
        complete=complete, lines=lines if finished else [], whole_lines=lines,
    )  # fmt: skip


def pooling_sum(trace: PoolingTrace, moment: Moment, scales: Scales, *, lit: bool) -> SumShow:
    """Max of ..., with the largest so far as the total; or the mean's sum, and its division."""
    seen = trace.window[~trace.is_padding]
    decimals = decimals_for(seen)
    largest = trace.kind == "max"
    with np.errstate(invalid="ignore"):
        running = np.maximum.accumulate(seen) if largest else np.cumsum(seen.astype(np.float64))
    inside = (~trace.is_padding).ravel()
    written, added = (int(inside[:n].sum()) for n in (moment.products, moment.terms))
    finished = moment.part in ("finish", "land")
    added = written if largest else added
    complete = finished or (added >= seen.size and moment.part == "add")
    working = {"multiply": written - 1, "add": added - 1}.get(moment.part) if lit else None
    cells = [(int(r), int(c)) for r in trace.rows for c in trace.columns]
    places = [f"({r}, {c})" for (r, c), there in zip(cells, inside.tolist(), strict=True) if there]
    scale = scales.values if largest else ColourScale.signed(magnitude(running))
    total = figure(trace.value if largest else trace.total, decimals)
    mean = figure(trace.value, max(2, decimals_for(trace.value)) if trace.kind != "max" else decimals)
    lines = [] if largest else [f"{total} / {figure(trace.count)} = {mean}"]
    so_far = figure(running[added - 1], decimals) if added else ""
    return SumShow(
        [_bracketed(v, decimals) if not largest else figure(v, decimals) for v in seen.tolist()],
        running, places, [], scale, decimals, written, added, working,
        opening="max(" if largest else "", joint="," if largest else "+", closing=")" if largest else "",
        result=total if complete else so_far, whole_result=total, complete=complete,
        lines=lines if finished else [], whole_lines=lines,
    )  # fmt: skip


def after_sum(trace: ConvolutionTrace, decimals: int) -> list[str]:
    """What becomes of the sum: divided by the divisor, plus the bias, through the activation."""
    places, total = value_places(trace), figure(trace.total, decimals if trace.total else 0)
    scaled = trace.total / trace.divisor
    lines = []
    if trace.divisor != 1:
        lines.append(f"{total} / {figure(trace.divisor)} = {figure(scaled, max(2, decimals_for(scaled)))}")
    sign, bias = (MINUS, -trace.bias) if trace.bias < 0 else ("+", trace.bias)
    text = say("Step", "{sign} bias {bias} = {value}")
    lines.append(text.format(sign=sign, bias=figure(bias), value=figure(trace.before_activation, places)))
    if trace.activation != "none":
        after = figure(trace.value, value_places(trace, after=True))
        lines.append(f"{activation_title(trace.activation)} = {after}")
    elif trace.divisor == 1 and trace.bias == 0:
        text = say("Step", "{total} / {n} taps = {mean}")
        taps = trace.products.size
        lines.append(text.format(total=total, n=figure(taps), mean=figure(trace.total / taps, 2)))
    return lines


def _in_order(array: NDArray[Any]) -> NDArray[Any]:
    """Row by row, channel after channel: the order of the running sum."""
    return array.ravel() if array.ndim == 2 else array.transpose(2, 0, 1).ravel()


def _positions(trace: ConvolutionTrace) -> list[str]:
    rows, columns = trace.products.shape[:2]
    plane = [f"({r}, {c})" for r in range(rows) for c in range(columns)]
    return plane * (trace.products.size // len(plane))


def _groups(trace: ConvolutionTrace, channels: int) -> list[tuple[str, int]]:
    """Blocks of terms for when there are too many to label each: rows, or channels."""
    rows, columns = trace.products.shape[:2]
    if channels > 1:
        return [("RGB"[c] if c < 3 else str(c), rows * columns) for c in range(channels)]
    text = say("Step", "row {n}")
    return [(text.format(n=r), columns) for r in range(rows)]


def _staircase_scale(trace: ConvolutionTrace, scales: Scales) -> ColourScale:
    """The output's own colours where sums are outputs, else colours for the sums on the way."""
    if scales.values.kind == "signed" and trace.divisor == 1 and trace.bias == 0:
        return scales.values
    return ColourScale.signed(magnitude(trace.running_sum))


def _bracketed(value: float, decimals: int) -> str:
    text = figure(value, decimals)
    return f"({text})" if text.startswith(MINUS) else text
