"""Whole numbers that float64 cannot hold are refused: what is computed is computed from the numbers given.

float64 holds every whole number up to 2^53, and beyond it those whose binary digits end in enough zeros.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.core.base.translatable import TranslatableError, translatable

EXACT = 2**53
"""Up to here every whole number is a float64; 2^53 + 1 is none."""

_NEVER = "?bBhHiIefd"
"""Types of numbers, as NumPy abbreviates them, whose whole numbers all are float64s."""


def exact_number(value: Any, name: str) -> float:
    """One number as a float; ValueError, with the number, if it is a whole number that float64 changes.

    ``name`` is what the number is called in the error. TypeError and ValueError of `float` for what
    is no number.

    >>> exact_number(2**60, "bias")
    1.152921504606847e+18
    >>> exact_number(2**53 + 1, "bias")
    Traceback (most recent call last):
    convviz.core.base.translatable.TranslatableError: bias 9007199254740993 has no exact float64; ...
    """
    try:
        number = float(value)
    except OverflowError:
        raise _inexact(int(value), name) from None
    if isinstance(value, int | np.integer) and int(value) != int(number):
        raise _inexact(int(value), name)
    return number


def exact_array(values: ArrayLike, name: str) -> NDArray[Any]:
    """``values`` as an array of their own type; ValueError as in `exact_number` for what float64 changes.

    Lists that mix whole numbers with fractions are checked before NumPy converts all to fractions.

    >>> exact_array([[1, 2**53 + 1], [0.5, 0]], "pixel")
    Traceback (most recent call last):
    convviz.core.base.translatable.TranslatableError: pixel 9007199254740993 has no exact float64; ...
    """
    if isinstance(values, np.ndarray) and values.dtype.char in _NEVER:
        return values
    given = np.asarray(values)
    if given is not values and given.dtype.kind == "f" and (np.abs(given) >= EXACT).any():
        for value in np.asarray(values, dtype=object).flat:
            exact_number(value, name)
    elif given.dtype == object and all(isinstance(value, int | float) for value in given.flat):
        floats = [exact_number(value, name) for value in given.flat]
        return np.array(floats, dtype=np.float64).reshape(given.shape)
    check_exact(given, name)
    return given


def check_exact(given: NDArray[Any], name: str) -> None:
    """Refuse an array of any shape with a whole number that float64 changes (ValueError with the number).

    Only whole numbers of 64 bits, and floats wider than 64, can hold one; others are not checked.
    """
    kind = given.dtype.kind
    if not given.size or kind not in "iuf" or given.dtype.char in _NEVER:
        return
    with np.errstate(all="ignore"):
        if kind == "f":
            floats = given.astype(np.float64)
            changed = (np.abs(given) > EXACT) & (given == np.rint(given)) & (floats != given)
        else:
            if max(-int(given.min()), int(given.max())) <= EXACT:
                return
            floats = given.astype(np.float64)
            beyond = floats >= 2.0 ** (63 if kind == "i" else 64)  # rounded up, out of the type's range
            changed = beyond | (np.where(beyond, 0, floats).astype(given.dtype) != given)
    changed &= np.isfinite(given)
    if changed.any():
        raise _inexact(int(given[changed][0]), name)


def all_whole(values: NDArray[Any]) -> bool:
    """Whether all values are whole numbers; not-a-number is none.

    Parts are checked in turn: most pictures of fractions are settled after a few rows.

    >>> all_whole(np.array([[1.0, -2.0]])), all_whole(np.array([0.5]))
    (True, False)
    """
    if values.ndim == 0:
        return all_whole(values[None])
    step = max(1, 65536 // max(1, values[:1].size))
    parts = (values[first : first + step] for first in range(0, len(values), step))
    with np.errstate(invalid="ignore"):
        return all(bool((part == np.rint(part)).all()) for part in parts)


def _inexact(number: int, name: str) -> TranslatableError:
    try:
        nearest = str(int(float(number)))
    except OverflowError:
        nearest = "inf"
    text = translatable("{name} {number} has no exact float64; the nearest is {nearest}")
    return TranslatableError(text, name=name, number=_written(number), nearest=nearest)


def _written(number: int) -> str:
    """A number as text; for enormous ones the power of ten."""
    if abs(number) < 10**40:
        return str(number)
    sign = "-" if number < 0 else ""
    return f"{sign}1e{math.floor(abs(number).bit_length() * math.log10(2))}"


def float_type(dtype: np.dtype[Any]) -> np.dtype[Any]:
    """The floating-point type that results of data of this type have (see `as_float`)."""
    if dtype.kind not in "buif":
        raise ValueError(f"values of type {dtype} are not real numbers")
    wide = dtype.itemsize > 4 if dtype.kind == "f" else dtype.itemsize > 2
    return np.dtype(np.float64 if wide else np.float32)
