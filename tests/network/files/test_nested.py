"""Networks with networks in them, and layers that are used twice: taken apart into one list."""

from __future__ import annotations

import io
import json
import os
import zipfile

import h5py
import numpy as np
import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
pytest.importorskip("tensorflow")
keras = pytest.importorskip("keras")

from convviz.network.compute.forward import activations  # noqa: E402
from convviz.network.edit.experiments import with_filter_off  # noqa: E402
from convviz.network.files.keras.file import read_network  # noqa: E402
from convviz.network.model.errors import NetworkError  # noqa: E402
from convviz.network.tensorflow import tasks as worker_tasks  # noqa: E402
from convviz.network.tensorflow.worker import edits  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore:You are saving your model as an HDF5 file")
PICTURE = (12, 10, 3)


def transfer():
    """As every tutorial on transfer learning builds it: scaling, a base, a head of its own."""
    layers = keras.layers
    one = keras.Input(PICTURE)
    two = layers.Conv2D(5, 3, name="conv")(layers.Conv2D(4, 3, name="other")(one))
    base = keras.Model(one, layers.BatchNormalization(name="norm")(two), name="base")
    base.trainable = False
    picture = keras.Input(PICTURE)
    x = base(layers.Rescaling(1 / 255, name="rescaling")(picture), training=False)
    return keras.Model(picture, layers.Dense(3, name="end")(layers.GlobalAveragePooling2D(name="mean")(x)))


def deep():
    """Sequential models three deep; a layer in each has the same name."""
    layers = keras.layers
    inner = keras.Sequential([layers.Conv2D(4, 3, name="conv"), layers.ReLU(name="relu")], name="inner")
    middle = keras.Sequential(
        [inner, layers.Conv2D(4, 3, name="conv"), layers.Flatten(name="flat")], name="middle"
    )
    return keras.Sequential([keras.Input(PICTURE), middle, layers.Dense(2, name="end")], name="outer")


def shared():
    """A convolution and a model with one, each used twice."""
    layers = keras.layers
    picture = keras.Input(PICTURE)
    conv = layers.Conv2D(3, 3, padding="same", name="conv")
    block = keras.Sequential([layers.SeparableConv2D(3, 3, padding="same", name="sep")], name="block")
    one = conv(picture)
    two = conv(one)
    three = block(block(layers.Add(name="add")([one, two])))
    return keras.Model(picture, layers.Dense(2, name="end")(layers.Flatten(name="flat")(three)))


def two_outputs():
    """A model with two outputs as a layer, of which only the first is used."""
    layers = keras.layers
    one = keras.Input(PICTURE)
    two = layers.Conv2D(4, 3, name="first")(one)
    base = keras.Model(one, [two, layers.Conv2D(4, 3, name="second")(two)], name="base")
    picture = keras.Input(PICTURE)
    return keras.Model(picture, layers.Dense(2, name="end")(layers.Flatten(name="flat")(base(picture)[0])))


NAMES = {
    transfer: ("rescaling", "base/other", "base/conv", "base/norm", "mean", "end"),
    deep: ("middle/inner/conv", "middle/inner/relu", "middle/conv", "middle/flat", "end"),
    shared: (
        *("conv", "conv (2nd use)", "add", "block/sep (depthwise)", "block/sep"),
        *("block/sep (2nd use) (depthwise)", "block/sep (2nd use)", "flat", "end"),
    ),
    two_outputs: ("base/first", "flat", "end"),
}


def saved(model, folder, ending="keras"):
    """A file of a model whose weights are all different."""
    rng = np.random.default_rng(1)
    for variable in model.weights:
        variable.assign(rng.uniform(0.1, 0.3, variable.shape))
    path = folder / f"net.{ending}"
    model.save(path)
    return str(path)


@pytest.mark.parametrize("ending", ["keras", "h5"])
@pytest.mark.parametrize("build", NAMES, ids=lambda build: build.__name__)
def test_it_becomes_one_list_with_keras_own_values(build, ending, tmp_path):
    model = build()
    path = saved(model, tmp_path, ending)
    network = read_network(path)
    assert network.names == NAMES[build]
    picture = np.random.default_rng(2).random(PICTURE, np.float32)
    acts = activations(network, picture)
    np.testing.assert_allclose(acts.output, model(picture[None])[0], rtol=1e-5, atol=1e-5)
    if build is not two_outputs:
        assert network.parameters == model.count_params()


