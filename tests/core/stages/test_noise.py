"""Rounding noise: how large it can become, and that what is smaller than that reads 0 and is no picture."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from convviz.core import Image, Kernel, PoolSettings, Settings, run, trace
from convviz.core.colours.scales import signed_picture
from convviz.core.colours.stages import stage_picture
from convviz.core.explain.trace import settled_trace
from convviz.core.kernels.kernel_library import LIBRARY, library
from convviz.core.samples.pictures import x_image
from convviz.core.stages.noise import Noise, noise_of, settle, settled

FRACTIONS = Kernel([[0.3, -0.2, -0.1]])
"""They sum to 0 as written, and to some billionths in float32."""

FLAT = Image(np.full((9, 9), 200, np.uint8))
ZERO = [246, 246, 246]

CANCELLING = [key for key, entry in LIBRARY.items() if entry.kernel.weights.sum() == 0]
EXACT = Noise()


def flat(value, high=255.0, dtype=np.uint8, shape=(12, 13)):
    return Image(np.full(shape, value, dtype), 0.0, high)


def noise(image, settings):
    return run(image, settings).noise


def test_fractions_that_cancel_on_a_flat_picture_paint_nothing():
    result = run(FLAT, Settings(FRACTIONS))
    assert np.abs(result.convolution).max() > 0  # the numbers themselves stay as they are
    assert result.magnitude == 1.0
    assert (stage_picture(result, "convolution") == ZERO).all()


@pytest.mark.parametrize("key", CANCELLING)
def test_kernels_that_cancel_are_flat_on_every_flat_picture(key):
    for value in range(256):
        pictures = [
            (flat(value), False),
            (flat(value), True),
            (flat(value / 255, 1.0, np.float32), False),
            (flat(value / 255, 1.0, np.float64), False),
        ]
        for image, unit in pictures:
            result = run(image, Settings(library(key), unit_range=unit))
            assert result.magnitude == 1.0, (value, unit, image.values.dtype)


def test_there_are_kernels_that_cancel():
    assert {"log", "laplacian", "gabor", "sobel_vertical"} <= set(CANCELLING)


@pytest.mark.parametrize("key", sorted(set(LIBRARY) - set(CANCELLING)))
def test_kernels_that_do_not_cancel_keep_their_range(key):
    for value in (1, 37, 255):
        result = run(flat(value), Settings(library(key), unit_range=True))
        assert result.magnitude == pytest.approx(np.abs(result.convolution).max())


@pytest.mark.parametrize("key", CANCELLING)
def test_a_faint_edge_stays_what_it_was(key):
    pixels = np.full((24, 26), 0.7, np.float32)
    pixels[14:, 12:] += np.float32(1e-3)
    pixels[17, 20] = 0.7
    result = run(Image(pixels, 0.0, 1.0), Settings(library(key)))
    largest = float(np.abs(result.convolution).max())
    assert largest > 5e-4
    assert result.magnitude == largest
    picture = stage_picture(result, "convolution")
    # Where the picture is flat nothing but zero is seen, at the edge more than nothing.
    assert (picture[0, 0] == ZERO).all()
    assert (picture != ZERO).any()


def test_the_edges_of_a_photo_are_drawn_as_before():
    pixels = np.random.default_rng(3).random((90, 120)).astype(np.float32)
    result = run(Image(pixels, 0.0, 1.0), Settings(library("sobel_vertical")))
    values = np.abs(result.convolution)
    assert result.magnitude >= np.partition(values.ravel(), -100)[-100]
    np.testing.assert_array_equal(
        stage_picture(result, "convolution"), signed_picture(result.convolution, result.magnitude)
    )


@pytest.mark.parametrize("seed", range(20))
def test_no_sum_is_further_from_the_truth_than_its_noise(seed):
    rng = np.random.default_rng(seed)
    kernel = Kernel(
        rng.normal(size=tuple(rng.integers(1, 6, 2))).round(3), divisor=float(rng.choice([1, -3, 7]))
    )
    pixels = rng.normal(size=(7, 8)).astype(np.float32)
    settings = Settings(kernel, bias=float(rng.choice([0.0, 0.1, -2.7])))
    result = run(Image(pixels, -4.0, 4.0), settings)
    height, width = kernel.weights.shape
    for row, column in np.ndindex(result.convolution.shape):
        window = pixels[row : row + height, column : column + width]
        exact = sum(
            Fraction(str(weight)) * Fraction(float(pixel))
            for weight, pixel in zip(kernel.weights.flat, window.flat, strict=True)
        )
        true = exact / Fraction(kernel.divisor) + Fraction(str(settings.bias))
        # The noise is what is left where a value should be 0; a value itself is rounded once more.
        allowed = result.noise.convolution + 3 * np.finfo(np.float32).eps * abs(float(true))
        assert abs(float(Fraction(float(result.convolution[row, column])) - true)) <= allowed


def test_whole_numbers_are_exact_up_to_what_the_type_holds():
    assert noise(x_image(), Settings(library("diagonal"))) == EXACT
    assert noise(FLAT, Settings(library("log"), bias=-5.0)) == EXACT
    assert noise(FLAT, Settings(Kernel([[30000, -30000]]))) == EXACT
    seen, weights = np.full((3, 3), 255, np.uint8), np.array([[66000.0, -66000.0]])
    settings = Settings(Kernel(weights))
    assert noise_of(seen, weights, settings, (), np.float32).sums > 1  # beyond 2^24
    assert noise_of(seen, weights, settings, (), np.float64) == EXACT


def test_a_divisor_makes_noise_smaller_and_none_where_the_sum_is_exact():
    whole = noise(FLAT, Settings(FRACTIONS))
    halved = noise(FLAT, Settings(replace(FRACTIONS, divisor=-2.0)))
    assert halved.convolution == whole.convolution / 2
    assert halved.sums == whole.sums
    assert noise(FLAT, Settings(Kernel([[1, -1]], 3.0))) == EXACT


def test_a_bias_brings_its_own_rounding():
    for value in (0.1, -33.3):
        result = run(FLAT, Settings(Kernel([[1, -1]], 3.0), bias=value))
        assert 0 < result.noise.convolution < 1e-6 * abs(value)
        assert result.magnitude == abs(np.float32(value))  # it is no noise itself
    taken_away = run(FLAT, Settings(Kernel([[0.1, 0.2, 0.3]]), bias=-120.0))
    assert taken_away.magnitude == 1.0
    assert run(FLAT, Settings(Kernel([[0.1, 0.2, 0.3]]), bias=-119.9)).magnitude == pytest.approx(
        0.1, rel=1e-3
    )


def test_sums_of_one_sign_cannot_cancel():
    dim = np.full((6, 6), 1e-6, np.float32)
    dim[0, 0] = 1.0
    for kernel in (library("identity"), library("gaussian5"), Kernel([[-0.1, -0.7]])):
        assert noise(Image(dim, 0.0, 1.0), Settings(kernel)) == EXACT
    assert noise(Image(-dim, -1.0, 1.0), Settings(Kernel([[0.1, 0.7]]))) == EXACT
    assert noise(Image(dim - 0.5, -1.0, 1.0), Settings(Kernel([[0.1, 0.7]]))) != EXACT


def test_missing_data_and_suns_do_not_hide_the_rest():
    pixels = np.random.default_rng(0).random((80, 80)).astype(np.float32)
    pixels[:20, :2] = -3.4e38
    pixels[40, 40] = 1e9
    result = run(Image(pixels, 0.0, 1.0), Settings(library("laplacian")))
    assert result.noise.convolution < 0.01
    black = Image(np.zeros((9, 9), np.float32), 0.0, 1.0)
    assert noise(black, Settings(FRACTIONS)).convolution == 0


def test_what_is_no_number_does_not_count():
    pixels = np.full((9, 9), 0.7, np.float32)
    pixels[0, 0], pixels[0, 8] = np.nan, np.inf
    result = run(Image(pixels, 0.0, 1.0), Settings(FRACTIONS))
    assert result.noise == noise(flat(0.7, 1.0, np.float32), Settings(FRACTIONS))
    assert result.magnitude == 1.0
    nothing = np.full((3, 3), np.nan, np.float32)
    assert noise_of(nothing, FRACTIONS.weights, Settings(FRACTIONS), (), np.float32) == EXACT


def test_huge_numbers_have_no_infinite_noise():
    huge, weights = np.full((4, 4), 1e308), np.array([[1e30, -1e30, 0.3]])
    assert noise_of(huge, weights, Settings(FRACTIONS), (), np.float64) == EXACT
    assert noise_of(huge, weights[:, 1:], Settings(FRACTIONS, bias=1e300), (), np.float32) == EXACT


def test_colour_pictures_sum_their_channels_or_keep_them_apart():
    colour = Image(np.full((6, 7, 3), 180, np.uint8))
    each, summed = (noise(colour, Settings(FRACTIONS, channels=mode)) for mode in ("each", "sum"))
    assert each == noise(flat(180), Settings(FRACTIONS))
    assert summed.sums > 3 * each.sums
    planes = Kernel(np.stack([FRACTIONS.weights, 2 * FRACTIONS.weights, 3 * FRACTIONS.weights], axis=2))
    assert noise(colour, Settings(planes, channels="each")).sums == pytest.approx(3 * each.sums)
    for mode in ("each", "sum"):
        assert run(colour, Settings(planes, channels=mode, unit_range=True)).magnitude == 1.0


def test_padding_counts_with_what_it_is_filled_with():
    inside = noise(FLAT, Settings(FRACTIONS))
    assert noise(FLAT, Settings(FRACTIONS, padding="same")) == inside
    assert noise(FLAT, Settings(FRACTIONS, padding="same", fill=-400)).sums == pytest.approx(2 * inside.sums)
    assert run(FLAT, Settings(FRACTIONS, padding="same", fill="edge")).magnitude == 1.0


def test_later_stages_inherit_the_noise_but_a_sigmoid_means_its_small_values():
    base = Settings(FRACTIONS, pool=PoolSettings("average"))
    inherited = noise(FLAT, base).convolution
    for name in ("none", "relu", "absolute", "tanh", "leaky_relu"):
        found = noise(FLAT, replace(base, activation=name))
        assert (found.of("input"), found.of("convolution")) == (0.0, inherited)
        assert found.of("activation") == found.of("pooling") == inherited
    assert noise(FLAT, replace(base, activation="leaky_relu", slope=-5.0)).activation == 5 * inherited
    sigmoid = noise(FLAT, replace(base, activation="sigmoid"))
    assert (sigmoid.convolution, sigmoid.of("activation"), sigmoid.of("pooling")) == (inherited, 0.0, 0.0)


def test_settled_values_keep_their_type_and_what_is_no_noise():
    values = np.array([[4e-6, -5e-5, 6e-5, np.nan, -np.inf, 0.0]], np.float32)
    found = settled(values, 5.1e-5)
    assert found.dtype == np.float32
    np.testing.assert_array_equal(found, np.array([[0, 0, 6e-5, np.nan, -np.inf, 0]], np.float32))
    assert settled(values, 0.0) is values
    assert [settle(v, 5e-5) for v in (-4e-6, 6e-5, np.inf)] == [0.0, 6e-5, np.inf]
    assert np.isnan(settle(np.nan, 5e-5))


def test_the_arithmetic_of_a_value_that_is_noise_ends_at_0():
    result = run(FLAT, Settings(FRACTIONS, activation="relu", pool=PoolSettings("max")))
    told = settled_trace(trace(result, "activation", 2, 3), result.noise)
    assert (told.total, told.before_activation, told.value) == (0.0, 0.0, 0.0)
    assert told.running_sum[-1] == 0
    assert told.products.ravel() == pytest.approx([60, -40, -20])
    pooled = settled_trace(trace(result, "pooling", 1, 1), result.noise)
    assert pooled.value == 0
    assert not pooled.window.any()
    exact = trace(run(x_image(), Settings(library("diagonal"))), "convolution", 0, 0)
    assert settled_trace(exact, EXACT) is exact


def test_the_input_is_looked_at_once(monkeypatch):
    from convviz.core.stages import noise as module

    looked = []
    plain = module._looked_at
    monkeypatch.setattr(module, "_looked_at", lambda seen: looked.append(seen) or plain(seen))
    image = flat(9)
    first = run(image, Settings(FRACTIONS))
    second = run(image, Settings(Kernel([[0.5, -0.5]])), first)
    assert first.noise != second.noise
    assert len(looked) == 1


def test_a_whole_number_bias_may_be_an_int() -> None:
    result = run(Image(np.eye(5)), Settings(Kernel([[1, -1]]), bias=1))
    assert result.noise == run(Image(np.eye(5)), Settings(Kernel([[1, -1]]), bias=1.0)).noise
