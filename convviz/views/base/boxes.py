"""Layouts in one call: `in_row` and `in_column` put widgets, layouts and room beside or under each other.

An item is a widget or a layout, alone or as ``(item, stretch)`` or ``(widget, stretch, alignment)``;
a number is so many pixels of room, `STRETCH` takes what is left. All are those at a text size of 100 %.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeVar

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

from convviz.views.base.scale import px

STRETCH: Final = "stretch"

Part = QWidget | QLayout
Item = Part | tuple[Part, int] | tuple[QWidget, int, Qt.AlignmentFlag] | int | str
Margins = tuple[int, int, int, int]
Box = TypeVar("Box", bound=QBoxLayout)


def in_row(
    *items: Item, on: QWidget | None = None, margins: Margins = (0, 0, 0, 0), spacing: int = 8
) -> QHBoxLayout:
    """Items side by side, laid out on a widget or to be put into another layout; -1 is Qt's own spacing."""
    return _filled(QHBoxLayout() if on is None else QHBoxLayout(on), items, margins, spacing)


def in_column(
    *items: Item, on: QWidget | None = None, margins: Margins = (0, 0, 0, 0), spacing: int = 6
) -> QVBoxLayout:
    """Items under each other, as `in_row` has them side by side."""
    return _filled(QVBoxLayout() if on is None else QVBoxLayout(on), items, margins, spacing)


def _filled(box: Box, items: tuple[Item, ...], margins: Margins, spacing: int) -> Box:
    box.setContentsMargins(*px(margins))
    box.setSpacing(px(spacing) if spacing > 0 else spacing)
    for item in items:
        _add(box, item)
    return box


def _add(box: QBoxLayout, item: Item) -> None:
    if isinstance(item, int):
        box.addSpacing(px(item))
    elif isinstance(item, str):
        box.addStretch(1)
    else:
        part, stretch, *where = (*item, Qt.AlignmentFlag(0)) if isinstance(item, tuple) else (item, 0)
        if isinstance(part, QLayout):
            box.addLayout(part, stretch)
        else:
            box.addWidget(part, stretch, *where[:1])


def items_of(layout: QLayout) -> Iterator[QLayoutItem]:
    """The items of a layout, each of them only until the next one is asked for.

    Python's side of an item lives as long as the layout and does not hear when Qt deletes the item: whatever
    Qt makes at that address later, a window even, would be taken for it, and that ends the program.
    """
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        yield item
        if not isinstance(item, QLayout):  # which is an object of its own, and is told
            shiboken6.Shiboken.invalidate(item)
