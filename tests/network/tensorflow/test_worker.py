"""TensorFlow's own process: it answers, it may die, and it never runs here."""

from __future__ import annotations

import importlib.util
import os
import signal
import socket
import sys

import numpy as np
import pytest

from convviz.network.compute.forward import activations
from convviz.network.compute.gradients import gradients
from convviz.network.edit.experiments import with_filter_off, with_weight
from convviz.network.files.bundled import bundled
from convviz.network.files.keras.file import read_network
from convviz.network.model.errors import NeedsKerasError, NetworkError
from convviz.network.model.layers import Opaque
from convviz.network.tensorflow.worker import Worker, assembled, largest_difference, open_network

HOLDER = """
import os
import socket

kept = []

def connect(port):
    kept.append(socket.create_connection(("127.0.0.1", port)))
    return os.getpid()

def hold(port):
    connect(port)
    kept[0].recv(1)
"""
"""Tasks for the other process: to be connected for as long as it lives, and never to answer."""

LONG = 200
"""Seconds after which a process that has not begun, or not ended, is a failure."""

needs_tensorflow = pytest.mark.skipif(
    importlib.util.find_spec("tensorflow") is None, reason="TensorFlow is not installed"
)

needs_stop = pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="nothing is stopped here")


@pytest.fixture(scope="module")
def worker():
    found = Worker()
    yield found
    found.close()


@needs_tensorflow
@pytest.mark.parametrize("key", ["convnet", "lenet", "mlp"])
def test_it_recomputes_every_layer(worker, key, seven):
    network = bundled(key)
    theirs = worker.activations(network, seven).result()
    assert set(theirs) == set(network.names)
    assert largest_difference(network, activations(network, seven), theirs) <= 1e-5


@needs_tensorflow
def test_it_recomputes_an_experiment_and_forgets_it_again(worker, convnet, seven):
    usual = worker.activations(convnet, seven).result()["dense"]
    changed = with_weight(with_filter_off(convnet, 2, 3), 6, (5, 1), 2.0)
    theirs = worker.activations(changed, seven).result()
    assert (theirs["conv2"][..., 3] == 0).all()
    assert largest_difference(changed, activations(changed, seven), theirs) <= 1e-5
    np.testing.assert_array_equal(worker.activations(convnet, seven).result()["dense"], usual)


@needs_tensorflow
def test_its_gradients_are_ours(worker, convnet, seven):
    theirs = worker.gradients(convnet, seven, 7).result()
    ours = gradients(convnet, activations(convnet, seven), 7)
    for name, grad in theirs.items():
        at = convnet.index(name) if name else -1
        np.testing.assert_allclose(ours[at], grad, atol=1e-5)


@needs_tensorflow
def test_a_layer_that_only_keras_knows(worker, tmp_path, fresh_python, seven):
    path = tmp_path / "strange.keras"
    fresh_python(
        "import sys, keras\nfrom keras import layers\nkeras.utils.set_random_seed(1)\n"
        "keras.Sequential([keras.Input((28, 28, 1)), layers.Conv2D(4, 3, name='conv'),"
        " layers.Softmax(axis=[1, 2], name='strange'), layers.Flatten(),"
        " layers.Dense(3, activation='softmax', name='end')]).save(sys.argv[1])",
        arguments=[str(path)],
    )
    with pytest.raises(NeedsKerasError, match="'strange', a softmax of other axes"):
        read_network(path)
    network = open_network(worker, str(path))
    assert network.opaque
    assert isinstance(network.layers[1], Opaque)
    assert network.layers[1].shape == (26, 26, 4)
    assert network.layers[1].parameters == 0
    acts = assembled(network, seven, worker.activations(network, seven).result())
    assert acts.values[1].shape == (26, 26, 4)
    np.testing.assert_allclose(acts.values[1].sum(axis=(0, 1)), 1, atol=1e-4)
    powers = np.exp(acts.logits - acts.logits.max())
    np.testing.assert_allclose(acts.output, powers / powers.sum(), atol=1e-6)


