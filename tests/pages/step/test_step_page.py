"""The Step page: what is seen at a moment, and what drives the film; real clicks and keys."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeAlias

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from convviz.core.explain.trace import ConvolutionTrace, trace
from convviz.core.film.moments import Moment
from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.samples.lessons import example
from convviz.core.sizes.settings import Settings
from convviz.document.document import Document
from convviz.document.state.state import DocumentState, FilmState, Movement, NetworkState, Pin
from convviz.film.scene import Scene
from convviz.pages.step.page import StepPage

Hand: TypeAlias = Any
"""The fixture of the same name: what a person does."""

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


def scene_of(step: StepPage) -> Scene | None:
    return step.view.scene if step.view is not None else None


# What is seen


def test_what_is_done_on_the_network_page_is_nothing_for_the_film(
    step: StepPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    refreshed: list[bool] = []
    monkeypatch.setattr(step, "refresh", lambda: refreshed.append(True))
    step.document.edit("Move", network=NetworkState(movement=Movement(right=1.0)))
    assert not refreshed
    step.document.edit_settings("Bias", bias=1.0)
    assert refreshed


def test_where_nothing_is_open_the_x_is_set_up_and_plays(qtbot: QtBot) -> None:
    page = StepPage(Document())
    qtbot.addWidget(page)
    page.prepare()
    page.show()
    assert page.queue.wait_idle()
    assert page.player.playing
    assert not page.document.can_undo
    assert page.strip.box.currentData() == "x_diagonal"
    assert page.cards.compare.text() == (
        "9 − (−1) = 10  The sums differ by 10, not 10-fold: they run from −3 to 9."
    )
    page.shut_down()


def test_a_picture_that_is_open_stays_and_waits(qtbot: QtBot) -> None:
    lesson = example("edge_correlation")
    page = StepPage(Document(DocumentState(lesson.image(), lesson.settings)))
    qtbot.addWidget(page)
    page.prepare()
    page.show()
    assert page.queue.wait_idle()
    assert page.result is not None
    assert page.result.convolution[0].tolist() == [0, 30, 30, 0]
    assert not page.player.playing
    page.shut_down()


def test_the_perfect_match_in_numbers(step: StepPage, hand: Hand) -> None:
    hand.go_to(1, 1)
    assert step.cards.sum.text() == (
        "(1)(1) + (−1)(−1) + (−1)(−1) + (−1)(−1) + (1)(1) + (−1)(−1) + (−1)(−1) + (−1)(−1) + (1)(1) = 9; "
        "+ bias 0 = 9; 9 / 9 taps = 1.00"
    )
    assert hand.landed() == 9
    assert step.cards.operation.caption.text() == "step 9 of 49"
    assert ("entries", "3,969") in step.cards.operation.matrix.counts()
    assert ("not zero", "441") in step.cards.operation.matrix.counts()
    assert ("row lit", "8") in step.cards.operation.matrix.counts()


def test_a_result_is_not_in_the_output_before_it_lands(step: StepPage, hand: Hand) -> None:
    hand.go_to(1, 1)
    hand.press(Key.Key_Left)
    assert hand.landed() == 8
    hand.press(Key.Key_Right)
    assert hand.landed() == 9


def test_the_status_line_says_where_a_value_comes_from(qtbot: QtBot, step: StepPage, hand: Hand) -> None:
    with qtbot.waitSignal(step.status_changed) as caught:
        hand.go_to(1, 1)
    assert caught.args == [
        "<b>The X</b>&nbsp; 9 × 9 → 7 × 7, correlation, stride 1, no padding&nbsp;&nbsp;&nbsp; "
        "Output (1, 1) = 9 ← input rows 1 to 3, columns 1 to 3"
    ]


@pytest.mark.parametrize(
    ("key", "place", "value"),
    [
        ("x_padding", (0, 0), 2),
        ("x_stride", (1, 1), 9),
        ("x_dilation", (0, 2), -3),
        ("edge_correlation", (0, 1), 30),
        ("edge_convolution", (0, 1), -30),
        ("stripes", (0, 3), -30),
        ("colour", (0, 1), 120),
    ],
)
def test_every_example_has_its_number(
    step: StepPage, hand: Hand, key: str, place: tuple[int, int], value: float
) -> None:
    hand.choose(key)
    hand.go_to(*place)
    scene = scene_of(step)
    assert scene is not None
    assert (scene.moment.row, scene.moment.column, scene.trace.value) == (*place, value)


def test_padding_is_where_the_first_window_starts(step: StepPage, hand: Hand) -> None:
    hand.choose("x_padding")
    scene = scene_of(step)
    assert scene is not None
    assert list(scene.input_lit.rows) == [-1, 0, 1]
    assert scene.trace.is_padding.sum() == 5


def test_pooling_is_the_second_act(step: StepPage, hand: Hand) -> None:
    hand.choose("x_pool_floor")
    hand.press(Key.Key_End)
    assert step.cards.input.title.text() == "Activation"
    assert step.cards.output.caption.text() == "3 × 3 · max 2×2"
    assert hand.landed() == 9
    assert [mark.kind for mark in step.cards.input.grid.highlights()] == ["window", "winner"]


def test_a_result_flies_to_its_cell_while_the_film_plays(qtbot: QtBot, step: StepPage, hand: Hand) -> None:
    index = step.film.index("convolution", 1, 1)
    assert index is not None
    step.player.seek(index - 1)
    step.player.play()
    step.player.advance(160)
    assert step.landing.flight.flying
    assert hand.landed() == 8
    with qtbot.waitSignal(step.landing.flight.landed):
        step.player.set_speed(0.25)  # the next moment is far away
    assert hand.landed() == 9


def test_pointing_does_not_start_a_flight_again(step: StepPage, hand: Hand) -> None:
    index = step.film.index("convolution", 1, 1)
    assert index is not None
    step.player.seek(index - 1)
    step.player.play()
    step.player.advance(160)
    flights: list[object] = []
    step.landing.flight.fly = lambda *way: flights.append(way)  # type: ignore[method-assign]
    QTest.mouseMove(step.cards.output.grid, hand.grid_point(5, 5))
    assert (flights, step.landing.flight.flying, hand.landed()) == ([], True, 8)
    step.player.pause()
    assert hand.landed() == 9


def test_what_flies_is_in_its_place_when_the_film_pauses(step: StepPage, hand: Hand) -> None:
    index = step.film.index("convolution", 1, 1)
    assert index is not None
    step.player.seek(index - 1)
    step.player.play()
    step.player.advance(160)
    step.player.pause()
    assert not step.landing.flight.isVisible()
    assert hand.landed() == 9


def test_where_each_channel_has_a_map_the_one_on_show_is_named(step: StepPage, hand: Hand) -> None:
    hand.choose("colour")
    step.document.edit_settings("Channels", channels="each")
    step.document.edit("Channel", shown_channel=2)
    hand.settle()
    hand.go_to(0, 1)
    scene = scene_of(step)
    assert scene is not None
    assert (step.cards.output.caption.text(), scene.trace.value) == ("4 × 4 × 3 · B", -360)


# Driving


def test_keys_step_jump_and_play(step: StepPage, hand: Hand) -> None:
    hand.press(Key.Key_Right)
    assert step.player.position == 1
    hand.press(Key.Key_End)
    assert step.player.position == 49 * 21 - 1
    hand.press(Key.Key_Home)
    assert step.player.position == 0
    hand.press(Key.Key_Space)
    assert step.player.playing
    hand.press(Key.Key_Space)
    assert not step.player.playing


def test_plus_and_minus_change_the_speed(step: StepPage, hand: Hand) -> None:
    hand.press(Key.Key_Plus)
    assert (step.player.speed, step.cards.timeline.transport.speed.key()) == (2.0, "2.0")
    hand.press(Key.Key_Minus)
    hand.press(Key.Key_Minus)
    assert (step.player.speed, step.film_state.speed) == (0.5, 0.5)


def test_the_buttons_do_the_same(step: StepPage) -> None:
    transport = step.cards.timeline.transport
    QTest.mouseClick(transport.forward_button, Left)
    assert step.player.position == 1
    QTest.mouseClick(transport.last_button, Left)
    assert not transport.forward_button.isEnabled()
    QTest.mouseClick(transport.play_button, Left)
    assert (step.player.playing, step.player.position) == (True, 0)
    QTest.mouseClick(transport.play_button, Left)
    assert not transport.play_button.isChecked()


def test_dragging_the_timeline_goes_to_its_cells_and_waits(step: StepPage, hand: Hand) -> None:
    timeline = step.cards.timeline.timeline
    step.player.play()
    box = timeline._layout.box(30, 0, 40).center().toPoint()
    QTest.mousePress(timeline, Left, pos=QPoint(box.x(), 30))
    assert hand.cell() == (4, 2)
    assert not step.player.playing
    back = timeline._layout.box(8, 0, 40).center().toPoint()
    QTest.mouseMove(timeline, QPoint(back.x(), 30))
    QTest.mouseRelease(timeline, Left, pos=QPoint(back.x(), 30))
    assert hand.cell() == (1, 1)
    assert step.player.playing


def test_coarser_detail_keeps_the_cell(step: StepPage, hand: Hand) -> None:
    hand.go_to(1, 1)
    QTest.mouseClick(step.cards.timeline.transport.detail.button("cell"), Left)
    assert (len(step.film), hand.cell(), step.film_state.detail) == (49, (1, 1), "cell")


def test_enter_presses_the_focused_button(step: StepPage) -> None:
    button = step.cards.timeline.transport.forward_button
    button.setFocus()
    QTest.keyClick(button, Key.Key_Return)
    assert step.player.position == 1


def test_pointing_at_an_output_previews_its_window(step: StepPage, hand: Hand) -> None:
    QTest.mouseMove(step.cards.output.grid, hand.grid_point(3, 3))
    kinds = {mark.kind: mark.cells for mark in step.cards.input.grid.highlights()}
    assert list(kinds["context"].rows) == [3, 4, 5]
    QTest.mouseMove(step.cards.input.grid, hand.grid_point(0, 0, output=False))
    assert "fed" in {mark.kind for mark in step.cards.output.grid.highlights()}


# What stays


def test_the_place_survives_other_settings_where_it_can(step: StepPage, hand: Hand, qtbot: QtBot) -> None:
    hand.go_to(1, 1)
    step.document.edit_settings("Bias", bias=1.0)
    hand.settle()
    assert hand.cell() == (1, 1)
    step.document.undo()
    hand.settle()
    assert hand.cell() == (1, 1)


def test_a_place_that_is_gone_is_said_to_be(step: StepPage, hand: Hand, qtbot: QtBot) -> None:
    hand.go_to(6, 6)
    with qtbot.waitSignal(step.message) as caught:
        step.document.edit_settings("Stride", stride=(2, 2))
    assert caught.args == ["info", "The output has no cell (6, 6) any more. The film starts over."]
    assert step.player.position == 0


def test_playing_is_no_edit_and_position_speed_and_detail_are_the_documents(
    step: StepPage, hand: Hand
) -> None:
    assert not step.document.is_modified
    hand.go_to(1, 1)
    hand.press(Key.Key_Plus)
    assert not step.document.is_modified
    assert step.film_state == FilmState(
        Moment("convolution", 1, 1, "land", 9, 9), "product", 2.0, pin_a=(1, 1), pin_b=(0, 1)
    )


def test_an_opened_experiment_goes_on_where_it_was(step: StepPage, hand: Hand) -> None:
    lesson = example("edge_convolution")
    film = FilmState(Moment("convolution", 2, 1, "add", 9, 4), "product", 4.0, loop=True, pin_a=(0, 1))
    step.document.open(DocumentState(lesson.image(), lesson.settings, film=film))
    hand.settle()
    assert step.film.moment(step.player.position) == film.moment
    assert (step.player.speed, step.player.loop) == (4.0, True)
    assert not step.player.playing


def test_an_opened_experiment_keeps_its_film_though_the_last_one_had_the_same(
    step: StepPage, hand: Hand
) -> None:
    film = FilmState(Moment("convolution", 1, 2, "land", 9, 9), "sum", pin_a=(1, 1))
    for key in ("edge_convolution", "stripes"):
        lesson = example(key)
        step.document.open(DocumentState(lesson.image(), lesson.settings, film=film))
        hand.settle()
        assert (step.film_state, hand.cell()) == (film, (1, 2))


def test_undone_another_picture_gives_the_film_back_as_it_was_left(step: StepPage, hand: Hand) -> None:
    step.drive.set_detail("sum")
    hand.go_to(3, 2)
    left = step.film_state
    hand.choose("edge_convolution")
    hand.go_to(0, 1)
    hand.press(Key.Key_Plus)
    step.document.undo()
    hand.settle()
    assert step.film_state == replace(left, speed=2.0)
    assert (hand.cell(), step.player.film.detail, step.player.speed) == ((3, 2), "sum", 2.0)
    step.document.redo()
    hand.settle()
    assert hand.cell() == (0, 1)


def test_another_picture_starts_a_film_of_its_own(step: StepPage, hand: Hand, qtbot: QtBot) -> None:
    hand.go_to(6, 6)
    step.player.play()
    with qtbot.assertNotEmitted(step.message):
        step.document.edit("Open picture", image=Image(np.zeros((5, 5), np.uint8), name="other.png"))
        hand.settle()
    assert (step.player.position, step.player.playing) == (0, False)
    assert (step.film_state.pin_a, step.film_state.moment) == (None, None)


def test_impossible_settings_are_explained_and_leave_the_picture(step: StepPage, hand: Hand) -> None:
    step.document.edit_settings("Dilation", dilation=(9, 9))
    assert "does not fit" in step.strip.sentence.text()
    assert not step.player.playing
    step.document.undo()
    hand.settle()
    assert step.strip.sentence.text().startswith("A 3×3 diagonal")


# Pins


def test_a_and_b_pin_the_cell_on_show_and_unpin_it(step: StepPage, hand: Hand) -> None:
    hand.go_to(0, 0)
    hand.press(Key.Key_A)
    assert step.film_state.pin_a == (0, 0)
    assert step.cards.compare.text().startswith("7 − (−1) = 8")
    hand.press(Key.Key_A)
    assert step.film_state.pin_a is None
    QTest.mouseClick(step.cards.compare.clear_button, Left)
    assert step.film_state.pin_b is None


def test_a_card_alone_and_back(step: StepPage) -> None:
    QTest.mouseClick(step.cards.output.expand_button, Left)
    assert not step.cards.operation.isVisible()
    QTest.keyClick(step.cards, Key.Key_Escape)
    assert step.cards.operation.isVisible()


def test_a_sum_that_is_nothing_but_rounding_reads_0(step: StepPage, hand: Hand) -> None:
    flat = Image(np.full((5, 6), 0.7, np.float32), 0.0, 1.0)
    kernel = Kernel([[0.3, -0.2, -0.1]])
    step.document.open(DocumentState(flat, Settings(kernel), pin=Pin("convolution", 1, 2)))
    hand.settle()
    assert step.result is not None
    raw = trace(step.result, "convolution", 1, 2)
    assert isinstance(raw, ConvolutionTrace)
    assert 0 < abs(raw.total) < 1e-6
    hand.go_to(1, 2)
    index = step.film.index("convolution", 1, 2, "land")
    assert index is not None
    step.player.seek(index)
    card = step.cards.sum.result
    assert card.result.text() == "= 0"
    assert [label.text() for label in card.lines if label.text()][0] == "+ bias 0 = 0"
    assert card.remark.text() == "A flat area: what is added is taken away again."
