"""Handwritten digits of our own making: the strokes of a pen for 0 to 9, in three hands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from convviz.core.samples.pictures import Points, smooth_curve

_PULLS = {  # (x, y) from 0 to 1; each line of points is one pull of the pen
    0: (((0.54, 0.17), (0.38, 0.25), (0.30, 0.50), (0.36, 0.75), (0.50, 0.84), (0.65, 0.73), (0.70, 0.47),
         (0.64, 0.25), (0.52, 0.17)),),
    1: (((0.465, 0.24), (0.50, 0.21), (0.53, 0.17)), ((0.53, 0.17), (0.515, 0.50), (0.50, 0.84))),
    2: (((0.33, 0.32), (0.40, 0.20), (0.53, 0.16), (0.65, 0.24), (0.64, 0.39), (0.51, 0.58), (0.33, 0.80)),
        ((0.33, 0.80), (0.50, 0.80), (0.71, 0.79))),
    3: (((0.34, 0.22), (0.48, 0.16), (0.63, 0.22), (0.62, 0.37), (0.46, 0.47)),
        ((0.46, 0.47), (0.64, 0.53), (0.68, 0.68), (0.57, 0.81), (0.43, 0.83), (0.31, 0.76))),
    4: (((0.49, 0.16), (0.39, 0.37), (0.28, 0.58)), ((0.28, 0.58), (0.50, 0.575), (0.74, 0.56)),
        ((0.62, 0.36), (0.605, 0.60), (0.59, 0.85))),
    5: (((0.66, 0.18), (0.52, 0.185), (0.37, 0.19)), ((0.37, 0.19), (0.355, 0.32), (0.335, 0.45)),
        ((0.335, 0.45), (0.48, 0.41), (0.63, 0.48), (0.68, 0.63), (0.59, 0.78), (0.44, 0.84), (0.31, 0.79))),
    6: (((0.62, 0.16), (0.46, 0.28), (0.35, 0.48), (0.33, 0.68), (0.43, 0.82), (0.58, 0.82), (0.67, 0.70),
         (0.61, 0.57), (0.48, 0.55), (0.35, 0.65)),),
    7: (((0.29, 0.22), (0.48, 0.20), (0.70, 0.19)), ((0.70, 0.19), (0.60, 0.42), (0.50, 0.62), (0.44, 0.84))),
    8: (((0.62, 0.25), (0.50, 0.16), (0.37, 0.22), (0.38, 0.36), (0.52, 0.48), (0.65, 0.61), (0.65, 0.76),
         (0.52, 0.84), (0.37, 0.77), (0.36, 0.62), (0.49, 0.49), (0.61, 0.38), (0.62, 0.25)),),
    9: (((0.65, 0.30), (0.55, 0.18), (0.41, 0.21), (0.35, 0.35), (0.43, 0.48), (0.56, 0.46), (0.65, 0.30)),
        ((0.65, 0.30), (0.64, 0.55), (0.60, 0.84))),
}  # fmt: skip


@dataclass(frozen=True)
class Hand:
    """How a person writes: slant, width and height of the letters, where on the paper, the pen's width."""

    slant: float = 0.0
    wide: float = 1.0
    high: float = 1.0
    right: float = 0.0
    down: float = 0.0
    pen: float = 0.085


HANDS = (
    Hand(),
    Hand(slant=0.28, wide=0.92, high=0.90, pen=0.065),
    Hand(slant=-0.06, wide=1.10, high=0.72, right=-0.10, down=0.08, pen=0.11),
)
"""The first is upright and centred, the second leans, the third is broad and lower on the paper."""


def pulls(digit: int, hand: Hand = HANDS[0]) -> tuple[Points, ...]:
    """Every pull of the pen that writes a digit, as smooth lines of (x, y) points from 0 to 1.

    ValueError for what is no digit.

    >>> len(pulls(7))
    2
    """
    if digit not in _PULLS:
        raise ValueError(f"{digit} is no digit from 0 to 9")
    return tuple(_written(np.array(line), hand) for line in _PULLS[digit])


def _written(line: Points, hand: Hand) -> Points:
    x, y = (line - 0.5).T
    moved = np.stack([x * hand.wide - hand.slant * y + hand.right, y * hand.high + hand.down], axis=1)
    return smooth_curve(np.clip(moved + 0.5, 0.04, 0.96), steps=8)
