"""What a network cannot compute, explain, read or write: one sentence for each."""

from __future__ import annotations

import csv
import zipfile
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

import h5py
import numpy as np
import pytest

from convviz.network.compute.adapting import adapted
from convviz.network.compute.forward import activations, outputs
from convviz.network.compute.gradients import gradients
from convviz.network.digits.mnist import Mnist
from convviz.network.digits.transforming import Change, transformed
from convviz.network.explain.receptive_field import receptive_box
from convviz.network.explain.saliency import grad_cam
from convviz.network.files import archive, bundled
from convviz.network.files.keras.file import read_network
from convviz.network.files.saving import save_activations, save_probabilities
from convviz.network.model.errors import NetworkError
from convviz.network.model.functions import steepness
from convviz.network.model.layers import Same
from convviz.network.model.network import Network
from convviz.network.model.terms import Cell
from convviz.network.tensorflow import worker
from convviz.network.training import process
from convviz.network.training.process import Batch, Examining
from convviz.network.training.report_card import examine
from convviz.paths import resource

CONVNET = resource("models", "convnet_tutorial.keras")


@pytest.fixture
def beside(convnet):
    """A network with a layer that nothing reads, behind its first one."""
    layers = convnet.layers
    shifted = [replace(one, inputs=tuple(at + (at >= 1) for at in one.inputs)) for one in layers[1:]]
    aside = Same("aside", (0,), layers[0].shape)
    return replace(convnet, layers=(layers[0], aside, replace(shifted[0], inputs=(0,)), *shifted[1:]))


def test_a_layer_beside_the_way_is_passed_over(beside, convnet, seven):
    acts = activations(beside, seven)
    np.testing.assert_array_equal(acts.output, activations(convnet, seven).output)
    found = gradients(beside, acts, 7)
    assert 1 not in found
    with pytest.raises(ValueError, match="'aside' does not lead to the answer"):
        grad_cam(beside, acts, 7, 1)
    assert receptive_box(beside, Cell(2, 3, 3, 0)) == receptive_box(convnet, Cell(1, 3, 3, 0))
    with pytest.raises(ValueError, match=r"layer 2 of \(13, 13, 32\) does not read layer 1"):
        receptive_box(beside, Cell(2, 3, 3, 0), 1)


def test_names_and_pictures_that_are_not_there(convnet):
    with pytest.raises(ValueError, match="there is no layer 'x': there are conv1"):
        convnet.index("x")
    with pytest.raises(ValueError, match=r"reads \(28, 28, 1\), and the picture is \(2, 2, 1\)"):
        activations(convnet, np.zeros((2, 2)))
    with pytest.raises(ValueError, match="values that are not numbers"):
        activations(convnet, np.full((28, 28), np.nan))
    with pytest.raises(ValueError, match=r"not \(2, 2, 2\)"):
        adapted(np.zeros((2, 2, 2), np.float32), (28, 28, 1))
    with pytest.raises(ValueError, match="there is no network 'vgg'"):
        bundled.bundled("vgg")


def test_bytes_and_shares_are_read_alike(convnet, seven):
    whole = np.round(seven * 255).astype(np.uint8)[None]
    shares = whole.astype(np.float32) / np.float32(255)
    np.testing.assert_array_equal(outputs(convnet, whole), outputs(convnet, shares))


def test_functions_have_the_slopes_that_they_have():
    x = np.array([-1.0, 2.0])
    assert steepness("linear", x).tolist() == [1, 1]
    with pytest.raises(ValueError, match="softmax has no derivative value by value"):
        steepness("softmax", x)


def test_noise_is_the_same_every_time():
    picture = np.full((4, 4, 3), 0.5, np.float32)
    first, second = (transformed(picture, Change(noise=0.1)) for _ in range(2))
    np.testing.assert_array_equal(first, second)
    assert (first != picture).any()


def test_a_table_has_its_ending(convnet, seven, tmp_path):
    with pytest.raises(ValueError, match="a.txt: the ending must be .csv"):
        save_probabilities(tmp_path / "a.txt", convnet, activations(convnet, seven))


def test_the_table_has_a_line_for_each_class(convnet, seven, tmp_path):
    acts = activations(convnet, seven)
    save_probabilities(tmp_path / "a.csv", convnet, acts)
    rows = list(csv.reader((tmp_path / "a.csv").read_text("utf-8").splitlines()))
    assert rows[0] == ["class", "probability", "logit"]
    assert [row[0] for row in rows[1:]] == list(convnet.classes)
    assert [float(row[1]) for row in rows[1:]] == pytest.approx(acts.output.tolist())
    assert [float(row[2]) for row in rows[1:]] == pytest.approx(acts.logits.tolist())


def test_the_arrays_are_the_layers_own_and_what_was_read(convnet, seven, tmp_path):
    acts = activations(convnet, seven)
    save_activations(tmp_path / "a.npz", convnet, acts, ["pool1", "dense"])
    with np.load(tmp_path / "a.npz") as saved:
        assert sorted(saved) == ["dense", "logits", "output", "picture", "pool1"]
        np.testing.assert_array_equal(saved["pool1"], acts.values[1])
        np.testing.assert_array_equal(saved["dense"], acts.values[6])
        np.testing.assert_array_equal(saved["logits"], acts.logits)
        np.testing.assert_array_equal(saved["picture"], acts.picture)


def test_a_bundled_file_that_is_another_is_not_shown(monkeypatch):
    monkeypatch.setattr(bundled, "report_card", lambda key: {"sha256": "0"})
    with pytest.raises(NetworkError, match="is not the file that was trained"):
        bundled.bundled.__wrapped__("convnet")


