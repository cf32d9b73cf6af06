"""Taking the lines of ruled and squared paper off, and leaving the writing."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

Grey = NDArray[np.float32]
Mask = NDArray[np.bool_]

_TILT = 0.14
"""How far a line may rise over the width of the picture, as a share of it: 8 degrees."""
_THICKEST = 0.025
"""How thick a line may be, as a share of the picture's longer side."""
_COVERED = 0.66
"""What share of its way from edge to edge a line has to be visible on."""


def without_lines(ink: Grey, faint: float) -> tuple[Grey, Mask]:
    """Take straight lines from edge to edge off, across and down; and say where they were.

    ``ink`` is 0 (paper) to 1; whatever is above ``faint`` may belong to a line. Strokes that cross a
    line are mended, and ink clearly darker than the line stays. Where little would be left, what
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
    """Where lines run across, from the left edge to the right one."""
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
    # A stroke may be long, but it seldom begins at one edge and ends at the other.
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
    """Mark a line: the dark cells around its way, as wide as it mostly is."""
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
