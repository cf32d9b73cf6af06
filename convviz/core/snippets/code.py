"""The settings as code that can be run: SciPy, Keras, PyTorch; and as formulas in text and LaTeX.

Every snippet expects a NumPy array called ``image`` and leaves the last map in ``result``, a
NumPy array as well. The numbers in it (amounts of padding above all) hold for pictures of the
shape it was written for.
"""

from __future__ import annotations

from convviz.core.explain.formula import latex, plain_text
from convviz.core.sizes.settings import Amounts, Settings
from convviz.core.snippets.parts import (
    NOTHING,
    Plan,
    added,
    counted,
    kernel_lines,
    number,
    overhang,
    padding_lines,
    plan,
    preparation,
)

__all__ = ["keras_code", "latex", "plain_text", "pytorch_code", "scipy_code"]


def scipy_code(
    settings: Settings, image_shape: tuple[int, ...], image_range: tuple[float, float] = (0.0, 255.0)
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
    return _joined(scipy_lines(plan(settings, image_shape, image_range)))


def keras_code(
    settings: Settings, image_shape: tuple[int, ...], image_range: tuple[float, float] = (0.0, 255.0)
) -> str:
    """Write the stages as Keras layers with the weights put in; see `scipy_code`."""
    return _joined(keras_lines(plan(settings, image_shape, image_range)))


def pytorch_code(
    settings: Settings, image_shape: tuple[int, ...], image_range: tuple[float, float] = (0.0, 255.0)
) -> str:
    """Write the stages with ``torch.nn.functional``; see `scipy_code`."""
    return _joined(torch_lines(plan(settings, image_shape, image_range)))


def _joined(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


_SCIPY_ACTIVATIONS = {
    "relu": "np.maximum(x, 0)",
    "leaky_relu": "np.where(x < 0, {slope} * x, x)",
    "sigmoid": "expit(x)",
    "tanh": "np.tanh(x)",
    "absolute": "np.abs(x)",
}


def scipy_lines(plan: Plan) -> list[str]:
    """All lines of the snippet, imports first."""
    function = "correlate2d" if plan.settings.operation == "correlate" else "convolve2d"
    lines = _imports(plan, function)
    lines += [*preparation(plan), *padding_lines(plan), "", *kernel_lines(plan)]
    lines += [*_dilation(plan), *_scipy_convolution(plan, function)]
    activation = _SCIPY_ACTIVATIONS.get(plan.settings.activation)
    if activation:
        lines += ["", f"x = {activation.format(slope=number(plan.settings.slope))}"]
    return [*lines, *_scipy_pooling(plan), "", "result = x"]


def _imports(plan: Plan, function: str) -> list[str]:
    lines = ["import numpy as np"]
    if plan.chain.pooling_size is not None:
        lines.append("from numpy.lib.stride_tricks import sliding_window_view")
    lines.append(f"from scipy.signal import {function}")
    if plan.settings.activation == "sigmoid":
        lines.append("from scipy.special import expit")
    return [*lines, ""]


def _dilation(plan: Plan) -> list[str]:
    if plan.settings.dilation == (1, 1):
        return []
    (rows, columns), (down, right) = plan.settings.kernel.size, plan.settings.dilation
    shape = (down * (rows - 1) + 1, right * (columns - 1) + 1, *plan.weights.shape[2:])
    return [
        "",
        "# Dilation: zeros between the weights.",
        f"dilated = np.zeros({shape})",
        f"dilated[::{down}, ::{right}] = kernel",
        "kernel = dilated",
    ]


def _scipy_convolution(plan: Plan, function: str) -> list[str]:
    kernel = "kernel[..., c]" if plan.weights.ndim == 3 else "kernel"
    if plan.planes == 1:
        lines = ["", f'x = {function}(x, kernel, mode="valid")']
    else:
        maps = f'[{function}(x[..., c], {kernel}, mode="valid") for c in range({plan.planes})]'
        joined = f"sum({maps})" if plan.mode == "sum" else f"np.stack({maps}, axis=-1)"
        lines = ["", f"x = {joined}"]
    down, right = plan.settings.stride
    if (down, right) != (1, 1):
        lines.append(f"x = x[::{down}, ::{right}]  # stride")
    if plan.settings.kernel.divisor != 1:
        lines.append(f"x = x / {number(plan.settings.kernel.divisor)}")
    if plan.settings.bias != 0:
        lines.append(f"x = x + {number(plan.settings.bias)}  # bias")
    return lines


def _scipy_pooling(plan: Plan) -> list[str]:
    pool, size = plan.settings.pool, plan.chain.pooling_size
    if size is None:
        return []
    frame = added(size.padding, overhang(size))
    windows = f"sliding_window_view({{}}, {pool.size}, axis=(0, 1))[::{pool.stride[0]}, ::{pool.stride[1]}]"
    axes = "axis=(-2, -1)"
    if pool.kind == "max":
        pads = [] if frame == NOTHING else [f"x = np.pad(x, {_deep(frame, plan)}, constant_values=-np.inf)"]
        return ["", *pads, f"x = {windows.format('x')}.max({axes})"]
    if frame == NOTHING:
        return ["", f"x = {windows.format('x')}.mean({axes})"]
    inner, outer = counted(pool, size), _without(frame, counted(pool, size))
    return [
        "",
        "# Average over the cells that count; the others are neither in the sum nor in the number.",
        f"cells = np.pad(np.ones_like(x), {_deep(inner, plan)}, constant_values=1)",
        f"cells = np.pad(cells, {_deep(outer, plan)})",
        f"x = np.pad(x, {_deep(frame, plan)})",
        f"x = {windows.format('x')}.sum({axes}) / {windows.format('cells')}.sum({axes})",
    ]


def _deep(amounts: tuple[tuple[int, int], ...], plan: Plan) -> tuple[tuple[int, int], ...]:
    return (*amounts, (0, 0)) if plan.mode == "each" else tuple(amounts)


def _without(
    outer: tuple[tuple[int, int], tuple[int, int]], inner: tuple[tuple[int, int], tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    return tuple((a - b, c - d) for (a, c), (b, d) in zip(outer, inner, strict=True))


_KERAS_ACTIVATIONS = {
    "relu": "keras.activations.relu(x)",
    "leaky_relu": "keras.activations.leaky_relu(x, negative_slope={slope})",
    "sigmoid": "keras.activations.sigmoid(x)",
    "tanh": "keras.activations.tanh(x)",
    "absolute": "keras.ops.absolute(x)",
}


def keras_lines(plan: Plan) -> list[str]:
    """All lines of the snippet, imports first."""
    lines = ["import keras", "import numpy as np", "", *preparation(plan)]
    if not _layer_pads(plan):
        lines += padding_lines(plan)
    lines += [
        "",
        *kernel_lines(plan),
        *_keras_weights(plan),
        "",
        *_keras_to_batch(plan),
        *_keras_convolution(plan),
    ]
    activation = _KERAS_ACTIVATIONS.get(plan.settings.activation)
    if activation:
        lines += ["", f"x = {activation.format(slope=number(plan.settings.slope))}"]
    lines += _keras_pooling(plan)
    last = "[0]" if plan.mode == "each" else "[0, ..., 0]"
    return [*lines, "", f"result = keras.ops.convert_to_numpy(x){last}"]


def _layer_pads(plan: Plan) -> bool:
    """Whether the layer's own padding="same" is what is wanted: its fill is always zero."""
    return plan.settings.padding == "same" and plan.settings.fill in ("zero", 0) and not _both(plan)


def _both(plan: Plan) -> bool:
    return plan.settings.stride != (1, 1) and plan.settings.dilation != (1, 1)


def _keras_weights(plan: Plan) -> list[str]:
    lines = []
    if plan.settings.operation == "convolve":
        lines.append("kernel = kernel[::-1, ::-1]  # Conv2D computes cross-correlation")
    if plan.settings.kernel.divisor != 1:
        lines.append(f"kernel = kernel / {number(plan.settings.kernel.divisor)}")
    if _both(plan):
        (rows, columns), (down, right) = plan.settings.kernel.size, plan.settings.dilation
        shape = (down * (rows - 1) + 1, right * (columns - 1) + 1, *plan.weights.shape[2:])
        lines += [
            "# Keras does not take strides and dilation together: put the zeros in by hand.",
            f"dilated = np.zeros({shape})",
            f"dilated[::{down}, ::{right}] = kernel",
            "kernel = dilated",
        ]
    if plan.weights.ndim == 2 and plan.planes > 1:
        lines.append(f"kernel = np.stack([kernel] * {plan.planes}, axis=-1)")
    return lines


def _keras_to_batch(plan: Plan) -> list[str]:
    index = "[np.newaxis, ..., np.newaxis]" if plan.planes == 1 else "[np.newaxis]"
    return [f'x = x{index}.astype("float32")  # a batch of one picture']


def _keras_layer(plan: Plan) -> str:
    padding = "same" if _layer_pads(plan) else "valid"
    extra = "" if plan.settings.stride == (1, 1) else f", strides={plan.settings.stride}"
    if plan.settings.dilation != (1, 1) and not _both(plan):
        extra += f", dilation_rate={plan.settings.dilation}"
    return f'keras.layers.Conv2D(1, kernel.shape[:2]{extra}, padding="{padding}")'


def _keras_convolution(plan: Plan) -> list[str]:
    bias = f"np.array([{number(plan.settings.bias)}])"
    if plan.mode != "each":
        depth = "kernel[..., np.newaxis, np.newaxis]" if plan.planes == 1 else "kernel[..., np.newaxis]"
        return [
            f"layer = {_keras_layer(plan)}",
            "layer.build(x.shape)",
            f"layer.set_weights([{depth}, {bias}])",
            "x = layer(x)",
        ]
    return [
        "maps = []",
        f"for c in range({plan.planes}):  # each channel on its own",
        f"    layer = {_keras_layer(plan)}",
        "    layer.build((*x.shape[:3], 1))",
        f"    layer.set_weights([kernel[..., c, np.newaxis, np.newaxis], {bias}])",
        "    maps.append(layer(x[..., c : c + 1]))",
        "x = keras.ops.concatenate(maps, axis=-1)",
    ]


def _keras_pooling(plan: Plan) -> list[str]:
    pool, size = plan.settings.pool, plan.chain.pooling_size
    if size is None:
        return []
    layer = "MaxPooling2D" if pool.kind == "max" else "AveragePooling2D"
    same = pool.padding == "same" and not pool.ceil and not pool.count_padding
    frame = added(size.padding, overhang(size))
    if frame == NOTHING or same:
        padding = "same" if same else "valid"
        return ["", f'x = keras.layers.{layer}({pool.size}, strides={pool.stride}, padding="{padding}")(x)']
    windows = f'{{}}({{}}, {pool.size}, {pool.stride}, padding="valid")'
    deep = ((0, 0), *frame, (0, 0))
    if pool.kind == "max":
        largest = windows.format("keras.ops.max_pool", "x")
        return ["", f'x = keras.ops.pad(x, {deep}, constant_values=float("-inf"))', f"x = {largest}"]
    inner = ((0, 0), *counted(pool, size), (0, 0))
    outer = tuple((a - b, c - d) for (a, c), (b, d) in zip(deep, inner, strict=True))
    average = "keras.ops.average_pool"
    return [
        "",
        "# Average over the cells that count; the others are neither in the sum nor in the number.",
        f"cells = keras.ops.pad(keras.ops.ones_like(x), {inner}, constant_values=1)",
        f"cells = keras.ops.pad(cells, {outer})",
        f"x = keras.ops.pad(x, {deep})",
        f"x = {windows.format(average, 'x')} / {windows.format(average, 'cells')}",
    ]


_TORCH_ACTIVATIONS = {
    "relu": "F.relu(x)",
    "leaky_relu": "F.leaky_relu(x, negative_slope={slope})",
    "sigmoid": "torch.sigmoid(x)",
    "tanh": "torch.tanh(x)",
    "absolute": "torch.abs(x)",
}


def torch_lines(plan: Plan) -> list[str]:
    """All lines of the snippet, imports first."""
    lines = ["import numpy as np", "import torch", "import torch.nn.functional as F", ""]
    lines += [*preparation(plan), *padding_lines(plan), "", *kernel_lines(plan), *_torch_weights(plan)]
    lines += ["", *_torch_to_batch(plan), *_torch_convolution(plan)]
    activation = _TORCH_ACTIVATIONS.get(plan.settings.activation)
    if activation:
        lines += ["", f"x = {activation.format(slope=number(plan.settings.slope))}"]
    last = "[0].permute(1, 2, 0)" if plan.mode == "each" else "[0, 0]"
    return [*lines, *_torch_pooling(plan), "", f"result = x{last}.numpy()"]


def _torch_weights(plan: Plan) -> list[str]:
    lines = []
    if plan.settings.operation == "convolve":
        lines.append("kernel = kernel[::-1, ::-1]  # conv2d computes cross-correlation")
    if plan.settings.kernel.divisor != 1:
        lines.append(f"kernel = kernel / {number(plan.settings.kernel.divisor)}")
    if plan.planes > 1 and plan.weights.ndim == 2:
        lines.append(f"kernel = np.stack([kernel] * {plan.planes}, axis=-1)")
    return lines


def _torch_to_batch(plan: Plan) -> list[str]:
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


def _torch_convolution(plan: Plan) -> list[str]:
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
    return [f"x = F.conv2d({', '.join(words)})"]


def _torch_pooling(plan: Plan) -> list[str]:
    pool, size = plan.settings.pool, plan.chain.pooling_size
    if size is None:
        return []
    function = "F.max_pool2d" if pool.kind == "max" else "F.avg_pool2d"
    windows = f"{function}({{}}, {pool.size}, stride={pool.stride})"
    frame = added(size.padding, overhang(size))
    if frame == NOTHING:
        return ["", f"x = {windows.format('x')}"]
    if pool.kind == "max":
        return ["", f'x = F.pad(x, {_sides(frame)}, value=float("-inf"))', f"x = {windows.format('x')}"]
    inner = counted(pool, size)
    (t, b), (l, r) = frame  # noqa: E741
    (t2, b2), (l2, r2) = inner
    outer = (t - t2, b - b2), (l - l2, r - r2)
    return [
        "",
        "# Average over the cells that count; the others are neither in the sum nor in the number.",
        f"cells = F.pad(torch.ones_like(x), {_sides(inner)}, value=1.0)",
        f"cells = F.pad(cells, {_sides(outer)})",
        f"x = F.pad(x, {_sides(frame)})",
        f"x = {windows.format('x')} / {windows.format('cells')}",
    ]


def _sides(amounts: Amounts) -> tuple[int, int, int, int]:
    """PyTorch's order of the sides: left, right, top, bottom."""
    (top, bottom), (left, right) = amounts
    return left, right, top, bottom
