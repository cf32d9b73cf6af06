"""Networks that are not opened: each failure is told, and leaves everything as it is."""

import io
import json
import os
import signal
import time
import zipfile

import h5py
import numpy as np
import pytest
from PySide6.QtCore import Qt

from convviz.network.files import first_reading
from convviz.paths import resource

CONVNET = resource("models", "convnet_tutorial.keras")


@pytest.fixture
def page(network_page):
    network_page.input.next_sample()
    return network_page


def open_file(page, path):
    page.opened.opener.open_path(path)
    assert page.opened.opener.loader.wait_idle()


def lambda_layer(description, members):
    description["config"]["layers"][1].update(class_name="Lambda")


def custom_layer(description, members):
    description["config"]["layers"][1].update(registered_name="mine>Conv2D")


def other_module(description, members):
    config = description["config"]["layers"][1]["config"]
    config["kernel_initializer"] = {"module": "os", "class_name": "system", "config": "true"}


def unknown_layer(description, members):
    description["config"]["layers"][1].update(class_name="Mine")


def unknown_function(description, members):
    description["config"]["layers"][1]["config"].update(activation="evil")


def huge(description, members):
    description["config"]["layers"][7]["config"].update(units=600_000_000)


def keras_only(description, members):
    description["config"]["layers"][1].update(class_name="EinsumDense")


def not_numbers(description, members):
    data = io.BytesIO(members["model.weights.h5"])
    with h5py.File(data, "r+") as file:
        file["layers/conv2d/vars/1"][3] = np.nan
    members["model.weights.h5"] = data.getvalue()


def elsewhere(description, members):
    data = io.BytesIO(members["model.weights.h5"])
    with h5py.File(data, "r+") as file:
        del file["layers/conv2d"]
        file["layers/conv2d"] = h5py.ExternalLink("/tmp/other.h5", "/x")
    members["model.weights.h5"] = data.getvalue()


def from_the_future(description, members):
    description["config"]["layers"][1].update(class_name="Conv9D")
    members["metadata.json"] = json.dumps({"keras_version": "4.2.0"})


def one_more_member(description, members):
    members["run_me.py"] = b""


def two_outputs(description, members):
    layers = description["config"]["layers"]
    for before, layer in zip(layers, layers[1:], strict=False):
        history = [before["config"]["name"], 0, 0]
        tensor = {"class_name": "__keras_tensor__", "config": {"keras_history": history}}
        layer["inbound_nodes"] = [{"args": [tensor], "kwargs": {}}]
    ends = [[layer["config"]["name"], 0, 0] for layer in layers[-2:]]
    start = [layers[0]["config"]["name"], 0, 0]
    description.update(class_name="Functional", module="keras.src.models.functional", registered_name=None)
    description["config"] = {"name": "two", "layers": layers, "input_layers": [start], "output_layers": ends}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda_layer, "is refused: it holds program code (a Lambda layer), which is never run."),
        (custom_layer, "is refused: it names Conv2D, which is none of Keras\u2019 own parts."),
        (other_module, "is refused: it names system, which is none of Keras\u2019 own parts."),
        (unknown_layer, "has a layer Mine, which ConvViz does not know."),
        (unknown_function, "has an activation function evil, which ConvViz does not know."),
        (huge, "is too large to be opened"),
        (keras_only, "has a layer EinsumDense, which only TensorFlow computes, and that is not at hand."),
        (not_numbers, "1 weights in other.keras are not numbers"),
        (elsewhere, "is refused: its weights point to another file"),
        (from_the_future, "was written by Keras 4.2.0, a newer one than is known here."),
        (two_outputs, "does not answer with one number a class (the network has 2 outputs; one is needed)."),
        (one_more_member, "is not an archive as Keras writes it"),
    ],
)
def test_each_failure_is_its_own_sentence_and_the_network_stays(page, changed, change, sentence):
    before, listed = page.network, page.strip.networks.count()
    open_file(page, changed(change))
    assert page.network is before
    assert page.strip.networks.count() == listed
    assert page.panel.answers.view.answers().winner == 7
    ((kind, text),) = page.said
    assert kind == "error"
    assert "other.keras" in text
    assert sentence in text


def soft_link(group):
    group["elsewhere"] = group["0"][...]
    del group["0"]
    group["0"] = h5py.SoftLink(f"{group.name}/elsewhere")


def external_link(group):
    del group["0"]
    group["0"] = h5py.ExternalLink("/etc/other.h5", "/x")


