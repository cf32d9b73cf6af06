"""What if: filters switched off, scaled, rewritten and shuffled, and digits moved about."""

import numpy as np
import pytest

from convviz.network.compute.forward import activations
from convviz.network.digits.transforming import Change, transformed
from convviz.network.edit.experiments import (
    shuffled,
    with_bias,
    with_filter_off,
    with_filter_scaled,
    with_kernel,
    with_weight,
)


def test_a_filter_switched_off_leaves_an_empty_map(convnet, seven):
    before = activations(convnet, seven)
    strongest = int(before.values[4].max(axis=(0, 1)).argmax())
    after = activations(with_filter_off(convnet, 4, strongest), seven)
    assert (after.values[4][..., strongest] == 0).all()
    np.testing.assert_array_equal(after.values[3], before.values[3])
    assert after.output[7] != before.output[7]
    assert activations(convnet, seven).output[7] == before.output[7]  # the old network is as it was


def test_a_relu_filter_times_two_gives_twice_the_map(convnet, seven):
    before = activations(convnet, seven).values[0]
    after = activations(with_filter_scaled(convnet, 0, 5, 2.0), seven).values[0]
    np.testing.assert_allclose(after[..., 5], 2 * before[..., 5], atol=1e-6)
    np.testing.assert_array_equal(after[..., :5], before[..., :5])


def test_one_weight_and_one_bias(convnet):
    changed = with_bias(with_weight(convnet, 2, (1, 2, 30, 7), 0.5), 2, 7, -1.0)
    old, new = convnet.layers[2], changed.layers[2]
    assert new.weights[1, 2, 30, 7] == 0.5
    assert (new.weights != old.weights).sum() == 1
    assert new.bias[7] == -1
    assert changed.layers[0] is convnet.layers[0]
    assert changed.checksum == ""


def test_a_kernel_of_the_lab_goes_into_a_filter(convnet):
    sobel = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]
    one = with_kernel(convnet, 2, 3, sobel, read=8).layers[2].weights
    assert one[:, :, 8, 3].tolist() == sobel
    assert (one[:, :, 9, 3] == convnet.layers[2].weights[:, :, 9, 3]).all()
    everywhere = with_kernel(convnet, 2, 3, sobel).layers[2].weights
    assert (everywhere[..., 3] == np.array(sobel)[..., None]).all()
    with pytest.raises(ValueError, match=r"weights of \(3, 3\), and the kernel is \(5, 5\)"):
        with_kernel(convnet, 2, 3, np.ones((5, 5)), read=8)


def test_shuffling_keeps_the_weights_and_loses_the_pattern(convnet):
    new = shuffled(convnet, 0, seed=1).layers[0].weights
    old = convnet.layers[0].weights
    assert (np.sort(new.reshape(9, 32), axis=0) == np.sort(old.reshape(9, 32), axis=0)).all()
    assert (new != old).any()
    only = shuffled(convnet, 0, seed=1, channel=4).layers[0].weights
    assert (only[..., 5] == old[..., 5]).all()


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        (lambda net: with_filter_off(net, 1, 0), ValueError, "'pool1' has no weights"),
        (lambda net: with_filter_off(net, 0, 32), IndexError, "filters 0 to 31"),
        (lambda net: with_bias(net, 0, 0, float("nan")), ValueError, "has to be a number"),
        (lambda net: with_weight(net, 0, (0, 0), 1.0), IndexError, r"\(0, 0\) is no place"),
    ],
)
def test_what_cannot_be_is_refused(convnet, change, error, words):
    with pytest.raises(error, match=words):
        change(convnet)


def test_whole_shifts_move_pixels_and_blur_nothing():
    digit = np.zeros((4, 4))
    digit[1, 1] = 1
    assert transformed(digit, Change(right=1, down=2))[3, 2] == 1
    assert transformed(digit, Change(right=3)).sum() == 0
    assert Change().nothing
    assert not Change(noise=0.1).nothing


def test_a_quarter_turn_goes_anticlockwise():
    digit = np.zeros((3, 3))
    digit[0, 1] = 1  # at the top
    assert transformed(digit, Change(turn=90)).round(3).tolist() == [[0, 0, 0], [1, 0, 0], [0, 0, 0]]


def test_scaling_by_two_doubles_the_size():
    digit = np.zeros((8, 8))
    digit[3:5, 3:5] = 1
    assert (transformed(digit, Change(scale=2)) >= 0.5).sum() == 16


def test_the_border_of_a_photo_is_repeated_where_it_comes_in():
    photo = np.array([[[0.25, 0.5], [0.75, 1.0]]], np.float32)
    assert transformed(photo, Change(right=1), border="nearest").tolist() == [[[0.25, 0.5], [0.25, 0.5]]]
    assert transformed(photo, Change(right=1)).tolist() == [[[0, 0], [0.25, 0.5]]]


def test_maps_move_with_the_digit(convnet, seven):
    """Equivariance: what the first layer sees moves by the same two pixels."""
    still = activations(convnet, seven).values[0]
    moved = activations(convnet, transformed(seven, Change(right=2))).values[0]
    assert moved[:, 4:].tobytes() == still[:, 2:-2].tobytes()
