"""What every kind of layer computes, on batches: (number, rows, columns, channels) or (number, cells).

The sums are those of `core.cross_correlate`, of all channels, in float32 (`core.sums.layers`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce, singledispatch
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.sizes.shapes import ShapeSize
from convviz.core.sums import layers
from convviz.network.compute import opened_arithmetic
from convviz.network.model import functions
from convviz.network.model.errors import NeedsKerasError
from convviz.network.model.layers import (
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
from convviz.network.model.opened_layers import (
    LiveNormalisation,
    Moved,
    Resampling,
    Slopes,
    TransposedConvolution,
)

Array = NDArray[Any]


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


@singledispatch
def before(layer: Layer, *inputs: Array) -> Array:
    """What a layer computes before its activation function; without one, its output."""
    raise TypeError(f"no arithmetic for {type(layer).__name__}")


@before.register
def _(layer: Convolution, *inputs: Array) -> Array:
    return layers.convolution(inputs[0], layer.weights, layer.size, layer.groups) + layer.bias


@before.register
def _(layer: Dense, *inputs: Array) -> Array:
    x = inputs[0]
    sums = layers.dense(x.reshape(-1, x.shape[-1]), layer.weights, finite=layer.is_finite)
    return np.asarray(sums + layer.bias).reshape(*x.shape[:-1], layer.channels)


@before.register
def _(layer: Pooling, *inputs: Array) -> Array:
    if layer.maximum:
        return reduce(np.maximum, _taps(inputs[0], layer.size, -np.inf))
    sums = reduce(np.add, _taps(inputs[0].astype(np.float64), layer.size))
    ones = np.ones((1, *inputs[0].shape[1:3], 1), sums.dtype)
    return np.asarray(sums / reduce(np.add, _taps(ones, layer.size)), inputs[0].dtype)


@before.register
def _(layer: GlobalPooling, *inputs: Array) -> Array:
    maps = inputs[0]
    answer = maps.max(axis=(1, 2)) if layer.maximum else maps.mean(axis=(1, 2), dtype=np.float64)
    return np.asarray(answer, maps.dtype).reshape(len(maps), *layer.shape)


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


before.register(Merge, opened_arithmetic.merged)
before.register(TransposedConvolution, opened_arithmetic.transposed)
before.register(Moved, opened_arithmetic.moved)
before.register(Resampling, opened_arithmetic.resampled)
before.register(LiveNormalisation, opened_arithmetic.normalised)
before.register(Slopes, opened_arithmetic.sloped)


@before.register
def _(layer: Opaque, *inputs: Array) -> Array:
    raise NeedsKerasError("opaque", "only Keras computes the layer {name}, a {layer}",
                     name=layer.name, layer=layer.class_name)  # fmt: skip


def after(layer: Layer, sums: Array) -> Array:
    """Send what `before` gave through the layer's activation function."""
    if isinstance(layer, (Weighted, Activation)):
        return functions.apply(layer.activation, sums, layer.slope)
    return sums
