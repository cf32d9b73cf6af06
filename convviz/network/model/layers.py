"""Frozen descriptions of all kinds of layers, with their weights: ConvViz' own, then those of opened files.

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
from convviz.core.sizes.shapes import AxisSize, ShapeSize

Array = NDArray[np.float32]
Shape = tuple[int, ...]
INPUT = -1


def frozen(array: Any) -> Array:
    """A read-only float32 copy: networks share their arrays."""
    result = np.array(array, dtype=np.float32)
    result.flags.writeable = False
    return result


@dataclass(frozen=True, eq=False)
class Layer:
    """What all layers have.

    ``shared`` is the position of a layer before this one that has the same weights: a layer that
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
        """The formula of the number of parameters; empty where there are none."""
        return ""

    @property
    def channels(self) -> int:
        """The number of output maps, or neurons."""
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
    """A layer of sums of products: ``weights`` (..., channels), a bias for each channel, an activation."""

    weights: Array
    bias: Array
    has_bias: bool
    activation: str
    slope: float

    @property
    def parameters(self) -> int:
        return self.weights.size + (self.bias.size if self.has_bias else 0)

    @property
    def arithmetic(self) -> str:
        """For instance ``(3*3*1+1)*32 = 320`` of a convolution, ``(1152+1)*10 = 11530`` of a dense layer."""
        *inputs, outputs = self.weights.shape
        return f"({'*'.join(map(str, inputs))}{'+1' * self.has_bias})*{outputs} = {self.parameters}"

    @cached_property
    def is_finite(self) -> bool:
        """Whether every weight is a finite number; computed once."""
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


@dataclass(frozen=True, eq=False)
class TransposedConvolution(Weighted):
    """A convolution run backwards: every value below is spread out over a window of the output.

    ``weights`` are (rows, columns, input channels, output channels). ``cut`` is what was taken off at
    the top and at the left of all that was spread out. V. Dumoulin and F. Visin, "A guide to convolution
    arithmetic for deep learning", 2016, chapter 4.
    """

    kind: ClassVar[str] = "transposed convolution"
    stride: Pair
    dilation: Pair
    cut: Pair

    @property
    def size(self) -> ShapeSize:
        """The convolution that is run backwards: it reads what comes out of this layer."""
        rows, columns = (self._axis(axis) for axis in (0, 1))
        return ShapeSize(rows, columns)

    def _axis(self, axis: int) -> AxisSize:
        kernel, step, gap = self.weights.shape[axis], self.stride[axis], self.dilation[axis]
        beyond = max(0, gap * (kernel - 1) + 1 - self.shape[axis] - self.cut[axis])
        return AxisSize(self.shape[axis], kernel, step, gap, self.cut[axis], beyond)

    def places(self, axis: int, position: int) -> list[tuple[int, int]]:
        """What a row (axis 0) or column of the output adds up: (place below, place in the kernel).

        Places below may lie outside of the layer, where there is nothing.

        >>> weights, bias = np.zeros((3, 3, 1, 1)), np.zeros(1)
        >>> layer = TransposedConvolution("up", (0,), (4, 4, 1), weights, bias, True, "linear", 0.0,
        ...                               (2, 2), (1, 1), (0, 0))
        >>> layer.places(0, 2), layer.places(0, 3)
        ([(0, 2), (1, 0)], [(1, 1)])
        """
        found = []
        for at in range(self.weights.shape[axis] - 1, -1, -1):
            below, rest = divmod(position + self.cut[axis] - at * self.dilation[axis], self.stride[axis])
            if rest == 0:
                found.append((below, at))
        return found


@dataclass(frozen=True, eq=False)
class Moved(Layer):
    """The same values in other places: cropping, enlarging by repeating, other orders of the axes.

    ``sources`` has this layer's shape; each is a position in the layer below, whose shape is ``below``,
    counted along its last axis first.
    """

    kind: ClassVar[str] = "moved"
    sources: NDArray[np.int64]
    below: Shape

    @cached_property
    def origins(self) -> NDArray[np.int64]:
        """For every row and column: the first and last row and column that its channels were taken from.

        (rows, columns, 4), the last axis top, left, bottom, right.
        """
        sources = self.sources.reshape((1, 1, 1)[: 3 - self.sources.ndim] + self.sources.shape)
        rows, columns, _ = np.unravel_index(sources, (1, 1, 1)[: 3 - len(self.below)] + self.below)
        ends = rows.min(axis=2), columns.min(axis=2), rows.max(axis=2), columns.max(axis=2)
        return np.stack(ends, axis=-1)


@dataclass(frozen=True, eq=False)
class Resampling(Layer):
    """Maps of another size, every value a mixture of its neighbours below.

    ``rows`` are (rows, rows below) and ``columns`` (columns, columns below): the share that each has.
    """

    kind: ClassVar[str] = "resampling"
    rows: Array
    columns: Array


@dataclass(frozen=True, eq=False)
class LiveNormalisation(Layer):
    """Normalisation by statistics of the values themselves: (x - mean) / deviation * gamma + beta.

    ``axes`` are those of ``shape`` over which mean and deviation run; with ``groups`` above 1 the channels
    are cut into so many groups first. ``how`` is "variance" (layer and group normalisation), "rms" (the
    mean is 0 and the deviation the root of the mean square) or "length" (the root of the sum of squares).
    """

    kind: ClassVar[str] = "live normalisation"
    axes: tuple[int, ...]
    groups: int
    how: str
    epsilon: float
    gamma: Array
    beta: Array
    counted: int

    @property
    def parameters(self) -> int:
        return self.counted


@dataclass(frozen=True, eq=False)
class Slopes(Layer):
    """ReLU whose slope below 0 was learned (PReLU); ``alpha`` is broadcast to the layer's shape."""

    kind: ClassVar[str] = "slopes"
    alpha: Array

    @property
    def parameters(self) -> int:
        return self.alpha.size


def resizing_matrix(size: int, below: int, nearest: bool) -> NDArray[Any]:
    """The shares of (values, values below) when ``below`` values are resized to ``size``.

    Centres of pixels are laid over each other; between two of them the mixture is linear, or the nearer
    one is taken. This is TensorFlow's ``image.resize`` without antialiasing.

    >>> resizing_matrix(4, 2, nearest=False).tolist()
    [[1.0, 0.0], [0.75, 0.25], [0.25, 0.75], [0.0, 1.0]]
    """
    scale = np.float32(below) / np.float32(size)
    result = np.zeros((size, below))
    for at in range(size):
        place = (at + 0.5) * float(scale)
        if nearest:
            result[at, min(int(np.floor(place)), below - 1)] = 1
            continue
        low = int(np.floor(place - 0.5))
        share = place - 0.5 - low
        result[at, max(low, 0)] += 1 - share
        result[at, min(low + 1, below - 1)] += share
    return result
