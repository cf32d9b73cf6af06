"""All maps of a layer as one picture: coloured, enlarged without smoothing, with a line around each."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from convviz.views.base.colours import ColourScale, image, words
from convviz.views.base.theme import Tokens
from convviz.views.network.maps.tiling import Tiling


def as_maps(values: NDArray[Any]) -> NDArray[Any]:
    """A layer's values as (rows, columns, maps); the cells of a dense layer become maps of 1 x 1.

    >>> as_maps(np.zeros(10)).shape, as_maps(np.zeros((49, 8))).shape
    ((1, 1, 10), (1, 49, 8))
    """
    return values.reshape((1, 1, 1)[: 3 - values.ndim] + values.shape)


def reaches(maps: NDArray[Any]) -> NDArray[np.float64]:
    """The largest |value| of every map; 0 is a dead map.

    >>> reaches(np.array([[[0.0, -2.0]]])).tolist()
    [0.0, 2.0]
    """
    return np.maximum(maps.max(axis=(0, 1)), abs(maps.min(axis=(0, 1)))).astype(np.float64)


def mosaic(maps: NDArray[Any], tiling: Tiling, reach: NDArray[np.float64] | float, scheme: Tokens) -> QImage:
    """Paint maps of shape (rows, columns, maps) in the Signed colours as ``tiling`` lays them out.

    ``reach`` is the value that takes the strongest colour: one for all maps, or one a map.
    """
    scale = np.asarray(reach, maps.dtype)
    scaled = maps / np.where(scale > 0, scale, maps.dtype.type(1))
    coloured = words(scaled.reshape(len(maps), -1), ColourScale.signed(1.0), scheme)
    others = (scheme.color("card").rgb(), scheme.color("line").rgb())
    colours = np.concatenate([coloured.reshape(-1), np.array(others, np.uint32)])
    return image(colours.take(_places(tiling)))


@lru_cache(maxsize=32)
def _places(tiling: Tiling) -> NDArray[np.intp]:
    """For each pixel of the picture the position of its value in (rows, columns, maps).

    Behind the last value come the ground (between maps, and where a map is missing) and the lines.
    """
    down, across, border = tiling.down, tiling.across, tiling.border
    (high, wide), (rows, columns, count) = tiling.pitch, (tiling.rows, tiling.columns, tiling.count)
    ground = rows * columns * count
    line = ground + 1
    stack = np.full((down * across, rows, columns), ground)
    stack[:count] = np.arange(ground).reshape(rows, columns, count).transpose(2, 0, 1)
    large = stack.repeat(tiling.factor, axis=1).repeat(tiling.factor, axis=2)
    rows, columns = large.shape[1:]
    framed = np.full((down, high, across, wide), line if border else ground)
    if tiling.between > 0:
        framed[:, high - tiling.between :] = framed[..., wide - tiling.between :] = ground
    inner = large.reshape(down, across, rows, columns).transpose(0, 2, 1, 3)
    framed[:, border : border + rows, :, border : border + columns] = inner
    width, height = tiling.size
    canvas = np.full((max(height, down * high), max(width, across * wide)), line)
    canvas[: down * high, : across * wide] = framed.reshape(down * high, across * wide)
    left, top = _end(tiling)
    canvas[top:height, left:width] = ground
    return np.ascontiguousarray(canvas[:height, :width])


def _end(tiling: Tiling) -> tuple[int, int]:
    """x and y from which on the last row of maps is empty."""
    missing = tiling.down * tiling.across - tiling.count
    shared = 1 if tiling.between < 0 else 0
    left = (tiling.across - missing) * tiling.pitch[1] + shared
    return left if missing else tiling.size[0], (tiling.down - 1) * tiling.pitch[0] + shared
