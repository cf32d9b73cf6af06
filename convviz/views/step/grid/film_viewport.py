"""The film's viewport: cells of any size in whole pixels, and always room for the rulers."""

from __future__ import annotations

from convviz.views.picture.viewport import RULER, WHOLE_GRID_CELL, Viewport

MARGIN = 6.0
LEAST_CELL = 7.0
"""Cells smaller than this have no rulers, and need no room for them."""


class FilmViewport(Viewport):
    """Like the Lab's, but number grids begin at smaller cells: figures give way, rulers stay."""

    def _fit_scale(self) -> float:
        width, height = self.content.width(), self.content.height()
        room = (self.size.width() - RULER - MARGIN, self.size.height() - RULER - MARGIN)
        cell = min(room[0] / width, room[1] / height)
        return float(min(int(cell), WHOLE_GRID_CELL)) if cell >= LEAST_CELL else super()._fit_scale()

    def _ruler_shift(self) -> float:
        return RULER / self.scale / 2 if self.scale >= LEAST_CELL else 0.0
