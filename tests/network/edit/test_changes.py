"""Changes are small enough to be kept, and done again give the same network."""

import numpy as np
import pytest

from convviz.network.compute.forward import activations
from convviz.network.edit.changes import Change, applied, switched_off
from convviz.network.edit.experiments import filter_order


def after(network, *changes):
    now = network
    for change in changes:
        now = applied(now, network, change)
    return now


def test_every_kind_of_change(convnet):
    old = convnet.layers[0]
    assert not after(convnet, Change("off", 0, 3)).layers[0].weights[..., 3].any()
    on = after(convnet, Change("off", 0, 3), Change("on", 0, 3)).layers[0]
    np.testing.assert_array_equal(on.weights, old.weights)
    twice = after(convnet, Change("scale", 0, 3, 9.0), Change("scale", 0, 3, 2.0)).layers[0]
    np.testing.assert_array_equal(twice.weights[..., 3], 2 * old.weights[..., 3])
    assert after(convnet, Change("weight", 0, 3, 5.0, (1, 2, 0, 3))).layers[0].weights[1, 2, 0, 3] == 5
    assert after(convnet, Change("bias", 0, 3, -1.0)).layers[0].bias[3] == -1
    sobel = ((1.0, 0.0, -1.0), (2.0, 0.0, -2.0), (1.0, 0.0, -1.0))
    kernel = after(convnet, Change("kernel", 2, 3, position=(8,), kernel=sobel)).layers[2]
    assert kernel.weights[:, :, 8, 3].tolist() == [list(row) for row in sobel]
    shuffled = after(convnet, Change("shuffle", 0, 3, seed=1)).layers[0]
    assert (shuffled.weights != old.weights).any(axis=(0, 1, 2)).nonzero()[0].tolist() == [3]
    everywhere = after(convnet, Change("shuffle_layer", 0, seed=1)).layers[0]
    assert (everywhere.weights != old.weights).any(axis=(0, 1, 2)).all()


def test_filters_that_change_places_make_the_same_maps_in_another_order(convnet, seven):
    moved = after(convnet, Change("shuffle_filters", 0, seed=1))
    before, now = activations(convnet, seven), activations(moved, seven)
    order = filter_order(32, 1)
    assert order[:6] == [27, 3, 22, 18, 23, 17]  # for ever: an experiment opened is the one that was saved
    np.testing.assert_allclose(now.values[0], before.values[0][..., order], atol=1e-6)
    assert now.output[7] < before.output[7]


def test_a_filter_that_is_off_stays_off_wherever_it_goes(convnet):
    changes = (Change("off", 0, 31), Change("off", 2, 31), Change("shuffle_filters", 0, seed=1))
    assert switched_off(convnet, changes) == {(0, 25), (2, 31)}
    assert not after(convnet, *changes).layers[0].weights[..., 25].any()


@pytest.mark.parametrize(
    "change", [Change("off", 99), Change("on", 0, 32), Change("shuffle_filters", 1), Change("kernel", 0)]
)
def test_a_change_that_does_not_fit_is_refused(convnet, change):
    with pytest.raises((ValueError, IndexError)):
        applied(convnet, convnet, change)
