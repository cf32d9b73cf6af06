"""From the bytes of a picture file to pixels: the formats, 16-bit colour, scientific TIFF, NPY."""

from __future__ import annotations

import re
import sys
import warnings
import zlib
from collections.abc import Callable
from typing import IO, Any, NoReturn, TypeAlias

import numpy as np
import PIL.Image
from PIL import TiffImagePlugin

from convviz.core.images import modes as image_modes
from convviz.core.images.arrays import (
    ImageError,
    Picture,
    ReadCancelled,
    check_shape,
    check_size,
    from_numbers,
    too_large,
)
from convviz.core.images.modes import upright

_MAGIC = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "PNG"),
    (re.compile(rb"\xff\xd8\xff"), "JPEG"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "WEBP"),
    (re.compile(rb"BM"), "BMP"),
    (re.compile(rb"GIF8[79]a"), "GIF"),
    (re.compile(rb"II\*\0|MM\0\*|II\+\0|MM\0\+"), "TIFF"),
    (re.compile(rb"P[1-6Ff]\s"), "PPM"),
    (re.compile(rb"\x93NUMPY"), "NPY"),
    (re.compile(rb"....ftyp(hei[cxms]|hev[cxms]|mif1|msf1)", re.DOTALL), "HEIC"),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "AVIF"),
)
BLOCK = 128 << 20
"""Bytes of memory that Pillow asks for at a time. Smaller blocks come from memory that was used before,
which is cleared, 96 megabytes for a photo, while the interpreter's lock is held (25 ms, measured);
blocks as large as this come fresh from the system, clean."""

PIL.Image.core.set_block_size(BLOCK)  # type: ignore[attr-defined]

READABLE = "PNG, JPEG, WebP, BMP, GIF, TIFF, PGM, PPM, NPY"

_DEEP = ("RGB;16", "RGBX;16", "RGBA;16")  # followed by the byte order: L, B or N, the computer's own
_OTHER = {"B": "L", "L": "B", "N": "B" if sys.byteorder == "little" else "L"}
_WHITE = 65535.0
_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _STRIPS, _SAMPLES, _LENGTHS = 256, 257, 258, 259, 273, 277, 279
_PLANES, _PREDICTOR, _TILES, _KIND = 284, 317, 322, 339
_KINDS = {1: "u", 2: "i", 3: "f"}  # what the tag "sample format" means
_STORED, _DEFLATED = 1, (8, 32946)
_Tags: TypeAlias = dict[int, Any]


class PolledFile:
    """A file that checks for cancellation before every read."""

    def __init__(self, file: IO[bytes], cancelled: Callable[[], bool] | None) -> None:
        self._file = file
        self._cancelled = cancelled

    def poll(self) -> None:
        """Raise `ReadCancelled` if the picture is no longer wanted."""
        if self._cancelled is not None and self._cancelled():
            raise ReadCancelled

    def read(self, size: int = -1) -> bytes:
        self.poll()
        return self._file.read(size)

    def readline(self, size: int = -1) -> bytes:
        return self._file.readline(size)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def size(self) -> int:
        """How many bytes the file has; the position stays."""
        here = self._file.tell()
        end = self._file.seek(0, 2)
        self._file.seek(here)
        return end


def decode(file: PolledFile, name: str) -> Picture:
    """Read the first frame of a file of one of the formats in the list above.

    Raises `ImageError` with ``name`` and the cause, whatever the decoder raised, and
    `ReadCancelled`. A picture is given whole or not at all.
    """
    head = file.read(32)
    kind = next((kind for magic, kind in _MAGIC if magic.match(head)), None)
    if kind is None or kind in ("HEIC", "AVIF"):
        _refuse(head, kind, name)
    file.seek(0)
    try:
        picture = _numpy_array(file, name) if kind == "NPY" else _pillow_picture(file, kind, name)
    except (ImageError, ReadCancelled):
        raise
    except PIL.Image.DecompressionBombError as error:
        pixels = re.search(r"\d+", str(error))  # found before the size could be asked
        too_large(int(pixels[0]) if pixels else PIL.Image.MAX_IMAGE_PIXELS or 0, name)
    except MemoryError:
        text = "needs more memory than there is; a smaller picture needs less"
        raise ImageError(name, "memory", text) from None
    except Exception as error:  # Pillow's plugins raise nearly everything: struct.error, IndexError ...
        reason = _one_line(error)
        text = f"is a damaged or incomplete {kind} file ({reason})"
        raise ImageError(name, "damaged", text, kind=kind, reason=reason) from error
    file.poll()
    return picture


def _refuse(head: bytes, kind: str | None, name: str) -> NoReturn:
    if not head:
        raise ImageError(name, "empty", "is empty")
    if kind is not None:
        article = "an" if kind == "AVIF" else "a"
        text = f"is {article} {kind} picture, which cannot be read here; save it as JPEG or PNG first"
        raise ImageError(name, kind.lower(), text)
    text = f"is not a picture of a kind that can be read ({READABLE})"
    raise ImageError(name, "unknown", text, readable=READABLE)


