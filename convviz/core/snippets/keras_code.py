"""The stages as Keras layers with the weights of the editor put in."""

from __future__ import annotations

from convviz.core.snippets.parts import (
    NOTHING,
    Plan,
    added,
    counted,
    kernel_lines,
    number,
    overhang,
    padding_lines,
    preparation,
)

_ACTIVATIONS = {
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
    lines += ["", *kernel_lines(plan), *_weights(plan), "", *_to_batch(plan), *_convolution(plan)]
    activation = _ACTIVATIONS.get(plan.settings.activation)
    if activation:
        lines += ["", f"x = {activation.format(slope=number(plan.settings.slope))}"]
    lines += _pooling(plan)
    last = "[0]" if plan.mode == "each" else "[0, ..., 0]"
    return [*lines, "", f"result = keras.ops.convert_to_numpy(x){last}"]


def _layer_pads(plan: Plan) -> bool:
    """Whether the layer's own padding="same" is what is wanted: its fill is always zero."""
    return plan.settings.padding == "same" and plan.settings.fill in ("zero", 0) and not _both(plan)


def _both(plan: Plan) -> bool:
    return plan.settings.stride != (1, 1) and plan.settings.dilation != (1, 1)


def _weights(plan: Plan) -> list[str]:
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


def _to_batch(plan: Plan) -> list[str]:
    index = "[np.newaxis, ..., np.newaxis]" if plan.planes == 1 else "[np.newaxis]"
    return [f'x = x{index}.astype("float32")  # a batch of one picture']


def _layer(plan: Plan) -> str:
    padding = "same" if _layer_pads(plan) else "valid"
    extra = "" if plan.settings.stride == (1, 1) else f", strides={plan.settings.stride}"
    if plan.settings.dilation != (1, 1) and not _both(plan):
        extra += f", dilation_rate={plan.settings.dilation}"
    return f'keras.layers.Conv2D(1, kernel.shape[:2]{extra}, padding="{padding}")'


def _convolution(plan: Plan) -> list[str]:
    bias = f"np.array([{number(plan.settings.bias)}])"
    if plan.mode != "each":
        depth = "kernel[..., np.newaxis, np.newaxis]" if plan.planes == 1 else "kernel[..., np.newaxis]"
        return [
            f"layer = {_layer(plan)}",
            "layer.build(x.shape)",
            f"layer.set_weights([{depth}, {bias}])",
            "x = layer(x)",
        ]
    return [
        "maps = []",
        f"for c in range({plan.planes}):  # each channel on its own",
        f"    layer = {_layer(plan)}",
        "    layer.build((*x.shape[:3], 1))",
        f"    layer.set_weights([kernel[..., c, np.newaxis, np.newaxis], {bias}])",
        "    maps.append(layer(x[..., c : c + 1]))",
        "x = keras.ops.concatenate(maps, axis=-1)",
    ]


def _pooling(plan: Plan) -> list[str]:
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
