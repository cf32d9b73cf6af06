"""From document and result to the view of the page: literal states in, literal texts and cells out."""

from dataclasses import replace

import numpy as np
import pytest

from convviz.core import Image, Kernel, PoolSettings, Settings, run
from convviz.core.samples.pictures import edge_image, x_image
from convviz.document.state.state import ColorRange, DocumentState, Pin
from convviz.pages.lab.pointing import strongest
from convviz.pages.lab.resolve import resolve
from convviz.pages.lab.view import BLANK, BLANK_CARDS, Screen
from convviz.views.picture.scene import Highlight

VERTICAL = Kernel([[1, 0, -1]] * 3)
SETTINGS = Settings(VERTICAL, activation="relu", pool=PoolSettings("max"))
EDGE = DocumentState(image=edge_image(), settings=SETTINGS)
RESULT = run(EDGE.image, SETTINGS)
COLOUR = Image(np.arange(6 * 7 * 3, dtype=np.uint8).reshape(6, 7, 3))


def with_settings(state, **changes):
    return replace(state, settings=replace(state.settings, **changes))


def marks(view, stage):
    return [(one.kind, list(one.cells.rows), list(one.cells.columns)) for one in view.cards[stage].highlights]


@pytest.fixture(scope="module", autouse=True)
def application(qapp):
    """The texts ask Qt for their translation."""


def test_without_a_picture_there_are_only_the_settings():
    view = resolve(DocumentState(settings=SETTINGS), None)
    assert (view.settings, view.sizes, view.pictures, view.status) == (SETTINGS, None, None, "")
    assert view.cards is BLANK_CARDS
    assert view.channel_mode == (False, "grey")


def test_a_result_on_its_cards():
    view = resolve(EDGE, RESULT)
    assert [card.text for card in view.cards.values()] == [
        "6 × 6",
        "4 × 4",
        "4 × 4 · ReLU",
        "2 × 2 · max 2×2",
    ]
    assert view.cards["convolution"].show.content.values.tolist()[0] == [0, 30, 30, 0]
    assert [card.captions[0] for card in view.cards.values()] == [
        "values, log count",
        "auto ±",
        "same range",
        "same range",
    ]
    assert (view.off, view.stale, view.sizes.problem) == (frozenset(), False, None)
    assert view.input_range == (0, 10)


def test_while_nothing_is_pointed_at_the_strongest_response_is_explained():
    view = resolve(EDGE, RESULT)
    assert view.at_rest
    assert view.explanation.focus.place == ("convolution", (0, 1))
    assert view.traces.convolution.before_activation == 30
    assert view.status == (
        "<b>Edge</b>&nbsp; 6 × 6, grey, 0–10&nbsp;&nbsp;&nbsp;&nbsp;"
        "Strongest response: Convolution (0, 1) value 30 ← Input rows 0 to 2, columns 1 to 3"
    )
    assert marks(view, "convolution") == [("out", [0], [1])]
    assert [marks(view, stage) for stage in ("input", "activation", "pooling")] == [[], [], []]
    assert [(card.pointed, card.tip) for card in view.cards.values()] == [(None, "")] * 4
    pointed = resolve(EDGE, RESULT, Screen(place=("convolution", (1, 2))), view)
    assert not pointed.at_rest
    assert resolve(EDGE, RESULT, before=pointed).explanation.focus.place == ("convolution", (0, 1))


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ([[1, 0, 0], [0, 0, -7], [7, 0, 0]], (1, 2)),
        ([[0, 2, 0, 2]], (0, 1)),
        ([[0, 0]], None),
        ([[1, float("nan")]], (0, 0)),
        ([[float("nan")]], None),
        ([[1, float("inf")]], None),
    ],
)
def test_the_strongest_response_is_furthest_from_0_and_the_first(values, place):
    picture = Image(np.array(values, dtype=np.float32), low=-9, high=9)
    found = strongest(run(picture, Settings(Kernel([[1.0]]))), 0)
    assert found == (None if place is None else ("convolution", place))


