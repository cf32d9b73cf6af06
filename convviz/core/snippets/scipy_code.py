"""The stages in NumPy and SciPy."""

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
    lines += [*_dilation(plan), *_convolution(plan, function)]
    activation = _ACTIVATIONS.get(plan.settings.activation)
    if activation:
        lines += ["", f"x = {activation.format(slope=number(plan.settings.slope))}"]
    return [*lines, *_pooling(plan), "", "result = x"]


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


def _convolution(plan: Plan, function: str) -> list[str]:
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


def _pooling(plan: Plan) -> list[str]:
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
