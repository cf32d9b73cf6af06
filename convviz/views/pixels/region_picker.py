"""The whole picture, small, with the filmed part of it as a frame that can be drawn again."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from convviz.core.film.moments import WHOLE_UP_TO, Region
from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, image, words
from convviz.views.base.painted import ARROWS, ENTER_KEYS, Painted, nearest_cell
from convviz.views.base.scale import px
from convviz.views.picture.paint_highlights import frame, reticle

MARGIN, CAPTION = 12, 22
CLICK = 4.0
"""A press that moves no further than this many pixels moves the region; a longer drag draws one."""

MOST_SAMPLES = 1024


class RegionPicker(Painted):
    """Covers a grid while a region is being chosen.

    A click centres the region on the place, a drag draws another of up to 32 x 32 pixels, arrow
    keys move it by a pixel (with Shift by ten). ``region_chosen(region)`` follows every choice,
    ``closed()`` Escape and Enter.
    """

    most: ClassVar[int | None] = WHOLE_UP_TO
    least: ClassVar[int] = 2
    """How many rows and columns a rectangle that is drawn has at most, None for any number, and at least."""

    region_chosen = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = (1, 1)
        self._region = Region(0, 0, 1, 1)
        self._picture = QImage()
        self._pressed: QPointF | None = None
        self._drawn: Region | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(px(400), px(380))

    def set_picture(self, values: NDArray[Any], scale: ColourScale) -> None:
        """Show the picture (H, W) or (H, W, 3), thinned out where it has more pixels than a screen."""
        height, width = values.shape[:2]
        self._shape = (height, width)
        step = max(1, -(-max(height, width) // MOST_SAMPLES))
        thin = np.ascontiguousarray(values[::step, ::step])
        self._picture = image(words(thin, scale, theme.tokens(self)))
        self.update()

    def set_region(self, region: Region) -> None:
        """Show which part is filmed."""
        self._region = region
        self.update()

    def picture_area(self) -> QRectF:
        """Where the picture lies in this widget."""
        height, width = self._shape
        room = QRectF(self.rect()).adjusted(px(MARGIN), px(MARGIN), -px(MARGIN), -px(MARGIN) - px(CAPTION))
        scale = min(room.width() / width, room.height() / height)
        area = QRectF(0, 0, width * scale, height * scale)
        area.moveCenter(room.center())
        return area

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("The part of the picture that is filmed"))
        self._caption = self.tr("Drag a rectangle, or click a place; Esc closes")
        self.update()

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        painter.fillRect(self.rect(), scheme.color("sunken"))
        area = self.picture_area()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, area.width() < self._picture.width())
        painter.drawImage(area, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._on_screen(self._drawn or self._region)
        if max(box.width(), box.height()) < 9:
            reticle(painter, box.center(), scheme.color("win"), scheme)
        else:
            frame(painter, box, scheme.color("win"), scheme, 2.0)
        self.write_in(painter, "caption", "text2")
        line = QRectF(px(MARGIN), self.height() - px(CAPTION) - 4, self.width() - 2 * px(MARGIN), px(CAPTION))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self._caption)

    def _on_screen(self, region: Region) -> QRectF:
        area = self.picture_area()
        scale = area.width() / self._shape[1]
        corner = area.topLeft() + QPointF(region.column, region.row) * scale
        return QRectF(corner.x(), corner.y(), region.columns * scale, region.rows * scale)

    def _pixel(self, place: QPointF) -> tuple[int, int]:
        area = self.picture_area()
        scale = self._shape[1] / area.width()
        cell = int((place.y() - area.top()) * scale), int((place.x() - area.left()) * scale)
        return nearest_cell(cell, self._shape)

    def _inside(self, row: int, column: int, rows: int, columns: int) -> Region:
        """A region of this size as near to the place as the picture allows."""
        rows, columns = min(rows, self._shape[0]), min(columns, self._shape[1])
        row = min(max(row, 0), self._shape[0] - rows)
        return Region(row, min(max(column, 0), self._shape[1] - columns), rows, columns)

    def _drawn_to(self, place: QPointF) -> Region:
        assert self._pressed is not None
        first, last = self._pixel(self._pressed), self._pixel(place)
        most = self.most or max(self._shape)
        rows, columns = (min(abs(b - a) + 1, most) for a, b in zip(first, last, strict=True))
        row = first[0] if last[0] >= first[0] else first[0] - rows + 1
        column = first[1] if last[1] >= first[1] else first[1] - columns + 1
        return self._inside(row, column, max(rows, self.least), max(columns, self.least))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            far = (event.position() - self._pressed).manhattanLength() > CLICK
            self._drawn = self._drawn_to(event.position()) if far or self._drawn else None
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        region = self._drawn
        if region is None:
            row, column = self._pixel(event.position())
            size = self._region
            region = self._inside(row - size.rows // 2, column - size.columns // 2, size.rows, size.columns)
        self._pressed = self._drawn = None
        self._choose(region)

    def _choose(self, region: Region) -> None:
        if region != self._region:
            self.set_region(region)
            self.region_chosen.emit(region)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        key = Qt.Key(event.key())
        if key in ARROWS:
            (down, right), r = ARROWS[key], self._region
            self._choose(self._inside(r.row + down * step, r.column + right * step, r.rows, r.columns))
        elif key in (Qt.Key.Key_Escape, *ENTER_KEYS):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and Qt.Key(event.key()) in (*ARROWS, Qt.Key.Key_Escape)
        ):
            event.accept()  # here they belong to the frame, not to the film
            return True
        return bool(super().event(event))
