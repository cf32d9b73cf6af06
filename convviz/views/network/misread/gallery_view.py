"""Digits side by side, each with what it is and what it was read as."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, image, words
from convviz.views.base.theme import Tokens

SIDE, CAPTION, BETWEEN = 56, 16, 8
ARROW = "\u2192"
MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
GREY = ColourScale("grey", 0, 255)


@dataclass(frozen=True, eq=False)
class Exhibit:
    """One digit: its number in the file, what it is, what it was read as ("" where nobody knows), and its
    picture if at hand.

    ``picture`` is (28, 28) bytes, 0 black to 255 white.
    """

    number: int
    label: str
    answer: str
    picture: NDArray[Any] | None = None

    @property
    def is_misread(self) -> bool:
        """Whether the answer is another one."""
        return self.answer not in ("", self.label)


class GalleryView(QWidget):
    """Shows exhibits in rows; only what is seen is painted.

    ``chosen(number)`` follows a click or Enter, ``moved(rectangle)`` the arrow keys.
    """

    chosen = Signal(int)
    moved = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exhibits: list[Exhibit] = []
        self._focus = 0
        self._current = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def set_exhibits(self, exhibits: Sequence[Exhibit]) -> None:
        """Show others."""
        self._exhibits = list(exhibits)
        self._focus = 0
        self._fit()
        self.update()

    def exhibits(self) -> list[Exhibit]:
        """What is shown."""
        return list(self._exhibits)

    def set_current(self, number: int) -> None:
        """Frame the digit that is being inspected; -1 for none."""
        self._current = number
        self.update()

    # Layout

    def across(self) -> int:
        """Digits in a row."""
        return max(1, (self.width() + BETWEEN) // (SIDE + BETWEEN))

    def tile(self, index: int) -> QRect:
        """Where a digit and its caption stand."""
        row, column = divmod(index, self.across())
        return QRect(column * (SIDE + BETWEEN), row * (SIDE + CAPTION + BETWEEN), SIDE, SIDE + CAPTION)

    def index_at(self, place: QPointF) -> int:
        """The digit under a point, -1 where there is none."""
        column, row = int(place.x() // (SIDE + BETWEEN)), int(place.y() // (SIDE + CAPTION + BETWEEN))
        index = row * self.across() + column
        inside = column < self.across() and index < len(self._exhibits)
        return index if inside and self.tile(index).contains(place.toPoint()) else -1

    def _fit(self) -> None:
        rows = -(-len(self._exhibits) // self.across())
        self.setMinimumHeight(max(0, rows * (SIDE + CAPTION + BETWEEN) - BETWEEN))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(6 * (SIDE + BETWEEN), SIDE + CAPTION)

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.index_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self._focus = index
            self._choose()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.index_at(event.position()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across = self.across()
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -across, Qt.Key.Key_Down: across,
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is not None and 0 <= self._focus + step < len(self._exhibits):
            self._focus += step
            self.moved.emit(self.tile(self._focus))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._exhibits:
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        self.chosen.emit(self._exhibits[self._focus].number)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.index_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._tip(index), self)
            return True
        return super().event(event)

    def _tip(self, index: int) -> str:
        if index < 0:
            return ""
        one = self._exhibits[index]
        if not one.answer:
            text = self.tr("Test digit {number} is a {label}.")
        elif one.is_misread:
            text = self.tr("Test digit {number} is a {label} and is read as {answer}.")
        else:
            text = self.tr("Test digit {number} is a {label} and is read as such.")
        return text.format(number=f"{one.number:,}", label=one.label, answer=one.answer)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.tokens(self)
        pitch = SIDE + CAPTION + BETWEEN
        first = (event.rect().top() // pitch) * self.across()
        last = (event.rect().bottom() // pitch + 1) * self.across()
        for index in range(max(0, first), min(last, len(self._exhibits))):
            self._paint_tile(painter, index, colours)

    def _paint_tile(self, painter: QPainter, index: int, colours: Tokens) -> None:
        one, tile = self._exhibits[index], self.tile(index)
        square = QRectF(tile.left(), tile.top(), SIDE, SIDE)
        if one.picture is not None:
            painter.drawImage(square, image(words(one.picture, GREY, colours)))
        else:
            painter.fillRect(square, colours.color("sunken"))
            painter.setPen(colours.color("text2"))
            painter.setFont(theme.font("comparison", self.font()))
            painter.drawText(square, MIDDLE, one.label)
        current = one.number == self._current
        focused = self.hasFocus() and index == self._focus
        painter.setPen(QPen(colours.color("accent" if current or focused else "line"), 2 if current else 1))
        painter.drawRect(square.adjusted(0, 0, -1, -1))
        painter.setFont(theme.font("ruler-strong" if current else "ruler", self.font()))
        painter.setPen(colours.color("accent" if current else "text2"))
        caption = f"{one.label} {ARROW} {one.answer}" if one.is_misread else one.label
        painter.drawText(QRectF(tile.left() - 4, tile.top() + SIDE, SIDE + 8, CAPTION), MIDDLE, caption)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self.setAccessibleName(self.tr("Test digits, with what they are read as"))
