"""Layouts in one call: every item goes where it was named, with its stretch, its place and its room."""

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from convviz.views.base.boxes import STRETCH, in_column, in_row


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


def test_what_is_not_said_stays_as_qt_has_it(qtbot):
    column = in_column()
    assert isinstance(column, QVBoxLayout)
    assert (column.count(), column.spacing()) == (0, QVBoxLayout().spacing())
    assert column.contentsMargins() == QVBoxLayout().contentsMargins()
