"""What of a film's grid stays the same from one moment to the next, painted once and kept.

Only marks, rulers and which cells have landed change while a film plays; figures do not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap, QRegion

from convviz.core.explain.links import AxisGrid, Cells
from convviz.views.base import theme
from convviz.views.base.scale import px
from convviz.views.base.theme import Tokens
from convviz.views.picture.paint_cells import (
    paint_padding,
    paint_remainder,
    paint_separators,
    paint_values,
    pale_dropped,
    strike_dropped,
)
from convviz.views.picture.paint_figures import paint_figures
from convviz.views.picture.scene import Content, Scene
from convviz.views.picture.viewport import RULER, Viewport

LEAST_CELL = 7.0
OUTLINED_FROM = 6.0
"""Pixels along the side of a cell; the edges of smaller ones would fill them."""

Mask = NDArray[np.bool_]


def paint_film_rulers(scene: Scene, lit: Cells) -> None:
    """Number the rows at the left and the columns above, as many as there is room for."""
    if scene.cell < LEAST_CELL:
        return
    rows, columns = scene.visible()
    if not rows or not columns:
        return
    bounds = scene.content.bounds(with_padding=True)
    corner = scene.view.to_screen(bounds.top(), bounds.left())
    base = scene.painter.font()
    fonts = (theme.font("ruler", base), theme.font("ruler-strong", base))
    metrics = QFontMetricsF(fonts[1])
    room = max(px(RULER), metrics.horizontalAdvance(str(rows[-1])) + px(8))
    left, top = max(0.0, corner.x() - room), max(0.0, corner.y() - px(RULER))
    _paint_strips(scene, corner, room)
    first = scene.rect(0, 0)
    down = _every(metrics.height() - 3, first.height())
    across = _every(metrics.horizontalAdvance(str(columns[-1])) + 5, first.width())
    lowest = scene.view.size.height() - metrics.height() / 2 + 2
    places = []
    numbered = _numbered(rows, lit.rows, down)
    for row, y in zip(numbered, _centres(scene.content.grid.rows, scene, numbered, down=True), strict=True):
        if top + px(RULER) < y <= lowest:
            places.append((QRectF(left, y - px(RULER) / 2, room - 2, px(RULER)), row, row in lit.rows))
    numbered, width = _numbered(columns, lit.columns, across), scene.view.size.width()
    for column, x in zip(numbered, _centres(scene.content.grid.columns, scene, numbered), strict=True):
        if left + room < x <= width - metrics.horizontalAdvance(str(column)) / 2:
            area = QRectF(x - px(RULER), top, 2 * px(RULER), px(RULER) - 2)
            places.append((area, column, column in lit.columns))
    for strong, colour in ((False, "text3"), (True, "text1")):
        scene.painter.setFont(fonts[strong])
        scene.painter.setPen(scene.scheme.color(colour))
        for area, number, bold in places:
            if bold is strong:
                scene.painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(number))


def _centres(axis: AxisGrid, scene: Scene, cells: Sequence[int], *, down: bool = False) -> list[float]:
    """Where the middles of cells lie on the screen, in plain numbers: there are dozens in every picture."""
    corner, scale = scene.view.to_screen(0, 0), scene.view.scale
    start, origin, pitch = corner.y() if down else corner.x(), axis.origin, axis.pitch
    return [start + (origin + pitch * (cell + 0.5)) * scale for cell in cells]


def _paint_strips(scene: Scene, corner: QPointF, room: float) -> None:
    """The ground under numbers that would otherwise stand on cells, where only a part is seen."""
    size, ground = scene.view.size, scene.scheme.color("panel")
    if corner.x() < room:
        scene.painter.fillRect(QRectF(0, 0, room, size.height()), ground)
    if corner.y() < px(RULER):
        scene.painter.fillRect(QRectF(0, 0, size.width(), px(RULER)), ground)


def _every(needed: float, cell: float) -> int:
    """Every how many cells there is room for a number."""
    return next((n for n in (1, 2, 5, 10) if needed <= n * cell), 20)


def _numbered(cells: range, lit: object, every: int) -> list[int]:
    """Which cells carry a number: each n-th, and where some are left out, the lit ones' ends instead."""
    if every == 1:
        return list(cells)
    strong = [i for i in (min(lit, default=None), max(lit, default=None)) if i in cells]  # type: ignore[call-overload]
    strong = [i for n, i in enumerate(strong) if n == 0 or i - strong[0] >= every]
    return [i for i in cells if i in strong or (i % every == 0 and all(abs(i - s) >= every for s in strong))]


def paint_filled(scene: Scene) -> None:
    """Every cell with its value, and the padding around them."""
    paint_values(scene)
    paint_padding(scene)
    paint_separators(scene)
    pale_dropped(scene)
    paint_figures(scene)
    strike_dropped(scene)


