"""TensorFlow is the referee: the same convolution and pooling layers give the same numbers."""

from __future__ import annotations

import os
from typing import Any

import numpy as np
import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
tf = pytest.importorskip("tensorflow")

from convviz.core import average_pool, cross_correlate, max_pool  # noqa: E402


def pixels(*shape: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).standard_normal(shape).astype(np.float32)


@pytest.mark.parametrize("padding", ["same", "valid"])
@pytest.mark.parametrize("kernel", [(1, 1, 1, 1), (3, 3, 1, 1), (5, 4, 1, 3), (2, 3, 4, 6), (3, 3, 3, 32)])
@pytest.mark.parametrize(
    ("stride", "dilation"), [(1, 1), (2, 1), (3, 1), ((1, 2), 1), (1, 2), (1, 3), (1, (2, 1))]
)
def test_conv2d(padding: str, kernel: tuple[int, ...], stride: Any, dilation: Any) -> None:
    image, weights = pixels(28, 27, kernel[2]), pixels(*kernel, seed=1)
    ours = cross_correlate(image, weights, stride=stride, padding=padding, dilation=dilation)
    steps = (stride, stride) if isinstance(stride, int) else stride
    if steps[0] == steps[1]:
        theirs = tf.nn.conv2d(image[None], weights, stride, padding.upper(), dilations=dilation)[0].numpy()
    else:  # tf.nn.conv2d takes only equal strides on the CPU: every window, then every n-th of them
        assert steps == (1, 2)
        # Columns: ceil(27 / 2) = 14 windows need max(13 * 2 + kw - 27, 0) more cells.
        across = max(26 + kernel[1] - 27, 0) if padding == "same" else 0
        down = kernel[0] - 1 if padding == "same" else 0
        amounts = ((down // 2, down - down // 2), (across // 2, across - across // 2), (0, 0))
        whole = tf.nn.conv2d(np.pad(image, amounts)[None], weights, 1, "VALID")[0].numpy()
        theirs = whole[:, ::2]
    assert ours.shape == theirs.shape
    np.testing.assert_allclose(ours, theirs, atol=2e-5)


@pytest.mark.parametrize("size", [(28, 28), (7, 7), (13, 8), (100, 90), (3, 5)])
@pytest.mark.parametrize("kernel", [2, 3, 5])
@pytest.mark.parametrize("stride", [1, 2, 3, 4])
def test_same_at_many_sizes(size: tuple[int, int], kernel: int, stride: int) -> None:
    image, weights = pixels(*size), pixels(kernel, kernel, seed=2)
    ours = cross_correlate(image, weights, stride=stride, padding="same")
    theirs = tf.nn.conv2d(image[None, :, :, None], weights[:, :, None, None], stride, "SAME")[0, :, :, 0]
    np.testing.assert_allclose(ours, theirs.numpy(), atol=2e-5)


@pytest.mark.parametrize("shape", [(9, 9, 3), (9, 9, 4)])
def test_one_map_from_all_channels(shape: tuple[int, ...]) -> None:
    image, weights = pixels(*shape), pixels(3, 3, shape[2], seed=3)
    theirs = tf.nn.conv2d(image[None], weights[..., None], 1, "SAME")[0, :, :, 0].numpy()
    np.testing.assert_allclose(cross_correlate(image, weights, padding="same"), theirs, atol=2e-5)


@pytest.mark.parametrize("padding", ["same", "valid"])
@pytest.mark.parametrize("window", [2, 3, (2, 3), (4, 1)])
@pytest.mark.parametrize("stride", [1, 2, 3, (1, 2)])
@pytest.mark.parametrize("size", [(7, 8, 1), (11, 9, 3)])
def test_pooling(padding: str, window: Any, stride: Any, size: tuple[int, ...]) -> None:
    image = pixels(*size)
    theirs = tf.nn.max_pool2d(image[None], window, stride, padding.upper())[0].numpy()
    np.testing.assert_array_equal(max_pool(image, window, stride=stride, padding=padding), theirs)
    theirs = tf.nn.avg_pool2d(image[None], window, stride, padding.upper())[0].numpy()
    np.testing.assert_allclose(average_pool(image, window, stride=stride, padding=padding), theirs, atol=1e-6)
