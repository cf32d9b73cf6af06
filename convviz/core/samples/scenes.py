"""The photo-like samples, painted by ConvViz itself.

``python -m convviz.core.samples.scenes FOLDER`` paints the stored ones anew; the same program gives the
same pictures.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from convviz.core.base.atomic import atomic_write

Painter: TypeAlias = Callable[[int, int], NDArray[np.uint8]]

SIZE = (600, 400)
"""Width and height of the stored pictures."""

PANORAMA_SIZE = (4000, 3000)
"""Width and height of the picture that is painted on demand: 12 megapixels."""

STORED = MappingProxyType({"mug": "mug.png", "scene": "fair.png", "text": "page.png", "colour": "fruit.png"})
"""The file in ``sample_images`` for each stored picture's key."""

_PAINTERS = {"mug": "mug", "scene": "fair", "text": "page", "colour": "fruit", "panorama": "panorama"}
"""The module in `scenery` that paints each; imported, with Pillow, once something is to be painted."""


def paint(key: str, width: int, height: int) -> NDArray[np.uint8]:
    """Paint a scene at any size (best 3:2, the panorama 4:3): uint8, (H, W) or (H, W, 3).

    ``"mug"`` and ``"text"`` are grey, ``"scene"``, ``"colour"`` and ``"panorama"`` in colour.
    Raises ValueError for another key.

    >>> paint("text", 60, 40).shape
    (40, 60)
    """
    if key not in _PAINTERS:
        raise ValueError(f"there is no scene {key!r}; there are {', '.join(_PAINTERS)}")
    painter: Painter = import_module(f"convviz.core.scenery.{_PAINTERS[key]}").paint
    return painter(width, height)


def write_all(folder: str | os.PathLike[str]) -> None:
    """Paint the stored pictures into a folder, as they lie in ``sample_images``."""
    import PIL.Image

    Path(folder).mkdir(parents=True, exist_ok=True)
    for key, name in STORED.items():
        with atomic_write(Path(folder, name)) as file:
            PIL.Image.fromarray(paint(key, *SIZE)).save(file, format="PNG", optimize=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the script; exit status 2 unless exactly one folder is named."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m convviz.core.samples.scenes FOLDER\n")
        return 2
    write_all(arguments[0])
    return 0


if __name__ == "__main__":
    sys.exit(main())
