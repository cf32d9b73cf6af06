"""Distances to simple bodies, the letters of the scenes' alphabet (formulas: I. Quilez)."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]


def length(*parts: NDArray[Any]) -> Floats:
    """The length of a vector given by its parts."""
    return np.asarray(np.sqrt(sum(part * part for part in parts)), dtype=np.float32)


def smooth_union(a: Floats, b: Floats, k: float) -> Floats:
    """Two bodies grown together with a fillet of about ``k``."""
    h = np.clip(0.5 + 0.5 * (b - a) / k, 0, 1)
    return np.asarray(b + (a - b) * h - k * h * (1 - h), dtype=np.float32)


def segment(x: Floats, y: Floats, start: tuple[float, float], end: tuple[float, float]) -> Floats:
    """Distance in a plane to the line from ``start`` to ``end``."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    share = np.clip(((x - start[0]) * dx + (y - start[1]) * dy) / (dx * dx + dy * dy), 0, 1)
    return length(x - start[0] - share * dx, y - start[1] - share * dy)


def disc(points: Floats, y: float, radius: float, half: float, rounding: float) -> Floats:
    """A round plate lying at height ``y``, ``2 * half`` thick, with rounded rims."""
    r = length(points[:, 0], points[:, 2]) - (radius - rounding)
    h = np.abs(points[:, 1] - y) - (half - rounding)
    outside = length(np.maximum(r, 0), np.maximum(h, 0))
    return np.asarray(outside + np.minimum(np.maximum(r, h), 0) - rounding, dtype=np.float32)


def sphere(points: Floats, centre: tuple[float, float, float], radius: float) -> Floats:
    """A ball."""
    x, y, z = (points[:, i] - centre[i] for i in range(3))
    return np.asarray(length(x, y, z) - radius, dtype=np.float32)


def ellipsoid(
    points: Floats, centre: tuple[float, float, float], radii: tuple[float, float, float]
) -> Floats:
    """An egg or a spoon's bowl; a good guess of the distance, never too long."""
    parts = [(points[:, i] - centre[i]) / radii[i] for i in range(3)]
    near = length(*parts)
    slope = length(*(part / radius for part, radius in zip(parts, radii, strict=True)))
    return np.asarray(near * (near - 1) / np.maximum(slope, 1e-4), dtype=np.float32)


def turned(points: Floats, angle: float, centre: tuple[float, float] = (0.0, 0.0)) -> Floats:
    """The points as seen by a body that is turned about the upright axis through ``centre`` (x, z)."""
    c, s = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    x, z = points[:, 0] - centre[0], points[:, 2] - centre[1]
    return np.stack([c * x - s * z, points[:, 1], s * x + c * z], axis=1)
