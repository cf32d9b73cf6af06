"""Opening the person's own MNIST file beside the window's thread."""

from __future__ import annotations

import os
from pathlib import Path

from convviz.document.loader import Loader
from convviz.network.mnist import read_mnist

VARIABLE = "CONVVIZ_MNIST"
"""The environment variable that names the file."""


def find_mnist() -> Path | None:
    """The file with MNIST's digits, where the person has it already: as `VARIABLE` says, or Keras put it."""
    named = os.environ.get(VARIABLE)
    places = [Path(named)] if named else [Path.home() / ".keras" / "datasets" / "mnist.npz"]
    return next((place for place in places if place.is_file()), None)


class MnistLoader(Loader):
    """Reads ``mnist.npz``: ``loaded(Mnist)`` or ``failed(name, error)``; see `Loader`."""

    def load(self, path: Path | str) -> None:
        """Read the file at ``path``."""
        path = Path(path)
        self.start(path.name, lambda cancelled: read_mnist(path))
