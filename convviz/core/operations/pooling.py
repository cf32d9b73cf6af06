"""Pooling: many neighbouring values become one, their largest or their average.

The window slides over the map as a kernel does, but has no weights. Both kinds are computed
along the rows first and then along the columns, which gives the same answer with fewer steps.

An average is a sum in float64, divided in float64 and rounded once to the type of the map. The sum
has one order, which depends on the window alone: each column from the top to the bottom, then
the columns' sums from left to right, leaving out the padding (`window_total` writes it down).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.core.operations.activations import as_float
from convviz.core.sizes.numbers import Pair, steps
from convviz.core.sizes.padding import resolve
from convviz.core.sizes.shapes import AxisSize, ShapeSize, shape_size
from convviz.core.sums.job import Control, share

Ints: TypeAlias = NDArray[np.intp]

BLOCK = 1 << 20
"""Input values in a block of rows. Two threads share the blocks; with smaller ones they would mostly wait
for the interpreter's lock (measured). Averages take a quarter: their wide sums are to stay in the cache."""

NOTHING = {"max": -np.inf, "average": -0.0}
"""What changes no largest value, and no sum: x + -0.0 is x for every x, with its sign."""


def pool_size_of(
    size: Pair, pool_size: Any = 2, stride: Any = None, padding: Any = "valid", ceil: bool = False
) -> ShapeSize:
    """Compute the windows of a pooling layer: shape, stride, padding (see `max_pool`).

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

    ``image`` is (H, W) or (H, W, C), any real type; the answer is (oh, ow) or (oh, ow, C), in float32 or
    (for float64 and wide integers) float64. ``pool_size`` and ``stride`` are an int or (rows, columns); the
    stride is the pool size unless given. ``padding`` is "valid", "same", an int, (rows, columns) or ((top,
    bottom), (left, right)). ``ceil`` keeps the incomplete windows at the end. NaN wins in every window that
    holds one. ValueError, with the numbers, for windows that do not fit.

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
    average (as in TensorFlow); with ``count_padding`` it counts as zeros (PyTorch's
    default), though never the cells beyond it that ``ceil`` reaches.

    A window is summed and divided in float64, and the average rounded once to the answer's type:
    whole numbers of any type whose sum stays below 2^53 give the float64 nearest to their average,
    rounded to float32 where that is the type. Whole numbers that float64 would change are refused.

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
    """Pool a floating-point map with given windows; ``kind`` is "max" or "average".

    Works through blocks of rows; ``control`` may stop it with `Cancelled`.
    """
    if kind not in ("max", "average"):
        raise ValueError(f"pooling {kind!r} is none of max, average")
    out = np.empty((*size.shape, *values.shape[2:]), values.dtype)
    counts = None if kind == "max" else _Counts.of(size, count_padding)
    block = BLOCK if kind == "max" else BLOCK // 4
    rows = min(max(1, block // (values[0].size * size.rows.stride)), size.rows.output)
    share(size.rows.output, rows, lambda: _Rows(values, size, out, counts, rows).join, control or Control())
    return out


def pool_chosen(
    cells: NDArray[Any], size: ShapeSize, rows: Ints, columns: Ints, kind: str, count_padding: bool
) -> NDArray[Any]:
    """Pool chosen windows, given their cells, as `pool` does.

    ``cells`` are (..., kernel rows, kernel columns, rows, columns), with `NOTHING` where a window reaches
    beyond its map; ``rows`` and ``columns`` number the windows. The answer is (..., rows, columns).
    """
    step, wide = (np.maximum, cells.dtype) if kind == "max" else (np.add, np.dtype(np.float64))
    joined: list[NDArray[Any]] = []
    with np.errstate(all="ignore"):
        for column in range(cells.shape[-3]):
            answer = cells[..., 0, column, :, :].astype(wide)
            for row in range(1, cells.shape[-4]):
                step(answer, cells[..., row, column, :, :], out=answer)
            joined.append(answer if not joined else step(joined.pop(), answer, out=answer))
    if kind == "max":
        return joined[0]
    every = _Counts.of(size, count_padding)
    counts = np.multiply.outer(every.down[rows], every.across[columns])
    return (joined[0] / counts).astype(cells.dtype)


def window_total(window: NDArray[Any], is_padding: NDArray[np.bool_]) -> float:
    """The sum of a window's cells (kh, kw), added up in float64 in the order in which `pool` adds them.

    Every column from the top to the bottom, then the columns' sums from left to right; what
    ``is_padding`` is left out.

    >>> window_total(np.array([[1.0, 2.0], [3.0, 9.0]]), np.array([[False, False], [False, True]]))
    6.0
    """
    cells = np.where(is_padding, NOTHING["average"], window)  # accumulate never takes another order
    return float(np.add.accumulate(np.add.accumulate(cells, axis=0)[-1])[-1])


@dataclass(frozen=True)
class _Counts:
    """The divisors of the windows' sums: ``down`` (rows,) times ``across`` (columns,)."""

    down: NDArray[np.intp]
    across: NDArray[np.intp]

    @classmethod
    def of(cls, size: ShapeSize, count_padding: bool) -> _Counts:
        return cls(window_counts(size.rows, count_padding), window_counts(size.columns, count_padding))

    def divide(self, sums: NDArray[np.float64], first: int, last: int, out: NDArray[Any]) -> None:
        """Divide the sums of the rows ``first`` to ``last`` - 1 in float64, and round what comes out."""
        down, across = (
            counts[:1] if (counts == counts[0]).all() else counts
            for counts in (self.down[first:last], self.across)
        )
        counts = np.multiply.outer(down, across).astype(np.float64)
        np.divide(sums, counts.reshape(*counts.shape, *(1,) * (out.ndim - 2)), out=out, casting="same_kind")


