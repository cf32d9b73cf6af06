"""The bar at the bottom of the Step page: transport, timeline, speed and detail in one card."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from convviz.views.step.timeline.timeline import Timeline
from convviz.views.step.timeline.transport import Transport

HEIGHT = 92


class TimelineCard(QFrame):
    """Holds a `Transport` and a `Timeline`; their signals are used directly."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setFixedHeight(HEIGHT)
        self.transport = Transport(self)
        self.timeline = Timeline(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 12, 1)
        row.setSpacing(10)
        row.addWidget(self.transport)
        row.addWidget(self.timeline, 1)
        options = self.transport.options
        options.setFixedHeight(62)
        row.addWidget(options)
        options.show()
