"""Opening the person's own MNIST file beside the window's thread."""

from __future__ import annotations

from pathlib import Path

from convviz.document.loader import Loader
from convviz.network.mnist import read_mnist


class MnistLoader(Loader):
    """Reads ``mnist.npz``: ``loaded(Mnist)`` or ``failed(name, error)``; see `Loader`."""

    def load(self, path: Path | str) -> None:
        """Read the file at ``path``."""
        path = Path(path)
        self.start(path.name, lambda cancelled: read_mnist(path))
