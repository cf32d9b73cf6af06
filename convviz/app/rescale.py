"""Brings the widgets there are to another text size, while the window stays open."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFormLayout,
    QLayout,
    QMainWindow,
    QWidget,
)

from convviz.views.base.painted import Adaptive

UNBOUND = 16777215
"""Qt's maximum of a widget that has none."""


def rescale(app: QApplication, by: float) -> None:
    """Make the sizes that were set on the widgets there are ``by`` times as large.

    What a widget sets in each layout, or paints, asks `px` by itself; what it measures of its texts
    it measures again, as after a change of language.
    """
    for widget in app.allWidgets():
        if not isinstance(widget, QMainWindow):  # how small the window may be is the screen's affair
            _rescale_limits(widget, by)
        if isinstance(widget, QAbstractButton):
            widget.setIconSize(widget.iconSize() * by)
        if isinstance(widget, Adaptive):
            widget.restyle()  # icons
        layout = widget.layout()
        if layout is not None:
            _rescale_layout(layout, by)
    for window in app.topLevelWidgets():
        QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
        if isinstance(window, QDialog):
            window.adjustSize()


def _times(size: int, by: float) -> int:
    return int(size * by + 0.5)


def _rescale_limits(widget: QWidget, by: float) -> None:
    """A smallest and largest size, but for hairlines and for those that come from the stylesheet."""
    for name, now, give in (
        ("minw", widget.minimumWidth(), widget.setMinimumWidth),
        ("minh", widget.minimumHeight(), widget.setMinimumHeight),
        ("maxw", widget.maximumWidth(), widget.setMaximumWidth),
        ("maxh", widget.maximumHeight(), widget.setMaximumHeight),
    ):
        if 1 < now < UNBOUND and widget.property(f"_q_stylesheet_{name}") is None:
            give(_times(now, by))


def _rescale_layout(layout: QLayout, by: float) -> None:
    sides = layout.contentsMargins()
    layout.setContentsMargins(
        *(_times(side, by) for side in (sides.left(), sides.top(), sides.right(), sides.bottom()))
    )
    if isinstance(layout, QFormLayout):
        layout.setHorizontalSpacing(_times(layout.horizontalSpacing(), by))
        layout.setVerticalSpacing(_times(layout.verticalSpacing(), by))
    elif layout.spacing() > 0:
        layout.setSpacing(_times(layout.spacing(), by))
    for index in range(layout.count()):
        item = layout.itemAt(index)
        inner = item.layout() if item is not None else None
        if inner is not None:
            _rescale_layout(inner, by)
        elif (
            item is not None and (space := item.spacerItem()) is not None and not space.expandingDirections()
        ):
            hint, policy = space.sizeHint(), space.sizePolicy()
            width, height = _times(hint.width(), by), _times(hint.height(), by)
            space.changeSize(width, height, policy.horizontalPolicy(), policy.verticalPolicy())
    layout.invalidate()
