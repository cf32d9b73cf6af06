"""The operation of a step: its parts, window × kernel = products, and the same as a matrix's row."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.core.explain.trace import ConvolutionTrace, PoolingTrace
from convviz.core.film.moments import Detail, Moment, Part
from convviz.views.base import theme
from convviz.views.base.boxes import in_column
from convviz.views.base.colours import ColourScale
from convviz.views.base.painted import Painted
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import hairline
from convviz.views.base.texts import say
from convviz.views.controls.choices import Segmented
from convviz.views.controls.pieces import StepCard, role_label
from convviz.views.explain.why.content import Scales
from convviz.views.step.operation.matrix_view import MatrixView
from convviz.views.step.operation.small_grid import OperationShow, convolution_show, pooling_show
from convviz.views.step.operation.view import OperationView

LIT = {"place": 0, "multiply": 1, "add": 2, "finish": 3, "land": 3}
GAP, THICK = 2.0, 4.0
MATRIX, MATRIX_FOLDED, ROOM_FOR_MATRIX = 153, 18, 410


def part_names(kind: str) -> tuple[str, ...]:
    """The words for the four parts; ``kind`` is "convolution", "max" or "mean"."""
    place, land = say("Step", "Place"), say("Step", "Land")
    multiply, add = say("Step", "Multiply"), say("Step", "Add")
    look, choose = say("Step", "Compare"), say("Step", "Choose")
    gather = say("Step", "Gather")
    return {
        "convolution": (place, multiply, add, land),
        "max": (place, look, choose, land),
        "mean": (place, gather, add, land),
    }[kind]


class PartsBar(Painted):
    """Four strokes with their words; parts that are over stay tinted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part: Part = "place"
        self._kind = "convolution"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px(26))

    def sizeHint(self) -> QSize:
        return QSize(px(460), px(26))

    def set_part(self, part: Part, kind: str = "convolution") -> None:
        """Light a part; "finish" (divide, bias, activation) belongs to landing."""
        self._part, self._kind = part, kind
        self.setAccessibleName(part_names(kind)[LIT[part]])
        self.update()

    def draw(self, painter: QPainter, colours: theme.Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit, names = LIT[self._part], part_names(self._kind)
        width = (self.width() + GAP) / len(names)
        for index, name in enumerate(names):
            stroke = QRectF(index * width, 1, width - GAP, THICK)
            colour = colours.color("line" if index > lit else "accent")
            if index < lit:
                colour.setAlphaF(0.45)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(stroke, THICK / 2, THICK / 2)
            painter.setFont(theme.font("title" if index == lit else "label", self.font(), pixels=px(12.5)))
            painter.setPen(colours.color("accent" if index == lit else "text2"))
            place = QRectF(stroke.left() + 1, px(8), stroke.width(), px(18))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)


