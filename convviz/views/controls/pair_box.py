"""One number for rows and columns alike, or one for each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from convviz.core.sizes.settings import Pair
from convviz.views.controls.number_box import NumberBox, set_invalid


class PairBox(QWidget):
    """A (rows, columns) pair: a single box while they are linked, two boxes when they are not."""

    edited = Signal(object)
    editing_finished = Signal()

    def __init__(self, low: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = NumberBox(low, high, self)
        self.columns = NumberBox(low, high, self)
        self._linked = True
        self._names = ("", "", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for box in (self.rows, self.columns):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(box, 1)
            box.edited.connect(self._announce)
            box.editingFinished.connect(self.editing_finished)
        self.setFocusProxy(self.rows)
        self.columns.hide()

    def set_names(self, rows: str, columns: str, both: str) -> None:
        """What each box is called in tooltips and by screen readers."""
        self._names = (rows, columns, both)
        first = both if self._linked else rows
        for box, name in ((self.rows, first), (self.columns, columns)):
            box.setToolTip(name)
            box.setAccessibleName(name)

    def is_linked(self) -> bool:
        """Whether one box stands for both directions."""
        return self._linked

    def set_linked(self, linked: bool) -> None:
        """Show one box or two; the values stay as they are."""
        self._linked = linked
        self.columns.setVisible(not linked)
        self.set_names(*self._names)

    def value(self) -> Pair:
        """The pair shown: (rows, columns)."""
        rows = self.rows.value()
        return (rows, rows if self._linked else self.columns.value())

    def show_value(self, pair: Pair) -> None:
        """Show a pair without announcing it; unequal numbers open the second box."""
        if pair[0] != pair[1]:
            self.set_linked(False)
        self.rows.show_value(pair[0])
        self.columns.show_value(pair[1])

    def set_invalid(self, invalid: bool) -> None:
        """Frame the boxes in the colour of errors."""
        set_invalid(self.rows, invalid)
        set_invalid(self.columns, invalid)

    def _announce(self, _: int) -> None:
        if self._linked:
            self.columns.show_value(self.rows.value())
        self.edited.emit(self.value())
