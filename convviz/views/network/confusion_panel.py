"""What a network misreads: the table of confusions, and the digits themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from convviz.views.controls.segmented import Segmented
from convviz.views.explain.elided import ElidedLabel
from convviz.views.network.confusion_view import ConfusionView, Pair
from convviz.views.network.gallery_view import Exhibit, GalleryView

WHICH = ("misread", "all")
STEPS = 1000


class ConfusionPanel(QWidget):
    """Table at the left, gallery at the right; ``tools`` stands in the card's header.

    Wishes: ``pair_chosen((digit, answer))`` with None for whatever, ``which_chosen("misread" or
    "all")``, ``digit_chosen(number)``, ``file_wanted()``, ``examine_wanted()`` and
    ``cancel_wanted()``. ``appeared()`` when the panel comes to be seen.
    """

    pair_chosen = Signal(object)
    which_chosen = Signal(str)
    digit_chosen = Signal(int)
    file_wanted = Signal()
    examine_wanted = Signal()
    cancel_wanted = Signal()
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
        self.sentence, self.hint = QLabel(self), QLabel(self)
        for label in (self.sentence, self.hint):
            label.setProperty("role", "caption")
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.tools = self._build_tools()
        side = QVBoxLayout()
        side.setSpacing(6)
        side.addWidget(self.sentence)
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
        self.retranslate()
        self.set_progress(None)

    def _build_tools(self) -> QWidget:
        tools = QWidget(self)
        self.facts = ElidedLabel("caption", tools)
        self.which = Segmented(WHICH, tools, small=True, width=84)
        self.which.show_key("misread")
        self.progress = QProgressBar(tools)
        self.progress.setRange(0, STEPS)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(90)
        self.examine, self.file = QToolButton(tools), QToolButton(tools)
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.facts, 1)
        for widget in (self.progress, self.which, self.examine, self.file):
            row.addWidget(widget)
        for button in (self.examine, self.file):
            button.setProperty("outlined", True)
        self.which.chosen.connect(self.which_chosen)
        self.file.clicked.connect(self.file_wanted)
        self.examine.clicked.connect(self._on_examine)
        return tools

    # Showing

    def set_facts(self, text: str, *shorter: str) -> None:
        """How many are misread, in the header."""
        self.facts.set_texts(text, *shorter)

    def set_exhibits(self, exhibits: Sequence[Exhibit], sentence: str, hint: str) -> None:
        """Show digits; ``sentence`` says which, ``hint`` what is missing or can be done."""
        self.gallery.set_exhibits(exhibits)
        self.sentence.setText(sentence)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.area.verticalScrollBar().setValue(0)

    def set_pair(self, pair: Pair) -> None:
        """Frame what is chosen in the table."""
        self.table.set_pair(pair)

    def set_file(self, *, known: bool) -> None:
        """Whether the digits themselves are at hand."""
        self.file.setVisible(not known)
        self.which.setVisible(known)

    def offer_examination(self, offered: bool) -> None:
        """Whether the network can be examined with the digits at hand."""
        self.examine.setVisible(offered or self.running())

    def set_progress(self, share: float | None) -> None:
        """How much of the examination is done, 0 to 1; None while none is running."""
        self.progress.setVisible(share is not None)
        if share is not None:
            self.progress.setValue(round(STEPS * share))
            self.examine.show()
        self.examine.setText(self.tr("Read all test digits") if share is None else self.tr("Cancel"))

    def running(self) -> bool:
        """Whether an examination is going on."""
        return not self.progress.isHidden()

    def _follow(self, tile: QRect) -> None:
        """Keep the digit that the arrow keys have reached in sight."""
        self.area.ensureVisible(tile.center().x(), tile.center().y(), 0, tile.height() // 2 + 4)

    def _on_examine(self) -> None:
        if self.running():
            self.cancel_wanted.emit()
        else:
            self.examine_wanted.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.appeared.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self.which.set_texts(
            (self.tr("Misread"), self.tr("All")),
            (self.tr("Show the misread ones"), self.tr("Show all test digits of the chosen row")),
        )
        self.which.setAccessibleName(self.tr("Which test digits are shown"))
        self.file.setText(self.tr("Choose MNIST\u2019s file\u2026"))
        self.file.setToolTip(self.tr("mnist.npz, as Keras has it; the digits are not part of ConvViz"))
        self.examine.setToolTip(self.tr("Let this network read the 10,000 test digits"))
        self.set_progress(self.progress.value() / STEPS if self.running() else None)
