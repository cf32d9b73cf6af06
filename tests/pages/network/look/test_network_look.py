"""Where the bundled networks look, on digits of our own."""

from concurrent.futures import Future
from dataclasses import replace

import numpy as np
import pytest

from convviz.network.compute.adapting import as_digit
from convviz.network.compute.forward import activations
from convviz.network.explain.saliency import grad_cam, gradient_map, occlusion_map, on_picture
from convviz.network.files.bundled import bundled
from convviz.network.model.errors import NetworkError
from convviz.network.model.layers import Opaque
from convviz.pages.network.look.look import NetworkLook
from convviz.pages.network.look.tasks import conv_layers
from convviz.views.network.answers.look_panel import LookPanel


@pytest.fixture
def bar():
    """A vertical bar: the networks read it as a 1."""
    digit = np.zeros((28, 28), np.float32)
    digit[5:23, 13:16] = 1
    return digit


@pytest.fixture
def look(qtbot):
    panel = LookPanel()
    qtbot.addWidget(panel)
    panel.resize(1300, 180)
    panel.show()
    qtbot.waitExposed(panel)
    helper = NetworkLook(panel)
    helper.panel = panel
    yield helper
    helper.shut_down()


def test_gradcam_and_gradient_of_the_answer(look, bar):
    network = bundled("convnet_tutorial")
    acts = activations(network, bar)
    look.show(network, acts)
    look.refresh()
    last = conv_layers(network)[-1]
    expected = on_picture(network, last, grad_cam(network, acts, acts.answer, last))
    np.testing.assert_array_equal(look.panel.cam.heat.values(), expected)
    np.testing.assert_array_equal(look.panel.gradient.heat.values(), gradient_map(network, acts, acts.answer))
    assert "Conv 3" in look.panel.cam.sentence.text()
    assert "logit of 1" in look.panel.gradient.sentence.text()


def test_another_class_and_another_layer(look, bar):
    network = bundled("convnet_tutorial")
    acts = activations(network, bar)
    look.show(network, acts)
    look.choose_class(7)
    look.choose_layer(0)
    expected = on_picture(network, 0, grad_cam(network, acts, 7, 0))
    np.testing.assert_array_equal(look.panel.cam.heat.values(), expected)
    assert "Conv 1" in look.panel.cam.sentence.text()


def test_the_occlusion_follows_by_itself(look, bar, qtbot):
    network = bundled("mlp_tutorial")
    acts = activations(network, bar)
    heat = look.panel.occlusion.heat
    look.show(network, acts)
    qtbot.waitUntil(lambda: heat.values() is not None, timeout=30_000)
    expected = occlusion_map(network, acts.picture, acts.answer)
    np.testing.assert_allclose(heat.values(), np.maximum(expected, 0), atol=1e-6)
    assert not look.panel.running()


def test_a_network_without_maps_says_so(look, bar):
    network = bundled("mlp_tutorial")
    look.show(network, activations(network, bar))
    look.refresh()
    assert "no convolution layer" in look.panel.cam.sentence.text()
    assert look.panel.layers.isHidden()


def test_a_blank_sheet_has_nothing_to_look_at(look):
    look.show(bundled("mlp_tutorial"), None)
    look.refresh()
    assert {block.heat.values() for block in look.panel.blocks} == {None}


def test_cancelling_offers_to_start_again(look, bar, qtbot):
    network = bundled("convnet_tutorial")
    look.show(network, activations(network, bar))
    look.refresh()
    look.begin()
    assert look.panel.running()
    look.panel.start.click()
    assert not look.panel.running()
    assert look.panel.start.text() == "Start"


class SlowTensorFlow:
    """Stands in for TensorFlow's process; its answers come when the test says so."""

    def __init__(self):
        self.asked = []

    def gradients(self, network, picture, label):
        answer = Future()
        answer.set_exception(NetworkError("worker_missing", "not at hand"))
        return answer

    def answers(self, network, pictures):
        self.asked.append(Future())
        return self.asked[-1]


@pytest.fixture
def opaque(look, bar, qtbot):
    """Look at a network with a layer that only TensorFlow computes, until it is asked the first time."""
    network = bundled("mlp_tutorial")
    last = network.layers[-1]
    acts = activations(network, bar)
    strange = Opaque(last.name, last.inputs, last.shape, class_name="Strange", counted=0)
    look.worker = SlowTensorFlow()
    look.show(replace(network, layers=(*network.layers[:-1], strange)), acts)
    look.refresh()
    look.begin()
    qtbot.waitUntil(lambda: len(look.worker.asked) == 1)
    return look


def test_tensorflow_is_not_asked_again_after_a_cancel(opaque, qtbot):
    opaque.panel.start.click()
    assert not opaque.panel.running()
    opaque.worker.asked[0].set_result(np.full((1, 10), 0.1, np.float32))
    qtbot.waitUntil(lambda: len(opaque.worker.asked) == 2)
    opaque.worker.asked[1].set_result(np.full((28, 10), 0.1, np.float32))
    opaque.shut_down()  # waits for the thread
    assert len(opaque.worker.asked) == 2
    assert opaque.panel.occlusion.heat.values() is None


def test_without_tensorflow_the_occlusion_says_so_and_can_be_tried_again(opaque, qtbot):
    opaque.worker.asked[0].set_exception(NetworkError("worker_missing", "not at hand"))
    qtbot.waitUntil(lambda: not opaque.panel.running())
    assert "TensorFlow does not run here" in opaque.panel.occlusion.sentence.text()
    assert opaque.panel.start.isVisible()


def test_any_scale_is_shown_from_black_to_white():
    picture = np.array([[[-1.0], [1.0]]], np.float32)
    assert as_digit(picture).tolist() == [[0.0, 1.0]]
    assert as_digit(np.zeros((1, 2, 3), np.float32)).tolist() == [[0.0, 0.0]]