def test_the_referee_names_the_layers_inside_as_we_do(tmp_path):
    path = saved(transfer(), tmp_path)
    network = read_network(path)
    picture = np.random.default_rng(3).random(PICTURE, np.float32)
    theirs = worker_tasks.activations(path, {}, picture)
    assert set(theirs) == set(network.names)
    changed = with_filter_off(network, network.index("base/conv"), 2)
    theirs = worker_tasks.activations(path, edits(changed), picture)
    assert (theirs["base/conv"][..., 2] == 0).all()
    np.testing.assert_allclose(activations(changed, picture).output, theirs["end"], rtol=1e-5)
    grads = worker_tasks.gradients(path, {}, picture, 1)
    assert grads["base/conv"].shape == (8, 6, 5)


def test_an_experiment_with_a_shared_layer_changes_all_of_its_uses(tmp_path):
    path = saved(shared(), tmp_path)
    network = read_network(path)
    for at in (network.index("conv"), network.index("conv (2nd use)")):
        changed = with_filter_off(network, at, 1)
        picture = np.random.default_rng(3).random(PICTURE, np.float32)
        acts = activations(changed, picture)
        assert (acts.values[0][..., 1] == 0).all()
        assert (acts.values[1][..., 1] == 0).all()
        assert changed.parameters == network.parameters
        theirs = worker_tasks.activations(path, edits(changed), picture)
        np.testing.assert_allclose(acts.output, theirs["end"], rtol=1e-5)


def test_an_experiment_with_a_separable_layer_is_understood_by_the_referee(tmp_path):
    layers = keras.layers
    sep = layers.SeparableConv2D(4, 3, name="sep")
    path = saved(keras.Sequential([keras.Input(PICTURE), sep, layers.Flatten(), layers.Dense(2)]), tmp_path)
    changed = with_filter_off(read_network(path), 1, 2)
    theirs = worker_tasks.activations(path, edits(changed), np.ones(PICTURE, np.float32))
    assert (theirs["sep"][..., 2] == 0).all()


