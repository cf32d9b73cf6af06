"""Window x kernel = products on a sheet of an exported film."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from convviz.core.explain.trace import PoolingTrace
from convviz.core.film.moments import Detail
from convviz.film.scene import Scene
from convviz.views.base import theme
from convviz.views.base.numbers import TIMES
from convviz.views.base.theme import Tokens
from convviz.views.explain.why.content import grid_title
from convviz.views.step.operation.card import LIT, part_names
from convviz.views.step.operation.small_grid import (
    OperationShow,
    SmallGrid,
    convolution_show,
    paint_grid,
    pooling_show,
)

PARTS, TITLE, SIGN, BETWEEN = 26.0, 20.0, 24.0, 8.0
LARGEST = 44.0
CENTRE = Qt.AlignmentFlag.AlignCenter
ARROW = "\u2192"


def paint_operation(painter: QPainter, area: QRectF, scene: Scene, detail: Detail, scheme: Tokens) -> None:
    """The parts of the step, and under them the grids of the moment, a row a channel."""
    kind = "convolution"
    if isinstance(scene.trace, PoolingTrace):
        kind = "max" if scene.trace.kind == "max" else "mean"
        show = pooling_show(scene.trace, scene.moment, detail, scene.stage.scales)
    else:
        show = convolution_show(scene.trace, scene.moment, detail, scene.stage.scales)
    _paint_parts(painter, QRectF(area.topLeft(), area.size()), kind, LIT[scene.moment.part], scheme)
    rest = area.adjusted(0, PARTS + 6, 0, 0)
    _paint_rows(painter, rest, show, scheme)


def _paint_parts(painter: QPainter, area: QRectF, kind: str, lit: int, scheme: Tokens) -> None:
    names = part_names(kind)
    width = area.width() / len(names)
    for index, name in enumerate(names):
        stroke = QRectF(area.left() + index * width, area.top(), width - 4, 4)
        colour = scheme.color("line" if index > lit else "accent")
        if index < lit:
            colour.setAlphaF(0.45)
        painter.fillRect(stroke, colour)
        painter.setFont(theme.font("title" if index == lit else "label", pixels=12.5))
        painter.setPen(scheme.color("accent" if index == lit else "text2"))
        place = QRectF(stroke.left(), stroke.bottom() + 2, stroke.width(), 18)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def _paint_rows(painter: QPainter, area: QRectF, show: OperationShow, scheme: Tokens) -> None:
    first = show.rows[0]
    signs = [f"{ARROW}"] if show.word else [TIMES, "="]
    sums = 64.0 if len(show.rows) > 1 else 0.0
    columns = sum(grid.columns for grid in first)
    tallest = max(grid.rows for grid in first)
    room = area.width() - SIGN * len(signs) - sums
    high = (area.height() - TITLE - BETWEEN * (len(show.rows) - 1)) / (tallest * len(show.rows))
    cell = min(room / columns, high, LARGEST)
    cell = float(int(cell)) if cell >= 4 else cell
    height = tallest * cell * len(show.rows) + BETWEEN * (len(show.rows) - 1)
    left = area.left() + (area.width() - cell * columns - SIGN * len(signs) - sums) / 2
    top = area.top() + TITLE + max(0.0, (area.height() - TITLE - height) / 3)
    for number, row in enumerate(show.rows):
        titles = show.titles if number == 0 else ()
        right = _paint_row(painter, left, top, cell, row, signs, titles, scheme)
        if sums:
            _paint_sum(painter, QRectF(right + 4, top, sums, tallest * cell), show, number, scheme)
        top += tallest * cell + BETWEEN
    if show.total:
        painter.setFont(theme.font("result"))
        painter.setPen(scheme.color("text1"))
        place = QRectF(area.left(), top, area.width(), TITLE)
        painter.drawText(place, CENTRE, f"{_joined(show.sums)} = {show.total}")


def _paint_row(painter: QPainter, left: float, top: float, cell: float, row: list[SmallGrid],
               signs: list[str], titles: tuple[str, ...], scheme: Tokens) -> float:  # fmt: skip
    """The grids of one channel and the signs between them; where the last one ends."""
    tallest = max(grid.rows for grid in row)
    for index, grid in enumerate(row):
        y = round(top + (tallest - grid.rows) * cell / 2)
        place = QRectF(round(left), y, grid.columns * cell, grid.rows * cell)
        paint_grid(painter, place, grid, scheme, QFont())
        if index < len(titles):
            painter.setFont(theme.font("caption"))
            painter.setPen(scheme.color("win" if index == 0 else "text2"))
            name = QRectF(place.left() - 20, place.top() - TITLE - 2, place.width() + 40, TITLE)
            painter.drawText(name, CENTRE, grid_title(titles[index]))
        left = place.right()
        if index < len(signs):
            painter.setFont(theme.font("body", pixels=16))
            painter.setPen(scheme.color("text2"))
            painter.drawText(QRectF(left, top, SIGN, tallest * cell), CENTRE, signs[index])
            left += SIGN
    return left


def _paint_sum(painter: QPainter, place: QRectF, show: OperationShow, number: int, scheme: Tokens) -> None:
    text = show.sums[number] if number < len(show.sums) else ""
    painter.setFont(theme.font("strong"))
    painter.setPen(scheme.color("text1"))
    if text:
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"= {text}")


def _joined(sums: list[str]) -> str:
    return " + ".join(f"({s})" if not s[:1].isdigit() else s for s in sums)
