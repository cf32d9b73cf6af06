"""The figures there are: one stage alone, and the whole chain with its kernel and its formulas."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from convviz.core.sizes.settings import StageName
from convviz.core.stages.noise import settled
from convviz.film.contents import ruler
from convviz.film.figure.look import RIGHT, Look, look_of, write
from convviz.film.figure.lower import paint_formula, paint_kernel
from convviz.film.figure.material import Material, chain_words
from convviz.film.figure.stage import BAR, HEADER, paint_stage, picture_area, view_of
from convviz.film.texts import card_shape
from convviz.views.base import theme
from convviz.views.base.numbers import figure as number
from convviz.views.base.texts import stage_name
from convviz.views.picture.paint_figures import decimals_of
from convviz.views.picture.scene import Content, visible_cells
from convviz.views.picture.viewport import RULED_CELL, RULER

FigureName: TypeAlias = Literal["chain", "input", "convolution", "activation", "pooling"]

SLIDE = QSizeF(1280, 720)
"""The whole chain is as large as a slide, in units: pixels of the screen at 1×."""

MARGIN, GAP, HEAD, LOWER = 24.0, 12.0, 44.0, 206.0
SMALL_GRID = 40
"""Maps of at most so many rows and columns are shown with all their numbers when they stand alone."""

CELL, LARGEST_CELL, FIGURE = 34.0, 64.0, 13.0
LONGEST, SHORTEST = 640.0, 240.0
"""Sides of a picture alone, in units: the longer one, and the least width of its card."""

NOTE, EDGE = 22.0, 20.0
"""Room below a number grid for the note on what is dropped, and around it."""


@dataclass(frozen=True, eq=False)
class Figure(ABC):
    """Something to be painted: ``size`` in units, which are pixels at 1×."""

    material: Material
    look: Look

    @property
    @abstractmethod
    def size(self) -> QSizeF:
        """Width and height, whole numbers."""

    @property
    @abstractmethod
    def title(self) -> str:
        """What the file says it is, and what it is called after."""

    @abstractmethod
    def paint(self, painter: QPainter) -> None:
        """Paint onto an area of `size` that begins at (0, 0)."""

    def _titles(self, stage: StageName) -> tuple[str, str]:
        result = self.material.result
        return stage_name(stage), card_shape(stage, result.chain, result.settings)


@dataclass(frozen=True, eq=False)
class StageFigure(Figure):
    """One stage as a card of its own."""

    stage: StageName = "input"

    @property
    def title(self) -> str:
        return " \u00b7 ".join(filter(None, (self.material.title, stage_name(self.stage))))

    @property
    def size(self) -> QSizeF:
        inner = self._inner()
        return QSizeF(math.ceil(inner.width()) + 2, math.ceil(inner.height() + HEADER + BAR))

    def paint(self, painter: QPainter) -> None:
        area = QRectF(0, 0, self.size.width(), self.size.height())
        self.look.paint_ground(painter, area)
        view = view_of(self._bounds(), picture_area(area).size())
        show = self.material.shows[self.stage]
        paint_stage(painter, area, show, self._titles(self.stage), view, self.look)

    def _bounds(self) -> QRectF:
        content = self.material.shows[self.stage].content
        if self.material.part is not None:
            return self.material.part
        whole = content.bounds(with_padding=self._in_numbers(content))
        made_from = content.made_from
        return whole if made_from is None or not self._in_numbers(content) else whole.united(made_from)

    def _inner(self) -> QSizeF:
        """How large the picture is: cells that hold their numbers, or a photo with its longer side given."""
        content, bounds = self.material.shows[self.stage].content, self._bounds()
        if self._in_numbers(content):
            pitch = min(content.grid.rows.pitch, content.grid.columns.pitch)
            scale = max(
                RULED_CELL + 2, math.ceil(min(LARGEST_CELL, max(CELL, _room(content, bounds))) / pitch)
            )
            width, height = bounds.width() * scale, bounds.height() * scale
            return QSizeF(max(SHORTEST, width + RULER + EDGE), height + RULER + EDGE + NOTE)
        scale = LONGEST / max(bounds.width(), bounds.height())
        scale = max(1, int(scale)) if scale > 1 else scale
        return QSizeF(max(SHORTEST, bounds.width() * scale), max(8.0, bounds.height() * scale))

    def _in_numbers(self, content: Content) -> bool:
        shown = self.material.part
        grid = content.grid
        if shown is None:
            rows, columns = float(grid.rows.count), float(grid.columns.count)
        else:
            rows, columns = shown.height() / grid.rows.pitch, shown.width() / grid.columns.pitch
        return max(rows, columns) <= SMALL_GRID


def _room(content: Content, bounds: QRectF) -> float:
    """How wide a cell has to be for the longest number of a stretch of the ruler."""
    view = view_of(bounds, bounds.size() * CELL)
    rows, columns = visible_cells(view, content.grid)
    values = settled(content.values[rows.start : rows.stop, columns.start : columns.stop], content.noise)
    places = decimals_of(values)
    metrics = QFontMetricsF(theme.font("cell", QFont(), pixels=FIGURE))
    texts = {number(value, places) for value in values.ravel().tolist()}
    return max((metrics.horizontalAdvance(text) for text in texts), default=0.0) + 8


class ChainFigure(Figure):
    """Every stage side by side, the kernel and the formulas below: one slide."""

    @property
    def title(self) -> str:
        return self.material.title

    @property
    def size(self) -> QSizeF:
        return SLIDE

    def paint(self, painter: QPainter) -> None:
        self.look.paint_ground(painter, QRectF(0, 0, SLIDE.width(), SLIDE.height()))
        self._paint_head(painter)
        inner = SLIDE.width() - 2 * MARGIN
        top = MARGIN + HEAD
        height = SLIDE.height() - top - MARGIN - LOWER - GAP
        stages = self.material.stages
        width = (inner - GAP * (len(stages) - 1)) / len(stages)
        for place, stage in enumerate(stages):
            card = QRectF(round(MARGIN + place * (width + GAP)), top, int(width), height)
            self._paint_stage(painter, card, stage)
        below = SLIDE.height() - MARGIN - LOWER
        settings, chain = self.material.result.settings, self.material.result.chain
        planes = settings.kernel.weights.shape[2] if settings.kernel.weights.ndim == 3 else 1
        kernel = QRectF(MARGIN, below, 300 if planes == 1 else 420, LOWER)
        formula = QRectF(kernel.right() + GAP, below, inner - kernel.width() - GAP, LOWER)
        paint_kernel(painter, kernel, settings, self.look)
        paint_formula(painter, formula, chain, settings, self.look)

    def _paint_head(self, painter: QPainter) -> None:
        material, scheme = self.material, self.look.scheme
        line = QRectF(MARGIN, MARGIN - 8, SLIDE.width() - 2 * MARGIN, 36)
        third = QRectF(line.left(), line.top(), line.width() * 0.34, line.height())
        width = write(painter, third, material.title, ("title", "text1", 22), scheme)
        line.setLeft(line.left() + min(width, third.width()) + 20)
        words = chain_words(material.result.chain, material.result.settings)
        for pixels in (16.0, 15.0, 14.0, 13.0, 12.0):
            metrics = QFontMetricsF(theme.font("body", QFont(), pixels=pixels))
            if metrics.horizontalAdvance(words) <= line.width() or pixels == 12.0:
                write(painter, line, words, ("body", "text2", pixels), scheme, RIGHT)
                return

    def _paint_stage(self, painter: QPainter, card: QRectF, stage: StageName) -> None:
        size = picture_area(card).size()
        bounds = self.material.part or ruler(self.material.result.chain, size)
        view = view_of(bounds, size)
        paint_stage(painter, card, self.material.shows[stage], self._titles(stage), view, self.look)


def figure_of(material: Material, name: str, background: str = "light") -> Figure:
    """The figure called ``name``: a stage, or "chain"; KeyError for a stage that there is not."""
    chosen = look_of(background)
    if name == "chain":
        return ChainFigure(material, chosen)
    return StageFigure(material, chosen, {stage: stage for stage in material.stages}[name])  # type: ignore[index]
