"""Where the network looks: Grad-CAM and gradient while the pen moves, occlusion when it rests."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer

from convviz.document.background.latest_wins import LatestWins
from convviz.network.compute.adapting import as_digit
from convviz.network.compute.forward import Activations
from convviz.network.model.network import Network
from convviz.pages.network.errors import open_error
from convviz.pages.network.look.tasks import Covering, Looked, Looking, conv_layers, seconds_needed
from convviz.pages.network.texts import name_of
from convviz.views.base.numbers import TIMES, figure, tiny
from convviz.views.base.texts import say
from convviz.views.network.answers.look_panel import LookPanel

if TYPE_CHECKING:
    from convviz.network.tensorflow.worker import Worker


def cam_sentence(layer: str, name: str) -> str:
    """What Grad-CAM shows."""
    return say(
        "Network",
        "The maps of {layer}, each counted by how much the logit of {name} rises with it, added up: "
        "strong where they speak for {name}.",
        layer=layer,
        name=name,
    )


def gradient_sentence(name: str) -> str:
    """What the gradient shows."""
    return say(
        "Network",
        "How fast the logit of {name} changes with each pixel, up or down: the size of its derivative.",
        name=name,
    )


def occlusion_sentence(name: str, size: int) -> str:
    """What the occlusion map shows."""
    return say(
        "Network",
        "What covering a place with {size} black pixels costs: the probability of {name} less that with the "
        "patch.",
        name=name,
        size=f"{size} {TIMES} {size}",
    )


def occlusion_running(name: str, size: int) -> str:
    """What is being computed."""
    return say(
        "Network",
        "Laying {size} black pixels over every place and reading the digit again.",
        name=name,
        size=f"{size} {TIMES} {size}",
    )


def occlusion_long(minutes: float) -> str:
    """Why the occlusion map does not begin by itself."""
    return say(
        "Network",
        "Covering every place of this picture takes this network about {minutes} minutes.",
        minutes=figure(max(0.5, minutes), 1 if minutes < 10 else 0),
    )


def amount_text(top: float) -> str:
    """The upper end of a colour bar; small ones as people write them."""
    return figure(top, 3) if top >= 0.01 or top == 0 else tiny(top)


def occlusion_unmoved(name: str) -> str:
    """Why the occlusion map shows nothing."""
    return say(
        "Network", "No patch of this size makes the probability of {name} smaller by a thousandth.", name=name
    )


CHEAP = 0.03
"""Seconds that may pass before the pen is disturbed; slower networks wait until it rests."""

REST, PAUSE = 120, 350
"""Milliseconds without a change after which the slow pictures follow."""

PATIENCE = 15.0
"""Seconds of occlusion that begin by themselves."""

QUICK = 30_000_000
"""Multiplications of a network whose derivatives the window's thread computes itself."""


