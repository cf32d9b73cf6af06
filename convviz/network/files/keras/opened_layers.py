"""Readers of the Keras layers that ConvViz' own networks do not have; and what all readers share."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from convviz.core.base.translatable import translatable
from convviz.core.sizes.numbers import Pair, pair
from convviz.network.files.archive import WeightSource
from convviz.network.files.plan import Node
from convviz.network.model import layers as kinds
from convviz.network.model.errors import NeedsKerasError, NetworkError
from convviz.network.model.functions import FUNCTIONS, SLOPES
from convviz.network.model.layers import Layer, Shape, frozen, resizing_matrix

Inputs = tuple[int, ...]
Maker = Callable[[Node, Inputs, list[Shape], WeightSource], list[Layer]]

_MOST_MOVED = 30_000_000
MERGES = {
    "Add": "add", "Subtract": "subtract", "Multiply": "multiply", "Average": "average",
    "Maximum": "maximum", "Minimum": "minimum", "Concatenate": "concatenate",
}  # fmt: skip


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


def _transposed(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    config, (rows, columns, channels) = node.config, maps(node, shapes[0])
    kernel, filters = pair(config["kernel_size"], "kernel", 1), int(config["filters"])
    stride, dilation = (
        pair(config.get("strides", 1), "stride", 1),
        pair(config.get("dilation_rate", 1), "d", 1),
    )
    more = config.get("output_padding")
    more = (None, None) if more is None else pair(more, "padding", 0)
    sizes = [
        _grown(size, (kernel[axis] - 1) * dilation[axis] + 1, stride[axis], config["padding"], more[axis])
        for axis, size in enumerate((rows, columns))
    ]
    biases: list[Shape] = [(filters,)] * bool(config.get("use_bias", True))
    weights, *shifts = source.read(node, [(*kernel, filters, channels), *biases])
    activation, slope = function(node, config.get("activation"))
    return [
        kinds.TransposedConvolution(
            node.name, inputs, (sizes[0][0], sizes[1][0], filters), frozen(weights.transpose(0, 1, 3, 2)),
            bias_of(shifts, filters), bool(shifts), activation, slope, stride, dilation,
            (sizes[0][1], sizes[1][1]),
        )
    ]  # fmt: skip


def _grown(size: int, kernel: int, stride: int, padding: str, more: int | None) -> tuple[int, int]:
    """How long an axis becomes, and how much is cut off at its beginning.

    >>> _grown(4, 3, 2, "same", None), _grown(4, 3, 2, "valid", None)
    ((8, 0), (9, 0))
    """
    spread = (size - 1) * stride + kernel
    if padding == "valid":
        return spread + (max(kernel, stride) - kernel if more is None else more), 0
    kept = size * stride if more is None else (size - 1) * stride + kernel % 2 + more
    return kept, max(spread - kept, 0) // 2


def moved(node: Node, inputs: Inputs, shape: Shape, choice: Any) -> list[Layer]:
    """A layer of the values that a numpy index, or a function of the positions, picks."""
    _check_count(node, shape)
    positions = np.arange(math.prod(shape), dtype=np.int64).reshape(shape)
    found = np.array(choice(positions) if callable(choice) else positions[choice])
    if not found.size or not 1 <= found.ndim <= 3:
        text = translatable("the layer {name!r} leaves nothing of {shape}")
        raise NetworkError("shape", text, name=node.name, shape=shape)
    found.flags.writeable = False
    return [kinds.Moved(node.name, inputs, found.shape, found, shape)]


def sides(given: Any, name: str) -> tuple[Pair, Pair]:
    """((top, bottom), (left, right)), from one number for all sides, (rows, columns), or both pairs."""
    rows, columns = (given, given) if isinstance(given, int) else given
    return pair(rows, name, 0), pair(columns, name, 0)


def _cropping(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    rows, columns, _ = maps(node, shapes[0])
    (top, bottom), (left, right) = sides(node.config["cropping"], "crop")
    return moved(node, inputs, shapes[0], np.s_[top : rows - bottom, left : columns - right])


def _centre_crop(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    sizes = maps(node, shapes[0])[:2]
    wanted = int(node.config["height"]), int(node.config["width"])
    if any(want > size for want, size in zip(wanted, sizes, strict=True)):
        raise keras_only(node, "a CenterCrop that enlarges")
    top, left = ((size - want) // 2 for want, size in zip(wanted, sizes, strict=True))
    return moved(node, inputs, shapes[0], np.s_[top : top + wanted[0], left : left + wanted[1]])


def _permute(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    order = [int(axis) - 1 for axis in node.config["dims"]]
    return moved(node, inputs, shapes[0], lambda positions: positions.transpose(order))


def _upsampling(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    rows, columns, channels = maps(node, shapes[0])
    factor = pair(node.config["size"], "size", 1)
    if node.config.get("interpolation", "nearest") == "nearest":
        _check_count(node, (rows * factor[0], columns * factor[1], channels))
        return moved(
            node, inputs, shapes[0], lambda positions: positions.repeat(factor[0], 0).repeat(factor[1], 1)
        )
    return _resampled(node, inputs, shapes[0], (rows * factor[0], columns * factor[1]))


def _resizing(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    config = node.config
    if any(config.get(key) for key in ("crop_to_aspect_ratio", "pad_to_aspect_ratio", "antialias")):
        raise keras_only(node, "a Resizing that keeps shapes or smooths")
    return _resampled(node, inputs, shapes[0], (int(config["height"]), int(config["width"])))


def _resampled(node: Node, inputs: Inputs, shape: Shape, size: Pair) -> list[Layer]:
    how = node.config.get("interpolation", "bilinear")
    if how not in ("bilinear", "nearest"):
        raise keras_only(node, f"because of its interpolation {how!r}")
    rows, columns, channels = maps(node, shape)
    _check_count(node, (*size, channels))
    _check_count(node, (max(rows, columns), max(size)))
    matrices = [
        frozen(resizing_matrix(new, old, how == "nearest"))
        for new, old in zip(size, (rows, columns), strict=True)
    ]
    return [kinds.Resampling(node.name, inputs, (*size, channels), *matrices)]


def _check_count(node: Node, shape: Shape) -> None:
    """Refuse a layer whose positions would need more memory than its values ever may."""
    if not 0 < math.prod(shape) <= _MOST_MOVED:
        text = translatable("the layer {name!r} handles {shape} values; at most {most:,} are opened")
        sides = "×".join(str(side) for side in shape)
        raise NetworkError("large", text, name=node.name, shape=sides, most=_MOST_MOVED)


def _layer_norm(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    config, shape = node.config, shapes[0]
    axes = _axes(config.get("axis", -1), len(shape))
    rms = bool(config.get("rms_scaling")) or node.class_name == "RMSNormalization"
    scale, centre = bool(config.get("scale", True)) or rms, bool(config.get("center", True)) and not rms
    wanted = tuple(shape[axis] for axis in axes)
    arrays = source.read(node, [wanted] * (scale + centre))
    wide = tuple(size if axis in axes else 1 for axis, size in enumerate(shape))
    gamma = arrays[0].reshape(wide) if scale else np.ones(1)
    beta = arrays[-1].reshape(wide) if centre else np.zeros(1)
    return [_live(node, inputs, shape, axes, 0, "rms" if rms else "variance", gamma, beta,
                  math.prod(wanted) * len(arrays))]  # fmt: skip


def _group_norm(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    config, shape = node.config, shapes[0]
    channels, groups = shape[-1], int(config.get("groups", 32))
    groups = channels if groups == -1 else groups
    if _axes(config.get("axis", -1), len(shape)) != (len(shape) - 1,) or channels % groups:
        raise keras_only(node, "a GroupNormalization of other axes")
    scale, centre = bool(config.get("scale", True)), bool(config.get("center", True))
    arrays = source.read(node, [(channels,)] * (scale + centre))
    gamma, beta = arrays[0] if scale else np.ones(1), arrays[-1] if centre else np.zeros(1)
    axes = tuple(range(len(shape)))
    return [_live(node, inputs, shape, axes, groups, "variance", gamma, beta, channels * len(arrays))]


def _unit_norm(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    axes = _axes(node.config.get("axis", -1), len(shapes[0]))
    return [_live(node, inputs, shapes[0], axes, 0, "length", np.ones(1), np.zeros(1), 0)]


def _live(
    node: Node, inputs: Inputs, shape: Shape, axes: tuple[int, ...], groups: int, how: str,
    gamma: Any, beta: Any, counted: int,
) -> Layer:  # fmt: skip
    epsilon = 1e-12 if how == "length" else float(node.config.get("epsilon", 1e-3))
    return kinds.LiveNormalisation(
        node.name, inputs, shape, axes, groups, how, epsilon, frozen(gamma), frozen(beta), counted
    )


def _axes(given: Any, rank: int) -> tuple[int, ...]:
    """Axes of a shape without the batch, in order, from Keras' numbers of axes with it."""
    numbers = given if isinstance(given, (list, tuple)) else [given]
    axes = sorted({int(number) + rank if int(number) < 0 else int(number) - 1 for number in numbers})
    if not axes or not all(0 <= axis < rank for axis in axes):
        raise ValueError(f"{given} are no axes of {rank}")
    return tuple(axes)