class _Rows:
    """Pools blocks of at most ``most`` rows in one thread, with buffers of its own."""

    def __init__(
        self, values: NDArray[Any], size: ShapeSize, out: NDArray[Any], counts: _Counts | None, most: int
    ) -> None:
        self._values, self._size, self._out, self._counts = values, size, out, counts
        self._kind = "max" if counts is None else "average"
        dtype = values.dtype if counts is None else np.dtype(np.float64)
        self._joined = np.empty((most, *values.shape[1:]), dtype)
        self._sums = None if counts is None else np.empty((most, *out.shape[1:]), dtype)
        read = (most - 1) * size.rows.stride + size.rows.kernel
        converts = values.dtype != dtype and read * values[0].size <= BLOCK
        self._wide = np.empty((read if converts else 0, *values.shape[1:]), dtype)

    def join(self, first: int, last: int) -> None:
        """Compute the rows ``first`` to ``last`` - 1 of the answer."""
        rows, columns = self._size.rows, self._size.columns
        values, above = self._converted(first, last)
        joined = _join(values, rows, 0, self._kind, first, last, self._joined[: last - first], above)
        answer = self._out[first:last] if self._sums is None else self._sums[: last - first]
        _join(joined, columns, 1, self._kind, 0, columns.output, answer)
        if self._counts is not None:
            self._counts.divide(answer, first, last, self._out[first:last])

    def _converted(self, first: int, last: int) -> tuple[NDArray[Any], int]:
        """The map in the type of the sums, and how many of its rows above the block are omitted.

        Rows that several windows read are converted once. Where they are too many for that, NumPy
        converts them as it adds.
        """
        axis, values = self._size.rows, self._values
        above = max(axis.start(first), 0)
        below = min(axis.start(last - 1) + axis.kernel, axis.input)
        if below - above > len(self._wide):
            return values, 0
        wide = self._wide[: below - above]
        np.copyto(wide, values[above:below])
        return wide, above


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
    kind: str,
    first: int,
    last: int,
    out: NDArray[Any],
    above: int = 0,
) -> NDArray[Any]:
    """Join the cells of the windows ``first`` to ``last`` - 1 along one axis, in order.

    All first cells, then all second cells, and so on: each step is one run through the block.
    ``values`` begin with cell number ``above`` of the axis.
    """
    step = np.maximum if kind == "max" else np.add
    before: Any = (slice(None),) * along
    taps: list[tuple[NDArray[Any], slice]] = []
    for tap in range(axis.kernel):
        low, high = _inside(axis, tap, first, last)
        if high > low:
            begin = low * axis.stride + tap - axis.before - above
            source = slice(begin, begin + (high - 1 - low) * axis.stride + 1, axis.stride)
            taps.append((values[*before, source], slice(low - first, high - first)))
    every = slice(0, last - first)
    if [target for _, target in taps[:2]] == [every, every]:
        step(taps[0][0], taps[1][0], out=out, dtype=out.dtype)
        taps = taps[2:]
    else:
        cells, target = taps.pop(0)
        out[*before, : target.start] = out[*before, target.stop :] = NOTHING[kind]
        np.copyto(out[*before, target], cells)
    for cells, target in taps:
        answer = out[*before, target]
        step(answer, cells, out=answer)
    return out


def _inside(axis: AxisSize, tap: int, first: int, last: int) -> Pair:
    """Of the windows ``first`` to ``last`` - 1, those whose cell number ``tap`` is not padding."""
    offset = tap - axis.before
    low = max(first, -(offset // axis.stride))
    high = min(last, (axis.input - 1 - offset) // axis.stride + 1)
    return low, high
