"""Whole numbers are exact, against Python's own integers and fractions, which never round."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from convviz.core import (
    Image,
    Kernel,
    PoolSettings,
    Settings,
    apply_activation,
    average_pool,
    convolve,
    cross_correlate,
    max_pool,
    pad,
    run,
    trace,
    trace_pool,
    trace_window,
)
from convviz.core.images.image import read
from convviz.core.kernels.files import read_kernel
from convviz.core.operations import pooling

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


@pytest.mark.parametrize("dtype", ["uint8", "float32", "float64"])
def test_the_average_of_a_large_even_window_is_its_value(dtype: str) -> None:
    image = np.full((1000, 1000), 255, dtype)
    assert average_pool(image, 1000).tolist() == [[255]]
    assert average_pool(np.stack([image] * 3, 2), 1000).tolist() == [[[255, 255, 255]]]
    assert average_pool(image[:, :999], (1000, 300), stride=(1, 233)).tolist() == [[255] * 4]
    assert trace_pool(image, 0, 0, kind="average", pool_size=1000).value == 255
    chosen = Settings(Kernel([[1]]), pool=PoolSettings("average", (1000, 1000), (1000, 1000)))
    result = run(Image(image), chosen)
    assert result.pooling is not None
    assert result.pooling.tolist() == [[255]]
    assert trace(result, "pooling", 0, 0).value == 255


WHOLE = {
    "uint8": st.integers(0, 255),
    "uint16": st.integers(0, 65535),
    "int64": st.integers(-(2**46), 2**46),
    "float32": st.integers(-(2**24), 2**24),
    "float64": st.integers(-(2**46), 2**46),
}
"""Whole numbers of which 49 do not reach 2^53."""

REAL = {
    dtype: st.floats(-(2.0**100), 2.0**100, width=width) | st.sampled_from([-0.0, 0.0, 1.0])  # type: ignore[arg-type]
    for dtype, width in (("float32", 32), ("float64", 64))
}


@st.composite
def maps(draw: st.DrawFn, numbers: dict[str, st.SearchStrategy[Any]]) -> np.ndarray:
    dtype = draw(st.sampled_from(sorted(numbers)))
    shape = (draw(st.integers(1, 7)), draw(st.integers(1, 7)), *draw(st.sampled_from([(), (2,)])))
    count = int(np.prod(shape))
    values = draw(st.lists(numbers[dtype], min_size=count, max_size=count))
    return np.array(values, dtype).reshape(shape)


def windows(draw: Any, image: np.ndarray) -> dict[str, Any]:
    """Some pooling windows that fit."""
    size = tuple(draw(st.integers(1, n)) for n in image.shape[:2])
    return {
        "pool_size": size,
        "stride": tuple(draw(st.integers(1, k)) for k in size),
        "padding": draw(st.sampled_from(["valid", "same", tuple((k // 2, (k - 1) // 2) for k in size)])),
        "ceil": draw(st.booleans()),
        "count_padding": draw(st.booleans()),
    }


@settings(deadline=None)
@given(st.data())
def test_the_average_of_whole_numbers_is_the_nearest_number(data: st.DataObject) -> None:
    image = data.draw(maps(WHOLE))
    options = windows(data.draw, image)
    answer = average_pool(image, **options)
    for cell in np.ndindex(answer.shape):
        found: Any = trace_pool(image, *cell, kind="average", **options)
        seen = [int(value) for value in found.window[~found.is_padding]]
        exact = float(Fraction(sum(seen), found.count))
        assert answer[cell] == answer.dtype.type(exact) == found.value


@settings(deadline=None)
@given(st.data())
def test_an_average_depends_on_its_window_alone(data: st.DataObject) -> None:
    """Bit for bit: the whole map, the map in blocks of a row, the window cut out, and its trace."""
    image = data.draw(maps(REAL))
    options = windows(data.draw, image)
    answer = average_pool(image, **options)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pooling, "BLOCK", 4)
        assert average_pool(image, **options).tobytes() == answer.tobytes()
    for cell in np.ndindex(answer.shape):
        found: Any = trace_pool(image, *cell, kind="average", **options)
        assert answer[cell].tobytes() == answer.dtype.type(found.value).tobytes()
        if found.count == np.count_nonzero(~found.is_padding):
            rows, columns = (
                [n for n in places if 0 <= n < most]
                for places, most in zip((found.rows, found.columns), image.shape, strict=False)
            )
            cut = image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
            alone = average_pool(cut, cut.shape[:2])
            assert alone[0, 0].tobytes() == answer[cell[:2]].tobytes()


ODD = 2**53 + 1
WIDE = 2**53 + 2**20
"""Beyond 2^53, but a float64."""


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    "odd", [ODD, -ODD, 2**62 + 1, 2**63 - 1, -(2**63) + 1, 2**64 - 1, 10**30, 2**1023 + 1]
)
@pytest.mark.parametrize(
    ("ask", "name"),
    [
        (lambda n: cross_correlate([[n]], [[1]]), "pixel"),
        (lambda n: cross_correlate([[1, n], [0.5, 2]], [[1]]), "pixel"),
        (lambda n: cross_correlate([[1]], [[n]]), "weight"),
        (lambda n: convolve([[1, 1]], [[n, 0.5]]), "weight"),
        (lambda n: cross_correlate([[1]], [[1]], bias=n), "bias"),
        (lambda n: cross_correlate([[1]], np.ones((1, 1, 1, 2)), bias=[n, 0.5]), "bias"),
        (lambda n: cross_correlate([[1]], [[1]], padding=1, fill=n), "fill"),
        (lambda n: pad([[1]], 1, n), "fill"),
        (lambda n: average_pool([[n]], 1), "value"),
        (lambda n: max_pool([[0.5, n]], 1), "value"),
        (lambda n: apply_activation("relu", [n]), "value"),
        (lambda n: trace_window([[1]], [[n]], 0, 0), "weight"),
        (lambda n: trace_window([[1]], [[1]], 0, 0, bias=n), "bias"),
        (lambda n: trace_window([[1]], [[1]], 0, 0, divisor=n), "divisor"),
        (lambda n: trace_pool([[n]], 0, 0, pool_size=1), "value"),
        (lambda n: Kernel([[1]], n), "divisor"),
        (lambda n: Kernel.from_json({"weights": [[1]], "divisor": n}), "divisor"),
        (lambda n: run(Image(np.ones((1, 1))), Settings(Kernel([[1]]), bias=n)), "bias"),
        (lambda n: run(Image(np.ones((1, 1))), Settings(Kernel([[1]]), fill=n, padding="full")), "fill"),
    ],
)
def test_whole_numbers_that_would_become_others_are_refused(ask: Any, name: str, odd: int) -> None:
    nearest = int(float(odd))
    with pytest.raises(ValueError) as caught:
        ask(odd)
    if abs(odd) < 10**40:
        assert str(caught.value) == f"{name} {odd} has no exact float64; the nearest is {nearest}"
    else:
        assert str(caught.value).startswith(f"{name} 1e308 has no exact float64")


@pytest.mark.parametrize("dtype", ["int64", "uint64", "longdouble"])
def test_arrays_of_wide_numbers_are_refused_with_the_first(dtype: str) -> None:
    image = np.array([[1, WIDE, ODD, ODD + 2]], dtype)
    for ask in (Image, lambda n: cross_correlate(n, [[1]]), lambda n: average_pool(n, 1)):
        with pytest.raises(ValueError, match=f"{ODD} has no exact float64"):
            ask(image)
    with pytest.raises(ValueError, match=f"weight {ODD} has no exact float64"):
        cross_correlate([[1] * 4], image)
    with pytest.raises(ValueError, match=f"bias {ODD} has no exact float64"):
        cross_correlate([[1]], np.ones((1, 1, 1, 4)), bias=image[0])
    assert cross_correlate(image[:, :2], [[1]]).tolist() == [[1, WIDE]]


@pytest.mark.filterwarnings("error")
@settings(deadline=None)
@given(st.integers(-(2**70), 2**70))
@example(2**53)
@example(2**53 + 2)
@example(-(2**63))
@example(2**63)
@example(2**64)
@example(2**64 - 2**11)
def test_every_whole_number_is_kept_or_refused(number: int) -> None:
    for ask in (
        lambda: cross_correlate([[number]], [[1]]),
        lambda: cross_correlate([[1]], [[number]]),
        lambda: cross_correlate([[0]], [[1]], bias=number),
        lambda: cross_correlate([[0]], [[0, 1]], padding=((0, 0), (0, 1)), fill=number),
        lambda: average_pool([[number]], 1),
    ):
        if int(float(number)) == number:
            assert int(ask()[0, 0]) == number
        else:
            with pytest.raises(ValueError, match=f" {number} has no exact float64"):
                ask()


def test_a_huge_number_is_refused_as_such() -> None:
    with pytest.raises(ValueError, match="bias 1e400 has no exact float64; the nearest is inf"):
        cross_correlate([[1]], [[1]], bias=10**400)
    with pytest.raises(ValueError, match="weight -1e400 has no exact float64"):
        cross_correlate([[1]], [[-(10**400)]])
    with pytest.raises(ValueError, match="divisor 1e400 has no exact float64"):
        Kernel([[1]], 10**400)


@pytest.mark.filterwarnings("error")
def test_a_padded_picture_keeps_its_wide_numbers() -> None:
    image = np.array([[ODD]])
    assert pad(image, (0, 1), 7).tolist() == [[7, ODD, 7]]
    assert pad(image.astype(np.uint64), (0, 1), 2**63).tolist() == [[2**63, ODD, 2**63]]
    with pytest.raises(ValueError, match=f"pixel {ODD} has no exact float64"):
        pad(image, (0, 1), 0.5)
    for fill in (2**63, -1e30, 0.5):
        assert pad(np.array([[1]]), (0, 1), fill).tolist() == [[fill, 1, fill]]
    assert pad(np.array([[True]]), (0, 1), 2).tolist() == [[2, 1, 2]]
    assert pad(np.array([[False]]), (0, 1), 1).dtype == bool


def test_files_cannot_bring_wide_numbers_in(tmp_path: Path) -> None:
    np.save(tmp_path / "wide.npy", np.array([[1, ODD]]))
    with pytest.raises(ValueError, match="the limit is 1e\\+15"):
        read(tmp_path / "wide.npy")
    for name, text in (
        ("k.csv", f"1,{ODD}"),
        ("k.txt", f"# divisor {ODD}\n1 2"),
        ("k.json", f"[[1, {ODD}]]"),
    ):
        (tmp_path / name).write_text(text)
        with pytest.raises(ValueError, match="too large"):
            read_kernel(tmp_path / name)
    (tmp_path / "d.json").write_text(f'{{"weights": [[1]], "divisor": {ODD}}}')
    with pytest.raises(ValueError, match=f"d.json: divisor {ODD} has no exact float64"):
        read_kernel(tmp_path / "d.json")
