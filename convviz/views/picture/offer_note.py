"""A sentence that lies over the lower edge of a picture, with a button that does what it offers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from convviz.views.base.boxes import in_row
from convviz.views.base.plain import PlainLabel

MARGIN = 8


class OfferNote(QFrame):
    """Lies over ``picture``, so that nothing moves; hidden while there is nothing to say."""

    accepted = Signal()

    def __init__(self, picture: QWidget) -> None:
        super().__init__(picture)
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = PlainLabel(self)
        self._label.setWordWrap(True)
        self._label.setProperty("role", "label")
        self.button = QPushButton(self)
        in_row((self._label, 1), self.button, on=self, margins=(10, 6, 6, 6), spacing=8)
        self.button.clicked.connect(self.accepted)
        picture.installEventFilter(self)
        self.hide()

    def set_texts(self, text: str, button: str) -> None:
        """Say ``text``, and what the button does; an empty text hides the note."""
        self._label.setText(text)
        self.button.setText(button)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self._place()

    def text(self) -> str:
        """The sentence on show, or ""."""
        return "" if self.isHidden() else self._label.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        picture = self.parentWidget()
        if picture is None or self.isHidden():
            return
        width = max(60, picture.width() - 2 * MARGIN)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else self.sizeHint().height()
        self.setGeometry(MARGIN, picture.height() - height - MARGIN, width, height)
        self.raise_()
