"""What was done to a picture after it was read: cropped, resized. Small values that a file can hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from convviz.core.base.limits import LIMITS
from convviz.core.base.translatable import TranslatableError
from convviz.core.images.arrays import MAX_MEGAPIXELS

Method: TypeAlias = Literal["nearest", "box", "bilinear", "bicubic", "lanczos"]
METHODS: tuple[Method, ...] = get_args(Method)
"""How a picture is resized, by the names that Pillow has for them."""

MOST_STEPS = 20
"""A picture that was changed more often is kept with its pixels."""


@dataclass(frozen=True)
class Crop:
    """Keep so many rows and columns, beginning with row ``top`` and column ``left``, counted from 0.

    ValueError for a part without pixels or one that begins before the picture.

    >>> Crop(10, 20, 90, 120).last
    (99, 139)
    """

    top: int
    left: int
    rows: int
    columns: int

    def __post_init__(self) -> None:
        if min(self.top, self.left) < 0 or min(self.rows, self.columns) < 1:
            raise TranslatableError(
                "{rows} rows from {top} and {columns} columns from {left} are no part of a picture",
                **vars(self),
            )

    @property
    def last(self) -> tuple[int, int]:
        """The last row and the last column that stay."""
        return self.top + self.rows - 1, self.left + self.columns - 1

    def check(self, shape: tuple[int, ...]) -> None:
        """Refuse, with the numbers, a picture of (rows, columns, ...) that has less than these.

        >>> Crop(0, 0, 4, 4).check((3, 9))
        Traceback (most recent call last):
        convviz.core.base.translatable.TranslatableError: row 3, column 3 does not lie in a picture of 3x9
        """
        row, column = self.last
        if row >= shape[0] or column >= shape[1]:
            raise TranslatableError(
                "row {row}, column {column} does not lie in a picture of {size}",
                row=row,
                column=column,
                size=f"{shape[0]}x{shape[1]}",
            )


@dataclass(frozen=True)
class Resize:
    """Make so many rows and columns of all pixels, by one of `METHODS`.

    ValueError for a side beyond the limits, or for more megapixels than a picture may have.

    >>> Resize(0, 4, "box")
    Traceback (most recent call last):
    convviz.core.base.translatable.TranslatableError: rows 0 is not from 1 to 20000
    """

    rows: int
    columns: int
    method: Method

    def __post_init__(self) -> None:
        LIMITS["resized side"].check(self.rows, "rows")
        LIMITS["resized side"].check(self.columns, "columns")
        if self.rows * self.columns > MAX_MEGAPIXELS * 1_000_000:
            raise TranslatableError(
                "{rows} rows of {columns} pixels are more than {most:,} pixels",
                rows=self.rows,
                columns=self.columns,
                most=MAX_MEGAPIXELS * 1_000_000,
            )
        if self.method not in METHODS:
            raise ValueError(f"there is no method {self.method!r}")


Step: TypeAlias = Crop | Resize
Recipe: TypeAlias = tuple[Step, ...]
"""Steps in the order in which they were done."""


def with_step(recipe: Recipe, step: Step) -> Recipe:
    """The recipe with one more step; a part of a part is one part.

    >>> with_step((Crop(10, 20, 90, 120),), Crop(1, 2, 3, 4))
    (Crop(top=11, left=22, rows=3, columns=4),)
    """
    before = recipe[-1] if recipe else None
    if isinstance(step, Crop) and isinstance(before, Crop):
        return (*recipe[:-1], Crop(before.top + step.top, before.left + step.left, step.rows, step.columns))
    return (*recipe, step)
