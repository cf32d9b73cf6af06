"""The running total as a staircase: one stair a term, below the line where it is negative."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from convviz.views.base import theme
from convviz.views.base.colours import colour_of, colours_of
from convviz.views.base.numbers import figure
from convviz.views.base.theme import Tokens
from convviz.views.explain.charts.sum_chart import SumChart
from convviz.views.step.sum.show import SumShow

BAR_SHARE, BARS_FROM = 0.78, 5.0
FIGURE_HEIGHT, LABELS = 17.0, 17.0
LEAST_STAIR, LEAST_HEIGHT = 1.0, 30.0


def paint_staircase(painter: QPainter, area: QRectF, show: SumShow, scheme: Tokens, base: QFont) -> None:
    """Paint the total after each of the terms added so far into ``area``, with labels beneath."""
    if not show.terms or area.height() < LEAST_HEIGHT:
        return
    chart = area.adjusted(0, FIGURE_HEIGHT, 0, -LABELS)
    if (show.running[np.isfinite(show.running)] < 0).any():  # their totals stand below them
        chart.setBottom(chart.bottom() - FIGURE_HEIGHT)
    chart_of_all = SumChart.fitting(chart, show.running, len(show.terms), whole=True)
    _Staircase(painter, area, chart_of_all, show, scheme, base).paint()


@dataclass(frozen=True)
class _Staircase:
    """One staircase; ``chart`` holds every total, so that it stays while the sum is growing."""

    painter: QPainter
    area: QRectF
    chart: SumChart
    show: SumShow
    scheme: Tokens
    base: QFont

    def paint(self) -> None:
        painter = self.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self.show.added:
            paint = self._paint_stairs if self.chart.pitch >= BARS_FROM else self._paint_line
            paint(np.nan_to_num(self.show.running[: self.show.added].astype(np.float64)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self.chart.paint_zero(painter, self.scheme)
        self._paint_labels()

    def _paint_stairs(self, totals: NDArray[np.float64]) -> None:
        """A bar up to each total, with the step from the one before outlined at its end."""
        painter, pitch, zero = self.painter, self.chart.pitch, self.chart.zero
        width = max(2.0, round(pitch * BAR_SHARE))
        before = np.concatenate(([0.0], totals[:-1]))
        bars = self._shades(totals)
        steps = self._shades(np.where(totals >= before, totals, totals - before))
        tops = np.round(self.chart.y(totals)).tolist()
        starts = np.round(self.chart.y(before)).tolist()
        outline = QPen(self.scheme.color("linestrong"), 1)
        dots: list[QLineF] = []
        for index, (top, start) in enumerate(zip(tops, starts, strict=True)):
            x = round(self.area.left() + index * pitch + (pitch - width) / 2)
            painter.fillRect(QRectF(x, min(top, zero), width, abs(zero - top)), bars[index])
            painter.setPen(outline)
            painter.setBrush(steps[index])
            high = max(LEAST_STAIR, abs(top - start))
            painter.drawRect(QRectF(x + 0.5, min(top, start) + 0.5, width - 1, high))
            if index:
                dots.append(QLineF(x - pitch + width + 1, start + 0.5, x - 1, start + 0.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.scheme.color("linestrong"), 1, Qt.PenStyle.DotLine))
        painter.drawLines(dots)
        for index in self._labelled(totals):
            ends = (min, max)[bool(totals[index] < 0)](tops[index], starts[index])
            centre = self.area.left() + (index + 0.5) * pitch
            self._paint_total(QPointF(centre, ends), float(totals[index]), index)

    def _shades(self, values: NDArray[np.float64]) -> list[QColor]:
        return colours_of(values, self.show.scale, self.scheme, cells=True)

    def _labelled(self, totals: NDArray[np.float64]) -> range:
        """The stairs whose total is written: all where they fit, else only the last."""
        metrics = QFontMetricsF(theme.font("strong", self.base))
        last = range(totals.size - 1, totals.size)
        if self.chart.pitch < metrics.horizontalAdvance("9") + 3:
            return last
        widest = max(metrics.horizontalAdvance(figure(v, self.show.decimals)) for v in totals.tolist())
        return range(totals.size) if widest + 3 <= self.chart.pitch else last

    def _paint_total(self, place: QPointF, total: float, index: int) -> None:
        painter = self.painter
        painter.setFont(theme.font("strong", self.base))
        painter.setPen(self.scheme.color("accent" if index == self.show.current else "text1"))
        text = figure(total, self.show.decimals)
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 4
        left = max(self.area.left(), min(place.x() - width / 2, self.area.right() - width))
        top = place.y() - FIGURE_HEIGHT if total >= 0 else place.y() + 1
        painter.drawText(QRectF(left, top, width, FIGURE_HEIGHT), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_line(self, totals: NDArray[np.float64]) -> None:
        """Too many stairs to draw one by one: a line with the ground under it tinted."""
        painter = self.painter
        x = self.area.left() + (np.arange(totals.size) + 0.5) * self.chart.pitch
        y = self.chart.y(totals)
        points = [QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = colour_of(float(totals[-1]), self.show.scale, self.scheme)
        tint.setAlphaF(0.6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        start, end = (QPointF(points[at].x(), self.chart.zero) for at in (0, -1))
        painter.drawPolygon(QPolygonF([start, *points, end]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.scheme.color("text2"), 1.25))
        painter.drawPolyline(QPolygonF(points))
        self._paint_total(points[-1], float(totals[-1]), totals.size - 1)

    def _paint_labels(self) -> None:
        """Each term's place in the window; where that is too narrow, the blocks the terms come in."""
        painter, show, pitch = self.painter, self.show, self.chart.pitch
        painter.setFont(theme.font("ruler", self.base))
        metrics = QFontMetricsF(painter.font())
        painter.setPen(self.scheme.color("text3"))
        top, centre = self.area.bottom() - LABELS + 2, Qt.AlignmentFlag.AlignCenter
        longest = max(show.places, key=len, default="")
        labels = [(text, 1) for text in show.places]
        if metrics.horizontalAdvance(longest) + 3 > pitch:
            labels = show.groups
            if any(metrics.horizontalAdvance(text) > count * pitch for text, count in labels):
                return
        x = self.area.left()
        for text, count in labels:
            painter.drawText(QRectF(x, top, count * pitch, LABELS), centre, text)
            x += count * pitch
