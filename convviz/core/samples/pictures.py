"""The pictures that come with ConvViz: four tiny exact ones, and photo-like ones by key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from convviz import paths
from convviz.core.images import image as images
from convviz.core.images.image import Image

Points = NDArray[np.float64]
_FIVE = (  # (x, y) in pixels of a 28x28 picture; each stroke is one pull of the pen
    ((18.15, 5.95), (15.21, 5.66), (12.17, 6.23), (9.99, 6.52)),
    ((9.99, 6.52), (9.61, 8.51), (8.94, 10.60), (8.46, 12.69)),
    ((8.46, 12.69), (10.65, 11.84), (13.12, 11.55), (15.21, 12.41), (17.20, 13.74), (18.06, 16.02)),
    ((18.06, 16.02), (18.15, 18.39), (16.64, 20.58), (13.97, 21.81), (11.22, 22.10), (8.66, 21.05)),
)


@dataclass(frozen=True)
class Sample:
    """A picture that comes with ConvViz.

    ``filename`` lies in ``sample_images``; it is None for pictures that are made, not read.
    ``on_demand`` says that making it takes a few seconds.
    """

    key: str
    filename: str | None
    width: int
    height: int
    on_demand: bool = False


def x_image() -> Image:
    """The 9x9 "X" of the lessons: -1 everywhere, +1 at (r, r) and (r, 8 - r) for r = 1..7.

    >>> x_image().values[1].astype(int).tolist()
    [-1, 1, -1, -1, -1, -1, -1, 1, -1]
    """
    values = np.full((9, 9), -1, dtype=np.float32)
    r = np.arange(1, 8)
    values[r, r] = values[r, 8 - r] = 1
    return Image(values, -1.0, 1.0, name="X", sample="x")


def edge_image() -> Image:
    """A 6x6 picture with one vertical edge: the left half 10, the right half 0.

    >>> edge_image().values[0].tolist()
    [10, 10, 10, 0, 0, 0]
    """
    values = np.zeros((6, 6), dtype=np.uint8)
    values[:, :3] = 10
    return Image(values, 0.0, 10.0, name="Edge", sample="edge")


def stripes_image() -> Image:
    """An 8x8 picture of upright stripes; the vertical edge kernel makes 0 30 30 -30 -30 0 of each row.

    >>> stripes_image().values[0].tolist()
    [10, 10, 10, 0, 0, 10, 10, 10]
    """
    values = np.full((8, 8), 10, dtype=np.uint8)
    values[:, 3:5] = 0
    return Image(values, 0.0, 10.0, name="Stripes", sample="stripes")


def five_image() -> Image:
    """A hand-written 5 of 28x28 bytes, white on black, drawn by ConvViz itself."""
    return Image(draw_five(), name="Five", sample="five")


SAMPLES: tuple[Sample, ...] = (
    Sample("x", None, 9, 9),
    Sample("edge", None, 6, 6),
    Sample("stripes", None, 8, 8),
    Sample("five", None, 28, 28),
    Sample("mug", "mug.png", 600, 400),
    Sample("scene", "fair.png", 600, 400),
    Sample("text", "page.png", 600, 400),
    Sample("colour", "fruit.png", 600, 400),
    Sample("panorama", None, 4000, 3000, on_demand=True),
)
"""Every sample, in the order in which they are shown."""

_MAKERS: dict[str, Callable[[], Image]] = {
    "x": x_image,
    "edge": edge_image,
    "stripes": stripes_image,
    "five": five_image,
}


def panorama(width: int, height: int) -> NDArray[np.uint8]:
    """Paint the mountain lake at any size, best 4:3: uint8, (height, width, 3); in full it takes seconds."""
    from convviz.core.samples.panorama import paint  # brings Pillow's drawing along

    return paint(width, height)


def samples() -> tuple[Sample, ...]:
    """Every picture that comes with ConvViz, in the order in which they are shown.

    >>> [sample.key for sample in samples()]
    ['x', 'edge', 'stripes', 'five', 'mug', 'scene', 'text', 'colour', 'panorama']
    """
    return SAMPLES


def load_sample(key: str, *, cancelled: Callable[[], bool] | None = None) -> Image:
    """Make or read a sample by its key; the image knows its key, and no file.

    Raises ValueError for an unknown key, `ImageError` if its file is gone, and `ReadCancelled`.

    >>> load_sample("edge").shape
    (6, 6)
    """
    if key in _MAKERS:
        return _MAKERS[key]()
    sample = next((sample for sample in SAMPLES if sample.key == key), None)
    if sample is None:
        raise ValueError(f"there is no sample {key!r}; there are {', '.join(s.key for s in SAMPLES)}")
    if sample.filename is None:
        return Image(panorama(sample.width, sample.height), name=key.capitalize(), sample=key)
    stored = images.read(paths.sample(sample.filename), cancelled=cancelled)
    return replace(stored, name=key.capitalize(), source=None, sample=key)


def smooth_curve(points: Points, steps: int = 12) -> Points:
    """Run a smooth line through the given points, shape (n, 2), as Catmull-Rom splines do.

    E. Catmull and R. Rom, "A class of local interpolating splines", 1974.

    >>> smooth_curve(np.array([[0.0, 0.0], [2.0, 0.0]]), steps=2).tolist()
    [[0.0, 0.0], [1.0, 0.0], [2.0, 0.0]]
    """
    padded = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, np.newaxis]
    pieces = [
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
        for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False)
    ]
    return np.vstack([*pieces, points[-1]])


def distance_to(line: Points, shape: tuple[int, int]) -> NDArray[np.float64]:
    """How far each pixel's centre is from a line of points, in pixels; result has ``shape``."""
    y, x = np.mgrid[: shape[0], : shape[1]] + 0.0
    here = np.stack([x, y], axis=-1)[:, :, np.newaxis]
    starts, along = line[:-1], np.diff(line, axis=0)
    length = np.maximum((along**2).sum(axis=1), 1e-12)
    share = np.clip(((here - starts) * along).sum(axis=-1) / length, 0, 1)
    nearest = starts + share[..., np.newaxis] * along
    return np.asarray(np.sqrt(((here - nearest) ** 2).sum(axis=-1)).min(axis=2))


def draw_five() -> NDArray[np.uint8]:
    """Draw a 5 as a pen would, 28x28 bytes, white (255) on black (0).

    >>> draw_five().shape, int(draw_five().max())
    ((28, 28), 255)
    """
    ink = np.zeros((28, 28))
    for stroke in _FIVE:
        distance = distance_to(smooth_curve(np.array(stroke)), ink.shape)
        ink = np.maximum(ink, np.clip(1.75 - distance, 0, 1))
    return np.round(255 * ink).astype(np.uint8)
