"""The strip of examples: choosing is a wish, showing is not; long sentences give way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from convviz.views.step.example_strip import ExampleStrip

LONG = "A long sentence about what there is to see. " * 8


@pytest.fixture
def strip(qtbot: QtBot) -> ExampleStrip:
    made = ExampleStrip()
    qtbot.addWidget(made)
    made.set_examples([("x", "The X"), ("edge", "An edge")])
    made.resize(1300, 40)
    made.show()
    return made


def test_keys_choose_an_example(qtbot: QtBot, strip: ExampleStrip) -> None:
    strip.show_example("x")
    with qtbot.waitSignal(strip.chosen, timeout=0) as caught:
        QTest.keyClick(strip.box, Qt.Key.Key_Down)
    assert caught.args == ["edge"]


def test_showing_none_is_possible_and_silent(qtbot: QtBot, strip: ExampleStrip) -> None:
    with qtbot.assertNotEmitted(strip.chosen):
        strip.show_example("edge")
        strip.show_example("")
    assert strip.box.currentIndex() == -1


def test_the_names_change_and_the_choice_stays(strip: ExampleStrip) -> None:
    strip.show_example("edge")
    strip.set_examples([("x", "Das X"), ("edge", "Eine Kante")])
    assert strip.box.currentText() == "Eine Kante"


def test_a_sentence_that_needs_three_lines_gives_way(strip: ExampleStrip) -> None:
    strip.set_sentence(LONG, "Short.")
    assert strip.sentence.text() == "Short."
    assert strip.sentence.toolTip() == LONG
    strip.set_sentence("Two words", "One")
    assert strip.sentence.text() == "Two words"


def test_the_box_wishes_for_guessing(qtbot: QtBot, strip: ExampleStrip) -> None:
    with qtbot.waitSignal(strip.predict_toggled, timeout=0) as caught:
        QTest.mouseClick(strip.predict, Qt.MouseButton.LeftButton, pos=QPoint(8, strip.predict.height() // 2))
    assert caught.args == [True]
