"""Brings the widgets there are to another text size, while the window stays open."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFormLayout,
    QLayout,
    QMainWindow,
    QWidget,
)

from convviz.views.base.boxes import items_of
from convviz.views.base.painted import Adaptive
from convviz.views.base.scale import factor, px

UNBOUND = 16777215
"""Qt's maximum of a widget that has none."""

Size = tuple[Callable[..., object], tuple[int, ...]]
"""What sets a size, and the size at 100 %: a whole number, so that none drifts however often they change."""


def prepared(app: QApplication, new: float) -> list[Size]:
    """Bring all layouts to the text size ``new``, and say which sizes `rescale` has to set after that.

    To be called while the text size is still the one before: from then on, whatever is laid out takes
    its sizes from `px`, and these must not be changed once more.
    """
    widgets = app.allWidgets()
    sizes = [size for widget in widgets for size in _sizes(widget)]
    for widget in widgets:
        layout = widget.layout()
        if layout is not None:
            _rescale_layout(layout, new)
    return sizes


def rescale(app: QApplication, sizes: list[Size]) -> None:
    """Set these sizes at the text size of the moment.

    What a widget sets in each layout, or paints, asks `px` by itself; what it measures of its texts
    it measures again, as after a change of language.
    """
    for give, parts in sizes:
        give(*px(parts))
    for widget in app.allWidgets():
        if isinstance(widget, Adaptive):
            widget.restyle()  # icons
    for window in app.topLevelWidgets():
        QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
        if isinstance(window, QDialog):
            window.adjustSize()


def _whole(*sizes: int) -> tuple[int, ...]:
    return tuple(round(size / factor()) for size in sizes)


def _sizes(widget: QWidget) -> Iterator[Size]:
    """A smallest and largest size, but for hairlines and for those from the stylesheet; its icon."""
    limits = (
        ("minw", widget.minimumWidth(), widget.setMinimumWidth),
        ("minh", widget.minimumHeight(), widget.setMinimumHeight),
        ("maxw", widget.maximumWidth(), widget.setMaximumWidth),
        ("maxh", widget.maximumHeight(), widget.setMaximumHeight),
    )
    if not isinstance(widget, QMainWindow):  # how small the window may be is the screen's affair
        for name, now, give in limits:
            if 1 < now < UNBOUND and widget.property(f"_q_stylesheet_{name}") is None:
                yield give, _whole(now)
    if isinstance(widget, QAbstractButton):
        icon, button = widget.iconSize(), widget

        def give_icon(wide: int, high: int) -> None:
            button.setIconSize(QSize(wide, high))

        yield give_icon, _whole(icon.width(), icon.height())


def _rescale_layout(layout: QLayout, new: float) -> None:
    def times(size: int) -> int:
        return int(round(size / factor()) * new + 0.5)

    sides = layout.contentsMargins()
    layout.setContentsMargins(*map(times, (sides.left(), sides.top(), sides.right(), sides.bottom())))
    if isinstance(layout, QFormLayout):
        layout.setHorizontalSpacing(times(layout.horizontalSpacing()))
        layout.setVerticalSpacing(times(layout.verticalSpacing()))
    elif layout.spacing() > 0:
        layout.setSpacing(times(layout.spacing()))
    for item in items_of(layout):
        inner = item.layout()
        if inner is not None:
            _rescale_layout(inner, new)
            continue
        space = item.spacerItem()
        if space is not None and not space.expandingDirections():
            hint, policy = space.sizeHint(), space.sizePolicy()
            width, height = times(hint.width()), times(hint.height())
            space.changeSize(width, height, policy.horizontalPolicy(), policy.verticalPolicy())
    layout.invalidate()
