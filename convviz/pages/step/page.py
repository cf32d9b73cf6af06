"""The Step page: the operation as a film, from moment to moment, forwards, backwards and by hand.

The page holds the film and passes moments on. What a moment shows is worked out by plain functions
(`step_scene`), put onto the cards by `StepShow`; driving, pins, guesses and regions have a helper each.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from convviz.core.film.moments import Film, film
from convviz.core.samples.lessons import EXAMPLES
from convviz.core.stages import pipeline
from convviz.core.stages.pipeline import Result
from convviz.document.background.compute_queue import ComputeQueue
from convviz.document.document import Document, Why
from convviz.document.player import Player
from convviz.document.state.film import FilmState
from convviz.document.state.history import another_picture
from convviz.document.state.state import DocumentState
from convviz.film import texts as step_texts
from convviz.pages.step import region as step_region
from convviz.pages.step.drive import StepDrive
from convviz.pages.step.files import StepFiles
from convviz.pages.step.landing import StepLanding
from convviz.pages.step.layout import StepCards
from convviz.pages.step.lessons.lessons import StepLessons
from convviz.pages.step.pins import StepPins
from convviz.pages.step.pixels import StepPixels
from convviz.pages.step.pointing import StepPointing
from convviz.pages.step.predict import StepPredict
from convviz.pages.step.region import StepRegion
from convviz.pages.step.show import StepShow
from convviz.views.base import theme
from convviz.views.base.texts import reason_text
from convviz.views.settings.complaints import complaint
from convviz.views.step.example_strip import ExampleStrip


class StepPage(QWidget):
    """Plays what the document holds; what is not among its results yet is asked for.

    ``queue`` is the Lab's, which keeps what comes among the results. Without one the page has its own.
    """

    status_changed = Signal(str)
    info_changed = Signal(str)
    message = Signal(str, str)

    def __init__(
        self,
        document: Document,
        parent: QWidget | None = None,
        queue: ComputeQueue | None = None,
        *,
        in_parts: bool = False,
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.result: Result | None = None
        self.player = Player(self)
        self.queue = queue or ComputeQueue(self)
        self._own_queue = queue is None
        self._autoplay = False
        self.is_built = False
        if not in_parts:
            for _ in self.build():
                pass

    def build(self) -> Generator[None]:
        """Build the page; for one made ``in_parts``, to be gone through before anything else."""
        self.strip = ExampleStrip(self)
        yield
        self.cards = StepCards(self)
        self._arrange()
        yield
        self.is_built = True
        self.predict = StepPredict(self)
        self.pins = StepPins(self)
        self.show_helper = StepShow(self)
        self.landing = StepLanding(self)
        self.drive = StepDrive(self)
        self.pointing = StepPointing(self)
        self.pixels = StepPixels(self)
        self.region = StepRegion(self)
        self.lessons = StepLessons(self)
        self.files = StepFiles(self)
        self.document.state_changed.connect(self._on_state)
        if self._own_queue:
            self.queue.result_ready.connect(self._keep_result)
        self.document.results.arrived.connect(self._on_result)
        self.queue.failed.connect(self._on_failed)
        self.player.moved.connect(self._on_moved)
        self.player.playing_changed.connect(self._on_playing)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, 0, theme.GAP, theme.GAP)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.cards, 1)
        self.setFocusProxy(self.cards.timeline.timeline)

    # Where the film stands

    @property
    def film(self) -> Film:
        """The film on show; without acts while there is none."""
        return self.player.film

    @property
    def film_state(self) -> FilmState:
        """How the film is watched, as it is saved with the experiment."""
        return self.document.state.film

    def keep(self, **changes: Any) -> None:
        """Remember another speed, pin, ... of the film. This is no edit: undo leaves it alone."""
        self.document.keep_film(replace(self.film_state, **changes))

    # The document's news

    def prepare(self) -> None:
        """The page is about to be shown: where nothing is open, the X lesson is set up and plays."""
        if self.document.state.image is None:
            self.lessons.open_first(EXAMPLES[0])

    def play_when_ready(self) -> None:
        """Play as soon as there is something to play."""
        self._autoplay = True

    def _on_state(self, old: DocumentState, new: DocumentState, why: Why) -> None:
        if another_picture(old, new) and old.film == new.film:
            self.player.pause()
            if why == "edit":  # an opened experiment and an undone picture bring their own film
                self.keep(moment=None, region=None, pin_a=None, pin_b=None)
        if self.isVisible():
            self.refresh()
        elif self.result is not None and self.result.image is not new.image:
            self._let_go()  # a large picture that nobody looks at any more frees its memory

    def _let_go(self) -> None:
        self.result = None
        self.player.set_film(Film(()))
        self.show_helper.forget()

    def refresh(self) -> None:
        """Show the document's state: at once where its result is there, else as soon as it comes.

        It is asked for whether the Lab has or not: what is computed already is not computed twice.
        """
        state = self.document.state
        self.drive.show_state(state.film)
        self.strip.set_predict(state.film.predict)
        self.lessons.show_state(state)
        if state.image is None:
            self._let_go()
            return
        try:
            pipeline.chain(state.image.shape, state.settings)
        except ValueError as error:
            self.player.pause()
            told = complaint(state.image, state.settings, error)
            self.strip.set_sentence(told.text, error=True)
            self.show_helper.set_stale(True)
            return
        result = self.document.results.of(state)
        if result is not None:
            self.show_result(result)
        else:
            self.queue.submit(state.image, state.settings)

    def _keep_result(self, revision: int, result: Result) -> None:
        if result.image is self.document.state.image:
            self.document.results.keep(result)

    def _on_result(self, result: Result) -> None:
        if self.isVisible() and self.document.state.describes(result):
            self.show_result(result)

    def _on_failed(self, revision: int, error: Exception) -> None:
        if self.isVisible():
            self.player.pause()
            self.show_helper.set_stale(True)
            if self._own_queue:
                self.message.emit("error", reason_text(error))

    def show_result(self, result: Result) -> None:
        """Show ``result`` at the place where the film was, if there still is such a place."""
        state, before = self.document.state, self.result
        region = step_region.region_for(state, result.chain)
        made = film(result.chain, state.film.detail, region)
        moment = state.film.moment
        found = made.find(moment) if moment is not None else 0
        if before is None or before.settings != result.settings or before.image is not result.image:
            self.predict.forget()
        self.result = result
        self.player.set_film(made, found or 0)
        self.show_helper.show_result(result, made, region)
        if found is None and moment is not None:
            self.player.pause()
            self.keep(moment=None)
            self.message.emit("info", step_texts.lost_place(moment.row, moment.column))
        self._show_moment()
        if self._autoplay:
            self._autoplay = False
            self.player.play()

    def _on_moved(self, index: int) -> None:
        moment = self.film.moment(index)
        self.predict.moved_to(moment)
        self.keep(moment=moment)
        self._show_moment()

    def _on_playing(self, playing: bool) -> None:
        """What was still in the air when the film stopped is in its place at once."""
        if not playing and self.landing.flight.flying:
            self.landing.stop()
            self.show_helper.show_landed()

    def _show_moment(self) -> None:
        if self.result is not None:
            self.show_helper.show_moment(self.player.position)

    # For the window around the page

    def focus_regions(self) -> list[QWidget]:
        """Where F6 jumps to, in order."""
        cards = self.cards
        return [self.strip, cards.input.grid, cards.operation.choice.button("grids"), cards.output.grid,
                cards.sum.copy_button, cards.compare.pin_button, cards.timeline.timeline]  # fmt: skip

    def export_film(self) -> None:
        """Ask how the film is to be written, and write it."""
        self.files.ask()

    def shut_down(self) -> None:
        """End the threads; the page shows nothing new from here on."""
        self.player.pause()
        self.files.close()
        if self._own_queue:
            self.queue.close()

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self.info_changed.emit(step_texts.keys_text())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.player.pause()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.drive.clicked_by(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.is_built:
            self.lessons.retranslate()
            self.info_changed.emit(step_texts.keys_text())
            if self.isVisible():
                self.refresh()
