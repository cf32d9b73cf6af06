"""TensorFlow is the referee: every value of every layer of every bundled network."""

from __future__ import annotations

import os

import numpy as np
import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
tf = pytest.importorskip("tensorflow")
keras = pytest.importorskip("keras")

from convviz.network.compute.forward import activations, outputs  # noqa: E402
from convviz.network.compute.gradients import gradients  # noqa: E402
from convviz.network.explain.drilldown import explain  # noqa: E402
from convviz.network.files.bundled import BUNDLED, bundled  # noqa: E402
from convviz.network.files.keras.file import read_network  # noqa: E402
from convviz.network.model.layers import INPUT  # noqa: E402
from convviz.network.model.terms import Cell  # noqa: E402


def every_layer(model, pictures):
    """What Keras computes, layer after layer; only for models without branches."""
    values = [tf.constant(pictures, tf.float32)]
    for layer in model.layers:
        values.append(layer(values[-1]))
    return values[1:]


def load(path):
    return keras.models.load_model(path, compile=False)


@pytest.mark.parametrize("key", BUNDLED)
def test_all_activations_of_200_digits(key, digits):
    network, pictures = bundled(key), digits[0][..., None]
    theirs = [value.numpy() for value in every_layer(load(network.path), pictures)]
    for at, picture in enumerate(pictures):
        ours = activations(network, picture)
        for value, other in zip(ours.values, theirs, strict=True):
            np.testing.assert_allclose(value, other[at], rtol=0, atol=1e-5)
    np.testing.assert_allclose(outputs(network, pictures), theirs[-1], rtol=0, atol=1e-5)


@pytest.mark.parametrize("key", BUNDLED)
def test_the_sums_that_are_shown_equal_tensorflow_s_values(key, digits):
    network, rng = bundled(key), np.random.default_rng(11)
    theirs = [value.numpy() for value in every_layer(load(network.path), digits[0][:8, ..., None])]
    for at, picture in enumerate(digits[0][:8]):
        acts = activations(network, picture)
        for layer, value in enumerate(theirs):
            place = tuple(int(rng.integers(size)) for size in value.shape[1:])
            cell = Cell(layer, *((0, 0, 0)[: 3 - len(place)] + place))
            assert abs(explain(network, acts, cell).value - value[(at, *place)]) <= 1e-5


@pytest.mark.parametrize("key", ["convnet", "lenet", "mlp"])
def test_gradients_of_a_logit(key, digits):
    network, picture = bundled(key), tf.constant(digits[0][3:4, ..., None])
    model = load(network.path)
    model.layers[-1].activation = keras.activations.linear
    with tf.GradientTape() as tape:
        tape.watch(picture)
        values = [picture, *every_layer(model, picture)]
        logit = values[-1][0, 3]
    theirs = tape.gradient(logit, values)
    ours = gradients(network, activations(network, picture[0]), 3)
    assert sorted(ours) == list(range(INPUT, len(network.layers)))
    for at, grad in enumerate(theirs):
        np.testing.assert_allclose(ours[at - 1], grad[0], rtol=1e-4, atol=1e-5)


def zoo():
    """A network with a layer of nearly every kind that is computed here."""
    layers = keras.layers
    picture = keras.Input((17, 15, 3))
    x = layers.Rescaling(1 / 127.5, offset=-1.0)(picture)
    x = layers.ZeroPadding2D(((1, 2), (0, 1)))(x)
    x = layers.Conv2D(8, (3, 5), strides=2, padding="same", use_bias=False, name="first")(x)
    x = layers.BatchNormalization(name="normal")(x)
    x = layers.LeakyReLU(negative_slope=0.1)(x)
    branch = layers.SeparableConv2D(12, 3, padding="same", depth_multiplier=2, activation="elu")(x)
    other = layers.Conv2D(12, 3, padding="same", groups=4, activation="gelu")(x)
    x = layers.Add()([branch, other])
    x = layers.Concatenate()([x, layers.DepthwiseConv2D(3, padding="same", activation="silu")(x)])
    x = layers.AveragePooling2D(3, strides=2, padding="same")(x)
    x = layers.Conv2D(6, 2, dilation_rate=2, activation="tanh")(layers.Dropout(0.5)(x))
    both = [layers.GlobalAveragePooling2D()(x), layers.GlobalMaxPooling2D()(x), layers.Flatten()(x)]
    x = layers.Dense(9, activation="softplus")(layers.Concatenate()(both))
    return keras.Model(picture, layers.Softmax()(layers.Dense(4)(x)))


@pytest.mark.parametrize("ending", ["keras", "h5"])
@pytest.mark.filterwarnings("ignore:You are saving your model as an HDF5 file")
def test_a_network_with_layers_of_every_kind(tmp_path, ending):
    keras.utils.set_random_seed(2)
    model = zoo()
    rng = np.random.default_rng(2)
    for variable in model.get_layer("normal").variables:
        variable.assign(rng.uniform(0.5, 1.5, variable.shape))
    model.save(tmp_path / f"zoo.{ending}")
    network = read_network(tmp_path / f"zoo.{ending}")
    assert network.parameters == model.count_params()
    picture = rng.uniform(0, 255, (17, 15, 3)).astype(np.float32)
    acts = activations(network, picture)
    np.testing.assert_allclose(acts.output, model(picture[None])[0], atol=1e-5)
    for layer in model.layers[1:]:
        middle = keras.Model(model.inputs, layer.output)([picture[None]])[0]
        np.testing.assert_allclose(acts.values[network.index(layer.name)], middle, atol=2e-5)
    for at, layer in enumerate(network.layers):
        place = tuple(int(rng.integers(size)) for size in layer.shape)
        cell = Cell(at, *((0, 0, 0)[: 3 - len(place)] + place))
        assert explain(network, acts, cell).difference <= 1e-5


def test_gradients_through_layers_of_every_kind(tmp_path):
    keras.utils.set_random_seed(3)
    model = zoo()
    model.save(tmp_path / "zoo.keras")
    network = read_network(tmp_path / "zoo.keras")
    picture = tf.constant(np.random.default_rng(3).uniform(0, 255, (1, 17, 15, 3)), tf.float32)
    logits = keras.Model(model.inputs, model.layers[-2].output)
    with tf.GradientTape() as tape:
        tape.watch(picture)
        logit = logits([picture])[0, 2]
    ours = gradients(network, activations(network, picture[0]), 2)
    np.testing.assert_allclose(ours[INPUT], tape.gradient(logit, picture)[0], rtol=1e-3, atol=1e-7)