@needs_tensorflow
def test_what_keras_cannot_open_is_a_sentence(worker, tmp_path):
    (tmp_path / "bad.keras").write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(NetworkError, match="bad.keras: the file is damaged"):
        worker.describe(str(tmp_path / "bad.keras")).result()


def test_it_is_started_again_after_it_has_died():
    worker = Worker()
    try:
        first = worker.ask(os.getpid).result()
        with pytest.raises(NetworkError, match="ended unexpectedly") as caught:
            worker.ask(os._exit, 139).result()
        assert caught.value.kind == "worker_ended"
        assert worker.ask(os.getpid).result() != first
    finally:
        worker.close()


@pytest.fixture
def line():
    """A port to connect to; calling it waits for the next one who does, and gives the connection."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(LONG)
        connections = []

        def accept():
            connection, _ = server.accept()
            connection.settimeout(LONG)
            connections.append(connection)
            return connection

        accept.port = server.getsockname()[1]
        yield accept
        for connection in connections:
            connection.close()


@pytest.fixture
def hold(monkeypatch, tmp_path):
    """A task that tells a port that it has begun, and never ends."""
    (tmp_path / "holder.py").write_text(HOLDER)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "holder", raising=False)
    yield importlib.import_module("holder").hold
    sys.modules.pop("holder", None)


def has_ended(connection):
    """Wait for the end of the process at the other end: the system closes its connections then."""
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True


def test_an_answer_may_take_only_so_long(line, hold):
    worker = Worker(seconds=0.2)
    try:
        with pytest.raises(NetworkError, match=r"no answer in 0.2 seconds"):
            worker.ask(hold, line.port).result(LONG)
    finally:
        worker.close()


@needs_stop
def test_a_process_that_was_stopped_is_left_after_a_while_and_started_anew():
    worker = Worker()
    try:
        first = worker.ask(os.getpid).result(LONG)
        os.kill(first, signal.SIGSTOP)
        worker._seconds = 0.2
        with pytest.raises(NetworkError, match=r"no answer in 0.2 seconds"):
            worker.ask(os.getpid).result(LONG)
        worker._seconds = LONG
        assert worker.ask(os.getpid).result(LONG) != first
        with pytest.raises(ProcessLookupError):
            os.kill(first, 0)
    finally:
        worker.close()


@needs_stop
def test_a_process_that_goes_on_in_time_answers():
    worker = Worker()
    try:
        first = worker.ask(os.getpid).result(LONG)
        os.kill(first, signal.SIGSTOP)
        answer = worker.ask(os.getpid)
        assert not answer.done()
        os.kill(first, signal.SIGCONT)
        assert answer.result(LONG) == first
    finally:
        worker.close()


def test_it_can_be_cancelled_and_closed(line, hold):
    worker = Worker()
    busy = worker.ask(hold, line.port)
    connection = line()
    worker.cancel()
    with pytest.raises(NetworkError, match="ended unexpectedly|cancelled"):
        busy.result(LONG)
    assert has_ended(connection)
    worker.close()
    with pytest.raises(NetworkError, match="has been ended"):
        worker.ask(os.getpid).result()


def test_it_ends_with_the_process_that_started_it(line, fresh_python, tmp_path):
    """Even if that ends at once, without closing anything."""
    (tmp_path / "holder.py").write_text(HOLDER)
    started = fresh_python(
        "import os, sys\n"
        "sys.path.insert(0, sys.argv[1])\n"
        "import holder\n"
        "from convviz.network.tensorflow.worker import Worker\n"
        "print(Worker().ask(holder.connect, int(sys.argv[2])).result() != os.getpid(), flush=True)\n"
        "os._exit(0)",
        arguments=[str(tmp_path), str(line.port)],
    )
    assert started == "True\n"
    assert has_ended(line())


def test_it_does_not_import_tensorflow_here(fresh_python):
    loaded = fresh_python(
        "import sys\nimport convviz.network.tensorflow.worker\n"
        "print({'tensorflow', 'keras', 'PySide6'} & set(sys.modules))"
    )
    assert loaded.strip() == "set()"
