from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from convviz.app.preferences import Preferences
from convviz.app.window.main_window import MainWindow
from tests.app.conftest import FakePage


class DividedPage(FakePage):
    """A page with two halves that can be divided anew."""

    def __init__(self, document, parent):
        super().__init__(document, parent)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("lab-splitter")
        for _ in range(2):
            self.splitter.addWidget(QWidget(self.splitter))


def started(qtbot, tmp_path):
    preferences = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    window = MainWindow(preferences, DividedPage)
    qtbot.addWidget(window)
    window.show()
    return window


def test_size_and_divisions_are_as_they_were_left(qtbot, tmp_path):
    first = started(qtbot, tmp_path)
    first.resize(first.minimumWidth(), 707)  # no wider than a screen of tests
    first.page("lab").splitter.resize(400, 300)
    first.page("lab").splitter.setSizes([220, 70])
    divided = first.page("lab").splitter.saveState()
    first.close()
    second = started(qtbot, tmp_path)
    assert second.size() == first.size()
    assert second.height() == 707
    assert second.page("lab").splitter.saveState() == divided
    second.close()
