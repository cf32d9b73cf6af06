"""One network against the moved picture: what it read before, and what it reads now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from convviz.network.compute.adapting import fitted
from convviz.network.compute.forward import activations
from convviz.network.model.errors import NetworkError
from convviz.network.model.layers import Array
from convviz.network.model.network import Network
from convviz.views.network.answers.shift_panel import ComparedNetwork

if TYPE_CHECKING:
    from convviz.network.tensorflow.worker import Worker

QUICK = 30_000_000
"""Multiplications that the window's thread does itself."""


@dataclass(frozen=True, eq=False)
class Comparison:
    """A network, the picture as it was and as the sliders moved it, both from 0 black to 1 white.

    ``by_shift`` is what is known of its accuracy, ``shift`` how far to the right the picture is moved.
    """

    title: str
    network: Network
    before: NDArray[np.float32]
    after: NDArray[np.float32]
    by_shift: tuple[float, ...] = ()
    shift: int = 0

    @property
    def is_slow(self) -> bool:
        """Whether it has to be held beside the window's thread."""
        return self.network.opaque or self.network.multiply_adds > QUICK

    def waiting(self) -> ComparedNetwork:
        """What is shown until the answer is there."""
        return ComparedNetwork(self.title, "", 0.0, True, self.by_shift, self.shift)

    def held(self, worker: Worker | None = None) -> ComparedNetwork:
        """Let the network read both; `NetworkError` where only TensorFlow could, and is not at hand."""
        expected = int(self._answers(self.before, worker).argmax())
        shares = self._answers(self.after, worker)
        answer = int(shares.argmax())
        name, share = self.network.classes[answer], float(shares[answer])
        return ComparedNetwork(self.title, name, share, answer == expected, self.by_shift, self.shift)

    def _answers(self, picture: NDArray[np.float32], worker: Worker | None) -> Array:
        given = fitted(self.network, picture)
        if not self.network.opaque:
            return activations(self.network, given).output
        if worker is None:
            raise NetworkError("worker_missing", "TensorFlow is not at hand")
        whole = np.asarray(given, np.float32).reshape(1, *self.network.input_shape)
        return worker.answers(self.network, whole).result()[0]
