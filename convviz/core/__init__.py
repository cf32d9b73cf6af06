"""The mathematics and data of ConvViz: NumPy, SciPy and Pillow, without a window.

What is listed in `__all__` is the public interface; the rooms below hold one subject each.

>>> from convviz import core
>>> core.cross_correlate([[10, 10, 0, 0]] * 3, [[1, 0, -1]] * 3).tolist()
[[30.0, 30.0]]
"""

# The function takes the name of its module, here and only here: `core.trace(result, ...)`.
from convviz.core.explain.trace import ConvolutionTrace, PoolingTrace, trace, trace_pool, trace_window
from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.operations.activations import ACTIVATIONS
from convviz.core.operations.activations import apply as apply_activation
from convviz.core.operations.convolution import convolve, cross_correlate
from convviz.core.operations.pooling import average_pool, max_pool
from convviz.core.sizes.padding import FILLS, pad
from convviz.core.sizes.settings import STAGES, PoolSettings, Settings
from convviz.core.sizes.shapes import (
    AxisSize,
    ShapeSize,
    conv_parameters,
    dense_parameters,
    multiply_adds,
    output_size,
    receptive_field,
)
from convviz.core.stages.pipeline import Cancelled, Chain, Result, chain, run

__all__ = [
    "ACTIVATIONS",
    "FILLS",
    "STAGES",
    "AxisSize",
    "Cancelled",
    "Chain",
    "ConvolutionTrace",
    "Image",
    "Kernel",
    "PoolSettings",
    "PoolingTrace",
    "Result",
    "Settings",
    "ShapeSize",
    "apply_activation",
    "average_pool",
    "chain",
    "conv_parameters",
    "convolve",
    "cross_correlate",
    "dense_parameters",
    "max_pool",
    "multiply_adds",
    "output_size",
    "pad",
    "receptive_field",
    "run",
    "trace",
    "trace_pool",
    "trace_window",
]
