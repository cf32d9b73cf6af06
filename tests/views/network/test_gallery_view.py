import numpy as np
import pytest
from PySide6.QtCore import Qt

from convviz.views.network.misread.gallery_view import Exhibit, GalleryView


@pytest.fixture
def gallery(show):
    shown = show(GalleryView(), 200, 300)
    white = np.full((28, 28), 255, np.uint8)
    shown.set_exhibits([Exhibit(10 + at, "4", "9", white if at == 0 else None) for at in range(5)])
    return shown


def test_three_side_by_side_and_the_rest_below(gallery):
    assert gallery.across() == 3
    assert gallery.tile(3).top() > gallery.tile(0).bottom()
    assert gallery.minimumHeight() == gallery.tile(4).bottom() + 1


def test_a_click_and_enter_choose_a_digit_by_its_number(gallery, qtbot):
    chosen = []
    gallery.chosen.connect(chosen.append)
    qtbot.mouseClick(gallery, Qt.MouseButton.LeftButton, pos=gallery.tile(1).center())
    qtbot.keyClick(gallery, Qt.Key.Key_Down)
    qtbot.keyClick(gallery, Qt.Key.Key_Return)
    qtbot.mouseClick(gallery, Qt.MouseButton.LeftButton, pos=gallery.rect().bottomRight())
    assert chosen == [11, 14]


def test_a_picture_is_shown_where_it_is_at_hand(gallery):
    picture = gallery.grab().toImage()
    assert picture.pixelColor(gallery.tile(0).left() + 5, 5).lightness() == 255
    assert picture.pixelColor(gallery.tile(1).left() + 5, 5).lightness() < 255


def test_tips_tell_which_digit_it_is(gallery):
    assert gallery.tip(2) == "Test digit 12 is a 4 and is read as 9."
    gallery.set_exhibits([Exhibit(1234, "4", "4")])
    assert gallery.tip(0) == "Test digit 1,234 is a 4 and is read as such."
