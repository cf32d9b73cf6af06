"""Separating ink from paper: uneven light, bright writing, the threshold, the table around, ruled lines."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pillow
from scipy import ndimage

Grey = NDArray[np.float32]

LONGEST = 400
"""A photo is reduced to this length at most: enough for any digit."""

Mask = NDArray[np.bool_]
_STROKE = 13
"""Pixels of a picture 100 long: what is thinner is no sheet, but writing."""

_STRAIGHT = 0.89
"""What share of the tightest rectangle around it a sheet fills: even one seen at a slant, but no thick 8."""

_TILT = 0.14
"""How far a line may rise over the width of the picture, as a share of it: 8 degrees."""

_THICKEST = 0.025
"""How thick a line may be, as a share of the picture's longer side."""

_COVERED = 0.66
"""What share of its way from edge to edge a line has to be visible on."""


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
    """Whether the writing is brighter than its background.

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
    """The brightness of the empty paper everywhere, for dark writing: same shape as ``picture``.

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
    """How much darker than the paper around it each pixel is: 0 is paper, 1 is black.

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
    """The threshold that best separates values from 0 to 1 into two groups.

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


def without_table(picture: Grey) -> tuple[Grey, Mask | None]:
    """Continue the sheet over its surroundings; also where the sheet is, None for everywhere.

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
    """Where the sheet is on a small picture, without its rim; None where there is none.

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


def without_lines(ink: Grey, faint: float) -> tuple[Grey, Mask]:
    """Remove straight lines from edge to edge, across and down; also where they were.

    ``ink`` is 0 (paper) to 1; whatever is above ``faint`` may belong to a line. Strokes that cross a
    line are repaired, and ink clearly darker than the line stays. Where little would be left, what
    looked like lines is the writing itself, and nothing is taken off.
    """
    across = _line_mask(ink, faint)
    down = _line_mask(np.ascontiguousarray(ink.T), faint).T
    lines = across | down
    if not lines.any():
        return ink, lines
    # Their middle: the mask is wider than the lines, and strokes cross only a little of it.
    level = float(np.quantile(ink[lines], 0.8))
    kept = np.where(ink > 1.35 * level + 0.08, ink, 0)
    # One after the other, so that a crossing of two lines goes too.
    bridged = _bridged(_bridged(ink, across).T, down.T).T
    cleaned = np.where(lines, np.maximum(kept, bridged), ink).astype(np.float32)
    strong = max(2 * faint, 0.15)
    if (cleaned > strong).sum() < 0.2 * max(1, (ink > strong).sum()) and level > 0.5:
        return ink, np.zeros_like(lines)
    return cleaned, lines


def _line_mask(ink: Grey, faint: float) -> Mask:
    """The lines that run from the left edge to the right one."""
    rows, columns = ink.shape
    # Lines are thin: what is as high as this element (a shadow, the stem of a marker's 1) is none.
    reach = max(2, round(max(ink.shape) * _THICKEST / 2))
    eroded = ndimage.minimum_filter1d(ink, 2 * reach + 1, axis=0)
    dark: Mask = np.asarray(ink - ndimage.maximum_filter1d(eroded, 2 * reach + 1, axis=0) > faint)
    widened = ndimage.maximum_filter1d(dark.astype(np.uint8), 3, axis=0)
    # Every other tilt and column will do: the lines were widened.
    tilts = range(-round(columns * _TILT), round(columns * _TILT) + 1, 2)
    cover = np.stack([_along(widened, tilt) for tilt in tilts])
    mask = np.zeros_like(dark)
    for tilt_at, row in _peaks(cover, reach + 1):
        places = _rows_of(row, tilts[tilt_at], columns)
        _paint(mask, dark, places, reach)
    return mask


def _rows_of(row: int, tilt: int, columns: int) -> NDArray[np.intp]:
    """The row of a tilted line in every column; ``row`` is that in the middle column."""
    rise = tilt * (np.arange(columns) / max(1, columns - 1) - 0.5)
    return np.asarray(np.rint(row + rise), dtype=np.intp)


def _along(dark: NDArray[Any], tilt: int) -> NDArray[np.float32]:
    """What share of the line through every row, at this tilt, is dark."""
    rows, columns = dark.shape
    every = np.arange(0, columns, 2)
    at = _rows_of(0, tilt, columns)[None, every] + np.arange(rows)[:, None]
    inside = (at >= 0) & (at < rows)
    found = dark[np.clip(at, 0, rows - 1), every[None, :]] * inside
    share = found.sum(axis=1) / np.maximum(inside.sum(axis=1), len(every) / 2)
    # A stroke may be long, but it rarely begins at one edge and ends at the other.
    end = max(1, len(every) // 10)
    reaches = (found[:, :end].sum(axis=1) > 0.4 * end) & (found[:, -end:].sum(axis=1) > 0.4 * end)
    slanted_out = ~(inside[:, 0] & inside[:, -1])
    return np.asarray(share * (reaches | slanted_out), np.float32)


def _peaks(cover: NDArray[np.float32], apart: int) -> list[tuple[int, int]]:
    """(tilt, row) of the lines: the most covered ones first, none close to another."""
    found: list[tuple[int, int]] = []
    best = cover.max(axis=0)
    while len(found) < 60:
        row = int(best.argmax())
        if best[row] < _COVERED:
            break
        # Neighbouring tilts cover a line as well; the one in the middle runs along its middle.
        good = np.flatnonzero(cover[:, row] >= best[row] - 0.01)
        found.append((int(good[len(good) // 2]), row))
        best[max(0, row - apart) : row + apart + 1] = 0
    return found


def _paint(mask: Mask, dark: Mask, places: NDArray[np.intp], reach: int) -> None:
    """Mark a line: the dark pixels along it, in its usual width."""
    rows, columns = mask.shape
    offsets = np.arange(-reach, reach + 1)
    at = places[None, :] + offsets[:, None]
    inside = (at >= 0) & (at < rows)
    here = dark[np.clip(at, 0, rows - 1), np.arange(columns)[None, :]] & inside
    often = here.mean(axis=1) > 0.3
    often[np.abs(offsets) <= 2] = True
    chosen = often[:, None] & inside
    mask[np.clip(at, 0, rows - 1)[chosen], np.broadcast_to(np.arange(columns), at.shape)[chosen]] = True


def _bridged(ink: NDArray[Any], lines: NDArray[Any]) -> NDArray[Any]:
    """On a line: the fainter of what is just above and just below it; elsewhere the ink itself.

    A stroke that crosses is dark on both sides and stays; the line alone has paper on both sides.
    """
    if not lines.any():
        return ink
    rows = np.arange(len(ink))[:, None]
    free = ~lines
    above = np.maximum.accumulate(np.where(free, rows, -1), axis=0)
    below = np.minimum.accumulate(np.where(free, rows, len(ink))[::-1], axis=0)[::-1]
    columns = np.arange(ink.shape[1])[None, :]
    upper = np.where(above >= 0, ink[np.maximum(above, 0), columns], 0)
    lower = np.where(below < len(ink), ink[np.minimum(below, len(ink) - 1), columns], 0)
    return np.where(lines, np.minimum(upper, lower), ink)
