"""The question which values a fixed colour range goes from and to."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QWidget

from convviz.core.base.limits import LIMITS
from convviz.views.base.boxes import in_column
from convviz.views.base.plain import PlainLabel
from convviz.views.controls.number_box import DecimalBox
from convviz.views.controls.refusing import Gate

WIDTH = 120


class RangeDialog(QDialog):
    """Asks for the two ends of a fixed colour range; OK only where the first is below the second."""

    def __init__(self, low: float, high: float, *, signed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Fixed colour range"))
        end = LIMITS["colour end"]
        self.low = DecimalBox(end.low, end.high, self, width=WIDTH, value=low)
        self.high = DecimalBox(end.low, end.high, self, width=WIDTH, value=high)
        form = QFormLayout()
        form.addRow(self.tr("From"), self.low)
        form.addRow(self.tr("To"), self.high)
        note = self.tr("A range with a negative end has 0 in its middle: the longer side counts for both.")
        hint = PlainLabel(self, note if signed else "")
        hint.setProperty("role", "caption")
        hint.setWordWrap(True)
        hint.setVisible(signed)
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        self.ok = self.buttons.button(buttons.Ok)
        Gate(self.ok, self.low, self.high).passed.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for box, name in ((self.low, self.tr("From")), (self.high, self.tr("To"))):
            box.setAccessibleName(name)
            box.valueChanged.connect(self._check)
        in_column(form, hint, self.buttons, on=self, margins=(14, 14, 14, 12), spacing=12)
        self._check()

    def ends(self) -> tuple[float, float]:
        """The two ends, as they are chosen now."""
        return self.low.value(), self.high.value()

    def _check(self) -> None:
        fits = self.high.value() - self.low.value() >= LIMITS["colour width"].low
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(fits)


def ask_range(parent: QWidget, low: float, high: float, *, signed: bool) -> tuple[float, float] | None:
    """Ask for a fixed range, beginning with the present one; None where nothing was chosen."""
    dialog = RangeDialog(low, high, signed=signed, parent=parent)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    ends = dialog.ends()
    dialog.deleteLater()
    return ends if chosen else None
