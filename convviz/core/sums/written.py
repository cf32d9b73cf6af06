"""One sum of products written out, number by number, in the order in which it is added up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.sums.two_passes import factors


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
