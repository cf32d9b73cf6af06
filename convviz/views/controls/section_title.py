"""The heading of a group of controls: its name, and a hairline to the right edge."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

HEIGHT = 20


class SectionTitle(QWidget):
    """A heading such as "Pooling" over the controls that belong to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self._label.setProperty("role", "heading")
        line = QFrame(self)
        line.setProperty("hairline", True)
        line.setFixedHeight(1)
        line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(15)
        row.addWidget(self._label)
        row.addWidget(line, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(HEIGHT)

    def text(self) -> str:
        """The name of the group."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Name the group."""
        self._label.setText(text)
