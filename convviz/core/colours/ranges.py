"""Which values the two ends of a colour bar stand for: what can be chosen, and what comes of it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from math import isfinite
from typing import Any, Literal, TypeAlias
from weakref import ref

import numpy as np
from numpy.typing import NDArray

from convviz.core.base.limits import LIMITS
from convviz.core.images.image import Image
from convviz.core.stages.statistics import sample

RangeMode: TypeAlias = Literal["auto", "data", "percentiles", "full", "symmetric", "fixed"]
RANGE_MODES: tuple[RangeMode, ...] = ("auto", "data", "percentiles", "full", "symmetric", "fixed")

Ends: TypeAlias = tuple[float, float]

SATURATED = 1.0
"""Percent of the values that ``"percentiles"`` leaves beyond either end, as MATLAB's `imadjust` does."""

OUTLIERS = 0.1
"""Percent of the values at either end that may be hot pixels when the range follows the data."""

NARROW = 0.25
"""A picture that uses no more than this share of its range is shown in the range of its values: numbers of
14 bits and fewer in files of 16, which would be black."""

BLIND = 0.02
"""A fixed range so many times as wide as the values, or with no more of them inside, shows nothing."""


@dataclass(frozen=True)
class ColorRange:
    """Which values the two ends of the colour bar stand for.

    ``"auto"`` shows a picture as it is meant, and in the range of its values where it would be black;
    signed maps without their outliers. ``"data"`` goes from the smallest to the largest value,
    ``"percentiles"`` leaves one in a hundred beyond either end, ``"full"`` has room for every value that
    could be, ``"symmetric"`` takes the larger magnitude on both sides of zero, ``"fixed"`` takes ``low``
    and ``high``, in this order and within the limits (ValueError).

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


def fixed(low: float, high: float) -> ColorRange:
    """A fixed range as near to ``low`` and ``high`` as the limits allow; for ends that are dragged.

    >>> fixed(3, 3)
    ColorRange(mode='fixed', low=3, high=3.000002)
    """
    end, width = LIMITS["colour end"], 2 * LIMITS["colour width"].low  # rounded, it is wide enough
    low = min(max(low, end.low), end.high - 1)
    least = max(width, abs(low) * 1e-12)  # a step that a number of this size can make
    return ColorRange("fixed", low, min(max(high, low + least), end.high))


def picture_range(image: Image, wanted: ColorRange = AUTO) -> Ends:
    """The values of ``image`` that black and white stand for on the screen, in its own numbers.

    Automatic is the range that the file states, unless its values would all look alike in it.

    >>> twelve_bits = Image(np.array([[900.0, 1137.0]], np.float32), 0, 65535)
    >>> picture_range(twelve_bits), picture_range(twelve_bits, ColorRange("full"))
    ((900.0, 1137.0), (0, 65535))
    """
    if wanted.mode == "fixed":
        return wanted.low, wanted.high
    if wanted.mode == "full":
        return image.low, image.high
    if wanted.mode == "auto":
        return _automatic(image)
    low, high = _distinct(ends_of(image.values, SATURATED if wanted.mode == "percentiles" else 0))
    reach = max(abs(low), abs(high))
    return (-reach, reach) if wanted.mode == "symmetric" else (low, high)


def _automatic(image: Image) -> Ends:
    stated = image.low, image.high
    if image.values.dtype == np.uint8 or stated == (0, 255) or image.low < 0:
        return stated
    widest = NARROW * (image.high - image.low)
    for beyond in (0, OUTLIERS):
        low, high = ends_of(image.values, beyond)
        if 0 < high - low <= widest:
            return low, high
    return stated


def _distinct(ends: Ends) -> Ends:
    """Ends that differ, also where all values are the same."""
    low, high = ends
    return ends if high > low else (low, max(low + 1.0, float(np.nextafter(low, np.inf))))


_known: deque[tuple[ref[NDArray[Any]], float, Ends]] = deque(maxlen=16)
"""What was found of pixels, which never change: it is asked for at every edit."""


def ends_of(values: NDArray[Any], beyond: float = 0) -> Ends:
    """The smallest and the largest of ``values``, or what ``beyond`` percent of them are below and above.

    What is not a number does not count; (0, 0) where nothing else is there. Percentiles of large arrays
    are those of a regular sample.

    >>> ends_of(np.arange(101.0), 1)
    (1.0, 99.0)
    """
    for pixels, share, ends in tuple(_known):
        if share == beyond and pixels() is values:
            return ends
    if beyond:
        seen = sample(values if values.ndim > 1 else values[:, None])
        seen = seen[np.isfinite(seen)]
        found = np.percentile(seen, (beyond, 100 - beyond)) if seen.size else np.zeros(2)
        ends = float(found[0]), float(found[1])
    else:
        least, most = (float(end.reduce(values, axis=None)) for end in (np.fmin, np.fmax))
        ends = (least, most) if isfinite(least) and isfinite(most) else (0.0, 0.0)
    _known.append((ref(values), beyond, ends))
    return ends


def is_blind(values: NDArray[Any], low: float, high: float) -> bool:
    """Whether the colours from ``low`` to ``high`` tell next to nothing of ``values`` (finite numbers).

    >>> picture = np.array([900.0, 1000.0, 1137.0])
    >>> is_blind(picture, 0, 65535), is_blind(picture, 0, 255), is_blind(picture, 0, 1000)
    (True, True, False)
    """
    if not values.size:
        return False
    inside = np.count_nonzero((values >= low) & (values <= high))
    if inside <= BLIND * values.size:
        return True
    spread = float(values.max()) - float(values.min())
    return 0 < spread < BLIND * (high - low)
