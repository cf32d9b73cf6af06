"""Digits written on canvas and on paper of many kinds, as drawings and as photos.

With these the preparation is tried, and anybody can who has no camera at hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from convviz.core.samples.pictures import Points
from convviz.network.digits.samples import HANDS, Hand, pulls

Colour = tuple[int, int, int]


def strokes(digit: int, seed: int = 0) -> list[Points]:
    """The lines of a pen that writes a digit: each (n, 2), x and y, its box one unit high.

    Every ``seed`` is another hand: another slant and width, and other waves. ValueError for anything
    but 0 to 9.

    >>> len(strokes(4)), strokes(4)[0].shape[1]
    (3, 2)
    """
    rng = np.random.default_rng((max(digit, 0), seed))
    like = HANDS[seed % len(HANDS)]
    hand = Hand(like.slant + rng.normal(0, 0.08), like.wide * np.exp(rng.normal(0, 0.08)))
    waves = rng.normal(0, 1.3, 3)
    lines = [_wavy(line, waves) for line in pulls(digit, hand)]
    points = np.concatenate(lines)
    corner, height = points.min(axis=0), np.ptp(points[:, 1])
    return [(line - corner) / height for line in lines]


def _wavy(line: Points, waves: Points) -> Points:
    """Little deviations that are the same in the same place, so that strokes that meet still meet."""
    x, y = line.T
    wave = 0.012 * np.sin(3 * (waves[0] + waves[1] * x + waves[2] * y))
    return np.stack([x + wave, y - wave], axis=1)


@dataclass(frozen=True)
class Paper:
    """What a digit is written on, with what, and how it is photographed. Lengths are in pixels.

    ``size`` is (rows, columns); the digit is ``height`` high, its upper left corner at ``place``.
    ``squares`` and ``ruled`` are distances between lines; ``shadow`` is the share of light that is lost
    towards a corner, ``noise`` a standard deviation in bytes, ``turn`` in degrees.
    """

    size: tuple[int, int] = (480, 360)
    height: int = 200
    place: tuple[int, int] = (90, 110)
    pen: int = 14
    ink: Colour = (40, 40, 45)
    paper: Colour = (232, 230, 222)
    squares: int = 0
    ruled: int = 0
    line: Colour = (160, 185, 215)
    line_width: int = 2
    shadow: float = 0.0
    noise: float = 4.0
    turn: float = 0.0


PAPERS: dict[str, Paper] = {
    "plain": Paper(),
    "small": Paper(size=(900, 1200), height=130, place=(500, 700), pen=8),
    "pencil": Paper(ink=(130, 130, 130), pen=5),
    "thin pen": Paper(pen=3),
    "blue ink": Paper(ink=(45, 70, 190), pen=8),
    "marker": Paper(pen=34),
    "white on black": Paper(ink=(235, 235, 235), paper=(18, 20, 18)),
    "chalk": Paper(ink=(200, 205, 200), paper=(45, 80, 60), noise=10.0),
    "shadow": Paper(shadow=0.75),
    "noise": Paper(noise=22.0),
    "squared": Paper(squares=36),
    "squared, tilted": Paper(squares=36, turn=3.0),
    "squared, dark": Paper(squares=44, line=(110, 120, 140), pen=10),
    "squared, pencil": Paper(squares=40, ink=(95, 95, 95), pen=7, shadow=0.4),
    "ruled": Paper(ruled=48, pen=9),
    "turned": Paper(turn=8.0),
    "wide": Paper(size=(300, 900), place=(40, 600)),
}
"""Papers, pens and light to try the preparation on."""


def photo(digit: int, paper: Paper | None = None, seed: int = 0) -> NDArray[np.uint8]:
    """Write a digit on paper and photograph it: (rows, columns, 3), 0 to 255.

    >>> photo(7).shape
    (480, 360, 3)
    """
    how = paper or Paper()
    picture = Image.new("RGB", (how.size[1], how.size[0]), how.paper)
    draw = ImageDraw.Draw(picture)
    _rule(draw, how)
    for line in strokes(digit, seed):
        _write(draw, line * how.height + (how.place[1], how.place[0]), how.pen, how.ink)
    picture = picture.rotate(how.turn, Image.Resampling.BICUBIC, fillcolor=how.paper)
    values = np.asarray(picture.filter(ImageFilter.GaussianBlur(0.8)), np.float64)
    row, column = np.mgrid[: how.size[0], : how.size[1]] / max(how.size)
    values = values * (1 - how.shadow * (row + column) / 1.75)[..., None]
    noise = np.random.default_rng(seed).normal(0, how.noise, values.shape)
    return np.asarray(np.clip(values + noise, 0, 255), np.uint8)


def drawing(digit: int, seed: int = 0, side: int = 280, pen: float = 0.085) -> NDArray[np.float32]:
    """A digit as drawn on the canvas: (side, side), 0 empty to 1 ink; ``pen`` is a share of the side."""
    picture = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(picture)
    lines = strokes(digit, seed)
    points = np.concatenate(lines)
    middle = (points.min(axis=0) + points.max(axis=0)) / 2
    for line in lines:
        _write(draw, (line - middle) * 0.7 * side + side / 2, pen * side, 255)
    return np.asarray(picture.filter(ImageFilter.GaussianBlur(1)), np.float32) / np.float32(255)


def _rule(draw: ImageDraw.ImageDraw, how: Paper) -> None:
    rows, columns = how.size
    gap = how.squares or how.ruled
    for at in range(gap // 2, max(how.size) if gap else 0, gap or 1):
        draw.line([(0, at), (columns, at)], how.line, how.line_width)
        if how.squares:
            draw.line([(at, 0), (at, rows)], how.line, how.line_width)


def _write(draw: ImageDraw.ImageDraw, line: Points, pen: float, ink: Any) -> None:
    points = [(float(x), float(y)) for x, y in line]
    draw.line(points, ink, round(pen), joint="curve")
    for x, y in (points[0], points[-1]):
        draw.ellipse([x - pen / 2, y - pen / 2, x + pen / 2, y + pen / 2], ink)
