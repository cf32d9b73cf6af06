"""Which scale the values of each stage are coloured with: one rule, for every page, command and file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from convviz.core.base.limits import LIMITS
from convviz.core.colours.scales import ColourScale, picture, written
from convviz.core.images.image import Image
from convviz.core.sizes.settings import Settings, StageName
from convviz.core.stages.noise import settle, settled_to_show
from convviz.core.stages.pipeline import Result

RangeMode: TypeAlias = Literal["auto", "symmetric", "fixed"]
RANGE_MODES: tuple[RangeMode, ...] = ("auto", "symmetric", "fixed")

OWN_RANGE = {"sigmoid": 1.0, "tanh": 1.0}
"""Activations that squeeze every value into a fixed range, which is then the range to colour."""


@dataclass(frozen=True)
class ColorRange:
    """Which values the two ends of the colour bar stand for.

    ``"auto"`` takes them from the data, ``"symmetric"`` takes the larger magnitude on both sides of
    zero, ``"fixed"`` takes ``low`` and ``high``, in this order and within the limits (ValueError).

    >>> ColorRange("fixed", -4, 4).high
    4
    """

    mode: RangeMode = "auto"
    low: float = -1.0
    high: float = 1.0

    def __post_init__(self) -> None:
        if self.mode not in RANGE_MODES:
            raise ValueError(f"there is no colour range {self.mode!r}")
        if not (isfinite(self.low) and isfinite(self.high) and self.low < self.high):
            raise ValueError(f"a colour range from {self.low:g} to {self.high:g} is empty")
        for end in (self.low, self.high):
            LIMITS["colour end"].check(end, "end of the colour range")
        LIMITS["colour width"].check(self.high - self.low, "width of the colour range")


AUTO = ColorRange()


def has_unit_range(image: Image) -> bool:
    """Whether the picture's values can be counted from 0 to 1 instead: black is 0 and white is not 1."""
    return image.low == 0 and image.high not in (0, 1)


def input_scale(image: Image, settings: Settings) -> ColourScale:
    """The colours of the input: signed for data around zero, grey from black to white otherwise.

    >>> from convviz.core.kernels.kernel import Kernel
    >>> bytes_ = Image(np.zeros((3, 3), np.uint8))
    >>> input_scale(bytes_, Settings(Kernel([[1]]), unit_range=True))
    ColourScale(kind='grey', low=0.0, high=1.0)
    """
    if settings.unit_range and has_unit_range(image):
        return ColourScale("grey", 0.0, 1.0)
    return ColourScale.spanning(image.low, image.high)


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


def reach(result: Result, mode: RangeMode) -> float:
    """How far from zero the colours of a signed convolution go: every value, or all but outliers."""
    if mode != "symmetric":
        return result.magnitude
    return settle(result.largest, result.noise.convolution) or 1.0


def convolution_scale(
    result: Result, wanted: ColorRange = AUTO, reach: Callable[[Result, RangeMode], float] = reach
) -> ColourScale:
    """The colours of the convolution.

    A fixed range is taken as it is. Otherwise results of kernels that keep the picture's
    brightness (such as box and Gaussian) look like the input, and all else is signed; ``reach``
    says how far the values go, where not all of them are known.
    """
    if wanted.mode == "fixed":
        return ColourScale.spanning(wanted.low, wanted.high)
    if wanted.mode == "auto" and keeps_picture(result):
        return input_scale(result.image, result.settings)
    return ColourScale.signed(reach(result, wanted.mode))


def stage_scales(
    result: Result, wanted: ColorRange = AUTO, convolution: ColourScale | None = None
) -> dict[StageName, ColourScale]:
    """The colours of every stage, so that one value has one colour from the convolution on.

    Only activations with a range of their own (sigmoid, tanh) have colours of their own too,
    unless ``wanted`` is fixed. ``convolution`` is the convolution's scale where it is known.

    >>> from convviz.core.kernels.kernel import Kernel
    >>> from convviz.core.stages.pipeline import run
    >>> edge = Image(np.array([[10, 10, 0, 0]] * 3), 0, 10)
    >>> scales = stage_scales(run(edge, Settings(Kernel([[1, 0, -1]] * 3), activation="tanh")))
    >>> scales["input"].high, scales["convolution"].high, scales["activation"].high
    (10, 30.0, 1.0)
    """
    values = convolution or convolution_scale(result, wanted)
    after = values
    if result.settings.activation in OWN_RANGE and wanted.mode != "fixed":
        after = ColourScale.signed(OWN_RANGE[result.settings.activation])
    first = input_scale(result.image, result.settings)
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
    result: Result, stage: StageName, wanted: ColorRange = AUTO, channel: int = 0
) -> NDArray[np.uint8]:
    """Colour one stage of a result the way it is exported: (H, W) if it is grey, else (H, W, 3).

    ``wanted`` is the colour range, ``channel`` the map on show where there are several. Files take
    the colours of the light theme. ValueError if the stage is switched off.

    >>> from convviz.core.kernels.kernel import Kernel
    >>> from convviz.core.stages.pipeline import run
    >>> edge = Image(np.array([[10, 10, 0, 0]] * 3), 0, 10)
    >>> stage_picture(run(edge, Settings(Kernel([[1, 0, -1]] * 3))), "convolution").tolist()
    [[[190, 93, 7], [190, 93, 7]]]
    """
    array = result.stage(stage)
    if array is None:
        raise ValueError(f"there is no {stage}: it is switched off")
    scale = stage_scales(result, wanted)[stage]
    values = settled_to_show(
        drawn(array, stage, scale, channel), result.noise.of(stage), scale.high - scale.low
    )
    return written(picture(values, scale), values, scale)
