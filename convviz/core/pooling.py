"""Pooling: many neighbouring values become one, their largest or their average.

The window slides over the map as a kernel does, but has no weights. Both kinds are worked out
along the rows first and then along the columns, which gives the same answer with fewer steps.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.core.activations import as_float
from convviz.core.padding import resolve
from convviz.core.shapes import AxisSize, Pair, ShapeSize, pair, shape_size


def pool_size_of(
    size: Pair, pool_size: Any = 2, stride: Any = None, padding: Any = "valid", ceil: bool = False
) -> ShapeSize:
    """Work out the windows of a pooling layer: shape, stride, padding (see `max_pool`).

    Windows that would lie wholly in the padding do not exist, so padding that only such windows
    would reach is left away. ValueError, with the numbers, when the window does not fit.

    >>> pool_size_of((7, 7)).shape, pool_size_of((7, 7), ceil=True).shape
    ((3, 3), (4, 4))
    """
    window = pair(pool_size, "pool size", 1)
    steps = window if stride is None else pair(stride, "pool stride", 1)
    amounts = resolve(padding, size, window, steps, (1, 1))
    kept = tuple(_reachable(p, k, s) for p, k, s in zip(amounts, window, steps, strict=True))
    try:
        return shape_size(size, window, steps, (1, 1), (kept[0], kept[1]), ceil)
    except ValueError as error:
        raise ValueError(str(error).replace("kernel", "pool window")) from None


def _reachable(amount: Pair, window: int, stride: int) -> Pair:
    before, after = amount
    skipped = -(-max(before - window + 1, 0) // stride)
    return before - skipped * stride, min(after, window - 1)


def max_pool(
    image: ArrayLike, pool_size: Any = 2, *, stride: Any = None, padding: Any = "valid", ceil: bool = False
) -> NDArray[Any]:
    """Keep the largest value of every window; the padding never wins.

    ``image`` is (H, W) or (H, W, C), any real type; the answer is (oh, ow) or (oh, ow, C), in
    float32 or (for float64 and wide integers) float64. ``pool_size`` and ``stride`` are an int or
    (rows, columns); the stride is the pool size unless given. ``padding`` is "valid", "same", an
    int, (rows, columns) or ((top, bottom), (left, right)). ``ceil`` keeps the incomplete windows
    at the end. NaN wins in every window that holds one. ValueError, with the numbers, for windows
    that do not fit.

    >>> max_pool([[1, 5, 2, 0], [3, 4, 1, 8]]).tolist()
    [[5.0, 8.0]]
    """
    values = _checked(image)
    size = pool_size_of((values.shape[0], values.shape[1]), pool_size, stride, padding, ceil)
    return pool(values, size, "max")


def average_pool(
    image: ArrayLike,
    pool_size: Any = 2,
    *,
    stride: Any = None,
    padding: Any = "valid",
    ceil: bool = False,
    count_padding: bool = False,
) -> NDArray[Any]:
    """Average every window.

    Shapes, types and the other arguments are those of `max_pool`. The padding is not part of the
    average (as in TensorFlow); with ``count_padding`` it counts as zeros (as PyTorch does unless
    told otherwise), though never the cells beyond it that ``ceil`` reaches.

    >>> average_pool([[1, 5, 2, 0], [3, 4, 1, 8]]).tolist()
    [[3.25, 2.75]]
    """
    values = _checked(image)
    size = pool_size_of((values.shape[0], values.shape[1]), pool_size, stride, padding, ceil)
    return pool(values, size, "average", count_padding)


def _checked(image: ArrayLike) -> NDArray[Any]:
    values = as_float(image)
    if values.ndim not in (2, 3) or 0 in values.shape:
        raise ValueError(f"an image has shape (H, W) or (H, W, C) and at least one pixel, not {values.shape}")
    return values


def pool(values: NDArray[Any], size: ShapeSize, kind: str, count_padding: bool = False) -> NDArray[Any]:
    """Pool a floating-point map with windows already worked out; ``kind`` is "max" or "average"."""
    if kind == "max":
        return _reduce(_reduce(values, size.rows, 0, np.maximum), size.columns, 1, np.maximum)
    if kind != "average":
        raise ValueError(f"pooling {kind!r} is none of max, average")
    total = _reduce(_reduce(values, size.rows, 0, np.add), size.columns, 1, np.add)
    counts = np.multiply.outer(*(window_counts(axis, count_padding) for axis in (size.rows, size.columns)))
    divisor = counts.astype(values.dtype)
    return np.asarray(np.divide(total, divisor if values.ndim == 2 else divisor[:, :, None], out=total))


def window_counts(axis: AxisSize, count_padding: bool = False) -> NDArray[np.intp]:
    """How many cells along one axis each window averages over.

    >>> window_counts(AxisSize(5, 2, 2, ceil=True)).tolist()
    [2, 2, 1]
    """
    start = np.arange(axis.output, dtype=np.intp) * axis.stride - axis.before
    first, last = (-axis.before, axis.input + axis.after) if count_padding else (0, axis.input)
    return np.minimum(start + axis.kernel, last) - np.maximum(start, first)


def _reduce(values: NDArray[Any], axis: AxisSize, along: int, step: np.ufunc) -> NDArray[Any]:
    """Join the cells of each window along one axis: first cells, then second cells, and so on."""
    shape = list(values.shape)
    shape[along] = axis.output
    start = -np.inf if step is np.maximum else 0.0
    answer = np.full(shape, start, dtype=values.dtype)
    for tap in range(axis.kernel):
        # Windows first..last have their cell number `tap` inside the map; the others see padding there.
        offset = tap - axis.before
        first = max(0, -(offset // axis.stride))
        last = min(axis.output - 1, (axis.input - 1 - offset) // axis.stride)
        if last < first:
            continue
        begin = first * axis.stride + offset
        source = slice(begin, begin + (last - first) * axis.stride + 1, axis.stride)
        target = slice(first, last + 1)
        index = (slice(None),) * along
        step(answer[(*index, target)], values[(*index, source)], out=answer[(*index, target)])
    return answer

