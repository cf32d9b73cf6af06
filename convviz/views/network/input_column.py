"""The first column: the paper to draw on, and what the network sees of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from convviz.views.network.canvas_tools import CanvasTools
from convviz.views.network.digit_view import DigitView
from convviz.views.network.drawing_canvas import DrawingCanvas
from convviz.views.network.maps_column import HEADER, MARGIN, ColumnHeader
from convviz.views.network.steps_view import StepsView

TOOLS, CAPTION, DIGIT, FOOT = 32, 20, 112, 10
LEAST_PAPER = 96


class InputColumn(QWidget):
    """Header, paper, tools, the prepared digit and the steps that led to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = ColumnHeader(self)
        self.canvas = DrawingCanvas(self)
        self.tools = CanvasTools(self.canvas, self)
        self.caption = QLabel(self)
        self.caption.setProperty("role", "caption")
        self.digit = DigitView(self)
        self.steps = StepsView(self)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        left, width = MARGIN, max(0, self.width() - 2 * MARGIN)
        self.header.setGeometry(left, 9, width, HEADER - 14)
        spare = self.height() - HEADER - TOOLS - CAPTION - FOOT
        digit = DIGIT if spare - DIGIT >= LEAST_PAPER else 84
        digit = 140 if spare - 140 >= width and width >= 260 else digit
        paper = max(LEAST_PAPER, min(width, spare - digit))
        self.canvas.setGeometry(left, HEADER, paper, paper)
        y = HEADER + paper + 3
        self.tools.setGeometry(left, y, width, TOOLS)
        self.caption.setGeometry(left, y + TOOLS, width, CAPTION)
        y += TOOLS + CAPTION
        self.digit.setGeometry(left, y, digit, digit)
        steps = left + digit + 14
        self.steps.setGeometry(steps, y, max(0, left + width - steps), max(digit, 116))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self.caption.setText(self.tr("what the network sees"))
