import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from convviz.views.base import theme
from convviz.views.network.maps.maps_view import MapsView
from convviz.views.network.maps.paint_maps import Highlights, mosaic
from convviz.views.network.maps.tiling import Tiling

MAPS = np.zeros((2, 2, 3), np.float32)
MAPS[0, 1, 0] = 4.0
MAPS[1, 0, 2] = 2.0


def colour(picture, x, y):
    return picture.pixelColor(x, y).name().upper()


@pytest.mark.parametrize("gap", [-1, 1, 2])
def test_one_value_is_a_square_of_whole_pixels(qapp, gap):
    tiling = Tiling(2, 2, 3, factor=4, across=2, gap=gap)
    picture = mosaic(MAPS, tiling, 4.0, theme.LIGHT)
    assert (picture.width(), picture.height()) == tiling.size
    strongest, zero = theme.LIGHT.signed[-1], theme.LIGHT.signed[8]
    left, top = tiling.corner(0)
    assert {colour(picture, left + 4 + x, top + y) for x in range(4) for y in range(4)} == {strongest}
    assert {colour(picture, left + x, top + y) for x in range(4) for y in range(4)} == {zero}
    left, top = tiling.corner(2)
    assert colour(picture, left, top + 4) == theme.LIGHT.signed[12]
    assert colour(picture, left - 1, top - 1) == theme.LIGHT.line
    assert colour(picture, *(one - 3 for one in tiling.size)) == theme.LIGHT.card


def test_a_range_of_its_own_for_every_map(qapp):
    tiling = Tiling(2, 2, 3, factor=4, across=3)
    picture = mosaic(MAPS, tiling, np.array([4.0, 1.0, 2.0]), theme.LIGHT)
    left, top = tiling.corner(2)
    assert colour(picture, left, top + 4) == theme.LIGHT.signed[-1]


@pytest.fixture
def view(show):
    shown = show(MapsView(), 100, 100)
    shown.set_tiling(Tiling(2, 2, 3, factor=10, across=3))
    shown.set_values(MAPS, 4.0)
    return shown


def test_a_click_chooses_the_value_under_it(view, qtbot):
    with qtbot.waitSignal(view.chosen) as heard:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.centre_of((2, 1, 0)).toPoint())
    assert heard.args == [(2, 1, 0)]


def test_dead_maps_are_known(view):
    assert view.dead() == [1]
    view.clear_values()
    assert view.dead() == []


def test_nothing_can_be_chosen_before_there_are_values(view, qtbot):
    view.clear_values()
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_arrows_enter_and_enter_again(view, qtbot):
    chosen = []
    view.chosen.connect(chosen.append)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen == [(2, 1, 0)]  # the strongest value of the third map
    view.set_highlights(Highlights(chosen=chosen[-1]))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert chosen[-1] == (2, 0, 0)


def test_marks_are_painted_in_their_colours(view, qtbot):
    view.set_highlights(
        Highlights(chosen=(0, 0, 1), window=(0, 0, 1, 0), maps=frozenset({2}), strong=frozenset({2}))
    )
    picture = view.grab().toImage()
    names = {colour(picture, x, y) for x in range(picture.width()) for y in range(picture.height())}
    assert theme.LIGHT.win.upper() in names
    assert theme.LIGHT.out.upper() in names
