"""Where the network looks, and how its derivatives hold against small changes."""

import numpy as np
import pytest

from convviz.network.compute.forward import activations
from convviz.network.compute.gradients import gradients
from convviz.network.explain.saliency import grad_cam, gradient_map, occlusion_map, on_picture
from convviz.network.model.layers import INPUT


def test_a_derivative_is_what_a_small_change_does(convnet, seven):
    acts = activations(convnet, seven)
    slope = gradients(convnet, acts, 7)[INPUT][..., 0]
    step, shares = 1e-4, []
    # At the rim of the ink: where all is equally black, pooling has no single winner and no derivative.
    grey = np.flatnonzero((seven > 0.02) & (seven < 0.98))
    for place in grey[np.abs(slope.flat[grey]).argsort()[-15:]]:
        changed = np.stack([seven, seven])
        changed.reshape(2, -1)[:, place] += (step, -step)
        higher, lower = (activations(convnet, digit).logits[7] for digit in changed)
        shares.append((higher - lower) / (2 * step) / slope.flat[place])
    assert np.median(shares) == pytest.approx(1, abs=0.02)


def test_the_gradient_map_has_the_size_of_the_picture(convnet, seven):
    found = gradient_map(convnet, activations(convnet, seven), 7)
    assert found.shape == (28, 28)
    assert found.min() >= 0
    # What both floors of the pooling leave out cannot matter.
    assert not found[26:].any()
    assert not found[:, 26:].any()


@pytest.mark.parametrize(("layer", "shape"), [(0, (26, 26)), (2, (11, 11)), (4, (3, 3))])
def test_grad_cam_of_any_convolution(convnet, seven, layer, shape):
    acts = activations(convnet, seven)
    found = grad_cam(convnet, acts, 7, layer)
    assert found.shape == shape
    assert found.min() >= 0
    assert found.max() > 0
    assert on_picture(convnet, layer, found).shape == (28, 28)


def test_grad_cam_is_of_a_class(convnet, seven):
    acts = activations(convnet, seven)
    assert (grad_cam(convnet, acts, 7, 4) != grad_cam(convnet, acts, 2, 4)).any()


def test_grad_cam_needs_rows_and_columns(convnet, seven):
    with pytest.raises(ValueError, match="'flatten' has no rows and columns"):
        grad_cam(convnet, activations(convnet, seven), 7, 5)


def test_a_cell_lies_in_the_middle_of_what_it_sees(convnet):
    selection = np.zeros((26, 26), np.float32)
    selection[10, 20] = 1
    assert np.unravel_index(on_picture(convnet, 0, selection).argmax(), (28, 28)) == (11, 21)


def test_covering_the_digit_costs_and_covering_nothing_costs_nothing(convnet, seven):
    shares = []
    found = occlusion_map(convnet, seven, 7, progress=shares.append)
    assert found.shape == (28, 28)
    assert shares[-1] == 1
    assert len(shares) == 28
    assert abs(found[0, 0]) < 1e-6  # black on black
    row, column = np.unravel_index(found.argmax(), found.shape)
    assert seven[max(0, row - 2) : row + 3, max(0, column - 2) : column + 3].any()


def test_what_progress_raises_ends_the_work(convnet, seven):
    def stop(share):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        occlusion_map(convnet, seven, 7, progress=stop)
