"""The operation at a moment: small number grids, what has appeared of them, and their sums."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from convviz.core.explain.trace import ConvolutionTrace, PoolingTrace
from convviz.core.film.moments import Detail, Moment
from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, draw, ink_on, words
from convviz.views.base.numbers import decimals_for, figure, magnitude
from convviz.views.base.scale import factor, px
from convviz.views.explain.why.content import Scales
from convviz.views.picture.paint_cells import figure_on_hatching, hatch
from convviz.views.picture.paint_figures import READABLE
from convviz.views.picture.paint_highlights import frame, ring

FIGURES_AT_MOST = 15 * 15
SHARE, MOST, LEAST, ROOM = 0.38, 18.0, 8.0, 4.0
SEPARATED_FROM = 6.0


@dataclass(frozen=True, eq=False)
class SmallGrid:
    """What one grid shows. ``values`` is (rows, columns).

    ``padding`` cells are hatched; of the cells only the first ``shown``, row by row, have their
    value already (all with None); ``lit`` is the row-by-row number of the cell at work; ``ring``
    the (row, column) that won; ``frame`` the colour token of a frame around all.
    """

    values: NDArray[Any]
    scale: ColourScale
    decimals: int = 0
    padding: NDArray[np.bool_] | None = None
    shown: int | None = None
    lit: int | None = None
    ring: tuple[int, int] | None = None
    frame: str = ""
    blank_padding: bool = False

    @property
    def rows(self) -> int:
        return int(self.values.shape[0])

    @property
    def columns(self) -> int:
        return int(self.values.shape[1])


def cell_rects(area: QRectF, grid: SmallGrid) -> list[QRectF]:
    """Where the cells of ``grid`` lie in ``area``, row by row; large enough ones on whole pixels."""
    rows, columns = grid.values.shape
    wide, high = area.width() / columns, area.height() / rows
    lefts = [area.left() + column * wide for column in range(columns)]
    tops = [area.top() + row * high for row in range(rows)]
    if min(wide, high) < SEPARATED_FROM:
        return [QRectF(left, top, wide, high) for top in tops for left in lefts]
    across = [(round(left), round(left + wide) - round(left)) for left in lefts]
    down = [(round(top), round(top + high) - round(top)) for top in tops]
    return [QRectF(left, top, width, height) for top, height in down for left, width in across]


def paint_grid(painter: QPainter, area: QRectF, grid: SmallGrid, scheme: theme.Tokens, base: Any) -> None:
    """Cells, figures where they fit, and marks. ``base`` is the font to derive the figures' from."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    colours = words(np.asarray(grid.values, dtype=np.float64), grid.scale, scheme, cells=True)
    draw(painter, area, colours)
    cells = cell_rects(area, grid)
    _paint_missing(painter, area, cells, grid, scheme)
    _paint_padding(painter, cells, grid, scheme)
    if min(area.width() / grid.columns, area.height() / grid.rows) >= SEPARATED_FROM:
        _paint_separators(painter, area, cells, grid, scheme)
    _paint_figures(painter, area, cells, grid, scheme, colours, base)
    _paint_marks(painter, area, cells, grid, scheme)


