"""A kernel as people hand it on beside formulas: plain text and LaTeX, both of which `text` reads again."""

from __future__ import annotations

from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.text import format_weight


def labelled_text(kernel: Kernel) -> str:
    """The weights below a line that says what they are; the divisor, if there is one, in a line of its own.

    >>> print(labelled_text(Kernel([[1, 2], [3, 4]], 9)))
    kernel 2x2:
    # divisor 9
    1 2
    3 4
    """
    size = "x".join(map(str, kernel.weights.shape))
    lines = [f"kernel {size}:"]
    if kernel.divisor != 1:
        lines.append(f"# divisor {format_weight(kernel.divisor)}")
    for channel in range(kernel.channels):
        if kernel.has_channels:
            lines.append(f"# channel {channel + 1}")
        lines.append(Kernel(kernel.plane(channel)).to_text(" "))
    return "\n".join(lines)


def latex_matrix(kernel: Kernel) -> str:
    r"""The weights as a matrix (amsmath), one for each channel, with what they are divided by in front.

    >>> print(latex_matrix(Kernel([[1, 2], [3, 4]], 9)))
    \[
    \frac{1}{9} \begin{bmatrix}
    1 & 2 \\
    3 & 4
    \end{bmatrix}
    \]
    """
    before = rf"\frac{{1}}{{{format_weight(kernel.divisor)}}} " if kernel.divisor != 1 else ""
    matrices = []
    for channel in range(kernel.channels):
        rows = (" & ".join(map(format_weight, row)) for row in kernel.plane(channel).tolist())
        matrices.append("\\begin{bmatrix}\n" + " \\\\\n".join(rows) + "\n\\end{bmatrix}")
    return "\\[\n" + before + "\n".join(matrices) + "\n\\]"
