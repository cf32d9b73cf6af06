"""Which stage and which cell of a kept result belong to those of the present one: plain functions."""

from __future__ import annotations

from dataclasses import replace

from convviz.core.explain.links import StageGrid, centred
from convviz.core.sizes.settings import PoolSettings, Settings, StageName
from convviz.core.sizes.shapes import ShapeSize
from convviz.document.state.state import KeptResult
from convviz.pages.lab.pointing import Cell, Focus


def shown_stage(settings: Settings, stage: StageName) -> StageName:
    """The stage itself, or where it is switched off the last one before it that is not.

    >>> from convviz.document.state.state import default_settings
    >>> plain = replace(default_settings(), activation="none", pool=PoolSettings())
    >>> shown_stage(plain, "pooling"), shown_stage(default_settings(), "pooling")
    ('convolution', 'pooling')
    """
    if stage == "pooling" and settings.pool.kind == "none":
        stage = "activation"
    return "convolution" if stage == "activation" and settings.activation == "none" else stage


def without_later(kept: KeptResult) -> Settings:
    """The kept settings, without the stages that come after the kept one: they are not computed."""
    if kept.stage == "pooling":
        return kept.settings
    plain = replace(kept.settings, pool=PoolSettings())
    return replace(plain, activation="none") if kept.stage == "convolution" else plain


def cell_under(grid: StageGrid, row: float, column: float) -> Cell | None:
    """The cell of a stage that covers a point of the ruler (in input pixels); None where it has none."""
    down, across = grid.rows.index(row), grid.columns.index(column)
    return None if down is None or across is None else (down, across)


def same_place(cell: Cell, grid: StageGrid, other: StageGrid) -> Cell | None:
    """The cell of another map that lies where the centre of ``cell`` lies in the input.

    >>> from convviz.core.explain.links import AxisGrid
    >>> fine, coarse = AxisGrid(0.0, 1.0, 9), AxisGrid(-0.5, 2.0, 5)
    >>> same_place((2, 1), StageGrid(coarse, coarse), StageGrid(fine, fine))
    (4, 2)
    """
    row, column = grid.rows.edge(cell[0] + 0.5), grid.columns.edge(cell[1] + 0.5)
    return cell_under(other, row, column)


def present_cell(focus: Focus, stage: StageName) -> Cell | None:
    """The cell of a present stage that a focus is about."""
    return focus.pooling if stage == "pooling" else focus.convolution


def pixel_cell(size: ShapeSize, pixel: Cell) -> Cell:
    """The cell whose window is centred on an input pixel, or is the nearest to it."""
    return centred(size.rows, pixel[0]), centred(size.columns, pixel[1])
