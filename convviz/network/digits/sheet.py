"""Finding the sheet of paper where a photo also shows the table it lies on."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from convviz.network.digits.paper import Grey, otsu, reduced

Mask = NDArray[np.bool_]

_STROKE = 13
"""Pixels of a picture 100 long: what is thinner is no sheet, but writing."""
_STRAIGHT = 0.89
"""What share of the tightest rectangle around it a sheet fills: even one seen at a slant, but no thick 8."""


def without_table(picture: Grey) -> tuple[Grey, Mask | None]:
    """Continue the sheet over what lies around it, and say where the sheet is; None: everywhere.

    ``picture`` is grey, 0 to 1. A sheet is an area much brighter or much darker than what is around
    it, large, with straight sides more or less, and with most of the picture's edge outside.
    """
    small = sheet_mask(reduced(picture, 100))
    if small is None:
        return picture, None
    rows = np.arange(picture.shape[0]) * small.shape[0] // picture.shape[0]
    columns = np.arange(picture.shape[1]) * small.shape[1] // picture.shape[1]
    mask = small[np.ix_(rows, columns)]
    nearest = ndimage.distance_transform_edt(~mask, return_distances=False, return_indices=True)
    return picture[tuple(nearest)], mask


def sheet_mask(picture: Grey) -> Mask | None:
    """Where the sheet is on a small picture, its rim left out; None where there is none.

    >>> photo = np.zeros((100, 80), np.float32)
    >>> photo[20:80, 15:65] = 0.9
    >>> int(sheet_mask(photo).sum()), sheet_mask(np.ones((100, 80), np.float32))
    (2576, None)
    """
    smooth = ndimage.median_filter(picture, 5, mode="nearest")
    bright = smooth > otsu(smooth)
    for side in (bright, ~bright):
        mask = _large_piece(side)
        if mask is not None and _stands_out(smooth, mask):
            return np.asarray(ndimage.binary_erosion(mask, iterations=2))
    return None


def _large_piece(side: Mask) -> Mask | None:
    """The largest area that is wide everywhere, holes (the writing) filled."""
    # First closed over the writing, or what lies between it and the rim would be lost as too narrow.
    around = np.pad(side, _STROKE, mode="edge")
    closed = ndimage.binary_closing(around, np.ones((_STROKE, _STROKE)))
    wide = ndimage.binary_opening(closed, np.ones((_STROKE, _STROKE)))
    labels, count = ndimage.label(wide[_STROKE:-_STROKE, _STROKE:-_STROKE])
    if not count:
        return None
    sizes = np.bincount(labels.ravel())[1:]
    return np.asarray(ndimage.binary_fill_holes(labels == 1 + int(sizes.argmax())))


def _stands_out(picture: Grey, mask: Mask) -> bool:
    edge: NDArray[Any] = np.concatenate([mask[0], mask[-1], mask[:, 0], mask[:, -1]])
    if not 0.15 < mask.mean() < 0.95 or edge.mean() > 0.4 or _straightness(mask) < _STRAIGHT:
        return False
    inside, outside = np.median(picture[mask]), np.median(picture[~mask])
    return bool(abs(inside - outside) > 0.2)


def _straightness(mask: Mask) -> float:
    """What share of the smallest rectangle around an area it fills, however that is turned."""
    row, column = np.nonzero(mask & ~ndimage.binary_erosion(mask))
    turn = np.deg2rad(np.arange(0, 90, 3))[:, None]
    cosine, sine = np.cos(turn), np.sin(turn)
    across, down = np.ptp(column * cosine + row * sine, axis=1), np.ptp(row * cosine - column * sine, axis=1)
    pixel = (cosine + sine)[:, 0]  # how far the corners of one pixel lie apart
    return float(mask.sum() / ((across + pixel) * (down + pixel)).min())
