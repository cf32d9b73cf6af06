"""From the document and a result to the view of the Lab: plain functions of what they are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from operator import attrgetter

import numpy as np
from PySide6.QtCore import QPointF

from convviz.core.base.limits import LIMITS, Limit
from convviz.core.colours.stages import has_unit_range, input_scale, input_span, shown_times
from convviz.core.images.image import Image, pixel_limit
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import STAGES, PoolSettings, Settings, StageName
from convviz.core.stages import pipeline
from convviz.core.stages.pipeline import Chain, Result
from convviz.document.state.state import DocumentState
from convviz.film.contents import Shows, StageShow, contents, shows_one_channel
from convviz.pages.lab import texts
from convviz.pages.lab.kept.resolve import resolve_kept, with_kept
from convviz.pages.lab.pointing import (
    Cell,
    Explanation,
    Highlights,
    Place,
    explain,
    lit,
    loupe_highlights,
    remainders,
    rest_highlights,
    strongest,
)
from convviz.pages.lab.view import (
    BLANK,
    BLANK_CARDS,
    LOUPE_INPUT,
    LOUPE_POOLED,
    NO_LOUPE,
    UNTOUCHED,
    CardView,
    LabView,
    Pictures,
    Screen,
    Sizes,
    Traces,
)
from convviz.views.base.numbers import TIMES, figure, shape_text
from convviz.views.base.texts import image_title, listed, pool_name, say
from convviz.views.picture.scene import Highlight
from convviz.views.pixels.drawing import Canvas
from convviz.views.settings.complaints import complaint


def resolve(
    state: DocumentState,
    result: Result | None,
    screen: Screen = UNTOUCHED,
    before: LabView = BLANK,
    kept: Result | None = None,
) -> LabView:
    """The page for a state of the document and the newest result there is, be it of other settings.

    ``kept`` is the newest result of the settings that are kept to compare with.
    What is known from the view ``before`` is taken from it, the very same objects: without it everything
    is worked out, in the language of the moment. A new picture shows when its first result is there.
    """
    settings, image = state.settings, state.image
    sizes = _sizes(state, result, before.sizes)
    pictures = _pictures(state, result, sizes, before.pictures)
    colour = image is not None and image.values.ndim == 3
    possible = image is not None and has_unit_range(image)
    planes = (1, True, 0)
    if colour and settings.channels != "grey":
        planes = (3, settings.channels == "sum", min(state.shown_channel, 2))
    found = _strongest(pictures, screen, before)
    place = screen.place or found[1]
    explanation = _explanation(pictures, place, before)
    view = LabView(
        settings=settings,
        image=image,
        planes=planes,
        input_range=None if image is None else input_span(image, settings),
        frames=_frames(image),
        moving=screen.moving,
        channel_mode=(colour, settings.channels),
        unit=(settings.unit_range and possible, possible),
        canvas=canvas(image if screen.moving is None else None, settings, on=screen.draws),
        sizes=sizes,
        off=before.off if sizes is None else sizes.off,
        pictures=pictures,
        choices=(screen.average, state.color_range.mode),
        input_choice=state.input_range.mode,
        pinned=state.pin is not None,
        tap=screen.tap,
        explanation=explanation,
        at_rest=screen.place is None and explanation is not None,
        strongest=found,
        traces=_traces(pictures, explanation, before),
        cards=before.cards,
        title=state.title,
        stale=_is_stale(state, sizes, pictures, failed=screen.failed),
    )
    if state.kept is not None:
        view = replace(view, kept=resolve_kept(state, kept, view, screen.kept_cell, before.kept))
    return replace(view, cards=_cards(view, before), status=_status(view, before))


def canvas(image: Image | None, settings: Settings, *, on: bool) -> Canvas:
    """What can be drawn on a picture as the settings show it, in the values that are shown.

    >>> from convviz.core.samples.pictures import x_image
    >>> canvas(x_image(), Settings(Kernel([[1]])), on=True).bright
    1.0
    """
    if image is None or max(image.shape[:2]) > LIMITS["picture side"].high:
        return Canvas()
    times, limit = shown_times(image, settings), pixel_limit(image)
    if times != 1:
        limit = Limit(limit.low / times, limit.high / times)
    channels = image.values.ndim == 3 and settings.channels != "grey"
    return Canvas(on, True, channels, limit, _notch((image.high - image.low) / times), image.high / times)


def _notch(span: float) -> float:
    """A step of a value in a range that is so wide: about a sixtieth, a whole number where that is one.

    >>> _notch(255), _notch(2), _notch(1)
    (4, 1.0, 0.1)
    """
    return max(1, round(span / 64)) if span > 2 else 1.0 if span > 1 else 0.1


def _frames(image: Image | None) -> tuple[int, int, str, tuple[str, ...]]:
    """Which of how many, of which array; a picture that is in no file, and pasted as none, is alone."""
    if image is None or (image.source is None and not image.file_bytes):
        return 0, 1, "", ()
    return image.part.frame, image.frames, image.part.array, image.arrays


# Sizes and pictures


def _sizes(state: DocumentState, result: Result | None, before: Sizes | None) -> Sizes | None:
    image, settings = state.image, state.settings
    if image is None:
        return None
    if before is not None and before.image is image and before.settings.frame() == settings.frame():
        if before.possible is None or before.settings == settings:
            return before
        return replace(before, settings=settings, possible=replace(settings, pool=PoolSettings()))
    try:
        chain = pipeline.chain(image.shape, settings)
    except ValueError as error:
        problem = complaint(image, settings, error)
    else:
        return Sizes(image, settings, chain, None, _card_texts(chain, settings), _switched_off(settings))
    if problem.field == "pool":
        possible = replace(settings, pool=PoolSettings())
        chain, off = pipeline.chain(image.shape, possible), _switched_off(possible) - {"pooling"}
        shapes = {**_card_texts(chain, possible), "pooling": pool_name(settings)}
        return Sizes(image, settings, chain, problem, shapes, off, possible)
    off = before.off if before is not None else frozenset()
    if result is None or result.image is not image:
        return Sizes(image, settings, None, problem, {"input": shape_text(image.shape)}, off)
    if before is not None:
        return Sizes(image, settings, None, problem, before.texts, off)
    kept = result.settings
    return Sizes(image, settings, None, problem, _card_texts(result.chain, kept), _switched_off(kept))


def _card_texts(chain: Chain, settings: Settings) -> dict[StageName, str]:
    return {stage: texts.card_shape(stage, chain, settings) for stage in STAGES}


def _switched_off(settings: Settings) -> frozenset[StageName]:
    off: list[StageName] = ["activation"] if settings.activation == "none" else []
    return frozenset([*off, "pooling"] if settings.pool.kind == "none" else off)


def _pictures(
    state: DocumentState, result: Result | None, sizes: Sizes | None, before: Pictures | None
) -> Pictures | None:
    if sizes is None:
        return None
    known = before if before is not None and before.result.image is sizes.image else None
    if not sizes.is_live and known is not None:
        if known.alone and known.result.settings.channels == sizes.settings.channels:
            return known
        result = None if known.alone else known.result  # the last good pictures stay
    if result is None or result.image is not sizes.image:
        # The first result of a new picture is on its way, or there will be none.
        return before if sizes.is_live else _input_alone(state, sizes.image)
    if known is None or known.alone:
        return _painted(state, result, before.shows if before is not None else None)
    ranges = (known.color_range, known.input_range) == (state.color_range, state.input_range)
    if known.result is result and ranges and known.channel == state.shown_channel:
        return known
    same = ranges and known.result.settings == result.settings
    return _painted(state, result, known.shows, settled=same and known.result is not result)


def _painted(state: DocumentState, result: Result, known: Shows | None, *, settled: bool = False) -> Pictures:
    maps, first, channel = state.color_range, state.input_range, state.shown_channel
    shows = contents(result, maps, channel, known, settled=settled, input_range=first)
    return Pictures(result, maps, first, channel, shows)


def _input_alone(state: DocumentState, image: Image) -> Pictures:
    """A new picture although the settings do not fit it: it has no result.

    Only small pictures are too small for a kernel, so looking at them costs nothing.
    """
    plain = replace(Settings(Kernel([[1.0]])), channels=state.settings.channels)
    result = pipeline.run(image, plain)
    painted = _painted(state, result, None)
    return replace(painted, shows={"input": painted.shows["input"]}, alone=True)


def _card_text(view: LabView, stage: StageName) -> str:
    """The shape; where one of several maps is shown, with its colour."""
    assert view.sizes is not None
    text, pictures = view.sizes.texts.get(stage, ""), view.pictures
    if stage != "convolution" or pictures is None or pictures.alone:
        return text
    several = shows_one_channel(pictures.result, pictures.shows)
    return texts.with_colour(text, pictures.channel) if several else text


def _is_stale(state: DocumentState, sizes: Sizes | None, pictures: Pictures | None, *, failed: bool) -> bool:
    """Whether the pictures are those of older settings, and no others are on their way."""
    if pictures is None or pictures.alone or pictures.result.image is not state.image:
        return False
    partly = sizes.possible if sizes is not None else None
    over = failed or (sizes is not None and not sizes.is_live)
    return over and pictures.result.settings != (partly or state.settings)


# The cell that is asked about


def _strongest(pictures: Pictures | None, screen: Screen, before: LabView) -> tuple[bool, Place | None]:
    """Whether the map was searched, and its strongest response; a map is searched once, when that is wanted.

    While large maps are not yet computed whole it stays where it was.
    """
    if pictures is None or pictures.alone:
        return False, None
    if before.strongest[0] and _same_map(pictures, before):
        return before.strongest
    if screen.place is not None:
        return False, None
    partial = not isinstance(pictures.result.convolution, np.ndarray)
    if partial and before.at_rest and before.explanation is not None:
        return False, before.explanation.focus.place
    return not partial, strongest(pictures.result, pictures.channel)


def _same_map(pictures: Pictures, before: LabView) -> bool:
    """Whether the map on show is that of the view before."""
    old = before.pictures
    return old is not None and old.result is pictures.result and old.channel == pictures.channel


def _explanation(pictures: Pictures | None, place: Place | None, before: LabView) -> Explanation | None:
    if pictures is None or pictures.alone or place is None:
        return None
    known = before.explanation
    if known is not None and known.focus.place == place and _same_map(pictures, before):
        return known
    return explain(pictures.result, *place, pictures.channel)


def _traces(pictures: Pictures | None, explanation: Explanation | None, before: LabView) -> Traces | None:
    if pictures is None or explanation is None:
        return None
    if explanation is before.explanation and pictures is before.pictures:
        return before.traces
    result, read = pictures.result, explanation.settled(pictures.result.noise)
    scale = input_scale(result.image, result.settings, pictures.input_range)
    values, left = pictures.shows["convolution"].content.scale, remainders(result, explanation)
    slope = result.settings.slope
    place, shown = explanation.focus.place, pictures.channel
    return Traces(read.convolution, read.pooling, scale.low, scale.high, values, slope, place, shown, left)


def _status(view: LabView, before: LabView) -> str:
    """What the strip at the bottom says: the picture's facts, and the way to the cell that is asked about."""
    pictures, explanation = view.pictures, view.explanation
    if pictures is None or pictures.result.image is not view.image:
        return before.status
    line = texts.moving_line(view.moving)
    old, parts = before.pictures, (explanation, view.title, view.pinned, view.at_rest, line)
    known = old is not None and old.result.image is view.image and before.status != ""
    shown = (before.explanation, before.title, before.pinned, before.at_rest)
    if known and parts == (*shown, texts.moving_line(before.moving)):
        return before.status
    image = pictures.result.image
    title = texts.moving_title(view.moving) or view.title or image_title(image)
    facts = listed(filter(None, (texts.image_facts(image, title), line)))
    if explanation is None:
        return facts
    place = texts.place_line(pictures.result, explanation, pinned=view.pinned)
    if view.at_rest:
        place = say("Lab", "Strongest response: {place}", place=place)
    return f"{facts}&nbsp;&nbsp;&nbsp;&nbsp;{place}"


