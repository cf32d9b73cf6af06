"""Where the parts of the Network page stand: the strip above, then the maps, then the questions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from convviz.views.base import theme


def divided(page: QWidget) -> QSplitter:
    """What parts the maps from the questions below them."""
    splitter = QSplitter(Qt.Orientation.Vertical, page)
    splitter.setObjectName("network-splitter")
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(theme.GAP)
    return splitter


def arranged(page: QWidget, strip: QWidget, splitter: QSplitter, *halves: QWidget) -> QVBoxLayout:
    """The page's layout, with the halves in the splitter."""
    for half, stretch in zip(halves, (75, 25), strict=True):
        splitter.addWidget(half)
        splitter.setStretchFactor(splitter.indexOf(half), stretch)
    splitter.setSizes([528, 238])
    column = QVBoxLayout(page)
    column.setContentsMargins(theme.GAP, 0, theme.GAP, theme.GAP)
    column.setSpacing(0)
    column.addWidget(strip)
    column.addWidget(splitter, 1)
    return column
