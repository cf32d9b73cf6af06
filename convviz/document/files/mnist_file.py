"""The person's own MNIST file: where it is, and opening it beside the window's thread."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QSettings

from convviz.document.files.loader import Loader
from convviz.network.digits.mnist import FILE, keras_folders, read_mnist

VARIABLE = "CONVVIZ_MNIST"
"""The environment variable that names the file."""

_KEY = "files/mnist"


def find_mnist() -> Path | None:
    """The file with MNIST's digits, where the person has it already.

    As `VARIABLE` says; else the one that was opened last, else where Keras puts it.
    """
    named = os.environ.get(VARIABLE)
    if named:
        places = [Path(named)]
    else:
        places = [*_remembered(), *(folder / FILE for folder in keras_folders())]
    return next((place for place in places if place.is_file()), None)


def remember_mnist(path: Path) -> None:
    """Find ``path`` again at the next start."""
    QSettings().setValue(_KEY, str(path.absolute()))


def _remembered() -> list[Path]:
    stored = QSettings().value(_KEY)
    return [Path(stored)] if isinstance(stored, str) and stored else []


class MnistLoader(Loader):
    """Reads ``mnist.npz``: ``loaded(Mnist)`` or ``failed(name, error)``; see `Loader`."""

    def load(self, path: Path | str) -> None:
        """Read the file at ``path``."""
        path = Path(path)
        self.start(path.name, lambda cancelled: read_mnist(path))
