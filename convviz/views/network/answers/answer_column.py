"""The last column: the layer that answers, and the ten probabilities."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from convviz.views.base.elided import ElidedLabel
from convviz.views.network.answers.probability_view import ProbabilityView
from convviz.views.network.maps.maps_column import HEADER, MARGIN, ColumnHeader

ABOVE = 12  # the captions of the figures stand beside the header's third line
NOTE = 20


class AnswerColumn(QWidget):
    """Header over a `ProbabilityView`; ``note`` says what the grey bars are, or why there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = ColumnHeader(self)
        self.view = ProbabilityView()
        self.area = QScrollArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidgetResizable(True)
        self.area.viewport().setAutoFillBackground(False)
        self.area.setWidget(self.view)
        self.view.setAutoFillBackground(False)
        self.note = ElidedLabel("caption", self)

    def set_note(self, text: str, details: str = "") -> None:
        """One line under the probabilities; empty for none."""
        self.note.set_texts(text)
        self.note.set_details(details)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width = max(0, self.width() - 2 * MARGIN)
        foot = NOTE if self.note.text() else 0
        self.header.setGeometry(MARGIN, 9, width, HEADER - 14)
        top = HEADER - ABOVE
        self.area.setGeometry(5, top, max(0, self.width() - 10), max(0, self.height() - top - 8 - foot))
        self.note.setGeometry(MARGIN, self.height() - 6 - foot, width, foot)
