"""Coloured values on the screen: `core.colours` with the stops of a theme, and the drawing of them.

Only what a screen shows is ever coloured; callers pass the visible part of a map.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter

from convviz.core.colours import scales as colours
from convviz.core.colours.scales import GREY_STOPS, ScaleKind, Stops
from convviz.core.colours.scales import ColourScale as ColourScale
from convviz.views.base.theme import Tokens

MOST_RECTANGLES = 10_000
"""Vector pictures hold at most so many cells as rectangles; more become a bitmap."""


def stops(scheme: Tokens, kind: ScaleKind, cells: bool = False) -> Stops:
    """The colours of a scale in ``scheme``; ``cells`` chooses the paler ones that figures stand on."""
    if kind == "grey":
        return GREY_STOPS
    return scheme.amount if kind == "amount" else scheme.signed_cells if cells else scheme.signed


def table(scheme: Tokens, kind: ScaleKind, cells: bool = False) -> NDArray[np.uint32]:
    """The colours from one end of a scale to the other as 0xffRRGGBB words (see `core.colours.table`)."""
    return colours.table(stops(scheme, kind, cells))


def words(
    values: NDArray[Any], scale: ColourScale, scheme: Tokens, *, cells: bool = False
) -> NDArray[np.uint32]:
    """Colour values of shape (H, W), or (H, W, 3) as a colour picture, into 0xffRRGGBB words.

    Not-a-number shows as the theme's plain card colour: it is no value.
    """
    return colours.coloured(values, scale.low, scale.high, stops(scheme, scale.kind, cells), scheme.card)


def image(colour_words: NDArray[np.uint32]) -> QImage:
    """A QImage of its own from 0xffRRGGBB words of shape (H, W)."""
    data = np.ascontiguousarray(colour_words)
    height, width = data.shape
    return QImage(data.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def draw(painter: QPainter, area: QRectF, colour_words: NDArray[np.uint32]) -> None:
    """Paint words of shape (H, W) as cells that fill ``area``.

    Vector pictures get a rectangle a cell: their viewers would blur an enlarged bitmap.
    """
    raster = painter.paintEngine().type() == QPaintEngine.Type.Raster
    if raster or colour_words.size > MOST_RECTANGLES:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(area, image(colour_words))
        return
    rows, columns = colour_words.shape
    wide, high = area.width() / columns, area.height() / rows
    for row, line in enumerate(colour_words.tolist()):
        for column, word in enumerate(line):
            cell = QRectF(area.left() + column * wide, area.top() + row * high, wide, high)
            painter.fillRect(cell, QColor.fromRgb(word))


def colour_of(value: float, scale: ColourScale, scheme: Tokens, *, cells: bool = True) -> QColor:
    """The colour of a single value."""
    return QColor.fromRgb(int(words(np.array([[value]]), scale, scheme, cells=cells)[0, 0]))


def colours_of(
    values: NDArray[Any], scale: ColourScale, scheme: Tokens, *, cells: bool = False
) -> list[QColor]:
    """The colour of each of some values, (n,)."""
    return [QColor.fromRgb(word) for word in words(values[None], scale, scheme, cells=cells)[0].tolist()]


def ink_on(background: QColor) -> QColor:
    """Black or white, whichever reads better on ``background`` (WCAG relative luminance)."""
    return QColor(_ink(background.rgb()))


def inks(colour_words: NDArray[np.uint32]) -> list[QColor]:
    """The ink on each of some colours, (n,) as 0xffRRGGBB words."""
    return [QColor(_ink(word)) for word in colour_words.tolist()]


@lru_cache(maxsize=1024)
def _ink(word: int) -> str:
    channels = [(word >> bits & 255) / 255 for bits in (16, 8, 0)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#000000" if luminance > 0.179 else "#FFFFFF"
