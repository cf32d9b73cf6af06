"""A sheet of paper to draw a digit on, with a pen and an eraser."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.views.base.colours import ColourScale, image, words
from convviz.views.base.painted import CENTRE, Painted
from convviz.views.base.scale import px
from convviz.views.base.theme import LIGHT, Tokens
from convviz.views.network.maps.paint_maps import paint_frame, window_rect
from convviz.views.network.paper.ink import SIDE, Ink, Stroke

PEN, ERASER = "pen", "eraser"
WIDTHS = {PEN: (0.05, 0.08, 0.12), ERASER: (0.08, 0.14, 0.24)}
"""Fine, medium and thick, as shares of the paper's side."""
MOST_PRESSURE = 1.3
"""A tablet's pen pressed down draws so many times as wide."""
LINES = 4

Crop = tuple[int, int, int, int]
"""(top, left, bottom, right) in pixels of the photo; bottom and right are the first ones outside."""


class DrawingCanvas(Painted):
    """Ink on paper, square. ``drawn`` follows every change that a person makes; setters are silent.

    The left button draws, the right one rubs out; the wheel and the keys [ and ] change the width.
    """

    drawn = Signal()
    finished = Signal(str)
    """A change is complete: "draw", "undo" or "clear"."""
    crop_chosen = Signal(object)
    """(top, left, bottom, right) on the photo, marked with the mouse while `set_marking` is on."""
    size_wanted = Signal(int)
    """-1 for a thinner, 1 for a thicker tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = Ink()
        self._tool, self._sizes = PEN, {PEN: 1, ERASER: 1}
        self._drawing = self._marking = False
        self._photo: CanvasPhoto | None = None
        self._crop: Crop | None = None
        self._source: Crop | None = None
        self._corner: QPointF | None = None
        self._tip: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(px(226), px(226))

    def pixels(self) -> NDArray[np.uint8]:
        """The amount of ink in every pixel, 0 paper to 255 ink, of shape (SIDE, SIDE)."""
        return self._ink.pixels()

    def is_blank(self) -> bool:
        """Whether nothing is drawn."""
        return self._ink.is_blank()

    def is_drawing(self) -> bool:
        """Whether the pen, or the eraser, is on the paper."""
        return self._drawing

    def strokes(self) -> list[Stroke]:
        """The strokes on the paper, the oldest first."""
        return self._ink.strokes()

    def set_strokes(self, strokes: Iterable[Stroke]) -> None:
        """Put these strokes on a new sheet, without announcing it."""
        self._new_sheet()
        self._ink.set_strokes(list(strokes))

    def set_picture(self, amounts: NDArray[Any], strokes: Sequence[Stroke] = ()) -> None:
        """Put ink on a new sheet, (rows, columns) from 0 to 1, and strokes over it; announces nothing."""
        self._new_sheet()
        self._ink.set_picture(amounts, strokes)

    def _new_sheet(self) -> None:
        self._drawing = False
        self._photo = self._crop = None
        self.update()

    def has_picture(self) -> bool:
        """Whether the strokes lie over ink that was there before."""
        return self._ink.has_picture()

    def set_photo(self, photo: CanvasPhoto | None) -> None:
        """Lay a photo on the paper in the place of all strokes, or take it away; silent."""
        self.set_strokes([])
        self._photo, self._marking, self._corner = photo, False, None

    def set_crop(self, crop: Crop | None) -> None:
        """Frame the part of the photo that is read."""
        self._crop = crop
        self.update()

    def set_source(self, source: Crop | None) -> None:
        """Frame the pixels of the photo, or of the drawing, that a chosen pixel came from."""
        if source != self._source:
            self._source = source
            self.update()

    def set_marking(self, marking: bool) -> None:
        """Let the next pull of the mouse mark a part of the photo."""
        self._marking = marking and self._photo is not None

    def undo(self) -> None:
        """Take the last stroke back."""
        if self._ink.strokes():
            self._ink.undo()
            self._changed()
            self.finished.emit("undo")

    def clear(self) -> None:
        """Take a new sheet."""
        self._photo = self._crop = None
        self._ink.set_strokes([])
        self._changed()
        self.finished.emit("clear")

    def tool(self) -> str:
        """``PEN`` or ``ERASER``."""
        return self._tool

    def set_tool(self, tool: str) -> None:
        """Take the pen or the eraser."""
        self._tool = tool
        self.update()

    def size_of(self, tool: str) -> int:
        """Which of the three widths a tool has: 0, 1 or 2."""
        return self._sizes[tool]

    def set_size_of(self, tool: str, size: int) -> None:
        """Give a tool one of its three widths."""
        self._sizes[tool] = min(2, max(0, size))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        buttons = (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
        if self._marking:
            self._corner = event.position()
        elif event.button() in buttons and not self._drawing:
            self._begin(event.position(), 1.0, event.button() == Qt.MouseButton.RightButton)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move(event.position(), 1.0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._end()
        if self._corner is not None and self._photo is not None:
            crop = self._photo.crop_of(self.paper(), self._corner, event.position())
            self._corner, self._marking = None, False
            if crop is not None:
                self.crop_chosen.emit(crop)
            self.update()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A tablet's pen draws broader under pressure; its other end rubs out."""
        share = 0.4 + (MOST_PRESSURE - 0.4) * event.pressure()
        if event.type() == QEvent.Type.TabletPress:
            eraser = event.pointerType() == event.pointerType().Eraser
            self._begin(event.position(), share, eraser)
        elif event.type() == QEvent.Type.TabletMove:
            self._move(event.position(), share)
        else:
            self._end()
        event.accept()

    def _begin(self, place: QPointF, share: float, eraser: bool) -> None:
        tool = ERASER if eraser else self._tool
        self._drawing = True
        self._photo = self._crop = None  # drawing begins a new sheet
        self._tip = place
        self._ink.begin(Stroke(WIDTHS[tool][self._sizes[tool]], tool == ERASER, [self._place(place, share)]))
        self._changed()

    def _move(self, place: QPointF, share: float) -> None:
        before, self._tip = self._tip or place, place
        self._update_around(before, place)
        if self._drawing:
            self._ink.extend(self._place(place, share))
            self.drawn.emit()

    def _update_around(self, start: QPointF, end: QPointF) -> None:
        """Paint again where the tip was, where it is, and the ink between: little of a large paper."""
        if self._corner is not None:
            self.update()
            return
        side, widest = self.paper().width(), WIDTHS[self._tool][self._sizes[self._tool]]
        if self._drawing:
            widest = max(widest, MOST_PRESSURE * self._ink.strokes()[-1].width)
        around = widest * side / 2 + 4
        corners = (QPointF(*(side * part for part in self._place(one, 1.0)[:2])) for one in (start, end))
        area = QRectF(*corners).normalized().adjusted(-around, -around, around, around)
        self.update(area.toAlignedRect())

    def _end(self) -> None:
        if self._drawing:
            self._drawing = False
            self.finished.emit("draw")

    def _place(self, place: QPointF, share: float) -> tuple[float, float, float]:
        side = self.paper().width()
        return min(1.0, max(0.0, place.x() / side)), min(1.0, max(0.0, place.y() / side)), share

    def _changed(self) -> None:
        self.update()
        self.drawn.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self.size_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
        event.accept()

    def event(self, event: QEvent) -> bool:
        asks = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if asks and self._ink.strokes() and cast(QKeyEvent, event).matches(QKeySequence.StandardKey.Undo):
            event.accept()  # here undo means the last stroke, not what was done in the Lab
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.text() in ("[", "]"):
            self.size_wanted.emit(-1 if event.text() == "[" else 1)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._tip = event.position()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._tip = None
        self.update()

    def paper(self) -> QRectF:
        """Where the paper lies in the widget: a square at the top left."""
        side = max(1, min(self.width(), self.height()))
        return QRectF(0, 0, side, side)

    def draw(self, painter: QPainter, scheme: Tokens) -> None:
        paper = self.paper()
        painter.fillRect(paper, scheme.color("sunken" if scheme.dark else "card"))
        self._paint_lines(painter, paper, scheme)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(paper, self._ink.coloured(scheme.color("text1")))
        if self._photo is not None:
            self._photo.paint(painter, paper, self._crop, scheme)
        elif self._ink.is_blank():
            self._paint_invitation(painter, paper, scheme)
        if self._source is not None:
            area, shape = (paper, (SIDE, SIDE))
            if self._photo is not None:
                area, shape = self._photo.area(paper), self._photo.read
            paint_frame(painter, crop_rect(area, shape, self._source), scheme, "out", 2.0)
        painter.setPen(QPen(scheme.color("linestrong"), 1))
        painter.drawRect(paper.adjusted(0.5, 0.5, -0.5, -0.5))
        self._paint_tip(painter, paper, scheme)
        if self.hasFocus():
            painter.setPen(QPen(scheme.color("accent"), 2))
            painter.drawRect(paper.adjusted(1, 1, -1, -1))

    def _paint_lines(self, painter: QPainter, paper: QRectF, scheme: Tokens) -> None:
        painter.setPen(QPen(scheme.color("line"), 1))
        for step in range(1, LINES):
            at = round(paper.width() * step / LINES) + 0.5
            painter.drawLine(QLineF(at, 0, at, paper.height()))
            painter.drawLine(QLineF(0, at, paper.width(), at))

    def _paint_invitation(self, painter: QPainter, paper: QRectF, scheme: Tokens) -> None:
        self.write_in(painter, "body", "text3")
        text = self.tr("Draw a digit here")
        inside, flags = paper.toRect().adjusted(6, 0, -6, 0), CENTRE | Qt.TextFlag.TextWordWrap
        ground = painter.fontMetrics().boundingRect(inside, flags, text).adjusted(-6, -3, 6, 3)
        painter.fillRect(ground, scheme.color("sunken" if scheme.dark else "card"))
        painter.drawText(inside, flags, text)

    def _paint_tip(self, painter: QPainter, paper: QRectF, scheme: Tokens) -> None:
        if self._corner is not None and self._tip is not None:
            paint_frame(painter, QRectF(self._corner, self._tip).normalized(), scheme, "win", 2.0)
        if self._tip is None or not paper.contains(self._tip) or self._photo is not None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = WIDTHS[self._tool][self._sizes[self._tool]] * paper.width() / 2 + 1
        for name, width in (("halo", 4.0), ("accent", 1.5)):
            painter.setPen(QPen(scheme.color(name), width))
            painter.drawEllipse(self._tip, radius, radius)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Paper to draw a digit on"))


