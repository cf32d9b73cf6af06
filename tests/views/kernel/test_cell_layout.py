import pytest
from PySide6.QtCore import QPointF, QSize

from convviz.views.kernel.grid.cells import CellLayout, preferred_size, target_cell


@pytest.mark.parametrize(
    ("rows", "columns", "cell"),
    [
        (1, 1, (54, 46)),
        (3, 3, (54, 46)),
        (5, 5, (39, 34)),
        (7, 7, (24, 22)),
        (31, 31, (24, 22)),
        (2, 7, (24, 22)),
    ],
)
def test_cells_shrink_in_a_line_from_three_to_seven(rows, columns, cell):
    assert target_cell(rows, columns) == cell


def test_larger_kernels_ask_for_no_more_than_nine_cells():
    assert preferred_size(31, 31) == preferred_size(9, 9) == QSize(222, 204)


def test_cells_give_way_where_there_is_no_room_but_stay_usable():
    assert CellLayout.fitting(3, 3, QSize(126, 500)).width == 40
    assert CellLayout.fitting(7, 7, QSize(60, 60)).width == 24


def test_the_place_of_a_cell_leads_back_to_it():
    layout = CellLayout(3, 4, 54, 46)
    assert layout.at(layout.cell(2, 3).center()) == (2, 3)
    assert layout.at(QPointF(1, 1)) is None
