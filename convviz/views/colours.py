"""From values to colours: the scale a map is drawn with, and the drawing of it into a QImage.

Only what a screen shows is ever coloured; callers pass the visible part of a map.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter

from convviz.views.theme import Tokens

MOST_RECTANGLES = 10_000
"""Vector pictures hold at most so many cells as rectangles; more become a bitmap."""

ScaleKind = Literal["grey", "signed", "amount"]


@dataclass(frozen=True)
class ColourScale:
    """Which colour a value gets: ``low`` and ``high`` take the two ends, what lies beyond too."""

    kind: ScaleKind = "grey"
    low: float = 0.0
    high: float = 255.0

    @classmethod
    def signed(cls, magnitude: float) -> ColourScale:
        return cls("signed", -magnitude, magnitude)


@lru_cache(maxsize=16)
def table(scheme: Tokens, kind: ScaleKind, cells: bool = False) -> NDArray[np.uint32]:
    """The colours of a scale as 0xffRRGGBB words: 513 entries, so that zero has one of its own."""
    if kind == "grey":
        grey = np.round(np.linspace(0, 255, 513)).astype(np.uint32)
        return _frozen(0xFF000000 | grey << 16 | grey << 8 | grey)
    stops = scheme.amount if kind == "amount" else scheme.signed_cells if cells else scheme.signed
    ends = [QColor(s) for s in stops]
    colours = np.array([[c.red(), c.green(), c.blue()] for c in ends], dtype=np.float64)
    places, known = np.linspace(0, 1, 513), np.linspace(0, 1, len(stops))
    red, green, blue = (
        np.floor(np.interp(places, known, colours[:, i]) + 1e-9).astype(np.uint32) for i in range(3)
    )
    return _frozen(0xFF000000 | red << 16 | green << 8 | blue)


def _frozen(colour_words: NDArray[Any]) -> NDArray[np.uint32]:
    result: NDArray[np.uint32] = colour_words.astype(np.uint32)
    result.setflags(write=False)
    return result


def words(
    values: NDArray[Any], scale: ColourScale, scheme: Tokens, *, cells: bool = False
) -> NDArray[np.uint32]:
    """Colour values of shape (H, W), or (H, W, 3) as a colour picture, into 0xffRRGGBB words.

    Not-a-number shows as the theme's plain card colour: it is no value.
    """
    if values.dtype == np.uint8:  # 256 values: each is coloured once, and then looked up
        every = np.arange(256, dtype=np.float32)
        if values.ndim == 3:
            return _packed(_places(every, scale, 255).astype(np.uint8).take(values))
        return words(every[None], scale, scheme, cells=cells)[0].take(values)
    if values.ndim == 3:
        levels = _places(values, scale, 255)
        missing = _missing(levels)
        result = _packed(levels.astype(np.uint8))
        missing = np.any(missing, axis=2, keepdims=False) if missing is not None else None
    else:
        place = _places(values, scale, 512)
        missing = _missing(place)
        result = table(scheme, scale.kind, cells).take(place.astype(np.intp))
    if missing is not None:
        result[missing] = scheme.color("card").rgb()
    return result


def _places(values: NDArray[Any], scale: ColourScale, last: int) -> NDArray[Any]:
    """Where values stand between the scale's ends, as whole numbers 0 to ``last``; NaN stays NaN."""
    spread = (scale.high - scale.low) or 1.0
    kind = np.float64 if values.dtype == np.float64 else np.float32
    with np.errstate(over="ignore", invalid="ignore"):
        place = np.subtract(values, scale.low, dtype=kind)
        place *= kind(last / spread)
        np.clip(place, 0, last, out=place)
    return np.rint(place, out=place)


def _missing(places: NDArray[Any]) -> NDArray[np.bool_] | None:
    """Which places are not a number (they become place 0); None, found quickly, when none is."""
    if not np.isnan(places.sum()):
        return None
    missing = np.isnan(places)
    places[missing] = 0
    return missing


def _packed(levels: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """Red, green and blue bytes (H, W, 3) as words."""
    parts = np.full((*levels.shape[:2], 4), 255, dtype=np.uint8)
    order = (2, 1, 0) if sys.byteorder == "little" else (1, 2, 3)
    for channel, place in enumerate(order):
        parts[..., place] = levels[..., channel]
    return parts.view(np.uint32)[..., 0]


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

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    luminance = (
        0.2126 * linear(background.redF())
        + 0.7152 * linear(background.greenF())
        + 0.0722 * linear(background.blueF())
    )
    return QColor("#000000") if luminance > 0.179 else QColor("#FFFFFF")
