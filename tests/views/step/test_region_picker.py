"""Choosing a part of a picture: clicks move it, drags draw it, keys push it, all inside the picture."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from convviz.core.film.moments import Region
from convviz.views.base.colours import ColourScale
from convviz.views.pixels.region_picker import RegionPicker

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def picker(qtbot: QtBot) -> RegionPicker:
    """A picture of 100 x 200 pixels, two screen pixels each, with a region in its middle."""
    made = RegionPicker()
    qtbot.addWidget(made)
    made.resize(400 + 24, 200 + 24 + 22)
    made.set_picture(np.zeros((100, 200), np.uint8), ColourScale())
    made.set_region(Region(40, 90, 12, 12))
    made.show()
    return made


def place(picker: RegionPicker, row: int, column: int) -> QPoint:
    corner = picker.picture_area().topLeft()
    return QPoint(round(corner.x() + 2 * column) + 1, round(corner.y() + 2 * row) + 1)


def test_a_click_centres_the_region(qtbot: QtBot, picker: RegionPicker) -> None:
    with qtbot.waitSignal(picker.region_chosen) as caught:
        QTest.mouseClick(picker, Left, pos=place(picker, 20, 30))
    assert caught.args == [Region(14, 24, 12, 12)]


def test_near_the_rim_it_stays_inside(picker: RegionPicker) -> None:
    QTest.mouseClick(picker, Left, pos=place(picker, 99, 0))
    assert picker._region == Region(88, 0, 12, 12)


@pytest.mark.parametrize(
    ("start", "end", "region"),
    [
        ((10, 20), (29, 39), Region(10, 20, 20, 20)),
        ((29, 39), (10, 20), Region(10, 20, 20, 20)),
        ((0, 0), (99, 199), Region(0, 0, 32, 32)),
        ((50, 50), (50, 60), Region(50, 50, 2, 11)),
    ],
)
def test_a_drag_draws_a_region(
    picker: RegionPicker, start: tuple[int, int], end: tuple[int, int], region: Region
) -> None:
    QTest.mousePress(picker, Left, pos=place(picker, *start))
    QTest.mouseMove(picker, place(picker, *end))
    QTest.mouseRelease(picker, Left, pos=place(picker, *end))
    assert picker._region == region


def test_arrow_keys_push_it_and_escape_closes(qtbot: QtBot, picker: RegionPicker) -> None:
    QTest.keyClick(picker, Key.Key_Right)
    QTest.keyClick(picker, Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert picker._region == Region(30, 91, 12, 12)
    with qtbot.waitSignal(picker.closed, timeout=0):
        QTest.keyClick(picker, Key.Key_Escape)


def test_showing_a_region_announces_nothing(qtbot: QtBot, picker: RegionPicker) -> None:
    with qtbot.assertNotEmitted(picker.region_chosen):
        picker.set_region(Region(0, 0, 5, 5))
