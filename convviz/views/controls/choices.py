"""One of a few named things: a combo box, and a row of joined buttons. Texts are translated, keys stay."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QSizePolicy, QToolButton, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import in_row
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px

AROUND = 39  # borders, margins and the arrow


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
        return QSize(max(px(self._width), self._widest()), px(theme.CONTROL))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest(), px(theme.CONTROL))

    def _widest(self) -> int:
        """Room for the longest text and the arrow: no text is ever cut."""
        metrics = self.fontMetrics()
        return max(metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())) + px(AROUND)

    def _announce(self, index: int) -> None:
        self.chosen.emit(self._keys[index])


class Segmented(QWidget):
    """A choice between a few things that should all stay visible, by key.

    ``small`` is the size for card headers, with segments ``width`` pixels wide.
    """

    chosen = Signal(str)

    def __init__(
        self, keys: Sequence[str], parent: QWidget | None = None, *, small: bool = False, width: int = 0
    ) -> None:
        super().__init__(parent)
        self._keys = tuple(keys)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = in_row(on=self, spacing=0)
        for index, key in enumerate(self._keys):
            row.addWidget(self._button(index, key, small, width))
        self._group.idClicked.connect(self._announce)
        self.setFixedHeight(px(theme.HEADER_CONTROL) if small else px(theme.CONTROL))

    def _button(self, index: int, key: str, small: bool, width: int) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setText(key)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        last = len(self._keys) - 1
        button.setProperty("segment", "left" if index == 0 else "right" if index == last else "middle")
        if small:
            button.setProperty("small", True)
        if width:
            button.setFixedWidth(px(width))
        else:
            button.setStyleSheet("QToolButton { padding: 0 2px; }")  # the text, not the air, needs the room
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(px(40))
        self._group.addButton(button, index)
        return button

    def set_texts(self, texts: Sequence[str], tips: Sequence[str] = ()) -> None:
        """Give every segment, in order, the text a person reads, and what pointing at it tells."""
        for index, text in enumerate(texts):
            self._group.button(index).setText(text)
        for index, tip in enumerate(tips):
            set_tip(self._group.button(index), tip)

    def button(self, key: str) -> QToolButton:
        """The button of ``key``."""
        return self._group.button(self._keys.index(key))  # type: ignore[return-value]

    def key(self) -> str:
        """The key of the pressed segment, "" while there is none."""
        index = self._group.checkedId()
        return self._keys[index] if index >= 0 else ""

    def show_key(self, key: str) -> None:
        """Press the segment called ``key`` without announcing it."""
        self.button(key).setChecked(True)

    def _announce(self, index: int) -> None:
        self.chosen.emit(self._keys[index])
