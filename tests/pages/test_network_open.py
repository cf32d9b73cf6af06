"""Opening other people's networks on the page: what fails leaves everything as it is."""

import io
import json
import shutil
import zipfile

import h5py
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from convviz.core.images import Image
from convviz.document.document import Document
from convviz.network.adapting import fitted
from convviz.network.forward import activations
from convviz.pages.network_page import NetworkPage
from convviz.paths import resource

CONVNET = resource("models", "convnet_tutorial.keras")


@pytest.fixture
def page(qtbot):
    shown = NetworkPage(Document())
    qtbot.addWidget(shown)
    shown.resize(1384, 830)
    shown.show()
    qtbot.waitExposed(shown)
    shown.input.next_sample()
    shown.said = []
    shown.message.connect(lambda kind, text: shown.said.append((kind, text)))
    yield shown
    shown.shut_down()


@pytest.fixture
def ours(tmp_path):
    """A network of somebody who has the bundled one under another name."""
    return shutil.copy(CONVNET, tmp_path / "mine.keras")


@pytest.fixture
def changed(tmp_path):
    """A copy whose description or members a function has changed."""

    def write(change, name="other.keras"):
        with zipfile.ZipFile(CONVNET) as archive:
            members = {one: archive.read(one) for one in archive.namelist()}
        description = json.loads(members["config.json"])
        change(description, members)
        members["config.json"] = json.dumps(description)
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as archive:
            for member, data in members.items():
                archive.writestr(member, data)
        return path

    return write


def open_file(page, path):
    page.guests.opener.open_path(path)
    assert page.guests.opener.loader.wait_idle()


def test_a_file_is_chosen_and_shown(page, qtbot, ours, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *given: (str(ours), ""))
    qtbot.mouseClick(page.strip.open, Qt.MouseButton.LeftButton)
    assert page.guests.opener.loader.wait_idle()
    assert page.network.title == "mine"
    assert page.strip.networks.currentText() == "mine"
    assert page.guests.bar.isVisible()
    expected = activations(page.network, page.input.preparation.digit)
    np.testing.assert_array_equal(page.acts.output, expected.output)
    assert page.said == []


def test_a_file_opened_twice_is_listed_once_and_ours_come_back(page, ours, qtbot):
    open_file(page, ours)
    open_file(page, ours)
    titles = [page.strip.networks.itemText(at) for at in range(page.strip.networks.count())]
    assert titles.count("mine") == 1
    page.strip.network_chosen.emit("convnet")
    assert page.network.key == "convnet"
    assert page.guests.bar.isHidden()


def test_a_dropped_file_is_opened(page, ours, qtbot):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(ours))])
    given = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(page.rect().center(), *given)
    QApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(page.rect().center()), *given))
    assert page.guests.opener.loader.wait_idle()
    assert page.network.title == "mine"


def test_other_files_are_left_to_the_window(page, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.png"))])
    entering = QDragEnterEvent(
        page.rect().center(),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering.ignore()
    assert not page.guests.eventFilter(page, entering)


def test_the_scale_is_chosen_by_hand(page, ours, qtbot):
    open_file(page, ours)
    digit = page.input.preparation.digit
    qtbot.mouseClick(page.guests.bar.scales.button("bytes"), Qt.MouseButton.LeftButton)
    assert page.acts.picture.max() == pytest.approx(255 * digit.max())
    qtbot.mouseClick(page.guests.bar.scales.button("signed"), Qt.MouseButton.LeftButton)
    assert page.acts.picture.min() == -1
    assert page.shelf.load(page.network.key).scale == "signed"


def to_bytes(description, members):
    """The first layer's weights made for pixels from 0 to 255."""
    data = io.BytesIO(members["model.weights.h5"])
    with h5py.File(data, "r+") as file:
        file["layers/conv2d/vars/0"][...] /= 255
    members["model.weights.h5"] = data.getvalue()


def test_a_wrong_scale_is_told_and_the_better_one_offered(page, changed, qtbot):
    open_file(page, changed(to_bytes, "bytes.keras"))
    bar = page.guests.bar
    assert "0 to 255" in bar.hint.text()
    assert bar.use.text() == "Use 0 to 255"
    qtbot.mouseClick(bar.use, Qt.MouseButton.LeftButton)
    assert page.network.scale == "bytes"
    assert page.panel.answers.view.answers().winner == 7
    assert bar.hint.isHidden()
    assert bar.use.isHidden()


def test_classes_get_names(page, ours):
    open_file(page, ours)
    page.guests.opener.set_names("zero\none\n\nthree")
    assert page.network.classes[:5] == ("zero", "one", "2", "three", "4")
    assert page.panel.answers.view.answers().names[3] == "three"
    page.guests.opener.set_names("\n".join("abcdefghijk"))
    assert page.said == [("error", "11 names were given, and the network has 10 answers.")]


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


def test_the_same_network_is_opened_from_hdf5(page, tmp_path):
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
    assert texts[1].startswith("gone.keras: the system says")
    assert texts[2].startswith("photo.keras is not what its ending says")


def test_weights_only(page, tmp_path):
    with h5py.File(tmp_path / "weights.h5", "w") as file:
        file.create_group("layers")
    open_file(page, tmp_path / "weights.h5")
    assert page.said[0][1].startswith("weights.h5 holds weights only")


def test_a_network_of_another_size_gets_the_digit_resized(page, changed):
    def smaller(description, members):
        description["config"]["layers"][0]["config"]["batch_shape"] = [None, 29, 29, 1]

    open_file(page, changed(smaller, "large.keras"))
    assert page.network.input_shape == (29, 29, 1)
    np.testing.assert_array_equal(page.acts.picture, fitted(page.network, page.input.preparation.digit))
    assert page.panel.input.digit.digit().shape == (29, 29)
    assert "28 \u00d7 28 to 29 \u00d7 29" in page.guests.bar.sentence.text()


def photo():
    """A photo of 40 x 60 pixels: red at the left, blue at the right."""
    values = np.zeros((40, 60, 3), np.uint8)
    values[:, :30, 0] = values[:, 30:, 2] = 255
    return Image(values, name="flag")


def test_a_whole_photo_is_given_to_a_network_that_reads_no_digits(page, ours, qtbot):
    open_file(page, ours)
    bar = page.guests.bar
    assert bar.sources.isHidden()
    page.guests.opener.set_names("left\nright")
    page.input.take_photo(photo())
    assert bar.sources.key() == "picture"
    whole = np.asarray(photo().values / 255, np.float32)
    np.testing.assert_array_equal(page.acts.picture, fitted(page.network, whole))
    assert "40 \u00d7 60 to 28 \u00d7 28" in bar.sentence.text()
    assert "become grey" in bar.sentence.text()
    qtbot.mouseClick(bar.sources.button("digit"), Qt.MouseButton.LeftButton)
    assert page.acts is None  # there is no digit on a flag


def test_a_network_for_digits_gets_the_digit_of_a_photo_first(page, ours, qtbot):
    open_file(page, ours)
    page.input.take_photo(photo())
    assert page.guests.bar.sources.key() == "digit"
    qtbot.mouseClick(page.guests.bar.sources.button("picture"), Qt.MouseButton.LeftButton)
    assert page.acts.picture[:, :13].mean() == pytest.approx(0.299, abs=1e-3)
    page.input.next_sample()
    assert page.guests.bar.sources.isHidden()
    np.testing.assert_array_equal(page.acts.picture[..., 0], page.input.preparation.digit)
