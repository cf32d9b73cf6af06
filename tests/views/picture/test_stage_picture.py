"""Pointing, clicking, dragging, wheel and keys on a stage's picture."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from convviz.core.explain.links import Cells
from convviz.views.base.colours import ColourScale
from convviz.views.picture.scene import Highlight
from convviz.views.picture.stage_picture import StagePicture


@pytest.fixture
def grid(screen, plain_content):
    """Four rows and seven columns of cells as a number grid."""
    screen.show(plain_content(np.zeros((4, 7)), ColourScale.signed(1)))
    return screen


@pytest.fixture(autouse=True)
def heard(screen):
    """Everything that the picture says."""
    screen.told, screen.clicks = [], []
    screen.picture.pointed.connect(screen.told.append)
    screen.picture.clicked.connect(lambda row, column, clicks=screen.clicks: clicks.append((row, column)))


def centre(screen, row, column):
    return screen.point(row + 0.5, column + 0.5)


def wheel(picture, point, notches):
    where = QPointF(point)
    event = QWheelEvent(
        where,
        picture.mapToGlobal(where),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(picture, event)


def test_moving_points_at_cells_as_row_and_column(grid, qtbot):
    for row, column in ((0, 6), (3, 1)):
        qtbot.mouseMove(grid.picture, centre(grid, row, column))
    assert grid.told == [(0, 6), (3, 1)]


def test_staying_in_a_cell_says_nothing_new(grid, qtbot):
    qtbot.mouseMove(grid.picture, centre(grid, 1, 1))
    qtbot.mouseMove(grid.picture, centre(grid, 1, 1) + QPoint(3, 3))
    assert grid.told == [(1, 1)]


def test_beside_the_cells_and_outside_nothing_is_pointed_at(grid, qtbot):
    qtbot.mouseMove(grid.picture, centre(grid, 1, 1))
    qtbot.mouseMove(grid.picture, centre(grid, -1, 1))
    qtbot.mouseMove(grid.picture, centre(grid, 1, 1))
    QApplication.sendEvent(grid.picture, QEvent(QEvent.Type.Leave))
    assert grid.told == [(1, 1), None, (1, 1), None]


def test_a_click_names_its_cell(grid, qtbot):
    qtbot.mouseClick(grid.picture, Qt.MouseButton.LeftButton, pos=centre(grid, 2, 5))
    assert grid.clicks == [(2, 5)]


def test_clicks_beside_the_cells_and_with_other_buttons_pin_nothing(grid, qtbot):
    qtbot.mouseClick(grid.picture, Qt.MouseButton.LeftButton, pos=centre(grid, -1, 5))
    qtbot.mouseClick(grid.picture, Qt.MouseButton.RightButton, pos=centre(grid, 2, 5))
    qtbot.mouseClick(grid.picture, Qt.MouseButton.MiddleButton, pos=centre(grid, 2, 5))
    assert grid.clicks == []


def test_dragging_pans_and_is_no_click(grid, qtbot):
    grid.view.set_scale(90)
    before = grid.view.to_screen(0, 0)
    start = QPoint(150, 150)
    qtbot.mousePress(grid.picture, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(grid.picture, start + QPoint(-30, -20))
    qtbot.mouseRelease(grid.picture, Qt.MouseButton.LeftButton, pos=start + QPoint(-30, -20))
    assert grid.view.to_screen(0, 0) - before == QPointF(-30, -20)
    assert grid.clicks == []


def test_an_unsteady_hand_still_clicks(grid, qtbot):
    start = centre(grid, 1, 3)
    qtbot.mousePress(grid.picture, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(grid.picture, start + QPoint(2, 1))
    qtbot.mouseRelease(grid.picture, Qt.MouseButton.LeftButton, pos=start + QPoint(2, 1))
    assert grid.clicks == [(1, 3)]


def test_the_wheel_zooms_around_the_pointer(screen, plain_content):
    screen.show(plain_content(np.zeros((60, 80), np.uint8)))
    screen.view.set_scale(40)
    selection = QPoint(211, 97)
    before = screen.view.to_ruler(QPointF(selection))
    wheel(screen.picture, selection, 1)
    assert screen.view.scale == 50
    assert (screen.view.to_ruler(QPointF(selection)) - before).manhattanLength() < 2 / 50
    assert screen.told[-1] == (int(before.y()), int(before.x()))
    wheel(screen.picture, selection, -1)
    assert screen.view.scale == 40


def test_arrow_keys_move_the_pointed_cell_and_stop_at_the_edge(grid, qtbot):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, *[Qt.Key.Key_Right] * 5):
        qtbot.keyClick(grid.picture, key)
    assert grid.told == [(2, 3), (2, 4), (1, 4), (1, 5), (1, 6)]
    qtbot.keyClick(grid.picture, Qt.Key.Key_Left)
    assert grid.told[-1] == (1, 5)


def test_enter_pins_the_pointed_cell(grid, qtbot):
    qtbot.keyClick(grid.picture, Qt.Key.Key_Return)
    assert grid.clicks == []
    grid.picture.set_pointed((3, 6))
    qtbot.keyClick(grid.picture, Qt.Key.Key_Return)
    qtbot.keyClick(grid.picture, Qt.Key.Key_Enter)
    assert grid.clicks == [(3, 6), (3, 6)]


def test_a_cell_that_no_longer_exists_is_not_pinned(grid, qtbot, plain_content):
    grid.picture.set_pointed((3, 6))
    grid.show(plain_content(np.zeros((2, 2)), ColourScale.signed(1)))
    qtbot.keyClick(grid.picture, Qt.Key.Key_Return)
    assert grid.clicks == []


def test_plus_minus_and_nought_zoom(grid, qtbot):
    fitted = grid.view.scale
    qtbot.keyClicks(grid.picture, "-")
    assert grid.view.scale == pytest.approx(fitted / 1.25)
    qtbot.keyClicks(grid.picture, "++")
    assert grid.view.scale == pytest.approx(fitted * 1.25)
    qtbot.keyClicks(grid.picture, "0")
    assert grid.view.scale == fitted
    assert grid.view.fitted


def test_arrow_keys_bring_the_cell_into_view(screen, plain_content, qtbot):
    screen.show(plain_content(np.zeros((50, 50), np.uint8)))
    screen.view.set_scale(40)
    for _ in range(12):
        qtbot.keyClick(screen.picture, Qt.Key.Key_Down)
    cell = screen.picture.content().cell_rect(36, 25)
    assert screen.view.visible().contains(cell)


def test_other_keys_are_left_to_the_window(grid):
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_A, 0x416):  # the last one is a Cyrillic letter's
        event = QKeyEvent(QEvent.Type.KeyPress, int(key), Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(grid.picture, event)
        assert not event.isAccepted()
    assert grid.told == grid.clicks == []


def test_setters_do_not_announce(grid, qtbot):
    with qtbot.assertNotEmitted(grid.picture.pointed):
        grid.picture.set_pointed((1, 1))
        grid.picture.set_highlights([Highlight("out", Cells((0,), (0,)))])
        grid.picture.set_greyed(True)
        grid.picture.set_content(None)


def test_without_a_picture_nothing_can_be_pointed_at(screen, qtbot):
    qtbot.mouseMove(screen.picture, QPoint(100, 100))
    qtbot.mouseClick(screen.picture, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.keyClick(screen.picture, Qt.Key.Key_Down)
    assert screen.told == screen.clicks == []


def test_pictures_of_one_ruler_zoom_together(screen, qtbot, plain_content):
    other = StagePicture(screen.view)
    qtbot.addWidget(other)
    other.resize(screen.picture.size())
    content = plain_content(np.zeros((50, 80), np.uint8))
    screen.show(content)
    other.set_content(content)
    wheel(screen.picture, QPoint(60, 60), 3)
    selection = QPointF(200, 100)
    assert other.cell_at(selection) == screen.picture.cell_at(selection) is not None
