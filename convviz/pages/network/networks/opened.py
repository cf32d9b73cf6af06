"""Networks that are not ConvViz' own, on the Network page: opening, fitting, and computing at leisure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QDropEvent

from convviz.network.compute.adapting import DIGITS
from convviz.network.compute.forward import Activations
from convviz.network.model.errors import NetworkError
from convviz.network.model.network import Network
from convviz.pages.network import texts as network_texts
from convviz.pages.network.edits import memory_texts as network_memory_texts
from convviz.pages.network.errors import open_error
from convviz.pages.network.look.look import as_picture
from convviz.pages.network.networks.open import ENDINGS, NetworkOpen
from convviz.pages.network.networks.slow import Computed, NetworkSlow
from convviz.pages.network.training.training import NetworkTraining
from convviz.views.network.network_strip import SOURCES, OpenBar
from convviz.views.picture.state_bands import BusyLine

if TYPE_CHECKING:
    from convviz.network.tensorflow.worker import Worker
    from convviz.pages.network.page.page import NetworkPage

SIDE = 28
DIGIT, PICTURE = SOURCES
DIGITS_ENDING = ".npz"


class OpenedNetworks(QObject):
    """Brings files onto the page. The network on the screen stays until another one is ready."""

    def __init__(self, page: NetworkPage, worker: Worker | None) -> None:
        super().__init__(page)
        self._page = page
        self.bar = OpenBar(page)
        self.opener = NetworkOpen(self.bar, worker, self)
        self.slow = NetworkSlow(worker, self)
        self.training = NetworkTraining(page.strip, page.document, page)
        self.training.open_wanted.connect(self.opener.open_path)
        self.training.moved.connect(self.moved)
        self.training.message.connect(page.message)
        page.shift.worker = worker
        self.line = BusyLine(page.panel)
        self.line.hide()
        self._source = self._trouble = ""
        self.bar.source_chosen.connect(self._on_source)
        page.strip.open_wanted.connect(self.opener.ask_and_open)
        self.opener.opened.connect(self._on_opened)
        self.opener.changed.connect(self._on_changed)
        self.opener.message.connect(page.message)
        self.opener.loader.failed.connect(self._note_trouble)
        self.slow.computed.connect(self._on_computed)
        self.slow.failed.connect(self._on_failed)
        self.slow.busy_changed.connect(self._on_busy)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def show(self, network: Network) -> None:
        """Another network, or the same one seen otherwise, is on the screen."""
        self.slow.cancel()
        self._source = _source_for(network.classes)
        self.opener.show(network)

    def whole(self) -> NDArray[np.float32] | None:
        """The photo on the paper, from 0 black to 1 white, where the network is to get all of it."""
        network, photo = self._page.network, self._page.input.photo
        foreign = network is not None and not network.card
        self.bar.offer_source(foreign and photo is not None, self._source or DIGIT)
        if network is None or photo is None or not foreign or self._source != PICTURE:
            return None
        values = photo.values.astype(np.float32)
        return np.asarray((values - photo.low) / ((photo.high - photo.low) or 1), np.float32)

    def show_picture(self, network: Network, acts: Activations) -> None:
        """Show the picture as the network reads it, where that is not the prepared digit."""
        given = self._page.digit
        if network.input_shape != (SIDE, SIDE, 1) or (given is not None and given.shape != (SIDE, SIDE)):
            self._page.panel.input.digit.set_digit(as_picture(acts.picture))
        photo = self.whole()
        if given is not None:
            self.opener.show_fit(network, given.shape if photo is None else photo.shape)
        if photo is not None:
            whole = QCoreApplication.translate("Network", "a photo, as it is")
            header = replace(network_texts.input_texts(network, whole), lines=((whole,), ()))
            self._page.panel.input.header.set_texts(header)

    def start(self, network: Network, digit: NDArray[Any]) -> bool:
        """Compute beside the window's thread what takes too long for it; whether that is the case."""
        if self.slow.is_slow(network):
            self.slow.start(network, digit)
            return True
        return False

    def shut_down(self) -> None:
        """End the threads."""
        self.opener.shut_down()
        self.slow.shut_down()
        self.training.shut_down()

    def _on_opened(self, network: Network) -> None:
        page = self._page
        known = [key for key, _ in page.registry.titles() if page.registry.is_from(key, network.path)]
        key = known[0] if known else page.registry.new_key()
        network = replace(network, key=key)
        page.registry.put(network)
        page.strip.set_networks(page.registry.titles(), key)
        page.set_network(network)

    def moved(self, old: Path, new: Path) -> None:
        """A network that was opened from ``old`` is in another file now, and goes by its name."""
        page, registry = self._page, self._page.registry
        registry.move(str(old), str(new), new.stem)
        shown = page.experiments.trained
        if shown is not None and registry.is_from(shown.key, str(new)):
            page.experiments.move(str(new), new.stem)
            page.memory.amend()
        if shown is not None:
            page.strip.set_networks(registry.titles(), shown.key)

    def _on_changed(self, scale: str, classes: tuple[str, ...]) -> None:
        trained = self._page.experiments.trained
        if trained is None:
            return
        if (trained.classes == DIGITS) != (classes == DIGITS):
            self._source = _source_for(classes)
        self.dress(scale, classes, self.chosen_source())
        self._page.memory.remember(network_memory_texts.adapted)

    def dress(self, scale: str, classes: tuple[str, ...], source: str) -> None:
        """Say what black and white, and the answers, are for the network on the screen; and what it gets."""
        page = self._page
        trained = page.experiments.trained
        if trained is None or page.network is None:
            return
        self._source = source or _source_for(classes)
        if (trained.scale, trained.classes) == (scale, classes):
            return
        page.registry.put(replace(trained, scale=scale, classes=classes))
        page.experiments.rename(scale, classes)
        self.opener.show(page.network)

    def chosen_source(self) -> str:
        """What a network gets of a photo, where a person chose that; else ""."""
        trained = self._page.experiments.trained
        usual = "" if trained is None else _source_for(trained.classes)
        return "" if self._source in ("", usual) else self._source

    def _on_computed(self, found: Computed) -> None:
        if self._trouble and found.network.opaque:  # TensorFlow has answered again
            trouble, self._trouble = self._trouble, ""
            self._page.message_over.emit(trouble)
        if found.network is self._page.network and self._page.given() is not None:
            self._page.take(found.acts, found.seconds)

    def _on_source(self, source: str) -> None:
        self._source = source
        self._page.input.changed.emit()
        self._page.memory.remember(network_memory_texts.adapted)

    def _on_failed(self, network: Network, error: BaseException) -> None:
        if network is self._page.network:
            name = Path(network.path).name
            self._page.message.emit("error", open_error(name, error))
            self._note_trouble(name, error)

    def _note_trouble(self, name: str, error: BaseException) -> None:
        if isinstance(error, NetworkError) and error.kind == "worker_ended":
            self._trouble = open_error(name, error)  # true until it has been started again

    def _on_busy(self, busy: bool) -> None:
        self.line.setGeometry(1, 1, max(0, self._page.panel.width() - 2), 2)
        self.line.setVisible(busy)
        self.line.raise_()
        self.line.set_active(busy)
        self.line.set_share(0.5)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop) and isinstance(event, QDropEvent):
            paths = [url.toLocalFile() for url in event.mimeData().urls()]
            if len(paths) == 1 and Path(paths[0]).suffix.lower() in (*ENDINGS, DIGITS_ENDING):
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.open_path(Path(paths[0]))
                return True
        return False

    def open_path(self, path: Path) -> None:
        """Open a network, or MNIST's file in the tab that shows what is misread."""
        if path.suffix.lower() == DIGITS_ENDING:
            self._page.drill.show_tab("confusion")
            self._page.tabs.confusion.open_file(path)
        else:
            self.opener.open_path(path)


def _source_for(classes: tuple[str, ...]) -> str:
    """What a network gets of a photo at first: the digit in it only if digits are what it knows."""
    return DIGIT if classes == DIGITS else PICTURE
