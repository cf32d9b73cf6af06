"""What the window says: a sentence across it, the strip at the bottom, a verdict that can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QToolButton, QWidget

from convviz.core.base.visible import visible
from convviz.views.base import theme
from convviz.views.base.boxes import in_column, in_row
from convviz.views.base.icons import IconButton, pixmap
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import PlainLabel, set_tip
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import restyle
from convviz.views.window.facts_label import FactsLabel

MessageKind = Literal["error", "info", "busy"]

_ICONS = {"error": "warning", "info": "info", "busy": "clock"}
_COLOURS = {"error": "error", "info": "accent", "busy": "accent"}


class MessageBand(Adaptive, QFrame):
    """Shows one sentence over the top of what is below the bar, until it is closed or replaced.

    It lies over the page (`lie_over`): nothing moves away under the pointer. ``closed()`` follows
    the close button, ``cancel_wanted()`` the Cancel button of a busy message.
    """

    closed, cancel_wanted = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: MessageKind = "info"
        self._place: QWidget | None = None
        self._icon = PlainLabel(self)
        self._icon.setFixedSize(px(18), px(18))
        self._text = PlainLabel(self)
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

    def lie_over(self, place: QWidget) -> None:
        """Stay at the top of ``place``, a sibling, as wide as it is."""
        self._place = place
        place.installEventFilter(self)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._settle()
        return False

    def _settle(self) -> None:
        if self._place is not None and not self.isHidden():
            place = self._place.geometry()
            self.setGeometry(place.x(), place.y(), place.width(), self.heightForWidth(place.width()))
            self.raise_()

    def show_message(self, kind: MessageKind, text: str) -> None:
        """Show ``text``: an error, a note, or what is being done and can be cancelled."""
        self._kind, text = kind, visible(text)
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
        self._settle()

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
        if visible(text) == self.text():
            self.hide()

    def retranslate(self) -> None:
        self._cancel.setText(self.tr("Cancel"))
        self._close.set_help(self.tr("Close this message"))

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()

    def restyle(self) -> None:
        colour = theme.tokens(self).color(_COLOURS[self._kind])
        self._icon.setPixmap(pixmap(_ICONS[self._kind], colour, px(18), self.devicePixelRatioF()))


Verdict: TypeAlias = Literal["ok", "error", "caption"]
"""Agreement in green, disagreement in red, and what is neither."""

WIDTH = 440


class VerdictNote(QToolButton):
    """One line for a status strip; hidden while it is empty. ``clicked`` asks for the details."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("verdict", "caption")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.card: VerdictCard | None = None
        self._full = self._short = self._tip = ""
        self._narrow = False
        self.hide()

    def set_verdict(self, verdict: Verdict, text: str, tip: str = "", *, short: str = "") -> None:
        """Say ``text``, or ``short`` where there is little room; empty for nothing."""
        if verdict != self.property("verdict"):
            self.setProperty("verdict", verdict)
            restyle(self)
        self._full, self._short, self._tip = text, short or text, tip
        self._say()
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        if not text and self.card is not None:
            self.card.close()

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is little room."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._say()

    def _say(self) -> None:
        text = self._short if self._narrow else self._full
        if text != self.text():
            self.setText(text)
        set_tip(self, self._tip if text == self._full else "\n".join(filter(None, (self._full, self._tip))))

    def tell(self, title: str, paragraphs: Sequence[str]) -> None:
        """Open the card over the note."""
        if self.card is None:
            self.card = VerdictCard(self)
        self.card.tell(title, paragraphs)
        self.card.open_over(self)


class VerdictCard(QFrame):
    """A title and paragraphs that can be selected and copied. Esc, or a click elsewhere, closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._text = PlainLabel(self), PlainLabel(self)
        self._title.setProperty("role", "strong")
        self._text.setProperty("role", "label")
        for label in (self._title, self._text):
            label.setWordWrap(True)
        self._column = in_column(self._title, self._text, on=self, margins=(14, 12, 14, 12), spacing=8)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def tell(self, title: str, paragraphs: Sequence[str]) -> None:
        """Say this from now on."""
        self._title.setText(title)
        self._text.setText("\n\n".join(paragraphs))
        self.setAccessibleName(title)

    def text(self) -> str:
        """All that it says."""
        return f"{self._title.text()}\n\n{self._text.text()}"

    def open_over(self, anchor: QWidget) -> None:
        """Open above ``anchor``, their right ends in line, inside the screen."""
        screen = anchor.screen().availableGeometry()
        width = min(px(WIDTH), screen.width())
        self.setFixedWidth(width)
        self.resize(width, self._column.totalHeightForWidth(width))
        place = anchor.mapToGlobal(QPoint(anchor.width() - width, -self.height() - px(theme.GAP) // 2))
        place.setX(max(screen.left(), min(place.x(), screen.right() - width)))
        place.setY(max(screen.top(), place.y()))
        self.move(place)
        self.show()


NARROW = 1100
"""Where the strip is narrower, notes say less, so that the facts have their room."""


class StatusStrip(QFrame):
    """Two texts: facts (simple HTML, with a bold name) and, at the right end, zoom and time.

    A page may have a note of its own between them. The facts stay when a menu opens, which a
    QStatusBar would clear them for.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusstrip")
        self.setFixedHeight(px(theme.STATUS_BAR))
        self._facts = FactsLabel(self)
        self._info = PlainLabel(self)
        inset = (theme.GAP, 1, theme.GAP, 0)
        self._row = in_row((self._facts, 1), self._info, on=self, margins=inset, spacing=theme.GAP)
        self._notes: list[tuple[VerdictNote, QWidget]] = []
        self._info.setProperty("role", "caption")

    def set_facts(self, html: str) -> None:
        """Show the facts at the left; text from outside must be escaped by who composes it."""
        self._facts.set_facts(html)

    def set_info(self, text: str) -> None:
        """Show the text at the right."""
        self._info.setText(text)

    def add_note(self, note: VerdictNote) -> None:
        """Take in a page's note, which hides itself while it has nothing to say."""
        place = QWidget(self)  # hides the notes of pages that are not on show
        in_row(note, on=place)
        place.hide()
        self._row.insertWidget(self._row.count() - 1, place)
        self._notes.append((note, place))
        note.set_narrow(self.width() < px(NARROW))

    def show_note(self, note: VerdictNote | None) -> None:
        """Show this note and no other; None for none."""
        for one, place in self._notes:
            place.setVisible(one is note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for note, _ in self._notes:
            note.set_narrow(self.width() < px(NARROW))

    def facts(self) -> str:
        """The facts on show."""
        return self._facts.facts()

    def info(self) -> str:
        """The text at the right."""
        return self._info.text()
