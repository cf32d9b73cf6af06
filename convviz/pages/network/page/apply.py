"""Bringing a view onto the widgets of the Network page: only what differs from the last one is set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from convviz.pages.network.page.view import View
from convviz.views.base.texts import say
from convviz.views.network.filter_panel import FilterPanel
from convviz.views.network.network_panel import NetworkPanel
from convviz.views.network.network_strip import NetworkStrip
from convviz.views.network.why.drill_panel import DrillPanel


@dataclass(frozen=True)
class Widgets:
    """The widgets that show a `View`."""

    strip: NetworkStrip
    panel: NetworkPanel
    drill: DrillPanel
    filter: FilterPanel


def apply(widgets: Widgets, old: View | None, new: View) -> None:
    """Call the setters of those parts in which ``new`` differs from ``old``, all of them without one."""
    _apply_network(widgets, old, new)
    _apply_answers(widgets, old, new)
    _apply_paper(widgets, old, new)
    _apply_why(widgets, old, new)
    if new.filter is not None and (old is None or new.filter is not old.filter):
        widgets.filter.set_lesson(*new.filter.lesson)
        widgets.filter.set_filter(new.filter.show, changed=new.filter.is_changed)


def _apply_network(widgets: Widgets, old: View | None, new: View) -> None:
    panel = widgets.panel
    if old is None or old.facts != new.facts:
        widgets.strip.set_facts(*new.facts)
    others = old is None or old.columns is not new.columns
    if old is None or others or old.column_texts is not new.column_texts:
        panel.set_layers(new.columns, new.column_texts)
    if old is None or others or old.maps is not new.maps:
        _set_maps(panel.columns, None if old is None or others else old.maps, new.maps)
    if old is None or others or old.highlights is not new.highlights:
        for at, column in enumerate(panel.columns):
            if old is None or others or old.highlights[at] != new.highlights[at]:
                column.view.set_highlights(new.highlights[at])


def _set_maps(columns: Sequence[Any], old: Any, new: Any) -> None:
    for at, column in enumerate(columns):
        if new is None:
            column.view.clear_values()
        elif old is None or old[at][0] is not new[at][0] or old[at][1] is not new[at][1]:
            column.view.set_values(*new[at])


def _apply_answers(widgets: Widgets, old: View | None, new: View) -> None:
    answers = widgets.panel.answers
    if old is None or old.answer_header is not new.answer_header:
        answers.header.set_texts(new.answer_header)
    if new.answers is None:
        if old is None or old.answers is not None or old.classes != new.classes:
            answers.view.clear_answers(new.classes)
    elif old is None or old.answers is not new.answers:
        answers.view.set_answers(new.answers)
    if old is None or old.before is not new.before:
        answers.view.set_before(new.before)
    if old is None or (old.before is None) != (new.before is None):
        answers.set_note(*_note(is_changed=new.before is not None))


def _note(*, is_changed: bool) -> tuple[str, ...]:
    if not is_changed:
        return ("",)
    return (
        say("Network", "grey: as trained"),
        say("Network", "Before (grey) and after (accent) your changes"),
    )


def _apply_paper(widgets: Widgets, old: View | None, new: View) -> None:
    column = widgets.panel.input
    if old is None or old.input_header != new.input_header:
        column.header.set_texts(new.input_header)
    if new.digit is not None and (old is None or old.digit is not new.digit):
        column.digit.set_digit(new.digit)
    if old is None or old.steps is not new.steps:
        column.steps.set_steps(new.steps)


def _apply_why(widgets: Widgets, old: View | None, new: View) -> None:
    drill, column, why = widgets.drill, widgets.panel.input, new.why
    if old is None or old.why.field != why.field:
        column.digit.set_field(why.field)
    if old is None or old.why.pixel != why.pixel:
        column.digit.set_pixel(why.pixel)
    if old is None or old.why.source != why.source:
        column.canvas.set_source(why.source)
    if old is None or old.hint != new.hint:
        column.digit.set_hint(new.hint)
    if why.drill is None:
        return
    if old is None or old.why is not why:
        drill.crumbs.set_steps(why.crumbs, why.tail)
        drill.body.set_drill(why.drill, keep_place=old is not None and old.place == new.place)
    tools = why.drill.sortable, new.off, new.lab
    if old is None or old.why.drill is None or tools != (old.why.drill.sortable, old.off, old.lab):
        drill.set_tools(sortable=why.drill.sortable, off=new.off, lab=new.lab)
