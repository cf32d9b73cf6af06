"""Telling ink from paper: uneven light taken off, dark and bright writing told apart, a threshold found."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pillow
from scipy import ndimage

Grey = NDArray[np.float32]

LONGEST = 400
"""A photo is made this long at most before it is looked at: enough for any digit."""


def grey(picture: NDArray[Any], low: float = 0.0, high: float = 255.0) -> Grey:
    """A picture as grey from 0 (black) to 1 (white), its longer side `LONGEST` at most.

    ``picture`` is (rows, columns) or (rows, columns, 3); ``low`` and ``high`` are its black and white.
    """
    from convviz.core.images.arrays import to_grey

    values = to_grey(np.asarray(picture, np.float32))
    values = np.clip((values.reshape(values.shape[:2]) - low) / (high - low), 0, 1).astype(np.float32)
    longest = max(values.shape)
    if longest <= LONGEST:
        return values
    size = [max(1, round(length * LONGEST / longest)) for length in reversed(values.shape)]
    return np.asarray(Pillow.fromarray(values).resize((size[0], size[1]), Pillow.Resampling.BOX), np.float32)


def is_bright_writing(picture: Grey) -> bool:
    """Whether the writing is brighter than what it stands on.

    Writing covers less than half of a picture: so what lies far from the middle brightness of its
    surroundings lies on the side of the ink.
    """
    smaller = reduced(picture, 48)
    size = max(3, max(smaller.shape) // 2) | 1
    around = ndimage.median_filter(smaller, size=size, mode="nearest")
    off = smaller - around
    dark, bright = float((np.maximum(-off, 0) ** 3).sum()), float((np.maximum(off, 0) ** 3).sum())
    return bright > dark


def paper_light(picture: Grey) -> Grey:
    """How bright the empty paper is everywhere, for dark writing: same shape as ``picture``.

    The strokes are closed over by what is around them, and the rest is smoothed: shadows and the
    falling off of light stay, writing goes.
    """
    smaller = reduced(picture, 100)
    smaller = ndimage.median_filter(smaller, 3, mode="nearest")
    size = max(3, round(max(smaller.shape) * 0.16)) | 1
    # Continued beyond the edges as steep as it is there: else the darkest corner comes out too bright.
    wide = np.pad(smaller, size, mode="reflect", reflect_type="odd")
    closed = ndimage.grey_closing(wide, size=(size, size), mode="nearest")
    smooth = ndimage.gaussian_filter(closed, size / 5, mode="nearest")[size:-size, size:-size]
    columns, rows = picture.shape[1], picture.shape[0]
    large = Pillow.fromarray(smooth).resize((columns, rows), Pillow.Resampling.BICUBIC)
    return np.maximum(np.asarray(large, np.float32), 1e-3)


def evened(picture: Grey) -> Grey:
    """How much darker than the paper around it every place is: 0 is paper, 1 is black.

    For dark writing; bright writing is inverted before.
    """
    light = paper_light(picture)
    return np.clip(1 - picture / np.maximum(light, 0.02), 0, 1).astype(np.float32)


def reduced(picture: Grey, longest: int) -> Grey:
    """A smaller copy, its longer side ``longest`` at most; every pixel the mean of what it covers."""
    factor = max(picture.shape) / longest
    if factor <= 1:
        return picture
    size = [max(1, round(length / factor)) for length in reversed(picture.shape)]
    return np.asarray(Pillow.fromarray(picture).resize((size[0], size[1]), Pillow.Resampling.BOX), np.float32)


def otsu(values: NDArray[Any], bins: int = 128) -> float:
    """The threshold that parts values from 0 to 1 best into two groups.

    N. Otsu, "A threshold selection method from gray-level histograms", 1979: the variance between
    the two groups is the largest.

    >>> 0.1 < otsu(np.array([0.1, 0.1, 0.9])) <= 0.9
    True
    """
    counts, edges = np.histogram(values, bins, (0.0, 1.0))
    middles = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)[:-1].astype(np.float64)
    above = counts.sum() - below
    sums = np.cumsum(counts * middles)
    with np.errstate(divide="ignore", invalid="ignore"):
        apart = below * above * (sums[:-1] / below - (sums[-1] - sums[:-1]) / above) ** 2
    apart = np.nan_to_num(apart)
    best = np.flatnonzero(apart >= apart.max() * (1 - 1e-9))
    # Between two far groups many thresholds are equally good: the middle one is the safest.
    return float(edges[1 + (best[0] + best[-1]) // 2])


def grain(ink: Grey) -> float:
    """How much the values of empty paper spread: its noise, as a standard deviation."""
    smooth = ink - ndimage.median_filter(ink, 3, mode="nearest")
    return float(1.4826 * np.median(np.abs(smooth - np.median(smooth)))) + float(np.median(ink))
