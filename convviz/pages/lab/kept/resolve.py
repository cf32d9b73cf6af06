"""From the document and a result of the kept settings to the view of the comparison: plain functions."""

from __future__ import annotations

from dataclasses import replace

from convviz.core.explain import links
from convviz.core.images.image import Image
from convviz.core.sizes.settings import StageName
from convviz.core.stages import pipeline
from convviz.core.stages.noise import settle
from convviz.core.stages.pipeline import Chain, Result
from convviz.document.state.state import DocumentState, KeptResult
from convviz.film.contents import StageShow, bounds, laid_beside
from convviz.film.texts import card_shape
from convviz.pages.lab.kept import words
from convviz.pages.lab.kept.places import (
    cell_under,
    pixel_cell,
    present_cell,
    same_place,
    shown_stage,
    without_later,
)
from convviz.pages.lab.pointing import Cell, Explanation, Highlights, Place
from convviz.pages.lab.texts import with_colour
from convviz.pages.lab.view import KeptView, LabView
from convviz.views.picture.scene import Highlight


def belongs(result: Result | None, image: Image | None, kept: KeptResult) -> bool:
    """Whether a result is of this picture under the kept settings, with or without the later stages."""
    if result is None or result.image is not image:
        return False
    return result.settings in (kept.settings, without_later(kept))


def resolve_kept(
    state: DocumentState,
    result: Result | None,
    present: LabView,
    cell: Cell | None,
    before: KeptView | None,
) -> KeptView | None:
    """The comparison for a state and the newest result of the kept settings, be it of another picture.

    ``present`` is the view of the present result, ``cell`` the kept cell that was pointed at last.
    """
    kept, image = state.kept, state.image
    if kept is None or image is None:
        return None
    parts = (kept, state.settings, image, result, present.pictures, present.sizes, present.explanation, cell)
    if before is not None and _same(before.made_of, parts):
        return before
    settings = present.pictures.result.settings if present.pictures is not None else state.settings
    stage, against = shown_stage(kept.settings, kept.stage), shown_stage(settings, kept.stage)
    view = KeptView(kept, stage, against, parts, present.pictures)
    chain, problem = _chain(image, kept)
    now = (state.settings, None if present.sizes is None else present.sizes.chain)
    colour = image.values.ndim == 3
    sentence = words.sentence((kept.settings, chain), now, kept.stage, colour=colour)
    view = replace(view, sentence=sentence, problem=problem)
    if chain is None:
        return view
    view = _painted(replace(view, bounds=bounds(chain, grid_like=False)), state, result, before)
    return _pointed(replace(view, text=_shape(view, chain)), chain, present.explanation, cell)


def _chain(image: Image, kept: KeptResult) -> tuple[Chain | None, str]:
    """The sizes of the kept settings on a picture, or why there are none."""
    settings = without_later(kept)
    try:
        return pipeline.chain(image.shape, settings), ""
    except ValueError as error:
        return None, words.misfit(image, settings, error)


def _same(old: tuple[object, ...], new: tuple[object, ...]) -> bool:
    """Whether the very same things were looked at; the cell, which is last, may be equal."""
    return all(a is b for a, b in zip(old[:-1], new[:-1], strict=True)) and old[-1] == new[-1]


def _shape(view: KeptView, chain: Chain) -> str:
    """What stands behind the title; of several maps also which one is on show."""
    text = card_shape(view.stage, chain, view.kept.settings)
    several = len(chain.shape(view.stage) or ()) == 3
    one = several and view.show is not None and view.show.content.values.ndim == 2
    return with_colour(text, view.channel) if one else text


def _painted(
    view: KeptView, state: DocumentState, result: Result | None, before: KeptView | None
) -> KeptView:
    """With its map, in the colours of the present one; until there is one, with that of the view before."""
    view = replace(view, channel=state.shown_channel)
    known = before if before is not None and before.stage == view.stage else None
    if result is None or not belongs(result, state.image, view.kept):
        same = known is not None and known.kept.settings == view.kept.settings
        return replace(view, show=known.show if same and known is not None else None)
    view = replace(view, result=result)
    if known is not None and known.result is result and known.pictures is view.pictures:
        return replace(view, show=known.show)
    beside = None if view.pictures is None else view.pictures.shows.get(view.against)
    ranges = state.color_range, state.input_range
    show = laid_beside(result, view.stage, view.channel, beside, ranges)
    return replace(view, show=_old_or(show, known))


