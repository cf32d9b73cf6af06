"""How much a class would gain if a value grew: the derivative of its logit, layer by layer.

The same sums as `arithmetic`, walked backwards (D. Rumelhart, G. Hinton and R. Williams, "Learning
representations by back-propagating errors", 1986), for one picture.
"""

from __future__ import annotations

from dataclasses import replace
from functools import reduce, singledispatch
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.sizes.shapes import ShapeSize
from convviz.core.sums.layers import convolution, convolution_back, dense
from convviz.network.compute.arithmetic import before, mean_of, mixed, statistics, tap
from convviz.network.compute.forward import Activations, logit_layer
from convviz.network.model import functions
from convviz.network.model import layers as kinds
from convviz.network.model.errors import NeedsKerasError
from convviz.network.model.layers import INPUT, Array
from convviz.network.model.network import Network

Grad = NDArray[Any]


def gradients(network: Network, acts: Activations, label: int) -> dict[int, Array]:
    """The derivative of the logit of class ``label`` by every value: layer (`INPUT`: pixels) to array.

    Arrays have the shapes of the layers. Layers that lie behind the logits are missing.
    """
    start = logit_layer(network)
    wanted = np.zeros(network.layers[start].shape, np.float32)
    wanted[..., label] = 1
    grads: dict[int, Grad] = {start: wanted}
    for at in range(start, INPUT, -1):
        if at not in grads:
            continue
        layer = network.layers[at]
        inputs = [acts.of(source) for source in layer.inputs]
        # What is wanted is the logit itself, not what softmax makes of it.
        is_end = at == start and getattr(layer, "activation", "") == "softmax"
        grad = wanted if is_end else _through_function(layer, grads[at], inputs)
        for source, back in zip(layer.inputs, _sums_back(layer, grad, inputs), strict=True):
            grads[source] = grads[source] + back if source in grads else back
    return {at: np.asarray(grad, np.float32) for at, grad in grads.items()}


def _through_function(layer: kinds.Layer, grad: Grad, inputs: list[Array]) -> Grad:
    """Back through a layer's activation function."""
    if not isinstance(layer, (kinds.Weighted, kinds.Activation)) or layer.activation == "linear":
        return grad
    sums = before(layer, *(one[None] for one in inputs))[0]
    if layer.activation == "softmax":
        shares = functions.softmax(sums)
        return np.asarray(shares * (grad - (grad * shares).sum(axis=-1, keepdims=True)))
    return np.asarray(grad * functions.steepness(layer.activation, sums, layer.slope))


