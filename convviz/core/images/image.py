"""A picture as numbers: reading files, bytes and arrays into a frozen `Image`."""

from __future__ import annotations

import io
import os
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any, TypeAlias
from weakref import ref

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.core.base.exact import check_exact
from convviz.core.base.files import kind_of, system_reason
from convviz.core.base.limits import LIMITS, Limit
from convviz.core.base.translatable import TranslatableError
from convviz.core.base.visible import visible
from convviz.core.images import arrays as image_arrays
from convviz.core.images.arrays import (
    MAX_MEGAPIXELS,
    WHOLE,
    ImageError,
    Part,
    Picture,
    ReadCancelled,
    to_grey,
)
from convviz.core.images.recipe import Recipe

__all__ = [
    "MAX_MEGAPIXELS",
    "WHOLE",
    "Image",
    "ImageError",
    "Part",
    "ReadCancelled",
    "from_array",
    "from_bytes",
    "read",
    "to_grey",
]

Pixels: TypeAlias = NDArray[Any]


@dataclass(frozen=True, eq=False)
class Image:
    """Pixels of shape (H, W) or (H, W, 3), read-only, with the value range they live in.

    ``low`` and ``high`` are the ends of the range that black and white stand for: 0 and 255 for bytes, -1
    and 1 for the X. ``name`` is what the person calls it (`visible`); ``source`` the file it came from,
    if any; ``sample`` the key of the bundled sample, if it is one. ``part`` says which frame and channels
    of that file it is, ``frames`` how many pages, frames or slices the file has, and ``note`` how it was
    understood, where there was more than one way; ``arrays`` are the names of several arrays (NPZ), one of
    which it is. ``file_bytes`` is the whole of such a file that is nowhere on the disk: pasted, with several
    pages. None of the four counts for equality. ``recipe`` is how it was cropped and resized since
    it was read; with a file or a sample, the pixels are what it makes of those. Whole numbers of
    64 bits are fine where float64 holds them exactly, as it does all up to 2^53; ValueError, with the
    number, for others.
    """

    values: Pixels
    low: float = 0.0
    high: float = 255.0
    name: str = ""
    source: Path | None = None
    sample: str = ""
    part: Part = WHOLE
    frames: int = 1
    note: TranslatableError | None = None
    arrays: tuple[str, ...] = ()
    file_bytes: bytes = field(default=b"", repr=False)
    recipe: Recipe = ()

    def __post_init__(self) -> None:
        check_exact(self.values, "pixel")
        object.__setattr__(self, "name", visible(self.name))
        self.values.setflags(write=False)

    @property
    def shape(self) -> tuple[int, ...]:
        return self.values.shape

    @property
    def height(self) -> int:
        return int(self.values.shape[0])

    @property
    def width(self) -> int:
        return int(self.values.shape[1])

    @property
    def channels(self) -> int:
        """1 for grey, 3 for colour."""
        return 1 if self.values.ndim == 2 else int(self.values.shape[2])

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Image):
            return NotImplemented
        return (
            (self.low, self.high, self.name, self.source, self.part, self.recipe)
            == (other.low, other.high, other.name, other.source, other.part, other.recipe)
            and self.values.dtype == other.values.dtype
            and _same_pixels(self.values, other.values)
        )

    __hash__ = None  # type: ignore[assignment]


def pixel_limit(image: Image) -> Limit:
    """What a pixel of ``image`` may become: a byte 0 to 255, 16 bits 0 to 65,535, else what any may be.

    >>> pixel_limit(Image(np.zeros((2, 2), np.uint8)))
    Limit(low=0.0, high=255.0, least=0.0)
    """
    if image.values.dtype == np.uint8:
        return Limit(0.0, 255.0)
    return Limit(image.low, image.high) if (image.low, image.high) in COUNTED else LIMITS["pixel"]


COUNTED = ((0, 255), (0, 65535))
"""The ranges of bytes and of 16 bits, whatever type the numbers have by now."""

_ROWS = 64
_equal: deque[tuple[ref[Pixels], ref[Pixels]]] = deque(maxlen=8)
"""Pixels, which never change, that were found equal: a photo opened twice is compared at every edit."""


