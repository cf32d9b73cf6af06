"""Colour with 16 bits a channel, which Pillow alone would read as 8 bits."""

from __future__ import annotations

import sys
from typing import IO, Any

import numpy as np
import PIL.Image

from convviz.core.images.arrays import Picture
from convviz.core.images.modes import upright

_DEEP = ("RGB;16", "RGBX;16", "RGBA;16")  # followed by the byte order: L, B or N, the computer's own
_OTHER = {"B": "L", "L": "B", "N": "B" if sys.byteorder == "little" else "L"}
_WHITE = 65535.0


def is_deep(image: PIL.Image.Image) -> bool:
    """Whether a picture that was opened, not loaded, has 16 bits in each of its colour channels."""
    tiles = _tiles(image)
    return bool(tiles) and all(_raw_mode(tile)[:-1] in _DEEP for tile in tiles)


def pixels(file: IO[bytes], kind: str) -> Picture:
    """Read such a picture in full depth: float32 in 0..65535, upright, see-through parts on white.

    Pillow keeps the upper byte of each pair. Told that the bytes stand in the other order, it
    keeps the lower one; so reading twice gives all 16 bits.
    """
    with _opened(file, kind) as image:
        image.load()
        values = np.multiply(np.asarray(image), 256, dtype=np.float32)
        with _opened(file, kind) as other:
            other.tile = [_swapped(tile) for tile in _tiles(other)]  # type: ignore[attr-defined]
            other.load()
            values += np.asarray(other)
        if values.shape[2] == 4:
            alpha = values[:, :, 3:] / _WHITE
            values = values[:, :, :3] * alpha + _WHITE * (1 - alpha)
        return upright(Picture(np.ascontiguousarray(values), 0.0, _WHITE), image)


def _opened(file: IO[bytes], kind: str) -> PIL.Image.Image:
    file.seek(0)
    return PIL.Image.open(file, formats=[kind])


def _tiles(image: PIL.Image.Image) -> list[Any]:
    """The parts of the file's data, each with the name of its layout."""
    return list(getattr(image, "tile", []))


def _raw_mode(tile: Any) -> str:
    return str(tile.args[0] if isinstance(tile.args, tuple) else tile.args)


def _swapped(tile: Any) -> Any:
    mode = _raw_mode(tile)
    other = mode[:-1] + _OTHER[mode[-1]]
    return tile._replace(args=(other, *tile.args[1:]) if isinstance(tile.args, tuple) else other)
