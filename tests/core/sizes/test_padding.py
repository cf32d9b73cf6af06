"""The frame: how wide, and what of; against numpy.pad."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.core import Image, Kernel, Settings, run, trace
from convviz.core.sizes.padding import CONSTANT, axis_amounts, constants, indices, pad, resolve

SIDES = st.integers(0, 12)


@settings(deadline=None)
@given(st.sampled_from(["reflect", "symmetric", "edge", "wrap"]), st.integers(1, 6), SIDES, SIDES)
def test_indices_are_numpys(fill: Any, size: int, before: int, after: int) -> None:
    expected = np.pad(np.arange(size), (before, after), mode=fill)
    assert indices(size, before, after, fill).tolist() == expected.tolist()


@settings(deadline=None)
@given(st.sampled_from(["zero", "mean", 7, -0.5]), st.integers(1, 6), SIDES, SIDES)
def test_constants_stand_outside(fill: Any, size: int, before: int, after: int) -> None:
    expected = [CONSTANT] * before + list(range(size)) + [CONSTANT] * after
    assert indices(size, before, after, fill).tolist() == expected


@pytest.mark.parametrize("fill", ["reflect", "symmetric", "edge", "wrap"])
@pytest.mark.parametrize("shape", [(4, 5), (4, 5, 3)])
def test_pad_is_numpys(fill: Any, shape: tuple[int, ...]) -> None:
    image = np.arange(np.prod(shape), dtype=np.uint8).reshape(shape)
    amounts = ((1, 3), (6, 0))
    expected = np.pad(image, amounts + ((0, 0),) * (len(shape) - 2), mode=fill)
    answer = pad(image, amounts, fill)
    assert answer.dtype == np.uint8
    np.testing.assert_array_equal(answer, expected)


def test_pad_with_numbers() -> None:
    image = np.array([[1, 2], [3, 6]], np.uint8)
    assert pad(image, (0, 1)).tolist() == [[0, 1, 2, 0], [0, 3, 6, 0]]
    assert pad(image, ((0, 1), (0, 0)), "mean").tolist() == [[1, 2], [3, 6], [3, 3]]
    assert pad(image, ((0, 1), (0, 0)), "mean").dtype == np.uint8
    assert pad(image, ((0, 1), (0, 0)), 0.5).tolist() == [[1, 2], [3, 6], [0.5, 0.5]]
    assert pad(image, ((0, 1), (0, 0)), 300).tolist() == [[1, 2], [3, 6], [300, 300]]


def test_the_mean_is_that_of_each_channel_and_of_finite_values() -> None:
    image = np.array([[[1, 10, np.nan], [3, np.inf, np.nan]]])
    assert constants(image, "mean").tolist() == [2, 10, 0]
    assert constants(image, "zero").tolist() == [0, 0, 0]
    assert constants(image, 4).tolist() == [4, 4, 4]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_the_mean_of_a_picture_with_both_infinities_is_told_without_a_warning(dtype: str) -> None:
    image = np.array([[np.inf, 1, 2], [-np.inf, 3, np.nan]], dtype)
    assert constants(image, "mean").tolist() == [2]
    assert constants(np.array([[np.inf, -np.inf]], dtype), "mean").tolist() == [0]
    whole = run(Image(image), Settings(Kernel([[1, 1]]), padding="full", fill="mean"))
    assert whole.fills == (2,)
    assert whole.convolution[1].tolist()[2:] == pytest.approx([np.nan, np.nan], nan_ok=True)
    assert pad(image, ((1, 0), (0, 0)), "mean")[0].tolist() == [2, 2, 2]
    assert trace(whole, "convolution", 0, 0).value == np.inf


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("rest", [[], [np.inf], [np.inf, -np.inf, np.nan]])
def test_the_mean_of_values_whose_sum_is_infinite_is_finite(rest: list[float]) -> None:
    top = np.finfo(np.float64).max
    assert constants(np.array([[top, top, top / 2, *rest]]), "mean").tolist() == [pytest.approx(top / 1.2)]
    for count in (2, 3, 4, 999, 12345):
        assert constants(np.array([[top] * count + rest]), "mean").tolist() == [pytest.approx(top)]
    assert constants(np.array([[-top] * 4 + [1.0] + rest]), "mean").tolist() == [pytest.approx(-0.8 * top)]
    assert constants(np.array([[top, top, -top, -top, *rest]]), "mean").tolist() == [0]


# facts: (i, k, s) -> p1 | p2
@pytest.mark.parametrize(
    ("terms", "amounts"),
    [
        ((28, 5, 1), (2, 2)),
        ((28, 5, 2), (1, 2)),
        ((28, 3, 2), (0, 1)),
        ((256, 3, 2), (0, 1)),
        ((7, 2, 2), (0, 1)),
    ],
)
def test_same_puts_the_odd_pixel_last(terms: tuple[int, int, int], amounts: tuple[int, int]) -> None:
    assert axis_amounts("same", *terms, 1) == amounts


def test_every_way_of_naming_amounts() -> None:
    rest: Any = ((9, 9), (3, 5), (1, 1), (1, 2))
    assert resolve("valid", *rest) == ((0, 0), (0, 0))
    assert resolve("same", *rest) == ((1, 1), (4, 4))
    assert resolve("full", *rest) == ((2, 2), (8, 8))
    assert resolve(2, *rest) == ((2, 2), (2, 2))
    assert resolve([1, 2], *rest) == ((1, 1), (2, 2))
    assert resolve([[1, 2], [3, 4]], *rest) == ((1, 2), (3, 4))
    assert resolve(((1, 2), 3), *rest) == ((1, 2), (3, 3))


@pytest.mark.parametrize("padding", ["none", -1, (0, -1), (1, 2, 3), ((1, 2, 3), 1), 1.5, None])
def test_what_is_no_amount_is_refused(padding: Any) -> None:
    with pytest.raises(ValueError, match="padding"):
        resolve(padding, (9, 9), (3, 3), (1, 1), (1, 1))


@pytest.mark.parametrize("fill", ["black", "", np.inf, None, []])
def test_what_is_no_fill_is_refused(fill: Any) -> None:
    with pytest.raises(ValueError, match="fill"):
        pad(np.ones((2, 2)), 1, fill)
