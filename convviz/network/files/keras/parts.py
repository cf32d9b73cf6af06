"""What the readers of single layers share: functions by name, sizes, refusals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from convviz.core.base.translatable import translatable
from convviz.network.files.plan import Node
from convviz.network.files.weight_files import WeightSource
from convviz.network.model.errors import NeedsKerasError, NetworkError
from convviz.network.model.functions import FUNCTIONS, SLOPES
from convviz.network.model.layers import Layer, Shape, frozen

Inputs = tuple[int, ...]
Maker = Callable[[Node, Inputs, list[Shape], WeightSource], list[Layer]]


def keras_only(node: Node, what: str) -> NeedsKerasError:
    """The error for a layer that is harmless, and not computed here."""
    text = "only Keras computes the layer {name!r}, {what}"
    return NeedsKerasError("opaque", text, name=node.name, layer=node.class_name, what=what)


def function(node: Node, given: Any) -> tuple[str, float]:
    """An activation function by our name, with its slope."""
    if isinstance(given, dict):
        config = given.get("config")
        inner = config if isinstance(config, dict) else {}
        slope = inner.get("negative_slope", inner.get("alpha"))
        name = {"ReLU": "relu", "LeakyReLU": "leaky_relu", "ELU": "elu", "Softmax": "softmax"}.get(
            given["class_name"], config if isinstance(config, str) else ""
        )
    else:
        name, slope = given or "linear", None
    name = {"swish": "silu", "hard_swish": "hard_silu"}.get(name, name)
    if name not in FUNCTIONS:
        raise keras_only(node, f"because of its function {name!r}")
    return name, float(SLOPES.get(name, 0.0) if slope is None else slope)


def maps(node: Node, shape: Shape) -> tuple[int, int, int]:
    """Rows, columns and channels of what a layer reads; `NetworkError` where it reads something else."""
    if len(shape) != 3:
        text = translatable("the layer {name!r} needs (rows, columns, channels) and gets {shape}")
        raise NetworkError("shape", text, name=node.name, shape=shape)
    return shape[0], shape[1], shape[2]


def bias_of(arrays: list[Any], channels: int) -> Any:
    """The bias that was read, or zeros where a layer has none."""
    return frozen(arrays[0]) if arrays else frozen(np.zeros(channels))
