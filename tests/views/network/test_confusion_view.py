import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from convviz.views.network.misread.confusion import ConfusionView


@pytest.fixture
def view(show):
    shown = show(ConfusionView(), 420, 180)
    counts = np.diag([5] * 10)
    counts[4, 9] = 3
    shown.set_counts(counts, tuple("0123456789"))
    return shown


@pytest.fixture
def requests(view):
    heard = []
    view.chosen.connect(heard.append)
    return heard


def test_a_click_chooses_a_pair_and_again_none(view, requests, qtbot):
    place = view.cell_rect(4, 9).center().toPoint()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    view.set_pair((4, 9))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert requests == [(4, 9), (None, None)]


def test_names_choose_a_whole_row_or_column(view, requests, qtbot):
    row, column = view.cell_rect(3, 0), view.cell_rect(0, 8)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(45, round(row.center().y())))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(column.center().x()), 5))
    assert requests == [(3, None), (None, 8)]


def test_keys_walk_choose_and_give_up(view, requests, qtbot):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    view.set_pair((1, 2))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert requests == [(1, 2), (None, None)]


def test_all_rows_fit_into_a_low_card(show):
    low = show(ConfusionView(), 400, 140)
    assert low.cell_rect(9, 9).bottom() <= 140


def test_an_empty_table_chooses_nothing(view, requests, qtbot):
    view.set_counts(None, tuple("0123456789"))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell_rect(4, 9).center().toPoint())
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert requests == []


def test_tips_count(view):
    assert view.tip((4, 9)) == "4 read as 9: 3"
    assert view.tip((4, None)) == "4: 3 of 8 misread"
    assert view.tip((None, 9)) == "3 others read as 9"


def test_screen_readers_hear_where_the_keys_are(view, qtbot):
    for key in (*[Qt.Key.Key_Down] * 4, *[Qt.Key.Key_Right] * 9):
        qtbot.keyClick(view, key)
    assert view.accessibleDescription() == view.tip((4, 9))
