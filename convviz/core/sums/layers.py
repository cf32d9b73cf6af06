"""The sums of the layers of networks, for batches: (number, rows, columns, channels) or (number, cells).

The order of addition is that of `convviz.core.sums`, whatever the batch: a value depends on its window
and its weights alone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.sizes.shapes import AxisSize, ShapeSize, shape_size
from convviz.core.sums.adding import filters, product
from convviz.core.sums.job import Control, share

Array = NDArray[Any]

WORTH_WHILE = 1 << 22
"""Multiplications for one thread: with fewer, another would be waited for longer than it helps."""


def convolution(x: Array, weights: Array, size: ShapeSize, groups: int = 1) -> Array:
    """Slide filters over a batch (n, h, w, c): (n, oh, ow, k).

    ``weights`` are (kh, kw, c / groups, k); filters of one group see its channels only.

    >>> from convviz.core.sizes.shapes import output_size
    >>> x = np.array([10.0, 10, 0, 0], np.float32).reshape(1, 1, 4, 1)
    >>> convolution(x, np.ones((1, 2, 1, 1), np.float32), output_size((1, 4), (1, 2))).ravel().tolist()
    [20.0, 10.0, 0.0]
    """
    if x.ndim != 4 or weights.ndim != 4 or x.shape[3] != groups * weights.shape[2] or not x.size:
        raise ValueError(f"filters {weights.shape} in {groups} groups do not fit a batch {x.shape}")
    if x.shape[1:3] != (size.rows.input, size.columns.input):
        raise ValueError(f"windows over {(size.rows.input, size.columns.input)} do not fit a batch {x.shape}")
    kind = np.result_type(x, weights)
    padded = _padded(x.astype(kind, copy=False), size)
    count, (kh, kw, each, filters_all) = padded.shape[-1], weights.shape
    out = np.empty((len(x) * size.rows.output * size.columns.output, filters_all), kind)
    starts, offsets = windows(padded.shape, size)
    weights, many = weights.astype(kind, copy=False), filters_all // groups
    if groups == count > 1:
        split = weights.reshape(kh, kw, 1, groups, many)
        for one in range(many):
            _shared(padded, starts, offsets[None], split[..., one], out[:, one::many], own=True)
    else:
        for group in range(groups):
            taps = offsets + np.arange(group * each, (group + 1) * each)[:, None, None]
            some = slice(group * many, (group + 1) * many)
            _shared(padded, starts, taps, weights[..., some], out[:, some], own=False)
    return out.reshape(len(x), *size.shape, filters_all)


def _padded(x: Array, size: ShapeSize) -> Array:
    if any(sum(size.padding, ())):
        return np.pad(x, ((0, 0), *size.padding, (0, 0)))
    return np.ascontiguousarray(x)


@lru_cache(maxsize=64)
def windows(shape: tuple[int, ...], size: ShapeSize) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each window of a padded batch begins, (windows,), and how far from there its cells lie, (kh, kw).

    ``shape`` is (n, h, w, c). A block of rows, which has fewer of them than ``size`` says, has fewer windows.
    """
    n, high, wide, channels = shape
    cells = np.arange(n * high * wide, dtype=np.int64).reshape(n, high, wide) * channels
    rows, columns = size.rows, size.columns
    down = (high - rows.effective_kernel) // rows.stride + 1
    starts = cells[:, :: rows.stride, :: columns.stride][:, :down, : columns.output]
    offsets = cells[0, :: rows.dilation, :: columns.dilation][: rows.kernel, : columns.kernel]
    return np.ascontiguousarray(starts).reshape(-1), np.ascontiguousarray(offsets)


@lru_cache(maxsize=64)
def weight_lines(shape: tuple[int, ...]) -> NDArray[np.int64]:
    """Where in weights (kh, kw, c, k) the line of all k filters' weights begins: (c, kh, kw)."""
    begins = np.arange(np.prod(shape[:3]), dtype=np.int64).reshape(shape[:3]) * shape[3]
    return np.ascontiguousarray(begins.transpose(2, 0, 1))


def _shared(
    x: Array, starts: NDArray[np.int64], offsets: NDArray[np.int64], weights: Array, out: Array, *, own: bool
) -> None:
    """Add up all windows; two threads share them where they are many."""
    weights, begins = np.ascontiguousarray(weights), weight_lines(weights.shape)
    whole = out if out.strides[1] == out.itemsize else np.empty(out.shape, out.dtype)

    def block(first: int, last: int) -> None:
        filters(x, starts[first:last], offsets, begins, weights, whole[first:last], own=own)

    step = max(1, WORTH_WHILE // (offsets.size * out.shape[1]))
    share(len(out), step, lambda: block, Control())
    if whole is not out:
        out[...] = whole


def dense(rows: Array, weights: Array, *, finite: bool = False) -> Array:
    """Multiply rows (n, c) with filters (c, k): (n, k), a 1x1 kernel over c channels.

    Where all weights are known to be ``finite``, the zeros of a single row (most values after a ReLU)
    are left out, which changes no sum.
    """
    if rows.ndim != 2 or weights.ndim != 2 or rows.shape[1] != len(weights):
        raise ValueError(f"rows {rows.shape} do not fit filters {weights.shape}")
    kind = np.result_type(rows, weights)
    a, b = (np.ascontiguousarray(one, kind) for one in (rows, weights))
    out = np.empty((len(a), b.shape[1]), kind)
    used = np.flatnonzero(a[0]) if finite and len(a) == 1 else None

    def block(first: int, last: int) -> None:
        product(a[first:last], b, out[first:last], used=used)

    share(len(a), max(4, WORTH_WHILE // max(1, b.size)), lambda: block, Control())
    return out


def convolution_back(grad: Array, weights: Array, size: ShapeSize, groups: int = 1) -> Array:
    """The gradient of `convolution` by its input: (n, oh, ow, k) in, (n, h, w, c) out.

    A convolution too: of ``grad``, its values ``stride`` apart with zeros between them, with the filters
    turned by 180 degrees and channels and filters changing places (V. Dumoulin and F. Visin,
    arXiv:1603.07285, chapter 4).
    """
    kh, kw, each, count = weights.shape
    axes = (size.rows, size.columns)
    down, across = (_apart(axis, n) for axis, n in zip(axes, grad.shape[1:], strict=False))
    read = tuple(axis.input + axis.effective_kernel - 1 for axis in axes)
    room = [max(axis.before + n, at.stop) for axis, n, at in zip(axes, read, (down, across), strict=True)]
    apart = np.zeros((len(grad), *room, count), grad.dtype)
    apart[:, down, across] = grad
    apart = apart[:, size.rows.before :, size.columns.before :][:, : read[0], : read[1]]
    turned = weights[::-1, ::-1].reshape(kh, kw, each, groups, count // groups).transpose(0, 1, 4, 3, 2)
    once = shape_size((read[0], read[1]), (kh, kw), (1, 1), size.dilation, ((0, 0), (0, 0)))
    return convolution(apart, turned.reshape(kh, kw, count // groups, groups * each), once, groups)


def _apart(axis: AxisSize, count: int) -> slice:
    """Where ``count`` outputs lie when they are spread out over the padded input."""
    first = axis.effective_kernel - 1
    return slice(first, first + (count - 1) * axis.stride + 1, axis.stride)
