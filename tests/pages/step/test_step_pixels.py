"""A pixel of a small picture is changed in place, and taken back."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from convviz.core.images.image import Image, pixel_limit
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


def test_a_byte_stays_a_byte_and_300_is_refused_with_its_range(step: StepPage, hand: Hand) -> None:
    step.choose_example("edge_correlation")
    hand.settle()
    step.player.pause()
    hand.go_to(0, 0)
    grid, before = step.cards.input.grid, step.document.state.image
    assert before is not None
    for typed in ("300", "-1"):
        QTest.mouseDClick(grid, Left, pos=hand.grid_point(0, 0, output=False))
        QTest.keyClicks(grid.editing.editor, typed)
        QTest.keyClick(grid.editing.editor, Key.Key_Return)
        assert grid.editing.editor.message.text() == "not from 0 to 255; 10 is kept"
        QTest.keyClick(grid.editing.editor, Key.Key_Escape)
        hand.settle()
        assert step.document.state.image is before
    for typed, value, kind in (("255", 255, "uint8"), ("0.5", 0.5, "float32")):
        QTest.mouseDClick(grid, Left, pos=hand.grid_point(0, 0, output=False))
        QTest.keyClicks(grid.editing.editor, typed)
        QTest.keyClick(grid.editing.editor, Key.Key_Return)
        hand.settle()
        image = step.document.state.image
        assert image is not None
        assert (image.values[0, 0], image.values.dtype) == (value, kind)


def test_the_limits_of_pixels_follow_the_kind_of_picture() -> None:
    bytes_, grey = np.zeros((2, 2), np.uint8), np.zeros((2, 2), np.float32)
    found = [pixel_limit(one) for one in (Image(bytes_, 0, 10), Image(grey, 0, 65535), Image(grey, -1, 1))]
    assert [(one.low, one.high) for one in found] == [(0, 255), (0, 65535), (-1e15, 1e15)]
