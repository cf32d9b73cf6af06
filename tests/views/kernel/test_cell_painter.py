from PySide6.QtGui import QFont

from convviz.views.kernel.grid.cells import figures


def test_figures_have_one_size_and_the_real_minus(qapp):
    texts, font = figures([1, -2, 0.5], 46, 52, QFont())
    assert texts == ["1", "\u22122", "0.5"]
    assert font.pixelSize() == 15


def test_narrow_cells_take_a_smaller_size_before_fewer_decimals(qapp):
    texts, font = figures([1 / 9, 1], 46, 52, QFont())
    assert texts[0] == "0.1111"
    assert font.pixelSize() <= 15
    shorter, _ = figures([1 / 9, 1], 46, 40, QFont())
    assert shorter == ["0.11", "1"] or shorter == ["0.111", "1"]


def test_too_narrow_cells_show_colour_only(qapp):
    assert figures([1, -0.12], 22, 22, QFont()) is None


def test_nothing_is_rounded_to_a_zero_that_it_is_not(qapp):
    assert figures([0.0004, 1], 46, 36, QFont()) is None
