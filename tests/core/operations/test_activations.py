"""Activation functions, number by number."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from convviz.core import ACTIVATIONS, apply_activation

X = np.array([-200.0, -2.0, -0.0, 0.0, 0.5, 3.0, 200.0])


def test_values() -> None:
    assert apply_activation("none", X).tolist() == X.tolist()
    assert apply_activation("relu", X).tolist() == [0, 0, 0, 0, 0.5, 3, 200]
    assert apply_activation("leaky_relu", X).tolist() == [-2, -0.02, 0, 0, 0.5, 3, 200]
    assert apply_activation("leaky_relu", X, 0.5).tolist() == [-100, -1, 0, 0, 0.5, 3, 200]
    assert apply_activation("leaky_relu", X, 2).tolist() == [-400, -4, 0, 0, 0.5, 3, 200]
    assert apply_activation("absolute", X).tolist() == [200, 2, 0, 0, 0.5, 3, 200]
    np.testing.assert_allclose(apply_activation("tanh", [0.5, 3]), [0.46211716, 0.99505475], rtol=1e-6)
    np.testing.assert_allclose(
        apply_activation("sigmoid", X),
        [1.3838965e-87, 0.11920292, 0.5, 0.5, 0.62245933, 0.95257413, 1.0],
        rtol=1e-7,
    )


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_in_place_and_into_another_array_are_the_same(name: str, dtype: Any) -> None:
    values = X.astype(dtype)
    expected = apply_activation(name, values)
    assert expected.dtype == dtype
    out = np.full_like(values, np.nan)
    assert apply_activation(name, values, out=out) is out
    np.testing.assert_array_equal(out, expected)
    assert values.tolist() == X.tolist()
    assert apply_activation(name, values, out=values) is values
    np.testing.assert_array_equal(values, expected)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_nan_stays_where_it_is(name: str) -> None:
    answer = apply_activation(name, np.array([1.0, np.nan, -1.0]))
    assert np.isnan(answer).tolist() == [False, True, False]


def test_infinity() -> None:
    both = np.array([-np.inf, np.inf])
    assert apply_activation("leaky_relu", both, 0).tolist() == [0, np.inf]
    assert apply_activation("sigmoid", both).tolist() == [0, 1]
    assert apply_activation("relu", both).tolist() == [0, np.inf]


def test_bytes_become_float32() -> None:
    assert apply_activation("relu", np.array([3], np.uint8)).dtype == np.float32
    assert apply_activation("relu", np.array([3], np.int64)).dtype == np.float64


def test_unknown_names_and_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="'gelu' is none of none, relu"):
        apply_activation("gelu", X)
    with pytest.raises(ValueError, match="complex128"):
        apply_activation("relu", X.astype(complex))
