"""Which type of number holds the sums, and how many of them machine code takes at a time."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.core.base.exact import float_type
from convviz.core.sums.job import Map

LARGE, SMALL = 1e30, 1e-30
"""Weights beyond these would leave the range of float32 with the first product, or lose digits; so might a
bias that is large."""

FEW = 1 << 14
"""Above so many values some are looked at first, and all only if these are whole numbers."""

NARROW, WIDE = np.dtype(np.float32), np.dtype(np.float64)

EXACT = 2.0**24
"""Below this size every whole number is a float32."""

RUN = {("f4", 1): 64, ("f4", 3): 32, ("f8", 1): 32, ("f8", 3): 16}
"""How many chosen cells machine code takes side by side, by the type of the sums and the channels."""


def sum_type(
    pixels: Map,
    weights: NDArray[np.float64],
    fills: NDArray[np.float64],
    each: bool = False,
    *,
    bias: ArrayLike = 0.0,
    divisor: float = 1.0,
) -> np.dtype[Any]:
    """Choose the type for the sums of a checked image (H, W, C) and its kernel.

    float32, or float64 for what float32 cannot hold: float64 images, wide whole numbers, weights
    and biases beyond its range, and sums of whole numbers that would not be exact, also after
    ``divisor`` and a whole-number ``bias`` (a number, or one a filter). A bias that is not whole
    decides nothing. ``fills`` are the constants of the padding.

    >>> sum_type(np.full((3, 3, 1), 255, np.uint8), np.full((3, 3, 1), 10000.0), np.zeros(1))
    dtype('float64')
    """
    if float_type(pixels.dtype) == WIDE:
        return WIDE
    sizes = np.abs(weights)
    biases = [abs(number) for number in np.asarray(bias, dtype=np.float64).ravel().tolist()]
    if max(biases, default=0.0) > LARGE or sizes.max() > LARGE:
        return WIDE
    if sizes.min() < SMALL and sizes[sizes < SMALL].any():
        return WIDE
    total = float(sizes.sum(axis=(0, 1) if each else (0, 1, 2)).max())
    offset = max(filter(float.is_integer, biases), default=0.0)
    room = min(EXACT, (EXACT - offset) * abs(divisor)) if offset else EXACT
    filled = max(map(abs, fills.tolist()), default=0.0)
    if max(_most(pixels), filled) * total < room:
        return NARROW  # whole or not, float32 does
    if not (weights == np.rint(weights)).all() or not all(map(float.is_integer, fills.tolist())):
        return NARROW
    largest = _largest(pixels)
    return NARROW if largest is None or max(largest, filled) * total < room else WIDE


def _most(pixels: Map) -> float:
    """What no pixel's size exceeds, as far as that is quickly known; infinity otherwise."""
    if pixels.dtype.kind == "b":
        return 1.0
    if pixels.dtype.kind in "iu":
        limits = np.iinfo(pixels.dtype)
        return float(max(-limits.min, limits.max))
    if pixels.size > FEW:
        return np.inf
    largest = max(-float(pixels.min()), float(pixels.max()))
    return largest if largest == largest else np.inf


def _largest(pixels: Map) -> float | None:
    """The largest size of whole-number pixels; None where they are not (known to be) whole."""
    if pixels.dtype.kind in "biu":
        return float(max(-int(pixels.min()), int(pixels.max())))
    if pixels.size > FEW:
        few = pixels[:: max(1, pixels.shape[0] // 32), :: max(1, pixels.shape[1] // 32)]
        if not (few == np.rint(few)).all():
            return None
    largest = max(-float(pixels.min()), float(pixels.max()))
    return largest if largest < np.inf and (pixels == np.rint(pixels)).all() else None
