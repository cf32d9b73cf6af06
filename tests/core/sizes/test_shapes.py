"""Sizes, with the terms of the formula, and what layers cost."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.core import (
    AxisSize,
    ShapeSize,
    conv_parameters,
    dense_parameters,
    multiply_adds,
    output_size,
    receptive_field,
)


def count_windows(axis: AxisSize) -> int:
    """Windows that fit, counted one by one."""
    start, found = 0, 0
    while start + axis.effective_kernel <= axis.padded:
        start, found = start + axis.stride, found + 1
    return found


axes = st.builds(
    lambda extra, k, s, d, b, a: (max(1, d * (k - 1) + 1 - b - a) + extra, k, s, d, b, a),
    st.integers(0, 20),
    st.integers(1, 6),
    st.integers(1, 5),
    st.integers(1, 4),
    st.integers(0, 5),
    st.integers(0, 5),
)


@settings(deadline=None)
@given(axes)
def test_the_formula_counts_windows(terms: tuple[int, ...]) -> None:
    axis = AxisSize(*terms)
    assert axis.output == count_windows(axis)
    reached = max(axis.positions(axis.output - 1)) + axis.before + 1
    assert axis.dropped == axis.padded - reached
    assert axis.dropped < axis.stride


@settings(deadline=None)
@given(axes)
def test_ceil_keeps_incomplete_windows_that_start_in_the_input(terms: tuple[int, ...]) -> None:
    axis = AxisSize(*terms, ceil=True)
    complete = count_windows(axis)
    more = complete * axis.stride < axis.input + axis.before and axis.padded > (
        (complete - 1) * axis.stride + axis.effective_kernel
    )
    if (complete - 1) * axis.stride < axis.input + axis.before:
        assert axis.output == complete + more
    assert (axis.output - 1) * axis.stride < axis.input + axis.before


@settings(deadline=None)
@given(st.integers(1, 60), st.integers(1, 9), st.integers(1, 6), st.integers(1, 4))
def test_same_gives_input_over_stride_rounded_up(size: int, kernel: int, stride: int, dilation: int) -> None:
    axis = output_size(size, kernel, stride=stride, dilation=dilation, padding="same")
    assert axis.output == -(-size // stride)
    assert 0 <= axis.after - axis.before <= 1
    total = max((axis.output - 1) * stride + axis.effective_kernel - size, 0)
    assert axis.before + axis.after == total


@settings(deadline=None)
@given(st.integers(1, 40), st.integers(1, 9), st.integers(1, 4))
def test_full_sees_every_window_that_touches(size: int, kernel: int, dilation: int) -> None:
    axis = output_size(size, kernel, dilation=dilation, padding="full")
    assert axis.output == size + dilation * (kernel - 1)


def test_terms_of_one_axis() -> None:
    axis = output_size(10, 3, stride=2, padding=(1, 2), dilation=2)
    assert axis == AxisSize(input=10, kernel=3, stride=2, dilation=2, before=1, after=2)
    assert (axis.effective_kernel, axis.padded, axis.numerator, axis.output, axis.dropped) == (5, 13, 8, 5, 0)
    assert list(axis.positions(1)) == [1, 3, 5]


def test_terms_of_both_axes() -> None:
    size = output_size((9, 12), (3, 4), stride=(1, 2), padding=((1, 1), (0, 1)), dilation=(2, 1))
    assert size == ShapeSize(AxisSize(9, 3, 1, 2, 1, 1), AxisSize(12, 4, 2, 1, 0, 1))
    assert size.shape == (7, 5)
    assert (size.padding, size.stride, size.dilation) == (((1, 1), (0, 1)), (1, 2), (2, 1))
    assert output_size((9, 9), 3, padding=(1, 0)).shape == (9, 7)
    assert output_size((np.int64(9), 9), np.int32(3)).shape == (7, 7)


@pytest.mark.parametrize(
    ("arguments", "options", "message"),
    [
        (
            (2, 3),
            {},
            r"kernel 3 \(effective 3\) does not fit 2 \+ padding 0: it needs 3; .* at most 2 or 1 more",
        ),
        (
            (4, 3),
            {"dilation": 3, "padding": 1},
            r"kernel 3 \(effective 7\) does not fit 4 \+ padding 1: .* at most 2",
        ),
        (((3, 9), (5, 5)), {}, r"kernel 5x5 \(effective 5x5\) does not fit 3x9 \+ padding 0: it needs 5x5"),
        (((3, 3), 5), {"padding": ((0, 1), (0, 1))}, r"3x3 \+ padding 0\+1: .* at most 4x4 or 1x1 more"),
        ((9, 3), {"stride": 0}, "stride 0 is less than 1"),
        ((9, 3), {"stride": 2.0}, "stride 2.0 is not a whole number"),
        ((0, 1), {}, "input 0 is less than 1"),
        ((9, 0), {}, "kernel 0 is less than 1"),
        ((9, 3), {"dilation": 0}, "dilation 0"),
        ((9, 3), {"padding": -1}, "padding -1"),
        ((9, 3), {"padding": "SAME"}, "'SAME' is none of valid, same, full"),
        (((9, 9, 3), 3), {}, r"\(9, 9, 3\)"),
    ],
)
def test_what_cannot_be_says_its_numbers(
    arguments: tuple[int, int], options: dict[str, int], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        output_size(*arguments, **options)


def test_an_axis_that_does_not_fit_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="kernel 3 .* does not fit 2"):
        AxisSize(input=2, kernel=3)


def test_receptive_field_takes_dilation_and_sizes() -> None:
    assert receptive_field([(3, 1, 2), (3, 2), (3, 1)]) == [(5, 1), (7, 2), (11, 2)]
    assert receptive_field([output_size(28, 3), output_size(26, 2, stride=2)]) == [(3, 1), (4, 2)]
    assert receptive_field([]) == []


def test_costs() -> None:
    assert conv_parameters((5, 3), 2, 4) == (5 * 3 * 2 + 1) * 4
    assert conv_parameters(3, 1, 1, bias=False) == 9
    assert dense_parameters(10, 3, bias=False) == 30
    assert multiply_adds((4, 5), (3, 2), 3, 2) == 4 * 5 * 3 * 2 * 3 * 2
