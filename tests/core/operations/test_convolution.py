"""Convolution against sums written out with four loops, against SciPy, and at its edges."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage, signal

from convviz.core import (
    convolve,
    cross_correlate,
)
from convviz.core.operations.convolution import prepare
from convviz.core.sums import maps

MODES = {"zero": "constant", "reflect": "reflect", "symmetric": "symmetric", "edge": "edge", "wrap": "wrap"}


def four_loops(image: Any, kernel: Any, stride: Any, amounts: Any, fill: str, dilation: Any) -> np.ndarray:
    """The definition: for every output cell, for every weight, one product."""
    (top, bottom), (left, right) = amounts
    padded = np.pad(image, ((top, bottom), (left, right)), mode=MODES[fill])
    kh, kw = kernel.shape
    oh = (padded.shape[0] - dilation[0] * (kh - 1) - 1) // stride[0] + 1
    ow = (padded.shape[1] - dilation[1] * (kw - 1) - 1) // stride[1] + 1
    out = np.zeros((oh, ow))
    for r in range(oh):
        for c in range(ow):
            for i in range(kh):
                for j in range(kw):
                    here = padded[r * stride[0] + i * dilation[0], c * stride[1] + j * dilation[1]]
                    out[r, c] += float(here) * float(kernel[i, j])
    return out


pairs = st.tuples(st.integers(1, 3), st.integers(1, 3))
sides = st.integers(0, 3)


@st.composite
def problems(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, dict[str, Any]]:
    kernel_shape, stride, dilation = (draw(pairs) for _ in range(3))
    amounts = ((draw(sides), draw(sides)), (draw(sides), draw(sides)))
    least = [
        max(1, d * (k - 1) + 1 - sum(p)) for k, d, p in zip(kernel_shape, dilation, amounts, strict=True)
    ]
    shape = tuple(n + draw(st.integers(0, 8)) for n in least)
    numbers = np.random.default_rng(draw(st.integers(0, 2**32)))
    image = numbers.integers(-50, 50, shape).astype(
        draw(st.sampled_from(["int8", "float32", "float64", "int16"]))
    )
    kernel = numbers.integers(-9, 10, kernel_shape)
    fill = draw(st.sampled_from(sorted(MODES)))
    return image, kernel, {"stride": stride, "padding": amounts, "fill": fill, "dilation": dilation}


@settings(max_examples=300, deadline=None)
@given(problems())
def test_whole_numbers_are_exact(problem: Any) -> None:
    image, kernel, options = problem
    expected = four_loops(
        image, kernel, options["stride"], options["padding"], options["fill"], options["dilation"]
    )
    answer = cross_correlate(image, kernel, **options)
    assert answer.dtype == (np.float64 if image.dtype == np.float64 else np.float32)
    np.testing.assert_array_equal(answer, expected)
    turned = convolve(image, kernel[::-1, ::-1], **options)
    np.testing.assert_array_equal(turned, expected)


@pytest.mark.parametrize("size", [20, 90])
@pytest.mark.parametrize("kernel_shape", [(3, 3), (2, 5), (16, 16)])
def test_equals_scipy_signal(size: int, kernel_shape: Any) -> None:
    numbers = np.random.default_rng(1)
    image, kernel = numbers.standard_normal((size, size + 7)), numbers.standard_normal(kernel_shape)
    for mode in ("valid", "full"):
        ours = cross_correlate(image, kernel, padding=mode)
        np.testing.assert_allclose(ours, signal.correlate2d(image, kernel, mode), atol=1e-11)
        ours = convolve(image, kernel, padding=mode)
        np.testing.assert_allclose(ours, signal.convolve2d(image, kernel, mode), atol=1e-11)


@pytest.mark.parametrize(
    ("fill", "theirs"),
    [
        ("zero", "constant"),
        ("reflect", "mirror"),
        ("symmetric", "reflect"),
        ("edge", "nearest"),
        ("wrap", "grid-wrap"),
    ],
)
@pytest.mark.parametrize("size", [20, 90])
def test_equals_scipy_ndimage(fill: str, theirs: str, size: int) -> None:
    numbers = np.random.default_rng(2)
    image, kernel = numbers.standard_normal((size, size)), numbers.standard_normal((5, 3))
    ours = cross_correlate(image, kernel, padding="same", fill=fill)
    np.testing.assert_allclose(ours, ndimage.correlate(image, kernel, mode=theirs), atol=1e-12)


@pytest.mark.parametrize("size", [12, 80])
@pytest.mark.parametrize("dtype", ["uint8", "float32"])
@pytest.mark.parametrize("stride", [1, 2])
@pytest.mark.parametrize("padding", ["valid", "same"])
@pytest.mark.parametrize("dilation", [1, (2, 1), 2])
def test_channels_and_filters_are_sums_of_single_ones(
    size: int, dtype: str, stride: int, padding: str, dilation: Any
) -> None:
    numbers = np.random.default_rng(3)
    image = numbers.integers(0, 256, (size, size, 3)).astype(dtype)
    kernel = numbers.integers(-3, 4, (3, 2, 3, 5))
    options = {"padding": padding, "stride": stride, "fill": "reflect", "dilation": dilation}
    single = [
        sum(cross_correlate(image[:, :, c], kernel[:, :, c, k], **options) for c in range(3))
        for k in range(5)
    ]
    np.testing.assert_array_equal(cross_correlate(image, kernel, **options), np.stack(single, axis=2))
    np.testing.assert_array_equal(cross_correlate(image, kernel[..., 1], **options), single[1])
    same = sum(cross_correlate(image[:, :, c], kernel[:, :, 0, 0], **options) for c in range(3))
    np.testing.assert_array_equal(cross_correlate(image, kernel[:, :, 0, 0], **options), same)
    bias = np.arange(5.0)
    np.testing.assert_array_equal(
        cross_correlate(image, kernel, bias=bias, **options), np.stack(single, 2) + bias
    )


@pytest.mark.parametrize("kernel_shape", [(3, 3), (16, 16)])
@pytest.mark.parametrize("alike", [True, False])
@pytest.mark.parametrize("size", [20, 90])
@pytest.mark.parametrize("stride", [1, 2])
def test_each_channel_on_its_own(kernel_shape: Any, alike: bool, size: int, stride: int) -> None:
    numbers = np.random.default_rng(4)
    image = numbers.integers(0, 256, (size, size, 3), dtype=np.uint8)
    kernel = numbers.integers(-3, 4, (*kernel_shape, 3))
    if alike:
        kernel[:] = kernel[:, :, :1]
    job = prepare(image, kernel, each=True, padding="same", stride=stride, fill="mean")
    out = np.empty(job.shape, job.dtype)
    maps.compute(job, out)
    for c in range(3):
        expected = cross_correlate(
            image[:, :, c], kernel[:, :, c], padding="same", stride=stride, fill="mean"
        )
        np.testing.assert_allclose(out[:, :, c], expected, rtol=1e-6, atol=1e-3)


@pytest.mark.parametrize(
    "dtype", ["bool", "uint8", "int16", "uint16", "int32", "uint64", "float16", "float32", "float64"]
)
def test_any_real_type_comes_out_as_float(dtype: str) -> None:
    answer = cross_correlate(np.ones((4, 4), dtype), [[1, 1]])
    wide = dtype in ("int32", "uint64", "float64")
    assert answer.dtype == (np.float64 if wide else np.float32)
    assert (answer == 2).all()


def test_sums_that_float32_cannot_hold_come_in_float64() -> None:
    image = np.full((100, 100), 65535, np.uint16)
    image[0, 0] = 65534
    answer = cross_correlate(image, np.full((3, 3), 4001))
    assert answer.dtype == np.float64
    assert answer[0, 0] == 65535 * 4001 * 9 - 4001
    image_float = image.astype(np.float32)
    np.testing.assert_array_equal(cross_correlate(image_float, np.full((3, 3), 4001)), answer)
    assert cross_correlate(image_float, np.ones((3, 3))).dtype == np.float32


def test_whole_numbers_stay_exact_with_large_kernels() -> None:
    numbers = np.random.default_rng(5)
    image, kernel = numbers.integers(0, 256, (150, 140), dtype=np.uint8), numbers.integers(-9, 10, (31, 29))
    expected = signal.correlate2d(image.astype(np.int64), kernel, "valid")
    np.testing.assert_array_equal(cross_correlate(image, kernel), expected)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("size", [40, 150])
@pytest.mark.parametrize("kernel_shape", [(3, 3), (1, 7), (7, 7), (16, 16)])
@pytest.mark.parametrize("kind", ["dense", "outer", "zeros"])
@pytest.mark.parametrize("options", [{}, {"stride": 2}, {"dilation": 2, "padding": "same"}])
def test_nan_and_infinity_stay_in_the_windows_that_touch_them(
    value: float, size: int, kernel_shape: Any, kind: str, options: dict[str, Any]
) -> None:
    numbers = np.random.default_rng(6)
    image = numbers.standard_normal((size, size)).astype(np.float32)
    kernel = numbers.standard_normal(kernel_shape)
    if kind == "outer":
        kernel = np.outer(kernel[:, 0], kernel[0])
    if kind == "zeros":
        kernel[::2] = 0
        kernel[0, 0] = 1
    marked = image.copy()
    marked[size // 2, size // 3] = value
    touched = cross_correlate(marked != image, np.ones(kernel_shape), **options) > 0
    answer = cross_correlate(marked, kernel, **options)
    np.testing.assert_array_equal(~np.isfinite(answer), touched)
    clean = cross_correlate(image, kernel, **options)
    np.testing.assert_allclose(answer[~touched], clean[~touched], rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("size", [9, 100])
def test_mean_fill_is_each_channels_mean_of_finite_values(size: int) -> None:
    image = np.zeros((size, size, 2), np.float32)
    image[:, :, 1] = 6
    image[size // 2, size // 2, 0] = np.nan
    job = prepare(image, np.ones((3, 3)), padding=1, fill="mean", each=True)
    out = np.empty(job.shape, job.dtype)
    maps.compute(job, out)
    assert out[0, 0].tolist() == [0, 54]
    assert np.isnan(out[:, :, 0]).sum() == 9


def test_same_follows_tensorflows_rule() -> None:
    image = np.arange(1.0, 8)[None, :]
    assert cross_correlate(image, [[1, 1]], padding="same", stride=2).tolist() == [[3, 7, 11, 7]]
    assert cross_correlate(image, [[1, 1, 1]], padding="same", stride=3).tolist() == [[3, 12, 13]]


def test_a_kernel_as_large_as_the_image_is_a_dense_layer() -> None:
    image, weights = np.arange(6.0).reshape(2, 3), np.arange(6.0).reshape(2, 3) - 2
    assert cross_correlate(image, weights).tolist() == [[(image * weights).sum()]]
    linear = cross_correlate([[2.0, 4.0]], [[0.3, 0.7]])
    assert linear[0, 0] == pytest.approx(0.3 * 2 + 0.7 * 4)


@pytest.mark.parametrize(
    ("kernel", "options", "message"),
    [
        (np.ones((5, 5)), {}, r"kernel 5x5 \(effective 5x5\) does not fit 3x3 \+ padding 0"),
        (np.ones((2, 2)), {"dilation": 3}, r"kernel 2x2 \(effective 4x4\) does not fit 3x3"),
        (np.ones((1, 5)), {"padding": (0, 1)}, None),
        (np.ones((3, 3)), {"stride": 0}, "stride 0"),
        (np.ones((3, 3)), {"stride": (1, -1)}, "stride -1"),
        (np.ones((3, 3)), {"stride": 1.5}, "stride 1.5"),
        (np.ones((3, 3)), {"dilation": 0}, "dilation 0"),
        (np.ones((3, 3)), {"padding": -1}, "padding -1"),
        (np.ones((3, 3)), {"padding": "half"}, "'half'"),
        (np.ones((3, 3)), {"padding": (1, 2, 3)}, r"\(1, 2, 3\)"),
        (np.ones((3, 3)), {"fill": "black"}, "'black'"),
        (np.ones((3, 3)), {"fill": np.nan}, "nan"),
        (np.ones((3, 3)), {"bias": np.inf}, "inf"),
        (np.ones((3, 3, 2)), {}, "2 channels"),
        (np.ones((0, 3)), {}, "empty"),
        ([], {}, r"\(0,\)"),
        ([[1, 2], [3]], {}, r"ragged: its rows have \[2, 1\]"),
        ([[1, np.nan]], {}, r"\(0, 1\) is nan"),
        ([["a"]], {}, "not a number"),
        (5, {}, r"not \(\)"),
    ],
)
def test_impossible_settings_say_their_numbers(
    kernel: Any, options: dict[str, Any], message: str | None
) -> None:
    image = np.ones((3, 3))
    if message is None:
        assert cross_correlate(image, kernel, **options).shape == (3, 1)
        return
    for operation in (cross_correlate, convolve):
        with pytest.raises(ValueError, match=message):
            operation(image, kernel, **options)


@pytest.mark.parametrize(
    "image", [np.ones(3), np.ones((0, 3)), np.ones((2, 2, 2, 2)), np.ones((3, 3), complex)]
)
def test_what_is_no_image_is_refused(image: np.ndarray) -> None:
    with pytest.raises(ValueError):
        cross_correlate(image, [[1]])


@pytest.mark.parametrize(
    "kernel", [[[1 + 5j]], np.array([["2020-01-01"]], "M8[D]"), np.array([[3]], "m8[s]")]
)
def test_kernels_of_what_is_no_real_number(kernel: Any) -> None:
    with pytest.raises(ValueError, match="not a number"):
        cross_correlate(np.ones((3, 3)), kernel)
    with pytest.raises(ValueError, match="not a real number"):
        cross_correlate(np.ones((3, 3)), [[1]], bias=2 + 7j)


def test_numbers_in_arrays_without_an_axis() -> None:
    one = np.array(1)
    expected = cross_correlate(np.ones((4, 5)), np.ones((2, 2)), padding=1, stride=1, dilation=1)
    answer = cross_correlate(np.ones((4, 5)), np.ones((2, 2)), padding=one, stride=one, dilation=one)
    np.testing.assert_array_equal(answer, expected)
