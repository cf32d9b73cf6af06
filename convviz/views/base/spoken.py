"""What screen readers say of a cell in a hand-painted grid: its row, its column and its value.

Qt for Python cannot offer such cells as parts of a table: a widget says the one that the keys are on, as its
description and as an announcement, which readers speak at once.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from convviz.views.base.numbers import figure
from convviz.views.base.texts import say


def cell_words(row: int, column: int, values: Iterable[float]) -> str:
    """A cell in words; a colour pixel has three values.

    >>> cell_words(2, 0, [-1.0]), cell_words(0, 1, [200, 40, 40])
    ('Row 2, column 0: −1', 'Row 0, column 1: 200 40 40')
    """
    return place_words(row, column, " ".join(figure(float(one)) for one in values))


def place_words(row: int, column: int, words: str) -> str:
    """A place in a grid and what is there, in words.

    >>> place_words(0, 1, "window 1, kernel -1")
    'Row 0, column 1: window 1, kernel -1'
    """
    return say("Spoken", "Row {row}, column {column}: {value}", row=row, column=column, value=words)


def speak(widget: QWidget, text: str) -> None:
    """Let a widget's description be ``text``, and screen readers say it now."""
    if text == widget.accessibleDescription():
        return
    widget.setAccessibleDescription(text)
    announce(widget, text)


def announce(widget: QWidget, text: str) -> None:
    """Let screen readers say ``text`` now, where there are any."""
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
