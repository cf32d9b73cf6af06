"""Driving the film: buttons, timeline and keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication

from convviz.core.film.moments import Detail
from convviz.core.film.timing import SPEEDS
from convviz.document.state.film import FilmState

if TYPE_CHECKING:
    from convviz.pages.step.page import StepPage


class StepDrive(QObject):
    """Turns what a person does into moves of the player. One for each `StepPage`."""

    def __init__(self, page: StepPage) -> None:
        super().__init__(page)
        self._page = page
        self._was_playing = False
        transport, timeline = page.cards.timeline.transport, page.cards.timeline.timeline
        player = page.player
        transport.play_toggled.connect(self._on_play)
        transport.step.connect(player.step)
        transport.jump.connect(self._on_jump)
        transport.speed_chosen.connect(self.set_speed)
        transport.detail_chosen.connect(self.set_detail)
        transport.loop_toggled.connect(self.set_loop)
        timeline.moved.connect(player.seek)
        timeline.drag_changed.connect(self._on_drag)
        player.playing_changed.connect(transport.set_playing)
        self._add_shortcuts()

    def _add_shortcuts(self) -> None:
        """Keys that hold while the page is on, wherever the focus is, but for fields that are typed in."""
        player = self._page.player
        for keys, slot in (
            (("Space",), player.toggle),
            (("Left",), partial(player.step, -1)),
            (("Right",), partial(player.step, 1)),
            (("Home",), player.first),
            (("End",), player.last),
            (("+", "="), partial(self.change_speed, 1)),
            (("-", "\u2212"), partial(self.change_speed, -1)),
            (("L",), self._toggle_loop),
            (("A",), partial(self._page.pins.pin, "A")),
            (("B",), partial(self._page.pins.pin, "B")),
        ):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self._page)
                shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
                shortcut.activated.connect(slot)
                shortcut.activatedAmbiguously.connect(slot)

    def clicked_by(self, event: QKeyEvent) -> bool:
        """Enter presses the focused button, since Space belongs to the film; whether it did."""
        button = QApplication.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(button, QAbstractButton) and self._page.isAncestorOf(button):
            button.click()
            return True
        return False

    # Showing

    def show_state(self, film: FilmState) -> None:
        """Speed, detail and loop of the document."""
        transport, player = self._page.cards.timeline.transport, self._page.player
        transport.set_speed(film.speed)
        transport.set_detail(film.detail)
        transport.set_loop(film.loop)
        player.set_speed(film.speed)
        player.set_loop(film.loop)

    def show_ends(self, index: int) -> None:
        """Which buttons lead somewhere."""
        self._page.cards.timeline.transport.set_ends(
            at_first=index == 0, at_last=index >= len(self._page.film) - 1
        )

    # Wishes

    def _on_play(self, playing: bool) -> None:
        if playing:
            self._page.player.play()
        else:
            self._page.player.pause()
        self._page.cards.timeline.transport.set_playing(self._page.player.playing)

    def _on_jump(self, where: str) -> None:
        if where == "first":
            self._page.player.first()
        else:
            self._page.player.last()

    def _on_drag(self, dragging: bool) -> None:
        """A film that plays waits while its handle is held, and goes on from where it is let go."""
        player = self._page.player
        if dragging:
            self._was_playing = player.playing
            player.pause()
        elif self._was_playing:
            player.play()

    def set_speed(self, speed: float) -> None:
        """Play at one of `SPEEDS`."""
        self._page.player.set_speed(speed)
        self._page.cards.timeline.transport.set_speed(speed)
        self._page.keep(speed=speed)

    def change_speed(self, by: int) -> None:
        """The next speed up or down."""
        place = SPEEDS.index(self._page.player.speed) + by
        self.set_speed(SPEEDS[min(max(place, 0), len(SPEEDS) - 1)])

    def set_detail(self, detail: Detail) -> None:
        """Show more or fewer moments a cell, from where the film is."""
        page, player = self._page, self._page.player
        page.keep(detail=detail)
        page.cards.timeline.transport.set_detail(detail)
        if not len(player.film):
            return
        other = player.film.with_detail(detail)
        player.set_film(other, player.film.moved(player.position, other) or 0)
        if page.film_state.moment is not None:
            page.keep(moment=other.moment(player.position))
        page.show_helper.show_film(other)

    def set_loop(self, loop: bool) -> None:
        self._page.player.set_loop(loop)
        self._page.cards.timeline.transport.set_loop(loop)
        self._page.keep(loop=loop)

    def _toggle_loop(self) -> None:
        self.set_loop(not self._page.player.loop)
