"""The right part of the sum card: the result, large, and what becomes of it."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from convviz.views.base import theme
from convviz.views.step.sum.predict_box import PredictBox

WIDTH, LINES = 140, 4


class ResultLabel(QLabel):
    """A text in the colour of the theme of the moment; pale while it is not final."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pale = False

    def set_pale(self, pale: bool) -> None:
        self._pale = pale
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.tokens(self).color("text3" if self._pale else "text1"))
        painter.drawText(self.contentsRect(), int(self.alignment()), self.text())


class SumResult(QWidget):
    """ "= 9", the lines after it, a remark; the box for a guess while the result is hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.result = ResultLabel(self)
        self.result.setFont(theme.font("sum"))
        self.predict = PredictBox(self)
        self.predict.hide()
        self.lines = [QLabel(self) for _ in range(LINES)]
        for label in self.lines:
            label.setProperty("role", "label")
            label.setWordWrap(True)
        self.remark = QLabel(self)
        self.remark.setProperty("role", "label")
        self.remark.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        column.addWidget(self.result)
        column.addWidget(self.predict)
        column.addSpacing(6)
        for label in self.lines:
            column.addWidget(label)
            column.addSpacing(3)
        column.addSpacing(7)
        column.addWidget(self.remark)
        column.addStretch(1)

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
        for pixels in (34, 28, 23, 18, 14):
            font = theme.font("sum", self.result.font(), pixels=pixels)
            self.result.setFont(font)
            if self.result.fontMetrics().horizontalAdvance(text) <= WIDTH:
                return
