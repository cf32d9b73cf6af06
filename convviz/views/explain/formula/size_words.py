"""The formula card in words: what the padding adds, what the stride and the pooling drop."""

from __future__ import annotations

from convviz.core.base.spacing import filled, spaced
from convviz.core.sizes.settings import Settings
from convviz.core.sizes.shapes import AxisSize, ShapeSize
from convviz.core.stages.pipeline import Chain
from convviz.views.base.numbers import figure
from convviz.views.base.numbers import padding_text as amounts_text
from convviz.views.base.texts import clauses, listed, say
from convviz.views.explain.formula.view import lost_windows, reach_text


def headline(chain: Chain, settings: Settings) -> str:
    """What is worth saying at a glance: uneven padding and lost pixels, or that nothing is lost."""
    padding = padding_text(settings.padding, chain.convolution_size)
    return _joined(chain, padding, lost_parts(chain))


def short_headline(chain: Chain, settings: Settings) -> str:
    """The same in fewer words, for narrow windows."""
    size = chain.convolution_size
    padding = _short_padding(settings.padding, size) if _is_uneven(size) else ""
    return _joined(chain, padding, lost_parts(chain, sums=False))


def _joined(chain: Chain, padding: str, lost: list[str]) -> str:
    if lost:
        parts = ([padding] if _is_uneven(chain.convolution_size) else []) + lost
    else:
        parts = [padding, *kept_parts(chain), _nothing()]
    return clauses(part for part in parts if part)


def details(chain: Chain, settings: Settings) -> list[str]:
    """Everything there is to say, a line each (for the tooltip)."""
    lines = [padding_text(settings.padding, chain.convolution_size)]
    if settings.padding == "same":
        lines.append(_same_rule(chain.convolution_size))
    lines += _reach_lines(chain.convolution_size) + _gap_lines(chain.convolution_size)
    if chain.pooling_size is not None and (any(sum(p) for p in chain.pooling_size.padding)):
        lines.append(_pool_padding(chain.pooling_size))
        if settings.pool.padding == "same":
            lines.append(_same_rule(chain.pooling_size))
    lines += kept_parts(chain) + (lost_parts(chain) or [_nothing()])
    return [line for line in lines if line]


def padding_text(rule: object, size: ShapeSize) -> str:
    """What is added around the picture, side by side; empty when nothing is and the rule asks for nothing."""
    name = rule_name(rule)
    (top, bottom), (left, right) = size.padding
    if top == bottom == left == right:
        if top == 0:
            return (
                filled(say("SizeWords", "{rule} adds nothing"), rule=name) if rule in ("same", "full") else ""
            )
        if top == 1:
            return filled(say("SizeWords", "{rule} adds 1 pixel on every side"), rule=name)
        return filled(say("SizeWords", "{rule} adds {n} pixels on every side"), rule=name, n=figure(top))
    text = say("SizeWords", "{rule} adds {amounts} (top|bottom × left|right)")
    return filled(text, rule=name, amounts=amounts_text(size.padding))


def _short_padding(rule: object, size: ShapeSize) -> str:
    text = say("SizeWords", "{rule} adds {amounts}")
    return filled(text, rule=rule_name(rule), amounts=amounts_text(size.padding))


def rule_name(rule: object) -> str:
    """The padding rule as the subject of a sentence."""
    if rule == "same":
        return say("SizeWords", "\u201csame\u201d")
    return say("SizeWords", "\u201cfull\u201d") if rule == "full" else say("SizeWords", "padding")


def lost_parts(chain: Chain, *, sums: bool = True) -> list[str]:
    """The clauses about pixels that no window covers, of the convolution and of the pooling."""
    parts = []
    counted = _counted(chain.convolution_size)
    if counted:
        text = filled(say("SizeWords", "the stride drops {what}"), what=counted)
        parts.append(text + (f" ({_sums(chain.convolution_size)})" if sums else ""))
    counted = _counted(chain.pooling_size) if chain.pooling_size is not None else ""
    if counted and chain.pooling_size is not None:
        text = filled(say("SizeWords", "pooling drops {what}"), what=counted)
        parts.append(text + (f" ({_sums(chain.pooling_size)})" if sums else ""))
    return parts


