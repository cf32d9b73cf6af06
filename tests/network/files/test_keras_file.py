"""Files of other people: what is wrong with them is said in a sentence, and nothing in them is run."""

from __future__ import annotations

import copy
import io
import json
import shutil
import struct
import zipfile

import h5py
import numpy as np
import pytest

from convviz.network.compute.forward import activations
from convviz.network.files import archive
from convviz.network.files.keras.file import read_network
from convviz.network.model.errors import NeedsKerasError, NetworkError
from convviz.paths import resource

CONVNET = resource("models", "convnet_tutorial.keras")


@pytest.fixture
def parts():
    """The members of a sound file: description, metadata, weights."""
    with zipfile.ZipFile(CONVNET) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def write(tmp_path, parts):
    """Write a network file whose description was changed by a function."""

    def write(change=None, **members):
        description = json.loads(parts["config.json"])
        if change is not None:
            description = change(copy.deepcopy(description)) or description
        path = tmp_path / "other.keras"
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in {**parts, "config.json": json.dumps(description), **members}.items():
                if data is not None:
                    archive.writestr(name, data)
        return path

    return write


def with_layer(number, **entries):
    def change(description):
        description["config"]["layers"][number].update(entries)
        return description

    return change


def with_config(number, **entries):
    def change(description):
        layer = description["config"]["layers"][number]["config"]
        layer.update(entries)
        return description

    return change


def weights(parts, change):
    """The weights of a file, changed."""
    data = io.BytesIO(parts["model.weights.h5"])
    with h5py.File(data, "r+") as file:
        change(file)
    return data.getvalue()


def test_a_sound_file_is_read(write):
    network = read_network(write())
    assert network.names == ("conv1", "pool1", "conv2", "pool2", "conv3", "flatten", "dense")
    assert network.input_shape == (28, 28, 1)
    assert network.classes == tuple("0123456789")


LAMBDA = {"class_name": "Lambda", "config": {"name": "x", "function": {"class_name": "__lambda__"}}}


