"""Drawing on the Lab's input, with the mouse and the keys, live through every stage."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.samples.pictures import load_sample, x_image
from convviz.core.sizes.settings import PoolSettings
from tests.app.drawing.conftest import LEFT, MIDDLE, RIGHT

Key = Qt.Key
EMPTY = Image(np.zeros((4, 5), np.uint8), name="empty")
COLOURS = Image(np.zeros((3, 4, 3), np.uint8), name="colours")


def test_a_stroke_is_drawn_live_and_is_one_step(hand):
    hand.shows(EMPTY)
    hand.tool("pencil", "9")
    QTest.mousePress(hand.picture, LEFT, pos=hand.at(0, 0))
    hand.settle()
    assert hand.output()[0] == [18, 0, 0, 0, 0]  # while the button is down
    hand.move(hand.at(3, 3))
    hand.settle()
    assert hand.output() == [[18, 0, 0, 0, 0], [0, 18, 0, 0, 0], [0, 0, 18, 0, 0], [0, 0, 0, 18, 0]]
    QTest.mouseRelease(hand.picture, LEFT, pos=hand.at(3, 3))
    hand.drag((0, 4), (1, 4))
    assert np.sum(hand.values()) == 6 * 9
    assert hand.window.document.undo_text == "Stroke"
    hand.window.document.undo()
    assert np.sum(hand.values()) == 4 * 9
    hand.window.document.undo()
    assert hand.window.document.state.image == EMPTY
    assert not hand.window.document.can_undo


def test_a_stroke_goes_on_beside_the_picture(hand):
    hand.shows(EMPTY)
    hand.drag((1, 3), (1, 7), (2, 7), (2, 3))
    assert hand.values() == [[0] * 5, [0, 0, 0, 255, 255], [0, 0, 0, 255, 255], [0] * 5]


def test_fill_takes_what_hangs_together_and_is_one_step(hand):
    hand.shows(EMPTY)
    hand.tool("pencil", "1")
    hand.drag((0, 2), (3, 2))
    hand.tool("fill", "7")
    hand.click(2, 0)
    assert hand.values() == [[7, 7, 1, 0, 0]] * 4
    assert hand.window.document.undo_text == "Fill"
    hand.window.document.undo()
    assert hand.values() == [[0, 0, 1, 0, 0]] * 4


@pytest.mark.parametrize(
    ("button", "keys"), [(RIGHT, Qt.KeyboardModifier.NoModifier), (LEFT, Qt.KeyboardModifier.AltModifier)]
)
def test_a_value_is_picked_from_the_picture(hand, button, keys):
    hand.shows(Image(np.array([[4, 5, 6], [7, 8, 9], [1, 2, 3]], np.uint8)))
    hand.tool("type")
    hand.click(1, 2, button, keys)
    assert hand.bar.value.value() == 9
    hand.click(0, 0)
    assert hand.values()[0] == [9, 5, 6]
    assert hand.window.document.undo_text == "Stroke"


def test_values_are_typed_as_in_a_spreadsheet(hand):
    hand.shows(EMPTY)
    hand.tool("type")
    hand.click(0, 3)
    hand.types("1", Key.Key_Tab)
    hand.types("2", Key.Key_Tab)
    hand.types("3", Key.Key_Return)
    hand.types("4", Key.Key_Up)
    hand.types("56", Key.Key_Return)
    assert hand.values() == [[0, 0, 0, 1, 2], [56, 0, 0, 0, 0], [4, 0, 0, 0, 0], [0, 0, 0, 0, 0]]
    for _ in range(5):
        hand.window.document.undo()
    assert hand.window.document.state.image == EMPTY


def test_enter_and_tab_go_on_without_a_number_too_and_leave_at_the_end(hand):
    hand.shows(EMPTY)
    hand.tool("type")
    hand.click(2, 4)
    hand.keys(Key.Key_Return)
    assert hand.picture.target() == (3, 4)
    hand.keys(Key.Key_Return)
    assert hand.picture.target() == (3, 4)
    QTest.keyClick(hand.picture, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert hand.picture.target() == (2, 4)
    hand.keys(Key.Key_Tab)
    assert hand.picture.target() == (3, 0)
    hand.keys(*[Key.Key_Tab] * 4)
    assert hand.picture.target() == (3, 4)
    assert hand.picture.hasFocus()
    hand.keys(Key.Key_Tab)
    assert not hand.picture.hasFocus()


def test_arrows_move_the_frame_space_draws_and_delete_clears(hand):
    hand.shows(EMPTY)
    hand.tool("pencil", "5")
    hand.click(1, 1)
    hand.keys(Key.Key_Right, Key.Key_Down, Key.Key_Space)
    assert hand.values()[1:3] == [[0, 5, 0, 0, 0], [0, 0, 5, 0, 0]]
    hand.keys(Key.Key_Up, Key.Key_Left, Key.Key_Delete)
    assert hand.values()[1:3] == [[0] * 5, [0, 0, 5, 0, 0]]


def test_300_into_bytes_is_refused_beside_the_cell(hand):
    hand.shows(EMPTY)
    hand.tool("type")
    hand.click(1, 1)
    hand.types("300", Key.Key_Return)
    editor = hand.picture.editing.editor
    assert editor.message.text() == "not from 0 to 255; 0 is kept"
    assert editor.is_open()
    hand.keys(Key.Key_Escape)
    assert hand.window.document.state.image == EMPTY
    assert hand.page.view.canvas.on  # Esc has only left the cell


def test_300_as_the_pencils_value_is_refused_beside_the_box(hand):
    hand.shows(EMPTY)
    hand.tool("pencil", "300")
    assert "300" in hand.bar.value.complaint()
    assert hand.bar.value.value() == 255
    assert not hand.window.document.can_undo


def test_one_channel_of_colours_or_all(hand):
    hand.shows(COLOURS, channels="sum", kernel=Kernel([[1]]))
    assert hand.bar.channel.isVisible()
    hand.tool("pencil", "9")
    hand.bar.channel.setCurrentIndex(2)
    hand.bar.channel.activated.emit(2)
    hand.click(0, 1)
    assert hand.values()[0][1] == [0, 9, 0]
    hand.tool("type")
    hand.click(0, 1)
    hand.types("4", Key.Key_Return)
    assert hand.values()[0][1] == [0, 4, 0]
    hand.bar.channel.setCurrentIndex(0)
    hand.bar.channel.activated.emit(0)
    hand.tool("fill", "3")
    hand.click(2, 2)
    assert hand.values()[2][2] == [3, 3, 3]
    assert hand.values()[0][1] == [0, 4, 0]


def test_the_editor_of_colours_lies_over_the_channel_or_over_all_of_the_cell(hand):
    hand.shows(COLOURS, channels="sum", kernel=Kernel([[1]]))
    hand.tool("type")
    heights = []
    for at in (0, 2):
        hand.bar.channel.setCurrentIndex(at)
        hand.bar.channel.activated.emit(at)
        hand.click(1, 1)
        hand.keys(Key.Key_F2)
        heights.append(hand.picture.editing.editor.height())
        hand.keys(Key.Key_Escape)
    cell = hand.picture.viewport().scale
    assert heights[0] == pytest.approx(cell, abs=2)
    assert heights[1] == pytest.approx(cell / 3, abs=2)


def test_grey_of_colours_is_drawn_in_all_channels(hand):
    hand.shows(COLOURS)
    assert not hand.bar.channel.isVisible()
    hand.tool("pencil", "90")
    hand.click(1, 1)
    assert hand.values()[1][1] == [90, 90, 90]
    assert hand.output()[1][1] == 180


def test_bytes_shown_from_0_to_1_are_drawn_so_and_stay_bytes(hand):
    hand.shows(EMPTY, unit_range=True)
    assert hand.bar.value.maximum() == 1
    hand.tool("pencil", "0.2")
    hand.click(0, 0)
    hand.tool("type")
    hand.click(0, 1)
    hand.types("1", Key.Key_Return)
    assert hand.values()[0] == [51, 255, 0, 0, 0]
    assert hand.window.document.state.image.values.dtype == np.uint8


def test_the_x_takes_any_number(hand):
    hand.shows(x_image())
    assert (hand.bar.value.value(), hand.bar.value.minimum()) == (1, -1e15)
    hand.tool("type")
    hand.click(0, 0)
    hand.types("-2.5", Key.Key_Return)
    assert hand.values()[0][0] == -2.5


def test_the_middle_button_and_the_wheel_are_for_looking(hand):
    hand.shows(EMPTY)
    hand.click(1, 1, MIDDLE)
    assert not hand.window.document.can_undo
    assert hand.window.document.state.pin is None


def test_escape_ends_it_and_a_click_pins_again(hand):
    hand.shows(EMPTY)
    hand.picture.setFocus()
    hand.keys(Key.Key_Escape)
    assert not hand.page.view.canvas.on
    assert not hand.bar.isVisible()
    hand.click(1, 2)
    pin = hand.window.document.state.pin
    assert (pin.row, pin.column) == (1, 2)


def test_the_key_begins_and_ends_it(hand):
    hand.shows(EMPTY)
    QTest.keyClick(hand.window, Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert not hand.page.view.canvas.on
    QTest.keyClick(hand.window, Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert hand.page.view.canvas.on
    assert hand.picture.hasFocus()


def test_a_large_picture_says_what_to_do_first(hand):
    hand.shows(EMPTY)
    hand.window.document.edit("Open", image=Image(np.zeros((65, 9), np.uint8), name="large"))
    hand.settle()
    assert not hand.page.view.canvas.on
    assert not hand.card.draw_button.isEnabled()
    assert "up to 64 × 64" in hand.card.draw_button.toolTip()


def test_in_a_narrow_card_the_pencil_gives_way_to_the_channels_and_menu_and_key_remain(hand, qtbot):
    hand.shows(COLOURS, channels="sum", kernel=Kernel([[1]]), activation="relu")
    hand.window.resize(1024, 700)
    hand.window.document.edit_settings("Pool", pool=PoolSettings("max"))
    hand.settle()
    qtbot.waitUntil(lambda: not hand.card.draw_button.isVisible())
    QTest.keyClick(hand.window, Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert not hand.page.view.canvas.on
    hand.card._actions["draw"].trigger()
    assert hand.page.view.canvas.on


def test_another_picture_is_first_looked_at(hand):
    hand.shows(EMPTY)
    hand.window.document.edit("Open", image=load_sample("five"))
    hand.settle()
    assert not hand.page.view.canvas.on
    hand.window.document.undo()
    assert not hand.page.view.canvas.on


def test_a_number_that_is_refused_takes_no_stroke_back(hand):
    hand.shows(EMPTY)
    hand.tool("pencil", "9")
    hand.click(0, 0)
    hand.tool("pencil", "999")
    assert hand.values()[0][0] == 9
