"""Compare A and B: the tutorials' pair, and the wishes of the two buttons."""

import pytest
from PySide6.QtCore import Qt

from convviz.core import PoolSettings, trace
from convviz.views.step.compare import CompareCard

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def card(shown):
    return shown(CompareCard(), 552, 226)


def at(result, row, column):
    return trace(result, "convolution", row, column)


def test_the_tutorials_pair_differs_by_ten_not_tenfold(card, x_result, scales):
    card.set_pins(at(x_result, 1, 1), at(x_result, 0, 1), scales, (-3, 9))
    assert card.equation.text() == "9 − (−1) = 10"
    assert card.sentence.text() == "The sums differ by 10, not 10-fold: they run from −3 to 9."
    a, b = card.view.pins()
    assert (a.name, a.text, b.name, b.text) == ("output (1, 1)", "9", "output (0, 1)", "−1")
    assert a.grids[1].values.tolist() == [[1] * 3] * 3
    assert [pin.grids[0].frame for pin in (a, b)] == ["pinA", "pinB"]


def test_sums_of_one_sign_and_equal_sums(card, x_result, scales):
    card.set_pins(at(x_result, 0, 4), at(x_result, 1, 1), scales, (-3, 9))
    assert card.equation.text() == "5 − 9 = −4"
    assert card.sentence.text() == "The sums differ by 4; they run from −3 to 9."
    card.set_pins(at(x_result, 1, 1), at(x_result, 2, 2), scales, (-3, 9))
    assert card.sentence.text() == "Both sums are 9."


def test_pooled_values_compare_too(card, x_run, scales):
    result = x_run(padding="same", activation="relu", pool=PoolSettings("max"))
    card.set_pins(trace(result, "pooling", 0, 0), trace(result, "pooling", 0, 1), scales)
    a, b = card.view.pins()
    assert (a.text, b.text, a.titles, a.grids[0].ring) == ("7", "2", ("window",), (1, 1))
    assert card.equation.text() == "7 − 2 = 5"


def test_the_pin_button_sets_the_first_free_letter(card, x_result, scales, qtbot):
    for a, letter in ((None, "A"), (at(x_result, 1, 1), "B")):
        card.set_pins(a, None, scales)
        with qtbot.waitSignal(card.pin_requested) as heard:
            qtbot.mouseClick(card.pin_button, LEFT)
        assert heard.args == [letter]
        assert not card.pin_button.isChecked()
    card.set_current((1, 1))
    assert card.pin_button.isChecked()


def test_clearing_is_offered_once_something_is_pinned(card, x_result, scales, qtbot):
    card.set_pins(None, None, scales)
    assert not card.clear_button.isEnabled()
    assert card.text() == ""
    card.set_pins(at(x_result, 1, 1), None, scales)
    with qtbot.waitSignal(card.clear_requested):
        qtbot.mouseClick(card.clear_button, LEFT)


def test_a_button_that_was_off_is_as_dark_as_the_others_once_on(card, x_result, scales, qapp):
    from convviz.views.base import theme
    from convviz.views.base.stylesheet import stylesheet

    qapp.setPalette(theme.palette(theme.LIGHT))
    qapp.setStyleSheet(stylesheet(theme.LIGHT))
    try:
        card.set_pins(None, None, scales)
        card.set_pins(at(x_result, 1, 1), None, scales)
        assert theme.tokens(card.clear_button) is theme.LIGHT
        icon = card.clear_button.icon().pixmap(18, 18).toImage()
        shades = {icon.pixelColor(x, y).lightness() for x in range(18) for y in range(18)
                  if icon.pixelColor(x, y).alpha() == 255}  # fmt: skip
        assert max(shades) < 128
    finally:
        qapp.setStyleSheet("")
