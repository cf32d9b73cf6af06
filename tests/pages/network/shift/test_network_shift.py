"""The digit moved: the maps move along, and the networks stand side by side."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from convviz.core.images.image import from_array
from tests.network.handwriting import PAPERS, photo


@pytest.fixture
def page(network_page, qtbot):
    network_page.input.next_sample()
    qtbot.mouseClick(network_page.drill.tab_button("shift"), Qt.MouseButton.LeftButton)
    return network_page


def press(qtbot, page, key, times):
    for _ in range(abs(times)):
        qtbot.keyClick(page.shift_panel.sliders[key], Qt.Key.Key_Right if times > 0 else Qt.Key.Key_Left)
    assert page.shift.wait_idle()


def test_the_maps_move_with_the_digit(page, qtbot):
    before = page.acts.of(0)
    press(qtbot, page, "right", 4)
    np.testing.assert_array_equal(page.acts.of(0)[:, 5:], before[:, 1:-4])
    assert page.panel.input.header.texts().lines[0][0] == "moved by the sliders"
    qtbot.mouseClick(page.shift_panel.reset, Qt.MouseButton.LeftButton)
    np.testing.assert_array_equal(page.acts.of(0), before)


def test_all_networks_read_the_moved_digit(page, qtbot):
    assert page.shift.wait_idle()
    comparison = page.shift_panel.comparison.comparison()
    assert [one.answer for one in comparison] == ["7"] * len(page.registry.titles())
    press(qtbot, page, "right", 8)
    after = {one.title: one for one in page.shift_panel.comparison.comparison()}
    assert after["MLP (tutorial)"].share != comparison[-1].share
    assert after["MLP (tutorial)"].shift == 8
    assert len(after["MLP (tutorial)"].by_shift) == 8
    press(qtbot, page, "turn", 1)
    assert {one.by_shift for one in page.shift_panel.comparison.comparison()} == {
        ()
    }  # measured without turning


def a_sample(page):
    page.input.next_sample()


def a_test_digit(page):
    digit = np.zeros((28, 28), np.float32)
    digit[5:23, 13:16] = 1
    page.input.show_digit(digit, "Test digit 5, a 1")


def a_photo(page):
    page.input.take_photo(from_array(photo(5, PAPERS["squared"]), name="digit.png"))


@pytest.mark.parametrize("put", [a_sample, a_test_digit, a_photo])
def test_whatever_is_read_can_be_moved_and_compared(page, qtbot, put):
    put(page)
    assert page.shift.wait_idle()
    read, unmoved = page.input.preparation.digit, page.acts.picture[..., 0]
    np.testing.assert_array_equal(unmoved, read)
    answers = [(one.title, one.answer) for one in page.shift_panel.comparison.comparison()]
    press(qtbot, page, "right", 4)
    np.testing.assert_array_equal(page.acts.picture[:, 4:, 0], read[:, :-4])
    comparison = page.shift_panel.comparison.comparison()
    assert [one.title for one in comparison] == [title for title, _ in answers]
    for (_, before), one in zip(answers, comparison, strict=True):
        assert one.right == (one.answer == before)


def test_a_blank_sheet_is_asked_for(page, qtbot):
    qtbot.mouseClick(page.panel.input.tools.clear, Qt.MouseButton.LeftButton)
    page.input.settle()
    assert page.shift_panel.comparison.comparison() == ()
    assert page.shift_panel.sentence.text() == "Draw a digit or open a photo first."
