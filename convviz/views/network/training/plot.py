"""Accuracy and loss of every epoch of a training, as two plots with one pointer."""

from __future__ import annotations

import threading

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from convviz.views.base import theme
from convviz.views.base.painted import Adaptive
from convviz.views.controls.pieces import row_of
from convviz.views.network.training.axes import HistoryAxes, pyqtgraph
from convviz.views.network.training.curves import History


class HistoryPlot(Adaptive, QWidget):
    """Shows a `History`. ``pointed(position)``: the epoch under the mouse or the keys; None for none.

    The plots are built when they are first seen, since they bring a library along.
    """

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: History | None = None
        self._at: int | None = None
        self.accuracy: HistoryAxes | None = None
        self.loss: HistoryAxes | None = None
        self._row = row_of(parent=self, spacing=16)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def set_history(self, history: History | None) -> None:
        """Show a training, or nothing."""
        self._history, self._at = history, None
        if self.isVisible():
            self._fill()

    def position(self) -> int | None:
        """The place of the pointed epoch in the history."""
        return self._at

    def plots(self) -> tuple[HistoryAxes, ...]:
        """Both plots; none before they were seen."""
        return tuple(plot for plot in (self.accuracy, self.loss) if plot is not None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        history = self._history
        if history is None:
            return
        self.prepare()
        assert self.accuracy is not None
        assert self.loss is not None
        self.accuracy.set_history(history, history.accuracy)
        self.loss.set_history(history, history.loss)
        self.restyle()
        self._mark()

    def load(self) -> None:
        """Import the library in a thread, before `prepare` would do it in the window's: up to a second."""
        threading.Thread(target=pyqtgraph, name="convviz-plots").start()

    def prepare(self) -> None:
        """Build the plots now rather than with the first history, so that it is shown at once."""
        if self.accuracy is None or self.loss is None:
            self.accuracy, self.loss = self._built(accuracy=True), self._built(accuracy=False)
            self._write()
            self.restyle()

    def _built(self, *, accuracy: bool) -> HistoryAxes:
        plot = HistoryAxes(self, accuracy=accuracy)
        plot.pointed.connect(self._on_pointed)
        self._row.addWidget(plot.widget, 1)
        return plot

    # Pointing

    def point(self, at: int | None) -> None:
        """Look at an epoch by its place in the history, and announce it; None for none."""
        if at == self._at or self._history is None:
            return
        self._at = at
        self._mark()
        self.pointed.emit(at)

    def _mark(self) -> None:
        history = self._history
        number = None if self._at is None or history is None else history.numbers[self._at]
        for plot in self.plots():
            plot.set_cursor(number)

    def _on_pointed(self, number: float | None) -> None:
        if self._history is not None:
            self.point(None if number is None else self._history.position(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        history = self._history
        if history is None:
            super().keyPressEvent(event)
            return
        last = len(history.numbers) - 1
        here = history.position(history.kept) if self._at is None else self._at
        key = Qt.Key(event.key())
        targets = {
            Qt.Key.Key_Left: max(0, here - 1), Qt.Key.Key_Right: min(last, here + 1),
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }  # fmt: skip
        if key in targets:
            self.point(targets[key])
        elif key == Qt.Key.Key_Escape and self._at is not None:
            self.point(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.point(None)

    # Texts and colours

    def _write(self) -> None:
        if self.accuracy is not None and self.loss is not None:
            texts = self.tr("accuracy in %, stretched"), self.tr("accuracy in %"), self.tr("in %")
            self.accuracy.set_names(self.tr("epoch"), *texts)
            self.loss.set_names(self.tr("epoch"), self.tr("loss, stretched"), self.tr("loss"))

    def restyle(self) -> None:
        for plot in self.plots():
            plot.set_scheme(theme.tokens(self), self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.restyle()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Accuracy and loss of every epoch"))
        self.setToolTip(
            self.tr(
                "Point at an epoch to read its numbers (left and right arrow keys). "
                "The wheel enlarges, a double click shows everything. "
                "Upright, the plots are logarithmic: half the loss, or half the mistakes, is always as far."
            )
        )
        self._write()