def _old_or(show: StageShow, before: KeptView | None) -> StageShow:
    """The show of the view before where the new one would be painted alike."""
    if before is None or before.show is None:
        return show
    one, other = before.show.content, show.content
    alike = one.values is other.values and one.scale == other.scale and one.grid == other.grid
    return before.show if alike and before.show.same_range == show.same_range else show


def _pointed(view: KeptView, chain: Chain, explanation: Explanation | None, cell: Cell | None) -> KeptView:
    """With the cell at the place that is explained, and the two values there."""
    pictures, result = view.pictures, view.result
    if pictures is None or pictures.alone or result is None:
        return view
    own, others = links.grids(chain)[view.stage], links.grids(pictures.result.chain)[view.against]
    if cell is not None and not (cell[0] < own.rows.count and cell[1] < own.columns.count):
        cell = None  # of a larger picture
    paired = None if cell is None else same_place(cell, own, others)
    if explanation is not None:
        now = present_cell(explanation.focus, view.against)
        pointed = _at(explanation, view, chain, pictures.result.chain)
    elif cell is None:
        return view
    else:
        now, pointed = paired, cell
    if cell is not None and (paired is None or paired == now):
        now, pointed = paired, cell
    several = result.convolution.ndim == 3 or pictures.result.convolution.ndim == 3
    here = words.values(
        _value(result, view.stage, pointed, view.channel),
        _value(pictures.result, view.against, now, view.channel),
        view.channel if several else None,
    )
    window = None if pointed is None else Highlight("context", _window(chain, view.stage, pointed))
    return replace(view, pointed=pointed, window=window, alone=now is None, here=here)


def _at(explanation: Explanation, view: KeptView, chain: Chain, present: Chain) -> Cell | None:
    """The cell of the kept map at the place that is explained."""
    focus, grids = explanation.focus, links.grids(chain)
    if focus.stage == "input":
        if view.stage != "pooling":
            return pixel_cell(chain.convolution_size, focus.cell)
        return cell_under(grids["pooling"], focus.cell[0] + 0.5, focus.cell[1] + 0.5)
    now = present_cell(focus, view.against)
    return None if now is None else same_place(now, links.grids(present)[view.against], grids[view.stage])


def _window(chain: Chain, stage: StageName, cell: Cell) -> links.Cells:
    """What a kept cell reads of the input."""
    size = chain.convolution_size
    if stage != "pooling" or chain.pooling_size is None:
        return links.window(size, *cell)
    return links.span(links.inside(links.window(chain.pooling_size, *cell), chain.activation), size)


def _value(result: Result, stage: StageName, cell: Cell | None, channel: int) -> float | None:
    """The value of one cell as it reads; of several maps that of the one on show."""
    array = result.stage(stage)
    if array is None or cell is None or cell[0] >= array.shape[0] or cell[1] >= array.shape[1]:
        return None
    place = cell if array.ndim == 2 else (*cell, min(channel, array.shape[2] - 1))
    return settle(float(array[place]), result.noise.of(stage))


def present_place(view: KeptView | None, cell: Cell) -> Place | None:
    """The present cell at the place of a kept one; None where there is none."""
    if view is None or view.result is None or view.pictures is None or view.pictures.alone:
        return None
    grids = links.grids(view.result.chain)[view.stage], links.grids(view.pictures.result.chain)[view.against]
    found = same_place(cell, *grids)
    return None if found is None else (view.against, found)


def with_kept(highlights: Highlights, view: KeptView) -> Highlights:
    """The highlights of the present maps, with the window of the kept value where it is another one.

    Where the present map has no value at the kept one's place, none of its own is marked.
    """
    found = {} if view.alone else dict(highlights)
    on_input = found.get("input", [])
    if view.window is not None and not any(_equal(one.cells, view.window.cells) for one in on_input):
        found["input"] = [*on_input, view.window]
    return found


def _equal(one: links.Cells, other: links.Cells) -> bool:
    return list(one.rows) == list(other.rows) and list(one.columns) == list(other.columns)
