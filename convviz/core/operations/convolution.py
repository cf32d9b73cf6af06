"""Cross-correlation and convolution of an image with a kernel.

Cross-correlation lays the kernel on the image as it is, multiplies cell by cell and adds up. True
convolution turns the kernel by 180 degrees first. Layers of neural networks that are called
"convolutional" compute cross-correlation.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.core.base.exact import exact_array, float_type
from convviz.core.base.translatable import TranslatableError
from convviz.core.sizes.numbers import Pair, steps
from convviz.core.sizes.padding import Indices, check_fill, constants, indices, resolve
from convviz.core.sizes.shapes import ShapeSize, computable, shape_size
from convviz.core.sums import maps
from convviz.core.sums.job import Job, Map, Mode, sum_type

NO_BIAS = np.zeros(())
NO_BIAS.setflags(write=False)


def cross_correlate(
    image: ArrayLike,
    kernel: ArrayLike,
    *,
    bias: ArrayLike = 0.0,
    stride: Any = 1,
    padding: Any = "valid",
    fill: str | float = "zero",
    dilation: Any = 1,
) -> NDArray[Any]:
    """Slide a kernel over an image; every output value is a sum of products, plus the bias.

    ``image`` is (H, W) or (H, W, C), any real type. ``kernel`` is (kh, kw), the same weights for
    every channel; (kh, kw, C), one plane a channel; or (kh, kw, C, K), K filters. All channels
    are summed: the answer is (oh, ow), or (oh, ow, K). ``bias`` is a number, or one for each of K.

    ``stride`` and ``dilation`` are an int or (rows, columns), up to 1000 or the picture's longer
    side. ``padding`` is "valid" (none), "same" (TensorFlow's rule: an odd pixel goes to the bottom
    and right), "full", an int, (rows, columns), or ((top, bottom), (left, right)), up to 512 on a
    side. ``fill`` says what the padding is made of: "zero", a number, "mean" (of the channel), or
    "reflect", "symmetric", "edge", "wrap" with the meanings of `numpy.pad`.

    The answer is float32; float64 for float64 images, for whole numbers wider than 16 bits, and where
    float32 could not hold the sums of whole numbers, their whole-number bias included. Whole numbers give
    exact whole numbers as long as sum |weights| * max |pixel or fill| + |bias| is below 2^53; larger ones,
    and fractions, are rounded to the answer's type. A bias with a fraction is rounded to that type and
    changes nothing else. A whole number beyond 2^53 is taken where float64 holds it exactly, and refused
    otherwise. NaN and infinity reach the windows that touch them (a weight of 0 does not protect) and no
    others. ValueError, with the numbers, for settings that cannot be.

    >>> cross_correlate([[10, 10, 0, 0]] * 3, [[1, 0, -1]] * 3).tolist()
    [[30.0, 30.0]]
    """
    offset = check_bias(bias)
    job = prepare(image, kernel, stride=stride, padding=padding, fill=fill, dilation=dilation, bias=offset)
    return _finished(job, offset)


def convolve(
    image: ArrayLike,
    kernel: ArrayLike,
    *,
    bias: ArrayLike = 0.0,
    stride: Any = 1,
    padding: Any = "valid",
    fill: str | float = "zero",
    dilation: Any = 1,
) -> NDArray[Any]:
    """Do what `cross_correlate` does with the kernel turned by 180 degrees: true convolution.

    Arguments, shapes, types and errors are those of `cross_correlate`.

    >>> convolve([[10, 10, 0, 0]] * 3, [[1, 0, -1]] * 3).tolist()
    [[-30.0, -30.0]]
    """
    turned = check_kernel(kernel)[::-1, ::-1]
    return cross_correlate(
        image, turned, bias=bias, stride=stride, padding=padding, fill=fill, dilation=dilation
    )


def _finished(job: Job, offset: NDArray[np.float64]) -> NDArray[Any]:
    out = np.empty(job.shape, job.dtype)
    if offset is NO_BIAS:
        maps.compute(job, out)
        return out
    if offset.ndim and (job.mode != "filters" or offset.shape != job.weights.shape[-1:]):
        raise ValueError(f"bias of shape {offset.shape} does not fit a result of shape {job.shape}")
    offset = offset.astype(job.dtype)

    def finish(first: int, last: int) -> None:
        np.add(out[first:last], offset, out=out[first:last])

    maps.compute(job, out, finish)
    return out


def prepare(
    image: ArrayLike,
    kernel: ArrayLike,
    *,
    stride: Any = 1,
    padding: Any = "valid",
    fill: str | float = "zero",
    dilation: Any = 1,
    each: bool = False,
    bias: ArrayLike = 0.0,
    divisor: float = 1.0,
) -> Job:
    """Check the arguments and decide everything before the sums: sizes, padding, types.

    ``kernel`` is taken as it is applied. With ``each`` every channel keeps a map of its own.
    ``divisor`` and ``bias``, which follow the sums, count in the choice of their type.
    ValueError, with the numbers, for settings that cannot be.
    """
    pixels = check_image(image)
    weights = for_channels(check_kernel(kernel), pixels.shape[2])
    mode: Mode = "filters" if weights.ndim == 4 else "each" if each else "sum"
    size, rows, columns = places(windows(pixels, weights, stride, padding, dilation), check_fill(fill))
    padded = size.padding != ((0, 0), (0, 0))
    values = constants(pixels, fill) if padded else np.zeros(pixels.shape[2])
    dtype = sum_type(pixels, weights, values, each, bias=bias, divisor=divisor)
    return Job(pixels, weights, mode, size, rows, columns, values, dtype)


@lru_cache(maxsize=64)
def places(size: ShapeSize, fill: str | float) -> tuple[ShapeSize, Indices, Indices]:
    """The size, always the same object, and the input row and column at each padded position.

    Remembered: for a small image finding the places takes as long as the sums.
    """
    rows, columns = (indices(axis.input, axis.before, axis.after, fill) for axis in (size.rows, size.columns))
    rows.setflags(write=False)
    columns.setflags(write=False)
    return size, rows, columns


def windows(pixels: Map, weights: Map, stride: Any, padding: Any, dilation: Any) -> ShapeSize:
    """The windows of a kernel on an image; ValueError, with the numbers, if it does not fit."""
    size, shape = (pixels.shape[0], pixels.shape[1]), (weights.shape[0], weights.shape[1])
    # Remembered for the plainest ways of asking: for a small image they take as long as the sums.
    plain = type(stride) is int and type(dilation) is int and type(padding) in (int, str)
    return (_known_windows if plain else _windows)(size, shape, stride, padding, dilation)


def _windows(size: Pair, kernel: Pair, stride: Any, padding: Any, dilation: Any) -> ShapeSize:
    moves, gaps = steps(stride, "stride", size), steps(dilation, "dilation", size)
    amounts = resolve(padding, size, kernel, moves, gaps)
    return computable(shape_size(size, kernel, moves, gaps, amounts))


_known_windows = lru_cache(maxsize=64)(_windows)


def for_channels(weights: NDArray[np.float64], channels: int) -> NDArray[np.float64]:
    """A kernel with a plane for every channel; a kernel of one plane is the same for all."""
    if weights.ndim == 2:
        weights = weights[:, :, None]
        if channels > 1:
            weights = np.broadcast_to(weights, (*weights.shape[:2], channels))
    if weights.shape[2] != channels:
        raise ValueError(f"kernel with {weights.shape[2]} channels does not fit an image with {channels}")
    return weights


def check_image(image: ArrayLike) -> Map:
    """``image`` as an array of shape (H, W, C); ValueError, with the shape, if it is none."""
    try:
        pixels = exact_array(image, "pixel")
    except TranslatableError:
        raise
    except ValueError:
        raise ValueError("the rows of the image are not all equally long") from None
    if pixels.ndim not in (2, 3) or 0 in pixels.shape:
        raise ValueError(f"an image has shape (H, W) or (H, W, C) and at least one pixel, not {pixels.shape}")
    float_type(pixels.dtype)
    return pixels if pixels.ndim == 3 else pixels[:, :, None]


def check_bias(bias: ArrayLike) -> NDArray[np.float64]:
    """``bias`` as float64; ValueError, with the number, if it is not finite, or if float64 changes it."""
    if type(bias) in (int, float) and bias == 0:
        return NO_BIAS
    try:
        offset = np.asarray(_numbers(exact_array(bias, "bias")), dtype=np.float64)
    except TypeError:
        raise ValueError(f"bias {bias!r} is not a real number") from None
    if not np.isfinite(offset).all():
        raise ValueError(f"bias {offset} is not finite")
    return offset


def _numbers(array: NDArray[Any]) -> NDArray[Any]:
    """The array; TypeError for complex numbers, dates and the like, of which NumPy would take a part."""
    if array.dtype.kind in "cmM":
        raise TypeError(f"values of type {array.dtype} are not real numbers")
    return array


def check_kernel(kernel: ArrayLike) -> NDArray[np.float64]:
    """``kernel`` as a float64 array of 2, 3 or 4 dimensions.

    ValueError, with the numbers, for an empty kernel, rows of different lengths, and weights that
    are not finite numbers.
    """
    try:
        weights = np.asarray(_numbers(exact_array(kernel, "weight")), dtype=np.float64)
    except TranslatableError:
        raise
    except (ValueError, TypeError):
        rows: list[Any] = list(kernel) if isinstance(kernel, Sequence) else []
        lengths = [len(row) if isinstance(row, Sequence) else 1 for row in rows]
        if len(set(lengths)) > 1:
            raise ValueError(f"the kernel is ragged: its rows have {lengths} weights") from None
        raise ValueError("the kernel holds something that is not a number") from None
    if weights.ndim not in (2, 3, 4):
        raise ValueError(f"a kernel has shape (kh, kw), (kh, kw, C) or (kh, kw, C, K), not {weights.shape}")
    if weights.size == 0:
        raise ValueError(f"the kernel is empty: its shape is {weights.shape}")
    if not np.isfinite(weights).all():
        place = tuple(int(i) for i in np.argwhere(~np.isfinite(weights))[0])
        raise ValueError(f"the kernel's weight at {place} is {weights[place]}, not a finite number")
    return weights
