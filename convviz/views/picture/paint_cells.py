"""Painting what tells cells apart: padding, separators, dropped cells, the outline of what is lost."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from convviz.views.base import theme
from convviz.views.base.theme import Tokens
from convviz.views.picture.scene import Scene

HATCH_STEP, HATCH_WIDTH = 6.0 * math.sqrt(2), 1.2
"""The step is measured along a row: lines at 45 degrees are then 6 pixels apart."""


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
