"""A Step page on the X, with its result computed, and the hand of a person on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from convviz.document.document import Document
from convviz.pages.step_page import StepPage


class Hand:
    """Real clicks and keys on a Step page."""

    def __init__(self, page: StepPage) -> None:
        self._page = page

    def settle(self) -> None:
        """Wait for the result of the document's state."""
        assert self._page.queue.wait_idle()

    def choose(self, key: str) -> None:
        """An example, paused at its beginning."""
        self._page.lessons.choose(key)
        self.settle()
        self._page.player.pause()

    def cell(self) -> tuple[int, int]:
        """The output cell on show."""
        moment = self._page.film.moment(self._page.player.position)
        return moment.row, moment.column

    def landed(self) -> int:
        """How many cells of the output are filled."""
        mask = self._page.cards.output.grid.landed()
        assert mask is not None
        return int(mask.sum())

    def press(self, key: Qt.Key) -> None:
        """A key, wherever the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self._page, key)

    def grid_point(self, row: int, column: int, *, output: bool = True) -> QPoint:
        """The middle of a grid's cell."""
        grid = self._page.cards.output.grid if output else self._page.cards.input.grid
        content = grid.content()
        assert content is not None
        centre = content.cell_rect(row, column).center()
        return self._page.cards.viewport.to_screen(centre.y(), centre.x()).toPoint()

    def go_to(self, row: int, column: int) -> None:
        """Click an output cell."""
        QTest.mouseClick(
            self._page.cards.output.grid, Qt.MouseButton.LeftButton, pos=self.grid_point(row, column)
        )

    def guess(self, text: str) -> None:
        """Type a guess, and Enter."""
        edit = self._page.cards.sum.predict_box().edit
        edit.setFocus()
        QTest.keyClicks(edit, text)
        QTest.keyClick(edit, Qt.Key.Key_Return)


@pytest.fixture
def step(qtbot: QtBot) -> Iterator[StepPage]:
    """The page as it is first seen: the X lesson is set up, and here it is paused at its beginning."""
    page = StepPage(Document())
    page.resize(1384, 830)
    page.prepare()
    page.show()
    qtbot.waitExposed(page)
    assert page.queue.wait_idle()
    page.player.pause()
    page.player.first()
    yield page
    page.shut_down()
    page.close()
    page.deleteLater()


@pytest.fixture
def hand(step: StepPage) -> Hand:
    """What a person does on that page."""
    return Hand(step)
