"""What every kind of layer computes, on batches: (number, rows, columns, channels) or (number, cells).

The sums are those of `core.cross_correlate`, of all channels, in float32 (`core.sums.layers`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce, singledispatch
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.sizes.shapes import ShapeSize
from convviz.core.sums import layers
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
    Shape,
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


def transposed(layer: TransposedConvolution, *inputs: Array) -> Array:
    """Spread every value out over a window, and add up where windows lie over each other."""
    sums = layers.convolution_back(inputs[0], layer.weights.transpose(0, 1, 3, 2), layer.size)
    return np.asarray(sums + layer.bias)


def transposed_back(layer: TransposedConvolution, grad: Array, below: Shape) -> Array:
    """What every value below gets back from the window that it was spread over; for one picture."""
    rows, columns = (
        replace(axis, after=max(0, (n - 1) * axis.stride + axis.effective_kernel - axis.before - axis.input))
        for axis, n in zip((layer.size.rows, layer.size.columns), below, strict=False)
    )
    sums = layers.convolution(grad[None], layer.weights.transpose(0, 1, 3, 2), ShapeSize(rows, columns))
    return sums[0, : below[0], : below[1]]


def moved(layer: Moved, *inputs: Array) -> Array:
    """Take every value from where it stands below."""
    return np.asarray(inputs[0].reshape(len(inputs[0]), -1)[:, layer.sources])


def moved_back(layer: Moved, grad: Array, below: Shape) -> Array:
    """Add up what was handed back to each value below."""
    result = np.zeros(below, grad.dtype)
    np.add.at(result.reshape(-1), layer.sources, grad)
    return result


def resampled(layer: Resampling, *inputs: Array) -> Array:
    """Mix rows, then columns."""
    return _mixed(inputs[0], layer.rows, layer.columns)


def resampled_back(layer: Resampling, grad: Array, below: Shape) -> Array:
    """The same shares, the other way round."""
    return np.asarray(_mixed(grad[None], layer.rows.T, layer.columns.T)[0])


def _mixed(x: Array, rows: Array, columns: Array) -> Array:
    n, high, wide, channels = x.shape
    down = [layers.dense(rows, one.reshape(high, -1)).reshape(len(rows), wide, channels) for one in x]
    lines = np.stack(down).transpose(2, 0, 1, 3).reshape(wide, -1)
    mixed = layers.dense(columns, lines).reshape(len(columns), n, len(rows), channels)
    return np.ascontiguousarray(mixed.transpose(1, 2, 0, 3), x.dtype)


def statistics(layer: LiveNormalisation, x: Array) -> tuple[Array, Array]:
    """Mean and deviation of a batch, each of a shape that is broadcast to it."""
    if layer.how == "length":
        axes = tuple(axis + 1 for axis in layer.axes)
        length = np.sqrt((x * x).sum(axis=axes, keepdims=True))
        return np.zeros_like(length), np.maximum(length, layer.epsilon)
    mean = _mean_of(layer, x)
    if layer.how == "rms":
        mean = np.zeros_like(mean)
    variance = _mean_of(layer, (x - mean) ** 2)
    return mean, np.sqrt(variance + np.asarray(layer.epsilon, x.dtype))


def normalised(layer: LiveNormalisation, *inputs: Array) -> Array:
    """Take the mean off, divide by the deviation, stretch by gamma and add beta."""
    mean, deviation = statistics(layer, inputs[0])
    return np.asarray((inputs[0] - mean) / deviation * layer.gamma + layer.beta)


def normalised_back(layer: LiveNormalisation, grad: Array, below: Array) -> Array:
    """Back through mean and deviation, which depend on every value (S. Ioffe and C. Szegedy, 2015)."""
    x = below[None]
    mean, deviation = statistics(layer, x)
    even, scaled = (x - mean) / deviation, grad[None] * layer.gamma
    along = _mean_of(layer, scaled * even)
    if layer.how == "length":
        along = along * _count(layer)
    centre = _mean_of(layer, scaled) if layer.how == "variance" else 0
    return np.asarray(((scaled - centre - even * along) / deviation)[0], grad.dtype)


def _mean_of(layer: LiveNormalisation, x: Array) -> Array:
    """The mean over what is normalised together."""
    axes = tuple(axis + 1 for axis in layer.axes)
    if layer.groups > 1:
        groups = x.reshape(*x.shape[:-1], layer.groups, -1)
        mean = groups.mean(axis=(*axes[:-1], groups.ndim - 1), keepdims=True)
        shape = (*mean.shape[:-1], groups.shape[-1])
        return np.broadcast_to(mean, shape).reshape(*mean.shape[:-2], x.shape[-1])
    return np.asarray(x.mean(axis=axes, keepdims=True))


def _count(layer: LiveNormalisation) -> int:
    return int(np.prod([layer.shape[axis] for axis in layer.axes]))


def sloped(layer: Slopes, *inputs: Array) -> Array:
    """Values below 0 times their slope."""
    return np.where(inputs[0] > 0, inputs[0], inputs[0] * layer.alpha)


def sloped_back(layer: Slopes, grad: Array, below: Array) -> Array:
    """The slope at each value."""
    return np.asarray(grad * np.where(below > 0, 1, layer.alpha), grad.dtype)


def merged(layer: Merge, *inputs: Array) -> Array:
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


def merged_back(layer: Merge, grad: Array, inputs: list[Array]) -> tuple[Array, ...]:
    """What each of the layers gets back."""
    if layer.how == "concatenate":
        ends = np.cumsum([one.shape[-1] for one in inputs])[:-1]
        return tuple(np.split(grad, ends, axis=-1))
    if layer.how == "stack":
        return tuple(grad[..., at] for at in range(len(inputs)))
    shares = [_share(layer, inputs, at) for at in range(len(inputs))]
    return tuple(_summed(grad * share, one.shape) for share, one in zip(shares, inputs, strict=True))


def _share(layer: Merge, inputs: list[Array], at: int) -> Array | float:
    """How much the outcome grows with one of the inputs."""
    if layer.how in ("add", "average"):
        return 1 / len(inputs) if layer.how == "average" else 1.0
    if layer.how in ("maximum", "minimum"):
        sign = 1 if layer.how == "maximum" else -1
        best = np.argmax(np.stack([sign * np.broadcast_to(one, layer.shape) for one in inputs]), axis=0)
        return np.asarray(best == at)
    if layer.how == "subtract":
        return 1.0 if at == 0 else -1.0
    if layer.how == "multiply":
        return np.asarray(reduce(lambda a, b: a * b, [one for n, one in enumerate(inputs) if n != at]))
    return 1 / inputs[1] if at == 0 else -inputs[0] / inputs[1] ** 2


def _summed(grad: Array, shape: Shape) -> Array:
    """Add up over the axes along which a layer of ``shape`` was repeated."""
    axes = tuple(axis for axis, size in enumerate(shape) if size == 1 and grad.shape[axis] != 1)
    return grad.sum(axis=axes, keepdims=True) if axes else grad


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


before.register(Merge, merged)
before.register(TransposedConvolution, transposed)
before.register(Moved, moved)
before.register(Resampling, resampled)
before.register(LiveNormalisation, normalised)
before.register(Slopes, sloped)


@before.register
def _(layer: Opaque, *inputs: Array) -> Array:
    raise NeedsKerasError("opaque", "only Keras computes the layer {name}, a {layer}",
                     name=layer.name, layer=layer.class_name)  # fmt: skip


def after(layer: Layer, sums: Array) -> Array:
    """Send what `before` gave through the layer's activation function."""
    if isinstance(layer, (Weighted, Activation)):
        return functions.apply(layer.activation, sums, layer.slope)
    return sums
