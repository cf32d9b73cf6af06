"""From a drawing or a photo to a digit as MNIST has them, (28, 28) from 0 to 1; every step is kept.

Ink; uneven light removed; bright writing inverted; ruled lines removed; ink separated from paper;
specks dropped; then as MNIST was made (Y. LeCun, C. Cortes and C. Burges): cropped, "size normalized to
fit in a 20x20 pixel box while preserving their aspect ratio", and "centered in a 28x28 image by
computing the center of mass of the pixels".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pillow
from scipy import ndimage

from convviz.network.digits import paper
from convviz.network.digits.choices import Choices, Crop, check_crop
from convviz.network.digits.paper import without_lines, without_table
from convviz.network.model.layers import frozen

Ink = NDArray[np.float32]
BOX = 20
SIDE = 28
CENTRE = 14.0
"""Where the centre of mass of MNIST's digits lies, rows and columns counted from 0."""

STEPS = ("grey", "light", "lines", "ink", "cropped", "fitted", "centred")
"""Keys of the steps in order; ``light`` and ``lines`` are missing where there was nothing to do."""

_THINNEST = 1.7
"""Strokes of MNIST are about 2.7 pixels wide, hardly one less than this."""


def ink_box(ink: NDArray[Any], least: float = 0.1) -> Crop | None:
    """The smallest box around everything of at least ``least``; None where there is nothing.

    >>> ink_box(np.eye(3))
    (0, 0, 3, 3)
    """
    there = ink >= least
    rows, columns = np.flatnonzero(there.any(axis=1)), np.flatnonzero(there.any(axis=0))
    if not len(rows):
        return None
    return int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1


def cropped(ink: Ink, crop: Crop) -> Ink:
    """Cut a box out."""
    top, left, bottom, right = crop
    return ink[top:bottom, left:right]


def fitted_size(rows: int, columns: int) -> tuple[int, int]:
    """(rows, columns) in the 20x20 box, the longer one 20, the shape kept.

    >>> fitted_size(128, 76)
    (20, 12)
    """
    longest = max(rows, columns)
    return max(1, round(rows * BOX / longest)), max(1, round(columns * BOX / longest))


def fitted(ink: Ink) -> Ink:
    """Scale ink to `fitted_size`; every new pixel is the mean of what it covers, 0..1."""
    rows, columns = fitted_size(*ink.shape)
    shrinks = ink.shape[0] >= rows and ink.shape[1] >= columns
    how = Pillow.Resampling.BOX if shrinks else Pillow.Resampling.BILINEAR
    picture = Pillow.fromarray(np.ascontiguousarray(ink, np.float32)).resize((columns, rows), how)
    return np.asarray(np.clip(np.asarray(picture), 0, 1), np.float32)


def strengthened(ink: Ink) -> Ink:
    """Scale the strongest ink to full white, as in every digit of MNIST.

    Thin strokes lose strength when they are scaled down; this gives it back, up to threefold.
    """
    peak = float(np.quantile(ink[ink > 0.05], 0.9)) if (ink > 0.05).any() else 1.0
    return np.asarray(np.clip(ink / min(1.0, max(peak, 1 / 3)), 0, 1), np.float32)


def centre_of_mass(ink: NDArray[Any]) -> tuple[float, float]:
    """The mean row and column of the ink, weighted by its strength.

    >>> centre_of_mass(np.array([[0.0, 1.0], [0.0, 1.0]]))
    (0.5, 1.0)
    """
    total = float(ink.sum())
    rows, columns = ink.sum(axis=1), ink.sum(axis=0)
    return float(rows @ np.arange(len(rows))) / total, float(columns @ np.arange(len(columns))) / total


def centred(ink: Ink) -> tuple[Ink, tuple[int, int]]:
    """Put a fitted digit on 28x28 black, its centre of mass in the middle; also its position.

    It is moved by whole pixels, so that nothing is blurred, and not out of the picture. The second
    answer is (row, column) of its upper left corner.
    """
    mass = centre_of_mass(ink)
    corner = [min(max(round(CENTRE - at), 0), SIDE - size) for at, size in zip(mass, ink.shape, strict=True)]
    result = np.zeros((SIDE, SIDE), np.float32)
    result[corner[0] : corner[0] + ink.shape[0], corner[1] : corner[1] + ink.shape[1]] = ink
    return result, (corner[0], corner[1])


@dataclass(frozen=True, eq=False)
class Step:
    """One step: its key (of `STEPS`) and its picture, (rows, columns) from 0 black to 1 white.

    From ``light`` on the writing is bright on black.
    """

    key: str
    picture: Ink


@dataclass(frozen=True, eq=False)
class Preparation:
    """A digit as the network reads it, and the steps of its preparation.

    ``digit`` is (28, 28), 0 black to 1 white; all 0 where the picture is ``blank``. ``crop`` lies on the
    grey picture, ``corner`` is where the fitted digit begins in the 28x28.
    """

    digit: Ink
    blank: bool
    steps: tuple[Step, ...]
    inverted: bool
    threshold: float
    crop: Crop | None
    corner: tuple[int, int]
    lines_removed: bool

    def step(self, key: str) -> Step | None:
        """A step by its key; None where it was not needed."""
        return next((step for step in self.steps if step.key == key), None)


def prepare_drawing(ink: NDArray[Any]) -> Preparation:
    """Prepare what was drawn on the canvas: (rows, columns), 0 empty to 1 full ink. Takes a millisecond."""
    drawn = np.clip(np.asarray(ink, np.float32), 0, 1)
    steps = [Step("grey", frozen(1 - drawn)), Step("ink", frozen(drawn))]
    return _framed(drawn, steps, Choices(), ink_box(drawn), (False, 0.1, False))


