"""What a person decides about the preparation of a photo; light enough to be kept in an experiment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

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
