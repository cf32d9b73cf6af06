"""Kernels that are a few columns times a few rows: applied as these, with far fewer products."""

from __future__ import annotations

import math
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Matrix: TypeAlias = NDArray[np.float64]

MOST = 4
"""Beyond this rank two steps are no quicker than one (measured)."""


def factors(weights: Matrix) -> tuple[Matrix, Matrix] | None:
    """Split a kernel (kh, kw) into a column matrix (kh, r) and a row matrix (r, kw), if a small r will do.

    Whole numbers stay whole numbers, so that sums stay exact: they are split only if all rows of the
    kernel are multiples of one (rank 1). Otherwise the singular value decomposition splits them, and the
    products differ from the weights by no more than rounding. None where that fails.

    >>> factors(np.array([[1.0, 0, -1], [2, 0, -2], [1, 0, -1]]))
    (array([[1.],
           [2.],
           [1.]]), array([[ 1.,  0., -1.]]))
    """
    if not weights.any():
        return None
    if np.abs(weights).max() < 2.0**53 and (weights == np.rint(weights)).all():
        return _whole(weights)
    left, sizes, right = np.linalg.svd(weights, full_matrices=False)
    rank = int(np.count_nonzero(sizes > 8 * np.finfo(np.float64).eps * sizes[0]))
    return (left[:, :rank] * sizes[:rank], right[:rank]) if rank <= MOST else None


def _whole(weights: Matrix) -> tuple[Matrix, Matrix] | None:
    i, j = divmod(int(np.argmax(np.abs(weights))), weights.shape[1])
    row = weights[i].copy()
    # The whole numbers without a common divisor: every other row is a whole multiple of them.
    divisor = math.gcd(*(int(value) for value in row))
    row /= math.copysign(divisor, next(value for value in row if value))
    column = weights[:, j] / row[j]
    return (column[:, None], row[None]) if np.array_equal(np.outer(column, row), weights) else None
