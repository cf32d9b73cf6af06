"""What a person changes in the Lab's input: pixels drawn and typed, a part cut out, another size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from convviz.core.colours.scales import ColourScale
from convviz.core.colours.stages import input_scale, shown_times
from convviz.core.images.drawing import Cell, flooded
from convviz.core.images.image import Image
from convviz.core.images.recipe import Crop, Step
from convviz.core.images.reshaping import reshaped
from convviz.document.background.latest_wins import Run
from convviz.document.document import Document
from convviz.document.files.loader import Loader
from convviz.document.pixels import edit_cells
from convviz.document.state.history import EditName
from convviz.document.state.state import DocumentState
from convviz.views.base.texts import edit_name, image_title
from convviz.views.pixels.crop_dialog import ask_crop
from convviz.views.pixels.drawing import Pen
from convviz.views.pixels.resize_dialog import ask_resize
from convviz.views.stages.input_card import InputCard

PATIENCE = 500
"""Milliseconds until it is said that something takes long."""


def telling(run: Run) -> Callable[[float], None]:
    """For work that is asked now and then to go on: tells its share, ends what is not wanted any more."""

    def go_on(share: float) -> None:
        if run.cancelled():
            raise InterruptedError
        run.tell(share)

    return go_on


class InputChanges(Loader):
    """Makes edits of the document of what is done on the Input's card.

    Crops and sizes are worked out beside the window's thread; the newest wish wins, and one whose picture
    is no longer the document's is forgotten. ``failed(name, error)`` follows where there is no room for it.
    """

    ended = Signal()
    """Esc was pressed while drawing."""

    message, message_over = Signal(str, str), Signal(str)
    """(kind, text) for the band of the window, and which of them is no longer true."""

    def __init__(self, document: Document, card: InputCard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._card = document, card
        self._asked: Image | None = None
        self._name, self._said, self._share = "crop", "", 0.0
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._tell)
        picture, bar = card.picture, card.drawing
        bar.changed.connect(self._on_pen)
        picture.drawn.connect(self._on_drawn)
        picture.fill_wanted.connect(self._on_fill)
        picture.picked.connect(bar.take_value)
        picture.finished.connect(document.seal)
        picture.ended.connect(self.ended)
        self._picture = picture
        self.loaded.connect(self._on_reshaped)
        self.busy_changed.connect(self._on_busy)
        self.progress.connect(self._on_share)
        document.state_changed.connect(self._on_state)

    def ask_how(self, action: str) -> None:
        """Ask how to "crop" or "resize", and do it."""
        image = self._document.state.image
        if image is None:
            return
        step: Step | None
        if action == "crop":
            step = ask_crop(self._card.window(), image.values, self._scale(image))
        else:
            step = ask_resize(self._card.window(), (image.height, image.width))
        if step is not None:
            self.reshape(step)

    def reshape(self, step: Step) -> None:
        """Crop or resize the picture."""
        image = self._document.state.image
        if image is not None:
            self._asked, self._name = image, "crop" if isinstance(step, Crop) else "resize"
            self.start_telling(image_title(image), lambda run: reshaped(image, step, telling(run)))

    def _scale(self, image: Image) -> ColourScale:
        """The colours of the card, for the values that the picture itself has."""
        state = self._document.state
        return input_scale(image, replace(state.settings, unit_range=False), state.input_range)

    def _on_reshaped(self, image: Image) -> None:
        if self._document.state.image is self._asked:
            self._document.edit(edit_name(self._name), image=image, pin=None)
        self._asked = None

    def _on_state(self, _old: object, new: DocumentState, _why: str) -> None:
        if self.busy and new.image is not self._asked:
            self.cancel()  # what is worked out is of a picture that is no longer there

    def _on_busy(self, busy: bool) -> None:
        self._card.busy.set_active(busy)
        self._share = 0.0
        if busy:
            self._patience.start()
            return
        self._patience.stop()
        if self._said:
            self.message_over.emit(self._said)
            self._said = ""

    def _on_share(self, _name: object, share: float) -> None:
        self._share = share
        if self._said:
            self._tell()

    def _tell(self) -> None:
        """It takes long: say how far it is, with a way out."""
        name, percent = image_title(self._asked) if self._asked is not None else "", round(self._share * 100)
        self._said = self.tr("Resizing {name}: {percent} %").format(name=name, percent=percent)
        self.message.emit("busy", self._said)

    def _on_pen(self, pen: Pen) -> None:
        self._picture.set_pen(pen)

    def _on_drawn(self, cells: list[Cell], channel: int | None, value: float, merge_key: str) -> None:
        name = edit_name("stroke" if merge_key.startswith("stroke") else "pixel")
        self._put(name, cells, channel, value, merge_key)

    def _on_fill(self, row: int, column: int, channel: int | None, value: float) -> None:
        image = self._document.state.image
        if image is not None and row < image.height and column < image.width:
            self._put(edit_name("fill"), flooded(image, (row, column), channel), channel, value, "")

    def _put(
        self, name: EditName, cells: list[Cell], channel: int | None, value: float, merge_key: str
    ) -> None:
        """Give these cells a value as it is shown; a byte stays a byte where bytes are shown from 0 to 1."""
        state = self._document.state
        if state.image is None:
            return
        times = shown_times(state.image, state.settings)
        if times != 1:
            value *= times
            value = round(value) if state.image.values.dtype == np.uint8 else value
        edit_cells(self._document, name, cells, value, channel=channel, merge_key=merge_key)
