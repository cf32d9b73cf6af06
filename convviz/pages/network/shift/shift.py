"""What is read, moved about: what every network reads then, and why."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, Signal

from convviz.document.background.worker import Report
from convviz.document.background.worker import Worker as Thread
from convviz.network.compute.adapting import adapted
from convviz.network.model.network import Network
from convviz.pages.network.networks.registry import Registry
from convviz.pages.network.shift.comparison import Comparison
from convviz.views.network.answers.shift_panel import ComparedNetwork, ShiftPanel

if TYPE_CHECKING:
    from convviz.network.digits.transforming import Change
    from convviz.network.tensorflow.worker import Worker

SIDE = 28
"""Pixels along a digit's side: what the sliders' pixels are pixels of."""


@dataclass(eq=False)
class _Round:
    """The slow contests of one position of the sliders; ``place`` is where each stands in the list."""

    comparisons: list[tuple[int, Comparison]]
    worker: Worker | None
    stopped: threading.Event = field(default_factory=threading.Event)

    def __call__(self, report: Report) -> object:
        found: list[tuple[int, ComparedNetwork | None]] = []
        for place, comparison in self.comparisons:
            if self.stopped.is_set():
                break
            try:
                found.append((place, comparison.held(self.worker)))
            except ValueError:  # TensorFlow is not at hand, or fails: this one cannot take part
                found.append((place, None))
        return self, found


class NetworkShift(QObject):
    """Moves what is read as the sliders say, and lets all networks of a shelf read it.

    ``changed`` follows when it has to be read again. ``worker`` answers for layers of TensorFlow's.
    """

    changed = Signal()

    def __init__(self, panel: ShiftPanel, registry: Registry, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._registry = panel, registry
        self.worker: Worker | None = None
        self._comparison: list[ComparedNetwork | None] = []
        self._round: _Round | None = None
        self._thread = Thread(self)
        self._thread.finished.connect(self._on_finished)
        panel.changed.connect(self.changed)

    def is_moved(self) -> bool:
        """Whether any slider is off its middle."""
        return self._panel.values() != self._panel.middle()

    def moved(self, digit: NDArray[Any]) -> NDArray[Any]:
        """The digit as the sliders say."""
        if not self.is_moved():
            return digit
        from convviz.network.digits.transforming import transformed  # imported late: it takes a while

        return transformed(digit, self._change(1.0, 1.0))

    def moved_whole(self, network: Network, picture: NDArray[Any]) -> NDArray[Any]:
        """A picture that is no digit, in the network's size, moved by the same share of its sides.

        What comes in at the border repeats it: a photo has no black paper around it.
        """
        if not self.is_moved():
            return picture
        from convviz.network.digits.transforming import transformed

        small = adapted(picture, network.input_shape)
        change = self._change(small.shape[0] / SIDE, small.shape[1] / SIDE)
        return transformed(small, change, border="nearest")

    def _change(self, high: float, wide: float) -> Change:
        from convviz.network.digits.transforming import Change

        told = self._panel.values()
        return Change(told["right"] * wide, told["down"] * high, told["turn"], told["scale"], told["noise"])

    def compare(self, digit: NDArray[Any] | None, whole: NDArray[Any] | None = None, key: str = "") -> None:
        """Let every network read what is there as it was and as it is moved; nothing while hidden.

        ``digit`` is what was prepared of a drawing, a sample, a photo or a test digit, ``whole`` the
        photo that the network ``key`` reads instead.
        """
        if not self._panel.isVisible():
            return
        self._stop()
        comparisons = self._comparisons(digit, whole, key)
        if not comparisons:
            text = QCoreApplication.translate("Network", "Draw a digit or open a photo first.")
            self._panel.set_comparison((), text)
            return
        slow = [(place, one) for place, one in enumerate(comparisons) if one.is_slow]
        self._comparison = [one.waiting() if one.is_slow else one.held() for one in comparisons]
        self._show()
        if slow:
            self._round = _Round(slow, self.worker)
            self._thread.start(self._round)

    def shut_down(self) -> None:
        """End the thread."""
        self._stop()
        self._thread.close()

    def _comparisons(
        self, digit: NDArray[Any] | None, whole: NDArray[Any] | None, key: str
    ) -> list[Comparison]:
        moved, found = None if digit is None else self.moved(digit), []
        for one, title in self._registry.titles():
            if one == key and whole is not None:
                network = self._registry.load(one)
                found.append(Comparison(title, network, whole, self.moved_whole(network, whole)))
            elif digit is not None and moved is not None:
                network = self._registry.load(one)
                known, shift = self._known(network)
                found.append(Comparison(title, network, digit, moved, known, shift))
        return found

    def _known(self, network: Network) -> tuple[tuple[float, ...], int]:
        """What was measured of digits that are shifted to the right, and nothing else."""
        values = self._panel.values()
        only_right = {**values, "right": 0.0} == self._panel.middle() and values["right"] >= 0
        known = network.card.get("test", {}).get("accuracy_by_shift", ()) if only_right else ()
        return tuple(known), round(values["right"])

    def _stop(self) -> None:
        if self._round is not None:
            self._round.stopped.set()
            self._round = None

    def _on_finished(self, found: Any, error: BaseException | None) -> None:
        if error is not None:
            raise error  # nobody expects one: it is told as such
        if found[0] is not self._round:
            return
        self._round = None
        for place, compared in found[1]:
            self._comparison[place] = compared
        self._show()

    def _show(self) -> None:
        self._panel.set_comparison(
            [one for one in self._comparison if one is not None], sentence(self.is_moved())
        )


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
