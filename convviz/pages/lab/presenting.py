"""The Lab in presenter mode: a stage or two, the kernel and "Why this number?" beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer

from convviz.document.state.state import Pin
from convviz.pages.lab.body import LabBody
from convviz.pages.lab.pointing import Place
from convviz.views.base.texts import kept_name, stage_name

TWO_FROM = 1600
"""On a narrower screen one stage is shown to begin with."""


@dataclass(frozen=True)
class Pointing:
    """What presenter mode asks the Lab: the cell explained, the one pinned, to explain another, its size."""

    place: Callable[[], Place | None]
    pin: Callable[[], Pin | None]
    point_at: Callable[[Place | None, Pin | None], None]
    shape: Callable[[], tuple[int, int]]


class LabPresenting:
    """Shows stages alone and walks through the cells of the convolution."""

    most = 2

    def __init__(self, body: LabBody, pointing: Pointing) -> None:
        self._body, self._pointing = body, pointing
        self._before: Callable[[], None] | None = None
        self._sizes: list[int] = []

    def cards(self) -> list[tuple[str, str]]:
        """Key and title of every stage that is switched on; before what it is compared with a kept result."""
        stages = self._body.stages
        cards: list[tuple[str, str]] = [
            (stage, stage_name(stage)) for stage, card in stages.cards.items() if not card.is_folded()
        ]
        if stages.beside():
            cards.insert(1, ("kept", kept_name(stages.kept.stage)))
        return cards

    def keep(self) -> None:
        """Remember the sizes that are to come back."""
        self._sizes = self._body.splitter.sizes()

    def begin(self, width: int) -> tuple[str, ...]:
        """Put the page's parts where the talk wants them; the stages to begin with."""
        body = self._body
        expanded, splitter = body.stages.expanded, body.splitter
        moved, sizes = splitter.moved, self._sizes or splitter.sizes()
        self._sizes = []
        place, pin = self._pointing.place(), self._pointing.pin()

        def back() -> None:
            body.strip.show()
            body.panels.set_presenting(False)
            splitter.setOrientation(Qt.Orientation.Vertical)
            splitter.moved = moved
            body.stages.show_alone(() if expanded is None else (expanded,))
            body.show_panels(expanded is None)
            splitter.share()
            QTimer.singleShot(0, splitter, partial(splitter.setSizes, sizes))  # when the rest is laid out
            self._pointing.point_at(place, pin)

        self._before = back
        body.strip.hide()
        body.show_panels(True)
        body.panels.set_presenting(True)
        splitter.setOrientation(Qt.Orientation.Horizontal)
        return self.first(width)

    def first(self, width: int) -> tuple[str, ...]:
        """The cards to begin with: both of a comparison, else as many as there is room for."""
        if self._body.stages.beside():
            return ("kept", self._body.stages.against())
        return ("input", "convolution") if width >= TWO_FROM else ("convolution",)

    def show(self, keys: tuple[str, ...]) -> None:
        """Show these stages; the arrow keys and Space are those of the first one's picture."""
        cards = self._body.stages.cards
        self._body.stages.show_alone([stage for stage in (*cards, "kept") if stage in keys])
        self._body.splitter.share()
        first = next((stage for stage in cards if stage in keys), None)
        if first is not None:
            cards[first].picture.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Be as before."""
        if self._before is not None:
            back, self._before = self._before, None
            back()

    def turn(self, by: int) -> None:
        """Go to the next cell of the convolution, row after row, or to the one before."""
        number, count = self.place()
        if count:
            row, column = divmod(min(max(number - 1 + by, 0), count - 1), self._pointing.shape()[1])
            self._pointing.point_at(("convolution", (row, column)), self._pointing.pin())

    def place(self) -> tuple[int, int]:
        """Which cell of the convolution is explained, of how many; 0 for none of them."""
        rows, columns = self._pointing.shape()
        place = self._pointing.place()
        if place is None or place[0] != "convolution":
            return 0, rows * columns
        return place[1][0] * columns + place[1][1] + 1, rows * columns
