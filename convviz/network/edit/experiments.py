"""What if? The same network with a filter switched off, scaled, rewritten or shuffled.

Every function returns a new network that shares all other layers with the old one; nothing is
changed in place, so that undo is an older network.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.network.model.layers import Weighted, frozen
from convviz.network.model.network import Network


def weighted(network: Network, layer: int) -> Weighted:
    """A layer that has weights; ValueError for one without."""
    found = network.layers[layer]
    if not isinstance(found, Weighted):
        raise ValueError(f"the layer {found.name!r} has no weights")
    return found


def _copies(network: Network, layer: int, channel: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """Copies of a layer's weights (..., filters) and bias; IndexError where it has no filter ``channel``."""
    old = weighted(network, layer)
    if not 0 <= channel < old.channels:
        raise IndexError(f"filter {channel}: the layer {old.name!r} has filters 0 to {old.channels - 1}")
    return old.weights.copy(), old.bias.copy()


def _with(network: Network, layer: int, weights: NDArray[Any], bias: NDArray[Any]) -> Network:
    changed = replace(weighted(network, layer), weights=frozen(weights), bias=frozen(bias))
    return network.with_layer(layer, changed)


def with_filter_off(network: Network, layer: int, channel: int) -> Network:
    """Switch a filter or neuron off: its weights and its bias become 0, and so does its map."""
    return with_filter_scaled(network, layer, channel, 0.0)


def with_filter_scaled(network: Network, layer: int, channel: int, factor: float) -> Network:
    """Multiply a filter's weights and its bias."""
    weights, bias = _copies(network, layer, channel)
    weights[..., channel] *= factor
    bias[channel] *= factor
    return _with(network, layer, weights, bias)


def with_weight(network: Network, layer: int, position: tuple[int, ...], value: float) -> Network:
    """Write one weight; ``position`` as in the array: (row, column, read channel, filter), (cell, neuron)."""
    _finite(value)
    if len(position) != weighted(network, layer).weights.ndim:
        raise IndexError(f"{position} is no place in {weighted(network, layer).weights.shape}")
    weights, bias = _copies(network, layer, position[-1])
    weights[position] = value
    return _with(network, layer, weights, bias)


def with_bias(network: Network, layer: int, channel: int, value: float) -> Network:
    """Write a filter's bias."""
    _finite(value)
    weights, bias = _copies(network, layer, channel)
    bias[channel] = value
    return _with(network, layer, weights, bias)


def with_kernel(
    network: Network, layer: int, channel: int, kernel: ArrayLike, read: int | None = None
) -> Network:
    """Write a filter's weights: those for one channel that it reads (``read``), or all of them.

    ``kernel`` is (rows, columns) for one channel or, for all, of the filter's own shape; a
    (rows, columns) kernel without ``read`` goes into every channel. ValueError if it does not fit.
    """
    values = np.asarray(kernel, dtype=np.float32)
    _finite(values)
    old = weighted(network, layer).weights
    target = old.shape[:2] if read is not None else old.shape[:-1]
    if values.shape == old.shape[:2] and read is None and old.ndim == 4:
        values = np.repeat(values[..., None], old.shape[2], axis=2)
    if values.shape != target:
        raise ValueError(f"the filter has weights of {target}, and the kernel is {values.shape}")
    weights, bias = _copies(network, layer, channel)
    weights[(..., channel) if read is None else (slice(None), slice(None), read, channel)] = values
    return _with(network, layer, weights, bias)


def shuffled(network: Network, layer: int, seed: int, channel: int | None = None) -> Network:
    """Put the weights of one filter, or of every filter of the layer, in another order.

    How many weights there are and what they sum to stays the same; the pattern is gone.
    """
    rng = _dice(seed)
    weights, bias = _copies(network, layer, channel or 0)
    for at in range(weights.shape[-1]) if channel is None else [channel]:
        weights[..., at] = rng.permutation(weights[..., at].ravel()).reshape(weights.shape[:-1])
    return _with(network, layer, weights, bias)


def filter_order(channels: int, seed: int) -> list[int]:
    """The shuffled order of a layer's filters: the filter that comes to each place.

    >>> sorted(filter_order(4, seed=1))
    [0, 1, 2, 3]
    """
    return [int(one) for one in _dice(seed).permutation(channels)]


def filters_shuffled(network: Network, layer: int, seed: int) -> Network:
    """Let the filters of a layer change places, whole and with their biases.

    The layer finds what it found before, in other maps; the next layer, trained on the old order,
    reads the wrong ones.
    """
    order = filter_order(weighted(network, layer).channels, seed)
    weights, bias = _copies(network, layer, 0)
    weights[:], bias[:] = weights[..., order], bias[order]
    return _with(network, layer, weights, bias)


def _dice(seed: int) -> np.random.RandomState:
    """Random numbers that are the same in every version of NumPy (NEP 19), for saved experiments."""
    return np.random.RandomState(seed)


def _finite(value: ArrayLike) -> None:
    if not np.isfinite(value).all():
        raise ValueError("a weight has to be a number")
