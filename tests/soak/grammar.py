"""What a person may do next, drawn from a seed: a list of actions that is the same for the same seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

WEIGHTS = {
    "click": 200, "double_click": 30, "drag": 110, "point": 110, "wheel": 60,
    "button": 110, "choose": 50, "key": 130, "type_text": 90, "shortcut": 40, "context_menu": 30,
    "menu_action": 60, "page": 30, "undo": 25, "redo": 20, "stroke": 40,
    "open_file": 40, "drop": 15, "copy": 8, "paste": 15, "save": 10, "export": 12,
    "theme": 3, "language": 8, "resize": 10, "film": 20,
    "text_size": 5, "present": 8, "alone": 12, "figure": 6, "glossary": 5, "samples": 6, "stack": 20,
    "window_level": 15, "paste_kernel": 15, "cancel": 8,
    "settle": 60, "walk_history": 3, "close_window": 1, "train": 0.4,
}  # fmt: skip
"""How often each comes. Each is the name of a method of `Person`."""

TEXTS = (
    "0", "1", "2", "3", "7", "-1", "\u22123", "2.5", "0,25", "1/3", "12", "31", "64", "100", "255",
    "1e3", "-1e-3", "99999", "1e308", "5e-324", "nan", "inf", "", " ", "abc", "<b>x</b>", "\uff15",
    "5x5", "\u4e94", "1 2\n3 4", "0 0 0", "--", "9" * 60,
)  # fmt: skip
"""Numbers and rubbish for the boxes."""

KEYS = (
    "Left", "Right", "Up", "Down", "Return", "Escape", "Space", "Tab", "Backtab", "Home", "End", "PageUp",
    "PageDown", "Delete", "Backspace", "Plus", "Minus", "0", "1", "5", "A", "B", "C", "E", "K", "L", "P",
    "Period", "F2", "F6",
)  # fmt: skip
"""As they are called in `Qt.Key`, without "Key_"."""

SHORTCUTS = (
    "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+C", "Ctrl+V", "Ctrl+A", "Ctrl+X", "Ctrl+S", "Ctrl+Shift+S",
    "Ctrl+O", "Ctrl+N", "Ctrl+E", "Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "F1", "F5",
    "F11", "F6", "Shift+F6", "Ctrl+,", "Ctrl++", "Ctrl+-", "Ctrl+0", "Alt+F", "Shift+Left", "Shift+Right",
    "Ctrl+Left", "Ctrl+Right", "Shift+Down",
)  # fmt: skip


@dataclass(frozen=True)
class Action:
    """Something to do, ``number`` in its run; everything that is chosen in it follows from ``seed``."""

    number: int
    kind: str
    seed: int

    def random(self) -> Random:
        """What its choices are drawn from."""
        return Random(self.seed)

    def __str__(self) -> str:
        return f"{self.number} {self.kind}"


def actions(seed: int) -> Iterator[Action]:
    """Actions without end, the same ones for the same seed."""
    random, number = Random(seed), 0
    kinds, weights = list(WEIGHTS), list(WEIGHTS.values())
    while True:
        yield Action(number, random.choices(kinds, weights)[0], random.getrandbits(48))
        number += 1
