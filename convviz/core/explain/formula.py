"""The chain of shapes and the output-size formulas, written out with the student's own numbers."""

from __future__ import annotations

from convviz.core.sizes.settings import Amounts, PoolSettings, Settings
from convviz.core.sizes.shapes import AxisSize, ShapeSize
from convviz.core.stages.pipeline import Chain

ACTIVATION_NAMES = {
    "relu": "ReLU",
    "leaky_relu": "leaky ReLU",
    "sigmoid": "sigmoid",
    "tanh": "tanh",
    "absolute": "|x|",
}
POOL_NAMES = {"max": "max", "average": "average"}
SYMBOLS = "o = floor((i + p1 + p2 - (d(k - 1) + 1)) / s) + 1"
"""The output-size formula; V. Dumoulin and F. Visin, "A guide to convolution arithmetic", 2016."""


def shape_text(shape: tuple[int, ...]) -> str:
    """Write a shape as text.

    >>> shape_text((9, 9)), shape_text((480, 640, 3))
    ('9x9', '480x640x3')
    """
    return "x".join(map(str, shape))


def _pair(pair: tuple[int, int]) -> str:
    return str(pair[0]) if pair[0] == pair[1] else f"{pair[0]}x{pair[1]}"


def _amounts(amounts: Amounts) -> str:
    """One number where all sides are alike, ``rows x columns``, or ``before|after`` where they differ."""
    rows, columns = (str(a) if a == b else f"{a}|{b}" for a, b in amounts)
    return rows if rows == columns else f"{rows} x {columns}"


def chain_text(chain: Chain, settings: Settings) -> str:
    """The shapes of all stages in one line: ``9x9 -> pad 1 -> 3x3 s1 -> 9x9 -> ReLU``."""
    links = [shape_text(chain.input)]
    padding = chain.convolution_size.padding
    if padding != ((0, 0), (0, 0)):
        fill = "" if settings.fill in ("zero", 0) else f" {settings.fill}"
        links.append(f"pad {_amounts(padding)}{fill}")
    links.append(_kernel_text(settings))
    links.append(shape_text(chain.convolution))
    if settings.activation != "none":
        links.append(ACTIVATION_NAMES.get(settings.activation, settings.activation))
    if chain.pooling is not None and chain.pooling_size is not None:
        links.append(_pool_text(settings.pool, chain.pooling_size))
        links.append(shape_text(chain.pooling))
    return " -> ".join(links)


def _kernel_text(settings: Settings) -> str:
    words = [shape_text(settings.kernel.size), f"s{_pair(settings.stride)}"]
    if settings.dilation != (1, 1):
        words.append(f"d{_pair(settings.dilation)}")
    if settings.operation == "convolve":
        words.insert(1, "turned")
    return " ".join(words)


def _pool_text(pool: PoolSettings, size: ShapeSize) -> str:
    words = [POOL_NAMES[pool.kind], shape_text(pool.size)]
    if pool.stride != pool.size:
        words.append(f"s{_pair(pool.stride)}")
    if size.padding != ((0, 0), (0, 0)):
        words.append(f"pad {_amounts(size.padding)}")
    if pool.ceil:
        words.append("ceil")
    return " ".join(words)


def axis_text(size: AxisSize) -> str:
    """Write the size formula of one axis with its numbers.

    >>> axis_text(AxisSize(9, 3, 1, 1, 1, 1, False))
    'floor((9 + 1 + 1 - 3) / 1) + 1 = 9'
    """
    kernel = str(size.kernel) if size.dilation == 1 else f"({size.dilation}({size.kernel} - 1) + 1)"
    rounding = "ceil" if size.ceil else "floor"
    sum_text = f"{size.input} + {size.before} + {size.after} - {kernel}"
    # Windows that would lie wholly in the padding do not exist, though the formula counts them.
    less = f" - {_surplus(size)}" if _surplus(size) else ""
    return f"{rounding}(({sum_text}) / {size.stride}) + 1{less} = {size.output}"


def _surplus(size: AxisSize) -> int:
    """How many windows the rounded-up formula counts that would lie wholly in the padding."""
    return -(-size.numerator // size.stride) + 1 - size.output if size.ceil else 0


def _lines(size: ShapeSize) -> list[str]:
    lines = []
    for name, axis in (("rows", size.rows), ("columns", size.columns)):
        dropped = f"  ({axis.dropped} dropped at the end)" if axis.dropped else ""
        lines.append(f"{name}: {axis_text(axis)}{dropped}")
    return lines


def formula_lines(chain: Chain, settings: Settings) -> list[str]:
    """Write the formulas of the convolution and, if there is one, of the pooling, a line each."""
    lines = ["convolution " + line for line in _lines(chain.convolution_size)]
    if chain.pooling_size is not None:
        lines += ["pooling " + line for line in _lines(chain.pooling_size)]
    return lines


def plain_text(chain: Chain, settings: Settings) -> str:
    """Everything about the sizes as plain text: the chain, the formula in symbols and in numbers."""
    return "\n".join([chain_text(chain, settings), "", SYMBOLS, *formula_lines(chain, settings)])


def latex(chain: Chain, settings: Settings) -> str:
    r"""The formulas as an ``align*`` environment (amsmath), symbols first, then each axis' numbers."""
    floor = r"\left\lfloor \frac{%s}{%s} \right\rfloor + 1"
    symbols = floor % (r"i + p_1 + p_2 - \left(d(k - 1) + 1\right)", "s")
    lines = [rf"o &= {symbols}"]
    sizes = [("conv", chain.convolution_size)]
    if chain.pooling_size is not None:
        sizes.append(("pool", chain.pooling_size))
    for stage, size in sizes:
        lines.append(rf"o_{{\text{{{stage}, rows}}}} &= {_axis_latex(size.rows)}")
        lines.append(rf"o_{{\text{{{stage}, columns}}}} &= {_axis_latex(size.columns)}")
    return "\\begin{align*}\n" + " \\\\\n".join(lines) + "\n\\end{align*}"


def _axis_latex(size: AxisSize) -> str:
    kernel = str(size.kernel)
    if size.dilation != 1:
        kernel = rf"\left({size.dilation}({size.kernel} - 1) + 1\right)"
    side = "ceil" if size.ceil else "floor"
    less = f" - {_surplus(size)}" if _surplus(size) else ""
    fraction = rf"\frac{{{size.input} + {size.before} + {size.after} - {kernel}}}{{{size.stride}}}"
    return rf"\left\l{side} {fraction} \right\r{side} + 1{less} = {size.output}"
