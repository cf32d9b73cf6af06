"""The strip above the cards: which example is on, what to see in it, and whether to guess."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import in_row
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import PlainLabel, set_tip
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import restyle
from convviz.views.controls.pieces import role_label

WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)


class SentenceLabel(PlainLabel):
    """A text of at most two lines; where it needs more, a shorter one stands, and the tooltip has all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "label")
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._texts: tuple[str, ...] = ("",)

    def set_texts(self, text: str, *shorter: str) -> None:
        """Show ``text``, or the first of ``shorter`` that fits."""
        self._texts = (text, *shorter)
        self.setAccessibleName(text)
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        shown = next((text for text in self._texts if self._fits(text)), self._texts[-1])
        self.setText(shown)
        set_tip(self, self._texts[0] if shown != self._texts[0] else "")

    def _fits(self, text: str) -> bool:
        metrics = self.fontMetrics()
        room = QRect(0, 0, max(1, self.width()), 10_000)
        return metrics.boundingRect(room, WRAPPED, text).height() <= 2 * metrics.lineSpacing()


class ExampleStrip(Adaptive, QWidget):
    """Offers the examples; ``chosen(key)`` and ``predict_toggled(on)`` are requests."""

    chosen = Signal(str)
    predict_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(px(theme.STRIP))
        self.label = role_label("label", self)
        self.box = QComboBox(self)
        self.box.setMaxVisibleItems(20)
        self.box.setMinimumWidth(px(190))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.box.activated.connect(self._on_activated)
        self.label.setBuddy(self.box)
        self.sentence = SentenceLabel(self)
        self.predict = QCheckBox(self)
        self.predict.clicked.connect(self.predict_toggled)
        in_row(self.label, self.box, 4, (self.sentence, 1), self.predict, on=self, spacing=10)
        self.setFocusProxy(self.box)
        self.retranslate()

    def set_examples(self, examples: Sequence[tuple[str, str]]) -> None:
        """What can be chosen: (key, name) of each."""
        shown = self.box.currentData()
        self.box.clear()
        for key, name in examples:
            self.box.addItem(name, key)
        self.box.setCurrentIndex(self.box.findData(shown) if shown is not None else -1)

    def show_example(self, key: str) -> None:
        """Show which example is on; "" where it is none."""
        self.box.setCurrentIndex(self.box.findData(key) if key else -1)

    def set_sentence(self, text: str, *shorter: str, error: bool = False) -> None:
        """What to see; or, with ``error``, why there is nothing to see."""
        role = "error" if error else "label"
        if self.sentence.property("role") != role:
            self.sentence.setProperty("role", role)
            restyle(self.sentence)
        self.sentence.set_texts(text, *shorter)

    def set_predict(self, on: bool) -> None:
        """Show whether results are guessed first."""
        self.predict.setChecked(on)

    def retranslate(self) -> None:
        self.label.setText(self.tr("Example"))
        self.box.setPlaceholderText(self.tr("Choose an example"))
        self.box.setAccessibleName(self.tr("Example"))
        self.predict.setText(self.tr("Predict, then reveal"))
        set_tip(self.predict, self.tr("Hide each result until you have guessed it, or play on"))

    def _on_activated(self, index: int) -> None:
        self.chosen.emit(self.box.itemData(index, Qt.ItemDataRole.UserRole))
