"""The settings as code that can be run: SciPy, Keras, PyTorch; and as formulas in text and LaTeX.

Every snippet expects a NumPy array called ``image`` and leaves the last map in ``result``, a
NumPy array as well. The numbers in it (amounts of padding above all) hold for pictures of the
shape it was written for.
"""

from __future__ import annotations

from convviz.core.explain.formula import latex, plain_text
from convviz.core.sizes.settings import Settings
from convviz.core.snippets.keras_code import keras_lines
from convviz.core.snippets.parts import plan
from convviz.core.snippets.scipy_code import scipy_lines
from convviz.core.snippets.torch_code import torch_lines

__all__ = ["keras_code", "latex", "plain_text", "pytorch_code", "scipy_code"]


def scipy_code(
    settings: Settings, image_shape: tuple[int, ...], image_range: tuple[float, float] = (0.0, 255.0)
) -> str:
    """Write the stages with NumPy and SciPy, for pictures of ``image_shape``, (H, W) or (H, W, 3).

    ``image_range`` is the picture's ``low`` and ``high``; ``unit_range`` divides by the latter.
    ValueError, with the numbers, if the settings do not fit that shape.

    >>> from convviz.core.kernels.kernel import Kernel
    >>> code = scipy_code(Settings(Kernel([[1, 0, -1]])), (1, 4))
    >>> variables = {"image": [[10, 10, 0, 0]]}
    >>> exec(code, variables)
    >>> variables["result"].tolist()
    [[10.0, 10.0]]
    """
    return _joined(scipy_lines(plan(settings, image_shape, image_range)))


def keras_code(
    settings: Settings, image_shape: tuple[int, ...], image_range: tuple[float, float] = (0.0, 255.0)
) -> str:
    """Write the stages as Keras layers with the weights put in; see `scipy_code`."""
    return _joined(keras_lines(plan(settings, image_shape, image_range)))


def pytorch_code(
    settings: Settings, image_shape: tuple[int, ...], image_range: tuple[float, float] = (0.0, 255.0)
) -> str:
    """Write the stages with ``torch.nn.functional``; see `scipy_code`."""
    return _joined(torch_lines(plan(settings, image_shape, image_range)))


def _joined(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"
