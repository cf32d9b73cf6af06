"""Where the weights of a layer stand in the two kinds of file."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, Protocol

from convviz.core.base.translatable import translatable
from convviz.network.files.archive import Description, array, linked
from convviz.network.files.plan import Node
from convviz.network.model.errors import NetworkError

MOST_PARAMETERS = 160_000_000
"""A file of the largest size that is opened has as many; a packed one could claim more."""

Shapes = list[tuple[int, ...]]


class WeightSource(Protocol):
    """Gives a layer's arrays one after another."""

    def begin(self) -> None:
        """From here on parameters are counted anew."""

    def read(self, node: Node, shapes: Shapes) -> list[Any]:
        """The arrays of a layer, which have to have these shapes."""


def weight_source(description: Description) -> WeightSource:
    """The way into a file's weights."""
    return _Legacy(description.weights) if description.legacy else _Numbered(description.weights)


class _Counted:
    """Refuses layers, and networks, of too many parameters before anything is read."""

    def __init__(self) -> None:
        self._read = 0

    def begin(self) -> None:
        self._read = 0

    def read(self, node: Node, shapes: Shapes) -> list[Any]:
        amount = sum(math.prod(shape) for shape in shapes)
        if amount > MOST_PARAMETERS:
            text = translatable("the layer {name!r} has {count:,} parameters; at most {most:,} are opened")
            raise NetworkError("large", text, name=node.name, count=amount, most=MOST_PARAMETERS)
        self._read += 0 if node.first else amount
        if self._read > MOST_PARAMETERS:
            text = translatable("the network has more than {most:,} parameters")
            raise NetworkError("large", text, name=node.name, count=self._read, most=MOST_PARAMETERS)
        return self._arrays(node, shapes) if shapes else []

    def _arrays(self, node: Node, shapes: Shapes) -> list[Any]:
        raise NotImplementedError


class _Numbered(_Counted):
    """Keras 3: ``layers/conv2d_1/vars/0``; in a nested model ``layers/functional/layers/conv2d/vars/0``."""

    def __init__(self, file: Any) -> None:
        super().__init__()
        self._layers = _members(file)

    def _arrays(self, node: Node, shapes: Shapes) -> list[Any]:
        group = linked(self._layers, node.groups[0])
        for name in node.groups[1:]:
            group = linked(_members(group), name)
        group = linked(group, "vars")
        return [array(group, str(number), shape) for number, shape in enumerate(shapes)]


def _members(group: Any) -> Any:
    """The layers of a model; the first files of Keras 3 had another name for them."""
    old = "_layer_checkpoint_dependencies"
    return linked(group, old if old in group and "layers" not in group else "layers")


class _Legacy(_Counted):
    """HDF5 files: every group, one for each layer of the outer model, names its arrays in an attribute.

    The arrays of a nested model all lie in the group of that model; their names end in those of the
    models around them, of the layer and of the array: ``base/conv1/kernel:0``.
    """

    def __init__(self, group: Any) -> None:
        super().__init__()
        self._group = group
        self._names: dict[str, list[list[str]]] = {}

    def _arrays(self, node: Node, shapes: Shapes) -> list[Any]:
        outer = node.home[1]
        group = linked(self._group, outer)
        if outer not in self._names:
            self._names[outer] = [name.split("/") for name in _weight_names(group)]
        names = self._names[outer]
        found = names if len(node.home) == 2 else _of_layer(names, node.home)
        if len(found) != len(shapes):
            text = translatable("the layer {name!r} needs {needed} arrays of weights and has {found}")
            raise NetworkError("missing", text, name=node.name, needed=len(shapes), found=len(found))
        return [self._array(group, name, shape) for name, shape in zip(found, shapes, strict=True)]

    def _array(self, group: Any, path: list[str], shape: tuple[int, ...]) -> Any:
        *folders, last = path
        for folder in folders:
            group = linked(group, folder)
        return array(group, last, shape)


def _of_layer(names: list[list[str]], home: tuple[str, ...]) -> list[list[str]]:
    """The arrays of a layer of a nested model: those that name most of the models around it.

    >>> _of_layer([["b", "conv", "kernel"], ["conv", "kernel"]], ("net", "a", "conv"))
    [['conv', 'kernel']]
    """
    longest: list[list[str]] = []
    for length in range(1, len(home) + 1):
        found = [name for name in names if tuple(name[:-1]) == home[-length:]]
        longest = found or longest
    # An outer model may have been renamed since: then the layer's own name has to be enough.
    return longest or [name for name in names if name[-2:-1] == [home[-1]]]


def _weight_names(group: Any) -> Iterator[str]:
    """The attribute ``weight_names``; long lists are cut into ``weight_names0`` and so on."""
    parts = ["weight_names"] if "weight_names" in group.attrs else []
    while "weight_names" not in parts and f"weight_names{len(parts)}" in group.attrs:
        parts.append(f"weight_names{len(parts)}")
    for part in parts:
        for name in group.attrs[part]:
            yield name.decode() if isinstance(name, bytes) else str(name)
