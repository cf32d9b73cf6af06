"""A sentence across the window that blocks nothing: errors, notes, and work that can be cancelled."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import in_row
from convviz.views.base.icons import IconButton, pixmap
from convviz.views.base.painted import Adaptive
from convviz.views.base.stylesheet import restyle

MessageKind = Literal["error", "info", "busy"]

_ICONS = {"error": "warning", "info": "info", "busy": "clock"}
_COLOURS = {"error": "error", "info": "accent", "busy": "accent"}


class MessageBand(Adaptive, QFrame):
    """Shows one sentence under the top bar until it is closed or replaced.

    ``closed()`` follows the close button, ``cancel_wanted()`` the Cancel button of a busy message.
    """

    closed, cancel_wanted = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: MessageKind = "info"
        self._icon = QLabel(self)
        self._icon.setFixedSize(18, 18)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._cancel = QPushButton(self)
        self._close = IconButton("close", self, size=16)
        in_row(self._icon, (self._text, 1), self._cancel, self._close, on=self, margins=(theme.GAP, 4, 10, 5))
        self._cancel.clicked.connect(self.cancel_wanted)
        self._close.clicked.connect(self._on_close)
        self.retranslate()
        self.hide()

    def show_message(self, kind: MessageKind, text: str) -> None:
        """Show ``text``: an error, a note, or what is being done and can be cancelled."""
        self._kind = kind
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setProperty("band", kind)
        self._text.setProperty("role", "error" if kind == "error" else "body")
        self._cancel.setVisible(kind == "busy")
        self._close.setVisible(kind != "busy")
        restyle(self)
        restyle(self._text)
        self.restyle()
        self.show()

    def kind(self) -> str:
        """The kind of the sentence on show, or ""."""
        return "" if self.isHidden() else self._kind

    def text(self) -> str:
        """The sentence on show, or ""."""
        return "" if self.isHidden() else self._text.text()

    def clear(self, kind: MessageKind | None = None) -> None:
        """Take the sentence away; with ``kind`` only one of that kind."""
        if kind is None or kind == self._kind:
            self.hide()

    def withdraw(self, text: str) -> None:
        """Take the sentence ``text`` away, which is no longer true; another one stays."""
        if text == self.text():
            self.hide()

    def retranslate(self) -> None:
        self._cancel.setText(self.tr("Cancel"))
        self._close.set_help(self.tr("Close this message"))

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()

    def restyle(self) -> None:
        colour = theme.tokens(self).color(_COLOURS[self._kind])
        self._icon.setPixmap(pixmap(_ICONS[self._kind], colour, 18, self.devicePixelRatioF()))
