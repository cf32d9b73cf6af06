"""From the bytes of a picture file to pixels, whatever the file turns out to be."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from typing import IO, NoReturn

import numpy as np
import PIL.Image

from convviz.core.images import deep as image_deep
from convviz.core.images import modes as image_modes
from convviz.core.images import tiff as image_tiff
from convviz.core.images.arrays import Picture, check_shape, check_size, from_numbers, too_large
from convviz.core.images.errors import ImageError, ReadCancelled

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


class PolledFile:
    """A file that asks before every read whether anyone still wants the picture."""

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
        raise ImageError(name, "memory", "needs more memory than there is") from None
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
            scientific = image_tiff.numbers(file, name) if kind == "TIFF" else None  # type: ignore[arg-type]
            if scientific is None:
                raise
            return scientific
        with image:
            check_size(image.width, image.height, name)
            if image_deep.is_deep(image) and not image_modes.has_own_colours(image):
                return image_deep.pixels(file, kind)  # type: ignore[arg-type]
            image.load()
            file.poll()
            return image_modes.pixels(image, name)


def _numpy_array(file: PolledFile, name: str) -> Picture:
    """Read an NPY file: never a pickle, and nothing is set aside before the size is known to be true."""
    version = np.lib.format.read_magic(file)
    header = {
        (1, 0): np.lib.format.read_array_header_1_0,
        (2, 0): np.lib.format.read_array_header_2_0,
    }.get(version)
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
