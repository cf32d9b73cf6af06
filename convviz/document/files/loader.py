"""Opening files beside the window's thread: the latest request wins; where the person's MNIST file is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from convviz.core.images import image as images
from convviz.core.images.image import WHOLE, Part
from convviz.core.images.recipe import Recipe
from convviz.core.images.reshaping import again
from convviz.core.samples import pictures as examples
from convviz.document.background.latest_wins import LatestWins, Run
from convviz.document.settings_file import stored
from convviz.network.digits.mnist import FILE, keras_folders, read_mnist

Cancelled: TypeAlias = Callable[[], bool]
"""Tells whether the answer is still wanted: False as long as it is."""


class Loader(LatestWins):
    """Loads one thing at a time; a new request stops the one before.

    Every request that is not overtaken or cancelled ends in ``loaded(value)`` or
    ``failed(name, error)``. ``busy_changed(busy)`` says when loading begins and ends.
    """

    loaded = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.done.connect(lambda name, value: self.loaded.emit(value))
        self._outcome: tuple[object, BaseException | None] = (None, None)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._announce)

    def start(self, name: str, function: Callable[[Cancelled], object]) -> None:
        """Load what ``function`` returns; it runs on the thread and must touch no Qt object.

        ``name`` is what it is called in a message. The function is given another one to ask, now and
        then, whether to give up (by any exception).
        """
        self.start_telling(name, lambda run: function(run.cancelled))

    def start_telling(self, name: str, function: Callable[[Run], object]) -> None:
        """Do what `start` does; the function may tell how far it is: ``progress(name, share)``."""
        too_little = self.tr(
            "There is not enough memory to open {name}; a smaller picture needs less."
        ).format(name=name)

        def task(run: Run) -> object:
            try:
                return function(run)
            except MemoryError:  # which comes without words
                raise MemoryError(too_little) from None

        self.ask(name, task, interrupt=True)

    def _on_finished(self, value: object, error: BaseException | None) -> None:
        """Tell of it in a turn of the event loop that ends before the one that paints it."""
        self._outcome = value, error
        self._soon.start()

    def _announce(self) -> None:
        (value, error), self._outcome = self._outcome, (None, None)
        super()._on_finished(value, error)


class ImageLoader(Loader):
    """Loads pictures: ``loaded(image)`` or ``failed(name, error)``; see `Loader`."""

    def load(self, path: Path | str, part: Part = WHOLE, recipe: Recipe = ()) -> None:
        """Load the picture file at ``path``, or that part of it, cropped and resized by a ``recipe``."""
        path = Path(path)

        def read(run: Run) -> images.Image:
            image = images.read(path, part, cancelled=run.cancelled, progress=run.tell)
            return again(image, recipe, run.cancelled)

        self.start_telling(path.name, read)

    def load_bytes(self, data: bytes, name: str, part: Part = WHOLE, recipe: Recipe = ()) -> None:
        """Load a picture file that is in memory (dropped or pasted); ``name`` is what it is called."""

        def read(cancelled: Cancelled) -> images.Image:
            image = images.from_bytes(data, name, part, cancelled=cancelled)
            return again(image, recipe, cancelled)

        self.start(name, read)

    def load_first(self, forms: Callable[[], list[bytes]], name: str, part: Part = WHOLE) -> None:
        """Load the first undamaged one of several forms of a picture; ``forms`` runs on the thread."""

        def first(cancelled: Cancelled) -> images.Image:
            failure: images.ImageError | None = None
            for data in forms():
                try:
                    return images.from_bytes(data, name, part, cancelled=cancelled)
                except images.ImageError as error:
                    if error.cause not in ("damaged", "unknown", "empty"):
                        raise
                    failure = failure or error
            raise failure or images.ImageError(name, "empty", "is empty")

        self.start(name, first)

    def load_sample(self, key: str) -> None:
        """Load the sample picture ``key``; one that is drawn on demand takes a moment."""
        self.start(key, lambda cancelled: examples.load_sample(key, cancelled=cancelled))


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
    found = stored(QSettings(), _KEY)
    return [Path(found)] if isinstance(found, str) and found else []


class MnistLoader(Loader):
    """Reads ``mnist.npz``: ``loaded(Mnist)`` or ``failed(name, error)``; see `Loader`."""

    def load(self, path: Path | str) -> None:
        """Read the file at ``path``."""
        path = Path(path)
        self.start(path.name, lambda cancelled: read_mnist(path))
