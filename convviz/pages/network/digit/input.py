"""What is read on the Network page: a drawing, a sample or a photo, and its preparation."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from convviz.core.images.image import Image
from convviz.document.state.network import Paper, PenStroke
from convviz.network.digits import samples as digits
from convviz.network.digits.choices import Choices
from convviz.pages.network.digit.paper import pen_strokes, picture_of, told_strokes
from convviz.views.network.paper.drawing_canvas import CanvasPhoto, DrawingCanvas
from convviz.views.network.paper.ink import Stroke
from convviz.views.network.paper.input_column import InputColumn

if TYPE_CHECKING:
    from convviz.network.digits.prepare import Preparation

FIRST_SAMPLE = 7
MOST_PIXELS = 900
"""A photo is shown with so many pixels along its longer side at most."""


class NetworkInput(QObject):
    """Prepares what lies on the paper; ``changed`` follows when there is a new digit to read.

    Several changes before the next turn of the event loop are prepared once: the last one counts.
    """

    changed = Signal()
    placed = Signal(str)
    """A person put something on the paper, or decided about it: "sample", "digit", "photo", "choice"."""

    def __init__(self, column: InputColumn, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._column = column
        self._canvas: DrawingCanvas = column.canvas
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.settle)
        self._samples = cycle(
            [(digit % 10, hand) for hand in digits.HANDS for digit in range(FIRST_SAMPLE, FIRST_SAMPLE + 10)]
        )
        self.sample: int | None = None
        self.photo: Image | None = None
        self.choices: Choices | None = None
        self._name = ""
        self._ground = b""
        self._strokes: tuple[PenStroke, ...] = ()
        self.preparation: Preparation | None = None
        self._canvas.drawn.connect(self._on_drawn)
        column.tools.next_wanted.connect(self.next_sample)

    def name(self) -> str:
        """What lies on the paper, for the status line."""
        if self.photo is not None:
            return self.photo.name or QCoreApplication.translate("Network", "Photo")
        if self.sample is not None:
            return QCoreApplication.translate("Network", "Sample of a {digit}").format(digit=self.sample)
        if self._name:
            return self._name
        return QCoreApplication.translate("Network", "Drawing")

    def source(self) -> str:
        """The same, for the header of the column."""
        if self.photo is not None:
            return QCoreApplication.translate("Network", "a photo, read as a digit")
        if self.sample is not None:
            return QCoreApplication.translate("Network", "a sample, handwritten")
        if self._name:
            return self._name
        return QCoreApplication.translate("Network", "drawing, live")

    def next_sample(self) -> None:
        """Put the next handwritten sample on the paper."""
        digit, hand = next(self._samples)
        strokes = [
            Stroke(hand.pen, places=[(float(x), float(y), 1.0) for x, y in line])
            for line in digits.pulls(digit, hand)
        ]
        self._canvas.set_strokes(strokes)
        self._begin(sample=digit)
        self.settle()
        self.placed.emit("sample")

    def show_digit(self, digit: NDArray[Any], name: str) -> None:
        """Read a digit that is prepared already, (28, 28) from 0 black to 1 white; it can be drawn over."""
        self._lay_digit(digit, name)
        self.placed.emit("digit")

    def _lay_digit(self, digit: NDArray[Any], name: str) -> None:
        from convviz.network.digits.prepare import Preparation, Step

        self._soon.stop()
        self._canvas.set_picture(digit)
        self._begin(name=name, ground=np.rint(255 * np.clip(digit, 0, 1)).astype(np.uint8).tobytes())
        steps = (Step("centred", digit),)
        self.preparation = Preparation(digit, not digit.any(), steps, False, 0.0, None, (0, 0), False)
        self._column.digit.set_digit(self.preparation.digit)
        self.changed.emit()

    def paper(self) -> Paper:
        """What lies on the paper, to be kept in an experiment."""
        if self.photo is not None:
            return Paper(photo=self.photo, choices=self.choices or Choices())
        ground = self._ground if self._canvas.has_picture() else b""
        self._strokes = pen_strokes(self._canvas.strokes(), self._strokes)
        return Paper(self._strokes, ground, self._name, self.sample)

    def lay(self, paper: Paper) -> None:
        """Put on the paper what was kept in an experiment."""
        if paper.photo is not None:
            self._lay_photo(paper.photo)
            self.choices = paper.choices
        elif paper.ground and paper.name and not paper.strokes:
            self._lay_digit(picture_of(paper.ground), paper.name)
            return
        else:
            strokes = told_strokes(paper.strokes)
            if paper.ground:
                self._canvas.set_picture(picture_of(paper.ground), strokes)
            else:
                self._canvas.set_strokes(strokes)
            self._begin(sample=paper.sample, ground=paper.ground)
        self.settle()

    def take_photo(self, image: Image) -> None:
        """Lay a photo or scan on the paper, and read it."""
        self._lay_photo(image)
        self.settle()
        self.placed.emit("photo")

    def _lay_photo(self, image: Image) -> None:
        from convviz.network.digits.paper import grey

        self._soon.stop()
        self._begin(photo=image)
        size = grey(image.values, image.low, image.high).shape
        self._canvas.set_photo(CanvasPhoto(_shown(image.values), image.low, image.high, (size[0], size[1])))

    def choose(self, **changes: Any) -> None:
        """Decide a step of the preparation of a photo instead of leaving it to the program."""
        if self.photo is not None:
            self.choices = replace(self.choices or Choices(), **changes)
            self.settle()
            self.placed.emit("choice")

    def _on_drawn(self) -> None:
        self._begin(ground=self._ground)
        self._soon.start()

    def _begin(
        self, *, sample: int | None = None, name: str = "", photo: Image | None = None, ground: bytes = b""
    ) -> None:
        """Something else lies on the paper: by default, a drawing."""
        self.sample, self._name, self.photo, self.choices = sample, name, photo, None
        self._ground = ground

    def settle(self) -> None:
        """Prepare what is on the paper now."""
        from convviz.network.digits.prepare import prepare, prepare_drawing  # imported late: it takes a while

        self._soon.stop()
        if self.photo is not None:
            photo = self.photo
            self.preparation = prepare(photo.values, photo.low, photo.high, self.choices)
            self._canvas.set_crop(self.preparation.crop)
        else:
            self.preparation = prepare_drawing(self._canvas.pixels().astype(np.float32) / 255)
        self._column.digit.set_digit(self.preparation.digit)
        self.changed.emit()

    def source_of(self, row: int, column: int) -> tuple[int, int, int, int] | None:
        """The pixels of the drawing or photo, (top, left, bottom, right), that became a pixel of the digit.

        None where there are none: in the empty frame around it, or where the way is not known.
        """
        told = self.preparation
        fitted = told.step("fitted") if told is not None else None
        if told is None or fitted is None or told.crop is None:
            return None
        top, left, bottom, right = told.crop
        rows, columns = fitted.picture.shape
        at = row - told.corner[0], column - told.corner[1]
        if not (0 <= at[0] < rows and 0 <= at[1] < columns):
            return None
        high, wide = (bottom - top) / rows, (right - left) / columns
        return (
            round(top + at[0] * high),
            round(left + at[1] * wide),
            round(top + (at[0] + 1) * high),
            round(left + (at[1] + 1) * wide),
        )


def _shown(values: NDArray[Any]) -> NDArray[Any]:
    """Few enough pixels of a photo for the paper."""
    step = max(1, max(values.shape[:2]) // MOST_PIXELS)
    return np.ascontiguousarray(values[::step, ::step])
