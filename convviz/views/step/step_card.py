"""The frame that all cards of the Step page share: title, caption, tools, a hairline, a body."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from convviz.views.base import theme
from convviz.views.base.elided import ElidedLabel
from convviz.views.base.painted import Adaptive
from convviz.views.base.stylesheet import hairline


class StepCard(Adaptive, QFrame):
    """A card with a header of 36 pixels. Subclasses add tools to ``header_row`` and fill ``column``.

    ``retranslate`` is called once the subclass is built, and whenever the language changes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.caption = ElidedLabel("caption", self)
        header = QWidget(self)
        header.setFixedHeight(theme.CARD_HEADER - 1)
        self.header_row = QHBoxLayout(header)
        self.header_row.setContentsMargins(12, 0, 8, 0)
        self.header_row.setSpacing(8)
        self.header_row.addWidget(self.title)
        self.header_row.addWidget(self.caption, 1)
        line = hairline(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self.column.addWidget(header)
        self.column.addWidget(line)

    def add_tool(self, widget: QWidget) -> None:
        """Put a button or choice at the right end of the header."""
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.header_row.addWidget(widget)

    def set_caption(self, text: str, *shorter: str) -> None:
        """What stands behind the title; ``shorter`` texts are tried before it is cut."""
        self.caption.set_texts(text, *shorter)
