"""Computing a network: every value of every layer, for one digit or for thousands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.network.compute.arithmetic import after, before
from convviz.network.model.layers import INPUT, Activation, Array, Dense, Weighted
from convviz.network.model.network import Network

_BATCH = 250
_MOST_AT_ONCE = 4_000_000_000
"""Multiplications between two reports of progress."""


@dataclass(frozen=True, eq=False)
class Activations:
    """All values that a network computes for one picture. Arrays are read-only float32.

    ``picture`` is (rows, columns, channels) as the network reads it; ``values`` has what comes out of
    each layer, (rows, columns, channels) or (cells,). ``logits`` are the sums that the last softmax
    turned into probabilities; where there is none they are the output itself.
    """

    picture: Array
    values: tuple[Array, ...]
    logits: Array

    def of(self, layer: int) -> Array:
        """What comes out of a layer; `INPUT` (-1) is the picture."""
        return self.picture if layer == INPUT else self.values[layer]

    @property
    def output(self) -> Array:
        """What comes out of the last layer: the probabilities."""
        return self.values[-1]

    @property
    def answer(self) -> int:
        """The position of the largest output."""
        return int(self.output.argmax())


def activations(network: Network, digit: ArrayLike) -> Activations:
    """Compute every value of every layer for one picture, without TensorFlow.

    ``digit`` has the network's input shape (for one channel, (rows, columns) will do), with values
    as the network was trained on: 0 black to 1 white for the bundled ones. ValueError otherwise.
    """
    picture = checked(network, digit)
    values: list[Array] = []
    logits: Array | None = None
    for layer in network.layers:
        sources = [picture[None] if at == INPUT else values[at] for at in layer.inputs]
        sums = before(layer, *sources)
        values.append(after(layer, sums))
        if isinstance(layer, (Weighted, Activation)) and layer.activation == "softmax":
            logits = sums
    last = values[-1] if logits is None else logits
    return Activations(_frozen(picture), tuple(_frozen(value[0]) for value in values), _frozen(last[0]))


def checked(network: Network, digit: ArrayLike) -> Array:
    """A picture as the network reads it: float32 in its input shape. ValueError with both shapes."""
    picture = np.array(digit, np.float32)
    if picture.ndim == 2 and network.input_shape[-1] == 1:
        picture = picture[..., None]
    if picture.shape != network.input_shape:
        raise ValueError(f"the network reads {network.input_shape}, and the picture is {picture.shape}")
    if not np.isfinite(picture).all():
        raise ValueError("the picture has values that are not numbers")
    return picture


def _frozen(value: NDArray[Any]) -> Array:
    result = np.ascontiguousarray(value, np.float32)
    result.flags.writeable = False
    return result


def at_once(network: Network) -> int:
    """How many pictures a network reads at once: fewer of the large ones, which need much memory."""
    return max(1, min(_BATCH, _MOST_AT_ONCE // max(1, network.multiply_adds)))


def outputs(
    network: Network, pictures: NDArray[Any], progress: Callable[[float], object] = lambda share: None
) -> Array:
    """The network's answers to many pictures: (n, rows, columns, channels) in, (n, classes) out.

    Bytes are divided by 255. ``progress`` gets the finished share, from 0 to 1; what it raises
    ends the work.
    """
    parts = [np.zeros((0, *network.layers[-1].shape), np.float32)]
    size = at_once(network)
    for start in range(0, len(pictures), size):
        parts.append(_last(network, _scaled(network, pictures[start : start + size])))
        progress(min(1.0, (start + size) / len(pictures)))
    return np.concatenate(parts)


def _scaled(network: Network, pictures: NDArray[Any]) -> Array:
    values = pictures.astype(np.float32)
    if pictures.dtype == np.uint8:
        values /= np.float32(255)
    return values.reshape(len(values), *network.input_shape)


def _last(network: Network, pictures: Array) -> Array:
    values: dict[int, Array] = {INPUT: pictures}
    needed = list(_last_use(network))
    for at, layer in enumerate(network.layers):
        values[at] = after(layer, before(layer, *(values[source] for source in layer.inputs)))
        for source in [source for source in values if source != at and needed[source + 1] <= at]:
            del values[source]
    return values[len(network.layers) - 1]


def _last_use(network: Network) -> Iterator[int]:
    """For the picture and each layer: the last layer that reads it."""
    for source in range(INPUT, len(network.layers)):
        yield max((at for at, layer in enumerate(network.layers) if source in layer.inputs), default=source)


def logit_layer(network: Network) -> int:
    """The position of the layer whose sums are the logits."""
    last = network.layers[-1]
    if isinstance(last, Activation) and isinstance(network.layers[last.inputs[0]], Dense):
        return last.inputs[0]
    return len(network.layers) - 1
