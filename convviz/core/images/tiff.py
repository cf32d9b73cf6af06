"""TIFF files of numbers that Pillow has no mode for: colour in floats, doubles, half floats."""

from __future__ import annotations

import zlib
from typing import IO, Any, TypeAlias

import numpy as np
from PIL import TiffImagePlugin

from convviz.core.images.arrays import Picture, check_shape, check_size, from_numbers

_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _STRIPS, _SAMPLES, _LENGTHS = 256, 257, 258, 259, 273, 277, 279
_PLANES, _PREDICTOR, _TILES, _KIND = 284, 317, 322, 339
_KINDS = {1: "u", 2: "i", 3: "f"}  # what the tag "sample format" means
_STORED, _DEFLATED = 1, (8, 32946)
_Tags: TypeAlias = dict[int, Any]


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
