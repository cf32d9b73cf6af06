"""From a result to what each stage card shows: colours, padding, dropped cells, histograms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF

from convviz.core.colours.ranges import AUTO, SATURATED, ColorRange, Ends, RangeMode, is_blind
from convviz.core.colours.stages import convolution_scale, drawn, reach, stage_scales
from convviz.core.explain.links import StageGrid, grids
from convviz.core.sizes.settings import STAGES, Settings, StageName
from convviz.core.sizes.shapes import AxisSize, ShapeSize
from convviz.core.stages.noise import settle, settled
from convviz.core.stages.on_demand import MapOnDemand
from convviz.core.stages.pipeline import Chain, Result
from convviz.core.stages.statistics import SMALL, histogram, magnitude, sample
from convviz.views.base.colours import ColourScale
from convviz.views.base.texts import say
from convviz.views.picture.scene import NO_PADDING, Content, Padding

BINS = 61
FEW = 1 << 12
"""How many values are worked out for the statistics of a map that is otherwise left uncomputed."""

MANY = 1 << 16
"""How many values of a map that is there are counted in its histogram."""

PADDING_RING_FROM = 8.0
"""Cells of at least this size show the padding ring when the picture is fitted."""

STEADY = 1.5
"""A range that changes by less than this factor is left as it is."""


@dataclass(frozen=True, eq=False)
class StageShow:
    """What one card shows of a stage.

    ``ends`` are those of the histogram and ``counts`` its bins: the range of the colours, and beside a
    chosen one all that the automatic one has. ``blind``: a fixed range that tells nothing of the values.
    """

    content: Content
    counts: NDArray[np.int64]
    beyond: tuple[bool, bool]
    same_range: bool
    ends: Ends = (0.0, 0.0)
    blind: bool = False


Shows: TypeAlias = dict[StageName, StageShow]


def contents(
    result: Result,
    color_range: ColorRange,
    channel: int,
    before: Shows | None = None,
    *,
    settled: bool = False,
    counted: bool = True,
    input_range: ColorRange = AUTO,
) -> Shows:
    """Prepare every stage of ``result`` that is switched on.

    ``channel`` chooses the map on show where each channel is convolved on its own. ``before`` is
    what is on show now: what is known of the same input is not counted again. ``settled`` says that
    this result only completes what is on show, so its colours must not jump. Without
    ``counted`` no histograms are made: there is no colour bar to show them. ``input_range`` is the range
    of the input, ``color_range`` that of all maps after it.
    """
    places, kept = _frame(result.chain, result.settings.activation != "none")
    known = before["convolution"] if before and settled else None
    scales = _scales(result, color_range, known, input_range)
    usual = _usual_scales(result, scales, color_range, input_range) if counted else scales
    shows: Shows = {}
    for stage in STAGES:
        array = result.stage(stage)
        if array is None or (stage == "activation" and result.settings.activation == "none"):
            continue
        content = Content(
            drawn(array, stage, scales[stage], channel),
            places[stage],
            scales[stage],
            _padding(result) if stage == "input" else Padding(),
            kept.get(stage),
            *_lost(result, stage, shows),
            noise=result.noise.of(stage),
        )
        if stage == "input" and before and _same_values(before["input"].content, content):
            was = before["input"]
            shows[stage] = was if _same_frame(was.content, content) else replace(was, content=content)
        elif not counted:
            shows[stage] = StageShow(content, np.zeros(0, np.int64), (False, False), False)
        else:
            shows[stage] = _with_statistics(content, usual[stage], stage, color_range, input_range)
    return shows


def laid_beside(
    result: Result,
    stage: StageName,
    channel: int,
    present: StageShow | None,
    ranges: tuple[ColorRange, ColorRange],
) -> StageShow:
    """How a stage of another result is shown beside ``present``: in its colours, where both have one kind.

    So one value has one colour in both. ``ranges`` are those chosen for the maps and for the input.
    """
    array, places = result.stage(stage), grids(result.chain)
    assert array is not None
    own = _scales(result, ranges[0], None, ranges[1])[stage]
    shared = present is not None and present.content.scale.kind == own.kind
    scale = present.content.scale if present is not None and shared else own
    size = result.chain.convolution_size
    before: StageName = "input"
    if stage == "pooling" and result.chain.pooling_size is not None:
        size, before = result.chain.pooling_size, "convolution"
    made_from = _covered(places[before]) if stage in ("convolution", "pooling") else None
    note = "" if made_from is None else _lost_words(size, pooling=stage == "pooling")
    values = drawn(array, stage, scale, channel)
    noise = result.noise.of(stage)
    content = Content(values, places[stage], scale, made_from=made_from, note=note, noise=noise)
    show = _with_statistics(content, scale, stage, *ranges)
    return replace(show, same_range=shared)


def _covered(grid: StageGrid) -> QRectF:
    """The stretch of the ruler under a stage."""
    corner = QPointF(grid.columns.edge(0), grid.rows.edge(0))
    return QRectF(corner, QPointF(grid.columns.edge(grid.columns.count), grid.rows.edge(grid.rows.count)))


def maps_on_show(
    result: Result, color_range: ColorRange, channel: int, input_range: ColorRange = AUTO
) -> dict[StageName, NDArray[Any]]:
    """What is drawn of every stage: of several maps with signed values only the one on show."""
    scales = _scales(result, color_range, None, input_range)
    stages = ((stage, result.stage(stage)) for stage in STAGES)
    return {
        stage: drawn(array, stage, scales[stage], channel) for stage, array in stages if array is not None
    }


def _same_values(one: Content, other: Content) -> bool:
    return one.values is other.values and one.scale == other.scale


def _same_frame(one: Content, other: Content) -> bool:
    """Whether the same values are also drawn alike: nothing needs to be painted again."""
    pads = [(c.padding.amounts, c.padding.fill, c.padding.constant) for c in (one, other)]
    return pads[0] == pads[1] and one.kept == other.kept


def most_sampled(array: Any) -> int:
    """How many values of a map are looked at for its statistics: fewer where each has to be computed."""
    planes = array.shape[2] if array.ndim == 3 else 1  # the same cells of a map and of each of its planes
    return FEW * planes if isinstance(array, MapOnDemand) else MANY


Scales: TypeAlias = dict[StageName, ColourScale]


def _scales(
    result: Result, color_range: ColorRange, shown: StageShow | None, input_range: ColorRange
) -> Scales:
    """The rule's scales; the convolution's stays as ``shown`` where the difference would not be seen."""
    scale = convolution_scale(result, color_range, _reach, input_range=input_range)
    if shown is not None and color_range.mode == "auto" and _close(shown.content.scale, scale):
        scale = shown.content.scale
    return stage_scales(result, color_range, scale, input_range=input_range)


def _usual_scales(result: Result, scales: Scales, color_range: ColorRange, input_range: ColorRange) -> Scales:
    """The automatic scales beside chosen ones: what can be seen of the values without them."""
    if color_range.mode == input_range.mode == "auto":
        return scales
    return stage_scales(result, AUTO, convolution_scale(result, AUTO, _reach))


def _close(one: ColourScale, other: ColourScale) -> bool:
    """Whether two ranges around zero are so close that another colour would seem to have no reason."""
    return one.kind == other.kind == "signed" and 1 / STEADY <= one.high / other.high <= STEADY


def _reach(result: Result, mode: RangeMode) -> Ends:
    """How far the convolution's values go; those of a sample where they are computed on demand."""
    if not isinstance(result.convolution, MapOnDemand):
        return reach(result, mode)
    most, noise = most_sampled(result.convolution), result.noise.convolution
    if mode == "auto":
        most_of_them = magnitude(result.convolution, most, noise=noise)
        return -most_of_them, most_of_them
    values = sample(result.convolution, most)
    values = values[np.isfinite(values)]
    if not values.size:
        return 0.0, 0.0
    beyond = SATURATED if mode == "percentiles" else 0
    low, high = np.percentile(values, (beyond, 100 - beyond))
    return settle(float(low), noise), settle(float(high), noise)


