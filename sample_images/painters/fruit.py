"""Fruit in a bowl on a striped cloth: a picture in full colour."""

from __future__ import annotations

import marching
import numpy as np
import solids
from marching import Floats, Scene, Solid, vector
from numpy.typing import NDArray

from convviz.core.samples.panorama import finish, fractal, tone, value_noise

Place = tuple[float, float, float]

_ORANGES: tuple[Place, ...] = ((-0.62, 0.98, 0.35), (0.28, 1.02, 0.62), (2.35, 0.5, 0.95))
_APPLES: tuple[Place, ...] = ((0.72, 1.06, -0.25), (-2.2, 0.52, 1.0))
_LIMES: tuple[Place, ...] = ((-0.28, 1.2, -0.42), (1.35, 0.34, 1.75))
_GRAPES: tuple[Place, ...] = tuple(
    (
        -1.05 + 0.27 * (i % 4) + 0.1 * (i // 4 % 2),
        0.2 + 0.22 * (i // 8),
        1.75 + 0.25 * (i // 4 % 2) + 0.04 * (i % 3),
    )
    for i in range(13)
)


def paint(width: int = 600, height: int = 400, samples: int = 3) -> NDArray[np.uint8]:
    """Paint the fruit, shape (height, width, 3)."""
    scene = Scene(
        solids=(
            Solid(lambda p: p[:, 1].copy(), _cloth, gloss=0.0),
            Solid(lambda p: p[:, 2] + np.float32(3.4), _wall),
            Solid(_bowl, _bowl_colour, gloss=0.8, sharpness=200),
            Solid(_oranges, _orange_peel, gloss=0.35, sharpness=35),
            Solid(_apples, _apple_skin, gloss=0.8, sharpness=110),
            Solid(_limes, _lime_skin, gloss=0.5, sharpness=50),
            Solid(_grapes, _grape_skin, gloss=0.9, sharpness=140),
            Solid(_lemon, _lemon_skin, gloss=0.4, sharpness=40),
        ),
        lamp=(-0.7, 1.0, 0.45),
        lamp_colour=(1.75, 1.5, 1.2),
        sky=_daylight,
        softness=6.0,
        beam=6.5,
    )
    eye, target = vector(0.5, 4.0, 7.2), vector(0.05, 0.58, 0.42)
    return finish(marching.render(scene, width, height, eye, target, 1.78, samples), seed=21)


def _many(points: Floats, places: tuple[Place, ...], radius: float) -> Floats:
    nearest = solids.sphere(points, places[0], radius)
    for place in places[1:]:
        np.minimum(nearest, solids.sphere(points, place, radius), out=nearest)
    return nearest


def _oranges(points: Floats) -> Floats:
    dents = value_noise(points[:, 0] * 19 + points[:, 2] * 11, points[:, 1] * 22 - points[:, 2] * 9, seed=5)
    return _many(points, _ORANGES, 0.5) + np.float32(0.004) * dents


def _apples(points: Floats) -> Floats:
    """Balls with a dimple at the top, and a stalk in it."""
    result = np.full(len(points), 1e3, dtype=np.float32)
    for x, y, z in _APPLES:
        r, h = solids.length(points[:, 0] - x, points[:, 2] - z), points[:, 1] - y
        body = solids.length(r - 0.16, h * np.float32(1.06)) - 0.38
        stalk = solids.segment(r, h, (0.0, 0.15), (0.04, 0.56)) - 0.022
        result = np.minimum(result, np.minimum(body * np.float32(0.9), stalk))
    return result


def _limes(points: Floats) -> Floats:
    (ax, ay, az), (bx, by, bz) = _LIMES
    first = solids.ellipsoid(points, (ax, ay, az), (0.46, 0.36, 0.37))
    return np.minimum(first, solids.ellipsoid(points, (bx, by, bz), (0.44, 0.34, 0.35)))


def _lemon(points: Floats) -> Floats:
    p = solids.turned(points, 0.5, (0.28, 2.05))
    body = solids.ellipsoid(p, (0.0, 0.38, 0.0), (0.5, 0.38, 0.38))
    tip = solids.sphere(p, (0.47, 0.38, 0.0), 0.1)
    return solids.smooth_union(body, tip, 0.12)


def _grapes(points: Floats) -> Floats:
    return _many(points, _GRAPES, 0.17)


def _bowl(points: Floats) -> Floats:
    r, y = solids.length(points[:, 0], points[:, 2]), points[:, 1]
    foot = solids.segment(r, y, (0.5, 0.06), (0.55, 0.14)) - 0.05
    low = solids.segment(r, y, (0.0, 0.18), (0.75, 0.24)) - 0.06
    wall = solids.segment(r, y, (0.75, 0.24), (1.42, 0.86)) - 0.06
    return solids.smooth_union(solids.smooth_union(low, wall, 0.25), foot, 0.1)


def _mixed(share: Floats, low: Place, high: Place) -> Floats:
    part = np.clip(share, 0, 1)[:, np.newaxis]
    return np.asarray((1 - part) * tone(*low) + part * tone(*high), dtype=np.float32)


def _cloth(points: Floats) -> Floats:
    """Linen with blue and red stripes both ways, and its weave."""
    p = solids.turned(points, -0.5)
    x, z = p[:, 0] + np.float32(20.0), p[:, 2] + np.float32(20.0)
    colour = np.tile(tone(0.56, 0.53, 0.46), (len(points), 1))
    for place in (x, z):
        blue, red = np.abs(place % 1.6 - 0.5) < 0.2, np.abs(place % 1.6 - 1.2) < 0.05
        colour[blue] *= tone(0.34, 0.5, 0.82)
        colour[red] *= tone(0.9, 0.22, 0.2)
    weave = 0.5 + 0.25 * (np.sin(x * 95) + np.sin(z * 95)) * np.exp(-((points[:, 2] - 3) ** 2) / 30)
    folds = fractal(x * 0.7, z * 0.7, seed=31, octaves=3)
    return np.asarray(colour * (0.72 + 0.12 * weave + 0.4 * (folds - 0.3))[:, np.newaxis], dtype=np.float32)


def _wall(points: Floats) -> Floats:
    """Plaster, painted green-grey."""
    rough = fractal(points[:, 0] * 2.2 + 30, points[:, 1] * 2.2, seed=91)
    return _mixed(rough, (0.05, 0.11, 0.11), (0.12, 0.21, 0.2))


def _bowl_colour(points: Floats) -> Floats:
    """White china with a cobalt pattern of waves and dots around it."""
    angle = np.arctan2(points[:, 2], points[:, 0])
    y = points[:, 1]
    wave = np.abs(y - 0.55 - 0.06 * np.sin(angle * 14)) < 0.03
    dots = (np.abs(y - 0.72) < 0.028) & (np.sin(angle * 28) > 0.1)
    rim = np.abs(y - 0.86) < 0.05
    return _mixed((wave | dots | rim).astype(np.float32), (0.72, 0.72, 0.7), (0.02, 0.07, 0.36))


def _orange_peel(points: Floats) -> Floats:
    spots = fractal(points[:, 0] * 5 + points[:, 1], points[:, 2] * 5 + points[:, 1] * 3, seed=41)
    return _mixed(spots * 1.4 - 0.2, (0.72, 0.15, 0.004), (0.85, 0.25, 0.008))


def _apple_skin(points: Floats) -> Floats:
    streaks = value_noise(
        np.arctan2(points[:, 2], points[:, 0] - 0.7) * 9 + 40, points[:, 1] * 2 + 9, seed=51
    )
    blush = fractal(points[:, 0] * 1.1 + 7, points[:, 2] * 1.1 + points[:, 1] + 5, seed=52, octaves=3)
    stalk = np.zeros(len(points), dtype=bool)
    for x, y, z in _APPLES:
        stalk |= (solids.length(points[:, 0] - x, points[:, 2] - z) < 0.075) & (points[:, 1] > y + 0.29)
    skin = _mixed(2.4 * blush - 0.95 + 0.5 * (streaks - 0.5), (0.42, 0.012, 0.02), (0.62, 0.34, 0.04))
    skin[stalk] = tone(0.1, 0.05, 0.02)
    return skin


def _lime_skin(points: Floats) -> Floats:
    spots = fractal(points[:, 0] * 4 + 3, points[:, 2] * 4 + points[:, 1] * 3, seed=61)
    return _mixed(spots, (0.05, 0.22, 0.015), (0.3, 0.5, 0.05))


def _grape_skin(points: Floats) -> Floats:
    bloom = fractal(points[:, 0] * 4 + 11, points[:, 1] * 4 + points[:, 2] * 3, seed=71, octaves=3)
    return _mixed(bloom * 1.2 - 0.2, (0.05, 0.008, 0.05), (0.2, 0.07, 0.2))


def _lemon_skin(points: Floats) -> Floats:
    spots = fractal(points[:, 0] * 5 + 2, points[:, 2] * 5 + points[:, 1] * 3, seed=81)
    return _mixed(spots, (0.86, 0.6, 0.02), (0.92, 0.76, 0.1))


def _daylight(rays: Floats) -> Floats:
    """A warm wall, cool light from above, a large bright window at the upper left."""
    x, y, z = rays[:, 0], rays[:, 1], rays[:, 2]
    base = _mixed(0.5 + 0.6 * y, (0.1, 0.075, 0.055), (0.3, 0.34, 0.4))
    u, v = z / np.maximum(-x, 1e-3), y / np.maximum(-x, 1e-3)
    pane = (x < 0) & (np.abs(u - 0.5) < 0.55) & (np.abs(v - 1.3) < 0.6) & (np.abs(u - 0.5) > 0.04)
    base[pane] = tone(2.6, 2.7, 2.8)
    return base
