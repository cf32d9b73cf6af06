"""From one view of the Step page to the next: a setter is called only where a field differs."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TypeAlias

from convviz.film.scene import landed_cells
from convviz.pages.step.layout import RegionPanel, StepCards
from convviz.pages.step.view import StepView
from convviz.views.base.colours import ColourScale
from convviz.views.step.example_strip import ExampleStrip

Put: TypeAlias = "Callable[[Panels, StepView], object]"


class Panels:
    """Where a view is put: the strip, the cards, the overview of a large picture."""

    def __init__(self, strip: ExampleStrip, cards: StepCards, region: RegionPanel) -> None:
        self.strip, self.cards, self.region = strip, cards, region
        self.input, self.output = cards.input, cards.output
        self.operation, self.sum, self.compare = cards.operation, cards.sum, cards.compare
        self.timeline, self.transport = cards.timeline.timeline, cards.timeline.transport


def apply(panels: Panels, old: StepView | None, new: StepView) -> None:
    """Show ``new`` where ``old`` is on show; everything with None."""
    for fields, put in SETTERS:
        if old is None or fields(old) != fields(new):
            put(panels, new)
    _ask(panels, old, new)


def _put_ground(panels: Panels, view: StepView) -> None:
    """Show all of another picture or region; of the same one what was on the screen."""
    viewport = panels.cards.viewport
    if view.ground is not None and view.ground != viewport.content:
        viewport.set_content(view.ground)
        viewport.fit()


def _put_values(panels: Panels, view: StepView) -> None:
    stages = view.stages
    scale = stages["convolution"].output.scale if "convolution" in stages else ColourScale()
    panels.timeline.set_values({stage.act.stage: stage.values for stage in stages.values()}, scale)


def _put_step(panels: Panels, view: StepView) -> None:
    if view.step is None:
        panels.operation.set_caption("")
    else:
        panels.operation.set_step(*view.step)


def _put_arithmetic(panels: Panels, view: StepView) -> None:
    shown = view.arithmetic
    panels.operation.set_moment(shown.trace, shown.moment, shown.detail, shown.scales)
    panels.sum.set_moment(shown.trace, shown.moment, shown.detail, shown.scales)


def _put_matrix_row(panels: Panels, view: StepView) -> None:
    if view.matrix_row is not None:
        stage, (row, landed) = view.stages["convolution"], view.matrix_row
        panels.operation.set_matrix_row(row, stage.values, landed, stage.output.scale)


SETTERS: tuple[tuple[Callable[[StepView], object], Put], ...] = (
    (attrgetter("strip"), lambda p, v: p.strip.show_example(v.strip.example)),
    (attrgetter("strip"), lambda p, v: p.strip.set_sentence(*v.strip.sentence, error=v.strip.error)),
    (attrgetter("predict"), lambda p, v: p.strip.set_predict(v.predict)),
    (attrgetter("speed"), lambda p, v: p.transport.set_speed(v.speed)),
    (attrgetter("detail"), lambda p, v: p.transport.set_detail(v.detail)),
    (attrgetter("loop"), lambda p, v: p.transport.set_loop(v.loop)),
    (attrgetter("ends"), lambda p, v: p.transport.set_ends(at_first=v.ends[0], at_last=v.ends[1])),
    (attrgetter("ground"), _put_ground),
    (attrgetter("reel"), lambda p, v: p.region.show(v.reel)),
    (attrgetter("stale"), lambda p, v: p.input.grid.set_greyed(v.stale)),
    (attrgetter("stale"), lambda p, v: p.output.grid.set_greyed(v.stale)),
    (attrgetter("titles"), lambda p, v: p.input.set_title(*v.titles[0])),
    (attrgetter("titles"), lambda p, v: p.output.set_title(*v.titles[1])),
    (attrgetter("input"), lambda p, v: p.input.grid.set_content(v.input)),
    (attrgetter("output"), lambda p, v: p.output.grid.set_content(v.output)),
    (attrgetter("pixel_step"),
     lambda p, v: p.input.grid.set_editable(v.pixel_step is not None, v.pixel_step or 1.0)),
    (attrgetter("input_lit"), lambda p, v: p.input.grid.set_lit(v.input_lit)),
    (attrgetter("output_lit"), lambda p, v: p.output.grid.set_lit(v.output_lit)),
    (attrgetter("landed"),
     lambda p, v: p.output.grid.set_landed(None if v.landed is None else landed_cells(*v.landed))),
    (attrgetter("hidden_cell"), lambda p, v: p.output.grid.set_question(v.hidden_cell)),
    (attrgetter("input_highlights"), lambda p, v: p.input.grid.set_highlights(v.input_highlights)),
    (attrgetter("output_highlights"), lambda p, v: p.output.grid.set_highlights(v.output_highlights)),
    (attrgetter("turned"), lambda p, v: p.operation.set_turned(v.turned)),
    (attrgetter("matrix", "matrix_reason"),
     lambda p, v: p.operation.set_matrix(None if v.matrix is None else v.matrix.values, v.matrix_reason)),
    (attrgetter("step"), _put_step),
    (attrgetter("arithmetic"), _put_arithmetic),
    (attrgetter("matrix_row", "stages"), _put_matrix_row),
    (attrgetter("remark"), lambda p, v: p.sum.set_remark(v.remark)),
    (attrgetter("pinned"), lambda p, v: p.compare.set_pins(*v.pinned.traces, v.pinned.scales, v.pinned.sums)),
    (attrgetter("pins_hidden"), lambda p, v: p.compare.set_hidden(v.pins_hidden)),
    (attrgetter("current"), lambda p, v: p.compare.set_current(v.current)),
    (attrgetter("film"), lambda p, v: p.timeline.set_film(v.film)),
    (attrgetter("stages"), _put_values),
    (attrgetter("pinned"), lambda p, v: p.timeline.set_pins(v.pinned.places)),
    (attrgetter("hidden_place"), lambda p, v: p.timeline.set_question(v.hidden_place)),
    (attrgetter("film", "index", "started"), lambda p, v: p.timeline.set_index(v.index, started=v.started)),
)  # fmt: skip
"""Which fields belong to which setter, in the order in which they are set."""


def _ask(panels: Panels, old: StepView | None, new: StepView) -> None:
    """Ask another question, reveal what was guessed, or ask nothing; a question is asked once."""
    before, now = old.question if old is not None else None, new.question
    if old is not None and before == now:
        return
    if now is None:
        panels.sum.ask(None)
    elif not now.answered:
        panels.sum.ask(now.text)
    elif before is not None and not before.answered:
        panels.sum.reveal()
