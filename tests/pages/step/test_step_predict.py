"""Predict, then reveal: sizes and results are guessed, told, and never stop the film."""

from __future__ import annotations

from typing import Any, TypeAlias

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from convviz.pages.step.page import StepPage

Hand: TypeAlias = Any
"""The fixture of the same name: what a person does."""

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


def test_the_size_of_the_output_is_guessed_first(qtbot: QtBot, step: StepPage, hand: Hand) -> None:
    QTest.mouseClick(step.strip.predict, Left, pos=QPoint(8, step.strip.predict.height() // 2))
    box = step.cards.sum.predict_box()
    assert box.question.text() == "How large will the output be, rows × columns?"
    assert step.cards.output.grid.content() is None
    assert step.cards.operation.matrix.counts() == []
    assert step.cards.timeline.timeline._layout.cells == 0
    with qtbot.waitSignal(step.status_changed) as caught:
        hand.guess("7x7")
    assert box.question.text() == "Right: 7 × 7. What will output (0, 0) be?"
    assert "9 × 9 → 7 × 7" in caught.args[0]
    assert step.cards.output.caption.text() == "7 × 7"
    assert step.cards.operation.matrix.counts()[0] == ("W", "49 × 81")
    assert step.cards.timeline.timeline._layout.cells == 49


def test_a_wrong_size_is_told_the_truth(step: StepPage, hand: Hand) -> None:
    step.set_predict(True)
    hand.guess("9")
    assert step.cards.sum.predict_box().question.text().startswith("Not 9: it is 7 × 7.")


def test_a_right_guess_shows_the_working(step: StepPage, hand: Hand) -> None:
    step.set_predict(True)
    hand.guess("7 x 7")
    assert step.cards.sum.text() == ""
    hand.guess("7")
    assert step.cards.sum.predict_box().verdict_text() == "Right: 7."
    assert step.film.moment(step.player.position).landed
    assert step.cards.sum.text().endswith("9 taps = 0.78")


def test_a_wrong_guess_is_told_the_truth(step: StepPage, hand: Hand) -> None:
    hand.press(Key.Key_Right)
    step.set_predict(True)
    assert step.cards.sum.predict_box().question.text() == "What will output (0, 0) be?"
    hand.guess("-7")
    assert step.cards.sum.predict_box().verdict_text() == "Not -7: it is 7."


def test_playing_on_reveals_and_is_never_blocked(step: StepPage, hand: Hand) -> None:
    step.set_predict(True)
    step.player.play()
    step.player.advance(1500)
    step.player.pause()
    assert hand.cell() == (0, 1)
    assert step.view is not None
    assert step.view.hidden
    hand.go_to(0, 0)
    assert not step.cards.sum._hidden
    step.set_predict(False)
    assert not step.cards.sum._hidden


def test_a_pinned_sum_is_kept_back_until_it_has_landed(step: StepPage, hand: Hand) -> None:
    compare = step.cards.compare
    hand.go_to(0, 0)
    step.set_predict(True)
    assert [pin.text for pin in compare.view.pins() if pin] == ["?", "?"]
    assert compare.text() == ""
    hand.guess("7")
    hand.go_to(0, 1)
    hand.guess("-1")
    assert [pin.text for pin in compare.view.pins() if pin] == ["?", "\N{MINUS SIGN}1"]
    hand.go_to(1, 2)
    assert compare.equation.text() == "9 \N{MINUS SIGN} (\N{MINUS SIGN}1) = 10"
    hand.go_to(0, 0)
    step.set_predict(False)
    assert compare.equation.text() == "9 \N{MINUS SIGN} (\N{MINUS SIGN}1) = 10"


def test_an_answer_to_a_question_whose_film_is_gone_changes_nothing(step: StepPage, hand: Hand) -> None:
    step.set_predict(True)
    step.document.edit("picture", image=None)
    assert step.reel is None
    step._on_size("7x7")
    step.cards.sum.guessed.emit("7x7")
    assert step._look.predict.said == ""
    step.document.undo()
    step.cards.sum.guessed.emit("7x7")  # asked again, of what is not computed yet
    hand.settle()
    assert step.cards.sum.predict_box().question.text() == "How large will the output be, rows × columns?"
