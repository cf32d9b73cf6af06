"""The frame around an image: how wide it is, and what it is made of.

The amount and the fill are two separate decisions. A position in the padded image is answered
with the input position whose value stands there, or with "a constant"; nothing is copied for it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.core.base.exact import check_exact, exact_number
from convviz.core.base.translatable import TranslatableError, translatable
from convviz.core.sizes.numbers import MOST_PADDING, Pair, pair

Amounts: TypeAlias = tuple[Pair, Pair]
Indices: TypeAlias = NDArray[np.intp]

RULES = ("valid", "same", "full")
"""Names for amounts of padding."""

FILLS = ("zero", "mean", "reflect", "symmetric", "edge", "wrap")
"""Names for what the padding is made of; a number is allowed as well."""

CONSTANT = -1
"""Stands in an index array where a constant, and no input cell, is meant."""


def axis_amounts(padding: Any, size: int, kernel: int, stride: int, dilation: int) -> Pair:
    """How many cells one axis gets before and after: (before, after).

    ``padding`` is "valid" (none), "same" (as many as make the output ceil(size / stride); the
    odd one goes after: TensorFlow's rule), "full" (every window that touches the input), an int,
    or (before, after), at most `MOST_PADDING` each. ValueError for anything else.

    >>> axis_amounts("same", 28, 5, 2, 1)
    (1, 2)
    """
    reach = dilation * (kernel - 1)
    if isinstance(padding, str):
        if padding == "valid":
            return 0, 0
        if padding == "full":
            return reach, reach
        if padding == "same":
            steps = -(-size // stride) - 1
            total = max(steps * stride + reach + 1 - size, 0)
            return total // 2, total - total // 2
        raise TranslatableError("padding {padding!r} is none of {rules}", padding=padding, rules=tuple(RULES))
    return pair(padding, "padding", 0, MOST_PADDING)


def resolve(padding: Any, size: Pair, kernel: Pair, stride: Pair, dilation: Pair) -> Amounts:
    """Convert any form of padding to ((top, bottom), (left, right)) cells.

    ``padding`` is a name (see `axis_amounts`), an int for all four sides, (rows, columns), or
    ((top, bottom), (left, right)), at most `MOST_PADDING` on a side. ValueError, with what was
    given, for anything else.

    >>> resolve("same", (7, 7), (2, 2), (2, 2), (1, 1))
    ((0, 1), (0, 1))
    >>> resolve((1, 0), (7, 7), (3, 1), (1, 1), (1, 1))
    ((1, 1), (0, 0))
    """
    if isinstance(padding, str) or not hasattr(padding, "__len__") or getattr(padding, "ndim", 1) == 0:
        each: Sequence[Any] = (padding, padding)
    elif len(padding) == 2:
        each = padding
    else:
        text = translatable(
            "padding {padding!r} is neither one number, (rows, columns) nor ((top, bottom), (left, right))"
        )
        raise TranslatableError(text, padding=padding)
    rows, columns = (
        axis_amounts(one, n, k, s, d)
        for one, n, k, s, d in zip(each, size, kernel, stride, dilation, strict=True)
    )
    return rows, columns


def source_index(positions: ArrayLike, size: int, fill: str | float) -> Indices:
    """Which input cell's value stands at each position; `CONSTANT` where none does.

    ``positions`` count from the input's first cell and may be negative or beyond ``size``. The
    meanings of the fills are those of `numpy.pad`.

    >>> source_index([-2, -1, 0, 3, 4], 4, "reflect").tolist()
    [2, 1, 0, 3, 2]
    >>> source_index([-1, 0], 4, "zero").tolist()
    [-1, 0]
    """
    where = np.asarray(positions, dtype=np.intp)
    if fill == "edge":
        return np.minimum(np.maximum(where, 0), size - 1)
    if fill == "wrap":
        return where % size
    if fill == "symmetric":
        folded = where % (2 * size)
        return np.minimum(folded, 2 * size - 1 - folded)
    if fill == "reflect":
        period = max(2 * (size - 1), 1)
        folded = where % period
        return np.minimum(folded, period - folded) if size > 1 else folded
    return np.where((where < 0) | (where >= size), CONSTANT, where)


def indices(size: int, before: int, after: int, fill: str | float) -> Indices:
    """The input cell behind every cell of one padded axis; `CONSTANT` where a constant stands.

    The answer has ``before + size + after`` entries.

    >>> indices(3, 2, 1, "wrap").tolist()
    [1, 2, 0, 1, 2, 0]
    """
    return source_index(np.arange(-before, size + after), size, check_fill(fill))


def check_fill(fill: str | float) -> str | float:
    """The fill, checked; ValueError for an unknown name, and for numbers that are not finite.

    Whole numbers that float64 would change are refused too.
    """
    if isinstance(fill, str):
        if fill not in FILLS:
            raise _no_fill(fill)
        return fill
    try:
        number = exact_number(fill, "fill")
    except TranslatableError:
        raise
    except (TypeError, ValueError):
        raise _no_fill(fill) from None
    if not math.isfinite(number):
        raise TranslatableError("fill {number} is not a finite number", number=number)
    return number


def _no_fill(fill: object) -> TranslatableError:
    return TranslatableError("fill {fill!r} is none of {fills}, or a number", fill=fill, fills=tuple(FILLS))


def constants(array: NDArray[Any], fill: str | float) -> NDArray[np.float64]:
    """The constant that stands in the padding of each channel: shape (C,), or (1,) for a grey image.

    "mean" is the mean of the channel's finite values, so that one NaN does not reach every
    border. Fills that copy input cells give zeros, which are never used.
    """
    channels = array.shape[2] if array.ndim == 3 else 1
    fill = check_fill(fill)
    if fill != "mean":
        return np.full(channels, 0.0 if isinstance(fill, str) else fill)
    planes = array.reshape(-1, channels)
    with np.errstate(all="ignore"):  # infinities, and sums that are infinite, are seen to below
        means: NDArray[np.float64] = np.asarray(planes.mean(axis=0, dtype=np.float64))
    for c in np.flatnonzero(~np.isfinite(means)):
        means[c] = _finite_mean(planes[:, c])
    return means


def _finite_mean(values: NDArray[Any]) -> float:
    """The mean of the finite values, which is finite too; 0 where there are none."""
    finite = values[np.isfinite(values)].astype(np.float64)
    if not finite.size:
        return 0.0
    with np.errstate(over="ignore"):
        mean = float(finite.mean())
    if math.isinf(mean):
        # Halved often enough, even the largest values have a finite sum.
        halvings = finite.size.bit_length()
        share = math.ldexp(float(np.ldexp(finite, -halvings).mean()), halvings - 1)
        mean = 2 * min(max(share, float(finite.min()) / 2), float(finite.max()) / 2)
    return mean


def pad(array: ArrayLike, amounts: Any, fill: str | float = "zero") -> NDArray[Any]:
    """Put a frame around an image of shape (H, W) or (H, W, C).

    ``amounts`` is an int, (rows, columns) or ((top, bottom), (left, right)). The dtype stays, except that a
    whole-number image becomes float64 where the constant is not a whole number or does not fit. ValueError
    for negative amounts, unknown fills, and whole numbers that float64 would change.

    >>> pad([[1, 2], [3, 4]], ((0, 1), (0, 1)), "edge").tolist()
    [[1, 2, 2], [3, 4, 4], [3, 4, 4]]
    """
    values = np.asarray(array)
    height, width = values.shape[:2]
    rows, columns = resolve(amounts, (height, width), (1, 1), (1, 1), (1, 1))
    row_of, column_of = indices(height, *rows, fill), indices(width, *columns, fill)
    padded = values[row_of[:, None], column_of[None, :]]
    outside = (row_of == CONSTANT)[:, None] | (column_of == CONSTANT)[None, :]
    if outside.any():
        value = constants(values, fill)
        if not _holds(values.dtype, value):
            check_exact(values, "pixel")
            padded = padded.astype(np.float64)
        padded[outside] = value if values.ndim == 3 else value[0]
    return padded


def _holds(dtype: np.dtype[Any], numbers: NDArray[np.float64]) -> bool:
    """Whether an array of this type can hold the numbers; fractions are as good as they can be."""
    if dtype.kind not in "iu":
        return dtype.kind != "b" or bool(np.isin(numbers, (0, 1)).all())
    limits = np.iinfo(dtype)
    return all(n.is_integer() and limits.min <= int(n) <= limits.max for n in numbers.tolist())
