"""Painting a stage: the coloured values, and as a number grid once its cells are large enough."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from convviz.core.links import AxisGrid
from convviz.views import theme
from convviz.views.colours import image, ink_on, words
from convviz.views.numbers import figure
from convviz.views.picture.content import Content
from convviz.views.picture.viewport import GRID_CELL, RULER, Viewport
from convviz.views.theme import Tokens

HATCH_STEP, HATCH_WIDTH = 6.0 * math.sqrt(2), 1.2
"""The step is measured along a row: lines at 45 degrees are then 6 pixels apart."""

FIGURE_SHARE, FIGURE_LEAST, FIGURE_MOST, FIGURE_ROOM = 0.40, 10.5, 18.0, 6.0
SAMPLES = 3


@dataclass(frozen=True)
class Scene:
    """What every painting function needs: on what, through which viewport, in which colours."""

    painter: QPainter
    view: Viewport
    scheme: Tokens
    content: Content
    average: bool = False

    @property
    def cell(self) -> float:
        """Height and width of a cell on the screen (the smaller of both)."""
        grid = self.content.grid
        return min(grid.rows.pitch, grid.columns.pitch) * self.view.scale

    @property
    def is_grid(self) -> bool:
        return self.view.scale >= GRID_CELL

    def rect(self, row: float, column: float, rows: float = 1, columns: float = 1) -> QRectF:
        """A block of cells on the screen."""
        grid = self.content.grid
        corner = self.view.to_screen(grid.rows.edge(row), grid.columns.edge(column))
        end = self.view.to_screen(grid.rows.edge(row + rows), grid.columns.edge(column + columns))
        return QRectF(corner, end)

    def visible(self, *, padded: bool = False) -> tuple[range, range]:
        """The rows and columns of cells that the screen shows, in the stage or its padding."""
        seen, grid = self.view.visible(), self.content.grid
        (top, bottom), (left, right) = self.content.padding.amounts if padded else ((0, 0), (0, 0))
        return (
            _shown(grid.rows, seen.top(), seen.bottom(), top, bottom),
            _shown(grid.columns, seen.left(), seen.right(), left, right),
        )


def _shown(axis: AxisGrid, low: float, high: float, before: int, after: int) -> range:
    first = math.floor((low - axis.origin) / axis.pitch)
    last = math.ceil((high - axis.origin) / axis.pitch)
    return range(max(-before, first), max(-before, min(axis.count + after, last)))


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
    picture = image(words(part, scene.content.scale, scene.scheme, cells=scene.is_grid))
    scene.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    scene.painter.drawImage(scene.rect(rows.start, columns.start, len(rows), len(columns)), picture)


def _paint_sampled(scene: Scene, ratio: float) -> None:
    """Pick the value under each screen pixel, or the mean of a few spread over it."""
    bounds = scene.rect(0, 0, scene.content.grid.rows.count, scene.content.grid.columns.count)
    target = bounds.intersected(QRectF(QPointF(0, 0), scene.view.size)).toAlignedRect()
    if target.isEmpty():
        return
    per_axis = SAMPLES if scene.average else 1
    rows = _samples(scene.content.grid.rows, scene.view, target.top(), target.height(), ratio, per_axis, False)
    columns = _samples(scene.content.grid.columns, scene.view, target.left(), target.width(), ratio, per_axis, True)
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


def hatch(painter: QPainter, area: QRectF, scheme: Tokens) -> None:
    """45-degree lines over ``area``, continuous from one area to the next."""
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(scheme.color("hatch"), HATCH_WIDTH))
    first = math.floor((area.left() + area.top()) / HATCH_STEP) * HATCH_STEP
    last = area.right() + area.bottom()
    lines = []
    total = first
    while total <= last:
        lines.append(QLineF(total - area.top(), area.top(), total - area.bottom(), area.bottom()))
        total += HATCH_STEP
    painter.drawLines(lines)
    painter.restore()


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


def decimals_of(values: NDArray[Any]) -> int:
    """How many decimals a grid of these values needs: none for whole numbers, else two."""
    finite = values[np.isfinite(values)]
    return 0 if finite.size == 0 or bool(np.all(finite == np.rint(finite))) else 2


def paint_figures(scene: Scene) -> None:
    """Write the values into the cells, all in one size, or none where the widest does not fit."""
    if not scene.is_grid:
        return
    rows, columns = scene.visible(padded=True)
    if not rows or not columns or len(rows) * len(columns) > 4096:
        return
    values, exists, is_padding = scene.content.patch(rows, columns)
    if values.ndim == 3:
        _paint_triples(scene, rows, columns, values, exists, is_padding)
        return
    places = decimals_of(values)
    texts = [[figure(v, places) if there else "" for v, there in zip(*line, strict=True)]
             for line in zip(values, exists, strict=True)]  # fmt: skip
    if not _choose_size(scene, {t for line in texts for t in line}, scene.cell):
        return
    inks = _inks(scene, values)
    kept = scene.content.kept
    scheme, painter = scene.scheme, scene.painter
    for i, row in enumerate(rows):
        for j, column in enumerate(columns):
            if not exists[i, j]:
                continue
            dropped = kept is not None and (row >= kept[0] or column >= kept[1]) and not is_padding[i, j]
            colour = scheme.color("text3" if dropped else "text2") if is_padding[i, j] or dropped else inks[i][j]
            painter.setPen(colour)
            painter.drawText(scene.rect(row, column), Qt.AlignmentFlag.AlignCenter, texts[i][j])


def _choose_size(scene: Scene, texts: set[str], cell: float) -> bool:
    """Set the largest allowed font in which every text fits a cell; False when none does."""
    widest = sorted(texts, key=len)[-12:]
    preferred = min(FIGURE_MOST, max(FIGURE_LEAST, FIGURE_SHARE * cell))
    for pixels in (preferred, (preferred + FIGURE_LEAST) / 2, FIGURE_LEAST):
        font = theme.font("cell", scene.painter.font(), pixels=pixels)
        metrics = QFontMetricsF(font)
        if max((metrics.horizontalAdvance(t) for t in widest), default=0.0) + FIGURE_ROOM <= cell:
            scene.painter.setFont(font)
            return True
    return False


def _inks(scene: Scene, values: NDArray[Any]) -> list[list[QColor]]:
    cache: dict[int, QColor] = {}
    result = []
    for line in words(values, scene.content.scale, scene.scheme, cells=True).tolist():
        inks = []
        for word in line:
            if word not in cache:
                cache[word] = ink_on(QColor.fromRgb(word))
            inks.append(cache[word])
        result.append(inks)
    return result


def _paint_triples(
    scene: Scene,
    rows: range,
    columns: range,
    values: NDArray[Any],
    exists: NDArray[np.bool_],
    is_padding: NDArray[np.bool_],
) -> None:
    """A colour picture's cell holds its red, green and blue, one under the other."""
    places = decimals_of(values)
    line_height = scene.cell / 3
    texts = {figure(v, places) for v in values[exists].ravel()}
    if line_height < FIGURE_LEAST + 1.5 or not _choose_size(scene, texts, scene.cell):
        return
    font = scene.painter.font()
    font.setPixelSize(int(min(font.pixelSize(), line_height - 1)))
    scene.painter.setFont(font)
    colour_words = words(values, scene.content.scale, scene.scheme)
    for i, row in enumerate(rows):
        for j, column in enumerate(columns):
            if not exists[i, j]:
                continue
            ink = scene.scheme.color("text2") if is_padding[i, j] else ink_on(QColor.fromRgb(int(colour_words[i, j])))
            scene.painter.setPen(ink)
            cell = scene.rect(row, column)
            for k in range(3):
                part = QRectF(cell.left(), cell.top() + k * line_height, cell.width(), line_height)
                scene.painter.drawText(part, Qt.AlignmentFlag.AlignCenter, figure(values[i, j, k], places))


