"""A map of where a network looks, with the outline of the digit laid over it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from convviz.views.base.colours import ColourScale, image, words
from convviz.views.base.numbers import figure
from convviz.views.base.painted import PaintedParts, cell_at, cell_rect
from convviz.views.base.theme import Tokens
from convviz.views.network.maps.paint_maps import fitted, paint_frame

INK = 0.4
"""Pixels brighter than this lie inside of the outline."""

Pixel = tuple[int, int]


class HeatView(PaintedParts[Pixel]):
    """Shows amounts from 0 to ``top`` in the Amount colours, over them the digit's outline.

    ``pointed((row, column) or None)`` follows the mouse.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digit: NDArray[Any] = np.zeros((28, 28), np.float32)
        self._values: NDArray[Any] | None = None
        self._top = 1.0
        self._decimals = 3
        self._picture: QImage | None = None
        self._outline: list[QLineF] = []
        self._mark: Pixel | None = None
        self._stale = False

    def set_digit(self, digit: NDArray[Any]) -> None:
        """Show a digit's outline, (rows, columns) from 0 black to 1 white."""
        self._digit = digit
        self._outline = outline(digit > INK)
        self._picture = None
        self.update()

    def set_values(self, values: NDArray[Any] | None, top: float = 1.0, decimals: int = 3) -> None:
        """Lay amounts over the digit, (rows, columns); None for the digit alone."""
        self._values, self._top, self._decimals = values, top, decimals
        self._picture, self._stale = None, False
        self.update()

    def values(self) -> NDArray[Any] | None:
        """The amounts that are shown."""
        return self._values

    def set_stale(self, stale: bool) -> None:
        """Draw the amounts pale: they belong to what was there before."""
        self._stale = stale
        self.update()

    def set_mark(self, pixel: Pixel | None) -> None:
        """Box a pixel."""
        if pixel != self._mark:
            self._mark = pixel
            self.update()

    def factor(self) -> float:
        """Screen pixels a value."""
        return self.area().width() / self._digit.shape[1]

    def area(self) -> QRectF:
        """Where the picture lies in the widget."""
        return fitted(self._digit.shape, self.width(), self.height())

    def part_at(self, place: QPointF) -> Pixel | None:
        return cell_at(self.area(), self._digit.shape, place)

    def sizeHint(self) -> QSize:
        return QSize(140, 140)

    def tip(self, part: Pixel) -> str:
        if self._values is None:
            return ""
        value = figure(float(self._values[part]), self._decimals)
        return self.tr("Pixel ({row}, {column}): {value}").format(row=part[0], column=part[1], value=value)

    def draw(self, painter: QPainter, scheme: Tokens) -> None:
        area = self.area()
        if self._picture is None:
            self._picture = self._coloured(scheme)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.factor() < 1)
        if self._stale:
            painter.setOpacity(0.35)
        painter.drawImage(area, self._picture)
        painter.setOpacity(1.0)
        if self._values is not None:
            self._paint_outline(painter, scheme)
        painter.setPen(scheme.color("line"))
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        if self._mark is not None:
            frame = cell_rect(area, self._digit.shape, self._mark).adjusted(-2, -2, 2, 2)
            paint_frame(painter, frame.intersected(area), scheme, "win", 2.0)

    def _coloured(self, scheme: Tokens) -> QImage:
        if self._values is None:
            return image(words(self._digit, ColourScale("grey", 0.0, 1.0), scheme))
        return image(words(self._values, ColourScale("amount", 0.0, self._top or 1.0), scheme))

    def _paint_outline(self, painter: QPainter, scheme: Tokens) -> None:
        side = self.factor()
        lines = [QLineF(one.p1() * side, one.p2() * side) for one in self._outline]
        for name, width in (("halo", 3.0), ("ring", 1.25)):
            pen = QPen(scheme.color(name), width)
            pen.setCapStyle(Qt.PenCapStyle.SquareCap)
            painter.setPen(pen)
            painter.drawLines(lines)

    def restyle(self) -> None:
        self._picture = None


def outline(inside: NDArray[np.bool_]) -> list[QLineF]:
    """The lines between pixels inside and outside of a shape, in pixels.

    >>> sorted((line.x1(), line.y1(), line.x2(), line.y2()) for line in outline(np.array([[True]])))
    [(0.0, 0.0, 0.0, 1.0), (0.0, 0.0, 1.0, 0.0), (0.0, 1.0, 1.0, 1.0), (1.0, 0.0, 1.0, 1.0)]
    """
    wide = np.pad(inside, 1)
    upright = np.argwhere(wide[1:-1, 1:] != wide[1:-1, :-1]).tolist()
    level = np.argwhere(wide[1:, 1:-1] != wide[:-1, 1:-1]).tolist()
    return [QLineF(x, y, x, y + 1) for y, x in upright] + [QLineF(x, y, x + 1, y) for y, x in level]
