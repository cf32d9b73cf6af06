"""Numbers as people type them: what a text means, and which sentence refuses it."""

from __future__ import annotations

import math
import re

from convviz.core.base.limits import FARTHEST, Limit
from convviz.core.base.translatable import TranslatableError, translatable

_PLAIN = str.maketrans(
    {
        "\u2212": "-", "\u2013": "-", "\uff0d": "-", "\uff0b": "+", "\uff0e": ".", "\uff0c": ",",
        "\uff1b": ";", "\uff0f": "/", "\u00a0": " ", "\u202f": " ", "\u3000": " ",
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        **{chr(0xFF21 + at): chr(0x41 + at) for at in range(26)},
        **{chr(0xFF41 + at): chr(0x61 + at) for at in range(26)},
    }
)  # fmt: skip
_NUMBER = re.compile(r"[+-]?(\d+(?:[.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?", re.ASCII)
_BEGUN = re.compile(r"[+-]?(\d*(?:[.,]\d*)?)([eE][+-]?\d*)?(/\d*(?:[.,]\d*)?)?", re.ASCII)
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}([, ]\d{3})+", re.ASCII)
_LONGEST = 40


def plain(text: str) -> str:
    """The text with the signs that keyboards of other languages have as those of ASCII.

    >>> plain("\u2212\uff11\uff0c\uff15")
    '-1,5'
    """
    return text if text.isascii() else text.translate(_PLAIN)


def parse_number(text: str, farthest: float = FARTHEST) -> float:
    """Read one number as it is typed: ``-1.5``, ``\u22121,5`` (real minus, decimal comma), ``1/9``.

    Raises ValueError with the text in it if it is not a number up to ``farthest``.

    >>> parse_number("\u22121,5"), parse_number("1/4")
    (-1.5, 0.25)
    """
    value = _value(text)
    if not math.isfinite(value) or abs(value) > farthest:
        most = min(farthest, FARTHEST)
        raise TranslatableError("{text!r} is too large; the limit is {most:g}", text=short(text), most=most)
    return value


def is_number(text: str) -> bool:
    """Whether a text is a number, however large.

    >>> is_number("1e400"), is_number("nan"), is_number("1/0")
    (True, False, False)
    """
    try:
        _value(text)
    except ValueError:
        return False
    return True


def could_become_number(text: str) -> bool:
    """Whether typing on can still make a number of ``text``: "", "-" and "1e" can, "1x" cannot.

    >>> could_become_number("-"), could_become_number("1x")
    (True, False)
    """
    return _BEGUN.fullmatch(plain(text).strip()) is not None


def read_number(text: str, limit: Limit, name: str, *, whole: bool = False) -> float:
    """The number that ``text`` is, within ``limit``; ValueError with name, text and limits otherwise.

    In a ``whole`` number a comma before three digits parts thousands; in others it is a decimal mark.

    >>> read_number("1,000", Limit(1, 1000), "stride", whole=True), read_number("0,5", Limit(0, 1), "noise")
    (1000.0, 0.5)
    >>> read_number("1e400", Limit(1, 1000), "stride")
    Traceback (most recent call last):
    convviz.core.base.translatable.TranslatableError: stride 1e400 is not from 1 to 1000
    """
    typed = plain(text).strip()
    if whole and _GROUPED.fullmatch(typed):
        typed = typed.replace(",", "").replace(" ", "")
    try:
        value = _value(typed)
    except ValueError as error:
        raise TranslatableError("{name}: {cause}", name=name, cause=error) from None
    problem = limit.refusal(value, name, short(text))
    if problem is None and whole and value != int(value):
        problem = TranslatableError("{name} {number} is not a whole number", name=name, number=short(text))
    if problem is not None:
        raise problem
    return value


def short(text: str) -> str:
    """A text as it may stand in a message: its beginning, where it is long.

    >>> len(short("9" * 1000))
    41
    """
    stripped = text.strip()
    return stripped if len(stripped) <= _LONGEST else stripped[:_LONGEST] + "\u2026"


def _value(text: str) -> float:
    """What a text means; infinite where no float64 is so large."""
    top, slash, bottom = plain(text).strip().partition("/")
    parts = [top.strip(), bottom.strip()] if slash else [top.strip()]
    if not all(_NUMBER.fullmatch(part) for part in parts):
        raise TranslatableError("{text!r} is not a number", text=short(text))
    numbers = [float(part.replace(",", ".")) for part in parts]
    if len(numbers) == 1:
        return numbers[0]
    if numbers[1] == 0:
        raise TranslatableError(translatable("{text!r} divides by zero"), text=short(text))
    value = numbers[0] / numbers[1]
    if math.isnan(value):
        raise TranslatableError("{text!r} is not a number", text=short(text))
    return value
