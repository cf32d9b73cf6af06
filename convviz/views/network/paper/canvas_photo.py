"""A photo that lies on the paper: where it is shown, and the part of it that is read."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from convviz.views.base.colours import ColourScale, image, words
from convviz.views.base.theme import LIGHT, Tokens
from convviz.views.network.maps.paint_maps import paint_frame

Crop = tuple[int, int, int, int]
"""(top, left, bottom, right) in pixels of the photo; bottom and right are the first ones outside."""


class CanvasPhoto:
    """A picture (rows, columns[, 3]) from ``low`` to ``high``, fitted into a square paper."""

    def __init__(self, values: NDArray[Any], low: float, high: float, read: tuple[int, int]) -> None:
        """``read`` is the size, (rows, columns), in whose pixels crops are counted."""
        self._picture: QImage = image(words(values, ColourScale("grey", low, high), LIGHT))
        self._read = read

    def area(self, paper: QRectF) -> QRectF:
        """Where the photo lies on the paper, its shape kept."""
        size = self._picture.size()
        scale = min(paper.width() / size.width(), paper.height() / size.height())
        area = QRectF(0, 0, size.width() * scale, size.height() * scale)
        area.moveCenter(paper.center())
        return area

    def paint(self, painter: QPainter, paper: QRectF, crop: Crop | None, colours: Tokens) -> None:
        """Paint the photo, and a frame around the part that is read."""
        area = self.area(paper)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, self._picture)
        if crop is not None:
            paint_frame(painter, self.rect_of(paper, crop), colours, "accent", 1.5)

    def rect_of(self, paper: QRectF, crop: Crop) -> QRectF:
        """Where a crop lies on the paper."""
        area, (rows, columns) = self.area(paper), self._read
        wide, high = area.width() / columns, area.height() / rows
        top, left, bottom, right = crop
        return QRectF(
            area.left() + left * wide, area.top() + top * high, (right - left) * wide, (bottom - top) * high
        )

    def crop_of(self, paper: QRectF, one: QPointF, other: QPointF) -> Crop | None:
        """The crop between two points of the paper; None where it is smaller than 4 pixels."""
        area, (rows, columns) = self.area(paper), self._read
        place = QRectF(one, other).normalized().intersected(area)
        top = round((place.top() - area.top()) / area.height() * rows)
        left = round((place.left() - area.left()) / area.width() * columns)
        bottom = round((place.bottom() - area.top()) / area.height() * rows)
        right = round((place.right() - area.left()) / area.width() * columns)
        return (top, left, bottom, right) if bottom - top >= 4 and right - left >= 4 else None
