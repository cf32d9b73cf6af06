"""A mountain lake of 12 megapixels, painted when it is asked for, and the noise and film it is made of.

The painters of the stored pictures (``sample_images/painters``) use the same noise and film.
"""

from __future__ import annotations

import math
from typing import Any, TypeAlias

import numpy as np
import PIL.Image
import PIL.ImageDraw
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]

_SIZE = 256

_TONES = 4096
Tone = tuple[float, float, float]
_SHORE, _MEADOW = 0.6, 0.79  # where the lake begins and ends, in parts of the height
_HAZE: Tone = (0.62, 0.72, 0.86)


def tone(*parts: float) -> Floats:
    """A colour, or any short row of numbers, as float32."""
    return np.array(parts, dtype=np.float32)


def value_noise(x: Floats, y: Floats, seed: int) -> Floats:
    """Random values at whole coordinates, smoothly joined between them: 0 to 1, repeating after 256.

    >>> value_noise(np.zeros(1, np.float32), np.zeros(1, np.float32), 1).shape
    (1,)
    """
    table = np.random.default_rng(seed).random((_SIZE, _SIZE), dtype=np.float32)
    left, top = np.floor(x), np.floor(y)
    u, v = x - left, y - top
    u, v = u * u * (3 - 2 * u), v * v * (3 - 2 * v)
    i, j = left.astype(np.int64) % _SIZE, top.astype(np.int64) % _SIZE
    i1, j1 = (i + 1) % _SIZE, (j + 1) % _SIZE
    upper = table[j, i] * (1 - u) + table[j, i1] * u
    lower = table[j1, i] * (1 - u) + table[j1, i1] * u
    return np.asarray(upper * (1 - v) + lower * v, dtype=np.float32)


def fractal(x: Floats, y: Floats, seed: int, octaves: int = 4) -> Floats:
    """Noise on noise, each layer twice as fine and half as strong: 0 to 1, around 0.5."""
    total = np.zeros(np.broadcast_shapes(x.shape, y.shape), dtype=np.float32)
    for octave in range(octaves):
        total += value_noise(x * 2**octave, y * 2**octave, seed + octave) * np.float32(0.5**octave)
    return np.asarray(total / (2 - 0.5 ** (octaves - 1)), dtype=np.float32)


def cloudy(height: int, width: int, cells: tuple[float, float], seed: int, octaves: int = 5) -> Floats:
    """A whole picture of fractal noise, fast: small random grids enlarged and added; 0 to 1.

    ``cells`` says how many coarse cells fit down and across.
    """
    rng = np.random.default_rng(seed)
    total = np.zeros((height, width), dtype=np.float32)
    strength = 0.5
    for octave in range(octaves):
        rows, columns = (
            min(n, max(2, round(c * 2**octave))) for n, c in zip((height, width), cells, strict=True)
        )
        grid = PIL.Image.fromarray(rng.random((rows + 3, columns + 3), dtype=np.float32))
        box = (1, 1, columns + 2, rows + 2)
        total += np.asarray(grid.resize((width, height), PIL.Image.Resampling.BICUBIC, box)) * np.float32(
            strength
        )
        strength /= 2
    return total


def _film() -> Floats:
    """Brightness 0..255 for the square roots of light from 0 to 4, finely enough for bytes."""
    light = np.linspace(0, 2, _TONES, dtype=np.float32) ** 2
    film = light * (2.51 * light + 0.03) / (light * (2.43 * light + 0.59) + 0.14)
    return np.asarray(255 * np.clip(film, 0, 1) ** (1 / 2.2), dtype=np.float32)


_FILM = _film()


