"""What hand-painted widgets share: theme and language, parts to point at, cells, keys, tooltips.

Qt itself repaints a widget when its palette, font, style, language or focus changes; no widget
has to ask for that. What remains is here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from convviz.views.base import theme
from convviz.views.base.plain import show_tip
from convviz.views.base.spoken import speak

if TYPE_CHECKING:
    AnyWidget = QWidget
else:
    AnyWidget = object  # so that `Adaptive` stands before any Qt class

Cell = tuple[int, int]
"""(row, column)."""

Part = TypeVar("Part")
_KEYS = Qt.Key
ARROWS = {_KEYS.Key_Left: (0, -1), _KEYS.Key_Right: (0, 1), _KEYS.Key_Up: (-1, 0), _KEYS.Key_Down: (1, 0)}
"""How far an arrow key goes, (rows, columns)."""

ENTER_KEYS = (_KEYS.Key_Return, _KEYS.Key_Enter)
ENTER_OR_SPACE = (*ENTER_KEYS, _KEYS.Key_Space)


LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
"""Where a text stands in its rectangle, at half its height."""


def fill_rounded(painter: QPainter, area: QRectF, radius: float, colour: QColor) -> None:
    """Fill a rectangle with round corners, without a line around it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(area, radius, radius)


def cell_rect(area: QRectF, shape: tuple[int, ...], cell: Cell) -> QRectF:
    """Where a cell lies when ``area`` is divided into (rows, columns, ...) cells of one size.

    >>> cell_rect(QRectF(10, 0, 40, 20), (2, 4), (1, 3))
    PySide6.QtCore.QRectF(40.000000, 10.000000, 10.000000, 10.000000)
    """
    wide, high = area.width() / shape[1], area.height() / shape[0]
    return QRectF(area.left() + cell[1] * wide, area.top() + cell[0] * high, wide, high)


def cell_at(area: QRectF, shape: tuple[int, ...], place: QPointF) -> Cell | None:
    """The cell under a point, or None outside of ``area``."""
    if not area.contains(place):
        return None
    row = int((place.y() - area.top()) / area.height() * shape[0])
    column = int((place.x() - area.left()) / area.width() * shape[1])
    return nearest_cell((row, column), shape)


def nearest_cell(cell: Cell, shape: tuple[int, ...]) -> Cell:
    """The cell of a grid of ``shape`` that lies nearest to ``cell``.

    >>> nearest_cell((-1, 9), (3, 3))
    (0, 2)
    """
    return min(max(cell[0], 0), shape[0] - 1), min(max(cell[1], 0), shape[1] - 1)


class Adaptive(AnyWidget):
    """Stands before a Qt class: calls `retranslate` and `restyle` when language and theme change."""

    def retranslate(self) -> None:
        """Set all texts in the present language."""

    def restyle(self) -> None:
        """Renew what was made with the colours of the theme: icons, coloured pictures."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.restyle()


class Painted(Adaptive, QWidget):
    """A widget that paints itself in `draw`."""

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        """Paint everything, in pixels of this widget."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.draw(painter, theme.tokens(self))

    def write_in(self, painter: QPainter, role: str, colour: str, pixels: float | None = None) -> None:
        """Take a font of `theme.font` and a colour of the theme for the text that is drawn next."""
        painter.setFont(theme.font(role, self.font(), pixels=pixels))
        painter.setPen(theme.tokens(self).color(colour))


class PaintedParts(Painted, Generic[Part]):
    """A painted widget of parts (cells, rows, bars) that the mouse and the arrow keys point at.

    `part_at` says what lies where; all else is optional. A part reached by the keys is told to
    screen readers as `spoken` has it, in place of what `describe` says about the whole.
    """

    pointed = Signal(object)
    """The part that is pointed at now, or None."""

    choosing_keys: ClassVar[tuple[Qt.Key, ...]] = ()
    """Keys that choose the part of `keyed_part`, e.g. `ENTER_KEYS`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part: Part | None = None
        self._description, self._spoken = "", ""
        self.setMouseTracking(True)

    def part_at(self, place: QPointF) -> Part | None:
        """The part under a point of the widget."""
        raise NotImplementedError

    def tip(self, part: Part) -> str | None:
        """The tooltip over a part."""
        return None

    def spoken(self, part: Part) -> str:
        """What screen readers say of a part that is reached by the keys: its tooltip, unless it says more."""
        return self.tip(part) or ""

    def tip_at(self, place: QPointF) -> str | None:
        """The tooltip at a point of the widget; None leaves it to the widget's own."""
        part = self.part_at(place)
        return self.tip(part) if part is not None else ""

    def announce(self) -> None:
        """Say that another part, or none, is pointed at."""
        self.pointed.emit(self._part)

    def choose(self, part: Part) -> None:
        """A part was pressed, or one of `choosing_keys`."""

    def keyed_part(self) -> Part | None:
        """What `choosing_keys` choose: the pointed part, unless a widget keeps a focused one for the keys."""
        return self._part

    def step(self, down: int, right: int) -> bool:
        """Move on by an arrow key; False where that means nothing here."""
        return False

    def describe(self, text: str) -> None:
        """What screen readers say about the whole widget."""
        self._description = text
        self.setAccessibleDescription(text)

    def point(self, part: Part | None, *, by_keys: bool = False) -> None:
        """Point at a part and say so, unless it is pointed at already."""
        if part == self._part:
            return
        self._part = part
        self.update()
        self.speak(part if by_keys else None)
        self.announce()

    def speak(self, part: Part | None) -> None:
        """Let screen readers say what is `spoken` of a part; None gives them back what `describe` said."""
        spoken = self.spoken(part) if part is not None else ""
        if spoken != self._spoken:
            self._spoken = spoken
            if spoken:
                speak(self, spoken)
            else:
                self.setAccessibleDescription(self._description)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.point(self.part_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        part = self.part_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and part is not None:
            self.choose(part)

    def leaveEvent(self, event: QEvent) -> None:
        self.point(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.point(None)
        self.speak(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _KEYS(event.key())
        if key in self.choosing_keys and (part := self.keyed_part()) is not None:
            self.choose(part)
        elif key not in ARROWS or not self.step(*ARROWS[key]):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.tip_at(QPointF(event.pos()))
            if text is not None:
                show_tip(event.globalPos(), text, self)
                return True
        return super().event(event)
