"""Large kernels that are a column times a row, and one sum of products written out number by number."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.sizes.shapes import AxisSize
from convviz.core.sums.adding import lines

LARGE = 100
"""Kernels of more weights than this are split where they can be; smaller ones are added up as SciPy does."""


@dataclass(frozen=True)
class Factors:
    """``column`` (kh,) times ``row`` (kw,) is the kernel of every channel, up to rounding."""

    column: NDArray[np.float64]
    row: NDArray[np.float64]

    def sums(
        self, values: NDArray[Any], across: NDArray[np.int64], axis: AxisSize, out: NDArray[Any]
    ) -> None:
        """Add up rows (channels, high, pitch), weights ``across`` from each other, and then columns."""
        channels, high, pitch = values.shape
        row_sums = np.empty((channels, high, out.shape[1]), out.dtype)
        row = self.row.astype(out.dtype)[None, None]
        for channel in range(channels):
            lines(values[channel], 0, pitch, across[None, None], row, row_sums[channel])
        taps = np.arange(axis.kernel, dtype=np.int64) * (axis.dilation * out.shape[1])
        offsets = np.arange(channels, dtype=np.int64)[:, None, None] * row_sums[0].size + taps[None, :, None]
        column = np.broadcast_to(self.column.astype(out.dtype)[:, None], (channels, axis.kernel, 1))
        lines(row_sums, 0, axis.stride * out.shape[1], offsets, np.ascontiguousarray(column), out)


def factors(weights: NDArray[np.float64]) -> Factors | None:
    """Split a kernel (kh, kw, C) into a column and a row whose products it is; None where it cannot be.

    It can when it is large, all channels have the same plane, and all rows are multiples of one (rank
    1). Whole numbers stay whole numbers, so that sums stay exact; otherwise the products may differ
    from the weights by no more than rounding.

    >>> factors(np.ones((11, 11, 1))).row
    array([1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1.])
    """
    plane = weights[:, :, 0]
    if plane.size <= LARGE or 1 in plane.shape or not (weights == plane[:, :, None]).all():
        return None
    i, j = divmod(int(np.argmax(np.abs(plane))), plane.shape[1])
    if plane[i, j] == 0:
        return None
    row = plane[i].copy()
    if np.abs(plane).max() < 2.0**53 and (plane == np.rint(plane)).all():
        # The whole numbers without a common divisor: every other row is a whole multiple of them.
        divisor = math.gcd(*(int(value) for value in row))
        row /= math.copysign(divisor, next(value for value in row if value))
        column = plane[:, j] / row[j]
        return Factors(column, row) if np.array_equal(np.outer(column, row), plane) else None
    # A power of two, so that no sum of a row is larger than the largest pixel: none leaves the type's range.
    row /= 2.0 ** math.frexp(float(np.abs(row).sum()))[1]
    column = plane[:, j] / row[j]
    error = np.abs(np.outer(column, row) - plane).max()
    return Factors(column, row) if error <= 8 * np.finfo(np.float64).eps * abs(plane[i, j]) else None


@dataclass(frozen=True)
class WrittenSum:
    """What happens in one window of (kh, kw, C), in the type of the sums.

    ``running`` (C kh kw,) is what has been added up after each product, channel after channel and row
    by row; ``channels`` (C,) are the channels' sums, ``total`` the value.
    """

    products: NDArray[Any]
    running: NDArray[Any]
    channels: NDArray[Any]
    total: Any


def written(window: NDArray[Any], weights: NDArray[np.float64], dtype: np.dtype[Any]) -> WrittenSum:
    """Write out the sum of a window and its weights, both (kh, kw, C); see `convviz.core.sums`.

    >>> written(np.full((1, 2, 1), 3.0), np.ones((1, 2, 1)), np.dtype("f4")).running.tolist()
    [3.0, 6.0]
    """
    split = factors(weights)
    values = window.astype(dtype).transpose(2, 0, 1)
    rows = weights.transpose(2, 0, 1) if split is None else split.row
    with np.errstate(all="ignore"):
        products = values * rows.astype(dtype)
        partial = np.add.accumulate(products, axis=2)
        if split is not None:
            column = split.column.astype(dtype)[:, None]
            products, partial = products * column, partial * column
        down = np.add.accumulate(partial[:, :, -1], axis=1)
        totals = np.add.accumulate(down[:, -1])
        partial[:, 1:] += down[:, :-1, None]
        partial[1:] += totals[:-1, None, None]
        return WrittenSum(
            products.transpose(1, 2, 0),
            partial.ravel() + dtype.type(0),
            down[:, -1],
            totals[-1] + dtype.type(0),
        )
