"""The formats that Pillow reads: photos, pictures of the web and of games; 16-bit colour in full depth."""

from __future__ import annotations

import sys
import warnings
from typing import IO, Any

import numpy as np
import PIL.Image

from convviz.core.images import modes as image_modes
from convviz.core.images.arrays import WHOLE, ImageError, Part, Picture, check_frame, check_size, chosen
from convviz.core.images.formats.polled import PolledFile
from convviz.core.images.modes import upright

BLOCK = 128 << 20
"""Bytes of memory that Pillow asks for at a time. Smaller blocks come from memory that was used before,
which is cleared, 96 megabytes for a photo, while the interpreter's lock is held (25 ms, measured);
blocks as large as this come fresh from the system, clean."""

PIL.Image.core.set_block_size(BLOCK)  # type: ignore[attr-defined]

MOST_FRAMES = 100_000
"""Frames that are counted; films with more end there."""

_FILMS = ("GIF", "WEBP", "PNG", "AVIF")
_PSD_DEPTH = slice(22, 24)
_DEEP = ("RGB;16", "RGBX;16", "RGBA;16")  # followed by the byte order: L, B or N, the computer's own
_OTHER = {"B": "L", "L": "B", "N": "B" if sys.byteorder == "little" else "L"}
_WHITE = 65535.0


def read_with_pillow(file: PolledFile, kind: str, name: str, part: Part = WHOLE) -> Picture:
    """Read one frame of a file of a kind that Pillow knows under the name ``kind``."""
    if kind == "HEIF":
        _learn_heif()
    if kind == "PSD":
        _check_depth(file, name)
    file.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # sizes are checked below; other oddities are the decoder's business
        with PIL.Image.open(file, formats=[kind]) as image:  # type: ignore[arg-type]
            check_size(image.width, image.height, name)
            frames = min(getattr(image, "n_frames", 1), MOST_FRAMES) if kind in _FILMS else 1
            check_frame(part, frames, name)
            if is_deep(image) and not image_modes.has_own_colours(image):
                return _with_choice(deep_pixels(file, kind), part, name)  # type: ignore[arg-type]
            picture = _frame(image, part.frame, file, name)
    chosen_ = _with_choice(picture, part, name)
    return Picture(chosen_.values, chosen_.low, chosen_.high, frames)


def _frame(image: PIL.Image.Image, frame: int, file: PolledFile, name: str) -> Picture:
    """One frame; of a grey film, grey."""
    if frame:
        first = image_modes.pixels(image, name)
        image.seek(frame)
        check_size(image.width, image.height, name)
    image.load()
    file.poll()
    picture = image_modes.pixels(image, name)
    if frame and first.values.ndim == 2 and picture.values.ndim == 3:
        values = picture.values
        if (values == values[:, :, :1]).all():
            return Picture(np.ascontiguousarray(values[:, :, 0]), picture.low, picture.high)
    return picture


def _with_choice(picture: Picture, part: Part, name: str) -> Picture:
    """The channels of a picture that are wanted, where some are named."""
    if not part.channels:
        return picture
    values = np.atleast_3d(picture.values)
    return Picture(np.ascontiguousarray(chosen(values, part, name)), picture.low, picture.high)


def _learn_heif() -> None:
    """Teach Pillow to read HEIC."""
    import pi_heif

    pi_heif.register_heif_opener()


def _check_depth(file: PolledFile, name: str) -> None:
    depth = int.from_bytes(file.part(0, 26)[_PSD_DEPTH], "big")
    if depth in (16, 32):
        text = f"has {depth} bits a channel; of PSD files only those with 8 can be read: save it as TIFF"
        raise ImageError(name, "depth", text, depth=depth)


def is_deep(image: PIL.Image.Image) -> bool:
    """Whether a picture that was opened, not loaded, has 16 bits in each of its colour channels."""
    tiles = _tiles(image)
    return bool(tiles) and all(_raw_mode(tile)[:-1] in _DEEP for tile in tiles)


def deep_pixels(file: IO[bytes], kind: str) -> Picture:
    """Read such a picture in full depth: float32 in 0..65535, upright, see-through parts on white.

    Pillow keeps the upper byte of each pair. With the byte order swapped it
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
