"""The films to begin with: a picture, settings, and where to look, for one lesson each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from convviz.core.film.moments import Detail, Region
from convviz.core.images.image import Image
from convviz.core.kernels.kernel_library import library
from convviz.core.samples.pictures import edge_image, load_sample, stripes_image, x_image
from convviz.core.sizes.numbers import Pair
from convviz.core.sizes.settings import PoolSettings, Settings


@dataclass(frozen=True)
class StepExample:
    """A lesson of the Step page.

    ``image`` makes or reads its picture. ``pins`` are the two cells of the convolution that are
    worth comparing, ``region`` the part of a large picture that is filmed. ``detail`` is how finely
    it is shown at first.
    """

    key: str
    image: Callable[[], Image]
    settings: Settings
    pins: tuple[Pair, Pair] | None = None
    region: Region | None = None
    detail: Detail = "product"


def colour_patch() -> Image:
    """A 6x6 colour picture: the left half a warm red, the right half a blue.

    From left to right red falls by 160, green stays, and blue rises by 120.

    >>> colour_patch().values[0, 2:4].tolist()
    [[200, 40, 40], [40, 40, 160]]
    """
    values = np.empty((6, 6, 3), dtype=np.uint8)
    values[:, :3] = (200, 40, 40)
    values[:, 3:] = (40, 40, 160)
    return Image(values, name="Colour patch")


def _mug() -> Image:
    return load_sample("mug")


def _x(key: str, kernel: str = "diagonal", **changes: object) -> StepExample:
    """The X under a kernel and some other settings."""
    settings = replace(Settings(library(kernel)), **changes)  # type: ignore[arg-type]
    return StepExample(key, x_image, settings)


_RING = ((1, 1), (1, 1))
_EDGE = Settings(library("edge_vertical"))

EXAMPLES: tuple[StepExample, ...] = (
    replace(_x("x_diagonal"), pins=((1, 1), (0, 1))),
    replace(_x("x_anti_diagonal", "anti_diagonal"), pins=((1, 5), (1, 1))),
    replace(_x("x_small", "small_x"), pins=((3, 3), (1, 1))),
    _x("x_padding", padding=_RING),
    _x("x_stride", stride=(2, 2)),
    _x("x_dilation", dilation=(2, 2)),
    replace(_x("x_pool_floor", activation="relu", pool=PoolSettings("max")), detail="sum"),
    replace(_x("x_pool_ceil", activation="relu", pool=PoolSettings("max", ceil=True)), detail="sum"),
    StepExample("edge_correlation", edge_image, _EDGE, pins=((0, 1), (0, 0))),
    StepExample("edge_convolution", edge_image, replace(_EDGE, operation="convolve"), pins=((0, 1), (0, 0))),
    StepExample("stripes", stripes_image, _EDGE, pins=((0, 1), (0, 3)), detail="sum"),
    StepExample("mug", _mug, _EDGE, region=Region(74, 165, 12, 12), detail="sum"),
    StepExample("colour", colour_patch, Settings(library("edge_vertical"), channels="sum"), detail="product"),
)
"""Every example, in the order in which they are offered; the first is the one to begin with."""


def example(key: str) -> StepExample:
    """The example called ``key``; ValueError with the keys there are.

    >>> example("edge_convolution").settings.operation
    'convolve'
    """
    for candidate in EXAMPLES:
        if candidate.key == key:
            return candidate
    raise ValueError(f"there is no example {key!r}; there are {', '.join(e.key for e in EXAMPLES)}")


def matching(image: Image, settings: Settings) -> StepExample | None:
    """The example that ``image`` and ``settings`` are, with not a pixel or weight changed.

    >>> from convviz.core.samples.pictures import x_image
    >>> found = matching(x_image(), Settings(library("diagonal"), stride=(2, 2)))
    >>> found.key if found else None
    'x_stride'
    """
    for candidate in EXAMPLES:
        if candidate.settings == settings and _same(image, candidate):
            return candidate
    return None


def _same(image: Image, candidate: StepExample) -> bool:
    if candidate.key == "mug":
        return image.sample == "mug" and not image.recipe  # its pixels cannot be edited here: it is too large
    pixels = candidate.image().values
    return pixels.shape == image.values.shape and bool(np.array_equal(pixels, image.values))
