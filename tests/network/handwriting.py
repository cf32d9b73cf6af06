"""Digits written by program, on papers of many kinds: what the preparation has to cope with."""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from convviz.core.strokes import smooth_curve

# (x, y) points of each stroke, in a box one unit high; several strokes a digit.
STROKES: dict[int, list[list[tuple[float, float]]]] = {
    0: [
        [(0.3, 0.0), (0.08, 0.2), (0.03, 0.6), (0.2, 0.97), (0.45, 0.9), (0.6, 0.5), (0.5, 0.1), (0.28, 0.0)]
    ],
    1: [[(0.1, 0.22), (0.32, 0.0)], [(0.32, 0.0), (0.28, 1.0)]],
    2: [[(0.05, 0.2), (0.3, 0.0), (0.55, 0.2), (0.4, 0.55), (0.03, 0.97)], [(0.03, 0.97), (0.62, 0.95)]],
    3: [[(0.08, 0.1), (0.35, 0.0), (0.52, 0.2), (0.22, 0.45), (0.55, 0.7), (0.35, 1.0), (0.03, 0.9)]],
    4: [[(0.3, 0.0), (0.02, 0.6)], [(0.02, 0.6), (0.62, 0.58)], [(0.45, 0.3), (0.42, 1.0)]],
    5: [
        [(0.12, 0.03), (0.1, 0.42)],
        [(0.1, 0.42), (0.35, 0.38), (0.55, 0.68), (0.3, 0.98), (0.02, 0.9)],
        [(0.12, 0.03), (0.55, 0.0)],
    ],
    6: [[(0.45, 0.0), (0.15, 0.35), (0.05, 0.75), (0.3, 1.0), (0.52, 0.78), (0.35, 0.55), (0.08, 0.7)]],
    7: [[(0.02, 0.05), (0.6, 0.02)], [(0.6, 0.02), (0.25, 1.0)]],
    8: [
        [(0.5, 0.12), (0.25, 0.0), (0.08, 0.22), (0.3, 0.47), (0.52, 0.75), (0.28, 1.0), (0.05, 0.78)]
        + [(0.28, 0.47), (0.5, 0.25), (0.5, 0.12)]
    ],
    9: [
        [(0.5, 0.15), (0.25, 0.0), (0.06, 0.25), (0.25, 0.45), (0.5, 0.2), (0.5, 0.15)],
        [(0.5, 0.15), (0.42, 1.0)],
    ],
}


def page(
    digit: int,
    *,
    size: tuple[int, int] = (480, 360),
    height: int = 200,
    place: tuple[int, int] = (90, 110),
    pen: int = 14,
    ink: tuple[int, int, int] = (40, 40, 45),
    paper: tuple[int, int, int] = (232, 230, 222),
    squares: int = 0,
    ruled: int = 0,
    line: tuple[int, int, int] = (160, 185, 215),
    line_width: int = 2,
    shadow: float = 0.0,
    noise: float = 4.0,
    turn: float = 0.0,
    seed: int = 0,
) -> np.ndarray[Any, Any]:
    """Write a digit on paper and photograph it: (rows, columns, 3) bytes.

    ``size`` is (rows, columns); ``place`` the (row, column) of the digit's upper left corner; ``squares`` and
    ``ruled`` are distances between lines; ``shadow`` is how much light is lost towards a corner.
    """
    rng = np.random.default_rng(seed)
    picture = Image.new("RGB", (size[1], size[0]), paper)
    draw = ImageDraw.Draw(picture)
    for gap, both in ((squares, True), (ruled, False)):
        for at in range(gap // 2, max(size) if gap else 0, gap or 1):
            draw.line([(0, at), (size[1], at)], line, line_width)
            if both:
                draw.line([(at, 0), (at, size[0])], line, line_width)
    for stroke in STROKES[digit]:
        points = np.array(stroke) * height + (place[1], place[0])
        points = smooth_curve(points) if len(points) > 2 else points
        flat = [tuple(point) for point in points]
        draw.line(flat, ink, pen, joint="curve")
        for x, y in (flat[0], flat[-1]):
            draw.ellipse([x - pen / 2, y - pen / 2, x + pen / 2, y + pen / 2], ink)
    picture = picture.rotate(turn, Image.Resampling.BICUBIC, fillcolor=paper)
    values = np.asarray(picture.filter(ImageFilter.GaussianBlur(0.8)), float)
    row, column = np.mgrid[: size[0], : size[1]] / max(size)
    values *= (1 - shadow * (row + column) / 1.75)[..., None]
    return np.clip(values + rng.normal(0, noise, values.shape), 0, 255).astype(np.uint8)


CONDITIONS: dict[str, dict[str, Any]] = {
    "plain": {},
    "small in a large photo": {"size": (900, 1200), "height": 130, "place": (500, 700), "pen": 8},
    "pencil": {"ink": (130, 130, 130), "pen": 5},
    "thin pen": {"pen": 3},
    "blue ink": {"ink": (45, 70, 190), "pen": 8},
    "thick marker": {"pen": 34},
    "white on black": {"ink": (235, 235, 235), "paper": (18, 20, 18)},
    "chalk": {"ink": (200, 205, 200), "paper": (45, 80, 60), "noise": 10.0},
    "shadow": {"shadow": 0.75},
    "noise": {"noise": 22.0},
    "squared": {"squares": 36},
    "squared, tilted": {"squares": 36, "turn": 3.0},
    "squared, dark lines": {"squares": 44, "line": (110, 120, 140), "pen": 10},
    "squared, pencil, shadow": {"squares": 40, "ink": (95, 95, 95), "pen": 7, "shadow": 0.4},
    "ruled": {"ruled": 48, "pen": 9},
    "slightly turned": {"turn": 8.0},
    "wide photo": {"size": (300, 900), "place": (40, 600)},
}
