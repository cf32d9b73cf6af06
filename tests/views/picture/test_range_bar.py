"""The ends of the colours, dragged on the histogram and moved with the keys."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from convviz.views.base.colours import ColourScale
from convviz.views.picture.range_bar import RangeBar

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


@pytest.fixture
def bar(qtbot):
    widget = RangeBar()
    qtbot.addWidget(widget)
    widget.resize(200, 110)
    widget.show()
    widget.said = []
    widget.chosen.connect(lambda low, high: widget.said.append((low, high)))
    return widget


def drag(bar, start, *stops):
    QTest.mousePress(bar, LEFT, pos=QPoint(start, 50))
    for x in stops:
        QTest.mouseMove(bar, QPoint(x, 50))
    QTest.mouseRelease(bar, LEFT, pos=QPoint(stops[-1], 50))


def grey(bar, low, high, ends=(0, 200)):
    bar.set_values(ColourScale("grey", low, high), np.ones(61, np.int64), (False, False), ends)


@pytest.mark.parametrize(
    ("start", "stop", "ends"),
    [
        (50, 80, (80, 150)),
        (150, 120, (50, 120)),
        (100, 130, (80, 180)),
        (100, 10, (0, 100)),
        (3, 20, (20, 150)),
        (150, 400, (50, 200)),
        (50, 190, (149, 150)),
    ],
)
def test_an_end_or_what_is_between_is_dragged(bar, qtbot, start, stop, ends):
    grey(bar, 50, 150)
    with qtbot.waitSignal(bar.settled):
        drag(bar, start, stop)
    assert bar.said[-1] == ends


def test_at_the_whole_range_the_nearer_end_comes(bar):
    grey(bar, 0, 200)
    drag(bar, 60, 70)
    drag(bar, 140, 130)
    assert bar.said == [(70, 200), (0, 130)]


def test_the_ends_of_a_signed_scale_mirror_each_other(bar):
    for start, stop in ((150, 125), (50, 75)):
        bar.set_values(ColourScale.signed(50), np.ones(61, np.int64), (False, False), (-100, 100))
        drag(bar, start, stop)
    assert bar.said == [(-25, 25), (-25, 25)]


def test_while_something_is_dragged_the_histogram_stays(bar):
    grey(bar, 50, 150)
    counts = bar._counts
    QTest.mousePress(bar, LEFT, pos=QPoint(50, 50))
    bar.set_values(ColourScale("grey", 90, 150), np.ones(9, np.int64), (True, True), (90, 150))
    assert bar._counts is counts
    assert bar._ends == (0, 200)
    QTest.mouseRelease(bar, LEFT, pos=QPoint(50, 50))
    bar.set_values(ColourScale("grey", 90, 150), np.ones(9, np.int64), (True, True), (90, 150))
    assert bar._ends == (90, 150)


def test_keys_move_narrow_and_widen(bar, qtbot):
    for key, ends in (
        (Key.Key_Right, (52, 152)),
        (Key.Key_Left, (48, 148)),
        (Key.Key_Up, (52, 148)),
        (Key.Key_Down, (48, 152)),
    ):
        grey(bar, 50, 150)
        with qtbot.waitSignal(bar.settled):
            QTest.keyClick(bar, key)
        assert bar.said[-1] == ends
    grey(bar, 99, 101)
    QTest.keyClick(bar, Key.Key_Up)
    low, high = bar.said[-1]
    assert 99 <= low < high <= 101


def test_home_and_a_double_click_ask_for_the_automatic_range(bar, qtbot):
    grey(bar, 50, 150)
    with qtbot.waitSignal(bar.automatic_wanted):
        QTest.keyClick(bar, Key.Key_Home)
    with qtbot.waitSignal(bar.automatic_wanted):
        QTest.mouseDClick(bar, LEFT, pos=QPoint(100, 50))


def test_without_values_nothing_is_dragged(bar):
    drag(bar, 10, 90)
    QTest.keyClick(bar, Key.Key_Up)
    assert bar.said == []


def test_the_part_is_coloured_and_named(bar):
    grey(bar, 50, 150)
    shot, y = bar.grab().toImage(), bar.height() - 16 - 3 - 3
    assert shot.pixelColor(20, y).red() == 0
    assert shot.pixelColor(180, y).red() == 255
    assert 100 < shot.pixelColor(100, y).red() < 155
    assert bar.accessibleDescription() == "50 150"
