"""What a network misreads: the table of confusions, and the digits themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.base.elided import ElidedLabel
from convviz.views.base.painted import Adaptive
from convviz.views.controls.choice import Choice
from convviz.views.controls.pieces import (
    ShareBar,
    column_of,
    outlined_button,
    role_label,
    row_of,
    scrolled,
    write_button,
)
from convviz.views.controls.segmented import Segmented
from convviz.views.network.misread.confusion_view import ConfusionView, Pair
from convviz.views.network.misread.gallery_view import Exhibit, GalleryView

WHICH = ("misread", "all")
ANY = "any"
LABELS = (ANY, *"0123456789")


class GalleryHead(Adaptive, QWidget):
    """Requests: ``which_chosen("misread" or "all")`` and ``label_chosen(digit)``, None for any."""

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
        row_of(self.sentence, self.which, self.labels, parent=self, grow=0)
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

    def retranslate(self) -> None:
        self.which.set_texts(
            (self.tr("Misread"), self.tr("All")),
            (self.tr("Show the misread ones"), self.tr("Show those read correctly as well")),
        )
        self.which.setAccessibleName(self.tr("Which test digits are shown"))
        one = self.tr("{digit} only")
        self.labels.set_texts((self.tr("every label"), *(one.format(digit=digit) for digit in LABELS[1:])))
        self.labels.setToolTip(self.tr("Show the test digits of one label"))
        self.labels.setAccessibleName(self.tr("The label of the digits that are shown"))


class ConfusionTools(Adaptive, QWidget):
    """Facts at the left; progress and buttons at the right.

    Requests: ``file_wanted()``, ``download_wanted()``, ``examine_wanted()`` and ``cancel_wanted()``.
    """

    file_wanted = Signal()
    download_wanted = Signal()
    examine_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ("",)
        self._busy: tuple[str, ...] = ()
        self.facts = ElidedLabel("caption", self)
        self.progress = ShareBar(self)
        self.progress.setFixedWidth(72)
        buttons = [outlined_button(self) for _ in range(4)]
        self.cancel, self.examine, self.download, self.file = buttons
        row_of(self.facts, self.progress, *buttons, parent=self, grow=0)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.examine.clicked.connect(self.examine_wanted)
        self.download.clicked.connect(self.download_wanted)
        self.file.clicked.connect(self.file_wanted)
        self._offers = {self.examine: False, self.download: False, self.file: False}
        self.retranslate()
        self.set_progress(None)

    def set_facts(self, text: str, *shorter: str) -> None:
        """How many are misread."""
        self._texts = (text, *shorter)
        self._arrange()

    def set_file(self, *, known: bool) -> None:
        """Whether the digits themselves are at hand."""
        self._offers[self.file] = self._offers[self.download] = not known
        self._arrange()

    def offer_examination(self, offered: bool) -> None:
        """Whether the network can be examined with the digits at hand."""
        self._offers[self.examine] = offered
        self._arrange()

    def set_progress(self, share: float | None, *busy: str) -> None:
        """How much is done, 0 to 1, and of what, then shorter; None while nothing is going on."""
        self._busy = busy
        self.progress.set_share(share)
        self._arrange()

    def running(self) -> bool:
        """Whether something is going on that can be cancelled."""
        return not self.progress.isHidden()

    def _arrange(self) -> None:
        """While something is going on nothing else can be started."""
        running = self.running()
        self.cancel.setVisible(running)
        for button, offered in self._offers.items():
            button.setVisible(offered and not running)
        self.facts.set_texts(*(self._busy if running and self._busy else self._texts))

    def retranslate(self) -> None:
        self.cancel.setText(self.tr("Cancel"))
        tip = self.tr("Let this network read the 10,000 test digits")
        write_button(self.examine, self.tr("Read all test digits"), tip)
        tip = self.tr("Let Keras fetch MNIST\u2019s digits, after telling you from where")
        write_button(self.download, self.tr("Download\u2026"), tip)
        tip = self.tr("Choose MNIST\u2019s file mnist.npz, as Keras has it")
        write_button(self.file, self.tr("Choose file\u2026"), tip)


class ConfusionPanel(QWidget):
    """Table at the left, gallery at the right; ``tools`` stands in the card's header.

    Requests: ``pair_chosen((digit, answer))`` with None for any, ``which_chosen("misread" or
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
        self.area = scrolled(self.gallery, self, upright=True)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head = GalleryHead(self)
        self.hint = role_label("caption", self, wraps=True)
        self.tools = ConfusionTools(self)
        side = column_of(self.head, self.area, self.hint, grow=1)
        row = row_of(self.table, parent=self, spacing=20, margins=(0, 6, 0, 0))
        row.addLayout(side, 5)
        row.setStretch(0, 2)
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
