"""What a computation will cost, before it begins: multiply-adds and bytes, and how many are too many."""

from __future__ import annotations

import math
from dataclasses import dataclass

from convviz.core.base.translatable import TranslatableError, translatable
from convviz.core.sizes.shapes import ShapeSize

MOST_BYTES = 6_000_000_000
"""For all maps together: a colour picture of 100 megapixels through every stage has room."""

MOST_WORK, MOST_WORK_A_VALUE = 100_000_000_000, 3000
"""Multiply-adds and comparisons, in all or for each value of the input, whichever is more.

A kernel of 31x31 and a window of 1,000 cells need 2,961 for each, so no picture is too large for them."""

BYTES_A_VALUE = 4


@dataclass(frozen=True)
class Effort:
    """Multiply-adds (with the comparisons and additions of a pooling), and bytes of all maps.

    ``values`` is how many the input has.
    """

    work: int
    bytes: int
    values: int

    def check(self) -> None:
        """ValueError, with the figures, for what would take too much memory or too long.

        >>> Effort(2 * 10**11, 10**6, 81).check()
        Traceback (most recent call last):
        convviz.core.base.translatable.TranslatableError: this takes 200,000,000,000 steps ...
        """
        if self.bytes > MOST_BYTES:
            text = translatable("this takes {size:.1f} GB of memory; the limit is {most:g} GB")
            raise TranslatableError(text, size=self.bytes / 1e9, most=MOST_BYTES / 1e9)
        most = max(MOST_WORK, MOST_WORK_A_VALUE * self.values)
        if self.work > most:
            text = translatable("this takes {work:,} steps of arithmetic; the limit is {most:,}")
            raise TranslatableError(text, work=round(self.work, -6), most=most)


def effort(shapes: tuple[tuple[int, ...], ...], multiply_adds: int, pooling: ShapeSize | None) -> Effort:
    """What computing maps of these ``shapes`` costs: the input's first, the pooling's (if any) last.

    >>> effort(((9, 9), (7, 7), (7, 7)), 441, None)
    Effort(work=441, bytes=716, values=81)
    """
    values = [math.prod(shape) for shape in shapes]
    work = multiply_adds
    if pooling is not None:  # along the rows first, then along the columns
        maps = math.prod(shapes[-1][2:])
        by_rows = pooling.rows.output * pooling.columns.input * pooling.rows.kernel
        work += maps * (by_rows + math.prod(pooling.shape) * pooling.columns.kernel)
    return Effort(work, BYTES_A_VALUE * sum(values), values[0])