class NetworkLook(QObject):
    """Fills a `LookPanel`; computes nothing while the panel is hidden."""

    def __init__(self, panel: LookPanel, worker: Worker | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self.worker = panel, worker
        self._network: Network | None = None
        self._acts: Activations | None = None
        self._class, self._layer, self._size = -1, -1, 5
        self._took = 0.0
        self._fresh = False
        self._work = LatestWins(self)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)
        self._work.progress.connect(self._on_progress)
        self._soon, self._later = self._timer(self.refresh), self._timer(self._begin_if_short)
        panel.appeared.connect(self._on_appeared)
        panel.class_chosen.connect(self.choose_class)
        panel.layer_chosen.connect(self.choose_layer)
        panel.patch_chosen.connect(self.choose_patch)
        panel.start_wanted.connect(self.begin)
        panel.cancel_wanted.connect(self._on_cancel)

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True)
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
        self._work.close()

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
        self._offer_layers(network)
        self._look(Looking(network, acts, self.label(), self._layer, self.worker))
        if not isinstance(self._work.newest, Covering):
            self._announce_occlusion(network)

    def _look(self, task: Looking) -> None:
        """Compute what is cheap at once, and the rest beside the window's thread."""
        if task.network.opaque or task.network.multiply_adds > QUICK:
            for block in (self._panel.cam, self._panel.gradient):
                block.heat.set_stale(True)
            self._work.ask(task, task)
            return
        begin = time.perf_counter()
        self._show_looked(task())
        self._took = time.perf_counter() - begin

    def _offer_layers(self, network: Network) -> None:
        layers = conv_layers(network)
        if self._layer not in layers:
            self._layer = layers[-1] if layers else -1
        self._panel.set_layers([(at, name_of(network, at)) for at in layers], self._layer)

    def _show_nothing(self, network: Network) -> None:
        self._panel.set_classes(network.classes, "", self._class)
        self._offer_layers(network)
        self._panel.offer_start(False)
        for block in self._panel.blocks:
            block.heat.set_digit(np.zeros(network.input_shape[:2], np.float32))
            block.heat.set_values(None)
            block.bar.set_ends("", "")
            block.set_sentence(say("Network", "Nothing is drawn, so there is nothing to look at."))
        self._arrange()

    def _show_looked(self, looked: Looked) -> None:
        task, block = looked.task, self._panel.gradient
        if looked.gradient is None:
            for one in (self._panel.cam, block):
                self._refuse(one, open_error(Path(task.network.path).name, looked.error or ValueError()))
        else:
            name, top = task.network.classes[task.label], float(looked.gradient.max())
            self._show_cam(task, looked.cam, name)
            block.heat.set_values(looked.gradient, top)
            block.bar.set_ends("0", amount_text(top))
            block.set_sentence(gradient_sentence(name))
        self._arrange()

    def _show_cam(self, task: Looking, values: NDArray[np.float32] | None, name: str) -> None:
        block = self._panel.cam
        if values is None:
            text = say(
                "Network", "Grad-CAM adds up maps, and this network has no convolution layer that makes some."
            )
            self._refuse(block, text)
            return
        layer, top = name_of(task.network, task.layer), float(values.max())
        block.heat.set_values(values, top)
        block.bar.set_ends("0", amount_text(top) if top > 0 else "")
        silent = say("Network", "Nothing in {layer} speaks for {name}.", layer=layer, name=name)
        block.set_sentence(cam_sentence(layer, name) if top > 0 else silent)

    def _arrange(self) -> None:
        for block in self._panel.blocks:
            block.arrange()

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
            self._refuse(block, occlusion_long(seconds / 60))
        else:
            block.set_sentence(occlusion_running(network.classes[self.label()], self._size))
            self._later.start(PAUSE)

    def _begin_if_short(self) -> None:
        if self._network is not None and self._panel.isVisible():
            self.begin()

    def begin(self) -> None:
        """Compute the occlusion map now."""
        if self._network is None or self._acts is None:
            return
        self._stop()
        task = Covering(self._network, self._acts.picture, self.label(), self._size, self.worker)
        name = self._network.classes[self.label()]
        self._panel.occlusion.set_sentence(occlusion_running(name, self._size))
        self._panel.set_progress(0.0)
        self._work.ask(task, task)

    def _stop(self) -> None:
        self._later.stop()
        self._work.cancel()
        if self._panel.running():
            self._panel.set_progress(None)
            self._panel.offer_start(False)

    def _on_cancel(self) -> None:
        self._stop()
        self._panel.offer_start(True)

    def _on_progress(self, task: object, share: float) -> None:
        if isinstance(task, Covering):
            self._panel.set_progress(share)

    def _on_done(self, task: Looking | Covering, found: Any) -> None:
        if isinstance(task, Looking):
            self._show_looked(found)
        else:
            self._show_covered(task, found)

    def _on_failed(self, task: Looking | Covering, error: BaseException) -> None:
        self._panel.set_progress(None)
        self._panel.offer_start(True)
        self._refuse(self._panel.occlusion, open_error(Path(task.network.path).name, error))

    def _show_covered(self, covering: Covering, values: NDArray[np.float32]) -> None:
        self._panel.set_progress(None)
        self._panel.offer_start(False)
        block = self._panel.occlusion
        name, top = covering.network.classes[covering.label], float(values.max())
        block.heat.set_values(np.maximum(values, 0), max(top, 0.001))
        share = say("Network", "{percent} %", percent=figure(100 * top, 1))
        block.bar.set_ends("0", share if top >= 0.001 else "")
        said = occlusion_sentence(name, covering.size)
        block.set_sentence(said if top >= 0.001 else occlusion_unmoved(name))
