"""NPY files: arrays of any number of axes, one slice of which is a picture."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from convviz.core.base.translatable import TranslatableError, translatable
from convviz.core.images.arrays import (
    WHOLE,
    ImageError,
    Part,
    Picture,
    check_frame,
    check_size,
    chosen,
    from_numbers,
)
from convviz.core.images.formats.layout import Layout, layout_of
from convviz.core.images.formats.polled import PolledFile


def read_npy(file: PolledFile, name: str, part: Part = WHOLE) -> Picture:
    """Read one slice: never a pickle, and memory is allocated only after the size was checked."""
    shape, fortran, kind, start = header_of(file)
    if kind.kind not in "biuf":
        raise ImageError(name, "type", f"holds {kind} values, not real numbers", type=str(kind))
    layout = layout_of(shape, name)
    check_frame(part, layout.frames, name)
    check_size(layout.width, layout.height, name)
    there = file.size() - start
    if there < math.prod(shape) * kind.itemsize:
        raise _cut_off(there, math.prod(shape) * kind.itemsize)
    each = math.prod(shape) // layout.frames
    if layout.frames == 1 or not fortran:
        values = _numbers(file, start + part.frame * each * kind.itemsize, each, kind)
        order = "F" if fortran else "C"
        values = values.reshape(layout.inner, order=order)  # type: ignore[call-overload]
    else:  # a slice of an array by columns lies all over the file
        values = _numbers(file, start, math.prod(shape), kind).reshape(
            layout.frames, *layout.inner, order="F"
        )
        values = values[part.frame]
    return as_picture(values, layout, part, name)


def as_picture(values: np.ndarray[Any, Any], layout: Layout, part: Part, name: str) -> Picture:
    """The picture in one slice of shape ``layout.inner``."""
    planes = layout.planes_last(values)
    picture = from_numbers(chosen(planes, part, name) if planes.ndim == 3 else planes, name)
    return Picture(picture.values, picture.low, picture.high, layout.frames, layout.note)


def header_of(file: PolledFile) -> tuple[tuple[int, ...], bool, np.dtype[Any], int]:
    """Its shape, whether it is stored by columns, the type of its numbers, and where they begin."""
    file.seek(0)
    version = np.lib.format.read_magic(file)
    readers = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}
    if version not in readers:
        text = translatable("version {version} of the format is not known")
        raise TranslatableError(text, version=f"{version[0]}.{version[1]}")
    shape, fortran, kind = readers[version](file)
    return shape, fortran, kind, file.tell()


def _cut_off(there: int, wanted: int) -> TranslatableError:
    return TranslatableError("{there} bytes instead of {wanted}", there=there, wanted=wanted)


def _numbers(file: PolledFile, start: int, count: int, kind: np.dtype[Any]) -> np.ndarray[Any, Any]:
    values = np.empty(count, dtype=kind)
    step = max(1, (1 << 24) // kind.itemsize)
    file.seek(start)
    for first in range(0, count, step):
        block = values[first : first + step]
        block[:] = np.frombuffer(file.read(block.nbytes), dtype=kind)
    return values