def shows_one_channel(result: Result, shows: Shows) -> bool:
    """Whether a person can choose which of several maps is on show."""
    return result.convolution.ndim == 3 and shows["convolution"].content.scale.kind == "signed"


def _padding(result: Result) -> Padding:
    amounts = result.chain.convolution_size.padding
    if amounts == NO_PADDING:
        return Padding()
    return Padding(amounts, result.settings.fill, result.fills)


Kept: TypeAlias = dict[StageName, tuple[int, int]]


@lru_cache(maxsize=8)
def _frame(chain: Chain, activated: bool) -> tuple[dict[StageName, StageGrid], Kept]:
    """Where the stages lie, and how many rows and columns of each the next one reads, if not all.

    Both are the same for every kernel of a size, and asked for at every step of a drag.
    """
    kept: Kept = {}
    before: StageName = "activation" if activated else "convolution"
    for stage, size in (("input", chain.convolution_size), (before, chain.pooling_size)):
        if size is not None:
            read = (_read_up_to(size.rows), _read_up_to(size.columns))
            if read[0] < size.rows.input or read[1] < size.columns.input:
                kept[stage] = read
    return grids(chain), kept


def _lost(result: Result, stage: StageName, shows: Shows) -> tuple[QRectF | None, str]:
    """What a stage was made from, and in words what of it has no output; for the two that shrink."""
    chain = result.chain
    if stage == "pooling" and chain.pooling_size is not None:
        before = shows[_before_pooling(result.settings)].content.bounds()
        return before, _lost_words(chain.pooling_size, pooling=True)
    if stage == "convolution":
        return shows["input"].content.bounds(), _lost_words(chain.convolution_size, pooling=False)
    return None, ""


