"""From values to colours: ends, middle, what is no number, and figures that can be read on them."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from convviz.views.base.colours import ColourScale, colour_of, image, ink_on, table, words
from convviz.views.base.theme import DARK, LIGHT

SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
NINE = ColourScale.signed(9)


def name(word):
    return f"#{int(word) & 0xFFFFFF:06X}"


@SCHEMES
@pytest.mark.parametrize("cells", [False, True], ids=["pictures", "cells"])
def test_zero_is_neutral_and_the_ends_are_the_ends(scheme, cells):
    stops = scheme.signed_cells if cells else scheme.signed
    found = words(np.array([[-9.0, 0.0, 9.0, -1e9, 1e9, -np.inf, np.inf]]), NINE, scheme, cells=cells)[0]
    assert [name(w) for w in found] == [stops[i] for i in (0, 8, 16, 0, 16, 0, 16)]


@SCHEMES
def test_every_stop_has_its_value(scheme):
    found = words(np.linspace(-8, 8, 17)[None], ColourScale.signed(8), scheme)[0]
    assert tuple(name(w) for w in found) == scheme.signed


def test_negative_is_blue_and_positive_orange():
    low, high = colour_of(-9, NINE, LIGHT), colour_of(9, NINE, LIGHT)
    assert low.blue() > low.red()
    assert high.red() > high.blue()


def test_the_smallest_value_is_told_from_zero():
    found = words(np.array([[-0.02, 0.0, 0.02]]), ColourScale.signed(1), LIGHT)[0]
    assert len(set(found.tolist())) == 3


@pytest.mark.parametrize("kind", ["grey", "signed", "amount"])
def test_a_table_has_one_colour_an_entry_along_its_only_axis(kind):
    colours = table(LIGHT, kind)
    assert colours.shape == (513,)
    assert not colours.flags.writeable
    assert (colours >> 24 == 0xFF).all()


def test_red_green_and_blue_are_not_mixed_up():
    assert name(table(LIGHT, "signed")[0]) == "#247FCF"
    assert [name(table(LIGHT, "amount")[i]) for i in (0, 512)] == ["#F7F9D1", "#33314F"]
    pixel = np.array([[[1, 2, 3], [250, 128, 0]]], np.uint8)
    for values in (pixel, pixel.astype(np.float32), pixel.astype(np.float64)):
        assert [name(w) for w in words(values, ColourScale(), LIGHT)[0]] == ["#010203", "#FA8000"]


@pytest.mark.parametrize("kind", [np.uint8, np.float32, np.float64])
def test_every_byte_is_its_own_grey(kind):
    values = np.arange(256).reshape(1, 256).astype(kind)
    assert (words(values, ColourScale(), LIGHT)[0] & 0xFF == np.arange(256)).all()


def test_bytes_and_floats_get_the_same_colours():
    values = np.arange(256, dtype=np.uint8).reshape(16, 16)
    for scale in (ColourScale("grey", 20, 180), ColourScale.signed(200), ColourScale("amount", 0, 99)):
        assert (words(values, scale, DARK) == words(values.astype(np.float32), scale, DARK)).all()
    triple = np.stack([values, values.T, 255 - values], axis=2)
    scale = ColourScale("grey", 20, 180)
    assert (words(triple, scale, DARK) == words(triple.astype(np.float32), scale, DARK)).all()


@SCHEMES
def test_not_a_number_is_the_card(scheme):
    found = words(np.array([[np.nan, 0.0]]), NINE, scheme)[0]
    assert name(found[0]) == scheme.card
    assert name(found[1]) == scheme.signed[8]
    colour = words(np.array([[[np.nan, 5, 5], [5, 5, 5]]]), ColourScale(), scheme)[0]
    assert [name(w) for w in colour] == [scheme.card, "#050505"]


def test_a_range_without_width_is_no_error():
    assert words(np.array([[4.0, 9.0]]), ColourScale("grey", 4, 4), LIGHT).shape == (1, 2)


def test_huge_numbers_take_the_end_colours():
    values = np.array([[-1e300, 1e300]])
    assert [name(w) for w in words(values, NINE, LIGHT)[0]] == [LIGHT.signed[0], LIGHT.signed[16]]


def test_rows_stay_rows_in_the_picture():
    picture = image(words(np.array([[0, 50, 100], [150, 200, 250]], np.uint8), ColourScale(), LIGHT))
    assert (picture.width(), picture.height()) == (3, 2)
    assert [[picture.pixelColor(x, y).red() for x in range(3)] for y in range(2)] == [
        [0, 50, 100],
        [150, 200, 250],
    ]


def test_a_picture_outlives_its_words():
    colour_words = words(np.full((40, 30), 77, np.uint8), ColourScale(), LIGHT)
    picture = image(colour_words)
    colour_words[:] = 0
    assert picture.pixelColor(3, 20) == QColor(77, 77, 77)


def luminance(colour):
    def linear(c):
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(a, b):
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@SCHEMES
@pytest.mark.parametrize("kind", ["signed", "grey"])
def test_figures_can_be_read_on_every_cell(scheme, kind):
    worst = min(
        contrast(background, ink_on(background))
        for background in (QColor.fromRgb(int(word)) for word in table(scheme, kind, True))
    )
    assert worst >= 4.5
