"""The activation functions of other people's networks, and how steep they are.

`core.operations.activations` has the ones of the Lab; networks bring a few more. Each is computed on float32
arrays; softmax runs along the last axis.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.operations import activations as core

Array = NDArray[Any]


def softmax(logits: Array) -> Array:
    """Turn logits into probabilities: exp of each over the sum of all, along the last axis.

    The largest logit is taken off first, which changes nothing and keeps exp from overflowing.

    >>> softmax(np.array([0.0, 0.0])).tolist()
    [0.5, 0.5]
    """
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def _gelu(x: Array) -> Array:
    from scipy.special import erf

    return np.asarray(0.5 * x * (1 + erf(x / np.sqrt(2, dtype=x.dtype))))


_SELU_SCALE, _SELU_ALPHA = 1.0507009873554805, 1.6732632423543772

FUNCTIONS: dict[str, Callable[[Array, float], Array]] = {
    "linear": lambda x, slope: x,
    "relu": lambda x, slope: core.apply("relu", x),
    "relu6": lambda x, slope: np.clip(x, 0, 6),
    "leaky_relu": lambda x, slope: core.apply("leaky_relu", x, slope),
    "sigmoid": lambda x, slope: core.apply("sigmoid", x),
    "tanh": lambda x, slope: core.apply("tanh", x),
    "softmax": lambda x, slope: softmax(x),
    "elu": lambda x, slope: np.where(x > 0, x, slope * np.expm1(np.minimum(x, 0))),
    "selu": lambda x, slope: _SELU_SCALE * np.where(x > 0, x, _SELU_ALPHA * np.expm1(np.minimum(x, 0))),
    "silu": lambda x, slope: x * core.apply("sigmoid", x),
    "gelu": lambda x, slope: _gelu(x),
    "softplus": lambda x, slope: np.logaddexp(x, 0),
    "softsign": lambda x, slope: x / (1 + np.abs(x)),
    "hard_sigmoid": lambda x, slope: np.clip(x / 6 + 0.5, 0, 1),
    "exponential": lambda x, slope: np.exp(x),
    "mish": lambda x, slope: x * np.tanh(np.logaddexp(x, 0)),
    "hard_silu": lambda x, slope: x * np.clip(x / 6 + 0.5, 0, 1),
    "hard_tanh": lambda x, slope: np.clip(x, -1, 1),
    "celu": lambda x, slope: np.where(x > 0, x, slope * np.expm1(np.minimum(x, 0) / (slope or 1))),
    "tanh_shrink": lambda x, slope: x - np.tanh(x),
    "hard_shrink": lambda x, slope: np.where(np.abs(x) > 0.5, x, 0),
    "soft_shrink": lambda x, slope: np.sign(x) * np.maximum(np.abs(x) - 0.5, 0),
    "log_sigmoid": lambda x, slope: -np.logaddexp(-x, 0),
    "squareplus": lambda x, slope: (x + np.sqrt(x * x + 4)) / 2,
    "sparse_sigmoid": lambda x, slope: np.clip(x / 2 + 0.5, 0, 1),
}
"""What can be computed here, by the name Keras gives it."""

SLOPES = {"leaky_relu": 0.2, "elu": 1.0, "celu": 1.0}
"""The second number of a function, as Keras has it unless the network says otherwise."""

_STEP = 1e-3


def apply(name: str, x: Array, slope: float = 0.0) -> Array:
    """Send every value through a function of `FUNCTIONS`; the type of the numbers is kept.

    >>> apply("relu6", np.array([-1.0, 7.0])).tolist()
    [0.0, 6.0]
    """
    return np.asarray(FUNCTIONS[name](x, slope), dtype=x.dtype)


def steepness(name: str, x: Array, slope: float = 0.0) -> Array:
    """How much the function's value grows where its argument grows: its derivative at ``x``.

    Exact for linear, ReLU, leaky ReLU, sigmoid and tanh; a central difference for the others.
    Softmax mixes its arguments and has no derivative of its own: ValueError.

    >>> steepness("relu", np.array([-1.0, 2.0])).tolist()
    [0.0, 1.0]
    """
    if name == "softmax":
        raise ValueError("softmax has no derivative value by value: ask for that of a logit")
    if name == "linear":
        return np.ones_like(x)
    if name in ("relu", "leaky_relu"):
        return np.where(x > 0, 1, slope if name == "leaky_relu" else 0).astype(x.dtype)
    value = apply(name, x, slope)
    if name == "sigmoid":
        return np.asarray(value * (1 - value))
    if name == "tanh":
        return np.asarray(1 - value**2)
    wide = x.astype(np.float64)
    return ((apply(name, wide + _STEP, slope) - apply(name, wide - _STEP, slope)) / (2 * _STEP)).astype(
        x.dtype
    )
