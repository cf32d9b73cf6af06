"""The Lab's sentences: card titles, status line, tooltips."""

from __future__ import annotations

from html import escape
from typing import Any

import numpy as np

from convviz.core.explain import links
from convviz.core.explain.links import Cells
from convviz.core.images.image import Image
from convviz.core.sizes.settings import StageName
from convviz.core.stages.pipeline import Result
from convviz.document.live.feed import Moving
from convviz.film.texts import card_shape as card_shape
from convviz.pages.lab.pointing import Explanation
from convviz.views.base.numbers import figure, shape_text
from convviz.views.base.texts import in_bold, say, stage_name

ARROW, BACK = "\u2192", "\u2190"


def with_colour(text: str, channel: int) -> str:
    """A shape with the colour channel whose map is on show, e.g. "400 x 600 x 3 - red"."""
    names = (say("Lab", "{shape} · red"), say("Lab", "{shape} · green"), say("Lab", "{shape} · blue"))
    return names[min(channel, 2)].format(shape=text)


def image_facts(image: Image, title: str) -> str:
    """The picture in the status bar: its name in bold, shape, kind and range of values."""
    if image.low < 0:
        even = image.high == -image.low
        kind = say("Lab", "values \u00b1{high}") if even else say("Lab", "values {low} to {high}")
    elif image.values.ndim == 3:
        kind = say("Lab", "colour, {low}\u2013{high}")
    else:
        kind = say("Lab", "grey, {low}\u2013{high}")
    kind = kind.format(low=figure(image.low), high=figure(image.high))
    text = say("Lab", "{shape}, {kind}", shape=shape_text(image.shape), kind=kind)
    return f"{in_bold(title)}&nbsp; {text}"


def moving_title(moving: Moving | None) -> str:
    """What a live input is called; "" for a picture that stands still."""
    if moving is None:
        return ""
    if moving.is_video:
        return say("Lab", "Video: {name}", name=moving.title)
    return say("Lab", "Camera: {name}", name=moving.title)


def moving_line(moving: Moving | None) -> str:
    """What a live input does, behind the facts of its picture."""
    if moving is None:
        return ""
    if moving.is_over:
        text = say("Lab", "the last picture; nothing is recorded")
    elif not moving.is_running:
        text = say("Lab", "frozen; nothing is recorded")
    elif moving.rate is None:
        text = say("Lab", "live; nothing is recorded")
    else:
        text = say("Lab", "live, {rate} pictures/s; nothing is recorded", rate=moving.rate)
    return text


def value_text(value: Any) -> str:
    """One number, or the three of a colour pixel."""
    return "\u00a0".join(figure(float(v)) for v in np.atleast_1d(value))


def place_line(result: Result, explanation: Explanation, *, pinned: bool) -> str:
    """Where the pointed or pinned value is, and the values it comes from, for the status bar."""
    read = explanation.settled(result.noise)
    if read.focus.stage == "input":
        row, column = read.focus.cell
        parts = [value_text(result.input[row, column]), figure(read.convolution.before_activation)]
        if result.settings.activation != "none":
            parts.append(figure(read.convolution.value))
        if read.pooling is not None:
            parts.append(figure(read.pooling.value))
        chain = f" {ARROW} ".join(parts)
        text = say("Lab", "Row {row}, column {column}: value {chain}", row=row, column=column, chain=chain)
    else:
        text = f" {BACK} ".join(_steps_back(result, read))
    return say("Lab", "Pinned: {place}", place=text) if pinned else text


def _steps_back(result: Result, explanation: Explanation) -> list[str]:
    """Pooling (0, 3) value 4, Activation (0, 6), Convolution (0, 6), Input rows ..., columns ..."""
    focus, averaged = explanation.focus, averaged_cells(result, explanation)
    activated = result.settings.activation != "none"
    names: list[tuple[StageName, tuple[int, int]]] = []
    if focus.stage == "pooling":
        names.append(("pooling", focus.cell))
    if focus.stage in ("pooling", "activation") and activated and averaged is None:
        names.append(("activation", focus.convolution))
    if averaged is None:
        names.append(("convolution", focus.convolution))
    steps = [f"{stage_name(stage)} ({row}, {column})" for stage, (row, column) in names]
    steps[0] = say("Lab", "{place} value {value}", place=steps[0], value=figure(_value_of(explanation)))
    if averaged is not None:
        steps.append(_stretch("activation" if activated else "convolution", averaged))
    return [*steps, _stretch("input", _window(result, explanation))]


def _ends(cells: Cells) -> dict[str, str]:
    rows, columns = cells.rows, cells.columns
    ends = {"top": rows[0], "bottom": rows[-1], "left": columns[0], "right": columns[-1]}
    return {name: figure(number) for name, number in ends.items()}


def _stretch(stage: StageName, cells: Cells) -> str:
    ends, name = _ends(cells), stage_name(stage)
    return say("Lab", "{stage} rows {top} to {bottom}, columns {left} to {right}", stage=name, **ends)


def averaged_cells(result: Result, explanation: Explanation) -> Cells | None:
    """The cells that a pointed pooled value is the average of; None for all other values."""
    size, pooled = result.chain.pooling_size, explanation.pooling
    if explanation.focus.stage != "pooling" or size is None or (pooled and pooled.winner is not None):
        return None
    return links.inside(links.window(size, *explanation.focus.cell), result.chain.activation)


def _window(result: Result, explanation: Explanation) -> Cells:
    """The input positions behind the pointed value; of an average, those behind all its cells."""
    averaged = averaged_cells(result, explanation)
    if averaged is not None:
        return links.span(averaged, result.chain.convolution_size)
    return links.window(result.chain.convolution_size, *explanation.focus.convolution)


def _value_of(explanation: Explanation) -> float:
    if explanation.focus.stage == "pooling" and explanation.pooling is not None:
        return explanation.pooling.value
    trace = explanation.convolution
    return trace.before_activation if explanation.focus.stage == "convolution" else trace.value


def tooltip(result: Result, explanation: Explanation) -> str:
    """What the tooltip over a value says."""
    read, (row, column) = explanation.settled(result.noise), explanation.focus.cell
    stage = read.focus.stage
    value = value_text(result.input[row, column]) if stage == "input" else figure(_value_of(read))
    ends = _ends(_window(result, read))
    where = say("Lab", "window: rows {top}\u2013{bottom}, columns {left}\u2013{right}", **ends)
    head = f"<b>{escape(stage_name(stage))} ({row}, {column}) = {value}</b>"
    hint = say("Lab", "click to pin")
    return f"<p style='white-space:pre'>{head}<br>{where}<br>{hint}</p>"


def info_line(scale: float, seconds: float, *, grid_like: bool) -> str:
    """The right end of the status bar: zoom or cell size, and the time of the last computation."""
    milliseconds, percent = seconds * 1000, scale * 100
    time = f"{milliseconds:,.1f} ms" if milliseconds < 100 else f"{milliseconds:,.0f} ms"
    if grid_like:
        return say("Lab", "Cell {size} px", size=round(scale)) + f"\u2003{time}"
    zoom = f"{percent:.0f}" if percent >= 10 else f"{percent:.1f}"
    return say("Lab", "Zoom {percent} %", percent=zoom) + f"\u2003{time}"
