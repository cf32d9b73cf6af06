"""Predict, then reveal: results stay hidden until they are guessed, or the film goes past them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TypeAlias

from convviz.core.film.moments import Moment

Place: TypeAlias = tuple[str, int, int]
"""Stage, row and column of an output cell."""

SIZE: Place = ("size", 0, 0)
"""Stands for the question about the output's size, which is about no cell."""


@dataclass(frozen=True)
class Predict:
    """What has been revealed so far. Nothing here stops the film.

    ``place`` is the cell on show, ``answered`` the one that was guessed last, as long as the film stays
    there; ``said`` stands before the next question. ``turn`` counts how often everything was hidden again.

    >>> first, second = (Moment("convolution", 0, column, "land", 9, 9) for column in (0, 1))
    >>> predict = Predict().at(first)
    >>> predict.hides(first), predict.moved_to(second).hides(first)
    (True, False)
    """

    revealed: frozenset[Place] = frozenset()
    size_known: bool = False
    said: str = ""
    place: Place | None = None
    answered: Place | None = None
    turn: int = 0

    def hides(self, moment: Moment) -> bool:
        """Whether the result of the moment's cell is still to be guessed."""
        return place_of(moment) not in self.revealed

    def hides_size(self, index: int) -> bool:
        """Whether the size of the output is still to be guessed: only before the film has moved."""
        return not self.size_known and index == 0

    def again(self) -> Predict:
        """Other numbers: everything is to be guessed again."""
        return Predict(turn=self.turn + 1)

    def at(self, moment: Moment) -> Predict:
        """The film is shown at ``moment``; it did not get there by moving."""
        place = place_of(moment)
        return self if place == self.place else replace(self, place=place, answered=None)

    def moved_to(self, moment: Moment) -> Predict:
        """The film has moved: the cell it has left is revealed, and so is the output's size."""
        place = place_of(moment)
        if place == self.place:
            return self if self.size_known else replace(self, size_known=True)
        left = self.revealed if self.place is None else self.revealed | {self.place}
        return replace(self, revealed=left, size_known=True, said="", place=place, answered=None)

    def size_told(self, verdict: str) -> Predict:
        """The size was guessed; ``verdict`` says how well."""
        return replace(self, size_known=True, said=verdict)

    def guessed(self, moment: Moment) -> Predict:
        """The result of the moment's cell was guessed."""
        place = place_of(moment)
        return replace(self, revealed=self.revealed | {place}, answered=place)


def place_of(moment: Moment) -> Place:
    """The output cell a moment is about."""
    return moment.stage, moment.row, moment.column


def without_result(moment: Moment) -> Moment:
    """The moment as it may be shown while its result is to be guessed."""
    part = "add" if moment.part in ("finish", "land") else moment.part
    return replace(moment, part=part, terms=min(moment.terms, max(moment.products - 1, 0)))


def size_in(text: str) -> tuple[int, int] | None:
    """The size that a person wrote: "7x7", "7 × 7", or "7" for a square; None for anything else.

    >>> size_in("4 × 6"), size_in("7"), size_in("large")
    ((4, 6), (7, 7), None)
    """
    found = re.fullmatch(r"(\d{1,6})(?:\s*[x×*,; ]\s*(\d{1,6}))?", text.strip().lower())
    if found is None:
        return None
    return int(found[1]), int(found[2] or found[1])
