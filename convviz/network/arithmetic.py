"""What every kind of layer computes, on batches: (number, rows, columns, channels) or (number, cells).

A convolution of many channels is one matrix product here: every window is laid out as a row, every
filter as a column ("im2col"; Chellapilla, Puri and Simard, 2006). The sums are those of
`core.cross_correlate`, of all channels, in float32.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce, singledispatch
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from convviz.core.shapes import ShapeSize
from convviz.network import functions, guest_arithmetic
from convviz.network.errors import NeedsKerasError
from convviz.network.guest_layers import (
    LiveNormalisation,
    Moved,
    Resampling,
    Slopes,
    TransposedConvolution,
)
from convviz.network.layers import (
    Activation,
    Convolution,
    Dense,
    GlobalPooling,
    Layer,
    Merge,
    Normalisation,
    Opaque,
    Pooling,
    Reshape,
    Same,
    Scaling,
    Weighted,
    ZeroPadding,
)

Array = NDArray[Any]
_MOST_AT_ONCE = 1 << 24  # numbers laid out at a time: 64 MB in float32
_ONE_THREAD = 1 << 18  # multiplications up to which OpenBLAS stays in its thread
_MOST_SMALL = 1 << 24  # multiplications from which on a second thread is worth waiting for
_ROWS_AT_ONCE = 128  # rows of weights that the processor keeps at hand


def windows(x: Array, size: ShapeSize, fill: float = 0.0) -> Array:
    """Every window as a view: (number, out rows, out columns, channels, kernel rows, kernel columns)."""
    rows, columns = size.rows, size.columns
    if any(sum(amounts) for amounts in size.padding):
        x = np.pad(x, ((0, 0), *size.padding, (0, 0)), constant_values=fill)
    view = sliding_window_view(x, (rows.effective_kernel, columns.effective_kernel), axis=(1, 2))
    return np.asarray(view[:, :: rows.stride, :: columns.stride, :, :: rows.dilation, :: columns.dilation])


def _taps(x: Array, size: ShapeSize, fill: float = 0.0) -> Iterator[Array]:
    """For every place in the window, what stands there in all windows: (number, rows, columns, channels)."""
    rows, columns = size.rows, size.columns
    if any(sum(amounts) for amounts in size.padding):
        x = np.pad(x, ((0, 0), *size.padding, (0, 0)), constant_values=fill)
    for row in range(0, rows.effective_kernel, rows.dilation):
        for column in range(0, columns.effective_kernel, columns.dilation):
            last = (
                row + (rows.output - 1) * rows.stride + 1,
                column + (columns.output - 1) * columns.stride + 1,
            )
            yield x[:, row : last[0] : rows.stride, column : last[1] : columns.stride]


def _convolved(layer: Convolution, x: Array) -> Array:
    """The sums of a convolution layer, in pieces that fit into memory."""
    each = int(np.prod(layer.shape[:2])) * layer.weights[..., 0].size * layer.groups
    step = max(1, _MOST_AT_ONCE // each)
    parts = [_products(layer, x[start : start + step]) for start in range(0, len(x), step)]
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


def _products(layer: Convolution, x: Array) -> Array:
    if layer.groups > 1:
        depthwise = layer.groups == x.shape[-1]
        return _depthwise(layer, x) if depthwise else _grouped(layer, windows(x, layer.size))
    filters = layer.weights.reshape(-1, layer.channels)
    rows = windows(x, layer.size).transpose(0, 1, 2, 4, 5, 3).reshape(-1, len(filters))
    is_small = len(x) == 1 and len(rows) * filters.size <= _MOST_SMALL
    sums = _small_products(rows, filters) if is_small else rows @ filters
    return np.asarray(sums).reshape(len(x), *layer.shape)


def _small_products(rows: Array, filters: Array) -> Array:
    """A matrix product in pieces so small that BLAS wakes no second thread for them.

    On a busy computer the thread would be waited for: 4 to 8 milliseconds instead of 0.2.
    """
    sums = np.empty((len(rows), filters.shape[1]), np.result_type(rows, filters))
    step = max(1, _ONE_THREAD // filters.size)
    for start in range(0, len(rows), step):
        np.matmul(rows[start : start + step], filters, out=sums[start : start + step])
    return sums


def _row_product(row: Array, weights: Array) -> Array:
    """A row of many values times a matrix, without BLAS, which would wake its threads for this too.

    Reading the weights takes the time: those of zeros, most values after a ReLU, are not read. Adding up
    part by part leaves less error than one long sum.
    """
    sums = np.zeros(weights.shape[1], np.result_type(row, weights))
    used = np.flatnonzero(row)
    for start in range(0, len(used), _ROWS_AT_ONCE):
        some = used[start : start + _ROWS_AT_ONCE]
        sums += np.einsum("c,cn->n", row[some], weights[some])
    return sums


def _depthwise(layer: Convolution, x: Array) -> Array:
    """Every map for itself: place by place of the window, without laying windows out."""
    weights = layer.weights.reshape(-1, layer.groups, layer.channels // layer.groups)
    sums = np.zeros((len(x), *layer.shape[:2], *weights.shape[1:]), np.result_type(x, weights))
    for tap, weight in zip(_taps(x, layer.size), weights, strict=True):
        sums += tap[..., None] * weight
    return sums.reshape(len(x), *layer.shape)


def _grouped(layer: Convolution, view: Array) -> Array:
    """Groups of channels that do not see each other; a depthwise convolution has groups of one."""
    n, rows, columns, channels = view.shape[:4]
    groups, (kr, kc, each, filters) = layer.groups, layer.weights.shape
    split = view.reshape(n, rows, columns, groups, channels // groups, *view.shape[4:])
    weights = layer.weights.reshape(kr, kc, each, groups, filters // groups)
    sums = np.einsum("nrcgeij,ijegf->nrcgf", split, weights, optimize=True)
    return np.asarray(sums).reshape(n, rows, columns, filters)


@singledispatch
def before(layer: Layer, *inputs: Array) -> Array:
    """What a layer computes before its activation function; without one, its output."""
    raise TypeError(f"no arithmetic for {type(layer).__name__}")


@before.register
def _(layer: Convolution, *inputs: Array) -> Array:
    return _convolved(layer, inputs[0]) + layer.bias


@before.register
def _(layer: Dense, *inputs: Array) -> Array:
    x = inputs[0]
    if x.ndim > 2:  # one product of all cells is much faster than one for each row of a picture
        cells = x.reshape(-1, x.shape[-1]) @ layer.weights
        return np.asarray(cells + layer.bias).reshape(*x.shape[:-1], layer.channels)
    large_row = x.shape[:-1] == (1,) and layer.weights.size > _ONE_THREAD
    sums = _row_product(x[0], layer.weights)[None] if large_row else x @ layer.weights
    return np.asarray(sums + layer.bias)


@before.register
def _(layer: Pooling, *inputs: Array) -> Array:
    if layer.maximum:
        return reduce(np.maximum, _taps(inputs[0], layer.size, -np.inf))
    sums = reduce(np.add, _taps(inputs[0], layer.size))
    ones = np.ones((1, *inputs[0].shape[1:3], 1), sums.dtype)
    return np.asarray(sums / reduce(np.add, _taps(ones, layer.size)))


@before.register
def _(layer: GlobalPooling, *inputs: Array) -> Array:
    maps = inputs[0]
    answer = maps.max(axis=(1, 2)) if layer.maximum else maps.mean(axis=(1, 2))
    return np.asarray(answer).reshape(len(maps), *layer.shape)


@before.register
def _(layer: Reshape, *inputs: Array) -> Array:
    return inputs[0].reshape(len(inputs[0]), *layer.shape)


@before.register(Same)
@before.register(Activation)
def _(layer: Layer, *inputs: Array) -> Array:
    return inputs[0]


@before.register
def _(layer: Normalisation, *inputs: Array) -> Array:
    return np.asarray((inputs[0] - layer.mean) / layer.deviation * layer.gamma + layer.beta)


@before.register
def _(layer: Scaling, *inputs: Array) -> Array:
    return np.asarray(inputs[0] * np.float32(layer.factor) + np.float32(layer.offset))


@before.register
def _(layer: ZeroPadding, *inputs: Array) -> Array:
    return np.pad(inputs[0], ((0, 0), *layer.amounts, (0, 0)))


before.register(Merge, guest_arithmetic.merged)
before.register(TransposedConvolution, guest_arithmetic.transposed)
before.register(Moved, guest_arithmetic.moved)
before.register(Resampling, guest_arithmetic.resampled)
before.register(LiveNormalisation, guest_arithmetic.normalised)
before.register(Slopes, guest_arithmetic.sloped)


@before.register
def _(layer: Opaque, *inputs: Array) -> Array:
    raise NeedsKerasError("opaque", "only Keras computes the layer {name}, a {layer}",
                     name=layer.name, layer=layer.class_name)  # fmt: skip


def after(layer: Layer, sums: Array) -> Array:
    """Send what `before` gave through the layer's activation function."""
    if isinstance(layer, (Weighted, Activation)):
        return functions.apply(layer.activation, sums, layer.slope)
    return sums