def _one_line(error: Exception) -> str:
    if isinstance(error, PIL.UnidentifiedImageError):
        return "its header cannot be understood"
    text = " ".join(str(error).split()) or type(error).__name__
    return text[:120].rstrip(". ")


def _pillow_picture(file: PolledFile, kind: str, name: str) -> Picture:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # sizes are checked below; other oddities are the decoder's business
        try:
            image = PIL.Image.open(file, formats=[kind])  # type: ignore[arg-type]
        except PIL.UnidentifiedImageError:
            scientific = numbers(file, name) if kind == "TIFF" else None  # type: ignore[arg-type]
            if scientific is None:
                raise
            return scientific
        with image:
            check_size(image.width, image.height, name)
            if is_deep(image) and not image_modes.has_own_colours(image):
                return deep_pixels(file, kind)  # type: ignore[arg-type]
            image.load()
            file.poll()
            return image_modes.pixels(image, name)


def _numpy_array(file: PolledFile, name: str) -> Picture:
    """Read an NPY file: never a pickle, and memory is allocated only after the size was checked."""
    version = np.lib.format.read_magic(file)
    header = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}.get(
        version
    )
    if header is None:
        raise ValueError(f"version {version[0]}.{version[1]} of the format")
    shape, fortran, kind = header(file)
    if kind.kind not in "biuf":
        raise ImageError(name, "type", f"holds {kind} values, not real numbers", type=str(kind))
    check_shape(shape, name)
    check_size(shape[1], shape[0], name)
    count = int(np.prod(shape))
    there = file.size() - file.tell()
    if there < count * kind.itemsize:
        raise ValueError(f"{there} bytes instead of {count * kind.itemsize}")
    values = np.empty(count, dtype=kind)
    _fill(values, file)
    return from_numbers(values.reshape(shape, order="F" if fortran else "C"), name)


def _fill(values: np.ndarray[tuple[int], np.dtype[np.generic]], file: PolledFile) -> None:
    step = (1 << 24) // values.itemsize
    for start in range(0, len(values), step):
        part = values[start : start + step]
        part[:] = np.frombuffer(file.read(part.nbytes), dtype=values.dtype)


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


def numbers(file: IO[bytes], name: str) -> Picture | None:
    """Read the first page as scientific programs save it: strips of numbers, stored or deflated.

    None if it is anything else. Raises `ImageError` for what is no picture and ValueError if
    numbers are missing.
    """
    file.seek(0)
    head = file.read(8)
    tags = _tags(file, head)
    kind = _number_type(tags, "<" if head[:2] == b"II" else ">")
    if kind is None:
        return None
    shape = (_one(tags, _HEIGHT, 0), _one(tags, _WIDTH, 0), _one(tags, _SAMPLES, 1))
    check_shape(shape, name)
    check_size(shape[1], shape[0], name)
    flat = np.frombuffer(_data(file, tags, int(np.prod(shape)) * kind.itemsize), kind)
    if _one(tags, _PLANES, 1) == 2:  # one channel after the other
        return from_numbers(np.moveaxis(flat.reshape(shape[2], *shape[:2]), 0, 2), name)
    return from_numbers(flat.reshape(shape), name)


def _tags(file: IO[bytes], head: bytes) -> _Tags:
    """The first directory of the file, or nothing."""
    try:
        directory = TiffImagePlugin.ImageFileDirectory_v2(head)
        file.seek(directory.next)
        directory.load(file)
        return {tag: directory[tag] for tag in directory}
    except Exception:  # a damaged directory raises nearly everything
        return {}


def _one(tags: _Tags, tag: int, otherwise: int) -> int:
    value = tags.get(tag, otherwise)
    return int(value[0] if isinstance(value, tuple) else value)


def _number_type(tags: _Tags, order: str) -> np.dtype[Any] | None:
    """The type of the numbers; None if they are packed in a way that is not known here."""
    packing = _one(tags, _COMPRESSION, _STORED)
    if packing not in (_STORED, *_DEFLATED) or _one(tags, _PREDICTOR, 1) != 1 or _TILES in tags:
        return None
    bits, kind = _one(tags, _BITS, 1), _KINDS.get(_one(tags, _KIND, 1), "")
    if kind + str(bits) not in ("i8", "i16", "u32", "i32", "f16", "f32", "f64"):
        return None
    return np.dtype(f"{order}{kind}{bits // 8}")


def _data(file: IO[bytes], tags: _Tags, wanted: int) -> bytes:
    """All strips, one after the other; never more than ``wanted`` bytes are unpacked."""
    packed = _one(tags, _COMPRESSION, _STORED) in _DEFLATED
    parts, missing = [], wanted
    for start, length in zip(tags.get(_STRIPS, ()), tags.get(_LENGTHS, ()), strict=True):
        file.seek(start)
        part = file.read(length)
        if packed:
            part = zlib.decompressobj().decompress(part, max(missing, 1))
        parts.append(part[:missing])
        missing -= len(parts[-1])
    if missing:
        raise ValueError(f"{wanted - missing} bytes instead of {wanted}")
    return b"".join(parts)
