"""The Step page's sentences: card captions, the status line, and what is remarkable about a sum."""

from __future__ import annotations

from html import escape

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from convviz.core.explain import links
from convviz.core.explain.trace import ConvolutionTrace
from convviz.core.film.moments import Moment, Region
from convviz.core.sizes.settings import Settings
from convviz.core.stages.pipeline import Chain, Result
from convviz.film.scene import Stage, Traced
from convviz.views.base.numbers import figure, shape_text
from convviz.views.base.texts import activation_name, pool_name, stage_name
from convviz.views.explain.formula import chain_strip

ARROW, BACK = "\u2192", "\u2190"


def operation_title() -> str:
    return QCoreApplication.translate("Step", "Operation")


def step_caption(step: int, steps: int) -> str:
    """Which output cell of how many, counted from 1."""
    text = QCoreApplication.translate("Step", "step {step} of {steps}")
    return text.format(step=figure(step), steps=figure(steps))


def grid_captions(result: Result, stage: Stage, channel: int = 0) -> tuple[tuple[str, str], tuple[str, str]]:
    """Title and caption of the card that is read and of the one that fills.

    Where every channel has a map of its own, the caption names the one on show.
    """
    chain, settings = result.chain, result.settings
    own = f" · {'RGB'[min(channel, 2)]}" if result.convolution.ndim == 3 else ""
    if stage.act.stage == "pooling":
        read = stage_name("convolution" if settings.activation == "none" else "activation")
        made = QCoreApplication.translate("Step", "Output")
        shape = f"{shape_text(chain.pooling or ())} · {pool_name(settings)}{own}"
        return (read, shape_text(chain.activation)), (made, shape)
    padding = chain_strip.padding_link(settings, chain.convolution_size)
    caption = QCoreApplication.translate("Step", ", ").join((shape_text(chain.input), padding))
    shape = f"{shape_text(chain.convolution)}{own}"
    if settings.activation != "none":
        shape += f" · {activation_name(settings.activation)}"
    return (stage_name("input"), caption), (QCoreApplication.translate("Step", "Output"), shape)


def film_facts(title: str, chain: Chain, settings: Settings, *, sized: bool = True) -> str:
    """What is filmed, for the status bar: "The X  9 x 9 -> 7 x 7, correlation, stride 1, no padding".

    ``sized`` is False while the output's size is to be guessed.
    """
    if settings.operation == "convolve":
        operation = QCoreApplication.translate("Step", "convolution")
    else:
        operation = QCoreApplication.translate("Step", "correlation")
    stride = QCoreApplication.translate("Step", "stride {stride}")
    parts = [operation, stride.format(stride=chain_strip.pair_text(settings.stride))]
    if settings.dilation != (1, 1):
        dilation = QCoreApplication.translate("Step", "dilation {dilation}")
        parts.append(dilation.format(dilation=chain_strip.pair_text(settings.dilation)))
    parts.append(chain_strip.padding_link(settings, chain.convolution_size))
    shapes = f"{shape_text(chain.input)} {ARROW} {shape_text(chain.convolution) if sized else '?'}"
    text = QCoreApplication.translate("Step", ", ").join([shapes, *parts])
    return f"<b>{escape(title)}</b>&nbsp; {text}"


def place_text(stage: Stage, told: Traced, *, known: bool) -> str:
    """Where a value comes from: "Output (1, 1) = 9 <- input rows 1 to 3, columns 1 to 3"."""
    window = links.window(stage.size, told.row, told.column)
    if stage.act.stage == "pooling":
        cell = QCoreApplication.translate("Step", "Pooled ({row}, {column})")
        where = QCoreApplication.translate("Step", "rows {top} to {bottom}, columns {left} to {right}")
    else:
        cell = QCoreApplication.translate("Step", "Output ({row}, {column})")
        where = QCoreApplication.translate("Step", "input rows {top} to {bottom}, columns {left} to {right}")
    cell = cell.format(row=told.row, column=told.column)
    where = where.format(
        top=figure(window.rows[0]),
        bottom=figure(window.rows[-1]),
        left=figure(window.columns[0]),
        right=figure(window.columns[-1]),
    )
    return f"{cell} = {figure(told.value)} {BACK} {where}" if known else f"{cell} {BACK} {where}"


