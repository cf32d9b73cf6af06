"""What was done to a trained network, step by step: small enough to be kept, enough to be done again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from convviz.core.base.limits import LIMITS
from convviz.network.edit import experiments
from convviz.network.model.network import Network

Kind: TypeAlias = Literal[
    "off", "on", "scale", "weight", "bias", "kernel", "shuffle", "shuffle_filters", "shuffle_layer"
]
KINDS: tuple[Kind, ...] = get_args(Kind)

Filter: TypeAlias = tuple[int, int]
"""Layer and filter (or neuron)."""


@dataclass(frozen=True)
class Change:
    """One step away from a trained network.

    ``kind`` "off" switches the filter ``channel`` of ``layer`` off, "on" makes it as it was trained,
    "scale" makes the trained one ``value`` times as strong; "weight" writes ``value`` at ``position``
    of the layer's weights, "bias" writes the bias; "kernel" writes the rows of ``kernel`` into the
    weights for the map ``position[0]``. With ``seed``, "shuffle" mixes the weights of one filter,
    "shuffle_layer" those of every filter, and "shuffle_filters" lets whole filters change places.
    ValueError for numbers beyond the limits.
    """

    kind: Kind
    layer: int
    channel: int = 0
    value: float = 0.0
    position: tuple[int, ...] = ()
    kernel: tuple[tuple[float, ...], ...] = ()
    seed: int = 0

    def __post_init__(self) -> None:
        for number in (self.value, *(weight for row in self.kernel for weight in row)):
            LIMITS["changed weight"].check(number, "weight")


def applied(network: Network, trained: Network, change: Change) -> Network:
    """The network after one more change; ValueError or IndexError where it does not fit the network."""
    layer, channel, value = change.layer, change.channel, change.value
    if not 0 <= layer < len(network.layers):
        raise IndexError(f"layer {layer}: the network has layers 0 to {len(network.layers) - 1}")
    match change.kind:
        case "off":
            return experiments.with_filter_off(network, layer, channel)
        case "on":
            return _restored(network, trained, layer, channel)
        case "scale":
            fresh = _restored(network, trained, layer, channel)
            return experiments.with_filter_scaled(fresh, layer, channel, value)
        case "weight":
            return experiments.with_weight(network, layer, change.position, value)
        case "bias":
            return experiments.with_bias(network, layer, channel, value)
        case "kernel":
            return experiments.with_kernel(network, layer, channel, change.kernel, change.position[0])
        case "shuffle":
            return experiments.shuffled(network, layer, change.seed, channel)
        case "shuffle_layer":
            return experiments.shuffled(network, layer, change.seed)
        case "shuffle_filters":
            return experiments.filters_shuffled(network, layer, change.seed)


def switched_off(trained: Network, changes: Iterable[Change]) -> frozenset[Filter]:
    """The filters that are off after some changes; one that changed its place is off at the new one."""
    off: set[Filter] = set()
    for change in changes:
        place = (change.layer, change.channel)
        if change.kind == "off":
            off.add(place)
        elif change.kind in ("on", "scale"):
            off.discard(place)
        elif change.kind == "shuffle_filters":
            order = experiments.filter_order(
                experiments.weighted(trained, change.layer).channels, change.seed
            )
            here = {order.index(channel) for layer, channel in off if layer == change.layer}
            off = {one for one in off if one[0] != change.layer} | {(change.layer, at) for at in here}
    return frozenset(off)


def _restored(network: Network, trained: Network, layer: int, channel: int) -> Network:
    """The same with one filter as it was trained."""
    before = experiments.weighted(trained, layer)
    if not 0 <= channel < before.channels:
        raise IndexError(f"filter {channel}: the layer has filters 0 to {before.channels - 1}")
    network = experiments.with_kernel(network, layer, channel, before.weights[..., channel])
    return experiments.with_bias(network, layer, channel, float(before.bias[channel]))
