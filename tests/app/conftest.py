"""A window that works on settings of its own, with a page that only listens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from convviz.app.dialogs.dialogs import Dialogs, SaveAnswer
from convviz.app.preferences import Preferences
from convviz.app.window.main_window import MainWindow


class FakeDialogs(Dialogs):
    """Gives prepared answers and notes what was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.path: Path | None = None
        self.embed: bool | None = True
        self.answer = SaveAnswer.CANCEL
        self.table: str | None = None
        self.chosen: tuple[int, ...] | None = None
        self.asked: list[str] = []

    def open_file(self, parent, title, folder, filters):
        self.asked.append("open")
        return self.path

    def save_file(self, parent, title, start, filters):
        self.asked.append("save")
        self.start = start
        return self.path

    def embed_picture(self, parent, embed):
        self.asked.append("embed")
        return self.embed

    def table_as(self, parent, name, size):
        self.asked.append(f"table {name} {size}")
        return self.table

    def channels(self, parent, name, count):
        self.asked.append(f"channels {name} {count}")
        return self.chosen

    def save_changes(self, parent, title):
        self.asked.append("changes")
        return self.answer


class FakePage(QWidget):
    """Stands in for the Lab."""

    status_changed = Signal(str)
    info_changed = Signal(str)
    message = Signal(str, str)

    def __init__(self, document, parent):
        super().__init__(parent)
        self.document = document
        self.exported: list[tuple[str, str]] = []
        self.kernels: list[str] = []
        self.first, self.second = QLineEdit(self), QLineEdit(self)
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)

    def focus_regions(self):
        return [self.first, self.second]

    def export_stages(self):
        return [("convolution", "Convolution")]

    def export_stage(self, stage, path):
        self.exported.append((stage, path))

    def open_kernel(self, path):
        self.kernels.append(path)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def window(qtbot, preferences: Preferences, dialogs: FakeDialogs) -> Iterator[MainWindow]:
    shown = MainWindow(preferences, FakePage, dialogs=dialogs)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.shut_down()
    shown.deleteLater()
