"""One answer to "where does it look": the picture, and beside it what is seen in one line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from convviz.views.base import theme
from convviz.views.network.look.amount_bar import AmountBar
from convviz.views.network.look.heat_view import HeatView

BETWEEN, GAP, LEAST = 12, 8, 56


class LookBlock(QWidget):
    """A `HeatView` at the left, title, sentence, controls and colour bar at its right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heat = HeatView(self)
        self.beside = QWidget(self)
        self.title, self.sentence = QLabel(self.beside), QLabel(self.beside)
        self.title.setProperty("role", "title")
        self.sentence.setProperty("role", "caption")
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = AmountBar(self.beside)
        self.controls = QHBoxLayout()
        self.controls.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addStrut(theme.HEADER_CONTROL)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addLayout(self.controls)
        self.column = QVBoxLayout(self.beside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addLayout(head)
        self.column.addWidget(self.sentence)
        self.column.addWidget(self.bar)
        self.column.addStretch(1)
        self._words = 0

    def words_width(self) -> int:
        """How wide title and controls are together."""
        width = self.title.sizeHint().width()
        for at in range(self.controls.count()):
            item = self.controls.itemAt(at)
            control = item.widget() if item is not None else None
            if control is not None and not control.isHidden():
                width += GAP + control.sizeHint().width()
        return width

    def set_words_width(self, width: int) -> None:
        """How much room is left beside the picture in any case."""
        self._words = width
        self.arrange()

    def set_sentence(self, text: str) -> None:
        """Say in one line what is seen, or why nothing is."""
        self.sentence.setText(text)
        self.heat.setAccessibleDescription(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place the picture, as large as the height and half of the width allow, and what is beside it.

        Titles and controls are never cut; in a small window the picture makes room for them.
        """
        room = self.width() - BETWEEN - self._words
        side = max(LEAST, min(self.height(), self.width() // 2, room))
        self.heat.setGeometry(0, 0, side, side)
        left = round(self.heat.area().width()) + BETWEEN
        self.beside.setGeometry(left, 0, max(0, self.width() - left), self.height())
