"""What was read as what: a table with a row for each digit and a column for each answer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, colour_of, ink_on
from convviz.views.base.numbers import figure
from convviz.views.base.painted import CENTRE, ENTER_OR_SPACE, RIGHT, PaintedParts, nearest_cell
from convviz.views.base.theme import Tokens

Pair = tuple[int | None, int | None]
"""What it is and what it was read as; None for any."""

LABELS, HEAD = 56, 16
LEAST, LEAST_WIDE, WIDEST = 12, 34, 46


class ConfusionView(PaintedParts[Pair]):
    """Counts of shape (n, n): rows are what it is, columns what it was read as.

    ``chosen((row, column))`` follows a click on a cell, with None for the column at a row's name (all
    that it was read as) and for the row at a column's name. Arrows and Enter do the same; Escape
    chooses nothing.
    """

    chosen = Signal(object)
    choosing_keys = ENTER_OR_SPACE

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = tuple("0123456789")
        self._counts: NDArray[np.int64] | None = None
        self._pair: Pair = (None, None)
        self._focus = (0, 0)
        self.setMouseTracking(False)  # cells have tooltips, but do not light up
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.retranslate()

    def set_counts(self, counts: NDArray[np.int64] | None, names: Sequence[str]) -> None:
        """Show a table; None for an empty one."""
        self._counts, self._names = counts, tuple(names)
        self._focus = (0, 0)
        self.update()

    def counts(self) -> NDArray[np.int64] | None:
        """The table that is shown."""
        return self._counts

    def set_pair(self, pair: Pair) -> None:
        """Frame what was chosen."""
        self._pair = pair
        self.update()

    # Layout

    def cell(self) -> tuple[float, float]:
        """Width and height of a cell."""
        count = len(self._names)
        wide = min(WIDEST, (self.width() - LABELS - 2) / count)
        return max(LEAST_WIDE, wide), max(LEAST, min(30, (self.height() - HEAD - 2) / count))

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Where a cell lies."""
        wide, high = self.cell()
        return QRectF(LABELS + column * wide, HEAD + row * high, wide, high)

    def part_at(self, place: QPointF) -> Pair | None:
        wide, high = self.cell()
        row, column = int((place.y() - HEAD) // high), int((place.x() - LABELS) // wide)
        count = len(self._names)
        outside = not (-1 <= row < count and -1 <= column < count) or row == column == -1
        if outside or self._counts is None:
            return None
        return (row if row >= 0 else None, column if column >= 0 else None)

    def sizeHint(self) -> QSize:
        return QSize(LABELS + 38 * len(self._names) + 2, HEAD + 17 * len(self._names) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(LABELS + LEAST_WIDE * len(self._names) + 2, HEAD + LEAST * len(self._names) + 2)

    # Events

    def keyed_part(self) -> Pair | None:
        return self._focus if self._counts is not None else None

    def step(self, down: int, right: int) -> bool:
        count = len(self._names)
        self._focus = nearest_cell((self._focus[0] + down, self._focus[1] + right), (count, count))
        self.update()
        self.speak(self.keyed_part())
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pair != (None, None):
            self.choose((None, None))
        else:
            super().keyPressEvent(event)

    def choose(self, part: Pair) -> None:
        """Choose a pair, or nothing where it was chosen already."""
        if None not in part:
            self._focus = part  # type: ignore[assignment]
        self.chosen.emit((None, None) if part == self._pair else part)

    def tip(self, part: Pair) -> str:
        assert self._counts is not None
        row, column = part
        if row is not None and column is not None:
            return self.tr("{true} read as {answer}: {count}").format(
                true=self._names[row], answer=self._names[column], count=f"{self._counts[row, column]:,}"
            )
        if row is not None:
            missed = int(self._counts[row].sum() - self._counts[row, row])
            return self.tr("{true}: {missed} of {count} misread").format(
                true=self._names[row], missed=missed, count=f"{self._counts[row].sum():,}"
            )
        assert column is not None
        wrong = int(self._counts[:, column].sum() - self._counts[column, column])
        return self.tr("{count} others read as {answer}").format(count=wrong, answer=self._names[column])

    # Painting

    def draw(self, painter: QPainter, scheme: Tokens) -> None:
        self._paint_names(painter)
        self._paint_axes(painter)
        self._paint_cells(painter, scheme)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._pair != (None, None):
            painter.setPen(QPen(scheme.color("accent"), 2))
            painter.drawRect(self._pair_rect(self._pair).adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.setPen(QPen(scheme.color("accent"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.cell_rect(*self._focus).adjusted(2, 2, -3, -3))

    def _pair_rect(self, pair: Pair) -> QRectF:
        last = len(self._names) - 1
        row, column = pair
        first = self.cell_rect(row or 0, column or 0)
        return first.united(self.cell_rect(last if row is None else row, last if column is None else column))

    def _paint_names(self, painter: QPainter) -> None:
        for at, name in enumerate(self._names):
            cell = self.cell_rect(at, at)
            beside, above = self._pair[0] == at, self._pair[1] == at
            self.write_in(painter, "ruler-strong", "accent" if beside else "text2")
            painter.drawText(QRectF(LABELS - 20, cell.top(), 16, cell.height()), CENTRE, name)
            self.write_in(painter, "ruler-strong" if above else "ruler", "accent" if above else "text2")
            painter.drawText(QRectF(cell.left(), 0, cell.width(), HEAD), CENTRE, name)

    def _paint_axes(self, painter: QPainter) -> None:
        """Say which way is which."""
        self.write_in(painter, "ruler", "text3")
        painter.drawText(QRectF(0, 0, LABELS - 4, HEAD), RIGHT, self.tr("read as"))
        high = self.cell()[1] * len(self._names)
        painter.save()
        painter.translate(QPointF(8, HEAD + high / 2))
        painter.rotate(-90)
        painter.drawText(QRectF(-high / 2, -8, high, 16), CENTRE, self.tr("what it is"))
        painter.restore()

    def _paint_cells(self, painter: QPainter, scheme: Tokens) -> None:
        """A count in every cell, on the more colour the more mistakes it counts; empty without a table."""
        counts, places = self._counts, np.ndindex(len(self._names), len(self._names))
        if counts is None:
            for row, column in places:
                painter.fillRect(self.cell_rect(row, column).adjusted(0, 0, -1, -1), scheme.color("panel"))
            return
        scale = ColourScale("amount", 0, max(1, int((counts - np.diag(np.diag(counts))).max())))
        painter.setFont(theme.font("ruler", self.font(), pixels=min(11.5, self.cell()[1] - 2)))
        for row, column in places:
            area, count = self.cell_rect(row, column).adjusted(0, 0, -1, -1), int(counts[row, column])
            right = row == column
            ground = scheme.color("sunken") if right else colour_of(count, scale, scheme)
            painter.fillRect(area, ground)
            if count:
                painter.setPen(scheme.color("text2") if right else ink_on(ground))
                painter.drawText(area, CENTRE, figure(count))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("What was read as what: rows are the digits, columns the answers"))
