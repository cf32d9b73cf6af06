"""The kernel as a true convolution multiplies it: turned by 180 degrees, small, below the edited one."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, ink_on, words
from convviz.views.base.numbers import figure
from convviz.views.base.painted import CENTRE, LEFT, Cell, Painted, cell_rect
from convviz.views.base.plain import set_tip
from convviz.views.kernel.grid.cells import RING, paint_pointed

HEIGHT, BESIDE, ABOVE = 40, 8, 5
MOST_WIDE, WIDER = 66.0, 1.6
LEAST_FIGURES, FREE = 9.0, 3.0


class TurnedKernel(Painted):
    """Shows the turned weights, with their numbers where the cells are large enough, and says what they are.

    It only shows: the kernel above it is the one that is edited, copied and saved.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights: NDArray[np.float64] = np.zeros((1, 1))
        self._limit = 1.0
        self._pointed: Cell | None = None
        self.setFixedHeight(ABOVE + HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_weights(self, weights: NDArray[np.float64], limit: float) -> None:
        """Show ``weights``, (rows, columns) of the kernel itself; colours reach their ends at ``limit``."""
        self._weights, self._limit = weights[::-1, ::-1], limit
        rows = ("  ".join(figure(value) for value in row) for row in self._weights.tolist())
        self._describe("\n".join(rows))

    def set_pointed(self, cell: Cell | None) -> None:
        """Frame the weight at (row, column) of the window, or none."""
        if cell != self._pointed:
            self._pointed = cell
            self.update()

    def weights(self) -> NDArray[np.float64]:
        """What is multiplied: (rows, columns) of the window."""
        return self._weights

    def cells(self) -> QRectF:
        """Where the cells lie."""
        rows, columns = self._weights.shape
        high = min((HEIGHT - 1) / max(rows, 3), MOST_WIDE / columns)
        wide = min(high * WIDER, MOST_WIDE / columns)
        return QRectF(RING + 1, ABOVE, math.floor(wide * columns), math.floor(high * rows))

    def retranslate(self) -> None:
        self._describe(self.accessibleDescription())

    def sizeHint(self) -> QSize:
        return QSize(146, ABOVE + HEIGHT)

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        area = self.cells()
        tints = words(self._weights, ColourScale.signed(self._limit or 1.0), scheme, cells=True)
        edge = scheme.color("linestrong")
        edge.setAlphaF(0.6)
        texts = self._figures(painter)
        for (row, column), tint in np.ndenumerate(tints):
            place, colour = cell_rect(area, self._weights.shape, (row, column)), QColor.fromRgb(int(tint))
            painter.setPen(edge)
            painter.setBrush(colour)
            painter.drawRect(place)
            if texts:
                painter.setPen(ink_on(colour))
                painter.drawText(place, CENTRE, texts[row, column])
        if self._pointed is not None and all(n < m for n, m in zip(self._pointed, tints.shape, strict=True)):
            paint_pointed(painter, scheme, cell_rect(area, tints.shape, self._pointed))
        self.write_in(painter, "caption", "text2")
        beside = QRectF(self.rect()).adjusted(area.right() + BESIDE, ABOVE, 0, 0)
        painter.drawText(beside, LEFT | int(Qt.TextFlag.TextWordWrap), self.tr("turned, as multiplied"))

    def _figures(self, painter: QPainter) -> dict[Cell, str]:
        """The numbers in a font that fits their cells; none where that would be too small."""
        area, (rows, columns) = self.cells(), self._weights.shape
        texts = {cell: figure(float(value)) for cell, value in np.ndenumerate(self._weights)}
        pixels = min(area.height() / rows - FREE, 12.0)
        if pixels < LEAST_FIGURES:
            return {}
        painter.setFont(theme.font("cell", self.font(), pixels=pixels))
        widest = max(QFontMetricsF(painter.font()).horizontalAdvance(text) for text in texts.values())
        return texts if widest + FREE <= area.width() / columns else {}

    def _describe(self, numbers: str) -> None:
        name = self.tr("The kernel turned by 180°, as it is multiplied")
        self.setAccessibleName(name)
        self.setAccessibleDescription(numbers)
        set_tip(self, f"{name}\n{numbers}")
        self.update()
