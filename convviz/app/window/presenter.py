"""Presenter mode: a card or two of the page over the whole screen, large enough for the last row."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from convviz.views.window.presenting import BlackScreen, PointerRing, PresenterFooter, PresenterHeader

if TYPE_CHECKING:
    from convviz.app.window.body import WindowBody

SIZES = ((1600, 200), (1200, 150), (0, 125))
"""The text size of presenter mode in percent, by the width of the screen from which on it is taken.

At 200 there are figures of 28 pixels and captions of 24; on a small screen they would leave no room.
"""

_KEYS = Qt.Key
_KINDS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


def text_size(width: int) -> int:
    """The text size of presenter mode, in percent, on a screen so many pixels wide.

    >>> text_size(1920), text_size(1366), text_size(1024)
    (200, 150, 125)
    """
    return next(size for least, size in SIZES if width >= least)


class Presenter(QObject):
    """Begins and ends presenter mode; what it changed is as before when it ends.

    A page takes part by ``presenting``, an object with ``cards()``: (key, title) of what can be shown;
    ``most``, how many of them at once; ``keep()``, called before anything changes its size;
    ``begin(width)``, which gives the keys of those it begins with; ``show(keys)``; ``turn(by)``, a step on
    or back; ``place()``, which step of how many; ``end()``. Where the page has a signal ``cards_changed``,
    the cards of ``first(width)`` follow it. ``text_size_wanted(percent)`` asks for the text
    size of the mode, and for the person's own at the end; ``changed(on)`` follows.
    """

    text_size_wanted = Signal(int)
    changed = Signal(bool)

    def __init__(
        self, body: WindowBody, current_page: Callable[[], QWidget], own_size: Callable[[], int]
    ) -> None:
        super().__init__(body)
        self._body, self._current, self._own_size = body, current_page, own_size
        self._page: Any = None
        self._before: Callable[[], None] | None = None
        self.header, self.footer = PresenterHeader(body), PresenterFooter(body)
        self.black, self.ring = BlackScreen(body.window()), PointerRing(body.window())
        for part in (self.header, self.footer, self.black):
            part.hide()
        body.column.insertWidget(0, self.header)
        body.column.addWidget(self.footer)
        self.footer.cards_chosen.connect(self._on_cards)

    @property
    def is_on(self) -> bool:
        """Whether a page is presented now."""
        return self._before is not None

    def can_begin(self) -> bool:
        """Whether the page on the screen has something to present."""
        return hasattr(self._current(), "presenting")

    def begin(self) -> None:
        """Present the page on the screen, if it has something to present."""
        if self.is_on or not self.can_begin():
            return
        body, window = self._body, self._body.window()
        page: Any = self._current()
        page.presenting.keep()
        state, size = window.windowState(), window.size()
        parts: tuple[QWidget, ...] = (body.rail, body.bar, body.strip)
        chrome = [part for part in parts if not part.isHidden()]
        focus = QApplication.focusWidget()

        def back() -> None:
            for part in (self.header, self.footer, self.black, self.ring):
                part.hide()
            self.text_size_wanted.emit(self._own_size())
            body.place.set_free(False)
            for one in chrome:
                one.show()
            window.setWindowState(state)
            if not state & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
                window.resize(size)
            if focus is not None and focus.isVisible():
                focus.setFocus()

        self._before = back
        for one in chrome:
            one.hide()
        body.place.set_free(True)
        self.text_size_wanted.emit(text_size(window.screen().size().width()))
        window.setWindowState(state | Qt.WindowState.WindowFullScreen)
        self.header.show()
        self.footer.show()
        self._take_page()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.changed.emit(True)

    def end(self) -> None:
        """Be as before; harmless when nothing is presented."""
        if self._before is None:
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        back, self._before = self._before, None
        back()
        layout = self._body.layout()
        if layout is not None:
            layout.activate()  # the page has its size again when it puts its parts back
        self._leave_page()
        self.changed.emit(False)

    def follow_page(self) -> None:
        """Another page is on the screen: present that one, or end where it has nothing to present."""
        if self._page is None or self._current() is self._page:
            return  # or it is just being taken
        if not self.can_begin():
            self.end()
            return
        self._leave_page()
        self._take_page()

    def _take_page(self) -> None:
        self._page = self._current()
        presenting = self._page.presenting
        self._show_cards(presenting.begin(self._body.width()))
        if hasattr(self._page, "cards_changed"):
            self._page.cards_changed.connect(self._on_new_cards)

    def _show_cards(self, shown: tuple[str, ...]) -> None:
        presenting = self._page.presenting
        self.footer.set_cards(presenting.cards(), shown, presenting.most)
        presenting.show(shown)
        self._show_place()

    def _on_new_cards(self) -> None:
        self._show_cards(self._page.presenting.first(self._body.width()))

    def _leave_page(self) -> None:
        page, self._page = self._page, None
        if page is not None:
            if hasattr(page, "cards_changed"):
                page.cards_changed.disconnect(self._on_new_cards)
            page.presenting.end()

    def _show_place(self) -> None:
        self.footer.set_place(*self._page.presenting.place())

    def _on_cards(self, keys: tuple[str, ...]) -> None:
        if self._page is not None:
            self._page.presenting.show(keys)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            window = self._body.window()
            self.ring.follow(window.mapFromGlobal(event.globalPosition().toPoint()))
        elif kind in _KINDS and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            return self._on_key(event)
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
            return False
        act = self._act(_KEYS(event.key()), event.modifiers())
        if act is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # else a shortcut of the page would take it
            return True
        act()
        return True

    def _act(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> Callable[[], object] | None:
        if modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        if self.black.isVisible():
            return self.black.hide
        if isinstance(QApplication.focusWidget(), QLineEdit) and key in (_KEYS.Key_B, _KEYS.Key_Escape):
            return None  # being typed into
        acts: dict[Qt.Key, Callable[[], object]] = {
            _KEYS.Key_PageDown: self._on, _KEYS.Key_PageUp: self._back,
            _KEYS.Key_B: self._go_black, _KEYS.Key_Escape: self.end,
        }  # fmt: skip
        return acts.get(key)

    def _on(self) -> None:
        self._page.presenting.turn(1)
        self._show_place()

    def _back(self) -> None:
        self._page.presenting.turn(-1)
        self._show_place()

    def _go_black(self) -> None:
        self.black.setGeometry(self._body.window().rect())
        self.black.show()
        self.black.raise_()
