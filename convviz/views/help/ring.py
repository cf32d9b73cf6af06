"""A ring around controls, so that a word elsewhere can show which of them it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from convviz.views.base import theme
from convviz.views.base.painted import Painted

MARGIN = 3


class Ring(Painted):
    """Lies over its parent and lets the mouse through; `surround` draws a ring around each control."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._places: list[QRect] = []
        self.hide()

    def places(self) -> list[QRect]:
        """The rings on show, in pixels of the parent."""
        return [] if self.isHidden() else list(self._places)

    def surround(self, widgets: Sequence[QWidget]) -> None:
        """Draw a ring around each of these that is on the screen; none takes the rings away."""
        page = self._over
        shown = [widget for widget in widgets if widget.isVisible()]
        for widget in shown:
            _scroll_to(widget)
        self._places = [
            QRect(widget.mapTo(page, QPoint(0, 0)), widget.size()).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
            for widget in shown
        ]
        self.setGeometry(page.rect())
        self.setVisible(bool(shown))
        self.raise_()
        self.update()

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(scheme.color("accent"), 2))
        for place in self._places:
            painter.drawRoundedRect(QRectF(place), theme.RADIUS_CONTROL + 1, theme.RADIUS_CONTROL + 1)


def _scroll_to(widget: QWidget) -> None:
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea) and widget.visibleRegion().isEmpty():
            area.ensureWidgetVisible(widget)
        area = area.parentWidget()
