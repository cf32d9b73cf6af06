"""What is computed about where a network looks, as tasks that a thread can carry out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convviz.document.background.latest_wins import Run
from convviz.network.compute.forward import Activations
from convviz.network.compute.gradients import gradients
from convviz.network.explain.saliency import grad_cam, gradient_map, occlusion_map, on_picture
from convviz.network.model.layers import INPUT, Array, Convolution
from convviz.network.model.network import Network
from convviz.network.tensorflow.worker import answers_of_keras, together

if TYPE_CHECKING:
    from convviz.network.tensorflow.worker import Worker


@dataclass(eq=False)
class Looking:
    """Grad-CAM and gradient of one class; ``layer`` is -1 where no layer has maps."""

    network: Network
    acts: Activations
    label: int
    layer: int
    worker: Worker | None = None

    def __call__(self, run: Run | None = None) -> Looked:
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


@dataclass(eq=False)
class Covering:
    """One occlusion map on its way, for what is on the screen at its beginning."""

    network: Network
    picture: Array
    label: int
    size: int
    worker: Worker | None = None

    def __call__(self, run: Run) -> Array:
        """What covering each place costs the class."""
        black, opaque = float(self.picture.min()), self.network.opaque
        return occlusion_map(
            self.network,
            self.picture,
            self.label,
            self.size,
            black,
            run.go_on,
            self._answers if opaque else None,
            together(self.network) if opaque else None,
        )

    def _answers(self, pictures: Array) -> Array:
        return answers_of_keras(self.worker, self.network, pictures)


PER_SECOND = 1.5e9
"""Multiplications a second, roughly."""


def seconds_needed(network: Network) -> float:
    """Roughly how long it takes to cover every pixel of a picture once."""
    return network.input_shape[0] * network.input_shape[1] * network.multiply_adds / PER_SECOND


def conv_layers(network: Network) -> list[int]:
    """The convolution layers, from the picture to the answer."""
    return [at for at, layer in enumerate(network.layers) if isinstance(layer, Convolution)]
