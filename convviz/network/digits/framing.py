"""The last steps of MNIST's preparation: cropped, fitted into 20x20, centred in 28x28.

Y. LeCun, C. Cortes and C. Burges: "The images were centered in a 28x28 image by computing the
center of mass of the pixels, and translating the image so as to position this point at the center
of the 28x28 field"; before that they were "size normalized to fit in a 20x20 pixel box while
preserving their aspect ratio".
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pillow

Ink = NDArray[np.float32]
Crop = tuple[int, int, int, int]
"""(top, left, bottom, right); bottom and right are the first row and column outside."""

BOX = 20
SIDE = 28
CENTRE = 14.0
"""Where the centre of mass of MNIST's digits lies, rows and columns counted from 0."""


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
    """Make the darkest ink fully white, as every digit of MNIST has some that is.

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
    """Put a fitted digit on 28x28 black, its centre of mass in the middle, and say where it went.

    It is moved by whole pixels, so that nothing is blurred, and not out of the picture. The second
    answer is (row, column) of its upper left corner.
    """
    mass = centre_of_mass(ink)
    corner = [min(max(round(CENTRE - at), 0), SIDE - size) for at, size in zip(mass, ink.shape, strict=True)]
    result = np.zeros((SIDE, SIDE), np.float32)
    result[corner[0] : corner[0] + ink.shape[0], corner[1] : corner[1] + ink.shape[1]] = ink
    return result, (corner[0], corner[1])
