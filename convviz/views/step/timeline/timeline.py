"""The timeline: the output itself, a box a cell, in its value's colour once the film has passed it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.core.film.moments import Film, FilmStage
from convviz.views.base import theme
from convviz.views.base.colours import ColourScale
from convviz.views.base.numbers import figure
from convviz.views.explain.why.numbers import decimals_for
from convviz.views.step.timeline.layout import Place, TimelineLayout, arrange
from convviz.views.step.timeline.paint_timeline import TimelinePainter

_KEYS = Qt.Key
EDGE = 9
STEPS = {_KEYS.Key_Left: -1, _KEYS.Key_Right: 1}


class Timeline(QWidget):
    """Shows how far a film has come; dragging and clicking choose a cell, keys a moment.

    With the focus: Left and Right step, Up and Down go a row, Page keys five rows, Home and End to
    the ends.
    """

    moved = Signal(int)
    """The moment that was chosen; 0 to the film's length - 1."""

    drag_changed = Signal(bool)
    """A drag of the handle has begun, or ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._film = Film(())
        self._values: dict[FilmStage, NDArray[Any]] = {}
        self._scale = ColourScale()
        self._index = 0
        self._started = True
        self._pins: dict[str, Place] = {}
        self._question: Place | None = None
        self._dragging = False
        self._layout = TimelineLayout(())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(90)
        self.setMinimumWidth(160)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(800, 90)

    # What to show

    def set_film(self, film: Film) -> None:
        """The film whose cells are shown, and whose moments are chosen."""
        self._film = film
        self._index = min(self._index, max(0, len(film) - 1))
        self._arrange()

    def set_values(self, values: Mapping[FilmStage, NDArray[Any]], scale: ColourScale) -> None:
        """The whole output of each stage, (rows, columns), and its colours."""
        self._values, self._scale = {k: np.asarray(v) for k, v in values.items()}, scale
        self.update()

    def set_index(self, index: int, *, started: bool = True) -> None:
        """The moment on show. Before the film has ``started`` everything is empty."""
        before = self._place()
        self._index, self._started = index, started
        self._describe()
        if self._place() != before:
            self.update()

    def _place(self) -> tuple[int, int, str]:
        """What of the moment can be seen: within a cell little changes."""
        number = self._number() if len(self._film) and self._started else -1
        return number, self._passed(), self.label() if self._dragging or not self._layout.boxed else ""

    def index(self) -> int:
        return self._index

    def set_pins(self, pins: Mapping[str, Place]) -> None:
        """Where pins hang: {"A": (stage, row, column), ...}."""
        self._pins = dict(pins)
        self.update()

    def set_question(self, place: Place | None) -> None:
        """The cell whose value is still to be guessed."""
        self._question = place
        self.update()

    def is_dragging(self) -> bool:
        return self._dragging

    def layout_of_cells(self) -> TimelineLayout:
        """Where each cell lies."""
        return self._layout

    def label(self) -> str:
        """The cell at hand in words: "(1, 1) = 9"; without its value where that has not landed."""
        if not len(self._film):
            return ""
        moment = self._film.moment(self._index)
        place = (moment.stage, moment.row, moment.column)
        text = f"({moment.row}, {moment.column})"
        values = self._values.get(moment.stage)
        inside = values is not None and moment.row < values.shape[0] and moment.column < values.shape[1]
        if values is None or not inside or not moment.landed or place == self._question or values.ndim != 2:
            return text
        value = float(values[moment.row, moment.column])
        return f"{text} = {figure(value, decimals_for(value))}"

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setAccessibleName(self.tr("Timeline"))
        self.setToolTip(self.tr("Drag to any output cell; arrow keys step, Home and End go to the ends"))
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.label())

    def _arrange(self) -> None:
        self._layout = arrange(self._film, EDGE, self.width() - 2 * EDGE)
        self._describe()
        self.update()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        current = self._number() if len(self._film) else None
        drawing = TimelinePainter(painter, self._layout, theme.tokens(self), self.font())
        drawing.paint_cells(self._values, self._scale, self._passed(), self._question)
        drawing.paint_ticks(current)
        drawing.paint_pins(self._pins)
        if current is not None and self._started:
            label = self.label() if self._dragging or not self._layout.boxed else ""
            drawing.paint_handle(current, label, self.width())
        if self.hasFocus():
            drawing.paint_focus(self.width(), self.height())

    def _number(self) -> int:
        """The film's cell at the moment."""
        moment = self._film.moment(self._index)
        return self._layout.number((moment.stage, moment.row, moment.column)) or 0

    def _passed(self) -> int:
        """How many cells have landed."""
        if not len(self._film) or not self._started:
            return 0
        return self._number() + (1 if self._film.moment(self._index).landed else 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and len(self._film):
            self._dragging = True
            self.drag_changed.emit(True)
            self._go_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._go_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging and event.button() == Qt.MouseButton.LeftButton:
            self._dragging = False
            self.drag_changed.emit(False)
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _go_to(self, place: QPointF) -> None:
        number = self._layout.cell_at(place.x())
        if number is not None:
            self._choose(self._film.index(*self._layout.place(number)))

    def _choose(self, index: int | None) -> None:
        """Show a moment and announce it, unless it is the one on show."""
        if index is None:
            return
        index = min(max(index, 0), len(self._film) - 1)
        if index != self._index or not self._started:
            self.set_index(index)
            self.moved.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _KEYS(event.key())
        if not len(self._film) or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in STEPS:
            self._choose(self._index + STEPS[key])
        elif key in (_KEYS.Key_Up, _KEYS.Key_Down, _KEYS.Key_PageUp, _KEYS.Key_PageDown):
            self._go_rows({_KEYS.Key_Up: -1, _KEYS.Key_Down: 1, _KEYS.Key_PageUp: -5}.get(key, 5))
        elif key in (_KEYS.Key_Home, _KEYS.Key_End):
            self._choose(0 if key == _KEYS.Key_Home else len(self._film) - 1)
        else:
            super().keyPressEvent(event)

    def _go_rows(self, rows: int) -> None:
        number = self._number()
        target = number + rows * self._layout.row_length(number)
        target = min(max(target, 0), self._layout.cells - 1)
        self._choose(self._film.index(*self._layout.place(target)))
