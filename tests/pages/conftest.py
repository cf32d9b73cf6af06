"""A Step page on the X, with its result computed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from convviz.document.document import Document
from convviz.pages.step_page import StepPage


@pytest.fixture
def step(qtbot: QtBot) -> Iterator[StepPage]:
    """The page as it is first seen: the X lesson is set up, and here it is paused at its beginning."""
    page = StepPage(Document())
    page.resize(1384, 830)
    page.prepare()
    page.show()
    qtbot.waitExposed(page)
    settle(page)
    page.player.pause()
    page.player.first()
    yield page
    page.shut_down()
    page.close()
    page.deleteLater()


def settle(page: StepPage) -> None:
    """Wait for the result of the document's state."""
    assert page.queue.wait_idle()
