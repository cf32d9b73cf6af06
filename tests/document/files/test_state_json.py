"""States survive the way through JSON, whatever they hold; what is no state is refused by name."""

from __future__ import annotations

import contextlib
import copy
import json
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.core.base.visible import visible
from convviz.core.film.moments import DETAILS, PARTS, FilmStage, Moment, Region
from convviz.core.film.timing import SPEEDS
from convviz.core.kernels.kernel import Kernel
from convviz.core.operations.activations import ACTIVATIONS
from convviz.core.sizes.numbers import MOST_PADDING
from convviz.core.sizes.padding import FILLS, RULES
from convviz.core.sizes.settings import STAGES, ChannelMode, Operation, PoolKind, PoolSettings, Settings
from convviz.document.files.read import ExperimentError
from convviz.document.files.state import state_from_json, state_to_json
from convviz.document.state.state import RANGE_MODES, ColorRange, DocumentState, FilmState, KeptResult, Pin

numbers = st.floats(-1e12, 1e12, allow_subnormal=False)
weights_ = st.floats(-1e12, 1e12, allow_subnormal=False)
steps = st.integers(1, 1000)
sides = st.integers(0, MOST_PADDING)
cells = st.integers(0, 10**9)
pairs = st.tuples(steps, steps)
amounts = st.tuples(st.tuples(sides, sides), st.tuples(sides, sides))
paddings = st.sampled_from(RULES) | amounts

NAMES = st.text(max_size=20).map(visible)
"""As they are read: see `read.name`."""


@st.composite
def kernels(draw: st.DrawFn) -> Kernel:
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    channels = draw(st.sampled_from([0, 1, 3]))
    several: st.SearchStrategy[Any] = st.lists(weights_, min_size=channels, max_size=channels)
    cell = several if channels else weights_
    row = st.lists(cell, min_size=columns, max_size=columns)
    weights = draw(st.lists(row, min_size=rows, max_size=rows))
    divisor = draw(numbers.filter(lambda number: abs(number) > 1e-6))
    return Kernel(weights, divisor, draw(NAMES))


pools = st.builds(
    PoolSettings, st.sampled_from(get_args(PoolKind)), pairs, pairs, paddings, st.booleans(), st.booleans()
)
all_settings = st.builds(
    Settings,
    kernel=kernels(),
    operation=st.sampled_from(get_args(Operation)),
    channels=st.sampled_from(get_args(ChannelMode)),
    bias=numbers,
    padding=paddings,
    fill=st.sampled_from(FILLS) | numbers,
    stride=pairs,
    dilation=pairs,
    activation=st.sampled_from(ACTIVATIONS),
    slope=st.floats(-1000, 1000),
    pool=pools,
    unit_range=st.booleans(),
)
spots = st.none() | st.tuples(cells, cells)
moments = st.builds(
    Moment, st.sampled_from(get_args(FilmStage)), cells, cells, st.sampled_from(PARTS), cells, cells
)
films = st.builds(
    FilmState,
    moment=st.none() | moments,
    detail=st.sampled_from(DETAILS),
    speed=st.sampled_from(SPEEDS),
    loop=st.booleans(),
    region=st.none() | st.builds(Region, cells, cells, st.integers(1, 99), st.integers(1, 99)),
    pin_a=spots,
    pin_b=spots,
    predict=st.booleans(),
)
ranges = st.tuples(numbers, numbers).filter(lambda ends: ends[1] - ends[0] >= 1e-6)
states = st.builds(
    DocumentState,
    settings=all_settings,
    title=NAMES,
    pin=st.none() | st.builds(Pin, st.sampled_from(STAGES), cells, cells, st.integers(0, 4096)),
    color_range=st.builds(lambda mode, ends: ColorRange(mode, *ends), st.sampled_from(RANGE_MODES), ranges),
    shown_channel=st.integers(0, 4096),
    input_range=st.builds(lambda mode, ends: ColorRange(mode, *ends), st.sampled_from(RANGE_MODES), ranges),
    kept=st.none()
    | st.builds(
        KeptResult,
        all_settings,
        st.sampled_from(["convolution", "activation", "pooling"]),
        st.sampled_from(["beside", "slider"]),
    ),
    film=films,
)


def test_a_file_from_before_results_were_kept_has_none() -> None:
    kept = KeptResult(Settings(Kernel([[1, 2]]), stride=(2, 3)), "pooling", "slider")
    data = json.loads(json.dumps(state_to_json(DocumentState(kept=kept))))
    assert state_from_json(data).kept == kept
    del data["kept"]
    assert state_from_json(data).kept is None


def test_a_file_from_before_there_were_films_has_a_fresh_one() -> None:
    data = state_to_json(DocumentState(film=FilmState(speed=4)))
    del data["film"]
    assert state_from_json(data).film == FilmState()


def test_a_file_from_before_the_input_had_a_range_has_the_automatic_one() -> None:
    data = state_to_json(DocumentState(input_range=ColorRange("fixed", 900, 1137)))
    assert state_from_json(data).input_range == ColorRange("fixed", 900, 1137)
    del data["input_range"]
    assert state_from_json(data).input_range == ColorRange()