def finish(light: NDArray[Any], seed: int, grain: float = 1.2, vignette: float = 0.12) -> NDArray[np.uint8]:
    """Develop linear light (H, W) or (H, W, 3) into bytes: soft highlights, gamma, darker corners, grain.

    The film curve is K. Narkowicz's fit to ACES (2015).
    """
    height, width = light.shape[:2]
    rng = np.random.default_rng(seed)
    x = np.linspace(-1, 1, width, dtype=np.float32)[np.newaxis, :]
    result = np.empty(light.shape, dtype=np.uint8)
    for top in range(0, height, 50):
        part = light[top : top + 50]
        y = np.arange(top, top + len(part), dtype=np.float32)[:, np.newaxis] * (2 / height) - 1
        shade = 1 - np.float32(vignette) * (x * x + y * y)
        specks = rng.standard_normal(shade.shape, dtype=np.float32) * np.float32(grain)
        if light.ndim == 3:
            shade, specks = shade[:, :, np.newaxis], specks[:, :, np.newaxis]
        tone = np.sqrt(np.clip(part * shade, 0, 4)) * ((_TONES - 1) / 2)
        values = _FILM[tone.astype(np.int32)] + specks
        result[top : top + 50] = np.clip(np.rint(values), 0, 255)
    return result


def paint(width: int = 4000, height: int = 3000) -> NDArray[np.uint8]:
    """Paint the lake, shape (height, width, 3): about three seconds for 12 megapixels."""
    light = np.zeros((height, width, 3), dtype=np.float32)  # not empty: blending over rubbish leaves some
    shore, meadow = round(_SHORE * height), round(_MEADOW * height)
    _sky(light[: shore + 1])
    _mountains(light, 0.43, 0.44, seed=5, haze=0.4, snow=0.42)
    _mountains(light, 0.50, 0.3, seed=18, haze=0.2, snow=0.2)
    _mountains(light, 0.575, 0.16, seed=40, haze=0.08, snow=-1.0)
    _forest(light, shore)
    _lake(light, shore, meadow + 1)  # one row more, for the soft edge of the grass
    _grass(light, meadow)
    _pines(light)
    picture = PIL.Image.fromarray(finish(light, seed=51, grain=1.5))
    _flowers(picture, meadow)
    return np.asarray(picture)


def _blend(area: Floats, share: Floats, colour: Floats) -> None:
    """Lay a colour over an area, in place; ``share`` has shape (H, W)."""
    area += share[:, :, np.newaxis] * (colour - area)


def _sky(area: Floats) -> None:
    height, width = area.shape[:2]
    y = np.linspace(0, 1, height, dtype=np.float32)[:, np.newaxis, np.newaxis]
    area[:] = tone(0.1, 0.24, 0.58) * (1 - y) + tone(0.66, 0.72, 0.8) * y
    clouds = cloudy(height, width, (5, 6), seed=2, octaves=8)
    lit = cloudy(height, width, (7, 8), seed=9, octaves=5)
    share = np.clip((clouds - 0.5) * 4.5, 0, 0.95) * np.clip(1.25 - y[:, :, 0], 0, 1)
    puffs = (0.72 + 0.5 * lit)[:, :, np.newaxis] * tone(1.0, 0.97, 0.94)
    _blend(area, share, puffs)


def ridge_line(width: int, seed: int, bumps: float = 2.6) -> Floats:
    """A jagged skyline, 0 (valley) to about 1 (peak), one height a column."""
    rng = np.random.default_rng(seed)
    x = np.linspace(0, bumps, width, dtype=np.float32)
    total = np.zeros(width, dtype=np.float32)
    for octave in range(9):
        knots = rng.random(int(bumps * 2**octave) + 3)
        value = np.interp(x * 2**octave, np.arange(len(knots)), knots)
        total += (1 - np.abs(2 * value - 1)) * 0.5 ** (octave * 1.05)
    return np.asarray(total / 2, dtype=np.float32)


