"""Driving the film: buttons, timeline and keys; results fly to their cells while it plays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStyle, QWidget

from convviz.core.film.moments import Detail
from convviz.core.film.timing import SPEEDS, milliseconds
from convviz.document.document import Document
from convviz.document.player import Player
from convviz.document.state.state import FilmState
from convviz.film.scene import Scene
from convviz.pages.step.layout import StepCards
from convviz.views.base import theme
from convviz.views.base.colours import colour_of
from convviz.views.base.numbers import decimals_for, figure
from convviz.views.step.grid.grid_card import Flight
from convviz.views.step.timeline.card import TimelineCard


class Drive(QObject):
    """Turns what a person does with the timeline's card into moves of the player.

    ``changed()`` follows another speed, detail or loop; the document and the player have it by then.
    """

    changed = Signal()

    def __init__(self, card: TimelineCard, player: Player, document: Document) -> None:
        super().__init__(card)
        self._player, self._document = player, document
        self._transport = transport = card.transport
        self._was_playing = False
        transport.play_toggled.connect(self._on_play)
        transport.step.connect(player.step)
        transport.jump.connect(self._on_jump)
        transport.speed_chosen.connect(self.set_speed)
        transport.detail_chosen.connect(self.set_detail)
        transport.loop_toggled.connect(self.set_loop)
        card.timeline.moved.connect(player.seek)
        card.timeline.drag_changed.connect(self._on_drag)
        player.playing_changed.connect(transport.set_playing)

    def shortcuts(self) -> tuple[tuple[tuple[str, ...], Callable[[], object]], ...]:
        """The keys of the film and what they do."""
        player = self._player
        return (
            (("Space",), player.toggle),
            (("Left",), partial(player.step, -1)),
            (("Right",), partial(player.step, 1)),
            (("Home",), player.first),
            (("End",), player.last),
            (("+", "="), partial(self.change_speed, 1)),
            (("-", "\u2212"), partial(self.change_speed, -1)),
            (("L",), self._toggle_loop),
        )

    def follow(self, film: FilmState) -> None:
        """Play as the document says."""
        self._player.set_speed(film.speed)
        self._player.loop = film.loop

    def set_speed(self, speed: float) -> None:
        """Play at one of `SPEEDS`."""
        self._player.set_speed(speed)
        self._keep(speed=speed)

    def change_speed(self, by: int) -> None:
        """The next speed up or down."""
        place = SPEEDS.index(self._player.speed) + by
        self.set_speed(SPEEDS[min(max(place, 0), len(SPEEDS) - 1)])

    def set_detail(self, detail: Detail) -> None:
        """Show more or fewer moments a cell, from where the film is."""
        player, changes = self._player, dict[str, Any](detail=detail)
        if len(player.film):
            other = player.film.with_detail(detail)
            player.set_film(other, player.film.moved(player.position, other) or 0)
            if self._document.state.film.moment is not None:
                changes["moment"] = other.moment(player.position)
        self._keep(**changes)

    def set_loop(self, loop: bool) -> None:
        """Play over and over, or stop at the end."""
        self._player.loop = loop
        self._keep(loop=loop)

    def _toggle_loop(self) -> None:
        self.set_loop(not self._player.loop)

    def _keep(self, **changes: Any) -> None:
        self._document.keep_film(replace(self._document.state.film, **changes))
        self.changed.emit()

    def _on_play(self, playing: bool) -> None:
        if playing:
            self._player.play()
        else:
            self._player.pause()
        self._transport.set_playing(self._player.playing)

    def _on_jump(self, where: str) -> None:
        if where == "first":
            self._player.first()
        else:
            self._player.last()

    def _on_drag(self, dragging: bool) -> None:
        """A film that plays waits while its handle is held, and goes on from where it is released."""
        if dragging:
            self._was_playing = self._player.playing
            self._player.pause()
        elif self._was_playing:
            self._player.play()


def add_shortcut(widget: QWidget, keys: tuple[str, ...], slot: Callable[[], object]) -> None:
    """Keys that hold while ``widget`` is on the screen, wherever the focus is, but for text fields."""
    for key in keys:
        shortcut = QShortcut(QKeySequence(key), widget)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(slot)
        shortcut.activatedAmbiguously.connect(slot)


SHORTEST = 60
"""A flight of fewer milliseconds is too short to be seen."""

SHARE = 0.8
"""The part of a landing's time that is spent in the air."""


class Landing(QObject):
    """Starts a flight over the cards when the film comes to a landing by itself."""

    def __init__(self, cards: StepCards, player: Player) -> None:
        super().__init__(cards)
        self._cards, self._player = cards, player
        self.flight = Flight(cards)

    def in_the_air(self, scene: Scene, *, hidden: bool) -> bool:
        """Whether the result of ``scene`` is still on its way; it may take off here."""
        player, duration = self._player, 0
        if scene.moment.landed and player.playing and not hidden and self._wanted():
            duration = round(milliseconds(scene.moment, player.film.detail) * SHARE / player.speed)
        if duration < SHORTEST:
            self.flight.stop()
            return False
        value = scene.trace.value
        colour = colour_of(value, scene.stage.output.scale, theme.tokens(self._cards))
        text = figure(value, decimals_for(value))
        self.flight.fly(text, colour, self._start(), self._end(scene), duration)
        return True

    def _wanted(self) -> bool:
        """Whether the person's desktop moves things at all."""
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._cards.style().styleHint(hint, None, self._cards) > 0 and self._cards.isVisible()

    def _start(self) -> QPointF:
        view = self._cards.operation.view
        areas = view.areas()
        place = areas[-1][-1].center() if areas else QPointF(view.rect().center())
        return QPointF(view.mapTo(self._cards, place.toPoint()))

    def _end(self, scene: Scene) -> QPointF:
        grid = self._cards.output.grid
        cell = scene.stage.output.cell_rect(scene.moment.row, scene.moment.column).center()
        place = self._cards.viewport.to_screen(cell.y(), cell.x())
        return QPointF(grid.mapTo(self._cards, place.toPoint()))
