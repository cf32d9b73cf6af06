"""Networks that take longer than a frame: computed beside the window's thread, the newest digit first."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from convviz.document.background.latest_wins import LatestWins, Run
from convviz.network.compute.adapting import fitted
from convviz.network.compute.forward import Activations, activations
from convviz.network.model.errors import NetworkError
from convviz.network.model.network import Network

if TYPE_CHECKING:
    from convviz.network.tensorflow.worker import Worker

QUICK = 30_000_000
"""Multiplications that the window's thread does itself."""


@dataclass(frozen=True, eq=False)
class Computed:
    """What came of a digit: the network, its values, and the seconds they took."""

    network: Network
    acts: Activations
    seconds: float


class NetworkSlow(QObject):
    """Computes one digit at a time; of those that wait only the last one counts.

    ``computed(Computed)`` and ``failed(network, error)`` follow; ``busy_changed(busy)`` says when work
    begins and ends. A digit that another has overtaken is shown as well: the maps follow the pen.
    """

    computed = Signal(object)
    failed = Signal(object, object)
    busy_changed = Signal(bool)

    def __init__(self, worker: Worker | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._work = LatestWins(self)
        self._work.done.connect(lambda network, found: self.computed.emit(found))
        self._work.failed.connect(self._on_failed)
        self._work.busy_changed.connect(self.busy_changed)

    def is_slow(self, network: Network) -> bool:
        """Whether a network has to be computed here rather than in the window's thread."""
        return network.opaque or network.multiply_adds > QUICK

    def start(self, network: Network, digit: NDArray[np.float32]) -> None:
        """Compute every layer for a digit, 0 black to 1 white."""

        def task(_: Run) -> Computed:
            begin = time.perf_counter()
            acts = _computed(network, fitted(network, digit), self._worker)
            return Computed(network, acts, time.perf_counter() - begin)

        self._work.ask(network, task)

    def cancel(self) -> None:
        """Another network is shown: whatever comes is not wanted."""
        self._work.cancel()

    def busy(self) -> bool:
        """Whether something is being computed."""
        return self._work.busy

    def shut_down(self) -> None:
        """End the thread."""
        self._work.close()

    def _on_failed(self, network: Network, error: BaseException) -> None:
        if self._work.newest is None:  # else the next one may do
            self.failed.emit(network, error)


def _computed(network: Network, picture: NDArray[np.float32], worker: Worker | None) -> Activations:
    if not network.opaque:
        return activations(network, picture)
    if worker is None:
        raise NetworkError("worker_missing", "TensorFlow is not at hand")
    from convviz.network.tensorflow.worker import assembled

    return assembled(network, picture, worker.activations(network, picture).result())
