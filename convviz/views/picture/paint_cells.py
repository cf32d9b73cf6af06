"""Painting the cells of a stage: their values, padding, separators, and what the next stage drops."""

from __future__ import annotations

import math
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEngine, QPainter, QPen

from convviz.core.explain.links import AxisGrid, StageGrid
from convviz.core.sizes.padding import Indices
from convviz.views.base import theme
from convviz.views.base.colours import draw, image, words
from convviz.views.base.scale import px
from convviz.views.picture.paint_missing import chequer, missing, paint_missing
from convviz.views.picture.scene import Scene, visible_cells
from convviz.views.picture.viewport import Viewport

SAMPLES = 3
"""Averages take this many values along each side of a screen pixel."""
HATCH_STEP, HATCH_WIDTH = 6.0 * math.sqrt(2), 1.2
"""The step is measured along a row: lines at 45 degrees are then 6 pixels apart."""


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
    area = scene.rect(rows.start, columns.start, len(rows), len(columns))
    draw(scene.painter, area, colours)
    if not scene.is_grid:  # there it is written
        part = scene.content.values[rows.start : rows.stop, columns.start : columns.stop]
        paint_missing(scene.painter, area, missing(part), scene.cell, scene.scheme)


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
    return chequer(words(total, scene.content.scale, scene.scheme), missing(total), scene.scheme)


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


def paint_padding(scene: Scene) -> None:
    """Hatch the padding cells; their values stand in them when there is room."""
    (top, bottom), (left, right) = scene.content.padding.amounts
    if not (top or bottom or left or right):
        return
    rows, columns = scene.content.grid.rows.count, scene.content.grid.columns.count
    blocks = (
        scene.rect(-top, -left, top, columns + left + right),
        scene.rect(rows, -left, bottom, columns + left + right),
        scene.rect(0, -left, rows, left),
        scene.rect(0, columns, rows, right),
    )
    screen = QRectF(QPointF(0, 0), scene.view.size)
    for block in blocks:
        area = block.intersected(screen)
        if area.width() >= 1 and area.height() >= 1:
            scene.painter.fillRect(area, scene.scheme.color("sunken"))
            hatch(scene.painter, area, scene.scheme)


def hatch(painter: QPainter, area: QRectF, scheme: theme.Tokens) -> None:
    """45-degree lines over ``area``, continuous from one area to the next."""
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(scheme.color("hatch"), HATCH_WIDTH))
    first = math.floor((area.left() + area.top()) / HATCH_STEP) * HATCH_STEP
    last = area.right() + area.bottom()
    clips = painter.paintEngine().type() != QPaintEngine.Type.SVG
    lines = []
    total = first
    while total <= last:
        low, high = total - area.bottom(), total - area.top()  # where the line meets both edges
        if not clips:
            low, high = max(low, area.left()), min(high, area.right())
        if low < high:
            lines.append(QLineF(high, total - high, low, total - low))
        total += HATCH_STEP
    painter.drawLines(lines)
    painter.restore()


def figure_on_hatching(painter: QPainter, cell: QRectF, text: str, scheme: theme.Tokens) -> None:
    """A padding value stands on a clear spot, so that the hatching does not cross it."""
    metrics = QFontMetricsF(painter.font())
    clear = QRectF(0, 0, metrics.horizontalAdvance(text) + 4, metrics.capHeight() + 6)
    clear.moveCenter(cell.center())
    painter.fillRect(clear.intersected(cell), scheme.color("sunken"))
    painter.setPen(scheme.color("text2"))
    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)


def paint_separators(scene: Scene) -> None:
    """One pixel of the card's colour between the cells of a number grid."""
    if not scene.is_grid:
        return
    rows, columns = scene.visible(padded=True)
    if not rows or not columns:
        return
    area = scene.rect(rows.start, columns.start, len(rows), len(columns))
    painter = scene.painter
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(scene.scheme.color("card"), 1))
    lines = []
    for row in range(rows.start, rows.stop + 1):
        y = scene.rect(row, 0).top()
        lines.append(QLineF(area.left(), y, area.right(), y))
    for column in range(columns.start, columns.stop + 1):
        x = scene.rect(0, column).left()
        lines.append(QLineF(x, area.top(), x, area.bottom()))
    painter.drawLines(lines)


def _dropped(scene: Scene) -> list[QRectF]:
    """The visible cells that the next stage never reads."""
    kept = scene.content.kept
    if kept is None or not scene.is_grid:
        return []
    rows, columns = scene.visible()
    return [scene.rect(r, c) for r in rows for c in columns if r >= kept[0] or c >= kept[1]]


def pale_dropped(scene: Scene) -> None:
    """Pale the cells that the next stage never reads to 38 %."""
    veil = scene.scheme.color("panel", 0.62)
    for cell in _dropped(scene):
        scene.painter.fillRect(cell.adjusted(1, 1, 0, 0), veil)


def strike_dropped(scene: Scene) -> None:
    """Strike those cells out, over their figures."""
    scene.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene.painter.setPen(QPen(scene.scheme.color("drop"), 1.25))
    for cell in _dropped(scene):
        inner = cell.adjusted(5, 5, -4, -4)
        scene.painter.drawLine(inner.bottomLeft(), inner.topRight())


def paint_remainder(scene: Scene) -> None:
    """The dashed outline of what the stage was made from, with a note on what is lost of it."""
    content = scene.content
    if content.made_from is None or not scene.is_grid:
        return
    whole, own = content.made_from, content.bounds()
    if own.contains(whole) or not whole.contains(own):
        return  # nothing is lost; or an even kernel's map lies across its edge, which would strike cells out
    view, painter = scene.view, scene.painter
    area = QRectF(view.to_screen(whole.top(), whole.left()), view.to_screen(whole.bottom(), whole.right()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    pen = QPen(scene.scheme.color("drop"), 1)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)
    bottom = view.to_screen(own.bottom(), own.left()).y()
    painter.setFont(theme.font("ruler", painter.font()))
    strip = QRectF(area.left(), bottom, area.width(), area.bottom() - bottom)
    if strip.height() < px(13):
        strip = QRectF(0, area.bottom() + 2, view.size.width(), px(18))
    if painter.fontMetrics().horizontalAdvance(content.note) <= strip.width():
        painter.setPen(scene.scheme.color("text3"))
        painter.drawText(strip, Qt.AlignmentFlag.AlignCenter, content.note)
