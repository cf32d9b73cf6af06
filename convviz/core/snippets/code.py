"""The settings as code that can be run: SciPy, Keras, PyTorch; and as formulas in text and LaTeX.

Every snippet leaves the last map in ``result``, a NumPy array. It begins with the lines ``loading`` that
make the picture (`loading_lines`); without them it expects a NumPy array called ``image``. The numbers in
it (amounts of padding above all) hold for pictures of the shape it was written for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from convviz.core.explain.formula import latex, plain_text
from convviz.core.sizes.settings import Amounts, Settings
from convviz.core.sizes.shapes import AxisSize
from convviz.core.snippets.parts import (
    NOTHING,
    Plan,
    kernel_lines,
    number,
    padding_lines,
    plan,
    preparation,
)

__all__ = ["keras_code", "latex", "plain_text", "pytorch_code", "scipy_code"]

Deep: TypeAlias = tuple[tuple[int, int], ...]

_ACTIVATIONS = {
    "scipy": {
        "relu": "np.maximum(x, 0)",
        "leaky_relu": "np.where(x < 0, {slope} * x, x)",
        "sigmoid": "expit(x)",
        "tanh": "np.tanh(x)",
        "absolute": "np.abs(x)",
    },
    "keras": {
        "relu": "keras.activations.relu(x)",
        "leaky_relu": "keras.activations.leaky_relu(x, negative_slope={slope})",
        "sigmoid": "keras.activations.sigmoid(x)",
        "tanh": "keras.activations.tanh(x)",
        "absolute": "keras.ops.absolute(x)",
    },
    "torch": {
        "relu": "F.relu(x)",
        "leaky_relu": "F.leaky_relu(x, negative_slope={slope})",
        "sigmoid": "torch.sigmoid(x)",
        "tanh": "torch.tanh(x)",
        "absolute": "torch.abs(x)",
    },
}


def scipy_code(
    settings: Settings,
    image_shape: tuple[int, ...],
    image_range: tuple[float, float] = (0.0, 255.0),
    loading: Sequence[str] = (),
) -> str:
    """Write the stages with NumPy and SciPy, for pictures of ``image_shape``, (H, W) or (H, W, 3).

    ``image_range`` is the picture's ``low`` and ``high``; ``unit_range`` divides by the latter.
    ValueError, with the numbers, if the settings do not fit that shape.

    >>> from convviz.core.kernels.kernel import Kernel
    >>> code = scipy_code(Settings(Kernel([[1, 0, -1]])), (1, 4))
    >>> variables = {"image": [[10, 10, 0, 0]]}
    >>> exec(code, variables)
    >>> variables["result"].tolist()
    [[10.0, 10.0]]
    """
    made = plan(settings, image_shape, image_range, loading)
    function = "correlate2d" if settings.operation == "correlate" else "convolve2d"
    lines = ["import numpy as np"]
    if made.chain.pooling_size is not None:
        lines.append("from numpy.lib.stride_tricks import sliding_window_view")
    lines.append(f"from scipy.signal import {function}")
    if settings.activation == "sigmoid":
        lines.append("from scipy.special import expit")
    lines += ["", *preparation(made), *padding_lines(made), "", *kernel_lines(made)]
    if settings.dilation != (1, 1):
        lines += ["", *_dilated(made, "Dilation: zeros between the weights.")]
    lines += [*_scipy_convolution(made, function), *_activated(made, "scipy"), *_scipy_pooling(made)]
    return _text([*lines, "", "result = x"])


def keras_code(
    settings: Settings,
    image_shape: tuple[int, ...],
    image_range: tuple[float, float] = (0.0, 255.0),
    loading: Sequence[str] = (),
) -> str:
    """Write the stages as Keras layers with the weights put in; see `scipy_code`."""
    made = plan(settings, image_shape, image_range, loading)
    lines = ["import keras", "import numpy as np", "", *preparation(made)]
    if not _layer_pads(made):
        lines += padding_lines(made)
    by_hand = _dilated(made, "Keras does not take strides and dilation together: put the zeros in by hand.")
    index = "[np.newaxis, ..., np.newaxis]" if made.planes == 1 else "[np.newaxis]"
    last = "[0]" if made.mode == "each" else "[0, ..., 0]"
    lines += ["", *kernel_lines(made), *_layer_weights(made, "Conv2D", by_hand if _both(made) else [])]
    lines += ["", f'x = x{index}.astype("float32")  # a batch of one picture', *_keras_convolution(made)]
    lines += [*_activated(made, "keras"), *_keras_pooling(made)]
    return _text([*lines, "", f"result = keras.ops.convert_to_numpy(x){last}"])


def pytorch_code(
    settings: Settings,
    image_shape: tuple[int, ...],
    image_range: tuple[float, float] = (0.0, 255.0),
    loading: Sequence[str] = (),
) -> str:
    """Write the stages with ``torch.nn.functional``; see `scipy_code`."""
    made = plan(settings, image_shape, image_range, loading)
    lines = ["import numpy as np", "import torch", "import torch.nn.functional as F", ""]
    lines += [*preparation(made), *padding_lines(made), "", *kernel_lines(made)]
    lines += [*_layer_weights(made, "conv2d", []), "", *_torch_batch(made), _torch_convolution(made)]
    lines += [*_activated(made, "torch"), *_torch_pooling(made)]
    last = "[0].permute(1, 2, 0)" if made.mode == "each" else "[0, 0]"
    return _text([*lines, "", f"result = x{last}.numpy()"])


def _text(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


def _activated(plan: Plan, library: str) -> list[str]:
    activation = _ACTIVATIONS[library].get(plan.settings.activation)
    return ["", f"x = {activation.format(slope=number(plan.settings.slope))}"] if activation else []


def _dilated(plan: Plan, why: str) -> list[str]:
    """Lines that put zeros between the weights."""
    (rows, columns), (down, right) = plan.settings.kernel.size, plan.settings.dilation
    shape = (down * (rows - 1) + 1, right * (columns - 1) + 1, *plan.weights.shape[2:])
    return [
        f"# {why}",
        f"dilated = np.zeros({shape})",
        f"dilated[::{down}, ::{right}] = kernel",
        "kernel = dilated",
    ]


def _layer_weights(plan: Plan, layer: str, dilated: list[str]) -> list[str]:
    """Lines that turn and divide the kernel, which a layer does not."""
    lines = []
    if plan.settings.operation == "convolve":
        lines.append(f"kernel = kernel[::-1, ::-1]  # {layer} computes cross-correlation")
    if plan.settings.kernel.divisor != 1:
        lines.append(f"kernel = kernel / {number(plan.settings.kernel.divisor)}")
    lines += dilated
    if plan.weights.ndim == 2 and plan.planes > 1:
        lines.append(f"kernel = np.stack([kernel] * {plan.planes}, axis=-1)")
    return lines


def _scipy_convolution(plan: Plan, function: str) -> list[str]:
    kernel = "kernel[..., c]" if plan.weights.ndim == 3 else "kernel"
    if plan.planes == 1:
        lines = ["", f'x = {function}(x, kernel, mode="valid")']
    else:
        maps = f'[{function}(x[..., c], {kernel}, mode="valid") for c in range({plan.planes})]'
        lines = ["", f"x = sum({maps})" if plan.mode == "sum" else f"x = np.stack({maps}, axis=-1)"]
    down, right = plan.settings.stride
    if (down, right) != (1, 1):
        lines.append(f"x = x[::{down}, ::{right}]  # stride")
    if plan.settings.kernel.divisor != 1:
        lines.append(f"x = x / {number(plan.settings.kernel.divisor)}")
    if plan.settings.bias != 0:
        lines.append(f"x = x + {number(plan.settings.bias)}  # bias")
    return lines


def _layer_pads(plan: Plan) -> bool:
    """Whether the layer's own padding="same" is what is wanted: its fill is always zero."""
    return plan.settings.padding == "same" and plan.settings.fill in ("zero", 0) and not _both(plan)


