"""A value's arithmetic as a person reads it: what is nothing but rounding noise is 0."""

from __future__ import annotations

from dataclasses import replace
from typing import overload

from convviz.core.explain.trace import ConvolutionTrace, PoolingTrace
from convviz.core.stages.noise import Noise, settle, settled


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
