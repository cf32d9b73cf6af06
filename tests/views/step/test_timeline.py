"""The timeline: where cells lie, what dragging and keys choose, what it says."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from convviz.core import Image, Kernel, PoolSettings, Settings, run
from convviz.core.film.moments import Film, film
from convviz.views.base.colours import ColourScale
from convviz.views.step.timeline.timeline import Timeline

LEFT = Qt.MouseButton.LeftButton


def fill(timeline, result, detail="product"):
    made = film(result.chain, detail)
    timeline.set_film(made)
    values = {"convolution": result.activation}
    if result.pooling is not None:
        values["pooling"] = result.pooling
    timeline.set_values(values, ColourScale.signed(9))
    return made


@pytest.fixture
def timeline(shown, x_result):
    widget = shown(Timeline(), 800, 90)
    fill(widget, x_result)
    return widget


def place(timeline, cell):
    """Where a cell's box is."""
    layout = timeline._layout
    return layout.box(layout.number(cell), 34, 25).center().toPoint()


def test_a_click_goes_to_the_cell_as_it_lands(timeline, qtbot):
    with qtbot.waitSignal(timeline.moved) as heard:
        qtbot.mouseClick(timeline, LEFT, pos=place(timeline, ("convolution", 1, 1)))
    assert heard.args == [8 * 21 + 20]
    assert timeline.label() == "(1, 1) = 9"


def test_dragging_announces_each_cell_once(timeline, qtbot):
    heard, drags = [], []
    timeline.moved.connect(heard.append)
    timeline.drag_changed.connect(drags.append)
    start = place(timeline, ("convolution", 0, 2))
    qtbot.mousePress(timeline, LEFT, pos=start)
    qtbot.mouseMove(timeline, start + QPoint(1, 0))
    qtbot.mouseMove(timeline, place(timeline, ("convolution", 0, 3)))
    qtbot.mouseMove(timeline, QPoint(5000, 20))
    qtbot.mouseRelease(timeline, LEFT, pos=QPoint(5000, 20))
    assert heard == [2 * 21 + 20, 3 * 21 + 20, 49 * 21 - 1]
    assert drags == [True, False]


def test_keys(timeline, qtbot):
    heard = []
    timeline.moved.connect(heard.append)
    timeline.set_index(20)
    for key in ("Right", "Left", "Down", "Up", "End", "Home"):
        qtbot.keyClick(timeline, Qt.Key[f"Key_{key}"])
    assert heard == [21, 20, 7 * 21 + 20, 20, 49 * 21 - 1, 0]


def test_at_the_ends_nothing_is_announced(timeline, qtbot):
    with qtbot.assertNotEmitted(timeline.moved):
        qtbot.keyClick(timeline, Qt.Key.Key_Home)
        qtbot.keyClick(timeline, Qt.Key.Key_Left)


def test_setters_announce_nothing(timeline, qtbot):
    with qtbot.assertNotEmitted(timeline.moved):
        timeline.set_index(100)
        timeline.set_pins({"A": ("convolution", 1, 1)})
        timeline.set_film(Film(()))
    assert timeline.label() == ""


def test_values_are_told_only_once_they_have_landed(timeline):
    timeline.set_index(8 * 21 + 19)
    assert timeline.label() == "(1, 1)"
    timeline.set_index(8 * 21 + 20)
    assert timeline.label() == "(1, 1) = 9"
    timeline.set_question(("convolution", 1, 1))
    assert timeline.label() == "(1, 1)"


def test_passed_cells_take_their_colour(timeline):
    selection = place(timeline, ("convolution", 0, 0))
    timeline.set_index(20, started=False)
    empty = timeline.grab().toImage().pixel(selection)
    timeline.set_index(49 * 21 - 1)
    assert timeline.grab().toImage().pixel(selection) != empty


def test_two_acts_lie_side_by_side(shown, x_run, qtbot):
    timeline = shown(Timeline(), 800, 90)
    fill(timeline, x_run(padding="same", pool=PoolSettings("max")), "cell")
    first, second = timeline._layout.stretches
    assert (first.act.cells, second.act.cells, second.first) == (81, 16, 81)
    assert second.left > first.right
    with qtbot.waitSignal(timeline.moved) as heard:
        qtbot.mouseClick(timeline, LEFT, pos=place(timeline, ("pooling", 0, 3)))
    assert heard.args == [84]
    assert timeline.label() == "(0, 3) = 4"


def test_more_than_400_cells_are_drawn_a_box_a_row(shown, qtbot):
    image = Image(np.arange(784, dtype=np.float32).reshape(28, 28))
    timeline = shown(Timeline(), 800, 90)
    fill(timeline, run(image, Settings(Kernel([[1, 0, -1]] * 3))), "cell")
    layout = timeline._layout
    assert (layout.boxed, layout.cells) == (False, 676)
    with qtbot.waitSignal(timeline.moved) as heard:
        qtbot.mouseClick(timeline, LEFT, pos=place(timeline, ("convolution", 12, 13)))
    assert abs(heard.args[0] - (12 * 26 + 13)) <= 1
