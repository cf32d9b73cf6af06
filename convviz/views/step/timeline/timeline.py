"""The timeline: the output itself, a box a cell, in its value's colour once the film has passed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.core.film.moments import Film, FilmStage
from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, image, words
from convviz.views.base.numbers import decimals_for, figure
from convviz.views.base.painted import Painted
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px
from convviz.views.base.texts import say
from convviz.views.picture.paint_highlights import frame, tab_letter
from convviz.views.step.timeline.layout import Place, Stretch, TimelineLayout, arrange

TOP, HEIGHT, TICK_DOWN = 34.0, 25.0, 5.0
LABELS, HANDLE = 20.0, 11.0
_KEYS = Qt.Key
EDGE = 9
STEPS = {_KEYS.Key_Left: -1, _KEYS.Key_Right: 1}


@dataclass(frozen=True)
class TimelinePainter:
    """Paints one layout with one painter."""

    painter: QPainter
    layout: TimelineLayout
    scheme: theme.Tokens
    base: QFont

    def paint_cells(
        self,
        values: Mapping[FilmStage, NDArray[Any]],
        scale: ColourScale,
        passed: int,
        question: Place | None,
    ) -> None:
        """Every cell's place, those passed in their value's colour."""
        painter = self.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for stretch in self.layout.stretches:
            whole = QRectF(stretch.left, px(TOP), stretch.right - stretch.left, px(HEIGHT))
            painter.fillRect(whole, self.scheme.color("panel"))
            count = min(max(passed - stretch.first, 0), stretch.act.cells)
            array = values.get(stretch.act.stage)
            if count and array is not None:
                self._paint_passed(stretch, array, scale, count)
            self._paint_boxes(stretch, count)
        number = self.layout.number(question) if question is not None else None
        if number is not None:
            self._paint_question(self.layout.box(number, px(TOP), px(HEIGHT)))

    def _paint_passed(self, stretch: Stretch, array: NDArray[Any], scale: ColourScale, count: int) -> None:
        """The values as a strip one pixel high, stretched over their boxes."""
        act = stretch.act
        rows = slice(act.rows.start, act.rows.start + -(-count // len(act.columns)))
        part = array[rows, act.columns.start : act.columns.stop]
        strip = part.reshape(1, -1, *part.shape[2:])[:, :count]
        strip = strip if strip.dtype == np.uint8 else strip.astype(np.float64)
        picture = image(words(strip, scale, self.scheme, cells=True))
        self.painter.drawImage(QRectF(stretch.left, px(TOP), count * stretch.pitch, px(HEIGHT)), picture)

    def _paint_boxes(self, stretch: Stretch, passed: int) -> None:
        """The outline of every box: pale where the cell is still to come, in paper where it is not."""
        painter, act = self.painter, stretch.act
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.layout.boxed:
            painter.setPen(QPen(self.scheme.color("line"), 1))
            painter.drawRects([
                self.layout.box(stretch.first + i, px(TOP), px(HEIGHT)).adjusted(0.5, 0.5, -1.5, -0.5)
                for i in range(passed, act.cells)
            ])  # fmt: skip
            return
        painter.setPen(QPen(self.scheme.color("line"), 1))
        top = px(TOP)
        painter.drawRects([
            QRectF(stretch.row_edge(r) + 0.5, top + 0.5, stretch.pitch * len(act.columns) - 1, px(HEIGHT) - 1)
            for r in range(len(act.rows))
        ])  # fmt: skip

    def _paint_question(self, box: QRectF) -> None:
        self.painter.fillRect(box.adjusted(0, 0, -1, 0), self.scheme.color("accentsoft"))
        self.painter.setFont(theme.font("strong", self.base))
        self.painter.setPen(self.scheme.color("accent"))
        self.painter.drawText(box.adjusted(-6, 0, 6, 0), Qt.AlignmentFlag.AlignCenter, "?")

    def paint_ticks(self, current: int | None, pins: Mapping[str, Place]) -> None:
        """A tick and a label a row, as many labels as there is room for; the acts' names above."""
        for stretch in self.layout.stretches:
            self._paint_rows(stretch, current)
        if len(self.layout.stretches) > 1:
            hung = [x for x in map(self._centre, pins.values()) if x is not None]
            for stretch in self.layout.stretches:
                self._paint_act(stretch, hung)

    def _paint_rows(self, stretch: Stretch, current: int | None) -> None:
        painter, act = self.painter, stretch.act
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self.scheme.color("linestrong"), 1))
        edges = [round(stretch.row_edge(r)) for r in range(len(act.rows) + 1)]
        painter.drawLines(
            [QLineF(x - 0.5, px(TOP) - 4, x - 0.5, px(TOP) + px(HEIGHT) + px(TICK_DOWN)) for x in edges]
        )
        inside = current is not None and stretch.first <= current < stretch.first + act.cells
        row = (current - stretch.first) // len(act.columns) if inside and current is not None else None
        metrics = QFontMetricsF(theme.font("caption-strong", self.base))
        every = self._every(metrics.horizontalAdvance(self._row_text(act.rows[-1])) + 8, stretch)
        for r, number in enumerate(act.rows):
            near = row is not None and r != row and abs(r - row) < every
            if r != row and (r % every or near):
                continue
            painter.setFont(theme.font("caption-strong" if r == row else "ruler", self.base))
            painter.setPen(self.scheme.color("text1" if r == row else "text3"))
            left = min(edges[r] + 3.0, stretch.right - metrics.horizontalAdvance(self._row_text(number)) + 3)
            place = QRectF(left, px(TOP) + px(HEIGHT) + px(15), px(120), px(15))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._row_text(number))

    def _every(self, needed: float, stretch: Stretch) -> int:
        """Every how many rows there is room for a label."""
        width = stretch.pitch * len(stretch.act.columns)
        return next((n for n in (1, 2, 5, 10, 20) if needed <= n * width), 50)

    def _row_text(self, row: int) -> str:
        return say("Step", "row {n}").format(n=row)

    def _paint_act(self, stretch: Stretch, hung: list[float]) -> None:
        """The act's name over its first cells; over its last where a pin hangs there."""
        names = {"convolution": say("Step", "convolution"), "pooling": say("Step", "pooling")}
        name = names[stretch.act.stage]
        self.painter.setFont(theme.font("ruler", self.base))
        self.painter.setPen(self.scheme.color("text3"))
        needed = QFontMetricsF(self.painter.font()).horizontalAdvance(name) + px(4)
        for left in (stretch.left, stretch.right - needed):
            if not any(left - px(8) <= x <= left + needed + px(8) for x in hung):
                place = QRectF(left, px(TOP) - px(21), needed, px(16))
                self.painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
                return

    def _centre(self, place: Place) -> float | None:
        """Where a cell's middle is; None for one that the film does not have."""
        number = self.layout.number(place)
        return None if number is None else self.layout.box(number, px(TOP), px(HEIGHT)).center().x()

    def paint_pins(self, pins: Mapping[str, Place]) -> None:
        """A letter above each pinned cell, on a short stem."""
        for letter, place in sorted(pins.items()):
            centre = self._centre(place)
            if centre is None:
                continue
            colour = self.scheme.color(f"pin{letter}")
            self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            self.painter.setPen(QPen(colour, 2))
            self.painter.drawLine(QPointF(centre, px(22)), QPointF(centre, px(TOP) - px(3)))
            tab_letter(
                self.painter,
                QRectF(round(centre) - px(7), px(9), px(14), px(14)),
                letter,
                colour,
                self.scheme,
            )

    def paint_handle(self, current: int, label: str, width: float) -> None:
        """The frame of the cell at hand, the handle under it, and ``label`` beside the handle."""
        painter = self.painter
        box = self.layout.box(current, px(TOP), px(HEIGHT))
        centre, top = box.center().x(), px(TOP) + px(HEIGHT) + 4
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = box.adjusted(0, -1, -1, 1)
        if shown.width() < 4:
            shown = QRectF(centre - 2, shown.top(), 4, shown.height())
        frame(painter, shown, self.scheme.color("out"), self.scheme, 2.5)
        shape = [(0, 0), (5, 5), (5, px(HANDLE)), (-5, px(HANDLE)), (-5, 5)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.scheme.color("accent"))
        painter.drawPolygon(QPolygonF([QPointF(centre + x, top + y) for x, y in shape]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if label:
            self._paint_label(centre, top, label, width)

    def _paint_label(self, centre: float, top: float, label: str, width: float) -> None:
        painter = self.painter
        painter.setFont(theme.font("ruler-strong", self.base))
        needed = QFontMetricsF(painter.font()).horizontalAdvance(label) + px(10)
        left = centre + px(9) if centre + px(9) + needed <= width else centre - px(9) - needed
        area = QRectF(left, top - 1, needed, px(13))
        painter.fillRect(area, self.scheme.color("card"))
        painter.setPen(self.scheme.color("text1"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, label)

    def paint_focus(self, width: float, height: float) -> None:
        """The focus ring of the keyboard."""
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(self.scheme.color("accent"), 2))
        self.painter.drawRoundedRect(QRectF(1, 1, width - 2, height - 2), 5, 5)


class Timeline(Painted):
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
        self._index, self._started = 0, True
        self._pins: dict[str, Place] = {}
        self._question: Place | None = None
        self._dragging = False
        self._layout = TimelineLayout(())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px(90))
        self.setMinimumWidth(px(160))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(px(800), px(90))

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
        self.setAccessibleName(self.tr("Timeline"))
        set_tip(self, self.tr("Drag to any output cell; arrow keys step, Home and End go to the ends"))
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.label())

    def _arrange(self) -> None:
        self._layout = arrange(self._film, EDGE, self.width() - 2 * EDGE)
        self._describe()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        current = self._number() if len(self._film) else None
        drawing = TimelinePainter(painter, self._layout, scheme, self.font())
        drawing.paint_cells(self._values, self._scale, self._passed(), self._question)
        drawing.paint_ticks(current, self._pins)
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