def external_data(group):
    shape = group["0"].shape
    del group["0"]
    group.create_dataset("0", shape, "f4", external=[("/etc/hostname", 0, 4 * int(np.prod(shape)))])


def virtual_data(group):
    shape = group["0"].shape
    del group["0"]
    layout = h5py.VirtualLayout(shape, "f4")
    layout[:] = h5py.VirtualSource("/etc/other.h5", "x", shape)
    group.create_virtual_dataset("0", layout)


def linked_group(group):
    whole, name = group.parent, group.name
    del whole[name]
    whole[name] = h5py.ExternalLink("/etc/other.h5", "/x")


def as_h5(path, tmp_path):
    """The same network as an HDF5 file: its arrays are numbered in each layer's group."""
    target = tmp_path / "other.h5"
    with zipfile.ZipFile(path) as archive, h5py.File(target, "w") as file:
        file.attrs["model_config"] = archive.read("config.json")
        source = h5py.File(io.BytesIO(archive.read("model.weights.h5")))["layers"]
        groups = {"conv1": "conv2d", "conv2": "conv2d_1", "conv3": "conv2d_2", "dense": "dense"}
        for name, group in groups.items():
            ours = file.create_group(f"model_weights/{name}")
            source.copy(f"{group}/vars/0", ours, "0")
            source.copy(f"{group}/vars/1", ours, "1")
            ours.attrs["weight_names"] = ["0", "1"]
    return target


@pytest.mark.parametrize("ending", ["keras", "h5"])
@pytest.mark.parametrize("harm", [soft_link, external_link, external_data, virtual_data, linked_group])
def test_weights_that_lie_elsewhere_are_refused(page, changed, tmp_path, harm, ending):
    def change(description, members):
        data = io.BytesIO(members["model.weights.h5"])
        with h5py.File(data, "r+") as file:
            harm(file["layers/conv2d_1/vars"])
        members["model.weights.h5"] = data.getvalue()

    if ending == "keras":
        path = changed(change)
    else:
        path = as_h5(CONVNET, tmp_path)
        with h5py.File(path, "r+") as file:
            harm(file["model_weights/conv2"])
    before = page.network
    open_file(page, path)
    assert page.network is before
    ((kind, text),) = page.said
    assert kind == "error"
    assert text.startswith(f"other.{ending} is refused: its weights point to another file")


def test_the_same_network_is_opened_where_nobody_harmed_it(page, tmp_path):
    open_file(page, as_h5(CONVNET, tmp_path))
    assert page.said == []
    assert page.network.title == "other"


def test_a_cut_file_and_one_that_is_gone(page, ours, tmp_path):
    data = CONVNET.read_bytes()
    (tmp_path / "cut.keras").write_bytes(data[: len(data) // 2])
    (tmp_path / "photo.keras").write_bytes(b"\x89PNG\r\n")
    open_file(page, tmp_path / "cut.keras")
    open_file(page, tmp_path / "gone.keras")
    open_file(page, tmp_path / "photo.keras")
    texts = [text for _, text in page.said]
    assert texts[0] == "cut.keras is damaged or was cut off."
    assert texts[1].startswith("gone.keras: there is no such file")
    assert texts[2].startswith("photo.keras is not what its ending says")


def ends_its_process(path):
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_file_over_which_the_library_ends_its_process_costs_a_sentence(page, tmp_path, monkeypatch):
    monkeypatch.setattr(first_reading, "read_all", ends_its_process)
    before = page.network
    open_file(page, as_h5(CONVNET, tmp_path))
    assert page.said == [("error", "other.h5 is damaged or was cut off.")]
    assert page.network is before


def test_a_file_whose_reading_does_not_end_can_be_given_up(qtbot, page, tmp_path, monkeypatch):
    monkeypatch.setattr(first_reading, "read_all", time.sleep)  # a path is no number: it fails
    open_file(page, as_h5(CONVNET, tmp_path))
    assert page.network.title == "other"
    monkeypatch.setattr(first_reading, "read_all", reads_for_ever)
    page.opened.opener.open_path(tmp_path / "other.h5")
    qtbot.waitUntil(page.opened.bar.cancel.isVisible)
    qtbot.mouseClick(page.opened.bar.cancel, Qt.MouseButton.LeftButton)
    assert page.opened.opener.loader.wait_idle()
    assert page.said == []


def reads_for_ever(path):
    time.sleep(600)


def test_weights_only(page, tmp_path):
    with h5py.File(tmp_path / "weights.h5", "w") as file:
        file.create_group("layers")
    open_file(page, tmp_path / "weights.h5")
    assert page.said[0][1].startswith("weights.h5 holds weights only")
