"""The examples of the Step page: choosing one sets up the document and the film."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from convviz.core.images.image import ImageError
from convviz.core.samples.lessons import EXAMPLES, StepExample, example, matching
from convviz.document.state.film import FilmState
from convviz.document.state.state import ColorRange, DocumentState
from convviz.pages.step.lessons.texts import example_name, explanations
from convviz.views.base.texts import edit_name

if TYPE_CHECKING:
    from convviz.pages.step.page import StepPage


class StepLessons(QObject):
    """Offers the examples and recognises them. One for each `StepPage`."""

    def __init__(self, page: StepPage) -> None:
        super().__init__(page)
        self._page = page
        page.strip.chosen.connect(self.choose)
        self.retranslate()

    def retranslate(self) -> None:
        """The names of the examples in the language of the moment."""
        self._page.strip.set_examples([(lesson.key, example_name(lesson.key)) for lesson in EXAMPLES])

    def open_first(self, lesson: StepExample) -> None:
        """Begin with an example where nothing is open: this is nothing to undo."""
        page = self._page
        page.play_when_ready()
        page.document.open(DocumentState(lesson.image(), lesson.settings, film=film_of(lesson)))

    def choose(self, key: str) -> None:
        """Set an example up, undoably, and play it from its beginning."""
        page, lesson = self._page, example(key)
        try:
            image = lesson.image()
        except ImageError:
            page.message.emit("error", self.tr("The picture of this example cannot be read."))
            return
        page.player.pause()
        page.document.edit(
            edit_name("example"),
            image=image,
            settings=lesson.settings,
            title="",
            pin=None,
            color_range=ColorRange(),
            shown_channel=0,
        )
        before = page.film_state
        page.document.keep_film(film_of(lesson, speed=before.speed, loop=before.loop, predict=before.predict))
        if not before.predict:  # who wants to guess wants to think first
            page.play_when_ready()
        page.predict.forget()
        page.refresh()
        page.cards.setFocus()

    def show_state(self, state: DocumentState) -> None:
        """Say which example the document is, and what to see in it."""
        strip = self._page.strip
        found = matching(state.image, state.settings) if state.image is not None else None
        strip.show_example(found.key if found is not None else "")
        if found is not None:
            strip.set_sentence(*explanations(found.key))
        elif state.image is not None:
            strip.set_sentence(
                self.tr("What the Lab shows, cell by cell: choose another kernel or other settings there."),
                self.tr("What the Lab shows, cell by cell."),
            )
        else:
            strip.set_sentence("")


def film_of(
    lesson: StepExample, *, speed: float = 1.0, loop: bool = False, predict: bool = False
) -> FilmState:
    """How the film of an example is watched at first."""
    pin_a, pin_b = lesson.pins or (None, None)
    return FilmState(
        detail=lesson.detail,
        speed=speed,
        loop=loop,
        region=lesson.region,
        pin_a=pin_a,
        pin_b=pin_b,
        predict=predict,
    )
