"""How much a class would gain if a value grew: the derivative of its logit, layer by layer.

The same sums as `arithmetic`, walked backwards (D. Rumelhart, G. Hinton and R. Williams, "Learning
representations by back-propagating errors", 1986), for one picture.
"""

from __future__ import annotations

from functools import singledispatch
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.sizes.shapes import ShapeSize
from convviz.core.sums import layers
from convviz.network.compute import arithmetic
from convviz.network.compute.arithmetic import before
from convviz.network.compute.forward import Activations, logit_layer
from convviz.network.model import functions
from convviz.network.model.errors import NeedsKerasError
from convviz.network.model.layers import (
    INPUT,
    Activation,
    Array,
    Convolution,
    Dense,
    GlobalPooling,
    Layer,
    Merge,
    Normalisation,
    Pooling,
    Reshape,
    Same,
    Scaling,
    Weighted,
    ZeroPadding,
)
from convviz.network.model.network import Network
from convviz.network.model.opened_layers import (
    LiveNormalisation,
    Moved,
    Resampling,
    Slopes,
    TransposedConvolution,
)

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
        is_end = at == start and _ends_in_softmax(layer)
        grad = wanted if is_end else _through_function(layer, grads[at], inputs)
        for source, back in zip(layer.inputs, _sums_back(layer, grad, inputs), strict=True):
            grads[source] = grads[source] + back if source in grads else back
    return {at: np.asarray(grad, np.float32) for at, grad in grads.items()}


def _ends_in_softmax(layer: Layer) -> bool:
    return isinstance(layer, (Weighted, Activation)) and layer.activation == "softmax"


def _through_function(layer: Layer, grad: Grad, inputs: list[Array]) -> Grad:
    """Back through a layer's activation function."""
    if not isinstance(layer, (Weighted, Activation)) or layer.activation == "linear":
        return grad
    sums = before(layer, *(one[None] for one in inputs))[0]
    if layer.activation == "softmax":
        shares = functions.softmax(sums)
        return np.asarray(shares * (grad - (grad * shares).sum(axis=-1, keepdims=True)))
    return np.asarray(grad * functions.steepness(layer.activation, sums, layer.slope))


@singledispatch
def _sums_back(layer: Layer, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    """Back through a layer's sums: one array for each layer that it reads."""
    raise NeedsKerasError("opaque", "only Keras can differentiate the layer {name!r}", name=layer.name)


@_sums_back.register
def _(layer: Dense, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    rows = grad.reshape(-1, grad.shape[-1])
    return (layers.dense(layer.weights, rows.T).T.reshape(*grad.shape[:-1], len(layer.weights)),)


@_sums_back.register
def _(layer: Convolution, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    return (layers.convolution_back(grad[None], layer.weights, layer.size, layer.groups)[0],)


def _gathered(taps: Grad, size: ShapeSize, shape: tuple[int, ...]) -> Grad:
    """Add up what every place of every window hands back: (kernel rows, columns, rows, columns, channels)."""
    (top, bottom), (left, right) = size.padding
    result = np.zeros((shape[0] + top + bottom, shape[1] + left + right, shape[2]), taps.dtype)
    for row in range(taps.shape[0]):
        for column in range(taps.shape[1]):
            _place(result, size, row, column)[...] += taps[row, column]
    return result[top : top + shape[0], left : left + shape[1]]


def _place(padded: Grad, size: ShapeSize, row: int, column: int) -> Grad:
    """A view of what stands at one place of all windows."""
    y, x = row * size.rows.dilation, column * size.columns.dilation
    rows = slice(y, y + (size.rows.output - 1) * size.rows.stride + 1, size.rows.stride)
    columns = slice(x, x + (size.columns.output - 1) * size.columns.stride + 1, size.columns.stride)
    return padded[rows, columns]


@_sums_back.register
def _(layer: Pooling, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    rows, columns = layer.window
    taps = np.zeros((rows, columns, *grad.shape), grad.dtype)
    padded = np.pad(inputs[0], (*layer.size.padding, (0, 0)), constant_values=-np.inf)
    places = [(row, column) for row in range(rows) for column in range(columns)]
    if layer.maximum:
        best = before(layer, inputs[0][None])[0]
        free = np.ones(grad.shape, bool)  # the first of equals wins, as in Keras
        for row, column in places:
            won = free & (_place(padded, layer.size, row, column) == best)
            taps[row, column][won] = grad[won]
            free &= ~won
    else:
        counted = sum(np.isfinite(_place(padded, layer.size, *place)).astype(grad.dtype) for place in places)
        taps[...] = grad / counted
    return (_gathered(taps, layer.size, inputs[0].shape),)


@_sums_back.register
def _(layer: GlobalPooling, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    maps = inputs[0]
    flat = grad.reshape(-1)
    if not layer.maximum:
        return (np.broadcast_to(flat / (maps.shape[0] * maps.shape[1]), maps.shape),)
    result = np.zeros((maps.shape[0] * maps.shape[1], maps.shape[2]), grad.dtype)
    result[maps.reshape(-1, maps.shape[2]).argmax(axis=0), np.arange(maps.shape[2])] = flat
    return (result.reshape(maps.shape),)


@_sums_back.register(Reshape)
@_sums_back.register(Same)
@_sums_back.register(Activation)
def _(layer: Layer, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    return (grad.reshape(inputs[0].shape),)


@_sums_back.register
def _(layer: Normalisation, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    return (grad * layer.gamma / layer.deviation,)


@_sums_back.register
def _(layer: Scaling, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    return (grad * layer.factor,)


@_sums_back.register
def _(layer: ZeroPadding, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    (top, _), (left, _) = layer.amounts
    rows, columns = inputs[0].shape[:2]
    return (grad[top : top + rows, left : left + columns],)


@_sums_back.register
def _(layer: Merge, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    return arithmetic.merged_back(layer, grad, list(inputs))


@_sums_back.register
def _(layer: TransposedConvolution, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    return (arithmetic.transposed_back(layer, grad, inputs[0].shape),)


@_sums_back.register
def _(layer: Moved, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    return (arithmetic.moved_back(layer, grad, inputs[0].shape),)


@_sums_back.register
def _(layer: Resampling, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    return (arithmetic.resampled_back(layer, grad, inputs[0].shape),)


@_sums_back.register
def _(layer: LiveNormalisation, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    return (arithmetic.normalised_back(layer, grad, inputs[0]),)


@_sums_back.register
def _(layer: Slopes, grad: Grad, inputs: list[Array]) -> tuple[Grad, ...]:
    return (arithmetic.sloped_back(layer, grad, inputs[0]),)
