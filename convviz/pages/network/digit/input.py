"""What is read on the Network page: a drawing, a sample or a photo; its preparation, and its choices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import cycle
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QActionGroup, QCursor
from PySide6.QtWidgets import QMenu

from convviz.core.images.image import Image
from convviz.document.state.state import SIDE, Paper, PenStroke
from convviz.network.digits import samples as digits
from convviz.pages.network.edits.edits import NetworkEdits
from convviz.views.base.menus import add_action
from convviz.views.base.texts import say
from convviz.views.network.paper.drawing_canvas import CanvasPhoto
from convviz.views.network.paper.ink import Stroke
from convviz.views.network.paper.input_column import InputColumn

if TYPE_CHECKING:
    from convviz.network.digits.prepare import Preparation


FIRST_SAMPLE = 7
MOST_PIXELS = 900
"""A photo is shown with so many pixels along its longer side at most."""


class NetworkInput(QObject):
    """Shows a `Paper` and prepares what lies on it; what a hand does there becomes an edit.

    Several moves of the pen before the next turn of the event loop are one: the last one counts. A stroke
    is one step to undo, and is in the document while it is drawn.
    """

    def __init__(self, column: InputColumn, edits: NetworkEdits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas, self._edits = column.canvas, edits
        self._samples = cycle(
            [(digit % 10, hand) for hand in digits.HANDS for digit in range(FIRST_SAMPLE, FIRST_SAMPLE + 10)]
        )
        self.paper = Paper()
        self.preparation: Preparation | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.settle)
        self._canvas.drawn.connect(self._soon.start)
        self._canvas.finished.connect(self._on_finished)
        column.tools.next_wanted.connect(self.next_sample)

    def next_sample(self) -> None:
        """Put the next handwritten sample on the paper."""
        digit, hand = next(self._samples)
        strokes = [
            PenStroke(hand.pen, tuple((float(x), float(y), 1.0) for x, y in line))
            for line in digits.pulls(digit, hand)
        ]
        self._edits.edit("sample", paper=Paper(tuple(strokes), sample=digit))

    def show_digit(self, digit: NDArray[Any], name: str) -> None:
        """Read a digit that is prepared already, (28, 28) from 0 black to 1 white; it can be drawn over."""
        ground = np.rint(255 * np.clip(digit, 0, 1)).astype(np.uint8).tobytes()
        self._edits.edit("digit", paper=Paper(ground=ground, name=name))

    def take_photo(self, image: Image) -> None:
        """Lay a photo or scan on the paper, and read it."""
        self._edits.edit("photo", paper=Paper(photo=image))

    def choose(self, **changes: Any) -> None:
        """Decide a step of the preparation of a photo instead of leaving it to the program."""
        if self.paper.photo is not None:
            paper = replace(self.paper, choices=replace(self.paper.choices, **changes))
            self._edits.edit("choice", paper=paper)

    def settle(self) -> None:
        """Read what the pen has drawn since the last turn of the event loop."""
        if self._soon.isActive() or self._canvas.is_drawing():
            self._soon.stop()
            self._edits.edit("draw", "stroke", paper=self._drawn())

    def _on_finished(self, action: str) -> None:
        self._soon.stop()
        paper = self._drawn()
        if action == "undo":
            self._edits.take_back(action, paper=paper)
        else:
            self._edits.edit(action, "stroke" if action == "draw" else None, paper=paper)
            self._edits.seal()

    def _drawn(self) -> Paper:
        """The paper as the hand has left it, prepared; strokes that were there are shared with it."""
        ground = self.paper.ground if self._canvas.has_picture() else b""
        self.paper = Paper(pen_strokes(self._canvas.strokes(), self.paper.strokes), ground)
        self.preparation = self._prepared()
        return self.paper

    def lay(self, paper: Paper) -> None:
        """Put this on the paper, if it is not there already, and prepare it."""
        if paper is self.paper or paper == self.paper:
            return
        self._soon.stop()
        is_same_photo = paper.photo is not None and paper.photo is self.paper.photo
        self.paper = paper
        if not is_same_photo:
            self._put(paper)
        self.preparation = self._prepared()
        if paper.photo is not None:
            self._canvas.set_crop(self.preparation.crop)

    def _put(self, paper: Paper) -> None:
        strokes = [Stroke(one.width, one.erases, list(one.places)) for one in paper.strokes]
        if paper.photo is not None:
            self._canvas.set_photo(_canvas_photo(paper.photo))
        elif paper.ground:
            self._canvas.set_picture(picture_of(paper.ground), strokes)
        else:
            self._canvas.set_strokes(strokes)

    def _prepared(self) -> Preparation:
        from convviz.network.digits.prepare import (  # imported late: it takes a while
            Preparation,
            Step,
            prepare,
            prepare_drawing,
        )

        paper = self.paper
        if paper.photo is not None:
            return prepare(paper.photo.values, paper.photo.low, paper.photo.high, paper.choices)
        if paper.ground and paper.name and not paper.strokes:
            digit = picture_of(paper.ground)
            return Preparation(
                digit, not digit.any(), (Step("centred", digit),), False, 0.0, None, (0, 0), False
            )
        return prepare_drawing(self._canvas.pixels().astype(np.float32) / 255)


def paper_name(paper: Paper) -> str:
    """What lies on the paper, for the status line."""
    if paper.photo is not None:
        return paper.photo.name or say("Network", "Photo")
    if paper.sample is not None:
        return say("Network", "Sample of a {digit}", digit=paper.sample)
    return paper.name or say("Network", "Drawing")


def paper_source(paper: Paper) -> str:
    """The same, for the header of the column."""
    if paper.photo is not None:
        return say("Network", "a photo, read as a digit")
    if paper.sample is not None:
        return say("Network", "a sample, handwritten")
    return paper.name or say("Network", "drawing, live")


def pen_strokes(strokes: Iterable[Stroke], known: Sequence[PenStroke] = ()) -> tuple[PenStroke, ...]:
    """The canvas' strokes, frozen; those that are ``known`` already are shared, for undo keeps many sheets.

    >>> pen_strokes([Stroke(0.1, places=[(0.5, 0.5, 1.0)])])
    (PenStroke(width=0.1, places=((0.5, 0.5, 1.0),), erases=False),)
    """
    found = [PenStroke(one.width, tuple(one.places), one.erases) for one in strokes]
    shared = [old if old == new else new for old, new in zip(known, found, strict=False)]
    return (*shared, *found[len(shared) :])


def picture_of(ground: bytes) -> NDArray[np.float32]:
    """A kept digit as (28, 28) from 0 black to 1 white."""
    return np.frombuffer(ground, np.uint8).reshape(SIDE, SIDE).astype(np.float32) / np.float32(255)


def _canvas_photo(image: Image) -> CanvasPhoto:
    """A photo for the paper, of few enough pixels to be painted quickly; crops count in its full size."""
    from convviz.network.digits.paper import grey

    size = grey(image.values, image.low, image.high).shape
    step = max(1, max(image.values.shape[:2]) // MOST_PIXELS)
    return CanvasPhoto(
        np.ascontiguousarray(image.values[::step, ::step]), image.low, image.high, (size[0], size[1])
    )


THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)


class NetworkPhoto(QObject):
    """Asks about the steps of the photo on the paper of a column."""

    def __init__(self, column: InputColumn, source: NetworkInput, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._column, self._source = column, source
        column.steps.chosen.connect(self._on_step)
        column.canvas.crop_chosen.connect(self._on_crop)

    def _on_crop(self, crop: tuple[int, int, int, int]) -> None:
        self._source.choose(crop=crop)

    def _on_step(self, key: str) -> None:
        menu = self.menu(key)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(QCursor.pos())

    def menu(self, key: str) -> QMenu | None:
        """The choices of a step; None where there are none."""
        preparation, choices = self._source.preparation, self._source.paper.choices
        if self._source.paper.photo is None or preparation is None:
            return None
        menu = QMenu(self._column)
        menu.setObjectName(key)
        if key == "light":
            texts = (self.tr("Find out"), self.tr("Dark writing"), self.tr("Bright writing"))
            self._fill(menu, "invert", list(zip(texts, (None, False, True), strict=True)), choices.invert)
        elif key == "lines":
            lines = [(self.tr("Take the paper's lines off"), None), (self.tr("Keep the lines"), False)]
            self._fill(menu, "lines", lines, choices.lines)
        elif key == "ink":
            automatic = self.tr("Find out (now {percent} %)")
            darker = self.tr("Ink is {percent} % darker than paper")
            entries: list[tuple[str, Any]] = [
                (automatic.format(percent=round(100 * preparation.threshold)), None)
            ]
            entries += [(darker.format(percent=round(100 * one)), one) for one in THRESHOLDS]
            self._fill(menu, "threshold", entries, choices.threshold)
        elif key == "cropped":
            mark = add_action(menu, self.tr("Mark the digit with the mouse"), partial(self._mark, True))
            mark.setObjectName("mark")
            whole = add_action(menu, self.tr("The whole photo"), partial(self._choose, "crop", None))
            whole.setObjectName("whole")
        else:
            menu.deleteLater()
            return None
        return menu

    def _fill(self, menu: QMenu, field: str, entries: list[tuple[str, Any]], now: Any) -> None:
        group = QActionGroup(menu)
        for text, value in entries:
            action = add_action(menu, text, partial(self._choose, field, value))
            action.setCheckable(True)
            action.setChecked(value == now)
            group.addAction(action)

    def _mark(self, on: bool, _checked: bool = False) -> None:
        self._column.canvas.set_marking(on)

    def _choose(self, field: str, value: Any, _checked: bool = False) -> None:
        self._source.choose(**{field: value})
