"""The loupe: a few cells around the pointed place, large."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from convviz.core.explain.links import AxisGrid, Cells, StageGrid
from convviz.views.base import theme
from convviz.views.base.colours import ColourScale
from convviz.views.base.theme import LIGHT
from convviz.views.picture.scene import Content, Highlight, Padding
from convviz.views.stages.stage_card import SIDE, Loupe


@pytest.fixture
def loupe(qtbot):
    widget = Loupe()
    qtbot.addWidget(widget)
    widget.setPalette(theme.palette(LIGHT))
    widget.show()
    return widget


def cells(loupe, span):
    """The grey in the middle of each cell across the loupe."""
    shot = loupe.grab().toImage()
    step = SIDE / span
    places = [round((i + 0.5) * step) for i in range(span)]
    return [[shot.pixelColor(x, y).red() for x in places] for y in places]


def test_it_shows_the_cells_around_a_place_rows_down_columns_right(loupe, plain_content):
    values = np.arange(200, dtype=np.uint8).reshape(10, 20)
    loupe.show_place(plain_content(values), QPointF(12.5, 4.5), 5, [])
    assert cells(loupe, 5) == values[2:7, 10:15].tolist()


def test_it_shows_the_same_place_of_a_huge_photo(loupe, plain_content):
    values = (np.arange(3000)[:, None] * 7 + np.arange(4000) * 3).astype(np.uint8)
    loupe.show_place(plain_content(values), QPointF(3990.5, 2900.5), 7, [])
    assert cells(loupe, 7) == values[2897:2904, 3987:3994].tolist()


def test_cells_of_a_coarser_stage_are_larger(loupe):
    grid = StageGrid(AxisGrid(0.0, 2.0, 8), AxisGrid(0.0, 2.0, 8))
    content = Content(np.arange(64, dtype=np.uint8).reshape(8, 8), grid, ColourScale())
    loupe.show_place(content, content.cell_rect(3, 4).center(), 6, [])
    assert cells(loupe, 3) == [[19, 20, 21], [27, 28, 29], [35, 36, 37]]


def test_marks_and_padding_are_as_in_the_picture(loupe, plain_content):
    content = plain_content(np.full((9, 9), 200, np.uint8), padding=Padding(((1, 1), (1, 1))))
    loupe.show_place(content, QPointF(0.5, 0.5), 7, [Highlight("window", Cells(range(-1, 2), range(-1, 2)))])
    shot = loupe.grab().toImage()
    colours = {shot.pixelColor(x, y).name().upper() for x in range(SIDE) for y in range(SIDE)}
    assert {LIGHT.win, LIGHT.sunken, "#C8C8C8"} <= colours


def test_without_a_place_it_is_empty(loupe, plain_content):
    content = plain_content(np.full((9, 9), 200, np.uint8))
    for what in ((content, None), (None, QPointF(1, 1))):
        loupe.show_place(*what, 7, [])
        shot = loupe.grab().toImage()
        inner = {shot.pixelColor(x, y).name().upper() for x in range(1, SIDE - 1) for y in range(1, SIDE - 1)}
        assert inner == {LIGHT.sunken}
