"""Numbers as a person reads them: a real minus sign, commas for thousands, as many decimals as needed."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

MOST = 4
MINUS = "\u2212"
TIMES = "\u00d7"


def decimals_for(*values: ArrayLike, least: int = 2) -> int:
    """The decimals that all of ``values`` are written with.

    None for whole numbers. Else as many as write every value exactly, from ``least`` up to four;
    and where four are not enough, two (three if all are smaller than one).

    >>> decimals_for([1, 2], 3.0), decimals_for([0.5, 226.5]), decimals_for(0.0625), decimals_for(7 / 9)
    (0, 2, 4, 3)
    """
    every = finite(*values)
    if every.size == 0 or bool(np.all(every == np.rint(every))):
        return 0
    largest = float(np.abs(every).max())
    for places in range(least, MOST + 1):
        noise = max(largest * 1e-7, 10.0**-places * 1e-4)  # what float32 leaves behind
        if bool(np.all(np.abs(every - np.round(every, places)) <= noise)):
            return places
    return 3 if largest < 1 else 2


def magnitude(*values: ArrayLike) -> float:
    """The largest absolute value, 1.0 where there is none: the end of a signed colour scale."""
    every = finite(*values)
    return (float(np.abs(every).max()) or 1.0) if every.size else 1.0


def finite(*values: ArrayLike) -> NDArray[Any]:
    """All finite numbers of ``values`` in one row."""
    every = np.concatenate([np.zeros(0), *[np.asarray(v, dtype=np.float64).ravel() for v in values]])
    result: NDArray[Any] = every[np.isfinite(every)]
    return result


def figure(value: float, decimals: int | None = None) -> str:
    """Write a number for a cell or a sentence.

    Whole numbers stand without decimals; others get ``decimals`` places, or as many of up to
    four significant ones as they need. The minus sign is U+2212, thousands have commas.

    >>> figure(-1)
    '\u22121'
    >>> figure(1234.5)
    '1,234.5'
    >>> figure(7 / 9, 2)
    '0.78'
    """
    value = float(value)
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "\u221e" if value > 0 else MINUS + "\u221e"
    if decimals is None:
        text = _shortest(value)
    else:
        text = f"{value:,.{decimals}f}"
    if text.startswith("-") and not text.strip("-0.,"):
        text = text[1:]  # a rounded "-0.00" is no negative number
    return text.replace("-", MINUS)


def _shortest(value: float) -> str:
    if value == round(value):
        return f"{value:,.0f}"
    size = max(abs(value), 1e-12)
    places = min(6, max(1, 3 - math.floor(math.log10(size))))
    text = f"{value:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def powers_of_ten(value: float) -> str:
    """Write a very small or large number with two digits and its power of ten, as programs do.

    >>> powers_of_ten(3.814697265625e-06), powers_of_ten(-12345.0)
    ('3.8e-6', '\u22121.2e4')
    """
    digits, _, power = f"{value:.1e}".partition("e")
    return f"{digits.replace('-', MINUS)}e{int(power)}"


def shape_text(shape: tuple[int, ...]) -> str:
    """Write a shape the way card titles do: rows x columns (x channels).

    >>> shape_text((400, 600))
    '400 \u00d7 600'
    """
    return f" {TIMES} ".join(f"{n:,}" for n in shape)


def padding_text(padding: tuple[tuple[int, int], tuple[int, int]], between: str = f" {TIMES} ") -> str:
    """Write what is added around a picture, the one way it is written everywhere: top|bottom x left|right.

    Sides that are alike stand once.

    >>> padding_text(((1, 1), (1, 1))), padding_text(((0, 1), (0, 1))), padding_text(((2, 2), (0, 1)))
    ('1', '0|1', '2 \u00d7 0|1')
    """
    rows, columns = (f"{a:,}" if a == b else f"{a:,}|{b:,}" for a, b in padding)
    return rows if rows == columns else f"{rows}{between}{columns}"


_RAISED = str.maketrans("-0123456789", "\u207b\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")


def tiny(value: float) -> str:
    """A very small number as people write it.

    >>> tiny(0.0), tiny(1.3e-07)
    ('0', '1.3 \u00d7 10\u207b\u2077')
    """
    if value == 0:
        return "0"
    digits, _, power = f"{value:.1e}".partition("e")
    return f"{digits} {TIMES} 10{str(int(power)).translate(_RAISED)}"


def difference(value: float) -> str:
    """A difference or a tolerance, 0 or more: as a `figure`, or as a power of ten where it is `tiny`.

    >>> difference(0.5), difference(2.44e-05)
    ('0.5', '2.4 \u00d7 10\u207b\u2075')
    """
    return tiny(value) if value < 0.001 else figure(value)
