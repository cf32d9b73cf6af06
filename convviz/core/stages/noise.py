"""The rounding noise of each stage: values no larger than it are shown as zero.

Products and sums of floating-point numbers are rounded, so weights that cancel each other on a
flat picture leave some millionths instead of 0. The bound of that error is known beforehand
(N. J. Higham, "Accuracy and Stability of Numerical Algorithms", section 4.2); it is computed here,
once for a whole stage. Exact sums have none.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any
from weakref import ref

import numpy as np
from numpy.typing import NDArray

from convviz.core.base.exact import all_whole
from convviz.core.sizes.settings import Settings, StageName
from convviz.core.stages.statistics import sample

Map = NDArray[Any]

BEFORE = 6
"""Roundings before a product is added: four of its pixel (grey of three colours, 0..1), weight, product."""

FAR = 1000.0
"""Pixels this many times larger than the median are outliers: missing data, or the sun."""

FEW = 1 << 14
"""How many pixels the median is taken of."""


@dataclass(frozen=True)
class Noise:
    """The size up to which a value of each stage is only rounding; 0 where it is exact.

    ``sums`` is about the sums of products, before divisor and bias. ``activation`` is also that of
    the pooling, which picks or averages its values.
    """

    sums: float = 0.0
    convolution: float = 0.0
    activation: float = 0.0

    def of(self, stage: StageName) -> float:
        """The noise of one stage; the input has none.

        >>> Noise(9e-6, 1e-6, 1e-6).of("pooling")
        1e-06
        """
        if stage == "input":
            return 0.0
        return self.convolution if stage == "convolution" else self.activation


@dataclass(frozen=True)
class _Pixels:
    """What the bound depends on: the finite range of the input, a typical size, whether all are whole."""

    low: float
    high: float
    typical: float
    whole: bool


def noise_of(
    kernel_input: Map, weights: NDArray[np.float64], settings: Settings, fills: tuple[float, ...], dtype: Any
) -> Noise:
    """The noise of the stages that ``settings`` make of ``kernel_input``, (H, W) or (H, W, C).

    ``weights`` are as applied, (kh, kw) or (kh, kw, C); ``fills`` the constants of the padding;
    ``dtype`` the type of the sums. Whole numbers whose sums that type holds, and sums that cannot
    cancel (one sign on either side), have no noise: they are zero only where zero is meant. The
    sigmoid has none either, because it is 0.5 where the convolution is 0 and means its small values.

    >>> from convviz.core.kernels.kernel import Kernel
    >>> weights = np.array([[0.3, -0.2, -0.1]])
    >>> flat = np.full((3, 3), 200, np.uint8)
    >>> f"{noise_of(flat, weights, Settings(Kernel(weights)), (), np.float32).convolution:.1e}"
    '5.6e-05'
    >>> noise_of(flat, np.array([[1.0, -1.0]]), Settings(Kernel([[1, -1]])), (), np.float32)
    Noise(sums=0.0, convolution=0.0, activation=0.0)
    """
    pixels, unit = _pixels(kernel_input), float(np.finfo(dtype).eps) / 2
    each = settings.channels == "each" and kernel_input.ndim == 3
    planes = _planes(weights, kernel_input.shape[2] if kernel_input.ndim == 3 else 1, each)
    divisor, bias = settings.kernel.divisor, settings.bias
    exact = _exact(pixels, planes, fills, bias, unit)
    bound = 0.0 if exact else unit * _rounded(planes) * _reach(pixels, fills)
    sums = 0.0 if _one_sign(pixels, planes, fills) else bound
    convolution = sums / abs(divisor)
    if bias != 0 and not (exact and divisor == 1 and _held(bias, dtype)):
        # Near zero the quotient is as large as the bias: it, the divisor and the bias are rounded.
        convolution = bound / abs(divisor) + 3 * unit * abs(bias)
    convolution = convolution if math.isfinite(convolution) else 0.0  # such sums are infinite, not zero
    factor = max(1.0, abs(settings.slope)) if settings.activation == "leaky_relu" else 1.0
    activation = 0.0 if settings.activation == "sigmoid" else convolution * factor
    return Noise(sums if math.isfinite(sums) else 0.0, convolution, activation)


def settled(values: Map, noise: float) -> Map:
    """``values`` with those set to 0 that are only noise; the same array where there is no noise.

    >>> settled(np.array([4e-6, -0.5]), 5e-5).tolist()
    [0.0, -0.5]
    """
    if noise == 0:
        return values
    with np.errstate(invalid="ignore"):
        return np.where(np.abs(values) <= noise, values.dtype.type(0), values)


def settled_to_show(values: Map, noise: float, spread: float, steps: int = 1024) -> Map:
    """Do what `settled` does where noise could be visible: a step of ``spread`` / ``steps`` is a colour."""
    return settled(values, noise) if noise * steps > spread else values


def settle(value: float, noise: float) -> float:
    """One value as it is shown: 0 where it is only noise.

    >>> settle(4e-6, 5e-5), settle(-0.5, 5e-5)
    (0.0, -0.5)
    """
    return 0.0 if abs(value) <= noise else value


def _planes(weights: NDArray[np.float64], channels: int, each: bool) -> list[NDArray[np.float64]]:
    """The weights of each sum there is, (taps, C): those of all channels, or of each one alone."""
    if weights.ndim == 2:
        weights = np.broadcast_to(weights[:, :, None], (*weights.shape, 1 if each else channels))
    flat = weights.reshape(-1, weights.shape[2])
    return [flat[:, [c]] for c in range(flat.shape[1])] if each else [flat]


def _rounded(planes: list[NDArray[np.float64]]) -> float:
    """The sum of |weight| times how often its product is rounded; the largest of all planes.

    A plane's products are added in order from 0, then the channels' sums: a product is rounded
    again with every addition that follows. Adding a weight of 0 rounds nothing.
    """
    most = 0.0
    for plane in planes:
        channels = plane.shape[1]
        number = np.cumsum(plane != 0, axis=0)
        within = np.maximum(number[-1] + 1 - np.maximum(number, 2), 0)
        after = channels - np.maximum(np.arange(channels), 1)
        with np.errstate(over="ignore"):
            most = max(most, float((np.abs(plane) * (BEFORE + within + after)).sum()))
    return most


def _exact(
    pixels: _Pixels, planes: list[NDArray[np.float64]], fills: tuple[float, ...], bias: float, unit: float
) -> bool:
    """Whether all sums are whole numbers that the type holds: up to 2^24 in float32, 2^53 in float64."""
    if not pixels.whole or not all(map(float.is_integer, fills)):
        return False
    if not all(map(all_whole, planes)):
        return False
    largest = max(-pixels.low, pixels.high, *map(abs, fills))
    total = max(float(np.abs(plane).sum()) for plane in planes) * largest
    return total + (abs(bias) if float(bias).is_integer() else 0.0) <= 1 / unit


def _held(number: float, dtype: Any) -> bool:
    """Whether the type holds this number exactly."""
    with np.errstate(over="ignore"):
        return float(np.dtype(dtype).type(number)) == number


def _one_sign(pixels: _Pixels, planes: list[NDArray[np.float64]], fills: tuple[float, ...]) -> bool:
    """Whether no sum can have terms of both signs."""
    low, high = min(pixels.low, *fills, 0.0), max(pixels.high, *fills, 0.0)
    return (low == 0 or high == 0) and all((p >= 0).all() or (p <= 0).all() for p in planes)


def _reach(pixels: _Pixels, fills: tuple[float, ...]) -> float:
    """The largest pixel that counts: outliers would raise the bound for all others."""
    largest = max(-pixels.low, pixels.high, *map(abs, fills))
    return min(largest, FAR * pixels.typical) if pixels.typical else largest


_known: dict[int, tuple[ref[Map], _Pixels]] = {}
"""The last inputs: the same array comes with every edit."""


def _pixels(kernel_input: Map) -> _Pixels:
    found = _known.get(id(kernel_input))
    if found is not None and found[0]() is kernel_input:
        return found[1]
    made = _looked_at(kernel_input)
    for key in [key for key, (kept, _) in list(_known.items()) if kept() is None]:
        _known.pop(key, None)
    _known[id(kernel_input)] = ref(kernel_input), made
    return made


def _looked_at(kernel_input: Map) -> _Pixels:
    low, high = float(kernel_input.min()), float(kernel_input.max())
    if not (math.isfinite(low) and math.isfinite(high)):
        finite = kernel_input[np.isfinite(kernel_input)]
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    few = sample(kernel_input, FEW)
    sizes = np.abs(few[np.isfinite(few) & (few != 0)])
    middle = sizes.size // 2  # np.median would add two numbers, which may be too large for that
    typical = float(np.partition(sizes, middle)[middle]) if sizes.size else 0.0
    whole = kernel_input.dtype.kind in "bui" or (all_whole(few) and all_whole(kernel_input))
    return _Pixels(low, high, typical, whole)
