"""The first column: the paper to draw on, and what the network sees of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from convviz.views.base.elided import ElidedLabel
from convviz.views.network.maps.maps_column import HEADER, MARGIN, ColumnHeader
from convviz.views.network.paper.canvas_tools import CanvasTools
from convviz.views.network.paper.digit_view import DigitView
from convviz.views.network.paper.drawing_canvas import DrawingCanvas
from convviz.views.network.paper.steps_view import StepsView

TOOLS, CAPTION, DIGIT, FOOT = 32, 30, 112, 10
SMALL, SMALLEST = 84, 56
LEAST_PAPER = 84


class InputColumn(QWidget):
    """Header, paper, tools, the prepared digit and the steps that led to it.

    ``lab_wanted()``: the picture in the Lab is to be laid on the paper; see `offer_lab`.
    """

    lab_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = ColumnHeader(self)
        self.canvas = DrawingCanvas(self)
        self.tools = CanvasTools(self.canvas, self)
        self.lab = QToolButton(self)
        self.lab.setProperty("outlined", True)
        self.lab.clicked.connect(self.lab_wanted)
        self.caption = ElidedLabel("caption", self)
        self.digit = DigitView(self)
        self.steps = StepsView(self)
        self.offer_lab(False)
        self.retranslate()

    def offer_lab(self, there: bool) -> None:
        """Whether a picture is open in the Lab."""
        self.lab.setEnabled(there)
        self._tell_lab()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        left, width = MARGIN, max(0, self.width() - 2 * MARGIN)
        self.header.setGeometry(left, 9, width, HEADER - 14)
        spare = self.height() - HEADER - TOOLS - CAPTION - FOOT
        sides = (DIGIT, SMALL, SMALLEST)
        digit = next((side for side in sides if spare - side >= LEAST_PAPER), SMALLEST)
        digit = 140 if spare - 140 >= width and width >= 260 else digit
        paper = max(LEAST_PAPER, min(width, spare - digit))
        self.canvas.setGeometry(left, HEADER, paper, paper)
        y = HEADER + paper + 3
        self.tools.setGeometry(left, y, width, TOOLS)
        lab = min(width, self.lab.sizeHint().width())
        self.caption.setGeometry(left, y + TOOLS + 4, max(0, width - lab - 6), CAPTION - 4)
        self.lab.setGeometry(left + width - lab, y + TOOLS + 2, lab, CAPTION - 4)
        y += TOOLS + CAPTION
        self.digit.setGeometry(left, y, digit, digit)
        steps = left + digit + 14
        room = max(digit, self.height() - y - FOOT // 2)
        self.steps.setGeometry(steps, y, max(0, left + width - steps), room)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self.caption.set_texts(self.tr("what the network sees"), self.tr("what it sees"))
        self.lab.setText(self.tr("From the Lab"))
        self._tell_lab()
        self._arrange()

    def _tell_lab(self) -> None:
        there = self.tr("Read the picture that is open in the Lab, prepared as any photo")
        missing = self.tr("No picture is open in the Lab")
        self.lab.setToolTip(there if self.lab.isEnabled() else missing)
