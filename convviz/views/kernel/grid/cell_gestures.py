"""What a drag and a wheel mean for a number, apart from any widget."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from convviz.views.kernel.grid.cell_keys import amount

DRAG_START, DRAG_STEP = 4, 8  # pixels before a press is a drag; pixels for a change of 1
NOTCH = 120  # what one click of a wheel turns it by


@dataclass
class ValueDrag:
    """A press that changes a number once the pointer has gone up or down far enough."""

    start: float
    value: float
    moving: bool = False

    def to(self, y: float, modifiers: Qt.KeyboardModifier) -> float | None:
        """The number for a pointer at ``y``, or None while the press may still be a click.

        >>> ValueDrag(100, 2.0).to(84, Qt.KeyboardModifier.NoModifier)
        4.0
        """
        up = self.start - y
        if not self.moving and abs(up) < DRAG_START:
            return None
        self.moving = True
        return self.value + round(up / DRAG_STEP) * amount(modifiers)


class WheelNotches:
    """Adds up the parts of a notch that touch pads and fine wheels send."""

    def __init__(self) -> None:
        self._rest = 0

    def add(self, turn: int) -> int:
        """How many whole notches are full after ``turn`` more.

        >>> notches = WheelNotches()
        >>> [notches.add(part) for part in (80, 80, -40)]
        [0, 1, 0]
        """
        self._rest += turn
        whole = int(self._rest / NOTCH)
        self._rest -= whole * NOTCH
        return whole
