"""A hand-drawn digit: pen strokes as curves, inked smoothly on a small grid."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

_FIVE = (  # (x, y) in pixels of a 28x28 picture; each stroke is one pull of the pen
    ((18.15, 5.95), (15.21, 5.66), (12.17, 6.23), (9.99, 6.52)),
    ((9.99, 6.52), (9.61, 8.51), (8.94, 10.60), (8.46, 12.69)),
    ((8.46, 12.69), (10.65, 11.84), (13.12, 11.55), (15.21, 12.41), (17.20, 13.74), (18.06, 16.02)),
    ((18.06, 16.02), (18.15, 18.39), (16.64, 20.58), (13.97, 21.81), (11.22, 22.10), (8.66, 21.05)),
)


def smooth_curve(points: Points, steps: int = 12) -> Points:
    """Run a smooth line through the given points, shape (n, 2), as Catmull-Rom splines do.

    E. Catmull and R. Rom, "A class of local interpolating splines", 1974.

    >>> smooth_curve(np.array([[0.0, 0.0], [2.0, 0.0]]), steps=2).tolist()
    [[0.0, 0.0], [1.0, 0.0], [2.0, 0.0]]
    """
    padded = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, np.newaxis]
    pieces = [
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
        for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False)
    ]
    return np.vstack([*pieces, points[-1]])


def distance_to(line: Points, shape: tuple[int, int]) -> NDArray[np.float64]:
    """How far each pixel's centre is from a line of points, in pixels; result has ``shape``."""
    y, x = np.mgrid[: shape[0], : shape[1]] + 0.0
    here = np.stack([x, y], axis=-1)[:, :, np.newaxis]
    starts, along = line[:-1], np.diff(line, axis=0)
    length = np.maximum((along**2).sum(axis=1), 1e-12)
    share = np.clip(((here - starts) * along).sum(axis=-1) / length, 0, 1)
    nearest = starts + share[..., np.newaxis] * along
    return np.asarray(np.sqrt(((here - nearest) ** 2).sum(axis=-1)).min(axis=2))


def draw_five() -> NDArray[np.uint8]:
    """Draw a 5 as a pen would, 28x28 bytes, white (255) on black (0).

    >>> draw_five().shape, int(draw_five().max())
    ((28, 28), 255)
    """
    ink = np.zeros((28, 28))
    for stroke in _FIVE:
        distance = distance_to(smooth_curve(np.array(stroke)), ink.shape)
        ink = np.maximum(ink, np.clip(1.75 - distance, 0, 1))
    return np.round(255 * ink).astype(np.uint8)
