"""What lies on the paper, between the views that show it and the document that keeps it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from convviz.document.network_state import SIDE, PenStroke
from convviz.views.network.ink import Stroke


def pen_strokes(strokes: Iterable[Stroke]) -> tuple[PenStroke, ...]:
    """The canvas' strokes, frozen.

    >>> pen_strokes([Stroke(0.1, places=[(0.5, 0.5, 1.0)])])
    (PenStroke(width=0.1, places=((0.5, 0.5, 1.0),), erases=False),)
    """
    return tuple(PenStroke(one.width, tuple(one.places), one.erases) for one in strokes)


def told_strokes(strokes: Iterable[PenStroke]) -> list[Stroke]:
    """Frozen strokes as the canvas has them."""
    return [Stroke(one.width, one.erases, list(one.places)) for one in strokes]


def picture_of(ground: bytes) -> NDArray[np.float32]:
    """A kept digit as (28, 28) from 0 black to 1 white."""
    return np.frombuffer(ground, np.uint8).reshape(SIDE, SIDE).astype(np.float32) / np.float32(255)
