"""The numbers of a TIFF's page: strips or tiles, unpacked, with the differences between neighbours summed up.

The format: TIFF 6.0 (Adobe, 1992) and its Technical Note 3 (the predictor for fractions).
"""

from __future__ import annotations

import io
import lzma
import struct
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np
import PIL.Image

from convviz.core.base.translatable import TranslatableError
from convviz.core.images.arrays import Pixels, too_large
from convviz.core.images.formats.polled import PolledFile
from convviz.core.images.formats.quiet import quiet

if TYPE_CHECKING:
    from tifffile import TiffPage

_STORED, _LZW, _DEFLATED, _PACKBITS, _LZMA, _ZSTD = 1, 5, (8, 32946), 32773, 34925, 50000
_WITH_PREDICTOR = (_LZW, *_DEFLATED, _LZMA, _ZSTD)
_MOST_SHRINKING = {1: 1, 5: 4096, 8: 1040, 32946: 1040, 32773: 64}
"""How many bytes one byte can become; a file that is too short for that is known before memory is taken."""

_MOST_NUMBERS = 400_000_000
_KINDS = {1: "u", 2: "i", 3: "f", 4: "u"}  # what the tag "sample format" means
_MIRRORED = np.packbits(np.unpackbits(np.arange(256, dtype=np.uint8)).reshape(256, 8)[:, ::-1]).ravel()


def can_unpack(page: TiffPage) -> bool:
    """Whether `samples` reads such a page: its packing, its kind of numbers, its colours."""
    if int(page.photometric) not in (0, 1, 2, 3, 5, 8, 9) or not isinstance(page.bitspersample, int):
        return False
    if int(page.compression) not in (_STORED, _LZW, *_DEFLATED, _PACKBITS, _LZMA, _ZSTD):
        return False
    kind, bits = _KINDS.get(int(page.sampleformat)), page.bitspersample
    if kind is None or not 1 <= bits <= 64 or int(page.predictor) not in (1, 2, 3):
        return False
    if kind == "f":
        return bits in (16, 32, 64)
    return bits in (8, 16, 32, 64) or (kind == "u" and bits < 32 and int(page.predictor) == 1)


def number_type(page: TiffPage) -> np.dtype[Any]:
    """The type that holds a number of the page, in this computer's byte order."""
    size = next(size for size in (1, 2, 4, 8) if page.bitspersample <= 8 * size)
    return np.dtype(f"{_KINDS[int(page.sampleformat)]}{size}")


