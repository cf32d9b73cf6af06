"""What the snippets for SciPy, Keras and PyTorch have in common: numbers as code, and the preparation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.sizes.settings import Amounts, Pair, Settings
from convviz.core.stages.pipeline import Chain, chain

NOTHING: Amounts = ((0, 0), (0, 0))
NUMPY_MODES = {"reflect": "reflect", "symmetric": "symmetric", "edge": "edge", "wrap": "wrap"}
LUMINANCE = "[0.299, 0.587, 0.114]"
LUMINANCE_65536 = "[19595, 38470, 7471]"


@dataclass(frozen=True)
class Plan:
    """Settings applied to pictures of one shape and range.

    ``mode`` is "grey" wherever the kernel meets a single plane; ``planes`` is how many it meets:
    1, or the picture's channels in the modes "sum" and "each". ``loading`` are the lines that make ``image``.
    """

    settings: Settings
    shape: tuple[int, ...]
    range: tuple[float, float]
    chain: Chain
    loading: tuple[str, ...] = ()

    @property
    def planes(self) -> int:
        return 1 if len(self.chain.input) == 2 else self.chain.input[2]

    @property
    def mode(self) -> str:
        return "grey" if len(self.chain.input) == 2 else self.settings.channels

    @property
    def weights(self) -> NDArray[np.float64]:
        """(rows, columns), or (rows, columns, planes) where the channels have kernels of their own."""
        return self.settings.kernel.weights if self.planes > 1 else self.settings.kernel.plane(0)

    @property
    def padding(self) -> Amounts:
        return self.chain.convolution_size.padding


def plan(
    settings: Settings, shape: tuple[int, ...], range_: tuple[float, float], loading: Sequence[str] = ()
) -> Plan:
    """The settings for pictures of this shape; ValueError if they do not fit."""
    return Plan(settings, shape, range_, chain(shape, settings), tuple(loading))


def number(value: float) -> str:
    """A number as code, whole ones without a point.

    >>> number(9.0), number(-0.5)
    ('9', '-0.5')
    """
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(float(value))


def array(values: NDArray[Any], indent: str = "    ") -> str:
    """An array as nested lists, one row a line.

    >>> print(array(np.array([[1.0, -0.5]])))
    [
        [1, -0.5],
    ]
    """
    rows = "".join(f"{indent}{_nested(row)},\n" for row in values.tolist())
    return f"[\n{rows}]"


def _nested(value: Any) -> str:
    return f"[{', '.join(map(_nested, value))}]" if isinstance(value, list) else number(value)


def preparation(plan: Plan) -> list[str]:
    """Lines that turn ``image`` into ``x``, the input of the kernel: grey or not, range."""
    yours = [f"# image: your picture, a NumPy array of shape {plan.shape}"]
    lines = [*(plan.loading or yours), "x = np.asarray(image, dtype=np.float64)"]
    if len(plan.shape) == 3 and plan.planes == 1:
        lines += _grey_lines(plan)
    low, high = plan.range
    if plan.settings.unit_range and low == 0 and high not in (0, 1):
        lines.append(f"x = x / {number(high)}  # 0..{number(high)} to 0..1")
    return lines


def _grey_lines(plan: Plan) -> list[str]:
    if plan.shape[2] == 1:
        return ["x = x[..., 0]"]
    exact = f"x = x @ {LUMINANCE}  # luminance"
    low, high = plan.range
    if low != 0 or high != 255:
        return [exact]
    return [
        "if np.asarray(image).dtype == np.uint8:  # luminance of bytes is whole, rounded as Pillow does",
        f"    x = (x @ {LUMINANCE_65536} + 32768) // 65536",
        "else:",
        f"    {exact}",
    ]


def padding_lines(plan: Plan) -> list[str]:
    """Lines that put the frame around ``x``; none without padding."""
    if plan.padding == NOTHING:
        return []
    amounts: tuple[Pair, ...] = plan.padding if plan.planes == 1 else (*plan.padding, (0, 0))
    fill = plan.settings.fill
    if fill == "mean" and plan.planes > 1:
        inner = f"np.pad(x[..., c], {plan.padding}, constant_values=x[..., c].mean())"
        return [f"x = np.stack([{inner} for c in range({plan.planes})], axis=-1)"]
    if fill == "mean":
        return [f"x = np.pad(x, {amounts}, constant_values=x.mean())"]
    if fill in NUMPY_MODES:
        return [f'x = np.pad(x, {amounts}, mode="{NUMPY_MODES[str(fill)]}")']
    value = "" if fill == "zero" else f", constant_values={number(float(fill))}"
    return [f"x = np.pad(x, {amounts}{value})"]


def kernel_lines(plan: Plan) -> list[str]:
    """Lines that define ``kernel``, the weights as they stand in the editor."""
    return [f"kernel = np.array({array(plan.weights)}, dtype=np.float64)"]
