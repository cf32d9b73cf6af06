"""Above the test digits: which are shown, and the choice of others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.base.elided import ElidedLabel
from convviz.views.controls.choice import Choice
from convviz.views.controls.segmented import Segmented

WHICH = ("misread", "all")
ANY = "any"
LABELS = (ANY, *"0123456789")


class GalleryHead(QWidget):
    """``which_chosen("misread" or "all")`` and ``label_chosen(digit)``, None for any, are wishes."""

    which_chosen = Signal(str)
    label_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = ElidedLabel("caption", self)
        self.which = Segmented(WHICH, self, small=True, width=72)
        self.which.show_key("misread")
        self.which.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.labels = Choice(LABELS, self, width=84)
        self.labels.setMaxVisibleItems(len(LABELS))
        self.labels.setFixedHeight(theme.HEADER_CONTROL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.which)
        row.addWidget(self.labels)
        self.which.chosen.connect(self.which_chosen)
        self.labels.chosen.connect(self._on_label)
        self.retranslate()

    def set_sentence(self, text: str, *shorter: str) -> None:
        """Say which digits are shown."""
        self.sentence.set_texts(text, *shorter)

    def set_label(self, digit: int | None) -> None:
        """Mark the digit that is looked for; None for any."""
        self.labels.show_key(ANY if digit is None else str(digit))

    def _on_label(self, key: str) -> None:
        self.label_chosen.emit(None if key == ANY else int(key))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self.which.set_texts(
            (self.tr("Misread"), self.tr("All")),
            (self.tr("Show the misread ones"), self.tr("Show those read correctly as well")),
        )
        self.which.setAccessibleName(self.tr("Which test digits are shown"))
        one = self.tr("{digit} only")
        self.labels.set_texts((self.tr("every label"), *(one.format(digit=digit) for digit in LABELS[1:])))
        self.labels.setToolTip(self.tr("Show the test digits of one label"))
        self.labels.setAccessibleName(self.tr("The label of the digits that are shown"))