def _both(plan: Plan) -> bool:
    return plan.settings.stride != (1, 1) and plan.settings.dilation != (1, 1)


def _keras_convolution(plan: Plan) -> list[str]:
    extra = "" if plan.settings.stride == (1, 1) else f", strides={plan.settings.stride}"
    if plan.settings.dilation != (1, 1) and not _both(plan):
        extra += f", dilation_rate={plan.settings.dilation}"
    padding, bias = "same" if _layer_pads(plan) else "valid", f"np.array([{number(plan.settings.bias)}])"
    layer = f'layer = keras.layers.Conv2D(1, kernel.shape[:2]{extra}, padding="{padding}")'
    if plan.mode != "each":
        depth = "kernel[..., np.newaxis, np.newaxis]" if plan.planes == 1 else "kernel[..., np.newaxis]"
        return [layer, "layer.build(x.shape)", f"layer.set_weights([{depth}, {bias}])", "x = layer(x)"]
    return [
        "maps = []",
        f"for c in range({plan.planes}):  # each channel on its own",
        f"    {layer}",
        "    layer.build((*x.shape[:3], 1))",
        f"    layer.set_weights([kernel[..., c, np.newaxis, np.newaxis], {bias}])",
        "    maps.append(layer(x[..., c : c + 1]))",
        "x = keras.ops.concatenate(maps, axis=-1)",
    ]


def _torch_batch(plan: Plan) -> list[str]:
    """PyTorch puts channels before rows: (batch, channel, row, column)."""
    if plan.planes == 1:
        return [
            "x = torch.from_numpy(x.copy())[None, None]  # (batch, channel, row, column)",
            "weight = torch.from_numpy(kernel.copy())[None, None]",
        ]
    each = "[:, None]" if plan.mode == "each" else "[None]"
    return [
        "x = torch.from_numpy(x.copy()).permute(2, 0, 1)[None]  # (batch, channel, row, column)",
        f"weight = torch.from_numpy(kernel.copy()).permute(2, 0, 1){each}",
    ]


