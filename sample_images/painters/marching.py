"""A small ray marcher: solids given by their distance, light, soft shadows, reflections.

Rays walk as far as the nearest surface is away, again and again, until they touch one
(J. C. Hart, "Sphere tracing", The Visual Computer 12, 1996). Points and directions have shape
(N, 3), y points up, the unit is up to the scene.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
Distance: TypeAlias = Callable[[Floats], Floats]
Colour: TypeAlias = Callable[[Floats], Floats]

FAR = 40.0


@dataclass(frozen=True)
class Solid:
    """A thing in the scene: how far away its surface is, its colour, and how much it mirrors."""

    distance: Distance
    colour: Colour
    gloss: float = 0.0
    sharpness: float = 60.0


@dataclass(frozen=True)
class Scene:
    """Solids, the direction to the lamp, its colour, and the light from all around.

    ``softness`` is low for soft shadows; ``beam`` is how wide the lamp's light lies on the table.
    """

    solids: tuple[Solid, ...]
    lamp: tuple[float, float, float]
    lamp_colour: tuple[float, float, float]
    sky: Callable[[Floats], Floats]
    softness: float = 9.0
    beam: float = 9.0

    def distance(self, points: Floats) -> Floats:
        nearest = self.solids[0].distance(points)
        for solid in self.solids[1:]:
            np.minimum(nearest, solid.distance(points), out=nearest)
        return nearest

    def nearest(self, points: Floats) -> NDArray[np.intp]:
        return np.asarray(np.argmin([solid.distance(points) for solid in self.solids], axis=0))


def vector(x: float, y: float, z: float) -> Floats:
    return np.array([x, y, z], dtype=np.float32)


def unit(vectors: Floats) -> Floats:
    """Give vectors the length 1."""
    return np.asarray(vectors / np.sqrt((vectors * vectors).sum(axis=-1, keepdims=True)))


def camera(
    width: int, height: int, eye: Floats, target: Floats, zoom: float, samples: int
) -> tuple[Floats, tuple[int, int]]:
    """One direction for each of samples x samples rays a pixel, from ``eye`` towards ``target``."""
    rows, columns = height * samples, width * samples
    v, u = np.mgrid[:rows, :columns].astype(np.float32)
    u = (u + 0.5 - columns / 2) / rows
    v = (rows / 2 - v - 0.5) / rows
    forward = unit(target - eye)
    right = unit(np.cross(forward, vector(0, 1, 0)).astype(np.float32))
    up = np.cross(right, forward).astype(np.float32)
    rays = forward * zoom + u[..., np.newaxis] * right + v[..., np.newaxis] * up
    return unit(rays.reshape(-1, 3)), (rows, columns)


def walk(scene: Scene, origins: Floats, rays: Floats, steps: int = 96, far: float = FAR) -> Floats:
    """How far each ray goes until it touches something; ``far`` if it never does."""
    travelled = np.full(len(rays), 0.02, dtype=np.float32)
    active = np.arange(len(rays))
    for _ in range(steps):
        points = origins[active] + travelled[active, np.newaxis] * rays[active]
        gap = scene.distance(points)
        travelled[active] += gap
        active = active[(gap > 0.0008) & (travelled[active] < far)]
        if not len(active):
            break
    return np.minimum(travelled, np.float32(far))


def normals(scene: Scene, points: Floats) -> Floats:
    """Which way the surface faces: four probes at the corners of a tetrahedron."""
    total = np.zeros_like(points)
    for corner in ((1, -1, -1), (-1, -1, 1), (-1, 1, -1), (1, 1, 1)):
        probe = np.array(corner, dtype=np.float32)
        total += probe * scene.distance(points + np.float32(0.0015) * probe)[:, np.newaxis]
    return unit(total)


def shadow(scene: Scene, points: Floats, to_lamp: Floats, steps: int = 40) -> Floats:
    """How much of the lamp each point sees, 0 to 1, with soft edges (I. Quilez, 2010)."""
    seen = np.ones(len(points), dtype=np.float32)
    travelled = np.full(len(points), 0.03, dtype=np.float32)
    active = np.arange(len(points))
    for _ in range(steps):
        gap = scene.distance(points[active] + travelled[active, np.newaxis] * to_lamp)
        seen[active] = np.minimum(
            seen[active], np.clip(0.5 + 0.5 * scene.softness * gap / travelled[active], 0, 1)
        )
        travelled[active] += np.clip(gap, 0.02, 0.35)
        active = active[(seen[active] > 0.004) & (travelled[active] < 9)]
        if not len(active):
            break
    return np.asarray(seen * seen * (3 - 2 * seen))


def openness(scene: Scene, points: Floats, normal: Floats) -> Floats:
    """How free a point stands, 0 in a deep corner to 1 in the open (ambient occlusion)."""
    closed = np.zeros(len(points), dtype=np.float32)
    for step, weight in ((0.05, 0.9), (0.14, 0.55), (0.3, 0.35), (0.6, 0.2)):
        closed += weight * (step - scene.distance(points + np.float32(step) * normal)) / step
    return np.asarray(np.clip(1 - 0.5 * closed, 0.05, 1), dtype=np.float32)


def shine(scene: Scene, origins: Floats, rays: Floats, bounces: int = 1) -> Floats:
    """The light, (N, 3), that comes back along each ray; glossy things mirror once more."""
    light = scene.sky(rays)
    reach = walk(scene, origins, rays)
    hit = np.flatnonzero(reach < FAR)
    if len(hit):
        points = origins[hit] + reach[hit, np.newaxis] * rays[hit]
        light[hit] = _surface(scene, points, rays[hit], bounces)
    return light


def _surface(scene: Scene, points: Floats, rays: Floats, bounces: int) -> Floats:
    normal = normals(scene, points)
    points = points + np.float32(0.002) * normal
    to_lamp = unit(vector(*scene.lamp))
    which = scene.nearest(points)
    colour, gloss, sharpness = _material(scene, points, which)
    facing = np.maximum(normal @ to_lamp, 0)
    lit = np.zeros(len(points), dtype=np.float32)
    front = np.flatnonzero(facing > 0)
    lit[front] = shadow(scene, points[front], to_lamp) * facing[front]
    lit *= np.exp(-(points[:, 0] ** 2 + points[:, 2] ** 2) / np.float32(scene.beam**2))
    open_to = openness(scene, points, normal)
    lamp = np.array(scene.lamp_colour, dtype=np.float32)
    around = scene.sky(normal) * 0.55 + 0.06
    light = colour * (lit[:, np.newaxis] * lamp + around * open_to[:, np.newaxis])
    mirror = rays - 2 * (rays * normal).sum(axis=1, keepdims=True) * normal
    edge = (1 - np.clip(-(rays * normal).sum(axis=1), 0, 1)) ** 5
    share = np.minimum(gloss * (0.05 + 0.95 * edge), 0.9)[:, np.newaxis]
    selection = gloss * np.clip(mirror @ to_lamp, 0, 1) ** sharpness * (lit > 0) * np.minimum(1, 3 * lit)
    light = light * (1 - share) + (1.6 * selection)[:, np.newaxis] * lamp
    glossy = np.flatnonzero(gloss > 0.02)
    if bounces and len(glossy):
        light[glossy] += share[glossy] * shine(scene, points[glossy], unit(mirror[glossy]), bounces - 1)
    return np.asarray(light, dtype=np.float32)


def _material(scene: Scene, points: Floats, which: NDArray[np.intp]) -> tuple[Floats, Floats, Floats]:
    colour = np.zeros((len(points), 3), dtype=np.float32)
    gloss, sharpness = np.zeros((2, len(points)), dtype=np.float32)
    for index, solid in enumerate(scene.solids):
        here = np.flatnonzero(which == index)
        if len(here):
            colour[here] = solid.colour(points[here])
            gloss[here], sharpness[here] = solid.gloss, solid.sharpness
    return colour, gloss, sharpness


def render(
    scene: Scene, width: int, height: int, eye: Floats, target: Floats, zoom: float, samples: int
) -> Floats:
    """Take the picture: linear light of shape (height, width, 3), edges smoothed by many rays a pixel."""
    rays, (rows, columns) = camera(width, height, eye, target, zoom, samples)
    light = np.empty_like(rays)
    step = max(1, 60_000 // columns) * columns  # whole rows, small enough for the processor's cache
    for start in range(0, len(rays), step):
        part = rays[start : start + step]
        light[start : start + step] = shine(scene, np.broadcast_to(eye, part.shape), part)
    np.minimum(light, 4, out=light)  # a lone bright ray must not become a jagged pixel
    blocks = light.reshape(height, samples, width, samples, 3)
    return np.asarray(blocks.mean(axis=(1, 3)), dtype=np.float32)