def _dropped(scene: Scene) -> list[QRectF]:
    """The visible cells that the next stage never reads."""
    kept = scene.content.kept
    if kept is None or not scene.is_grid:
        return []
    rows, columns = scene.visible()
    return [scene.rect(r, c) for r in rows for c in columns if r >= kept[0] or c >= kept[1]]


def pale_dropped(scene: Scene) -> None:
    """Pale the cells that the next stage never reads to 38 %."""
    veil = scene.scheme.color("panel")
    veil.setAlphaF(0.62)
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
    if own.contains(whole):
        return
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
    if strip.height() < 13:
        strip = QRectF(0, area.bottom() + 2, view.size.width(), 18)
    if painter.fontMetrics().horizontalAdvance(content.note) <= strip.width():
        painter.setPen(scene.scheme.color("text3"))
        painter.drawText(strip, Qt.AlignmentFlag.AlignCenter, content.note)


def paint_rulers(scene: Scene, pointed: tuple[int, int] | None) -> None:
    """Row numbers at the left, column numbers above; the pointed ones bold."""
    if not scene.is_grid:
        return
    rows, columns = scene.visible()
    bounds = scene.content.bounds(with_padding=True)
    corner = scene.view.to_screen(bounds.top(), bounds.left())
    left, top = max(0.0, corner.x() - RULER), max(0.0, corner.y() - RULER)
    plain, strong = theme.font("ruler", scene.painter.font()), theme.font("ruler-strong", scene.painter.font())
    for row in rows:
        cell = scene.rect(row, 0)
        if cell.center().y() > top + RULER / 2:
            _ruler_figure(scene, QRectF(left, cell.top(), RULER - 4, cell.height()), row,
                          strong if pointed and pointed[0] == row else plain)  # fmt: skip
    for column in columns:
        cell = scene.rect(0, column)
        if cell.center().x() > left + RULER / 2:
            _ruler_figure(scene, QRectF(cell.left(), top + 2, cell.width(), RULER - 4), column,
                          strong if pointed and pointed[1] == column else plain)  # fmt: skip


def _ruler_figure(scene: Scene, area: QRectF, number: int, font: Any) -> None:
    scene.painter.setFont(font)
    scene.painter.setPen(scene.scheme.color("text1" if font.weight() > 500 else "text3"))
    scene.painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(number))
