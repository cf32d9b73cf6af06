"""Pages as they are first seen: an empty Lab, Step on the X with its result, Network on a blank sheet."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from convviz.document.document import Document
from convviz.pages.lab.page import LabPage
from convviz.pages.network.page.page import NetworkPage
from convviz.pages.step.page import StepPage
from convviz.paths import resource

CONVNET = resource("models", "convnet_tutorial.keras")


class Hand:
    """Real clicks and keys on a Step page."""

    def __init__(self, page: StepPage) -> None:
        self._page = page

    def settle(self) -> None:
        """Wait for the result of the document's state."""
        assert self._page.queue.wait_idle()

    def choose(self, key: str) -> None:
        """An example, paused at its beginning."""
        self._page.choose_example(key)
        self.settle()
        self._page.player.pause()

    def cell(self) -> tuple[int, int]:
        """The output cell on show."""
        moment = self._page.film.moment(self._page.player.position)
        return moment.row, moment.column

    def landed(self) -> int:
        """How many cells of the output are filled."""
        mask = self._page.cards.output.grid._landed
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


@pytest.fixture
def lab_page(qtbot: QtBot) -> Iterator[LabPage]:
    """The Lab in front, before a picture is opened."""
    document = Document()
    page = LabPage(document)
    document.setParent(page)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.show()
    qtbot.waitExposed(page)
    yield page
    page.shut_down()


class TalkingPage(NetworkPage):
    """A Network page that keeps what it said to the window: (kind, text)."""

    said: list[tuple[str, str]]


@pytest.fixture
def network_page(qtbot: QtBot) -> Iterator[TalkingPage]:
    """The page as it is first seen, with nothing on the paper."""
    page = TalkingPage(Document())
    qtbot.addWidget(page)
    page.resize(1384, 830)
    page.said = []
    page.message.connect(lambda kind, text: page.said.append((kind, text)))
    page.show()
    qtbot.waitExposed(page)
    yield page
    page.shut_down()


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A network of somebody who has the bundled one under another name."""
    return Path(shutil.copy(CONVNET, tmp_path / "mine.keras"))


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Path]:
    """A copy whose description or members a function has changed."""

    def write(change: Callable[[Any, dict[str, Any]], object], name: str = "other.keras") -> Path:
        with zipfile.ZipFile(CONVNET) as archive:
            members: dict[str, Any] = {one: archive.read(one) for one in archive.namelist()}
        description = json.loads(members["config.json"])
        change(description, members)
        members["config.json"] = json.dumps(description)
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as archive:
            for member, data in members.items():
                archive.writestr(member, data)
        return path

    return write