def keys_text() -> str:
    """The most useful keys, for the right end of the status bar."""
    return QCoreApplication.translate("Step", "Space: play  ·  ← →: step  ·  F1: all shortcuts")


def remark(result: Result, told: Traced) -> str:
    """What is remarkable about a sum, where it is known to be true; else ""."""
    if not isinstance(told, ConvolutionTrace):
        return ""
    most = _largest_sum(result, told)
    same = np.array_equal(np.sign(told.window), np.sign(told.weights))
    if most is not None and told.total == most and same:
        return QCoreApplication.translate("Step", "A perfect match: no sum can be larger.")
    if told.is_padding.any():
        return QCoreApplication.translate("Step", "Part of the window lies in the padding.")
    if told.total == 0 and not told.products.any():
        return QCoreApplication.translate("Step", "Every product is 0.")
    if told.total == 0 and _cancels(told.weights) and np.ptp(told.window) == 0:
        return QCoreApplication.translate("Step", "A flat area: what is added is taken away again.")
    return ""


def _cancels(weights: NDArray[np.float64]) -> bool:
    """Whether weights sum to 0, as 0.3, -0.2 and -0.1 do but for the last digit that float64 holds."""
    return abs(float(weights.sum())) <= 1e-12 * float(np.abs(weights).sum())


def _largest_sum(result: Result, told: ConvolutionTrace) -> float | None:
    """The largest sum that data between -1 and 1 can give; None for other data, where it says little."""
    if (result.image.low, result.image.high) != (-1.0, 1.0) or np.abs(result.input).max() > 1:
        return None
    return float(np.abs(told.weights).sum())


def matrix_reason(result: Result, error: str) -> str:
    """Why W is not drawn."""
    fill, padding = result.settings.fill, result.chain.convolution_size.padding
    if padding != ((0, 0), (0, 0)) and fill not in ("zero", 0, 0.0) and "constant" in error:
        return QCoreApplication.translate(
            "Step", "With this padding the output is W · input plus a constant, which no W can bring in."
        )
    return QCoreApplication.translate(
        "Step", "W is drawn for pictures of up to 4,096 values: a larger one could not be read."
    )


def lost_place(row: int, column: int) -> str:
    """The cell on show does not exist any more."""
    text = QCoreApplication.translate(
        "Step", "The output has no cell ({row}, {column}) any more. The film starts over."
    )
    return text.format(row=row, column=column)


def region_texts(region: Region, shape: tuple[int, ...]) -> tuple[str, str, str]:
    """Which part of a large picture is filmed; and shorter, for narrow cards."""
    values = {
        "top": region.row,
        "bottom": region.row + region.rows - 1,
        "left": region.column,
        "right": region.column + region.columns - 1,
        "shape": shape_text(shape[:2]),
    }
    return (
        QCoreApplication.translate(
            "Step", "rows {top} to {bottom}, columns {left} to {right} of {shape}"
        ).format(**values),
        QCoreApplication.translate("Step", "rows {top} to {bottom}, columns {left} to {right}").format(
            **values
        ),
        QCoreApplication.translate("Step", "({top}, {left}) to ({bottom}, {right})").format(**values),
    )


def empty_region() -> str:
    """No window lies in the part that was chosen."""
    return QCoreApplication.translate(
        "Step", "No window is centred in this part of the picture. Choose another one."
    )


def size_question() -> str:
    """What is asked first in "predict, then reveal"."""
    return QCoreApplication.translate("Step", "How large will the output be, rows × columns?")


def hidden_matrix() -> str:
    """Why W is not there while the output's size is to be guessed."""
    return QCoreApplication.translate("Step", "W has a row for every output: it would give the answer away.")


def question(moment: Moment) -> str:
    """What is asked in "predict, then reveal"."""
    if moment.stage == "pooling":
        text = QCoreApplication.translate("Step", "What will pooled ({row}, {column}) be?")
    else:
        text = QCoreApplication.translate("Step", "What will output ({row}, {column}) be?")
    return text.format(row=moment.row, column=moment.column)
