"""What is computed about where a network looks, as tasks that a thread can run."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from convviz.document.background.worker import Report
from convviz.network.compute.forward import Activations, at_once
from convviz.network.compute.gradients import gradients
from convviz.network.explain.saliency import grad_cam, gradient_map, occlusion_map, on_picture
from convviz.network.model.errors import NetworkError
from convviz.network.model.layers import INPUT, Array, Convolution
from convviz.network.model.network import Network

if TYPE_CHECKING:
    from convviz.network.tensorflow.worker import Worker


MOST_CELLS = 50_000_000
"""Values of all layers together that TensorFlow computes at once."""


@dataclass(eq=False)
class Looking:
    """Grad-CAM and gradient of one class; ``layer`` is -1 where no layer has maps."""

    network: Network
    acts: Activations
    label: int
    layer: int
    worker: Worker | None = None

    def __call__(self, report: Report | None = None) -> Looked:
        try:
            found, cam = self._derivatives(), None
            if self.layer >= 0:
                values = grad_cam(self.network, self.acts, self.label, self.layer, found)
                cam = on_picture(self.network, self.layer, values)
            return Looked(self, cam, gradient_map(self.network, self.acts, self.label, found))
        except ValueError as error:
            return Looked(self, error=error)

    def _derivatives(self) -> dict[int, Array]:
        """Ours, or TensorFlow's where it has to compute a layer."""
        network, acts = self.network, self.acts
        if not network.opaque or self.worker is None:
            return gradients(network, acts, self.label)
        theirs = self.worker.gradients(network, acts.picture, self.label).result()
        found = {
            at: theirs[layer.name].reshape(layer.shape)
            for at, layer in enumerate(network.layers)
            if layer.name in theirs
        }
        return {**found, INPUT: theirs[""].reshape(acts.picture.shape)}


@dataclass(frozen=True, eq=False)
class Looked:
    """Grad-CAM laid over the picture (None where there is no layer for it) and the gradient.

    Both are None where ``error`` says why there is neither.
    """

    task: Looking
    cam: Array | None = None
    gradient: Array | None = None
    error: ValueError | None = None


@dataclass(frozen=True, eq=False)
class Covered:
    """What covering each place costs the class."""

    task: Covering
    values: Array


@dataclass(eq=False)
class Covering:
    """One occlusion map on its way, for what is on the screen at its beginning."""

    network: Network
    picture: Array
    label: int
    size: int
    worker: Worker | None = None
    stopped: threading.Event = field(default_factory=threading.Event)

    def __call__(self, report: Report) -> Covered:
        def progress(share: float) -> None:
            if self.stopped.is_set():
                raise InterruptedError
            report(share)

        black, opaque = float(self.picture.min()), self.network.opaque
        values = occlusion_map(
            self.network,
            self.picture,
            self.label,
            self.size,
            black,
            progress,
            self._answers if opaque else None,
            together(self.network) if opaque else None,
        )
        return Covered(self, values)

    def _answers(self, pictures: Array) -> Array:
        """TensorFlow's, where it has to compute a layer."""
        if self.worker is None:
            raise NetworkError("worker_missing", "TensorFlow is not at hand")
        return self.worker.answers(self.network, pictures).result()


def together(network: Network) -> int:
    """How many pictures TensorFlow reads at once: few enough for its memory, and for a cancel soon."""
    cells = sum(int(np.prod(layer.shape)) for layer in network.layers)
    return max(1, min(at_once(network), MOST_CELLS // cells))


PER_SECOND = 1.5e9
"""Multiplications a second, roughly."""


def seconds_needed(network: Network) -> float:
    """Roughly how long it takes to cover every pixel of a picture once."""
    return network.input_shape[0] * network.input_shape[1] * network.multiply_adds / PER_SECOND


def conv_layers(network: Network) -> list[int]:
    """The convolution layers, from the picture to the answer."""
    return [at for at, layer in enumerate(network.layers) if isinstance(layer, Convolution)]
