"""What a colour bar and a histogram need to know of a map: its range and its distribution."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

SMALL = 4096
"""Maps of up to this many values are read whole, larger ones in a regular sample."""

MOST = 1 << 17
"""Values read of a larger map."""


def steps(shape: tuple[int, ...], most: int = MOST) -> tuple[int, int]:
    """The steps, in rows and columns, in which `sample` reads a map of ``shape``.

    Rows are stepped over before columns, because neighbours in a row share a cache line.
    """
    excess = math.prod(shape) / most
    if excess <= 1:
        return 1, 1
    rows = min(shape[0], math.ceil(math.sqrt(excess) * 1.5))
    columns = min(shape[1], max(1, round(excess / rows)))
    return math.ceil(excess / columns), columns  # narrow maps have few columns to step over


def sample(array: NDArray[Any], most: int = MOST) -> NDArray[Any]:
    """About ``most`` values spread evenly over ``array``, as a flat float array.

    >>> sample(np.arange(4).reshape(2, 2)).tolist()
    [0.0, 1.0, 2.0, 3.0]
    """
    rows, columns = steps(array.shape, most)
    array = array[::rows, ::columns]
    return np.asarray(array, dtype=np.float32 if array.dtype != np.float64 else np.float64).ravel()


def magnitude(array: NDArray[Any], most: int = MOST, *, noise: float = 0.0) -> float:
    """The end of a symmetric colour range: how far from zero the map's values go.

    Small maps: the largest |value|. Larger ones: the 99.7th percentile of |value|, rounded up to
    two figures, so that single outliers do not pale all the rest (the largest where that is 0).
    Never 0. ``most`` is how many values are read, as for `sample`. Values up to ``noise`` in
    size count as 0: a map without any larger one is flat, and its range is 1, as for a map of zeros.

    >>> magnitude(np.array([[-9.0, 3.0]]))
    9.0
    """
    values = np.abs(sample(array, most))
    values = values[np.isfinite(values)]
    if not values.size:
        return 1.0
    if noise:
        values[values <= noise] = 0
    if array.size <= SMALL:
        return float(values.max()) or 1.0
    place = int(0.997 * (values.size - 1))
    return round_up(float(np.partition(values, place)[place]) or float(values.max()))


def round_up(value: float) -> float:
    """Round away from zero to two significant figures.

    >>> round_up(512.3), round_up(0.0)
    (520.0, 1.0)
    """
    if value <= 0:
        return 1.0
    unit = 10.0 ** (math.floor(math.log10(value)) - 1)
    return float(f"{math.ceil(value / unit - 1e-9) * unit:.6g}")


def histogram(array: NDArray[Any], low: float, high: float, bins: int, most: int = MOST) -> NDArray[np.int64]:
    """How many (sampled) values fall into each of ``bins`` equal parts of low..high.

    Values beyond an end are counted in the bin of that end, as the colour map draws them.

    >>> histogram(np.array([[-2.0, 0.0, 1.0]]), -1, 1, 2).tolist()
    [1, 2]
    """
    values = sample(array, most)
    values = np.clip(values[np.isfinite(values)], low, high)
    counts, _ = np.histogram(values, bins=bins, range=(low, high))
    return counts.astype(np.int64)
