"""From a result and a moment of its film to what the Step page shows: plain functions, nothing kept.

Every moment is worked out by itself, by `trace`; no frame depends on the one before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from convviz.core.colours.ranges import AUTO, ColorRange
from convviz.core.explain import links
from convviz.core.explain.links import Cells
from convviz.core.explain.trace import ConvolutionTrace, PoolingTrace, settled_trace, trace
from convviz.core.film.moments import Act, Film, Moment
from convviz.core.sizes.settings import StageName
from convviz.core.sizes.shapes import ShapeSize
from convviz.core.stages.pipeline import Result
from convviz.film import contents as lab_contents
from convviz.views.explain.why.content import Scales
from convviz.views.picture.scene import Content, Highlight

Cell: TypeAlias = tuple[int, int]
Traced: TypeAlias = ConvolutionTrace | PoolingTrace


@dataclass(frozen=True)
class Pins:
    """The two cells of the convolution that are being compared; None where there is none."""

    a: Cell | None = None
    b: Cell | None = None


@dataclass(frozen=True, eq=False)
class Stage:
    """One act of the film on its cards: what is read, what is made of it, and how it is coloured."""

    act: Act
    size: ShapeSize
    input: Content
    output: Content
    values: NDArray[Any]
    scales: Scales

    def number(self, moment: Moment) -> int:
        """Which cell of the act ``moment`` is about, counted from 0."""
        row = self.act.rows.index(moment.row)
        return row * len(self.act.columns) + self.act.columns.index(moment.column)

    @property
    def is_part(self) -> bool:
        """Whether the film shows only some of the output's cells."""
        return self.act.cells < self.size.rows.output * self.size.columns.output

    def has(self, cell: Cell) -> bool:
        """Whether the film shows this output cell."""
        return cell[0] in self.act.rows and cell[1] in self.act.columns


@dataclass(frozen=True, eq=False)
class Scene:
    """One moment: its arithmetic, and the marks and landed cells of both grids."""

    moment: Moment
    stage: Stage
    trace: Traced
    number: int
    landed: NDArray[np.bool_]
    input_marks: list[Highlight]
    output_marks: list[Highlight]
    input_lit: Cells
    output_lit: Cells


def stages(
    result: Result, film: Film, color_range: ColorRange, channel: int, input_range: ColorRange = AUTO
) -> dict[str, Stage]:
    """Every act of ``film`` as its cards show it; ``channel`` is the map on show, where there are several."""
    shows = lab_contents.contents(result, color_range, channel, counted=False, input_range=input_range)
    contents = {key: show.content for key, show in shows.items()}
    before: StageName = "convolution" if result.settings.activation == "none" else "activation"
    lost = contents["convolution"]
    made = replace(contents[before], made_from=lost.made_from, note=lost.note)
    values_scale = contents["convolution"].scale
    found: dict[str, Stage] = {}
    for act in film.acts:
        if act.stage == "convolution":
            size, given, output = result.chain.convolution_size, contents["input"], made
        else:
            assert result.chain.pooling_size is not None
            size, given, output = result.chain.pooling_size, contents[before], contents["pooling"]
            values_scale = given.scale
        scales = Scales(contents["input"].scale, values_scale)
        values = output.to_colour(_plane(output.values, channel))
        found[act.stage] = Stage(act, size, given, output, values, scales)
    return found


def _plane(values: NDArray[Any], channel: int) -> NDArray[Any]:
    return values if values.ndim == 2 else values[:, :, min(channel, values.shape[2] - 1)]


def traced(result: Result, stage: str, cell: Cell, channel: int) -> Traced:
    """The arithmetic of an output cell of an act, its activation included, as it reads."""
    planes = result.convolution.shape[2] if result.convolution.ndim == 3 else 1
    name: StageName = "pooling" if stage == "pooling" else "activation"
    found = trace(result, name, *cell, min(channel, planes - 1))
    return settled_trace(found, result.noise)


