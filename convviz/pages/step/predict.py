"""Predict, then reveal: results stay hidden until they are guessed, or the film goes past them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject

from convviz.core.film.moments import Moment
from convviz.film import texts as step_texts
from convviz.views.base.numbers import shape_text

if TYPE_CHECKING:
    from convviz.pages.step.page import StepPage

Place: TypeAlias = tuple[str, int, int]
SIZE: Place = ("size", 0, 0)
"""Stands for the question about the output's size, which is about no cell."""


class StepPredict(QObject):
    """Knows which results have been revealed. It never stops the film. One for each `StepPage`."""

    def __init__(self, page: StepPage) -> None:
        super().__init__(page)
        self._page = page
        self._revealed: set[Place] = set()
        self._size_known = False
        self._said = ""
        self._asked: Place | None = None
        self._place: Place | None = None
        page.strip.predict_toggled.connect(self.set_on)
        page.cards.sum.guessed.connect(self._on_guess)

    def hides(self, moment: Moment) -> bool:
        """Whether the result of the moment's cell is still to be guessed."""
        return self._page.film_state.predict and _place(moment) not in self._revealed

    def hides_size(self) -> bool:
        """Whether the size of the output is still to be guessed: only before the film has moved."""
        page = self._page
        return page.film_state.predict and not self._size_known and page.player.position == 0

    def forget(self) -> None:
        """Other numbers: everything is to be guessed anew."""
        self._revealed.clear()
        self._size_known = False
        self._said = ""
        self._asked = self._place = None

    def moved_to(self, moment: Moment) -> None:
        """The film is at ``moment`` now: the cell it has left is revealed, and so is the output's size."""
        self._size_known = True
        self._said = ""
        place = _place(moment)
        if place != self._place and self._place is not None:
            self._revealed.add(self._place)
        self._place = place

    def show(self, moment: Moment) -> None:
        """Ask about the moment's cell, once; or show its result, with what was said about the guess."""
        card, place = self._page.cards.sum, _place(moment)
        if self.hides_size():
            if self._asked != SIZE:
                card.ask(step_texts.size_question())
            self._asked, self._place = SIZE, place
        elif self.hides(moment):
            if self._asked != place or not card.is_hidden():
                card.ask(f"{self._said} {step_texts.question(moment)}".strip())
            self._asked = self._place = place
        elif self._asked != place:
            if self._asked is not None or card.is_hidden():
                card.ask(None)
            self._asked = None

    def set_on(self, on: bool) -> None:
        """Hide results from here on, or hide none."""
        page = self._page
        page.keep(predict=on)
        page.strip.set_predict(on)
        self.forget()
        if not on:
            page.cards.sum.ask(None)
        page.show_helper.show_moment(page.player.position)

    def _on_size(self, text: str) -> None:
        """Tell the size of the output, and go on to its first cell."""
        page = self._page
        assert page.result is not None
        rows, columns = page.result.chain.convolution[:2]
        box = page.cards.sum.predict_box()
        box.reveal_text(shape_text((rows, columns)), size_in(text) == (rows, columns))
        self._size_known = True
        self._said = box.verdict_text()
        page.show_helper.show_moment(page.player.position)
        box.edit.setFocus()  # the next question follows at once

    def _on_guess(self, text: str) -> None:
        """Tell whether it was right, and show the whole working."""
        page = self._page
        scene = page.show_helper.scene
        if self.hides_size():
            self._on_size(text)
            return
        if scene is None or not self.hides(scene.moment):
            return
        moment = scene.moment
        self._revealed.add(_place(moment))
        landed = page.film.index(moment.stage, moment.row, moment.column, "land")
        if landed is not None and landed != page.player.position:
            page.player.seek(landed)
        else:
            page.show_helper.show_moment(page.player.position)
        page.cards.sum.reveal()
        page.cards.setFocus()


def size_in(text: str) -> tuple[int, int] | None:
    """The size that a person wrote: "7x7", "7 × 7", or "7" for a square; None for anything else.

    >>> size_in("4 × 6"), size_in("7"), size_in("large")
    ((4, 6), (7, 7), None)
    """
    found = re.fullmatch(r"(\d{1,6})(?:\s*[x×*,; ]\s*(\d{1,6}))?", text.strip().lower())
    if found is None:
        return None
    return int(found[1]), int(found[2] or found[1])


def _place(moment: Moment) -> Place:
    return moment.stage, moment.row, moment.column
