"""Numbers in brackets, as programs write and print them: Python, NumPy, PyTorch, C, Mathematica, MATLAB.

What stands around the numbers (``np.array(``, ``dtype=``, ``float k[3][3] =``, ``device=``) is left out;
a factor before or behind them (``1/9 *``, ``/ 9``) is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

from convviz.core.base.limits import FARTHEST
from convviz.core.base.translatable import TranslatableError
from convviz.core.base.typed import short
from convviz.core.kernels.tables import NEAR

Nested: TypeAlias = "list[Nested] | str"
"""Lists in lists; the innermost ones are texts: what stands between two brackets."""

_OPEN, _CLOSE = "[{(", "]})"
_COMMENT = re.compile(r"#[^\n]*|//[^\n]*|/\*(?:(?!/\*).)*?\*/|(?<=\s)%[^\n]*", re.DOTALL)
_PURE = re.compile(r"""[\d\s.,;:+\-*/'"eEfF`\[\](){}]*""")
_NAMED = re.compile(r"\b(?:kernel|weights?|filter)\s*(?:\[\s*\w*\s*\]\s*)*=(?!=)")
_BEFORE = re.compile(
    r"(?P<top>\d+(?:\.\d*)?)\s*(?:/\s*(?P<bottom>\d+(?:\.\d*)?)\s*)?\)?\s*\*\s*(?:[\w.]*\()?\s*$"
)
_BEHIND = re.compile(
    r"(?:\s*,\s*\w+\s*=\s*[\w.'\":]+)*\s*[)\]]?\s*(?P<sign>[/*])\s*\(?\s*(?P<top>\d+(?:\.\d*)?)\s*(?:/\s*(?P<bottom>\d+(?:\.\d*)?))?"
)
_LATER = re.compile(r"^[ \t]*(?:kernel = kernel|x = x) / (?P<bottom>-?\d[\d.eE+-]*)", re.MULTILINE)
_DEEPEST, _OPENED, _DIGITS = 8, 60, 30
_CUT = re.compile(r"\.\.\.|\u2026")


@dataclass(frozen=True)
class Literal:
    """What stands in brackets: ``groups`` one after the other, the ``divisor`` of them all, and whether
    ``is_torch``: the channels are then the first axis."""

    groups: list[Nested] = field(default_factory=list)
    divisor: float = 1.0
    is_torch: bool = False


def literal_in(text: str) -> Literal | None:
    """The numbers in brackets in ``text``; None if it has no brackets. ValueError if one is never closed.

    >>> literal_in("k = np.array([[1, 0], [2, 0]]) / 4")
    Literal(groups=[['1, 0', '2, 0']], divisor=4.0, is_torch=False)
    """
    text = _COMMENT.sub(" ", text)
    if not any(bracket in text for bracket in _OPEN):
        return None
    named = _NAMED.search(text)
    start = named.end() if named else 0
    spans = _spans(text, start) or _spans(text, 0)
    if not spans:
        raise TranslatableError("a bracket is opened and never closed")
    if not re.sub(r"[\s,;]", "", _between(text, spans)):
        chosen = spans
    else:
        chosen = [_largest(text, spans)]
    inside = text[chosen[0][0] : chosen[-1][1]]
    if _CUT.search(inside):
        raise TranslatableError(
            "some of the numbers were left out (…) when they were printed: print all of them"
        )
    groups = [_nested(text[first + 1 : last - 1], 1) for first, last in chosen]
    is_torch = re.search(r"\b[tT]ensor\s*\(", text) is not None
    return Literal(groups, _divisor(text, chosen[0][0], chosen[-1][1], named is not None), is_torch)


def _spans(text: str, start: int) -> list[tuple[int, int]]:
    """Where the outermost brackets from ``start`` on begin and end."""
    found: list[tuple[int, int]] = []
    stack: list[str] = []
    begin = 0
    for at in range(start, len(text)):
        letter = text[at]
        if letter in _OPEN:
            begin = at if not stack else begin
            stack.append(letter)
            if len(stack) > _OPENED:
                raise TranslatableError("the brackets are nested more than {most} deep", most=_OPENED)
        elif letter in _CLOSE and stack and _OPEN.index(stack[-1]) == _CLOSE.index(letter):
            stack.pop()
            if not stack:
                found.append((begin, at + 1))
    return found


def _between(text: str, spans: list[tuple[int, int]]) -> str:
    """What stands outside of the brackets."""
    ends = [0, *(last for _, last in spans)]
    return "".join(text[end:first] for end, (first, _) in zip(ends, spans, strict=False)) + text[ends[-1] :]


def _largest(text: str, spans: list[tuple[int, int]]) -> tuple[int, int]:
    """The brackets with the most numbers and nothing else; else the longest ones, whatever they hold."""
    pure = []
    waiting = list(spans)
    while waiting:
        first, last = waiting.pop()
        inside = text[first:last]
        if _PURE.fullmatch(inside) and text[first] != "(":
            pure.append((first, last))
        else:
            waiting += [(first + 1 + a, first + 1 + b) for a, b in _spans(inside[1:-1], 0)]
            if _PURE.fullmatch(inside):
                pure.append((first, last))
    best = max(
        pure or spans, key=lambda span: (len(re.findall(r"\d+", text[slice(*span)])), span[0] - span[1])
    )
    return best if pure else max(spans, key=lambda span: span[1] - span[0])


def _nested(text: str, depth: int) -> Nested:
    """Lists in lists, down to the texts in the innermost brackets."""
    if depth > _DEEPEST:
        raise TranslatableError("the brackets are nested more than {most} deep", most=_DEEPEST)
    spans = _spans(text, 0)
    if not spans or re.sub(r"[\s,;]", "", _between(text, spans)):
        return text.strip().strip(",;").strip() if not spans else _flat(text)
    return [_nested(text[first + 1 : last - 1], depth + 1) for first, last in spans]


def _flat(text: str) -> str:
    """Numbers of which some stand in brackets of their own, as ``(1/9)`` does."""
    return re.sub(r"[()]", " ", text).strip()


def _divisor(text: str, first: int, last: int, is_program: bool) -> float:
    """What the numbers are divided by, before, behind or in a later line."""
    before, behind = (
        _BEFORE.search(text[max(0, first - NEAR) : first]),
        _BEHIND.match(text[last : last + NEAR]),
    )
    value = Fraction(1)
    for found in (before, behind):
        if found is not None:
            for text_ in (found["top"], found["bottom"] or ""):
                if len(text_) > _DIGITS:
                    raise TranslatableError(
                        "{text!r} is too large; the limit is {most:g}", text=short(text_), most=FARTHEST
                    )
            bottom = Fraction(found["bottom"] or 1)
            part = Fraction(found["top"]) / bottom if bottom else bottom
            if part == 0:
                raise TranslatableError("the weights are divided by zero, or all of them multiplied by it")
            value *= part if found.groupdict().get("sign") == "/" else 1 / part
    later = _LATER.search(text, last) if is_program else None
    return float(value) * (float(later["bottom"]) if later is not None else 1.0)