def _lost_words(size: ShapeSize, *, pooling: bool) -> str:
    """A short note under a number grid: which rows and columns are dropped, or why the rim is missing."""
    rows, columns = (range(_read_up_to(axis), axis.input) for axis in (size.rows, size.columns))
    if rows and columns:
        both = {"rows": _row_words(rows), "columns": _column_words(columns)}
        return say("Lab", "{rows} and {columns} are dropped", **both)
    if rows:
        return say("Lab", "{rows} dropped", rows=_row_words(rows))
    if columns:
        return say("Lab", "{columns} dropped", columns=_column_words(columns))
    ring = size.rows.effective_kernel > 1 and size.columns.effective_kernel > 1
    if pooling or size.padding != NO_PADDING or not ring:
        return ""
    return say("Lab", "without padding the outer ring has no output")


def _row_words(rows: range) -> str:
    if len(rows) == 1:
        return say("Lab", "row {first}", first=rows[0])
    return say("Lab", "rows {first} to {last}", first=rows[0], last=rows[-1])


def _column_words(columns: range) -> str:
    if len(columns) == 1:
        return say("Lab", "column {first}", first=columns[0])
    return say("Lab", "columns {first} to {last}", first=columns[0], last=columns[-1])


def _before_pooling(settings: Settings) -> StageName:
    return "convolution" if settings.activation == "none" else "activation"


def _read_up_to(axis: AxisSize) -> int:
    return min(axis.input, (axis.output - 1) * axis.stride + axis.effective_kernel - axis.before)


def _with_statistics(
    content: Content, usual: ColourScale, stage: StageName, color_range: ColorRange, input_range: ColorRange
) -> StageShow:
    low, high = min(content.scale.low, usual.low), max(content.scale.high, usual.high)
    values = settled(sample(content.values, most_sampled(content.values)), content.noise)
    values = values[np.isfinite(values)]
    whole = content.values.size <= SMALL and bool(np.all(values == np.rint(values)))
    own_bins = whole and high - low <= 40 and low == int(low) and high == int(high)
    bins = int(high - low) + 1 if own_bins else BINS
    beyond = (bool(np.any(values < low)), bool(np.any(values > high)))
    is_own = stage in ("input", "convolution")
    is_fixed = is_own and (input_range if stage == "input" else color_range).mode == "fixed"
    blind = is_fixed and is_blind(values, content.scale.low, content.scale.high)
    counts = histogram(values[None], low, high, bins)
    return StageShow(content, counts, beyond, not is_own, (low, high), blind)


def bounds(chain: Chain, *, grid_like: bool) -> QRectF:
    """The stretch of the ruler that all stages together cover, the padding ring where it shows."""
    return QRectF(_bounds(chain, grid_like))


@lru_cache(maxsize=8)
def _bounds(chain: Chain, grid_like: bool) -> QRectF:
    area = QRectF()
    for stage, grid in grids(chain).items():
        ringed = grid_like and stage == "input"
        (top, bottom), (left, right) = chain.convolution_size.padding if ringed else NO_PADDING
        rows, columns = grid.rows, grid.columns
        corner = QPointF(columns.edge(-left), rows.edge(-top))
        area = area.united(
            QRectF(corner, QPointF(columns.edge(columns.count + right), rows.edge(rows.count + bottom)))
        )
    return area


def ruler(chain: Chain, room: QSizeF) -> QRectF:
    """The stretch that all stages cover, with the padding's ring where cells are large enough for it."""
    plain = bounds(chain, grid_like=False)
    (top, bottom), (left, right) = chain.convolution_size.padding
    cell = min(
        room.height() / max(1.0, plain.height() + top + bottom),
        room.width() / max(1.0, plain.width() + left + right),
    )
    return bounds(chain, grid_like=True) if cell >= PADDING_RING_FROM else plain
