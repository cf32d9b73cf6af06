"""The one function that turns values into colours."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from convviz.core.colours.scales import (
    AMOUNT_STOPS,
    ENTRIES,
    GREY_STOPS,
    SIGNED_STOPS,
    ColourScale,
    coloured,
    picture,
    signed_picture,
    table,
    unpacked,
)

CARD = "#123456"
EXACT = [np.float32, np.float64]


def colours(values, low, high, stops, missing=CARD):
    return unpacked(coloured(np.asarray(values), low, high, stops, missing))


@pytest.mark.parametrize("stops", [GREY_STOPS, SIGNED_STOPS, AMOUNT_STOPS])
def test_every_entry_is_the_nearest_byte_between_its_stops(stops):
    """Worked out in fractions, so that no rounding hides in the check."""
    known = [[int(stop[i : i + 2], 16) for i in (1, 3, 5)] for stop in stops]
    for entry, found in enumerate(unpacked(table(stops)[None])[0].tolist()):
        at = Fraction(entry * (len(stops) - 1), ENTRIES - 1)
        first = min(int(at), len(stops) - 2)
        for channel in range(3):
            low, high = known[first][channel], known[first + 1][channel]
            assert found[channel] == round(low + (at - first) * (high - low))


@pytest.mark.parametrize("kind", EXACT)
def test_a_grey_is_the_nearest_of_256_levels(kind):
    values = np.linspace(-3, 260, 40001).astype(kind)
    found = colours(values[None], 0, 255, GREY_STOPS)[0]
    np.testing.assert_array_equal(found[:, 0], np.rint(np.clip(values, 0, 255)))
    np.testing.assert_array_equal(found[:, 0], found[:, 2])


@pytest.mark.parametrize("kind", [np.uint8, *EXACT])
def test_equal_channels_are_the_grey_of_one(kind):
    values = np.random.default_rng(0).uniform(0, 255, (40, 50)).astype(kind)
    for low, high in ((0, 255), (10.5, 99.25)):
        one = coloured(values, low, high, GREY_STOPS, CARD)
        three = coloured(np.stack([values] * 3, axis=2), low, high, SIGNED_STOPS, CARD)
        np.testing.assert_array_equal(one, three)


@pytest.mark.parametrize("kind", EXACT)
def test_opposite_values_stand_equally_far_from_the_middle(kind):
    """The middle entry is zero's: what rounds to it is less than half a step away."""
    step = 9 / (ENTRIES // 2)
    values = np.array([[-0.49 * step, 0.0, 0.49 * step, 0.51 * step, -0.51 * step]], kind)
    entries = table(SIGNED_STOPS)
    middle = ENTRIES // 2
    found = coloured(values, -9, 9, SIGNED_STOPS, CARD)[0]
    np.testing.assert_array_equal(found, entries[[middle, middle, middle, middle + 1, middle - 1]])


@pytest.mark.parametrize("stops", [GREY_STOPS, SIGNED_STOPS])
@pytest.mark.parametrize("width", [1e-44, 1e-37, 1e-31, 1e-20, 1.0, 1e20, 1e36, 3e38])
def test_ranges_however_fine_or_wide_use_all_colours(stops, width):
    values = np.array([[-width, 0.0, width]], np.float32)
    ends = float(values[0, 2])
    found = colours(values, -ends, ends, stops)[0].tolist()
    plain = colours(np.array([[-1.0, 0.0, 1.0]]), -1, 1, stops)[0].tolist()
    assert found == plain


def test_what_is_no_number_is_told_apart_in_every_kind_of_picture():
    values = np.array([[np.nan, 1.0], [-np.inf, np.inf]])
    missing = [0x12, 0x34, 0x56]
    assert colours(values, -1, 1, SIGNED_STOPS)[0, 0].tolist() == missing
    assert colours(values, -1, 1, GREY_STOPS).tolist() == [[missing, [255] * 3], [[0] * 3, [255] * 3]]
    channels = np.zeros((1, 2, 3))
    channels[0, 0, 1] = np.nan
    assert colours(channels, 0, 1, GREY_STOPS).tolist() == [[missing, [0, 0, 0]]]


@pytest.mark.parametrize("shape", [(1500, 900), (3, 600_000), (700, 600, 3)])
def test_large_maps_are_coloured_like_their_parts(shape):
    values = np.random.default_rng(1).normal(size=shape).astype(np.float32)
    values[2, -1] = np.nan
    whole = coloured(values, -2, 2, SIGNED_STOPS, CARD)
    for row in (0, 1, 2, shape[0] - 1):
        np.testing.assert_array_equal(whole[row], coloured(values[row][None], -2, 2, SIGNED_STOPS, CARD)[0])
    written = picture(values, ColourScale.signed(2))
    assert written.shape == (*shape[:2], 3)
    np.testing.assert_array_equal(written, colours(values, -2, 2, SIGNED_STOPS, "#FFFFFF"))


def test_values_in_any_order_of_memory():
    values = np.arange(20, dtype=np.float32).reshape(4, 5)
    plain = signed_picture(values, 19.0)
    np.testing.assert_array_equal(signed_picture(values[::-1, ::2], 19.0), plain[::-1, ::2])
    np.testing.assert_array_equal(signed_picture(values.T, 19.0), plain.transpose(1, 0, 2))
