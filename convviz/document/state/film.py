"""Where the film of the Step page stands and how it is played, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from convviz.core.film.moments import DETAILS, Detail, Moment, Region
from convviz.core.film.timing import SPEEDS

Cell: TypeAlias = tuple[int, int]


@dataclass(frozen=True)
class FilmState:
    """How the film is watched; nothing of it changes a single value of the picture.

    ``moment`` is the one on show, None before the film was ever watched. ``region`` is the part of
    a large picture that is filmed, None for the middle or the pin of the Lab. ``pin_a`` and
    ``pin_b`` are (row, column) of cells of the convolution. ``predict`` hides results until they
    are guessed. ValueError for a detail or a speed that does not exist.

    >>> FilmState().speed
    1.0
    """

    moment: Moment | None = None
    detail: Detail = "product"
    speed: float = 1.0
    loop: bool = False
    region: Region | None = None
    pin_a: Cell | None = None
    pin_b: Cell | None = None
    predict: bool = False

    def __post_init__(self) -> None:
        if self.detail not in DETAILS:
            raise ValueError(f"there is no detail {self.detail!r}")
        if self.speed not in SPEEDS:
            raise ValueError(f"there is no speed {self.speed!r}")
