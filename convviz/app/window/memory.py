"""The window's place and the divisions of its pages, remembered from one start to the next."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from convviz.app.preferences import Preferences

FIRST_SIZE = QSize(1440, 900)


def save(window: QMainWindow, preferences: Preferences) -> None:
    """Remember where ``window`` is and how its named splitters are divided."""
    preferences.set_bytes("geometry", window.saveGeometry())
    for splitter in window.findChildren(QSplitter):
        if splitter.objectName():
            preferences.set_bytes(splitter.objectName(), splitter.saveState())
    preferences.flush()


def restore(window: QMainWindow, preferences: Preferences) -> None:
    """Put ``window`` where it was; the first time it takes its full size, or what the screen has."""
    geometry = preferences.bytes("geometry")
    if geometry.isEmpty() or not window.restoreGeometry(geometry):
        screen = window.screen().availableGeometry()
        window.resize(FIRST_SIZE.boundedTo(screen.size() * 0.94))
    restore_splitters(window, preferences)


def restore_splitters(widget: QWidget, preferences: Preferences) -> None:
    """Divide the named splitters in ``widget`` as they were; pages that are built later ask again."""
    for splitter in widget.findChildren(QSplitter):
        state = preferences.bytes(splitter.objectName()) if splitter.objectName() else None
        if state is not None and not state.isEmpty():
            splitter.restoreState(state)
