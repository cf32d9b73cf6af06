"""Where each output cell of a film lies on the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRectF

from convviz.core.film.moments import Act, Film, FilmStage

Place = tuple[FilmStage, int, int]
LEAST_BOX, MOST_BOXES = 6.0, 400
BETWEEN = 14.0
"""Room between two acts."""

LARGEST_BOX = 32.0


@dataclass(frozen=True)
class Stretch:
    """One act on the timeline: it starts at ``left``, a cell is ``pitch`` wide; ``first`` counts cells."""

    act: Act
    left: float
    pitch: float
    first: int

    @property
    def right(self) -> float:
        return self.left + self.pitch * self.act.cells

    def row_edge(self, row: int) -> float:
        """Where the act's row number ``row`` (from 0) begins."""
        return self.left + self.pitch * len(self.act.columns) * row


@dataclass(frozen=True)
class TimelineLayout:
    """All acts side by side, every cell of the film equally wide."""

    stretches: tuple[Stretch, ...]

    @cached_property
    def boxed(self) -> bool:
        """Whether every cell has a box of its own; else every row has one."""
        return self.cells <= MOST_BOXES and all(s.pitch >= LEAST_BOX for s in self.stretches)

    @cached_property
    def cells(self) -> int:
        return sum(s.act.cells for s in self.stretches)

    def place(self, number: int) -> Place:
        """Stage, row and column of the film's cell ``number``."""
        for stretch in self.stretches:
            if number < stretch.first + stretch.act.cells:
                row, column = divmod(number - stretch.first, len(stretch.act.columns))
                return stretch.act.stage, stretch.act.rows[row], stretch.act.columns[column]
        raise IndexError(f"cell {number} of {self.cells}")

    def number(self, place: Place) -> int | None:
        """The film's cell at a place; None where the film does not show it."""
        stage, row, column = place
        for stretch in self.stretches:
            act = stretch.act
            if act.stage == stage and row in act.rows and column in act.columns:
                return stretch.first + act.rows.index(row) * len(act.columns) + act.columns.index(column)
        return None

    def box(self, number: int, top: float, height: float) -> QRectF:
        """The box of a cell."""
        stretch = self._of(number)
        left = round(stretch.left + (number - stretch.first) * stretch.pitch)
        right = round(stretch.left + (number - stretch.first + 1) * stretch.pitch)
        return QRectF(left, top, max(1, right - left), height)

    def cell_at(self, x: float) -> int | None:
        """The cell nearest to a place of the timeline; None for a film without cells."""
        if not self.cells:
            return None
        for stretch in self.stretches:
            if x < stretch.right or stretch is self.stretches[-1]:
                inner = int((x - stretch.left) // stretch.pitch)
                return stretch.first + min(max(inner, 0), stretch.act.cells - 1)
        return None

    def row_length(self, number: int) -> int:
        """How many cells the row of a cell has."""
        return len(self._of(number).act.columns)

    def _of(self, number: int) -> Stretch:
        for stretch in self.stretches:
            if number < stretch.first + stretch.act.cells:
                return stretch
        return self.stretches[-1]


def arrange(film: Film, left: float, width: float) -> TimelineLayout:
    """Lay the acts of ``film`` out over ``width``; short films do not fill it."""
    acts = [act for act in film.acts if act.cells]
    cells = sum(act.cells for act in acts)
    if not cells:
        return TimelineLayout(())
    pitch = min(LARGEST_BOX, (width - BETWEEN * (len(acts) - 1)) / cells)
    return TimelineLayout(tuple(_stretches(acts, left, pitch)))


def _stretches(acts: list[Act], left: float, pitch: float) -> Iterator[Stretch]:
    first = 0
    for act in acts:
        stretch = Stretch(act, left, pitch, first)
        yield stretch
        left, first = stretch.right + BETWEEN, first + act.cells
