"""Writing an animated PNG picture by picture: every colour as it is, and no more memory than one picture."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import BinaryIO

import numpy as np

from convviz.core.film.gif import Pixels, Timed, changed

SIGNATURE = b"\x89PNG\r\n\x1a\n"
TRUE_COLOUR = 2
LEVEL = 6


def write_apng(file: BinaryIO, frames: Iterable[Timed], count: int) -> int:
    """Write ``count`` pictures to ``file``; the film runs over and over.

    Only the rectangle that differs from the picture before is written (PNG, third edition, W3C,
    section 11.3.6). Where animations are unknown, the first picture is shown. ValueError if there
    are not just ``count`` of them.
    """
    number = sequence = 0
    before: Pixels | None = None
    for pixels, milliseconds in frames:
        height, width = pixels.shape[:2]
        if before is None:
            head = struct.pack(">IIBBBBB", width, height, 8, TRUE_COLOUR, 0, 0, 0)
            file.write(SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"acTL", struct.pack(">II", count, 0)))
        top, bottom, left, right = changed(before, pixels)
        place = (right - left, bottom - top, left, top)
        control = struct.pack(">IIIIIHHBB", sequence, *place, min(milliseconds, 65535), 1000, 0, 0)
        file.write(_chunk(b"fcTL", control))
        data = _packed(pixels[top:bottom, left:right])
        sequence += 1
        if before is None:
            file.write(_chunk(b"IDAT", data))
        else:
            file.write(_chunk(b"fdAT", struct.pack(">I", sequence) + data))
            sequence += 1
        before = pixels
        number += 1
    if number != count:
        raise ValueError(f"{number} pictures where {count} were announced")
    file.write(_chunk(b"IEND", b""))
    return number


def _packed(pixels: Pixels) -> bytes:
    """Each row as its difference from the row above (filter 2), compressed."""
    rows = pixels.reshape(pixels.shape[0], -1)
    differences = rows.copy()
    differences[1:] -= rows[:-1]
    kind = np.full((rows.shape[0], 1), 2, dtype=np.uint8)
    return zlib.compress(np.hstack([kind, differences]).tobytes(), LEVEL)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