def _paint_missing(painter: QPainter, area: QRectF, cells: list[QRectF], grid: SmallGrid,
                   scheme: theme.Tokens) -> None:  # fmt: skip
    """Cells whose value is still to come: empty paper with a thin outline."""
    if grid.shown is None or grid.shown >= grid.values.size:
        return
    outlined = area.width() / grid.columns >= SEPARATED_FROM
    row, column = divmod(grid.shown, grid.columns)
    next_row = (row + (column > 0)) * grid.columns
    below = cells[next_row].top() if next_row < len(cells) else area.bottom()
    paper, line = scheme.color("card"), scheme.color("line")
    painter.fillRect(QRectF(area.left(), below, area.width(), area.bottom() - below), paper)
    if column:
        start = cells[grid.shown]
        rest = area.right() - start.left()
        painter.fillRect(QRectF(start.left(), start.top(), rest, start.height()), paper)
    if not outlined:
        return
    painter.setPen(QPen(line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRects([cell.adjusted(0, 0, -2, -2) for cell in cells[grid.shown :]])


def _paint_padding(painter: QPainter, cells: list[QRectF], grid: SmallGrid, scheme: theme.Tokens) -> None:
    if grid.padding is None:
        return
    for index in np.flatnonzero(grid.padding).tolist():
        cell = cells[index]
        painter.fillRect(cell, scheme.color("sunken"))
        if min(cell.width(), cell.height()) >= SEPARATED_FROM:
            hatch(painter, cell, scheme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_separators(painter: QPainter, area: QRectF, cells: list[QRectF], grid: SmallGrid,
                      scheme: theme.Tokens) -> None:  # fmt: skip
    """One pixel of the card's colour to the right of and under each cell."""
    painter.setPen(QPen(scheme.color("card"), 1))
    columns = grid.columns
    below = [cell.bottom() - 1 for cell in cells[::columns]]
    beside = [cell.right() - 1 for cell in cells[:columns]]
    lines = [QLineF(area.left(), y, area.right(), y) for y in below]
    painter.drawLines(lines + [QLineF(x, area.top(), x, area.bottom()) for x in beside])


def _paint_figures(painter: QPainter, area: QRectF, cells: list[QRectF], grid: SmallGrid,
                   scheme: theme.Tokens, colours: NDArray[np.uint32], base: Any) -> None:  # fmt: skip
    if grid.values.size > FIGURES_AT_MOST:
        return
    texts = [figure(v, grid.decimals) for v in grid.values.ravel().tolist()]
    if not choose_font(painter, area, grid, set(texts), base):
        return
    padding = [False] * len(texts) if grid.padding is None else grid.padding.ravel().tolist()
    shown = len(texts) if grid.shown is None else grid.shown
    for index, (text, cell, word) in enumerate(zip(texts, cells, colours.ravel().tolist(), strict=True)):
        place = cell.adjusted(0, 0, -1, -1)
        if padding[index]:
            if not grid.blank_padding:
                figure_on_hatching(painter, place, text, scheme)
        elif index < shown:
            painter.setPen(ink_on(QColor.fromRgb(word)))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def choose_font(painter: QPainter, area: QRectF, grid: SmallGrid, texts: set[str], base: Any) -> bool:
    """Set the largest font in which all of ``texts`` fit their cells; False where none does."""
    wide, high = area.width() / grid.columns, area.height() / grid.rows
    longest = sorted(texts, key=len)[-12:]
    pixels = min(px(MOST), max(px(LEAST) + 1, SHARE * min(high, wide * 1.4)))
    if factor() > 1:  # what is read from afar
        pixels = max(pixels, px(READABLE))
    while pixels >= px(LEAST):
        font = theme.font("cell", base, pixels=pixels)
        metrics = QFontMetricsF(font)
        if (
            max(map(metrics.horizontalAdvance, longest)) + px(ROOM) <= wide
            and metrics.capHeight() + px(ROOM) <= high
        ):
            painter.setFont(font)
            return True
        pixels -= 1
    return False


def _paint_marks(painter: QPainter, area: QRectF, cells: list[QRectF], grid: SmallGrid,
                 scheme: theme.Tokens) -> None:  # fmt: skip
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if grid.ring is not None:
        row, column = grid.ring
        cell = cells[row * grid.columns + column].adjusted(0, 0, -1, -1)
        ring(painter, cell.center(), max(3.0, min(cell.width(), cell.height()) * 0.38), scheme)
    if grid.frame:
        side = area.width() / grid.columns
        width = 3.0 if side >= 20 else 2.0
        frame(painter, area.adjusted(-1.5, -1.5, 0.5, 0.5), scheme.color(grid.frame), scheme, width)
    if grid.lit is not None and 0 <= grid.lit < grid.values.size:
        cell = cells[grid.lit]
        if min(cell.width(), cell.height()) >= SEPARATED_FROM:
            frame(painter, cell.adjusted(1.5, 1.5, -2.5, -2.5), scheme.color("accent"), scheme, 2.0)
        else:
            painter.fillRect(cell.adjusted(-1, -1, 1, 1), scheme.color("accent"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


@dataclass(frozen=True, eq=False)
class OperationShow:
    """``rows`` of grids (one, or one a channel) under ``titles``; ``word`` stands for the kernel.

    ``sums`` are the channels' sums, "" where they do not stand yet, ``total`` what they come to;
    ``widest_sum`` is as long as any of them will be.
    """

    rows: list[list[SmallGrid]]
    titles: tuple[str, ...]
    word: str = ""
    sums: list[str] = field(default_factory=list)
    total: str = ""
    widest_sum: str = ""


def convolution_show(
    trace: ConvolutionTrace, moment: Moment, detail: Detail, scales: Scales
) -> OperationShow:
    """Window × kernel = products, a row a channel. ``detail`` "product" lights the product at work."""
    channels = trace.window.shape[2] if trace.window.ndim == 3 else 1
    taps = trace.products.size // channels
    weights = ColourScale.signed(magnitude(trace.weights))
    products = ColourScale.signed(_reach(scales.image) * weights.high)
    places = decimals_for(trace.products)
    done, lit = moment.products * channels, _lit(moment, detail, channels)
    rows = []
    for c in range(channels):
        shown = min(max(done - c * taps, 0), taps)
        at = lit - c * taps if lit is not None and 0 <= lit - c * taps < taps else None
        window, weight, product = (_plane(a, c) for a in (trace.window, trace.weights, trace.products))
        decimals = decimals_for(window, least=1)
        rows.append(
            [
                SmallGrid(window, scales.image, decimals, trace.is_padding, lit=at, frame="win"),
                SmallGrid(weight, weights, decimals_for(weight, least=1), lit=at),
                SmallGrid(product, products, places, shown=shown, lit=at),
            ]
        )
    sums = [] if channels == 1 else _channel_sums(trace, moment.terms * channels // taps, places)
    total = figure(trace.total, places) if channels > 1 and moment.terms >= taps else ""
    every = [figure(v, places) for v in (*trace.channel_sums.tolist(), trace.total)]
    return OperationShow(rows, ("window", "kernel", "products"), "", sums, total, max(every, key=len))


def pooling_show(trace: PoolingTrace, moment: Moment, detail: Detail, scales: Scales) -> OperationShow:
    """The window with its largest value so far ringed, the word max or mean, and the result."""
    places = decimals_for(trace.window[~trace.is_padding])
    lit = _lit(moment, detail, 1)
    best = leader(trace, moment.products) if trace.kind == "max" else None
    window = SmallGrid(trace.window, scales.values, places, trace.is_padding, lit=lit, ring=best, frame="win",
                       blank_padding=True)  # fmt: skip
    finished = moment.part in ("finish", "land")
    result = SmallGrid(np.array([[trace.value]]), scales.values, decimals_for(trace.value),
                       shown=None if finished else 0, frame="out" if finished else "")  # fmt: skip
    word = "max" if trace.kind == "max" else "mean"
    return OperationShow([[window, result]], ("window", word), word)


def leader(trace: PoolingTrace, seen: int) -> tuple[int, int] | None:
    """The (row, column) in the window of the largest of its first ``seen`` cells; None before any."""
    values = np.where(trace.is_padding, -np.inf, trace.window).ravel()[:seen]
    if values.size == 0 or not np.isfinite(values).any():
        return None
    best = int(np.argmax(np.isnan(values)) if np.isnan(values).any() else np.argmax(values))
    row, column = divmod(best, trace.window.shape[1])
    return row, column


def _lit(moment: Moment, detail: Detail, channels: int) -> int | None:
    """The product that has just appeared, or just been added, counted channel after channel."""
    if detail != "product":
        return None
    if moment.part == "multiply":
        return moment.products * channels - 1
    return moment.terms * channels - 1 if moment.part == "add" else None


def _plane(array: NDArray[Any], channel: int) -> NDArray[Any]:
    return array if array.ndim == 2 else array[:, :, channel]


def _channel_sums(trace: ConvolutionTrace, finished: int, places: int) -> list[str]:
    return [figure(v, places) if c < finished else "" for c, v in enumerate(trace.channel_sums.tolist())]


def _reach(scale: ColourScale) -> float:
    return max(abs(scale.low), abs(scale.high)) or 1.0
