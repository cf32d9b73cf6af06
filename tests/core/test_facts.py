"""Every number of the lessons, as they stand in the book of facts; and mistakes that must not come back."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pytest

from convviz.core import (
    Image,
    Kernel,
    PoolSettings,
    Settings,
    apply_activation,
    chain,
    conv_parameters,
    convolve,
    cross_correlate,
    dense_parameters,
    max_pool,
    multiply_adds,
    output_size,
    receptive_field,
    run,
    trace_window,
)

X = -np.ones((9, 9))
for _r in range(1, 8):
    X[_r, _r] = X[_r, 8 - _r] = 1

DIAGONAL = [[1, -1, -1], [-1, 1, -1], [-1, -1, 1]]
ANTI_DIAGONAL = [[-1, -1, 1], [-1, 1, -1], [1, -1, -1]]
SMALL_X = [[1, -1, 1], [-1, 1, -1], [1, -1, 1]]
X_MAP = [
    [7, -1, 1, 3, 5, -1, 3],
    [-1, 9, -1, 3, -1, 1, -1],
    [1, -1, 9, -3, 1, -1, 5],
    [3, 3, -3, 5, -3, 3, 3],
    [5, -1, 1, -3, 9, -1, 1],
    [-1, 1, -1, 3, -1, 9, -1],
    [3, -1, 5, 3, 1, -1, 7],
]
EDGE = np.repeat([[10, 10, 10, 0, 0, 0]], 6, axis=0)
VERTICAL = [[1, 0, -1]] * 3


@pytest.mark.parametrize("image", [X, X.astype(np.float32), X.astype(np.int8)])
def test_the_x(image: np.ndarray) -> None:
    assert cross_correlate(image, DIAGONAL).tolist() == X_MAP


def test_the_x_on_a_photo_sized_canvas() -> None:
    """A large image is read the X the same way."""
    canvas = np.zeros((200, 200))
    canvas[100:109, 90:99] = X
    assert cross_correlate(canvas, DIAGONAL)[100:107, 90:97].tolist() == X_MAP


def test_the_x_mean_map() -> None:
    mean = run(Image(X, -1, 1), Settings(Kernel(DIAGONAL, divisor=9))).convolution
    assert np.round(mean[0], 2).tolist() == [0.78, -0.11, 0.11, 0.33, 0.56, -0.11, 0.33]


def test_how_often_each_sum_occurs() -> None:
    counts = Counter(cross_correlate(X, DIAGONAL).ravel().tolist())
    assert counts == {9: 4, 7: 2, 5: 5, 3: 10, 1: 8, -1: 16, -3: 4}


def test_the_x_with_padding_stride_and_dilation() -> None:
    padded = cross_correlate(X, DIAGONAL, padding=1)
    assert padded.shape == (9, 9)
    assert padded[0].tolist() == [2, 0, 0, 2, 2, 2, 4, 0, 0]
    assert padded[1:8, 1:8].tolist() == X_MAP
    assert cross_correlate(X, DIAGONAL, stride=2).tolist() == [
        [7, 1, 5, 3],
        [1, 9, 1, 5],
        [5, 1, 9, 1],
        [3, 5, 1, 7],
    ]
    both = cross_correlate(X, DIAGONAL, stride=2, padding=1)
    assert both.shape == (5, 5)
    assert both[0].tolist() == [2, 0, 2, 4, 0]
    dilated = cross_correlate(X, DIAGONAL, dilation=2)
    assert dilated.shape == (5, 5)
    assert dilated[0].tolist() == [7, 3, -3, 3, 3]


def test_the_x_through_relu_and_max_pooling() -> None:
    active = apply_activation("relu", cross_correlate(X, DIAGONAL))
    assert active.tolist() == [[max(value, 0) for value in row] for row in X_MAP]
    assert max_pool(active).tolist() == [[9, 3, 5], [3, 9, 3], [5, 3, 9]]
    kept = [[9, 3, 5, 3], [3, 9, 3, 5], [5, 3, 9, 1], [3, 5, 1, 7]]
    assert max_pool(active, ceil=True).tolist() == kept
    assert max_pool(active, padding="same").tolist() == kept
    result = run(
        Image(X, -1, 1), Settings(Kernel(DIAGONAL), activation="relu", pool=PoolSettings("max", ceil=True))
    )
    assert result.pooling is not None
    assert result.pooling.tolist() == kept


def test_two_windows_of_the_x_differ_by_ten() -> None:
    match, other = trace_window(X, DIAGONAL, 1, 1, divisor=9), trace_window(X, DIAGONAL, 0, 1, divisor=9)
    assert (match.total, match.value) == (9, 1.0)
    assert other.total == -1
    assert match.total - other.total == 10
    assert match.running_sum.tolist() == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    sums = cross_correlate(X, DIAGONAL)
    assert (sums.min(), sums.max()) == (-3, 9)


def test_the_x_as_a_matrix_product() -> None:
    matrix = np.stack([cross_correlate(cell.reshape(9, 9), DIAGONAL).ravel() for cell in np.eye(81)], axis=1)
    assert matrix.shape == (49, 81)
    assert matrix.size == 3969
    assert np.count_nonzero(matrix) == 441
    assert set(matrix[matrix != 0]) == {1, -1}
    assert (matrix @ X.ravel()).reshape(7, 7).tolist() == X_MAP


def test_the_other_kernels_of_the_x() -> None:
    assert cross_correlate(X, ANTI_DIAGONAL).tolist() == [row[::-1] for row in X_MAP]
    small = cross_correlate(X, SMALL_X)
    assert small[3, 3] == small.max() == 9
    assert convolve(X, DIAGONAL).tolist() == X_MAP, "turning this kernel changes nothing"


def test_edges() -> None:
    assert cross_correlate(EDGE, VERTICAL).tolist() == [[0, 30, 30, 0]] * 4
    assert convolve(EDGE, VERTICAL).tolist() == [[0, -30, -30, 0]] * 4
    assert cross_correlate(EDGE.T, np.transpose(VERTICAL)).tolist() == [[0] * 4, [30] * 4, [30] * 4, [0] * 4]


def test_sizes() -> None:
    assert output_size(9, 3).output == 7
    assert output_size(9, 3, padding=1).output == 9
    assert output_size(9, 3, stride=2).output == 4
    assert output_size(9, 3, stride=2, padding=1).output == 5
    assert output_size(8, 3).output == 6


def test_32_shrinks_to_2_in_15_layers_and_no_further() -> None:
    sizes = [32]
    for _ in range(15):
        sizes.append(output_size(sizes[-1], 3).output)
    assert sizes == list(range(32, 0, -2))
    with pytest.raises(ValueError, match=r"kernel 3 \(effective 3\) does not fit 2 \+ padding 0"):
        output_size(sizes[-1], 3)


def test_1024_through_100_layers() -> None:
    size = 1024
    for _ in range(100):
        size = output_size(size, 3).output
    assert size == 824


def test_counts() -> None:
    assert [conv_parameters(3, 1, 1), conv_parameters(3, 1, 5)] == [10, 50]
    assert [conv_parameters(3, 3, 1), conv_parameters(3, 3, 5)] == [28, 140]
    assert [dense_parameters(32 * 32, 1, bias=False), dense_parameters(32 * 32, 1)] == [1024, 1025]
    assert dense_parameters(32 * 32, 5 * 30 * 30) == 4_612_500
    assert [dense_parameters(224 * 224, 1, bias=False), dense_parameters(224 * 224, 1)] == [50_176, 50_177]
    assert dense_parameters(224 * 224 * 3, 1, bias=False) == 150_528


def test_the_pyramid() -> None:
    shapes, size = [(256, 256, 3)], 256
    for depth in (16, 64, 256):
        size = output_size(size, 3, stride=2, padding="same").output
        shapes.append((size, size, depth))
    assert shapes == [(256, 256, 3), (128, 128, 16), (64, 64, 64), (32, 32, 256)]
    assert [int(np.prod(s)) for s in shapes] == [196_608, 262_144, 262_144, 262_144]


def test_networks() -> None:
    lenet = [
        conv_parameters(5, 1, 32),
        conv_parameters(5, 32, 64),
        dense_parameters(3136, 1024),
        dense_parameters(1024, 10),
    ]
    assert lenet == [832, 51_264, 3_212_288, 10_250]
    small = [
        conv_parameters(3, 1, 32),
        conv_parameters(3, 32, 64),
        conv_parameters(3, 64, 128),
        dense_parameters(1152, 10),
    ]
    assert small == [320, 18_496, 73_856, 11_530]
    assert multiply_adds((28, 28), 5, 1, 32) == 627_200
    assert multiply_adds((14, 14), 5, 32, 64) == 10_035_200
    assert [multiply_adds((26, 26), 3, 1, 32), multiply_adds((11, 11), 3, 32, 64)] == [194_688, 2_230_272]
    assert multiply_adds((3, 3), 3, 64, 128) == 663_552
    assert receptive_field([(5, 1), (2, 2), (5, 1), (2, 2)]) == [(5, 1), (6, 2), (14, 2), (16, 4)]
    assert receptive_field([(3, 1), (2, 2), (3, 1), (2, 2), (3, 1)]) == [
        (3, 1),
        (4, 2),
        (8, 2),
        (10, 4),
        (18, 4),
    ]
    assert output_size(11, 2, stride=2).dropped == 1
    assert receptive_field([(3, 1)] * 3)[-1] == (7, 1), "three 3x3 layers see 7x7; with a pool between, 8x8"


def test_one_layer_of_the_lab() -> None:
    padded = chain((9, 9), Settings(Kernel(DIAGONAL), padding=((1, 1), (1, 1))))
    assert (padded.multiply_adds, padded.parameters) == (729, 10)
    colour = chain((300, 451, 3), Settings(Kernel(VERTICAL), channels="sum", stride=(2, 2)))
    assert (colour.convolution, colour.multiply_adds, colour.parameters) == ((149, 225), 905_175, 28)


def test_the_first_kernel_row_of_a_linear_model() -> None:
    assert cross_correlate([[10.0, 20.0]], [[0.3, 0.7]])[0, 0] == pytest.approx(17)


# --- mistakes other tools made --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "kernel", "stride", "output"), [(9, 3, 4, 2), (10, 3, 2, 4), (7, 2, 2, 3), (8, 5, 9, 1)]
)
def test_a_stride_that_does_not_divide_is_floored(size: int, kernel: int, stride: int, output: int) -> None:
    assert cross_correlate(np.ones((size, size)), np.ones((kernel, kernel)), stride=stride).shape == (
        output,
        output,
    )


@pytest.mark.parametrize("stride", [0, (0, 1), (1, 0), None, ""])
def test_no_stride_is_an_error_with_a_sentence(stride: Any) -> None:
    with pytest.raises(ValueError, match="stride"):
        cross_correlate(X, DIAGONAL, stride=stride)


def test_rows_and_columns_of_a_kernel_are_not_swapped() -> None:
    image = np.arange(20.0).reshape(4, 5)
    assert cross_correlate(image, [[1, 2, 3]]).shape == (4, 3)
    assert cross_correlate(image, [[1], [2], [3]]).shape == (2, 5)
    assert cross_correlate(image, [[0, 0, 1]])[0].tolist() == [2, 3, 4]
    assert cross_correlate(image, [[0], [0], [1]])[:, 0].tolist() == [10, 15]


def test_maps_of_a_layer_lie_along_the_last_axis() -> None:
    kernel = np.zeros((1, 1, 1, 64))
    kernel[0, 0, 0] = np.arange(64)
    maps = cross_correlate(np.ones((5, 6, 1)), kernel)
    assert maps.shape == (5, 6, 64)
    assert maps[2, 3].tolist() == list(range(64))


@pytest.mark.parametrize("shape", [(3, 3), (3, 9), (9, 3)])
def test_scipy_is_never_given_a_kernel_larger_than_the_image(shape: tuple[int, int]) -> None:
    """`scipy.signal.correlate2d(mode="valid")` would swap the two without a word."""
    with pytest.raises(ValueError, match=f"kernel 5x5 .* does not fit {shape[0]}x{shape[1]}"):
        cross_correlate(np.ones(shape), np.ones((5, 5)))
    assert cross_correlate(np.ones(shape), np.ones((5, 5)), padding=1).shape == tuple(n - 2 for n in shape)
