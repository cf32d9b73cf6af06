"""Layouts in one call: every item goes where it was named, with its stretch, its place and its room."""

import pytest
from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from convviz.views.base.boxes import STRETCH, in_column, in_row


@pytest.fixture
def panel(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(200, 100)
    return widget


def test_a_row_on_a_widget_holds_widgets_layouts_and_room(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    labels = [QLabel(text, parent) for text in "abc"]
    inner = in_column(labels[2])
    right = Qt.AlignmentFlag.AlignRight
    row = in_row((labels[0], 2), 7, (labels[1], 0, right), (inner, 1), STRETCH,
                 on=parent, margins=(1, 2, 3, 4), spacing=5)  # fmt: skip
    assert parent.layout() is row
    assert isinstance(row, QHBoxLayout)
    assert (row.contentsMargins(), row.spacing()) == (QMargins(1, 2, 3, 4), 5)
    assert [row.stretch(index) for index in range(row.count())] == [2, 0, 0, 1, 1]
    assert row.itemAt(1).spacerItem().sizeHint().width() == 7
    assert row.itemAt(2).widget() is labels[1]
    assert row.itemAt(2).alignment() == right
    assert row.itemAt(3).layout() is inner


def test_what_is_not_said_is_the_same_everywhere(qtbot):
    row, column = in_row(), in_column()
    assert isinstance(column, QVBoxLayout)
    assert (column.count(), column.spacing(), row.spacing()) == (0, 6, 8)
    assert column.contentsMargins() == row.contentsMargins() == QMargins(0, 0, 0, 0)


def test_a_row_gives_the_room_to_the_one_that_grows(panel, qtbot):
    first, second = QLabel("a"), QLabel("b")
    in_row(first, (second, 1), on=panel, spacing=10, margins=(5, 0, 7, 0))
    panel.show()
    qtbot.waitExposed(panel)
    assert first.x() == 5
    assert second.x() == first.x() + first.width() + 10
    assert second.x() + second.width() == 193
    assert first.width() == first.sizeHint().width()


def test_stretch_takes_up_the_room_in_a_column(panel, qtbot):
    first, inner, last = QLabel("a"), QLabel("b"), QLabel("c")
    in_column(first, in_row(inner), STRETCH, last, on=panel)
    panel.show()
    qtbot.waitExposed(panel)
    assert (first.y(), inner.y()) == (0, first.height() + 6)
    assert last.y() + last.height() == 100
