"""Painted number grids side by side with signs between them: window × kernel = products."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from convviz.views.base import theme
from convviz.views.base.numbers import figure
from convviz.views.base.painted import Cell, PaintedParts, cell_at, cell_rect, nearest_cell
from convviz.views.base.scale import px
from convviz.views.base.spoken import place_words
from convviz.views.base.texts import say
from convviz.views.explain.why import paint_grid
from convviz.views.explain.why.content import grid_title
from convviz.views.explain.why.paint_grid import Grid

LABEL, SIGN, FRAME = 20.0, 25.0, 3.0
LARGEST, LARGEST_OF_FEW, SMALLEST = 52.0, 56.0, 2.0


class Grids(PaintedParts[Cell]):
    """Grids of one size whose cells belong together: pointing at one lights it in all of them.

    ``pointed`` tells which cell, (row, column), or None. One stop for the keyboard: the arrow
    keys move between the cells, Escape points at none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grids: list[Grid] = []
        self._signs: list[str] = []
        self._tip: Callable[[str, Cell], str] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Window, kernel and products"))

    def set_grids(
        self, grids: list[Grid], signs: list[str], tip: Callable[[str, Cell], str] | None = None
    ) -> None:
        """Show ``grids`` with ``signs`` between them; ``tip`` says what a cell's tooltip holds."""
        self._grids, self._signs, self._tip = list(grids), list(signs), tip
        self.set_cell(self._part)

    def cell(self) -> Cell | None:
        """The pointed cell."""
        return self._part

    def set_cell(self, cell: Cell | None) -> None:
        """Light a cell in every grid, without announcing it."""
        self._part = cell if cell is not None and self._exists(cell) else None
        self.update()

    def columns(self) -> int:
        """How many columns of cells all grids have together."""
        return sum([grid.values.shape[1] for grid in self._grids])

    def rows(self) -> int:
        """How many rows of cells the highest grid has."""
        return max([grid.values.shape[0] for grid in self._grids], default=0)

    @staticmethod
    def around() -> float:
        """The height of everything but the cells."""
        return px(LABEL) + 2 * FRAME

    def shows_figures(self, width: float, height: float) -> bool:
        """Whether every grid has room for its figures in ``width`` × ``height``."""
        if not self._grids or height <= 0:
            return True
        wide, high = self.pitch(width, height)
        return all(paint_grid.has_figures(self.font(), grid, wide, high) for grid in self._grids)

    def needed(self, width: float, height: float) -> QSize:
        """How much of ``width`` × ``height`` the grids really take."""
        areas = self._areas(width, height)
        if not areas:
            return QSize(0, 0)
        word = QFontMetricsF(theme.font("caption", self.font())).horizontalAdvance(
            grid_title(self._grids[-1].key)
        )
        right = areas[-1].left() + max(areas[-1].width(), word)
        return QSize(int(right + FRAME + 1), int(max(a.bottom() for a in areas) + FRAME + 1))

    def areas(self) -> list[QRectF]:
        """Where each grid lies in the widget."""
        return self._areas(self.width(), self.height())

    def pitch(self, width: float, height: float) -> tuple[float, float]:
        """Width and height of a cell with its separator; wider than high where numbers need it."""
        most = px(LARGEST) if self.columns() > 6 else px(LARGEST_OF_FEW)
        high = min(most, (height - self.around()) / self.rows())
        room = (width - px(SIGN) * len(self._signs) - 2 * FRAME) / self.columns()
        need = max([paint_grid.needed_width(self.font(), grid) for grid in self._grids])
        wide = min(room, max(high, need if high >= px(18) else 0))
        high = min(high, wide)
        if high >= 8:
            return float(int(wide)), float(int(high))
        return max(SMALLEST, int(wide * 2) / 2), max(SMALLEST, int(high * 2) / 2)

    def gains(self, width: float, height: float, other_width: float, other_height: float) -> bool:
        """Whether the cells are larger in the other room."""
        if not self._grids or other_height <= 0:
            return False
        return self.pitch(other_width, other_height) > self.pitch(width, height)

    def _areas(self, width: float, height: float) -> list[QRectF]:
        if not self._grids or width <= 0 or height <= 0:
            return []
        wide, high = self.pitch(width, height)
        tallest = max(g.values.shape[0] for g in self._grids) * high
        metrics = QFontMetricsF(theme.font("caption", self.font()))
        x, areas = FRAME, []
        for grid in self._grids:
            rows, columns = grid.values.shape
            top = px(LABEL) + FRAME + (tallest - rows * high) / 2
            areas.append(QRectF(x, top, columns * wide, rows * high))
            word = metrics.horizontalAdvance(grid_title(grid.key)) + 8
            x += columns * wide + max(px(SIGN), word - columns * wide)
        return areas

    def cell_rect(self, index: int, cell: Cell) -> QRectF:
        """Where a cell of grid ``index`` lies in the widget."""
        return cell_rect(self.areas()[index], self._grids[index].values.shape, cell)

    def _exists(self, cell: Cell) -> bool:
        return bool(self._grids) and nearest_cell(cell, self._grids[0].values.shape) == cell

    def _find(self, place: QPointF) -> tuple[int, Cell] | None:
        for index, area in enumerate(self.areas()):
            cell = cell_at(area, self._grids[index].values.shape, place)
            if cell is not None:
                return index, cell
        return None

    def part_at(self, place: QPointF) -> Cell | None:
        found = self._find(place)
        same = found is not None and self._grids[found[0]].values.shape == self._grids[0].values.shape
        return found[1] if found is not None and same else None

    def tip_at(self, place: QPointF) -> str:
        found = self._find(place)
        return self._tip(self._grids[found[0]].key, found[1]) if found is not None and self._tip else ""

    def tip(self, part: Cell) -> str:
        return self._tip(self._grids[-1].key, part) if self._tip else ""

    def spoken(self, part: Cell) -> str:
        """The cell with what it is in every grid: "Row 0, column 1: window 1, kernel −1, products −1"."""
        same = [grid for grid in self._grids if grid.values.shape == self._grids[0].values.shape]
        values = [f"{grid_title(grid.key)} {figure(float(grid.values[part]))}" for grid in same]
        return place_words(*part, say("Step", ", ").join(values))

    def step(self, down: int, right: int) -> bool:
        if not self._grids:
            return False
        row, column = (self._part[0] + down, self._part[1] + right) if self._part is not None else (0, 0)
        self.point(nearest_cell((row, column), self._grids[0].values.shape), by_keys=True)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._part is not None:
            self.point(None)
        else:
            super().keyPressEvent(event)

    def draw(self, painter: QPainter, colours: theme.Tokens) -> None:
        areas = self.areas()
        for grid, area in zip(self._grids, areas, strict=True):
            paint_grid.paint_cells(painter, area, grid, colours)
            self._paint_label(painter, area, grid, colours)
        for index, (grid, area) in enumerate(zip(self._grids, areas, strict=True)):
            paint_grid.paint_highlights(painter, area, grid, colours)
            if self._part is not None and grid.values.shape == self._grids[0].values.shape:
                paint_grid.paint_pointed(painter, self.cell_rect(index, self._part), colours)
        self._paint_signs(painter, areas, colours)
        if self.hasFocus() and areas:
            paint_grid.paint_focus(painter, areas[0], colours)

    def _paint_label(self, painter: QPainter, area: QRectF, grid: Grid, colours: theme.Tokens) -> None:
        self.write_in(painter, "caption", grid.frame if grid.frame == "win" else "text2")
        top = area.top() - FRAME - px(LABEL)
        place = QRectF(area.left(), top, self.width() - area.left(), px(LABEL) - 3)
        painter.drawText(
            place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), grid_title(grid.key)
        )

    def _paint_signs(self, painter: QPainter, areas: list[QRectF], colours: theme.Tokens) -> None:
        painter.setFont(theme.font("body", self.font(), pixels=px(16)))
        painter.setPen(colours.color("text2"))
        for sign, area, after in zip(self._signs, areas, areas[1:], strict=False):
            place = QRectF(area.right() + 1, area.top(), after.left() - area.right() - 1, area.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), sign)
