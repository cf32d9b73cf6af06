"""Going through the pages, frames or slices of a file: each is read when it is wanted, and only it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from convviz.core.images.image import Image, Part
from convviz.document.document import Document
from convviz.document.files.loader import ImageLoader
from convviz.views.base.texts import edit_name

KEY = "page"
"""A whole drag through the pages is one step of undo."""


class Paging(ImageLoader):
    """Reads other pages of the document's picture and puts them into it, one after the other.

    The newest wish wins: a page that is passed over is not read to its end. ``failed(name, error)``
    follows where a page cannot be read; the one before stays.
    """

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._asked: Image | None = None
        self._settle = False
        self.loaded.connect(self._on_loaded)
        document.state_changed.connect(self._on_state)

    def go_to(self, frame: int) -> None:
        """Show the page ``frame``, counted from 0."""
        image = self._document.state.image
        if image is not None:
            self._read(replace(image.part, frame=frame))

    def take_array(self, name: str) -> None:
        """Show the first slice of another array of the file."""
        image = self._document.state.image
        if image is not None:
            self._read(Part(array=name))

    def settle(self) -> None:
        """What was dragged is let go of: the next page is a step of its own."""
        if self.busy:
            self._settle = True
        else:
            self._document.seal()

    def _on_state(self, _old: object, _new: object, why: str) -> None:
        if why != "edit" and self.busy:
            self.cancel()  # what was taken back, or opened anew, stays

    def _read(self, part: Part) -> None:
        image = self._document.state.image
        if image is None or (image.source is None and not image.file_bytes):
            return
        if image.part == part:
            self.cancel()
            return
        self._asked = image
        if image.source is None:
            self.load_bytes(image.file_bytes, image.name, part, image.recipe)
        else:
            self.load(image.source, part, image.recipe)

    def _on_loaded(self, page: Image) -> None:
        state, asked = self._document.state, self._asked
        if asked is None or state.image is None or not _same_file(state.image, asked):
            return  # another picture was opened meanwhile
        pin = state.pin if page.shape[:2] == state.image.shape[:2] else None
        self._document.edit(edit_name("page"), KEY, image=page, pin=pin)
        if self._settle:
            self._settle = False
            self._document.seal()


def _same_file(one: Image, other: Image) -> bool:
    """Whether both are of the same file, be it on the disk or pasted."""
    return one.source == other.source and one.file_bytes is other.file_bytes
