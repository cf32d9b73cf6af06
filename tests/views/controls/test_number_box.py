import pytest
from PySide6.QtCore import Qt

from convviz.views.controls.number_box import DecimalBox, NumberBox


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


def test_letters_and_too_much_are_not_even_typed(qtbot, box):
    qtbot.keyClicks(box, "4x9")
    assert (box.text(), box.said) == ("4", [4])


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