def _same_pixels(one: Pixels, other: Pixels) -> bool:
    """Whether two arrays are equal: compared in bands, up to the first difference, and once."""
    if one is other or any(first() is one and second() is other for first, second in tuple(_equal)):
        return True
    if one.shape != other.shape:
        return False
    bands = range(0, one.shape[0], _ROWS)
    if not all(np.array_equal(one[top : top + _ROWS], other[top : top + _ROWS]) for top in bands):
        return False
    _equal.append((ref(one), ref(other)))
    return True


def read(
    path: str | os.PathLike[str],
    part: Part = WHOLE,
    *,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[float], object] | None = None,
) -> Image:
    """Open a picture file; the content decides on its format, not the ending.

    PNG, JPEG, HEIC, AVIF, WebP, GIF, TIFF, BMP, JPEG 2000, PSD, TGA, ICO, QOI, PBM/PGM/PPM/PAM/PFM, NPY
    and NPZ arrays and tables of numbers (CSV, TXT), up to 100 megapixels. ``part`` names one of several
    pages, frames or slices, the first unless given, and the channels that are wanted; `Image.frames` says how
    many there are. Bytes stay uint8 in 0..255, everything else becomes floating-point with its own
    ``low`` and ``high``. Rotated as the camera noted, in sRGB, transparent parts on white. ``cancelled``
    is called between blocks, ``progress`` with the share of the file that is read. Raises `ImageError` with
    the file's name and the cause (``"channels"`` where a choice is needed), and `ReadCancelled`.

    >>> read("no such file.png")
    Traceback (most recent call last):
        ...
    convviz.core.images.arrays.ImageError: no such file.png does not exist.
    """
    path = Path(path)
    name = path.name or str(path)
    try:
        kind = kind_of(path.stat().st_mode)  # asked before opening: opening a pipe would wait for ever
        if kind == "folder":
            raise ImageError(name, "directory", "is a folder, not a picture")
        if kind == "other":
            raise ImageError(name, "not_a_file", "is no ordinary file")
        with path.open("rb", buffering=0) as file:
            picture = _decode(file, name, part, cancelled, progress)
    except FileNotFoundError:
        raise ImageError(name, "missing", "does not exist") from None
    except (OSError, ValueError) as error:
        if isinstance(error, ImageError):
            raise
        reason = system_reason(error) if isinstance(error, OSError) else str(error)
        raise ImageError(name, "unreadable", f"cannot be read ({reason})", reason=reason) from None
    return _image(picture, name, part, path)


def _image(picture: Picture, name: str, part: Part, source: Path | None = None) -> Image:
    values, low, high = picture.values, picture.low, picture.high
    if picture.arrays and not part.array:
        part = replace(part, array=picture.arrays[0])
    return Image(
        values,
        low,
        high,
        name=name,
        source=source,
        part=part,
        frames=picture.frames,
        note=picture.note,
        arrays=picture.arrays,
    )


def from_bytes(
    data: bytes, name: str = "", part: Part = WHOLE, *, cancelled: Callable[[], bool] | None = None
) -> Image:
    """Open a picture from the bytes of a file, for the clipboard or an embedded one; see `read`."""
    picture = _decode(io.BytesIO(data), name or "the picture", part, cancelled)
    image = _image(picture, name, part)
    return replace(image, file_bytes=data) if image.frames > 1 or len(image.arrays) > 1 else image


def _decode(
    file: IO[bytes],
    name: str,
    part: Part,
    cancelled: Callable[[], bool] | None,
    progress: Callable[[float], object] | None = None,
) -> Picture:
    from convviz.core.images import decode as image_decode

    return image_decode.decode(image_decode.PolledFile(file, cancelled, progress), name, part)


def from_array(
    array: ArrayLike, low: float | None = None, high: float | None = None, name: str = ""
) -> Image:
    """Make a picture of numbers: (H, W), (H, W, 1) or (H, W, 3), real and finite.

    Without ``low`` and ``high`` the range is 0..255 for bytes (and whole numbers that could be
    bytes), 0..65535 for unsigned 16 bit, 0..1 for fractions within it, otherwise from the
    smallest to the largest value. The numbers are copied. Raises `ImageError`.

    >>> image = from_array([[0.0, 0.5], [0.25, 1.0]])
    >>> image.low, image.high, image.shape
    (0.0, 1.0, (2, 2))
    """
    picture = image_arrays.from_numbers(array, name or "the array")
    return Image(
        picture.values,
        picture.low if low is None else float(low),
        picture.high if high is None else float(high),
        name=name,
    )
