"""Numbers between the way people type them and the way boxes and cells keep them."""

from __future__ import annotations

import re

from convviz.core.kernels import text as kernel_text
from convviz.views.base.numbers import figure

_BEGUN = re.compile(r"[+-]?(\d*\.?\d*)([eE][+-]?\d*)?(/\d*\.?\d*)?")


def parse_number(text: str) -> float | None:
    """The number a person typed, or None where the text is none.

    Both minus signs, a comma as decimal mark and simple fractions are understood, because they
    are what people type and what spreadsheets paste.

    >>> parse_number("\u22121,5")
    -1.5
    >>> parse_number("1/4")
    0.25
    >>> parse_number("1,5x") is None
    True
    """
    try:
        return kernel_text.parse_number(text)
    except ValueError:
        return None


def could_become_number(text: str) -> bool:
    """Whether typing on can still make a number of ``text``: "", "-" and "1e" can, "1x" cannot.

    >>> could_become_number("-"), could_become_number("1x")
    (True, False)
    """
    return _BEGUN.fullmatch(_plain(text)) is not None


def is_too_large(text: str) -> bool:
    """Whether ``text`` is a number, but one beyond what is computed with.

    >>> is_too_large("1e13"), is_too_large("-1e400"), is_too_large("7"), is_too_large("seven")
    (True, True, False, False)
    """
    try:
        return abs(float(_plain(text))) > kernel_text.FARTHEST
    except ValueError:
        return False


def box_text(value: float) -> str:
    """A number as an input box shows it: a real minus sign, no commas for thousands.

    >>> box_text(-1020)
    '\u22121020'
    """
    return figure(value).replace(",", "")


def _plain(text: str) -> str:
    plain = text.strip().replace("\u2212", "-")
    return plain.replace(",", ".") if plain.count(",") == 1 and "." not in plain else plain
