"""The part of the ruler that is on the screen, shared by all stages: zoom and pan are linked."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Signal

from convviz.core.base.limits import LIMITS
from convviz.views.base.scale import px

SMALLEST, LARGEST = LIMITS["zoom"].low, LIMITS["zoom"].high
RULER = 22.0
"""Room kept at the left and top for the rulers of number grids, in screen pixels."""

GRID_CELL = 18.0
"""From this size on, cells are drawn as a number grid, whatever the size of the text."""

RULED_CELL = 24.0
"""Rulers take room from the cells; where they would leave them smaller, a fitted grid does without."""

WHOLE_GRID_CELL = 64.0
"""Cells of small images grow to this size when they are fitted, and no further."""

LEAST_MOVE = 0.01
"""What moves by less than this many screen pixels has not moved."""


class Viewport(QObject):
    """Maps input pixels to screen pixels, the same way for every stage.

    ``fit`` follows the size of the view until the person zooms or pans. All stages show the same
    stretch of the ruler, so the same point of the picture is at the same place in every card.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = QRectF(0, 0, 1, 1)
        self._size = QSizeF(320, 240)
        self._centre = QPointF(0.5, 0.5)
        self._scale, self._fitted, self._fits_ruled = 1.0, True, False

    @property
    def scale(self) -> float:
        """Screen pixels per input pixel."""
        return self._scale

    @property
    def fitted(self) -> bool:
        return self._fitted

    @property
    def size(self) -> QSizeF:
        return self._size

    @property
    def content(self) -> QRectF:
        return self._content

    def set_content(self, content: QRectF) -> None:
        """Say which stretch of the ruler there is to see (the input with its padding)."""
        if content == self._content or content.isEmpty():
            return
        self._content = content
        self._settle()

    def set_size(self, size: QSizeF) -> None:
        """Say how large the views are; those of one row are equally large."""
        if size == self._size or size.isEmpty():
            return
        self._size = size
        self._settle()

    def _settle(self) -> None:
        (self._apply_fit if self._fitted else self._clamp)()
        self.changed.emit()

    def fit(self) -> None:
        """Show everything."""
        self._fitted = True
        self._apply_fit()
        self.changed.emit()

    def set_scale(self, scale: float, anchor: QPointF | None = None) -> None:
        """Zoom to ``scale``, keeping the ruler's point under ``anchor`` (screen) where it is."""
        anchor = anchor or QPointF(self._size.width() / 2, self._size.height() / 2)
        held = self.to_ruler(anchor)
        self._fitted = False
        self._scale = min(max(scale, self.smallest()), LARGEST)
        offset = anchor - QPointF(self._size.width() / 2, self._size.height() / 2)
        self._centre = held - offset / self._scale
        self._clamp()
        if self._fit_scale() <= 1 and self._scale <= self.smallest() * 1.0001:
            self._fitted = True  # a picture larger than the view, zoomed out all the way
            self._apply_fit()
        self.changed.emit()

    def zoom(self, factor: float, anchor: QPointF | None = None) -> None:
        self.set_scale(self._scale * factor, anchor)

    def pan(self, delta: QPointF) -> None:
        """Move the picture by ``delta`` screen pixels, as far as there is something to see."""
        before = self._centre
        self._centre = before - delta / self._scale
        self._clamp()
        if (self._centre - before).manhattanLength() * self._scale < LEAST_MOVE:
            self._centre = before
            return
        self._fitted = False
        self.changed.emit()

    def reveal(self, area: QRectF) -> None:
        """Pan just as far as it takes to see ``area`` (in input pixels)."""
        seen = self.visible()
        if self.is_ruled:
            seen.adjust(px(RULER) / self._scale, px(RULER) / self._scale, 0, 0)
        shift = QPointF(0, 0)
        if area.width() < seen.width():
            shift.setX(min(0.0, area.left() - seen.left()) + max(0.0, area.right() - seen.right()))
        if area.height() < seen.height():
            shift.setY(min(0.0, area.top() - seen.top()) + max(0.0, area.bottom() - seen.bottom()))
        if not shift.isNull():
            self.pan(-shift * self._scale)

    def smallest(self) -> float:
        return max(SMALLEST, min(1.0, self._fit_scale()))

    def origin(self) -> QPointF:
        """Where the ruler's (0, 0) lies on the screen, on a whole pixel when zoomed in."""
        x = self._size.width() / 2 - self._centre.x() * self._scale
        y = self._size.height() / 2 - self._centre.y() * self._scale
        return QPointF(round(x), round(y)) if self._scale >= 1 else QPointF(x, y)

    def to_screen(self, row: float, column: float) -> QPointF:
        return self.origin() + QPointF(column, row) * self._scale

    def to_ruler(self, point: QPointF) -> QPointF:
        """The ruler's point (x is the column, y the row) under a point of the screen."""
        return (point - self.origin()) / self._scale

    def visible(self) -> QRectF:
        """The stretch of the ruler that the screen shows."""
        corner = self.to_ruler(QPointF(0, 0))
        return QRectF(
            corner.x(), corner.y(), self._size.width() / self._scale, self._size.height() / self._scale
        )

    def scale_at(self, height: float) -> float:
        """The scale that there would be in views of this height."""
        if not self._fitted:
            return self._scale
        return max(SMALLEST, self._fit_in(QSizeF(self._size.width(), max(height, 1.0)))[0])

    def _fit_scale(self) -> float:
        scale, self._fits_ruled = self._fit_in(self._size)
        return scale

    def _fit_in(self, size: QSizeF) -> tuple[float, bool]:
        """How large cells can be when all is shown in views of this size, and whether rulers fit, too."""
        width, height = self._content.width(), self._content.height()
        margin = px(RULER) + 6
        ruled = min((size.width() - margin) / width, (size.height() - margin) / height)
        if ruled >= px(RULED_CELL):
            return float(min(int(ruled), px(WHOLE_GRID_CELL))), True
        plain = min(size.width() / width, size.height() / height)
        return float(plain if plain < 4 else int(plain)), False

    @property
    def is_ruled(self) -> bool:
        """Whether rows and columns are numbered: on number grids, unless a small card needs the room."""
        if self._scale < GRID_CELL:
            return False
        return not self._fitted or self._fits_ruled

    def _apply_fit(self) -> None:
        self._scale = max(SMALLEST, self._fit_scale())
        shift = self._ruler_shift()
        self._centre = self._content.center() - QPointF(shift, shift)

    def _ruler_shift(self) -> float:
        """How far (in input pixels) a centred number grid moves aside for its rulers."""
        return px(RULER) / self._scale / 2 if self.is_ruled else 0.0

    def _clamp(self) -> None:
        """Keep the picture in view: no further out than its edge at the middle third."""
        self._centre = QPointF(
            self._clamped(self._centre.x(), self._content.left(), self._content.right(), self._size.width()),
            self._clamped(self._centre.y(), self._content.top(), self._content.bottom(), self._size.height()),
        )

    def _clamped(self, value: float, low: float, high: float, pixels: float) -> float:
        half = pixels / self._scale / 2
        slack = px(RULER) * 2 / self._scale
        if high - low + 2 * self._ruler_shift() <= 2 * half + LEAST_MOVE / self._scale:
            return (low + high) / 2 - self._ruler_shift()
        return min(max(value, low + half - slack), high - half + slack)
