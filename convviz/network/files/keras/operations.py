"""Arithmetic that stands between the layers of a functional network, such as ``picture / 255 - 1``.

Keras 3 describes it as operations, whose constants stand among their arguments.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from convviz.network.files.graphs import is_tensor
from convviz.network.files.keras.opened_layers import affine, merge, moved
from convviz.network.files.keras.parts import Inputs, Maker, keras_only, maps
from convviz.network.files.plan import Node
from convviz.network.files.weight_files import WeightSource
from convviz.network.model.layers import Activation, GlobalPooling, Layer, Merge, Shape

OPERATIONS_LIE_IN = "keras.src.ops."


def _calculation(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    """Two layers, or a layer and a number, or a number for each channel."""
    given = [*node.given[0], *node.given[1].values()]
    if len(given) != 2:
        raise keras_only(node, "an operation of other than two things")
    constants = [None if is_tensor(one) else _constant(one) for one in given]
    how = _HOW[node.class_name]
    if constants[0] is None and constants[1] is None:
        return [merge(node, inputs, shapes, how)]
    if constants[0] is not None and constants[1] is not None:
        raise ValueError("an operation of two constants")
    turned = constants[0] is not None
    number = np.asarray(constants[0] if turned else constants[1])
    if how == "add":
        return affine(node, inputs, shapes[0], 1.0, number)
    if how == "subtract":
        return affine(node, inputs, shapes[0], *((-1.0, number) if turned else (1.0, -number)))
    if how == "multiply":
        return affine(node, inputs, shapes[0], number, 0.0)
    if how == "divide" and not turned and number.all():
        return affine(node, inputs, shapes[0], 1 / number, 0.0)
    raise keras_only(node, "an operation with a constant")


def _constant(value: Any) -> Any:
    if isinstance(value, dict):
        value = value["config"]["value"]
    return np.asarray(value, np.float64)


def _activation(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    given = [*node.given[0][1:], *node.given[1].values()]
    if any(one is not None for one in given) or len(node.config) > 1:
        raise keras_only(node, "with settings of its own")
    name = {"Relu": "relu", "Relu6": "relu6", "Silu": "silu", "HardSilu": "hard_silu",
            "HardSigmoid": "hard_sigmoid"}.get(node.class_name, node.class_name.lower())  # fmt: skip
    return [Activation(node.name, inputs, shapes[0], name, 0.0)]


def _over_maps(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    axis = node.config.get("axis")
    if not isinstance(axis, list) or len(shapes[0]) != 3 or sorted(one % 4 for one in axis) != [1, 2]:
        raise keras_only(node, f"a {node.class_name} of other axes")
    channels = maps(node, shapes[0])[2]
    shape = (1, 1, channels) if node.config.get("keepdims") else (channels,)
    return [GlobalPooling(node.name, inputs, shape, node.class_name != "Mean")]


def _item(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    given = [*node.given[0][1:], *node.given[1].values()]
    keys = given[0] if isinstance(given[0], list) else [given[0]]
    index = tuple(_index(key) for key in keys)
    if not index or index[0] not in (slice(None), Ellipsis) or len(given) != 1:
        raise keras_only(node, "a choice of its pictures")
    return moved(node, inputs, shapes[0], lambda positions: positions[None][index][0])


def _index(key: Any) -> Any:
    if isinstance(key, dict):
        if key["class_name"] == "__ellipsis__":
            return Ellipsis
        ends = [key["config"][one] for one in ("start", "stop", "step")]
        return slice(*(None if one is None else int(one) for one in ends))
    return int(key)


def _stack(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    rank = len(shapes[0])
    if len(set(shapes)) != 1 or rank > 2 or node.config.get("axis", 0) not in (-1, rank + 1):
        raise keras_only(node, "a Stack of other axes")
    return [Merge(node.name, inputs, (*shapes[0], len(shapes)), "stack")]


_HOW = {
    "Add": "add", "Subtract": "subtract", "Multiply": "multiply", "Divide": "divide",
    "TrueDivide": "divide", "Maximum": "maximum", "Minimum": "minimum",
}  # fmt: skip

_FUNCTIONS = "Relu Relu6 Sigmoid Tanh Silu HardSilu HardSigmoid Softplus Softsign".split()

OPERATIONS: dict[str, Maker] = {
    **dict.fromkeys(_HOW, _calculation),
    **dict.fromkeys(_FUNCTIONS, _activation),
    **dict.fromkeys(("Mean", "Max"), _over_maps),
    "GetItem": _item,
    "Stack": _stack,
}
"""Operations that are computed and taken apart here, by class."""
