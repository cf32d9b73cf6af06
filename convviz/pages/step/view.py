"""What the Step page shows: the document's state, its result and a place in, one frozen view out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QRectF

from convviz.core.base.limits import LIMITS, Limit
from convviz.core.explain.links import Cells
from convviz.core.film.moments import Detail, Film, Moment
from convviz.core.images.image import pixel_limit
from convviz.core.samples.lessons import matching
from convviz.core.stages import pipeline
from convviz.document.state.state import DocumentState, FilmState
from convviz.film import scene as step_scene
from convviz.film import texts
from convviz.film.scene import Cell, Pins, Scene, Stage, Traced
from convviz.pages.step.lessons import explanations
from convviz.pages.step.reel import Matrix, Reel, Titles, pins_of
from convviz.views.base.colours import ColourScale
from convviz.views.base.texts import say
from convviz.views.explain.why.content import Scales
from convviz.views.picture.scene import Content, Highlight
from convviz.views.settings.complaints import complaint
from convviz.views.step.timeline.layout import Place as TimelinePlace

Place: TypeAlias = tuple[str, int, int]
"""Stage, row and column of an output cell."""

SIZE: Place = ("size", 0, 0)
"""Stands for the question about the output's size, which is about no cell."""


@dataclass(frozen=True)
class Predict:
    """What has been revealed so far. Nothing here stops the film.

    ``place`` is the cell on show, ``answered`` the one that was guessed last, as long as the film stays
    there; ``said`` stands before the next question. ``turn`` counts how often everything was hidden again.

    >>> first, second = (Moment("convolution", 0, column, "land", 9, 9) for column in (0, 1))
    >>> predict = Predict().at(first)
    >>> predict.hides(first), predict.moved_to(second).hides(first)
    (True, False)
    """

    revealed: frozenset[Place] = frozenset()
    size_known: bool = False
    said: str = ""
    place: Place | None = None
    answered: Place | None = None
    turn: int = 0

    def hides(self, moment: Moment) -> bool:
        """Whether the result of the moment's cell is still to be guessed."""
        return place_of(moment) not in self.revealed

    def hides_size(self, index: int) -> bool:
        """Whether the size of the output is still to be guessed: only before the film has moved."""
        return not self.size_known and index == 0

    def again(self) -> Predict:
        """Other numbers: everything is to be guessed again."""
        return Predict(turn=self.turn + 1)

    def at(self, moment: Moment) -> Predict:
        """The film is shown at ``moment``; it did not get there by moving."""
        place = place_of(moment)
        return self if place == self.place else replace(self, place=place, answered=None)

    def moved_to(self, moment: Moment) -> Predict:
        """The film has moved: the cell it has left is revealed, and so is the output's size."""
        place = place_of(moment)
        if place == self.place:
            return self if self.size_known else replace(self, size_known=True)
        left = self.revealed if self.place is None else self.revealed | {self.place}
        return replace(self, revealed=left, size_known=True, said="", place=place, answered=None)

    def size_told(self, verdict: str) -> Predict:
        """The size was guessed; ``verdict`` says how well."""
        return replace(self, size_known=True, said=verdict)

    def guessed(self, moment: Moment) -> Predict:
        """The result of the moment's cell was guessed."""
        place = place_of(moment)
        return replace(self, revealed=self.revealed | {place}, answered=place)


def place_of(moment: Moment) -> Place:
    """The output cell a moment is about."""
    return moment.stage, moment.row, moment.column


def without_result(moment: Moment) -> Moment:
    """The moment as it may be shown while its result is to be guessed."""
    part = "add" if moment.part in ("finish", "land") else moment.part
    return replace(moment, part=part, terms=min(moment.terms, max(moment.products - 1, 0)))


def size_in(text: str) -> tuple[int, int] | None:
    """The size that a person wrote: "7x7", "7 × 7", or "7" for a square; None for anything else.

    >>> size_in("4 × 6"), size_in("7"), size_in("large")
    ((4, 6), (7, 7), None)
    """
    found = re.fullmatch(r"(\d{1,6})(?:\s*[x×*,; ]\s*(\d{1,6}))?", text.strip().lower())
    if found is None:
        return None
    return int(found[1]), int(found[2] or found[1])


NOWHERE = Cells((), ())
UNSCALED = Scales(ColourScale(), ColourScale())


@dataclass(frozen=True)
class Strip:
    """The row above the cards: which example is on, and what to see in it or why there is nothing to see."""

    example: str = ""
    sentence: tuple[str, ...] = ("",)
    error: bool = False


@dataclass(frozen=True)
class Look:
    """What is looked at beside the document: the film's moment, and where the pointer is.

    ``cell`` and ``pixel`` are pointed at in the output and in the input; ``described`` is the output cell
    that the status line describes instead of the moment's. ``stale`` says that the film is not that of the
    settings, which are impossible or failed.
    """

    index: int = 0
    playing: bool = False
    pixel: Cell | None = None
    cell: Cell | None = None
    described: Cell | None = None
    strip: Strip = Strip()
    stale: bool = False
    predict: Predict = Predict()


