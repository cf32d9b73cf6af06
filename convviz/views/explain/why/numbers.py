"""How many decimals the numbers of an explanation get, so that they agree with each other."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

MOST = 4


def decimals_for(*values: ArrayLike, least: int = 2) -> int:
    """The decimals that all of ``values`` are written with.

    None for whole numbers. Else as many as write every value exactly, from ``least`` up to four;
    and where four are not enough, two (three if all are smaller than one).

    >>> decimals_for([1, 2], 3.0), decimals_for([0.5, 226.5]), decimals_for(0.0625), decimals_for(7 / 9)
    (0, 2, 4, 3)
    """
    every = finite(*values)
    if every.size == 0 or bool(np.all(every == np.rint(every))):
        return 0
    largest = float(np.abs(every).max())
    for places in range(least, MOST + 1):
        noise = max(largest * 1e-7, 10.0**-places * 1e-4)  # what float32 leaves behind
        if bool(np.all(np.abs(every - np.round(every, places)) <= noise)):
            return places
    return 3 if largest < 1 else 2


def magnitude(*values: ArrayLike) -> float:
    """The largest absolute value, 1.0 where there is none: the end of a signed colour scale."""
    every = finite(*values)
    return (float(np.abs(every).max()) or 1.0) if every.size else 1.0


def finite(*values: ArrayLike) -> NDArray[Any]:
    """All finite numbers of ``values`` in one row."""
    every = np.concatenate([np.asarray(v, dtype=np.float64).ravel() for v in values])
    result: NDArray[Any] = every[np.isfinite(every)]
    return result
