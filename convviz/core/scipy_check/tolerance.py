"""How far a map may be from SciPy's, which adds up the same products with other roundings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.base.exact import all_whole
from convviz.core.stages.pipeline import Result

ROWS = 256
"""Rows of the input that are looked at in one go."""


@dataclass(frozen=True)
class Tolerance:
    """``value`` is the difference allowed; 0 where all values are whole numbers that ``dtype`` holds.

    Otherwise it is the error bound of sums in ``dtype``: every one of ``taps`` products is rounded,
    and so is the sum after each of them, by at most half of ``eps`` times what the products can
    amount to, which is ``weights`` (the sum of their sizes) times ``pixels`` (the largest size in
    the input and its padding). Two more roundings follow, by the divisor and the bias.
    ``roomy`` says that no sum can leave the range of ``dtype``.
    """

    value: float
    exact: bool
    taps: int
    eps: float
    weights: float
    pixels: float
    dtype: str
    roomy: bool


def tolerance(result: Result) -> Tolerance:
    """Work out the difference allowed between a result's convolution and SciPy's.

    >>> from convviz.core import Image, Kernel, Settings, run
    >>> tolerance(run(Image(np.eye(3)), Settings(Kernel([[1, 2]])))).value
    0.0
    >>> round(tolerance(run(Image(np.eye(3, dtype=np.float32)), Settings(Kernel([[0.1, 0.2]])))).value, 9)
    1.43e-07
    """
    settings, kernel = result.settings, result.settings.kernel
    planes = result.input.shape[2] if result.input.ndim == 3 else 1
    together = planes if settings.channels != "each" else 1
    used = kernel.for_channels(planes).weights if kernel.has_channels or planes > 1 else kernel.weights
    sizes = np.abs(used).reshape(kernel.rows, kernel.columns, planes)
    weights = float(sizes.sum(axis=(0, 1, 2) if together > 1 else (0, 1)).max())
    taps = kernel.rows * kernel.columns * together
    numbers = np.finfo(result.convolution.dtype)
    eps, tiny = float(numbers.eps), float(numbers.smallest_subnormal)
    largest, whole = _look(result.input)
    pixels = max(largest, *map(abs, result.fills or (0.0,)))
    divisor, bias = abs(kernel.divisor), abs(settings.bias)
    bound = weights * pixels
    exact = whole and all(map(all_whole, (used, np.asarray(result.fills), np.asarray(settings.bias))))
    exact = exact and kernel.divisor == 1 and bound + bias < 2 / eps
    rounding = ((taps + 2) * eps * bound + taps * tiny * (1 + pixels)) / divisor + eps * bias
    roomy = bound * max(1.0, 1 / divisor) + bias < float(numbers.max) / 4
    value = 0.0 if exact else rounding
    return Tolerance(value, exact, taps, eps, weights, pixels, result.convolution.dtype.name, roomy)


def _look(pixels: NDArray[Any]) -> tuple[float, bool]:
    """The largest finite size among the pixels, and whether all of them are (finite) whole numbers."""
    if pixels.dtype.kind not in "f":
        return max(-float(pixels.min()), float(pixels.max())), True
    largest, whole = 0.0, True
    for top in range(0, len(pixels), ROWS):
        part = pixels[top : top + ROWS]
        size = max(-float(part.min()), float(part.max()))
        if not np.isfinite(size):
            whole = False
            size = float(np.abs(part[np.isfinite(part)]).max(initial=0.0))
        largest = max(largest, size)
        whole = whole and all_whole(part)
    return largest, whole
