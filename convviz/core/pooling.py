"""Pooling: many neighbouring values become one, their largest or their average.

The window slides over the map as a kernel does, but has no weights. Both kinds are worked out
along the rows first and then along the columns, which gives the same answer with fewer steps.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.core.activations import as_float
from convviz.core.engine_job import Control
from convviz.core.engine_threads import Work, share
from convviz.core.padding import resolve
from convviz.core.shapes import AxisSize, Pair, ShapeSize, shape_size, steps

BLOCK = 1 << 20
"""Input values in a block of rows. Two threads share the blocks; with smaller ones they would mostly wait
for the interpreter's lock (measured)."""


def pool_size_of(
    size: Pair, pool_size: Any = 2, stride: Any = None, padding: Any = "valid", ceil: bool = False
) -> ShapeSize:
    """Work out the windows of a pooling layer: shape, stride, padding (see `max_pool`).

    Windows that would lie wholly in the padding do not exist, so padding that only such windows
    would reach is left away. ValueError, with the numbers, when the window does not fit, or when
    the first window that meets the image would skip pixels.

    >>> pool_size_of((7, 7)).shape, pool_size_of((7, 7), ceil=True).shape
    ((3, 3), (4, 4))
    """
    window = steps(pool_size, "pool size", size)
    moves = window if stride is None else steps(stride, "pool stride", size)
    amounts = resolve(padding, size, window, moves, (1, 1))
    kept = tuple(_reachable(p, k, s) for p, k, s in zip(amounts, window, moves, strict=True))
    try:
        return shape_size(size, window, moves, (1, 1), (kept[0], kept[1]), ceil)
    except ValueError as error:
        raise ValueError(str(error).replace("kernel", "pool window")) from None


def _reachable(amount: Pair, window: int, stride: int) -> Pair:
    before, after = amount
    skipped = -(-max(before - window + 1, 0) // stride)
    kept = before - skipped * stride
    if kept < 0:
        raise ValueError(f"padding {before} is too wide for a window of {window} that moves by {stride}")
    return kept, min(after, window - 1)


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


def pool(
    values: NDArray[Any],
    size: ShapeSize,
    kind: str,
    count_padding: bool = False,
    control: Control | None = None,
) -> NDArray[Any]:
    """Pool a floating-point map with windows already worked out; ``kind`` is "max" or "average".

    Works through blocks of rows; ``control`` may stop it with `Cancelled`.
    """
    if kind not in ("max", "average"):
        raise ValueError(f"pooling {kind!r} is none of max, average")
    step = np.maximum if kind == "max" else np.add
    out = np.empty((*size.shape, *values.shape[2:]), values.dtype)
    down, across = (window_counts(axis, count_padding) for axis in (size.rows, size.columns))
    if values.ndim == 3:
        across = across[:, None]

    def make() -> Work:
        def work(first: int, last: int) -> None:
            joined = _join(values, size.rows, 0, step, first, last)
            part = _join(joined, size.columns, 1, step, 0, size.columns.output, out[first:last])
            if kind == "average":
                counts = np.multiply.outer(down[first:last], across)
                np.divide(part, counts.astype(values.dtype), out=part)

        return work

    rows = max(1, BLOCK // (values[0].size * size.rows.stride))
    share(size.rows.output, rows, make, control or Control())
    return out


def window_counts(axis: AxisSize, count_padding: bool = False) -> NDArray[np.intp]:
    """How many cells along one axis each window averages over.

    >>> window_counts(AxisSize(5, 2, 2, ceil=True)).tolist()
    [2, 2, 1]
    """
    start = np.arange(axis.output, dtype=np.intp) * axis.stride - axis.before
    first, last = (-axis.before, axis.input + axis.after) if count_padding else (0, axis.input)
    return np.minimum(start + axis.kernel, last) - np.maximum(start, first)


def _join(
    values: NDArray[Any],
    axis: AxisSize,
    along: int,
    step: np.ufunc,
    first: int,
    last: int,
    out: NDArray[Any] | None = None,
) -> NDArray[Any]:
    """Join the cells of the windows ``first`` to ``last`` - 1 along one axis.

    All first cells, then all second cells, and so on: each step is one run through the block.
    """
    if out is None:
        shape = list(values.shape)
        shape[along] = last - first
        out = np.empty(shape, values.dtype)
    whole: list[tuple[NDArray[Any], NDArray[Any]]] = []
    partial: list[tuple[NDArray[Any], NDArray[Any]]] = []
    for tap in range(axis.kernel):
        low, high = _inside(axis, tap, first, last)
        if high <= low:
            continue
        begin = low * axis.stride + tap - axis.before
        source = slice(begin, begin + (high - 1 - low) * axis.stride + 1, axis.stride)
        target = slice(low - first, high - first)
        cells, answer = (values[source], out[target]) if along == 0 else (values[:, source], out[:, target])
        (whole if (low, high) == (first, last) else partial).append((answer, cells))
    if len(whole) > 1:
        step(whole[0][1], whole[1][1], out=out)
    elif whole:
        np.copyto(out, whole[0][1])
    else:
        out.fill(-np.inf if step is np.maximum else 0)
    for answer, cells in whole[2:] + partial:
        step(answer, cells, out=answer)
    return out


def _inside(axis: AxisSize, tap: int, first: int, last: int) -> Pair:
    """Of the windows ``first`` to ``last`` - 1, those whose cell number ``tap`` is not padding."""
    offset = tap - axis.before
    low = max(first, -(offset // axis.stride))
    high = min(last, (axis.input - 1 - offset) // axis.stride + 1)
    return low, high
