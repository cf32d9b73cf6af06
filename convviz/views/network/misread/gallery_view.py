"""Digits side by side, each with what it is and what it was read as."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from convviz.core.base.spacing import filled
from convviz.views.base.colours import ColourScale, image, words
from convviz.views.base.painted import CENTRE, ENTER_OR_SPACE, PaintedParts
from convviz.views.base.scale import px
from convviz.views.base.theme import Tokens

SIDE, CAPTION, BETWEEN = 56, 16, 8
ARROW = "\u2192"
GREY = ColourScale("grey", 0, 255)


@dataclass(frozen=True, eq=False)
class Exhibit:
    """One digit: its number in the file, what it is, what it was read as ("" where unknown).

    ``picture`` is (28, 28) bytes, 0 black to 255 white; None while the file is not at hand.
    """

    number: int
    label: str
    answer: str
    picture: NDArray[Any] | None = None

    @property
    def is_misread(self) -> bool:
        """Whether the answer is another one."""
        return self.answer not in ("", self.label)


class GalleryView(PaintedParts[int]):
    """Shows exhibits in rows; only what is seen is painted.

    ``chosen(number)`` follows a click or Enter, ``moved(rectangle)`` the arrow keys.
    """

    chosen = Signal(int)
    moved = Signal(QRect)
    choosing_keys = ENTER_OR_SPACE

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exhibits: list[Exhibit] = []
        self._focus = 0
        self._current = -1
        self._seen = QRect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def set_exhibits(self, exhibits: Sequence[Exhibit]) -> None:
        """Show others."""
        self._exhibits = list(exhibits)
        self._focus = 0
        self._fit()
        self.update()

    def set_current(self, number: int) -> None:
        """Frame the digit that is being inspected; -1 for none."""
        self._current = number
        self.update()

    def across(self) -> int:
        """Digits in a row."""
        return max(1, (self.width() + px(BETWEEN)) // (px(SIDE) + px(BETWEEN)))

    def tile(self, index: int) -> QRect:
        """Where a digit and its caption stand."""
        row, column = divmod(index, self.across())
        return QRect(
            column * (px(SIDE) + px(BETWEEN)),
            row * (px(SIDE) + px(CAPTION) + px(BETWEEN)),
            px(SIDE),
            px(SIDE) + px(CAPTION),
        )

    def part_at(self, place: QPointF) -> int | None:
        column, row = (
            int(place.x() // (px(SIDE) + px(BETWEEN))),
            int(place.y() // (px(SIDE) + px(CAPTION) + px(BETWEEN))),
        )
        index = row * self.across() + column
        inside = column < self.across() and index < len(self._exhibits)
        return index if inside and self.tile(index).contains(place.toPoint()) else None

    def _fit(self) -> None:
        rows = -(-len(self._exhibits) // self.across())
        self.setMinimumHeight(max(0, rows * (px(SIDE) + px(CAPTION) + px(BETWEEN)) - px(BETWEEN)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(6 * (px(SIDE) + px(BETWEEN)), px(SIDE) + px(CAPTION))

    def announce(self) -> None:
        over = self._part is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyed_part(self) -> int | None:
        return self._focus if self._exhibits else None

    def step(self, down: int, right: int) -> bool:
        target = self._focus + down * self.across() + right
        if not 0 <= target < len(self._exhibits):
            return False
        self._focus = target
        self.moved.emit(self.tile(target))
        self.update()
        self.speak(target)
        return True

    def choose(self, part: int) -> None:
        self._focus = part
        self.chosen.emit(self._exhibits[part].number)
        self.update()

    def tip(self, part: int) -> str:
        one = self._exhibits[part]
        if not one.answer:
            text = self.tr("Test digit {number} is a {label}.")
        elif one.is_misread:
            text = self.tr("Test digit {number} is a {label} and is read as {answer}.")
        else:
            text = self.tr("Test digit {number} is a {label} and is read as such.")
        return filled(text, number=f"{one.number:,}", label=one.label, answer=one.answer)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._seen = event.rect()
        super().paintEvent(event)

    def draw(self, painter: QPainter, scheme: Tokens) -> None:
        pitch = px(SIDE) + px(CAPTION) + px(BETWEEN)
        first = (self._seen.top() // pitch) * self.across()
        last = (self._seen.bottom() // pitch + 1) * self.across()
        for index in range(max(0, first), min(last, len(self._exhibits))):
            self._paint_tile(painter, index, scheme)

    def _paint_tile(self, painter: QPainter, index: int, scheme: Tokens) -> None:
        one, tile = self._exhibits[index], self.tile(index)
        square = QRectF(tile.left(), tile.top(), px(SIDE), px(SIDE))
        if one.picture is not None:
            painter.drawImage(square, image(words(one.picture, GREY, scheme)))
        else:
            painter.fillRect(square, scheme.color("sunken"))
            self.write_in(painter, "comparison", "text2")
            painter.drawText(square, CENTRE, one.label)
        current = one.number == self._current
        focused = self.hasFocus() and index == self._focus
        painter.setPen(QPen(scheme.color("accent" if current or focused else "line"), 2 if current else 1))
        painter.drawRect(square.adjusted(0, 0, -1, -1))
        self.write_in(painter, "ruler-strong" if current else "ruler", "accent" if current else "text2")
        caption = f"{one.label} {ARROW} {one.answer}" if one.is_misread else one.label
        painter.drawText(
            QRectF(tile.left() - 4, tile.top() + px(SIDE), px(SIDE) + 8, px(CAPTION)), CENTRE, caption
        )

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Test digits, with what they are read as"))
