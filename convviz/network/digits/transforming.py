"""Moving a digit about: shifted, turned, scaled, with noise; to see which maps move along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage


@dataclass(frozen=True)
class Change:
    """What is done to a digit: pixels to the right and down, degrees anticlockwise, a factor, noise.

    ``noise`` is the standard deviation of what is added to every pixel, 0 to 1.
    """

    right: float = 0.0
    down: float = 0.0
    turn: float = 0.0
    scale: float = 1.0
    noise: float = 0.0
    seed: int = 0

    @property
    def nothing(self) -> bool:
        """Whether the digit stays as it is."""
        return (self.right, self.down, self.turn, self.scale, self.noise) == (0, 0, 0, 1, 0)


def transformed(
    digit: NDArray[Any], change: Change, border: Literal["constant", "nearest"] = "constant"
) -> NDArray[np.float32]:
    """Apply a change to (rows, columns) or (rows, columns, channels) from 0 to 1, around the middle.

    Whole shifts move pixels and blur nothing; what leaves the picture is gone, what comes in is 0, or
    with ``border`` "nearest" the border's own colour.

    >>> transformed(np.eye(2), Change(right=1)).tolist()
    [[0.0, 1.0], [0.0, 0.0]]
    """
    values = np.asarray(digit, np.float32)
    if values.ndim == 3:
        planes = [_placed(values[..., at], change, border) for at in range(values.shape[2])]
        values = np.stack(planes, axis=-1)
    else:
        values = _placed(values, change, border)
    if change.noise:
        rng = np.random.default_rng(change.seed)
        values = values + rng.normal(0, change.noise, values.shape).astype(np.float32)
    return np.asarray(np.clip(values, 0, 1), np.float32)


def _placed(values: NDArray[np.float32], change: Change, border: str) -> NDArray[np.float32]:
    """Shift, turn and scale one plane."""
    if change.turn == 0 and change.scale == 1:
        way = (change.down, change.right)
        return np.asarray(ndimage.shift(values, way, order=1, mode=border, output=np.float32))
    angle = np.deg2rad(change.turn)
    matrix = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]]) / change.scale
    middle = (np.array(values.shape) - 1) / 2
    offset = middle - matrix @ (middle + (change.down, change.right))
    placed = ndimage.affine_transform(values, matrix, offset, order=1, mode=border, output=np.float32)
    return np.asarray(placed)