@pytest.mark.slow
@given(states)
@settings(max_examples=60, deadline=None)
def test_every_state_comes_back_equal(state: DocumentState) -> None:
    text = json.dumps(state_to_json(state), allow_nan=False)
    read = state_from_json(json.loads(text))
    assert read == state
    assert read.film == state.film  # which is no part of being equal


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def places(data: Any, way: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The way to every value of nested objects."""
    found = []
    for key, value in data.items():
        found.append((*way, key))
        if isinstance(value, dict):
            found += places(value, (*way, key))
    return found


WATCHED = FilmState(
    Moment("convolution", 1, 1, "add", 9, 4), region=Region(0, 0, 5, 5), pin_a=(1, 1), pin_b=(0, 1)
)
KEPT = KeptResult(Settings(Kernel([[1, 2]])))
EVERYTHING = DocumentState(pin=Pin("pooling", 1, 2), film=WATCHED, kept=KEPT)
FULL = json.loads(json.dumps(state_to_json(EVERYTHING)))


def replaced(way: tuple[str, ...], value: Any) -> Any:
    data = copy.deepcopy(FULL)
    inner = data
    for key in way[:-1]:
        inner = inner[key]
    inner[way[-1]] = value
    return data


@given(st.sampled_from(places(FULL)), anything)
@settings(max_examples=300, deadline=None)
def test_anything_anywhere_is_read_or_refused(way: tuple[str, ...], value: Any) -> None:
    with contextlib.suppress(ExperimentError):
        assert isinstance(state_from_json(replaced(way, value)), DocumentState)


@given(anything)
def test_anything_at_all_is_refused(value: Any) -> None:
    with pytest.raises(ExperimentError):
        state_from_json(value)


UNEVEN = "has rows of unequal length, or weights that are no finite numbers"
NO_KERNEL = "is not a kernel of 1x1 to 31x31 weights"
NO_PAIR = "is not two whole numbers from 1 to 1000: a list of 2"
NO_PAIRS = "is not two pairs of whole numbers from 0 to 512: a list of 2"
NO_ACTIVATION = "is none of none, relu, leaky_relu, sigmoid, tanh, absolute: a list of 1"
NO_FILL = "is none of zero, mean, reflect, symmetric, edge, wrap: 'magic'"


@pytest.mark.parametrize(
    ("way", "value", "problem"),
    [
        ("title", 5, "is not a text: 5"),
        ("settings.stride", [0, 1], NO_PAIR),
        ("settings.stride", [True, 1], NO_PAIR),
        ("settings.bias", float("inf"), "is not a number: inf"),
        ("settings.bias", True, "is not a number: True"),
        ("settings.activation", ["relu"], NO_ACTIVATION),
        ("settings.padding", "SAME", "is none of valid, same, full: 'SAME'"),
        ("settings.padding", [[513, 0], [0, 0]], NO_PAIRS),
        ("settings.fill", "magic", NO_FILL),
        ("settings.unit_range", 1, "is neither true nor false: 1"),
        ("settings.kernel.divisor", 0, "is too near to 0: 0; at least 1e-12 away from it would do"),
        ("settings.kernel.divisor", 2**53 + 1, "has no exact float64: 9007199254740993"),
        ("settings.kernel.weights", [[1, 2], [3]], UNEVEN),
        ("settings.kernel.weights", [[1, "2"]], UNEVEN),
        ("settings.kernel.weights", [[0] * 32], NO_KERNEL),
        ("settings.kernel.weights", [], NO_KERNEL),
        ("settings.pool.size", [1e3, 2], NO_PAIR),
        ("pin.row", -1, "is not a whole number from 0 to 1000000000: -1"),
        ("color_range.low", 5, "is not below color_range.high: 5, 1"),
        ("film.speed", 3, "is none of 0.25, 0.5, 1, 2, 4, 8, 16"),
        ("film.moment.part", "jump", "is none of place, multiply, add, finish, land: 'jump'"),
        ("film.region.rows", 0, "is not a whole number from 1 to 1000000000: 0"),
        ("film.pin_a", [1], "is not two whole numbers from 0 to 1000000000: a list of 1"),
        ("kept.stage", "input", "is none of convolution, activation, pooling: 'input'"),
        ("kept.look", "flicker", "is none of beside, slider: 'flicker'"),
        ("kept.settings.stride", [0, 1], NO_PAIR),
        ("shown_channel", 10**400, "is not a whole number from 0 to 4096: a huge number"),
    ],
)
def test_wrong_values_are_named(way: str, value: Any, problem: str) -> None:
    with pytest.raises(ExperimentError) as caught:
        state_from_json(replaced(tuple(way.split(".")), value))
    assert str(caught.value) == f"{way} {problem}"


def test_weights_that_are_too_large_once_divided_are_refused_as_a_kernel() -> None:
    data = replaced(("settings", "kernel"), {"weights": [[1e9]], "divisor": 1e-12, "name": ""})
    with pytest.raises(ExperimentError, match=r"^settings\.kernel: '1e.21' is too large; the limit is 1e.18"):
        state_from_json(data)


LATER = (("film",), ("input_range",), ("kept",))


@pytest.mark.parametrize("way", [way for way in places(FULL) if way not in LATER], ids=".".join)
def test_nothing_may_be_missing(way: tuple[str, ...]) -> None:
    data = copy.deepcopy(FULL)
    inner = data
    for key in way[:-1]:
        inner = inner[key]
    del inner[way[-1]]
    with pytest.raises(ExperimentError) as caught:
        state_from_json(data)
    assert str(caught.value) == f"{'.'.join(way)} is missing"
