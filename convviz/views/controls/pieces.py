"""The small pieces that panels are built of: labels of a role, outlined buttons, rows, scroll areas."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QProgressBar,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from convviz.views.base.painted import Adaptive

Box = TypeVar("Box", bound=QBoxLayout)


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


Item = QWidget | QLayout | None
"""What stands in a row or column; None takes up all spare room."""


def row_of(
    *items: Item,
    parent: QWidget | None = None,
    spacing: int = 8,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    grow: int | None = None,
) -> QHBoxLayout:
    """Items side by side, as the layout of ``parent`` if there is one; the one at ``grow`` takes the room."""
    return _filled(QHBoxLayout(), items, parent, spacing, margins, grow)


def column_of(
    *items: Item,
    parent: QWidget | None = None,
    spacing: int = 6,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    grow: int | None = None,
) -> QVBoxLayout:
    """Items under each other, as `row_of` has them side by side."""
    return _filled(QVBoxLayout(), items, parent, spacing, margins, grow)


def _filled(
    layout: Box,
    items: tuple[Item, ...],
    parent: QWidget | None,
    spacing: int,
    margins: tuple[int, int, int, int],
    grow: int | None,
) -> Box:
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)
    if grow is not None:
        layout.setStretch(grow, 1)
    if parent is not None:
        parent.setLayout(layout)
    return layout


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
