"""Everything that decides what a picture becomes, gathered into frozen values.

A `Settings` says what the chain of stages does: Input -> Convolution -> Activation -> Pooling.
It holds no pixels and computes nothing; `pipeline.run` does. Two settings that are equal give
equal pictures, which is what lets stages be reused, undone, saved and sent between threads.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, Literal, TypeAlias

from convviz.core.kernels.kernel import Kernel

Pair: TypeAlias = tuple[int, int]
Amounts: TypeAlias = tuple[Pair, Pair]
"""Explicit padding: ((top, bottom), (left, right)), in pixels."""

PaddingRule: TypeAlias = str | Amounts
"""``"valid"``, ``"same"``, ``"full"``, or explicit `Amounts`."""

Operation: TypeAlias = Literal["correlate", "convolve"]
ChannelMode: TypeAlias = Literal["grey", "sum", "each"]
PoolKind: TypeAlias = Literal["none", "max", "average"]
StageName: TypeAlias = Literal["input", "convolution", "activation", "pooling"]

STAGES: tuple[StageName, ...] = ("input", "convolution", "activation", "pooling")


@dataclass(frozen=True)
class PoolSettings:
    """The settings of the pooling stage.

    ``size`` and ``stride`` are (rows, columns) in cells of the activation map. ``ceil`` keeps the
    incomplete windows at the bottom and right instead of dropping them. ``padding`` is
    ``"valid"``, ``"same"`` or explicit amounts; ``count_padding`` lets an average divide by the
    whole window even where part of it is padding.

    >>> PoolSettings("max").size
    (2, 2)
    """

    kind: PoolKind = "none"
    size: Pair = (2, 2)
    stride: Pair = (2, 2)
    padding: PaddingRule = "valid"
    ceil: bool = False
    count_padding: bool = False


@dataclass(frozen=True)
class Settings:
    """The settings of all four stages.

    One output value is ``activation(sum of products / divisor + bias)``; the divisor belongs to the kernel.
    ``stride`` and ``dilation`` are (rows, columns). ``fill`` names what the padding is made of: ``"zero"``,
    ``"mean"``, ``"reflect"``, ``"symmetric"``, ``"edge"``, ``"wrap"``, or a number. ``channels`` says what a
    colour picture is to the kernel: one ``"grey"`` map, all channels into one map (``"sum"``, as a CNN layer
    does), or each channel on its own (``"each"``, as photo editors do). ``unit_range`` divides 0..255 pixel
    values by 255 first. ``slope`` is the slope of leaky ReLU below zero.

    >>> Settings(Kernel([[1, 0, -1]])).stride
    (1, 1)
    """

    kernel: Kernel
    operation: Operation = "correlate"
    channels: ChannelMode = "grey"
    bias: float = 0.0
    padding: PaddingRule = "valid"
    fill: str | float = "zero"
    stride: Pair = (1, 1)
    dilation: Pair = (1, 1)
    activation: str = "none"
    slope: float = 0.01
    pool: PoolSettings = field(default_factory=PoolSettings)
    unit_range: bool = False

    def frame(self) -> tuple[Any, ...]:
        """Everything but the kernel's numbers: what the shapes and every other control depend on.

        >>> Settings(Kernel([[1, 0]])).frame() == Settings(Kernel([[5, -1]])).frame()
        True
        """
        return self.kernel.weights.shape, _frame(self)


_frame = attrgetter(*[one.name for one in fields(Settings) if one.name != "kernel"])
