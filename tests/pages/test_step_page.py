"""The Step page: what is seen at a moment, and what drives the film; real clicks and keys."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from convviz.core.film import Moment, Region
from convviz.core.images import Image
from convviz.core.step_examples import example
from convviz.document.document import Document
from convviz.document.film_state import FilmState
from convviz.document.state import DocumentState
from convviz.pages.step_page import StepPage

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


def settle(page: StepPage) -> None:
    assert page.queue.wait_idle()


def choose(page: StepPage, key: str) -> None:
    page.lessons.choose(key)
    settle(page)
    page.player.pause()


def cell(page: StepPage) -> tuple[int, int]:
    moment = page.film.moment(page.player.position)
    return moment.row, moment.column


def press(page: StepPage, key: Qt.Key) -> None:
    """A key, wherever the focus is on the page."""
    QTest.keyClick(QApplication.focusWidget() or page, key)


def grid_point(page: StepPage, row: int, column: int, *, output: bool = True) -> QPoint:
    """The middle of a grid's cell."""
    grid = page.cards.output.grid if output else page.cards.input.grid
    content = grid.content()
    assert content is not None
    centre = content.cell_rect(row, column).center()
    return page.cards.viewport.to_screen(centre.y(), centre.x()).toPoint()


def go_to(page: StepPage, row: int, column: int) -> None:
    QTest.mouseClick(page.cards.output.grid, Left, pos=grid_point(page, row, column))


def landed(page: StepPage) -> int:
    mask = page.cards.output.grid.landed()
    assert mask is not None
    return int(mask.sum())


# What is seen


def test_where_nothing_is_open_the_x_is_set_up_and_plays(qtbot: QtBot) -> None:
    page = StepPage(Document())
    qtbot.addWidget(page)
    page.prepare()
    page.show()
    settle(page)
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
    settle(page)
    assert page.result is not None
    assert page.result.convolution[0].tolist() == [0, 30, 30, 0]
    assert not page.player.playing
    page.shut_down()


def test_the_perfect_match_in_numbers(step: StepPage) -> None:
    go_to(step, 1, 1)
    assert step.cards.sum.text() == (
        "(1)(1) + (−1)(−1) + (−1)(−1) + (−1)(−1) + (1)(1) + (−1)(−1) + (−1)(−1) + (−1)(−1) + (1)(1) = 9; "
        "+ bias 0 = 9; 9 / 9 taps = 1.00"
    )
    assert landed(step) == 9
    assert step.cards.operation.caption.text() == "step 9 of 49"
    assert ("entries", "3,969") in step.cards.operation.matrix.counts()
    assert ("not zero", "441") in step.cards.operation.matrix.counts()
    assert ("row lit", "8") in step.cards.operation.matrix.counts()


def test_a_result_is_not_in_the_output_before_it_lands(step: StepPage) -> None:
    go_to(step, 1, 1)
    press(step, Key.Key_Left)
    assert landed(step) == 8
    press(step, Key.Key_Right)
    assert landed(step) == 9


def test_the_status_line_says_where_a_value_comes_from(qtbot: QtBot, step: StepPage) -> None:
    with qtbot.waitSignal(step.status_changed) as caught:
        go_to(step, 1, 1)
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
def test_every_example_has_its_number(step: StepPage, key: str, place: tuple[int, int], value: float) -> None:
    choose(step, key)
    go_to(step, *place)
    scene = step.show_helper.scene
    assert scene is not None
    assert (scene.moment.row, scene.moment.column, scene.trace.value) == (*place, value)


def test_padding_is_where_the_first_window_starts(step: StepPage) -> None:
    choose(step, "x_padding")
    scene = step.show_helper.scene
    assert scene is not None
    assert list(scene.input_lit.rows) == [-1, 0, 1]
    assert scene.trace.is_padding.sum() == 5


