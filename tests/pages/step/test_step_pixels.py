"""A pixel of a small picture is changed in place, and taken back."""

from __future__ import annotations

from typing import Any, TypeAlias

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from convviz.core.samples.lessons import example
from convviz.pages.step.page import StepPage

Hand: TypeAlias = Any
"""The fixture of the same name: what a person does."""

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


def test_a_pixel_can_be_typed_and_taken_back(step: StepPage, hand: Hand) -> None:
    hand.go_to(0, 0)
    grid = step.cards.input.grid
    QTest.mouseDClick(grid, Left, pos=hand.grid_point(0, 0, output=False))
    QTest.keyClicks(grid.editing.editor, "1")
    QTest.keyClick(grid.editing.editor, Key.Key_Return)
    hand.settle()
    assert step.document.state.image is not None
    assert step.document.state.image.values[0, 0] == 1
    assert step.cards.sum.text().startswith("(1)(1)")
    assert hand.cell() == (0, 0)
    step.document.undo()
    hand.settle()
    assert step.document.state.image == example("x_diagonal").image()


def test_each_number_of_a_colour_pixel_can_be_changed(step: StepPage, hand: Hand) -> None:
    step.choose_example("colour")
    hand.settle()
    step.player.pause()
    hand.go_to(0, 0)
    grid = step.cards.input.grid
    before = step.document.state.image.values[1, 2].tolist()
    centre = hand.grid_point(1, 2, output=False)
    third = round(grid.viewport().scale / 3)
    QTest.mouseDClick(grid, Left, pos=centre + QPoint(0, third))
    QTest.keyClicks(grid.editing.editor, "77")
    QTest.keyClick(grid.editing.editor, Key.Key_Return)
    hand.settle()
    assert step.document.state.image.values[1, 2].tolist() == [*before[:2], 77]
    QTest.mouseDClick(grid, Left, pos=centre - QPoint(0, third))
    QTest.keyClicks(grid.editing.editor, "9")
    QTest.keyClick(grid.editing.editor, Key.Key_Return)
    hand.settle()
    assert step.document.state.image.values[1, 2].tolist() == [9, before[1], 77]
    step.document.undo()
    step.document.undo()
    hand.settle()
    assert step.document.state.image.values[1, 2].tolist() == before
