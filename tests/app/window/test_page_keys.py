"""The pages are reached by Ctrl and their number, from the View menu too, and the sheet of keys says so."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from convviz.app.dialogs.help import ShortcutsSheet


def test_ctrl_and_a_number_shows_that_page(qtbot, window):
    window.add_page("step", "Step", "step", QWidget(), needs_picture=False)
    window.add_page("network", "Network", "network", QWidget(), needs_picture=False)
    window.activateWindow()
    for key, name in ((Qt.Key.Key_3, "network"), (Qt.Key.Key_2, "step"), (Qt.Key.Key_1, "lab")):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.rail.current() == name


def test_the_view_menu_and_the_rail_name_the_keys(window):
    window.add_page("step", "Step", "step", QWidget(), needs_picture=False)
    first = window.menus.view.actions()[:3]
    assert [(one.text(), one.shortcut().toString()) for one in first] == [
        ("Lab", "Ctrl+1"),
        ("Step", "Ctrl+2"),
        ("", ""),
    ]
    first[1].trigger()
    assert window.rail.current() == "step"
    tips = [entry.toolTip() for entry in window.rail._entries.values()]
    assert tips == ["Lab (Ctrl+1)", "Step (Ctrl+2)"]


def test_the_sheet_lists_them(window):
    window.show_shortcuts()
    sheet = window.findChild(ShortcutsSheet)
    texts = [label.text() for label in sheet.findChildren(QLabel)]
    assert texts[texts.index("Ctrl+1") + 1] == "Lab"
    assert {"Kernel", "Pictures", "Step", "Network"} <= set(texts)
    sheet.close()


def test_a_page_that_cannot_be_so_low_scrolls(qtbot, window):
    tall, low = QWidget(), QWidget()
    low.least_height = 0
    window.add_page("tall", "Tall", "step", tall, needs_picture=False)
    window.add_page("low", "Low", "step", low, needs_picture=False)
    window.resize(960, 480)
    window.show_page("tall")
    place = window.body.place
    qtbot.waitUntil(lambda: tall.height() == 550)
    assert place.verticalScrollBar().maximum() == 550 - place.viewport().height() > 0
    window.show_page("low")
    qtbot.waitUntil(lambda: low.height() == place.viewport().height())
