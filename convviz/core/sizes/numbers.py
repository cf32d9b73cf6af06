"""Whole numbers and pairs of them, one for the rows and one for the columns, as settings take them."""

from __future__ import annotations

import operator
from typing import Any, TypeAlias

from convviz.core.base.limits import LIMITS
from convviz.core.base.translatable import TranslatableError, translatable

Pair: TypeAlias = tuple[int, int]

MOST_PADDING = LIMITS["padding"].ends[1]
"""The most cells of padding that may be asked for on a side. "same" and "full" make what they need."""

MOST_STEP = LIMITS["stride"].ends[1]
"""The largest stride, dilation and pool size; or the longer side of the picture, if that is more."""


def whole(value: Any, name: str, least: int, most: int | None = None) -> int:
    """``value`` as a whole number from ``least`` to ``most``; ValueError naming it otherwise."""
    try:
        number = operator.index(value)
    except TypeError:
        raise TranslatableError("{name} {value!r} is not a whole number", name=name, value=value) from None
    if number < least:
        raise TranslatableError("{name} {number} is less than {least}", name=name, number=number, least=least)
    if most is not None and number > most:
        raise TranslatableError("{name} {number} is more than {most}", name=name, number=number, most=most)
    return number


def pair(value: Any, name: str, least: int, most: int | None = None) -> Pair:
    """One number for both axes, or (rows, columns), as a pair of whole numbers.

    >>> pair(2, "stride", 1)
    (2, 2)
    """
    if isinstance(value, str) or not hasattr(value, "__len__") or getattr(value, "ndim", 1) == 0:
        number = whole(value, name, least, most)
        return number, number
    if len(value) != 2:
        text = translatable("{name} {value!r} is neither one number nor (rows, columns)")
        raise TranslatableError(text, name=name, value=tuple(value))
    return whole(value[0], name, least, most), whole(value[1], name, least, most)


def steps(value: Any, name: str, size: Pair) -> Pair:
    """A stride, dilation or pool size as (rows, columns), for a picture of ``size``.

    ValueError for what is neither a number nor a pair, for less than 1, and for more than both
    `MOST_STEP` and the longer side of the picture.

    >>> steps(2, "stride", (9, 9)), steps((3000, 4000), "pool size", (3000, 4000))
    ((2, 2), (3000, 4000))
    """
    return pair(value, name, 1, max(MOST_STEP, *size))
