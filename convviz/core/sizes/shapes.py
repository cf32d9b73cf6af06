"""How large the result of a convolution or pooling layer is, and what the layer costs.

Everything here is whole numbers: no pixel is touched. The notation is that of Dumoulin and
Visin, "A guide to convolution arithmetic for deep learning" (arXiv:1603.07285): input size i,
kernel size k, stride s, dilation d, padding p1 before and p2 after.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, overload

from convviz.core.base.translatable import TranslatableError, translatable
from convviz.core.sizes.numbers import MOST_STEP, Pair, pair, steps, whole
from convviz.core.sizes.padding import axis_amounts, resolve

MOST_VALUES = 1_000_000_000
"""The most values a picture may have together with its padding: no memory holds maps beyond that."""


@dataclass(frozen=True)
class AxisSize:
    """One axis of a sliding window: the terms of the size formula and what follows from them.

        k_eff = d(k - 1) + 1
        o     = floor((i + p1 + p2 - k_eff) / s) + 1

    All fields are counted in cells. With ``ceil`` the division is rounded up, so that incomplete
    windows at the end are kept; windows that would start beyond the input do not exist.
    ValueError, with the numbers, when the window does not fit.

    >>> AxisSize(input=9, kernel=3, stride=2, before=1, after=1).output
    5
    """

    input: int
    kernel: int
    stride: int = 1
    dilation: int = 1
    before: int = 0
    after: int = 0
    ceil: bool = False

    def __post_init__(self) -> None:
        for name, least in (("input", 1), ("kernel", 1), ("stride", 1), ("dilation", 1)):
            whole(getattr(self, name), name, least)
        whole(self.before, "padding", 0)
        whole(self.after, "padding", 0)
        if self.numerator < 0:
            raise _misfit((self.input,), (self.kernel,), (self.dilation,), ((self.before, self.after),))

    @property
    def effective_kernel(self) -> int:
        """Cells from the first to the last tap: d(k - 1) + 1."""
        return self.dilation * (self.kernel - 1) + 1

    @property
    def padded(self) -> int:
        """Cells of the input and its padding together: i + p1 + p2."""
        return self.input + self.before + self.after

    @property
    def numerator(self) -> int:
        """What the formula divides by the stride: i + p1 + p2 - k_eff."""
        return self.padded - self.effective_kernel

    @cached_property
    def output(self) -> int:
        """How many windows there are, which is the output's size."""
        steps = -(-self.numerator // self.stride) if self.ceil else self.numerator // self.stride
        if self.ceil:
            steps = min(steps, (self.input + self.before - 1) // self.stride)
        return steps + 1

    @property
    def dropped(self) -> int:
        """Cells at the end, padding included, that no window reaches because of the floor.

        >>> AxisSize(input=7, kernel=2, stride=2).dropped
        1
        """
        return max(0, self.padded - (self.output - 1) * self.stride - self.effective_kernel)

    def start(self, index: int) -> int:
        """Input position of the first tap of window ``index``; negative inside the padding."""
        return index * self.stride - self.before

    def positions(self, index: int) -> range:
        """Input positions of all taps of window ``index``; they may lie outside the input.

        >>> list(AxisSize(input=9, kernel=3, dilation=2, before=1).positions(0))
        [-1, 1, 3]
        """
        start = self.start(index)
        return range(start, start + self.effective_kernel, self.dilation)


@dataclass(frozen=True)
class ShapeSize:
    """The size formula for rows and for columns, side by side."""

    rows: AxisSize
    columns: AxisSize

    @property
    def shape(self) -> Pair:
        """(rows, columns) of the output."""
        return self.rows.output, self.columns.output

    @property
    def padding(self) -> tuple[Pair, Pair]:
        """((top, bottom), (left, right)) in cells."""
        return (self.rows.before, self.rows.after), (self.columns.before, self.columns.after)

    @property
    def stride(self) -> Pair:
        """(rows, columns) from one window to the next."""
        return self.rows.stride, self.columns.stride

    @property
    def dilation(self) -> Pair:
        """(rows, columns) from one tap to the next."""
        return self.rows.dilation, self.columns.dilation


@overload
def output_size(
    size: int, kernel: int, *, stride: int = 1, padding: Any = "valid", dilation: int = 1, ceil: bool = False
) -> AxisSize: ...
@overload
def output_size(
    size: Sequence[int],
    kernel: int | Sequence[int],
    *,
    stride: int | Sequence[int] = 1,
    padding: Any = "valid",
    dilation: int | Sequence[int] = 1,
    ceil: bool = False,
) -> ShapeSize: ...
def output_size(
    size: int | Sequence[int],
    kernel: int | Sequence[int],
    *,
    stride: int | Sequence[int] = 1,
    padding: Any = "valid",
    dilation: int | Sequence[int] = 1,
    ceil: bool = False,
) -> AxisSize | ShapeSize:
    """Compute the size of the output, with the terms of the formula.

    With a whole number for ``size``, one axis (`AxisSize`); with (rows, columns), both (`ShapeSize`).
    ``padding`` is "valid", "same" (TensorFlow's rule: the output is ceil(i / s) and the odd cell goes to the
    end), "full", an int, or amounts: (before, after) for one axis; (rows, columns) or ((top, bottom), (left,
    right)) for two. ValueError, with the numbers, for settings that cannot be.

    >>> output_size(28, 3, stride=2, padding="same").after
    1
    >>> output_size((9, 9), 3, padding=1, stride=2).shape
    (5, 5)
    """
    if isinstance(size, Sequence):
        sizes, kernels = pair(size, "input", 1), pair(kernel, "kernel", 1)
        strides, dilations = steps(stride, "stride", sizes), steps(dilation, "dilation", sizes)
        amounts = resolve(padding, sizes, kernels, strides, dilations)
        return shape_size(sizes, kernels, strides, dilations, amounts, ceil)
    cells, taps = whole(size, "input", 1), whole(kernel, "kernel", 1)
    most = max(MOST_STEP, cells)
    step, gap = whole(stride, "stride", 1, most), whole(dilation, "dilation", 1, most)
    before, after = axis_amounts(padding, cells, taps, step, gap)
    return AxisSize(cells, taps, step, gap, before, after, ceil)


def shape_size(
    size: Pair, kernel: Pair, stride: Pair, dilation: Pair, amounts: tuple[Pair, Pair], ceil: bool = False
) -> ShapeSize:
    """The sizes of both axes; ValueError, with the numbers of both, when the kernel does not fit."""
    room = [n + sum(p) for n, p in zip(size, amounts, strict=True)]
    if any(d * (k - 1) >= r for k, d, r in zip(kernel, dilation, room, strict=True)):
        raise _misfit(size, kernel, dilation, amounts)
    rows, columns = (
        AxisSize(n, k, s, d, p[0], p[1], ceil)
        for n, k, s, d, p in zip(size, kernel, stride, dilation, amounts, strict=True)
    )
    return ShapeSize(rows, columns)


def _misfit(
    size: Sequence[int], kernel: Sequence[int], dilation: Sequence[int], amounts: Sequence[Pair]
) -> TranslatableError:
    """The error for a window that does not fit, for one axis or two, with what would."""
    reach = [d * (k - 1) + 1 for k, d in zip(kernel, dilation, strict=True)]
    room = [n + sum(p) for n, p in zip(size, amounts, strict=True)]
    pads = [str(p[0]) if p[0] == p[1] else f"{p[0]}+{p[1]}" for p in amounts]
    padding = pads[0] if len(set(pads)) == 1 else "x".join(pads)
    fits = [max((r - 1) // d + 1, 1) for r, d in zip(room, dilation, strict=True)]
    missing = [max(e - r, 0) for e, r in zip(reach, room, strict=True)]
    text = translatable(
        "kernel {kernel} (effective {reach}) does not fit {size} + padding {padding}: it needs {reach}; "
        "a kernel of at most {fits} or {missing} more padding would fit"
    )
    return TranslatableError(
        text,
        kernel=_by(kernel),
        reach=_by(reach),
        size=_by(size),
        padding=padding,
        fits=_by(fits),
        missing=_by(missing),
    )


def _by(values: Iterable[int]) -> str:
    return "x".join(str(value) for value in values)


def computable(size: ShapeSize) -> ShapeSize:
    """The size, checked against `MOST_VALUES`; ValueError, with the numbers."""
    rows, columns = size.rows.padded, size.columns.padded
    if rows * columns > MOST_VALUES:
        text = translatable("with its padding the picture has {size} values; the limit is {most:,}")
        raise TranslatableError(text, size=f"{rows}x{columns}", most=MOST_VALUES)
    return size


def receptive_field(layers: Iterable[Sequence[int] | AxisSize]) -> list[Pair]:
    """The receptive field of each layer, and the distance between those of two neighbours.

    ``layers`` are (kernel, stride) or (kernel, stride, dilation), first layer first. The answer has one
    (receptive field, jump) in input cells for every layer, by r <- r + (k_eff - 1)j and j <- js from r = j =
    1 (Araujo, Norris and Sim, "Computing receptive fields of convolutional neural networks", Distill 2019).

    >>> receptive_field([(3, 1), (2, 2), (3, 1)])
    [(3, 1), (4, 2), (8, 2)]
    """
    field = jump = 1
    answer: list[Pair] = []
    for layer in layers:
        if isinstance(layer, AxisSize):
            layer = (layer.kernel, layer.stride, layer.dilation)
        kernel, stride, dilation = (*layer, 1)[:3]
        field += whole(dilation, "dilation", 1) * (whole(kernel, "kernel", 1) - 1) * jump
        jump *= whole(stride, "stride", 1)
        answer.append((field, jump))
    return answer


def conv_parameters(kernel: int | Sequence[int], c_in: int, c_out: int, bias: bool = True) -> int:
    """How many numbers a convolution layer learns: (kh * kw * c_in + 1) * c_out.

    One weight for every cell of the kernel and input channel, and one bias for every output map.

    >>> conv_parameters(3, 3, 5)
    140
    """
    rows, columns = pair(kernel, "kernel", 1)
    return (rows * columns * whole(c_in, "channels", 1) + bool(bias)) * whole(c_out, "filters", 1)


def dense_parameters(n_in: int, n_out: int, bias: bool = True) -> int:
    """How many numbers a dense layer learns: (n_in + 1) * n_out, one bias for every output.

    >>> dense_parameters(1024, 1)
    1025
    """
    return (whole(n_in, "inputs", 1) + bool(bias)) * whole(n_out, "outputs", 1)


def multiply_adds(output: Sequence[int], kernel: int | Sequence[int], c_in: int = 1, c_out: int = 1) -> int:
    """How many multiplications (each with an addition) a convolution layer makes.

    ``output`` is (rows, columns); the count is oh * ow * kh * kw * c_in * c_out.

    >>> multiply_adds((9, 9), 3)
    729
    """
    height, width = pair(output, "output", 1)
    rows, columns = pair(kernel, "kernel", 1)
    return height * width * rows * columns * whole(c_in, "channels", 1) * whole(c_out, "filters", 1)
