"""Downloading MNIST: what is said before, the wait, and what may go wrong; no byte is fetched here."""

import os
import threading
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from convviz.document.document import Document
from convviz.document.files.loader import find_mnist
from convviz.network.digits.mnist import UNFINISHED
from convviz.network.model.errors import NetworkError
from convviz.pages.network.misread.mnist import failure
from convviz.pages.network.page.page import NetworkPage


def fetched():
    """What the other process does instead: it makes a small file where Keras would put the large one."""
    path = Path(os.environ["KERAS_HOME"], "datasets", "mnist.npz")
    path.parent.mkdir(parents=True)
    digits, labels = np.zeros((3, 28, 28), np.uint8), np.arange(3, dtype=np.uint8)
    np.savez(path, x_train=digits, y_train=labels, x_test=digits, y_test=labels)
    return str(path)


def half_fetched():
    """The same, but nothing more comes after the first bytes."""
    path = Path(os.environ["KERAS_HOME"], "datasets", UNFINISHED)
    path.parent.mkdir(parents=True)
    path.write_bytes(bytes(5_745_217))
    threading.Event().wait()


def refused():
    raise NetworkError("digits_refused", "no", code=403)


@pytest.fixture
def page(qtbot, monkeypatch, tmp_path):
    monkeypatch.delenv("CONVVIZ_MNIST", raising=False)
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    shown = NetworkPage(Document())
    qtbot.addWidget(shown)
    shown.show()
    shown.drill.show_tab("confusion")
    yield shown
    shown.shut_down()


def begin(page, qtbot, task):
    """Click "Download…" and agree."""
    download = page.tabs.confusion.download
    download.task = task
    qtbot.mouseClick(page.tabs.confusion_panel.tools.download, Qt.MouseButton.LeftButton)
    box = download.box
    for button in box.buttons():
        if box.buttonRole(button) == QMessageBox.ButtonRole.AcceptRole:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_says_first_what_comes_from_whom_how_much_and_where_it_is_kept(page, qtbot, tmp_path):
    qtbot.mouseClick(page.tabs.confusion_panel.tools.download, Qt.MouseButton.LeftButton)
    box = page.tabs.confusion.download.box
    place = str(tmp_path / "keras" / "datasets" / "mnist.npz")
    for words in ("mnist.npz (11 MB)", "storage.googleapis.com", "Google", place, "CC BY-SA 3.0"):
        assert words in box.informativeText()
    box.reject()
    assert not page.tabs.confusion.download.busy


def test_what_was_fetched_is_opened_and_found_again(page, qtbot, tmp_path):
    begin(page, qtbot, fetched)
    tools = page.tabs.confusion_panel.tools
    assert tools.running()
    assert tools.download.isHidden()
    qtbot.waitUntil(lambda: page.tabs.confusion.data is not None, timeout=30_000)
    assert not tools.running()
    assert tools.file.isHidden()
    assert find_mnist() == tmp_path / "keras" / "datasets" / "mnist.npz"


def test_it_can_be_cancelled_and_leaves_no_half_a_file(page, qtbot, tmp_path):
    begin(page, qtbot, half_fetched)
    tools = page.tabs.confusion_panel.tools
    qtbot.waitUntil(lambda: tools.progress.value() == 500, timeout=30_000)
    qtbot.mouseClick(tools.cancel, Qt.MouseButton.LeftButton)
    assert not tools.running()
    assert tools.download.isVisible()
    part = tmp_path / "keras" / "datasets" / UNFINISHED
    qtbot.waitUntil(lambda: not part.exists())
    assert find_mnist() is None


def test_a_failure_is_one_sentence_and_can_be_tried_again(page, qtbot):
    said = []
    page.message.connect(lambda kind, text: said.append((kind, text)))
    begin(page, qtbot, refused)
    qtbot.waitUntil(lambda: bool(said), timeout=30_000)
    text = "MNIST could not be fetched: storage.googleapis.com answered with error 403."
    assert said == [("error", text)]
    assert page.tabs.confusion_panel.tools.download.isVisible()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NetworkError("digits_offline", ""), "there is no connection to storage.googleapis.com"),
        (NetworkError("digits_damaged", ""), "has another checksum than MNIST"),
        (NetworkError("digits_disk", "", reason="No space left"), "on this computer: No space left."),
        (NetworkError("worker_missing", ""), "Keras and TensorFlow do not run here"),
        (NetworkError("worker_slow", "", seconds=1800), "within 30 minutes"),
        (NetworkError("worker_ended", ""), "Try again, or choose a file."),
        (partial(OSError, "x")(), "Try again, or choose a file."),
    ],
)
def test_every_failure_has_its_sentence(error, words):
    assert words in failure(error)