# Cards


def _cards(view: LabView, before: LabView) -> Mapping[StageName, CardView]:
    if card_parts(view) == card_parts(before):
        return before.cards
    if view.sizes is None:
        return BLANK_CARDS
    pictures, explanation = view.pictures, view.explanation
    highlights: Highlights = {}
    enlarged: Highlights = {}
    if pictures is not None and not pictures.alone and (explanation is not None or view.tap is not None):
        explained = None if view.at_rest else explanation
        highlights = lit(pictures.result, explained, view.tap)
        if view.at_rest and explanation is not None:
            highlights.update(rest_highlights(explanation))
        if explanation is not None:
            enlarged = loupe_highlights(pictures.result.chain, explanation)
    if view.kept is not None and (view.kept.alone or not view.at_rest):
        highlights = with_kept(highlights, view.kept)
    cards: dict[StageName, CardView] = {}
    for stage, old in before.cards.items():
        marks = tuple(highlights.get(stage, ()))
        cards[stage] = _card(view, stage, old, marks, tuple(enlarged.get(stage, ())))
    return cards


card_parts = attrgetter("sizes", "pictures", "explanation", "at_rest", "tap", "pinned", "stale", "kept")
"""What the cards are made of."""


def _card(
    view: LabView,
    stage: StageName,
    before: CardView,
    marks: tuple[Highlight, ...],
    enlarged: tuple[Highlight, ...],
) -> CardView:
    assert view.sizes is not None
    text, greyed = _card_text(view, stage), view.stale and stage != "input"
    pictures, explanation = view.pictures, view.explanation
    show = None if pictures is None else pictures.shows.get(stage)
    if stage == "pooling" and view.sizes.possible is not None:
        show = None  # that of the pooling before, until the stages before it are there anew
    if pictures is None or show is None:  # the bar and its caption stay, of what was there before
        why_not = _why_not(view.sizes) if stage == "pooling" else ""
        return CardView(text, None, before.bar, greyed, why_not, highlights=marks, captions=before.captions)
    loupe = None if explanation is None else _loupe(stage, pictures.shows, explanation)
    return CardView(
        text,
        show,
        show,
        greyed,
        _stale_text(pictures.result) if greyed and stage == "convolution" else "",
        marks,
        None if view.at_rest else _pointed_cell(stage, explanation),
        (_bar_caption(stage, pictures, show), _loupe_caption(view, stage) if loupe is not None else ""),
        _blind_text(show),
        NO_LOUPE if loupe is None else (show.content, *loupe, enlarged),
        _tip(view, stage) or before.tip,
    )


