"""A guess, and what is said about it."""

import pytest
from PySide6.QtCore import Qt

from convviz.views.step.sum.result import PredictBox


@pytest.fixture
def box(shown):
    widget = shown(PredictBox(), 150, 90)
    widget.ask("Your guess for output (1, 1)")
    return widget


@pytest.mark.parametrize(
    ("typed", "right", "verdict"),
    [
        ("9", True, "Right: 9."),
        ("-9", False, "Not -9: it is 9."),
        ("nine", False, "Not nine: it is 9."),
        ("", None, "It is 9."),
    ],
)
def test_the_verdict(box, qtbot, typed, right, verdict):
    qtbot.keyClicks(box.edit, typed)
    assert box.reveal(9) is right
    assert box.verdict_text() == verdict


def test_two_decimals_are_enough(box, qtbot):
    qtbot.keyClicks(box.edit, "0,78")
    assert box.reveal(7 / 9) is True


def test_enter_announces_a_guess_once_typed(box, qtbot):
    with qtbot.assertNotEmitted(box.guessed):
        qtbot.keyClick(box.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(box.edit, " 7x7 ")
    with qtbot.waitSignal(box.guessed) as heard:
        qtbot.keyClick(box.edit, Qt.Key.Key_Return)
    assert heard.args == ["7x7"]
    box.reveal_text("7 × 7", True)
    assert box.verdict_text() == "Right: 7 × 7."


def test_asking_anew_begins_anew(box, qtbot):
    qtbot.keyClicks(box.edit, "3")
    box.reveal(9)
    box.ask("")
    assert (box.guess(), box.verdict_text(), box.question.text()) == ("", "", "What will it be?")
    assert box.edit.isVisible()