def _mountains(light: Floats, base: float, rise: float, seed: int, haze: float, snow: float) -> None:
    """One range: rock or forest shaded by its relief, snow above, blue with distance."""
    height, width = light.shape[:2]
    skyline = (base - rise * (ridge_line(width, seed) - 0.35)) * height
    top, bottom = max(0, int(skyline.min()) - 1), round(_SHORE * height)
    area = light[top:bottom]
    depth = np.arange(top, bottom, dtype=np.float32)[:, np.newaxis] - skyline
    rock = cloudy(bottom - top, width, (9, 34), seed + 1, octaves=8)
    rock -= 0.9 * np.abs(cloudy(bottom - top, width, (7, 22), seed + 2, octaves=6) - 0.49)
    shade = 0.5 + 0.2 * _relief(rock, width // 900) + 0.13 * _relief(rock, width // 200)
    shade = np.clip(shade, 0.06, 1.3)
    stone: Tone = (0.2, 0.175, 0.165) if snow > -1 else (0.1, 0.19, 0.07)
    white = np.clip(
        (snow * rise * height + 0.5 * rise * height * (rock - 0.75) - depth) / (0.02 * height), 0, 1
    )
    colour = tone(*stone) + white[:, :, np.newaxis] * (tone(1.05, 1.08, 1.15) - tone(*stone))
    colour *= shade[:, :, np.newaxis]
    colour += np.float32(haze) * (tone(*_HAZE) - colour)
    _blend(area, np.clip(depth + 0.5, 0, 1), colour)


def _relief(heights: Floats, step: int) -> Floats:
    """How much the ground rises towards the light at the upper left, over ``step`` pixels; spread 1."""
    step = max(1, step)
    relief = np.zeros_like(heights)
    relief[:, step:] = heights[:, :-step] - heights[:, step:]
    relief[step:] += 0.6 * (heights[:-step] - heights[step:])
    relief /= -relief[::4, ::4].std()
    return relief


def _forest(light: Floats, shore: int) -> None:
    """The dark trees on the far shore, each a narrow spire."""
    height, width = light.shape[:2]
    rng = np.random.default_rng(61)
    count = 900
    tops = np.zeros(width, dtype=np.float32)
    unit = height / 3000
    for centre, tall in zip(rng.uniform(0, width, count), rng.normal(62, 20, count) * unit, strict=True):
        reach = max(1, int(abs(tall) * 0.22))
        columns = np.arange(max(0, int(centre) - reach), min(width, int(centre) + reach + 1))
        spire = abs(tall) * (1 - np.abs(columns - centre) / (reach + 1))
        tops[columns] = np.maximum(tops[columns], spire)
    tops += 14 * unit
    top = shore - int(tops.max()) - 2
    depth = np.arange(top, shore, dtype=np.float32)[:, np.newaxis] - (shore - tops)
    needles = cloudy(shore - top, width, (14, 600), seed=62, octaves=3)[:, :, np.newaxis]
    _blend(light[top:shore], np.clip(depth + 0.5, 0, 1), needles * tone(0.05, 0.095, 0.06) + 0.004)


def _lake(light: Floats, shore: int, meadow: int) -> None:
    """The water mirrors what stands above it, broken by ripples that widen towards us."""
    height, width = light.shape[:2]
    rows = meadow - shore
    near = np.linspace(0, 1, rows, dtype=np.float32)[:, np.newaxis]
    ripples = cloudy(rows, width, (90, 26), seed=71, octaves=4) - 0.47
    source = shore - 1 - np.arange(rows)[:, np.newaxis] * 2.1 + ripples * (0.004 + 0.05 * near) * height
    source = np.clip(source, 0, shore - 1).astype(np.int32)
    mirrored = light[source, np.arange(width)[np.newaxis, :]]
    mirrored *= 0.78 - 0.22 * near[:, :, np.newaxis]
    mirrored += tone(0.004, 0.025, 0.04)
    glints = np.clip((ripples - 0.2) * 5, 0, 1) * (0.25 + 0.5 * near)
    _blend(mirrored, glints, tone(0.8, 0.86, 0.95))
    light[shore:meadow] = mirrored


def _grass(light: Floats, meadow: int) -> None:
    """The meadow in front: soft hollows, and blades that grow longer towards us."""
    height, width = light.shape[:2]
    rise = np.maximum(ridge_line(width, 81, 3.0) - 0.3, 0)
    edge = meadow - 0.02 * height * rise
    top = int(edge.min()) - 1
    rows = height - top
    near = np.linspace(0, 1, rows, dtype=np.float32)[:, np.newaxis]
    fine = cloudy(rows, width, (60, 700), seed=82, octaves=3)
    coarse = cloudy(rows, width, (16, 300), seed=83, octaves=4)
    hollows = cloudy(rows, width, (3, 6), seed=84, octaves=4)
    green = (fine * (1 - near) + coarse * near) * 1.15 - 0.3 + 0.55 * (hollows - 0.45)
    green = np.clip(green, 0.03, 1)[:, :, np.newaxis]
    colour = green * (tone(0.3, 0.42, 0.07) + near[:, :, np.newaxis] * tone(-0.08, 0.04, 0.0))
    depth = np.arange(top, height, dtype=np.float32)[:, np.newaxis] - edge
    _blend(light[top:], np.clip(depth + 0.5, 0, 1), colour)


def _pines(light: Floats) -> None:
    """Tall pines at both sides, drawn as tiers of drooping branches."""
    height, width = light.shape[:2]
    mask = PIL.Image.new("L", (width, height))
    draw = PIL.ImageDraw.Draw(mask)
    rng = np.random.default_rng(91)
    for x, foot, tall in (
        (0.055, 0.9, 0.7),
        (0.155, 0.87, 0.46),
        (0.945, 0.92, 0.8),
        (0.86, 0.86, 0.42),
        (0.235, 0.845, 0.26),
    ):
        _pine(draw, rng, x * width, foot * height, tall * height)
    share = np.asarray(mask, dtype=np.float32) / np.float32(255)
    left, right = round(0.36 * width), round(0.74 * width)
    for area, part in ((light[:, :left], share[:, :left]), (light[:, right:], share[:, right:])):
        needles = cloudy(height, area.shape[1], (260, 120), seed=92, octaves=3)[:, :, np.newaxis]
        needles = np.clip(needles * np.float32(1.5) - np.float32(0.35), 0.04, 1)
        _blend(area, part, np.asarray(needles * tone(0.05, 0.1, 0.035), dtype=np.float32))


def _pine(
    draw: PIL.ImageDraw.ImageDraw, rng: np.random.Generator, x: float, foot: float, tall: float
) -> None:
    draw.polygon([(x - tall * 0.013, foot), (x, foot - tall), (x + tall * 0.013, foot)], fill=255)
    tiers = 46
    for tier in range(tiers):
        share = tier / tiers
        y = foot - tall * (1 - share * 0.93)
        for side in (-1, 1):
            reach = side * tall * (0.012 + 0.17 * share) * rng.uniform(0.65, 1.1)
            droop = abs(reach) * rng.uniform(0.25, 0.5)
            branch = [(x, y - tall * 0.012)]
            for i in range(1, 9):
                t = i / 8
                jag = tall * 0.008 * (i % 2) * rng.uniform(0.4, 1)
                branch.append((x + reach * t, y + droop * t * t + jag))
            draw.polygon([*branch, (x, y + tall * 0.022)], fill=255)


def _flowers(picture: PIL.Image.Image, meadow: int) -> None:
    """Daisies, poppies and cornflowers, smaller and denser with distance."""
    draw = PIL.ImageDraw.Draw(picture)
    rng = np.random.default_rng(99)
    width, height = picture.size
    tones = ((250, 248, 240), (214, 44, 36), (72, 92, 200), (246, 206, 60))
    places = np.sort(rng.beta(1.0, 1.5, 900))
    for place in places:
        y = meadow + (0.06 + 0.94 * place) * (height - meadow)
        x = rng.uniform(0, width)
        size = height * (0.0008 + 0.0062 * place) * rng.uniform(0.7, 1.2)
        petals = tones[int(rng.choice(4, p=[0.5, 0.2, 0.14, 0.16]))]
        for petal in range(7):
            angle = petal * 2 * math.pi / 7
            centre = (x + size * math.cos(angle), y + 0.6 * size * math.sin(angle))
            draw.circle(centre, size * 0.55, fill=petals)
        draw.circle((x, y), size * 0.45, fill=(236, 178, 40) if petals[0] > 220 else (40, 28, 40))
