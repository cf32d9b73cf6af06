"""Which axis of an array is what: rows and columns, colours last or first, slices."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from convviz.core.base.translatable import TranslatableError, translatable
from convviz.core.images.arrays import ImageError

_FEW = 8
"""A last axis of at most so many is taken for channels, where it is the shortest."""


@dataclass(frozen=True)
class Layout:
    """An array of ``frames`` pictures, one after the other, each of shape ``inner``.

    ``colours`` says which axis of ``inner`` holds the channels: "last", "first", or "" if there is none.
    ``note`` says what was understood, where it is not plain (rows, columns) or (rows, columns, 3).
    """

    frames: int
    inner: tuple[int, ...]
    colours: str = ""
    note: TranslatableError | None = None

    @property
    def height(self) -> int:
        return self.inner[1] if self.colours == "first" else self.inner[0]

    @property
    def width(self) -> int:
        return self.inner[2] if self.colours == "first" else self.inner[1]

    def planes_last(self, values: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        """One picture as (rows, columns) or (rows, columns, channels)."""
        return np.moveaxis(values, 0, 2) if self.colours == "first" else values


def layout_of(shape: tuple[int, ...], name: str) -> Layout:
    """How an array of this shape is understood; `ImageError` with the shape if it cannot be a picture.

    Axes of length 1 in front are left out. (H, W), (H, W, 1) and (H, W, 3) are a picture; (3, H, W) is one in
    colour, as PyTorch has it; (H, W, C) with few channels has C channels; (N, H, W) are N slices, and so are
    (N, H, W, 3) and (N, 3, H, W).

    >>> layout_of((3, 40, 50), "a.npy").colours, layout_of((10, 28, 28), "a.npy").frames
    ('first', 10)
    """
    rest = shape
    while len(rest) > 2 and rest[0] == 1 and (len(rest) > 3 or rest[2] not in (1, 3)):
        rest = rest[1:]
    found = _understood(rest)
    if found is None or len(rest) < 2:
        text = f"has shape {shape}; a picture is (rows, columns) or (rows, columns, 3)"
        raise ImageError(name, "shape", text, shape=shape)
    if rest != shape and found.note is None:
        note = TranslatableError("shape {shape}: the axes of length 1 in front are left out", shape=shape)
        return Layout(found.frames, found.inner, found.colours, note)
    return found


def _understood(shape: tuple[int, ...]) -> Layout | None:
    if len(shape) == 2:
        return Layout(1, shape)
    if len(shape) == 3:
        return _three(shape)
    if len(shape) == 4:
        inner = _three(shape[1:])
        if inner.frames == 1 and shape[1] != 1 or inner.colours:
            return _many(shape[0], shape[1:], inner.colours, shape)
        if shape[1] == 1:
            return _many(shape[0], shape[2:], "", shape)
    return None


def _three(shape: tuple[int, ...]) -> Layout:
    first, _, last = shape
    if last in (1, 3):
        return Layout(1, shape, "last")
    if first == 3:
        note = translatable("shape {shape}: read as 3 channels of {height}x{width}, red, green and blue")
        return Layout(
            1, shape, "first", TranslatableError(note, shape=shape, height=shape[1], width=shape[2])
        )
    if last <= _FEW and last < min(shape[:2]):
        return Layout(1, shape, "last")
    return _many(first, shape[1:], "", shape)


def _many(frames: int, inner: tuple[int, ...], colours: str, shape: tuple[int, ...]) -> Layout:
    note = translatable("shape {shape}: read as {frames} pictures, one after the other")
    if math.prod(inner) == 0 or frames == 0:
        return Layout(1, (0, 0))
    return Layout(frames, inner, colours, TranslatableError(note, shape=shape, frames=frames))
