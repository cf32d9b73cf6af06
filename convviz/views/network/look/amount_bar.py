"""A colour bar for the Amount colours: from nothing to the largest value."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, image, words

BAR, FIGURES, MOST = 8, 14, 220
RAMP = np.linspace(0, 1, 256, dtype=np.float32)[None]


class AmountBar(QWidget):
    """A bar with a figure at each end; both are texts, since only the owner knows the unit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_ends(self, low: str, high: str) -> None:
        """Write what the two ends stand for; empty for no bar at all."""
        self._ends = (low, high)
        self.setAccessibleName(self.tr("Colours from {low} to {high}").format(low=low, high=high))
        self.update()

    def ends(self) -> tuple[str, str]:
        """What stands at the two ends."""
        return self._ends

    def sizeHint(self) -> QSize:
        return QSize(120, BAR + FIGURES + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        low, high = self._ends
        if not high:
            return
        painter = QPainter(self)
        colours = theme.tokens(self)
        area = QRectF(0, 0, min(MOST, self.width()), BAR)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, image(words(RAMP, ColourScale("amount", 0, 1), colours)))
        painter.setPen(colours.color("line"))
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.setFont(theme.font("ruler", self.font()))
        painter.setPen(colours.color("text3"))
        figures = QRectF(0, BAR + 2, area.width(), FIGURES)
        painter.drawText(figures, int(Qt.AlignmentFlag.AlignLeft), low)
        painter.drawText(figures, int(Qt.AlignmentFlag.AlignRight), high)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
