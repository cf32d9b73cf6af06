"""Letting results fly to their cells while the film plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF
from PySide6.QtWidgets import QStyle

from convviz.core.film.timing import milliseconds
from convviz.film.scene import Scene
from convviz.views.base import theme
from convviz.views.base.colours import colour_of
from convviz.views.base.numbers import decimals_for, figure
from convviz.views.step.grid.flight import Flight

if TYPE_CHECKING:
    from convviz.pages.step.page import StepPage

SHORTEST = 60
"""A flight of fewer milliseconds nobody sees."""

SHARE = 0.8
"""The part of a landing's time that is spent in the air."""


class StepLanding(QObject):
    """Starts a flight when the film comes to a landing by itself. One for each `StepPage`."""

    def __init__(self, page: StepPage) -> None:
        super().__init__(page)
        self._page = page
        self.flight = Flight(page.cards)
        self.flight.landed.connect(self._on_landed)

    def in_the_air(self, scene: Scene, *, hidden: bool) -> bool:
        """Whether the result of ``scene`` is still on its way; it may take off here."""
        page = self._page
        if not scene.moment.landed or not page.player.playing or hidden or not self._wanted():
            self.flight.stop()
            return False
        duration = round(milliseconds(scene.moment, page.film.detail) * SHARE / page.player.speed)
        if duration < SHORTEST:
            self.flight.stop()
            return False
        value = scene.trace.value
        colour = colour_of(value, scene.stage.output.scale, theme.tokens(page))
        self.flight.fly(figure(value, decimals_for(value)), colour, self._start(), self._end(scene), duration)
        return True

    def stop(self) -> None:
        """Nothing flies any more (the film was paused or moved by hand)."""
        self.flight.stop()

    def _wanted(self) -> bool:
        """Whether the person's desktop moves things at all."""
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._page.style().styleHint(hint, None, self._page) > 0 and self._page.isVisible()

    def _start(self) -> QPointF:
        view = self._page.cards.operation.view
        areas = view.areas()
        place = areas[-1][-1].center() if areas else QPointF(view.rect().center())
        return QPointF(view.mapTo(self._page.cards, place.toPoint()))

    def _end(self, scene: Scene) -> QPointF:
        grid = self._page.cards.output.grid
        cell = scene.stage.output.cell_rect(scene.moment.row, scene.moment.column).center()
        place = self._page.cards.viewport.to_screen(cell.y(), cell.x())
        return QPointF(grid.mapTo(self._page.cards, place.toPoint()))

    def _on_landed(self) -> None:
        self._page.show_helper.show_landed()