def test_pooling_is_the_second_act(step: StepPage) -> None:
    choose(step, "x_pool_floor")
    press(step, Key.Key_End)
    assert step.cards.input.title.text() == "Activation"
    assert step.cards.output.caption.text() == "3 × 3 · max 2×2"
    assert landed(step) == 9
    assert [mark.kind for mark in step.cards.input.grid.marks()] == ["window", "winner"]


def test_a_result_flies_to_its_cell_while_the_film_plays(qtbot: QtBot, step: StepPage) -> None:
    index = step.film.index("convolution", 1, 1)
    assert index is not None
    step.player.seek(index - 1)
    step.player.play()
    step.player.advance(160)
    assert step.landing.flight.flying
    assert landed(step) == 8
    with qtbot.waitSignal(step.landing.flight.landed):
        step.player.set_speed(0.25)  # the next moment is far away
    assert landed(step) == 9


def test_what_flies_is_in_its_place_when_the_film_pauses(step: StepPage) -> None:
    index = step.film.index("convolution", 1, 1)
    assert index is not None
    step.player.seek(index - 1)
    step.player.play()
    step.player.advance(160)
    step.player.pause()
    assert not step.landing.flight.isVisible()
    assert landed(step) == 9


def test_where_each_channel_has_a_map_the_one_on_show_is_named(step: StepPage) -> None:
    choose(step, "colour")
    step.document.edit_settings("Channels", channels="each")
    step.document.edit("Channel", shown_channel=2)
    settle(step)
    go_to(step, 0, 1)
    scene = step.show_helper.scene
    assert scene is not None
    assert (step.cards.output.caption.text(), scene.trace.value) == ("4 × 4 × 3 · B", -360)


# Driving


def test_keys_step_jump_and_play(step: StepPage) -> None:
    press(step, Key.Key_Right)
    assert step.player.position == 1
    press(step, Key.Key_End)
    assert step.player.position == 49 * 21 - 1
    press(step, Key.Key_Home)
    assert step.player.position == 0
    press(step, Key.Key_Space)
    assert step.player.playing
    press(step, Key.Key_Space)
    assert not step.player.playing


def test_plus_and_minus_change_the_speed(step: StepPage) -> None:
    press(step, Key.Key_Plus)
    assert (step.player.speed, step.cards.timeline.transport.speed.key()) == (2.0, "2.0")
    press(step, Key.Key_Minus)
    press(step, Key.Key_Minus)
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


def test_dragging_the_timeline_goes_to_its_cells_and_waits(step: StepPage) -> None:
    timeline = step.cards.timeline.timeline
    step.player.play()
    box = timeline.layout_of_cells().box(30, 0, 40).center().toPoint()
    QTest.mousePress(timeline, Left, pos=QPoint(box.x(), 30))
    assert cell(step) == (4, 2)
    assert not step.player.playing
    back = timeline.layout_of_cells().box(8, 0, 40).center().toPoint()
    QTest.mouseMove(timeline, QPoint(back.x(), 30))
    QTest.mouseRelease(timeline, Left, pos=QPoint(back.x(), 30))
    assert cell(step) == (1, 1)
    assert step.player.playing


def test_coarser_detail_keeps_the_cell(step: StepPage) -> None:
    go_to(step, 1, 1)
    QTest.mouseClick(step.cards.timeline.transport.detail.button("cell"), Left)
    assert (len(step.film), cell(step), step.film_state.detail) == (49, (1, 1), "cell")


def test_enter_presses_the_focused_button(step: StepPage) -> None:
    button = step.cards.timeline.transport.forward_button
    button.setFocus()
    QTest.keyClick(button, Key.Key_Return)
    assert step.player.position == 1


def test_pointing_at_an_output_previews_its_window(step: StepPage) -> None:
    QTest.mouseMove(step.cards.output.grid, grid_point(step, 3, 3))
    kinds = {mark.kind: mark.cells for mark in step.cards.input.grid.marks()}
    assert list(kinds["context"].rows) == [3, 4, 5]
    QTest.mouseMove(step.cards.input.grid, grid_point(step, 0, 0, output=False))
    assert "fed" in {mark.kind for mark in step.cards.output.grid.marks()}


