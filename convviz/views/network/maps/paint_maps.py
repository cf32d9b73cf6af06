"""What lies over a layer's maps: dots on dead ones, the chosen value, the window it reads, the focus."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from convviz.views.base.colours import ColourScale, image, words
from convviz.views.base.numbers import figure
from convviz.views.base.painted import cell_rect
from convviz.views.base.theme import Tokens
from convviz.views.network.maps.tiling import Place, Tiling

Window = tuple[int, int, int, int]
"""(top, left, bottom, right), the last ones included."""

THIN_ALPHA = 0.45
DOT = 2.5


def as_maps(values: NDArray[Any]) -> NDArray[Any]:
    """A layer's values as (rows, columns, maps); the cells of a dense layer become maps of 1 x 1.

    >>> as_maps(np.zeros(10)).shape, as_maps(np.zeros((49, 8))).shape
    ((1, 1, 10), (1, 49, 8))
    """
    return values.reshape((1, 1, 1)[: 3 - values.ndim] + values.shape)


def reaches(maps: NDArray[Any]) -> NDArray[np.float64]:
    """The largest |value| of every map; 0 is a dead map.

    >>> reaches(np.array([[[0.0, -2.0]]])).tolist()
    [0.0, 2.0]
    """
    return np.maximum(maps.max(axis=(0, 1)), abs(maps.min(axis=(0, 1)))).astype(np.float64)


def mosaic(maps: NDArray[Any], tiling: Tiling, reach: NDArray[np.float64] | float, scheme: Tokens) -> QImage:
    """Paint maps of shape (rows, columns, maps) in the Signed colours as ``tiling`` lays them out.

    ``reach`` is the value that takes the strongest colour: one for all maps, or one a map.
    """
    scale = np.asarray(reach, maps.dtype)
    scaled = maps / np.where(scale > 0, scale, maps.dtype.type(1))
    coloured = words(scaled.reshape(len(maps), -1), ColourScale.signed(1.0), scheme)
    others = (scheme.color("card").rgb(), scheme.color("line").rgb())
    colours = np.concatenate([coloured.reshape(-1), np.array(others, np.uint32)])
    return image(colours.take(_places(tiling)))


@lru_cache(maxsize=32)
def _places(tiling: Tiling) -> NDArray[np.intp]:
    """For each pixel of the picture the position of its value in (rows, columns, maps).

    Behind the last value come the ground (between maps, and where a map is missing) and the lines.
    """
    down, across, border = tiling.down, tiling.across, tiling.border
    (high, wide), (rows, columns, count) = tiling.pitch, (tiling.rows, tiling.columns, tiling.count)
    ground = rows * columns * count
    line = ground + 1
    stack = np.full((down * across, rows, columns), ground)
    stack[:count] = np.arange(ground).reshape(rows, columns, count).transpose(2, 0, 1)
    large = stack.repeat(tiling.factor, axis=1).repeat(tiling.factor, axis=2)
    rows, columns = large.shape[1:]
    framed = np.full((down, high, across, wide), line if border else ground)
    if tiling.between > 0:
        framed[:, high - tiling.between :] = framed[..., wide - tiling.between :] = ground
    inner = large.reshape(down, across, rows, columns).transpose(0, 2, 1, 3)
    framed[:, border : border + rows, :, border : border + columns] = inner
    width, height = tiling.size
    canvas = np.full((max(height, down * high), max(width, across * wide)), line)
    canvas[: down * high, : across * wide] = framed.reshape(down * high, across * wide)
    left, top = _end(tiling)
    canvas[top:height, left:width] = ground
    return np.ascontiguousarray(canvas[:height, :width])


def _end(tiling: Tiling) -> tuple[int, int]:
    """x and y from which on the last row of maps is empty."""
    missing = tiling.down * tiling.across - tiling.count
    shared = 1 if tiling.between < 0 else 0
    left = (tiling.across - missing) * tiling.pitch[1] + shared
    return left if missing else tiling.size[0], (tiling.down - 1) * tiling.pitch[0] + shared


@dataclass(frozen=True)
class Highlights:
    """The chosen value (green), and the window that it reads (magenta) in ``maps``.

    ``strong`` maps contribute most. ``off`` are maps whose filter is switched off.
    """

    chosen: Place | None = None
    window: Window | None = None
    maps: frozenset[int] = frozenset()
    strong: frozenset[int] = frozenset()
    off: frozenset[int] = frozenset()


def value_text(value: float) -> str:
    """A value as the page writes it: four decimals.

    >>> value_text(5.443)
    '5.4430'
    """
    return figure(value, 4)


def map_rect(tiling: Tiling, channel: int) -> QRectF:
    """Where a map's values lie."""
    left, top = tiling.corner(channel)
    return QRectF(left, top, tiling.columns * tiling.factor, tiling.rows * tiling.factor)


