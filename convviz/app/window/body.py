"""What the window is made of, and where its parts are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from convviz.app.actions import Actions
from convviz.app.window.menus import Menus
from convviz.views.window.message_band import MessageBand
from convviz.views.window.rail import Rail
from convviz.views.window.start_page import StartPage
from convviz.views.window.status_strip import StatusStrip
from convviz.views.window.tool_bar import TopBar


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
