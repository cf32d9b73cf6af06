"""A trace ends at the very number the stage holds, and its parts add up to it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.core import (
    ACTIVATIONS,
    FILLS,
    ConvolutionTrace,
    Image,
    Kernel,
    PoolingTrace,
    PoolSettings,
    Settings,
    average_pool,
    cross_correlate,
    max_pool,
    run,
    trace,
    trace_pool,
    trace_window,
)

pairs = st.tuples(st.integers(1, 3), st.integers(1, 3))


@st.composite
def experiments(draw: st.DrawFn) -> tuple[Image, Settings]:
    numbers = np.random.default_rng(draw(st.integers(0, 2**32)))
    colour, side = draw(st.booleans()), draw(st.sampled_from([12, 13, 70]))
    shape = (side, side + 3, 3) if colour else (side, side + 3)
    planes = colour and draw(st.booleans())
    kernel = numbers.integers(-9, 10, (*draw(pairs), 3) if planes else draw(pairs))
    amounts = tuple((draw(st.integers(0, 3)), draw(st.integers(0, 3))) for _ in range(2))
    image = numbers.integers(0, 256, shape).astype(draw(st.sampled_from(["uint8", "float32", "float64"])))
    return Image(image), Settings(
        Kernel(kernel, divisor=draw(st.sampled_from([1, 1, 9, -2]))),
        operation=draw(st.sampled_from(["correlate", "convolve"])),
        channels=draw(st.sampled_from(["grey", "sum", "each"])),
        bias=draw(st.sampled_from([0.0, 5.0, -0.1])),
        padding=draw(st.sampled_from(["valid", "same", "full", amounts])),
        fill=draw(st.sampled_from([f for f in FILLS if f != "mean"] + [7.0])),
        stride=draw(pairs),
        dilation=draw(pairs),
        activation=draw(st.sampled_from(["none", "relu", "leaky_relu", "absolute"])),
        pool=PoolSettings(
            draw(st.sampled_from(["max", "average"])), draw(st.sampled_from([(1, 1), (2, 2)])), draw(pairs),
            draw(st.sampled_from(["valid", "same"])), draw(st.booleans()), draw(st.booleans()),
        ),
    )  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(experiments(), st.integers(0, 2**32))
def test_equals_the_stage_exactly_for_whole_numbers(experiment: tuple[Image, Settings], seed: int) -> None:
    image, chosen = experiment
    result = run(image, chosen)
    whole = np.array_equal(result.input, np.rint(result.input))
    for stage in ("convolution", "activation", "pooling"):
        array = result.stage(stage)  # type: ignore[arg-type]
        assert array is not None
        cell = tuple(np.random.default_rng(seed).integers(array.shape).tolist())
        found = trace(result, stage, *cell)  # type: ignore[arg-type]
        if whole or stage == "pooling":
            assert found.value == array[cell]
        else:
            assert found.value == pytest.approx(float(array[cell]), rel=1e-5, abs=1e-3)
        assert (found.row, found.column, found.channel) == (*cell, 0)[:3]


@settings(max_examples=100, deadline=None)
@given(experiments(), st.integers(0, 2**32))
def test_the_parts_add_up(experiment: tuple[Image, Settings], seed: int) -> None:
    result = run(*experiment)
    cell = tuple(np.random.default_rng(seed).integers(result.convolution.shape).tolist())
    t = trace(result, "activation", *cell)
    assert isinstance(t, ConvolutionTrace)
    kind = result.convolution.dtype  # the products that are added up are numbers of the sums' type
    np.testing.assert_array_equal(t.products, t.window.astype(kind) * t.weights.astype(kind))
    assert t.running_sum.shape == (t.products.size,)
    assert t.running_sum[-1] == pytest.approx(t.total)
    assert t.channel_sums.sum() == pytest.approx(t.total)
    assert t.is_padding.shape == (t.rows.size, t.columns.size) == t.window.shape[:2]
    assert t.before_activation == pytest.approx(t.total / t.divisor + t.bias, rel=1e-6)
    height, width = result.input.shape[:2]
    for i, r in enumerate(t.rows):
        for j, c in enumerate(t.columns):
            outside = not (0 <= r < height and 0 <= c < width)
            assert t.is_padding[i, j] == outside
            if not outside:
                seen = result.input[r, c]
                if t.window.ndim == 2 and np.ndim(seen):
                    seen = seen[t.channel]
                np.testing.assert_array_equal(t.window[i, j], seen)


def test_mean_fill_and_unit_range_and_curved_activations() -> None:
    image = Image(np.random.default_rng(0).integers(0, 256, (20, 20, 3), dtype=np.uint8))
    for name in ACTIVATIONS:
        for mode in ("grey", "sum", "each"):
            chosen = Settings(
                Kernel(np.random.default_rng(1).standard_normal((3, 3)), 2),
                channels=mode, padding="same", fill="mean", activation=name, unit_range=True, bias=0.25,
            )  # type: ignore[arg-type]  # fmt: skip
            result = run(image, chosen)
            for row, column in ((0, 0), (19, 3), (10, 10)):
                expected = np.atleast_1d(result.activation[row, column])
                for channel, value in enumerate(expected):
                    found = trace(result, "activation", row, column, channel)
                    assert found.value == pytest.approx(value, rel=1e-5, abs=1e-6)


def test_running_sum_goes_row_by_row_channel_after_channel() -> None:
    image = np.arange(8.0).reshape(2, 2, 2)
    t = trace_window(image, np.ones((2, 2)), 0, 0)
    assert t.running_sum.tolist() == [0, 2, 6, 12, 13, 16, 21, 28]
    assert t.channel_sums.tolist() == [12, 16]
    assert t.weights.shape == t.window.shape == (2, 2, 2)


def test_weights_are_shown_as_applied() -> None:
    t = trace_window(np.eye(2), [[1, 2], [3, 4]], 0, 0, operation="convolve")
    assert t.weights.tolist() == [[4, 3], [2, 1]]
    assert t.value == 5


def test_filters_and_their_numbers() -> None:
    numbers = np.random.default_rng(2)
    image, kernel = (
        numbers.standard_normal((8, 9, 4)).astype(np.float32),
        numbers.standard_normal((3, 3, 4, 5)),
    )
    options: dict[str, Any] = {"padding": "same", "stride": 2, "dilation": (1, 2), "fill": "symmetric"}
    whole = cross_correlate(image, kernel, bias=0.5, **options)
    for cell in np.ndindex(*whole.shape):
        assert trace_window(image, kernel, *cell, bias=0.5, **options).value == pytest.approx(
            whole[cell], rel=1e-4, abs=1e-5
        )


def test_the_winner_of_a_max_pool() -> None:
    result = run(
        Image(np.array([[1, 2, 9], [4, 3, 9]])),
        Settings(Kernel([[1]]), pool=PoolSettings("max", padding="same")),
    )
    left, right = trace(result, "pooling", 0, 0), trace(result, "pooling", 0, 1)
    assert isinstance(left, PoolingTrace)
    assert isinstance(right, PoolingTrace)
    assert (left.winner, left.value, left.count) == ((1, 0), 4, 4)
    assert left.window.tolist() == [[1, 2], [4, 3]]
    assert (right.winner, right.value, right.count) == ((0, 2), 9, 2)
    assert right.is_padding.tolist() == [[False, True], [False, True]]


@pytest.mark.parametrize("value", [np.nan, -np.inf, np.inf])
def test_winners_of_strange_values(value: float) -> None:
    found = trace_pool([[-np.inf, value], [-np.inf, -np.inf]], 0, 0, padding=1, pool_size=3)
    assert found.winner is not None
    assert np.array_equal(found.value, np.max([-np.inf, value]), equal_nan=True)
    row, column = found.winner
    assert 0 <= row < 2
    assert 0 <= column < 2


@settings(max_examples=60, deadline=None)
@given(
    st.tuples(st.integers(1, 3), st.integers(1, 3)), pairs, st.integers(0, 2), st.booleans(), st.booleans()
)
def test_pools_equal_their_functions(window: Any, stride: Any, padding: int, ceil: bool, count: bool) -> None:
    image = np.random.default_rng(3).integers(-9, 9, (7, 8)).astype(np.float64)
    if padding and any(padding >= k and s > k for k, s in zip(window, stride, strict=True)):
        return
    options: dict[str, Any] = {"pool_size": window, "stride": stride, "padding": padding, "ceil": ceil}
    largest, mean = max_pool(image, **options), average_pool(image, count_padding=count, **options)
    for cell in np.ndindex(*largest.shape):
        assert trace_pool(image, *cell, **options).value == largest[cell]
        found = trace_pool(image, *cell, kind="average", count_padding=count, **options)
        assert found.value == mean[cell]
        assert found.winner is None
        assert found.total == pytest.approx(found.value * found.count)


@pytest.mark.parametrize(
    ("stage", "cell", "message"),
    [
        ("convolution", (7, 0), "row 7 is outside 0..6"),
        ("activation", (0, -1), "column -1 is outside 0..6"),
        ("pooling", (3, 0), "row 3 is outside 0..2"),
        ("convolution", (0, 0, 1), "channel 1 is outside 0..0"),
    ],
)
def test_cells_outside_say_their_numbers(stage: Any, cell: tuple[int, ...], message: str) -> None:
    result = run(Image(np.zeros((9, 9))), Settings(Kernel(np.ones((3, 3))), pool=PoolSettings("max")))
    with pytest.raises(IndexError, match=message):
        trace(result, stage, *cell)


def test_stages_without_arithmetic() -> None:
    result = run(Image(np.zeros((9, 9))), Settings(Kernel([[1]])))
    for stage in ("input", "pooling"):
        with pytest.raises(ValueError, match=stage):
            trace(result, stage, 0, 0)  # type: ignore[arg-type]
