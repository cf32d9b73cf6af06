"""Dragging one weight: the sums of all others are kept, so that each step is one multiplication a value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from convviz.core.preview_sums import add_up, matrices
from convviz.core.preview_windows import Windows
from convviz.core.sums.job import Map

Weights: TypeAlias = NDArray[np.float64]
Tap: TypeAlias = tuple[int, int]
Part: TypeAlias = tuple[int, int, Map]
"""Some rows of chosen cells, first and last + 1, and their sums: (maps, cells pooled into one, values)."""

MOST = 8 << 20
"""Values that are kept for one weight."""


def moved_tap(before: Weights, after: Weights) -> Tap | None:
    """The only weight that differs, in kernels (kh, kw, C) of one shape; None where that is not so.

    >>> moved_tap(np.zeros((2, 2, 1)), np.array([[0.0, 0], [5, 0]])[:, :, None])
    (1, 0)
    """
    if before.shape != after.shape:
        return None
    places = np.argwhere((before != after).any(axis=2))
    return (int(places[0][0]), int(places[0][1])) if len(places) == 1 else None


def without(weights: Weights, tap: Tap) -> Weights:
    """The same kernel with a 0 at ``tap``."""
    result = weights.copy()
    result[tap] = 0
    return result


def all_sums(
    windows: Windows, weights: Weights, dtype: np.dtype[Any], *, each: bool, finite: bool, maps: slice
) -> Iterator[Part]:
    """The sums of products of some chosen cells, worked out from all weights.

    With ``each``, only the channels ``maps`` are added up.
    """
    if each:
        kernel = matrices(weights[:, :, maps], windows, dtype)
    else:
        kernel, maps = matrices(weights, windows, dtype).joined(), slice(None)
    for block in windows.blocks():
        yield block.first, block.last, add_up(block.planes[maps], kernel, finite=finite)


@dataclass(frozen=True, eq=False)
class Rest:
    """The sums of some chosen cells without one weight, and the values which that weight meets.

    ``parts`` are runs of rows: first, last + 1, sums (maps, M, n), values (C, M, n), where M cells
    are pooled into one. Only for pictures whose values are all finite.
    """

    tap: Tap
    weights: Weights
    each: bool
    dtype: np.dtype[Any]
    parts: list[tuple[int, int, Map, Map]]

    @classmethod
    def of(cls, windows: Windows, weights: Weights, tap: Tap, dtype: np.dtype[Any], *, each: bool) -> Rest:
        """Work out everything but the products of the weight at ``tap``."""
        others = without(weights, tap)
        kernel = matrices(others, windows, dtype)
        met = kernel.own[:, tap[0] * weights.shape[1] + tap[1]]
        laid_out = kernel if each else kernel.joined()
        parts = []
        for block in windows.blocks():
            sums = add_up(block.planes, laid_out, finite=True)
            parts.append((block.first, block.last, sums, block.planes[:, met].astype(dtype)))
        return cls(tap, others, each, dtype, parts)

    def suits(self, weights: Weights, dtype: np.dtype[Any], *, each: bool) -> bool:
        """Whether only the weight at ``tap`` is another."""
        same = (self.dtype, self.each) == (dtype, each) and self.weights.shape == weights.shape
        return same and np.array_equal(self.weights, without(weights, self.tap))

    def sums(self, weights: Weights, maps: slice) -> Iterator[Part]:
        """The sums with the weight that ``weights`` has at ``tap``; where there are several, of ``maps``."""
        factors = weights[self.tap].astype(self.dtype)
        with np.errstate(all="ignore"):
            for first, last, rest, met in self.parts:
                if self.each:
                    products = met[maps] * factors[maps, None, None]
                    yield first, last, np.add(products, rest[maps], out=products)
                else:
                    products = met * factors[:, None, None]
                    total = rest[0] + products[0]
                    for more in products[1:]:
                        total += more
                    yield first, last, total[None]
