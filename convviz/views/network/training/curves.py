"""How a network came to its weights, as plain values: a line for each kind of digits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LINES = ("train", "held_out", "test")
"""The digits that were learned from, those that chose the epoch, and those that judge."""

Values = tuple[float | None, ...]


@dataclass(frozen=True)
class History:
    """Accuracy (0 to 1) and loss of every epoch, by a key of `LINES`; ``kept`` is an epoch's number.

    A line is missing where none of its digits were read; None stands in it for an epoch without.
    """

    numbers: tuple[int, ...]
    accuracy: Mapping[str, Values]
    loss: Mapping[str, Values]
    kept: int

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines there are, in the order of `LINES`."""
        return tuple(key for key in LINES if key in self.accuracy)

    def position(self, number: float) -> int:
        """Which epoch is nearest to a place on the axis.

        >>> History((1, 2, 3), {}, {}, 3).position(1.6)
        1
        """
        return min(range(len(self.numbers)), key=lambda at: abs(self.numbers[at] - number))


def from_card(card: Mapping[str, Any]) -> History | None:
    """Read the history that stands in a report card; None where there is none.

    >>> epoch = {"number": 1, "train_accuracy": 0.9, "train_loss": 0.3}
    >>> from_card({"epochs": [epoch], "best_epoch": 1}).accuracy
    {'train': (0.9,)}
    >>> from_card({}) is None
    True
    """
    epochs = card.get("epochs") or []
    if not epochs:
        return None
    accuracy = {key: tuple(epoch.get(f"{key}_accuracy") for epoch in epochs) for key in LINES}
    loss = {key: tuple(epoch.get(f"{key}_loss") for epoch in epochs) for key in LINES}
    known = [key for key in LINES if any(value is not None for value in accuracy[key])]
    numbers = tuple(int(epoch["number"]) for epoch in epochs)
    return History(
        numbers,
        {key: accuracy[key] for key in known},
        {key: loss[key] for key in known},
        int(card.get("best_epoch", numbers[-1])),
    )