@dataclass(frozen=True)
class Arithmetic:
    """What the operation and the sum show: a cell's trace as far as a moment has come, in some colours."""

    trace: Traced | None = None
    moment: Moment = Moment("convolution", 0, 0, "place", 0, 0)
    detail: Detail = "cell"
    scales: Scales = UNSCALED


@dataclass(frozen=True, eq=False)
class Pinned:
    """The pins, the traces of their cells, and where they hang on the timeline."""

    pins: Pins = Pins()
    traces: tuple[Traced | None, Traced | None] = (None, None)
    places: dict[str, TimelinePlace] = field(default_factory=dict)
    scales: Scales = UNSCALED
    sums: tuple[float, float] | None = None


@dataclass(frozen=True)
class Question:
    """What is asked about ``place``; ``answered`` once the guess was judged."""

    place: Place
    text: str
    answered: bool
    turn: int


@dataclass(frozen=True, eq=False)
class StepView:
    """Everything that the page shows at a moment. `apply` says which field is set where."""

    reel: Reel | None = None
    scene: Scene | None = None
    hidden: bool = False
    # The strip and the transport
    strip: Strip = Strip()
    predict: bool = False
    speed: float = 1.0
    detail: Detail = "sum"
    loop: bool = False
    ends: tuple[bool, bool] = (True, True)
    # The grids
    ground: QRectF | None = None
    stale: bool = False
    titles: Titles = (("", ""), ("", ""))
    input: Content | None = None
    output: Content | None = None
    pixel_step: float | None = None
    pixel_limit: Limit = LIMITS["pixel"]
    input_lit: Cells = NOWHERE
    output_lit: Cells = NOWHERE
    landed: tuple[Stage, int] | None = None
    hidden_cell: Cell | None = None
    input_highlights: tuple[Highlight, ...] = ()
    output_highlights: tuple[Highlight, ...] = ()
    # The operation, the sum, the comparison
    turned: bool = False
    matrix: Matrix | None = None
    matrix_reason: str = ""
    matrix_row: tuple[int, int] | None = None
    step: tuple[int, int] | None = None
    arithmetic: Arithmetic = Arithmetic()
    remark: str = ""
    question: Question | None = None
    pinned: Pinned = Pinned()
    pins_hidden: frozenset[str] = frozenset()
    current: Cell | None = None
    # The timeline and the status line
    film: Film = Film(())
    stages: dict[str, Stage] = field(default_factory=dict)
    index: int = 0
    started: bool = False
    hidden_place: TimelinePlace | None = None
    status: str = ""


def resolve(state: DocumentState, reel: Reel | None, look: Look, before: StepView | None = None) -> StepView:
    """The view of a moment. What ``before`` shows of the same cell is not worked out again."""
    watched = state.film
    view = StepView(strip=look.strip, predict=watched.predict, speed=watched.speed, detail=watched.detail,
                    loop=watched.loop, stale=look.stale)  # fmt: skip
    if reel is None:
        return view
    same = before if before is not None and before.reel is reel else None
    view = replace(
        view,
        reel=reel,
        ground=reel.ground,
        turned=reel.result.settings.operation == "convolve",
        matrix=reel.matrix,
        matrix_reason=texts.matrix_reason(reel.result, reel.matrix.error) if reel.matrix.error else "",
        film=reel.film,
        stages=reel.stages,
        pinned=_pinned(reel, pins_of(watched, reel.result), same),
    )
    return _at_moment(view, reel, watched, look, same) if len(reel.film) else _without_cells(view, reel)


def strip_of(state: DocumentState) -> Strip:
    """What stands above the cards for these settings, possible or not."""
    if state.image is None:
        return Strip()
    found = matching(state.image, state.settings)
    key = found.key if found is not None else ""
    try:
        pipeline.chain(state.image.shape, state.settings)
    except ValueError as error:
        return Strip(key, (complaint(state.image, state.settings, error).text,), error=True)
    return Strip(key, explanations(key))


def waiting(state: DocumentState, look: Look, before: StepView | None) -> StepView:
    """``before``, under a strip and over a transport that follow the document: its film is still to come."""
    view = resolve(state, None, look)
    if before is None or before.reel is None:
        return view
    followed = ("strip", "predict", "speed", "detail", "loop", "stale")
    return replace(before, **{name: getattr(view, name) for name in followed})


def _pinned(reel: Reel, pins: Pins, same: StepView | None) -> Pinned:
    if same is not None and same.pinned.pins == pins:
        return same.pinned
    stage = reel.stages.get("convolution")
    if stage is None:
        return Pinned()
    both = {letter: cell for letter, cell in (("A", pins.a), ("B", pins.b)) if cell is not None}
    traced = partial(step_scene.traced, reel.result, "convolution", channel=reel.channel)
    traces = {letter: traced(cell) for letter, cell in both.items()}
    places: dict[str, TimelinePlace] = {k: ("convolution", *c) for k, c in both.items() if stage.has(c)}
    return Pinned(pins, (traces.get("A"), traces.get("B")), places, stage.scales, reel.sums)


