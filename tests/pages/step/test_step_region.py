"""Of a large picture a part is filmed: the pin's, the middle, or what a person draws."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeAlias

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from convviz.core.film.moments import Region
from convviz.core.samples.lessons import example
from convviz.document.state.state import DocumentState, Pin
from convviz.pages.step.page import StepPage

Hand: TypeAlias = Any
"""The fixture of the same name: what a person does."""

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


def test_of_a_large_picture_a_part_is_filmed(step: StepPage, hand: Hand) -> None:
    hand.choose("mug")
    assert (step.film.acts[0].rows, step.film.acts[0].columns) == (range(73, 85), range(164, 176))
    assert step.cards.input.region_text.text() == "rows 74 to 85, columns 165 to 176 of 400 × 600"


def test_a_click_on_the_overview_films_another_part(step: StepPage, hand: Hand) -> None:
    hand.choose("mug")
    QTest.mouseClick(step.cards.input.region_button, Left)
    picker = step.region.picker
    assert picker.isVisible()
    area = picker.picture_area()
    QTest.mouseClick(picker, Left, pos=(area.topLeft() + (area.bottomRight() - area.topLeft()) / 2).toPoint())
    region = step.film_state.region
    assert region is not None
    assert (abs(region.row - 194) < 3, abs(region.column - 294) < 3, region.rows) == (True, True, 12)
    assert step.film.acts[0].rows.start == region.row - 1
    QTest.keyClick(picker, Key.Key_Escape)
    assert not picker.isVisible()


def test_a_drag_on_the_overview_draws_a_part_of_at_most_32_pixels(step: StepPage, hand: Hand) -> None:
    hand.choose("mug")
    QTest.mouseClick(step.cards.input.region_button, Left)
    picker = step.region.picker
    start = picker.picture_area().topLeft().toPoint() + QPoint(30, 40)
    QTest.mousePress(picker, Left, pos=start)
    QTest.mouseMove(picker, start + QPoint(8, 60))
    QTest.mouseRelease(picker, Left, pos=start + QPoint(8, 60))
    region = step.film_state.region
    assert region is not None
    assert region.rows == 32
    assert 8 <= region.columns <= 16


def test_the_region_is_around_the_pin_of_the_lab_where_none_was_chosen(step: StepPage, hand: Hand) -> None:
    lesson = example("mug")
    state = DocumentState(lesson.image(), lesson.settings, pin=Pin("input", 100, 300))
    step.document.open(state)
    hand.settle()
    assert step.reel is not None
    assert step.reel.region == Region(94, 294, 12, 12)
    step.document.open(replace(state, pin=None))
    hand.settle()
    assert step.reel is not None
    assert step.reel.region == Region(194, 294, 12, 12)
