"""The way from the answer down to a number, each step a link back to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.views.base import theme

SIGN = "\u203a"
BETWEEN = 22.0
MORE = "\u2026"


class Crumbs(QWidget):
    """Shows the steps, the last one bold, and in grey where it leads; ``chosen(index)`` goes back.

    Where there is no room the first steps give way to "…".
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: list[str] = []
        self._tail = ""
        self._pointed = self._focus = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.retranslate()

    def set_steps(self, texts: Sequence[str], tail: str = "") -> None:
        """Show these steps; ``tail`` is what the last one reads."""
        self._texts, self._tail = list(texts), tail
        self._focus = min(self._focus, len(texts) - 1)
        self.setAccessibleDescription(f" {SIGN} ".join(texts))
        self.setToolTip(self.accessibleDescription())
        self.update()

    def texts(self) -> list[str]:
        """The steps."""
        return list(self._texts)

    def sizeHint(self) -> QSize:
        return QSize(400, 24)

    def places(self) -> list[tuple[int, QRectF]]:
        """Where each step stands: (index, area); those that found no room are missing."""
        widths = [self._width(index) for index in range(len(self._texts))]
        first = 0
        while (
            first < len(widths) - 1 and sum(widths[first:]) + BETWEEN * (len(widths) - first) > self.width()
        ):
            first += 1
        x, areas = (BETWEEN if first else 0.0), []
        for index in range(first, len(widths)):
            areas.append((index, QRectF(x, 0, widths[index], self.height())))
            x += widths[index] + BETWEEN
        return areas

    def _width(self, index: int) -> float:
        role = "strong" if index == len(self._texts) - 1 else "body"
        return QFontMetricsF(theme.font(role, self.font())).horizontalAdvance(self._texts[index])

    def _at(self, place: QPointF) -> int:
        found = (index for index, area in self.places() if area.contains(place))
        index = next(found, -1)
        return -1 if index == len(self._texts) - 1 else index

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointed = self._at(event.position())
        hand = Qt.CursorShape.PointingHandCursor if self._pointed >= 0 else Qt.CursorShape.ArrowCursor
        self.setCursor(hand)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointed = -1
        self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self.chosen.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and self._texts:
            start = self._focus if self._focus >= 0 else len(self._texts) - 1
            self._focus = min(max(start + step, 0), len(self._texts) - 1)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._focus < len(self._texts) - 1:
            self.chosen.emit(self._focus)
        elif event.key() == Qt.Key.Key_Backspace and len(self._texts) > 1:
            self.chosen.emit(len(self._texts) - 2)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.tokens(self)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        middle = int(Qt.AlignmentFlag.AlignCenter)
        places = self.places()
        if places and places[0][0] > 0:
            painter.setPen(colours.color("text3"))
            painter.drawText(QRectF(0, 0, BETWEEN, self.height()), left, MORE)
        for index, area in places:
            last = index == len(self._texts) - 1
            font = theme.font("strong" if last else "body", self.font())
            font.setUnderline(index == self._pointed or (self.hasFocus() and index == self._focus))
            painter.setFont(font)
            painter.setPen(colours.color("text1" if last else "accent"))
            text = painter.fontMetrics().elidedText(
                self._texts[index], Qt.TextElideMode.ElideRight, int(self.width() - area.left())
            )
            painter.drawText(area.adjusted(0, 0, 4, 0), left, text)
            painter.setFont(theme.font("body", self.font()))
            painter.setPen(colours.color("text3"))
            sign = QRectF(area.right(), 0, BETWEEN, self.height())
            tail = painter.fontMetrics().horizontalAdvance(self._tail)
            if last and (not self._tail or sign.right() + tail > self.width()):
                break  # what it leads to is a hint; it gives way whole
            painter.drawText(sign, middle, SIGN)
            if last:
                painter.drawText(QRectF(sign.right(), 0, 300, self.height()), left, self._tail)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self.setAccessibleName(self.tr("The way from the answer to this number"))
