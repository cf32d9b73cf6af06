"""A row of numbers joined by arrows, on at most two lines: the running sum."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from convviz.views.base import theme
from convviz.views.base.painted import Painted
from convviz.views.base.theme import Tokens

LINE, MOST_LINES, SPACE = 17.0, 2, 6.0


class RunningSum(Painted):
    """Shows "title a → b → c"; what does not fit on two lines gives way to "…", the last number stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._joint, self._note = "", "\u2192", ""
        self._items: list[str] = []

    def set_items(self, title: str, items: list[str], joint: str = "\u2192", note: str = "") -> None:
        """Show ``items`` with ``joint`` between them; ``note`` is added to the tooltip."""
        self._title, self._items, self._joint, self._note = title, list(items), joint, note
        self.setAccessibleDescription(self.text())
        self._refresh()

    def text(self) -> str:
        """The whole row as plain text."""
        joint = f" {self._joint} " if self._joint else ""
        return f"{self._title} {joint.join(self._items)}".strip()

    def shown_lines(self) -> list[list[str]]:
        """The words as they stand on the screen, line by line."""
        lines = self._wrapped(self._words(self._items))
        kept = len(self._items) - 1
        while len(lines) > MOST_LINES and kept > 0:
            kept -= max(1, kept // 16)
            lines = self._wrapped(self._words([*self._items[:kept], "\u2026", self._items[-1]]))
        return lines

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(max(self.width(), 300)))

    def heightForWidth(self, _width: int) -> int:
        return round(LINE * MOST_LINES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    def draw(self, painter: QPainter, scheme: Tokens) -> None:
        painter.setFont(theme.font("caption", self.font()))
        painter.setPen(scheme.color("text2"))
        metrics = QFontMetricsF(painter.font())
        lines = self.shown_lines()
        top = (self.height() - LINE * len(lines)) / 2
        for index, line in enumerate(lines):
            x, baseline = 0.0, top + LINE * index + (LINE + metrics.capHeight()) / 2
            for word in line:
                painter.drawText(QPointF(x, baseline), word)
                x += metrics.horizontalAdvance(word) + self._space()

    def _space(self) -> float:
        return SPACE if self._joint else 0.0

    def _words(self, items: list[str]) -> list[list[str]]:
        """Words that stay together: an arrow stays with the number after it."""
        title = [self._title] if self._title else []
        joint = [self._joint] if self._joint else []
        return [[*title, items[0]], *([*joint, item] for item in items[1:])] if items else []

    def _wrapped(self, groups: list[list[str]]) -> list[list[str]]:
        metrics = QFontMetricsF(theme.font("caption", self.font()))
        lines: list[list[str]] = []
        x = 0.0
        for group in groups:
            width = sum(metrics.horizontalAdvance(word) + self._space() for word in group)
            if not lines or x + width - self._space() > self.width():
                lines.append([])
                x = 0.0
            lines[-1] += group
            x += width
        return lines

    def _refresh(self) -> None:
        cut = any("\u2026" in line for line in self.shown_lines())
        parts = [self.text() if cut else "", self._note]
        self.setToolTip("\n".join(part for part in parts if part))
        self.update()
