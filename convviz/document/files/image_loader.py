"""Opening pictures without keeping the window waiting."""

from __future__ import annotations

from pathlib import Path

from convviz.core.images import image as images
from convviz.core.samples import pictures as examples
from convviz.document.files.loader import Loader


class ImageLoader(Loader):
    """Loads pictures: ``loaded(image)`` or ``failed(name, error)``; see `Loader`."""

    def load(self, path: Path | str) -> None:
        """Load the picture file at ``path``."""
        path = Path(path)
        self.start(path.name, lambda cancelled: images.read(path, cancelled=cancelled))

    def load_bytes(self, data: bytes, name: str) -> None:
        """Load a picture file that is in memory (dropped or pasted); ``name`` is what it is called."""
        self.start(name, lambda cancelled: images.from_bytes(data, name, cancelled=cancelled))

    def load_sample(self, key: str) -> None:
        """Load the sample picture ``key``; one that is drawn on demand takes a moment."""
        self.start(key, lambda cancelled: examples.load_sample(key, cancelled=cancelled))