def cells_rect(tiling: Tiling, channel: int, window: Window) -> QRectF:
    """Where a block of a map's values lies, cut at the map's edges."""
    return window_rect(map_rect(tiling, channel), (tiling.rows, tiling.columns), window)


def window_rect(area: QRectF, shape: tuple[int, ...], window: Window) -> QRectF:
    """Where a window of cells lies when ``area`` has cells of ``shape`` (rows, columns), cut at its edges."""
    top, left, bottom, right = window
    first, last = cell_rect(area, shape, (top, left)), cell_rect(area, shape, (bottom, right))
    return first.united(last).intersected(area)


def fitted(shape: tuple[int, ...], width: int, height: int) -> QRectF:
    """The room of a picture of ``shape`` (rows, columns, ...) at the top left of a widget.

    A whole number of pixels a value, and fractions only for pictures larger than the widget.

    >>> fitted((28, 28), 60, 100).width(), fitted((200, 100), 100, 100).height()
    (56.0, 100.0)
    """
    share = min(width / shape[1], height / shape[0])
    factor = float(int(share)) if share >= 1 else max(0.05, share)
    return QRectF(0, 0, shape[1] * factor, shape[0] * factor)


def paint_dead(painter: QPainter, tiling: Tiling, channels: list[int], scheme: Tokens) -> None:
    """A dot in the middle of every map that is zero everywhere."""
    if not channels:
        return
    (high, wide), border, across = tiling.pitch, tiling.border, tiling.across
    left, top = border + tiling.columns * tiling.factor / 2, border + tiling.rows * tiling.factor / 2
    places = [divmod(channel, across) for channel in channels]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(scheme.color("text3"), DOT)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPoints([QPointF(left + column * wide, top + row * high) for row, column in places])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_highlights(painter: QPainter, tiling: Tiling, highlights: Highlights, scheme: Tokens) -> None:
    """The window in all maps that are read (thin), strong where it matters; the chosen value."""
    if highlights.window is not None:
        first = cells_rect(tiling, 0, highlights.window)  # in all others it lies at the same place
        (high, wide), across = tiling.pitch, tiling.across
        places = [divmod(channel, across) for channel in sorted(highlights.maps - highlights.strong)]
        inner = first.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(scheme.color("win", THIN_ALPHA), 1))
        painter.drawRects([inner.translated(column * wide, row * high) for row, column in places])
        places = [divmod(channel, across) for channel in sorted(highlights.strong)]
        strong = [first.translated(column * wide, row * high) for row, column in places]
        paint_frames(painter, strong, scheme, "win", 2.0)
    for channel in highlights.off:
        _strike(painter, map_rect(tiling, channel), scheme)
    if highlights.chosen is not None:
        _paint_chosen(painter, tiling, highlights.chosen, scheme)


def _paint_chosen(painter: QPainter, tiling: Tiling, place: Place, scheme: Tokens) -> None:
    channel, row, column = place
    whole = map_rect(tiling, channel)
    cell = cells_rect(tiling, channel, (row, column, row, column))
    if tiling.border:
        paint_frame(painter, whole.adjusted(-1, -1, 1, 1), scheme, "out", 2.0)
    if min(cell.width(), cell.height()) >= 6:
        paint_frame(painter, cell.adjusted(1, 1, -1, -1), scheme, "out", 2.0)
    else:
        centre = cell.center()
        paint_frame(painter, QRectF(centre.x() - 3, centre.y() - 3, 6, 6), scheme, "out", 2.0)


def paint_focus(painter: QPainter, tiling: Tiling, place: Place, inside: bool, scheme: Tokens) -> None:
    """The keyboard's ring around a map, or around a value within it."""
    channel, row, column = place
    if channel >= tiling.count:
        return
    area = map_rect(tiling, channel)
    if inside:
        area = cells_rect(tiling, channel, (row, column, row, column))
    paint_frame(painter, area.adjusted(-1, -1, 1, 1), scheme, "accent", 2.0)


def paint_frame(painter: QPainter, area: QRectF, scheme: Tokens, name: str, width: float) -> None:
    """A frame in the colour called ``name``, with a halo so that it shows on any ground."""
    paint_frames(painter, [area], scheme, name, width)


def paint_frames(painter: QPainter, areas: list[QRectF], scheme: Tokens, name: str, width: float) -> None:
    """Several such frames, with all halos below them."""
    if not areas:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, wide in ((scheme.color("halo", 0.85), width + 2.5), (scheme.color(name), width)):
        pen = QPen(colour, wide)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawRects(areas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _strike(painter: QPainter, area: QRectF, scheme: Tokens) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(scheme.color("error"), 1.5))
    painter.drawLine(QPointF(area.left() + 1, area.bottom() - 1), QPointF(area.right() - 1, area.top() + 1))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
