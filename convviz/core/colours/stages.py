"""Which scale the values of each stage are coloured with: one rule, for every page, command and file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.colours.ranges import AUTO, SATURATED, Ends, RangeMode, ends_of, picture_range
from convviz.core.colours.ranges import RANGE_MODES as RANGE_MODES
from convviz.core.colours.ranges import ColorRange as ColorRange
from convviz.core.colours.scales import ColourScale, picture, written
from convviz.core.images.image import Image
from convviz.core.kernels.results import output_range
from convviz.core.sizes.settings import Settings, StageName
from convviz.core.stages.noise import settle, settled_to_show
from convviz.core.stages.pipeline import Result

OWN_RANGE = {"sigmoid": 1.0, "tanh": 1.0}
"""Activations that squeeze every value into a fixed range, which is then the range to colour."""


def has_unit_range(image: Image) -> bool:
    """Whether the picture's values can be counted from 0 to 1 instead: black is 0 and white is not 1."""
    return image.low == 0 and image.high not in (0, 1)


def shown_times(image: Image, settings: Settings) -> float:
    """How many times the value that is shown a pixel's own number is: 255 where bytes count from 0 to 1.

    >>> from convviz.core.kernels.kernel import Kernel
    >>> shown_times(Image(np.zeros((3, 3), np.uint8)), Settings(Kernel([[1]]), unit_range=True))
    255.0
    """
    return image.high if settings.unit_range and has_unit_range(image) else 1.0


def input_span(image: Image, settings: Settings) -> Ends:
    """Between which values the kernel input lies, as its file states it: 0 to 255, or 0 to 1 instead.

    >>> from convviz.core.kernels.kernel import Kernel
    >>> input_span(Image(np.zeros((3, 3), np.uint8)), Settings(Kernel([[1]]), unit_range=True))
    (0.0, 1.0)
    """
    if settings.unit_range and has_unit_range(image):
        return 0.0, 1.0
    return image.low, image.high


def input_scale(image: Image, settings: Settings, wanted: ColorRange = AUTO) -> ColourScale:
    """The colours of the input: signed for data around zero, grey from black to white otherwise.

    ``wanted`` counts in the picture's own numbers, also where they are shown from 0 to 1.

    >>> from convviz.core.kernels.kernel import Kernel
    >>> bytes_ = Image(np.zeros((3, 3), np.uint8))
    >>> input_scale(bytes_, Settings(Kernel([[1]]), unit_range=True))
    ColourScale(kind='grey', low=0.0, high=1.0)
    """
    low, high = picture_range(image, wanted)
    if settings.unit_range and has_unit_range(image):
        low, high = low / image.high, high / image.high
    if image.low < 0 or wanted.mode == "symmetric":
        return ColourScale.signed(max(abs(low), abs(high)))
    return ColourScale("grey", low, high)


def keeps_brightness(settings: Settings) -> bool:
    """Whether a flat area keeps its value, so that the result is a picture like the input.

    True when the weights of a plane add up to the divisor and nothing is added: box and Gaussian,
    and sharpening too, whose overshoots then are plain black and white.
    """
    kernel = settings.kernel
    if kernel.has_channels and settings.channels != "each":
        return False
    totals = [float(kernel.plane(c).sum()) / kernel.divisor for c in range(kernel.channels)]
    return settings.bias == 0 and all(abs(total - 1) < 1e-9 for total in totals)


def keeps_picture(result: Result) -> bool:
    """Whether the convolution of ``result`` is a picture in the input's own range.

    Adding up the planes of a colour picture makes it three times as bright, and data around zero
    has no brightness to keep.
    """
    adds_planes = result.input.ndim == 3 and result.convolution.ndim == 2
    return keeps_brightness(result.settings) and not adds_planes and result.image.low >= 0


def reach(result: Result, mode: RangeMode) -> Ends:
    """Between which values the colours of a convolution go: all of them, or all but outliers."""
    if mode == "auto":
        return -result.magnitude, result.magnitude
    noise = result.noise.convolution
    low, high = ends_of(result.convolution, SATURATED) if mode == "percentiles" else result.reach
    return settle(low, noise), settle(high, noise)


