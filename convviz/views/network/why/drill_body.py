"""Why this number? Its parts on the left; their running sum, as a staircase, and the result on the right."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, colours_of
from convviz.views.base.numbers import MINUS, figure
from convviz.views.base.painted import CENTRE, LEFT, Painted, PaintedParts
from convviz.views.base.scale import px
from convviz.views.controls.pieces import ElidedLabel, Placed, role_label
from convviz.views.explain.charts import SumChart
from convviz.views.network.maps.paint_maps import paint_frame
from convviz.views.network.why.blocks_view import BlocksView
from convviz.views.network.why.drill_content import Drill, SumShow
from convviz.views.network.why.rows_view import RowsView


class Waterfall(PaintedParts[int]):
    """Shows partial sums in their order; ``chosen(position)`` follows a click on a bar."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._partials: NDArray[Any] = np.zeros(0)
        self.setMouseTracking(False)  # a bar has a tooltip, but does not light up

    def set_partials(self, partials: NDArray[Any] | None) -> None:
        """Show these partial sums."""
        self._partials = np.zeros(0) if partials is None else np.asarray(partials, np.float64)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(330), px(96))

    def levels(self) -> NDArray[Any]:
        """The running sum before the first bar and after each."""
        return np.concatenate([[0.0], np.cumsum(self._partials)])

    def _chart(self) -> SumChart:
        area = QRectF(0, 2, self.width(), self.height() - 4)
        return SumChart.fitting(area, self.levels(), len(self._partials))

    def part_at(self, place: QPointF) -> int | None:
        """Which bar stands over or under a point."""
        return self._chart().column_at(place.x()) if len(self._partials) else None

    def choose(self, part: int) -> None:
        self.chosen.emit(part)

    def tip(self, part: int) -> str:
        return self.tr("{number}. partial sum: {partial}\nso far: {sum}").format(
            number=part + 1,
            partial=figure(float(self._partials[part]), 4),
            sum=figure(float(self.levels()[part + 1]), 4),
        )

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        if not len(self._partials):
            return
        chart = self._chart()
        chart.paint_zero(painter, scheme)
        bars = chart.steps(self.levels())
        seen = self._last_of_equals(bars)
        scale = ColourScale.signed(float(np.abs(self._partials).max()) or 1.0)
        part, floor = self._partials[seen], 0.35 * scale.high  # small steps must be seen as well
        shades = np.where(part > 0, np.maximum(part, floor), np.minimum(part, -floor))
        for bar, shade in zip(bars[seen].tolist(), colours_of(shades, scale, scheme), strict=True):
            painter.fillRect(QRectF(*bar), shade)

    def _last_of_equals(self, bars: NDArray[Any]) -> NDArray[Any]:
        """Positions of the bars that are not painted over by one on the very same pixels."""
        ends = np.hstack([bars[:, :2], bars[:, :2] + bars[:, 2:]])
        pixels = np.rint(ends * self.devicePixelRatioF())[::-1]
        return np.sort(len(bars) - 1 - np.unique(pixels, axis=0, return_index=True)[1])


SIDE_SHARE, SIDE_LEAST, SIDE_MOST = 0.255, 300, 420
HINT, CHART, CHECK = 22, 20, 18
LINES = 480
"""How wide a few lines are beside a sentence."""


