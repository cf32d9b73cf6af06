"""The networks that come with ConvViz are the tutorials' networks, and read what they promise to."""

import hashlib
import json

import numpy as np
import pytest

from convviz.network.compute.forward import activations, outputs
from convviz.network.files.bundled import BUNDLED, bundled
from convviz.network.model.recipes import ARCHITECTURES
from convviz.network.training.report_card import confusion, moved
from convviz.paths import resource

SHAPES = {
    "mlp": [(784,), (256,), (256,), (256,), (10,)],
    "lenet": [(28, 28, 32), (14, 14, 32), (14, 14, 64), (7, 7, 64), (3136,), (1024,), (10,)],
    "convnet": [(26, 26, 32), (13, 13, 32), (11, 11, 64), (5, 5, 64), (3, 3, 128), (1152,), (10,)],
}
PARAMETERS = {
    "mlp": [0, 200_960, 65_792, 65_792, 2_570],
    "lenet": [832, 0, 51_264, 0, 0, 3_212_288, 10_250],
    "convnet": [320, 0, 18_496, 0, 73_856, 0, 11_530],
}
TOTAL = {"mlp": 335_114, "lenet": 3_274_634, "convnet": 104_202}
MULTIPLY_ADDS = {"mlp": 334_336, "lenet": 13_883_904, "convnet": 3_100_032}
LEAST = {"convnet": 0.9960, "lenet": 0.9960, "mlp": 0.990, "convnet_tutorial": 0.985, "mlp_tutorial": 0.95}

every = pytest.mark.parametrize("key", BUNDLED)


@every
def test_it_has_the_layers_of_its_tutorial(key):
    network, kind = bundled(key), BUNDLED[key].network
    assert [layer.shape for layer in network.layers] == SHAPES[kind]
    assert [layer.parameters for layer in network.layers] == PARAMETERS[kind]
    assert network.parameters == TOTAL[kind] == ARCHITECTURES[kind].parameters
    assert network.multiply_adds == MULTIPLY_ADDS[kind]
    assert network.names == tuple(layer.name for layer in ARCHITECTURES[kind].layers)


@every
def test_the_file_is_the_one_that_was_trained(key):
    path = resource("models", f"{key}.keras")
    card = json.loads(path.with_suffix(".json").read_text())
    assert hashlib.sha256(path.read_bytes()).hexdigest() == card["sha256"] == bundled(key).checksum
    assert card["recipe"] == BUNDLED[key].recipe
    assert "CC BY-SA 3.0" in card["data"]["licence"]


@every
def test_the_card_adds_up(key):
    test = bundled(key).card["test"]
    table = np.array(test["confusion"])
    assert table.sum() == 10_000
    assert table.sum(axis=1).tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    assert np.trace(table) == round(10_000 * test["accuracy"]) == 10_000 - len(test["misread"])
    assert test["accuracy_by_shift"][0] == test["accuracy"] >= LEAST[key]
    assert len(test["accuracy_by_shift"]) == 8


@every
def test_it_reads_the_test_digits_as_its_card_says(key, mnist):
    """All that its card calls misread, and every fourth of the others."""
    network = bundled(key)
    card = network.card["test"]
    assert network.card["data"]["sha256"] == mnist.checksum
    expected = mnist.test_labels.copy()
    misread = np.array(card["misread"])
    expected[misread[:, 0]] = misread[:, 2]
    asked = np.union1d(misread[:, 0], np.arange(0, 10_000, 4))
    answers = outputs(network, mnist.test[asked]).argmax(axis=1)
    # One digit may fall on the other side of a tie on another processor.
    assert (answers != expected[asked]).sum() <= 1
    assert np.array_equal(confusion(mnist.test_labels, expected), card["confusion"])


@pytest.mark.parametrize("key", ["convnet_tutorial", "convnet"])
def test_a_shift_of_four_pixels_costs_what_its_card_says(key, mnist):
    answers = outputs(bundled(key), moved(mnist.test[:2000], 4)).argmax(axis=1)
    expected = bundled(key).card["test"]["accuracy_by_shift"][4]
    assert (answers == mnist.test_labels[:2000]).mean() == pytest.approx(expected, abs=0.03)


def test_training_with_shifts_does_more_than_the_architecture():
    """What the lesson on shifts says, in numbers at four pixels."""
    at_four = {key: bundled(key).card["test"]["accuracy_by_shift"][4] for key in BUNDLED}
    assert at_four["mlp_tutorial"] < 0.45 < at_four["convnet_tutorial"] < 0.8 < 0.95 < at_four["convnet"]


@pytest.mark.parametrize("key", ["convnet", "lenet", "mlp"])
def test_it_reads_our_own_handwriting(key, digits):
    pictures, labels = digits
    assert (outputs(bundled(key), pictures).argmax(axis=1) == labels).mean() >= 0.97


def test_probabilities_are_softmax_of_the_logits(convnet, seven):
    acts = activations(convnet, seven)
    powers = np.exp(acts.logits.astype(float))
    np.testing.assert_allclose(acts.output, powers / powers.sum(), atol=1e-6)
    assert acts.answer == 7


def test_what_it_computed_cannot_be_changed(convnet, seven):
    acts = activations(convnet, seven)
    with pytest.raises(ValueError, match="read-only"):
        acts.values[0][0, 0, 0] = 1
    with pytest.raises(ValueError, match="read-only"):
        convnet.layers[0].weights[0, 0, 0, 0] = 1


def test_a_picture_of_another_size_is_refused(convnet):
    with pytest.raises(ValueError, match=r"reads \(28, 28, 1\), and the picture is \(20, 20, 1\)"):
        activations(convnet, np.zeros((20, 20)))


def test_no_other_network_is_bundled():
    with pytest.raises(ValueError, match="no network 'resnet': there are convnet, lenet, mlp"):
        bundled("resnet")
