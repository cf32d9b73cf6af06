"""What the chosen colour ranges come to, for pictures and for maps."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from convviz.core import Image, Kernel, Settings, run
from convviz.core.colours.ranges import RANGE_MODES, ColorRange, ends_of, fixed, is_blind, picture_range
from convviz.core.colours.scales import ColourScale
from convviz.core.colours.stages import convolution_scale, input_scale, stage_picture, stage_scales

RNG = np.random.default_rng(7)
VERTICAL = Kernel([[1, 0, -1]] * 3)
BOX = Kernel(np.ones((3, 3)), 9.0)


def deep(low: int, high: int) -> Image:
    """A picture of 16 bits that uses a part of them, both ends included."""
    values = RNG.integers(low, high, (40, 50), endpoint=True).astype(np.float32)
    values[0, :2] = low, high
    return Image(values, 0, 65535)


@pytest.mark.parametrize(
    ("low", "high", "follows"),
    [
        (900, 1137, True),
        (0, 1023, True),
        (0, 4095, True),
        (0, 16383, True),
        (0, 40000, False),
        (9, 65535, False),
    ],
)
def test_few_bits_in_sixteen_are_shown_in_their_own_range(low, high, follows):
    image = deep(low, high)
    assert picture_range(image) == ((low, high) if follows else (0, 65535))
    levels = stage_picture(run(image, Settings(VERTICAL)), "input")
    assert bool(levels.max() == 255) is (follows or high == 65535)


def test_a_hot_pixel_does_not_make_the_rest_black():
    values = deep(900, 1137).values.copy()
    values[7, 7] = 65535
    low, high = picture_range(Image(values, 0, 65535))
    assert 900 <= low < high <= 1137


@pytest.mark.parametrize(
    "image",
    [
        Image(np.full((4, 5), 7, np.uint8)),
        Image(RNG.integers(100, 130, (20, 30), dtype=np.uint8)),
        Image(np.array([[-1.0, 1.0]]), -1, 1),
        Image(np.full((4, 5), 900.0, np.float32), 0, 65535),
        Image(np.eye(200, dtype=np.float32)[:, :150] * 0 + (np.arange(150) == 9), 0, 1),
    ],
)
def test_what_can_be_seen_stays_as_its_file_states_it(image):
    assert picture_range(image) == (image.low, image.high)


def test_every_mode_of_a_picture():
    values = np.linspace(0, 1000, 1001, dtype=np.float32).reshape(77, 13)
    image = Image(values, 0, 65535)
    found = {mode: picture_range(image, ColorRange(mode, 20, 30)) for mode in RANGE_MODES}
    assert found == {
        "auto": (0, 1000),
        "data": (0, 1000),
        "percentiles": (10, 990),
        "full": (0, 65535),
        "symmetric": (-1000, 1000),
        "fixed": (20, 30),
    }
    assert input_scale(image, Settings(BOX), ColorRange("symmetric")) == ColourScale.signed(1000)
    around_zero = Image(np.array([[-4.0, 1.0]]), -9, 9)
    assert input_scale(around_zero, Settings(BOX), ColorRange("data")) == ColourScale.signed(4)


def test_values_from_0_to_1_take_their_range_along():
    image, unit = deep(900, 1137), Settings(BOX, unit_range=True)
    assert input_scale(image, unit) == ColourScale("grey", 900 / 65535, 1137 / 65535)
    plain, counted = (
        stage_picture(run(image, s), "input", input_range=ColorRange("fixed", 950, 1000))
        for s in (unit, replace(unit, unit_range=False))
    )
    assert np.abs(plain.astype(int) - counted).max() <= 1  # a fraction of 32 bits is rounded
    assert {0, 255} <= set(plain.ravel().tolist())


def test_every_mode_of_a_map():
    image = Image(RNG.integers(0, 256, (40, 50), dtype=np.uint8))
    edges, blurred = run(image, Settings(VERTICAL)), run(image, Settings(BOX))
    assert convolution_scale(edges, ColorRange("full")) == ColourScale.signed(765)
    assert convolution_scale(blurred, ColorRange("full")) == ColourScale("grey", 0, 255)
    assert convolution_scale(edges, ColorRange("data")) == ColourScale.signed(edges.largest)
    low, high = float(blurred.convolution.min()), float(blurred.convolution.max())
    assert convolution_scale(blurred, ColorRange("data")) == ColourScale("grey", low, high)
    low, high = np.percentile(blurred.convolution, (1, 99))
    assert convolution_scale(blurred, ColorRange("percentiles")) == ColourScale("grey", low, high)
    assert convolution_scale(edges, ColorRange("percentiles")).high < edges.largest


def test_what_keeps_the_picture_is_shown_as_the_input_is():
    result = run(deep(900, 1137), Settings(BOX))
    assert stage_scales(result)["convolution"] == ColourScale("grey", 900, 1137)
    chosen = stage_scales(result, input_range=ColorRange("fixed", 1000, 1100))
    assert chosen["convolution"] == chosen["input"] == ColourScale("grey", 1000, 1100)


def test_colours_that_are_added_up_may_be_three_times_as_large():
    image = Image(RNG.integers(0, 256, (9, 9, 3), dtype=np.uint8))
    added = run(image, Settings(VERTICAL, channels="sum"))
    assert convolution_scale(added, ColorRange("full")) == ColourScale.signed(3 * 765)


def test_what_is_no_number_does_not_count():
    values = np.array([[np.nan, 3.0], [5.0, np.nan]])
    assert ends_of(values) == (3, 5)
    assert ends_of(np.full((2, 2), np.nan)) == (0, 0)
    assert picture_range(Image(np.full((2, 2), 4.0)), ColorRange("data")) == (4, 5)


def test_dragged_ends_stay_within_the_limits():
    assert fixed(-1e300, 1e300) == ColorRange("fixed", -1e12, 1e12)
    assert fixed(5e11, 5e11).high > 5e11
    assert fixed(9, 1).high > 9


@pytest.mark.parametrize(
    ("low", "high", "blind"),
    [(0, 65535, True), (0, 255, True), (2000, 3000, True), (0, 4095, False), (1000, 1050, False)],
)
def test_a_range_that_tells_nothing_is_known(low, high, blind):
    assert is_blind(deep(900, 1137).values.ravel(), low, high) is blind


def test_a_flat_picture_inside_its_range_is_shown():
    assert not is_blind(np.full(9, 7.0), 0, 65535)
    assert is_blind(np.full(9, 7.0), 8, 65535)