def convolution_scale(
    result: Result,
    wanted: ColorRange = AUTO,
    reach: Callable[[Result, RangeMode], Ends] = reach,
    *,
    input_range: ColorRange = AUTO,
) -> ColourScale:
    """The colours of the convolution.

    A fixed range is taken as it is. Otherwise results of kernels that keep the picture's
    brightness (such as box and Gaussian) look like the input, which is shown in ``input_range``, and all
    else is signed; ``reach`` says how far the values go, where not all of them are known.
    """
    if wanted.mode == "fixed":
        return ColourScale.spanning(wanted.low, wanted.high)
    grey = wanted.mode != "symmetric" and keeps_picture(result)
    if grey and wanted.mode == "auto":
        return input_scale(result.image, result.settings, input_range)
    low, high = possible(result) if wanted.mode == "full" else reach(result, wanted.mode)
    if grey:
        return ColourScale("grey", low, high if high > low else low + 1)
    return ColourScale.signed(max(-low, high, 0.0) or 1.0)


def possible(result: Result) -> Ends:
    """The least and the greatest value that the kernel could make of this input, padding aside."""
    settings, adds = result.settings, result.input.ndim == 3 and result.convolution.ndim == 2
    span = input_span(result.image, settings)
    return output_range(settings.kernel, settings.bias, *span, result.input.shape[2] if adds else 1)


def stage_scales(
    result: Result,
    wanted: ColorRange = AUTO,
    convolution: ColourScale | None = None,
    *,
    input_range: ColorRange = AUTO,
) -> dict[StageName, ColourScale]:
    """The colours of every stage, so that one value has one colour from the convolution on.

    Only activations with a range of their own (sigmoid, tanh) have colours of their own too,
    unless ``wanted`` is fixed. ``convolution`` is the convolution's scale where it is known,
    ``input_range`` what is wanted of the input.

    >>> from convviz.core.kernels.kernel import Kernel
    >>> from convviz.core.stages.pipeline import run
    >>> edge = Image(np.array([[10, 10, 0, 0]] * 3), 0, 10)
    >>> scales = stage_scales(run(edge, Settings(Kernel([[1, 0, -1]] * 3), activation="tanh")))
    >>> scales["input"].high, scales["convolution"].high, scales["activation"].high
    (10, 30.0, 1.0)
    """
    values = convolution or convolution_scale(result, wanted, input_range=input_range)
    after = values
    if result.settings.activation in OWN_RANGE and wanted.mode != "fixed":
        after = ColourScale.signed(OWN_RANGE[result.settings.activation])
    first = input_scale(result.image, result.settings, input_range)
    return {"input": first, "convolution": values, "activation": after, "pooling": after}


def drawn(array: NDArray[Any], stage: StageName, scale: ColourScale, channel: int) -> NDArray[Any]:
    """What is drawn of a stage: three channels as a colour picture if they are one, else one map.

    Three channels (H, W, 3) are a colour picture in the input, and where they keep the picture's
    range. Of maps with signed values the one with the number ``channel`` is drawn, or the last.
    """
    if array.ndim == 2 or stage == "input" or (scale.kind == "grey" and array.shape[2] == 3):
        return array
    return array[:, :, min(channel, array.shape[2] - 1)]


def stage_picture(
    result: Result,
    stage: StageName,
    wanted: ColorRange = AUTO,
    channel: int = 0,
    *,
    input_range: ColorRange = AUTO,
) -> NDArray[np.uint8]:
    """Colour one stage of a result the way it is exported: (H, W) if it is grey, else (H, W, 3).

    ``wanted`` is the colour range of the maps and ``input_range`` that of the input, ``channel`` the map on
    show where there are several. Files take the colours of the light theme. ValueError if the stage is
    switched off.

    >>> from convviz.core.kernels.kernel import Kernel
    >>> from convviz.core.stages.pipeline import run
    >>> edge = Image(np.array([[10, 10, 0, 0]] * 3), 0, 10)
    >>> stage_picture(run(edge, Settings(Kernel([[1, 0, -1]] * 3))), "convolution").tolist()
    [[[190, 93, 7], [190, 93, 7]]]
    """
    array = result.stage(stage)
    if array is None:
        raise ValueError(f"there is no {stage}: it is switched off")
    scale = stage_scales(result, wanted, input_range=input_range)[stage]
    values = settled_to_show(
        drawn(array, stage, scale, channel), result.noise.of(stage), scale.high - scale.low
    )
    return written(picture(values, scale), values, scale)
