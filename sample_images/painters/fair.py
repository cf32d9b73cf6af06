"""A fair in the evening: a Ferris wheel, roofs, bunting and sunbeams, edges in every direction."""

from __future__ import annotations

import math

import numpy as np
import PIL.Image
import PIL.ImageDraw
from numpy.typing import NDArray

from convviz.core.samples.panorama import Floats, cloudy, finish, tone

Point = tuple[float, float]
Paint = tuple[int, int, int]

_HUB, _RIM = (395.0, 166.0), 132.0
_CABINS = 18
_SUN = (120.0, 262.0)
_DARK: Paint = (38, 30, 48)


class Canvas:
    """Draws in the coordinates of a 600x400 picture, whatever the real size."""

    def __init__(self, width: int, height: int, samples: int) -> None:
        self.scale = width * samples / 600
        self.image = PIL.Image.new("RGB", (width * samples, height * samples))
        self._draw = PIL.ImageDraw.Draw(self.image)

    def _points(self, points: list[Point]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]

    def line(self, points: list[Point], paint: Paint, width: float) -> None:
        stroke = max(1, round(width * self.scale))
        self._draw.line(self._points(points), fill=paint, width=stroke, joint="curve")

    def shape(self, points: list[Point], paint: Paint) -> None:
        self._draw.polygon(self._points(points), fill=paint)

    def disc(self, centre: Point, radius: float, paint: Paint) -> None:
        self._draw.circle(self._points([centre])[0], radius * self.scale, fill=paint)

    def ring(self, centre: Point, radius: float, paint: Paint, width: float) -> None:
        outer = self._points([centre])[0]
        stroke = max(1, round(width * self.scale))
        self._draw.circle(outer, (radius + width / 2) * self.scale, outline=paint, width=stroke)

    def box(self, left: float, top: float, right: float, bottom: float, paint: Paint) -> None:
        self.shape([(left, top), (right, top), (right, bottom), (left, bottom)], paint)


def paint(width: int = 600, height: int = 400, samples: int = 3) -> NDArray[np.uint8]:
    """Paint the fair, shape (height, width, 3)."""
    canvas = Canvas(width, height, samples)
    canvas.image.paste(_sky(width * samples, height * samples))
    _hills(canvas)
    _wheel(canvas)
    _houses(canvas)
    _bunting(canvas)
    _ground(canvas)
    small = canvas.image.resize((width, height), PIL.Image.Resampling.BOX)
    light = (np.asarray(small, dtype=np.float32) / 255) ** np.float32(2.2)
    return finish(light * np.float32(1.2), seed=31, vignette=0.2)


def _sky(width: int, height: int) -> PIL.Image.Image:
    """Blue above, orange below, a sun with beams, thin clouds."""
    y = np.linspace(0, 400, height, dtype=np.float32)[:, np.newaxis]
    x = np.linspace(0, 600, width, dtype=np.float32)[np.newaxis, :]
    blend = np.clip(y / 290, 0, 1)[..., np.newaxis] ** np.float32(0.8)
    sky = np.asarray((1 - blend) * tone(58, 84, 150) + blend * tone(255, 178, 104), dtype=np.float32)
    far = np.hypot(x - _SUN[0], y - _SUN[1])
    angle = np.arctan2(y - _SUN[1], x - _SUN[0])
    beams = (np.sin(angle * 22) > 0.1) * np.exp(-far / 230) * 0.32
    glow = np.exp(-far / 95) * 0.85 + (far < 34) + beams
    clouds = np.clip(cloudy(height, width, (9, 3), seed=3) * 2.4 - 1.35, 0, 0.6) * np.clip(
        1.2 - y / 250, 0, 1
    )
    sky = _over(sky, tone(255, 226, 168), np.minimum(glow, 1))
    sky = _over(sky, tone(255, 214, 204), clouds)
    return PIL.Image.fromarray(np.clip(sky, 0, 255).astype(np.uint8))


def _over(below: Floats, colour: Floats, share: Floats) -> Floats:
    part = share[..., np.newaxis]
    return np.asarray(below * (1 - part) + colour * part, dtype=np.float32)


def _hills(canvas: Canvas) -> None:
    for base, rise, paint_, phase in ((286, 26, (150, 104, 128), 0.4), (306, 20, (104, 72, 104), 2.1)):
        ridge = [
            (float(x), base - rise * math.sin(x / 97 + phase) - 0.4 * rise * math.sin(x / 31 + 2 * phase))
            for x in range(0, 605, 5)
        ]
        canvas.shape([*ridge, (600, 400), (0, 400)], paint_)


def _round(angle: float, radius: float) -> Point:
    return _HUB[0] + radius * math.cos(angle), _HUB[1] + radius * math.sin(angle)


def _wheel(canvas: Canvas) -> None:
    for foot in (-78, 78):
        canvas.line([_HUB, (_HUB[0] + foot, 350)], _DARK, 7)
        canvas.line([(_HUB[0], 225), (_HUB[0] + foot * 0.66, 290)], _DARK, 3)
    canvas.line([(_HUB[0] - 52, 290), (_HUB[0] + 52, 290)], _DARK, 4)
    steps = [2 * math.pi * i / _CABINS for i in range(_CABINS)]
    for angle, following in zip(steps, [*steps[1:], steps[0]], strict=True):
        canvas.line([_HUB, _round(angle, _RIM)], (244, 232, 214), 1.5)
        canvas.line([_round(angle, _RIM - 22), _round(following, _RIM)], (222, 196, 180), 1.1)
        canvas.line([_round(angle, _RIM), _round(following, _RIM - 22)], (222, 196, 180), 1.1)
    for radius, width in ((_RIM, 4.0), (_RIM - 22, 2.6), (44, 2.4)):
        canvas.ring(_HUB, radius, (250, 240, 224), width)
    for number, angle in enumerate(steps):
        _cabin(canvas, _round(angle, _RIM), ((206, 56, 58), (240, 190, 64), (46, 132, 140))[number % 3])
    canvas.disc(_HUB, 13, (206, 56, 58))
    canvas.disc(_HUB, 7, (250, 240, 224))


