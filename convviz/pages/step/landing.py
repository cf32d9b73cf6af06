"""Letting results fly to their cells while the film plays."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF
from PySide6.QtWidgets import QStyle

from convviz.core.film.timing import milliseconds
from convviz.document.player import Player
from convviz.film.scene import Scene
from convviz.pages.step.layout import StepCards
from convviz.views.base import theme
from convviz.views.base.colours import colour_of
from convviz.views.base.numbers import decimals_for, figure
from convviz.views.step.grid.grid_card import Flight

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
