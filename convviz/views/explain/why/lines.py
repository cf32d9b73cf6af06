"""A sum in words and numbers: the column of its steps, and the running totals joined by arrows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from convviz.views.base import theme
from convviz.views.base.painted import Painted, PaintedParts
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px
from convviz.views.base.texts import labelled

ROW, LEAST_ROW, GAP = 26.0, 15.0, 8.0


@dataclass(frozen=True)
class Line:
    """One step. ``strong`` is the result; ``shown`` marks the channel whose grids are on view.

    ``shorter`` labels are tried where ``label`` does not fit. A ``wordy`` value is more than a number
    and stays small, so that it leaves room for its label.
    """

    label: str
    value: str
    strong: bool = False
    shown: bool = False
    shorter: tuple[str, ...] = ()
    wordy: bool = False

    def strengthened(self) -> Line:
        return replace(self, strong=True)


class LinesView(PaintedParts[int]):
    """Shows `Line`s under each other, parted by hairlines; long labels are shortened, with a tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self.setMouseTracking(False)  # a line has a tooltip, but does not light up

    def set_lines(self, lines: list[Line]) -> None:
        """Show these lines."""
        self._lines = list(lines)
        self.describe(self.text())
        self.update()

    def text(self) -> str:
        """The lines as plain text."""
        return "\n".join(
            labelled(line.label, line.value) if line.value else line.label for line in self._lines
        )

    def sizeHint(self) -> QSize:
        return QSize(px(210), round(px(ROW) * max(1, len(self._lines))) + 4)

    def least_height(self) -> int:
        """What the lines need at least."""
        return round(px(LEAST_ROW) * len(self._lines))

    def pitch(self) -> float:
        """From one line to the next; closer together where there are many."""
        return max(px(LEAST_ROW), min(px(ROW), self.height() / max(1, len(self._lines))))

    def part_at(self, place: QPointF) -> int | None:
        index = int(place.y() // self.pitch())
        return index if 0 <= index < len(self._lines) else None

    def tip(self, part: int) -> str:
        line = self._lines[part]
        return f"{line.label} = {line.value}" if self._label(line)[0] != line.label else ""

    def draw(self, painter: QPainter, colours: theme.Tokens) -> None:
        pitch = self.pitch()
        for index, line in enumerate(self._lines):
            area = QRectF(0, index * pitch, self.width(), pitch)
            if index:
                painter.setPen(QPen(colours.color("line"), 1))
                top = round(area.top()) + 0.5
                painter.drawLine(QLineF(0, top, self.width(), top))
            self._paint_line(painter, area, line, colours)

    def _paint_line(self, painter: QPainter, area: QRectF, line: Line, colours: theme.Tokens) -> None:
        text, room = self._label(line)
        painter.setFont(self._label_font(line))
        painter.setPen(colours.color("accent" if line.shown else "text2"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, area.top(), room + 1, area.height()), int(left), text)
        if line.shown:
            start = QFontMetricsF(painter.font()).horizontalAdvance(text + " ")
            self.write_in(painter, "label", "text2")
            baseline = area.center().y() + QFontMetricsF(painter.font()).capHeight() / 2
            painter.drawText(QPointF(start, baseline), self.tr("(shown)"))
        painter.setFont(self._value_font(line))
        painter.setPen(colours.color("text1"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), line.value)

    def _label(self, line: Line) -> tuple[str, float]:
        """The label as it fits beside the value, and the room it has."""
        value = QFontMetricsF(self._value_font(line)).horizontalAdvance(line.value)
        room = max(0.0, self.width() - value - px(GAP))
        metrics = QFontMetricsF(self._label_font(line))
        texts = (line.label, *line.shorter)
        text = next((text for text in texts if metrics.horizontalAdvance(text) <= room), texts[-1])
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room), room

    def _label_font(self, line: Line) -> QFont:
        pixels = min(px(12.5), self.pitch() - px(4))
        return theme.font("strong" if line.shown else "label", self.font(), pixels=pixels)

    def _value_font(self, line: Line) -> QFont:
        large = "strong" if line.wordy else "result"
        font = theme.font(large if line.strong else "cell", self.font())
        font.setPixelSize(round(min(font.pixelSize(), self.pitch() - 2)))
        return font


LINE, MOST_LINES, SPACE = 17.0, 2, 6.0


class RunningSum(Painted):
    """Shows "title a → b → c" on as many lines as it has room for, two at least.

    What does not fit gives way to "…"; the last number stays.
    """

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
        most = max(MOST_LINES, int((self.height() - 2) // px(LINE)))
        while len(lines) > most and kept > 0:
            kept -= max(1, kept // 16)
            lines = self._wrapped(self._words([*self._items[:kept], "\u2026", self._items[-1]]))
        return lines

    def rows_at(self, width: int) -> int:
        """How many lines all of it needs at this width."""
        return len(self._wrapped(self._words(self._items), width))

    def sizeHint(self) -> QSize:
        return QSize(px(300), self.heightForWidth(max(self.width(), px(300))))

    def heightForWidth(self, _width: int) -> int:
        return round(px(LINE) * MOST_LINES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        self.write_in(painter, "caption", "text2")
        metrics = QFontMetricsF(painter.font())
        lines = self.shown_lines()
        top, space = (self.height() - px(LINE) * len(lines)) / 2, self._space()
        for index, line in enumerate(lines):
            x, baseline = 0.0, top + px(LINE) * index + (px(LINE) + metrics.capHeight()) / 2
            for word in line:
                painter.drawText(QPointF(x, baseline), word)
                x += metrics.horizontalAdvance(word) + space

    def _space(self) -> float:
        return px(SPACE) if self._joint else 0.0

    def _words(self, items: list[str]) -> list[list[str]]:
        """Words that stay together: an arrow stays with the number after it."""
        title = [self._title] if self._title else []
        joint = [self._joint] if self._joint else []
        return [[*title, items[0]], *([*joint, item] for item in items[1:])] if items else []

    def _wrapped(self, groups: list[list[str]], width_of_all: int = 0) -> list[list[str]]:
        metrics, space = QFontMetricsF(theme.font("caption", self.font())), self._space()
        lines: list[list[str]] = []
        x = 0.0
        for group in groups:
            width = sum([metrics.horizontalAdvance(word) + space for word in group])
            if not lines or x + width - space > (width_of_all or self.width()):
                lines.append([])
                x = 0.0
            lines[-1] += group
            x += width
        return lines

    def _refresh(self) -> None:
        cut = any("\u2026" in line for line in self.shown_lines())
        parts = [self.text() if cut else "", self._note]
        set_tip(self, "\n".join(part for part in parts if part))
        self.update()
