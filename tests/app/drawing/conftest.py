"""The Lab in the program's window, and a hand that draws on its input."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from convviz.app.application import _lab
from convviz.app.preferences import Preferences
from convviz.app.window.main_window import MainWindow
from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import Settings
from convviz.document.state.state import DocumentState
from tests.app.conftest import FakeDialogs

LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
NONE = Qt.KeyboardModifier.NoModifier
PLAIN = Settings(Kernel([[2.0]]))
"""Every output is twice its input."""


class Hand:
    """Real presses and keys on the input of the Lab."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.page: Any = window.page("lab")
        self.card = self.page.stages.cards["input"]
        self.picture, self.bar = self.card.picture, self.card.drawing

    def shows(self, image: Image, **settings: Any) -> None:
        """Open a picture and draw on it."""
        self.window.document.open(DocumentState(image, replace(PLAIN, **settings)))
        self.window.show_page("lab")
        self.settle()
        if not self.page.view.canvas.on:
            QTest.mouseClick(self.card.draw_button, LEFT)
        self.settle()

    def settle(self) -> None:
        """Wait for what is computed."""
        QApplication.processEvents()
        assert self.page.changes.wait_idle()
        assert self.page.queue.wait_idle()

    def tool(self, name: str, value: str = "") -> None:
        """Take a tool, and type its value."""
        QTest.mouseClick(self.bar.tools.button(name), LEFT)
        if value:
            self.bar.value.setFocus()
            self.bar.value.selectAll()
            QTest.keyClicks(self.bar.value, value)
            QTest.keyClick(self.bar.value, Qt.Key.Key_Return)

    def at(self, row: float, column: float) -> QPoint:
        """The middle of a cell, also of one beside the picture."""
        return self.picture.viewport().to_screen(row + 0.5, column + 0.5).toPoint()

    def drag(self, *cells: tuple[float, float]) -> None:
        """Press on the first cell, move over the others, let go."""
        QTest.mousePress(self.picture, LEFT, pos=self.at(*cells[0]))
        for cell in cells[1:]:
            self.move(self.at(*cell))
        QTest.mouseRelease(self.picture, LEFT, pos=self.at(*cells[-1]))
        self.settle()

    def move(self, place: QPoint) -> None:
        """The pointer moves with the left button held."""
        at = QPointF(place)
        where = QPointF(self.picture.mapToGlobal(place))
        none = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(QEvent.Type.MouseMove, at, where, Qt.MouseButton.NoButton, LEFT, none)
        QApplication.sendEvent(self.picture, event)

    def click(self, row: int, column: int, button: Any = LEFT, keys: Any = NONE) -> None:
        """A click on a cell."""
        QTest.mouseClick(self.picture, button, keys, pos=self.at(row, column))
        self.settle()

    def keys(self, *pressed: Qt.Key) -> None:
        """Keys, wherever the focus is."""
        for key in pressed:
            QTest.keyClick(QApplication.focusWidget(), key)
        self.settle()

    def types(self, text: str, *then: Qt.Key) -> None:
        """A text, key by key."""
        for letter in text:
            QTest.keyClicks(QApplication.focusWidget(), letter)
        self.keys(*then)

    def values(self) -> list[Any]:
        """The numbers of the document's picture."""
        return self.window.document.state.image.values.tolist()  # type: ignore[union-attr]

    def output(self) -> list[Any]:
        """What the Lab shows as the convolution."""
        return self.page.view.pictures.result.convolution.tolist()


@pytest.fixture
def hand(qtbot: QtBot, preferences: Preferences, dialogs: FakeDialogs, tmp_path: Path) -> Iterator[Hand]:
    preferences.folder = tmp_path
    window = MainWindow(preferences, _lab, dialogs=dialogs)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Hand(window)
    window.shut_down()
    window.deleteLater()
