"""A mug on a wooden table by a window: the picture on which edge kernels are first tried."""

from __future__ import annotations

import marching
import numpy as np
import solids
from marching import Floats, Scene, Solid, vector
from numpy.typing import NDArray

from convviz.core.samples.panorama import finish, fractal, value_noise

_HANDLE_AT = -0.62  # radians about the mug's axis, so that the handle shows its opening


def paint(width: int = 600, height: int = 400, samples: int = 3) -> NDArray[np.uint8]:
    """Paint the mug in grey, shape (height, width)."""
    scene = Scene(
        solids=(
            Solid(_table, _wood, gloss=0.25, sharpness=30),
            Solid(_mug, _glaze, gloss=0.9, sharpness=220),
            Solid(_coffee, lambda p: _flat(p, 0.004), gloss=0.3, sharpness=400),
            Solid(_saucer, _saucer_colour, gloss=0.5, sharpness=160),
            Solid(_spoon, lambda p: _flat(p, 0.16), gloss=7.0, sharpness=120),
        ),
        lamp=(-0.75, 0.95, 0.35),
        lamp_colour=(2.1, 2.1, 2.1),
        sky=_window,
        softness=7.0,
        beam=4.6,
    )
    eye, target = vector(0.15, 4.1, 6.1), vector(0.12, 0.72, 0.05)
    light = marching.render(scene, width, height, eye, target, 1.72, samples)
    return finish(light[:, :, 0], seed=11)


def _flat(points: Floats, value: float) -> Floats:
    return np.full((len(points), 3), value, dtype=np.float32)


def _table(points: Floats) -> Floats:
    return np.asarray(points[:, 1].copy())


def _mug(points: Floats) -> Floats:
    r, y = solids.length(points[:, 0], points[:, 2]), points[:, 1]
    wall = solids.segment(r, y, (0.86, 0.42), (1.02, 2.0)) - 0.058
    floor = solids.segment(r, y, (0.0, 0.2), (0.62, 0.2)) - 0.07
    curve = solids.segment(r, y, (0.62, 0.2), (0.86, 0.42)) - 0.062
    body = solids.smooth_union(solids.smooth_union(wall, curve, 0.12), floor, 0.05)
    return solids.smooth_union(body, _handle(points, r), 0.08)


def _handle(points: Floats, r: Floats) -> Floats:
    p = solids.turned(points, _HANDLE_AT)
    ring = solids.length(p[:, 0] - 1.0, (p[:, 1] - 1.15) * np.float32(0.86)) - 0.52
    flat = solids.length(np.maximum(np.abs(ring) - 0.03, 0), np.maximum(np.abs(p[:, 2]) - 0.07, 0)) - 0.06
    return np.asarray(np.maximum(flat, 0.93 - r))


def _coffee(points: Floats) -> Floats:
    return solids.disc(points, 1.62, 0.95, 0.02, 0.01)


def _saucer(points: Floats) -> Floats:
    r, y = solids.length(points[:, 0], points[:, 2]), points[:, 1]
    flat = solids.segment(r, y, (0.0, 0.1), (1.05, 0.1)) - 0.045
    rim = solids.segment(r, y, (1.05, 0.1), (1.95, 0.32)) - 0.04
    return solids.smooth_union(flat, rim, 0.08)


def _spoon(points: Floats) -> Floats:
    p = solids.turned(points, 2.5, (0.35, 1.42))
    bowl = solids.ellipsoid(p, (-0.55, 0.34, 0.0), (0.34, 0.07, 0.2))
    x, y, z = p[:, 0], p[:, 1], p[:, 2]
    stem = solids.segment(x, y, (-0.3, 0.34), (1.5, 0.47))
    thin = solids.length(stem, np.maximum(np.abs(z) - 0.02 - 0.025 * np.clip(x, 0, 1.5), 0)) - 0.028
    return solids.smooth_union(bowl, thin, 0.09)


def _glaze(points: Floats) -> Floats:
    """Dark outside with two light bands (whose edges run level), white inside."""
    r, y = solids.length(points[:, 0], points[:, 2]), points[:, 1]
    middle = 0.86 + (y - 0.42) * (0.16 / 1.58)
    inside = (r < middle - 0.01) | ((y > 1.99) & (r < 1.05))
    band = ((np.abs(y - 1.62) < 0.05) | (np.abs(y - 1.45) < 0.025)) & (r < 1.12)
    outside = np.where(band, 0.62, 0.024)
    return np.repeat(np.where(inside, 0.78, outside).astype(np.float32)[:, np.newaxis], 3, axis=1)


def _saucer_colour(points: Floats) -> Floats:
    r = solids.length(points[:, 0], points[:, 2])
    ring = np.abs(r - 1.84) < 0.035
    return np.repeat(np.where(ring, 0.62, 0.026).astype(np.float32)[:, np.newaxis], 3, axis=1)


def _wood(points: Floats) -> Floats:
    """Boards with grain: noise drawn out along the board, darker in the gaps."""
    p = solids.turned(points, 0.42)
    along, across = p[:, 0], p[:, 2] + np.float32(10.3)
    board = np.floor(across / 2.3)
    place = across / 2.3 - board
    shift = board * np.float32(17.3)
    rings = fractal(along * 0.35 + shift, across * 3.1, seed=3)
    lines = value_noise(along * 1.3 + shift, (across + 0.9 * rings) * 26, seed=9)
    pores = value_noise(along * 5 + shift, across * 70, seed=12)
    tone = 0.02 + 0.17 * rings**1.5 + 0.07 * (lines - 0.5) + 0.04 * (pores - 0.5)
    tone = tone * (0.8 + 0.4 * value_noise(board, np.zeros_like(board), seed=4))
    gap = np.clip(np.minimum(place, 1 - place) * 2.3 / 0.03, 0.15, 1)
    tone = np.maximum(tone, 0.012)
    return np.repeat((tone * gap).astype(np.float32)[:, np.newaxis], 3, axis=1)


def _window(rays: Floats) -> Floats:
    """A dim room with a bright window of four panes on the left; what the glaze mirrors."""
    x, y, z = rays[:, 0], rays[:, 1], rays[:, 2]
    room = 0.14 + 0.22 * np.clip(y, 0, 1) + 0.15 * np.clip(-x, 0, 1)
    u, v = z / np.maximum(-x, 1e-3), y / np.maximum(-x, 1e-3)
    pane = (x < 0) & (np.abs(u - 0.35) < 0.62) & (np.abs(v - 1.0) < 0.62)
    bars = (np.abs(u - 0.35) < 0.05) | (np.abs(v - 1.0) < 0.05)
    light = np.where(pane & ~bars, 3.2, room)
    return np.repeat(light.astype(np.float32)[:, np.newaxis], 3, axis=1)
