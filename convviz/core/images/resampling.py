"""A picture in another size, by five methods: of bytes Pillow's own numbers, of others exact ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from convviz.core.images.arrays import Pixels
from convviz.core.images.recipe import Method

Weights: TypeAlias = Callable[[NDArray[np.float64]], NDArray[np.float64]]
"""How much pixels at these distances, in pixels of the smaller picture, count."""


GoOn: TypeAlias = Callable[[float], object]
"""Is told the share that is done; whatever it raises ends the work."""


def resampled(
    values: Pixels,
    rows: int,
    columns: int,
    method: Method,
    ends: tuple[float, float] | None = None,
    go_on: GoOn = lambda share: None,
) -> Pixels:
    """Pixels of shape (H, W) or (H, W, 3) as ``rows`` x ``columns``, in their own type.

    Bytes are Pillow's to the last number. Everything else is added up in float64 with the same weights;
    with ``ends``, for counted values such as 16 bits, it is rounded and kept between them. Where a picture
    is made smaller, each pixel counts as far as the method reaches ("antialiasing"), as in Pillow.
    ``go_on`` hears now and then how far it is.

    >>> resampled(np.array([[0.0, 1.0], [2.0, 3.0]]), 1, 1, "box").tolist()
    [[1.5]]
    >>> resampled(np.array([[0.0, 1.0]]), 2, 4, "nearest").tolist()
    [[0.0, 0.0, 1.0, 1.0], [0.0, 0.0, 1.0, 1.0]]
    """
    if method == "nearest":
        return values[np.ix_(_nearest(rows, values.shape[0]), _nearest(columns, values.shape[1]))]
    if values.dtype == np.uint8:
        return _by_pillow(values, rows, columns, method)
    whole = values.astype(np.float64, copy=False)
    made = _along_rows(whole, rows, *_FILTERS[method], lambda share: go_on(share / 2))
    turned = made.swapaxes(0, 1)
    made = _along_rows(turned, columns, *_FILTERS[method], lambda share: go_on(0.5 + share / 2))
    made = made.swapaxes(0, 1)
    if ends is not None:
        made = np.clip(np.rint(made), *ends)
    return np.ascontiguousarray(made, values.dtype if values.dtype.kind == "f" else np.float32)


def _nearest(size: int, count: int) -> NDArray[np.intp]:
    """Which of ``count`` pixels lies below the middle of each of ``size``."""
    return (2 * np.arange(size, dtype=np.intp) + 1) * count // (2 * size)


def _by_pillow(values: Pixels, rows: int, columns: int, method: Method) -> Pixels:
    import PIL.Image  # here, so that the window opens without waiting for Pillow

    how = PIL.Image.Resampling[method.upper()]
    return np.array(PIL.Image.fromarray(np.ascontiguousarray(values)).resize((columns, rows), how))


def _along_rows(
    values: NDArray[Any], size: int, weigh: Weights, reach: float, go_on: GoOn
) -> NDArray[np.float64]:
    """``size`` rows of all: each adds up the rows around its middle, as far as ``reach``."""
    count = values.shape[0]
    step = count / size
    wide = max(step, 1.0)
    made = np.empty((size, *values.shape[1:]))
    for row in range(size):
        go_on(row / size)
        middle = (row + 0.5) * step
        first = max(0, int(middle - reach * wide + 0.5))
        last = min(count, int(middle + reach * wide + 0.5))
        weights = weigh((np.arange(first, last) - middle + 0.5) / wide)
        made[row] = np.tensordot(weights / weights.sum(), values[first:last], 1)
    return made


def _box(x: NDArray[np.float64]) -> NDArray[np.float64]:
    return ((x > -0.5) & (x <= 0.5)).astype(np.float64)


def _bilinear(x: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.maximum(0.0, 1 - np.abs(x)))


def _bicubic(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """R. Keys, "Cubic convolution interpolation for digital image processing", 1981, with a = -0.5."""
    x = np.abs(x)
    near, far = (1.5 * x - 2.5) * x * x + 1, ((-0.5 * x + 2.5) * x - 4) * x + 2
    return np.where(x < 1, near, np.where(x < 2, far, 0.0))


def _lanczos(x: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where((x >= -3) & (x < 3), np.sinc(x) * np.sinc(x / 3), 0.0)


_FILTERS: dict[str, tuple[Weights, float]] = {
    "box": (_box, 0.5),
    "bilinear": (_bilinear, 1.0),
    "bicubic": (_bicubic, 2.0),
    "lanczos": (_lanczos, 3.0),
}
"""The weights of each method, and how far it reaches."""