@pytest.mark.parametrize(
    ("change", "kind", "words"),
    [
        (with_layer(1, **LAMBDA), "lambda", "a Lambda layer, which runs program code from the file"),
        (with_layer(1, class_name="TFSMLayer"), "lambda", "loads program code from another place"),
        (with_layer(1, class_name="StringLookup"), "layer", "the layer 'StringLookup' is not one"),
        (with_layer(1, class_name="Mine"), "layer", "the layer 'Mine' is not one that ConvViz opens"),
        (with_layer(1, module="os"), "custom", "'Conv2D' comes from 'os', not from Keras"),
        (with_layer(1, registered_name="mine>Conv2D"), "custom", "registered as 'mine>Conv2D'"),
        (with_layer(1, class_name="Sequential"), "model", "does not list the layers of its network"),
        (with_config(1, activation="evil"), "function", "activation function 'evil' is not known"),
        (
            with_config(
                1, activation={"module": "keras.utils", "class_name": "function", "config": "get_file"}
            ),
            "custom",
            "names 'function', which is not known",
        ),
        (
            with_config(1, kernel_initializer={"module": "os", "class_name": "system", "config": "true"}),
            "custom",
            "names 'system', which is not known",
        ),
        (
            with_config(1, kernel_initializer={"module": "os", "class_name": "Zeros", "config": {}}),
            "custom",
            "'Zeros' comes from 'os'",
        ),
        (with_config(1, filters=64), "shape", r"weights of \(3, 3, 1, 64\) are described"),
        (with_config(7, units=600_000_000), "large", "691,800,000,000 parameters|parameters; at most"),
        (with_config(1, kernel_size=[40, 40]), "shape", "'conv1': kernel 40x40 .* does not fit 28x28"),
        (with_config(1, data_format="channels_first"), "channels_first", "has channels first"),
        (with_config(1, kernel_size=None), "model", "'conv1' is not described as a Conv2D should be"),
        (lambda d: {"class_name": "Lambda", "config": {}}, "lambda", "a Lambda layer"),
        (lambda d: {"class_name": "Dense", "config": {}}, "model", "not a network of layers"),
        (lambda d: {**d, "config": {"layers": "none"}}, "model", "does not list the layers"),
        (lambda d: {**d, "config": {"layers": []}}, "model", "a network of 0 layers"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " not in value else "",
)
def test_what_is_described_is_looked_at_first(write, change, kind, words):
    with pytest.raises(NetworkError, match=words) as caught:
        read_network(write(change))
    assert caught.value.kind == kind


def test_a_layer_for_keras_is_told_apart_from_one_for_nobody(write):
    with pytest.raises(NeedsKerasError, match="only Keras computes the layer 'conv1', a EinsumDense"):
        read_network(write(with_layer(1, class_name="EinsumDense")))
    with pytest.raises(NeedsKerasError, match="because of its function 'glu'"):
        read_network(write(with_config(1, activation="glu")))


def external(file):
    del file["layers/conv2d/vars/0"]
    file["layers/conv2d/vars"].create_dataset("0", (3, 3, 1, 32), "f4", external=[("/etc/hostname", 0, 1152)])


def linked_elsewhere(file):
    del file["layers/conv2d"]
    file["layers/conv2d"] = h5py.ExternalLink("/tmp/other.h5", "/x")


def not_a_number(file):
    file["layers/conv2d/vars/1"][3] = np.nan


def gone(file):
    del file["layers/dense"]


@pytest.mark.parametrize(
    ("change", "kind", "words"),
    [
        (external, "link", "lie in another file; refused"),
        (linked_elsewhere, "link", "a link to another place; refused"),
        (not_a_number, "nan", "1 of the weights '1' are not numbers"),
        (gone, "missing", "no weights 'dense'"),
    ],
)
def test_weights_are_looked_at_too(write, parts, change, kind, words):
    with pytest.raises(NetworkError, match=words) as caught:
        read_network(write(**{"model.weights.h5": weights(parts, change)}))
    assert caught.value.kind == kind


@pytest.mark.parametrize(
    ("members", "kind", "words"),
    [
        ({"config.json": None}, "members", "without config.json"),
        ({"model.weights.h5": None}, "members", "without model.weights.h5"),
        ({"../evil.py": b"x"}, "members", "with '../evil.py', which no network needs"),
        ({"config.json": b"{"}, "broken", "damaged or was cut off"),
        ({"config.json": b"[]"}, "broken", "damaged or was cut off"),
        ({"model.weights.h5": b"no weights"}, "broken", "damaged or was cut off"),
    ],
)
def test_the_archive_is_looked_at(write, members, kind, words):
    with pytest.raises(NetworkError, match=words) as caught:
        read_network(write(**members))
    assert caught.value.kind == kind


def test_an_archive_that_unpacks_to_too_much(tmp_path):
    path = tmp_path / "bomb.keras"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("metadata.json", "{}")
        archive.writestr("config.json", b" " * 30_000_000)
        archive.writestr("model.weights.h5", b"")
    with pytest.raises(NetworkError, match="config.json unpacks to 30,000,000 bytes"):
        read_network(path)


def test_weights_may_be_larger_than_the_description(write, parts, monkeypatch):
    most, size = len(parts["config.json"]), len(parts["model.weights.h5"])
    path = write(**{"config.json": parts["config.json"]})
    assert size > most
    monkeypatch.setattr(archive, "MOST_BYTES", max(size, path.stat().st_size))
    monkeypatch.setattr(archive, "_MOST_JSON", most)
    assert read_network(path).names[0] == "conv1"
    monkeypatch.setattr(archive, "_MOST_JSON", most - 1)
    with pytest.raises(
        NetworkError, match=f"config.json unpacks to {most:,} bytes; the limit is {most - 1:,}"
    ):
        read_network(path)
    monkeypatch.setattr(archive, "_MOST_JSON", most)
    monkeypatch.setattr(archive, "MOST_BYTES", size - 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in {**parts, "model.weights.h5": bytes(size)}.items():
            packed.writestr(name, data)
    with pytest.raises(
        NetworkError, match=f"weights.h5 unpacks to {size:,} bytes; the limit is {size - 1:,}"
    ):
        read_network(path)


@pytest.mark.parametrize("keep", [10, 1000, 100_000])
def test_a_file_that_was_cut_off(tmp_path, keep):
    path = tmp_path / "cut.keras"
    path.write_bytes(CONVNET.read_bytes()[:keep])
    with pytest.raises(NetworkError, match="cut.keras: the file is damaged or was cut off"):
        read_network(path)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.keras", b"\x89HDF\r\n\x1a\nxxx", "ends in .keras but is an HDF5 file"),
        ("a.h5", b"PK\x03\x04xxxx", "ends in .h5 but is a zip archive"),
        ("a.keras", b"junk of some length", "ends in .keras but is something else"),
        ("a.keras", b"", "ends in .keras but is something else"),
        ("a.onnx", b"junk of some length", "networks are opened from .keras and .h5 files"),
    ],
)
def test_a_file_is_what_its_ending_says(tmp_path, name, data, words):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(NetworkError, match=words):
        read_network(tmp_path / name)


def test_weights_without_a_description(tmp_path):
    with h5py.File(tmp_path / "weights.h5", "w") as file:
        file["conv/kernel"] = np.zeros((3, 3))
    with pytest.raises(NetworkError, match="weights.h5 has weights only"):
        read_network(tmp_path / "weights.h5")


@pytest.mark.parametrize("size", [0, 2**64 - 16, 2**64 - 64, 2**62], ids=hex)
@pytest.mark.parametrize("kind", ["h5", "keras"])
def test_a_heap_of_texts_that_hdf5_would_walk_for_ever(tmp_path, write, parts, kind, size):
    def change(file):
        file.attrs["model_config"] = "a text of any length"

    data = weights(parts, change)
    at = data.index(b"GCOL") + 16  # the first object: its number, how often it is used, its size
    for number in (1, 0):
        damaged = data[: at - 11] + b"any" + data[at - 8 : at]  # three bytes that nobody reads
        damaged += struct.pack("<HHIQ", number, number, 0, size) + data[at + 16 :]
        path = tmp_path / "net.h5"
        path.write_bytes(damaged)
        with pytest.raises(NetworkError, match="the file is damaged or was cut off"):
            read_network(path if kind == "h5" else write(**{"model.weights.h5": damaged}))


@pytest.mark.parametrize(
    "value",
    [3, np.zeros(3), h5py.Empty("S10"), np.zeros(30, "S1000000")],
    ids=["int", "array", "none", "large"],
)
def test_a_description_that_is_no_text(tmp_path, value):
    with h5py.File(tmp_path / "net.h5", "w", libver="latest") as file:
        file.attrs["model_config"] = value
    with pytest.raises(NetworkError, match="the file is damaged or was cut off"):
        read_network(tmp_path / "net.h5")


def test_a_sound_heap_of_texts_is_read(write, parts):
    def change(file):
        for number in range(300):
            file.attrs[f"note {number}"] = "a text of any length" * (number % 50)

    assert read_network(write(**{"model.weights.h5": weights(parts, change)})).layers


def test_a_folder_and_a_file_that_is_not_there(tmp_path):
    with pytest.raises(NetworkError, match="is a folder"):
        read_network(tmp_path)
    with pytest.raises(FileNotFoundError):
        read_network(tmp_path / "nothing.keras")


def dense_784(description):
    """The ConvNet's description as a network of 784 inputs and one dense layer, and its weights."""
    layers = description["config"]["layers"]
    layers[0]["config"]["batch_shape"] = [None, 784]
    description["config"]["layers"] = [layers[0], layers[7]]
    return description


def test_a_network_of_784_inputs_reads_pictures(write, parts):
    def change(file):
        del file["layers/dense/vars/0"]
        file["layers/dense/vars/0"] = np.full((784, 10), 0.25, "f4")

    network = read_network(write(dense_784, **{"model.weights.h5": weights(parts, change)}))
    assert network.input_shape == (28, 28, 1)
    assert [layer.shape for layer in network.layers] == [(784,), (10,)]
    acts = activations(network, np.ones((28, 28)))
    bias = network.layers[1].bias
    np.testing.assert_allclose(acts.logits, 196 + bias, rtol=1e-5)


def test_pictures_of_any_size_get_one(write):
    def change(description):
        description["config"]["layers"][0]["config"]["batch_shape"] = [None, None, None, 1]
        return description

    assert read_network(write(change)).input_shape == (28, 28, 1)
    with pytest.raises(NetworkError, match=r"weights of \(4608, 10\) are described"):
        read_network(write(change), free_size=(40, 40))


def test_what_is_no_picture(write):
    def change(description):
        description["config"]["layers"][0]["config"]["batch_shape"] = [None, 28, 28, 5]
        return description

    with pytest.raises(NetworkError, match="reads 28 x 28 x 5 values, which is no grey or colour picture"):
        read_network(write(change))


def test_an_error_survives_the_way_between_processes():
    import pickle

    error = NetworkError("nan", "3 of the weights", count=3)
    again = pickle.loads(pickle.dumps(error))
    assert (again.kind, str(again), again.numbers) == ("nan", "3 of the weights", {"count": 3})


def test_a_copy_elsewhere_has_the_same_checksum(tmp_path):
    shutil.copy(CONVNET, tmp_path / "copy.keras")
    assert read_network(tmp_path / "copy.keras").checksum == read_network(CONVNET).checksum