class DrillBody(Placed, Painted):
    """Shows a `Drill`. ``operand_*`` come from blocks, ``row_*`` from rows."""

    operand_pointed, operand_chosen = Signal(object), Signal(object)
    row_pointed, row_chosen = Signal(int), Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drill = Drill()
        self.blocks = BlocksView(self)
        self.rows = RowsView(self)
        self.sentence = role_label("body", self, wraps=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.hint = ElidedLabel("caption", self)
        self.chart = ElidedLabel("caption", self)
        self.waterfall = Waterfall(self)
        self.line = SumLine(self)
        self.check = ElidedLabel("ok", self)
        self.blocks.pointed.connect(self.operand_pointed)
        self.blocks.chosen.connect(self.operand_chosen)
        self.rows.pointed.connect(self.row_pointed)
        self.rows.chosen.connect(self.row_chosen)
        self.waterfall.chosen.connect(self._show_part)

    def drill(self) -> Drill:
        """What is shown."""
        return self._drill

    def set_drill(self, drill: Drill, *, keep_place: bool = False) -> None:
        """Show everything about one number; ``keep_place`` where only the values have changed."""
        before, self._drill = self._drill, drill
        self.blocks.set_blocks(drill.blocks, keep_place=keep_place)
        if before.rows or drill.rows:
            self.rows.set_rows(drill.rows, keep_place=keep_place)
        self.sentence.setText(drill.sentence)
        self.hint.set_texts(drill.hint)
        self.chart.set_texts(drill.chart)
        self.waterfall.set_partials(drill.partials)
        self.line.set_sum(drill.sum)
        self.check.set_texts(*(drill.check or ("",)))
        self.arrange()

    def set_sentence(self, text: str) -> None:
        """Say something else about the number that is shown."""
        self.sentence.setText(text)

    def _show_part(self, position: int) -> None:
        if self._drill.blocks:
            self.blocks.show_block(position)
        else:
            self.rows.show_row(position)

    def arrange(self) -> None:
        width, height = self.width(), self.height()
        drill = self._drill
        side = (
            round(min(px(SIDE_MOST), max(px(SIDE_LEAST), width * SIDE_SHARE))) if drill.sum is not None else 0
        )
        left = width - (side + px(14) if side else 0)
        parts = height - (px(HINT) if drill.hint else px(8))
        self.blocks.setVisible(bool(drill.blocks))
        self.rows.setVisible(bool(drill.rows))
        wide = left - 4
        if drill.blocks and drill.sentence:
            self.blocks.setGeometry(0, 0, wide, parts)
            wide = min(wide, round(self.blocks.layout_of().pitch * len(drill.blocks)) + 12)
        self.blocks.setGeometry(0, 0, wide, parts)
        lines = min(px(LINES), left // 2) if drill.rows and drill.sentence else left - px(16)
        self.rows.setGeometry(4, 6, lines, parts - 6)
        words = wide + px(12) if drill.blocks else lines + px(28) if drill.rows else px(4)
        self.sentence.setVisible(bool(drill.sentence))
        top = px(10) if drill.rows else px(22)  # beside the first line, or the first row of a block
        self.sentence.setGeometry(words, top, max(0, left - words - px(8)), parts - top - 2)
        self.hint.setGeometry(px(4), height - px(HINT), left - px(12), px(HINT))
        self._place_side(width - side, side, height)
        self.update()

    def _place_side(self, x: int, side: int, height: int) -> None:
        for widget in (self.chart, self.waterfall, self.line, self.check):
            widget.setVisible(side > 0)
        self.chart.setGeometry(x, 0, side, px(CHART))
        chart = max(0, height - px(CHART) - self.line.height() - px(CHECK) - px(10))
        self.waterfall.setGeometry(x, px(CHART), side, chart)
        self.line.setGeometry(x, px(CHART) + chart + px(8), side, self.line.height())
        self.check.setGeometry(x, height - px(CHECK), side, px(CHECK))

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        if self._drill.sum is not None:
            painter.setPen(QPen(scheme.color("line"), 1))
            x = self.waterfall.x() - px(14)
            painter.drawLine(x, 2, x, self.height() - 4)


class SumLine(Painted):
    """Figures over the words that say what they are; the shown value framed in green."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sum: SumShow | None = None
        self.setFixedHeight(px(46))

    def set_sum(self, show: SumShow | None) -> None:
        """Show a sum, or nothing."""
        self._sum = show
        self.setAccessibleDescription(self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(330), px(46))

    def text(self) -> str:
        """The line as plain text."""
        return " ".join([figures for figures, _ in self.parts()])

    def parts(self) -> list[tuple[str, str]]:
        """(figures, words) of each part, the shown value last."""
        show = self._sum
        if show is None:
            return []
        places = show.decimals
        sign = MINUS if show.bias < 0 else "+"
        parts = [
            (figure(show.total, places), show.total_name),
            (f"{sign} {figure(abs(show.bias), places)}", self.tr("bias")),
            (f"= {figure(show.before, places)}", show.activation),
        ]
        return [*parts, (figure(show.value, places), self.tr("shown value"))]

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        parts = self.parts()
        if not parts:
            return
        base, widths = px(14.0), self._widths(parts, px(14.0))
        while base > px(10) and sum(widths) + 4 * len(parts) > self.width():
            base -= 1
            widths = self._widths(parts, base)
        gap = max(4.0, (self.width() - sum(widths) - 4 * len(parts)) / (len(parts) - 1) + 4)
        x, places = 0.0, []
        for wide in widths[:-1]:
            places.append((x, wide, LEFT))
            x += wide + gap
        places.append((self.width() - widths[-1], widths[-1], CENTRE))
        last = QRectF(places[-1][0], 2, places[-1][1], px(22))
        paint_frame(painter, last.adjusted(1.5, 0, -1.5, 0), scheme, "out", 2.0)
        self.write_in(painter, "title", "text1", pixels=base)
        for (x, wide, side), (figures, _) in zip(places, parts, strict=True):
            painter.drawText(QRectF(x, 2, wide, px(22)), side, figures)
        self.write_in(painter, "ruler", "text2", pixels=base - 2)
        for (x, wide, side), (_, words) in zip(places, parts, strict=True):
            painter.drawText(QRectF(x, px(27), wide, px(16)), side, words)

    def _widths(self, parts: list[tuple[str, str]], pixels: float) -> list[float]:
        """The room of each part; the last one has some for its frame."""
        strong = QFontMetricsF(theme.font("title", self.font(), pixels=pixels))
        small = QFontMetricsF(theme.font("ruler", self.font(), pixels=pixels - 2))
        widths = [max(strong.horizontalAdvance(one), small.horizontalAdvance(two)) + 2 for one, two in parts]
        return [*widths[:-1], widths[-1] + 10]
