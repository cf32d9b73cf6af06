"""The digit moved about: what every network reads then, and why."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, Signal

from convviz.network.adapting import fitted
from convviz.network.forward import activations
from convviz.pages.network_shelf import Shelf
from convviz.views.network.rivals_view import Rival
from convviz.views.network.shift_panel import ShiftPanel


class NetworkShift(QObject):
    """Moves digits as the sliders say, and lets all networks of a shelf read them.

    ``changed`` follows when the digit has to be read again.
    """

    changed = Signal()

    def __init__(self, panel: ShiftPanel, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._shelf = panel, shelf
        panel.changed.connect(self.changed)

    def is_moved(self) -> bool:
        """Whether any slider is off its middle."""
        return self._panel.values() != self._panel.middle()

    def moved(self, digit: NDArray[Any]) -> NDArray[Any]:
        """The digit as the sliders say."""
        if not self.is_moved():
            return digit
        from convviz.network.transforming import Change, transformed  # imported late: it takes a while

        told = self._panel.values()
        change = Change(told["right"], told["down"], told["turn"], told["scale"], told["noise"])
        return transformed(digit, change)

    def compare(self, drawn: NDArray[Any] | None, moved: NDArray[Any] | None) -> None:
        """Let every network read the drawn digit and the moved one; nothing while the panel is hidden."""
        if not self._panel.isVisible():
            return
        if drawn is None or moved is None:
            self._panel.set_rivals((), QCoreApplication.translate("Network", "Draw a digit first."))
            return
        values = self._panel.values()
        only_right = {**values, "right": 0.0} == self._panel.middle() and values["right"] >= 0
        rivals = []
        for key, title in self._shelf.titles():
            network = self._shelf.load(key)
            if network.opaque or network.input_shape != (*drawn.shape, 1):
                continue
            expected = activations(network, fitted(network, drawn)).answer
            shares = activations(network, fitted(network, moved)).output
            answer = int(np.argmax(shares))
            known = tuple(network.card.get("test", {}).get("accuracy_by_shift", ())) if only_right else ()
            rivals.append(
                Rival(
                    title,
                    network.classes[answer],
                    float(shares[answer]),
                    answer == expected,
                    known,
                    round(values["right"]),
                )
            )
        self._panel.set_rivals(rivals, sentence(self.is_moved()))


def sentence(moved: bool) -> str:
    """What is being seen."""
    if not moved:
        return QCoreApplication.translate(
            "Network",
            "Move the digit: the maps of a convolution move along (it is shift-equivariant), pooled maps "
            "partly; the dense end cares where things are.",
        )
    return QCoreApplication.translate(
        "Network",
        "The maps have moved along with the digit. What helps the dense end behind them is training that "
        "saw shifted digits, more than the architecture.",
    )
