"""The comparison with SciPy as code that can be run: NumPy and SciPy only, no ConvViz.

It reads the input and the map from two NPY files, as the Export menu writes them; of small
pictures the numbers themselves are in the code. It prints what it found.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.scipy_check.check import Report
from convviz.core.snippets.parts import NOTHING, NUMPY_MODES, array, number
from convviz.core.stages.pipeline import Result

FEW = 1024
"""So many numbers, of the input and of the map, are written into the code itself."""


def check_code(result: Result, report: Report, input_file: str, map_file: str) -> str:
    """Write the comparison of ``report``, which was made of ``result``, as a program.

    ``input_file`` and ``map_file`` name the NPY files it reads where the arrays are large.

    >>> from convviz.core import Image, Kernel, Settings, run
    >>> from convviz.core.scipy_check.check import check
    >>> result = run(Image(np.eye(5)), Settings(Kernel([[1, 2]])))
    >>> exec(check_code(result, check(result), "input.npy", "map.npy"))
    20 values compared, 0 left out, largest difference 0.0
    allowed: 0.0
    """
    lines = [
        "import numpy as np",
        f"from scipy.ndimage import {_name(report)}",
        "",
        *_arrays(result, input_file, map_file),
        *_padding(result),
        "",
        *_kernel(result, report),
        "",
        *_parts(report),
        "",
        *_window_lines(result, report),
        "",
        *_loop(result, report),
    ]
    return "\n".join(lines) + "\n"


def is_whole(result: Result) -> bool:
    """Whether the code holds the arrays themselves, and needs no files.

    >>> from convviz.core import Image, Kernel, Settings, run
    >>> is_whole(run(Image(np.eye(5)), Settings(Kernel([[1, 2]]))))
    True
    """
    return max(result.input.size, result.convolution.size) <= FEW


def _name(report: Report) -> str:
    return report.function.rpartition(".")[2]


def _arrays(result: Result, input_file: str, map_file: str) -> list[str]:
    name = " ".join(result.image.name.split()) or "the picture"
    seen = f"# x: {name} as the kernel sees it (the stage Input in ConvViz), {_shape(result.input)}."
    shown = f"# shown: the map that ConvViz shows (the stage Convolution), {_shape(result.convolution)}."
    if is_whole(result):
        x, values = _literal(result.input), _literal(result.convolution)
        names = ["from numpy import inf, nan", ""] if "nan" in x + values or "inf" in x + values else []
        kind = f"np.{result.convolution.dtype.name}"
        return [
            *names, seen, f"x = np.array({x}, dtype=np.float64)", "",
            shown, f"shown = np.array({values}, dtype={kind})",
        ]  # fmt: skip
    return [
        "# In ConvViz: Export, Input and Export, Convolution, both as NumPy array, into one folder.",
        seen,
        f"x = np.load({input_file!r}).astype(np.float64)",
        shown,
        f"shown = np.load({map_file!r})",
    ]


def _shape(values: NDArray[Any]) -> str:
    return f"shape {values.shape}"


def _literal(values: NDArray[Any]) -> str:
    if values.dtype.kind != "f":
        values = values.astype(np.float64)
    if np.isfinite(values).all():
        return array(values)
    rows = "".join(f"    {row},\n" for row in values.tolist())
    return f"[\n{rows}]"


def _padding(result: Result) -> list[str]:
    amounts, fill = result.chain.convolution_size.padding, result.settings.fill
    planes = result.input.shape[2] if result.input.ndim == 3 else 1
    if amounts == NOTHING:
        return []
    deep = amounts if result.input.ndim == 2 else (*amounts, (0, 0))
    if fill in NUMPY_MODES:
        return [f'x = np.pad(x, {deep}, mode="{NUMPY_MODES[str(fill)]}")']
    fills = [number(value) for value in result.fills]
    if len(set(fills)) == 1:
        value = "" if fills[0] == "0" else f", constant_values={fills[0]}"
        return [f"x = np.pad(x, {deep}{value})"]
    inner = f"np.pad(x[..., c], {amounts}, constant_values=fills[c])"
    return [
        f"fills = [{', '.join(fills)}]  # the mean of each channel",
        f"x = np.stack([{inner} for c in range({planes})], axis=-1)",
    ]


def _kernel(result: Result, report: Report) -> list[str]:
    size, kernel = result.chain.convolution_size, result.settings.kernel
    weights = kernel.weights if result.input.ndim == 3 else kernel.plane(0)
    lines = [f"kernel = np.array({array(weights)}, dtype=np.float64)"]
    if report.scale != 1:
        lines.append(f"kernel = kernel * {report.scale!r}  # SciPy leaves out weights up to 2.2e-16")
    if size.dilation != (1, 1):
        shape = (size.rows.effective_kernel, size.columns.effective_kernel, *weights.shape[2:])
        down, right = size.dilation
        lines += [
            f"dilated = np.zeros({shape})",
            f"dilated[::{down}, ::{right}] = kernel",
            "kernel = dilated",
        ]
    return lines


def _parts(report: Report) -> list[str]:
    rectangles = "".join(
        f"    ({part.rows.start}, {part.rows.stop}, {part.columns.start}, {part.columns.stop}),\n"
        for part in report.parts
    )
    return [
        "# What is compared: rows and columns of the map, (from, to, from, to).",
        f"parts = [\n{rectangles}]",
    ]


def _window_lines(result: Result, report: Report) -> list[str]:
    size, name = result.chain.convolution_size, _name(report)
    (down, right), back = size.stride, 0 if name == "correlate" else 1
    rows, columns = ((axis.effective_kernel - back) // 2 for axis in (size.rows, size.columns))
    high, wide = size.rows.effective_kernel - 1, size.columns.effective_kernel - 1
    steps = "" if size.stride == (1, 1) else f"[::{down}, ::{right}]"
    return [
        "def sums(plane, weights):",
        "    # SciPy centres the kernel on every cell: keep those whose whole window lies inside.",
        f'    answer = {name}(plane, weights, mode="constant")',
        f"    height, width = plane.shape[0] - {high}, plane.shape[1] - {wide}",
        f"    return answer[{rows} : {rows} + height, {columns} : {columns} + width]{steps}",
    ]


def _loop(result: Result, report: Report) -> list[str]:
    size, settings = result.chain.convolution_size, result.settings
    kernel = "kernel[..., c]" if settings.kernel.has_channels and result.input.ndim == 3 else "kernel"
    (down, right), (high, wide) = size.stride, (size.rows.effective_kernel, size.columns.effective_kernel)
    lines = [
        "compared, left_out, largest = 0, 0, 0.0",
        "for top, bottom, left, right in parts:",
        f"    part = x[{_times('top', down)} : {_times('(bottom - 1)', down)} + {high},"
        f" {_times('left', right)} : {_times('(right - 1)', right)} + {wide}]",
    ]
    if report.left_out:
        lines += ["    bad = ~np.isfinite(part)", "    part = np.where(bad, 0.0, part)"]
    lines.append(f"    values = {_over_planes(result, 'part', kernel)}")
    if report.scale != 1:
        lines.append(f"    values = values / {report.scale!r}")
    if settings.kernel.divisor != 1:
        lines.append(f"    values = values / {number(settings.kernel.divisor)}")
    if settings.bias != 0:
        lines.append(f"    values = values + {number(settings.bias)}  # bias")
    lines.append("    gaps = np.abs(shown[top:bottom, left:right] - values)")
    lines += _left_out_lines(result, report, kernel) if report.left_out else []
    return [
        *lines,
        "    compared += gaps.size",
        "    largest = max(largest, float(gaps.max(initial=0.0)))",
        'print(f"{compared} values compared, {left_out} left out, largest difference {largest}")',
        f'print("allowed: {report.tolerance.value!r}")',
    ]


def _times(name: str, step: int) -> str:
    return name if step == 1 else f"{name} * {step}"


def _over_planes(result: Result, source: str, kernel: str) -> str:
    """SciPy's sums over one plane, or over all of them."""
    if result.input.ndim == 2:
        return f"sums({source}, {kernel})"
    one = f"sums({source}[..., c], {kernel}) for c in range({result.input.shape[2]})"
    return f"np.stack([{one}], axis=-1)" if result.convolution.ndim == 3 else f"sum({one})"


def _left_out_lines(result: Result, report: Report, kernel: str) -> list[str]:
    size = result.chain.convolution_size
    shape = (size.rows.effective_kernel, size.columns.effective_kernel)
    down, right = size.dilation
    bad = _over_planes(result, "bad.astype(float)", "taps")
    lines = [
        "    # Windows that touch NaN or infinity are left out.",
        f"    taps = np.zeros({shape})",
        f"    taps[::{down}, ::{right}] = 1",
        f"    out = {bad} > 0.5",
    ]
    if not report.tolerance.roomy:
        divisor, bias = abs(result.settings.kernel.divisor), abs(result.settings.bias)
        lines += [
            f"    # So are sums that {report.tolerance.dtype} cannot hold.",
            f"    amounts = {_over_planes(result, 'np.abs(part)', f'np.abs({kernel})')} / {report.scale!r}",
            f"    amounts = np.maximum(amounts, amounts / {number(divisor)}) + {number(bias)}",
            "    out |= ~(amounts < np.finfo(shown.dtype).max / 4)",
        ]
    return [*lines, "    left_out += np.count_nonzero(out)", "    gaps = gaps[~out]"]
