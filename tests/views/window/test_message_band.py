from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from convviz.views.base.icons import IconButton
from convviz.views.window.messages import MessageBand


@pytest.fixture
def band(qtbot):
    widget = MessageBand()
    qtbot.addWidget(widget)
    return widget


def test_an_error_stays_until_it_is_closed(qtbot, band):
    band.show_message("error", "a.png does not exist.")
    assert (band.kind(), band.text()) == ("error", "a.png does not exist.")
    with qtbot.waitSignal(band.closed):
        qtbot.mouseClick(band.findChild(IconButton), Qt.MouseButton.LeftButton)
    assert (band.kind(), band.text()) == ("", "")


def test_work_can_be_cancelled_but_not_closed(qtbot, band):
    band.show_message("busy", "Opening a.png…")
    assert band.findChild(IconButton).isHidden()
    with qtbot.waitSignal(band.cancel_wanted):
        qtbot.mouseClick(band.findChild(QPushButton), Qt.MouseButton.LeftButton)


def test_the_end_of_work_does_not_take_an_error_away(band):
    band.show_message("error", "a.png does not exist.")
    band.clear("busy")
    assert band.kind() == "error"
    band.clear()
    assert band.kind() == ""


def test_only_the_sentence_that_is_no_longer_true_is_withdrawn(band):
    band.show_message("error", "Something else")
    band.withdraw("It ended")
    assert band.text() == "Something else"
    band.withdraw("Something else")
    assert band.text() == ""
