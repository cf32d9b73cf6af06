"""Editing a cell of the kernel: its keys, drags and wheel, and the box to type into."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from convviz.core.base.limits import LIMITS, Limit
from convviz.core.base.typed import could_become_number, is_number, plain, read_number, short
from convviz.views.base import theme
from convviz.views.base.numbers import MINUS
from convviz.views.base.painted import ARROWS
from convviz.views.base.scale import px
from convviz.views.controls.beside import Beside
from convviz.views.controls.number_box import box_text, set_invalid

FAR = 1000  # further than any kernel reaches: the rim
MOVES = {**ARROWS, Qt.Key.Key_Home: (0, -FAR), Qt.Key.Key_End: (0, FAR)}
DRAG_START, DRAG_STEP = 4, 8  # pixels before a press is a drag; pixels for a change of 1
NOTCH = 120  # what one click of a wheel turns it by
LEAST_WIDTH = 52
_KEYS = Qt.Key


def amount(modifiers: Qt.KeyboardModifier) -> float:
    """By how much one step changes a weight: 1, with Ctrl 0.1, with Shift 10."""
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return 0.1
    return 10.0 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1.0


def starts_number(event: QKeyEvent) -> bool:
    """Whether a key is the first character of a number: a digit, a minus, a decimal mark."""
    control = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return not control and len(event.text()) == 1 and plain(event.text()) in "0123456789-+.,"


@dataclass
class ValueDrag:
    """A press that changes a number once the pointer has gone up or down far enough."""

    start: float
    value: float
    moving: bool = False

    def to(self, y: float, modifiers: Qt.KeyboardModifier) -> float | None:
        """The number for a pointer at ``y``, or None while the press may still be a click.

        >>> ValueDrag(100, 2.0).to(84, Qt.KeyboardModifier.NoModifier)
        4.0
        """
        up = self.start - y
        if not self.moving and abs(up) < DRAG_START:
            return None
        self.moving = True
        return self.value + round(up / DRAG_STEP) * amount(modifiers)


class WheelNotches:
    """Adds up the parts of a notch that touch pads and fine wheels send."""

    def __init__(self) -> None:
        self._rest = 0

    def add(self, turn: int) -> int:
        """How many whole notches are full after ``turn`` more.

        >>> notches = WheelNotches()
        >>> [notches.add(part) for part in (80, 80, -40)]
        [0, 1, 0]
        """
        self._rest += turn
        whole = int(self._rest / NOTCH)
        self._rest -= whole * NOTCH
        return whole


class CellEditor(QLineEdit):
    """The line edit that lies over a cell while it is typed into.

    ``committed`` carries the number and where to go next, as (rows, columns) from the cell.
    Text that is no number, or one beyond the limits, is not taken: the box turns red, the sentence
    stands beside it, and the cell keeps its value.
    """

    committed = Signal(float, int, int)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = parent
        self.setProperty("own-undo", True)
        self._kept, self._limit = 0.0, LIMITS["weight"]
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setStyleSheet("QLineEdit { padding: 0; min-height: 0; max-height: 1000px; }")
        self.message = Beside(self)
        self.hide()
        self.textChanged.connect(self._check)

    def set_limit(self, limit: Limit) -> None:
        """Take numbers within these limits only."""
        self._limit = limit

    def open(self, place: QRect, value: float, text: str | None, name: str) -> None:
        """Begin on a cell: with ``text`` typed, or with its value selected where that is None."""
        self._kept = value
        spare = max(0, px(LEAST_WIDTH) - place.width())
        box = place.adjusted(-(spare // 2), 0, spare - spare // 2, 0)
        bounds = self._grid.rect()
        box.moveLeft(max(0, min(box.left(), bounds.width() - box.width())))
        self.setGeometry(box)
        self.setFont(theme.font("cell", self.font(), pixels=min(px(15), max(px(11), place.height() / 3))))
        self.setAccessibleName(name)
        self.setText(box_text(value) if text is None else text)
        if text is None:
            self.selectAll()
        self.show()
        self.raise_()
        self.setFocus()

    def is_open(self) -> bool:
        """Whether a cell is being typed into."""
        return not self.isHidden()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (_KEYS.Key_Tab, _KEYS.Key_Backtab):
                self._commit(0, 1 if event.key() == _KEYS.Key_Tab else -1)
                return True
            if event.key() == _KEYS.Key_Escape:
                self._close()
                return True
            if event.matches(QKeySequence.StandardKey.Undo):
                self._take_back()
                return True
        elif event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.accept()  # Esc leaves the cell, not the page; Undo takes back what is typed here first
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (_KEYS.Key_Return, _KEYS.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._commit(-1 if back else 1, 0)
        elif event.key() in (_KEYS.Key_Up, _KEYS.Key_Down):
            self._commit(-1 if event.key() == _KEYS.Key_Up else 1, 0)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.is_open() and event.reason() != Qt.FocusReason.PopupFocusReason:
            value, text = self._number(), self.text()
            if value is not None:
                self.committed.emit(value, 0, 0)
            self._hide()
            if value is None and text.strip():
                self.message.say(self._farewell(text), for_a_while=True)

    def _is_ours(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        return event.key() == _KEYS.Key_Escape or event.matches(QKeySequence.StandardKey.Undo)

    def _take_back(self) -> None:
        """Undo what was typed; where that is nothing, leave the cell: the next Undo is the window's."""
        if self.isUndoAvailable() and self.isModified():
            self.undo()
        else:
            self._close()

    def _commit(self, rows: int, columns: int) -> None:
        value = self._number()
        if value is None:
            self._show_error(True)
            return
        self._close()
        self.committed.emit(value, rows, columns)

    def _close(self) -> None:
        self._hide()
        self.closed.emit()

    def _hide(self) -> None:
        self.message.hush()
        self.hide()

    def complain(self, place: QRect, value: float) -> None:
        """Say beside a cell that is not typed into that no other number than ``value`` fits; see `hush`."""
        self._kept = value
        self.setGeometry(place)
        self.message.say(self._beyond())

    def hush(self) -> None:
        """Take back what `complain` said."""
        if not self.is_open() and self.message.isVisible():
            self._hide()

    def _number(self) -> float | None:
        """What is typed, if it is a number within the limits."""
        try:
            return read_number(self.text(), self._limit, "")
        except ValueError:
            return None

    def _check(self, text: str) -> None:
        begun = could_become_number(text) and not is_number(text)
        self._show_error(not begun and self._number() is None)

    def _show_error(self, wrong: bool) -> None:
        set_invalid(self, wrong)
        if wrong:
            self.message.say(self._sentence(self.text()))
        else:
            self.message.hush()

    def _sentence(self, text: str) -> str:
        """Why a text is not taken; it stands in the cell itself."""
        if is_number(text):
            return self._beyond()
        return self.tr("not a number; {value} is kept").format(value=box_text(self._kept))

    def _farewell(self, text: str) -> str:
        """The same, where the text is gone."""
        gaps = self._gaps()
        if is_number(text):
            return self.tr("{text} is not from {low} to {high}; {value} is kept").format(
                text=short(text), **gaps
            )
        return self.tr("{text} is not a number; {value} is kept").format(text=repr(short(text)), **gaps)

    def _beyond(self) -> str:
        return self.tr("not from {low} to {high}; {value} is kept").format(**self._gaps())

    def _gaps(self) -> dict[str, str]:
        low, high = (f"{end:.9g}".replace("-", MINUS) for end in (self._limit.low, self._limit.high))
        return {"low": low, "high": high, "value": box_text(self._kept)}
