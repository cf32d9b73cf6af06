from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from convviz.views.window.rail import Rail


@pytest.fixture
def rail(qtbot):
    widget = Rail()
    qtbot.addWidget(widget)
    widget.add_page("lab", "Lab", "lab")
    widget.add_page("step", "Step", "step")
    widget.set_current("lab")
    widget.resize(56, 600)
    widget.show()
    widget.activateWindow()
    return widget


def test_a_click_wishes_for_the_page(qtbot, rail):
    with qtbot.waitSignal(rail.page_chosen) as chosen:
        qtbot.mouseClick(rail.entry("step"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["step"]
    assert rail.current() == "step"


def test_showing_a_page_announces_nothing(qtbot, rail):
    with qtbot.assertNotEmitted(rail.page_chosen):
        rail.set_current("step")
    assert rail.current() == "step"


def test_arrow_keys_move_and_space_chooses(qtbot, rail):
    rail.entry("lab").setFocus()
    qtbot.keyClick(rail.entry("lab"), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rail.entry("step")
    with qtbot.waitSignal(rail.page_chosen):
        qtbot.keyClick(rail.entry("step"), Qt.Key.Key_Space)
    qtbot.keyClick(rail.entry("step"), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rail.theme_button


def test_the_foot_has_its_own_wishes(qtbot, rail):
    for button, request in (
        (rail.theme_button, rail.theme_wanted),
        (rail.help_button, rail.help_wanted),
        (rail.settings_button, rail.settings_wanted),
    ):
        with qtbot.waitSignal(request):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert button.accessibleName()