def _with_stage(view: StepView, reel: Reel, stage: Stage) -> StepView:
    """The cards of an act."""
    return replace(
        view,
        titles=reel.titles[stage.act.stage],
        input=stage.input,
        output=stage.output,
        pixel_step=reel.pixel_step if stage.act.stage == "convolution" else None,
        pixel_limit=pixel_limit(reel.result.image),
    )


def _without_cells(view: StepView, reel: Reel) -> StepView:
    """A film without a cell: the region is too near to the rim for this kernel."""
    stage = reel.stages.get("convolution")
    if stage is None:
        return view
    return replace(
        _with_stage(view, reel, stage), landed=(stage, 0), arithmetic=Arithmetic(scales=stage.scales)
    )


def _at_moment(view: StepView, reel: Reel, watched: FilmState, look: Look, same: StepView | None) -> StepView:
    moment = reel.film.moment(look.index)
    cell = (moment.row, moment.column)
    if same is not None and (same.scene is None or place_of(same.scene.moment) != place_of(moment)):
        same = None  # another cell
    known = same.scene if same is not None else None
    scene = step_scene.scene(reel.result, reel.stages, moment, view.pinned.pins, reel.channel, known)
    stage, trace, convolved = scene.stage, scene.trace, moment.stage == "convolution"
    hidden = watched.predict and look.predict.hides(moment)
    unsized = watched.predict and look.predict.hides_size(look.index)
    columns = stage.size.columns.output
    number = moment.row * columns + moment.column
    read, made = _highlights(scene, look)
    view = replace(
        _with_stage(view, reel, stage),
        scene=scene,
        hidden=hidden,
        ends=(look.index == 0, look.index >= len(reel.film) - 1),
        input_lit=scene.input_lit,
        output_lit=scene.output_lit,
        landed=(stage, scene.number + moment.landed),
        hidden_cell=cell if hidden else None,
        input_highlights=read,
        output_highlights=made,
        matrix_row=(number, number + (moment.landed and not hidden)) if convolved else None,
        step=None if unsized else (scene.number + 1, stage.act.cells),
        arithmetic=Arithmetic(
            trace, without_result(moment) if hidden else moment, reel.film.detail, stage.scales
        ),
        remark=texts.remark(reel.result, trace) if same is None else same.remark,
        question=_question(look.predict, moment, hidden=hidden, unsized=unsized),
        pins_hidden=_pins_to_guess(view.pinned.pins, scene, hidden) if watched.predict else frozenset(),
        current=cell if convolved else None,
        index=look.index,
        started=watched.moment is not None or look.playing,
        hidden_place=(moment.stage, *cell) if hidden else None,
        status=_status(reel, watched, look, scene, known=moment.landed and not hidden, unsized=unsized),
    )
    return _without_size(view) if unsized else view


def _highlights(scene: Scene, look: Look) -> tuple[tuple[Highlight, ...], tuple[Highlight, ...]]:
    """Those of the moment, over those of what is pointed at."""
    read, made = list(scene.input_marks), list(scene.output_marks)
    if look.cell is not None and scene.stage.has(look.cell):
        more_read, more_made = step_scene.preview_marks(scene.stage, look.cell)
        read, made = more_read + read, more_made + made
    if look.pixel is not None:
        made = step_scene.fed_marks(scene.stage, look.pixel) + made
    return tuple(read), tuple(made)


def _question(predict: Predict, moment: Moment, *, hidden: bool, unsized: bool) -> Question | None:
    """What is asked at a moment; a question that was answered stays until the film leaves the cell."""
    place = place_of(moment)
    if unsized:
        text = say("Step", "How large will the output be, rows × columns?")
        return Question(SIZE, text, False, predict.turn)
    if not hidden and predict.answered != place:
        return None
    return Question(place, f"{predict.said} {texts.question(moment)}".strip(), not hidden, predict.turn)


def _pins_to_guess(pins: Pins, scene: Scene, hidden: bool) -> frozenset[str]:
    """The pins whose sums are not to be seen yet: of results that are guessed before they land."""
    if scene.moment.stage != "convolution":
        return frozenset()
    now = (scene.moment.row, scene.moment.column)
    return frozenset(
        letter
        for letter, cell in (("A", pins.a), ("B", pins.b))
        if cell is not None and scene.stage.has(cell) and (hidden if cell == now else not scene.landed[cell])
    )


def _status(reel: Reel, watched: FilmState, look: Look, scene: Scene, *, known: bool, unsized: bool) -> str:
    """What is filmed, and where its moment (or a pointed output cell) comes from."""
    trace = scene.trace
    if look.described is not None and scene.stage.has(look.described):
        trace = step_scene.traced(reel.result, scene.moment.stage, look.described, reel.channel)
        known = not watched.predict
    return f"{reel.facts[unsized]}&nbsp;&nbsp;&nbsp; {texts.place_text(scene.stage, trace, known=known)}"


def _without_size(view: StepView) -> StepView:
    """Everything taken away that tells the output's size."""
    (read, (title, _)) = view.titles
    return replace(
        view,
        titles=(read, (title, "?")),
        output=None,
        matrix=None,
        matrix_reason=say("Step", "W has a row for every output: it would give the answer away."),
        film=Film(()),
    )
