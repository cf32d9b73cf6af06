import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication

from convviz.core.kernels.kernel import Kernel
from convviz.views.base import theme

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def drag(grid, row, column, up, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press on a cell, move up by so many pixels, let go."""
    start = QPointF(grid.cell_rect(row, column).center())
    end = start - QPointF(0, up)
    for kind, place, buttons in (
        (QEvent.Type.MouseButtonPress, start, LEFT),
        (QEvent.Type.MouseMove, end, LEFT),
        (QEvent.Type.MouseButtonRelease, end, Qt.MouseButton.NoButton),
    ):
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
        event = QMouseEvent(kind, place, QPointF(grid.mapToGlobal(place)), button, buttons, modifiers)
        QApplication.sendEvent(grid, event)


def test_arrow_keys_move_and_stop_at_the_rim(qtbot, panel):
    grid = panel.grid
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Right, KEY.Key_Down, KEY.Key_Up, KEY.Key_Up):
        qtbot.keyClick(grid, key)
    assert grid.cell() == (0, 2)


def test_typing_starts_an_edit_and_enter_takes_it_and_goes_down(qtbot, panel):
    grid = panel.grid
    grid.set_cell(0, 1)
    qtbot.keyClicks(grid, "-")
    assert grid.editor.isVisible()
    qtbot.keyClicks(grid.editor, "2,5")
    qtbot.keyClick(grid.editor, KEY.Key_Return)
    assert panel.said == [([[1, -2.5, -1], [2, 0, -2], [1, 0, -1]], "")]
    assert not grid.editor.isVisible()
    assert grid.cell() == (1, 1)


def test_tab_takes_a_number_and_goes_on_in_the_next_row(qtbot, panel):
    grid = panel.grid
    grid.set_cell(0, 2)
    qtbot.keyClicks(grid, "7")
    qtbot.keyClick(grid.editor, KEY.Key_Tab)
    assert panel.said[-1][0][0] == [1, 0, 7]
    assert grid.cell() == (1, 0)


def test_escape_leaves_the_weight_as_it_was(qtbot, panel):
    qtbot.keyClicks(panel.grid, "7")
    qtbot.keyClick(panel.grid.editor, KEY.Key_Escape)
    assert panel.said == []
    assert not panel.grid.editor.isVisible()


def test_bad_text_is_refused_beside_the_cell_and_the_weight_stays(qtbot, panel):
    grid = panel.grid
    grid.set_cell(1, 0)
    qtbot.keyClicks(grid, "1")
    qtbot.keyClicks(grid.editor, ",5x")
    assert grid.editor.message.isVisible()
    assert grid.editor.message.text() == "not a number; 2 is kept"
    assert grid.editor.property("invalid") is True
    qtbot.keyClick(grid.editor, KEY.Key_Return)
    assert grid.editor.isVisible()
    assert panel.said == []
    panel.form.bias.setFocus()
    qtbot.keyClick(grid.editor, KEY.Key_Escape)
    assert not grid.editor.message.isVisible()
    assert grid.value((1, 0)) == 2


def test_a_number_that_is_too_large_is_refused_too(qtbot, panel):
    panel.grid.set_cell(1, 0)
    qtbot.keyClicks(panel.grid, "1")
    qtbot.keyClicks(panel.grid.editor, "e13")
    qtbot.keyClick(panel.grid.editor, KEY.Key_Return)
    assert panel.grid.editor.message.text() == "not from \u22121e+12 to 1e+12; 2 is kept"
    assert panel.said == []


def test_leaving_the_cell_takes_what_was_typed(qtbot, panel):
    panel.activateWindow()
    qtbot.keyClicks(panel.grid, "8")
    panel.form.bias.setFocus()
    assert panel.said[0][0][0] == [8, 0, -1]


def test_delete_makes_zero(qtbot, panel):
    qtbot.keyClick(panel.grid, KEY.Key_Delete)
    assert panel.said == [([[0, 0, -1], [2, 0, -2], [1, 0, -1]], "")]


@pytest.mark.parametrize(
    ("modifiers", "value"),
    [
        (Qt.KeyboardModifier.NoModifier, -3.0),
        (Qt.KeyboardModifier.ControlModifier, -2.1),
        (Qt.KeyboardModifier.ShiftModifier, -12.0),
    ],
)
def test_the_wheel_changes_the_weight_under_it(panel, wheel, modifiers, value):
    wheel(panel.grid, 1, 2, -1, modifiers)
    assert panel.said[-1][0][1][2] == value
    assert panel.grid.cell() == (1, 2)


def test_wheeling_on_is_one_gesture_and_its_end_is_said(qtbot, panel, wheel):
    with qtbot.waitSignal(panel.edit_finished, timeout=5000):
        wheel(panel.grid, 0, 0, 1)
        wheel(panel.grid, 0, 0, 1)
    (first, key), (second, same) = panel.said
    assert (first[0][0], second[0][0]) == (2, 3)
    assert key == same != ""


def test_parts_of_a_notch_add_up(panel, wheel):
    for _ in range(3):
        wheel(panel.grid, 0, 1, 1, delta=40)
    assert [weights[0][1] for weights, _ in panel.said] == [1]


def test_page_keys_do_what_the_wheel_does(qtbot, panel):
    qtbot.keyClick(panel.grid, KEY.Key_PageUp)
    qtbot.keyClick(panel.grid, KEY.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    assert [weights[0][0] for weights, _ in panel.said] == [2, -8]


def test_dragging_up_adds_one_every_eight_pixels_and_says_when_it_ends(qtbot, panel):
    with qtbot.waitSignal(panel.edit_finished):
        drag(panel.grid, 0, 0, 24)
    assert panel.said == [([[4, 0, -1], [2, 0, -2], [1, 0, -1]], "weight 0 0 drag")]


def test_dragging_with_ctrl_is_ten_times_finer(panel):
    drag(panel.grid, 0, 0, -16, Qt.KeyboardModifier.ControlModifier)
    assert panel.said[-1][0][0][0] == 0.8


def test_a_plain_click_only_moves_the_ring(qtbot, panel):
    qtbot.mouseClick(panel.grid, LEFT, pos=panel.grid.cell_rect(2, 1).center())
    assert (panel.grid.cell(), panel.said) == ((2, 1), [])


def test_a_double_click_edits(qtbot, panel):
    qtbot.mouseDClick(panel.grid, LEFT, pos=panel.grid.cell_rect(1, 2).center())
    assert panel.grid.editor.isVisible()
    assert panel.grid.editor.text() == "\u22122"


def test_pointing_names_the_place_in_the_window(qtbot, panel):
    taps = []
    panel.tap_pointed.connect(taps.append)
    qtbot.mouseMove(panel.grid, panel.grid.cell_rect(0, 1).center())
    qtbot.mouseMove(panel.grid, panel.grid.cell_rect(2, 2).center())
    QApplication.sendEvent(panel.grid, QEvent(QEvent.Type.Leave))
    assert taps == [(0, 1), (2, 2), None]


def test_a_turned_kernel_stands_below_the_one_that_is_edited(qtbot, panel):
    turned = panel.area.turned
    assert not turned.isVisible()
    panel.set_kernel(Kernel([[1, 2], [3, 4], [5, 6]]))
    panel.set_turned(True)
    assert turned.isVisible()
    assert turned.weights().tolist() == [[6, 5], [4, 3], [2, 1]]
    assert panel.grid.value((0, 0)) == 1
    panel.grid.set_cell(0, 0)
    qtbot.keyClick(panel.grid, KEY.Key_Delete)
    assert panel.said == [([[0, 2], [3, 4], [5, 6]], "")]
    assert turned.weights().tolist() == [[6, 5], [4, 3], [2, 0]]


def test_pointing_at_a_weight_names_its_place_in_the_window_also_when_it_is_turned(qtbot, panel):
    taps = []
    panel.tap_pointed.connect(taps.append)
    panel.set_kernel(Kernel([[1, 2], [3, 4], [5, 6]]))
    panel.set_turned(True)
    qtbot.mouseMove(panel.grid, panel.grid.cell_rect(0, 0).center())
    assert taps[-1] == (2, 1)
    panel.set_pointed_tap((0, 1))
    assert panel.grid._pointed == (2, 0)
    assert panel.area.turned._pointed == (0, 1)


def test_the_ring_stays_inside_a_smaller_kernel(panel):
    panel.grid.set_cell(2, 2)
    panel.grid.set_weights(np.ones((1, 2)))
    assert panel.grid.cell() == (0, 1)


def test_a_screen_reader_hears_row_column_and_value(panel):
    panel.grid.set_cell(1, 2)
    assert panel.grid.accessibleName() == "Kernel weight row 2, column 3: \u22122"


def test_colours_are_symmetric_about_zero(qtbot, qapp, panel):
    qapp.setPalette(theme.palette(theme.LIGHT))
    picture = panel.grid.grab().toImage()

    def corner(row, column):
        return picture.pixelColor(panel.grid.cell_rect(row, column).topLeft() + QPoint(4, 4))

    stops = theme.LIGHT.signed_cells
    assert corner(1, 0) == QColor(stops[-1])
    assert corner(1, 1) == QColor(stops[8])
    assert corner(1, 2) == QColor(stops[0])
    assert corner(0, 0) == QColor(stops[12])