def _torch_convolution(plan: Plan) -> str:
    outputs = plan.planes if plan.mode == "each" else 1
    words = ["x", "weight"]
    if plan.settings.bias != 0:
        words.append(f"torch.full(({outputs},), {float(plan.settings.bias)!r}, dtype=torch.float64)")
    if plan.settings.stride != (1, 1):
        words.append(f"stride={plan.settings.stride}")
    if plan.settings.dilation != (1, 1):
        words.append(f"dilation={plan.settings.dilation}")
    if plan.mode == "each":
        words.append(f"groups={plan.planes}")
    return f"x = F.conv2d({', '.join(words)})"


def _frame(plan: Plan) -> tuple[Amounts, Amounts, Amounts]:
    """The padding of the pooling: in all, the part that an average counts as zeros, and the rest.

    It is the padding, and the cells beyond it that the windows kept by ``ceil`` reach.
    """
    size = plan.chain.pooling_size
    assert size is not None

    def beyond(axis: AxisSize) -> int:
        return max(0, (axis.output - 1) * axis.stride + axis.kernel - axis.padded)

    (t, b), (l, r) = size.padding  # noqa: E741
    frame = (t, b + beyond(size.rows)), (l, r + beyond(size.columns))
    inner = size.padding if plan.settings.pool.count_padding else NOTHING
    rows, columns = ((a - c, b - d) for (a, b), (c, d) in zip(frame, inner, strict=True))
    return frame, inner, (rows, columns)


def _average(pad: Callable[..., str], ones: str, one: str, frames: tuple[Amounts, ...], x: str) -> list[str]:
    """Lines that average over the cells that count; ``x`` is the last line."""
    frame, inner, outer = frames
    return [
        "",
        "# Average over the cells that count; the others are neither in the sum nor in the number.",
        f"cells = {pad(ones, inner, one)}",
        f"cells = {pad('cells', outer)}",
        f"x = {pad('x', frame)}",
        f"x = {x}",
    ]


def _scipy_pooling(plan: Plan) -> list[str]:
    pool = plan.settings.pool
    if plan.chain.pooling_size is None:
        return []
    frames, axes = _frame(plan), "axis=(-2, -1)"
    windows = f"sliding_window_view({{}}, {pool.size}, axis=(0, 1))[::{pool.stride[0]}, ::{pool.stride[1]}]"

    def pad(name: str, amounts: Deep, value: str = "") -> str:
        deep = (*amounts, (0, 0)) if plan.mode == "each" else amounts
        return f"np.pad({name}, {deep}{value})"

    if pool.kind == "max":
        pads = [] if frames[0] == NOTHING else [f"x = {pad('x', frames[0], ', constant_values=-np.inf')}"]
        return ["", *pads, f"x = {windows.format('x')}.max({axes})"]
    if frames[0] == NOTHING:
        return ["", f"x = {windows.format('x')}.mean({axes})"]
    ratio = f"{windows.format('x')}.sum({axes}) / {windows.format('cells')}.sum({axes})"
    return _average(pad, "np.ones_like(x)", ", constant_values=1", frames, ratio)


def _keras_pooling(plan: Plan) -> list[str]:
    pool = plan.settings.pool
    if plan.chain.pooling_size is None:
        return []
    frames = _frame(plan)
    same = pool.padding == "same" and not pool.ceil and not pool.count_padding
    if frames[0] == NOTHING or same:
        layer, padding = (
            "MaxPooling2D" if pool.kind == "max" else "AveragePooling2D",
            "same" if same else "valid",
        )
        return ["", f'x = keras.layers.{layer}({pool.size}, strides={pool.stride}, padding="{padding}")(x)']
    windows = f'keras.ops.{pool.kind}_pool({{}}, {pool.size}, {pool.stride}, padding="valid")'

    def pad(name: str, amounts: Deep, value: str = "") -> str:
        return f"keras.ops.pad({name}, {((0, 0), *amounts, (0, 0))}{value})"

    if pool.kind == "max":
        padded = pad("x", frames[0], ', constant_values=float("-inf")')
        return ["", f"x = {padded}", f"x = {windows.format('x')}"]
    ratio = f"{windows.format('x')} / {windows.format('cells')}"
    return _average(pad, "keras.ops.ones_like(x)", ", constant_values=1", frames, ratio)


def _torch_pooling(plan: Plan) -> list[str]:
    pool = plan.settings.pool
    if plan.chain.pooling_size is None:
        return []
    frames = _frame(plan)
    windows = f"F.{'max' if pool.kind == 'max' else 'avg'}_pool2d({{}}, {pool.size}, stride={pool.stride})"

    def pad(name: str, amounts: Amounts, value: str = "") -> str:
        (top, bottom), (left, right) = amounts  # PyTorch names the sides of the last axis first
        return f"F.pad({name}, {(left, right, top, bottom)}{value})"

    if frames[0] == NOTHING:
        return ["", f"x = {windows.format('x')}"]
    if pool.kind == "max":
        padded = pad("x", frames[0], ', value=float("-inf")')
        return ["", f"x = {padded}", f"x = {windows.format('x')}"]
    ratio = f"{windows.format('x')} / {windows.format('cells')}"
    return _average(pad, "torch.ones_like(x)", ", value=1.0", frames, ratio)
