"""Where the weights of a layer stand in the two kinds of file."""

from __future__ import annotations

import math
import re
from typing import Any, Protocol

from convviz.network.archive import Description, array, linked
from convviz.network.errors import NetworkError
from convviz.network.plan import Node, Plan

MOST_PARAMETERS = 100_000_000


class WeightSource(Protocol):
    """Gives a layer's arrays one after another."""

    def read(self, node: Node, shapes: list[tuple[int, ...]]) -> list[Any]:
        """The arrays of a layer, which have to have these shapes."""


def weight_source(description: Description, plan: Plan) -> WeightSource:
    """The way into a file's weights."""
    if description.legacy:
        return _Legacy(description.weights)
    return _Numbered(description.weights, plan)


class _Numbered:
    """Keras 3: ``layers/conv2d_1/vars/0``, counted by class in the order of the file's list."""

    def __init__(self, file: Any, plan: Plan) -> None:
        old = "_layer_checkpoint_dependencies"
        self._layers = linked(file, old if old in file and "layers" not in file else "layers")
        self._groups: dict[str, str] = {}
        count: dict[str, int] = {}
        for name, class_name in plan.listed:
            plain = _snake_case(class_name)
            self._groups[name] = f"{plain}_{count[plain]}" if count.get(plain) else plain
            count[plain] = count.get(plain, 0) + 1

    def read(self, node: Node, shapes: list[tuple[int, ...]]) -> list[Any]:
        _check_amount(node, shapes)
        if not shapes:
            return []
        group = linked(linked(self._layers, self._groups[node.name]), "vars")
        return [array(group, str(number), shape) for number, shape in enumerate(shapes)]


class _Legacy:
    """HDF5 files: every layer's group names its arrays in the attribute ``weight_names``."""

    def __init__(self, group: Any) -> None:
        self._group = group

    def read(self, node: Node, shapes: list[tuple[int, ...]]) -> list[Any]:
        _check_amount(node, shapes)
        if not shapes:
            return []
        group = linked(self._group, node.name)
        names = [_text(name) for name in group.attrs.get("weight_names", [])]
        if len(names) != len(shapes):
            text = f"the layer {node.name!r} needs {len(shapes)} arrays of weights and has {len(names)}"
            raise NetworkError("missing", text, name=node.name)
        return [self._array(group, name, shape) for name, shape in zip(names, shapes, strict=True)]

    def _array(self, group: Any, path: str, shape: tuple[int, ...]) -> Any:
        *folders, last = path.split("/")
        for folder in folders:
            group = linked(group, folder)
        return array(group, last, shape)


def _check_amount(node: Node, shapes: list[tuple[int, ...]]) -> None:
    amount = sum(math.prod(shape) for shape in shapes)
    if amount > MOST_PARAMETERS:
        text = f"the layer {node.name!r} has {amount:,} parameters; at most {MOST_PARAMETERS:,} are opened"
        raise NetworkError("large", text, name=node.name, count=amount)


def _text(name: Any) -> str:
    return name.decode() if isinstance(name, bytes) else str(name)


def _snake_case(name: str) -> str:
    """Keras' own spelling: ``MaxPooling2D`` is ``max_pooling2d``.

    >>> _snake_case("BatchNormalization"), _snake_case("Conv2D"), _snake_case("ReLU")
    ('batch_normalization', 'conv2d', 're_lu')
    """
    name = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", re.sub(r"\W+", "", name))
    return re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower()