def _why_not(sizes: Sizes) -> str:
    """Why there is no pooled map, while the stages before it are live."""
    return "" if sizes.possible is None or sizes.problem is None else escape(sizes.problem.text)


def _stale_text(result: Result) -> str:
    size = TIMES.join(str(n) for n in result.settings.kernel.weights.shape[:2])
    head, rest = say("Lab", "Out of date."), say("Lab", "Still the {size} kernel’s result.", size=size)
    return f"<b>{head}</b>&nbsp; {rest}"


def _pointed_cell(stage: StageName, explanation: Explanation | None) -> Cell | None:
    if explanation is None:
        return None
    focus = explanation.focus
    if stage == focus.stage:
        return focus.cell
    return focus.convolution if stage in ("convolution", "activation") else None


def _tip(view: LabView, stage: StageName) -> str:
    if view.pictures is None or view.explanation is None or view.explanation.focus.stage != stage:
        return ""
    if view.at_rest:
        return ""
    return texts.tooltip(view.pictures.result, view.explanation)


def _blind_text(show: StageShow) -> str:
    """What is said of a fixed range that another picture has made meaningless."""
    if not show.blind:
        return ""
    scale = show.content.scale
    ends = {"low": figure(scale.low), "high": figure(scale.high)}
    return say("Lab", "The fixed range, {low} to {high}, does not suit these values.", **ends)


