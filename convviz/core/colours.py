"""A map as a picture: diverging colours for signed values, grey for what keeps the image's range."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.noise import settled_to_show

if TYPE_CHECKING:
    from convviz.core.pipeline import Result
    from convviz.core.settings import Settings, StageName

Picture = NDArray[np.uint8]

SIGNED_STOPS = (
    "#247FCF #438ED7 #5D9DDF #75ADE5 #8DBCEC #A6CAF1 #BED9F6 #D8E8F8 #F6F6F6 "
    "#F6E1D5 #F1CEB9 #EBBB9E #E3A885 #DB956B #D28351 #C87034 #BE5D07"
).split()
"""Blue over near white to orange, -r to +r in 17 equal steps; safe for colour-blind eyes."""

NOT_A_NUMBER = (255, 255, 255)
_ENTRIES = 513  # odd, so that zero has an entry of its own


def _signed_table() -> Picture:
    stops = np.array([[int(stop[i : i + 2], 16) for i in (1, 3, 5)] for stop in SIGNED_STOPS])
    places = np.linspace(0, 1, _ENTRIES)
    channels = [np.interp(places, np.linspace(0, 1, len(stops)), stops[:, c]) for c in range(3)]
    return np.round(np.stack(channels, axis=1)).astype(np.uint8)


def signed_picture(values: NDArray[Any], reach: float) -> Picture:
    """Colour signed values: blue below zero, orange above, the palest at zero itself.

    ``values`` has shape (H, W); -``reach`` and ``reach`` take the two end colours, and what lies
    beyond them too. The answer is (H, W, 3), 0..255. Not-a-number is white.

    >>> signed_picture(np.array([[-9.0, 0.0, 9.0]]), 9.0).tolist()
    [[[36, 127, 207], [246, 246, 246], [190, 93, 7]]]
    """
    half = _ENTRIES // 2
    with np.errstate(invalid="ignore"):
        place = np.clip(np.rint(values * (half / reach)), -half, half)
    missing = np.isnan(place)
    picture = _signed_table()[np.where(missing, 0, place).astype(np.intp) + half]
    picture[missing] = NOT_A_NUMBER
    return picture


def grey_picture(values: NDArray[Any], low: float, high: float) -> Picture:
    """Show values as grey levels (H, W), or three channels as a colour picture (H, W, 3).

    ``low`` becomes black and ``high`` white; what lies beyond stays black or white.

    >>> grey_picture(np.array([[-1.0, 0.0, 1.0]]), -1, 1).tolist()
    [[0, 128, 255]]
    """
    spread = (high - low) or 1.0
    levels = np.clip((np.asarray(values, dtype=np.float64) - low) * (255 / spread), 0, 255)
    return np.nan_to_num(np.round(levels)).astype(np.uint8)


def stage_picture(result: Result, stage: StageName) -> Picture:
    """Colour one stage of a result the way it is shown.

    The input, and results of kernels that keep its brightness (such as box and Gaussian), are grey
    or colour pictures; so are three channels treated each on its own. All else is signed, with the
    range of the convolution, so that one value has one colour in every stage.

    ValueError if the stage is switched off.
    """
    values = result.stage(stage)
    if values is None:
        raise ValueError(f"there is no {stage}: it is switched off")
    low, high = result.image.low, result.image.high
    if result.settings.unit_range and low == 0 and high != 0:
        high = 1.0
    squeezed = stage != "convolution" and result.settings.activation in ("sigmoid", "tanh")
    if stage == "input" or values.ndim == 3 or (keeps_picture(result) and not squeezed):
        return grey_picture(values, low, high)
    reach = result.magnitude
    return signed_picture(settled_to_show(values, result.noise.of(stage), 2 * reach), reach)


def keeps_brightness(settings: Settings) -> bool:
    """Whether a flat area keeps its value, so that the result is a picture like the input.

    True when the weights of a plane add up to the divisor and nothing is added: box and Gaussian,
    and sharpening too, whose overshoots then are plain black and white.
    """
    kernel = settings.kernel
    total = kernel.total / kernel.divisor
    return abs(total - 1) < 1e-9 and settings.bias == 0 and kernel.weights.ndim == 2


def keeps_picture(result: Result) -> bool:
    """Whether the convolution of ``result`` is a picture in the input's own range.

    Adding up the planes of a colour picture makes it three times as bright, and data around zero
    has no brightness to keep.
    """
    adds_planes = result.input.ndim == 3 and result.convolution.ndim == 2
    return keeps_brightness(result.settings) and not adds_planes and result.image.low >= 0
