"""How the network was trained: the numbers at the left, the plots, and what is to be said about them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from convviz.views.network.history.curves import History
from convviz.views.network.history.plot import HistoryPlot
from convviz.views.network.history.readout import HistoryReadout

LEFT, GAP, TOP = 226, 18, 6
WORDS_LEAST, WORDS_MOST, WORDS_SHARE, STEP = 300, 560, 0.42, 20


class HistoryPanel(QWidget):
    """The page of the tab; without a history it holds nothing but a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: History | None = None
        self.readout = HistoryReadout(self)
        self.plot = HistoryPlot(self)
        self.words = QLabel(self)
        self.words.setProperty("role", "caption")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.plot.pointed.connect(self._on_pointed)
        self.set_history(None)

    def set_history(self, history: History | None) -> None:
        """Show a training, or nothing."""
        self._history = history
        self.plot.set_history(history)
        for widget in (self.readout, self.plot):
            widget.setVisible(history is not None)
        self._on_pointed(None)
        self._arrange()

    def set_sentences(self, texts: Sequence[str]) -> None:
        """What is said beside it, one sentence or two to a paragraph."""
        paragraphs = (f'<p style="margin: 0 0 5px 0">{escape(text)}</p>' for text in texts)
        self.words.setText("".join(paragraphs))
        self.words.setToolTip(self.words.text())
        self.plot.setAccessibleDescription(" ".join(texts))
        self._arrange()

    def _on_pointed(self, at: int | None) -> None:
        history = self._history
        if history is not None:
            self.readout.set_epoch(history, history.position(history.kept) if at is None else at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width, height = self.width(), self.height() - TOP
        if self._history is None:
            self.words.setGeometry(0, TOP, width, height)
            return
        words = self._width_of_words(width, height)
        self.readout.setGeometry(0, TOP, LEFT, height)
        self.words.setGeometry(width - words, TOP, words, height)
        self.plot.setGeometry(LEFT + GAP, TOP, max(0, width - LEFT - words - 2 * GAP), height)

    def _width_of_words(self, width: int, height: int) -> int:
        """As narrow as the height allows: the rest is for the plots."""
        most = round(min(WORDS_MOST, WORDS_SHARE * width))
        widths = range(min(WORDS_LEAST, most), most, STEP)
        return next((wide for wide in widths if self.words.heightForWidth(wide) <= height), most)
