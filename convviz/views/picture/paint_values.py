"""Painting the coloured values of a stage: blocks when zoomed in, samples when zoomed out."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF

from convviz.core.explain.links import AxisGrid, StageGrid
from convviz.core.sizes.padding import Indices
from convviz.views.base.colours import draw, image, words
from convviz.views.picture.scene import Scene, visible_cells
from convviz.views.picture.viewport import Viewport

SAMPLES = 3
"""Averages take this many values along each side of a screen pixel."""


def paint_values(scene: Scene) -> None:
    """Colour the visible values; one screen pixel is one value where cells are smaller than it."""
    ratio = scene.painter.device().devicePixelRatioF()
    if _is_sampled(scene.view, scene.content.grid, ratio):
        _paint_sampled(scene, ratio)
    else:
        _paint_blocks(scene)


def shown_cells(
    view: Viewport, grid: StageGrid, ratio: float, *, average: bool = False
) -> list[tuple[Indices, Indices]]:
    """The (rows, columns) of values that `paint_values` will look up on a screen of this pixel ratio."""
    if not _is_sampled(view, grid, ratio):
        rows, columns = visible_cells(view, grid)
        return [(np.arange(rows.start, rows.stop), np.arange(columns.start, columns.stop))]
    target = _target(view, grid)
    rows_of, columns_of = _sampled_cells(view, grid, target, ratio, SAMPLES if average else 1)
    return [(rows, columns) for rows in rows_of for columns in columns_of]


def _is_sampled(view: Viewport, grid: StageGrid, ratio: float) -> bool:
    return min(grid.rows.pitch, grid.columns.pitch) * view.scale * ratio < 1


def _paint_blocks(scene: Scene) -> None:
    rows, columns = scene.visible()
    if not rows or not columns:
        return

    def make() -> NDArray[np.uint32]:
        part = scene.content.values[rows.start : rows.stop, columns.start : columns.stop]
        return words(scene.content.to_colour(part), scene.content.scale, scene.scheme, cells=scene.is_grid)

    colours = scene.colours.words(scene, (rows, columns, scene.is_grid), make)
    draw(scene.painter, scene.rect(rows.start, columns.start, len(rows), len(columns)), colours)


def _target(view: Viewport, grid: StageGrid) -> QRect:
    """The screen pixels that the stage covers."""
    rows, columns = grid.rows, grid.columns
    corner = view.to_screen(rows.edge(0), columns.edge(0))
    end = view.to_screen(rows.edge(rows.count), columns.edge(columns.count))
    return QRectF(corner, end).intersected(QRectF(QPointF(0, 0), view.size)).toAlignedRect()


def _sampled_cells(
    view: Viewport, grid: StageGrid, target: QRect, ratio: float, per_axis: int
) -> tuple[list[Indices], list[Indices]]:
    return (
        _samples(grid.rows, view, target.top(), target.height(), ratio, per_axis, False),
        _samples(grid.columns, view, target.left(), target.width(), ratio, per_axis, True),
    )


def _paint_sampled(scene: Scene, ratio: float) -> None:
    """One colour for each screen pixel."""
    target = _target(scene.view, scene.content.grid)
    if target.isEmpty():
        return
    view = scene.view
    key = (target.getRect(), view.scale, view.origin().toTuple(), ratio)
    picture = image(scene.colours.words(scene, key, partial(_sampled_colours, scene, target, ratio)))
    picture.setDevicePixelRatio(ratio)
    scene.painter.drawImage(QPointF(target.topLeft()), picture)


def _sampled_colours(scene: Scene, target: QRect, ratio: float) -> NDArray[np.uint32]:
    """Pick the value under each screen pixel, or the mean of a few spread over it."""
    per_axis = SAMPLES if scene.average else 1
    rows, columns = _sampled_cells(scene.view, scene.content.grid, target, ratio, per_axis)
    total: NDArray[Any] | None = None
    for r in rows:
        for c in columns:
            part = scene.content.to_colour(_gathered(scene.content.values, r, c))
            if per_axis == 1:
                total = part
            elif total is None:
                total = part.astype(np.uint16 if part.dtype == np.uint8 else np.float32)
            else:
                total += part
    assert total is not None
    if per_axis > 1:
        total = total / np.float32(per_axis * per_axis)
    return words(total, scene.content.scale, scene.scheme)


def _gathered(values: NDArray[Any], rows: Indices, columns: Indices) -> NDArray[Any]:
    """``values[rows][:, columns]``; the three numbers of a colour pixel are moved as one."""
    if values.ndim == 2 or not isinstance(values, np.ndarray) or not values.flags.c_contiguous:
        return values[np.ix_(rows, columns)]
    pixel = np.dtype((np.void, values.shape[2] * values.itemsize))
    picked = values.view(pixel).reshape(-1).take(rows[:, None] * values.shape[1] + columns)
    return picked.view(values.dtype).reshape(*picked.shape, values.shape[2])


def _samples(
    axis: AxisGrid, view: Viewport, start: int, length: int, ratio: float, count: int, across: bool
) -> list[Indices]:
    """For each of ``count`` places in a screen pixel: the cell under it, for every pixel."""
    origin = view.origin().x() if across else view.origin().y()
    pixels = np.arange(round(length * ratio))
    result = []
    for place in range(count):
        screen = start + (pixels + (place + 0.5) / count) / ratio
        cells = ((screen - origin) / view.scale - axis.origin) / axis.pitch
        result.append(np.clip(np.floor(cells), 0, axis.count - 1).astype(np.intp))
    return result
