"""A table of controls: what a person does with each, and what is different then."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, Qt
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
        assert self.look(page) != self.wanted, "it is so before anything is done"
        self.gesture(control)
        QApplication.processEvents()
        got = self.look(page)
        assert got == self.wanted, f"{got!r}"


def names(rows: Sequence[Row]) -> list[str]:
    """What the rows are called in a report."""
    return [f"{at} {row.control}" for at, row in enumerate(rows)]


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
    assert control.isVisible(), "nobody sees it"
    assert control.isEnabled(), "it is grey"


def controls(page: QWidget) -> set[QWidget]:
    """Whatever on a page can be clicked, typed into or dragged; not the parts of Qt's own controls."""
    inner = (QAbstractSpinBox, QLineEdit)
    every = [one for one in page.findChildren(QWidget) if not isinstance(one, (QScrollBar, CellEditor))]
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
    """The entry of a combo box, with the keys."""
    return keys(Qt.Key.Key_Home, *[Qt.Key.Key_Down] * at)


def from_menu(at: int) -> Callable[[Any], None]:
    """The entry of a button's own menu, with the keys."""

    def pick(button: Any) -> None:
        menu = button.menu()
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        for _ in range(at + 1):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    return pick
