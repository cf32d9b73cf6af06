"""What every kind of layer computes, on batches: (number, rows, columns, channels) or (number, cells).

The sums of products are those of `core.cross_correlate`, of all channels, in float32 (`core.sums`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce, singledispatch
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.sizes.shapes import ShapeSize
from convviz.core.sums.layers import convolution, convolution_back, dense
from convviz.network.model import functions
from convviz.network.model import layers as kinds
from convviz.network.model.errors import NeedsKerasError

Array = NDArray[Any]


def _taps(x: Array, size: ShapeSize, fill: float = 0.0) -> Iterator[Array]:
    """For each position in the window, the values there in all windows: (number, rows, columns, channels)."""
    if any(sum(amounts) for amounts in size.padding):
        x = np.pad(x, ((0, 0), *size.padding, (0, 0)), constant_values=fill)
    for row, column in np.ndindex(size.rows.kernel, size.columns.kernel):
        yield tap(x, size, row, column)


def tap(padded: Array, size: ShapeSize, row: int, column: int) -> Array:
    """A view of the values at one position (row, column) of every window: (..., rows, columns, channels)."""
    y, x = row * size.rows.dilation, column * size.columns.dilation
    rows = slice(y, y + (size.rows.output - 1) * size.rows.stride + 1, size.rows.stride)
    columns = slice(x, x + (size.columns.output - 1) * size.columns.stride + 1, size.columns.stride)
    return padded[..., rows, columns, :]


@singledispatch
def before(layer: kinds.Layer, *inputs: Array) -> Array:
    """What a layer computes before its activation function; without one, its output."""
    raise TypeError(f"no arithmetic for {type(layer).__name__}")


@before.register
def _(layer: kinds.Convolution, *inputs: Array) -> Array:
    return convolution(inputs[0], layer.weights, layer.size, layer.groups) + layer.bias


@before.register
def _(layer: kinds.Dense, *inputs: Array) -> Array:
    x = inputs[0]
    sums = dense(x.reshape(-1, x.shape[-1]), layer.weights, finite=layer.is_finite)
    return np.asarray(sums + layer.bias).reshape(*x.shape[:-1], layer.channels)


@before.register
def _(layer: kinds.Pooling, *inputs: Array) -> Array:
    if layer.maximum:
        return reduce(np.maximum, _taps(inputs[0], layer.size, -np.inf))
    sums = reduce(np.add, _taps(inputs[0].astype(np.float64), layer.size))
    ones = np.ones((1, *inputs[0].shape[1:3], 1), sums.dtype)
    return np.asarray(sums / reduce(np.add, _taps(ones, layer.size)), inputs[0].dtype)


@before.register
def _(layer: kinds.GlobalPooling, *inputs: Array) -> Array:
    maps = inputs[0]
    answer = maps.max(axis=(1, 2)) if layer.maximum else maps.mean(axis=(1, 2), dtype=np.float64)
    return np.asarray(answer, maps.dtype).reshape(len(maps), *layer.shape)


@before.register
def _(layer: kinds.Reshape, *inputs: Array) -> Array:
    return inputs[0].reshape(len(inputs[0]), *layer.shape)


@before.register(kinds.Same)
@before.register(kinds.Activation)
def _(layer: kinds.Layer, *inputs: Array) -> Array:
    return inputs[0]


@before.register
def _(layer: kinds.Normalisation, *inputs: Array) -> Array:
    return np.asarray((inputs[0] - layer.mean) / layer.deviation * layer.gamma + layer.beta)


@before.register
def _(layer: kinds.Scaling, *inputs: Array) -> Array:
    return np.asarray(inputs[0] * np.float32(layer.factor) + np.float32(layer.offset))


@before.register
def _(layer: kinds.ZeroPadding, *inputs: Array) -> Array:
    return np.pad(inputs[0], ((0, 0), *layer.amounts, (0, 0)))


@before.register
def transposed(layer: kinds.TransposedConvolution, *inputs: Array) -> Array:
    """Spread every value over a window, and add up where windows overlap."""
    sums = convolution_back(inputs[0], layer.weights.transpose(0, 1, 3, 2), layer.size)
    return np.asarray(sums + layer.bias)


@before.register
def moved(layer: kinds.Moved, *inputs: Array) -> Array:
    """Take every value from where it stands below."""
    return np.asarray(inputs[0].reshape(len(inputs[0]), -1)[:, layer.sources])


@before.register
def resampled(layer: kinds.Resampling, *inputs: Array) -> Array:
    """Mix rows, then columns."""
    return mixed(inputs[0], layer.rows, layer.columns)


def mixed(x: Array, rows: Array, columns: Array) -> Array:
    n, high, wide, channels = x.shape
    down = [dense(rows, one.reshape(high, -1)).reshape(len(rows), wide, channels) for one in x]
    lines = np.stack(down).transpose(2, 0, 1, 3).reshape(wide, -1)
    mixed = dense(columns, lines).reshape(len(columns), n, len(rows), channels)
    return np.ascontiguousarray(mixed.transpose(1, 2, 0, 3), x.dtype)


def statistics(layer: kinds.LiveNormalisation, x: Array) -> tuple[Array, Array]:
    """Mean and deviation of a batch, each of a shape that is broadcast to it."""
    if layer.how == "length":
        axes = tuple(axis + 1 for axis in layer.axes)
        length = np.sqrt((x * x).sum(axis=axes, keepdims=True))
        return np.zeros_like(length), np.maximum(length, layer.epsilon)
    mean = mean_of(layer, x)
    if layer.how == "rms":
        mean = np.zeros_like(mean)
    variance = mean_of(layer, (x - mean) ** 2)
    return mean, np.sqrt(variance + np.asarray(layer.epsilon, x.dtype))


@before.register
def normalised(layer: kinds.LiveNormalisation, *inputs: Array) -> Array:
    """(x - mean) / deviation * gamma + beta."""
    mean, deviation = statistics(layer, inputs[0])
    return np.asarray((inputs[0] - mean) / deviation * layer.gamma + layer.beta)


def mean_of(layer: kinds.LiveNormalisation, x: Array) -> Array:
    """The mean over what is normalised together."""
    axes = tuple(axis + 1 for axis in layer.axes)
    if layer.groups > 1:
        groups = x.reshape(*x.shape[:-1], layer.groups, -1)
        mean = groups.mean(axis=(*axes[:-1], groups.ndim - 1), keepdims=True)
        shape = (*mean.shape[:-1], groups.shape[-1])
        return np.broadcast_to(mean, shape).reshape(*mean.shape[:-2], x.shape[-1])
    return np.asarray(x.mean(axis=axes, keepdims=True))


@before.register
def sloped(layer: kinds.Slopes, *inputs: Array) -> Array:
    """Values below 0 times their slope."""
    return np.where(inputs[0] > 0, inputs[0], inputs[0] * layer.alpha)


@before.register
def merged(layer: kinds.Merge, *inputs: Array) -> Array:
    """Put several layers together; a single row, column or map goes with all of the others."""
    if layer.how == "concatenate":
        return np.concatenate(inputs, axis=-1)
    if layer.how == "stack":
        return np.stack(inputs, axis=-1)
    function: Any = {
        "add": np.add, "average": np.add, "subtract": np.subtract, "multiply": np.multiply,
        "divide": np.divide, "maximum": np.maximum, "minimum": np.minimum,
    }[layer.how]  # fmt: skip
    result = reduce(function, inputs)
    return np.asarray(result / np.float32(len(inputs)) if layer.how == "average" else result)


@before.register
def _(layer: kinds.Opaque, *inputs: Array) -> Array:
    raise NeedsKerasError("opaque", "only Keras computes the layer {name}, a {layer}",
                     name=layer.name, layer=layer.class_name)  # fmt: skip


def after(layer: kinds.Layer, sums: Array) -> Array:
    """Apply the layer's activation function to the result of `before`."""
    if isinstance(layer, (kinds.Weighted, kinds.Activation)):
        return functions.apply(layer.activation, sums, layer.slope)
    return sums