def scene(
    result: Result,
    made: dict[str, Stage],
    moment: Moment,
    pins: Pins,
    channel: int = 0,
    known: Scene | None = None,
) -> Scene:
    """What the moment shows; ``known`` is another moment of the same cell, if there was one."""
    stage = made[moment.stage]
    cell = (moment.row, moment.column)
    found = traced(result, moment.stage, cell, channel) if known is None else known.trace
    number = stage.number(moment)
    window = links.window(stage.size, *cell) if known is None else known.input_lit
    one = Cells((cell[0],), (cell[1],))
    read, out = pin_marks(stage, pins)
    read.append(Highlight("window", window))
    if isinstance(found, PoolingTrace) and found.winner is not None and moment.products == stage.act.taps:
        read.append(Highlight("winner", Cells((found.winner[0],), (found.winner[1],))))
    if stage.is_part:
        out.insert(0, Highlight("fed", Cells(stage.act.rows, stage.act.columns)))
    out.append(Highlight("out", one))
    landed = landed_cells(stage, number + moment.landed)
    return Scene(moment, stage, found, number, landed, read, out, window, one)


def landed_cells(stage: Stage, count: int) -> NDArray[np.bool_]:
    """Which output cells have their result after the first ``count`` of the act."""
    mask = np.zeros(stage.values.shape, dtype=np.bool_)
    rows, columns = stage.act.rows, stage.act.columns
    block = np.zeros(len(rows) * len(columns), dtype=np.bool_)
    block[:count] = True
    mask[rows.start : rows.stop, columns.start : columns.stop] = block.reshape(len(rows), len(columns))
    return mask


def pin_marks(stage: Stage, pins: Pins) -> tuple[list[Highlight], list[Highlight]]:
    """Both pins on the two grids of an act: their windows and cells, or the cells that are pooled."""
    read: list[Highlight] = []
    out: list[Highlight] = []
    for kind, cell in (("pinB", pins.b), ("pinA", pins.a)):
        if cell is None:
            continue
        one = Cells((cell[0],), (cell[1],))
        if stage.act.stage == "pooling":
            read.append(Highlight(kind, one))  # type: ignore[arg-type]
        elif cell[0] < stage.size.rows.output and cell[1] < stage.size.columns.output:
            read.append(Highlight(kind, links.window(stage.size, *cell)))  # type: ignore[arg-type]
            out.append(Highlight(kind, one))  # type: ignore[arg-type]
    return read, out


def preview_marks(stage: Stage, cell: Cell) -> tuple[list[Highlight], list[Highlight]]:
    """A pointed output cell, lightly: the window it would read, and itself."""
    return (
        [Highlight("context", links.window(stage.size, *cell))],
        [Highlight("fed", Cells((cell[0],), (cell[1],)))],
    )


def fed_marks(stage: Stage, pixel: Cell) -> list[Highlight]:
    """The output cells that read a pointed input."""
    fed = links.fed(stage.size, *pixel)
    return [] if fed.empty else [Highlight("fed", fed)]


CONTEXT = 1
"""How many input pixels are seen around the region that is filmed."""


def ground(made: dict[str, Stage], *, whole: bool) -> QRectF:
    """The stretch of the ruler to be seen: everything, or the filmed cells' windows and a little around."""
    everything = QRectF()
    for stage in made.values():
        everything = everything.united(stage.input.bounds(with_padding=True)).united(stage.output.bounds())
    first = made.get("convolution")
    if whole or first is None or not first.act.cells:
        return everything
    rows, columns = first.size.rows, first.size.columns
    top, left = rows.start(first.act.rows[0]), columns.start(first.act.columns[0])
    bottom = rows.positions(first.act.rows[-1])[-1] + 1
    right = columns.positions(first.act.columns[-1])[-1] + 1
    seen = QRectF(left, top, right - left, bottom - top)
    return seen.adjusted(-CONTEXT, -CONTEXT, CONTEXT, CONTEXT).intersected(everything)
