"""Explanations of the entries of menus: on hover, with F1 or Shift+F1 in the menu, and by "What's this?"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QHelpEvent, QKeyEvent, QMouseEvent, QWhatsThisClickedEvent
from PySide6.QtWidgets import QMenu, QWhatsThis

from convviz.views.base import theme
from convviz.views.base.plain import show_markup_tip
from convviz.views.help.told import KEY, Told, as_html


class MenuExplainer(QObject):
    """Listens to menus. An entry is explained by the menu's key and its own name, a menu in it by its key.

    ``texts`` makes all explanations; ``term_wanted(term)`` follows a click on the word of the glossary.
    """

    term_wanted = Signal(str)

    def __init__(self, texts: Callable[[], Mapping[str, Told]], parent: QObject) -> None:
        super().__init__(parent)
        self._texts = texts

    def told(self, menu: QMenu, action: QAction) -> Told | None:
        """What an entry is for, or None where nobody says; several alike may share one text."""
        texts, inner, key = self._texts(), action.menu(), menu.property(KEY)
        if key is None:
            return None  # nobody listens to it
        if isinstance(inner, QMenu):
            return texts.get(str(inner.property(KEY)))
        return texts.get(f"{key}/{name_of(action)}") or texts.get(f"{key}/*")

    def html(self, menu: QMenu, action: QAction | None, *, link: bool = False) -> str:
        """The explanation of an entry as HTML; "" for none."""
        told = None if action is None else self.told(menu, action)
        if action is None or told is None:
            return ""
        ratio = menu.devicePixelRatioF()
        return as_html(told, theme.tokens(menu), name=action.toolTip(), link=link, ratio=ratio)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QMenu):
            return False
        if isinstance(event, QWhatsThisClickedEvent):
            QWhatsThis.hideText()
            watched.close()
            self.term_wanted.emit(event.href())
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            html = self.html(watched, watched.actionAt(event.pos()))
            if html:
                show_markup_tip(event.globalPos(), html, watched)
            return bool(html)
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F1:
            self._prepare(watched, watched.activeAction())
        elif isinstance(event, QMouseEvent) and QWhatsThis.inWhatsThisMode():
            self._prepare(watched, watched.actionAt(event.position().toPoint()))
        return False

    def _prepare(self, menu: QMenu, action: QAction | None) -> None:
        """Qt shows the text; it is written when it is asked for, so that opening a menu costs nothing."""
        if action is not None:
            action.setWhatsThis(self.html(menu, action, link=True))


def name_of(action: QAction) -> str:
    """What an entry is called in a path: what it carries, else its object name.

    >>> action = QAction()
    >>> action.setObjectName("undo")
    >>> name_of(action)
    'undo'
    """
    data = action.data()
    return data if isinstance(data, str) else action.objectName()
