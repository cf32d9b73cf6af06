"""The figures of a number grid: the values in its cells, and the rulers beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from convviz.views.base import theme
from convviz.views.base.colours import ink_on, words
from convviz.views.base.numbers import figure
from convviz.views.base.scale import px
from convviz.views.picture.scene import Scene
from convviz.views.picture.viewport import RULER

FIGURE_SHARE, FIGURE_LEAST, FIGURE_MOST, FIGURE_ROOM = 0.40, 10.5, 18.0, 6.0
READABLE = 14.0
"""Figures are so large in pixels wherever they fit, if need be with little air around and between them."""
TIGHT_ROOM, TIGHT_SPACINGS, TIGHT_CHARACTERS = 1.0, (-1.0, -2.0), 2


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
    texts = _fitting(scene, values, exists)
    if texts is None:
        return
    inks = _inks(scene, values)
    kept = scene.content.kept
    scheme, painter = scene.scheme, scene.painter
    for i, row in enumerate(rows):
        for j, column in enumerate(columns):
            if not exists[i, j]:
                continue
            dropped = kept is not None and (row >= kept[0] or column >= kept[1]) and not is_padding[i, j]
            colour = (
                scheme.color("text3" if dropped else "text2") if is_padding[i, j] or dropped else inks[i][j]
            )
            painter.setPen(colour)
            painter.drawText(scene.rect(row, column), Qt.AlignmentFlag.AlignCenter, texts[i][j])


def _fitting(scene: Scene, values: NDArray[Any], exists: NDArray[np.bool_]) -> list[list[str]] | None:
    """The figures of all cells in the first way of writing them that fits the cells."""
    for write in _ways(values[exists]):
        texts = [[write(v) if there else "" for v, there in zip(*line, strict=True)]
                 for line in zip(values, exists, strict=True)]  # fmt: skip
        if choose_font(scene, {text for line in texts for text in line}, scene.cell):
            return texts
    return None


def _ways(values: NDArray[Any]) -> Iterator[Callable[[float], str]]:
    """With the decimals that all of them get; then with one at most, where that makes none a 0 or a 1.0."""
    places = decimals_of(values)
    yield lambda value: figure(value, places)
    broken = values[np.isfinite(values) & (values != np.rint(values))]
    if places and not np.any(np.round(broken, 1) == np.rint(broken)):
        yield lambda value: figure(value, 0 if value == np.rint(value) else 1)


def choose_font(scene: Scene, texts: set[str], cell: float) -> bool:
    """Set the largest allowed font in which every text fits a cell; False when none does."""
    widest = sorted(texts, key=len)[-12:] or [""]
    preferred = min(px(FIGURE_MOST), max(px(READABLE), FIGURE_SHARE * cell))
    airy = 0.0, px(FIGURE_ROOM)
    wishes = [(preferred, airy), (px(READABLE), airy)]
    if len(widest[-1]) <= TIGHT_CHARACTERS:  # the minus sign has air around it, digits have none
        wishes += [(px(READABLE), (spacing, TIGHT_ROOM)) for spacing in TIGHT_SPACINGS]
    wishes += [(px(12.0), airy), (px(FIGURE_LEAST), airy)]
    if px(READABLE) != READABLE:  # cells that are too small for larger text still show their numbers
        wishes += [(float(pixels), airy) for pixels in range(int(px(READABLE)) - 1, int(READABLE) - 1, -1)]
        if len(widest[-1]) <= TIGHT_CHARACTERS:
            wishes += [(READABLE, (spacing, TIGHT_ROOM)) for spacing in TIGHT_SPACINGS]
    for pixels, (spacing, room) in wishes:
        font = theme.font("cell", scene.painter.font(), pixels=pixels)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
        metrics = QFontMetricsF(font)
        if max((metrics.horizontalAdvance(t) for t in widest), default=0.0) + room <= cell:
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
    if line_height < px(FIGURE_LEAST) + 1.5 or not choose_font(scene, texts, scene.cell):
        return
    font = scene.painter.font()
    font.setPixelSize(int(min(font.pixelSize(), max(px(FIGURE_LEAST), line_height * 0.8))))
    scene.painter.setFont(font)
    colour_words = words(values, scene.content.scale, scene.scheme)
    for i, row in enumerate(rows):
        for j, column in enumerate(columns):
            if not exists[i, j]:
                continue
            ink = (
                scene.scheme.color("text2")
                if is_padding[i, j]
                else ink_on(QColor.fromRgb(int(colour_words[i, j])))
            )
            scene.painter.setPen(ink)
            cell = scene.rect(row, column)
            for k in range(3):
                part = QRectF(cell.left(), cell.top() + k * line_height, cell.width(), line_height)
                scene.painter.drawText(part, Qt.AlignmentFlag.AlignCenter, figure(values[i, j, k], places))


def paint_rulers(scene: Scene, pointed: tuple[int, int] | None) -> None:
    """Row numbers at the left, column numbers above; the pointed ones bold.

    Zoomed in so far that cells reach the edge, the rulers lie over them on a strip of their own.
    """
    rows, columns = scene.visible()
    if not scene.view.is_ruled or not rows or not columns:
        return
    plain = theme.font("ruler", scene.painter.font())
    strong = theme.font("ruler-strong", scene.painter.font())
    metrics = QFontMetricsF(strong)
    room = max(px(RULER), metrics.horizontalAdvance(str(rows[-1])) + px(8))
    bounds = scene.content.bounds(with_padding=True)
    corner = scene.view.to_screen(bounds.top(), bounds.left())
    left, top = max(0.0, corner.x() - room), max(0.0, corner.y() - px(RULER))
    _strips(scene, corner, room)
    for row in rows:
        cell = scene.rect(row, 0)
        if cell.center().y() > top + px(RULER) / 2:
            font = strong if pointed and pointed[0] == row else plain
            _ruler_figure(scene, QRectF(left, cell.top(), room - 4, cell.height()), row, font)
    every = _label_step(metrics.horizontalAdvance(str(columns[-1])) + 6, scene.rect(0, 0).width())
    for column in columns:
        cell = scene.rect(0, column)
        distance = abs(column - pointed[1]) if pointed else every
        labelled = distance == 0 or (column % every == 0 and distance >= every)
        if labelled and cell.center().x() > left + room / 2:
            area = cell.adjusted(-cell.width(), 0, cell.width(), 0)
            area.moveTop(top + 2)
            area.setHeight(px(RULER) - 4)
            _ruler_figure(scene, area, column, plain if distance else strong)


def _strips(scene: Scene, corner: QPointF, room: float) -> None:
    """The ground under rulers that would otherwise stand on cells."""
    width, height = scene.view.size.width(), scene.view.size.height()
    ground = scene.scheme.color("panel")
    if corner.x() < room:
        scene.painter.fillRect(QRectF(0, 0, room - 2, height), ground)
    if corner.y() < px(RULER):
        scene.painter.fillRect(QRectF(0, 0, width, px(RULER) - 2), ground)


def _label_step(label: float, cell: float) -> int:
    """Every how many columns there is room for a number."""
    return next((n for n in (1, 2, 5, 10) if label <= n * cell), 20)


def _ruler_figure(scene: Scene, area: QRectF, number: int, font: QFont) -> None:
    scene.painter.setFont(font)
    scene.painter.setPen(scene.scheme.color("text1" if font.weight() > 500 else "text3"))
    scene.painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(number))
