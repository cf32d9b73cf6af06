"""Which input cells the windows of a few chosen output cells look at, along one axis.

A pooled value needs several neighbouring values of the map before it, and their windows overlap:
each input cell is named once, and `places` says which of them every weight meets.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.padding import Indices, source_index
from convviz.core.shapes import AxisSize


@dataclass(frozen=True, eq=False)
class AxisTaps:
    """The cells behind n chosen output cells, along one axis.

    ``sources`` (T, n): the input cell at each of T distances from the window's start, -1 for the
    padding's constant. ``places`` (M, k): at which of these distances weight i of the kernel lies,
    for each of the M cells that are pooled into one (M is 1 without pooling). ``there`` (M, n):
    whether that cell exists, or is padding of the pooling.
    """

    sources: Indices
    places: Indices
    there: NDArray[np.bool_]

    def part(self, first: int, last: int) -> Indices:
        """The sources of the chosen cells ``first`` to ``last`` - 1."""
        return self.sources[:, first:last]


def axis_taps(size: AxisSize, pool: AxisSize | None, cells: Any, fill: str | float) -> AxisTaps:
    """Find what output cells ``cells`` (of the pooling, where ``pool`` is given) look at.

    >>> taps = axis_taps(AxisSize(9, 3, before=1, after=1), None, [0, 4], "zero")
    >>> taps.sources.tolist(), taps.places.tolist()
    ([[-1, 3], [0, 4], [1, 5]], [[0, 1, 2]])
    """
    cells = np.asarray(cells, dtype=np.intp)
    gathered = np.arange(1 if pool is None else pool.kernel)
    first = cells if pool is None else cells * pool.stride - pool.before
    maps = first + gathered[:, None]
    reach = gathered[:, None] * size.stride + np.arange(size.kernel) * size.dilation
    distances, places = np.unique(reach, return_inverse=True)
    start = first * size.stride - size.before
    sources = source_index(start + distances[:, None], size.input, fill)
    return AxisTaps(sources, places.reshape(reach.shape), (maps >= 0) & (maps < size.output))
