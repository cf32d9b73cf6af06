"""What was read as what: a table with a row for each digit and a column for each answer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, colour_of, ink_on
from convviz.views.base.numbers import figure
from convviz.views.base.theme import Tokens

Pair = tuple[int | None, int | None]
"""What it is and what it was read as; None for whatever."""

LABELS, HEAD = 56, 16
LEAST, LEAST_WIDE, WIDEST = 12, 34, 46
MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


class ConfusionView(QWidget):
    """Counts of shape (n, n): rows are what it is, columns what it was read as.

    ``chosen((row, column))`` follows a click on a cell, with None for the column at a row's name (all
    that it was read as) and for the row at a column's name. Arrows and Enter do the same; Escape
    chooses nothing.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = tuple("0123456789")
        self._counts: NDArray[np.int64] | None = None
        self._pair: Pair = (None, None)
        self._focus = (0, 0)
        self.setMouseTracking(True)
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

    def pair_at(self, place: QPointF) -> Pair | None:
        """What a point stands for; None where there is nothing."""
        wide, high = self.cell()
        row, column = int((place.y() - HEAD) // high), int((place.x() - LABELS) // wide)
        count = len(self._names)
        if not (-1 <= row < count and -1 <= column < count) or row == column == -1:
            return None
        return (row if row >= 0 else None, column if column >= 0 else None)

    def sizeHint(self) -> QSize:
        return QSize(LABELS + 38 * len(self._names) + 2, HEAD + 17 * len(self._names) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(LABELS + LEAST_WIDE * len(self._names) + 2, HEAD + LEAST * len(self._names) + 2)

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        pair = self.pair_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and pair is not None and self._counts is not None:
            if None not in pair:
                self._focus = pair  # type: ignore[assignment]
            self._choose(pair)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1),
        }  # fmt: skip
        step, last = steps.get(Qt.Key(event.key())), len(self._names) - 1
        if step is not None:
            row, column = self._focus[0] + step[0], self._focus[1] + step[1]
            self._focus = min(max(row, 0), last), min(max(column, 0), last)
            self.update()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            and self._counts is not None
        ):
            self._choose(self._focus)
        elif event.key() == Qt.Key.Key_Escape and self._pair != (None, None):
            self._choose((None, None))
        else:
            super().keyPressEvent(event)

    def _choose(self, pair: Pair) -> None:
        """Choose a pair, or nothing where it was chosen already."""
        self.chosen.emit((None, None) if pair == self._pair else pair)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(self.pair_at(QPointF(event.pos()))), self)
            return True
        return super().event(event)

    def _tip(self, pair: Pair | None) -> str:
        if pair is None or self._counts is None:
            return ""
        row, column = pair
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.tokens(self)
        self._paint_names(painter, colours)
        self._paint_axes(painter, colours)
        if self._counts is not None:
            self._paint_cells(painter, self._counts, colours)
        else:
            self._paint_empty(painter, colours)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._pair != (None, None):
            painter.setPen(QPen(colours.color("accent"), 2))
            painter.drawRect(self._pair_rect(self._pair).adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.setPen(QPen(colours.color("accent"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.cell_rect(*self._focus).adjusted(2, 2, -3, -3))

    def _pair_rect(self, pair: Pair) -> QRectF:
        last = len(self._names) - 1
        row, column = pair
        first = self.cell_rect(row or 0, column or 0)
        return first.united(self.cell_rect(last if row is None else row, last if column is None else column))

    def _paint_names(self, painter: QPainter, colours: Tokens) -> None:
        for at, name in enumerate(self._names):
            for place, area, strong in (
                (
                    0,
                    QRectF(LABELS - 20, self.cell_rect(at, 0).top(), 16, self.cell()[1]),
                    self._pair[0] == at,
                ),
                (1, QRectF(self.cell_rect(0, at).left(), 0, self.cell()[0], HEAD), self._pair[1] == at),
            ):
                painter.setFont(theme.font("ruler-strong" if strong or place == 0 else "ruler", self.font()))
                painter.setPen(colours.color("accent" if strong else "text2"))
                painter.drawText(area, MIDDLE, name)

    def _paint_axes(self, painter: QPainter, colours: Tokens) -> None:
        """Say which way is which."""
        painter.setFont(theme.font("ruler", self.font()))
        painter.setPen(colours.color("text3"))
        beside = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(0, 0, LABELS - 4, HEAD), beside, self.tr("read as"))
        high = self.cell()[1] * len(self._names)
        painter.save()
        painter.translate(QPointF(8, HEAD + high / 2))
        painter.rotate(-90)
        painter.drawText(QRectF(-high / 2, -8, high, 16), MIDDLE, self.tr("what it is"))
        painter.restore()

    def _paint_empty(self, painter: QPainter, colours: Tokens) -> None:
        """Empty cells: nothing was counted."""
        for row in range(len(self._names)):
            for column in range(len(self._names)):
                painter.fillRect(self.cell_rect(row, column).adjusted(0, 0, -1, -1), colours.color("panel"))

    def _paint_cells(self, painter: QPainter, counts: NDArray[np.int64], colours: Tokens) -> None:
        most = max(1, int((counts - np.diag(np.diag(counts))).max()))
        scale = ColourScale("amount", 0, most)
        wide, high = self.cell()
        painter.setFont(theme.font("ruler", self.font(), pixels=min(11.5, high - 2)))
        for row in range(len(self._names)):
            for column in range(len(self._names)):
                area, count = self.cell_rect(row, column), int(counts[row, column])
                right = row == column
                ground = colours.color("sunken") if right else colour_of(count, scale, colours)
                painter.fillRect(area.adjusted(0, 0, -1, -1), ground)
                if count and wide >= 24:
                    painter.setPen(colours.color("text2") if right else ink_on(ground))
                    painter.drawText(area.adjusted(0, 0, -1, -1), MIDDLE, figure(count))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self.setAccessibleName(self.tr("What was read as what: rows are the digits, columns the answers"))