class OperationCard(StepCard):
    """What happens in the step at hand; "Matrix" gives the whole card to W."""

    view_chosen = Signal(str)
    """"grids" or "matrix"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Segmented(("grids", "matrix"), self, small=True, width=60)
        self.choice.show_key("grids")
        self.choice.chosen.connect(self._on_chosen)
        self.add_tool(self.choice)
        self.parts = PartsBar(self)
        self.view = OperationView(self)
        self.line = hairline(self)
        self.heading = role_label("caption", self)
        self.matrix = MatrixView(self)
        self._many = self._hidden = self._pooled = self._presented = False
        self._build()
        self.retranslate()

    def _build(self) -> None:
        parts = (self.parts, 5, (self.view, 1), 6, self.line, 6, self.heading, 2, self.matrix)
        self._body = in_column(*parts, margins=(12, 12, 12, 12), spacing=0)
        self.column.addLayout(self._body, 1)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Operation"))
        self.view.setAccessibleName(self.tr("Operation"))
        self.choice.set_texts((self.tr("Grids"), self.tr("Matrix")))
        widest = max(self.choice.button(key).sizeHint().width() for key in ("grids", "matrix"))
        for key in ("grids", "matrix"):
            self.choice.button(key).setFixedWidth(widest + 4)
        self.heading.setText(self.tr("the same step as one row of a matrix"))

    def set_step(self, step: int, steps: int) -> None:
        """Which output cell of how many, counted from 1."""
        text = self.tr("step {n} of {all}").format(n=f"{step:,}", all=f"{steps:,}")
        self.set_caption(text, f"{step:,} / {steps:,}", f"{step:,}")

    def set_presented(self, presented: bool) -> None:
        """Give the grids all the room: the row of the matrix is shown only where it is asked for."""
        self._presented = presented
        self._arrange()

    def set_turned(self, turned: bool) -> None:
        """Whether the kernel of the next moment is turned by 180 degrees; where it was not, it turns."""
        self.view.half_turn.set_turned(turned)

    def set_hidden(self, hidden: bool) -> None:
        """Keep the result back from the next moment on: it is to be guessed."""
        self._hidden = hidden

    def set_moment(
        self, trace: ConvolutionTrace | PoolingTrace | None, moment: Moment, detail: Detail, scales: Scales
    ) -> None:
        """Show the arithmetic of an output cell as far as ``moment`` has come."""
        self._pooled = isinstance(trace, PoolingTrace)
        if trace is None:
            self.view.set_show(None)
        elif isinstance(trace, PoolingTrace):
            self.parts.set_part(moment.part, "max" if trace.kind == "max" else "mean")
            self.view.set_show(self._without_result(pooling_show(trace, moment, detail, scales)))
        else:
            self._many = trace.window.ndim == 3
            self.parts.set_part(moment.part)
            self.view.set_show(self._without_result(convolution_show(trace, moment, detail, scales)))
        self._arrange()

    def _without_result(self, show: OperationShow) -> OperationShow:
        """What may be seen while the result is hidden: not the pooled value, nor the channels' total."""
        if not self._hidden:
            return show
        if show.word:
            window, result = show.rows[0]
            return replace(show, rows=[[replace(window, ring=None), replace(result, shown=0, frame="")]])
        return replace(show, total="", sums=["" for _ in show.sums])

    def set_matrix(self, matrix: Any, reason: str = "") -> None:
        """W (see `core.matrix`), or None and the sentence why there is none."""
        self.matrix.set_matrix(matrix, reason)
        self._arrange()

    def set_matrix_row(self, row: int | None, outputs: NDArray[Any], landed: int, scale: ColourScale) -> None:
        """Light row ``row`` of W; of the output values the first ``landed`` stand beside it."""
        self.matrix.set_row(row)
        self.matrix.set_outputs(outputs, landed, scale)

    def show_view(self, key: str) -> None:
        """Show "grids" or "matrix", without announcing it."""
        self.choice.show_key(key)
        self._arrange()

    def _on_chosen(self, key: str) -> None:
        self._arrange()
        self.view_chosen.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Where there is little room the matrix folds to one line; pooling is none."""
        grids = self.choice.key() == "grids"
        for part in (self.parts, self.view):
            part.setVisible(grids)
        below = not grids or not (self._pooled or self._presented)
        self.matrix.setVisible(below)
        self.line.setVisible(grids and below)
        folded = self.height() < px(ROOM_FOR_MATRIX) or self._many
        self.heading.setVisible(below and not (grids and folded))
        wanted = px(MATRIX_FOLDED) if folded and grids else self._matrix_height()
        wanted = self.matrix.reason_height(self.width() - 26) or wanted
        self.matrix.set_wanted_height(wanted, at_most=grids)
        self._body.setStretchFactor(self.matrix, 0 if grids else 1)
        self._body.setStretchFactor(self.view, 1 if grids else 0)

    def _matrix_height(self) -> int:
        """The matrix keeps its height on low cards and takes a share of what is added."""
        return px(MATRIX) + max(0, (self.height() - px(434)) // 2)
