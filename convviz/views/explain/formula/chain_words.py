"""The links of the chain in a few words each: "pad 1", "3×3, stride 1", "ReLU", "max 2×2"."""

from __future__ import annotations

from convviz.core.sizes.settings import Pair, PoolSettings, Settings
from convviz.core.sizes.shapes import ShapeSize
from convviz.core.stages.pipeline import Chain
from convviz.views.base.numbers import TIMES, figure
from convviz.views.base.texts import say


def padding_link(settings: Settings, size: ShapeSize | None) -> str:
    """How much is added around the picture; the rule's name where the amounts are unknown."""
    if size is None:
        return (
            say("ChainStrip", "no padding") if settings.padding == "valid" else say("ChainStrip", "padding")
        )
    (top, bottom), (left, right) = size.padding
    if not (top or bottom or left or right):
        return say("ChainStrip", "no padding")
    rows, columns = _amounts(top, bottom), _amounts(left, right)
    amount = rows if rows == columns else f"{rows} {TIMES} {columns}"
    if settings.fill in ("zero", 0, 0.0):
        return say("ChainStrip", "pad {amount}").format(amount=amount)
    return say("ChainStrip", "pad {amount}, {fill}").format(amount=amount, fill=fill_name(settings.fill))


def fill_name(fill: str | float) -> str:
    """What the padding is made of, in a word or as its number."""
    names = {
        "zero": say("ChainStrip", "zero"),
        "mean": say("ChainStrip", "mean"),
        "reflect": say("ChainStrip", "reflect"),
        "symmetric": say("ChainStrip", "symmetric"),
        "edge": say("ChainStrip", "edge"),
        "wrap": say("ChainStrip", "wrap"),
    }
    return names[fill] if isinstance(fill, str) and fill in names else figure(float(fill))


def kernel_link(settings: Settings, channels: int = 1) -> str:
    """The kernel's size, its stride, and its dilation if there is any."""
    rows, columns = settings.kernel.weights.shape[:2]
    size = f"{rows}{TIMES}{columns}"
    if settings.channels == "sum" and channels > 1:
        size += f"{TIMES}{channels}"
    stride = pair_text(settings.stride)
    if settings.dilation == (1, 1):
        return say("ChainStrip", "{size}, stride {stride}").format(size=size, stride=stride)
    text = say("ChainStrip", "{size}, stride {stride}, dilation {dilation}")
    return text.format(size=size, stride=stride, dilation=pair_text(settings.dilation))


def activation_name(name: str) -> str:
    """An activation as people call it."""
    names = {
        "none": say("ChainStrip", "no activation"),
        "relu": say("ChainStrip", "ReLU"),
        "leaky_relu": say("ChainStrip", "leaky ReLU"),
        "sigmoid": say("ChainStrip", "sigmoid"),
        "tanh": say("ChainStrip", "tanh"),
        "absolute": say("ChainStrip", "absolute value"),
    }
    return names.get(name, name)


def pooling_link(pool: PoolSettings) -> str:
    """What the pooling gathers, and its stride where it is not the window's size."""
    if pool.kind == "none":
        return say("ChainStrip", "no pooling")
    size = f"{pool.size[0]}{TIMES}{pool.size[1]}"
    kind = say("ChainStrip", "max {size}") if pool.kind == "max" else say("ChainStrip", "average {size}")
    text = kind.format(size=size)
    if pool.stride == pool.size:
        return text
    return say("ChainStrip", "{pooling}, stride {stride}").format(pooling=text, stride=pair_text(pool.stride))


def captions(chain: Chain) -> list[str]:
    """What the shapes mean and what the layer costs; then the same in fewer words, down to none."""
    if len(chain.input) == 3:
        order = say("ChainStrip", "rows \u00d7 columns \u00d7 channels")
    else:
        order = say("ChainStrip", "rows \u00d7 columns")
    parameters = say("ChainStrip", "{n} parameters").format(n=figure(chain.parameters))
    sums = say("ChainStrip", "{n} multiply-adds").format(n=figure(chain.multiply_adds))
    parts = [order, parameters, sums]
    dot = "  \u00b7  "
    return [dot.join(parts), dot.join(parts[1:]), parameters, ""]


def pair_text(pair: Pair) -> str:
    """One number where rows and columns agree, else rows × columns."""
    return str(pair[0]) if pair[0] == pair[1] else f"{pair[0]}{TIMES}{pair[1]}"


def _amounts(before: int, after: int) -> str:
    return str(before) if before == after else f"{before}|{after}"
