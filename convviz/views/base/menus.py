"""Entries of menus, made so that Python holds what it made for as long as the menu lives.

What `QMenu.addAction` and `QMenu.addMenu` make of a text belongs to Qt alone, and Python is given an object
for it whenever it asks. That object counts as "already deleted", though its entry is still on the screen,
once Python lets go of another such object in which it was found. A person cannot do that, only code that
looks through the window: `findChildren` of something that Qt itself has made, forgotten at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


def add_action(menu: QMenu, text: str = "", slot: Callable[..., Any] | None = None) -> QAction:
    """A new entry at the menu's end, which belongs to the menu; ``slot`` is called when it is chosen."""
    action = QAction(text, menu)
    if slot is not None:
        action.triggered.connect(slot)
    menu.addAction(action)
    return action


def add_menu(menu: QMenu, title: str = "") -> QMenu:
    """A new menu within the menu, at its end, which belongs to it."""
    inner = QMenu(title, menu)
    menu.addMenu(inner)
    return inner
