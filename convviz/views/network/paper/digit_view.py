"""The digit as the network sees it, white on black, with what a chosen value sees boxed on it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, image, words
from convviz.views.base.numbers import figure
from convviz.views.network.maps.paint_maps import paint_frame

Window = tuple[int, int, int, int]
"""(top, left, bottom, right), the last ones included."""


class DigitView(QWidget):
    """Shows pixels from 0 (black) to 1 (white) at a whole number of pixels each.

    ``pixel_chosen(row, column)`` follows a click.
    """

    pixel_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: NDArray[Any] = np.zeros((28, 28), np.float32)
        self._picture: QImage | None = None
        self._field: Window | None = None
        self._hint: Window | None = None
        self._pixel: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.retranslate()

    def set_digit(self, values: NDArray[Any]) -> None:
        """Show a digit of shape (rows, columns), 0 black to 1 white."""
        self._values = values
        self._picture = None
        self.update()

    def digit(self) -> NDArray[Any]:
        """What is shown."""
        return self._values

    def set_field(self, field: Window | None) -> None:
        """Box the pixels that the chosen value sees."""
        self._field = field
        self.update()

    def field(self) -> Window | None:
        """The boxed pixels."""
        return self._field

    def set_hint(self, field: Window | None) -> None:
        """Box, thinly, the pixels that the pointed value sees."""
        if field != self._hint:
            self._hint = field
            self.update()

    def set_pixel(self, pixel: tuple[int, int] | None) -> None:
        """Mark a chosen pixel."""
        self._pixel = pixel
        self.update()

    def factor(self) -> float:
        """Screen pixels a value: a whole number, but for pictures larger than the room."""
        rows, columns = self._values.shape[:2]
        share = min(self.width() / columns, self.height() / rows)
        return float(int(share)) if share >= 1 else max(0.05, share)

    def sizeHint(self) -> QSize:
        return QSize(112, 112)

    def area(self) -> QRectF:
        """Where the digit lies in the widget."""
        rows, columns = self._values.shape[:2]
        return QRectF(0, 0, columns * self.factor(), rows * self.factor())

    def pixel_at(self, place: QPointF) -> tuple[int, int] | None:
        """The pixel under a point, (row, column)."""
        if not self.area().contains(place):
            return None
        return int(place.y() // self.factor()), int(place.x() // self.factor())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        pixel = self.pixel_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and pixel is not None:
            self.pixel_chosen.emit(*pixel)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            pixel = self.pixel_at(QPointF(event.pos()))
            text = ""
            if pixel is not None:
                value = figure(float(np.max(self._values[pixel])), 4)
                text = self.tr("Pixel ({row}, {column}): {value}").format(
                    row=pixel[0], column=pixel[1], value=value
                )
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.tokens(self)
        if self._picture is None:
            self._picture = image(words(self._values, ColourScale("grey", 0.0, 1.0), colours))
        area = self.area()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(area, self._picture)
        painter.setPen(colours.color("line"))
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        for window, width in ((self._hint, 1.0), (self._field, 2.0)):
            if window is not None:
                paint_frame(painter, self._rect(window).adjusted(1, 1, -1, -1), colours, "win", width)
        if self._pixel is not None:
            row, column = self._pixel
            paint_frame(painter, self._rect((row, column, row, column)), colours, "out", 2.0)

    def _rect(self, window: Window) -> QRectF:
        top, left, bottom, right = window
        factor = self.factor()
        area = QRectF(left * factor, top * factor, (right - left + 1) * factor, (bottom - top + 1) * factor)
        return area.intersected(self.area())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        self._picture = None
        self.update()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self.setAccessibleName(self.tr("The digit as the network sees it"))
