"""Row and column numbers around a film's grid; those of the window, or of the output cell, bold."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from convviz.core.explain.links import Cells
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
    down = _every(metrics.height() - 3, scene.rect(0, 0).height())
    across = _every(metrics.horizontalAdvance(str(columns[-1])) + 5, scene.rect(0, 0).width())
    for row in _numbered(rows, lit.rows, down):
        cell = scene.rect(row, 0)
        area = QRectF(left, cell.center().y() - RULER / 2, room - 2, RULER)
        if top + RULER < cell.center().y() <= scene.view.size.height() - metrics.height() / 2 + 2:
            _paint_number(scene, area, row, row in lit.rows, fonts)
    for column in _numbered(columns, lit.columns, across):
        cell = scene.rect(0, column)
        area = QRectF(cell.center().x() - RULER, top, 2 * RULER, RULER - 2)
        half = metrics.horizontalAdvance(str(column)) / 2
        if left + room < cell.center().x() <= scene.view.size.width() - half:
            _paint_number(scene, area, column, column in lit.columns, fonts)


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


def _paint_number(scene: Scene, area: QRectF, number: int, strong: bool, fonts: tuple[QFont, QFont]) -> None:
    scene.painter.setFont(fonts[strong])
    scene.painter.setPen(scene.scheme.color("text1" if strong else "text3"))
    scene.painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(number))