@pytest.mark.parametrize("values", [[[0, 0, 0]], [[0, 2, 1]]], ids=["flat", "not flat"])
def test_a_map_is_searched_once_for_its_strongest_response(values, monkeypatch):
    calls = []
    monkeypatch.setattr(
        "convviz.pages.lab.resolve.strongest", lambda *asked: calls.append(asked) or strongest(*asked)
    )
    state = DocumentState(Image(np.array(values, dtype=np.float32)), Settings(Kernel([[1.0]])))
    result = run(state.image, state.settings)
    view = resolve(state, result)
    view = resolve(replace(state, title="Flat"), result, before=view)
    view = resolve(replace(state, color_range=ColorRange("symmetric")), result, before=view)
    view = resolve(state, result, Screen(place=("convolution", (0, 2))), view)
    view = resolve(state, result, before=view)
    assert len(calls) == 1
    assert view.at_rest is bool(np.any(values))
    resolve(state, run(state.image, state.settings), before=view)
    assert len(calls) == 2


def test_sizes_come_at_once_and_pictures_with_their_result():
    before = resolve(EDGE, RESULT)
    edited = with_settings(EDGE, padding="same", pool=PoolSettings())
    pending = resolve(edited, RESULT, before=before)
    assert pending.pictures is before.pictures
    assert pending.cards["convolution"].text == "6 × 6"
    assert pending.off == {"pooling"}
    assert not pending.stale
    done = resolve(edited, run(EDGE.image, edited.settings), before=pending)
    assert done.cards["convolution"].show.content.values.shape == (6, 6)
    assert done.cards["pooling"].show is None


def test_a_new_picture_waits_for_its_result():
    before = resolve(EDGE, RESULT)
    view = resolve(replace(EDGE, image=x_image()), RESULT, before=before)
    assert view.pictures is before.pictures
    assert view.status == before.status
    assert view.cards["input"].text == "9 × 9"


def test_what_is_the_same_is_the_same_object():
    screen = Screen(place=("convolution", (1, 2)))
    before = resolve(EDGE, RESULT, screen)
    view = resolve(EDGE, RESULT, screen, before)
    for part in ("sizes", "pictures", "explanation", "traces", "cards", "status"):
        assert getattr(view, part) is getattr(before, part), part


def test_a_weight_changes_no_sizes():
    before = resolve(EDGE, RESULT)
    edited = with_settings(EDGE, kernel=Kernel([[5, 0, -1]] * 3))
    view = resolve(edited, RESULT, before=before)
    assert view.sizes is before.sizes
    assert view.cards is before.cards
    assert (
        resolve(with_settings(EDGE, kernel=Kernel([[5, 0]])), RESULT, before=before).sizes is not before.sizes
    )


def test_impossible_settings_keep_the_last_pictures_and_say_so():
    before = resolve(EDGE, RESULT)
    view = resolve(with_settings(EDGE, kernel=Kernel(np.ones((9, 9)))), RESULT, before=before)
    assert view.sizes.chain is None
    assert view.sizes.problem.field == "kernel"
    assert view.sizes.problem.text.startswith("Kernel 9×9 does not fit 6×6 + padding 0.")
    assert view.pictures is before.pictures
    assert [card.greyed for card in view.cards.values()] == [False, True, True, True]
    assert view.cards["convolution"].stale == "<b>Out of date.</b>&nbsp; Still the 3×3 kernel’s result."
    assert view.cards["convolution"].text == "4 × 4"
    again = resolve(EDGE, RESULT, before=view)
    assert not any(card.greyed or card.stale for card in again.cards.values())


def test_a_result_that_failed_leaves_the_last_pictures_out_of_date():
    edited = with_settings(EDGE, bias=1.0)
    assert not resolve(edited, RESULT).stale
    assert resolve(edited, RESULT, Screen(failed=True)).stale
    assert not resolve(EDGE, RESULT, Screen(failed=True)).stale