# What stays


def test_the_place_survives_other_settings_where_it_can(step: StepPage, qtbot: QtBot) -> None:
    go_to(step, 1, 1)
    step.document.edit_settings("Bias", bias=1.0)
    settle(step)
    assert cell(step) == (1, 1)
    step.document.undo()
    settle(step)
    assert cell(step) == (1, 1)


def test_a_place_that_is_gone_is_said_to_be(step: StepPage, qtbot: QtBot) -> None:
    go_to(step, 6, 6)
    with qtbot.waitSignal(step.message) as caught:
        step.document.edit_settings("Stride", stride=(2, 2))
    assert caught.args == ["info", "The output has no cell (6, 6) any more. The film starts over."]
    assert step.player.position == 0


def test_playing_is_no_edit_and_position_speed_and_detail_are_the_documents(step: StepPage) -> None:
    assert not step.document.is_modified
    go_to(step, 1, 1)
    press(step, Key.Key_Plus)
    assert not step.document.is_modified
    assert step.film_state == FilmState(
        Moment("convolution", 1, 1, "land", 9, 9), "product", 2.0, pin_a=(1, 1), pin_b=(0, 1)
    )


def test_an_opened_experiment_goes_on_where_it_was(step: StepPage) -> None:
    lesson = example("edge_convolution")
    film = FilmState(Moment("convolution", 2, 1, "add", 9, 4), "product", 4.0, loop=True, pin_a=(0, 1))
    step.document.open(DocumentState(lesson.image(), lesson.settings, film=film))
    settle(step)
    assert step.film.moment(step.player.position) == film.moment
    assert (step.player.speed, step.player.loop) == (4.0, True)
    assert not step.player.playing


def test_another_picture_starts_a_film_of_its_own(step: StepPage, qtbot: QtBot) -> None:
    go_to(step, 6, 6)
    step.player.play()
    with qtbot.assertNotEmitted(step.message):
        step.document.edit("Open picture", image=Image(np.zeros((5, 5), np.uint8), name="other.png"))
        settle(step)
    assert (step.player.position, step.player.playing) == (0, False)
    assert (step.film_state.pin_a, step.film_state.moment) == (None, None)


def test_impossible_settings_are_explained_and_leave_the_picture(step: StepPage) -> None:
    step.document.edit_settings("Dilation", dilation=(9, 9))
    assert "does not fit" in step.strip.sentence.text()
    assert not step.player.playing
    step.document.undo()
    settle(step)
    assert step.strip.sentence.text().startswith("A 3×3 diagonal")


# Pins


def test_a_and_b_pin_the_cell_on_show_and_unpin_it(step: StepPage) -> None:
    go_to(step, 0, 0)
    press(step, Key.Key_A)
    assert step.film_state.pin_a == (0, 0)
    assert step.cards.compare.text().startswith("7 − (−1) = 8")
    press(step, Key.Key_A)
    assert step.film_state.pin_a is None
    QTest.mouseClick(step.cards.compare.clear_button, Left)
    assert step.film_state.pin_b is None


# Predict, then reveal


def guess(page: StepPage, text: str) -> None:
    edit = page.cards.sum.predict_box().edit
    edit.setFocus()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Key.Key_Return)


