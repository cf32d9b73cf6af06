"""The film's viewport leaves room for rulers at cells of any size."""

import pytest
from PySide6.QtCore import QRectF, QSizeF

from convviz.views.step.grid.grid_card import FilmViewport


def fitted(cells):
    view = FilmViewport()
    view.set_size(QSizeF(422, 397))
    view.set_content(QRectF(0, 0, cells, cells))
    return view


@pytest.mark.parametrize(("cells", "side"), [(9, 41), (28, 13), (3, 64), (52, 7)])
def test_whole_pixels_and_room_at_the_left_and_top(cells, side):
    view = fitted(cells)
    assert view.scale == side
    assert view.origin().y() >= 22
    end = view.to_screen(cells, cells)
    assert end.x() <= 422
    assert end.y() <= 397


def test_pictures_use_the_whole_view():
    assert fitted(100).scale == pytest.approx(3.97)
