"""The line of the start page that offers to go on where one was."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import in_row
from convviz.views.base.icons import pixmap
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import PlainLabel
from convviz.views.base.scale import px
from convviz.views.controls.pieces import ElidedLabel


class OfferLine(Adaptive, QFrame):
    """Says what there is to go on with; hidden while there is nothing.

    ``go_on_wanted()`` and ``discard_wanted()`` are its buttons.
    """

    go_on_wanted, discard_wanted = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("offer", True)
        self._icon = PlainLabel(self)
        self.go_on = QPushButton(self)
        self._details = ElidedLabel("label", self)
        self.discard = QPushButton(self)
        self.discard.setFlat(True)
        parts = (self._icon, self.go_on, (self._details, 1), self.discard)
        in_row(*parts, on=self, margins=(theme.GAP, 8, 8, 8), spacing=10)
        self.go_on.clicked.connect(self.go_on_wanted)
        self.discard.clicked.connect(self.discard_wanted)
        self.restyle()
        self.retranslate()
        self.hide()

    def set_texts(self, text: str, details: str) -> None:
        """What the button says, and of what it speaks; an empty text for nothing."""
        self.go_on.setText(text.replace("&", "&&"))
        self.go_on.setAccessibleName(text)
        self.go_on.setAccessibleDescription(details)
        self._details.set_texts(details)
        self.setVisible(bool(text))

    def details(self) -> str:
        """Of what it speaks."""
        return self._details.text()

    def retranslate(self) -> None:
        self.discard.setText(self.tr("Discard"))

    def restyle(self) -> None:
        colour = theme.tokens(self).color("accent")
        self._icon.setPixmap(pixmap("clock", colour, px(18), self.devicePixelRatioF()))
