"""The film's grids: landed cells, pointing, clicks, and pixels changed in place."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication

from convviz.core.base.limits import Limit
from convviz.core.explain.links import Cells, grids
from convviz.views.base.colours import ColourScale
from convviz.views.picture.scene import Content, Highlight
from convviz.views.picture.viewport import Viewport
from convviz.views.step.grid.film_grid import FilmGrid

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def make(shown, result, stage):
    view = Viewport()
    view.set_size(QSizeF(422, 397))
    view.set_content(QRectF(0, 0, 9, 9))
    grid = FilmGrid(view)
    view.setParent(grid)
    scale = ColourScale.signed(1 if stage == "input" else 9)
    grid.set_content(Content(result.stage(stage), grids(result.chain)[stage], scale))
    return shown(grid, 422, 397)


@pytest.fixture
def input_grid(shown, x_result):
    grid = make(shown, x_result, "input")
    grid.set_editable(True)
    return grid


@pytest.fixture
def output_grid(shown, x_result):
    return make(shown, x_result, "convolution")


def centre(grid, row, column):
    area = grid.content().cell_rect(row, column)
    return grid.viewport().to_screen(area.center().y(), area.center().x()).toPoint()


def colour(grid, row, column):
    """The colour of a cell near its corner, where no figure stands."""
    place = centre(grid, row, column) - QPoint(15, 15)
    return QColor(grid.grab().toImage().pixel(place)).name()


def test_input_and_output_cells_are_equally_large_and_on_one_ruler(input_grid, output_grid):
    assert centre(input_grid, 1, 1) == centre(output_grid, 0, 0)
    assert centre(input_grid, 7, 7) == centre(output_grid, 6, 6)


def test_cells_that_have_not_landed_are_empty_not_zero(output_grid):
    nine = colour(output_grid, 1, 1)
    mask = np.zeros((7, 7), dtype=bool)
    mask.flat[:8] = True
    output_grid.set_landed(mask)
    empty = colour(output_grid, 1, 1)
    assert empty == colour(output_grid, 6, 6) != nine
    mask.flat[8] = True
    output_grid.set_landed(mask)
    assert colour(output_grid, 1, 1) == nine
    assert colour(output_grid, 1, 2) == empty


def test_a_cell_in_question_shows_no_value(output_grid):
    value = colour(output_grid, 1, 1)
    output_grid.set_question((1, 1))
    assert colour(output_grid, 1, 1) != value
    output_grid.set_question(None)
    assert colour(output_grid, 1, 1) == value


def test_pointing_and_clicking(output_grid, qtbot):
    with qtbot.waitSignal(output_grid.pointed) as heard:
        qtbot.mouseMove(output_grid, centre(output_grid, 2, 3))
    assert heard.args == [(2, 3)]
    with qtbot.waitSignal(output_grid.clicked) as heard:
        qtbot.mouseClick(output_grid, Qt.MouseButton.LeftButton, pos=centre(output_grid, 2, 4))
    assert heard.args == [2, 4]


def test_plain_arrows_are_left_to_the_film(output_grid, qtbot):
    output_grid.set_pointed((2, 2))
    with qtbot.assertNotEmitted(output_grid.pointed):
        qtbot.keyClick(output_grid, Qt.Key.Key_Right)
        qtbot.keyClick(output_grid, Qt.Key.Key_Plus)
    with qtbot.waitSignal(output_grid.pointed) as heard:
        qtbot.keyClick(output_grid, Qt.Key.Key_Right, CTRL)
    assert heard.args == [(2, 3)]
    with qtbot.waitSignal(output_grid.clicked) as heard:
        qtbot.keyClick(output_grid, Qt.Key.Key_Return)
    assert heard.args == [2, 3]


def test_setters_announce_nothing(output_grid, qtbot):
    with qtbot.assertNotEmitted(output_grid.pointed), qtbot.assertNotEmitted(output_grid.clicked):
        output_grid.set_pointed((1, 1))
        output_grid.set_landed(np.ones((7, 7), dtype=bool))
        output_grid.set_lit(Cells((1,), (1,)))
        output_grid.set_highlights([Highlight("out", Cells((1,), (1,)))])


def test_pins_have_letters_at_different_corners(output_grid):
    plain = output_grid.grab().toImage()
    one = Cells((1,), (1,))
    output_grid.set_highlights([Highlight("pinA", one), Highlight("pinB", one)])
    image = output_grid.grab().toImage()
    below, above = (centre(output_grid, 1, 1) + QPoint(-22, y) for y in (18, -22))
    for place in (below, above):
        assert image.pixel(place) != plain.pixel(place)
    assert image.pixel(below) != image.pixel(above)


def test_double_click_and_typing_change_a_pixel(input_grid, qtbot):
    qtbot.mouseDClick(input_grid, Qt.MouseButton.LeftButton, pos=centre(input_grid, 4, 4))
    editor = input_grid.editing.editor
    assert editor.isVisible()
    assert editor.text() == "1"
    qtbot.keyClicks(editor, "-2,5")
    with qtbot.waitSignal(input_grid.pixel_edited) as heard:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert heard.args == [4, 4, -2.5, ""]
    assert not editor.isVisible()


def test_a_typed_digit_or_f2_opens_the_editor_over_the_pointed_pixel(input_grid, qtbot):
    editor = input_grid.editing.editor
    input_grid.set_pointed((0, 8))
    qtbot.keyClick(input_grid, Qt.Key.Key_7)
    assert editor.text() == "7"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.keyClick(input_grid, Qt.Key.Key_F2)
    assert (editor.isVisible(), editor.text()) == (True, "\u22121")
    with qtbot.assertNotEmitted(input_grid.pixel_edited):
        qtbot.keyClick(editor, Qt.Key.Key_Return)  # the same value again is no edit


def test_alt_drag_is_one_edit_of_many_values(input_grid, qtbot):
    heard = []
    input_grid.pixel_edited.connect(lambda *args: heard.append(args))
    start = centre(input_grid, 0, 0)
    qtbot.mousePress(input_grid, Qt.MouseButton.LeftButton, ALT, start)
    for dy in (-6, -12):
        move(input_grid, start + QPoint(0, dy))
    qtbot.mouseRelease(input_grid, Qt.MouseButton.LeftButton, ALT, start + QPoint(0, -12))
    assert [args[:3] for args in heard] == [(0, 0, 0.0), (0, 0, 1.0)]
    assert heard[0][3] == heard[1][3] != ""
    qtbot.mousePress(input_grid, Qt.MouseButton.LeftButton, ALT, start)
    move(input_grid, start + QPoint(0, 6))
    assert heard[2][:3] == (0, 0, -2.0)
    assert heard[2][3] != heard[0][3]
    qtbot.mouseRelease(input_grid, Qt.MouseButton.LeftButton, ALT, start)


def test_ctrl_wheel_changes_and_the_plain_wheel_zooms(input_grid, qtbot):
    with qtbot.waitSignal(input_grid.pixel_edited) as heard:
        wheel(input_grid, centre(input_grid, 4, 4), 1, CTRL)
    assert heard.args[:3] == [4, 4, 2.0]
    first = heard.args[3]
    with qtbot.waitSignal(input_grid.pixel_edited) as heard:
        wheel(input_grid, centre(input_grid, 4, 4), 1, CTRL | SHIFT)
    assert heard.args[2:] == [12.0, first]
    before = input_grid.viewport().scale
    with qtbot.assertNotEmitted(input_grid.pixel_edited):
        wheel(input_grid, centre(input_grid, 4, 4), 1, Qt.KeyboardModifier.NoModifier)
    assert input_grid.viewport().scale > before


def test_an_output_cannot_be_edited(output_grid, qtbot):
    with qtbot.assertNotEmitted(output_grid.pixel_edited):
        qtbot.mouseDClick(output_grid, Qt.MouseButton.LeftButton, pos=centre(output_grid, 1, 1))
        qtbot.keyClick(output_grid, Qt.Key.Key_F2)
    assert not output_grid.editing.editor.isVisible()


def wheel(widget, place, notches, modifiers):
    event = QWheelEvent(
        QPointF(place),
        QPointF(widget.mapToGlobal(place)),
        QPoint(0, 0),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def move(widget, place):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(widget.mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        ALT,
    )
    QApplication.sendEvent(widget, event)


@pytest.fixture
def bytes_grid(input_grid):
    input_grid.set_editable(True, 100.0, Limit(0, 255))
    return input_grid


def test_a_byte_beyond_255_is_refused_beside_the_cell(bytes_grid, qtbot):
    bytes_grid.editing.begin((0, 0))
    editor = bytes_grid.editing.editor
    with qtbot.assertNotEmitted(bytes_grid.pixel_edited):
        for text in ("300", "-5", "1e9"):
            editor.selectAll()
            qtbot.keyClicks(editor, text)
            qtbot.keyClick(editor, Qt.Key.Key_Return)
            assert editor.is_open()
            assert editor.message.isVisible()
            assert editor.message.text() == "not from 0 to 255; 1 is kept".replace("1", "\u22121")
    editor.selectAll()
    with qtbot.waitSignal(bytes_grid.pixel_edited) as heard:
        qtbot.keyClicks(editor, "255")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert heard.args[:3] == [0, 0, 255.0]
    assert not editor.message.isVisible()


def test_the_wheel_stops_at_the_end_and_says_so_beside_the_cell(bytes_grid, qtbot):
    heard = []
    bytes_grid.pixel_edited.connect(lambda *args: heard.append(args[:3]))
    message = bytes_grid.editing.editor.message
    place = centre(bytes_grid, 4, 4)
    for notches, shown in ((1, False), (1, False), (1, True), (1, True), (-1, False)):
        wheel(bytes_grid, place, notches, CTRL)
        assert message.isVisible() == shown
    assert [value for _, _, value in heard] == [101, 201, 255, 255, 155]
    wheel(bytes_grid, place, 5, CTRL)
    assert message.text() == "not from 0 to 255; 255 is kept"
    QApplication.sendEvent(bytes_grid, QEvent(QEvent.Type.Leave))
    assert not message.isVisible()


def test_a_drag_stops_at_the_end_and_says_so_until_it_ends(bytes_grid, qtbot):
    heard = []
    bytes_grid.pixel_edited.connect(lambda *args: heard.append(args[:3]))
    start = centre(bytes_grid, 0, 0)
    qtbot.mousePress(bytes_grid, Qt.MouseButton.LeftButton, ALT, start)
    move(bytes_grid, start + QPoint(0, 60))
    assert heard == [(0, 0, 0.0)]
    assert bytes_grid.editing.editor.message.text() == "not from 0 to 255; 0 is kept"
    assert bytes_grid.editing.editor.message.isVisible()
    qtbot.mouseRelease(bytes_grid, Qt.MouseButton.LeftButton, ALT, start)
    assert not bytes_grid.editing.editor.message.isVisible()
