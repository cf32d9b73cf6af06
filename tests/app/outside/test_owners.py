"""Who deletes widgets: Qt, with their parents. Python deletes the window alone, which it holds to the end.

A widget that belongs to Python may be deleted by the collector in the middle of an event, and with it the
child that is just handling it.
"""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from typing import Any, ClassVar

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from convviz.app import application
from convviz.app.preferences import Preferences
from convviz.app.window.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, preferences: Preferences) -> Iterator[MainWindow]:
    """The program's window with all its pages, and everything open that it opens by itself."""
    shown = MainWindow(preferences, application._lab)
    shown.add_page_later("step", "Step", "step", lambda: application._step(shown))
    shown.add_page_later(
        "network", "Network", "network", lambda: application._network(shown), needs_picture=False
    )
    shown.show()
    qtbot.waitExposed(shown)
    with qtbot.waitSignal(shown.files.opened):
        shown.files.open_sample("x")
    for key in shown.pages.names():
        shown.show_page(key)
    shown.show_page("lab")
    yield shown
    shown.shut_down()
    shown.close()
    shown.deleteLater()


def test_only_the_window_belongs_to_python(qapp: QApplication, window: MainWindow) -> None:
    window.show_shortcuts()
    window.show_glossary("")
    window.exporter.export_figure()
    window.exporter.fill(window.menus.export)
    owned = [one for one in qapp.allWidgets() if shiboken6.ownedByPython(one)]
    assert owned == [window]
    for one in qapp.topLevelWidgets():
        if one is not window and one.isVisible():
            one.close()


class Collecting(QWidget):
    """Lets the collector run while it handles a change of language, as it may at any time."""

    whole: ClassVar[list[bool]] = []

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            above = weakref.ref(self.parentWidget())
            gc.collect()
            self.whole.append(above() is not None)


@pytest.fixture
def afterwards() -> Iterator[None]:
    yield
    assert Collecting.whole == [True]


def test_what_a_test_leaves_lives_while_its_last_events_pass(afterwards: None, qtbot: QtBot) -> None:
    """pytest-qt lets them pass after the test has let go of everything."""
    widget: Any = QWidget()
    widget.itself = widget
    Collecting(widget)
    qtbot.addWidget(widget)
    QApplication.postEvent(widget, QEvent(QEvent.Type.LanguageChange))
