"""The stages in PyTorch's functional form."""

from __future__ import annotations

from convviz.core.sizes.settings import Amounts
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
    "relu": "F.relu(x)",
    "leaky_relu": "F.leaky_relu(x, negative_slope={slope})",
    "sigmoid": "torch.sigmoid(x)",
    "tanh": "torch.tanh(x)",
    "absolute": "torch.abs(x)",
}


def torch_lines(plan: Plan) -> list[str]:
    """All lines of the snippet, imports first."""
    lines = ["import numpy as np", "import torch", "import torch.nn.functional as F", ""]
    lines += [*preparation(plan), *padding_lines(plan), "", *kernel_lines(plan), *_weights(plan)]
    lines += ["", *_to_batch(plan), *_convolution(plan)]
    activation = _ACTIVATIONS.get(plan.settings.activation)
    if activation:
        lines += ["", f"x = {activation.format(slope=number(plan.settings.slope))}"]
    last = "[0].permute(1, 2, 0)" if plan.mode == "each" else "[0, 0]"
    return [*lines, *_pooling(plan), "", f"result = x{last}.numpy()"]


def _weights(plan: Plan) -> list[str]:
    lines = []
    if plan.settings.operation == "convolve":
        lines.append("kernel = kernel[::-1, ::-1]  # conv2d computes cross-correlation")
    if plan.settings.kernel.divisor != 1:
        lines.append(f"kernel = kernel / {number(plan.settings.kernel.divisor)}")
    if plan.planes > 1 and plan.weights.ndim == 2:
        lines.append(f"kernel = np.stack([kernel] * {plan.planes}, axis=-1)")
    return lines


def _to_batch(plan: Plan) -> list[str]:
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


def _convolution(plan: Plan) -> list[str]:
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


def _pooling(plan: Plan) -> list[str]:
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