def test_a_picture_that_nothing_fits_is_shown_alone():
    large = replace(EDGE, image=x_image(), settings=Settings(Kernel(np.ones((9, 9)))))
    before = resolve(large, run(large.image, large.settings))
    view = resolve(replace(large, image=edge_image()), before.pictures.result, before=before)
    assert view.pictures.alone
    assert view.cards["input"].show.content.values.shape == (6, 6)
    assert view.cards["input"].text == "6 × 6"
    assert view.cards["convolution"].show is None
    assert view.cards["convolution"].bar is before.cards["convolution"].bar
    assert view.status.endswith("6 × 6, grey, 0–10")
    assert not view.stale


def test_a_pointed_cell_lights_what_it_reads_and_what_reads_it():
    view = resolve(EDGE, RESULT, Screen(place=("convolution", (1, 2))))
    assert marks(view, "input") == [("window", [1, 2, 3], [2, 3, 4])]
    assert marks(view, "pooling") == [("fed", [0], [1])]
    assert [card.pointed for card in view.cards.values()] == [None, (1, 2), (1, 2), None]
    assert view.traces.convolution.before_activation == 30
    assert "Convolution (1, 2) value 30 ← Input rows 1 to 3, columns 2 to 4" in view.status
    assert view.cards["convolution"].tip.startswith(
        "<p style='white-space:pre'><b>Convolution (1, 2) = 30</b>"
    )
    assert view.cards["activation"].captions == ("same range", "pool window")
    centre, span = view.cards["convolution"].loupe[1:3]
    assert (centre.x(), centre.y(), span) == (3.5, 2.5, 7)


def test_a_place_that_the_result_does_not_have_explains_nothing():
    view = resolve(EDGE, RESULT, Screen(place=("convolution", (5, 5))))
    assert view.explanation is None
    assert view.traces is None
    assert marks(view, "input") == []


def test_a_pinned_cell_is_called_so():
    pinned = replace(EDGE, pin=Pin("pooling", 0, 1))
    view = resolve(pinned, RESULT, Screen(place=("pooling", (0, 1))))
    assert view.pinned
    assert "Pinned: Pooling (0, 1) value 30" in view.status
    assert view.cards["input"].captions == ("values, log count", "around the pin")


def test_a_pointed_weight_lights_every_input_it_is_multiplied_with():
    view = resolve(EDGE, RESULT, Screen(tap=(0, 2)))
    assert marks(view, "input") == [("taps", [0, 1, 2, 3], [2, 3, 4, 5])]
    assert all(isinstance(one, Highlight) for one in view.cards["input"].highlights)
    assert view.tap == (0, 2)


def test_the_way_a_colour_picture_is_seen():
    state = DocumentState(image=COLOUR, settings=Settings(VERTICAL, channels="each"), shown_channel=1)
    result = run(COLOUR, state.settings)
    view = resolve(state, result)
    assert (view.planes, view.channel_mode) == ((3, False, 1), (True, "each"))
    assert view.unit == (False, True)
    np.testing.assert_array_equal(view.cards["convolution"].show.content.values, result.convolution[:, :, 1])
    other = resolve(replace(state, shown_channel=2), result, before=view)
    np.testing.assert_array_equal(other.cards["convolution"].show.content.values, result.convolution[:, :, 2])


def test_another_colour_range_is_named_at_once():
    view = resolve(EDGE, RESULT)
    fixed = resolve(replace(EDGE, color_range=ColorRange("fixed", -5, 5)), RESULT, before=view)
    assert fixed.cards["convolution"].captions[0] == "fixed range"
    assert fixed.cards["convolution"].show.content.scale.high == 5
    assert fixed.choices == (False, "fixed")


def test_a_blank_view_is_left_as_it_is():
    resolve(EDGE, RESULT, before=BLANK)
    assert BLANK.cards is BLANK_CARDS
    assert all(card.show is None for card in BLANK_CARDS.values())
