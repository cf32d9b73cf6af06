"""The boxes beside the weights: rows, columns, divisor, bias."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from convviz.views.base.painted import Adaptive
from convviz.views.controls.number_box import DecimalBox, NumberBox, set_invalid

LARGEST = 31
FAR = 1e9


class SizeForm(Adaptive, QWidget):
    """How large the kernel is, what its sums are divided by, and what is added to them."""

    size_edited = Signal(int, int)
    divisor_edited = Signal(float)
    bias_edited = Signal(float)
    editing_finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = NumberBox(1, LARGEST, self, value=3)
        self.columns = NumberBox(1, LARGEST, self, value=3)
        self.divisor = DecimalBox(-FAR, FAR, self, value=1, nonzero=True)
        self.bias = DecimalBox(-FAR, FAR, self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        self._labels: list[QLabel] = []
        for row, box in enumerate(self._boxes()):
            label = QLabel(self)
            label.setProperty("role", "label")
            label.setBuddy(box)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.setMinimumWidth(60)
            box.setMaximumWidth(96)
            box.editingFinished.connect(self.editing_finished)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
            self._labels.append(label)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(self._labels), 1)
        self.rows.edited.connect(self._size_edited)
        self.columns.edited.connect(self._size_edited)
        self.divisor.edited.connect(self.divisor_edited)
        self.bias.edited.connect(self.bias_edited)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.retranslate()

    def show_values(self, rows: int, columns: int, divisor: float, bias: float) -> None:
        """Show the numbers; nothing is announced."""
        self.rows.show_value(rows)
        self.columns.show_value(columns)
        self.divisor.show_value(divisor)
        self.bias.show_value(bias)

    def set_invalid(self, invalid: bool) -> None:
        """Frame rows and columns in the colour of errors: the kernel does not fit."""
        set_invalid(self.rows, invalid)
        set_invalid(self.columns, invalid)

    def retranslate(self) -> None:
        """Set every text anew in the language of the moment."""
        names = (self.tr("Rows"), self.tr("Columns"), self.tr("Divisor"), self.tr("Bias"))
        for label, box, name in zip(self._labels, self._boxes(), names, strict=True):
            label.setText(name)
            box.setAccessibleName(name)
        self.divisor.setToolTip(self.tr("The sum of the products is divided by this number"))
        self.bias.setToolTip(self.tr("This number is added to every result"))

    def _boxes(self) -> tuple[NumberBox, NumberBox, DecimalBox, DecimalBox]:
        return (self.rows, self.columns, self.divisor, self.bias)

    def _size_edited(self, _: int) -> None:
        self.size_edited.emit(self.rows.value(), self.columns.value())
