"""Pooling against windows looked at one by one."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from convviz.core import average_pool, max_pool
from convviz.core.operations import pooling
from convviz.core.operations.pooling import pool, pool_size_of
from convviz.core.sums.job import Cancelled, Control


def one_by_one(
    image: Any, window: Any, stride: Any, amounts: Any, ceil: bool, kind: str, count: bool
) -> np.ndarray:
    """Every window that holds at least one cell of the image, in order; incomplete ones with ``ceil``."""

    def starts(axis: int) -> list[int]:
        size, (before, after) = image.shape[axis], amounts[axis]
        found = []
        for start in range(-before, size, stride[axis]):
            whole = start + window[axis] <= size + after
            covered = found and found[-1] + window[axis] >= size + after
            if (whole or (ceil and not covered)) and start + window[axis] > 0:
                found.append(start)
        return found

    answer = []
    for r in starts(0):
        row = []
        for c in starts(1):
            cells = [
                (i, j) for i in range(r, r + window[0]) for j in range(c, c + window[1])
            ]  # fmt: skip
            inside = [image[i, j] for i, j in cells if 0 <= i < image.shape[0] and 0 <= j < image.shape[1]]
            padded = [
                1
                for i, j in cells
                if i < image.shape[0] + amounts[0][1] and j < image.shape[1] + amounts[1][1]
            ]
            row.append(
                max(inside) if kind == "max" else sum(inside) / (len(padded) if count else len(inside))
            )
        answer.append(row)
    return np.array(answer, dtype=np.float64)


@settings(deadline=None)
@given(st.data())
def test_equals_windows_one_by_one(data: st.DataObject) -> None:
    draw = data.draw
    window, stride = (draw(st.tuples(st.integers(1, 4), st.integers(1, 4))) for _ in range(2))
    amounts = tuple((draw(st.integers(0, 5)), draw(st.integers(0, 5))) for _ in range(2))
    assume(all(p[0] < k or s <= k for p, k, s in zip(amounts, window, stride, strict=True)))
    shape = [draw(st.integers(max(1, k), 9)) for k in window]
    ceil, count = draw(st.booleans()), draw(st.booleans())
    image = np.random.default_rng(draw(st.integers(0, 999))).integers(-9, 10, shape).astype(np.float64)
    options: Any = {"stride": stride, "padding": amounts, "ceil": ceil}
    expected = one_by_one(image, window, stride, amounts, ceil, "max", False)
    np.testing.assert_array_equal(max_pool(image, window, **options), expected)
    expected = one_by_one(image, window, stride, amounts, ceil, "average", count)
    np.testing.assert_allclose(
        average_pool(image, window, count_padding=count, **options), expected, rtol=1e-14
    )


def test_max_ignores_and_average_does_not_count_the_padding() -> None:
    image = -np.ones((3, 3))
    assert max_pool(image, 2, stride=1, padding=1).tolist() == [[-1] * 4] * 4
    assert average_pool(image, 2, stride=1, padding=1).tolist() == [[-1] * 4] * 4
    counted = average_pool(image, 2, stride=1, padding=1, count_padding=True)
    assert counted.tolist() == [[-0.25, -0.5, -0.5, -0.25], [-0.5, -1, -1, -0.5]] + [
        [-0.5, -1, -1, -0.5], [-0.25, -0.5, -0.5, -0.25],
    ]  # fmt: skip


def test_ceil_does_not_count_beyond_the_padding() -> None:
    assert average_pool([[6.0, 6, 6]], (1, 2), ceil=True, count_padding=True).tolist() == [[6, 6]]
    padded = average_pool([[6.0, 6, 6]], (1, 2), padding=((0, 0), (0, 1)), count_padding=True)
    assert padded.tolist() == [[6, 3]]


def test_windows_wholly_in_the_padding_do_not_exist() -> None:
    assert pool_size_of((4, 4), 2, 2, ((0, 3), (0, 3))).shape == (2, 2)
    assert pool_size_of((4, 4), 2, 2, ((2, 0), (2, 0))).shape == (2, 2)
    assert pool_size_of((5, 5), 2, 2, 1, ceil=True).shape == (3, 3)
    with pytest.raises(ValueError, match="padding 1 is too wide for a window of 1 that moves by 2"):
        pool_size_of((2, 2), 1, 2, 1)


def test_channels_are_pooled_on_their_own() -> None:
    image = np.arange(4 * 6 * 3, dtype=np.uint8).reshape(4, 6, 3)
    for operation in (max_pool, average_pool):
        answer = operation(image, (2, 3), padding="same", stride=(1, 2))
        assert answer.dtype == np.float32
        for c in range(3):
            single = operation(image[:, :, c], (2, 3), padding="same", stride=(1, 2))
            np.testing.assert_array_equal(answer[:, :, c], single)


@pytest.mark.parametrize("operation", [max_pool, average_pool])
@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_nan_and_infinity_stay_in_their_windows(operation: Any, value: float) -> None:
    image = np.zeros((6, 6))
    image[2, 2] = value
    wrong = ~np.isfinite(operation(image, 3, stride=1))
    assert np.argwhere(wrong).tolist() == [[r, c] for r in range(3) for c in range(3)]


def test_blocks_of_rows_join_seamlessly(monkeypatch: pytest.MonkeyPatch) -> None:
    image = np.random.default_rng(0).standard_normal((97, 31))
    whole = [max_pool(image, 5, stride=2, padding=2), average_pool(image, 3, stride=1, padding="same")]
    monkeypatch.setattr(pooling, "BLOCK", 100)
    np.testing.assert_array_equal(max_pool(image, 5, stride=2, padding=2), whole[0])
    np.testing.assert_array_equal(average_pool(image, 3, stride=1, padding="same"), whole[1])
    with pytest.raises(Cancelled):
        pool(image, pool_size_of(image.shape), "max", control=Control(cancelled=lambda: True))


@pytest.mark.parametrize(
    ("arguments", "options", "message"),
    [
        ((10,), {}, r"pool window 10x10 .* does not fit 9x9 \+ padding 0"),
        ((0,), {}, "pool size 0"),
        ((2,), {"stride": 0}, "pool stride 0"),
        (((2, 2, 2),), {}, r"\(2, 2, 2\)"),
        ((2,), {"padding": -1}, "padding -1"),
    ],
)
def test_what_cannot_be_says_its_numbers(arguments: Any, options: Any, message: str) -> None:
    for operation in (max_pool, average_pool):
        with pytest.raises(ValueError, match=message):
            operation(np.ones((9, 9)), *arguments, **options)


def test_what_is_no_image_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\(9,\)"):
        max_pool(np.ones(9))