def _prelu(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    shared = node.config.get("shared_axes") or []
    wanted = tuple(1 if axis + 1 in shared else size for axis, size in enumerate(shapes[0]))
    (alpha,) = source.read(node, [wanted])
    return [kinds.Slopes(node.name, inputs, shapes[0], frozen(alpha))]


def _rescaling(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    return affine(node, inputs, shapes[0], node.config["scale"], node.config.get("offset", 0.0))


def affine(node: Node, inputs: Inputs, shape: Shape, factor: Any, offset: Any) -> list[Layer]:
    """x * factor + offset, with one number each, or one for each channel."""
    numbers = [np.asarray(one, np.float64) for one in (factor, offset)]
    if not all(np.isfinite(one).all() for one in numbers):
        raise NetworkError("model", "the layer {name!r} has numbers that are none", name=node.name)
    if all(one.size == 1 for one in numbers):
        return [kinds.Scaling(node.name, inputs, shape, *(float(one.reshape(())) for one in numbers))]
    if not all(one.size == 1 or one.size == one.shape[-1] == shape[-1] for one in numbers):
        raise keras_only(node, "because its numbers are not one for each channel")
    gamma, beta = (frozen(np.broadcast_to(one.reshape(-1), (shape[-1],))) for one in numbers)
    mean, deviation = frozen(np.zeros(shape[-1])), frozen(np.ones(shape[-1]))
    return [kinds.Normalisation(node.name, inputs, shape, gamma, beta, mean, deviation, 0)]


def _layer_scale(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    """ConvNeXt's own: a learned factor for each channel."""
    channels = shapes[0][-1]
    (gamma,) = source.read(node, [(channels,)])
    zeros, ones = frozen(np.zeros(channels)), frozen(np.ones(channels))
    return [kinds.Normalisation(node.name, inputs, shapes[0], frozen(gamma), zeros, zeros, ones, channels)]


def _normalization(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    config, shape = node.config, shapes[0]
    axis = config.get("axis", -1)
    wanted: Shape = () if axis in (None, []) else (shape[-1],)
    if wanted and _axes(axis, len(shape)) != (len(shape) - 1,):
        raise keras_only(node, "a Normalization of other axes")
    counted = 0
    if config.get("mean") is not None:
        mean, variance = (np.asarray(config[key], np.float32).reshape(-1) for key in ("mean", "variance"))
    else:
        mean, variance, _ = source.read(node, [wanted, wanted, ()])
        counted = mean.size + variance.size + 1
    deviation = np.maximum(np.sqrt(variance), np.float32(1e-7))
    ones = np.ones(shape[-1])
    four = (deviation, mean, 0, 1) if config.get("invert") else (1, 0, mean, deviation)
    gamma, beta, mean, deviation = (frozen(ones * one) for one in four)
    return [kinds.Normalisation(node.name, inputs, shape, gamma, beta, mean, deviation, counted)]


def _merge(node: Node, inputs: Inputs, shapes: list[Shape], source: WeightSource) -> list[Layer]:
    if node.class_name == "Concatenate":
        rank = len(shapes[0])
        if len({len(one) for one in shapes}) != 1 or _axes(node.config.get("axis", -1), rank) != (rank - 1,):
            raise keras_only(node, "a Concatenate of other axes than channels")
        if len({one[:-1] for one in shapes}) != 1:
            text = translatable("the layer {name!r} joins {first} and {last}")
            raise NetworkError("shape", text, name=node.name, first=shapes[0], last=shapes[-1])
        return [
            kinds.Merge(node.name, inputs, (*shapes[0][:-1], sum(one[-1] for one in shapes)), "concatenate")
        ]
    return [merge(node, inputs, shapes, MERGES[node.class_name])]


def merge(node: Node, inputs: Inputs, shapes: list[Shape], how: str) -> Layer:
    """Several layers put together cell by cell; single rows, columns and maps go with all others."""
    if len({len(one) for one in shapes}) != 1:
        raise keras_only(node, "because of the shapes that it puts together")
    try:
        shape = np.broadcast_shapes(*shapes)
    except ValueError as error:
        text = translatable("the layer {name!r} puts {first} and {last} together")
        raise NetworkError("shape", text, name=node.name, first=shapes[0], last=shapes[-1]) from error
    return kinds.Merge(node.name, inputs, shape, how)


OPENED_LAYERS: dict[str, Maker] = {
    "Conv2DTranspose": _transposed,
    "Cropping2D": _cropping,
    "CenterCrop": _centre_crop,
    "Permute": _permute,
    "UpSampling2D": _upsampling,
    "Resizing": _resizing,
    "LayerNormalization": _layer_norm,
    "RMSNormalization": _layer_norm,
    "GroupNormalization": _group_norm,
    "UnitNormalization": _unit_norm,
    "PReLU": _prelu,
    "Rescaling": _rescaling,
    "Normalization": _normalization,
    "LayerScale": _layer_scale,
    **dict.fromkeys(MERGES, _merge),
}