def kept_parts(chain: Chain) -> list[str]:
    """The clause about incomplete pool windows that are kept (or that would see only padding)."""
    size = chain.pooling_size
    if size is None:
        return []
    axes = (size.rows, size.columns)
    if any(axis.ceil and lost_windows(axis) for axis in axes):
        return [say("SizeWords", "a last window that would see only padding is left out")]
    if any(axis.ceil and axis.numerator % axis.stride for axis in axes):
        return [say("SizeWords", "pooling keeps the incomplete windows at the end")]
    return []


def lost_pixels(axis: AxisSize) -> int:
    """How many pixels at the end no window covers, not counting padding."""
    return max(0, min(axis.dropped - axis.after, axis.input))


def _counted(size: ShapeSize) -> str:
    """The lost rows and columns, counted: "1 row and 2 columns"; empty when there are none."""
    rows, columns = lost_pixels(size.rows), lost_pixels(size.columns)
    parts = [_rows(rows)] * (rows > 0) + [_columns(columns)] * (columns > 0)
    return spaced(parts, say("SizeWords", " and "))


def _rows(count: int) -> str:
    if count == 1:
        return say("SizeWords", "1 row")
    return filled(say("SizeWords", "{n} rows"), n=figure(count))


def _columns(count: int) -> str:
    if count == 1:
        return say("SizeWords", "1 column")
    return filled(say("SizeWords", "{n} columns"), n=figure(count))


def _sums(size: ShapeSize) -> str:
    """The size taken apart, for each axis that loses something: "9 = 4·2 + 1"."""
    sums: list[str] = []
    for axis in (size.rows, size.columns):
        text = _sum(axis)
        if lost_pixels(axis) and text not in sums:
            sums.append(text)
    return listed(sums)


def _sum(axis: AxisSize) -> str:
    padded = figure(axis.input)
    if axis.before or axis.after:
        padded += f" + {axis.before} + {axis.after}"
    if axis.effective_kernel == axis.stride:
        return f"{padded} = {figure(axis.output)}\u00b7{axis.stride} + {figure(axis.dropped)}"
    steps = f"{figure(axis.output - 1)}\u00b7{axis.stride} + {axis.effective_kernel}"
    return f"{padded} = {steps} + {figure(axis.dropped)}"


def _is_uneven(size: ShapeSize) -> bool:
    return any(before != after for before, after in size.padding)


def _nothing() -> str:
    return say("SizeWords", "nothing is dropped")


def _same_rule(size: ShapeSize) -> str:
    """TensorFlow's rule with its numbers: o = ⌈i / s⌉."""
    text = say("SizeWords", "\u201csame\u201d: o = \u2308i / s\u2309; rows {rows}, columns {columns}")
    return filled(text, rows=_ceiling(size.rows), columns=_ceiling(size.columns))


def _ceiling(axis: AxisSize) -> str:
    return f"\u2308{figure(axis.input)} / {axis.stride}\u2309 = {figure(axis.output)}"


def _pool_padding(size: ShapeSize) -> str:
    text = say("SizeWords", "pooling: padding {amounts} (top|bottom × left|right)")
    return filled(text, amounts=amounts_text(size.padding))


def _reach_lines(size: ShapeSize) -> list[str]:
    """What dilation does to the reach of the kernel, for each axis it changes."""
    lines = []
    if size.rows.dilation != 1:
        text = say("SizeWords", "dilation spreads the kernel over rows: k_eff = {sum}")
        lines.append(filled(text, sum=reach_text(size.rows)))
    if size.columns.dilation != 1:
        text = say("SizeWords", "dilation spreads the kernel over columns: k_eff = {sum}")
        lines.append(filled(text, sum=reach_text(size.columns)))
    return lines


def _gap_lines(size: ShapeSize) -> list[str]:
    """Rows and columns that a stride longer than the kernel jumps over between two windows."""
    rows = max(0, size.rows.stride - size.rows.effective_kernel)
    columns = max(0, size.columns.stride - size.columns.effective_kernel)
    if not rows and not columns:
        return []
    counted = [_rows(rows)] * (rows > 0) + [_columns(columns)] * (columns > 0)
    what = spaced(counted, say("SizeWords", " and "))
    return [filled(say("SizeWords", "the stride jumps over {what} between two windows"), what=what)]
