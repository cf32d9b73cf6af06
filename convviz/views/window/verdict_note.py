"""A verdict in a few words that can be clicked, and the card with all of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from convviz.views.base import theme
from convviz.views.base.stylesheet import restyle

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
        self.setToolTip(self._tip if text == self._full else "\n".join(filter(None, (self._full, self._tip))))

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
        self._title, self._text = QLabel(self), QLabel(self)
        self._title.setProperty("role", "strong")
        self._text.setProperty("role", "label")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        for label in (self._title, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
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
        width = min(WIDTH, screen.width())
        self.setFixedWidth(width)
        self.resize(width, self._column.totalHeightForWidth(width))
        place = anchor.mapToGlobal(QPoint(anchor.width() - width, -self.height() - theme.GAP // 2))
        place.setX(max(screen.left(), min(place.x(), screen.right() - width)))
        place.setY(max(screen.top(), place.y()))
        self.move(place)
        self.show()
