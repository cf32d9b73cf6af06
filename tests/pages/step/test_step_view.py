"""One frozen view of a moment, from document, result and place; and what is set where two views differ."""

from __future__ import annotations

from dataclasses import fields, replace
from unittest.mock import MagicMock

import pytest

from convviz.core import run
from convviz.core.base.limits import Limit
from convviz.core.film.moments import Region
from convviz.core.samples.lessons import example
from convviz.document.state.state import DocumentState, FilmState, Pin
from convviz.film.scene import Pins
from convviz.pages.step.layout import apply
from convviz.pages.step.lessons import film_of
from convviz.pages.step.reel import Reel, pins_of, reel_of, region_for
from convviz.pages.step.view import Look, Predict, StepView, Strip, resolve, strip_of, waiting


def opened(key: str = "x_diagonal", **film: object) -> tuple[DocumentState, Reel]:
    """An example and its film."""
    lesson = example(key)
    watched = replace(film_of(lesson), **film)  # type: ignore[arg-type]
    state = DocumentState(lesson.image(), lesson.settings, film=watched)
    assert state.image is not None
    return state, reel_of(state, run(state.image, state.settings))


def at(
    state: DocumentState, reel: Reel, row: int, column: int, part: str = "land", **look: object
) -> StepView:
    index = reel.film.index("convolution", row, column, part)  # type: ignore[arg-type]
    assert index is not None
    return resolve(state, reel, replace(Look(index=index), **look))  # type: ignore[arg-type]


def kinds(highlights: tuple[object, ...]) -> list[str]:
    return [mark.kind for mark in highlights]  # type: ignore[attr-defined]


# resolve


def test_the_first_moment_of_the_x(qapp: object) -> None:
    state, reel = opened(pin_a=None, pin_b=None)
    view = resolve(state, reel, Look(strip=strip_of(state)))
    assert view.titles == (("Input", "9 × 9, no padding"), ("Output", "7 × 7"))
    assert (view.step, view.ends, view.started) == ((1, 49), (True, False), False)
    assert view.landed == (reel.stages["convolution"], 0)
    assert (view.matrix_row, view.current, view.question) == ((0, 0), (0, 0), None)
    assert (view.strip.example, view.strip.error) == ("x_diagonal", False)
    assert view.strip.sentence[1] == "Where the window looks like the kernel, the sum is 9."
    assert (kinds(view.input_highlights), kinds(view.output_highlights)) == (["window"], ["out"])
    assert view.status == (
        "<b>The X</b>&nbsp; 9 × 9 → 7 × 7, correlation, stride 1, no padding&nbsp;&nbsp;&nbsp; "
        "Output (0, 0) ← input rows 0 to 2, columns 0 to 2"
    )


def test_a_sum_that_has_landed(qapp: object) -> None:
    state, reel = opened()
    view = at(state, reel, 1, 1)
    assert view.arithmetic.trace is not None
    assert (view.arithmetic.trace.value, reel.sums) == (9, (-3, 9))
    assert view.landed == (reel.stages["convolution"], 9)
    assert view.remark == "A perfect match: no sum can be larger."
    assert view.status.endswith("Output (1, 1) = 9 ← input rows 1 to 3, columns 1 to 3")
    assert at(state, reel, 6, 6).ends == (False, True)


def test_where_nothing_is_computed_there_is_only_the_strip(qapp: object) -> None:
    view = resolve(DocumentState(), None, Look(strip=strip_of(DocumentState())))
    assert (view.input, view.output, len(view.film), view.status) == (None, None, 0, "")
    assert view.strip.sentence == ("",)


def test_impossible_settings_are_said_and_the_last_film_stays(qapp: object) -> None:
    state, reel = opened()
    before = resolve(state, reel, Look())
    wrong = replace(state, settings=replace(state.settings, dilation=(9, 9)))
    view = waiting(wrong, Look(strip=strip_of(wrong), stale=True), before)
    assert "does not fit" in view.strip.sentence[0]
    assert (view.strip.error, view.stale, strip_of(state).error) == (True, True, False)
    assert (view.reel, view.arithmetic, view.status) == (reel, before.arithmetic, before.status)


def test_pins_have_their_traces_and_places_where_the_output_has_them(qapp: object) -> None:
    state, reel = opened(pin_a=(1, 1), pin_b=(0, 1))
    pinned = resolve(state, reel, Look()).pinned
    assert [trace.value for trace in pinned.traces if trace is not None] == [9, -1]
    assert pinned.places == {"A": ("convolution", 1, 1), "B": ("convolution", 0, 1)}
    strided, _ = opened("x_stride")
    assert strided.image is not None
    result = run(strided.image, strided.settings)
    assert pins_of(FilmState(pin_a=(6, 6), pin_b=(3, 3)), result) == Pins(None, (3, 3))


def test_what_is_pointed_at_lies_under_the_moments_own_frames(qapp: object) -> None:
    state, reel = opened()
    view = resolve(state, reel, Look(cell=(3, 3), described=(3, 3), pixel=(0, 0)))
    assert kinds(view.input_highlights)[0] == "context"
    assert kinds(view.output_highlights)[:2] == ["fed", "fed"]
    assert view.status.endswith("Output (3, 3) = 5 ← input rows 3 to 5, columns 3 to 5")


