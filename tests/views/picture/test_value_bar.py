"""Histogram over colour bar."""

import numpy as np
import pytest

from convviz.views.base import theme
from convviz.views.base.colours import ColourScale
from convviz.views.base.theme import LIGHT
from convviz.views.picture.value_bar import BAR, TEXT, TICK, ValueBar


@pytest.fixture
def bar(qtbot):
    widget = ValueBar()
    qtbot.addWidget(widget)
    widget.setPalette(theme.palette(LIGHT))
    widget.resize(190, 110)
    widget.show()
    return widget


def column(bar, x):
    """How high the histogram stands at ``x``, and in which colour."""
    shot = bar.grab().toImage()
    ground = bar.palette().window().color()
    bottom = bar.height() - TEXT - TICK - BAR - 4
    height = 0
    while height < bottom and shot.pixelColor(x, bottom - height) != ground:
        height += 1
    return height, shot.pixelColor(x, bottom - 2).name().upper()


def test_the_figures_under_the_bar(bar):
    bar.set_values(ColourScale.signed(9), None)
    assert bar._labels == ("\u22129", "0", "9")
    bar.set_values(ColourScale("grey", 0, 255), None)
    assert bar._labels == ("0", "128", "255")
    bar.set_values(ColourScale("grey", 0, 1), None)
    assert bar._labels == ("0", "0.5", "1")


def test_ends_that_hold_more_than_their_value_say_so(bar):
    bar.set_values(ColourScale.signed(520), None, (True, True))
    assert bar._labels == ("\u2264 \u2212520", "0", "\u2265 520")
    assert bar.accessibleDescription() == "\u2264 \u2212520 0 \u2265 520"
    bar.set_values(ColourScale.signed(520), None, (False, True))
    assert bar._labels[0] == "\u2212520"


@pytest.mark.parametrize("cells", [False, True])
def test_the_bar_runs_from_blue_to_orange(bar, cells):
    bar.set_values(ColourScale.signed(9), None)
    bar.set_cells(cells)
    shot, y = bar.grab().toImage(), bar.height() - TEXT - TICK - 3
    left, right = shot.pixelColor(1, y), shot.pixelColor(188, y)
    assert left.blue() > left.red() + 40
    assert right.red() > right.blue() + 40


def test_a_histogram_stands_where_its_values_are(bar):
    counts = np.zeros(61, np.int64)
    counts[0], counts[60] = 1, 1000
    bar.set_values(ColourScale.signed(1), counts)
    low, high, between = column(bar, 1), column(bar, 187), column(bar, 95)
    assert between[0] == 0
    assert 0 < low[0] < high[0]
    assert low[1] != high[1]


def test_it_is_logarithmic(bar):
    counts = np.full(61, 1000, np.int64)
    counts[:30] = 10
    bar.set_values(ColourScale.signed(1), counts)
    small, large = (max(column(bar, x + i)[0] for i in range(4)) for x in (20, 165))
    assert small / large == pytest.approx(np.log(11) / np.log(1001), abs=0.05)


def test_few_values_stand_over_their_own_places(bar):
    bar.set_values(ColourScale.signed(1), np.array([5, 0, 5]))
    bar.set_cells(True)
    assert column(bar, 5)[0] > 20
    assert column(bar, 184)[0] > 20
    assert column(bar, 95)[0] == 0


def test_in_little_room_the_bar_stands_alone(bar):
    bar.resize(190, bar.minimumHeight())
    bar.set_values(ColourScale.signed(1), np.array([5, 0, 5]))
    bar.grab()


def test_a_range_without_width_is_no_error(bar):
    bar.set_values(ColourScale("grey", 3, 3), np.array([9]))
    bar.grab()
    assert bar._labels == ("3", "3", "3")
