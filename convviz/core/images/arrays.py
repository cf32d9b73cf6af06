"""From any array of numbers to pixels, from colour to grey, and the errors on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NoReturn, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.core.base.limits import LIMITS
from convviz.core.base.translatable import TranslatableError
from convviz.core.base.visible import visible

Pixels: TypeAlias = NDArray[Any]
MAX_MEGAPIXELS = 100
"""Pictures with more pixels than so many million are refused."""

FARTHEST = LIMITS["pixel"].high
"""The largest value of a pixel; with it no sum of products is infinite, not even in 32 bits."""

_EXACT_IN_FLOAT32 = 2**24
_BLOCK = 1 << 16  # pixels a block: one block of floats stays in the processor's cache


class ImageError(ValueError):
    """A picture cannot be read; the text is one sentence with its name and the cause.

    ``name`` is the file's name, ``cause`` a short key to translate by (``"missing"``, ``"directory"``,
    ``"not_a_file"``, ``"unreadable"``, ``"empty"``, ``"unknown"``, ``"svg"``, ``"pdf"``, ``"jxl"``,
    ``"dicom"``, ``"raw"``, ``"package"``, ``"depth"``, ``"packed"``, ``"too_large"``, ``"damaged"``,
    ``"memory"``, ``"shape"``, ``"channels"``, ``"no_frame"``, ``"no_channel"``, ``"no_array"``,
    ``"no_such_array"``, ``"ragged"``, ``"table"``, ``"type"``, ``"not_finite"``, ``"no_number"``,
    ``"too_far"``), ``details`` the figures and words of that sentence; of ``"channels"`` the number of
    them is ``count``.

    >>> raise ImageError("a.png", "empty", "is empty")
    Traceback (most recent call last):
        ...
    convviz.core.images.arrays.ImageError: a.png is empty.
    """

    def __init__(self, name: str, cause: str, text: str, **details: object) -> None:
        super().__init__(visible(f"{name} {text}."))
        self.name = name
        self.cause = cause
        self.details = details


class ReadCancelled(Exception):  # noqa: N818 - a request, not an error
    """Reading was stopped half-way, on request."""


@dataclass(frozen=True)
class Part:
    """Which part of a file is wanted: one of its pages, frames or slices, and one or three of its channels.

    ``frame`` counts from 0. ``channels`` are the numbers, from 0, of the channels that become grey or
    red, green and blue; empty for the file's own colours, which files of 2 or 5 channels do not have.
    ``array`` is the name of one of several arrays (NPZ); empty for the first that can be a picture.

    >>> Part(channels=(4,))
    Part(frame=0, channels=(4,), array='')
    """

    frame: int = 0
    channels: tuple[int, ...] = ()
    array: str = ""

    def __post_init__(self) -> None:
        if self.frame < 0 or len(self.channels) not in (0, 1, 3) or min(self.channels, default=0) < 0:
            raise TranslatableError(
                "one channel or three can be read, and a frame, all counted from 0; not {channels} "
                "of {frame}",
                channels=self.channels,
                frame=self.frame,
            )


WHOLE = Part()
"""What is read where nothing is chosen: the first frame, in its own colours."""


@dataclass(frozen=True, eq=False)
class Picture:
    """Pixels and their range, not yet an image with a name.

    ``frames`` is how many pages, frames or slices the file has; ``note`` says how it was understood,
    where there was more than one way, and ``arrays`` which of several arrays there are to choose from.
    """

    values: Pixels
    low: float
    high: float
    frames: int = 1
    note: TranslatableError | None = None
    arrays: tuple[str, ...] = ()


def check_frame(part: Part, frames: int, name: str) -> None:
    """Refuse a frame that the file does not have."""
    if part.frame >= frames:
        text = f"has {frames} pictures in it; there is no number {part.frame + 1}"
        raise ImageError(name, "no_frame", text, count=frames, number=part.frame + 1)


def chosen(values: Pixels, part: Part, name: str) -> Pixels:
    """The channels of (H, W, C) that are wanted: (H, W) for one, (H, W, 3) for three.

    Without a choice, 1 and 3 channels are what they are; `ImageError` with the number for others.
    """
    count = values.shape[2]
    if part.channels:
        if max(part.channels) >= count:
            _no_channel(max(part.channels), count, name)
        return (
            values[:, :, part.channels[0]] if len(part.channels) == 1 else values[:, :, list(part.channels)]
        )
    if count not in (1, 3):
        text = f"has {count} channels; one of them can be read as grey, or three as red, green and blue"
        raise ImageError(name, "channels", text, count=count)
    return values[:, :, 0] if count == 1 else values


def _no_channel(wanted: int, count: int, name: str) -> NoReturn:
    text = f"has {count} channels; there is no number {wanted + 1}"
    raise ImageError(name, "no_channel", text, count=count, number=wanted + 1)


def check_size(width: int, height: int, name: str) -> None:
    """Refuse empty pictures and those above the limit; to be called before decoding."""
    if width < 1 or height < 1:
        raise ImageError(name, "empty", f"has no pixels ({width}x{height})", width=width, height=height)
    if width * height > MAX_MEGAPIXELS * 1_000_000:
        too_large(width * height, name)


def too_large(pixels: int, name: str) -> None:
    """Raise the error of a picture with too many pixels."""
    megapixels = pixels / 1e6
    shown = f"{megapixels:.0f}" if megapixels >= MAX_MEGAPIXELS + 1 else f"{megapixels:.3f}"
    text = f"has {shown} megapixels; the limit is {MAX_MEGAPIXELS}"
    raise ImageError(name, "too_large", text, megapixels=megapixels, limit=MAX_MEGAPIXELS)


def from_numbers(array: ArrayLike, name: str) -> Picture:
    """Copy numbers into pixels: bytes stay bytes, the rest becomes float32 (float64 where needed)."""
    try:
        given = np.asarray(array)
    except ValueError:
        raise ImageError(name, "ragged", "has rows of different lengths") from None
    if given.dtype.kind not in "biuf":
        raise ImageError(name, "type", f"holds {given.dtype} values, not real numbers", type=str(given.dtype))
    if given.ndim == 3 and given.shape[2] == 1:
        given = given[:, :, 0]
    check_shape(given.shape, name)
    check_size(given.shape[1], given.shape[0], name)
    low, high = _range(given, name)
    return Picture(np.array(given, dtype=_pixel_type(given), order="C"), low, high)


def check_shape(shape: tuple[int, ...], name: str) -> None:
    """Refuse what is neither (H, W) nor (H, W, 1 or 3)."""
    if len(shape) != 2 and not (len(shape) == 3 and shape[2] in (1, 3)):
        text = f"has shape {shape}; a picture is (rows, columns) or (rows, columns, 3)"
        raise ImageError(name, "shape", text, shape=shape)


def _pixel_type(given: Pixels) -> np.dtype[Any]:
    if given.dtype.kind in "bu" and given.dtype.itemsize == 1:
        return np.dtype(np.uint8)
    if given.dtype.kind == "f":
        return np.dtype(np.float64 if given.dtype.itemsize > 4 else np.float32)
    largest = max(-int(given.min()), int(given.max()))
    return np.dtype(np.float32 if largest <= _EXACT_IN_FLOAT32 else np.float64)


def _range(given: Pixels, name: str) -> tuple[float, float]:
    """The values that black and white stand for."""
    if given.dtype == np.uint8:
        return 0.0, 255.0
    if given.dtype == bool:
        return 0.0, 1.0
    if given.dtype.kind == "u" and given.dtype.itemsize == 2:
        return 0.0, 65535.0
    low, high = _ends(given, name)
    farthest = max(high, -low)
    if farthest > FARTHEST:
        text = f"has values up to {farthest:g}; the limit is {FARTHEST:g}"
        raise ImageError(name, "too_far", text, farthest=f"{farthest:g}", limit=f"{FARTHEST:g}")
    if low >= 0 and high <= 1:
        return 0.0, 1.0
    if given.dtype.kind in "iu" and low >= 0 and high <= 255:
        return 0.0, 255.0
    return (low, high) if high > low else (low, low + 1.0)


def _ends(given: Pixels, name: str) -> tuple[float, float]:
    """The smallest and the largest number; not-a-number is a gap, which counts for neither."""
    low, high = float(given.min()), float(given.max())
    if np.isnan(low) or np.isnan(high):
        there = given[~np.isnan(given)]
        if not there.size:
            text = "has no number at all: every value is not-a-number"
            raise ImageError(name, "no_number", text)
        low, high = float(there.min()), float(there.max())
    if np.isinf(low) or np.isinf(high):
        count = int(np.count_nonzero(np.isinf(given)))
        text = f"has {count} infinite values" if count > 1 else "has 1 infinite value"
        raise ImageError(name, "not_finite", text, count=count)
    return low, high


def to_grey(values: Pixels) -> Pixels:
    """Make a grey picture of a colour one: 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601).

    (H, W, 3) gives (H, W); grey pictures come back as they are. Bytes give bytes, rounded to the
    nearest whole number as Pillow's mode "L" does, so that grids show the numbers that tutorials
    show; float64 stays float64, everything else gives float32.

    >>> to_grey(np.array([[[255, 0, 0], [0, 255, 0], [0, 0, 255]]], dtype=np.uint8)).tolist()
    [[76, 150, 29]]
    """
    if values.ndim == 2:
        return values
    if values.dtype == np.uint8 and values.size:
        import PIL.Image  # here, so that the window opens without waiting for Pillow

        return np.asarray(PIL.Image.fromarray(np.ascontiguousarray(values)).convert("L"))
    kind = np.float64 if values.dtype == np.float64 else np.float32
    weights = np.array([0.299, 0.587, 0.114], dtype=kind)
    grey = np.empty(values.shape[:2], dtype=kind)
    rows = max(1, _BLOCK // max(1, values.shape[1]))
    for top in range(0, values.shape[0], rows):
        block = values[top : top + rows].astype(kind, copy=False).reshape(-1, 3)
        np.matmul(block, weights, out=grey[top : top + rows].reshape(-1))  # 2-D: a single BLAS call
    return grey
