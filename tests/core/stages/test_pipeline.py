"""The chain of stages: shapes, values, what is reused, and how work is stopped."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from convviz.core import (
    Cancelled,
    Image,
    Kernel,
    PoolSettings,
    Settings,
    apply_activation,
    chain,
    convolve,
    cross_correlate,
    max_pool,
    run,
)

COLOUR = Image(np.random.default_rng(0).integers(0, 256, (90, 101, 3), dtype=np.uint8))
GREY = Image(np.ascontiguousarray(COLOUR.values[:, :, 1]))
SOBEL = Kernel([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
ALL = Settings(SOBEL, padding="same", activation="relu", pool=PoolSettings("max"))


def test_every_stage_is_what_the_single_functions_give() -> None:
    settings = replace(ALL, kernel=Kernel(SOBEL.weights, divisor=8), bias=3.0, stride=(2, 1), fill="reflect")
    result = run(GREY, settings)
    assert result.input is GREY.values
    sums = cross_correlate(GREY.values, SOBEL.weights, padding="same", stride=(2, 1), fill="reflect")
    np.testing.assert_array_equal(result.convolution, sums / np.float32(8) + np.float32(3))
    np.testing.assert_array_equal(result.activation, apply_activation("relu", result.convolution))
    assert result.pooling is not None
    np.testing.assert_array_equal(result.pooling, max_pool(result.activation))
    shapes = [result.chain.shape(name) for name in ("input", "convolution", "activation", "pooling")]
    assert shapes == [a.shape for a in (result.input, result.convolution, result.activation, result.pooling)]
    assert result.seconds > 0


def test_true_convolution_turns_the_kernel() -> None:
    result = run(GREY, Settings(SOBEL, operation="convolve"))
    np.testing.assert_array_equal(result.convolution, convolve(GREY.values, SOBEL.weights))
    np.testing.assert_array_equal(result.convolution, -run(GREY, Settings(SOBEL)).convolution)


def test_stages_that_are_off() -> None:
    result = run(GREY, Settings(SOBEL))
    assert result.activation is result.convolution
    assert result.pooling is None
    assert result.stage("pooling") is None
    assert result.chain.pooling is None


def test_arrays_are_read_only() -> None:
    result = run(COLOUR, ALL)
    for name in ("input", "convolution", "activation", "pooling"):
        array = result.stage(name)  # type: ignore[arg-type]
        assert array is not None
        with pytest.raises(ValueError, match="read-only"):
            array[0, 0] = 1


def test_channel_modes() -> None:
    planes = np.random.default_rng(1).integers(-3, 4, (3, 3, 3))
    for kernel in (SOBEL, Kernel(planes)):
        one = [kernel.weights if kernel.weights.ndim == 2 else kernel.weights[:, :, c] for c in range(3)]
        single = [cross_correlate(COLOUR.values[:, :, c], one[c]) for c in range(3)]
        np.testing.assert_array_equal(run(COLOUR, Settings(kernel, channels="sum")).convolution, sum(single))
        each = run(COLOUR, Settings(kernel, channels="each", pool=PoolSettings("max")))
        np.testing.assert_array_equal(each.convolution, np.stack(single, axis=2))
        assert each.pooling is not None
        assert each.pooling.shape == each.chain.pooling == (44, 49, 3)
        grey = run(COLOUR, Settings(kernel))
        assert grey.input.shape == (90, 101)
        np.testing.assert_allclose(grey.input, COLOUR.values @ [0.299, 0.587, 0.114], atol=0.51)
        np.testing.assert_array_equal(grey.convolution, cross_correlate(grey.input, one[0]))
        for mode in ("grey", "sum", "each"):
            on_grey = run(GREY, Settings(kernel, channels=mode))  # type: ignore[arg-type]
            np.testing.assert_array_equal(on_grey.convolution, cross_correlate(GREY.values, one[0]))


def test_unit_range_divides_bytes_and_leaves_the_x_alone() -> None:
    result = run(GREY, Settings(Kernel([[1]]), unit_range=True))
    np.testing.assert_array_equal(result.convolution, GREY.values.astype(np.float32) / np.float32(255))
    signed = Image(np.array([[-1.0, 1.0]]), -1, 1)
    assert run(signed, Settings(Kernel([[1]]), unit_range=True)).convolution.tolist() == [[-1, 1]]
    assert run(COLOUR, Settings(Kernel([[1]]), unit_range=True, channels="each")).input.max() <= 1


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ({}, 4),
        ({"slope": 0.5}, 4),
        ({"pool": PoolSettings("average")}, 3),
        ({"activation": "tanh"}, 2),
        ({"activation": "none"}, 2),
        ({"bias": 1.0}, 1),
        ({"kernel": Kernel([[1, 0, -1]])}, 1),
        ({"operation": "convolve"}, 1),
        ({"padding": "valid"}, 1),
        ({"fill": "edge"}, 1),
        ({"stride": (2, 2)}, 1),
        ({"dilation": (2, 2)}, 1),
        ({"unit_range": True}, 0),
        ({"channels": "sum"}, 0),
    ],
)
def test_what_is_reused(change: dict[str, Any], kept: int) -> None:
    before = run(COLOUR, ALL)
    settings = replace(ALL, **change)
    after = run(COLOUR, settings, before)
    fresh = run(COLOUR, settings)
    for number, name in enumerate(("input", "convolution", "activation", "pooling")):
        old, new = before.stage(name), after.stage(name)  # type: ignore[arg-type]
        assert (new is old) == (number < kept), name
        np.testing.assert_array_equal(new, fresh.stage(name))  # type: ignore[arg-type]


def test_sum_and_each_share_their_input_but_not_their_maps() -> None:
    before = run(COLOUR, replace(ALL, channels="sum"))
    after = run(COLOUR, replace(ALL, channels="each"), before)
    assert after.input is before.input
    assert after.convolution.shape == (90, 101, 3)


def test_another_image_reuses_nothing() -> None:
    before = run(GREY, ALL)
    twin = Image(GREY.values.copy())
    assert run(twin, ALL, before).convolution is not before.convolution


def test_leaky_slope_counts_only_for_leaky_relu() -> None:
    before = run(GREY, replace(ALL, activation="leaky_relu"))
    after = run(GREY, replace(ALL, activation="leaky_relu", slope=0.5), before)
    assert after.convolution is before.convolution
    assert after.activation is not before.activation


def test_parameters_and_multiply_adds() -> None:
    counted = {
        mode: (c.parameters, c.multiply_adds)
        for mode in ("grey", "sum", "each")
        for c in [chain((9, 9, 3), Settings(SOBEL, channels=mode))]  # type: ignore[arg-type]
    }
    assert counted == {"grey": (10, 441), "sum": (28, 1323), "each": (10, 1323)}
    assert chain((9, 9, 3), Settings(Kernel(np.ones((3, 3, 3))), channels="each")).parameters == 30


def test_cancelling() -> None:
    for allowed in range(4):
        answers = iter([False] * allowed + [True] * 1000)
        with pytest.raises(Cancelled):
            run(COLOUR, ALL, cancelled=lambda a=answers: next(a))
    kept = run(COLOUR, ALL)
    with pytest.raises(Cancelled):
        run(COLOUR, replace(ALL, activation="tanh"), kept, cancelled=lambda: True)


def test_progress() -> None:
    heard: list[float] = []
    run(Image(np.ones((700, 700))), ALL, progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kernel": Kernel(np.ones((11, 3)))}, r"kernel 11x3 .* does not fit 9x9 \+ padding 0"),
        (
            {"kernel": Kernel(np.ones((2, 2, 2))), "channels": "sum"},
            "2 channels does not fit an image with 3",
        ),
        ({"stride": (0, 1)}, "stride 0"),
        ({"dilation": (1, 0)}, "dilation 0"),
        ({"bias": float("nan")}, "nan"),
        ({"slope": float("inf")}, "inf"),
        ({"fill": "black"}, "'black'"),
        ({"activation": "gelu"}, "'gelu'"),
        ({"operation": "blur"}, "'blur'"),
        ({"channels": "alpha"}, "'alpha'"),
        ({"pool": PoolSettings("median")}, "'median'"),  # type: ignore[arg-type]
        ({"pool": PoolSettings("max", (8, 8))}, r"pool window 8x8 .* does not fit 7x7"),
        ({"pool": PoolSettings("max", (2, 2), (0, 2))}, "pool stride 0"),
    ],
)
def test_impossible_settings_say_their_numbers_before_any_work(change: dict[str, Any], message: str) -> None:
    settings = replace(Settings(SOBEL), **change)
    with pytest.raises(ValueError, match=message):
        chain((9, 9, 3), settings)
    with pytest.raises(ValueError, match=message):
        run(Image(np.zeros((9, 9, 3), np.uint8)), settings, progress=lambda share: pytest.fail("worked"))


def test_what_fills_the_padding_is_remembered() -> None:
    assert run(GREY, replace(ALL, fill=7.0)).fills == (7.0,)
    mean = run(COLOUR, replace(ALL, channels="sum", fill="mean"))
    np.testing.assert_allclose(mean.fills, COLOUR.values.mean(axis=(0, 1)))
    assert run(COLOUR, replace(mean.settings, activation="tanh"), mean).fills is mean.fills
    assert run(GREY, replace(ALL, padding="valid")).fills == ()


def test_the_largest_magnitude_looks_past_what_is_no_number() -> None:
    values = np.array([[1.0, -5.0, np.nan, np.inf]])
    assert run(Image(values, -9, 9), Settings(Kernel([[2.0]]))).largest == 10
    assert run(Image(np.full((1, 1), np.nan), 0, 1), Settings(Kernel([[2.0]]))).largest == 0
