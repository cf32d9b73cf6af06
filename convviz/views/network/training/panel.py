"""How the network was trained: its numbers, the plots of accuracy and loss, and a sentence about them."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QPolygonF, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from convviz.core.base.spacing import spaced
from convviz.views.base import theme
from convviz.views.base.boxes import in_row
from convviz.views.base.numbers import figure
from convviz.views.base.painted import Adaptive, Painted
from convviz.views.base.plain import markup_label, set_markup_tip, set_tip
from convviz.views.base.scale import px
from convviz.views.controls.pieces import Placed, role_label
from convviz.views.network.training.axes import LINES, SYMBOLS, WIDTH, History, HistoryAxes, colour, pyqtgraph


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
        self._row = in_row(on=self, spacing=16)
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
        set_tip(
            self,
            self.tr(
                "Point at an epoch to read its numbers (left and right arrow keys). "
                "The wheel enlarges, a double click shows everything. "
                "Upright, the plots are logarithmic: half the loss, or half the mistakes, is always as far."
            ),
        )
        self._write()


LEFT, GAP, TOP = 226, 18, 6
WORDS_LEAST, WORDS_MOST, WORDS_SHARE, STEP = 300, 560, 0.42, 20


class HistoryReadout(Adaptive, QWidget):
    """A row for every line there is: its mark, its name, accuracy and loss."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[History, int] | None = None
        self.epoch = role_label("title", self)
        self.heads = (role_label("caption", self), role_label("caption", self))
        self.marks = {key: LineMark(key, self) for key in LINES}
        self.names = {key: role_label("label", self) for key in LINES}
        self.figures = {key: (role_label("body", self), role_label("body", self)) for key in LINES}
        self.kept_mark, self.kept = LineMark("", self), role_label("label", self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(3))
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
                percent = "" if accuracy is None else figure(100 * accuracy, 2)
                self.figures[key][0].setText(percent and self.tr("{percent} %").format(percent=percent))
                self.figures[key][1].setText("" if loss is None else figure(loss, 4))

    def retranslate(self) -> None:
        texts = {"train": self.tr("training"), "held_out": self.tr("held out"), "test": self.tr("test")}
        for key, text in texts.items():
            self.names[key].setText(text)
        self.heads[0].setText(self.tr("accuracy"))
        self.heads[1].setText(self.tr("loss"))
        self._write()


class LineMark(Painted):
    """A piece of a line with one point on it, or (``key`` empty) of the dashes at the kept epoch."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(px(24), px(14))

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        middle = QRectF(self.rect()).center()
        if not self.key:
            painter.setPen(QPen(scheme.color("text3"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), self.height()))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(scheme, self.key), WIDTH))
        painter.drawLine(QPointF(1, middle.y()), QPointF(self.width() - 1, middle.y()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(scheme, self.key))
        place = QRectF(middle.x() - 4, middle.y() - 4, 8, 8)
        if SYMBOLS[self.key] == "o":
            painter.drawEllipse(place)
        elif SYMBOLS[self.key] == "s":
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            points = [place.bottomLeft(), place.bottomRight(), QPointF(middle.x(), place.top())]
            painter.drawPolygon(QPolygonF(points))


class HistoryPanel(Placed, QWidget):
    """The page of the tab; without a history it holds nothing but a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: History | None = None
        self.readout = HistoryReadout(self)
        self.plot = HistoryPlot(self)
        self.words = markup_label(self)
        self.words.setProperty("role", "caption")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.plot.pointed.connect(self._on_pointed)
        self.set_history(None)

    def set_history(self, history: History | None) -> None:
        """Show a training, or nothing."""
        self._history = history
        self.plot.set_history(history)
        for widget in (self.readout, self.plot):
            widget.setVisible(history is not None)
        self._on_pointed(None)
        self.arrange()

    def set_sentences(self, texts: Sequence[str]) -> None:
        """What is said beside it, one sentence or two to a paragraph."""
        paragraphs = (f'<p style="margin: 0 0 5px 0">{escape(text)}</p>' for text in texts)
        self.words.setText("".join(paragraphs))
        set_markup_tip(self.words, self.words.text())
        self.plot.setAccessibleDescription(spaced(texts))
        self.arrange()

    def _on_pointed(self, at: int | None) -> None:
        history = self._history
        if history is not None:
            self.readout.set_epoch(history, history.position(history.kept) if at is None else at)

    def arrange(self) -> None:
        width, height = self.width(), self.height() - px(TOP)
        if self._history is None:
            self.words.setGeometry(0, px(TOP), width, height)
            return
        words = self._width_of_words(width, height)
        self.readout.setGeometry(0, px(TOP), px(LEFT), height)
        self.words.setGeometry(width - words, px(TOP), words, height)
        self.plot.setGeometry(
            px(LEFT) + px(GAP), px(TOP), max(0, width - px(LEFT) - words - 2 * px(GAP)), height
        )

    def _width_of_words(self, width: int, height: int) -> int:
        """As narrow as the height allows: the rest is for the plots."""
        most = round(min(px(WORDS_MOST), WORDS_SHARE * width))
        widths = range(min(px(WORDS_LEAST), most), most, px(STEP))
        return next((wide for wide in widths if self.words.heightForWidth(wide) <= height), most)
