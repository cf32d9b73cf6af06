"""The small pieces of panels: labels, buttons, scroll areas, bars, and children placed by hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from convviz.views.controls.pieces import (
    Placed,
    ShareBar,
    outlined_button,
    role_label,
    scrolled,
    write_button,
)


@pytest.fixture
def panel(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(200, 100)
    return widget


def show(panel, qtbot):
    panel.show()
    qtbot.waitExposed(panel)


def test_labels_and_buttons_have_what_the_stylesheet_asks_for(panel):
    label, button = role_label("caption", panel, wraps=True), outlined_button(panel)
    assert (label.property("role"), label.wordWrap()) == ("caption", True)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert not role_label("title", panel).wordWrap()
    write_button(button, "Open", "Look inside")
    assert (button.property("outlined"), button.text(), button.toolTip()) == (True, "Open", "Look inside")


def test_an_upright_scroll_area_gives_its_width(panel, qtbot):
    inside = QLabel("a")
    inside.setMinimumHeight(300)
    area = scrolled(inside, panel, upright=True)
    area.resize(150, 80)
    show(panel, qtbot)
    assert inside.width() == area.viewport().width()
    assert area.verticalScrollBar().maximum() == 300 - area.viewport().height()
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_bar_shows_a_share_while_there_is_one(panel):
    bar = ShareBar(panel)
    bar.set_share(0.25)
    assert (bar.value(), bar.isHidden()) == (bar.maximum() // 4, False)
    bar.set_share(None)
    assert bar.isHidden()


def test_children_are_placed_at_every_size(panel, qtbot):
    class Half(Placed, QWidget):
        def __init__(self, parent):
            super().__init__(parent)
            self.child = QWidget(self)

        def arrange(self):
            self.child.setGeometry(0, 0, self.width() // 2, self.height())

    half = Half(panel)
    show(panel, qtbot)
    for width in (80, 120):
        half.resize(width, 20)
        assert half.child.width() == width // 2
