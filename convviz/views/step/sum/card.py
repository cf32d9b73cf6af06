"""The sum, written out: every term with its numbers, the staircase of the total, the result."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from convviz.core.explain.trace import ConvolutionTrace, PoolingTrace
from convviz.core.film.moments import Detail, Moment
from convviz.views.base import theme
from convviz.views.base.boxes import in_row
from convviz.views.base.icons import icon
from convviz.views.base.painted import PaintedParts
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import hairline
from convviz.views.controls.pieces import StepCard, write_button
from convviz.views.explain.why.content import Scales
from convviz.views.step.sum.paint_sum import fits_over_stairs, height_needed, paint_staircase, paint_terms
from convviz.views.step.sum.result import PredictBox, SumResult
from convviz.views.step.sum.show import SumShow, convolution_sum, pooling_sum

CAPTION, LONGEST_TIP = 17.0, 1500


class SumView(PaintedParts[SumShow]):
    """Paints a `SumShow`; the tooltip holds the whole sum where terms had to give way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show: SumShow | None = None
        self.setMouseTracking(False)  # there is a tooltip, but nothing lights up
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(px(160), px(60))
        self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(px(620), px(180))

    def set_show(self, show: SumShow | None) -> None:
        """Show a sum; None shows nothing."""
        self._show = show
        self.describe(show.text()[:LONGEST_TIP] if show is not None else "")
        self.update()

    def shown(self) -> SumShow | None:
        return self._show

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("The terms of the sum and its running total"))
        self.update()

    def part_at(self, place: QPointF) -> SumShow | None:
        return self._show

    def tip(self, part: SumShow) -> str:
        text = "" if fits_over_stairs(part, self.width(), self.font()) else part.text()
        return text if len(text) <= LONGEST_TIP else text[:LONGEST_TIP] + "\u2026"

    def draw(self, painter: QPainter, colours: theme.Tokens) -> None:
        show = self._show
        if show is None:
            return
        area = QRectF(self.rect())
        terms = height_needed(show, area.width(), self.font())
        paint_terms(painter, area, show, colours, self.font())
        captioned = area.height() - terms > px(90)
        stairs = area.adjusted(0, terms + (px(8) if captioned else 2), 0, -px(CAPTION) if captioned else 0)
        paint_staircase(painter, stairs, show, colours, self.font())
        if captioned:
            self.write_in(painter, "ruler", "text3")
            place = QRectF(0, area.bottom() - px(CAPTION) + 2, area.width(), px(CAPTION))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, flags, self._caption(show))

    def _caption(self, show: SumShow) -> str:
        if show.joint == ",":
            return self.tr("place in the map, and the largest so far")
        return self.tr("place in the window, and the sum so far")


class SumCard(StepCard):
    """Shows one output cell's arithmetic as far as the moment has come."""

    copied = Signal(str)
    """The text that was put on the clipboard."""

    guessed = Signal(str)
    """A guess for the hidden result."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copy_button = QToolButton(self)
        self.copy_button.setProperty("outlined", True)
        self.copy_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.copy_button.setIconSize(QSize(px(16), px(16)))
        self.copy_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.copy_button.clicked.connect(self._on_copy)
        self.add_tool(self.copy_button)
        self.view = SumView(self)
        self.result = SumResult(self)
        self.result.predict.guessed.connect(self.guessed)
        self._show: SumShow | None = None
        self._remark, self._hidden, self._asking = "", False, False
        self._value, self._cell = 0.0, ""
        line = hairline(self, upright=True)
        body = in_row((self.view, 1), line, self.result, margins=(12, 10, 8, 4), spacing=12)
        self.column.addLayout(body, 1)
        self.restyle()
        self.retranslate()

    def set_moment(
        self, trace: ConvolutionTrace | PoolingTrace | None, moment: Moment, detail: Detail, scales: Scales
    ) -> None:
        """Show the sum of an output cell as far as ``moment`` has come; None empties the card."""
        lit = detail == "product"
        if trace is None:
            self._show = None
        elif isinstance(trace, PoolingTrace):
            self._show = pooling_sum(trace, moment, scales, lit=lit)
        else:
            self._show = convolution_sum(trace, moment, scales, lit=lit)
        self._cell = "" if trace is None else f"({trace.row}, {trace.column})"
        self._value = 0.0 if trace is None else trace.value
        self._refresh()

    def set_remark(self, text: str) -> None:
        """A sentence about this very sum, e.g. that none can be larger; "" for none."""
        self._remark = text
        self._refresh()

    def ask(self, question: str | None) -> None:
        """Hide the result (and the total that gives it away) behind a question; None asks nothing."""
        self._asking = self._hidden = question is not None
        self.result.predict.ask(question or "")
        self._refresh()

    def set_hidden(self, hidden: bool) -> None:
        """Hide the result, or show it, and leave what the box asks as it is."""
        self._asking = self._hidden = hidden
        self._refresh()

    def reveal(self) -> bool | None:
        """Show the result and judge the guess: True, False, or None where nothing was typed."""
        self._hidden = False
        self._refresh()
        if not self._asking or self._show is None or self.result.predict.verdict_text():
            return None
        return self.result.predict.reveal(self._value, self._show.decimals or None)

    def predict_box(self) -> PredictBox:
        """The box for the guess."""
        return self.result.predict

    def text(self) -> str:
        """The whole sum in one line; "" while there is none, or it is hidden."""
        return "" if self._show is None or self._hidden else self._show.text()

    def _refresh(self) -> None:
        show = self._show
        self.set_caption(self.tr("output {cell}").format(cell=self._cell) if self._cell else "")
        self.copy_button.setEnabled(bool(self.text()))
        if show is None:
            self.view.set_show(None)
            self.result.set_texts("", [], "", complete=True)
        else:
            self.view.set_show(_without_result(show) if self._hidden else show)
            remark = self._remark if show.complete else ""
            self.result.set_texts(show.result, show.lines, remark, complete=show.complete)
        self.result.set_asking(self._asking, self._hidden)

    def _on_copy(self) -> None:
        text = self.text()
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)

    def retranslate(self) -> None:
        self.title.setText(self.tr("The sum, written out"))
        write_button(self.copy_button, self.tr("Copy"), self.tr("Copy the whole sum as one line of text"))
        self._refresh()

    def restyle(self) -> None:
        self.copy_button.setIcon(icon("copy", theme.tokens(self).color("text2"), px(16)))


def _without_result(show: SumShow) -> SumShow:
    """All terms, but not the last total, nor what follows from it."""
    added = min(show.added, len(show.terms) - 1)
    return replace(show, added=added, whole_result="?", whole_lines=[])