def rewritten(path, change, weights=None):
    """The file with its description, and its weights, changed."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    description = json.loads(members["config.json"])
    description = change(description) or description
    members["config.json"] = json.dumps(description).encode()
    if weights is not None:
        data = io.BytesIO(members["model.weights.h5"])
        with h5py.File(data, "r+") as file:
            weights(file)
        members["model.weights.h5"] = data.getvalue()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def inside(description):
    """The second layer of the innermost model of `deep`."""
    middle = description["config"]["layers"][1]
    return middle["config"]["layers"][1]["config"]["layers"][1]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"class_name": "Lambda"}, "lambda"),
        ({"class_name": "TFSMLayer"}, "lambda"),
        ({"registered_name": "mine>Conv2D"}, "custom"),
        ({"module": "os"}, "custom"),
        ({"class_name": "Mine"}, "layer"),
        ({"compile_config": {"loss": {"class_name": "function", "config": "get_file"}}}, "custom"),
        ({"build_config": {"x": {"class_name": "system", "module": "os"}}}, "custom"),
    ],
    ids=str,
)
def test_what_lies_inside_is_looked_at_as_well(tmp_path, change, kind):
    path = saved(deep(), tmp_path)
    with pytest.raises(NetworkError) as caught:
        read_network(rewritten(path, lambda description: inside(description).update(change)))
    assert caught.value.kind == kind


def elsewhere(file):
    group = file["layers/sequential/layers"]
    del group["sequential"]
    group["sequential"] = h5py.ExternalLink("/tmp/other.h5", "/x")


def soft(file):
    file["layers/sequential/layers/conv2d/vars/9"] = np.zeros(4, "f4")
    del file["layers/sequential/layers/conv2d/vars/1"]
    file["layers/sequential/layers/conv2d/vars/1"] = h5py.SoftLink("/layers/sequential/layers/conv2d/vars/9")


@pytest.mark.parametrize("weights", [elsewhere, soft])
def test_links_inside_are_refused(tmp_path, weights):
    path = saved(deep(), tmp_path)
    with pytest.raises(NetworkError, match="a link to another place; refused"):
        read_network(rewritten(path, lambda description: None, weights))


def nested(depth):
    """A model in so many others; the innermost one reads and answers as the whole does."""
    model = keras.Sequential(
        [keras.layers.Flatten(name="flat"), keras.layers.Dense(2, name="end")], name="m0"
    )
    for number in range(1, depth + 1):
        model = keras.Sequential([model], name=f"m{number}")
    model.build((None, *PICTURE))
    return model


def test_models_in_models_are_read_to_a_depth_of_eight(tmp_path):
    network = read_network(saved(nested(8), tmp_path))
    assert network.names[-1] == "/".join([*(f"m{number}" for number in range(7, -1, -1)), "end"])
    with pytest.raises(NetworkError, match="models in models to a depth of more than 8"):
        read_network(saved(nested(9), tmp_path))


def test_models_that_multiply_are_stopped_before_they_are_many(tmp_path):
    """Each of eight models uses the next one forty times: 6,000,000,000,000 layers."""

    def multiply(description):
        inner = description["config"]["layers"][1]
        inner["config"]["layers"] = [inner["config"]["layers"][2]]
        for number in range(7):
            calls = []
            last = ["picture", 0, 0]
            for use in range(40):
                calls.append([[*last, {}]])
                last = ["x", use, 0]
            inner = {**inner, "name": "x", "inbound_nodes": calls}
            first = {"class_name": "InputLayer", "name": "picture", "inbound_nodes": [],
                     "config": {"name": "picture", "batch_shape": [None, *PICTURE]}}  # fmt: skip
            config = {"name": f"m{number}", "layers": [first, inner],
                      "input_layers": [["picture", 0, 0]], "output_layers": [last]}  # fmt: skip
            inner = {"class_name": "Functional", "config": config}
        return inner

    with pytest.raises(NetworkError, match="used more than 50 times|more than 2,000 layers"):
        read_network(rewritten(saved(deep(), tmp_path), multiply))


def as_keras_2(value):
    """The graph as Keras 2 described it."""
    for layer in value["config"]["layers"]:
        nodes = []
        for node in layer.get("inbound_nodes", []):
            given = node["args"][0]
            given = given if isinstance(given, list) else [given]
            nodes.append([[*one["config"]["keras_history"], {}] for one in given])
        if nodes:
            layer["inbound_nodes"] = nodes
        layer.pop("module", None)
        if layer["class_name"] in ("Functional", "Sequential"):
            as_keras_2(layer)
    return value


def test_the_graph_of_keras_2_is_read(tmp_path):
    model = transfer()
    path = saved(model, tmp_path, "h5")
    with h5py.File(path, "r+") as file:
        description = json.loads(file.attrs["model_config"])
        file.attrs["model_config"] = json.dumps(as_keras_2(description))
        file.attrs["keras_version"] = "2.15.0"
    network = read_network(path)
    assert network.names[1:4] == ("base/other", "base/conv", "base/norm")
    picture = np.random.default_rng(2).random(PICTURE, np.float32)
    np.testing.assert_allclose(activations(network, picture).output, model(picture[None])[0], atol=1e-5)


def test_a_network_of_more_parameters_than_a_file_can_hold(tmp_path):
    """Arrays that were never written take no room in a file, and would take all memory."""
    layers = keras.layers
    model = keras.Sequential([keras.Input((1, 1, 1)), layers.Flatten(), *[layers.Dense(2) for _ in range(5)]])
    path = saved(model, tmp_path)

    def units(description):
        for layer in description["config"]["layers"][2:]:
            layer["config"]["units"] = 9000

    def empty(file):
        for number in range(5):
            group = file[f"layers/dense{f'_{number}' if number else ''}/vars"]
            del group["0"], group["1"]
            group.create_dataset("0", (9000 if number else 1, 9000), "f4", chunks=(1, 9000))
            group.create_dataset("1", (9000,), "f4")

    with pytest.raises(NetworkError, match="more than 160,000,000 parameters"):
        read_network(rewritten(path, units, empty))


def test_an_experiment_with_a_transposed_layer_is_understood_by_the_referee(tmp_path):
    layers = keras.layers
    up = layers.Conv2DTranspose(4, 3, strides=2, name="up")
    path = saved(keras.Sequential([keras.Input(PICTURE), up, layers.Flatten(), layers.Dense(2)]), tmp_path)
    changed = with_filter_off(read_network(path), 0, 2)
    picture = np.random.default_rng(3).random(PICTURE, np.float32)
    theirs = worker_tasks.activations(path, edits(changed), picture)
    np.testing.assert_allclose(activations(changed, picture).values[0], theirs["up"], atol=1e-5)
    assert (theirs["up"][..., 2] == 0).all()


def test_a_layer_that_was_kept_in_training_does_not_play_dice(tmp_path):
    """As where somebody predicts: Keras' own ``predict`` overrules the description too."""
    layers = keras.layers
    picture = keras.Input(PICTURE)
    x = layers.Flatten(name="flat")(layers.Dropout(0.5, name="drop")(picture, training=True))
    path = saved(keras.Model(picture, layers.Dense(2, name="end")(x)), tmp_path)
    ones = np.ones(PICTURE, np.float32)
    theirs = worker_tasks.activations(path, {}, ones)
    np.testing.assert_allclose(activations(read_network(path), ones).output, theirs["end"], rtol=1e-5)
    model = keras.models.load_model(path)
    np.testing.assert_allclose(model.predict(ones[None], verbose=0)[0], theirs["end"], rtol=1e-5)
