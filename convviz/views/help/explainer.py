"""Explanations on hover and by "What's this?": one object that listens to the controls that have one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWhatsThisClickedEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QWhatsThis,
    QWidget,
)

from convviz.views.base import theme
from convviz.views.base.painted import PaintedParts
from convviz.views.base.plain import has_markup_tip, show_markup_tip
from convviz.views.help.menus import MenuExplainer
from convviz.views.help.told import KEY, Told, as_html

Texts = Callable[[], Mapping[str, Told]]
ITEMS = "explained items"
"""Name of the property that says which explanations the choices of a combo box have."""

_Role = Qt.ItemDataRole


class Explainer(QObject):
    """Shows what a control is for.

    ``texts`` makes all explanations in the language of the moment; `explain` ties a widget to one of them.
    ``term_wanted(term)`` follows a click on the word of the glossary in a "What's this?" text.
    """

    term_wanted = Signal(str)

    def __init__(self, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = texts
        self.menus = MenuExplainer(texts, self)
        self.menus.term_wanted.connect(self.term_wanted)

    def explain(self, widget: QWidget, key: str) -> None:
        """Let ``widget`` be explained by ``key``; its choices or entries by ``key/choice``."""
        if widget.property(KEY) != key:
            widget.setProperty(KEY, key)
            widget.installEventFilter(self.menus if isinstance(widget, QMenu) else self)
            if isinstance(widget, QLabel):
                widget.setCursor(Qt.CursorShape.PointingHandCursor)  # a click opens the glossary

    def told(self, widget: QWidget) -> Told | None:
        """What ``widget`` is for, or None where nobody says."""
        key = widget.property(KEY)
        return self._texts().get(str(key)) if key else None

    def told_choice(self, box: QComboBox, index: int) -> Told | None:
        """What the choice at ``index`` of a combo box means; several alike may share one text."""
        key, data = str(box.property(KEY)), box.itemData(index)
        texts = self._texts()
        return texts.get(f"{key}/{data}") or texts.get(f"{key}/*")

    def html(self, widget: QWidget, *, link: bool = False) -> str:
        """The explanation of ``widget`` as HTML: with its name, and the present choice of a combo box."""
        told = self.told(widget)
        if told is None:
            return ""
        tokens, ratio = theme.tokens(widget), widget.devicePixelRatioF()
        own = "" if has_markup_tip(widget) else widget.toolTip()
        name = own or ("" if isinstance(widget, PaintedParts) else widget.accessibleName())
        html = as_html(told, tokens, name=name, link=link, ratio=ratio)
        if isinstance(widget, QComboBox) and (choice := self.told_choice(widget, widget.currentIndex())):
            html += as_html(choice, tokens, link=link, ratio=ratio)
        return html

    def show_at(self, widget: QWidget) -> bool:
        """Show "What's this?" of ``widget``, as for the mouse; False where it has none."""
        html = self.html(widget, link=True)
        if html:
            QWhatsThis.showText(widget.mapToGlobal(QPoint(0, widget.height())), html, widget)
        return bool(html)

    def explain_focused(self) -> None:
        """Say what the control with the focus is for; without one, let a click choose."""
        widget = QApplication.focusWidget()
        while widget is not None and not widget.property(KEY):
            widget = None if widget.isWindow() else widget.parentWidget()
        if widget is None or not self.show_at(widget):
            QWhatsThis.enterWhatsThisMode()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ToolTip:
            return self._on_hover(watched, event)
        if kind == QEvent.Type.QueryWhatsThis:
            event.accept()
            return True
        if kind == QEvent.Type.WhatsThis and isinstance(watched, QWidget) and isinstance(event, QHelpEvent):
            QWhatsThis.showText(event.globalPos(), self.html(watched, link=True), watched)
            return True
        if kind == QEvent.Type.WhatsThisClicked and isinstance(event, QWhatsThisClickedEvent):
            QWhatsThis.hideText()
            self.term_wanted.emit(event.href())
            return True
        if kind == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self._on_label(watched, event)
        if kind in (QEvent.Type.Enter, QEvent.Type.FocusIn) and isinstance(watched, QComboBox):
            self._explain_choices(watched)
        return False

    def _on_label(self, watched: QObject, event: QMouseEvent) -> None:
        """A click on a word of the page opens the glossary there."""
        told = self.told(watched) if isinstance(watched, QLabel) else None
        if told is not None and told.term and event.button() == Qt.MouseButton.LeftButton:
            self.term_wanted.emit(told.term)

    def _on_hover(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QWidget) or not isinstance(event, QHelpEvent):
            return False
        if isinstance(watched, PaintedParts) and watched.tip_at(event.pos().toPointF()):
            return False  # the value that is pointed at says more
        if has_markup_tip(watched):
            return False  # as does that of a picture
        html = self.html(watched)
        if html:
            show_markup_tip(event.globalPos(), html, watched)
        return bool(html)

    def _explain_choices(self, box: QComboBox) -> None:
        """Give each entry its tooltip, in the language and theme of the moment."""
        tokens = theme.tokens(box)
        state = f"{tokens.dark} {box.locale().name()} {[box.itemText(i) for i in range(box.count())]}"
        if box.property(ITEMS) == state:
            return
        box.setProperty(ITEMS, state)
        for index in range(box.count()):
            told = self.told_choice(box, index)
            if told is not None:
                box.setItemData(index, as_html(told, tokens, name=box.itemText(index)), _Role.ToolTipRole)


class Attachment(QObject):
    """Ties the controls of a page to the explanations of their paths; again when controls come later."""

    def __init__(self, explainer: Explainer, page: QWidget, prefix: str, keys: list[str]) -> None:
        super().__init__(page)
        self._explainer, self._prefix, self._keys = explainer, prefix, keys
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.attach)
        self.attach()

    def attach(self) -> None:
        """Look for the controls of every path."""
        for key in self._keys:
            path = key.removeprefix(self._prefix)
            for widget in found(self.parent(), path):
                self._explainer.explain(widget, key)
            menu = path.rpartition("/")[0]
            for widget in found(self.parent(), menu) if menu else ():
                if isinstance(widget, QMenu):
                    self._explainer.explain(widget, f"{self._prefix}{menu}")

    def follow(self, *containers: QWidget) -> None:
        """Look again whenever one of these gets children."""
        for container in containers:
            container.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ChildAdded:
            self._later.start(0)
        return False


def found(owner: object, path: str) -> list[QWidget]:
    """The widgets at a path such as ``cards[*].more_button`` or ``operation/correlate``; none is no error.

    ``[*]`` and ``.*`` stand for all entries of a dictionary, a list or an object, ``[Close]`` for a standard
    button of a row of buttons, ``.menu`` for the menu of a button, and ``#name`` for menus of that name.
    """
    owners: list[object] = [owner]
    steps = [step for step in path.replace("[", ".[").replace("/", "./").split(".") if step]
    for step in steps:
        owners = [child for one in owners for child in _children(one, step)]
    return [one for one in owners if isinstance(one, QWidget)]


def _children(owner: object, step: str) -> list[object]:
    if step.startswith("/"):
        keys = getattr(owner, "_keys", ())
        button = getattr(owner, "button", None)
        wanted = [key for key in keys if step in (f"/{key}", "/*")]
        return [button(key) for key in wanted] if callable(button) else []
    if step.startswith("#") and isinstance(owner, QWidget):
        return list(owner.findChildren(QMenu, step[1:], Qt.FindChildOption.FindDirectChildrenOnly))
    if step == "menu" and isinstance(owner, QPushButton | QToolButton):
        return [owner.menu()]
    if step.startswith("["):
        name = step[1:-1]
        if isinstance(owner, QDialogButtonBox):
            return [owner.button(QDialogButtonBox.StandardButton[name])]
        entries = (
            owner.items()
            if isinstance(owner, dict)
            else enumerate(owner if isinstance(owner, list | tuple) else ())
        )
        return [value for key, value in entries if name in ("*", str(key))]
    if step == "*":
        return list(vars(owner).values()) if hasattr(owner, "__dict__") else []
    child = getattr(owner, step, None)
    return [] if child is None else [child]
