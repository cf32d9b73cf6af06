"""Fetching MNIST in TensorFlow's process: where the file ends up, and what is said when it does not."""

import importlib.util
import sys
from http.client import RemoteDisconnected
from types import SimpleNamespace
from urllib.error import HTTPError, URLError

import pytest

from convviz.network.digits.mnist import UNFINISHED
from convviz.network.model.errors import NetworkError
from convviz.network.tensorflow.tasks import download_digits
from convviz.network.tensorflow.worker import Worker


@pytest.fixture
def loading(monkeypatch, tmp_path):
    """Put another function in the place of Keras' loader, which this process has not."""
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    (tmp_path / "datasets").mkdir()

    def use(load_data):
        mnist = SimpleNamespace(load_data=load_data)
        monkeypatch.setitem(sys.modules, "keras", SimpleNamespace(datasets=SimpleNamespace(mnist=mnist)))

    return use


def failing(error, cause=None):
    def load_data(name):
        try:
            if cause is not None:
                raise cause
        except Exception:
            raise error  # noqa: B904 - as Keras does it
        raise error

    return load_data


def test_it_has_its_name_when_it_is_complete(loading, tmp_path, capsys):
    def load_data(name):
        sys.stdout.write("Downloading data from somewhere")
        (tmp_path / "datasets" / name).write_bytes(b"digits")

    loading(load_data)
    assert download_digits() == str(tmp_path / "datasets" / "mnist.npz")
    assert (tmp_path / "datasets" / "mnist.npz").read_bytes() == b"digits"
    assert not (tmp_path / "datasets" / UNFINISHED).exists()
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("error", "cause", "kind"),
    [
        (Exception("URL fetch failure"), URLError("no such name"), "digits_offline"),
        (Exception("URL fetch failure"), HTTPError("x", 403, "Forbidden", {}, None), "digits_refused"),
        (ConnectionResetError(), None, "digits_offline"),
        (TimeoutError(), None, "digits_offline"),
        (RemoteDisconnected(), None, "digits_offline"),
        (PermissionError(13, "Permission denied"), None, "digits_disk"),
        (ValueError("Incomplete or corrupted file detected."), None, "digits_damaged"),
        (RuntimeError("?"), None, "digits_failed"),
    ],
)
def test_what_went_wrong(loading, error, cause, kind):
    loading(failing(error, cause))
    with pytest.raises(NetworkError) as caught:
        download_digits()
    assert caught.value.kind == kind


@pytest.mark.skipif(importlib.util.find_spec("tensorflow") is None, reason="TensorFlow is not installed")
def test_keras_itself_without_a_network(monkeypatch, tmp_path):
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    worker = Worker()
    with pytest.raises(NetworkError) as caught:
        worker.ask(download_digits).result()
    worker.close()
    assert caught.value.kind == "digits_offline"
    assert list((tmp_path / "datasets").iterdir()) == []
