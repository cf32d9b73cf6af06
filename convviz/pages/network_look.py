"""Where the network looks: Grad-CAM and gradient while the pen moves, occlusion when it rests."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer

from convviz.document.worker import Report, Worker
from convviz.network.errors import NetworkError
from convviz.network.forward import Activations
from convviz.network.layers import Convolution
from convviz.network.network import Network
from convviz.network.saliency import grad_cam, gradient_map, occlusion_map, on_picture
from convviz.pages import network_look_texts as texts
from convviz.pages.network_texts import name_of
from convviz.views.network.look_panel import LookPanel
from convviz.views.numbers import figure

CHEAP = 0.03
"""Seconds that may pass before the pen is disturbed; slower networks wait until it rests."""

REST, PAUSE = 120, 350
"""Milliseconds without a change after which the slow pictures follow."""

PER_SECOND, PATIENCE = 1.5e9, 15.0
"""Multiplications a second, roughly, and seconds of occlusion that begin by themselves."""


@dataclass(eq=False)
class _Covering:
    """One occlusion map on its way, for what is on the screen at its beginning."""

    network: Network
    picture: NDArray[np.float32]
    label: int
    size: int
    stopped: threading.Event = field(default_factory=threading.Event)

    def __call__(self, report: Report) -> object:
        def progress(share: float) -> None:
            if self.stopped.is_set():
                raise InterruptedError
            report(share)

        black = float(self.picture.min())
        return occlusion_map(self.network, self.picture, self.label, self.size, black, progress)


class NetworkLook(QObject):
    """Fills a `LookPanel`; computes nothing while the panel is hidden."""

    def __init__(self, panel: LookPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._network: Network | None = None
        self._acts: Activations | None = None
        self._class, self._layer, self._size = -1, -1, 5
        self._took = 0.0
        self._fresh = False
        self._covering: _Covering | None = None
        self._worker = Worker(self)
        self._worker.finished.connect(self._on_covered)
        self._worker.progress.connect(self._on_progress)
        self._soon, self._later = self._timer(self.refresh), self._timer(self._begin_if_short)
        panel.appeared.connect(self._on_appeared)
        panel.class_chosen.connect(self.choose_class)
        panel.layer_chosen.connect(self.choose_layer)
        panel.patch_chosen.connect(self.choose_patch)
        panel.start_wanted.connect(self.begin)
        panel.cancel_wanted.connect(self._on_cancel)

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer

    # What is looked at

    def show(self, network: Network, acts: Activations | None) -> None:
        """Look at another picture, or with another network; None for a blank sheet."""
        if (
            self._network is None
            or network.path != self._network.path
            or network.names != self._network.names
        ):
            self._class = self._layer = -1
        self._network, self._acts, self._fresh = network, acts, False
        self._stop()
        if self._panel.isVisible():
            self._soon.start(0 if self._took < CHEAP else REST)

    def label(self) -> int:
        """The class that is asked about."""
        assert self._acts is not None
        return self._class if self._class >= 0 else self._acts.answer

    def choose_class(self, index: int) -> None:
        """Ask about a class; -1 for whatever the answer is."""
        self._class = index
        self._again()

    def choose_layer(self, layer: int) -> None:
        """Let Grad-CAM look at another layer."""
        self._layer = layer
        self.refresh()

    def choose_patch(self, size: int) -> None:
        """Cover places with a smaller or larger patch."""
        self._size = size
        self._again()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self._again()

    def shut_down(self) -> None:
        """End the thread."""
        self._soon.stop()
        self._stop()
        self._worker.close()

    def _again(self) -> None:
        self._stop()
        self.refresh()

    def _on_appeared(self) -> None:
        if not self._fresh:
            self.refresh()

    # Grad-CAM and gradient

    def refresh(self) -> None:
        """Compute and show what is cheap, and let the occlusion follow when there is a pause."""
        network, acts = self._network, self._acts
        if network is None or not self._panel.isVisible():
            return
        self._fresh = True
        if acts is None:
            self._show_nothing(network)
            return
        self._panel.set_classes(network.classes, network.classes[acts.answer], self._class)
        digit = as_digit(acts.picture)
        for block in self._panel.blocks:
            block.heat.set_digit(digit)
        begin = time.perf_counter()
        self._show_cam(network, acts)
        self._show_gradient(network, acts)
        self._took = time.perf_counter() - begin
        for block in self._panel.blocks:
            block.arrange()
        if self._covering is None:
            self._announce_occlusion(network)

    def _show_nothing(self, network: Network) -> None:
        self._panel.set_classes(network.classes, "", self._class)
        self._panel.offer_start(False)
        for block in self._panel.blocks:
            block.heat.set_digit(np.zeros(network.input_shape[:2], np.float32))
            block.heat.set_values(None)
            block.bar.set_ends("", "")
            block.set_sentence(texts.nothing_drawn())
            block.arrange()

    def _show_cam(self, network: Network, acts: Activations) -> None:
        block, layers = self._panel.cam, conv_layers(network)
        if self._layer not in layers:
            self._layer = layers[-1] if layers else -1
        self._panel.set_layers([(at, name_of(network, at)) for at in layers], self._layer)
        if not layers:
            self._refuse(block, texts.cam_impossible())
            return
        layer, name = name_of(network, self._layer), network.classes[self.label()]
        try:
            values = grad_cam(network, acts, self.label(), self._layer)
            laid = on_picture(network, self._layer, values)
        except ValueError as error:
            self._refuse(block, str(error))
            return
        top = float(laid.max())
        block.heat.set_values(laid, top)
        block.bar.set_ends("0", figure(top, 3) if top > 0 else "")
        block.set_sentence(texts.cam_sentence(layer, name) if top > 0 else texts.cam_silent(layer, name))

    def _show_gradient(self, network: Network, acts: Activations) -> None:
        block = self._panel.gradient
        try:
            values = gradient_map(network, acts, self.label())
        except NetworkError as error:
            self._refuse(block, str(error))
            return
        top = float(values.max())
        block.heat.set_values(values, top)
        block.bar.set_ends("0", figure(top, 3))
        block.set_sentence(texts.gradient_sentence(network.classes[self.label()]))

    def _refuse(self, block: Any, text: str) -> None:
        block.heat.set_values(None)
        block.bar.set_ends("", "")
        block.set_sentence(text)

    # Occlusion

    def _announce_occlusion(self, network: Network) -> None:
        block = self._panel.occlusion
        block.heat.set_stale(True)
        seconds = seconds_needed(network)
        self._panel.offer_start(seconds > PATIENCE)
        if seconds > PATIENCE:
            self._refuse(block, texts.occlusion_long(seconds / 60))
        else:
            block.set_sentence(texts.occlusion_running(network.classes[self.label()], self._size))
            self._later.start(PAUSE)

    def _begin_if_short(self) -> None:
        if self._network is not None and self._panel.isVisible():
            self.begin()

    def begin(self) -> None:
        """Compute the occlusion map now."""
        if self._network is None or self._acts is None:
            return
        self._stop()
        self._covering = _Covering(self._network, self._acts.picture, self.label(), self._size)
        name = self._network.classes[self.label()]
        self._panel.occlusion.set_sentence(texts.occlusion_running(name, self._size))
        self._panel.set_progress(0.0)
        self._worker.start(self._covering)

    def _stop(self) -> None:
        self._later.stop()
        if self._covering is not None:
            self._covering.stopped.set()
            self._covering = None
        if self._panel.running():
            self._panel.set_progress(None)
            self._panel.offer_start(False)

    def _on_cancel(self) -> None:
        self._stop()
        self._panel.offer_start(True)

    def _on_progress(self, share: float) -> None:
        if self._covering is not None and not self._covering.stopped.is_set():
            self._panel.set_progress(share)

    def _on_covered(self, values: Any, error: BaseException | None) -> None:
        if isinstance(error, InterruptedError) or self._covering is None:
            return
        covering, self._covering = self._covering, None
        self._panel.set_progress(None)
        self._panel.offer_start(False)
        block = self._panel.occlusion
        if error is not None:
            self._refuse(block, str(error))
            return
        name, top = covering.network.classes[covering.label], float(values.max())
        block.heat.set_values(np.maximum(values, 0), max(top, 0.001))
        block.bar.set_ends("0", texts.share_text(top) if top >= 0.001 else "")
        said = texts.occlusion_sentence(name, covering.size)
        block.set_sentence(said if top >= 0.001 else texts.occlusion_unmoved(name))


def conv_layers(network: Network) -> list[int]:
    """The convolution layers, from the picture to the answer."""
    return [at for at, layer in enumerate(network.layers) if isinstance(layer, Convolution)]


def seconds_needed(network: Network) -> float:
    """Roughly how long it takes to cover every pixel of a picture once."""
    return network.input_shape[0] * network.input_shape[1] * network.multiply_adds / PER_SECOND


def as_digit(picture: NDArray[np.float32]) -> NDArray[np.float32]:
    """What a network reads as a picture to be shown: one plane from 0 to 1, whatever its scale was."""
    plane = picture.mean(axis=-1)
    low, high = float(plane.min()), float(plane.max())
    return np.asarray((plane - low) / ((high - low) or 1.0), np.float32)