def test_the_size_of_the_output_is_guessed_first(qtbot: QtBot, step: StepPage) -> None:
    QTest.mouseClick(step.strip.predict, Left, pos=QPoint(8, step.strip.predict.height() // 2))
    box = step.cards.sum.predict_box()
    assert box.question.text() == "How large will the output be, rows × columns?"
    assert step.cards.output.grid.content() is None
    assert step.cards.operation.matrix.counts() == []
    assert step.cards.timeline.timeline.layout_of_cells().cells == 0
    with qtbot.waitSignal(step.status_changed) as caught:
        guess(step, "7x7")
    assert box.question.text() == "Right: 7 × 7. What will output (0, 0) be?"
    assert "9 × 9 → 7 × 7" in caught.args[0]
    assert step.cards.output.caption.text() == "7 × 7"
    assert step.cards.operation.matrix.counts()[0] == ("W", "49 × 81")
    assert step.cards.timeline.timeline.layout_of_cells().cells == 49


def test_a_wrong_size_is_told_the_truth(step: StepPage) -> None:
    step.predict.set_on(True)
    guess(step, "9")
    assert step.cards.sum.predict_box().question.text().startswith("Not 9: it is 7 × 7.")


def test_a_right_guess_shows_the_working(step: StepPage) -> None:
    step.predict.set_on(True)
    guess(step, "7 x 7")
    assert step.cards.sum.text() == ""
    guess(step, "7")
    assert step.cards.sum.predict_box().verdict_text() == "Right: 7."
    assert step.film.moment(step.player.position).landed
    assert step.cards.sum.text().endswith("9 taps = 0.78")


def test_a_wrong_guess_is_told_the_truth(step: StepPage) -> None:
    press(step, Key.Key_Right)
    step.predict.set_on(True)
    assert step.cards.sum.predict_box().question.text() == "What will output (0, 0) be?"
    guess(step, "-7")
    assert step.cards.sum.predict_box().verdict_text() == "Not -7: it is 7."


def test_playing_on_reveals_and_is_never_blocked(step: StepPage) -> None:
    step.predict.set_on(True)
    step.player.play()
    step.player.advance(1500)
    step.player.pause()
    assert cell(step) == (0, 1)
    assert step.predict.hides(step.film.moment(step.player.position))
    go_to(step, 0, 0)
    assert not step.cards.sum.is_hidden()
    step.predict.set_on(False)
    assert not step.cards.sum.is_hidden()


# Pixels


def test_a_pixel_can_be_typed_and_taken_back(step: StepPage) -> None:
    go_to(step, 0, 0)
    grid = step.cards.input.grid
    QTest.mouseDClick(grid, Left, pos=grid_point(step, 0, 0, output=False))
    QTest.keyClicks(grid.editing.editor, "1")
    QTest.keyClick(grid.editing.editor, Key.Key_Return)
    settle(step)
    assert step.document.state.image is not None
    assert step.document.state.image.values[0, 0] == 1
    assert step.cards.sum.text().startswith("(1)(1)")
    assert cell(step) == (0, 0)
    step.document.undo()
    settle(step)
    assert step.document.state.image == example("x_diagonal").image()


# Regions of large pictures


def test_of_a_large_picture_a_part_is_filmed(step: StepPage) -> None:
    choose(step, "mug")
    assert (step.film.acts[0].rows, step.film.acts[0].columns) == (range(73, 85), range(164, 176))
    assert step.cards.input.region_text.text() == "rows 74 to 85, columns 165 to 176 of 400 × 600"


def test_a_click_on_the_overview_films_another_part(step: StepPage) -> None:
    choose(step, "mug")
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


def test_a_drag_on_the_overview_draws_a_part_of_at_most_32_pixels(step: StepPage) -> None:
    choose(step, "mug")
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


def test_the_region_is_around_the_pin_of_the_lab_where_none_was_chosen(step: StepPage) -> None:
    from convviz.document.state import Pin

    lesson = example("mug")
    state = DocumentState(lesson.image(), lesson.settings, pin=Pin("input", 100, 300))
    step.document.open(state)
    settle(step)
    assert step.region.region == Region(94, 294, 12, 12)
    step.document.open(replace(state, pin=None))
    settle(step)
    assert step.region.region == Region(194, 294, 12, 12)


def test_a_card_alone_and_back(step: StepPage) -> None:
    QTest.mouseClick(step.cards.output.expand_button, Left)
    assert not step.cards.operation.isVisible()
    QTest.keyClick(step.cards, Key.Key_Escape)
    assert step.cards.operation.isVisible()
