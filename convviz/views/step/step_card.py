"""The frame that all cards of the Step page share: title, caption, tools, a hairline, a body."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import in_column, in_row
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
        self.header_row = in_row(self.title, (self.caption, 1), on=header, margins=(12, 0, 8, 0), spacing=8)
        line = hairline(self)
        self.column = in_column(header, line, on=self, margins=(1, 1, 1, 1), spacing=0)

    def add_tool(self, widget: QWidget) -> None:
        """Put a button or choice at the right end of the header."""
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.header_row.addWidget(widget)

    def set_caption(self, text: str, *shorter: str) -> None:
        """What stands behind the title; ``shorter`` texts are tried before it is cut."""
        self.caption.set_texts(text, *shorter)
