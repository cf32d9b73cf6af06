"""Painting a sum: its terms, each over its own stair or flowing over a few lines, and the staircase."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from convviz.views.base import theme
from convviz.views.base.colours import colour_of, colours_of
from convviz.views.base.numbers import figure
from convviz.views.base.scale import px
from convviz.views.base.theme import Tokens
from convviz.views.explain.charts import SumChart
from convviz.views.step.sum.show import SumShow

LINE, SPACE, MOST_LINES, JOINT_ROOM = 18.0, 5.0, 2, 8.0
Word = tuple[int, str]
"""The number of a term, and how it is written."""

ELLIPSIS = "\u2026"
MOST_FLOWING = 64
"""More terms than this never fit on the lines there are."""
BAR_SHARE, BARS_FROM = 0.78, 5.0
FIGURE_HEIGHT, LABELS = 17.0, 17.0
LEAST_STAIR, LEAST_HEIGHT = 1.0, 30.0


def fits_over_stairs(show: SumShow, width: float, base: QFont) -> bool:
    """Whether every term has room over its stair."""
    if not show.terms:
        return True
    metrics = QFontMetricsF(theme.font("strong", base))
    widest = max((metrics.horizontalAdvance(t) for t in sorted(show.terms, key=len)[-6:]), default=0.0)
    return widest + px(JOINT_ROOM) <= width / len(show.terms)


def height_needed(show: SumShow, width: float, base: QFont) -> float:
    """How much of the height the terms take: one line over the stairs, else as many as they flow over."""
    if fits_over_stairs(show, width, base):
        return px(LINE)
    return px(LINE) * min(MOST_LINES, len(flowing(show, width, base)))


def flowing(show: SumShow, width: float, base: QFont) -> list[list[Word]]:
    """The terms in lines as words; of too many the middle gives way to "…"."""
    metrics = QFontMetricsF(theme.font("strong", base))
    words = _words(show, list(range(len(show.terms))))
    if len(show.terms) <= MOST_FLOWING:
        lines = _wrapped(words, width, metrics)
        if len(lines) <= MOST_LINES:
            return lines
    low, high = 1, min(len(show.terms), MOST_FLOWING)
    while low < high:  # as many first terms as leave room for the last
        middle = (low + high + 1) // 2
        kept = [*range(middle), -1, len(show.terms) - 1]
        if len(_wrapped(_words(show, kept), width, metrics)) <= MOST_LINES:
            low = middle
        else:
            high = middle - 1
    return _wrapped(_words(show, [*range(low), -1, len(show.terms) - 1]), width, metrics)


def _words(show: SumShow, kept: list[int]) -> list[Word]:
    words = []
    for place, index in enumerate(kept):
        text = ELLIPSIS if index < 0 else show.terms[index]
        if show.joint == ",":
            after = show.closing if place == len(kept) - 1 else ","
            text = (show.opening if place == 0 else "") + text + after
        elif place:
            text = f"{show.joint} {text}"
        words.append((index if index >= 0 else kept[place - 1], text))
    return words


def _wrapped(words: list[Word], width: float, metrics: QFontMetricsF) -> list[list[Word]]:
    lines: list[list[Word]] = []
    x = 0.0
    for index, word in words:
        wide = metrics.horizontalAdvance(word)
        if not lines or x + wide > width:
            lines.append([])
            x = 0.0
        lines[-1].append((index, word))
        x += wide + px(SPACE)
    return lines


def paint_terms(painter: QPainter, area: QRectF, show: SumShow, scheme: Tokens, base: QFont) -> None:
    """Paint the terms written so far; those not yet added stand back."""
    if fits_over_stairs(show, area.width(), base):
        _paint_over_stairs(painter, area, show, scheme, base)
        return
    metrics = QFontMetricsF(theme.font("strong", base))
    for number, line in enumerate(flowing(show, area.width(), base)[:MOST_LINES]):
        x = area.left()
        baseline = area.top() + number * px(LINE) + (px(LINE) + metrics.capHeight()) / 2
        for index, word in line:
            if index < show.written:
                _prepare(painter, index, show, scheme, base)
                painter.drawText(QPointF(x, baseline), word)
            x += metrics.horizontalAdvance(word) + px(SPACE)


def _paint_over_stairs(painter: QPainter, area: QRectF, show: SumShow, scheme: Tokens, base: QFont) -> None:
    pitch = area.width() / len(show.terms) if show.terms else 0.0
    last = len(show.terms) - 1
    for index, term in enumerate(show.terms[: show.written]):
        place = QRectF(area.left() + index * pitch, area.top(), pitch, px(LINE))
        _prepare(painter, index, show, scheme, base)
        listed = show.joint == "," and index < last
        text = (show.opening if index == 0 else "") + term + (show.closing if index == last else "")
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text + ("," if listed else ""))
        if index < last and index + 1 < show.written and not listed:
            painter.setFont(theme.font("ruler", base))
            painter.setPen(scheme.color("text3"))
            joint = QRectF(place.right() - px(JOINT_ROOM) / 2, place.top(), px(JOINT_ROOM), px(LINE))
            painter.drawText(joint, Qt.AlignmentFlag.AlignCenter, show.joint)


def _prepare(painter: QPainter, index: int, show: SumShow, scheme: Tokens, base: QFont) -> None:
    painter.setFont(theme.font("strong", base))
    name = "accent" if index == show.current else "text1" if index < show.added else "text3"
    painter.setPen(scheme.color(name))


def paint_staircase(painter: QPainter, area: QRectF, show: SumShow, scheme: Tokens, base: QFont) -> None:
    """Paint the total after each of the terms added so far into ``area``, with labels beneath."""
    if not show.terms or area.height() < LEAST_HEIGHT:
        return
    chart = area.adjusted(0, px(FIGURE_HEIGHT), 0, -px(LABELS))
    if (show.running[np.isfinite(show.running)] < 0).any():  # their totals stand below them
        chart.setBottom(chart.bottom() - px(FIGURE_HEIGHT))
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
        top = place.y() - px(FIGURE_HEIGHT) if total >= 0 else place.y() + 1
        painter.drawText(QRectF(left, top, width, px(FIGURE_HEIGHT)), Qt.AlignmentFlag.AlignCenter, text)

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
        top, centre = self.area.bottom() - px(LABELS) + 2, Qt.AlignmentFlag.AlignCenter
        longest = max(show.places, key=len, default="")
        labels = [(text, 1) for text in show.places]
        if metrics.horizontalAdvance(longest) + 3 > pitch:
            labels = show.groups
            if any(metrics.horizontalAdvance(text) > count * pitch for text, count in labels):
                return
        x = self.area.left()
        for text, count in labels:
            painter.drawText(QRectF(x, top, count * pitch, px(LABELS)), centre, text)
            x += count * pitch