class CanvasPhoto:
    """A picture (rows, columns[, 3]) from ``low`` to ``high``, fitted into a square paper."""

    def __init__(self, values: NDArray[Any], low: float, high: float, read: tuple[int, int]) -> None:
        """``read`` is the size, (rows, columns), in whose pixels crops are counted."""
        self._picture: QImage = image(words(values, ColourScale("grey", low, high), LIGHT))
        self.read = read

    def area(self, paper: QRectF) -> QRectF:
        """Where the photo lies on the paper, its shape kept."""
        size = self._picture.size()
        scale = min(paper.width() / size.width(), paper.height() / size.height())
        area = QRectF(0, 0, size.width() * scale, size.height() * scale)
        area.moveCenter(paper.center())
        return area

    def paint(self, painter: QPainter, paper: QRectF, crop: Crop | None, scheme: Tokens) -> None:
        """Paint the photo, and a frame around the part that is read."""
        area = self.area(paper)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, self._picture)
        if crop is not None:
            paint_frame(painter, crop_rect(area, self.read, crop), scheme, "accent", 1.5)

    def crop_of(self, paper: QRectF, one: QPointF, other: QPointF) -> Crop | None:
        """The crop between two points of the paper; None where it is smaller than 4 pixels."""
        area, (rows, columns) = self.area(paper), self.read
        place = QRectF(one, other).normalized().intersected(area).translated(-area.topLeft())
        top, bottom = (round(y / area.height() * rows) for y in (place.top(), place.bottom()))
        left, right = (round(x / area.width() * columns) for x in (place.left(), place.right()))
        return (top, left, bottom, right) if bottom - top >= 4 and right - left >= 4 else None


def crop_rect(area: QRectF, shape: tuple[int, int], crop: Crop) -> QRectF:
    """Where a crop lies when ``area`` has pixels of ``shape``, (rows, columns)."""
    top, left, bottom, right = crop
    return window_rect(area, shape, (top, left, bottom - 1, right - 1))
