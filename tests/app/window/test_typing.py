"""Keys go where the focus is, in the real window; messages move nothing and leave when they are past."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from convviz.app.application import _lab
from convviz.app.preferences import Preferences
from convviz.app.window.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, preferences: Preferences) -> Iterator[MainWindow]:
    """The window with its Lab and the X."""
    shown = MainWindow(preferences, _lab)
    shown.resize(1440, 900)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    with qtbot.waitSignal(shown.files.opened):
        shown.files.open_sample("x")
    shown.page("lab")
    yield shown
    shown.shut_down()
    shown.deleteLater()


def test_undo_works_while_a_number_box_has_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    form = window.page("lab").kernel_panel.form
    before = window.document.settings.kernel
    form.rows.setFocus()
    qtbot.keyClick(form.rows, Qt.Key.Key_Up)
    assert window.document.settings.kernel.size == (4, 3)
    qtbot.keyClick(form.rows, Qt.Key.Key_Z, CTRL)
    assert window.document.settings.kernel == before
    qtbot.keyClick(form.rows, Qt.Key.Key_Y, CTRL)
    assert window.document.settings.kernel.size == (4, 3)


def test_weights_are_pasted_where_the_grid_has_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    grid = window.page("lab").kernel_panel.grid
    QGuiApplication.clipboard().setText("1\t2\n3\t4\n5\t6")
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_V, CTRL)
    assert window.document.settings.kernel.weights.tolist() == [[1, 2], [3, 4], [5, 6]]
    assert window.band.text() == ""
    qtbot.keyClick(grid, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().split() == ["1", "2", "3", "4", "5", "6"]


def test_a_message_moves_nothing_and_follows_the_window(qtbot: QtBot, window: MainWindow) -> None:
    place = window.stack.geometry()
    window.band.show_message("error", "The file cannot be read. " * 20)
    assert window.stack.geometry() == place
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: window.band.width() == window.stack.width())
    assert window.band.geometry().topLeft() == window.body.place.geometry().topLeft()
    assert window.band.height() >= window.band.heightForWidth(window.band.width())


def test_a_note_goes_with_the_next_edit_and_an_error_with_the_next_saving(window: MainWindow) -> None:
    window.band.show_message("info", "The clipboard holds no picture and no file.")
    window.document.edit_settings("Stride", stride=(2, 1))
    assert window.band.text() == ""
    window.band.show_message("error", "There is no room on the disk.")
    window.document.edit_settings("Stride", stride=(1, 1))
    assert window.band.kind() == "error"
    window.document.mark_saved()
    assert window.band.text() == ""


def test_undo_in_a_cell_takes_back_what_is_typed_then_leaves_it_then_is_the_windows(qtbot, window):
    grid, document = window.page("lab").kernel_panel.grid, window.document
    document.edit_settings("Bias", bias=3.0)
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_4)
    qtbot.keyClick(grid.editor, Qt.Key.Key_5)
    assert grid.editor.text() == "45"
    while grid.editor.isUndoAvailable() and grid.editor.isModified():
        qtbot.keyClick(grid.editor, Qt.Key.Key_Z, CTRL)
        assert grid.editor.is_open()
    qtbot.keyClick(grid.editor, Qt.Key.Key_Z, CTRL)
    assert not grid.editor.is_open()
    assert document.settings.bias == 3.0
    qtbot.keyClick(grid, Qt.Key.Key_Z, CTRL)
    assert document.settings.bias == 0.0
