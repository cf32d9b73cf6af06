"""Items of layouts are Qt's: what Python holds of one must not outlive it."""

from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

import convviz
from convviz.views.base.boxes import in_row, items_of


def test_an_item_is_let_go_of_and_its_widget_and_inner_layout_are_kept(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    inner, label = in_row(QLabel()), QLabel("a")
    grid = QGridLayout(widget)
    grid.addWidget(label, 0, 0)
    grid.addLayout(inner, 1, 0)
    seen = list(items_of(grid))
    assert [shiboken6.isValid(item) for item in seen] == [False, True]
    assert shiboken6.isValid(label)
    assert inner.count() == 1
    assert [item.widget() for item in items_of(grid)] == [label, None]


def test_items_of_layouts_are_asked_for_there_alone():
    package = Path(convviz.__file__).parent
    asking = [path.name for path in package.rglob("*.py") if "itemAt" in path.read_text("utf-8")]
    assert asking == ["boxes.py"]
