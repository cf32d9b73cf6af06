"""The parts of the window: where they are, how F6 walks through them, how their sizes are remembered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from convviz.app.actions import Actions
from convviz.app.preferences import Preferences
from convviz.app.window.menus import Menus
from convviz.views.window.messages import MessageBand, StatusStrip
from convviz.views.window.rail import Rail
from convviz.views.window.start_page import StartPage
from convviz.views.window.tool_bar import TopBar

FIRST_SIZE = QSize(1440, 900)


class WindowBody(QWidget):
    """The rail at the left; beside it, from the top: tools, message, pages, status."""

    def __init__(self, actions: Actions, menus: Menus, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that no button has the focus to begin with
        self.rail = Rail(self)
        self.bar = TopBar(menus.main, self)
        self.band = MessageBand(self)
        self.start_page = StartPage(self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.start_page)
        self.strip = StatusStrip(self)
        self._fill_bar(actions, menus)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.band)
        column.addWidget(self.stack, 1)
        column.addWidget(self.strip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)

    def _fill_bar(self, actions: Actions, menus: Menus) -> None:
        for action in (actions.open, actions.paste, actions.save):
            self.bar.add_action(action)
        self.bar.add_separator()
        self.bar.add_action(actions.undo)
        self.bar.add_action(actions.redo)
        self.bar.add_separator()
        self.bar.add_menu(actions.export, menus.export)


def save_place(window: QMainWindow, preferences: Preferences) -> None:
    """Remember where ``window`` is and how its named splitters are divided."""
    preferences.set_bytes("geometry", window.saveGeometry())
    for splitter in window.findChildren(QSplitter):
        if splitter.objectName():
            preferences.set_bytes(splitter.objectName(), splitter.saveState())
    preferences.flush()


def restore_place(window: QMainWindow, preferences: Preferences) -> None:
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


def focus_next(regions: Sequence[QWidget], forward: bool = True) -> None:
    """Move the focus from the region it is in to the next one; hidden regions are passed over."""
    shown = [region for region in regions if region.isVisible() and region.isEnabled()]
    if not shown:
        return
    focused = QApplication.focusWidget()
    here = next((i for i, region in enumerate(shown) if _holds(region, focused)), None)
    if here is None:
        place = 0 if forward else len(shown) - 1
    else:
        place = (here + (1 if forward else -1)) % len(shown)
    target = first_stop(shown[place])
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)


def first_stop(region: QWidget) -> QWidget:
    """Where the focus lands in a region: the region itself or the first widget in it that takes keys."""
    if region.focusPolicy() & Qt.FocusPolicy.TabFocus or region.focusProxy() is not None:
        return region
    widget = region.nextInFocusChain()
    while widget is not None and widget is not region:
        takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_keys and region.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
            return widget
        widget = widget.nextInFocusChain()
    return region


def _holds(region: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (region is focused or region.isAncestorOf(focused))
