"""What a network misreads: the table of confusions, and the digits themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from convviz.views.network.misread.confusion_tools import ConfusionTools
from convviz.views.network.misread.confusion_view import ConfusionView, Pair
from convviz.views.network.misread.gallery_head import GalleryHead
from convviz.views.network.misread.gallery_view import Exhibit, GalleryView


class ConfusionPanel(QWidget):
    """Table at the left, gallery at the right; ``tools`` stands in the card's header.

    Wishes: ``pair_chosen((digit, answer))`` with None for whatever, ``which_chosen("misread" or
    "all")``, ``label_chosen(digit)`` with None for any, ``digit_chosen(number)`` and those of
    `ConfusionTools`. ``appeared()`` when the panel comes to be seen.
    """

    pair_chosen = Signal(object)
    which_chosen = Signal(str)
    label_chosen = Signal(object)
    digit_chosen = Signal(int)
    appeared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = ConfusionView(self)
        self.gallery = GalleryView()
        self.area = QScrollArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setAutoFillBackground(False)
        self.area.setWidget(self.gallery)
        self.gallery.setAutoFillBackground(False)
        self.head = GalleryHead(self)
        self.hint = QLabel(self)
        self.hint.setProperty("role", "caption")
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.tools = ConfusionTools(self)
        side = QVBoxLayout()
        side.setSpacing(6)
        side.addWidget(self.head)
        side.addWidget(self.area, 1)
        side.addWidget(self.hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(20)
        row.addWidget(self.table, 2)
        row.addLayout(side, 5)
        self.table.chosen.connect(self.pair_chosen)
        self.gallery.chosen.connect(self.digit_chosen)
        self.gallery.moved.connect(self._follow)
        self.head.which_chosen.connect(self.which_chosen)
        self.head.label_chosen.connect(self.label_chosen)

    # Showing

    def set_exhibits(self, exhibits: Sequence[Exhibit], sentences: Sequence[str], hint: str) -> None:
        """Show digits; ``sentences`` say which, then shorter; ``hint`` what is missing or can be done."""
        self.gallery.set_exhibits(exhibits)
        self.head.set_sentence(*sentences)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.area.verticalScrollBar().setValue(0)

    def set_pair(self, pair: Pair) -> None:
        """Frame what is chosen in the table, and mark the digit that is looked for."""
        self.table.set_pair(pair)
        self.head.set_label(pair[0])

    def offer_all(self, offered: bool, *, every: bool) -> None:
        """Whether digits that were read correctly can be shown as well, and whether they are."""
        self.head.which.setVisible(offered)
        self.head.which.show_key("all" if every else "misread")

    def offer_labels(self, offered: bool) -> None:
        """Whether there are digits of which those of one label can be picked."""
        self.head.labels.setVisible(offered)

    def _follow(self, tile: QRect) -> None:
        """Keep the digit that the arrow keys have reached in sight."""
        self.area.ensureVisible(tile.center().x(), tile.center().y(), 0, tile.height() // 2 + 4)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.appeared.emit()