def paint_ground(scene: Scene, widget_area: QRectF) -> None:
    """The backdrop, the outline of what the stage is made from, and every cell still empty."""
    painter, scheme = scene.painter, scene.scheme
    painter.fillRect(widget_area, scheme.color("panel" if scene.is_grid else "sunken"))
    paint_remainder(scene)
    rows, columns = scene.visible()
    if not rows or not columns:
        return
    area = scene.rect(rows.start, columns.start, len(rows), len(columns))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(area, scheme.color("card"))
    painter.setPen(QPen(scheme.color("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if scene.cell >= OUTLINED_FROM:
        painter.drawRects([scene.rect(r, c).adjusted(1, 1, -1, -1) for r in rows for c in columns])
    painter.drawRect(area)


def runs(scene: Scene, landed: Mask) -> Iterator[QRectF]:
    """The landed cells that the screen shows as rectangles, as few as possible.

    Whole blocks of rows, then parts of rows.
    """
    down, across = scene.visible()
    seen = landed[down.start : down.stop, across.start : across.stop]
    full: Mask = np.all(seen, axis=1)
    row = 0
    while row < seen.shape[0]:
        if full[row]:
            end = row
            while end < seen.shape[0] and full[end]:
                end += 1
            block = scene.rect(down.start + row, across.start, end - row, seen.shape[1])
            yield block.adjusted(0, 0, 1, 1)
            row = end
            continue
        edges = np.flatnonzero(np.diff(np.concatenate(([0], seen[row].astype(np.int8), [0]))))
        for start, stop in edges.reshape(-1, 2).tolist():
            part = scene.rect(down.start + row, across.start + start, 1, stop - start)
            yield part.adjusted(0, 0, 1, 1)
        row += 1


def clip_to_landed(scene: Scene, landed: Mask) -> bool:
    """Let only landed cells be painted from here on; False where the screen shows none."""
    region = QRegion()
    for area in runs(scene, landed):
        region = region.united(QRegion(area.toAlignedRect()))
    scene.painter.setClipRegion(region, Qt.ClipOperation.IntersectClip)
    return not region.isEmpty()


def paint_directly(scene: Scene, widget_area: QRectF, landed: Mask | None) -> None:
    """Without kept layers: for printing and vector pictures."""
    paint_ground(scene, widget_area)
    scene.painter.save()
    if landed is None or clip_to_landed(scene, landed):
        paint_filled(scene)
    scene.painter.restore()


class Layers:
    """Keeps the two pictures of a grid (empty, and filled) as long as nothing of them changes."""

    def __init__(self) -> None:
        self._content: Content | None = None
        self._key: tuple[object, ...] = ()
        self._ground = QPixmap()
        self._filled = QPixmap()

    def paint(self, painter: QPainter, view: Viewport, scheme: Tokens, content: Content, landed: Mask | None,
              size: QSize) -> None:  # fmt: skip
        """Paint the grid with the cells of ``landed`` filled (all with None)."""
        ratio = painter.device().devicePixelRatioF()
        origin = view.origin()
        key = (scheme, view.scale, origin.x(), origin.y(), size, ratio, painter.font().toString())
        if content is not self._content or key != self._key:
            self._content, self._key = content, key
            self._ground, self._filled = QPixmap(), QPixmap()
        area = QRectF(QPointF(0, 0), size.toSizeF())

        def ground(scene: Scene) -> None:
            paint_ground(scene, area)

        if self._ground.isNull():
            self._ground = _layer(size, ratio, painter, view, scheme, content, ground)
        painter.drawPixmap(0, 0, self._ground)
        scene = Scene(painter, view, scheme, content)
        blocks = [] if landed is None else list(runs(scene, landed))
        if landed is not None and not blocks:
            return
        if self._filled.isNull():
            self._filled = _layer(size, ratio, painter, view, scheme, content, paint_filled, self._ground)
        if landed is None:
            painter.drawPixmap(0, 0, self._filled)
            return
        for block in blocks:
            block = block.intersected(area)
            source = QRectF(block.topLeft() * ratio, block.size() * ratio)
            painter.drawPixmap(block, self._filled, source)


def _layer(size: QSize, ratio: float, like: QPainter, view: Viewport, scheme: Tokens, content: Content,
           paint: Callable[[Scene], None], under: QPixmap | None = None) -> QPixmap:  # fmt: skip
    if under is not None:
        result = under.copy()
    else:
        result = QPixmap(size * ratio)
        result.setDevicePixelRatio(ratio)
    with QPainter(result) as painter:
        painter.setFont(like.font())
        paint(Scene(painter, view, scheme, content))
    return result
