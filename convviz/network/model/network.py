"""A network: its layers in order, what it reads and what its answers are called."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from convviz.core.base.visible import visible
from convviz.core.sizes.shapes import multiply_adds
from convviz.network.model.layers import (
    INPUT,
    Convolution,
    Dense,
    Layer,
    Opaque,
    Shape,
    TransposedConvolution,
)


@dataclass(frozen=True, eq=False)
class Network:
    """A trained network, ready to be computed and taken apart.

    ``layers`` come in an order in which every layer follows those it reads. ``input_shape`` is
    (rows, columns, channels). ``checksum`` is the SHA-256 of the file, ``card`` its report card
    (empty for other people's networks). ``edited`` are positions of layers that are no longer as in
    the file at ``path``. ``scale`` is what black and white are for it: a key of `adapting.SCALES`.
    """

    title: str
    layers: tuple[Layer, ...]
    input_shape: Shape
    classes: tuple[str, ...]
    key: str = ""
    checksum: str = ""
    path: str = ""
    card: Mapping[str, Any] = field(default_factory=dict)
    edited: frozenset[int] = frozenset()
    scale: str = "unit"

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", visible(self.title))
        object.__setattr__(self, "classes", tuple(map(visible, self.classes)))

    @cached_property
    def parameters(self) -> int:
        """Numbers that were learned, in all layers; those of a layer that is used twice count once."""
        return sum(layer.parameters for layer in self.layers if layer.shared is None)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The layers' names in order."""
        return tuple(layer.name for layer in self.layers)

    @cached_property
    def opaque(self) -> bool:
        """Whether a layer is in it that only Keras can compute."""
        return any(isinstance(layer, Opaque) for layer in self.layers)

    @cached_property
    def multiply_adds(self) -> int:
        """Multiplications that one picture takes in the convolution and dense layers."""
        return sum(layer_multiply_adds(layer) for layer in self.layers)

    def index(self, name: str) -> int:
        """The position of the layer called ``name``. ValueError, with the names there are."""
        if name not in self.names:
            raise ValueError(f"there is no layer {name!r}: there are {', '.join(self.names)}")
        return self.names.index(name)

    def shape(self, layer: int) -> Shape:
        """What comes out of a layer; `INPUT` stands for the picture."""
        return self.input_shape if layer == INPUT else self.layers[layer].shape

    def with_layer(self, index: int, layer: Layer) -> Network:
        """The same network with one layer exchanged, in all of its uses; it has no checksum any more."""
        root = self.layers[index].shared
        root = index if root is None else root
        layers = list(self.layers)
        for at, old in enumerate(self.layers):
            if root in (at, old.shared):
                layers[at] = old.with_weights_of(layer, root) if at != index else layer
        layers[root] = replace(layers[root], shared=None)
        edited = self.edited | {index, root}
        return replace(self, layers=tuple(layers), checksum="", edited=edited)


def layer_multiply_adds(layer: Layer) -> int:
    """Multiplications that one picture takes in a layer."""
    if isinstance(layer, Convolution):
        return multiply_adds(layer.shape[:2], layer.kernel, layer.weights.shape[2], layer.shape[2])
    if isinstance(layer, Dense):
        return layer.weights.size * math.prod(layer.shape[:-1])
    if isinstance(layer, TransposedConvolution):
        return layer.weights.size * math.prod(layer.shape[:2]) // math.prod(layer.stride)
    return 0
