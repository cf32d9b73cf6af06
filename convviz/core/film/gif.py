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


EXACT = 176
"""So many of the commonest colours are kept as they are; the rest of the 256 stand for all others."""


def palette_of(samples: Sequence[Pixels]) -> Palette:
    """256 colours for pictures like ``samples``.

    The commonest are exact, so that paper, cells and ink do not change their colour.

    >>> palette_of([np.full((2, 2, 3), 7, np.uint8)]).indexed(np.full((1, 1, 3), 9, np.uint8)).tolist()
    [[0]]
    """
    words, counts = np.unique(np.concatenate([_words(s).ravel() for s in samples]), return_counts=True)
    order = np.argsort(counts)[::-1]
    exact, others = words[order[:EXACT]], words[order[EXACT:]]
    colours = _channels(exact)
    if others.size:
        blended = Image.fromarray(_channels(others)[None]).quantize(256 - EXACT, Image.Quantize.MEDIANCUT)
        rest = np.array(blended.getpalette() or [], dtype=np.uint8).reshape(-1, 3)[: 256 - EXACT]
        colours = np.concatenate([colours, rest])
    return Palette(colours)


class Palette:
    """At most 256 colours, (n, 3) bytes, and for every other colour the nearest of them."""

    def __init__(self, colours: NDArray[np.uint8]) -> None:
        self.colours = colours
        self._known = np.full(1 << 24, -1, dtype=np.int16)

    def indexed(self, pixels: Pixels) -> NDArray[np.uint8]:
        """The number of the nearest colour for every pixel, (height, width)."""
        words = _words(pixels)
        numbers = self._known[words]
        missing = np.unique(words[numbers < 0])
        if missing.size:
            wanted, own = _channels(missing).astype(np.int32), self.colours.astype(np.int32)
            apart = (wanted * wanted).sum(axis=1)[:, None] - 2 * wanted @ own.T + (own * own).sum(axis=1)
            self._known[missing] = apart.argmin(axis=1)
            numbers = self._known[words]
        return numbers.astype(np.uint8)


def _words(pixels: Pixels) -> NDArray[np.uint32]:
    """Each pixel's bytes as one number, 0xRRGGBB."""
    wide: Any = pixels.astype(np.uint32)
    result: NDArray[np.uint32] = wide[..., 0] << 16 | wide[..., 1] << 8 | wide[..., 2]
    return result


def _channels(words: NDArray[np.uint32]) -> NDArray[np.uint8]:
    return np.stack([(words >> shift & 255).astype(np.uint8) for shift in (16, 8, 0)], axis=-1)


def write_gif(file: BinaryIO, frames: Iterable[Timed], palette: Palette) -> int:
    """Write ``frames`` to ``file`` and return how many there were; the film runs over and over.

    Only the rectangle that differs from the picture before is written (GIF89a, W3C). Times are
    rounded to hundredths of a second, of which viewers want two at least.
    """
    count = 0
    before: NDArray[np.uint8] | None = None
    for pixels, milliseconds in frames:
        now = palette.indexed(pixels)
        if before is None:
            file.write(_head(pixels.shape[1], pixels.shape[0], palette.colours.tobytes()))
        top, bottom, left, right = changed(before, now)
        part = Image.fromarray(np.ascontiguousarray(now[top:bottom, left:right]))
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


def _head(width: int, height: int, colours: bytes) -> bytes:
    """Signature, size, the colours that all pictures share, and "for ever"."""
    return (
        b"GIF89a"
        + struct.pack("<HHBBB", width, height, 0xF7, 0, 0)
        + colours.ljust(768, b"\0")
        + b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
    )
