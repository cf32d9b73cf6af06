"""Painting the coloured values of a stage: blocks when zoomed in, samples when zoomed out."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from convviz.core.links import AxisGrid
from convviz.views.colours import draw, image, words
from convviz.views.picture.scene import Scene
from convviz.views.picture.viewport import Viewport

SAMPLES = 3
"""Averages take this many values along each side of a screen pixel."""


def paint_values(scene: Scene) -> None:
    """Colour the visible values; one screen pixel is one value where cells are smaller than it."""
    ratio = scene.painter.device().devicePixelRatioF()
    if scene.cell * ratio >= 1:
        _paint_blocks(scene)
    else:
        _paint_sampled(scene, ratio)


def _paint_blocks(scene: Scene) -> None:
    rows, columns = scene.visible()
    if not rows or not columns:
        return
    part = scene.content.values[rows.start : rows.stop, columns.start : columns.stop]
    colours = words(part, scene.content.scale, scene.scheme, cells=scene.is_grid)
    draw(scene.painter, scene.rect(rows.start, columns.start, len(rows), len(columns)), colours)


def _paint_sampled(scene: Scene, ratio: float) -> None:
    """Pick the value under each screen pixel, or the mean of a few spread over it."""
    bounds = scene.rect(0, 0, scene.content.grid.rows.count, scene.content.grid.columns.count)
    target = bounds.intersected(QRectF(QPointF(0, 0), scene.view.size)).toAlignedRect()
    if target.isEmpty():
        return
    per_axis = SAMPLES if scene.average else 1
    rows = _samples(
        scene.content.grid.rows, scene.view, target.top(), target.height(), ratio, per_axis, False
    )
    columns = _samples(
        scene.content.grid.columns, scene.view, target.left(), target.width(), ratio, per_axis, True
    )
    total: NDArray[Any] | None = None
    for r in rows:
        for c in columns:
            part = _gathered(scene.content.values, r, c)
            if per_axis == 1:
                total = part
            elif total is None:
                total = part.astype(np.uint16 if part.dtype == np.uint8 else np.float32)
            else:
                total += part
    assert total is not None
    if per_axis > 1:
        total = total / np.float32(per_axis * per_axis)
    picture = image(words(total, scene.content.scale, scene.scheme))
    picture.setDevicePixelRatio(ratio)
    scene.painter.drawImage(QPointF(target.topLeft()), picture)


def _gathered(values: NDArray[Any], rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[Any]:
    """``values[rows][:, columns]``; the three numbers of a colour pixel are moved as one."""
    if values.ndim == 2 or not values.flags.c_contiguous:
        return values[np.ix_(rows, columns)]
    pixel = np.dtype((np.void, values.shape[2] * values.itemsize))
    picked = values.view(pixel).reshape(-1).take(rows[:, None] * values.shape[1] + columns)
    return picked.view(values.dtype).reshape(*picked.shape, values.shape[2])


def _samples(
    axis: AxisGrid, view: Viewport, start: int, length: int, ratio: float, count: int, across: bool
) -> list[NDArray[np.intp]]:
    """For each of ``count`` places in a screen pixel: the cell under it, for every pixel."""
    origin = view.origin().x() if across else view.origin().y()
    pixels = np.arange(round(length * ratio))
    result = []
    for place in range(count):
        screen = start + (pixels + (place + 0.5) / count) / ratio
        cells = ((screen - origin) / view.scale - axis.origin) / axis.pitch
        result.append(np.clip(np.floor(cells), 0, axis.count - 1).astype(np.intp))
    return result
