"""The window as a start opens it, with all its pages; afterwards everything is at 100 % again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings

from convviz.app.application import open_window


@pytest.fixture
def window(qapp, qtbot):
    """The real window with the X in the Lab."""
    QSettings().clear()
    look = qapp.font(), qapp.palette(), qapp.styleSheet()
    window = open_window(qapp)
    window.resize(1366, 700)
    window.show()
    qtbot.waitExposed(window)
    with qtbot.waitSignal(window.files.opened):
        window.files.open_sample("x")
    qtbot.waitUntil(lambda: window.page("lab").result is not None)
    yield window
    window.preferences.text_size = 100
    window.preferences.language = "en"
    qapp.processEvents()  # Qt tells every window of another language later
    window.shut_down()
    window.deleteLater()
    qapp.setFont(look[0])
    qapp.setPalette(look[1])
    qapp.setStyleSheet(look[2])
