"""Histogram over colour bar: how often each value occurs, in the colour it is drawn with."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, colours_of
from convviz.views.base.numbers import figure
from convviz.views.base.painted import Painted
from convviz.views.base.scale import px

BAR, TICK, TEXT = 7, 3, 16
BAR_MOST = 12.0
"""Bars of few values are no wider than this."""


class ValueBar(Painted):
    """A log-scaled histogram standing on its colour bar; the bar alone when there is no room.

    Both go from one of the ``ends`` to the other: those of the colours, or further, where the colours are
    those of a part of the values. ``beyond`` tells that values lie outside the ends: they then say so with
    ≤ and ≥.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = ColourScale()
        self._ends = (self._scale.low, self._scale.high)
        self._counts: NDArray[np.int64] | None = None
        self._beyond = (False, False)
        self._cells = False
        self._labels = self._figures()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(px(BAR) + px(TICK) + px(TEXT) + 2)

    def sizeHint(self) -> QSize:
        return QSize(px(166), px(114))

    def set_values(
        self,
        scale: ColourScale,
        counts: NDArray[np.int64] | None,
        beyond: tuple[bool, bool] = (False, False),
        ends: tuple[float, float] | None = None,
    ) -> None:
        """Show ``counts`` (bins from one end to the other) over the bar of ``scale``."""
        ends = ends if ends is not None and ends[0] < ends[1] else (scale.low, scale.high)
        if counts is self._counts and (scale, beyond, ends) == (self._scale, self._beyond, self._ends):
            return
        self._scale, self._counts, self._beyond, self._ends = scale, counts, beyond, ends
        self._labels = self._figures()
        self.setAccessibleDescription(self._spoken())
        self.update()

    def set_cells(self, cells: bool) -> None:
        """Show the colours of cells with numbers in them, or those of pixels."""
        if cells != self._cells:
            self._cells = cells
            self.update()

    def is_part(self) -> bool:
        """Whether the colours are those of a part of what is shown."""
        return self._ends != (self._scale.low, self._scale.high)

    def place_of(self, value: float) -> float:
        """Where a value stands, in pixels from the left."""
        low, high = self._ends
        return (value - low) / (high - low) * self.width()

    def value_at(self, x: float) -> float:
        """The value that stands at ``x``; beyond the ends it is the end."""
        low, high = self._ends
        return low + min(max(x / max(1, self.width()), 0.0), 1.0) * (high - low)

    def _figures(self) -> tuple[str, str, str]:
        low, high = self._ends
        middle = round((low + high) / 2) if high - low > 8 else (low + high) / 2
        return (
            ("\u2264 " if self._beyond[0] else "") + figure(low),
            figure(middle),
            ("\u2265 " if self._beyond[1] else "") + figure(high),
        )

    def _spoken(self) -> str:
        """What screen readers say of the ends of the colours."""
        if not self.is_part():
            return " ".join(self._labels)
        return f"{figure(self._scale.low)} {figure(self._scale.high)}"

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        width, bottom = self.width(), self.height() - px(TEXT) - px(TICK)
        bar = QRectF(0, bottom - px(BAR), width, px(BAR))
        self._paint_histogram(painter, QRectF(0, 0, width, bottom - px(BAR) - 2))
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        spread = self._ends[1] - self._ends[0]
        shares = self._shares()
        colours = colours_of(self._ends[0] + spread * shares, self._scale, scheme, cells=self._cells)
        for share, colour in zip(shares.tolist(), colours, strict=True):
            gradient.setColorAt(share, colour)
        painter.fillRect(bar, gradient)
        self.write_in(painter, "ruler", "text2")
        self._paint_labels(painter, bottom)

    def _shares(self) -> NDArray[np.float64]:
        """Where the colours of the bar are worked out, 0 to 1: evenly, and within the part they are of."""
        even = np.arange(17) / 16
        if not self.is_part():
            return even
        low, high = (self.place_of(end) / max(1, self.width()) for end in (self._scale.low, self._scale.high))
        return np.unique(np.clip(np.concatenate([[0.0], low + even * (high - low), [1.0]]), 0, 1))

    def _paint_labels(self, painter: QPainter, bottom: float) -> None:
        """The figures under the bar: of its ends and its middle, or of the part that the colours are of."""
        width, metrics = self.width(), painter.fontMetrics()
        text = QRectF(0, bottom + px(TICK), width, px(TEXT))
        labels = self._labels
        if self.is_part():
            self._paint_part(painter, text)
            return
        if sum([metrics.horizontalAdvance(t) + 6 for t in labels]) > width:
            labels = (labels[0], "", labels[2])  # the middle gives way
        for label, x, flag in zip(
            labels,
            (0.5, width / 2, width - 0.5),
            (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight),
            strict=True,
        ):
            painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + px(TICK)))
            painter.drawText(text, flag | Qt.AlignmentFlag.AlignVCenter, label)

    def _paint_part(self, painter: QPainter, below: QRectF) -> None:
        """The ends of the colours where they stand; those of the bar where there is room beside them."""
        metrics, last = painter.fontMetrics(), self.width() - 0.5
        chosen = [(self.place_of(end), figure(end)) for end in (self._scale.low, self._scale.high)]
        taken: list[tuple[float, float]] = []
        for x, text in (*chosen, (0.5, self._labels[0]), (last, self._labels[2])):
            long = metrics.horizontalAdvance(text)
            left = min(max(x - long / 2, 0.0), float(self.width() - long))
            painter.drawLine(QPointF(x, below.top() - px(TICK)), QPointF(x, below.top()))
            if all(left >= end + 4 or left + long <= start - 4 for start, end in taken):
                taken.append((left, left + long))
                area = QRectF(left, below.top(), long + 1, below.height())
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_histogram(self, painter: QPainter, area: QRectF) -> None:
        counts = self._counts
        if counts is None or area.height() < 8 or not counts.any():
            return
        scheme = theme.tokens(self)
        heights = np.log1p(counts) / np.log1p(counts.max()) * area.height()
        step = area.width() / len(counts)
        outline = scheme.color("linestrong")
        middles = self._middles(len(counts))
        width = min(px(BAR_MOST), max(1.0, step - 1))
        for i, (height, colour) in enumerate(zip(heights.tolist(), self._bar_colours(middles), strict=True)):
            if height <= 0:
                continue
            place = middles[i] * (area.width() - width)
            bar = QRectF(place if step > px(BAR_MOST) else i * step, area.bottom() - height, width, height)
            painter.fillRect(bar, colour)
            if step >= 6:
                painter.setPen(QPen(outline, 1))
                painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, 0))
        painter.setPen(QPen(scheme.color("linestrong"), 1))
        painter.drawLine(QPointF(0, area.bottom() + 1), QPointF(area.width(), area.bottom() + 1))

    def _bar_colours(self, middles: NDArray[np.float64]) -> list[QColor]:
        scheme = theme.tokens(self)
        if self._scale.kind == "grey":
            return [scheme.color("text3")] * len(middles)
        values = self._ends[0] + middles * (self._ends[1] - self._ends[0])
        return colours_of(values, self._scale, scheme, cells=self._cells)

    def _middles(self, bins: int) -> NDArray[np.float64]:
        """Where bins stand on the bar, 0 to 1; few bins hold whole numbers, the ends included."""
        places = np.arange(bins)
        return places / (bins - 1) if 1 < bins <= 41 else (places + 0.5) / bins
