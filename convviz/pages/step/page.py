"""The Step page: the operation as a film, from moment to moment, forwards, backwards and by hand.

What a moment shows is one frozen view (`view.resolve`), put onto the cards where it differs from the one
before (`apply.apply`). The page takes requests and results, and passes them on to document and player.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from convviz.core.film.moments import Film, Region
from convviz.core.images.image import ImageError
from convviz.core.samples.lessons import EXAMPLES
from convviz.core.stages.pipeline import Result
from convviz.document.background.compute_queue import ComputeQueue
from convviz.document.document import Document, Why
from convviz.document.player import Player
from convviz.document.state.history import another_picture
from convviz.document.state.state import DocumentState, FilmState
from convviz.film.scene import Cell
from convviz.pages.step.drive import Drive, Landing, add_shortcut
from convviz.pages.step.files import FilmFiles, sheet_of
from convviz.pages.step.layout import Panels, RegionPanel, StepCards, apply
from convviz.pages.step.lessons import example_name, film_of, set_up
from convviz.pages.step.presenting import StepPresenting
from convviz.pages.step.reel import Reel, edit_pixel, reel_of, said_again
from convviz.pages.step.view import Look, StepView, resolve, size_in, strip_of, waiting
from convviz.views.base import theme
from convviz.views.base.boxes import in_column
from convviz.views.base.menus import add_action
from convviz.views.base.numbers import shape_text
from convviz.views.base.texts import reason_text
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
        self.player = Player(self)
        self.queue = queue or ComputeQueue(self)
        self.reel: Reel | None = None
        self.view: StepView | None = None
        self._look = Look()
        self._own_queue = queue is None
        self._autoplay = False
        self.is_built = False
        if not in_parts:
            for _ in self.build():
                pass

    # Building

    def build(self) -> Generator[None]:
        """Build the page; for one made ``in_parts``, to be gone through before anything else."""
        self.strip = ExampleStrip(self)
        yield
        self.cards = StepCards(self)
        margins = (theme.GAP, 0, theme.GAP, theme.GAP)
        in_column(self.strip, (self.cards, 1), on=self, margins=margins, spacing=0)
        self.setFocusProxy(self.cards.timeline.timeline)
        yield
        self.is_built = True
        self.presenting = StepPresenting(self.strip, self.cards, self.player)
        self.region = RegionPanel(self.cards)
        self.landing = Landing(self.cards, self.player)
        self.drive = Drive(self.cards.timeline, self.player, self.document)
        self.files = FilmFiles(self.cards, self.player)
        self._panels = Panels(self.strip, self.cards, self.region)
        self._connect()
        self._name_examples()

    def _connect(self) -> None:
        self.document.state_changed.connect(self._on_state)
        self.document.results.arrived.connect(self._on_result)
        if self._own_queue:
            self.queue.result_ready.connect(self._keep_result)
        self.queue.failed.connect(self._on_failed)
        self.queue.given_up.connect(self._on_given_up)
        self.cards.work_note.follow(self.queue)
        self.player.moved.connect(self._on_moved)
        self.player.playing_changed.connect(self._on_playing)
        self.drive.changed.connect(self._on_driven)
        self.landing.flight.landed.connect(self._show_landed)
        self.region.chosen.connect(self.choose_region)
        self.files.message.connect(self.message)
        self.strip.chosen.connect(self.choose_example)
        self.strip.predict_toggled.connect(self.set_predict)
        self.cards.sum.guessed.connect(self._on_guess)
        self.cards.compare.pin_requested.connect(self.pin)
        self.cards.compare.clear_requested.connect(self.clear_pins)
        self.cards.input.grid.pointed.connect(self._on_pixel)
        self.cards.input.grid.pixel_edited.connect(self._on_pixel_edited)
        output = self.cards.output.grid
        output.pointed.connect(self._on_cell)
        output.clicked.connect(self.go_to)
        output.menu_requested.connect(self._on_menu)
        for keys, slot in self.drive.shortcuts():
            add_shortcut(self, keys, slot)
        for letter in ("A", "B"):
            add_shortcut(self, (letter,), partial(self.pin, letter))

    def _name_examples(self) -> None:
        self.strip.set_examples([(lesson.key, example_name(lesson.key)) for lesson in EXAMPLES])

    # Where the film stands

    @property
    def film(self) -> Film:
        """The film on show; without acts while there is none."""
        return self.player.film

    @property
    def film_state(self) -> FilmState:
        """How the film is watched, as it is saved with the experiment."""
        return self.document.state.film

    @property
    def result(self) -> Result | None:
        """What is filmed."""
        return self.reel.result if self.reel is not None else None

    def keep(self, **changes: Any) -> None:
        """Remember another pin, region, ... of the film. This is no edit: undo leaves it alone."""
        self.document.keep_film(replace(self.film_state, **changes))

    # Showing

    def refresh(self) -> None:
        """Show the document's state: at once where its result is there, else as soon as it comes.

        It is asked for whether the Lab has or not: what is computed already is not computed twice.
        """
        state = self.document.state
        self.drive.follow(state.film)
        self._look = replace(self._look, strip=strip_of(state))
        result = self.document.results.of(state)
        if state.image is None:
            self._release()
        elif self._look.strip.error:
            self.player.pause()
            self._wait(stale=True)
        elif result is not None:
            self._film(result)
        else:
            self._wait()
            self.queue.submit(state.image, state.settings)

    def _film(self, result: Result) -> None:
        """Show ``result`` at the place where the film was, if there still is such a place."""
        before, moment = self.result, self.film_state.moment
        self.reel = reel_of(self.document.state, result, self.reel)
        found = self.reel.film.find(moment) if moment is not None else 0
        self.player.set_film(self.reel.film, found or 0)
        if found is None and moment is not None:
            self.player.pause()
            self.keep(moment=None)
            text = self.tr("The output has no cell ({row}, {column}) any more. The film starts over.")
            self.message.emit("info", text.format(row=moment.row, column=moment.column))
        predict = self._look.predict
        if before is None or before.settings != result.settings or before.image is not result.image:
            predict = predict.again()
        self._show(predict=predict, stale=False, described=None)
        if self._autoplay:
            self._autoplay = False
            self.player.play()

    def _release(self) -> None:
        """Show nothing, and keep nothing of the result: a large one frees its memory."""
        self.reel = None
        self.player.set_film(Film(()))
        self._show(strip=strip_of(self.document.state), stale=False, pixel=None, cell=None, described=None)

    def _wait(self, **look: Any) -> None:
        """Leave the last film on the screen; only the strip and the transport follow the document."""
        self._look, state, last = replace(self._look, **look), self.document.state, self.view
        if last is None and self.reel is not None:  # what stays is said again, too
            self.reel = said_again(self.reel)
            last = resolve(state, self.reel, self._look)
        self._put(waiting(state, self._look, last))

    def _show(self, *, moved: bool = True, **look: Any) -> None:
        """Show where the film is, with another ``look``. It has ``moved`` unless only that is different."""
        index = self.player.position
        self._look = replace(self._look, index=index, playing=self.player.playing, **look)
        if self.reel is not None and len(self.film):
            predict = self._look.predict.at(self.film.moment(index))
            self._look = replace(self._look, predict=predict)
        view = resolve(self.document.state, self.reel, self._look, self.view)
        if view.scene is not None:
            flies = self.landing.flight.flying
            if moved:
                flies = self.landing.in_the_air(view.scene, hidden=view.hidden)
            if flies:
                view = replace(view, landed=(view.scene.stage, view.scene.number))
        self._put(view)

    def _put(self, view: StepView) -> None:
        old, self.view = self.view, view
        apply(self._panels, old, view)
        if view.status and (old is None or old.status != view.status):
            self.status_changed.emit(view.status)

    def _show_landed(self) -> None:
        """A result that flew has come to its cell."""
        view = self.view
        if view is not None and view.scene is not None:
            landed = (view.scene.stage, view.scene.number + view.scene.moment.landed)
            self._put(replace(view, landed=landed))

    # What the document, the results and the player say

    def prepare(self) -> None:
        """The page is about to be shown: where nothing is open, the X lesson is set up and plays."""
        if self.document.state.image is None:
            lesson = EXAMPLES[0]
            self._autoplay = True
            self.document.open(DocumentState(lesson.image(), lesson.settings, film=film_of(lesson)))

    def _on_state(self, old: DocumentState, new: DocumentState, why: Why) -> None:
        if new.differs_in_network(old):
            return  # nothing of the film
        if new.image is not old.image and another_picture(old, new) and old.film == new.film:
            self.player.pause()
            if why == "edit":  # an opened experiment and an undone picture bring their own film
                self.keep(moment=None, region=None, pin_a=None, pin_b=None)
        if self.isVisible():
            self.refresh()
        elif self.reel is not None and self.reel.result.image is not new.image:
            self._release()

    def _keep_result(self, revision: int, result: Result) -> None:
        if result.image is self.document.state.image:
            self.document.results.keep(result)

    def _on_result(self, result: Result) -> None:
        if self.isVisible() and self.document.state.describes(result):
            self._film(result)

    def _on_failed(self, revision: int, error: Exception) -> None:
        if self.isVisible():
            self.player.pause()
            self._show(stale=True)
            if self._own_queue:
                self.message.emit("error", reason_text(error))

    def _on_given_up(self) -> None:
        """No result comes: the last film stays, marked as one of older settings."""
        if self.isVisible():
            self.player.pause()
            self._wait(stale=True)

    def _on_moved(self, index: int) -> None:
        moment = self.film.moment(index)
        self.keep(moment=moment)
        self._show(predict=self._look.predict.moved_to(moment), described=None)

    def _on_playing(self, playing: bool) -> None:
        """What was still in the air when the film stopped is in its place at once."""
        if not playing and self.landing.flight.flying:
            self.landing.flight.stop()
            self._show_landed()

    def _on_driven(self) -> None:
        """The same film in other steps, faster, or over and over."""
        if self.reel is not None and self.reel.film is not self.film:
            self.reel = replace(self.reel, film=self.film)
        self._show()

    # What a person asks for

    def choose_example(self, key: str) -> None:
        """Set an example up, undoably, and play it from its beginning."""
        self.player.pause()
        try:
            set_up(self.document, key)
        except ImageError:
            self.message.emit("error", self.tr("The picture of this example cannot be read."))
            return
        if not self.film_state.predict:  # who wants to guess wants to think first
            self._autoplay = True
        self._look = replace(self._look, predict=self._look.predict.again())
        self.refresh()
        self.cards.setFocus()

    def choose_region(self, region: Region) -> None:
        """Film another part of a large picture, from its beginning."""
        self.player.pause()
        self.keep(region=region, moment=None)
        self.refresh()
        if not len(self.film):
            text = self.tr("No window is centred in this part of the picture. Choose another one.")
            self.message.emit("info", text)

    def go_to(self, row: int, column: int) -> None:
        """Show the moment at which a cell of the present act lands."""
        scene = self.view.scene if self.view is not None else None
        if scene is not None:
            index = self.film.index(scene.moment.stage, row, column, "land")
            if index is not None:
                self.player.seek(index)

    def pin(self, letter: str, cell: Cell | None = None) -> None:
        """Pin a cell of the convolution as "A" or "B"; without one, the cell on show. Again: unpin."""
        cell = cell or (self.view.current if self.view is not None else None)
        if cell is None:
            text = self.tr("Cells of the convolution can be pinned, pooled ones cannot.")
            self.message.emit("info", text)
            return
        name = f"pin_{letter.lower()}"
        self.keep(**{name: None if getattr(self.film_state, name) == cell else cell})
        self._show()

    def clear_pins(self) -> None:
        """Take both pins away."""
        self.keep(pin_a=None, pin_b=None)
        self._show()

    def _on_pixel(self, cell: Cell | None) -> None:
        self._show(moved=False, pixel=cell, described=self._look.cell)

    def _on_cell(self, cell: Cell | None) -> None:
        self._show(moved=False, cell=cell, described=cell)

    def _on_menu(self, row: int, column: int, place: QPoint) -> None:
        """Go to a cell, or pin it, from its context menu."""
        view = self.view
        if view is None or view.scene is None or not view.scene.stage.has((row, column)):
            return
        menu = QMenu(self)
        menu.setObjectName("cell")
        go = add_action(menu, self.tr("Go to ({row}, {column})").format(row=row, column=column))
        go.setObjectName("go")
        pins = {}
        if view.current is not None:
            pins = {"A": add_action(menu, self.tr("Pin as A")), "B": add_action(menu, self.tr("Pin as B"))}
        chosen = menu.exec(place)
        menu.deleteLater()
        if chosen is go:
            self.go_to(row, column)
        elif chosen is not None:
            self.pin("A" if chosen is pins["A"] else "B", (row, column))

    def _on_pixel_edited(self, row: int, column: int, value: float, merge_key: str) -> None:
        channel = self.cards.input.grid.editing.channel
        edit_pixel(self.document, (row, column, channel), value, merge_key)

    # Guessing

    def set_predict(self, on: bool) -> None:
        """Hide results from here on, or hide none."""
        self.keep(predict=on)
        self._show(predict=self._look.predict.again())

    def _on_guess(self, text: str) -> None:
        """Tell whether it was right, and show the whole working."""
        view = self.view
        if view is None or view.scene is None or view.question is None:
            return
        if self._look.predict.hides_size(self._look.index):
            self._on_size(text)
            return
        moment, predict = view.scene.moment, self._look.predict
        if not predict.hides(moment):
            return
        self._look = replace(self._look, predict=predict.guessed(moment))
        landed = self.film.index(moment.stage, moment.row, moment.column, "land")
        if landed is not None and landed != self.player.position:
            self.player.seek(landed)
        else:
            self._show()
        self.cards.setFocus()

    def _on_size(self, text: str) -> None:
        """Tell the size of the output, and go on to its first cell."""
        if self.view is None or self.view.reel is None:
            return  # the question is gone with its film
        rows, columns = self.view.reel.result.chain.convolution[:2]
        box = self.cards.sum.predict_box()
        box.reveal_text(shape_text((rows, columns)), size_in(text) == (rows, columns))
        self._show(predict=self._look.predict.size_told(box.verdict_text()))
        box.edit.setFocus()  # the next question follows at once

    # For the window around the page

    def focus_regions(self) -> list[QWidget]:
        """Where F6 jumps to, in order."""
        cards = self.cards
        return [self.strip, cards.input.grid, cards.operation.choice.button("grids"), cards.output.grid,
                cards.sum.copy_button, cards.compare.pin_button, cards.timeline.timeline]  # fmt: skip

    def export_film(self) -> None:
        """Ask how the film is to be written, and write it."""
        if self.view is not None and self.view.reel is not None and len(self.film):
            self.document.at_risk.emit()
            self.files.ask(sheet_of(self.view.reel, self.view.pinned.pins))

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
        self._tell_keys()

    def _tell_keys(self) -> None:
        """The most useful keys, for the right end of the status bar."""
        self.info_changed.emit(self.tr("Space: play  ·  ← →: step  ·  F1: all shortcuts"))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.player.pause()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button, since Space belongs to the film."""
        button = QApplication.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(button, QAbstractButton) and self.isAncestorOf(button):
            button.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.is_built:
            self._name_examples()
            self._tell_keys()
            self.view = None  # everything is said again
            if self.isVisible():
                self.refresh()
