"""Kernels that are a column times a row: two thin kernels do the work of a thick one."""

from __future__ import annotations

import math
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Vector: TypeAlias = NDArray[np.float64]


def factors(weights: NDArray[np.float64]) -> tuple[Vector, Vector] | None:
    """Split a kernel (kh, kw) into a column (kh,) and a row (kw,) whose products it is, if it can be.

    A kernel can be split when all its rows are multiples of one (rank 1). Whole numbers stay
    whole numbers, so that sums stay exact; otherwise the products may differ from the weights by
    no more than rounding. None where that fails.

    >>> factors(np.array([[1.0, 0, -1], [2, 0, -2], [1, 0, -1]]))
    (array([1., 2., 1.]), array([ 1.,  0., -1.]))
    """
    largest = int(np.argmax(np.abs(weights)))
    i, j = divmod(largest, weights.shape[1])
    if weights[i, j] == 0:
        return None
    row = weights[i].copy()
    if _whole(weights):
        # The whole numbers without a common divisor: every other row is a whole multiple of them.
        divisor = math.gcd(*(int(value) for value in row))
        row /= math.copysign(divisor, next(value for value in row if value))
        column = weights[:, j] / row[j]
        return (column, row) if np.array_equal(np.outer(column, row), weights) else None
    column = weights[:, j] / row[j]
    error = np.abs(np.outer(column, row) - weights).max()
    return (column, row) if error <= 8 * np.finfo(np.float64).eps * abs(weights[i, j]) else None


def _whole(weights: NDArray[np.float64]) -> bool:
    return bool(np.abs(weights).max() < 2.0**53 and (weights == np.rint(weights)).all())
