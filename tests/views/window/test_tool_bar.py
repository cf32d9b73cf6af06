from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from convviz.views.window.tool_bar import TopBar


@pytest.fixture
def parent(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(600, 44)
    return widget


@pytest.fixture
def bar(parent):
    widget = TopBar(QMenu(parent), parent)
    widget.resize(600, 44)
    parent.show()
    return widget


def test_a_button_does_what_its_action_does(qtbot, bar):
    action = QAction("Undo", bar)
    button = bar.add_action(action)
    with qtbot.waitSignal(action.triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    action.setEnabled(False)
    assert not button.isEnabled()


def test_a_click_leaves_the_focus_where_the_work_is(bar):
    assert bar.add_action(QAction("Undo", bar)).focusPolicy() == Qt.FocusPolicy.TabFocus


def test_a_long_title_is_shortened_and_told_in_full(bar):
    title = "A very long name of a picture " * 9
    bar.set_title(title)
    assert bar.title() == title
    label = next(child for child in bar.findChildren(QWidget) if child.toolTip() == title)
    assert "…" in label.text()
    assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()
