"""Networks made by Keras itself, opened on the page; some of them want to do harm."""

import importlib.util
import subprocess
import sys
from concurrent.futures import Future
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from convviz.core.images.image import from_array
from convviz.document.document import Document
from convviz.network.model.errors import NetworkError
from convviz.network.model.layers import Activation, Convolution, Merge, Normalisation
from convviz.network.model.terms import Cell
from convviz.network.tensorflow.worker import Worker
from convviz.pages.network.page.page import NetworkPage
from convviz.pages.network.why.trail import Stop
from convviz.views.base.numbers import figure
from convviz.views.network.why.rows_view import PITCH

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("tensorflow") is None, reason="TensorFlow is not installed"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("networks")
    script = Path(__file__).with_name("keras_networks.py")
    done = subprocess.run(
        [sys.executable, str(script), str(where)], capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    return where


@pytest.fixture(scope="module")
def worker():
    found = Worker()
    yield found
    found.cancel()
    found.close()


@pytest.fixture
def page(qtbot, worker):
    shown = NetworkPage(Document())
    shown.opened.opener._worker = shown.opened.slow._worker = shown.tabs.look.worker = worker
    shown.tabs.confusion.worker = worker
    shown.shift._worker = worker
    qtbot.addWidget(shown)
    shown.resize(1384, 830)
    shown.show()
    qtbot.waitExposed(shown)
    shown.input.next_sample()
    shown.said = []
    shown.message.connect(lambda kind, text: shown.said.append(text))
    yield shown
    shown.shut_down()


def open_file(page, path):
    page.opened.opener.open_path(path)
    assert page.opened.opener.loader.wait_idle(90)


def row(page, number):
    """The middle of a line of the drill-down."""
    body = page.drill.body
    return QPoint(40, number * PITCH + PITCH // 2) if body.rows.isVisible() else QPoint()


def test_one_walks_down_through_sums_and_normalisations_to_the_pixels(page, folder, qtbot):
    open_file(page, folder / "colours.keras")
    network = page.network
    add, relu, norm, conv = (
        next(at for at, layer in enumerate(network.layers) if isinstance(layer, kind))
        for kind in (Merge, Activation, Normalisation, Convolution)
    )
    page.selection.choose((Stop(Cell(add, 5, 5, 2)),))
    body = page.drill.body
    parts = [page.acts.of(at)[5, 5, 2] for at in network.layers[add].inputs]
    assert body.sentence.text().endswith(f"= {figure(float(sum(parts)), 4)}")
    for expected in (relu, norm, conv):
        qtbot.mouseClick(body.rows, Qt.MouseButton.LeftButton, pos=row(page, 0))
        assert page.selection.cell() == Cell(expected, 5, 5, 2)
    assert len(body._drill.blocks) == 3
    page.selection.choose((Stop(Cell(add, 5, 5, 2)),))
    qtbot.mouseClick(body.rows, Qt.MouseButton.LeftButton, pos=row(page, 1))
    assert page.selection.cell() == Cell(network.layers[add].inputs[1], 5, 5, 2)


def test_a_functional_network_for_colour_pictures(page, folder, worker):
    open_file(page, folder / "colours.keras")
    assert page.said == []
    network = page.network
    assert network.input_shape == (32, 32, 3)
    assert page.acts.picture.shape == (32, 32, 3)
    theirs = worker.activations(network, page.acts.picture).result()
    for at, layer in enumerate(network.layers):
        if layer.name in theirs:
            np.testing.assert_allclose(page.acts.of(at), theirs[layer.name].reshape(layer.shape), atol=1e-5)
    bar = page.opened.bar
    assert "32 \u00d7 32" in bar.sentence.text()
    assert "equal red, green and blue" in bar.sentence.text()


def test_a_long_network_can_be_scrolled_to_its_end(page, folder):
    open_file(page, folder / "colours.keras")
    middle = page.panel.middle
    assert middle.horizontalScrollBar().maximum() > 0
    assert page.panel.answers.geometry().right() <= page.panel.width()
    last = page.panel.columns[-1]
    middle.ensureWidgetVisible(last)
    assert middle.viewport().rect().contains(last.mapTo(middle.viewport(), last.rect().center()))


def test_an_old_file_reads_digits_too(page, folder):
    open_file(page, folder / "old.h5")
    assert page.said == []
    assert page.network.names[0].startswith("conv2d")


def test_a_layer_that_only_keras_knows_shows_its_output(page, folder, qtbot, worker):
    open_file(page, folder / "opaque.keras")
    assert page.said == []
    qtbot.waitUntil(lambda: page.acts is not None, timeout=60_000)
    strange = page.network.index("strange")
    theirs = worker.activations(page.network, page.acts.picture).result()
    np.testing.assert_allclose(page.acts.of(strange), theirs["strange"], atol=1e-5)
    assert "TensorFlow computes strange" in page.opened.bar.sentence.text()
    digit = page.acts.picture.max()
    qtbot.mouseClick(page.opened.bar.scales.button("bytes"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.acts.picture.max() == pytest.approx(255 * digit), timeout=60_000)
    for key in ("look", "confusion", "why", "filter", "shift"):
        qtbot.mouseClick(page.drill.tab_button(key), Qt.MouseButton.LeftButton)
    column = page.panel.column(strange)
    qtbot.mouseClick(column.view, Qt.MouseButton.LeftButton, pos=column.view.rect().center())
    assert page.said == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("code.keras", "program code (a Lambda layer)"),
        ("code.h5", "program code (a Lambda layer)"),
        ("api.keras", "program code (a Lambda layer)"),
        ("two_inputs.keras", "has 2 inputs"),
        ("two_outputs.keras", "does not answer with one number a class"),
        ("only.weights.h5", "holds weights only"),
    ],
)
def test_harm_and_what_does_not_fit_are_refused(page, folder, name, words):
    before = page.network
    open_file(page, folder / name)
    assert page.network is before
    assert len(page.said) == 1
    assert name in page.said[0]
    assert words in page.said[0]
    assert not (folder / "ran").exists()


def test_a_process_that_ended_is_no_more_spoken_of_once_it_answers(page, folder, qtbot, worker, monkeypatch):
    over, broken = [], Future()
    broken.set_exception(NetworkError("worker_ended", "?"))
    page.message_over.connect(over.append)
    open_file(page, folder / "opaque.keras")
    qtbot.waitUntil(lambda: page.acts is not None, timeout=60_000)
    with monkeypatch.context() as patched:
        patched.setattr(worker, "activations", lambda *given: broken)
        page.input.next_sample()
        qtbot.waitUntil(lambda: len(page.said) == 1)
    assert "it will be started again" in page.said[0]
    assert over == []
    page.input.next_sample()
    qtbot.waitUntil(lambda: over == page.said, timeout=60_000)


def test_a_file_that_ended_the_process_is_forgotten_with_the_next_answer(page, folder, qtbot, worker):
    over = []
    page.message_over.connect(over.append)
    page.opened.opener.loader.failed.emit("bad.keras", NetworkError("worker_ended", "?"))
    assert "had bad.keras open; it will be started again" in page.said[0]
    open_file(page, folder / "opaque.keras")
    qtbot.waitUntil(lambda: over == page.said, timeout=60_000)


def test_tensorflow_finds_where_it_looks_behind_its_own_layer(page, folder, qtbot):
    open_file(page, folder / "opaque.keras")
    panel = page.tabs.look_panel
    qtbot.mouseClick(page.drill.tab_button("look"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.gradient.heat.values() is not None, timeout=60_000)
    assert panel.gradient.heat.values().max() > 0
    assert panel.cam.heat.values().shape == (28, 28)
    assert page.acts is not None


def test_tensorflow_reads_the_digit_with_every_place_covered(page, folder, qtbot, worker):
    open_file(page, folder / "opaque.keras")
    panel = page.tabs.look_panel
    qtbot.mouseClick(page.drill.tab_button("look"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.occlusion.heat.values() is not None, timeout=60_000)
    found, acts = panel.occlusion.heat.values(), page.acts
    row, column = np.unravel_index(found.argmax(), found.shape)
    covered = acts.picture.copy()
    covered[max(0, row - 2) : row + 3, max(0, column - 2) : column + 3] = 0
    theirs = worker.activations(page.network, covered).result()[page.network.layers[-1].name]
    assert found[row, column] > 0
    np.testing.assert_allclose(found[row, column], (acts.output - theirs)[acts.answer], atol=1e-6)
    assert not panel.running()


def test_other_peoples_networks_are_compared_as_well(page, folder, qtbot):
    qtbot.mouseClick(page.drill.tab_button("shift"), Qt.MouseButton.LeftButton)
    open_file(page, folder / "colours.keras")
    open_file(page, folder / "opaque.keras")
    comparison = page.shift_panel.comparison
    bundled = len(page.registry.titles()) - 2
    qtbot.waitUntil(lambda: all(one.answer for one in comparison.comparison()), timeout=60_000)
    qtbot.waitUntil(lambda: page.acts is not None, timeout=60_000)
    assert len(comparison.comparison()) == bundled + 2
    strange = comparison.comparison()[-1]
    assert strange.answer == page.network.classes[page.acts.answer]
    assert strange.share == pytest.approx(float(page.acts.output.max()), abs=1e-6)


def test_a_whole_photo_is_moved_by_the_same_share_of_its_sides(page, folder, qtbot):
    open_file(page, folder / "colours.keras")
    values = np.zeros((64, 64, 3), np.float32)
    values[:, 16:] = (255, 128, 0)
    page.input.take_photo(from_array(values, 0, 255))
    qtbot.mouseClick(page.drill.tab_button("shift"), Qt.MouseButton.LeftButton)
    before = page.acts.picture
    qtbot.keyClick(page.shift_panel.sliders["right"], Qt.Key.Key_PageUp)
    assert page.shift_panel.values()["right"] == 4
    edge = before[0, :, 0].tolist().index(1.0), page.acts.picture[0, :, 0].tolist().index(1.0)
    assert edge[1] - edge[0] == 5  # 4 of 28 are 4.57 of 32
    assert (page.acts.picture[:, 0] == before[:, 0]).all()
    assert "64 \u00d7 64" in page.opened.bar.sentence.text()
    assert "colours" in [one.title for one in page.shift_panel.comparison.comparison()]


def test_tensorflow_reads_the_test_digits_where_it_has_to(page, folder, qtbot, tmp_path, worker):
    digits, labels = np.zeros((3, 28, 28), np.uint8), np.array([1, 2, 3], np.uint8)
    digits[1, 4:9, 4:9], digits[2, 14:20, 14:20] = 255, 255
    np.savez(tmp_path / "mnist.npz", x_train=digits, y_train=labels, x_test=digits, y_test=labels)
    open_file(page, folder / "opaque.keras")
    qtbot.mouseClick(page.drill.tab_button("confusion"), Qt.MouseButton.LeftButton)
    page.tabs.confusion.open_file(tmp_path / "mnist.npz")
    assert page.tabs.confusion.loader.wait_idle()
    tools, table = page.tabs.confusion_panel.tools, page.tabs.confusion_panel.table
    qtbot.mouseClick(tools.examine, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not tools.running() and table.counts() is not None, timeout=60_000)
    theirs = worker.answers(page.network, np.float32(digits[..., None] / 255)).result().argmax(axis=1)
    assert [int(table.counts()[label, answer]) for label, answer in zip(labels, theirs, strict=True)] == [
        1
    ] * 3
    assert page.said == []
