"""Ranges and distributions of maps, small and large."""

import numpy as np
import pytest

from convviz.core.stages.statistics import histogram, magnitude, round_up, sample


def test_a_small_map_is_looked_at_whole():
    values = np.arange(12).reshape(3, 4)
    assert sample(values).tolist() == list(range(12))


@pytest.mark.slow
def test_a_large_map_is_sampled_over_all_its_rows_and_columns():
    rows, columns = np.mgrid[0:3000, 0:4000]
    for axis in (rows, columns):
        values = sample(axis.astype(np.float32))
        assert 1 << 16 < values.size < 1 << 18
        assert values.min() == 0
        assert values.max() > axis.max() * 0.98


@pytest.mark.parametrize("shape", [(1, 10_000_000), (10_000_000, 1), (2000, 1500, 3)])
def test_samples_of_odd_shapes_stay_small_and_are_not_empty(shape):
    assert 0 < sample(np.zeros(shape, np.uint8)).size <= 1 << 18


def test_float64_keeps_its_precision():
    assert sample(np.array([[1.0 + 1e-12]]))[0] == 1.0 + 1e-12


def test_the_range_of_a_small_map_is_its_largest_magnitude():
    assert magnitude(np.array([[7.0, -9.0], [3.0, 1.0]])) == 9.0
    assert magnitude(np.array([[0.25]])) == 0.25


def test_the_range_of_a_large_map_ignores_single_outliers():
    values = np.full((200, 200), 51.23)
    values[0, :20] = -1e6
    assert magnitude(values) == 52.0


def test_a_map_that_is_zero_nearly_everywhere_shows_what_is_left():
    values = np.zeros((200, 200))
    values[100, :20] = -30
    assert magnitude(values) == 30.0


def test_the_range_is_never_zero_and_ignores_what_is_no_number():
    assert magnitude(np.zeros((3, 3))) == 1.0
    assert magnitude(np.zeros((300, 300))) == 1.0
    assert magnitude(np.array([[np.nan, np.inf, -2.0]])) == 2.0
    assert magnitude(np.array([[np.nan]])) == 1.0


@pytest.mark.parametrize(
    ("value", "rounded"),
    [(512.3, 520), (520, 520), (99.1, 100), (0.0731, 0.074), (1, 1), (0, 1), (1020.0, 1100), (9e-7, 9e-7)],
)
def test_rounding_up_to_two_figures(value, rounded):
    assert round_up(value) == rounded


def test_whole_numbers_fall_into_bins_of_their_own():
    values = np.array([[-9, -8, 0, 8, 9, 9]])
    counts = histogram(values, -9, 9, 19)
    assert [counts[i] for i in (0, 1, 9, 17, 18)] == [1, 1, 1, 1, 2]
    assert counts.sum() == 6


def test_values_beyond_the_ends_are_counted_there():
    assert histogram(np.array([[-500.0, 0.1, 500.0, np.nan]]), -1, 1, 4).tolist() == [1, 0, 1, 1]
