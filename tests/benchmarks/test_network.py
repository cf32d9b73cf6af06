"""The Network page: our arithmetic beside TensorFlow's, and from the pen to the last map."""

import json
import statistics
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from pen import Sheet

from convviz.network.files.bundled import bundled

NETWORKS = ("convnet", "lenet", "mlp")
LAYERS = "Every layer of a digit"
PEN = "Drawing a digit, 1920 x 1080"
TWO_FRAMES = 33.4  # milliseconds
TRACED = Path(__file__).with_name("traced.py")


@pytest.mark.parametrize("key", NETWORKS)
def test_all_layers(record, key):
    if find_spec("tensorflow") is None:
        pytest.skip("TensorFlow is not installed: there is nothing to compare with")
    told = subprocess.run(
        [sys.executable, str(TRACED), key], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
    )
    found, title = json.loads(told.stdout), bundled(key).title
    ours, bare = found["ours"] * 1e3, found["bare"] * 1e3
    note = f"{ours:.2f} ms, TensorFlow's traced function {bare:.2f} ms"
    record(LAYERS, f"{title}, against TensorFlow", ours / bare, 0.8, note=note)
    record(LAYERS, f"{title}, largest difference", found["apart"], 1e-5, "")


@pytest.fixture
def sheet(qapp):
    shown = Sheet(qapp)
    yield shown
    shown.close()


@pytest.mark.parametrize("key", NETWORKS)
def test_pen(record, sheet, key):
    sheet.choose(key)
    waited, beyond, note = drawn(sheet)
    title = bundled(key).title
    record(PEN, f"{title}, from pen to all maps", beyond, TWO_FRAMES, "ms", note=note)
    record(PEN, f"{title}, while the pen moves", 1 / waited, 60, "frames/s", more=True)


def test_pen_while_a_neuron_is_explained(record, sheet):
    sheet.choose("lenet")
    dense = bundled("lenet").index("dense1")
    sheet.page.panel.chosen.emit(dense, (3, 0, 0))
    sheet.draw()
    _, beyond, note = drawn(sheet)
    record(PEN, "LeNet-style CNN, a neuron of 3,136 products explained", beyond, TWO_FRAMES, "ms", note=note)


def drawn(sheet):
    """Draw twice: median seconds of a move, milliseconds beyond the network's own, and a note."""
    waited, network, worked = zip(*(sheet.draw() + sheet.draw()), strict=True)
    beyond = statistics.median(one - part for one, part in zip(waited, network, strict=True)) * 1e3
    work, own = statistics.median(worked) * 1e3, statistics.median(network) * 1e3
    note = f"{work:.1f} ms of work, of which {own:.2f} ms the network's"
    return statistics.median(waited), beyond, note
