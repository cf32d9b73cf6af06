"""The pictures that come with ConvViz: four tiny exact ones, and photo-like ones by key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from convviz import paths
from convviz.core.images import image as images
from convviz.core.images.image import Image
from convviz.core.samples.strokes import draw_five


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
