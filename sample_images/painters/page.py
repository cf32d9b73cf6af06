"""A printed page: letters of many sizes, thin strokes and thick ones."""

from __future__ import annotations

import numpy as np
import PIL.Image
import PIL.ImageDraw
import PIL.ImageFont
from numpy.typing import NDArray

from convviz.core.samples.panorama import cloudy, finish

_LINES = (  # (left, top, size, text) on a page of 600x400
    (52, 24, 46, "Edges"),
    (54, 92, 15, "A kernel slides over the page and compares"),
    (54, 113, 15, "each letter with a few numbers. Upright strokes"),
    (54, 134, 15, "answer to one kernel, level strokes to another;"),
    (54, 155, 15, "the white between them sums to nothing at all."),
    (54, 192, 24, "I H L T E F    / \\ X V W    O C S 8"),
    (54, 232, 12, "Blur takes the small print first. What is left of a word when every pixel is the"),
    (54, 249, 12, "mean of its neighbours? Sharpen it again, and see which letters come back, and"),
    (54, 266, 12, "which do not: 0 1 2 3 4 5 6 7 8 9, c e o, i l 1, rn m, vv w."),
    (54, 300, 30, "1  0  -1      3 x 3 = 9"),
    (54, 348, 10, "Set in the letters that come with Pillow. No letter was harmed by any of the kernels."),
)
_BIG = (478, 16, 150, "g")


def paint(width: int = 600, height: int = 400, samples: int = 3) -> NDArray[np.uint8]:
    """Print the page in grey, shape (height, width), lying slightly turned under a lamp."""
    scale = width * samples / 600
    ink = PIL.Image.new("L", (width * samples, height * samples), 255)
    draw = PIL.ImageDraw.Draw(ink)
    for left, top, size, text in (*_LINES, _BIG):
        font = PIL.ImageFont.load_default(size * scale)
        draw.text((left * scale, top * scale), text, fill=0, font=font)
    for y, right in ((86, 420), (226, 548), (340, 548)):
        draw.line(
            [(54 * scale, y * scale), (right * scale, y * scale)], fill=40, width=round(1.2 * scale) or 1
        )
    turned = ink.rotate(-1.6, PIL.Image.Resampling.BICUBIC, fillcolor=255)
    print_ = np.asarray(turned.resize((width, height), PIL.Image.Resampling.BOX), dtype=np.float32) / 255
    return finish(_paper(width, height) * (0.03 + 0.97 * print_), seed=41, grain=1.6, vignette=0.1)


def _paper(width: int, height: int) -> NDArray[np.float32]:
    """Light paper: fibres, a soft fold down the left, more light at the upper right."""
    y = np.linspace(0, 1, height, dtype=np.float32)[:, np.newaxis]
    x = np.linspace(0, 1, width, dtype=np.float32)[np.newaxis, :]
    fibres = cloudy(height, width, (40, 60), seed=42, octaves=3)
    fold = 1 - 0.55 * np.exp(-x / 0.035)
    lamp = 0.62 + 0.3 * x + 0.12 * (1 - y)
    return np.asarray(lamp * fold * (0.94 + 0.12 * fibres), dtype=np.float32)
