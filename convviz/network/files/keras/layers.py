"""From one layer of a file to our description of it, weights included: `make`.

Also arithmetic between layers, such as ``picture / 255 - 1``: Keras 3 describes it as operations, whose
constants stand among their arguments.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from convviz.core.base.translatable import translatable
from convviz.core.sizes.numbers import Pair, pair
from convviz.core.sizes.padding import resolve
from convviz.core.sizes.shapes import ShapeSize, shape_size
from convviz.network.files.archive import WeightSource
from convviz.network.files.keras.opened_layers import (
    OPENED_LAYERS,
    Inputs,
    Maker,
    affine,
    bias_of,
    function,
    keras_only,
    maps,
    merge,
    moved,
    sides,
)
from convviz.network.files.plan import Node, is_tensor
from convviz.network.model import layers as kinds
from convviz.network.model.errors import NetworkError
from convviz.network.model.layers import Layer, Shape, frozen

OPERATIONS_LIE_IN = "keras.src.ops."


def _calculation(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    """Two layers, or a layer and a number, or a number for each channel."""
    given = [*node.given[0], *node.given[1].values()]
    if len(given) != 2:
        raise keras_only(node, "an operation of other than two things")
    first, second = (None if is_tensor(one) else _constant(one) for one in given)
    how = _HOW[node.class_name]
    if first is None and second is None:
        return [merge(node, inputs, shapes, how)]
    if first is not None and second is not None:
        raise ValueError("an operation of two constants")
    turned, number = first is not None, np.asarray(second if first is None else first)
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


def _function_of(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    given = [*node.given[0][1:], *node.given[1].values()]
    if any(one is not None for one in given) or len(node.config) > 1:
        raise keras_only(node, "with settings of its own")
    name = node.class_name.lower().replace("hard", "hard_")
    return [kinds.Activation(node.name, inputs, shapes[0], name, 0.0)]


def _over_maps(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    axis = node.config.get("axis")
    if not isinstance(axis, list) or len(shapes[0]) != 3 or sorted(one % 4 for one in axis) != [1, 2]:
        raise keras_only(node, f"a {node.class_name} of other axes")
    return _global_pool(node, inputs, shapes, source)


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
    return [kinds.Merge(node.name, inputs, (*shapes[0], len(shapes)), "stack")]


_HOW = {
    "Add": "add", "Subtract": "subtract", "Multiply": "multiply", "Divide": "divide",
    "TrueDivide": "divide", "Maximum": "maximum", "Minimum": "minimum",
}  # fmt: skip

_FUNCTIONS = "Relu Relu6 Sigmoid Tanh Silu HardSilu HardSigmoid Softplus Softsign".split()

OPERATIONS: dict[str, Maker] = {
    **dict.fromkeys(_HOW, _calculation),
    **dict.fromkeys(_FUNCTIONS, _function_of),
    **dict.fromkeys(("Mean", "Max"), _over_maps),
    "GetItem": _item,
    "Stack": _stack,
}
"""Operations that are computed and taken apart here, by class."""


def make(node: Node, inputs: Inputs, shapes: list[Shape], weights: WeightSource) -> list[Layer]:
    """Describe a layer; separable convolutions become two.

    ``inputs`` are the positions of the layers it reads, ``shapes`` what comes from them. Raises
    `NeedsKerasError` for a layer that only Keras computes, and `NetworkError` for one that cannot be.
    """
    is_operation = node.module.startswith(OPERATIONS_LIE_IN)
    maker = (OPERATIONS if is_operation else _MAKERS).get(node.class_name)
    if maker is None:
        raise keras_only(node, f"a {node.class_name}")
    if node.config.get("data_format") == "channels_first":
        text = translatable("the layer {name!r} has channels first; (rows, columns, channels) is needed")
        raise NetworkError("channels_first", text, name=node.name)
    try:
        return maker(node, inputs, shapes, weights)
    except NetworkError:
        raise
    except (KeyError, TypeError, IndexError, AttributeError, ValueError, OverflowError) as error:
        text = translatable("the layer {name!r} is not described as a {layer} should be")
        raise NetworkError("model", text, name=node.name, layer=node.class_name) from error


def _size(node: Node, shape: Shape, kernel: Pair, stride: Pair, dilation: Pair = (1, 1)) -> ShapeSize:
    rows, columns, _ = maps(node, shape)
    amounts = resolve(node.config.get("padding", "valid"), (rows, columns), kernel, stride, dilation)
    try:
        return shape_size((rows, columns), kernel, stride, dilation, amounts)
    except ValueError as error:
        raise NetworkError("shape", "the layer {name!r}: {cause}", name=node.name, cause=error) from error


def _convolution(
    node: Node, inputs: Inputs, size: ShapeSize, weights: Any, bias: list[Any], groups: int = 1
) -> kinds.Convolution:
    channels = weights.shape[-1]
    activation, slope = function(node, node.config.get("activation"))
    return kinds.Convolution(
        node.name, inputs, (*size.shape, channels), frozen(weights), bias_of(bias, channels), bool(bias),
        activation, slope, size, groups,
    )  # fmt: skip


def _geometry(node: Node, shape: Shape) -> tuple[Pair, ShapeSize]:
    kernel = pair(node.config["kernel_size"], "kernel", 1)
    stride = pair(node.config.get("strides", 1), "stride", 1)
    dilation = pair(node.config.get("dilation_rate", 1), "dilation", 1)
    return kernel, _size(node, shape, kernel, stride, dilation)


def _conv2d(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    (kernel, size), filters = _geometry(node, shapes[0]), int(node.config["filters"])
    groups = pair(node.config.get("groups", 1), "groups", 1)[0]
    wanted: list[Shape] = [(*kernel, shapes[0][2] // groups, filters)]
    weights, *bias = source.read(node, wanted + [(filters,)] * bool(node.config.get("use_bias", True)))
    return [_convolution(node, inputs, size, weights, bias, groups)]


def _depthwise(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    (kernel, size), channels = _geometry(node, shapes[0]), shapes[0][2]
    each = int(node.config.get("depth_multiplier", 1))
    biases: list[Shape] = [(channels * each,)] * bool(node.config.get("use_bias", True))
    weights, *bias = source.read(node, [(*kernel, channels, each), *biases])
    weights = weights.reshape(*kernel, 1, channels * each)
    return [_convolution(node, inputs, size, weights, bias, channels)]


def _separable(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    (kernel, size), channels = _geometry(node, shapes[0]), shapes[0][2]
    each, filters = int(node.config.get("depth_multiplier", 1)), int(node.config["filters"])
    wanted: list[Shape] = [(*kernel, channels, each), (1, 1, channels * each, filters)]
    biases: list[Shape] = [(filters,)] * bool(node.config.get("use_bias", True))
    depth, point, *bias = source.read(node, wanted + biases)
    first = Node(f"{node.name} (depthwise)", node.class_name, {}, ())
    depth = depth.reshape(*kernel, 1, channels * each)
    flat = shape_size(size.shape, (1, 1), (1, 1), (1, 1), ((0, 0), (0, 0)))
    return [
        _convolution(first, inputs, size, depth, [], channels),
        _convolution(node, (PREVIOUS,), flat, point, bias),
    ]


PREVIOUS = -2
"""Stands in ``inputs`` for the layer just before, whose position `make` does not know."""


def _dense(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    units, cells = int(node.config["units"]), shapes[0][-1]
    biases: list[Shape] = [(units,)] * bool(node.config.get("use_bias", True))
    weights, *bias = source.read(node, [(cells, units), *biases])
    activation, slope = function(node, node.config.get("activation"))
    shape = (*shapes[0][:-1], units)
    words = frozen(weights), bias_of(bias, units), bool(bias), activation, slope
    return [kinds.Dense(node.name, inputs, shape, *words)]


def _pool(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    window = pair(node.config.get("pool_size", 2), "window", 1)
    stride = pair(node.config.get("strides") or window, "stride", 1)
    size = _size(node, shapes[0], window, stride)
    shape = (*size.shape, shapes[0][2])
    return [kinds.Pooling(node.name, inputs, shape, size, node.class_name.startswith("Max"))]


def _global_pool(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    channels = maps(node, shapes[0])[2]
    shape = (1, 1, channels) if node.config.get("keepdims") else (channels,)
    return [kinds.GlobalPooling(node.name, inputs, shape, "Max" in node.class_name)]


def _flatten(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    return [kinds.Reshape(node.name, inputs, (math.prod(shapes[0]),))]


def _reshape(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    wanted, cells = [int(size) for size in node.config["target_shape"]], math.prod(shapes[0])
    known = math.prod(size for size in wanted if size != -1)
    shape = tuple(cells // known if size == -1 else size for size in wanted)
    if math.prod(shape) != cells or not 1 <= len(shape) <= 3:
        text = translatable("the layer {name!r} makes {shape} of {given}, which is not supported")
        raise NetworkError("shape", text, name=node.name, shape=shape, given=shapes[0])
    return [kinds.Reshape(node.name, inputs, shape)]


def _same(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    return [kinds.Same(node.name, inputs, shapes[0])]


def _activation(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    config = node.config
    if node.class_name == "Activation":
        name, slope = function(node, config["activation"])
    else:
        name, slope = function(node, {"class_name": node.class_name, "config": config})
    if node.class_name == "ReLU":
        limit, slope = config.get("max_value"), float(config.get("negative_slope") or 0)
        if config.get("threshold") or (limit is not None and (limit != 6 or slope)):
            raise keras_only(node, "a ReLU with limits")
        name = "relu6" if limit else "leaky_relu" if slope else "relu"
    if node.class_name == "Softmax" and config.get("axis", -1) not in (-1, len(shapes[0])):
        raise keras_only(node, "a softmax of other axes")
    return [kinds.Activation(node.name, inputs, shapes[0], name, slope)]


def _normalisation(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    axis = node.config.get("axis", -1)
    axis = axis[0] if isinstance(axis, list) else axis
    if axis not in (-1, len(shapes[0])):
        raise NetworkError("channels_first", "the layer {name!r} does not normalise channels",
                           name=node.name)  # fmt: skip
    channels = shapes[0][-1]
    scale, centre = bool(node.config.get("scale", True)), bool(node.config.get("center", True))
    arrays = source.read(node, [(channels,)] * (2 + scale + centre))
    mean, variance = arrays[-2:]
    gamma = arrays[0] if scale else np.ones(channels)
    beta = arrays[scale] if centre else np.zeros(channels)
    deviation = np.sqrt(np.maximum(variance, 0) + np.float32(node.config.get("epsilon", 1e-3)))
    gamma, beta, mean, deviation = map(frozen, (gamma, beta, mean, deviation))
    counted = channels * len(arrays)
    return [kinds.Normalisation(node.name, inputs, shapes[0], gamma, beta, mean, deviation, counted)]


def _padding(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    rows, columns, channels = maps(node, shapes[0])
    amounts = sides(node.config["padding"], "padding")
    shape = (rows + sum(amounts[0]), columns + sum(amounts[1]), channels)
    return [kinds.ZeroPadding(node.name, inputs, shape, amounts)]


_MAKERS: dict[str, Maker] = {
    "Conv2D": _conv2d,
    "DepthwiseConv2D": _depthwise,
    "SeparableConv2D": _separable,
    "Dense": _dense,
    "MaxPooling2D": _pool,
    "AveragePooling2D": _pool,
    "GlobalMaxPooling2D": _global_pool,
    "GlobalAveragePooling2D": _global_pool,
    "Flatten": _flatten,
    "Reshape": _reshape,
    "BatchNormalization": _normalisation,
    "ZeroPadding2D": _padding,
    **OPENED_LAYERS,
    **dict.fromkeys(("Activation", "ReLU", "LeakyReLU", "ELU", "Softmax"), _activation),
    **dict.fromkeys(
        (
            "Identity Dropout SpatialDropout2D GaussianNoise GaussianDropout AlphaDropout "
            "ActivityRegularization RandomFlip RandomRotation RandomTranslation RandomZoom RandomContrast "
            "RandomBrightness RandomShear RandomHue RandomSaturation RandomSharpness RandomColorJitter "
            "RandomColorDegeneration "
            "RandomGrayscale RandomInvert RandomPosterization RandomErasing RandomGaussianBlur "
            "RandomPerspective RandomElasticTransform MixUp CutMix AugMix RandAugment StochasticDepth"
        ).split(),
        _same,
    ),
}
