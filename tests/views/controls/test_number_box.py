import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from convviz.views.controls.number_box import DecimalBox, NumberBox


def write(qtbot, box, text):
    """As a keyboard does, or an input method for what keyboards do not have."""
    if text.isascii():
        qtbot.keyClicks(box, text)
    else:
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(box, event)


@pytest.fixture
def box(qtbot):
    box = NumberBox(1, 31, value=3)
    qtbot.addWidget(box)
    box.show()
    box.said = []
    box.edited.connect(box.said.append)
    box.selectAll()
    return box


def test_typing_announces_each_good_number(qtbot, box):
    qtbot.keyClicks(box, "12")
    assert box.said == [1, 12]


def test_an_emptied_box_says_nothing_and_gets_its_number_back(qtbot, box):
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    assert (box.text(), box.value(), box.said) == ("", 3, [])
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (box.text(), box.said) == ("3", [])


def test_zero_below_the_least_is_not_taken(qtbot, box):
    qtbot.keyClicks(box, "0")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (box.text(), box.value(), box.said) == ("3", 3, [])


@pytest.mark.parametrize("text", ["99", "4x9", "1e400", "nan", "2.5", "-1e9", "1/0", "\u4e09"])
def test_what_does_not_fit_can_be_typed_and_is_answered(qtbot, box, text):
    box.setAccessibleName("Rows")
    write(qtbot, box, text)
    assert box.text() == text
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (box.text(), box.value(), box.said[-1:] in ([], [3])) == ("3", 3, True)
    assert not box.property("refused")
    assert box.complaint() in {
        f"Rows {text} is not from 1 to 31",
        f"Rows {text} is not a whole number",
        f"Rows: {text!r} is not a number",
        f"Rows: {text!r} divides by zero",
    }


def test_leaving_is_answered_too_and_the_next_number_takes_the_sentence_away(qtbot, box):
    other = NumberBox(1, 9, box.parentWidget())
    qtbot.addWidget(other)
    qtbot.keyClicks(box, "0")
    assert box.complaint() == ""  # as long as it may become 0.3e1
    box.clearFocus()
    assert (box.text(), box.complaint()) == ("3", " 0 is not from 1 to 31")
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "4")
    assert (box.complaint(), box.said) == ("", [4])


def test_escape_takes_back_what_is_being_typed(qtbot, box):
    qtbot.keyClicks(box, "12")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), box.said) == ("3", [1, 12, 3])


def test_a_number_beyond_the_end_gives_back_the_one_before_at_once(qtbot, box):
    qtbot.keyClicks(box, "310")
    assert (box.text(), box.value(), box.said) == ("310", 3, [31, 3])
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    assert (box.value(), box.complaint()) == (31, "")


@pytest.mark.parametrize("text", ["\uff11\uff12", "12,0", "12.0", "24/2", "1.2e1", " 12 ", "+12", "\uff0b12"])
def test_the_same_number_in_many_scripts(qtbot, box, text):
    write(qtbot, box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert (box.value(), box.complaint()) == (12, "")


def test_thousands_may_be_parted(qtbot):
    box = NumberBox(1, 10_000)
    qtbot.addWidget(box)
    box.selectAll()
    qtbot.keyClicks(box, "1,000")
    assert box.value() == 1000


def test_showing_a_value_announces_nothing(box):
    box.show_value(7)
    assert (box.value(), box.said) == (7, [])


def test_uneven_amounts_stand_as_a_span_until_they_are_edited(qtbot, box):
    box.show_value(2, "1\u20132")
    assert box.text() == "1\u20132"
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert (box.text(), box.said) == ("3", [3])


@pytest.fixture
def decimals(qtbot):
    box = DecimalBox(-1000, 1000, value=1, nonzero=True)
    qtbot.addWidget(box)
    box.show()
    box.said = []
    box.edited.connect(box.said.append)
    box.selectAll()
    return box


def test_decimals_have_a_real_minus_and_take_a_comma(qtbot, decimals):
    qtbot.keyClicks(decimals, "-2,5")
    qtbot.keyClick(decimals, Qt.Key.Key_Return)
    assert (decimals.text(), decimals.value()) == ("\u22122.5", -2.5)


def test_a_divisor_passes_over_zero(qtbot, decimals):
    qtbot.keyClick(decimals, Qt.Key.Key_Down)
    assert decimals.said == [-1.0]
    qtbot.keyClick(decimals, Qt.Key.Key_Up)
    assert decimals.said == [-1.0, 1.0]


def test_a_divisor_of_zero_is_not_taken(qtbot, decimals):
    qtbot.keyClicks(decimals, "0")
    qtbot.keyClick(decimals, Qt.Key.Key_Return)
    assert (decimals.value(), decimals.said) == (1.0, [])


def test_a_divisor_too_near_to_zero_is_answered(qtbot, decimals):
    decimals.setAccessibleName("Divisor")
    qtbot.keyClicks(decimals, "1e-320")
    qtbot.keyClick(decimals, Qt.Key.Key_Return)
    assert decimals.complaint() == "Divisor 1e-320 is too near to 0: at least 1e-12 away from it would do"
    assert (decimals.value(), decimals.text()) == (1.0, "1")


def test_no_digit_is_lost_when_a_box_that_shows_four_is_entered_again(qtbot, decimals):
    qtbot.keyClicks(decimals, "0.12345678")
    for _ in range(2):
        qtbot.keyClick(decimals, Qt.Key.Key_Return)
    assert (decimals.value(), decimals.said[-1]) == (0.12345678, 0.12345678)
