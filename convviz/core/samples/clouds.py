"""Smooth randomness for wood, clouds, hills and film grain, the same on every computer."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import PIL.Image
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]

_SIZE = 256


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


_TONES = 4096
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
