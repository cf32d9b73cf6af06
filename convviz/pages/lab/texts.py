"""The Lab's sentences: card titles, status line, tooltips, and what does not fit and what would."""

from __future__ import annotations

from html import escape
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication

from convviz.core.explain import links
from convviz.core.explain.links import Cells
from convviz.core.images.image import Image
from convviz.core.sizes.settings import Settings, StageName
from convviz.core.stages.pipeline import Chain, Result
from convviz.pages.lab.pointing import Explanation
from convviz.views.base import texts as base_texts
from convviz.views.base.numbers import figure, shape_text
from convviz.views.base.texts import stage_name

ARROW = "\u2192"
BACK = "\u2190"


def card_shape(stage: StageName, chain: Chain, settings: Settings) -> str:
    """What stands behind a card's title, e.g. "4 x 4 - max 2x2"."""
    shape = chain.shape(stage)
    if shape is None:
        return ""
    text = shape_text(shape)
    if stage == "input":
        amounts = chain.convolution_size.padding
        sides = {n for pair in amounts for n in pair}
        if sides == {0}:
            return text
        if len(sides) == 1:
            return QCoreApplication.translate("Lab", "{shape}, pad {n}").format(shape=text, n=sides.pop())
        (top, bottom), (left, right) = amounts
        return QCoreApplication.translate("Lab", "{shape}, pad {top}, {bottom}, {left}, {right}").format(
            shape=text, top=top, bottom=bottom, left=left, right=right
        )
    if stage == "activation":
        return f"{text} · {base_texts.activation_name(settings.activation)}"
    if stage == "pooling":
        return f"{text} · {base_texts.pool_name(settings)}"
    return text


def image_facts(image: Image, title: str) -> str:
    """The picture in the status bar: its name in bold, shape, kind and range of values."""
    colour = image.values.ndim == 3
    if image.low < 0 and image.high == -image.low:
        kind = QCoreApplication.translate("Lab", "values \u00b1{high}").format(high=figure(image.high))
    elif image.low < 0:
        kind = QCoreApplication.translate("Lab", "values {low} to {high}").format(
            low=figure(image.low), high=figure(image.high)
        )
    elif colour:
        kind = QCoreApplication.translate("Lab", "colour, {low}\u2013{high}").format(
            low=figure(image.low), high=figure(image.high)
        )
    else:
        kind = QCoreApplication.translate("Lab", "grey, {low}\u2013{high}").format(
            low=figure(image.low), high=figure(image.high)
        )
    text = QCoreApplication.translate("Lab", "{shape}, {kind}")
    text = text.format(shape=shape_text(image.shape), kind=kind)
    return f"<b>{escape(title)}</b>&nbsp; {text}"


def value_text(value: Any) -> str:
    """One number, or the three of a colour pixel."""
    return "\u00a0".join(figure(float(v)) for v in np.atleast_1d(value))


def place_line(result: Result, told: Explanation, *, pinned: bool) -> str:
    """Where the pointed or pinned value is, and the values it comes from, for the status bar."""
    told, focus = told.settled(result.noise), told.focus
    row, column = focus.cell
    if focus.stage == "input":
        value = value_text(result.input[row, column])
        parts = [value, figure(told.convolution.before_activation)]
        if result.settings.activation != "none":
            parts.append(figure(told.convolution.value))
        if told.pooling is not None:
            parts.append(figure(told.pooling.value))
        text = QCoreApplication.translate("Lab", "Row {row}, column {column}: value {chain}").format(
            row=row, column=column, chain=f" {ARROW} ".join(parts)
        )
    else:
        text = f" {BACK} ".join(_steps_back(result, told))
    if pinned:
        return QCoreApplication.translate("Lab", "Pinned: {place}").format(place=text)
    return text


