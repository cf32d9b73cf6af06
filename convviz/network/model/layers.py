"""Frozen descriptions of a network's layers, with their weights.

Arrays are float32 and read-only. ``inputs`` are positions in `Network.layers`; `INPUT` (-1) is the
picture itself. ``shape`` is what comes out, without the batch: (rows, columns, channels) or (cells,).
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from convviz.core.sizes.numbers import Pair
from convviz.core.sizes.shapes import ShapeSize, conv_parameters, dense_parameters

Array = NDArray[np.float32]
Shape = tuple[int, ...]
INPUT = -1


def frozen(array: Any) -> Array:
    """A read-only float32 copy, so that nobody changes a network behind another's back."""
    result = np.array(array, dtype=np.float32)
    result.flags.writeable = False
    return result


@dataclass(frozen=True, eq=False)
class Layer:
    """What all layers have.

    ``shared`` is the position of a layer before this one that has the very same weights: a layer that
    a network uses twice.
    """

    kind: ClassVar[str] = "layer"
    name: str
    inputs: tuple[int, ...]
    shape: Shape
    shared: int | None = field(default=None, kw_only=True)

    @property
    def parameters(self) -> int:
        """Numbers that were learned."""
        return 0

    @property
    def arithmetic(self) -> str:
        """How the number of parameters comes about, as a line; empty where there are none."""
        return ""

    @property
    def channels(self) -> int:
        """Maps, or neurons, that come out."""
        return self.shape[-1]

    def with_weights_of(self, other: Layer, at: int) -> Self:
        """The same layer with the arrays of another one, at position ``at``, instead of its own."""
        arrays: dict[str, Any] = {}
        for one in fields(self) if self.parameters else ():
            if isinstance(getattr(self, one.name), np.ndarray):
                arrays[one.name] = getattr(other, one.name)
        return replace(self, shared=at, **arrays)


@dataclass(frozen=True, eq=False)
class Weighted(Layer):
    """A layer of sums of products: weights, a bias a channel, an activation."""

    weights: Array
    bias: Array
    has_bias: bool
    activation: str
    slope: float

    @cached_property
    def is_finite(self) -> bool:
        """Whether every weight is a finite number; looked at once."""
        return bool(np.isfinite(self.weights).all())


@dataclass(frozen=True, eq=False)
class Convolution(Weighted):
    """A convolution layer (cross-correlation, as in every network).

    ``weights`` are (rows, columns, input channels / groups, output channels). With as many groups
    as input channels it is a depthwise convolution.
    """

    kind: ClassVar[str] = "convolution"
    size: ShapeSize
    groups: int

    @property
    def parameters(self) -> int:
        rows, columns, c_in, c_out = self.weights.shape
        return conv_parameters((rows, columns), c_in, c_out, bias=self.has_bias)

    @property
    def arithmetic(self) -> str:
        """For instance ``(3*3*1+1)*32 = 320``."""
        rows, columns, c_in, c_out = self.weights.shape
        bias = "+1" if self.has_bias else ""
        return f"({rows}*{columns}*{c_in}{bias})*{c_out} = {self.parameters}"

    @property
    def kernel(self) -> Pair:
        """(rows, columns) of the window."""
        return self.weights.shape[0], self.weights.shape[1]

    def sources(self, channel: int) -> range:
        """The input channels that an output channel reads: all, or those of its group."""
        each = self.weights.shape[2]
        group = channel // (self.weights.shape[3] // self.groups)
        return range(group * each, (group + 1) * each)


@dataclass(frozen=True, eq=False)
class Dense(Weighted):
    """A dense layer: ``weights`` are (inputs, neurons)."""

    kind: ClassVar[str] = "dense"

    @property
    def parameters(self) -> int:
        inputs, neurons = self.weights.shape
        return dense_parameters(inputs, neurons, bias=self.has_bias)

    @property
    def arithmetic(self) -> str:
        """For instance ``(1152+1)*10 = 11530``."""
        inputs, neurons = self.weights.shape
        return f"({inputs}{'+1' if self.has_bias else ''})*{neurons} = {self.parameters}"


@dataclass(frozen=True, eq=False)
class Pooling(Layer):
    """Max or average pooling; ``maximum`` tells which. Padding never wins and is never counted."""

    kind: ClassVar[str] = "pooling"
    size: ShapeSize
    maximum: bool

    @property
    def window(self) -> Pair:
        """(rows, columns) of the window."""
        return self.size.rows.kernel, self.size.columns.kernel


@dataclass(frozen=True, eq=False)
class GlobalPooling(Layer):
    """One number a map: its largest value, or its mean."""

    kind: ClassVar[str] = "global pooling"
    maximum: bool


@dataclass(frozen=True, eq=False)
class Reshape(Layer):
    """The same values in the same order in another shape; flatten is one of these."""

    kind: ClassVar[str] = "reshape"


@dataclass(frozen=True, eq=False)
class Same(Layer):
    """A layer that only does something in training, such as dropout: values pass unchanged."""

    kind: ClassVar[str] = "same"


@dataclass(frozen=True, eq=False)
class Activation(Layer):
    """A function of every value (or softmax along the last axis)."""

    kind: ClassVar[str] = "activation"
    activation: str
    slope: float


@dataclass(frozen=True, eq=False)
class Normalisation(Layer):
    """Batch normalisation with what it learned: (x - mean) / deviation * gamma + beta, a channel."""

    kind: ClassVar[str] = "normalisation"
    gamma: Array
    beta: Array
    mean: Array
    deviation: Array
    counted: int

    @property
    def parameters(self) -> int:
        return self.counted


@dataclass(frozen=True, eq=False)
class Scaling(Layer):
    """x * factor + offset with fixed numbers."""

    kind: ClassVar[str] = "scaling"
    factor: float
    offset: float


@dataclass(frozen=True, eq=False)
class ZeroPadding(Layer):
    """A frame of zeros: ((top, bottom), (left, right))."""

    kind: ClassVar[str] = "zero padding"
    amounts: tuple[Pair, Pair]


@dataclass(frozen=True, eq=False)
class Merge(Layer):
    """Several layers put together: ``concatenate`` channel after channel, or cell by cell.

    Cell by cell is ``add``, ``subtract``, ``multiply``, ``divide``, ``average``, ``maximum`` or
    ``minimum``; ``stack`` makes each layer a channel.
    """

    kind: ClassVar[str] = "merge"
    how: str


@dataclass(frozen=True, eq=False)
class Opaque(Layer):
    """A layer that only Keras computes; its output is shown, its arithmetic is not."""

    kind: ClassVar[str] = "opaque"
    class_name: str
    counted: int

    @property
    def parameters(self) -> int:
        return self.counted
