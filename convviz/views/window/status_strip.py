"""The strip at the bottom: what is open and pointed at on the left, how it was computed on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import in_row
from convviz.views.window.verdict_note import VerdictNote

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
        self.setFixedHeight(theme.STATUS_BAR)
        self._facts = QLabel(self)
        self._facts.setTextFormat(Qt.TextFormat.RichText)
        self._facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._info = QLabel(self)
        self._info.setTextFormat(Qt.TextFormat.PlainText)
        row = in_row((self._facts, 1), on=self, margins=(theme.GAP, 1, theme.GAP, 0), spacing=theme.GAP)
        self._notes: list[tuple[VerdictNote, QWidget]] = []
        self._row = row
        row.addWidget(self._info)
        for label in (self._facts, self._info):
            label.setProperty("role", "caption")

    def set_facts(self, html: str) -> None:
        """Show the facts at the left; text from outside must be escaped by who composes it."""
        if html != self._facts.text():  # laying out HTML takes longer than comparing it
            self._facts.setText(html)

    def set_info(self, text: str) -> None:
        """Show the text at the right."""
        self._info.setText(text)

    def add_note(self, note: VerdictNote) -> None:
        """Take in a page's note, which hides itself while it has nothing to say."""
        place = QWidget(self)  # hides the notes of pages that are not on show
        in_row(note, on=place, margins=(0, 0, 0, 0))
        place.hide()
        self._row.insertWidget(self._row.count() - 1, place)
        self._notes.append((note, place))
        note.set_narrow(self.width() < NARROW)

    def show_note(self, note: VerdictNote | None) -> None:
        """Show this note and no other; None for none."""
        for one, place in self._notes:
            place.setVisible(one is note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for note, _ in self._notes:
            note.set_narrow(self.width() < NARROW)

    def facts(self) -> str:
        """The facts on show."""
        return self._facts.text()

    def info(self) -> str:
        """The text at the right."""
        return self._info.text()
