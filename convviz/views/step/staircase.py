"""The running total as a staircase: one stair a term, below the line where it is negative."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from convviz.views import theme
from convviz.views.colours import colour_of
from convviz.views.numbers import figure
from convviz.views.step.sum_show import SumShow
from convviz.views.theme import Tokens

BAR_SHARE, BARS_FROM = 0.78, 5.0
FIGURE_HEIGHT, LABELS = 17.0, 17.0
LEAST_STAIR = 1.0


def paint_staircase(painter: QPainter, area: QRectF, show: SumShow, scheme: Tokens, base: QFont) -> None:
    """Paint the total after each of the terms added so far into ``area``, with labels beneath."""
    count = len(show.terms)
    if not count or area.height() < 30:
        return
    pitch = area.width() / count
    chart = area.adjusted(0, FIGURE_HEIGHT, 0, -LABELS)
    low, high = _range(show)
    if low < 0:
        chart.setBottom(chart.bottom() - FIGURE_HEIGHT)
    scale = chart.height() / (high - low)
    zero = round(chart.bottom() + low * scale) + 0.5
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if pitch >= BARS_FROM:
        _paint_stairs(painter, area.left(), pitch, zero, scale, show, scheme, base)
    else:
        _paint_line(painter, area.left(), pitch, zero, scale, show, scheme, base)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(scheme.color("linestrong"), 1))
    painter.drawLine(QLineF(area.left(), zero, area.right(), zero))
    _paint_labels(painter, area, pitch, show, scheme, base)


def _range(show: SumShow) -> tuple[float, float]:
    """From the lowest to the highest total, zero included; the same while the sum is growing."""
    totals = show.running[np.isfinite(show.running)]
    low, high = min(0.0, float(totals.min(initial=0.0))), max(0.0, float(totals.max(initial=0.0)))
    return (low, high) if high > low else (0.0, 1.0)


def _stair_colour(value: float, show: SumShow, scheme: Tokens) -> QColor:
    return colour_of(value, show.scale, scheme)


def _paint_stairs(painter: QPainter, left: float, pitch: float, zero: float, scale: float, show: SumShow,
                  scheme: Tokens, base: QFont) -> None:  # fmt: skip
    width = max(2.0, round(pitch * BAR_SHARE))
    dotted = QPen(scheme.color("linestrong"), 1, Qt.PenStyle.DotLine)
    outline = QPen(scheme.color("linestrong"), 1)
    before = 0.0
    labelled = _labelled(show, pitch, base)
    for index in range(show.added):
        total = float(show.running[index])
        if not np.isfinite(total):
            continue
        x = round(left + index * pitch + (pitch - width) / 2)
        top, start = round(zero - total * scale), round(zero - before * scale)
        colour = _stair_colour(total, show, scheme)
        painter.fillRect(QRectF(x, min(top, zero), width, abs(zero - top)), colour)
        step = QRectF(x + 0.5, min(top, start) + 0.5, width - 1, max(LEAST_STAIR, abs(top - start)))
        painter.setPen(outline)
        painter.setBrush(_stair_colour(total if total >= before else total - before, show, scheme))
        painter.drawRect(step)
        if index:
            painter.setPen(dotted)
            painter.drawLine(QLineF(x - pitch + width + 1, start + 0.5, x - 1, start + 0.5))
        if index in labelled:
            _paint_total(painter, QPointF(x + width / 2, min(top, start) if total >= 0 else max(top, start)),
                         total, show, index, scheme, base)  # fmt: skip
        before = total
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _labelled(show: SumShow, pitch: float, base: QFont) -> set[int]:
    """The stairs whose total is written: all where they fit, else only the last."""
    metrics = QFontMetricsF(theme.font("strong", base))
    texts = [figure(v, show.decimals) for v in show.running[: show.added].tolist()]
    if texts and max(map(metrics.horizontalAdvance, texts)) + 3 <= pitch:
        return set(range(len(texts)))
    return {show.added - 1}


def _paint_total(painter: QPainter, place: QPointF, total: float, show: SumShow, index: int,
                 scheme: Tokens, base: QFont) -> None:  # fmt: skip
    painter.setFont(theme.font("strong", base))
    painter.setPen(scheme.color("accent" if index == show.current else "text1"))
    text = figure(total, show.decimals)
    width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 4
    left = max(0.0, min(place.x() - width / 2, painter.device().width() - width))
    box = QRectF(left, place.y() - FIGURE_HEIGHT if total >= 0 else place.y() + 1,
                 width, FIGURE_HEIGHT)  # fmt: skip
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _paint_line(painter: QPainter, left: float, pitch: float, zero: float, scale: float, show: SumShow,
                scheme: Tokens, base: QFont) -> None:  # fmt: skip
    """Too many stairs to draw one by one: a line with the ground under it tinted."""
    if not show.added:
        return
    totals = np.nan_to_num(show.running[: show.added].astype(np.float64))
    x = left + (np.arange(totals.size) + 0.5) * pitch
    points = [QPointF(a, b) for a, b in zip(x.tolist(), (zero - totals * scale).tolist(), strict=True)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tint = _stair_colour(float(totals[-1]), show, scheme)
    tint.setAlphaF(0.6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawPolygon(QPolygonF([QPointF(points[0].x(), zero), *points, QPointF(points[-1].x(), zero)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(scheme.color("text2"), 1.25))
    painter.drawPolyline(QPolygonF(points))
    _paint_total(painter, points[-1], float(totals[-1]), show, show.added - 1, scheme, base)


def _paint_labels(painter: QPainter, area: QRectF, pitch: float, show: SumShow, scheme: Tokens,
                  base: QFont) -> None:  # fmt: skip
    """Each term's place in the window; where that is too narrow, the blocks the terms come in."""
    painter.setFont(theme.font("ruler", base))
    metrics = QFontMetricsF(painter.font())
    painter.setPen(scheme.color("text3"))
    top, centre = area.bottom() - LABELS + 2, Qt.AlignmentFlag.AlignCenter
    if max(map(metrics.horizontalAdvance, show.places), default=0.0) + 3 <= pitch:
        for index, text in enumerate(show.places):
            painter.drawText(QRectF(area.left() + index * pitch, top, pitch, LABELS), centre, text)
        return
    x = area.left()
    if any(metrics.horizontalAdvance(text) > count * pitch for text, count in show.groups):
        return
    for text, count in show.groups:
        painter.drawText(QRectF(x, top, count * pitch, LABELS), centre, text)
        x += count * pitch
