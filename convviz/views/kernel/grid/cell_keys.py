"""Which keys do what in the grid of weights."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

FAR = 1000  # further than any kernel reaches: the rim
MOVES = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Home: (0, -FAR),
    Qt.Key.Key_End: (0, FAR),
}


def amount(modifiers: Qt.KeyboardModifier) -> float:
    """By how much one step changes a weight: 1, with Ctrl 0.1, with Shift 10."""
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return 0.1
    return 10.0 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1.0


def starts_number(event: QKeyEvent) -> bool:
    """Whether a key is the first character of a number: a digit, a minus, a decimal mark."""
    control = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return not control and len(event.text()) == 1 and event.text() in "0123456789-+.,\u2212"