def test_the_size_is_kept_back_then_the_results(qapp: object) -> None:
    state, reel = opened(predict=True)
    view = resolve(state, reel, Look())
    assert (view.titles[1], view.output, view.matrix, len(view.film)) == (("Output", "?"), None, None, 0)
    assert view.question is not None
    assert view.question.text == "How large will the output be, rows × columns?"
    assert "9 × 9 → ?" in view.status
    view = at(state, reel, 0, 0, predict=Predict().size_told("Right: 7 × 7."))
    assert view.question is not None
    assert view.question.text == "Right: 7 × 7. What will output (0, 0) be?"
    assert (view.hidden_cell, view.hidden_place) == ((0, 0), ("convolution", 0, 0))
    assert (view.arithmetic.moment.part, view.arithmetic.moment.terms) == ("add", 8)
    assert (view.matrix_row, view.pins_hidden) == ((0, 0), frozenset("AB"))
    assert view.status.endswith("Output (0, 0) ← input rows 0 to 2, columns 0 to 2")


def test_a_guessed_result_is_shown_and_its_question_answered(qapp: object) -> None:
    state, reel = opened(predict=True)
    moment = reel.film.moment(20)
    predict = Predict(size_known=True).at(moment).guessed(moment)
    view = at(state, reel, 0, 0, predict=predict)
    assert view.question is not None
    assert (view.question.answered, view.hidden) == (True, False)
    assert at(state, reel, 0, 1, predict=predict.moved_to(reel.film.moment(41))).hidden


def test_a_cell_is_traced_once(qapp: object) -> None:
    state, reel = opened()
    first = resolve(state, reel, Look(index=3))
    second = resolve(state, reel, Look(index=4), first)
    assert second.arithmetic.trace is first.arithmetic.trace
    assert second.pinned is first.pinned
    assert resolve(state, reel, Look(index=21), second).arithmetic.trace is not first.arithmetic.trace


def test_a_region_without_a_window_is_empty_paper(qapp: object) -> None:
    state, reel = opened("mug", region=Region(0, 0, 1, 1))
    view = resolve(state, reel, Look())
    assert (len(reel.film), view.scene, view.arithmetic.trace, view.step) == (0, None, None, None)
    assert view.landed == (reel.stages["convolution"], 0)
    assert (view.ends, view.status) == ((True, True), "")


def test_what_is_filmed_of_a_large_picture() -> None:
    lesson = example("mug")
    state = DocumentState(lesson.image(), lesson.settings, pin=Pin("convolution", 0, 597))
    assert state.image is not None
    chain = run(state.image, state.settings).chain
    assert region_for(state, chain) == Region(0, 588, 12, 12)
    assert region_for(replace(state, film=FilmState(region=Region(5, 6, 7, 8))), chain) == Region(5, 6, 7, 8)
    assert region_for(replace(state, film=FilmState(region=Region(395, 0, 7, 8))), chain) == Region(
        0, 588, 12, 12
    )


# apply


def calls(old: StepView | None, new: StepView) -> list[str]:
    """The setters that `apply` calls, by name."""
    panels = MagicMock()
    apply(panels, old, new)
    return [name for name, _, _ in panels.method_calls]


def test_nothing_is_set_where_nothing_differs(qapp: object) -> None:
    state, reel = opened(predict=True)
    for look in (Look(), Look(index=5), Look(index=30, predict=Predict(size_known=True))):
        view = resolve(state, reel, look)
        assert calls(view, view) == []
        assert calls(view, resolve(state, reel, look, view)) == []


def test_within_a_cell_only_the_arithmetic_is_set(qapp: object) -> None:
    state, reel = opened()
    first = resolve(state, reel, Look(index=25, playing=True))
    second = resolve(state, reel, Look(index=26, playing=True), first)
    assert calls(first, second) == ["operation.set_moment", "sum.set_moment", "timeline.set_index"]


def test_a_pin_changes_the_comparison_and_the_frames(qapp: object) -> None:
    state, reel = opened()
    first = resolve(state, reel, Look())
    kept = replace(state, film=replace(state.film, pin_a=(2, 2)))
    assert calls(first, resolve(kept, reel, Look(), first)) == [
        "input.grid.set_highlights",
        "output.grid.set_highlights",
        "compare.set_pins",
        "timeline.set_pins",
    ]


def test_a_question_is_asked_once_and_then_answered(qapp: object) -> None:
    state, reel = opened(predict=True)
    moment = reel.film.moment(20)
    hidden = Predict(size_known=True).at(moment)
    asked = at(state, reel, 0, 0, predict=hidden)
    assert calls(at(state, reel, 0, 0, "place", predict=hidden), asked)[-1] != "sum.ask"
    answered = at(state, reel, 0, 0, predict=hidden.guessed(moment))
    assert calls(asked, answered)[-1] == "sum.reveal"
    other = at(state, reel, 0, 1, predict=hidden.guessed(moment).moved_to(reel.film.moment(41)))
    assert calls(answered, other)[-1] == "sum.ask"
    again = resolve(state, reel, Look(index=asked.index, predict=hidden.again()), asked)
    assert calls(asked, again) == ["sum.ask"]


ANNOUNCED = {"scene", "hidden", "status"}
"""What the page itself reads; no card shows it."""


@pytest.mark.parametrize("name", [one.name for one in fields(StepView) if one.name not in ANNOUNCED])
def test_every_field_is_put_somewhere(qapp: object, name: str) -> None:
    """A field that no setter follows would never be seen, or would stay when it is gone."""
    state, reel = opened(pin_a=(1, 1), predict=True, loop=True, speed=2.0, detail="cell")
    seen = at(
        state,
        reel,
        1,
        1,
        cell=(2, 2),
        playing=True,
        stale=True,
        strip=Strip("x", ("no",), error=True),
        predict=Predict(size_known=True),
    )
    seen = replace(seen, turned=True, remark="a remark", matrix_reason="a reason", pixel_limit=Limit(0, 9))
    plain = StepView() if name == "stages" else StepView(stages=seen.stages)
    assert getattr(seen, name) != getattr(plain, name), "the example has to show it"
    assert calls(plain, replace(plain, **{name: getattr(seen, name)}))
