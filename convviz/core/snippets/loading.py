"""The lines of a snippet that bring the picture: its numbers, or how to read its file."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from convviz.core.images.image import Image
from convviz.core.images.recipe import Crop, Resize
from convviz.core.images.reshaping import ends_of
from convviz.core.snippets.parts import number

FEW = 1024
"""Pictures of at most so many numbers are written out."""


def loading_lines(image: Image) -> list[str]:
    """Lines that make ``image``, an array equal to the picture's, and need nothing but what they name.

    A small picture is written out; a file is read with NumPy or Pillow where they read just these numbers,
    with ConvViz elsewhere. A large picture that is in no file has to be exported first.

    >>> loading_lines(Image(np.array([[0, 255]], np.uint8)))
    ['image = np.array([', '    [0, 255],', '], dtype=np.uint8)']
    """
    if image.values.size <= FEW:
        return _written(image.values)
    if image.sample:
        return [
            "from convviz.core.samples.pictures import load_sample",
            *_imports(image),
            "",
            f"image = load_sample({image.sample!r}).values",
            *_steps(image),
        ]
    if image.source is None:
        return [
            "# In ConvViz: Export, Input, as NumPy array; then name the file here.",
            'image = np.load("input.npy")',
        ]
    first, *others = _read(image, image.source)
    return [*_imports(image), first, *others, *_steps(image)]


def _imports(image: Image) -> list[str]:
    """What the lines of `_steps` need."""
    resized = any(isinstance(step, Resize) for step in image.recipe)
    return ["from convviz.core.images.resampling import resampled"] if resized else []


def _steps(image: Image) -> list[str]:
    """Lines that crop and resize what was read."""
    ends = ends_of(image)
    tail = f", ends={ends}" if ends is not None and image.values.dtype != np.uint8 else ""
    lines = []
    for step in image.recipe:
        if isinstance(step, Crop):
            row, column = step.last
            lines.append(f"image = image[{step.top}:{row + 1}, {step.left}:{column + 1}]")
        else:
            lines.append(f"image = resampled(image, {step.rows}, {step.columns}, {step.method!r}{tail})")
    return lines


def _written(values: NDArray[np.generic]) -> list[str]:
    rows = [f"    {_nested(row)}," for row in values.tolist()]
    return ["image = np.array([", *rows, f"], dtype=np.{values.dtype.name})"]


def _nested(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_nested, value))}]"
    return "np.nan" if isinstance(value, float) and math.isnan(value) else number(float(value))  # type: ignore[arg-type]


def _read(image: Image, source: Path) -> list[str]:
    from convviz.core.images.modes import (
        is_plain,  # here, so that the window opens without waiting for Pillow
    )

    path = str(source.absolute())
    if (
        source.suffix.lower() == ".npy"
        and image.frames == 1
        and image.note is None
        and not image.part.channels
    ):
        return [f"image = np.load({path!r})"]
    if image.values.dtype == np.uint8 and is_plain(source, image.shape):
        return ["import PIL.Image", "", f"image = np.asarray(PIL.Image.open({path!r}))"]
    frame = f", frame={image.part.frame}" if image.part.frame else ""
    channels = f", channels={image.part.channels}" if image.part.channels else ""
    part = f", Part({(frame + channels)[2:]})" if frame or channels else ""
    names = "Part, read" if part else "read"
    return [f"from convviz.core.images.image import {names}", "", f"image = read({path!r}{part}).values"]
