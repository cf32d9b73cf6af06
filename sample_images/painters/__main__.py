"""``python sample_images/painters FOLDER`` paints the stored pictures again, and the same ones."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

import numpy as np
import PIL.Image
from numpy.typing import NDArray

Painter: TypeAlias = Callable[[int, int], NDArray[np.uint8]]

SIZE = (600, 400)
"""Width and height of the stored pictures."""

PICTURES = MappingProxyType({"mug": "mug.png", "fair": "fair.png", "page": "page.png", "fruit": "fruit.png"})
"""The file that each painter's picture is stored in."""


def paint(name: str, width: int, height: int) -> NDArray[np.uint8]:
    """Paint a picture at any size, best 3:2: uint8, (H, W) or (H, W, 3)."""
    painter: Painter = import_module(name).paint
    return painter(width, height)


def main(arguments: Sequence[str]) -> int:
    """Paint all of them into the named folder; exit status 2 unless there is exactly one."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python sample_images/painters FOLDER\n")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for name, file in PICTURES.items():
        PIL.Image.fromarray(paint(name, *SIZE)).save(folder / file, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