def samples(file: PolledFile, page: TiffPage) -> Pixels:
    """All numbers of a page, shape (rows, columns, samples); ValueError if some are missing."""
    height, width, depth = page.imagelength, page.imagewidth, page.samplesperpixel
    kind = number_type(page)
    _check_amount(page, height * width * depth)
    values = np.zeros((height, width, depth), kind)
    tall, wide = (
        (page.tilelength, page.tilewidth) if page.is_tiled else (min(page.rowsperstrip, height), width)
    )
    if tall < 1 or wide < 1:
        raise TranslatableError("its parts have no size")
    together = 1 if int(page.planarconfig) == 2 else depth
    across, down = -(-width // wide), -(-height // tall)
    wanted = across * down * (depth // together)
    if min(len(page.dataoffsets), len(page.databytecounts)) < wanted:
        raise TranslatableError(
            "it has {there} parts instead of {wanted}", there=len(page.dataoffsets), wanted=wanted
        )
    for number in range(wanted):
        plane, place = divmod(number, across * down)
        top, left = place // across * tall, place % across * wide
        rows = tall if page.is_tiled else min(tall, height - top)
        packed = file.part(page.dataoffsets[number], page.databytecounts[number])
        if not packed and not page.dataoffsets[number]:
            continue  # a part that was left out is all 0
        block = _block(packed, page, rows, wide, together)
        target = values[top : top + rows, left : left + wide, plane : plane + together]
        target[:] = block[: target.shape[0], : target.shape[1]]
    return values


def _check_amount(page: TiffPage, count: int) -> None:
    if count > _MOST_NUMBERS:
        too_large(count, "")
    needed = count * page.bitspersample // 8
    there = sum(page.databytecounts)
    most = _MOST_SHRINKING.get(int(page.compression))
    if most is not None and there * most < needed and all(page.dataoffsets):
        raise TranslatableError("it ends too early: {there} bytes of {wanted}", there=there, wanted=needed)


def _block(packed: bytes, page: TiffPage, rows: int, columns: int, depth: int) -> Pixels:
    """One strip or tile as numbers, shape (rows, columns, depth)."""
    bits = page.bitspersample
    length = -(-columns * depth * bits // 8)
    data = _unpacked(packed, length * rows, int(page.compression))
    if len(data) < length * rows:
        raise TranslatableError("{there} bytes instead of {wanted}", there=len(data), wanted=length * rows)
    flat = np.frombuffer(data, np.uint8, length * rows)
    if int(page.fillorder) == 2:
        flat = _MIRRORED[flat]
    kind = number_type(page)
    predictor = int(page.predictor) if int(page.compression) in _WITH_PREDICTOR else 1
    if predictor == 3 and kind.kind == "f":
        return _fractions(flat, kind, (rows, columns, depth))
    if bits != 8 * kind.itemsize:
        return _narrow(flat.reshape(rows, length), bits, kind, (rows, columns, depth))
    order = page.parent.byteorder
    values = flat.view(kind.newbyteorder(order)).reshape(rows, columns, depth).astype(kind, copy=False)
    if predictor == 2:
        whole = values.view(f"u{kind.itemsize}")
        return np.cumsum(whole, axis=1, dtype=whole.dtype).view(kind)
    return values


def _fractions(flat: Pixels, kind: np.dtype[Any], shape: tuple[int, int, int]) -> Pixels:
    """Rows whose bytes are apart, the most significant first, each as the difference to the one before."""
    rows, columns, depth = shape
    sums = np.cumsum(flat.reshape(rows, -1, depth), axis=1, dtype=np.uint8).reshape(rows, kind.itemsize, -1)
    together = np.ascontiguousarray(sums.swapaxes(1, 2))
    return together.view(kind.newbyteorder(">")).reshape(shape).astype(kind)


def _narrow(rows: Pixels, bits: int, kind: np.dtype[Any], shape: tuple[int, int, int]) -> Pixels:
    """Numbers of any count of bits, one after the other, each row from a new byte on."""
    count = shape[1] * shape[2]
    single = np.unpackbits(rows, axis=1)[:, : count * bits].reshape(len(rows), count, bits)
    values = np.zeros((len(rows), count), kind)
    for bit in range(bits):
        values = (values << 1) | single[:, :, bit]
    return values.reshape(shape)


def _unpacked(packed: bytes, wanted: int, packing: int) -> bytes:
    """At most ``wanted`` bytes of a strip or tile, whatever it would become."""
    if packing == _STORED:
        return packed[:wanted]
    if packing in _DEFLATED:
        return zlib.decompressobj().decompress(packed, max(wanted, 1))
    if packing == _LZMA:
        return lzma.LZMADecompressor().decompress(packed, max_length=max(wanted, 1))
    return _by_libtiff(packed, wanted, packing)


def _by_libtiff(packed: bytes, wanted: int, packing: int) -> bytes:
    """Let Pillow's libtiff unpack: the bytes stand as a grey picture of 8 bits in a TIFF of their own.

    Its rows have a common divisor of ``wanted`` as length, as a side of a picture is limited.
    """
    width = next((n for n in (65536, 4096, 1024) if wanted % n == 0), wanted)
    tags = {256: width, 257: wanted // width, 258: 8, 259: packing, 262: 1, 277: 1, 278: wanted // width}
    tags |= {273: 8 + 2 + 9 * 12 + 4, 279: len(packed)}
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in sorted(tags.items()))
    file = b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + bytes(4) + packed
    with quiet(), PIL.Image.open(io.BytesIO(file), formats=["TIFF"]) as image:
        return image.tobytes()
