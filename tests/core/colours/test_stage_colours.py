"""One rule says which scale the values of a stage are coloured with."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from convviz.core import Image, Kernel, PoolSettings, Settings, run
from convviz.core.colours.scales import ColourScale, picture
from convviz.core.colours.stages import (
    ColorRange,
    convolution_scale,
    drawn,
    input_scale,
    stage_picture,
    stage_scales,
)

BOX = Kernel(np.ones((3, 3)), 9.0)
VERTICAL = Kernel([[1, 0, -1]] * 3)
RNG = np.random.default_rng(5)
GREY = Image(RNG.integers(0, 256, (20, 30), dtype=np.uint8))
COLOUR = Image(RNG.integers(0, 256, (20, 30, 3), dtype=np.uint8))
AROUND_ZERO = Image(RNG.normal(size=(20, 30)), -4, 3)
SIGMOID = Settings(VERTICAL, activation="sigmoid", pool=PoolSettings("max"))


@pytest.mark.parametrize(
    ("image", "unit", "scale"),
    [
        (GREY, False, ColourScale("grey", 0, 255)),
        (GREY, True, ColourScale("grey", 0, 1)),
        (replace(GREY, high=49.0), True, ColourScale("grey", 0, 1)),
        (replace(GREY, low=10.0), True, ColourScale("grey", 10, 255)),
        (replace(GREY, high=1.0), True, ColourScale("grey", 0, 1)),
        (AROUND_ZERO, True, ColourScale.signed(4)),
    ],
)
def test_the_input_is_grey_from_black_to_white_or_signed(image, unit, scale):
    assert input_scale(image, Settings(BOX, unit_range=unit)) == scale


@pytest.mark.parametrize(
    ("image", "settings", "kind"),
    [
        (GREY, Settings(BOX), "grey"),
        (GREY, Settings(BOX, bias=1.0), "signed"),
        (GREY, Settings(VERTICAL), "signed"),
        (COLOUR, Settings(BOX, channels="each"), "grey"),
        (COLOUR, Settings(BOX, channels="sum"), "signed"),
        (COLOUR, Settings(BOX.for_channels(3), channels="each"), "grey"),
        (COLOUR, Settings(BOX.for_channels(3), channels="sum"), "signed"),
        (COLOUR, Settings(BOX.for_channels(3).with_weight(0, 0, 9.0, 1), channels="each"), "signed"),
        (AROUND_ZERO, Settings(BOX), "signed"),
    ],
)
def test_what_keeps_brightness_looks_like_the_input(image, settings, kind):
    result = run(image, settings)
    scale = convolution_scale(result)
    assert scale.kind == kind
    expected = input_scale(image, settings) if kind == "grey" else ColourScale.signed(result.magnitude)
    assert scale == expected


def test_activations_with_a_range_of_their_own_have_its_colours_unless_a_range_is_fixed():
    result = run(GREY, SIGMOID)
    scales = stage_scales(result)
    assert scales["convolution"] == ColourScale.signed(result.magnitude)
    assert scales["activation"] == scales["pooling"] == ColourScale.signed(1)
    fixed = stage_scales(result, ColorRange("fixed", -4, 2))
    assert set(fixed.values()) == {ColourScale("grey", 0, 255), ColourScale.signed(4)}
    assert stage_scales(result, ColorRange("fixed", 2, 5))["pooling"] == ColourScale("grey", 2, 5)


def test_a_symmetric_range_reaches_the_largest_value_whatever_the_kernel():
    for settings in (Settings(VERTICAL), Settings(BOX)):
        result = run(GREY, settings)
        assert convolution_scale(result, ColorRange("symmetric")) == ColourScale.signed(result.largest)
    nothing = run(Image(np.zeros((5, 5))), Settings(VERTICAL))
    assert convolution_scale(nothing, ColorRange("symmetric")) == ColourScale.signed(1)


def test_what_is_known_of_the_convolution_is_taken():
    scales = stage_scales(run(GREY, Settings(VERTICAL)), convolution=ColourScale.signed(7))
    assert scales["convolution"] == scales["pooling"] == ColourScale.signed(7)


def test_three_channels_are_a_colour_picture_or_one_map():
    maps = np.arange(24.0).reshape(2, 4, 3)
    grey, signed = ColourScale(), ColourScale.signed(24)
    assert drawn(maps, "convolution", grey, 1) is maps
    assert drawn(maps, "input", signed, 1) is maps
    for channel in (0, 1, 2, 7):
        one = drawn(maps, "convolution", signed, channel)
        np.testing.assert_array_equal(one, maps[:, :, min(channel, 2)])
    assert drawn(maps[:, :, :2], "convolution", grey, 0).shape == (2, 4)


def test_a_stage_as_a_file_has_the_fewest_channels():
    each = run(COLOUR, Settings(BOX, channels="each", activation="tanh", unit_range=True))
    assert stage_picture(each, "convolution").shape == (18, 28, 3)
    red, blue = (stage_picture(each, "activation", channel=c) for c in (0, 2))
    np.testing.assert_array_equal(blue, picture(each.activation[:, :, 2], ColourScale.signed(1)))
    assert not np.array_equal(red, blue)
    grey = run(GREY, Settings(BOX))
    np.testing.assert_array_equal(stage_picture(grey, "input"), GREY.values)
    assert stage_picture(grey, "convolution", ColorRange("symmetric")).shape == (18, 28, 3)


def test_a_stage_that_is_off_has_no_picture():
    with pytest.raises(ValueError, match="there is no pooling: it is switched off"):
        stage_picture(run(GREY, Settings(BOX)), "pooling")
