"""Training in its own process: it tells how it goes, it can be stopped, and it may die."""

from __future__ import annotations

import importlib.util
import json
import os
import queue
import signal

import numpy as np
import pytest

from convviz.network.digits.mnist import Mnist
from convviz.network.files.bundled import is_sound, read_card
from convviz.network.files.keras.file import read_network
from convviz.network.model.errors import NetworkError
from convviz.network.training.process import (
    Batch,
    Examining,
    Failed,
    Finished,
    Started,
    TrainingProcess,
    plain,
)
from convviz.network.training.report_card import checksum
from convviz.network.training.run import Request, check
from convviz.network.training.trainer import Epoch
from convviz.paths import resource

PATIENCE = 240
"""Seconds: the process stands back wherever others want the processor."""

needs_tensorflow = pytest.mark.skipif(
    importlib.util.find_spec("tensorflow") is None, reason="TensorFlow is not installed"
)
LONG = Request("mlp", "tutorial", epochs=5000, seed=3)


@pytest.fixture
def begin(tmp_path, few_digits):
    """Start a training; what it says comes out of the queue."""
    begun = []
    (tmp_path / "trained").mkdir()

    def start(request, data=few_digits):
        heard = queue.Queue()
        process = TrainingProcess(request, data, tmp_path / "trained" / "mine.keras", heard.put)
        begun.append(process)
        return process, heard

    yield start
    for process in begun:
        process.close()
        assert not process.is_running


def until(heard, kind):
    """Everything that is said up to the first message of a kind."""
    said = []
    while not said or not isinstance(said[-1], kind):
        said.append(heard.get(timeout=PATIENCE))
        assert isinstance(said[-1], kind) or not isinstance(said[-1], Failed), said[-1]
    return said


@needs_tensorflow
def test_a_training_from_beginning_to_end(begin, tmp_path):
    process, heard = begin(Request("mlp", "tutorial", epochs=2, seed=3))
    said = until(heard, Finished)
    assert said[0] == Started()
    assert [one.number for one in said if isinstance(one, Epoch)] == [1, 2]
    assert [one for one in said if isinstance(one, Batch)] == [Batch(1, 1, 1), Batch(2, 1, 1)]
    assert said[-2] == Examining(2)
    card = json.loads(json.dumps(said[-1].card))  # its tuples as lists
    assert (card["recipe"], card["seed"], card["best_epoch"]) == ("tutorial", 3, 2)
    assert json.loads((tmp_path / "trained" / "mine.json").read_text()) == card
    network = read_network(tmp_path / "trained" / "mine.keras")
    assert network.parameters == 335_114
    assert read_card(tmp_path / "trained" / "mine.keras", network.checksum) == card
    assert not process.is_running
    assert sorted(path.name for path in tmp_path.glob("*/*")) == ["mine.json", "mine.keras"]


@needs_tensorflow
def test_stopping_keeps_the_best_epoch_so_far(begin, tmp_path):
    process, heard = begin(LONG)
    until(heard, Epoch)
    process.stop()
    card = until(heard, Finished)[-1].card
    assert card["interrupted"]
    assert card["best_epoch"] == len(card["epochs"]) < 5000
    assert card["sha256"] == checksum(tmp_path / "trained" / "mine.keras")


@needs_tensorflow
def test_throwing_it_away_leaves_nothing(begin, tmp_path):
    process, heard = begin(LONG)
    until(heard, Batch)
    process.close()
    assert not process.is_running
    heard.queue.clear()
    assert heard.empty()
    assert not list(tmp_path.rglob("mine*"))


@needs_tensorflow
@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="nothing is stopped here")
def test_a_training_that_was_stopped_goes_on_and_can_be_thrown_away_meanwhile(begin, tmp_path):
    process, heard = begin(LONG)
    until(heard, Epoch)
    os.kill(process.pid, signal.SIGSTOP)
    assert process.is_running
    os.kill(process.pid, signal.SIGCONT)
    until(heard, Epoch)
    os.kill(process.pid, signal.SIGSTOP)
    process.close()
    assert not process.is_running
    assert not list(tmp_path.rglob("mine*"))


