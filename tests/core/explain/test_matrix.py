"""The convolution as a matrix: its counts for the X, and that W @ x is the output."""

import numpy as np
import pytest

from convviz.core import Image, Kernel, Settings, cross_correlate, run
from convviz.core.explain.matrix import as_matrix, distinct_weights, matrix_of
from convviz.core.sizes.shapes import output_size

DIAGONAL = [[1, -1, -1], [-1, 1, -1], [-1, -1, 1]]


def x_pixels():
    pixels = -np.ones((9, 9))
    for r in range(1, 8):
        pixels[r, r] = pixels[r, 8 - r] = 1
    return pixels


def test_the_x_has_49_x_81_entries_of_which_441_are_not_zero():
    w = as_matrix(output_size((9, 9), (3, 3)), DIAGONAL)
    assert w.shape == (49, 81)
    assert w.shape[0] * w.shape[1] == 3969
    assert w.nnz == 441
    assert distinct_weights(w) == 2
    sums = (w @ x_pixels().ravel()).reshape(7, 7)
    assert sums[0].tolist() == [7, -1, 1, 3, 5, -1, 3]
    assert sums[1, 1] == 9


def test_row_8_of_the_x_holds_the_kernel_at_output_1_1():
    row = as_matrix(output_size((9, 9), (3, 3)), DIAGONAL).toarray()[8].reshape(9, 9)
    assert row[1:4, 1:4].tolist() == DIAGONAL
    assert np.count_nonzero(row) == 9


@pytest.mark.parametrize("padding", ["valid", "same", "full", ((2, 0), (1, 3))])
@pytest.mark.parametrize("stride", [(1, 1), (2, 3)])
@pytest.mark.parametrize("dilation", [(1, 1), (2, 1)])
@pytest.mark.parametrize("fill", ["zero", "reflect", "edge", "wrap", "symmetric"])
def test_w_times_x_is_the_output(padding, stride, dilation, fill):
    rng = np.random.default_rng(3)
    image, kernel = rng.integers(-5, 6, (8, 9)), rng.integers(-3, 4, (3, 2))
    size = output_size((8, 9), (3, 2), stride=stride, padding=padding, dilation=dilation)
    expected = cross_correlate(image, kernel, stride=stride, padding=padding, dilation=dilation, fill=fill)
    answer = as_matrix(size, kernel, fill) @ image.ravel()
    assert answer.reshape(size.shape).tolist() == expected.tolist()


def test_true_convolution_and_colour():
    image = Image(np.arange(60, dtype=np.uint8).reshape(4, 5, 3))
    settings = Settings(Kernel([[1, 2], [3, 4]]), operation="convolve", channels="sum")
    result = run(image, settings)
    w = matrix_of(result.chain, settings)
    assert w.shape == (12, 60)
    assert (w @ image.values.ravel()).reshape(3, 4).tolist() == result.convolution.tolist()


def test_the_matrix_of_each_channel_is_the_first_one_s():
    rng = np.random.default_rng(4)
    image = Image(rng.integers(0, 256, (7, 13, 3)).astype(np.uint8))
    settings = Settings(
        Kernel(rng.integers(1, 9, (2, 3, 3))),
        channels="each",
        stride=(2, 1),
        padding=((1, 2), (3, 5)),
        dilation=(3, 2),
    )
    result = run(image, settings)
    w = matrix_of(result.chain, settings)
    assert w.shape == (4 * 17, 7 * 13)
    first = (w @ image.values[..., 0].ravel()).reshape(4, 17)
    assert first.tolist() == result.convolution[..., 0].tolist()


def test_a_weight_of_zero_takes_no_entry():
    assert as_matrix(output_size((3, 3), (3, 3)), [[1, 0, -1]] * 3).nnz == 6


def test_too_large_to_read():
    with pytest.raises(ValueError, match="4356 x 4624"):
        as_matrix(output_size((68, 68), (3, 3)), DIAGONAL)


def test_a_constant_that_is_not_zero_is_no_part_of_the_input():
    with pytest.raises(ValueError, match="adds a constant"):
        as_matrix(output_size((5, 5), (3, 3), padding=1), DIAGONAL, fill=7)
    assert as_matrix(output_size((5, 5), (3, 3)), DIAGONAL, fill=7).shape == (9, 25)
