"""What is read on the Network page: a drawing, a sample or a photo, and its preparation."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from convviz.network import digits
from convviz.views.network.drawing_canvas import DrawingCanvas
from convviz.views.network.ink import Stroke
from convviz.views.network.input_column import InputColumn
from convviz.views.network.steps_view import StepShow

if TYPE_CHECKING:
    from convviz.network.prepare import Preparation

FIRST_SAMPLE = 7
DRAWN_STEPS = ("cropped", "fitted", "centred")


class NetworkInput(QObject):
    """Prepares what lies on the paper; ``changed`` follows when there is a new digit to read.

    Several changes before the next turn of the event loop are prepared once: the last one counts.
    """

    changed = Signal()

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
        self._name = ""
        self.preparation: Preparation | None = None
        self._canvas.drawn.connect(self._on_drawn)
        column.tools.next_wanted.connect(self.next_sample)

    def name(self) -> str:
        """What lies on the paper, for the status line."""
        if self.sample is not None:
            return QCoreApplication.translate("Network", "Sample of a {digit}").format(digit=self.sample)
        if self._name:
            return self._name
        return QCoreApplication.translate("Network", "Drawing")

    def source(self) -> str:
        """The same, for the header of the column."""
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
        self.sample, self._name = digit, ""
        self.settle()

    def show_digit(self, digit: NDArray[Any], name: str) -> None:
        """Read a digit that is prepared already, (28, 28) from 0 black to 1 white; it can be drawn over."""
        from convviz.network.prepare import Preparation, Step

        self._soon.stop()
        self._canvas.set_picture(digit)
        self.sample, self._name = None, name
        steps = (Step("centred", digit),)
        self.preparation = Preparation(digit, not digit.any(), steps, False, 0.0, None, (0, 0), False)
        self.show_steps()
        self.changed.emit()

    def _on_drawn(self) -> None:
        self.sample, self._name = None, ""
        self._soon.start()

    def settle(self) -> None:
        """Prepare what is on the paper now."""
        from convviz.network.prepare import prepare_drawing  # imported late: the window opens without it

        self._soon.stop()
        self.preparation = prepare_drawing(self._canvas.pixels().astype(np.float32) / 255)
        self.show_steps()
        self.changed.emit()

    def show_steps(self) -> None:
        """Show the prepared digit and the steps that led to it."""
        told = self.preparation
        if told is None:
            return
        self._column.digit.set_digit(told.digit)
        shows = []
        for step in told.steps:
            if step.key in DRAWN_STEPS:
                shows.append(StepShow(step.key, step_name(step.key), step.picture, step_tip(step.key)))
        self._column.steps.set_steps(shows)


def step_name(key: str) -> str:
    """A step of the preparation in a word."""
    return {
        "grey": QCoreApplication.translate("Network", "grey"),
        "light": QCoreApplication.translate("Network", "evened out"),
        "lines": QCoreApplication.translate("Network", "lines off"),
        "ink": QCoreApplication.translate("Network", "ink"),
        "cropped": QCoreApplication.translate("Network", "cropped"),
        "fitted": QCoreApplication.translate("Network", "fitted"),
        "centred": QCoreApplication.translate("Network", "centred"),
    }.get(key, key)


def step_tip(key: str) -> str:
    """What a step does, in a sentence."""
    return {
        "grey": QCoreApplication.translate("Network", "Colours become grey."),
        "light": QCoreApplication.translate(
            "Network", "Shadows are evened out; ink becomes bright on black."
        ),
        "lines": QCoreApplication.translate("Network", "The lines of squared or ruled paper are taken off."),
        "ink": QCoreApplication.translate("Network", "Ink and paper are told apart."),
        "cropped": QCoreApplication.translate("Network", "Everything around the digit is cut off."),
        "fitted": QCoreApplication.translate("Network", "Scaled into 20 × 20 pixels, keeping its shape."),
        "centred": QCoreApplication.translate(
            "Network", "Moved so that its centre of mass lies in the middle of 28 × 28 pixels."
        ),
    }.get(key, "")
