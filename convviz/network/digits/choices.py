"""What a person decides about the preparation of a photo; light enough to be kept in an experiment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from convviz.core.base.translatable import TranslatableError, translatable

Crop: TypeAlias = tuple[int, int, int, int]
"""(top, left, bottom, right); bottom and right are the first ones outside."""


@dataclass(frozen=True)
class Choices:
    """What the user decides; None leaves it to the preparation.

    ``invert``: True for bright writing on dark. ``threshold``: how much darker than paper ink is, 0
    to 1. ``crop``: (top, left, bottom, right) on the grey picture. ``lines``: take lines off or not.
    """

    invert: bool | None = None
    threshold: float | None = None
    crop: Crop | None = None
    lines: bool | None = None


def check_crop(crop: Crop, shape: tuple[int, ...]) -> None:
    """ValueError, with the numbers, for a crop that does not lie on a picture of this shape.

    >>> check_crop((0, 0, 50, 10), (40, 30))
    Traceback (most recent call last):
    convviz.core.base.translatable.TranslatableError: the crop 0, 0, 50, 10 does not lie on ...
    """
    top, left, bottom, right = crop
    if not (0 <= top < bottom <= shape[0] and 0 <= left < right <= shape[1]):
        numbers = ", ".join(f"{one:g}" for one in crop)
        text = translatable("the crop {crop} does not lie on the picture of {size}")
        raise TranslatableError(text, crop=numbers, size=f"{shape[0]}x{shape[1]}")
