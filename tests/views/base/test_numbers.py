"""Numbers as a person reads them."""

import numpy as np
import pytest

from convviz.views.base.numbers import figure, shape_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-1, "\u22121"),
        (9.0, "9"),
        (-0.0, "0"),
        (1234567, "1,234,567"),
        (-4096, "\u22124,096"),
        (0.5, "0.5"),
        (-0.125, "\u22120.125"),
        (7 / 9, "0.7778"),
        (1e-9, "0"),
        (-1e-9, "0"),
        (1e15, "1,000,000,000,000,000"),
        (float("nan"), "NaN"),
        (float("inf"), "\u221e"),
        (float("-inf"), "\u2212\u221e"),
        (np.float32(-3), "\u22123"),
        (np.uint8(200), "200"),
    ],
)
def test_as_many_decimals_as_needed(value, text):
    assert figure(value) == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (7 / 9, 2, "0.78"),
        (-1 / 9, 2, "\u22120.11"),
        (-0.001, 2, "0.00"),
        (-30, 0, "\u221230"),
        (1e4, 1, "10,000.0"),
    ],
)
def test_a_given_number_of_decimals(value, decimals, text):
    assert figure(value, decimals) == text


@pytest.mark.parametrize("value", [-1, -0.5, -1e6, -123.456, float("-inf")])
def test_the_minus_sign_is_one_that_can_be_seen(value):
    for text in (figure(value), figure(value, 2)):
        assert text.startswith("\u2212")
        assert "-" not in text


def test_no_exponents():
    for value in (1e-5, 1.5e-4, 1e20, -2.5e18):
        assert "e" not in figure(value).lower()


def test_shapes_are_rows_by_columns_by_channels():
    assert shape_text((400, 600)) == "400 \u00d7 600"
    assert shape_text((3000, 4000, 3)) == "3,000 \u00d7 4,000 \u00d7 3"
