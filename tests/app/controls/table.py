"""A table of controls: what a person does with each, and what is different then."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from convviz.views.controls.choices import Segmented
from convviz.views.kernel.grid.cell_editor import CellEditor

LEFT = Qt.MouseButton.LeftButton
KINDS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)


def nothing(_page: Any) -> None:
    """Needs no preparation."""


@dataclass(frozen=True)
class Row:
    """A control, by its path from the page; "a/1" is the button "1" of the joined buttons ``a``.

    ``look(page)`` is ``wanted`` after the gesture, and is not before it.
    """

    control: str
    gesture: Callable[[Any], object]
    look: Callable[[Any], object]
    wanted: object
    before: Callable[[Any], object] = nothing

    def run(self, page: Any) -> None:
        """Do it, and look."""
        self.before(page)
        control = found(page, self.control)
        reach(control)
        before = self.look(page)
        self.gesture(control)
        QApplication.processEvents()
        after = self.look(page)
        assert before != self.wanted == after, (
            f"{self.control}: {before!r}, then {after!r}, not {self.wanted!r}"
        )


def groups(rows: Sequence[Row]) -> list[Any]:
    """The rows of each part of a page, one after the other in the same window."""
    parts: dict[str, list[Row]] = {}
    for row in rows:
        parts.setdefault(row.control.split(".")[0], []).append(row)
    return [pytest.param(part, id=name) for name, part in parts.items()]


def found(page: Any, path: str) -> Any:
    """The control at a path such as ``cards[input].picture`` or ``header.channels/1``."""
    for name, key, segment in re.findall(r"(\w+)(?:\[(\w+)\])?(?:/(\w+))?", path):
        page = getattr(page, name)
        if key:
            page = page[int(key) if key.isdigit() else key]
        if segment:
            page = page.button(segment)
    return page


def reach(control: QWidget) -> None:
    """A person can see it and use it."""
    area = control.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        area.ensureWidgetVisible(control)
    assert control.isVisible(), f"nobody sees {control}"
    assert control.isEnabled(), f"{control} is grey"


def controls(page: QWidget) -> set[QWidget]:
    """Whatever on a page can be clicked, typed into or dragged; not the parts of Qt's own controls."""
    inner = (QAbstractSpinBox, QLineEdit)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    within = (QScrollBar, CellEditor, Segmented)  # of joined buttons, each counts
    every = [one for one in page.findChildren(QWidget) if not isinstance(one, within)]
    painted = [one for one in every if type(one).__module__.startswith("convviz.") and _takes_keys(one)]
    plain = [one for one in every if isinstance(one, KINDS) and not isinstance(one.parentWidget(), inner)]
    return {*painted, *plain}


def _takes_keys(widget: QWidget) -> bool:
    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value) and widget.focusProxy() is None


# What is done


def click(control: QWidget, at: QPoint | None = None) -> None:
    """A click in the middle, or at a place."""
    QTest.mouseClick(control, LEFT, pos=at or control.rect().center())


def keys(*pressed: Qt.Key) -> Callable[[QWidget], None]:
    """Keys, one after the other."""

    def press(control: QWidget) -> None:
        control.setFocus()
        for key in pressed:
            QTest.keyClick(control, key)

    return press


def typed(text: str) -> Callable[[Any], None]:
    """A text in the place of what is there, and Enter."""

    def write(control: Any) -> None:
        control.setFocus()
        control.selectAll()
        QTest.keyClicks(control, text)
        QTest.keyClick(control, Qt.Key.Key_Return)

    return write


def chosen(at: int) -> Callable[[QWidget], None]:
    """The entry of a combo box, with the keys; Home belongs to the film on Step."""
    return keys(*[Qt.Key.Key_Up] * 9, *[Qt.Key.Key_Down] * at)


def from_menu(at: int) -> Callable[[Any], None]:
    """The entry of a button's own menu, with the keys."""

    def pick(button: Any) -> None:
        menu = button.menu()
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        for _ in range(at + 1):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    return pick
