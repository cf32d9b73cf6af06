"""Fields change by the wheel only with the focus, and leave Undo to the window when nothing is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSlider, QVBoxLayout, QWidget

from convviz.views.controls.fields import FieldManners
from convviz.views.controls.number_box import DecimalBox, NumberBox


@pytest.fixture
def page(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.number, page.decimal, page.choice = (
        NumberBox(0, 9, page, value=5),
        DecimalBox(0, 9, page),
        QComboBox(page),
    )
    page.slider, page.line, page.other = QSlider(page), QLineEdit(page), QLineEdit(page)
    page.choice.addItems(["a", "b", "c"])
    page.choice.setCurrentIndex(1)
    page.decimal.show_value(5)
    page.slider.setRange(0, 9)
    page.slider.setValue(5)
    page.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column = QVBoxLayout(page)
    for field in (page.number, page.decimal, page.choice, page.slider, page.line, page.other):
        column.addWidget(field)
    page.undone, page.redone = [], []
    for key, list_ in (
        (QKeySequence.StandardKey.Undo, page.undone),
        (QKeySequence.StandardKey.Redo, page.redone),
    ):
        QShortcut(key, page).activated.connect(lambda told=list_: told.append(1))
    page.manners = FieldManners(page)
    page.manners.watch(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.other.setFocus()
    return page


def turn(field: QWidget) -> None:
    place = QPointF(field.rect().center())
    away = QPointF(field.mapToGlobal(place))
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(
        field, QWheelEvent(place, away, QPoint(), QPoint(0, -120), no_button, no_key, phase, False)
    )


def values(page):
    return page.number.value(), page.decimal.value(), page.choice.currentIndex(), page.slider.value()


def test_the_wheel_over_a_field_without_the_focus_changes_nothing(page):
    for field in (page.number, page.decimal, page.choice, page.slider):
        turn(field)
    assert values(page) == (5, 5.0, 1, 5)


@pytest.mark.parametrize(("name", "after"), [("number", 4), ("decimal", 4.0), ("choice", 2)])
def test_the_wheel_changes_the_field_with_the_focus(page, name, after):
    field = getattr(page, name)
    field.setFocus()
    turn(field)
    assert (field.currentIndex() if name == "choice" else field.value()) == after


def test_the_wheel_gives_no_field_the_focus(page):
    for field in (page.number, page.decimal, page.choice):
        assert not field.focusPolicy().value & 4  # the bit that WheelFocus has beyond StrongFocus


@pytest.mark.parametrize("name", ["number", "decimal", "line"])
def test_undo_takes_back_what_is_being_typed_before_the_window_s_step(qtbot, page, name):
    field = getattr(page, name)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(page.undone) == 1
    line = field if isinstance(field, QLineEdit) else field.lineEdit()
    line.selectAll()
    before = line.text()
    qtbot.keyClicks(field, "7")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (line.text(), len(page.undone)) == (before, 1)
    qtbot.keyClick(field, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert (line.text(), page.redone) == ("7", [])
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert (len(page.undone), len(page.redone)) == (2, 1)
