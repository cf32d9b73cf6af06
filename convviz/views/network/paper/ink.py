"""Ink on paper: strokes of a pen or an eraser, and the picture they leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

SIDE = 256
"""The drawing has so many pixels along each side, however large it is on the screen."""

WHOLE = -1

Place = tuple[float, float, float]
"""x and y from 0 to 1, and the share of the pen's width there (the pressure of a tablet)."""


@dataclass
class Stroke:
    """One pull of the pen: its places, its width as a share of the paper's side, and what it does."""

    width: float
    erases: bool = False
    places: list[Place] = field(default_factory=list)


class Ink:
    """The strokes on a paper, and their picture of `SIDE` x `SIDE` bytes: 0 paper, 255 ink.

    Adding to the last stroke only paints what is new; undoing paints all again.
    """

    def __init__(self) -> None:
        self._strokes: list[Stroke] = []
        self._ground: QImage | None = None
        # Qt paints on 32 bits at once; for 8 bits of grey it would wait for threads of its own.
        self._picture = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
        self._picture.fill(0)

    def strokes(self) -> list[Stroke]:
        """All strokes, the oldest first."""
        return list(self._strokes)

    def has_picture(self) -> bool:
        """Whether the sheet had ink on it before the first stroke."""
        return self._ground is not None

    def set_strokes(self, strokes: list[Stroke]) -> None:
        """Take a new sheet with these strokes."""
        self._ground = None
        self._repaint(strokes)

    def set_picture(self, amounts: NDArray[Any], strokes: Sequence[Stroke] = ()) -> None:
        """Take a sheet with ink on it already, (rows, columns) from 0 to 1, and ``strokes`` over that."""
        data = np.ascontiguousarray(np.rint(np.clip(amounts, 0, 1) * 255).astype(np.uint8))
        rows, columns = data.shape
        small = QImage(data.data, columns, rows, columns, QImage.Format.Format_Grayscale8)
        ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        self._ground = small.scaled(SIDE, SIDE, *ways).convertToFormat(QImage.Format.Format_RGB32)
        self._repaint(list(strokes))

    def _repaint(self, strokes: list[Stroke]) -> None:
        self._strokes = list(strokes)
        if self._ground is None:
            self._picture.fill(0)
        else:
            self._picture = self._ground.copy()
        with self._painter() as painter:
            for stroke in self._strokes:
                _draw(painter, stroke, WHOLE)

    def begin(self, stroke: Stroke) -> None:
        """Start a stroke at the places it already has."""
        self._strokes.append(stroke)
        self._draw_from(WHOLE)

    def extend(self, place: Place) -> None:
        """Pull the last stroke on to ``place``."""
        stroke = self._strokes[-1]
        stroke.places.append(place)
        self._draw_from(len(stroke.places) - 2)

    def undo(self) -> None:
        """Take the last stroke back, if there is one."""
        self._repaint(self._strokes[:-1])

    def pixels(self) -> NDArray[np.uint8]:
        """The amount of ink in every pixel, 0 to 255, as a copy of shape (SIDE, SIDE)."""
        words = np.frombuffer(self._picture.constBits(), np.uint32)
        return (words & 255).astype(np.uint8).reshape(SIDE, SIDE)

    def coloured(self, colour: QColor) -> QImage:
        """The picture in ``colour``, transparent where there is no ink."""
        amount = np.arange(256, dtype=np.uint32)
        red, green, blue = (
            (amount * part + 127) // 255 for part in (colour.red(), colour.green(), colour.blue())
        )
        words: NDArray[Any] = (amount << 24 | red << 16 | green << 8 | blue)[self.pixels()]
        return QImage(words.data, SIDE, SIDE, 4 * SIDE, QImage.Format.Format_ARGB32_Premultiplied).copy()

    def is_blank(self) -> bool:
        """Whether the paper is empty."""
        return not self.pixels().any()

    def _painter(self) -> QPainter:
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter

    def _draw_from(self, first: int) -> None:
        with self._painter() as painter:
            _draw(painter, self._strokes[-1], first)


def _draw(painter: QPainter, stroke: Stroke, first: int) -> None:
    """Paint a stroke's pieces from the place ``first`` on; `WHOLE` for all, with the dot it begins with.

    So a stroke painted again looks as it did when it was drawn piece by piece, to the last bit.
    """
    pen = QPen(QColor(0, 0, 0) if stroke.erases else QColor(255, 255, 255))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    places = stroke.places[max(first, 0) :]
    dot = [(places[0], places[0])] if first == WHOLE and places else []
    for start, end in [*dot, *pairwise(places)]:
        pen.setWidthF(max(1.0, stroke.width * SIDE * (start[2] + end[2]) / 2))
        painter.setPen(pen)
        painter.drawLine(
            QPointF(start[0] * SIDE, start[1] * SIDE), QPointF(end[0] * SIDE, end[1] * SIDE + 0.01)
        )
