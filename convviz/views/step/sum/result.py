"""The right part of the sum card: the box for a guess, the result, large, and what becomes of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import STRETCH, in_column
from convviz.views.base.numbers import figure
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import PlainLabel
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import restyle
from convviz.views.controls.number_box import parse_number
from convviz.views.controls.pieces import role_label

CLOSE = 0.006
"""A guess within half a hundredth of the result is right: two decimals are shown."""
WIDTH, LINES = 140, 4


class PredictBox(Adaptive, QWidget):
    """Takes a guess; once revealed, says whether it was right, and what is true. It never blocks."""

    guessed = Signal(str)
    """The text that was typed, with Enter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = role_label("caption", self)
        self.question.setWordWrap(True)
        self.edit = QLineEdit(self)
        self.edit.setMaximumWidth(px(140))
        self.edit.returnPressed.connect(self._on_return)
        self.verdict = PlainLabel(self)
        self.verdict.setWordWrap(True)
        in_column(self.question, self.edit, self.verdict, on=self, spacing=4)
        self._asked = ""
        self.verdict.hide()
        self.retranslate()

    def ask(self, question: str) -> None:
        """Ask another ``question``, e.g. "Your guess for output (1, 1)"; "" for the plain one."""
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
        self.question.setText(self._asked or self.tr("What will it be?"))
        self.edit.setPlaceholderText(self.tr("your guess"))
        self.edit.setAccessibleName(self.question.text())

    def _on_return(self) -> None:
        if self.guess() and not self.edit.isReadOnly():
            self.guessed.emit(self.guess())


class ResultLabel(PlainLabel):
    """A text in the colour of the theme; pale while it is not final."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pale = False

    def set_pale(self, pale: bool) -> None:
        self._pale = pale
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(theme.tokens(self).color("text3" if self._pale else "text1"))
            painter.drawText(self.contentsRect(), int(self.alignment()), self.text())


class SumResult(QWidget):
    """ "= 9", the lines after it, a remark; the box for a guess while the result is hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(px(WIDTH))
        self.result = ResultLabel(self)
        self.result.setFont(theme.font("sum"))
        self.predict = PredictBox(self)
        self.predict.hide()
        self.lines = [PlainLabel(self) for _ in range(LINES)]
        for label in self.lines:
            label.setProperty("role", "label")
            label.setWordWrap(True)
        self.remark = role_label("label", self)
        self.remark.setWordWrap(True)
        lines = [part for label in self.lines for part in (label, 3)]
        below = (*lines, 7, self.remark, STRETCH)
        in_column(self.result, self.predict, 6, *below, on=self, margins=(0, 4, 0, 4), spacing=0)

    def set_texts(self, result: str, lines: list[str], remark: str, *, complete: bool) -> None:
        """Show ``result`` ("" while there is none; pale until it is ``complete``) and what follows."""
        self.result.setText(f"= {result}" if result else " ")
        self._fit(self.result.text())
        self.result.set_pale(not complete)
        for index, label in enumerate(self.lines):
            text = lines[index] if index < len(lines) else ""
            label.setText(text)
            label.setVisible(bool(text))
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))

    def set_asking(self, asking: bool, hidden: bool) -> None:
        """Show the box for a guess; ``hidden`` hides the result until it is revealed."""
        self.predict.setVisible(asking)
        self.result.setVisible(not hidden)
        for part in (*self.lines, self.remark):
            part.setVisible(not hidden and bool(part.text()))

    def _fit(self, text: str) -> None:
        """Long results stand smaller, so that all of them are seen."""
        for pixels in (px(34), px(28), px(23), px(18), px(14)):
            font = theme.font("sum", self.result.font(), pixels=pixels)
            self.result.setFont(font)
            if self.result.fontMetrics().horizontalAdvance(text) <= px(WIDTH):
                return
