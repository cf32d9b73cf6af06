"""Networks that are not ConvViz' own, on the Network page: opening, fitting, and computing beside it."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from convviz.core.images.image import Image
from convviz.document.background.latest_wins import LatestWins, Run
from convviz.network.compute.adapting import DIGITS, fitted
from convviz.network.compute.forward import Activations, activations
from convviz.network.digits.mnist import holds_digits
from convviz.network.model.errors import NetworkError
from convviz.network.model.network import Network
from convviz.pages.network.errors import open_error
from convviz.pages.network.networks.kept_networks import KeptNetworks
from convviz.pages.network.networks.open import ENDINGS, NetworkOpen
from convviz.pages.network.networks.registry import Registry
from convviz.views.network.network_strip import SOURCES, OpenBar
from convviz.views.picture.state_bands import BusyLine

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


DIGIT, PICTURE = SOURCES
DIGITS_ENDING = ".npz"


class OpenedNetworks(QObject):
    """Opens files that are chosen or dropped on ``parent``, and computes what takes longer than a frame.

    ``opened(network)`` follows a file whose network is in the registry now, ``computed(Computed)`` the
    values of a slow network; ``digits_wanted(path)``: MNIST's file was opened. ``message(kind, text)``
    and ``message_over(text)`` are for the window. What is opened is `kept`.
    """

    opened = Signal(object)
    computed = Signal(object)
    digits_wanted = Signal(object)
    message = Signal(str, str)
    message_over = Signal(str)

    def __init__(self, registry: Registry, panel: QWidget, worker: Worker | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._registry, self._panel = registry, panel
        self._network: Network | None = None
        self._fit: tuple[Network, tuple[int, ...]] | None = None
        self._trouble = ""
        self.bar = OpenBar(parent)
        self.opener = NetworkOpen(self.bar, worker, self)
        self.kept = KeptNetworks(registry, self.opener, worker, self)
        self.slow = NetworkSlow(worker, self)
        self.line = BusyLine(panel)
        self.line.hide()
        self.opener.opened.connect(self._on_opened)
        self.opener.message.connect(self.message)
        self.kept.message.connect(self.message)
        self.opener.loader.failed.connect(self._note_trouble)
        self.slow.computed.connect(self._on_computed)
        self.slow.failed.connect(self._on_failed)
        self.slow.busy_changed.connect(self._on_busy)
        parent.setAcceptDrops(True)
        parent.installEventFilter(self)

    def show(self, network: Network, shape: tuple[int, ...] | None, source: str, *, photo: bool) -> None:
        """This network, as it was trained, is on the screen, and reads a picture of ``shape``.

        Where a ``photo`` lies on the paper, it gets of it what ``source`` says.
        """
        if network is not self._network:
            self._network = network
            self.slow.cancel()
            self.opener.show(network)
            self._fit = None
        if shape is not None and self._fit != (network, shape):
            self._fit = network, shape
            self.opener.show_fit(network, shape)
        self.bar.offer_source(photo and not network.card, source)

    def shut_down(self) -> None:
        """End the threads."""
        self.opener.shut_down()
        self.kept.shut_down()
        self.slow.shut_down()

    def _on_opened(self, network: Network) -> None:
        known = self._registry.key_of(network.path)
        network = replace(network, key=known or self._registry.new_key())
        self._registry.put(network)
        self.opened.emit(network)

    def _on_computed(self, found: Computed) -> None:
        if self._trouble and found.network.opaque:  # TensorFlow has answered again
            trouble, self._trouble = self._trouble, ""
            self.message_over.emit(trouble)
        self.computed.emit(found)

    def _on_failed(self, network: Network, error: BaseException) -> None:
        name = Path(network.path).name
        self.message.emit("error", open_error(name, error))
        self._note_trouble(name, error)

    def _note_trouble(self, name: str, error: BaseException) -> None:
        if isinstance(error, NetworkError) and error.kind == "worker_ended":
            self._trouble = open_error(name, error)  # true until it has been started again

    def _on_busy(self, busy: bool) -> None:
        self.line.setGeometry(1, 1, max(0, self._panel.width() - 2), 2)
        self.line.setVisible(busy)
        self.line.raise_()
        self.line.set_active(busy)
        self.line.set_share(0.5)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop) and isinstance(event, QDropEvent):
            paths = [url.toLocalFile() for url in event.mimeData().urls()]
            if len(paths) == 1 and _is_for_networks(Path(paths[0])):
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.open_path(Path(paths[0]))
                return True
        return False

    def open_path(self, path: Path) -> None:
        """Open a network, or MNIST's file."""
        if path.suffix.lower() == DIGITS_ENDING:
            self.digits_wanted.emit(path)
        else:
            self.opener.open_path(path)


def _is_for_networks(path: Path) -> bool:
    """Whether a file is a network, or digits to try one with; other archives are pictures."""
    ending = path.suffix.lower()
    return ending in ENDINGS or (ending == DIGITS_ENDING and holds_digits(path))


def source_for(network: Network, chosen: str = "") -> str:
    """What a network gets of a photo: what was chosen, else the digit in it if digits are what it knows."""
    return chosen or (DIGIT if network.classes == DIGITS else PICTURE)


def whole_photo(network: Network, photo: Image | None, chosen: str) -> NDArray[np.float32] | None:
    """The photo on the paper, from 0 black to 1 white, where the network is to get all of it."""
    if photo is None or network.card or source_for(network, chosen) != PICTURE:
        return None
    values = photo.values.astype(np.float32)
    return np.asarray((values - photo.low) / ((photo.high - photo.low) or 1), np.float32)


def adapted_source(network: Network, classes: tuple[str, ...], chosen: str) -> str:
    """What stays of the ``chosen`` source where the network's answers get other names."""
    return chosen if (network.classes == DIGITS) == (classes == DIGITS) else ""
