"""What lies on the paper, between the views that show it and the document that keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from convviz.document.state.network import SIDE, PenStroke
from convviz.views.network.paper.ink import Stroke


def pen_strokes(strokes: Iterable[Stroke], known: Sequence[PenStroke] = ()) -> tuple[PenStroke, ...]:
    """The canvas' strokes, frozen; those that are ``known`` already are shared, for undo keeps many sheets.

    >>> pen_strokes([Stroke(0.1, places=[(0.5, 0.5, 1.0)])])
    (PenStroke(width=0.1, places=((0.5, 0.5, 1.0),), erases=False),)
    """
    found = [PenStroke(one.width, tuple(one.places), one.erases) for one in strokes]
    shared = [old if old == new else new for old, new in zip(known, found, strict=False)]
    return (*shared, *found[len(shared) :])


def told_strokes(strokes: Iterable[PenStroke]) -> list[Stroke]:
    """Frozen strokes as the canvas has them."""
    return [Stroke(one.width, one.erases, list(one.places)) for one in strokes]


def picture_of(ground: bytes) -> NDArray[np.float32]:
    """A kept digit as (28, 28) from 0 black to 1 white."""
    return np.frombuffer(ground, np.uint8).reshape(SIDE, SIDE).astype(np.float32) / np.float32(255)
