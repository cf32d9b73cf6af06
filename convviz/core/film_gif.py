"""Writing an animated GIF picture by picture, so that long films need no more memory than short ones."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import GifImagePlugin, Image

Pixels: TypeAlias = NDArray[np.uint8]
"""(height, width, 3) bytes."""

Timed: TypeAlias = tuple[Pixels, int]
"""A picture, and for how many milliseconds it is shown."""

STAYS = 1
"""GIF's disposal method: the next picture is painted over this one."""


def palette_of(samples: Sequence[Pixels]) -> Image.Image:
    """The 256 colours that suit ``samples`` best, as the palette of a picture.

    >>> palette_of([np.zeros((2, 2, 3), np.uint8)]).mode
    'P'
    """
    strip = np.concatenate([sample[::2] for sample in samples])
    return Image.fromarray(strip).quantize(256, Image.Quantize.MEDIANCUT)


def write_gif(file: BinaryIO, frames: Iterable[Timed], palette: Image.Image) -> int:
    """Write ``frames`` to ``file`` and return how many there were; the film runs over and over.

    Only the rectangle that differs from the picture before is written (GIF89a, W3C). Times are
    rounded to hundredths of a second, of which viewers want two at least.
    """
    count = 0
    before: Pixels | None = None
    colours = _colours(palette)
    for pixels, milliseconds in frames:
        indexed = Image.fromarray(pixels).quantize(palette=palette, dither=Image.Dither.NONE)
        now: Any = np.asarray(indexed)
        if before is None:
            file.write(_head(pixels.shape[1], pixels.shape[0], colours))
        top, bottom, left, right = changed(before, now)
        part = indexed.crop((left, top, right, bottom))
        duration = max(2, round(milliseconds / 10)) * 10
        for data in GifImagePlugin.getdata(part, (left, top), duration=duration, disposal=STAYS):
            file.write(data)
        before = now
        count += 1
    file.write(b";")
    return count


def changed(before: NDArray[Any] | None, now: NDArray[Any]) -> tuple[int, int, int, int]:
    """(top, bottom, left, right) of what differs between two pictures; one pixel where nothing does.

    >>> changed(np.zeros((4, 4)), np.eye(4)[[3, 1, 2, 3]] * [0, 1, 1, 0])
    (1, 3, 1, 3)
    """
    if before is None:
        return 0, now.shape[0], 0, now.shape[1]
    differs = before != now
    if differs.ndim == 3:
        differs = differs.any(axis=2)
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    if not rows.size:
        return 0, 1, 0, 1
    return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1


def _colours(palette: Image.Image) -> bytes:
    colours = bytes(palette.getpalette() or [])[:768]
    return colours + bytes(768 - len(colours))


def _head(width: int, height: int, colours: bytes) -> bytes:
    """Signature, size, the colours that all pictures share, and "for ever"."""
    return (
        b"GIF89a"
        + struct.pack("<HHBBB", width, height, 0xF7, 0, 0)
        + colours
        + b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
    )
