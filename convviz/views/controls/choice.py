"""A combo box that speaks in keys: the texts may be translated, the keys stay."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from convviz.views.base import theme

AROUND = 36  # borders, margins and the arrow


class Choice(QComboBox):
    """One of several named things; announces the key of what a person chose."""

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None, *, width: int = 96) -> None:
        super().__init__(parent)
        self._keys = tuple(keys)
        self._width = width
        for key in self._keys:
            self.addItem(key, key)
        self.activated.connect(self._announce)

    def set_texts(self, texts: Sequence[str]) -> None:
        """Give every key, in order, the text a person reads."""
        for index, text in enumerate(texts):
            self.setItemText(index, text)
        self.updateGeometry()

    def key(self) -> str:
        """The key of what is shown."""
        return str(self.currentData())

    def show_key(self, key: str) -> None:
        """Show the thing called ``key`` without announcing it."""
        self.setCurrentIndex(self._keys.index(key))

    def sizeHint(self) -> QSize:
        return QSize(max(self._width, self._widest()), theme.CONTROL)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest(), theme.CONTROL)

    def _widest(self) -> int:
        """Room for the longest text and the arrow: no text is ever cut."""
        metrics = self.fontMetrics()
        return max(metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())) + AROUND

    def _announce(self, index: int) -> None:
        self.chosen.emit(self._keys[index])
