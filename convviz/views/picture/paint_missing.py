"""What is not a number has no colour: its cells are crossed out, or chequered where they are small."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter

from convviz.views.base.colours import image
from convviz.views.base.theme import Tokens

CROSSED = 8.0
"""Cells from this size on are crossed out; the lines of the pattern are so far apart."""

SQUARE = 2
"""A square of the chequer, in pixels of the screen."""


def missing(values: NDArray[Any]) -> NDArray[np.bool_] | None:
    """Which cells of (rows, columns) or (rows, columns, 3) are not a number, in any channel; None for none.

    >>> missing(np.array([[1.0, np.nan]])).tolist(), missing(np.array([[1, 2]]))
    ([[False, True]], None)
    """
    if values.dtype.kind != "f" or not np.isnan(values.sum()):
        return None
    holes: NDArray[np.bool_] = np.isnan(values)
    if holes.ndim == 3:
        holes = np.any(holes, axis=2)
    return holes


def chequer(words: NDArray[np.uint32], holes: NDArray[np.bool_] | None, scheme: Tokens) -> NDArray[np.uint32]:
    """``words``, one for each pixel of the screen, with a chequer of two colours where the holes are.

    >>> from convviz.views.base.theme import LIGHT
    >>> holes = np.ones((1, 4), bool)
    >>> [f"{word:x}" for word in chequer(np.zeros((1, 4), np.uint32), holes, LIGHT)[0].tolist()]
    ['ffffffff', 'ffffffff', 'ff868d97', 'ff868d97']
    """
    if holes is None:
        return words
    rows, columns = np.indices(words.shape, np.intp) // SQUARE
    dark, light = (0xFF000000 | int(one[1:], 16) for one in (scheme.linestrong, scheme.card))
    pattern = np.where((rows + columns) % 2 == 1, np.uint32(dark), np.uint32(light))
    return np.where(holes, pattern, words)


def paint_missing(
    painter: QPainter, area: QRectF, holes: NDArray[np.bool_] | None, cell: float, scheme: Tokens
) -> None:
    """Mark the holes among the cells that fill ``area``; ``cell`` is the size of one."""
    size = area.size().toSize()
    if holes is None or size.isEmpty():
        return
    if cell >= CROSSED:
        brush = QBrush(scheme.color("linestrong"), Qt.BrushStyle.DiagCrossPattern)
    else:
        tile = np.zeros((2 * SQUARE, 2 * SQUARE), np.uint32)
        brush = QBrush(image(chequer(tile, tile == 0, scheme)))
    stamp = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    stamp.fill(Qt.GlobalColor.transparent)
    with QPainter(stamp) as inside:
        inside.fillRect(stamp.rect(), brush)
        inside.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        inside.drawImage(stamp.rect(), _as_mask(holes))
    painter.drawImage(area, stamp)


def _as_mask(holes: NDArray[np.bool_]) -> QImage:
    alpha = np.where(holes, np.uint32(0xFF000000), np.uint32(0))
    rows, columns = alpha.shape
    return QImage(alpha.data, columns, rows, 4 * columns, QImage.Format.Format_ARGB32_Premultiplied).copy()
