"""What boxes for numbers do with a text that does not fit: they say so, and keep their number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QValidator
from PySide6.QtWidgets import QAbstractButton

from convviz.core.base.limits import Limit
from convviz.core.base.typed import could_become_number, is_number, read_number
from convviz.views.base.painted import ENTER_KEYS
from convviz.views.base.stylesheet import restyle
from convviz.views.base.texts import reason_text
from convviz.views.controls.beside import Beside

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractSpinBox as AnyBox
else:
    AnyBox = object  # so that `Refusing` stands before any Qt class

_State = QValidator.State
_AWAY = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class Refusing(AnyBox):
    """Stands before Qt's spin boxes: whatever is typed or pasted stands there, and is taken if it fits.

    As soon as a text can no longer become a number that fits, the box is framed and a sentence with the
    number and the limit stands beside it, and the number from before the typing began is the box's again;
    Esc brings back its text, too. On Enter and on leaving, every text that does not fit is answered so, and
    the sentence stays for a while beside the number that is kept.
    """

    WHOLE = False
    edited: Any
    withdrawn: Any
    if TYPE_CHECKING:
        value: Any
        setValue: Any  # noqa: N815 - Qt's own
        minimum: Any
        maximum: Any
        textFromValue: Any  # noqa: N815

    def begin(self) -> None:
        """Start to watch what is typed; the last thing a box does when it is made."""
        self._beside = Beside(self)
        self._settled: Any = self.value()
        self._typing, self._told, self._just_now, self._said = False, False, False, ""
        self.lineEdit().textEdited.connect(self._on_edited)
        self.lineEdit().textChanged.connect(self._on_changed)
        self.editingFinished.connect(self.settle)

    def complaint(self) -> str:
        """The sentence beside the box, "" where there is none."""
        return self._beside.text() if self._beside.isVisible() else ""

    def is_typing(self) -> bool:
        """Whether a text is typed that is not entered yet."""
        return self._typing

    def settle(self) -> None:
        """What is in the box now is what Esc goes back to."""
        self._settled, self._typing, self._told = self.value(), False, False

    def take_back(self) -> None:
        """Go back to the number from before the typing began."""
        self.withdraw()
        self._typing = False
        self._beside.hush()
        self.lineEdit().setText(self.textFromValue(self.value()))
        self._frame(False)
        self.selectAll()

    def holds_up(self) -> bool:
        """Whether what was typed is refused now, or was so by the click that is just under way."""
        if self._refuse():
            self._keep()
        return self._just_now

    def limit(self) -> Limit:
        """What fits into the box."""
        return Limit(self.minimum(), self.maximum())

    def reads(self, text: str) -> float:
        """The number that fits; ValueError with the sentence."""
        return read_number(text, self.limit(), self.accessibleName(), whole=self.WHOLE)

    def stands(self, text: str) -> bool:
        """Whether a text is no number and yet right, as what the box itself shows."""
        return text == self.textFromValue(self.value())

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Everything may be typed; what fits is taken."""
        return (_State.Intermediate if self._problem(text) is not None else _State.Acceptable), text, position

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and self._refuse():
            self._keep()
            event.accept()
        elif self._goes_back(event):
            self.take_back()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        wrong = event.reason() not in _AWAY and self._refuse()
        super().focusOutEvent(event)
        if wrong:
            self._keep()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._goes_back(event):
            event.accept()  # Esc leaves the text, not the page
            return True
        return bool(super().event(event))

    def _goes_back(self, event: Any) -> bool:
        """Whether a key takes back what is being typed."""
        if event.key() == Qt.Key.Key_Escape:
            return self._typing or bool(self.complaint())
        return bool(self.is_refused() and event.matches(QKeySequence.StandardKey.Undo))

    def is_refused(self) -> bool:
        """Whether the text that stands in the box is one that can never be taken."""
        return self._typing and self._is_hopeless(self.text())

    def _problem(self, text: str) -> Exception | None:
        if self.stands(text):
            return None
        try:
            self.reads(text)
        except ValueError as error:
            return error
        return None

    def _is_hopeless(self, text: str) -> bool:
        """Whether no more typing makes ``text`` fit: letters, and numbers beyond the far end."""
        if self._problem(text) is None:
            return False
        if not is_number(text):
            return not could_become_number(text)
        try:
            number = read_number(text, Limit(float("-inf"), float("inf")), "")
        except ValueError:
            return True
        return number > max(self.maximum(), 0) or number < min(self.minimum(), 0)

    def _refuse(self) -> bool:
        """Say why the text is not taken; False where it is, or where there is none."""
        text = self.text()
        problem = self._problem(text) if text.strip() else None
        if problem is None:
            return False
        self._withdraw_number()
        self._said = reason_text(problem)
        self._frame(True)
        self._beside.say(self._said)
        return True

    def _keep(self) -> None:
        """Show the number that is kept, and beside it why."""
        self.take_back()
        self._beside.say(self._said, for_a_while=True)
        self._just_now = True
        QTimer.singleShot(0, self, self._be_past)

    def _be_past(self) -> None:
        self._just_now = False

    def withdraw(self) -> None:
        """Give back the number from before: in the box, and to whoever has heard of others.

        They get it as another number, and then the word that nothing has happened.
        """
        told = self._told
        self.setValue(self._settled)
        self._told = False
        if told:
            self.withdrawn.emit()

    def tell(self, value: Any) -> None:
        """Announce what the person did."""
        self._told = self._typing
        self.edited.emit(value)

    def _withdraw_number(self) -> None:
        """The same, and leave the text as it is."""
        line = self.lineEdit()
        text, place = line.text(), line.cursorPosition()
        self.withdraw()
        if line.text() != text:
            line.setText(text)
            line.setCursorPosition(place)
            line.setModified(True)

    def _on_edited(self, text: str) -> None:
        self._typing = True
        if self._is_hopeless(text):
            self._refuse()

    def _on_changed(self, text: str) -> None:
        if not self._is_hopeless(text):
            self._beside.hush()
            self._frame(False)

    def _frame(self, refused: bool) -> None:
        """The colour of errors; `set_invalid` frames a box for a number that fits it, but nothing else."""
        if bool(self.property("refused")) != refused:
            self.setProperty("refused", refused)
            restyle(self)


class Gate(QObject):
    """Lets a button through, ``passed()``, unless the click has just made one of ``boxes`` refuse a number.

    What would begin otherwise is not what the person has typed, and the sentence beside the box is unread.
    """

    passed = Signal()

    def __init__(self, button: QAbstractButton, *boxes: Refusing) -> None:
        super().__init__(button)
        self._boxes = boxes
        self._held = False
        button.pressed.connect(self._on_pressed)
        button.clicked.connect(self._on_clicked)

    def _on_pressed(self) -> None:
        self._held = self._holds()

    def _on_clicked(self) -> None:
        held, self._held = self._held or self._holds(), False
        if not held:
            self.passed.emit()

    def _holds(self) -> bool:
        held = [box.holds_up() for box in self._boxes]  # all of them are asked
        return any(held)
