"""The numbers of one epoch, each beside a piece of its line: legend and read-out in one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from convviz.views.base.numbers import figure
from convviz.views.network.history.curves import LINES, History
from convviz.views.network.history.marks import LineMark


class HistoryReadout(QWidget):
    """A row for every line there is: its mark, its name, accuracy and loss."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[History, int] | None = None
        self.epoch = self._label("title")
        self.heads = (self._label("caption"), self._label("caption"))
        self.marks = {key: LineMark(key, self) for key in LINES}
        self.names = {key: self._label("label") for key in LINES}
        self.figures = {key: (self._label("body"), self._label("body")) for key in LINES}
        self.kept_mark, self.kept = LineMark("", self), self._label("label")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.epoch, 0, 0, 1, 2)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column, head in enumerate(self.heads):
            grid.addWidget(head, 0, 2 + column, right)
        for row, key in enumerate(LINES, start=1):
            grid.addWidget(self.marks[key], row, 0)
            grid.addWidget(self.names[key], row, 1)
            for column, label in enumerate(self.figures[key]):
                grid.addWidget(label, row, 2 + column, right)
        grid.addWidget(self.kept_mark, 4, 0)
        grid.addWidget(self.kept, 4, 1, 1, 3)
        grid.setRowStretch(5, 1)
        self.retranslate()

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        return label

    def set_epoch(self, history: History, at: int) -> None:
        """Show the numbers of the epoch at a place in the history."""
        self._shown = history, at
        self._write()

    def _write(self) -> None:
        if self._shown is None:
            return
        history, at = self._shown
        self.epoch.setText(self.tr("Epoch {number}").format(number=history.numbers[at]))
        self.kept.setText(self.tr("kept: epoch {number}").format(number=history.kept))
        for key in LINES:
            there = key in history.lines
            for widget in (self.marks[key], self.names[key], *self.figures[key]):
                widget.setVisible(there)
            if there:
                accuracy, loss = history.accuracy[key][at], history.loss[key][at]
                self.figures[key][0].setText(self._percent(accuracy))
                self.figures[key][1].setText("" if loss is None else figure(loss, 4))

    def _percent(self, share: float | None) -> str:
        return "" if share is None else self.tr("{percent} %").format(percent=figure(100 * share, 2))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        texts = {"train": self.tr("training"), "held_out": self.tr("held out"), "test": self.tr("test")}
        for key, text in texts.items():
            self.names[key].setText(text)
        self.heads[0].setText(self.tr("accuracy"))
        self.heads[1].setText(self.tr("loss"))
        self._write()
