"""Painting the timeline: boxes in their values' colours, ticks for rows, pins above, handle below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from convviz.core.film.moments import FilmStage
from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, image, words
from convviz.views.base.theme import Tokens
from convviz.views.picture.paint_highlights import frame, tab_letter
from convviz.views.step.timeline.layout import Place, Stretch, TimelineLayout

TOP, HEIGHT, TICK_DOWN = 34.0, 25.0, 5.0
LABELS, HANDLE = 20.0, 11.0


@dataclass(frozen=True)
class TimelinePainter:
    """Paints one layout with one painter."""

    painter: QPainter
    layout: TimelineLayout
    scheme: Tokens
    base: QFont

    def paint_cells(
        self,
        values: Mapping[FilmStage, NDArray[Any]],
        scale: ColourScale,
        passed: int,
        question: Place | None,
    ) -> None:
        """Every cell's place, those passed in their value's colour."""
        painter = self.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for stretch in self.layout.stretches:
            whole = QRectF(stretch.left, TOP, stretch.right - stretch.left, HEIGHT)
            painter.fillRect(whole, self.scheme.color("panel"))
            count = min(max(passed - stretch.first, 0), stretch.act.cells)
            array = values.get(stretch.act.stage)
            if count and array is not None:
                self._paint_passed(stretch, array, scale, count)
            self._paint_boxes(stretch, count)
        number = self.layout.number(question) if question is not None else None
        if number is not None:
            self._paint_question(self.layout.box(number, TOP, HEIGHT))

    def _paint_passed(self, stretch: Stretch, array: NDArray[Any], scale: ColourScale, count: int) -> None:
        """The values as a strip one pixel high, stretched over their boxes."""
        act = stretch.act
        rows = slice(act.rows.start, act.rows.start + -(-count // len(act.columns)))
        part = array[rows, act.columns.start : act.columns.stop]
        strip = part.reshape(1, -1, *part.shape[2:])[:, :count]
        strip = strip if strip.dtype == np.uint8 else strip.astype(np.float64)
        picture = image(words(strip, scale, self.scheme, cells=True))
        self.painter.drawImage(QRectF(stretch.left, TOP, count * stretch.pitch, HEIGHT), picture)

    def _paint_boxes(self, stretch: Stretch, passed: int) -> None:
        """The outline of every box: pale where the cell is still to come, in paper where it is not."""
        painter, act = self.painter, stretch.act
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.layout.boxed:
            painter.setPen(QPen(self.scheme.color("line"), 1))
            painter.drawRects([
                self.layout.box(stretch.first + i, TOP, HEIGHT).adjusted(0.5, 0.5, -1.5, -0.5)
                for i in range(passed, act.cells)
            ])  # fmt: skip
            return
        painter.setPen(QPen(self.scheme.color("line"), 1))
        painter.drawRects([
            QRectF(stretch.row_edge(r) + 0.5, TOP + 0.5, stretch.pitch * len(act.columns) - 1, HEIGHT - 1)
            for r in range(len(act.rows))
        ])  # fmt: skip

    def _paint_question(self, box: QRectF) -> None:
        self.painter.fillRect(box.adjusted(0, 0, -1, 0), self.scheme.color("accentsoft"))
        self.painter.setFont(theme.font("strong", self.base))
        self.painter.setPen(self.scheme.color("accent"))
        self.painter.drawText(box.adjusted(-6, 0, 6, 0), Qt.AlignmentFlag.AlignCenter, "?")

    def paint_ticks(self, current: int | None) -> None:
        """A tick and a label a row, as many labels as there is room for; the acts' names above."""
        for stretch in self.layout.stretches:
            self._paint_rows(stretch, current)
        if len(self.layout.stretches) > 1:
            for stretch in self.layout.stretches:
                self._paint_act(stretch)

    def _paint_rows(self, stretch: Stretch, current: int | None) -> None:
        painter, act = self.painter, stretch.act
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self.scheme.color("linestrong"), 1))
        edges = [round(stretch.row_edge(r)) for r in range(len(act.rows) + 1)]
        painter.drawLines([QLineF(x - 0.5, TOP - 4, x - 0.5, TOP + HEIGHT + TICK_DOWN) for x in edges])
        inside = current is not None and stretch.first <= current < stretch.first + act.cells
        row = (current - stretch.first) // len(act.columns) if inside and current is not None else None
        metrics = QFontMetricsF(theme.font("caption-strong", self.base))
        every = self._every(metrics.horizontalAdvance(self._row_text(act.rows[-1])) + 8, stretch)
        for r, number in enumerate(act.rows):
            near = row is not None and r != row and abs(r - row) < every
            if r != row and (r % every or near):
                continue
            painter.setFont(theme.font("caption-strong" if r == row else "ruler", self.base))
            painter.setPen(self.scheme.color("text1" if r == row else "text3"))
            left = min(edges[r] + 3.0, stretch.right - metrics.horizontalAdvance(self._row_text(number)) + 3)
            painter.drawText(QRectF(left, TOP + HEIGHT + 15, 120, 15), Qt.AlignmentFlag.AlignVCenter,
                             self._row_text(number))  # fmt: skip

    def _every(self, needed: float, stretch: Stretch) -> int:
        """Every how many rows there is room for a label."""
        width = stretch.pitch * len(stretch.act.columns)
        return next((n for n in (1, 2, 5, 10, 20) if needed <= n * width), 50)

    def _row_text(self, row: int) -> str:
        return QCoreApplication.translate("Step", "row {n}").format(n=row)

    def _paint_act(self, stretch: Stretch) -> None:
        names = {
            "convolution": QCoreApplication.translate("Step", "convolution"),
            "pooling": QCoreApplication.translate("Step", "pooling"),
        }
        self.painter.setFont(theme.font("ruler", self.base))
        self.painter.setPen(self.scheme.color("text3"))
        place = QRectF(stretch.left, TOP - 21, 140, 16)
        self.painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, names[stretch.act.stage])

    def paint_pins(self, pins: Mapping[str, Place]) -> None:
        """A letter above each pinned cell, on a short stem."""
        for letter, place in sorted(pins.items()):
            number = self.layout.number(place)
            if number is None:
                continue
            centre = self.layout.box(number, TOP, HEIGHT).center().x()
            colour = self.scheme.color(f"pin{letter}")
            self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            self.painter.setPen(QPen(colour, 2))
            self.painter.drawLine(QPointF(centre, 22), QPointF(centre, TOP - 3))
            tab_letter(self.painter, QRectF(round(centre) - 7, 9, 14, 14), letter, colour, self.scheme)

    def paint_handle(self, current: int, label: str, width: float) -> None:
        """The frame of the cell at hand, the handle under it, and ``label`` beside the handle."""
        painter = self.painter
        box = self.layout.box(current, TOP, HEIGHT)
        centre, top = box.center().x(), TOP + HEIGHT + 4
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = box.adjusted(0, -1, -1, 1)
        if shown.width() < 4:
            shown = QRectF(centre - 2, shown.top(), 4, shown.height())
        frame(painter, shown, self.scheme.color("out"), self.scheme, 2.5)
        shape = [(0, 0), (5, 5), (5, HANDLE), (-5, HANDLE), (-5, 5)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.scheme.color("accent"))
        painter.drawPolygon(QPolygonF([QPointF(centre + x, top + y) for x, y in shape]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if label:
            self._paint_label(centre, top, label, width)

    def _paint_label(self, centre: float, top: float, label: str, width: float) -> None:
        painter = self.painter
        painter.setFont(theme.font("ruler-strong", self.base))
        needed = QFontMetricsF(painter.font()).horizontalAdvance(label) + 10
        left = centre + 9 if centre + 9 + needed <= width else centre - 9 - needed
        area = QRectF(left, top - 1, needed, 13)
        painter.fillRect(area, self.scheme.color("card"))
        painter.setPen(self.scheme.color("text1"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, label)

    def paint_focus(self, width: float, height: float) -> None:
        """The focus ring of the keyboard."""
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(self.scheme.color("accent"), 2))
        self.painter.drawRoundedRect(QRectF(1, 1, width - 2, height - 2), 5, 5)