@singledispatch
def _sums_back(layer: kinds.Layer, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    """Back through a layer's sums: one array for each layer that it reads."""
    raise NeedsKerasError("opaque", "only Keras can differentiate the layer {name!r}", name=layer.name)


@_sums_back.register
def _(layer: kinds.Dense, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    rows = grad.reshape(-1, grad.shape[-1])
    return (dense(layer.weights, rows.T).T.reshape(*grad.shape[:-1], len(layer.weights)),)


@_sums_back.register
def _(layer: kinds.Convolution, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    return (convolution_back(grad[None], layer.weights, layer.size, layer.groups)[0],)


@_sums_back.register
def _(layer: kinds.Pooling, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    size, (rows, columns) = layer.size, inputs[0].shape[:2]
    padded = np.pad(inputs[0], (*size.padding, (0, 0)), constant_values=-np.inf)
    back = np.zeros(padded.shape, grad.dtype)
    places = list(np.ndindex(layer.window))
    if layer.maximum:
        best = before(layer, inputs[0][None])[0]
        free = np.ones(grad.shape, bool)  # the first of equals wins, as in Keras
        for place in places:
            won = free & (tap(padded, size, *place) == best)
            tap(back, size, *place)[...] += np.where(won, grad, 0)
            free &= ~won
    else:
        counted = sum(np.isfinite(tap(padded, size, *place)).astype(grad.dtype) for place in places)
        for place in places:
            tap(back, size, *place)[...] += grad / counted
    (top, _), (left, _) = size.padding
    return (back[top : top + rows, left : left + columns],)


@_sums_back.register
def _(layer: kinds.GlobalPooling, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    maps = inputs[0]
    flat = grad.reshape(-1)
    if not layer.maximum:
        return (np.broadcast_to(flat / (maps.shape[0] * maps.shape[1]), maps.shape),)
    result = np.zeros((maps.shape[0] * maps.shape[1], maps.shape[2]), grad.dtype)
    result[maps.reshape(-1, maps.shape[2]).argmax(axis=0), np.arange(maps.shape[2])] = flat
    return (result.reshape(maps.shape),)


@_sums_back.register(kinds.Reshape)
@_sums_back.register(kinds.Same)
@_sums_back.register(kinds.Activation)
def _(layer: kinds.Layer, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    return (grad.reshape(inputs[0].shape),)


@_sums_back.register
def _(layer: kinds.Normalisation, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    return (grad * layer.gamma / layer.deviation,)


@_sums_back.register
def _(layer: kinds.Scaling, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    return (grad * layer.factor,)


@_sums_back.register
def _(layer: kinds.ZeroPadding, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    (top, _), (left, _) = layer.amounts
    rows, columns = inputs[0].shape[:2]
    return (grad[top : top + rows, left : left + columns],)


@_sums_back.register
def _(layer: kinds.TransposedConvolution, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    """The gradient of each value below, from the window that it was spread over."""
    below = inputs[0].shape
    rows, columns = (
        replace(axis, after=max(0, (n - 1) * axis.stride + axis.effective_kernel - axis.before - axis.input))
        for axis, n in zip((layer.size.rows, layer.size.columns), below, strict=False)
    )
    sums = convolution(grad[None], layer.weights.transpose(0, 1, 3, 2), ShapeSize(rows, columns))
    return (sums[0, : below[0], : below[1]],)


@_sums_back.register
def _(layer: kinds.Moved, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    result = np.zeros(inputs[0].shape, grad.dtype)
    np.add.at(result.reshape(-1), layer.sources, grad)
    return (result,)


@_sums_back.register
def _(layer: kinds.Resampling, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    return (mixed(grad[None], layer.rows.T, layer.columns.T)[0],)


@_sums_back.register
def _(layer: kinds.LiveNormalisation, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    """Back through mean and deviation, which depend on every value (S. Ioffe and C. Szegedy, 2015)."""
    x = inputs[0][None]
    mean, deviation = statistics(layer, x)
    even, scaled = (x - mean) / deviation, grad[None] * layer.gamma
    along = mean_of(layer, scaled * even)
    if layer.how == "length":
        along = along * int(np.prod([layer.shape[axis] for axis in layer.axes]))
    centre = mean_of(layer, scaled) if layer.how == "variance" else 0
    return (np.asarray(((scaled - centre - even * along) / deviation)[0], grad.dtype),)


@_sums_back.register
def _(layer: kinds.Slopes, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    return (np.asarray(grad * np.where(inputs[0] > 0, 1, layer.alpha), grad.dtype),)


@_sums_back.register
def _(layer: kinds.Merge, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    if layer.how == "concatenate":
        ends = np.cumsum([one.shape[-1] for one in inputs])[:-1]
        return tuple(np.split(grad, ends, axis=-1))
    if layer.how == "stack":
        return tuple(grad[..., at] for at in range(len(inputs)))
    shares = [_share(layer, inputs, at) for at in range(len(inputs))]
    return tuple(_summed(grad * share, one.shape) for share, one in zip(shares, inputs, strict=True))


def _share(layer: kinds.Merge, inputs: list[Array], at: int) -> Grad | float:
    """The derivative of the merged value by one of the inputs."""
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


def _summed(grad: Grad, shape: tuple[int, ...]) -> Grad:
    """Add up over the axes along which a layer of ``shape`` was repeated."""
    axes = tuple(axis for axis, size in enumerate(shape) if size == 1 and grad.shape[axis] != 1)
    return grad.sum(axis=axes, keepdims=True) if axes else grad
