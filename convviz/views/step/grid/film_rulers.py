"""Row and column numbers around a film's grid; those of the window, or of the output cell, bold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from convviz.core.explain.links import AxisGrid, Cells
from convviz.views.base import theme
from convviz.views.picture.scene import Scene
from convviz.views.picture.viewport import RULER

LEAST_CELL = 7.0


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
    room = max(RULER, metrics.horizontalAdvance(str(rows[-1])) + 8)
    left, top = max(0.0, corner.x() - room), max(0.0, corner.y() - RULER)
    _paint_strips(scene, corner, room)
    first = scene.rect(0, 0)
    down = _every(metrics.height() - 3, first.height())
    across = _every(metrics.horizontalAdvance(str(columns[-1])) + 5, first.width())
    lowest = scene.view.size.height() - metrics.height() / 2 + 2
    places = []
    numbered = _numbered(rows, lit.rows, down)
    for row, y in zip(numbered, _centres(scene.content.grid.rows, scene, numbered, down=True), strict=True):
        if top + RULER < y <= lowest:
            places.append((QRectF(left, y - RULER / 2, room - 2, RULER), row, row in lit.rows))
    numbered, width = _numbered(columns, lit.columns, across), scene.view.size.width()
    for column, x in zip(numbered, _centres(scene.content.grid.columns, scene, numbered), strict=True):
        if left + room < x <= width - metrics.horizontalAdvance(str(column)) / 2:
            area = QRectF(x - RULER, top, 2 * RULER, RULER - 2)
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
    if corner.y() < RULER:
        scene.painter.fillRect(QRectF(0, 0, size.width(), RULER), ground)


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
