"""Activation functions: what happens to every value of a map on its own, after the convolution."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.core.base.exact import exact_array, float_type

ACTIVATIONS = ("none", "relu", "leaky_relu", "sigmoid", "tanh", "absolute")
"""The names that `apply` knows."""


def apply(name: str, x: ArrayLike, slope: float = 0.01, out: NDArray[Any] | None = None) -> NDArray[Any]:
    """Send every value through an activation function.

    ``x`` has any shape; the answer has the same, in float64 for float64 and in float32 for everything else
    that float32 can hold. ``slope`` is the slope of leaky ReLU below zero. "none" gives ``x`` back unchanged
    (a copy only into ``out``). ``out`` may be ``x`` itself. ValueError for an unknown name.

    - relu: max(0, x); leaky_relu: x above zero, slope * x below
    - sigmoid: 1 / (1 + exp(-x)), between 0 and 1; tanh: between -1 and 1
    - absolute: the value without its sign

    >>> apply("relu", [-2.0, 3.0]).tolist()
    [0.0, 3.0]
    """
    if name not in ACTIVATIONS:
        raise ValueError(f"activation {name!r} is none of {', '.join(ACTIVATIONS)}")
    values = as_float(x)
    if name == "none":
        if out is None:
            return values
        np.copyto(out, values)
        return out
    if name == "relu" or (name == "leaky_relu" and slope == 0):
        return np.asarray(np.maximum(values, 0, out=out))
    if name == "leaky_relu":
        return _leaky(values, slope, out)
    if name == "sigmoid":
        # expit keeps small probabilities that 1 / (1 + exp(-x)) loses, and does not overflow.
        from scipy.special import expit

        return np.asarray(expit(values, out=out))
    if name == "tanh":
        return np.asarray(np.tanh(values, out=out))
    return np.asarray(np.absolute(values, out=out))


def _leaky(values: NDArray[Any], slope: float, out: NDArray[Any] | None) -> NDArray[Any]:
    if out is None:
        out = np.empty_like(values)
    np.multiply(values, slope, out=out, where=values < 0)
    if out is not values:
        np.copyto(out, values, where=~(values < 0))
    return out


def as_float(x: ArrayLike) -> NDArray[Any]:
    """``x`` as float64 where float32 could not hold its values, as float32 otherwise.

    float64, and whole numbers wider than 16 bits, become float64; bytes, 16-bit numbers, truth values,
    float16 and float32 become float32. Nothing is copied where the type is right. ValueError for complex
    numbers, text and the like, and for whole numbers beyond 2^53 that float64 would change.

    >>> as_float(np.array([1, 2], dtype=np.uint8)).dtype
    dtype('float32')
    """
    values = exact_array(x, "value")
    return values.astype(float_type(values.dtype), copy=False)