def test_a_card_that_is_too_large_is_none(tmp_path, monkeypatch):
    monkeypatch.setattr(bundled, "MOST_BYTES", 1)
    (tmp_path / "net.json").write_text("{}")
    assert bundled.would_be_lost(tmp_path / "net.keras") == tmp_path / "net.json"


def test_a_file_that_is_too_large_is_not_opened(monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 10)
    with pytest.raises(NetworkError, match="bytes; at most 10 are opened"):
        read_network(CONVNET)


def test_a_file_that_cannot_be_read_is_the_systems_to_say(tmp_path):
    with pytest.raises(OSError, match="No such file"):
        read_network(tmp_path / "gone.keras")


def test_a_description_too_deep_to_be_read_is_damage(tmp_path):
    with zipfile.ZipFile(CONVNET) as sound, zipfile.ZipFile(tmp_path / "deep.keras", "w") as deep:
        for name in sound.namelist():
            deep.writestr(name, "[]" if name == "config.json" else sound.read(name))
    with pytest.raises(NetworkError, match="deep.keras: the file is damaged"):
        read_network(tmp_path / "deep.keras")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (np.array([b"a", b"b"]), "are bytes8 and no numbers"),
        (np.array([1, 2]), r"are whole numbers \(int64\)"),
        (np.array([1.0, np.inf]), "1 of the weights 'w' are not numbers"),
        (np.array([1.0, 2.0, 3.0]), r"weights of \(2,\) are described, and \(3,\) are in the file"),
        (None, "the file has no weights 'w'"),
    ],
)
def test_weights_that_are_none(values, words):
    with h5py.File("memory", "w", driver="core", backing_store=False) as file:
        if values is None:
            file.create_group("w")
        else:
            file["w"] = values
        with pytest.raises(NetworkError, match=words):
            archive.array(file, "w", (2,))


def test_half_numbers_of_tensorflow_are_read():
    with h5py.File("memory", "w", driver="core", backing_store=False) as file:
        halves = (np.array([1.0, -2.5], np.float32).view(np.uint32) >> 16).astype(np.uint16)
        file["w"] = halves.view("V2")
        file["w"].attrs["dtype"] = "bfloat16"
        assert archive.array(file, "w", (2,)).tolist() == [1.0, -2.5]


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (NetworkError("shape", "it does not fit"), "shape"),
        (BrokenProcessPool(), "worker_ended"),
        (ImportError("no tensorflow"), "worker_missing"),
        (MemoryError(), "worker_memory"),
        (ValueError("two\nlines"), "worker_failed"),
    ],
)
def test_what_goes_wrong_at_tensorflow_is_one_sentence(error, kind):
    told = worker._plain(error)
    assert told.kind == kind
    assert "\n" not in str(told)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (MemoryError(), "training_memory"),
        (RuntimeError(), "training_failed"),
        (ImportError(), "training_missing"),
    ],
)
def test_what_goes_wrong_in_a_training_is_one_sentence(error, kind):
    assert process.plain(error).kind == kind


def test_errors_that_say_themselves_are_passed_on():
    known = NetworkError("training_few", "there are too few digits")
    assert process.plain(known) is known
    told = process.plain(OSError(28, "No space left", "a.keras"))
    assert (told.errno, told.filename) == (28, "a.keras")


class Line:
    """The connection to a window, that says "stop" once it is told to."""

    def __init__(self):
        self.sent, self.stop = [], False

    def poll(self):
        return self.stop

    def send(self, message):
        self.sent.append(message)


def test_a_training_tells_now_and_then_and_ends_when_it_is_told_to(monkeypatch):
    times = iter([10.0, 10.01, 10.02])
    monkeypatch.setattr(process.time, "monotonic", lambda: next(times))
    line = Line()
    reports = process._Speaker(line).reports()
    for done in (1, 2, 3):
        reports.batch(1, done, 3)
    assert line.sent == [Batch(1, 1, 3), Batch(1, 3, 3)]
    reports.epoch("an epoch")
    process._Speaker(line).trained(type("Trained", (), {"best": 2}))
    assert line.sent[2:] == ["an epoch", Examining(2)]
    line.stop = True
    with pytest.raises(KeyboardInterrupt):
        reports.batch(1, 1, 3)


def test_a_network_of_other_classes_reads_no_digits(convnet):
    few = replace(convnet, classes=("a", "b"))
    digits = Mnist(*[np.zeros((1, 28, 28), np.uint8), np.zeros(1, np.uint8)] * 2, "0" * 64)
    with pytest.raises(ValueError, match="has 2 classes, and there are 10 digits"):
        examine(few, digits)


def test_a_network_without_costly_layers_costs_nothing():
    network = Network("", (Same("same", (-1,), (2, 2, 1)),), (2, 2, 1), ("a",))
    assert network.multiply_adds == 0


def test_no_name_in_a_table_is_a_formula(convnet, seven, tmp_path):
    """Spreadsheets compute cells that begin with these; numbers stay numbers."""
    names = ("=cmd|' /C calc'!A0", "+1+2", "-2+3", "@SUM(A1)", " =1", "\uff1d1", "-1", "+2.5", "cat", "a\rb")
    path = tmp_path / "answer.csv"
    save_probabilities(path, replace(convnet, classes=names), activations(convnet, seven))
    with path.open(encoding="utf-8", newline="") as file:
        told = [row[0] for row in csv.reader(file)][1:]
    assert told == ["'" + name for name in names[:6]] + ["-1", "+2.5", "cat", "a\\rb"]