def _bar_caption(stage: StageName, pictures: Pictures, show: StageShow) -> str:
    if show.same_range:
        return say("Lab", "same range")
    mode = pictures.range_of(stage).mode
    if mode == "fixed":
        return say("Lab", "fixed range")
    if mode == "symmetric":
        return say("Lab", "all values ±")
    if mode == "data":
        return say("Lab", "range of the values")
    if mode == "percentiles":
        return say("Lab", "1 % to 99 % of the values")
    if mode == "full":
        return say("Lab", "all possible values")
    if stage == "input":
        return say("Lab", "values, log count")
    if show.content.scale.kind == "signed":
        return say("Lab", "auto ±")
    return say("Lab", "range of the picture")


def _loupe_caption(view: LabView, stage: StageName) -> str:
    if stage == "input" and view.at_rest:
        return say("Lab", "strongest response")
    if stage == "input" and view.pinned:
        return say("Lab", "around the pin")
    if stage == "input":
        return say("Lab", "around the pointer")
    if stage == "activation" and view.pictures is not None and "pooling" in view.pictures.shows:
        return say("Lab", "pool window")
    return say("Lab", "its cell")


def _loupe(stage: StageName, shows: Shows, explanation: Explanation) -> tuple[QPointF, float] | None:
    """The centre on the ruler, and how many input pixels to show around it."""
    focus, cells = explanation.focus, shows["convolution"].content
    pitch = cells.grid.rows.pitch
    if stage == "pooling" or (stage == "activation" and focus.pooling is not None):
        if focus.pooling is None:
            return None
        pooled = shows["pooling"].content
        span = LOUPE_POOLED * pooled.grid.rows.pitch
        return pooled.cell_rect(*focus.pooling).center(), span if stage == "pooling" else max(span, 6 * pitch)
    centre = cells.cell_rect(*focus.convolution).center()
    if stage != "input":
        return centre, LOUPE_INPUT * pitch
    rows = explanation.convolution.rows
    return centre, max(LOUPE_INPUT, (int(rows[-1]) - int(rows[0]) + 5) if len(rows) else 4)