def test_a_process_that_is_killed_is_told_of(begin, tmp_path):
    process, heard = begin(LONG)
    os.kill(process.pid, signal.SIGKILL)
    error = until(heard, Failed)[-1].error
    assert isinstance(error, NetworkError)
    assert error.kind == "training_ended"
    assert not list(tmp_path.rglob("mine*"))
    process.stop()  # too late, and harmless


def test_what_is_no_mnist_file_is_said_before_tensorflow_is_waited_for(begin, tmp_path):
    (tmp_path / "photo.npz").write_bytes(b"hello")
    _, heard = begin(LONG, tmp_path / "photo.npz")
    said = until(heard, Failed)
    assert len(said) == 1
    assert said[0].error.template == "{name}: this is not the MNIST file of Keras (mnist.npz)"
    _, heard = begin(LONG, tmp_path / "none.npz")
    assert isinstance(until(heard, Failed)[0].error, FileNotFoundError)


def test_too_few_digits_to_hold_some_out(begin):
    _, heard = begin(Request("mlp", "best"))
    error = until(heard, Failed)[-1].error
    assert (error.kind, error.numbers) == ("training_few", {"digits": 240, "held_out": 5000})


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (ImportError("no module"), "training_missing"),
        (MemoryError(), "training_memory"),
        (type("ResourceExhaustedError", (Exception,), {})("OOM"), "training_memory"),
        (RuntimeError("odd\n thing"), "training_failed"),
    ],
)
def test_every_error_has_a_name(error, kind):
    assert plain(error).kind == kind


def test_other_peoples_cards_have_to_be_sound(tmp_path):
    sound = json.loads(resource("models", "mlp.json").read_text("utf-8"))
    assert is_sound(sound)
    for path, value in [
        (("epochs",), []),
        (("best_epoch",), 1000),
        (("minutes",), "long"),
        (("epochs", 0, "test_loss"), float("nan")),
        (("test", "confusion", 0), [1, 2]),
        (("test", "misread", 0), [1, 2, "?"]),
        (("test", "accuracy_by_shift"), [0.5]),
        (("test",), None),
    ]:
        broken = json.loads(json.dumps(sound))
        inside = broken
        for key in path[:-1]:
            inside = inside[key]
        inside[path[-1]] = value
        assert not is_sound(broken), path
    (tmp_path / "net.json").write_text(json.dumps(sound))
    assert read_card(tmp_path / "net.keras", sound["sha256"]) == sound
    assert read_card(tmp_path / "net.keras", "0" * 64) == {}
    (tmp_path / "net.json").write_text("[" * 100_000)
    assert read_card(tmp_path / "net.keras", sound["sha256"]) == {}


def test_tensorflow_stays_out_of_the_process_that_asks(fresh_python):
    loaded = fresh_python(
        "import sys\nimport convviz.network.training.process\n"
        "print({'tensorflow', 'keras', 'PySide6'} & set(sys.modules))"
    )
    assert loaded.strip() == "set()"


def test_the_digits_of_these_tests_are_an_mnist_file(few_digits):
    assert np.load(few_digits)["x_train"].shape == (240, 28, 28)


def test_as_many_digits_as_are_held_out_are_too_few():
    request = Request("mlp", "tutorial")
    held_out = request.settings.held_out

    def digits(count):
        pictures, labels = np.zeros((count, 28, 28), np.uint8), np.zeros(count, np.uint8)
        return Mnist(pictures, labels, pictures, labels, "")

    check(request, digits(held_out + 1))
    with pytest.raises(NetworkError, match=f"{held_out:,} training digits are too few: {held_out:,} are"):
        check(request, digits(held_out))
