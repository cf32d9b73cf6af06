"""Which values a kernel can make of the values it is given."""

from __future__ import annotations

import numpy as np

from convviz.core.kernels.kernel import Kernel


def output_range(
    kernel: Kernel, bias: float, low: float, high: float, channels: int = 1
) -> tuple[float, float]:
    """The least and the greatest value a kernel can make of inputs between ``low`` and ``high``.

    >>> output_range(Kernel([[1, 0, -1]]), 0.0, 0.0, 255.0)
    (-255.0, 255.0)
    """
    times = 1 if kernel.has_channels else channels
    above = times * float(np.maximum(kernel.weights, 0).sum())
    below = times * float(np.minimum(kernel.weights, 0).sum())
    ends = [(above * a + below * b) / kernel.divisor + bias for a, b in ((low, high), (high, low))]
    return min(ends), max(ends)
