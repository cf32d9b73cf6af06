"""From image and settings to the picture of every stage; unchanged stages are reused."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from convviz.core.base.exact import float_type
from convviz.core.base.limits import LIMITS
from convviz.core.images.image import Image, to_grey
from convviz.core.operations import activations
from convviz.core.operations.convolution import check_kernel, prepare
from convviz.core.operations.pooling import pool, pool_size_of
from convviz.core.sizes.effort import effort
from convviz.core.sizes.numbers import steps
from convviz.core.sizes.padding import check_fill, resolve
from convviz.core.sizes.settings import Settings, StageName
from convviz.core.sizes.shapes import ShapeSize, computable, conv_parameters, multiply_adds, shape_size
from convviz.core.stages.noise import Noise, noise_of
from convviz.core.stages.statistics import magnitude
from convviz.core.sums import maps
from convviz.core.sums.job import Cancelled as Cancelled
from convviz.core.sums.job import Control, share

Map: TypeAlias = NDArray[Any]

ACTIVATION_BLOCK = 128 * 1024
"""Values between two checks for cancellation."""


@dataclass(frozen=True)
class Chain:
    """The shapes of every stage, computed from integers alone (no pixel is read).

    ``input`` and the other shapes are (H, W) or (H, W, C). ``convolution_size`` and
    ``pooling_size`` keep the terms of the formulas; ``pooling_size`` is None without pooling.
    """

    input: tuple[int, ...]
    convolution: tuple[int, ...]
    activation: tuple[int, ...]
    pooling: tuple[int, ...] | None
    convolution_size: ShapeSize
    pooling_size: ShapeSize | None
    parameters: int
    multiply_adds: int

    def shape(self, stage: StageName) -> tuple[int, ...] | None:
        return getattr(self, stage)  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Result:
    """The picture of every stage, and what made it. Arrays are read-only.

    ``input`` is what the kernel slid over (channel mode and value range applied). ``activation`` is
    ``convolution`` itself where there is no activation; ``pooling`` is None without pooling. ``seconds``
    is the time of the arithmetic. ``fills`` are the constants in the padding, one for each channel;
    empty without padding.
    """

    image: Image
    settings: Settings
    chain: Chain
    input: Map
    convolution: Map
    activation: Map
    pooling: Map | None
    seconds: float
    fills: tuple[float, ...] = ()

    @cached_property
    def reach(self) -> tuple[float, float]:
        """The lowest and the highest finite value of the convolution; every value is read, once."""
        values = self.convolution
        low, high = float(values.min()), float(values.max())
        if np.isfinite(low) and np.isfinite(high):
            return low, high
        values = values[np.isfinite(values)]
        return (float(values.min()), float(values.max())) if values.size else (0.0, 0.0)

    @property
    def largest(self) -> float:
        """The largest finite magnitude in the convolution."""
        low, high = self.reach
        return max(-low, high)

    @cached_property
    def magnitude(self) -> float:
        """How far from zero the colours of the convolution reach (see `statistics.magnitude`)."""
        return magnitude(self.convolution, noise=self.noise.convolution)

    @cached_property
    def noise(self) -> Noise:
        """The rounding noise of each stage (see `noise_of`); computed from the input alone."""
        weights = weights_for(self.settings, self.input.shape)
        return noise_of(self.input, weights, self.settings, self.fills, self.convolution.dtype)

    def stage(self, name: StageName) -> Map | None:
        """The array of one stage, e.g. ``result.stage("pooling")``; None where it is off."""
        return getattr(self, name)  # type: ignore[no-any-return]


def chain(image_shape: tuple[int, ...], settings: Settings) -> Chain:
    """Compute every stage's shape; ValueError says which numbers do not fit, or would take too much.

    ``image_shape`` is (H, W) or (H, W, C). ``parameters`` counts the kernel's weights, one plane
    for each channel that is summed, and one bias; ``multiply_adds`` one for every weight of every
    window (Dumoulin and Visin, arXiv:1603.07285, for the sizes).

    >>> from convviz.core.kernels.kernel import Kernel
    >>> settings = Settings(Kernel([[1, 0, -1]] * 3), padding=((1, 1), (1, 1)))
    >>> answer = chain((9, 9), settings)
    >>> answer.convolution, answer.parameters, answer.multiply_adds
    ((9, 9), 10, 729)
    """
    shape = input_shape(image_shape, settings)
    weights = weights_for(settings, shape)
    _check_numbers(settings)
    kernel = (weights.shape[0], weights.shape[1])
    size = (shape[0], shape[1])
    stride, dilation = steps(settings.stride, "stride", size), steps(settings.dilation, "dilation", size)
    amounts = resolve(settings.padding, size, kernel, stride, dilation)
    convolution_size = computable(shape_size(size, kernel, stride, dilation, amounts))
    maps = shape[2:] if settings.channels == "each" else ()
    convolution = (*convolution_size.shape, *maps)
    pooling_size = pooling = None
    if settings.pool.kind != "none":
        spec = settings.pool
        pooling_size = pool_size_of(convolution_size.shape, spec.size, spec.stride, spec.padding, spec.ceil)
        pooling = (*pooling_size.shape, *maps)
    planes = shape[2] if len(shape) == 3 and not maps else 1
    own = weights.shape[2] if weights.ndim == 3 and maps else 1
    work = multiply_adds(convolution_size.shape, kernel, planes, maps[0] if maps else 1)
    stages = (shape, convolution, convolution) + (() if pooling is None else (pooling,))
    effort(stages, work, pooling_size).check()
    return Chain(
        shape,
        convolution,
        convolution,
        pooling,
        convolution_size,
        pooling_size,
        conv_parameters(kernel, planes, own),
        work,
    )


def input_shape(image_shape: tuple[int, ...], settings: Settings) -> tuple[int, ...]:
    """The shape of the kernel input: colour pictures are one plane in "grey" mode."""
    if len(image_shape) not in (2, 3) or 0 in image_shape:
        raise ValueError(f"an image has shape (H, W) or (H, W, C) and at least one pixel, not {image_shape}")
    if settings.channels not in ("grey", "sum", "each"):
        raise ValueError(f"channels {settings.channels!r} is none of grey, sum, each")
    if settings.channels == "grey" and image_shape[2:] not in ((), (1,), (3,)):
        raise ValueError(f"grey is made of 3 channels, red, green and blue, not of {image_shape[2]}")
    if settings.channels == "grey" or image_shape[2:] == (1,):
        return image_shape[:2]
    return image_shape


def weights_for(settings: Settings, shape: tuple[int, ...]) -> NDArray[np.float64]:
    """The weights as they are applied to an input of this shape: turned for true convolution.

    (kh, kw), or (kh, kw, C) where the input has channels and the kernel a plane for each. On an
    input without channels a kernel with several planes shows its first.
    """
    weights = check_kernel(settings.kernel.weights)
    if weights.ndim == 4:
        raise ValueError(f"a kernel of one map has shape (kh, kw) or (kh, kw, C), not {weights.shape}")
    if weights.ndim == 3 and len(shape) == 2:
        weights = weights[:, :, 0]
    elif weights.ndim == 3 and weights.shape[2] != shape[2]:
        raise ValueError(f"kernel with {weights.shape[2]} channels does not fit an image with {shape[2]}")
    if settings.operation == "convolve":
        return weights[::-1, ::-1]
    if settings.operation != "correlate":
        raise ValueError(f"operation {settings.operation!r} is none of correlate, convolve")
    return weights


def _check_numbers(settings: Settings) -> None:
    LIMITS["bias"].check(settings.bias, "bias")
    LIMITS["slope"].check(settings.slope, "slope")
    fill = check_fill(settings.fill)
    if not isinstance(fill, str):
        LIMITS["fill"].check(fill, "fill")
    if settings.activation not in activations.ACTIVATIONS:
        names = ", ".join(activations.ACTIVATIONS)
        raise ValueError(f"activation {settings.activation!r} is none of {names}")
    if settings.pool.kind not in ("none", "max", "average"):
        raise ValueError(f"pooling {settings.pool.kind!r} is none of none, max, average")


def run(
    image: Image,
    settings: Settings,
    previous: Result | None = None,
    *,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[float], None] | None = None,
) -> Result:
    """Compute every stage of ``image`` under ``settings``.

    Whole numbers are exact as in `cross_correlate`, after the divisor where it leaves no fraction and with a
    whole-number bias; other values are rounded to the type of the maps. Averages of a pooling are those of
    `average_pool`. Stages whose inputs are those of ``previous`` are taken from it (the same arrays).
    ``cancelled`` is called between blocks, and ends the work with `Cancelled`; ``progress`` gets the finished
    share, 0 to 1. ValueError, with the numbers, for settings that cannot be.

    >>> from convviz.core.kernels.kernel import Kernel
    >>> picture = Image(np.array([[10, 10, 0, 0]] * 3))
    >>> run(picture, Settings(Kernel([[1, 0, -1]] * 3))).convolution.tolist()
    [[30.0, 30.0]]
    """
    begun = time.perf_counter()
    links = chain(image.shape, settings)
    control = Control(cancelled, progress)
    control.check()
    kept = previous if previous is not None and previous.image is image else None
    if kept is not None and input_key(kept.settings) == input_key(settings):
        pixels = kept.input
    else:
        pixels, kept = kernel_input(image, settings, links), None
    if kept is not None and _convolution_key(kept.settings) != _convolution_key(settings):
        kept = None
    convolution, activation, fills = _sums(pixels, settings, kept, control.part(0.1, 0.8))
    if kept is not None and activation is kept.activation and kept.settings.pool == settings.pool:
        pooling = kept.pooling
    elif links.pooling_size is None:
        pooling = None
    else:
        kind, counts = settings.pool.kind, settings.pool.count_padding
        pooling = pool(activation, links.pooling_size, kind, counts, control.part(0.8, 1.0))
    for array in (pixels, convolution, activation, pooling):
        if array is not None:
            array.setflags(write=False)
    control.check()
    control.report(1.0)
    seconds = time.perf_counter() - begun
    return Result(image, settings, links, pixels, convolution, activation, pooling, seconds, fills)


def input_key(settings: Settings) -> tuple[Any, ...]:
    """What the kernel input depends on: settings with equal keys give the same numbers."""
    return settings.channels == "grey", settings.unit_range


def _convolution_key(s: Settings) -> tuple[Any, ...]:
    return s.kernel, s.operation, s.channels, s.bias, s.padding, s.fill, s.stride, s.dilation


def _activation_key(settings: Settings) -> tuple[Any, ...]:
    return settings.activation, settings.slope if settings.activation == "leaky_relu" else 0


def kernel_input(image: Image, settings: Settings, links: Chain) -> Map:
    """The numbers that the kernel slides over: channel mode and value range applied."""
    values = image.values
    if values.ndim == 3 and len(links.input) == 2:
        values = values[:, :, 0] if values.shape[2] == 1 else to_grey(values)
    if settings.unit_range and image.low == 0 and image.high not in (0, 1):
        values = np.divide(values, image.high, dtype=float_type(values.dtype))
    return values


Sums: TypeAlias = tuple[Map, Map, tuple[float, ...]]


def _sums(pixels: Map, settings: Settings, kept: Result | None, control: Control) -> Sums:
    """The convolution and activation stages; the convolution of ``kept`` is still valid."""
    name, slope = settings.activation, settings.slope
    if kept is not None:
        convolution = kept.convolution
        if _activation_key(kept.settings) == _activation_key(settings):
            return convolution, kept.activation, kept.fills
        if name == "none":
            return convolution, convolution, kept.fills
        activation = np.empty_like(convolution)

        def activate(first: int, last: int) -> None:
            activations.apply(name, convolution[first:last], slope, out=activation[first:last])

        share(len(activation), max(1, ACTIVATION_BLOCK // activation[0].size), lambda: activate, control)
        return convolution, activation, kept.fills
    return _convolve(pixels, settings, control)


def _convolve(pixels: Map, settings: Settings, control: Control) -> Sums:
    job = prepare(
        pixels,
        weights_for(settings, pixels.shape),
        stride=settings.stride,
        padding=settings.padding,
        fill=settings.fill,
        dilation=settings.dilation,
        each=settings.channels == "each" and pixels.ndim == 3,
        bias=settings.bias,
        divisor=settings.kernel.divisor,
    )
    out = np.empty(job.shape, job.dtype)
    if job.mode == "each":  # map after map in memory: each is computed, coloured and read alone
        out = np.empty((job.shape[2], *job.shape[:2]), job.dtype).transpose(1, 2, 0)
    activated = out if settings.activation == "none" else np.empty_like(out)

    def finish(first: int, last: int) -> None:
        # All that follows the sum is done while its rows are still in the processor's cache.
        part = out[first:last]
        divide_and_add(part, settings)
        if activated is not out:
            activations.apply(settings.activation, part, settings.slope, out=activated[first:last])

    maps.compute(job, out, finish, control)
    padded = any(sum(job.size.padding, ()))
    return out, activated, tuple(job.constants.tolist()) if padded else ()


def divide_and_add(sums: Map, settings: Settings) -> None:
    """Do what follows sums of products, in place: divide by the kernel's divisor, add the bias.

    >>> from convviz.core.kernels.kernel import Kernel
    >>> sums = np.array([6.0, 9.0])
    >>> divide_and_add(sums, Settings(Kernel([[1]], divisor=3), bias=1))
    >>> sums.tolist()
    [3.0, 4.0]
    """
    if settings.kernel.divisor != 1:
        np.divide(sums, settings.kernel.divisor, out=sums)
    if settings.bias != 0:
        np.add(sums, settings.bias, out=sums)
