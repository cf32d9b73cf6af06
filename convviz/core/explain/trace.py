"""The arithmetic behind one output cell: every number in it, in the order of addition.

A trace computes its few numbers again from the stage's input, in the stage's own type and in the order
of `convviz.core.sums`, and so ends at the value of the stage, to the last bit. `settled_trace` shows as
0 what is only rounding noise.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.core.base.exact import exact_number
from convviz.core.operations.activations import apply, as_float
from convviz.core.operations.convolution import check_image, check_kernel, for_channels, windows
from convviz.core.operations.pooling import pool_size_of, window_total
from convviz.core.sizes.padding import CONSTANT, check_fill, constants, source_index
from convviz.core.sizes.settings import StageName
from convviz.core.sizes.shapes import AxisSize, ShapeSize
from convviz.core.stages.noise import Noise, settle, settled
from convviz.core.stages.pipeline import Result, weights_for
from convviz.core.sums.job import sum_type
from convviz.core.sums.two_passes import written

Floats: TypeAlias = NDArray[Any]
Ints: TypeAlias = NDArray[np.intp]
Mask: TypeAlias = NDArray[np.bool_]
Cell: TypeAlias = tuple[int, int]


@dataclass(frozen=True, eq=False)
class ConvolutionTrace:
    """The arithmetic of one cell of a convolution (and its activation).

    ``rows`` (kh,) and ``columns`` (kw,) are input positions; those in the padding lie outside the
    input. ``window``, ``weights`` and ``products`` are (kh, kw), or (kh, kw, C) where channels are
    summed; the weights are as applied, that is turned for true convolution. ``running_sum`` has
    one entry a product, row by row and channel after channel: what has been added up so far. ``value`` is
    activation(total / divisor + bias), ``before_activation`` what stands in the bracket.
    """

    row: int
    column: int
    channel: int
    rows: Ints
    columns: Ints
    is_padding: Mask
    window: Floats
    weights: Floats
    products: Floats
    running_sum: Floats
    channel_sums: Floats
    total: float
    divisor: float
    bias: float
    before_activation: float
    activation: str
    value: float


@dataclass(frozen=True, eq=False)
class PoolingTrace:
    """The arithmetic of one cell of a pooling stage.

    ``rows``, ``columns``, ``window`` and ``is_padding`` are as in `ConvolutionTrace`; padding cells hold 0
    and are not compared. ``winner`` is the (row, column) of the first largest value in the activation map,
    None for an average. ``count`` is how many cells were compared or averaged over, ``total`` their sum.
    """

    row: int
    column: int
    channel: int
    rows: Ints
    columns: Ints
    is_padding: Mask
    window: Floats
    kind: str
    winner: Cell | None
    count: int
    total: float
    value: float


def trace(
    result: Result, stage: StageName, row: int, column: int, channel: int = 0
) -> ConvolutionTrace | PoolingTrace:
    """Trace one cell of a computed stage.

    ``stage`` is "convolution" or "activation" (a `ConvolutionTrace`, whose ``value`` is before or
    after the activation) or "pooling" (a `PoolingTrace`). ``row``, ``column`` and ``channel``
    count from 0. IndexError, with the numbers, for a cell outside; ValueError for a stage without
    arithmetic, or one that is switched off.

    >>> from convviz.core import Image, Kernel, Settings, run
    >>> answer = run(Image(np.eye(3)), Settings(Kernel(np.eye(3))))
    >>> trace(answer, "convolution", 0, 0).running_sum.tolist()
    [1.0, 1.0, 1.0, 1.0, 2.0, 2.0, 2.0, 2.0, 3.0]
    """
    settings, chain = result.settings, result.chain
    array = result.stage(stage)
    if stage == "input" or array is None:
        raise ValueError(f"stage {stage!r} has no arithmetic to show")
    channels = array.shape[2] if array.ndim == 3 else 1
    _inside((row, column, channel), (array.shape[0], array.shape[1], channels))
    if stage == "pooling":
        assert chain.pooling_size is not None
        pool, size = settings.pool, chain.pooling_size
        return _pooling(result.activation, size, row, column, channel, pool.kind, pool.count_padding)
    weights = weights_for(settings, result.input.shape)
    image, planes = result.input, channels > 1
    if image.ndim == 3 and planes:
        weights = weights[:, :, channel] if weights.ndim == 3 else weights
    return _convolution(
        image if image.ndim == 3 else image[:, :, None],
        weights,
        chain.convolution_size,
        (row, column, channel),
        alone=planes,
        divisor=settings.kernel.divisor,
        bias=settings.bias,
        fill=settings.fill,
        activation=settings.activation if stage == "activation" else "none",
        slope=settings.slope,
        dtype=result.convolution.dtype,
    )


def trace_window(
    image: ArrayLike,
    kernel: ArrayLike,
    row: int,
    column: int,
    channel: int = 0,
    *,
    operation: str = "correlate",
    divisor: float = 1.0,
    bias: float = 0.0,
    stride: Any = 1,
    padding: Any = "valid",
    fill: str | float = "zero",
    dilation: Any = 1,
    activation: str = "none",
    slope: float = 0.01,
) -> ConvolutionTrace:
    """Trace one value of ``cross_correlate(image, kernel, ...)`` or ``convolve(...)``.

    The arguments are those of `cross_correlate`; ``operation`` is "correlate" or "convolve".
    ``channel`` is the number of the filter where ``kernel`` is (kh, kw, C, K). IndexError, with
    the numbers, for a cell outside; ValueError for settings that cannot be.

    >>> trace_window(np.eye(3), np.eye(3), 0, 0, bias=1).value
    4.0
    """
    bias, divisor = exact_number(bias, "bias"), exact_number(divisor, "divisor")
    if divisor == 0 or not all(map(math.isfinite, (divisor, bias, slope))):
        text = f"divisor {divisor}, bias {bias} and slope {slope} must be finite, and the divisor not 0"
        raise ValueError(text)
    pixels = check_image(image)
    weights = for_channels(check_kernel(kernel), pixels.shape[2])
    if operation == "convolve":
        weights = weights[::-1, ::-1]
    elif operation != "correlate":
        raise ValueError(f"operation {operation!r} is none of correlate, convolve")
    size = windows(pixels, weights, stride, padding, dilation)
    _inside((row, column, channel), (*size.shape, weights.shape[3] if weights.ndim == 4 else 1))
    padded = size.padding != ((0, 0), (0, 0))
    fills = constants(pixels, fill) if padded else np.zeros(pixels.shape[2])
    dtype = sum_type(pixels, weights, fills, bias=bias, divisor=divisor)
    if weights.ndim == 4:
        weights = weights[:, :, :, channel]
    return _convolution(
        pixels, weights, size, (row, column, channel), alone=False, divisor=divisor, bias=bias, fill=fill,
        activation=activation, slope=slope, dtype=dtype,
    )  # fmt: skip


def _inside(cell: tuple[int, ...], shape: tuple[int, ...]) -> None:
    for name, index, size in zip(("row", "column", "channel"), cell, shape, strict=True):
        if not 0 <= index < size:
            raise IndexError(f"{name} {index} is outside 0..{size - 1}")


def _convolution(
    image: NDArray[Any],
    weights: NDArray[np.float64],
    size: ShapeSize,
    cell: tuple[int, int, int],
    *,
    alone: bool,
    divisor: float,
    bias: float,
    fill: str | float,
    activation: str,
    slope: float,
    dtype: np.dtype[Any],
) -> ConvolutionTrace:
    row, column, channel = cell
    rows, columns = _positions(size.rows, row), _positions(size.columns, column)
    window, is_padding = _window(image, rows, columns, fill)
    if alone:
        window = window[:, :, channel]
    elif window.shape[2] == 1:
        window, weights = window[:, :, 0], weights.reshape(weights.shape[:2])
    elif weights.ndim == 2:
        weights = np.broadcast_to(weights[:, :, None], window.shape)
    depth = (*window.shape[:2], -1)
    summed = written(window.reshape(depth), weights.reshape(depth), dtype)
    with np.errstate(all="ignore"):
        before = summed.total if divisor == 1 else summed.total / dtype.type(divisor)
        before = before if bias == 0 else before + dtype.type(bias)  # as the map is finished: -0 stays -0
        value = apply(activation, before, slope)
    return ConvolutionTrace(
        row, column, channel, rows, columns, is_padding, window, weights,
        summed.products.reshape(window.shape), summed.running, summed.channels,
        float(summed.total), divisor, bias, float(before), activation, float(value),
    )  # fmt: skip


def _positions(axis: AxisSize, index: int) -> Ints:
    return np.asarray(axis.positions(index), dtype=np.intp)


def _window(image: NDArray[Any], rows: Ints, columns: Ints, fill: str | float) -> tuple[Floats, Mask]:
    """The values under the kernel in float64, (kh, kw, C), and which of them are padding."""
    height, width = image.shape[:2]
    if rows[0] >= 0 and rows[-1] < height and columns[0] >= 0 and columns[-1] < width:
        window = image[rows[:, None], columns].astype(np.float64)
        return window, np.zeros(window.shape[:2], np.bool_)
    outside = ((rows < 0) | (rows >= height))[:, None] | ((columns < 0) | (columns >= width))[None, :]
    fill = check_fill(fill)
    row_of, column_of = source_index(rows, height, fill), source_index(columns, width, fill)
    window = image[row_of[:, None], column_of].astype(np.float64)
    constant = (row_of == CONSTANT)[:, None] | (column_of == CONSTANT)[None, :]
    if constant.any():
        window[constant] = constants(image, fill)
    return window, outside


def _pooling(
    image: NDArray[Any], size: ShapeSize, row: int, column: int, channel: int, kind: str, count_padding: bool
) -> PoolingTrace:
    rows, columns = _positions(size.rows, row), _positions(size.columns, column)
    plane = image if image.ndim == 2 else image[:, :, channel]
    cube, is_padding = _window(plane[:, :, None], rows, columns, "zero")
    window = cube[:, :, 0]
    inside = int((~is_padding).sum())
    with np.errstate(all="ignore"):  # infinity minus infinity is an answer here, not a mistake
        total = window_total(window, is_padding)
    if kind == "max":
        best = int(np.argmax(np.where(is_padding, -np.inf, window)))
        if is_padding.flat[best]:  # every value is minus infinity
            best = int(np.argmin(is_padding))
        i, j = divmod(best, columns.size)
        found: tuple[Any, ...] = (int(rows[i]), int(columns[j])), inside, total, float(window[i, j])
    else:
        count = _count(size, rows, columns) if count_padding else inside
        found = None, count, total, float(plane.dtype.type(total / count))
    return PoolingTrace(row, column, channel, rows, columns, is_padding, window, kind, *found)


def _count(size: ShapeSize, rows: Ints, columns: Ints) -> int:
    """Cells of a window that lie in the map or its padding (``ceil`` may reach beyond both)."""
    (_, bottom), (_, right) = size.padding
    down = int((rows < size.rows.input + bottom).sum())
    return down * int((columns < size.columns.input + right).sum())


def trace_pool(
    image: ArrayLike,
    row: int,
    column: int,
    channel: int = 0,
    *,
    kind: str = "max",
    pool_size: Any = 2,
    stride: Any = None,
    padding: Any = "valid",
    ceil: bool = False,
    count_padding: bool = False,
) -> PoolingTrace:
    """Trace one value of ``max_pool(image, ...)`` or ``average_pool(image, ...)``.

    ``kind`` is "max" or "average"; the other arguments are those of the two functions.

    >>> trace_pool([[1, 5], [3, 4]], 0, 0).winner
    (0, 1)
    """
    values = as_float(image)
    size = pool_size_of((values.shape[0], values.shape[1]), pool_size, stride, padding, ceil)
    _inside((row, column, channel), (*size.shape, values.shape[2] if values.ndim == 3 else 1))
    return _pooling(values, size, row, column, channel, kind, count_padding)


@overload
def settled_trace(trace: ConvolutionTrace, noise: Noise) -> ConvolutionTrace: ...


@overload
def settled_trace(trace: PoolingTrace, noise: Noise) -> PoolingTrace: ...


def settled_trace(trace: ConvolutionTrace | PoolingTrace, noise: Noise) -> ConvolutionTrace | PoolingTrace:
    """The same arithmetic with sums and results at zero where they are no larger than ``noise``.

    Pixels, weights and products stay as they are: only what was added up can be noise.

    >>> import numpy as np
    >>> from convviz.core import Image, Kernel, Settings, run, trace
    >>> flat = Image(np.full((3, 3), 0.7, np.float32), 0, 1)
    >>> result = run(flat, Settings(Kernel([[0.3, -0.2, -0.1]])))
    >>> settled_trace(trace(result, "convolution", 0, 0), result.noise).value
    0.0
    """
    if noise == Noise():
        return trace
    if isinstance(trace, PoolingTrace):
        return replace(
            trace,
            window=settled(trace.window, noise.activation),
            total=settle(trace.total, noise.activation * max(1, trace.count)),
            value=settle(trace.value, noise.activation),
        )
    after = noise.convolution if trace.activation == "none" else noise.activation
    return replace(
        trace,
        running_sum=settled(trace.running_sum, noise.sums),
        channel_sums=settled(trace.channel_sums, noise.sums),
        total=settle(trace.total, noise.sums),
        before_activation=settle(trace.before_activation, noise.convolution),
        value=settle(trace.value, after),
    )
