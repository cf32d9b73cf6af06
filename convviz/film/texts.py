"""What cards say of a stage; the Step page's captions, its status line, what is remarkable about a sum."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from convviz.core.explain import links
from convviz.core.explain.trace import ConvolutionTrace
from convviz.core.film.moments import Moment, Region
from convviz.core.sizes.settings import Settings, StageName
from convviz.core.stages.pipeline import Chain, Result
from convviz.film.scene import Stage, Traced
from convviz.views.base.numbers import figure, padding_text, shape_text
from convviz.views.base.texts import activation_name, in_bold, listed, pool_name, say, stage_name
from convviz.views.explain.formula import chain_strip

ARROW, BACK = "\u2192", "\u2190"


def card_shape(stage: StageName, chain: Chain, settings: Settings) -> str:
    """What stands behind a card's title, e.g. "4 x 4 - max 2x2"."""
    shape = chain.shape(stage)
    if shape is None:
        return ""
    text = shape_text(shape)
    if stage == "input":
        amounts = padding_text(chain.convolution_size.padding)
        return text if amounts == "0" else say("Lab", "{shape}, pad {n}", shape=text, n=amounts)
    if stage == "activation":
        return f"{text} · {activation_name(settings.activation)}"
    return f"{text} · {pool_name(settings)}" if stage == "pooling" else text


def step_caption(step: int, steps: int) -> str:
    """Which output cell of how many, counted from 1."""
    return say("Step", "step {step} of {steps}", step=figure(step), steps=figure(steps))


def grid_captions(result: Result, stage: Stage, channel: int = 0) -> tuple[tuple[str, str], tuple[str, str]]:
    """Title and caption of the card that is read and of the one that fills.

    Where every channel has a map of its own, the caption names the one on show.
    """
    chain, settings = result.chain, result.settings
    own = f" · {'RGB'[min(channel, 2)]}" if result.convolution.ndim == 3 else ""
    if stage.act.stage == "pooling":
        read = stage_name("convolution" if settings.activation == "none" else "activation")
        made = say("Step", "Output")
        shape = f"{shape_text(chain.pooling or ())} · {pool_name(settings)}{own}"
        return (read, shape_text(chain.activation)), (made, shape)
    padding = chain_strip.padding_link(settings, chain.convolution_size)
    caption = listed((shape_text(chain.input), padding))
    shape = f"{shape_text(chain.convolution)}{own}"
    if settings.activation != "none":
        shape += f" · {activation_name(settings.activation)}"
    return (stage_name("input"), caption), (say("Step", "Output"), shape)


def film_facts(title: str, chain: Chain, settings: Settings, *, sized: bool = True) -> str:
    """What is filmed, for the status bar: "The X  9 x 9 -> 7 x 7, correlation, stride 1, no padding".

    ``sized`` is False while the output's size is to be guessed.
    """
    convolves = settings.operation == "convolve"
    parts = [
        say("Step", "convolution") if convolves else say("Step", "correlation"),
        say("Step", "stride {stride}", stride=chain_strip.pair_text(settings.stride)),
    ]
    if settings.dilation != (1, 1):
        parts.append(say("Step", "dilation {dilation}", dilation=chain_strip.pair_text(settings.dilation)))
    parts.append(chain_strip.padding_link(settings, chain.convolution_size))
    shapes = f"{shape_text(chain.input)} {ARROW} {shape_text(chain.convolution) if sized else '?'}"
    text = listed([shapes, *parts])
    return f"{in_bold(title)}&nbsp; {text}"


def place_text(stage: Stage, trace: Traced, *, known: bool) -> str:
    """Where a value comes from: "Output (1, 1) = 9 <- input rows 1 to 3, columns 1 to 3"."""
    window = links.window(stage.size, trace.row, trace.column)
    ends = (window.rows[0], window.rows[-1], window.columns[0], window.columns[-1])
    place = {"row": trace.row, "column": trace.column}
    area = dict(zip(("top", "bottom", "left", "right"), map(figure, ends), strict=True))
    if stage.act.stage == "pooling":
        cell = say("Step", "Pooled ({row}, {column})", **place)
        where = say("Step", "rows {top} to {bottom}, columns {left} to {right}", **area)
    else:
        cell = say("Step", "Output ({row}, {column})", **place)
        where = say("Step", "input rows {top} to {bottom}, columns {left} to {right}", **area)
    return f"{cell} = {figure(trace.value)} {BACK} {where}" if known else f"{cell} {BACK} {where}"


def remark(result: Result, trace: Traced) -> str:
    """What is remarkable about a sum, where it is known to be true; else ""."""
    if not isinstance(trace, ConvolutionTrace):
        return ""
    most = _largest_sum(result, trace)
    same = np.array_equal(np.sign(trace.window), np.sign(trace.weights))
    if most is not None and trace.total == most and same:
        return say("Step", "A perfect match: no sum can be larger.")
    if trace.is_padding.any():
        return say("Step", "Part of the window lies in the padding.")
    if trace.total == 0 and not trace.products.any():
        return say("Step", "Every product is 0.")
    if trace.total == 0 and _cancels(trace.weights) and np.ptp(trace.window) == 0:
        return say("Step", "A flat area: what is added is taken away again.")
    return ""


def _cancels(weights: NDArray[np.float64]) -> bool:
    """Whether weights sum to 0, as 0.3, -0.2 and -0.1 do but for the last digit that float64 holds."""
    return abs(float(weights.sum())) <= 1e-12 * float(np.abs(weights).sum())


def _largest_sum(result: Result, trace: ConvolutionTrace) -> float | None:
    """The largest sum that data between -1 and 1 can give; None for other data, where it says little."""
    if (result.image.low, result.image.high) != (-1.0, 1.0) or np.abs(result.input).max() > 1:
        return None
    return float(np.abs(trace.weights).sum())


def matrix_reason(result: Result, error: str) -> str:
    """Why W is not drawn."""
    fill, padding = result.settings.fill, result.chain.convolution_size.padding
    if padding != ((0, 0), (0, 0)) and fill not in ("zero", 0, 0.0) and "constant" in error:
        return say(
            "Step", "With this padding the output is W · input plus a constant, which no W can bring in."
        )
    return say("Step", "W is drawn for pictures of up to 4,096 values: a larger one could not be read.")


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
        say("Step", "rows {top} to {bottom}, columns {left} to {right} of {shape}", **values),
        say("Step", "rows {top} to {bottom}, columns {left} to {right}", **values),
        say("Step", "({top}, {left}) to ({bottom}, {right})", **values),
    )


def question(moment: Moment) -> str:
    """What is asked in "predict, then reveal"."""
    place = {"row": moment.row, "column": moment.column}
    if moment.stage == "pooling":
        return say("Step", "What will pooled ({row}, {column}) be?", **place)
    return say("Step", "What will output ({row}, {column}) be?", **place)
