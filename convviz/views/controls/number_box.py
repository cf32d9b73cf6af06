"""Spin boxes that keep their last good value: whole numbers and decimals."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QWidget

from convviz.views.base import theme
from convviz.views.base.stylesheet import restyle
from convviz.views.controls.number_text import box_text, could_become_number, parse_number

_State = QValidator.State
TEXT_MARGIN = 9  # a stylesheet's padding does not reach the text of a spin box


def set_invalid(widget: QWidget, invalid: bool) -> None:
    """Frame an input in the colour of errors, or take that frame away."""
    if bool(widget.property("invalid")) != invalid:
        widget.setProperty("invalid", invalid)
        restyle(widget)


class NumberBox(QSpinBox):
    """A box for a whole number that never goes blank.

    While the text is no number of the range (emptied, or a 0 where 1 is the least) nothing is
    said; on leaving, the last good number comes back. ``edited`` is what the person did,
    `show_value` what the program shows; only the first is ever announced.
    """

    edited = Signal(int)
    _uneven = ""

    def __init__(
        self, low: int, high: int, parent: QWidget | None = None, *, width: int = 64, value: int = 1
    ) -> None:
        super().__init__(parent)
        self._width = width
        self.lineEdit().setTextMargins(TEXT_MARGIN, 0, 0, 0)
        self.setRange(low, high)
        self.setValue(value)
        self.setKeyboardTracking(True)
        self._known = value
        self.valueChanged.connect(self._announce)
        self.lineEdit().textEdited.connect(self._typed)

    def show_value(self, value: int, uneven: str = "") -> None:
        """Show ``value`` without announcing it; ``uneven`` stands in its place until it is edited."""
        if self.value() == value and self._uneven == uneven:
            return  # leave the text alone: the person may be typing it
        blocker = QSignalBlocker(self)
        self._uneven = uneven
        if self.value() == value:
            self.lineEdit().setText(self.textFromValue(value))
        self.setValue(value)
        self._known = value
        blocker.unblock()

    def stepBy(self, steps: int) -> None:
        self._uneven = ""
        super().stepBy(steps)

    def textFromValue(self, value: int) -> str:
        return self._uneven or box_text(value)

    def valueFromText(self, text: str) -> int:
        if self._uneven and text == self._uneven:
            return self.value()
        number = parse_number(text)
        return self.value() if number is None else int(number)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        if self._uneven and text == self._uneven:
            return _State.Acceptable, text, position
        number = parse_number(text)
        if number is None:
            return (_State.Intermediate if could_become_number(text) else _State.Invalid), text, position
        if number != int(number):
            return _State.Invalid, text, position
        good = self.minimum() <= number <= self.maximum()
        too_much = number > self.maximum() and number > 0
        return (
            (_State.Acceptable if good else _State.Invalid if too_much else _State.Intermediate),
            text,
            position,
        )

    def sizeHint(self) -> QSize:
        return QSize(self._width, theme.CONTROL)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._width, 48), theme.CONTROL)

    def _announce(self, value: int) -> None:
        self._uneven = ""
        if value != self._known:  # Qt says the old number again when it puts it back
            self._known = value
            self.edited.emit(value)

    def _typed(self, text: str) -> None:
        """The greatest of uneven numbers, typed, is an edit although the box's value is the same."""
        if self._uneven and parse_number(text) == self.value():
            self._uneven = ""
            self.edited.emit(self.value())


class DecimalBox(QDoubleSpinBox):
    """A box for a number with decimals, under the same rules as `NumberBox`.

    With ``nonzero`` the number 0 is passed over: nothing can be divided by it.
    """

    edited = Signal(float)
    _nonzero = False

    def __init__(
        self,
        low: float,
        high: float,
        parent: QWidget | None = None,
        *,
        width: int = 64,
        value: float = 0.0,
        nonzero: bool = False,
    ) -> None:
        super().__init__(parent)
        self._width = width
        self.lineEdit().setTextMargins(TEXT_MARGIN, 0, 0, 0)
        self._nonzero = nonzero
        self.setDecimals(6)
        self.setRange(low, high)
        self.setValue(value)
        self.setKeyboardTracking(True)
        self._known = self.value()
        self.valueChanged.connect(self._announce)

    def show_value(self, value: float) -> None:
        """Show ``value`` without announcing it."""
        if abs(self.value() - value) < 5e-7:
            return
        blocker = QSignalBlocker(self)
        self.setValue(value)
        self._known = self.value()
        blocker.unblock()

    def textFromValue(self, value: float) -> str:
        return box_text(value)

    def valueFromText(self, text: str) -> float:
        number = parse_number(text)
        return self.value() if number is None else number

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        number = parse_number(text)
        if number is None:
            return (_State.Intermediate if could_become_number(text) else _State.Invalid), text, position
        good = self.minimum() <= number <= self.maximum() and not (self._nonzero and number == 0)
        return (_State.Acceptable if good else _State.Intermediate), text, position

    def stepBy(self, steps: int) -> None:
        target = round(self.value() + steps * self.singleStep(), self.decimals())
        if self._nonzero and target == 0:
            target += self.singleStep() if steps > 0 else -self.singleStep()
        self.setValue(target)
        self.selectAll()

    def sizeHint(self) -> QSize:
        return QSize(self._width, theme.CONTROL)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._width, 48), theme.CONTROL)

    def _announce(self, value: float) -> None:
        if value != self._known:  # Qt says the old number again when it puts it back
            self._known = value
            self.edited.emit(value)
