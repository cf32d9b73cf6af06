"""Menus and their entries are made in Python: those that Qt makes were lost to Python while they were in use.

A soak in an X session found it: all actions that `QMenu.addAction(text)` had made were "already deleted" at
once, still in their menus, and the Lab went on with old results. Those made with a parent stayed.
"""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidgetAction
from shiboken6 import Shiboken

from convviz.app.application import open_window
from convviz.network.tensorflow.worker import Worker


def made_by_qt(window):
    """Titles of the menus, and texts of the entries, that Qt has made."""
    menus = window.findChildren(QMenu)
    actions = [action for menu in menus for action in menu.actions()]
    entries = [a for a in actions if not (a.isSeparator() or a.menu() or isinstance(a, QWidgetAction))]
    return [one.title() for one in menus if not Shiboken.createdByPython(one)] + [
        one.text() for one in entries if not Shiboken.createdByPython(one)
    ]


def test_no_menu_of_the_window_and_its_pages_is_made_by_qt(qapp, monkeypatch):
    monkeypatch.setattr(Worker, "start", lambda self: None)
    before = qapp.styleSheet(), qapp.palette(), qapp.font()
    window = open_window(qapp)
    for page in window.pages.names():
        window.page(page)
    window.menus.export.aboutToShow.emit()
    assert len(window.findChildren(QMenu)) > 10
    assert made_by_qt(window) == []
    window.menus.main.addMenu("Made by Qt").addAction("Made by Qt, too")
    assert made_by_qt(window) == ["Made by Qt", "Made by Qt, too"]
    window.shut_down()
    window.deleteLater()
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])
    qapp.setFont(before[2])
