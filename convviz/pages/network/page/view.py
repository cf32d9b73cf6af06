"""What the Network page shows, as one frozen value: worked out of the state and of what was computed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from convviz.document.state.state import SIDE, NetworkState
from convviz.network.compute.adapting import as_picture
from convviz.network.compute.forward import Activations, logit_layer
from convviz.network.model.layers import Convolution, Pooling, Reshape, Same
from convviz.network.model.network import Network
from convviz.network.model.terms import Cell
from convviz.pages.network import texts
from convviz.pages.network.digit.input import paper_name, paper_source
from convviz.pages.network.digit.steps import digit_steps, photo_steps
from convviz.pages.network.edits.figures import Figures
from convviz.pages.network.edits.filter import FilterView, filter_view
from convviz.pages.network.edits.shown import Shown
from convviz.pages.network.kept import Kept
from convviz.pages.network.shift.comparison import STILL
from convviz.pages.network.why import words
from convviz.pages.network.why.trail import Trail
from convviz.pages.network.why.why import Box, Why, field_of_cell, why, with_off
from convviz.views.base.texts import say
from convviz.views.network.answers.probability_view import Answers
from convviz.views.network.maps.maps_column import ColumnTexts
from convviz.views.network.maps.paint_maps import Highlights, as_maps, reaches
from convviz.views.network.network_panel import LayerShow
from convviz.views.network.paper.steps_view import StepShow

if TYPE_CHECKING:
    from convviz.network.digits.prepare import Preparation

Reach = NDArray[np.float64] | float
DARK = Highlights()


@dataclass(frozen=True, eq=False)
class Results:
    """What was computed of a state.

    ``read`` is what the network gets, (rows, columns) or with colours, None for a blank sheet; ``whole``
    the photo that it gets as it is. ``acts`` are of the picture ``acts_of``, which an earlier one may
    be while a slow network computes: ``is_coming`` until the newest values are there. ``before`` is
    what the trained network makes of ``read``, where it was changed.
    """

    shown: Shown
    preparation: Preparation | None = None
    whole: NDArray[Any] | None = None
    read: NDArray[Any] | None = None
    acts: Activations | None = None
    acts_of: NDArray[Any] | None = None
    before: Activations | None = None
    seconds: float = 0.0
    figures: Figures = Figures()
    is_coming: bool = False


@dataclass(frozen=True)
class Looks:
    """How it is looked at, which is no part of an experiment.

    ``trail`` leads to the chosen number, ``follows_winner`` until one is chosen. ``mode`` is the range of
    the colours ("map", "layer", "network"), ``order`` that of a sum's parts ("contribution", "channel").
    ``filter`` is the chosen (layer, filter). ``tab`` is the one in front, ``pointed`` the number under the
    pointer.
    """

    trail: Trail = ()
    follows_winner: bool = True
    mode: str = "layer"
    order: str = "contribution"
    filter: tuple[int, int] | None = None
    tab: str = "why"
    pointed: Cell | None = None


@dataclass(frozen=True, eq=False)
class View:
    """Everything on the page but the panels that compute on their own.

    ``maps`` has (values, what takes the full colour) for each column, and is None while nothing is
    computed. ``place`` is what `why` is about: as long as it is the same, only values have changed.
    ``off`` is None where no filter is chosen, else whether it is switched off; ``filter`` is None while
    its tab is not in front.
    """

    facts: tuple[str, ...]
    columns: tuple[LayerShow, ...]
    column_texts: tuple[ColumnTexts, ...]
    maps: tuple[tuple[NDArray[Any], Reach], ...] | None
    highlights: tuple[Highlights, ...]
    answer_header: ColumnTexts
    classes: tuple[str, ...]
    answers: Answers | None
    before: NDArray[Any] | None
    input_header: ColumnTexts
    digit: NDArray[Any] | None
    steps: tuple[StepShow, ...]
    why: Why
    place: object
    hint: Box | None
    off: bool | None
    lab: bool
    filter: FilterView | None
    status: str
    info: str


def resolve(state: NetworkState, results: Results, looks: Looks, kept: Kept | None = None) -> View:
    """The view of a state. What ``kept`` has from the last one, and did not change, is the same object."""
    kept, shown, acts = kept or Kept(), results.shown, results.acts
    trained, network = shown.trained, shown.network
    columns = kept(shown_layers, trained)
    still = state.movement == STILL
    explained = kept(
        _why, network, acts, looks.trail, looks.order, results.preparation if still else None,
        state.paper.photo is not None, looks.tab == "why",
    )  # fmt: skip
    hint = None if looks.pointed is None else _hint(network, looks.pointed)
    sees = explained.field if looks.pointed is None else hint
    return View(
        facts=kept(texts.fact_forms, network, results.figures.accuracy, results.figures.is_coming),
        columns=columns,
        column_texts=kept(_column_texts, columns, kept(_column_forms, trained, columns), acts),
        maps=kept(_maps, columns, acts, looks.mode),
        highlights=kept(_highlights, columns, explained, shown.off),
        answer_header=kept(texts.answer_texts, trained),
        classes=network.classes,
        answers=kept(_answers, network, acts),
        before=None if results.before is None else results.before.output,
        input_header=kept(_input_header, trained, state.paper, still, results.whole),
        digit=kept(_digit, network, results.preparation, results.read, acts, results.acts_of),
        steps=kept(_steps, trained, results.preparation, results.whole, results.read, acts, still,
                   state.paper.photo),
        why=explained,
        place=(trained.layers, looks.follows_winner or looks.trail),
        hint=hint,
        off=None if looks.filter is None else looks.filter in shown.off,
        lab=looks.filter is not None and isinstance(network.layers[looks.filter[0]], Convolution),
        filter=kept(filter_view, shown, looks.filter) if looks.tab == "filter" else None,
        status=_status(kept, state.paper, network, acts, looks, sees),
        info="" if acts is None else texts.time_line(results.seconds),
    )  # fmt: skip


# The maps and the answers


def shown_layers(network: Network) -> tuple[LayerShow, ...]:
    """The layers with a column: all but those that pass values on, and those that give the answer."""
    last = {len(network.layers) - 1, logit_layer(network)}
    shows = []
    for at, layer in enumerate(network.layers):
        if at in last or isinstance(layer, (Reshape, Same)):
            continue
        shape = (1, 1, 1)[: 3 - len(layer.shape)] + layer.shape
        shows.append(LayerShow(at, (shape[0], shape[1], shape[2]), isinstance(layer, Pooling)))
    return tuple(shows)


def _column_forms(network: Network, columns: tuple[LayerShow, ...]) -> tuple[texts.ColumnForms, ...]:
    return tuple([texts.column_forms(network, show.layer) for show in columns])


def _column_texts(
    columns: tuple[LayerShow, ...], forms: tuple[texts.ColumnForms, ...], acts: Activations | None
) -> tuple[ColumnTexts, ...]:
    found = []
    for show, form in zip(columns, forms, strict=True):
        values = None if acts is None else acts.of(show.layer)
        ends = (None, None) if values is None else (float(values.min()), float(values.max()))
        found.append(texts.column_texts(form, *ends))
    return tuple(found)


def _maps(
    columns: tuple[LayerShow, ...], acts: Activations | None, mode: str
) -> tuple[tuple[NDArray[Any], Reach], ...] | None:
    if acts is None:
        return None
    values = [acts.of(show.layer) for show in columns]
    return tuple(zip(values, colour_reaches(columns, acts, mode), strict=True))


def colour_reaches(columns: tuple[LayerShow, ...], acts: Activations, mode: str) -> list[Reach]:
    """For each column: the value, or the value of each map, that takes the full colour.

    ``mode`` is "map", "layer" or "network". Never 0.
    """
    maps = [reaches(as_maps(acts.of(show.layer))) for show in columns]
    if mode == "map":
        return [np.where(one > 0, one, 1.0) for one in maps]
    tops: list[Any] = [float(one.max()) or 1.0 for one in maps]
    return tops if mode == "layer" else [max(tops, default=1.0)] * len(tops)


def _answers(network: Network, acts: Activations | None) -> Answers | None:
    return None if acts is None else Answers(network.classes, acts.logits, acts.output)


def _highlights(
    columns: tuple[LayerShow, ...], explained: Why, off: frozenset[tuple[int, int]]
) -> tuple[Highlights, ...]:
    lit = explained.highlights
    return tuple([with_off(lit.get(show.layer, DARK), off, show.layer) for show in columns])


# The paper


def _input_header(network: Network, paper: Any, still: bool, whole: NDArray[Any] | None) -> ColumnTexts:
    if whole is not None:
        text = say("Network", "a photo, as it is")
        return replace(texts.input_texts(network, text), lines=((text,), ()))
    moved = say("Network", "moved by the sliders")
    return texts.input_texts(network, paper_source(paper) if still else moved)


def _digit(
    network: Network,
    preparation: Preparation | None,
    read: NDArray[Any] | None,
    acts: Activations | None,
    acts_of: NDArray[Any] | None,
) -> NDArray[Any] | None:
    """What the network sees: the picture in its size, as soon as it is there."""
    if read is None:
        return None if preparation is None else preparation.digit
    is_digit = network.input_shape == (SIDE, SIDE, 1) and read.shape == (SIDE, SIDE)
    return read if is_digit or acts is None or acts_of is not read else as_picture(acts.picture)


def _steps(
    network: Network,
    preparation: Preparation | None,
    whole: NDArray[Any] | None,
    read: NDArray[Any] | None,
    acts: Activations | None,
    still: bool,
    photo: Any,
) -> tuple[StepShow, ...]:
    if whole is not None:
        return photo_steps(network, whole, acts)
    coloured = photo is not None and photo.channels == 3
    return digit_steps(preparation, read, acts, photo=photo is not None, coloured=coloured, moved=not still)


# The chosen number


def _why(
    network: Network,
    acts: Activations | None,
    trail: Trail,
    order: str,
    preparation: Preparation | None,
    photo: bool,
    is_in_front: bool,
) -> Why:
    if acts is None or not trail:
        return Why(words.nothing(photo))
    return why(network, acts, trail, order, preparation, is_in_front=is_in_front)


def _hint(network: Network, pointed: Cell) -> Box | None:
    """What the number under the pointer sees."""
    if pointed.is_pixel:
        return pointed.row, pointed.column, pointed.row, pointed.column
    return field_of_cell(network, pointed)


def _status_line(paper: Any, network: Network, acts: Activations | None) -> str:
    shares = None if acts is None else acts.output
    return texts.status_line(paper_name(paper), network, shares, photo=paper.photo is not None)


def _status(
    kept: Kept, paper: Any, network: Network, acts: Activations | None, looks: Looks, sees: Box | None
) -> str:
    """What is read as what; then the number that is pointed at, or else the chosen one."""
    line = kept(_status_line, paper, network, acts)
    chosen = None if not looks.trail or looks.trail[-1].share else looks.trail[-1].cell
    cell = looks.pointed or chosen
    if acts is None or cell is None:
        return line
    return f"{line}&nbsp;&nbsp; {kept(words.place_line, network, acts, cell, sees)}"
