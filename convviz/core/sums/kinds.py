"""Which type of number holds the sums, and whether they are exact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.core.activations import float_type
from convviz.core.sums.job import Map

LARGE = 1e30
"""Weights beyond this would leave the range of float32 with the first product; so might a bias."""

FEW = 1 << 14
"""Above so many values some are looked at first, and all only if these are whole numbers."""

ROOM = {np.dtype(np.float32): 2.0**24, np.dtype(np.float64): 2.0**53}
"""Below this size every whole number is exact."""


@dataclass(frozen=True)
class SumType:
    """``dtype`` holds the sums; if ``whole``, they are whole numbers of at most ``bound``, exactly."""

    dtype: np.dtype[Any]
    whole: bool = False
    bound: float = np.inf


def sum_type(
    pixels: Map,
    weights: NDArray[np.float64],
    fills: NDArray[np.float64],
    each: bool = False,
    *,
    bias: ArrayLike = 0.0,
    divisor: float = 1.0,
) -> SumType:
    """Choose the type for the sums of a checked image (H, W, C) and its kernel.

    float32, or float64 for what float32 cannot hold: float64 images, wide whole numbers, weights
    and biases beyond its range, and sums of whole numbers that would not be exact, also after
    ``divisor`` and a whole-number ``bias`` (a number, or one a filter). A bias that is not whole
    decides nothing. ``fills`` are the constants of the padding.
    """
    dtype = float_type(pixels.dtype)
    sizes = np.abs(weights)
    biases: list[float] = [abs(number) for number in np.asarray(bias, dtype=np.float64).ravel().tolist()]
    if sizes.max() > LARGE or max(biases, default=0.0) > LARGE:
        return SumType(np.dtype(np.float64))
    if not (weights == np.rint(weights)).all() or not all(fill.is_integer() for fill in fills.tolist()):
        return SumType(dtype)
    total = float(sizes.sum(axis=(0, 1) if each else (0, 1, 2)).max())
    offset = max(filter(float.is_integer, biases), default=0.0)
    room = min(ROOM[dtype], (ROOM[dtype] - offset) * abs(divisor) if offset else np.inf)
    largest = _largest(pixels, room / max(total, 1.0))
    if largest is None:
        return SumType(dtype)
    bound = max(largest, *map(abs, fills.tolist())) * total
    if bound >= room:
        dtype = np.dtype(np.float64)
    return SumType(dtype, bound < ROOM[dtype], bound)


def _largest(pixels: Map, room: float) -> float | None:
    """A bound on the size of whole-number pixels; None where they are not (known to be) whole.

    The type's own range is enough when it is below ``room``; else the pixels are looked at.
    """
    if pixels.dtype.kind == "b":
        return 1.0
    if pixels.dtype.kind in "iu":
        limits = np.iinfo(pixels.dtype)
        bound = float(max(-limits.min, limits.max))
        return bound if bound < room else float(max(-int(pixels.min()), int(pixels.max())))
    if pixels.size > FEW:
        few = _few(pixels)
        if not (few == np.rint(few)).all():
            return None
    largest = max(-float(pixels.min()), float(pixels.max()))
    return largest if largest < np.inf and (pixels == np.rint(pixels)).all() else None


def _few(pixels: Map) -> Map:
    """Some of the pixels, from everywhere."""
    return pixels[:: max(1, pixels.shape[0] // 32), :: max(1, pixels.shape[1] // 32)]
