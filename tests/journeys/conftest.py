import pytest
from PySide6.QtCore import QSettings

from convviz.app.preferences import Preferences
from convviz.app.window.main_window import MainWindow
from convviz.pages.lab.page import LabPage


@pytest.fixture
def window(qtbot, tmp_path, answers):
    """The window with its Lab; ``answers``, of each module, are what a person says to its dialogs."""
    preferences = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    shown = MainWindow(preferences, LabPage, dialogs=answers)
    shown.resize(1280, 800)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.shut_down()
    shown.close()
    shown.deleteLater()