def _steps_back(result: Result, told: Explanation) -> list[str]:
    """Pooling (0, 3) value 4, Activation (0, 6), Convolution (0, 6), Input rows ..., columns ..."""
    focus = told.focus
    averaged = averaged_cells(result, told)
    steps = []
    names: list[tuple[StageName, tuple[int, int]]] = []
    if focus.stage == "pooling":
        names.append(("pooling", focus.cell))
    if focus.stage in ("pooling", "activation") and result.settings.activation != "none" and averaged is None:
        names.append(("activation", focus.convolution))
    if averaged is None:
        names.append(("convolution", focus.convolution))
    value = _value_of(told)
    for i, (stage, (row, column)) in enumerate(names):
        place = f"{stage_name(stage)} ({row}, {column})"
        if i == 0:
            place = QCoreApplication.translate("Lab", "{place} value {value}").format(
                place=place, value=figure(value)
            )
        steps.append(place)
    if averaged is not None:
        before: StageName = "convolution" if result.settings.activation == "none" else "activation"
        steps.append(_stretch(before, averaged))
    steps.append(_stretch("input", _window(result, told)))
    return steps


def _stretch(stage: StageName, cells: Cells) -> str:
    return QCoreApplication.translate(
        "Lab", "{stage} rows {top} to {bottom}, columns {left} to {right}"
    ).format(
        stage=stage_name(stage),
        top=figure(cells.rows[0]),
        bottom=figure(cells.rows[-1]),
        left=figure(cells.columns[0]),
        right=figure(cells.columns[-1]),
    )


def averaged_cells(result: Result, told: Explanation) -> Cells | None:
    """The cells that a pointed pooled value is the average of; None for all other values."""
    size = result.chain.pooling_size
    if told.focus.stage != "pooling" or size is None or (told.pooling and told.pooling.winner is not None):
        return None
    return links.inside(links.window(size, *told.focus.cell), result.chain.activation)


def _window(result: Result, told: Explanation) -> Cells:
    """The input positions behind the pointed value; of an average, those behind all its cells."""
    averaged = averaged_cells(result, told)
    if averaged is not None:
        return links.span(averaged, result.chain.convolution_size)
    return links.window(result.chain.convolution_size, *told.focus.convolution)


def _value_of(told: Explanation) -> float:
    if told.focus.stage == "pooling" and told.pooling is not None:
        return told.pooling.value
    if told.focus.stage == "convolution":
        return told.convolution.before_activation
    return told.convolution.value


def tooltip(result: Result, told: Explanation) -> str:
    """What the tooltip over a value says."""
    told, focus = told.settled(result.noise), told.focus
    row, column = focus.cell
    if focus.stage == "input":
        value = value_text(result.input[row, column])
    else:
        value = figure(_value_of(told))
    window = _window(result, told)
    head = f"<b>{escape(stage_name(focus.stage))} ({row}, {column}) = {value}</b>"
    where = QCoreApplication.translate(
        "Lab", "window: rows {top}\u2013{bottom}, columns {left}\u2013{right}"
    ).format(
        top=figure(window.rows[0]),
        bottom=figure(window.rows[-1]),
        left=figure(window.columns[0]),
        right=figure(window.columns[-1]),
    )
    hint = QCoreApplication.translate("Lab", "click to pin")
    return f"<p style='white-space:pre'>{head}<br>{where}<br>{hint}</p>"


def info_line(scale: float, seconds: float, *, grid_like: bool) -> str:
    """The right end of the status bar: zoom or cell size, and the time of the last computation."""
    milliseconds = seconds * 1000
    time = f"{milliseconds:,.1f} ms" if milliseconds < 100 else f"{milliseconds:,.0f} ms"
    if grid_like:
        text = QCoreApplication.translate("Lab", "Cell {size} px").format(size=round(scale))
    else:
        percent = scale * 100
        text = QCoreApplication.translate("Lab", "Zoom {percent} %").format(
            percent=f"{percent:.0f}" if percent >= 10 else f"{percent:.1f}"
        )
    return f"{text}\u2003{time}"