def _cabin(canvas: Canvas, at: Point, paint: Paint) -> None:
    """A cabin hangs straight down from the rim, whatever its place."""
    x, y = at
    canvas.shape([(x - 9, y + 6), (x, y - 2), (x + 9, y + 6)], paint)
    canvas.box(x - 7.5, y + 6, x + 7.5, y + 13, (255, 236, 190))
    canvas.shape([(x - 9, y + 13), (x + 9, y + 13), (x + 6.5, y + 20), (x - 6.5, y + 20)], paint)
    canvas.disc(at, 2.6, _DARK)


def _houses(canvas: Canvas) -> None:
    plans = (
        (8, 74, 252, 40, (176, 84, 74)),
        (76, 66, 268, 52, (196, 150, 98)),
        (150, 84, 246, 34, (120, 104, 132)),
        (232, 60, 272, 58, (188, 112, 92)),
        (500, 96, 256, 46, (150, 92, 104)),
    )
    for left, width, top, gable, front in plans:
        _house(canvas, left, left + width, top, gable, front)


def _house(canvas: Canvas, left: float, right: float, top: float, gable: float, front: Paint) -> None:
    middle = (left + right) / 2
    canvas.box(left, top, right, 352, front)
    shade = (int(front[0] * 0.72), int(front[1] * 0.72), int(front[2] * 0.76))
    canvas.box(right - (right - left) * 0.22, top, right, 352, shade)
    canvas.shape([(left - 5, top), (middle, top - gable), (right + 5, top)], (74, 46, 60))
    canvas.shape([(left + 7, top - 3), (middle, top - gable + 8), (right - 7, top - 3)], front)
    for row in range(int((340 - top) // 26)):
        for column in range(3):
            x = left + (right - left) * (0.2 + 0.3 * column)
            lit = (row * 3 + column + int(left)) % 4 != 1
            pane: Paint = (255, 222, 140) if lit else (58, 54, 78)
            y = top + 10 + 26 * row
            canvas.box(x - 6, y, x + 6, y + 15, (64, 44, 56))
            canvas.box(x - 4.5, y + 1.5, x + 4.5, y + 13.5, pane)
            canvas.line([(x, y), (x, y + 15)], (64, 44, 56), 1.2)
            canvas.line([(x - 6, y + 7), (x + 6, y + 7)], (64, 44, 56), 1.2)


def _bunting(canvas: Canvas) -> None:
    """Two strings of pennants, sagging as chains do."""
    colours: tuple[Paint, ...] = ((206, 56, 58), (244, 236, 220), (46, 132, 140), (240, 190, 64))
    for (x0, y0), (x1, y1), sag in (((-10, 20), (268, 46), 42), ((238, 30), (612, -6), 30)):
        string = []
        for i in range(41):
            t = i / 40
            string.append((x0 + t * (x1 - x0), y0 + t * (y1 - y0) + 4 * sag * t * (1 - t)))
        for i in range(1, 38, 3):
            (ax, ay), (bx, by) = string[i], string[i + 2]
            canvas.shape([(ax, ay), (bx, by), ((ax + bx) / 2, (ay + by) / 2 + 19)], colours[i // 3 % 4])
        canvas.line(string, _DARK, 1.6)


def _ground(canvas: Canvas) -> None:
    """A paved square in perspective, a fence, and two tents with striped roofs."""
    canvas.box(0, 348, 600, 400, (92, 70, 82))
    for i in range(-14, 15):
        canvas.line([(300 + 26 * i, 348), (300 + 78 * i, 402)], (132, 104, 108), 1.4)
    for depth in (352, 358, 366, 377, 391):
        canvas.line([(0, depth), (600, depth)], (132, 104, 108), 1.2)
    for left, colour in ((300, (206, 56, 58)), (430, (46, 132, 140))):
        _tent(canvas, float(left), colour)


def _tent(canvas: Canvas, left: float, colour: Paint) -> None:
    top, eave = (left + 42, 292.0), 324.0
    white: Paint = (248, 238, 222)
    for i in range(8):
        a, b = left + 10.5 * i, left + 10.5 * (i + 1)
        paint_ = colour if i % 2 == 0 else white
        canvas.shape([top, (a, eave), (b, eave)], paint_)
        canvas.disc(((a + b) / 2, eave), 5.2, paint_)
        wall = colour if i % 2 == 0 else (214, 200, 190)
        canvas.shape([(a + 1, eave + 4), (b + 1, eave + 4), (b + 1, 362), (a + 1, 362)], wall)
    canvas.shape([(left + 32, 362), (left + 42, 334), (left + 54, 362)], _DARK)
    canvas.line([top, (top[0], 278)], _DARK, 1.8)
    canvas.shape([(top[0], 278), (top[0] + 14, 282), (top[0], 287)], (240, 190, 64))
