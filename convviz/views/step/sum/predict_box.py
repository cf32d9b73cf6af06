"""A box for a guess, in the place of a result that is still hidden."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from convviz.views.base.numbers import figure
from convviz.views.base.stylesheet import restyle
from convviz.views.controls.number_text import parse_number

CLOSE = 0.006
"""A guess within half a hundredth of the result is right: two decimals are shown."""


class PredictBox(QWidget):
    """Takes a guess; once revealed, says whether it was right, and what is true. It never blocks."""

    guessed = Signal(str)
    """The text that was typed, with Enter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = QLabel(self)
        self.question.setProperty("role", "caption")
        self.question.setWordWrap(True)
        self.edit = QLineEdit(self)
        self.edit.setMaximumWidth(140)
        self.edit.returnPressed.connect(self._on_return)
        self.verdict = QLabel(self)
        self.verdict.setWordWrap(True)
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.question, self.edit, self.verdict):
            column.addWidget(widget)
        self._asked = ""
        self.verdict.hide()
        self.retranslate()

    def ask(self, question: str) -> None:
        """Ask ``question`` anew, e.g. "Your guess for output (1, 1)"; "" for the plain one."""
        self._asked = question
        self.edit.clear()
        self.edit.setReadOnly(False)
        self.verdict.clear()
        self.verdict.hide()
        self.question.show()
        self.edit.show()
        self.retranslate()

    def guess(self) -> str:
        """What is typed, without blanks around it."""
        return self.edit.text().strip()

    def reveal(self, value: float, decimals: int | None = None) -> bool | None:
        """Tell a number; returns whether the guess was right, None where there was none."""
        number = parse_number(self.guess()) if self.guess() else None
        right = None if not self.guess() else number is not None and abs(number - value) < CLOSE
        self.reveal_text(figure(value, decimals), right)
        return right

    def reveal_text(self, truth: str, right: bool | None) -> None:
        """Tell any truth (a size, say); ``right`` is None where nothing was guessed."""
        if right is None:
            text = self.tr("It is {truth}.").format(truth=truth)
        elif right:
            text = self.tr("Right: {truth}.").format(truth=truth)
        else:
            text = self.tr("Not {guess}: it is {truth}.").format(guess=self.guess(), truth=truth)
        self.verdict.setProperty("role", {True: "ok", False: "error", None: "caption"}[right])
        restyle(self.verdict)
        self.verdict.setText(text)
        self.edit.setReadOnly(True)
        self.edit.hide()
        self.question.hide()
        self.verdict.show()

    def verdict_text(self) -> str:
        """What was told; "" before."""
        return self.verdict.text()

    def retranslate(self) -> None:
        """Set every text anew in the language of the moment."""
        self.question.setText(self._asked or self.tr("What will it be?"))
        self.edit.setPlaceholderText(self.tr("your guess"))
        self.edit.setAccessibleName(self.question.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _on_return(self) -> None:
        if self.guess() and not self.edit.isReadOnly():
            self.guessed.emit(self.guess())