def prepare(
    picture: NDArray[Any], low: float = 0.0, high: float = 255.0, choices: Choices | None = None
) -> Preparation:
    """Prepare a photo or scan: (rows, columns) or (rows, columns, 3), black ``low`` and white ``high``.

    ValueError for an empty picture or a crop outside of it.
    """
    wanted = choices or Choices()
    if np.asarray(picture).size == 0:
        raise ValueError("the picture has no pixels")
    grey = paper.grey(picture, low, high)
    steps = [Step("grey", frozen(grey))]
    if wanted.crop is not None:
        check_crop(wanted.crop, grey.shape)
    region = cropped(grey, wanted.crop) if wanted.crop else grey
    sheet, where = without_table(region)
    inverted = paper.is_bright_writing(sheet) if wanted.invert is None else wanted.invert
    ink = paper.evened(1 - sheet if inverted else sheet)
    if where is not None:
        ink[~where] = 0
    steps.append(Step("light", frozen(ink)))
    faint = max(0.03, 3 * paper.grain(ink))
    removed = False
    if wanted.lines is not False:
        ink, lines = without_lines(ink, faint)
        removed = bool(lines.any())
        if removed:
            steps.append(Step("lines", frozen(ink)))
    clear, threshold = _ink(ink, faint, wanted)
    steps.append(Step("ink", frozen(clear)))
    box = ink_box(clear, 0.5)
    return _framed(clear, steps, wanted, box, (inverted, threshold, removed))


def _ink(ink: Ink, faint: float, wanted: Choices) -> tuple[Ink, float]:
    """Ink from 0 to 1, soft at its edges, without specks; and the threshold that was used."""
    threshold = wanted.threshold
    if threshold is None:
        threshold = _threshold(ink, faint)
        if threshold is None:
            return np.zeros_like(ink), faint
    mask = _without_specks(ink > threshold)
    full = float(np.median(ink[mask])) if mask.any() else 1.0
    # Half strength lies at the threshold; the paper's half of the way and the ink's are both soft.
    soft = np.clip(0.5 + (ink - threshold) / max(full - threshold, 0.02) / 2, 0, 1)
    near = ndimage.binary_dilation(mask, iterations=1)
    return np.where(near, soft, 0).astype(np.float32), threshold


def _threshold(ink: Ink, faint: float) -> float | None:
    """The threshold of ink; None where nothing is dark enough to be writing."""
    # Empty paper fills most of the picture and would pull the threshold down; leave it out.
    dark = ink[ink > faint]
    if dark.size < 12:
        return None
    strong = float(np.quantile(dark, 0.95))
    if strong < max(0.08, 2.5 * faint / 3 + 0.05):
        return None
    threshold = paper.otsu(np.minimum(ink / strong, 1)) * strong
    return max(threshold, faint, 0.3 * strong)


def _without_specks(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Keep the writing: drop specks, and what touches the edge if there is anything else."""
    labels, count = ndimage.label(mask, np.ones((3, 3)))
    if count <= 1:
        return mask
    sizes = ndimage.sum_labels(mask, labels, np.arange(1, count + 1))
    edge = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    inside = np.ones(count, bool)
    inside[edge[edge > 0] - 1] = False
    if inside.any() and sizes[inside].max() >= 0.1 * sizes.max():
        sizes = np.where(inside, sizes, 0)
    largest = int(sizes.argmax())
    keep = sizes >= 0.06 * sizes[largest]
    near = _distances(labels, largest + 1, count) <= 0.25 * max(mask.shape)
    return np.asarray(np.isin(labels, 1 + np.flatnonzero(keep & near)))


def _distances(labels: NDArray[Any], of: int, count: int) -> NDArray[Any]:
    """How far each piece is from one of them, in pixels."""
    away = ndimage.distance_transform_edt(labels != of)
    return np.asarray(ndimage.minimum(away, labels, np.arange(1, count + 1)))


def _framed(
    ink: Ink, steps: list[Step], wanted: Choices, box: Crop | None, how: tuple[bool, float, bool]
) -> Preparation:
    """The last three steps, or none of them for a blank picture."""
    inverted, threshold, removed = how
    if box is None:
        empty = frozen(np.zeros((SIDE, SIDE)))
        return Preparation(empty, True, tuple(steps), inverted, threshold, None, (0, 0), removed)
    cut = cropped(ink, box)
    small = strengthened(fitted(_thickened(cut)))
    digit, corner = centred(small)
    steps += [Step("cropped", frozen(cut)), Step("fitted", frozen(small)), Step("centred", frozen(digit))]
    offset = wanted.crop or (0, 0, 0, 0)
    crop = (box[0] + offset[0], box[1] + offset[1], box[2] + offset[0], box[3] + offset[1])
    return Preparation(frozen(digit), False, tuple(steps), inverted, threshold, crop, corner, removed)


def _thickened(ink: Ink) -> Ink:
    """Widen strokes that would be too thin to see once they are fitted into the box."""
    mask = ink > 0.5
    if not mask.any():
        return ink
    scale = BOX / max(ink.shape)
    width = 4 * (float(ndimage.distance_transform_edt(np.pad(mask, 1))[1:-1, 1:-1][mask].mean()) - 0.5) + 0.5
    missing = (_THINNEST - width * scale) / scale
    size = 1 + 2 * round(missing / 2)
    if size < 3:
        return ink
    row, column = np.mgrid[:size, :size] - size // 2
    disc = row**2 + column**2 <= (size / 2) ** 2
    return np.asarray(ndimage.grey_dilation(ink, footprint=disc, mode="constant"), np.float32)
