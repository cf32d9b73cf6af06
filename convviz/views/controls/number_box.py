"""Numbers that are typed: their text, boxes for one number, boxes for a pair."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QSizePolicy, QSpinBox, QWidget

from convviz.core.base import typed
from convviz.core.base.limits import FARTHEST, LIMITS, Limit
from convviz.core.base.typed import could_become_number as could_become_number
from convviz.core.sizes.settings import Pair
from convviz.views.base import theme
from convviz.views.base.boxes import in_row
from convviz.views.base.numbers import MINUS, figure
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import restyle
from convviz.views.controls.refusing import Refusing

TEXT_MARGIN = 9  # a stylesheet's padding does not reach the text of a spin box
DECIMALS = 15


def parse_number(text: str, farthest: float = FARTHEST) -> float | None:
    """The number a person typed, or None where the text is none, or one beyond ``farthest``.

    Both minus signs, a comma as decimal mark and simple fractions are understood, because they
    are what people type and what spreadsheets paste.

    >>> parse_number("\u22121,5")
    -1.5
    >>> parse_number("1/4")
    0.25
    >>> parse_number("1,5x") is None
    True
    """
    try:
        return typed.parse_number(text, farthest)
    except ValueError:
        return None


def box_text(value: float) -> str:
    """A number as an input box shows it: a real minus sign, no commas for thousands.

    >>> box_text(-1020), box_text(1e-7)
    ('\u22121020', '1e\u221207')
    """
    text = figure(value).replace(",", "")
    return text if value == 0 or text.strip("0." + MINUS) else f"{value:.4g}".replace("-", MINUS)


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
        row = in_row(on=self, spacing=6)
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
            set_tip(box, name)
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


def set_invalid(widget: QWidget, invalid: bool) -> None:
    """Frame an input in the colour of errors, or take that frame away."""
    if bool(widget.property("invalid")) != invalid:
        widget.setProperty("invalid", invalid)
        restyle(widget)


class NumberBox(Refusing, QSpinBox):
    """A box for a whole number that never goes blank.

    What it cannot take it refuses as `Refusing` says; emptied and left, it shows its last good number.
    ``edited`` is what the person did, `show_value` what the program shows; only the first is ever
    announced. What is typed is announced digit by digit, or, with ``live=False``, when it is entered: on
    Enter, or on leaving the box. ``withdrawn``: what was announced since the typing began is to be forgotten.
    """

    WHOLE = True
    edited = Signal(int)
    withdrawn = Signal()
    _uneven = ""

    def __init__(
        self,
        low: int,
        high: int,
        parent: QWidget | None = None,
        *,
        width: int = 64,
        value: int = 1,
        live: bool = True,
    ) -> None:
        super().__init__(parent)
        self._width = width
        self.lineEdit().setTextMargins(px(TEXT_MARGIN), 0, 0, 0)
        self.setRange(low, high)
        self.setValue(value)
        self.setKeyboardTracking(live)
        self._known = value
        self.valueChanged.connect(self._announce)
        self.lineEdit().textEdited.connect(self._typed)
        self.begin()

    def show_value(self, value: int, uneven: str = "") -> None:
        """Show ``value`` without announcing it; ``uneven`` stands in its place until it is edited."""
        if self.value() == value and self._uneven == uneven:
            self._known = value
            return  # leave the text alone: the person may be typing it
        blocker = QSignalBlocker(self)
        self._uneven = uneven
        if self.value() == value:
            self.lineEdit().setText(self.textFromValue(value))
        self.setValue(value)
        self._known = value
        blocker.unblock()
        if not self.is_typing():
            self.settle()

    def stepBy(self, steps: int) -> None:
        self._uneven = ""
        super().stepBy(steps)

    def textFromValue(self, value: int) -> str:
        return self._uneven or box_text(value)

    def valueFromText(self, text: str) -> int:
        return self.value() if self.stands(text) else round(self.reads(text))

    def sizeHint(self) -> QSize:
        return QSize(px(self._width), px(theme.CONTROL))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(min(self._width, 48)), px(theme.CONTROL))

    def _announce(self, value: int) -> None:
        self._uneven = ""
        if value != self._known:  # Qt says the old number again when it puts it back
            self._known = value
            self.tell(value)
        if not self.is_typing():
            self.settle()

    def _typed(self, text: str) -> None:
        """The greatest of uneven numbers, typed, is an edit although the box's value is the same."""
        if self._uneven and parse_number(text) == self.value():
            self._uneven = ""
            self.tell(self.value())


class DecimalBox(Refusing, QDoubleSpinBox):
    """A box for a number with decimals, under the same rules as `NumberBox`.

    It shows some decimals of its number and keeps all. With ``nonzero`` the number 0, and all too near
    to it, are passed over: nothing can be divided by them.
    """

    edited = Signal(float)
    withdrawn = Signal()
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
        self.lineEdit().setTextMargins(px(TEXT_MARGIN), 0, 0, 0)
        self._nonzero = nonzero
        self.setDecimals(DECIMALS)
        self.setRange(low, high)
        self.setValue(value)
        self.setKeyboardTracking(True)
        self._known = self.value()
        self.valueChanged.connect(self._announce)
        self.begin()

    def show_value(self, value: float) -> None:
        """Show ``value`` without announcing it."""
        if self.value() == value or abs(self.value() - value) < 10.0**-DECIMALS:
            return
        blocker = QSignalBlocker(self)
        self.setValue(value)
        self._known = self.value()
        blocker.unblock()
        if not self.is_typing():
            self.settle()

    def limit(self) -> Limit:
        return Limit(self.minimum(), self.maximum(), LIMITS["divisor"].least if self._nonzero else 0.0)

    def textFromValue(self, value: float) -> str:
        return box_text(value)

    def valueFromText(self, text: str) -> float:
        return self.value() if self.stands(text) else self.reads(text)

    def stepBy(self, steps: int) -> None:
        target = round(self.value() + steps * self.singleStep(), 6)
        if self._nonzero and target == 0:
            target += self.singleStep() if steps > 0 else -self.singleStep()
        self.setValue(target)
        self.selectAll()

    def sizeHint(self) -> QSize:
        return QSize(px(self._width), px(theme.CONTROL))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(min(self._width, 48)), px(theme.CONTROL))

    def _announce(self, value: float) -> None:
        if value != self._known:  # Qt says the old number again when it puts it back
            self._known = value
            self.tell(value)
        if not self.is_typing():
            self.settle()
