"""The small pieces that panels are built of: labels of a role, outlined buttons, rows, scroll areas."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QToolButton,
    QWidget,
)

from convviz.views.base.painted import Adaptive


def role_label(role: str, parent: QWidget | None = None, *, wraps: bool = False) -> QLabel:
    """A label in the type and colour that the stylesheet has for ``role``; ``wraps`` for sentences."""
    label = QLabel(parent)
    label.setProperty("role", role)
    if wraps:
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def outlined_button(parent: QWidget | None = None) -> QToolButton:
    """A tool button with a line around it."""
    button = QToolButton(parent)
    button.setProperty("outlined", True)
    return button


def write_button(button: QAbstractButton, text: str, tip: str = "") -> None:
    """Set a button's text and tooltip."""
    button.setText(text)
    button.setToolTip(tip)


def row_of(*widgets: QWidget, parent: QWidget | None = None, spacing: int = 8) -> QHBoxLayout:
    """Widgets side by side without margins, as the layout of ``parent`` if there is one."""
    row = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    return row


def scrolled(widget: QWidget, parent: QWidget, *, upright: bool = False) -> QScrollArea:
    """A frameless scroll area around ``widget``; an ``upright`` one gives it its own width."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if upright:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
    area.setWidget(widget)
    area.viewport().setAutoFillBackground(False)
    widget.setAutoFillBackground(False)
    return area


class Placed(Adaptive):
    """Stands before a Qt class: calls `arrange`, which places the children by hand, at every new size."""

    def arrange(self) -> None:
        """Give every child its place."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


class ShareBar(QProgressBar):
    """How much of something is done; hidden while nothing is going on."""

    STEPS = 1000

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, self.STEPS)
        self.setTextVisible(False)

    def set_share(self, share: float | None) -> None:
        """Show a share from 0 to 1; None hides the bar."""
        self.setVisible(share is not None)
        if share is not None:
            self.setValue(round(self.STEPS * share))
