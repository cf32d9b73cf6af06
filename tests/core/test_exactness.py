"""Whole numbers are exact, against Python's own integers and fractions, which never round."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from convviz.core import Image, Kernel, Settings, convolve, cross_correlate, run, trace, trace_window

SMALL = st.integers(-9, 9)
LARGE = st.one_of(SMALL, st.integers(-(2**24) - 9, 2**24 + 9), st.integers(-(2**50), 2**50))
TYPES = st.sampled_from(["uint8", "int16", "uint16", "int32", "int64", "float32", "float64"])


def numbers_of(dtype: str) -> st.SearchStrategy[int]:
    """Whole numbers that the type holds, the ends of its range among them."""
    if dtype.startswith("float"):
        most = 2**24 if dtype == "float32" else 2**40
        return st.integers(-most, most)
    limits = np.iinfo(dtype)
    return st.integers(max(int(limits.min), -(2**40)), min(int(limits.max), 2**40))


@st.composite
def rows_and_weights(draw: st.DrawFn) -> tuple[np.ndarray, list[int]]:
    dtype = draw(TYPES)
    weights = draw(st.lists(SMALL, min_size=1, max_size=4))
    pixels = st.lists(numbers_of(dtype), min_size=len(weights), max_size=8)
    return np.array([draw(pixels)], dtype), weights


def sums(image: np.ndarray, weights: list[int]) -> list[int]:
    """The sums of products of one row, in Python's integers."""
    row = [int(value) for value in image[0]]
    return [
        sum(a * b for a, b in zip(row[at:], weights, strict=False))
        for at in range(len(row) - len(weights) + 1)
    ]


@settings(deadline=None)
@given(rows_and_weights(), LARGE)
@example((np.array([[1]]), [1]), 2**24)
@example((np.array([[1]], np.uint8), [1]), 2**24)
@example((np.array([[1.0]], np.float32), [1]), 2**24)
@example((np.array([[-1]], np.int16), [1]), -(2**24))
@example((np.array([[255, 0, 1]], np.uint8), [0]), 2**24 + 1)
def test_a_whole_bias_is_added_exactly(problem: tuple[np.ndarray, list[int]], bias: int) -> None:
    image, weights = problem
    expected = [value + bias for value in sums(image, weights)]
    assert cross_correlate(image, [weights], bias=bias).tolist() == [expected]
    assert convolve(image, [weights[::-1]], bias=float(bias)).tolist() == [expected]
    filters = np.array([weights, weights]).T[None, :, None]
    answer = cross_correlate(image, filters, bias=[0, bias])
    assert answer[0, :, 1].tolist() == expected
    assert answer[0, :, 0].tolist() == sums(image, weights)
    assert trace_window(image, [weights], 0, 0, bias=bias).value == expected[0]


@settings(deadline=None)
@given(rows_and_weights(), st.one_of(SMALL, st.integers(-(2**25), 2**25)), st.sampled_from([1, -2, 9, 0.5]))
@example((np.array([[2]], np.uint8), [1]), 2**24, 2)
@example((np.array([[2, 18]], np.uint8), [9]), 2**24, 9)
@example((np.array([[1]], np.uint8), [1]), 2**24, 1)
@example((np.array([[1]], np.uint8), [1]), 2**24 - 1, 0.5)
def test_it_is_so_through_all_stages(
    problem: tuple[np.ndarray, list[int]], bias: int, divisor: float
) -> None:
    image, weights = problem
    result = run(Image(image), Settings(Kernel([weights], divisor), bias=bias))
    for column, total in enumerate(sums(image, weights)):
        found = float(result.convolution[0, column])
        value = Fraction(total) / Fraction(divisor) + bias
        if value.denominator == 1 and (Fraction(total) / Fraction(divisor)).denominator == 1:
            assert found == value
        else:
            spacing = np.spacing(result.convolution.dtype.type(max(abs(value), abs(bias), 1)))
            assert abs(Fraction(found) - value) <= 2 * Fraction(float(spacing))
        traced: Any = trace(result, "convolution", 0, column)
        assert traced.value == found


def test_a_bias_with_a_fraction_decides_nothing() -> None:
    assert cross_correlate([[1.0]], [[1]], bias=2**24 + 0.5).dtype == np.float64  # the image is
    image = np.ones((1, 1), np.float32)
    assert cross_correlate(image, [[1]], bias=2**24 + 0.5).dtype == np.float32
    assert cross_correlate(image, [[1]], bias=2**24).dtype == np.float64
    assert cross_correlate(image, [[1]], bias=2**23).dtype == np.float32
    assert cross_correlate(image, [[0.5]], bias=2**24).dtype == np.float32


@pytest.mark.filterwarnings("error")
def test_a_bias_beyond_float32_does_not_become_infinite() -> None:
    image = np.full((1, 1), 0.5, np.float32)
    assert cross_correlate(image, [[1]], bias=1e39).tolist() == [[1e39]]
    assert cross_correlate(image, np.ones((1, 1, 1, 2)), bias=[1e39, 0]).tolist() == [[[1e39, 0.5]]]
