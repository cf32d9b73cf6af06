"""The live input of the Lab: its feed, the bar below the Input, its keys, and keeping one of its pictures."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from convviz.document.document import Document
from convviz.document.live.feed import LiveFeed, Moving
from convviz.document.live.source import LiveSource
from convviz.document.state.state import DocumentState, Pin
from convviz.views.base.texts import edit_name
from convviz.views.stages.live_bar import LiveBar


class LiveInput(QObject):
    """Puts the pictures of a camera or a video in the place of the document's own, which stays as it is.

    ``arrived()``: there is a new picture to be shown. ``changed()``: `moving` says something else.
    ``turned(title)``: it begins, or ends with "". ``failed(error)``: why nothing (more) comes. No picture is
    an edit of the document and none is kept, unless a person asks for it with `keep`.
    """

    arrived = Signal()
    changed = Signal()
    turned = Signal(str)
    failed = Signal(object)

    def __init__(self, document: Document, bar: LiveBar | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.feed = feed = LiveFeed(self)
        feed.began.connect(self.turned)
        feed.arrived.connect(self.arrived)
        feed.changed.connect(self.changed)
        feed.ended.connect(self._on_ended)
        feed.failed.connect(self.failed)
        if bar is not None:
            bar.toggled.connect(feed.toggle)
            bar.keep_wanted.connect(self.keep)
            bar.end_wanted.connect(feed.end)
            bar.sought.connect(self._on_sought)
            bar.loop_toggled.connect(self._on_loop)

    @property
    def is_on(self) -> bool:
        """Whether a picture of it is on show."""
        return self.feed.is_on

    @property
    def moving(self) -> Moving | None:
        """What is to be said of it."""
        return self.feed.moving

    @property
    def is_running(self) -> bool:
        """Whether the next picture is on its way: what takes long is not worth its while."""
        moving = self.feed.moving
        return moving is not None and moving.is_running

    def over(self, state: DocumentState) -> DocumentState:
        """The state as it is shown: with the moving picture in it, if there is one."""
        return self.feed.over(state)

    def begin(self, source: LiveSource) -> None:
        """Show a camera or a video as soon as its first picture is there."""
        self.feed.begin(source)

    def set_pin(self, pin: Pin | None) -> None:
        """Pin a cell of the moving picture; pins of the document's picture stay where they are."""
        self.feed.pin = pin

    def keep(self) -> None:
        """Make the picture on show the document's own, which can be undone; the camera is released."""
        image, pin = self.feed.image, self.feed.pin
        if image is None:
            return
        self._document.seal()
        self._document.edit(edit_name("keep picture"), image=image, pin=pin, title="")
        self.feed.end()

    def follow(self, old: DocumentState, new: DocumentState, why: str) -> None:
        """End it where another picture is opened, or comes back with Undo."""
        if self.feed.source is not None and (new.image is not old.image or why == "open"):
            self.feed.end()

    def on_key(self, event: QKeyEvent) -> bool:
        """Space freezes the picture or lets it go on, Esc ends it; whether the key was one of these."""
        if not self.is_on or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.feed.toggle()
        elif event.key() == Qt.Key.Key_Escape:
            self.feed.end()
        else:
            return False
        return True

    def close(self) -> None:
        """Release the camera (before the window goes away)."""
        self.feed.end()

    def _on_ended(self) -> None:
        self.turned.emit("")

    def _on_sought(self, milliseconds: int) -> None:
        if self.feed.source is not None:
            self.feed.source.seek(milliseconds)

    def _on_loop(self, loops: bool) -> None:
        if self.feed.source is not None:
            self.feed.source.set_loops(loops)
