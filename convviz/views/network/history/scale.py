"""What stands at the axes of a training's plots. The upright ones are logarithmic, since a network errs ever
more rarely.

Losses have their logarithm; accuracies that of the share of mistakes, so that 99 and 99.9 % are as far
from each other as 90 and 99 %.
"""

from __future__ import annotations

import math
from itertools import pairwise

LEAST = 1e-5
"""Smaller losses and shares are drawn as this one: nothing has no logarithm."""

STEPS: tuple[tuple[float, ...], ...] = (
    (1,),
    (1, 3),
    (1, 2, 5),
    (1, 1.5, 2, 3, 5, 7),
    tuple(range(1, 10)),
    tuple(n / 10 for n in range(10, 100)),
    tuple(n / 100 for n in range(100, 1000)),
)
"""Within a factor of ten, where labels may stand: few, then more and more."""


def height(value: float | None, *, accuracy: bool) -> float:
    """Where a value is drawn: losses rise with their logarithm, accuracies (0 to 1) with fewer mistakes.

    >>> height(0.01, accuracy=False), round(height(0.999, accuracy=True), 3)
    (-2.0, 3.0)
    """
    if value is None:
        return math.nan
    if accuracy:
        return -math.log10(max(LEAST, 1 - value))
    return math.log10(max(LEAST, value))


def ticks(low: float, high: float, most: int, *, accuracy: bool) -> list[tuple[float, str]]:
    """Heights between ``low`` and ``high`` and what stands there: as many as there are up to ``most``.

    >>> ticks(-1.5, 0, 5, accuracy=False)
    [(-1.301..., '0.05'), (-1.0, '0.1'), (-0.698..., '0.2'), (-0.301..., '0.5'), (0.0, '1')]
    >>> [text for _, text in ticks(0.9, 2.5, 6, accuracy=True)]
    ['90', '95', '98', '99', '99.5']
    """
    if not (math.isfinite(low) and math.isfinite(high)) or high - low > 20:
        return []
    best: list[tuple[float, str]] = []
    ends = (-high, -low) if accuracy else (low, high)
    decades = range(math.floor(ends[0]), math.floor(ends[1]) + 1)
    for steps in STEPS:
        found = [step * 10.0**decade for decade in decades for step in steps]
        inside = [value for value in found if ends[0] <= math.log10(value) <= ends[1] + 1e-12]
        marks = [_mark(value, accuracy) for value in inside]
        if len(marks) > max(2, most) or (best and _crowded(marks, (high - low) / max(1, most))):
            break
        best = marks
    return sorted(best)


def epoch_labels(numbers: tuple[int, ...], most: int) -> list[int]:
    """Which epochs have their number written: the first, and round ones as there is room.

    >>> epoch_labels(tuple(range(1, 21)), 6)
    [1, 5, 10, 15, 20]
    """
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 10**9) if len(numbers) / n <= max(1, most))
    return [n for n in numbers if n == 1 or (n % step == 0 and n - 1 > step / 2)]


def _mark(value: float, accuracy: bool) -> tuple[float, str]:
    if accuracy:
        return -math.log10(value), f"{100 * (1 - value):.6g}"
    return math.log10(value), f"{value:.6g}"


def _crowded(marks: list[tuple[float, str]], room: float) -> bool:
    return any(second[0] - first[0] < room / 2 for first, second in pairwise(sorted(marks)))
