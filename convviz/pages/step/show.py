"""Putting a result, and each moment of its film, onto the cards of the Step page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, QRectF

from convviz.core.explain.matrix import matrix_of
from convviz.core.film.moments import Film, Moment, Region
from convviz.core.stages.noise import settle
from convviz.core.stages.pipeline import Result
from convviz.film import scene as step_scene
from convviz.film import texts as step_texts
from convviz.film.scene import Cell, Scene, Stage
from convviz.views.base.texts import image_title
from convviz.views.step.timeline.layout import Place

if TYPE_CHECKING:
    from convviz.pages.step.page import StepPage


class StepShow(QObject):
    """Shows values; decides nothing about them. One for each `StepPage`."""

    def __init__(self, page: StepPage) -> None:
        super().__init__(page)
        self._page = page
        self.stages: dict[str, Stage] = {}
        self.scene: Scene | None = None
        self._shown: Stage | None = None
        self._sums = (0.0, 0.0)
        self._size_hidden = False
        self._matrix_of: tuple[Any, ...] | None = None

    @property
    def channel(self) -> int:
        """The map on show, where there are several."""
        return self._page.document.state.shown_channel

    # A result

    def show_result(self, result: Result, film: Film, region: Region | None) -> None:
        """What stays the same from moment to moment."""
        page = self._page
        state = page.document.state
        self.stages = step_scene.stages(result, film, state.color_range, self.channel)
        self._shown = self.scene = None
        low, high = result.reach
        self._sums = settle(low, result.noise.convolution), settle(high, result.noise.convolution)
        self._fit(step_scene.ground(self.stages, whole=region is None))
        page.region.show_region(region, result)
        self._show_matrix(result)
        page.cards.operation.set_turned(result.settings.operation == "convolve")
        self._show_timeline(film)
        self.show_pins()
        self.set_stale(False)

    def forget(self) -> None:
        """Show nothing, and hold on to nothing: another picture is on its way."""
        self.stages, self.scene, self._shown, self._matrix_of = {}, None, None, None
        cards = self._page.cards
        cards.input.grid.set_content(None)
        cards.output.grid.set_content(None)

    def _fit(self, ground: QRectF) -> None:
        """Show all of another picture or region; of the same one what was on the screen."""
        view = self._page.cards.viewport
        if ground != view.content:
            view.set_content(ground)
            view.fit()

    def set_stale(self, stale: bool) -> None:
        """Pale the grids: they show the last settings that were possible."""
        for card in (self._page.cards.input, self._page.cards.output):
            card.grid.set_greyed(stale)

    def _show_matrix(self, result: Result) -> None:
        key = (result.chain, result.settings.kernel, result.settings.operation, result.settings.fill)
        if key == self._matrix_of:
            return
        self._matrix_of = key
        card = self._page.cards.operation
        try:
            card.set_matrix(matrix_of(result.chain, result.settings))
        except ValueError as error:
            card.set_matrix(None, step_texts.matrix_reason(result, str(error)))

    def _show_timeline(self, film: Film) -> None:
        timeline = self._page.cards.timeline.timeline
        values = {act.stage: self.stages[act.stage].values for act in film.acts}
        timeline.set_film(film)
        timeline.set_values(values, self.stages["convolution"].output.scale)

    def show_film(self, film: Film) -> None:
        """The same film in other steps."""
        self._page.cards.timeline.timeline.set_film(film)
        self.show_moment(self._page.player.position)

    def show_pins(self) -> None:
        """Both pins on the comparison, the timeline and the grids."""
        page = self._page
        result, stage = page.result, self.stages.get("convolution")
        if result is None or stage is None:
            return
        pins = page.pins.pins()
        told = [
            step_scene.traced(result, "convolution", cell, self.channel) if cell is not None else None
            for cell in (pins.a, pins.b)
        ]
        page.cards.compare.set_pins(told[0], told[1], stage.scales, self._sums)
        places: dict[str, Place] = {
            letter: ("convolution", *cell)
            for letter, cell in (("A", pins.a), ("B", pins.b))
            if cell is not None and stage.has(cell)
        }
        page.cards.timeline.timeline.set_pins(places)
        if self.scene is not None:
            self.show_moment(page.player.position)

    # A moment

    def show_moment(self, index: int) -> None:
        """Everything that changes from moment to moment."""
        page, cards = self._page, self._page.cards
        result = page.result
        if result is None or not len(page.film):
            self._show_nothing()
            return
        moment = page.film.moment(index)
        pins = page.pins.pins()
        self.scene = scene = step_scene.scene(result, self.stages, moment, pins, self.channel)
        hidden = page.predict.hides(moment)
        cell = (moment.row, moment.column)
        self._show_stage(result, scene.stage)
        self._hide_size(result, page.predict.hides_size())
        cards.input.grid.set_lit(scene.input_lit)
        cards.output.grid.set_lit(scene.output_lit)
        flying = page.landing.in_the_air(scene, hidden=hidden)
        cards.output.grid.set_landed(
            step_scene.landed_cells(scene.stage, scene.number) if flying else scene.landed
        )
        cards.output.grid.set_question(cell if hidden else None)
        page.pointing.show_highlights(scene)
        self._show_arithmetic(scene, hidden)
        cards.compare.set_hidden(self._pins_to_guess(scene, hidden))
        cards.compare.set_current(cell if moment.stage == "convolution" else None)
        timeline = cards.timeline.timeline
        timeline.set_question((moment.stage, *cell) if hidden else None)
        if timeline.index() != index or not timeline.is_dragging():
            timeline.set_index(index, started=page.film_state.moment is not None or page.player.playing)
        page.drive.show_ends(index)
        self.tell_status()

    def _pins_to_guess(self, scene: Scene, hidden: bool) -> frozenset[str]:
        """The pins whose sums are not to be seen yet: of results that are guessed before they land."""
        page = self._page
        if not page.film_state.predict or scene.moment.stage != "convolution":
            return frozenset()
        pins, now = page.pins.pins(), (scene.moment.row, scene.moment.column)
        places = {"A": pins.a, "B": pins.b}
        return frozenset(
            letter
            for letter, cell in places.items()
            if cell is not None
            and scene.stage.has(cell)
            and (hidden if cell == now else not scene.landed[cell])
        )

    def _hide_size(self, result: Result, hidden: bool) -> None:
        """Take everything away that tells the output's size, or bring it back."""
        cards = self._page.cards
        if hidden:
            cards.output.set_title(cards.output.title.text(), "?")
            cards.output.grid.set_content(None)
            cards.operation.set_matrix(None, step_texts.hidden_matrix())
            cards.timeline.timeline.set_film(Film(()))
            self._matrix_of = None
        elif self._size_hidden:
            self._shown = None
            assert self.scene is not None
            self._show_stage(result, self.scene.stage)
            self._show_matrix(result)
            self._show_timeline(self._page.film)
        self._size_hidden = hidden

    def show_landed(self) -> None:
        """A result that flew has come to its cell."""
        if self.scene is not None:
            self._page.cards.output.grid.set_landed(self.scene.landed)

    def _show_nothing(self) -> None:
        """A film without a cell: the region is too near to the rim for this kernel."""
        self.scene = None
        cards = self._page.cards
        moment = Moment("convolution", 0, 0, "place", 0, 0)
        cards.operation.set_moment(None, moment, "cell", _any_scales(self.stages))
        cards.sum.set_moment(None, moment, "cell", _any_scales(self.stages))
        stage = self.stages.get("convolution")
        if stage is not None and self._page.result is not None:
            self._show_stage(self._page.result, stage)
            cards.output.grid.set_landed(np.zeros(stage.values.shape, dtype=np.bool_))
        cards.input.grid.set_highlights([])
        cards.output.grid.set_highlights([])

    def _show_stage(self, result: Result, stage: Stage) -> None:
        if stage is self._shown:
            return
        self._shown = stage
        cards = self._page.cards
        read, made = step_texts.grid_captions(result, stage, self.channel)
        cards.input.set_title(*read)
        cards.input.grid.set_content(stage.input)
        cards.output.set_title(*made)
        cards.output.grid.set_content(stage.output)
        self._page.pixels.allow(stage)

    def _show_arithmetic(self, scene: Scene, hidden: bool) -> None:
        page, cards = self._page, self._page.cards
        result = page.result
        assert result is not None
        moment = _without_result(scene.moment) if hidden else scene.moment
        detail, scales = page.film.detail, scene.stage.scales
        if page.predict.hides_size():
            cards.operation.set_caption("")
        else:
            cards.operation.set_step(scene.number + 1, scene.stage.act.cells)
        cards.operation.set_moment(scene.trace, moment, detail, scales)
        if moment.stage == "convolution":
            columns = scene.stage.size.columns.output
            landed = scene.moment.row * columns + scene.moment.column + (scene.moment.landed and not hidden)
            plane = scene.stage.values
            row = scene.moment.row * columns + scene.moment.column
            cards.operation.set_matrix_row(row, plane, landed, scene.stage.output.scale)
        cards.sum.set_moment(scene.trace, moment, detail, scales)
        cards.sum.set_remark(step_texts.remark(result, scene.trace))
        page.predict.show(scene.moment)

    def tell_status(self, pointed: Cell | None = None) -> None:
        """What is filmed, and where its moment (or a pointed output cell) comes from."""
        page, result, scene = self._page, self._page.result, self.scene
        if result is None or scene is None:
            return
        image = result.image
        title = image_title(image)
        sized = not page.predict.hides_size()
        text = step_texts.film_facts(title, result.chain, result.settings, sized=sized)
        told, known = scene.trace, scene.moment.landed and not page.predict.hides(scene.moment)
        if pointed is not None:
            told = step_scene.traced(result, scene.moment.stage, pointed, self.channel)
            known = not page.film_state.predict
        place = step_texts.place_text(scene.stage, told, known=known)
        page.status_changed.emit(f"{text}&nbsp;&nbsp;&nbsp; {place}")


def _without_result(moment: Moment) -> Moment:
    """The moment as it may be shown while its result is to be guessed."""
    part = "add" if moment.part in ("finish", "land") else moment.part
    return replace(moment, part=part, terms=min(moment.terms, max(moment.products - 1, 0)))


def _any_scales(stages: dict[str, Stage]) -> Any:
    return next(iter(stages.values())).scales if stages else None
