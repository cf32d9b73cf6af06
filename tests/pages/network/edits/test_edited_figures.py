"""An edited network: no figure of the trained one stands beside it, its own are counted."""

import threading

import numpy as np
import pytest
from PySide6.QtCore import Qt

from convviz.network.compute.forward import activations, outputs
from convviz.network.edit.changes import Change
from convviz.network.training.report_card import moved
from convviz.pages.network.edits import figures

CHANGED = "Small ConvNet, changed"


@pytest.fixture
def page(network_page, monkeypatch):
    """A sample is read, the tab Shift is in front; MNIST is not at hand."""
    monkeypatch.setattr(figures, "find_mnist", lambda: None)
    network_page.input.next_sample()
    return network_page


@pytest.fixture
def digits(tmp_path, monkeypatch):
    """A small file with MNIST's digits, at hand."""
    pictures = np.zeros((20, 28, 28), np.uint8)
    for at in range(20):
        pictures[at, 4:24, 8 + at // 4 : 11 + at // 2] = 255
    labels = np.arange(20, dtype=np.uint8) % 10
    path = tmp_path / "mnist.npz"
    np.savez(path, x_train=pictures, y_train=labels, x_test=pictures, y_test=labels)
    monkeypatch.setattr(figures, "find_mnist", lambda: path)
    monkeypatch.setattr(figures, "REST", 0)
    return pictures, labels


def show_shift(page, qtbot):
    qtbot.mouseClick(page.drill.tab_button("shift"), Qt.MouseButton.LeftButton)
    assert page.shift.wait_idle()
    return {one.title: one for one in page.shift_panel.comparison.comparison()}


def facts(page):
    return page.strip.facts.text()


def test_the_strip_has_no_accuracy_of_the_trained_network(page):
    page.edits.toggle(0, 3)
    assert "changed" in facts(page)
    assert "99.61" not in facts(page)
    page.document.undo()
    assert "99.61" in facts(page)
    assert "changed" not in facts(page)


def test_the_row_of_shift_is_that_of_the_edited_network(page, qtbot):
    page.edits.change(shuffled())
    rows = show_shift(page, qtbot)
    assert "Small ConvNet" not in rows
    own = rows[CHANGED]
    shares = activations(page.network, page.input.preparation.digit).output
    assert (own.share, own.by_shift) == (pytest.approx(float(shares.max()), abs=1e-6), ())
    assert own.answer == page.network.classes[int(shares.argmax())]
    assert len(rows["MLP"].by_shift) == 8
    page.document.undo()
    assert page.shift.wait_idle()
    rows = {one.title: one for one in page.shift_panel.comparison.comparison()}
    assert len(rows["Small ConvNet"].by_shift) == 8


def test_what_the_edited_network_misreads_is_shown_as_soon_as_it_is_counted(page, digits, qtbot):
    pictures, labels = digits
    page.edits.change(shuffled())
    qtbot.mouseClick(page.drill.tab_button("confusion"), Qt.MouseButton.LeftButton)
    panel = page.tabs.confusion_panel
    qtbot.waitUntil(lambda: panel.table.counts() is not None)
    read = outputs(page.network, moved(pictures, 0)).argmax(axis=1)
    assert panel.table.counts().sum() == 20
    assert np.trace(panel.table.counts()) == int((read == labels).sum())
    assert panel.tools.facts.text().startswith("Changed: ")
    assert len(panel.gallery._exhibits) == int((read != labels).sum())
    assert f"changed: {100 * np.mean(read == labels):.2f} %" in facts(page)


def shuffled():
    return Change("shuffle", 4, 3, seed=1)


def share(network, pictures, labels, shift=0):
    return round(float((outputs(network, moved(pictures, shift)).argmax(axis=1) == labels).mean()), 4)


def test_its_own_figures_are_counted_where_mnist_is_at_hand(digits, network_page, qtbot):
    page = network_page
    page.figures._soon.setInterval(0)
    page.input.next_sample()
    page.edits.toggle(0, 3)
    assert page.figures.of(page.network).is_coming
    assert "changed" in facts(page)
    qtbot.waitUntil(lambda: page.figures.of(page.network).accuracy is not None)
    expected = share(page.network, *digits)
    assert page.figures.of(page.network) == figures.Figures(expected)
    assert f"changed: {100 * expected:.2f} %" in facts(page)
    show_shift(page, qtbot)
    qtbot.waitUntil(lambda: bool(page.figures.of(page.network).by_shift))
    assert page.shift.wait_idle()
    own = page.shift_panel.comparison.comparison()[0]
    assert own.title == CHANGED
    assert own.by_shift == tuple(share(page.network, *digits, shift) for shift in range(8))


def test_of_a_drag_only_the_last_network_is_counted(digits, network_page, qtbot):
    page = network_page
    page.figures._soon.setInterval(0)
    page.edits.toggle(0, 3)
    first = page.network
    page.edits.toggle(0, 4)
    qtbot.waitUntil(lambda: page.figures.of(page.network).accuracy is not None)
    assert page.figures.of(first).accuracy is None


def test_an_edit_while_one_is_counted_starts_over(digits, network_page, monkeypatch, qtbot):
    page, begun, gate, count = network_page, threading.Event(), threading.Event(), figures.outputs

    def held(*given):
        begun.set()
        gate.wait(10)
        return count(*given)

    monkeypatch.setattr(figures, "outputs", held)
    page.figures._soon.setInterval(0)
    page.edits.toggle(0, 3)
    first = page.network
    qtbot.waitUntil(begun.is_set)
    page.edits.toggle(0, 4)
    qtbot.waitUntil(lambda: not page.figures._soon.isActive())
    gate.set()
    qtbot.waitUntil(lambda: page.figures.of(page.network).accuracy is not None)
    assert page.figures.of(first).accuracy is None


def test_a_file_that_is_found_later(page, digits, qtbot):
    page.figures._soon.setInterval(0)
    page.edits.toggle(0, 3)
    page.figures.look_again()
    qtbot.waitUntil(lambda: page.figures.of(page.network).accuracy is not None)


def test_a_file_that_cannot_be_read_leaves_no_promise(tmp_path, network_page, monkeypatch, qtbot):
    page = network_page
    (tmp_path / "mnist.npz").write_bytes(b"no digits")
    monkeypatch.setattr(figures, "find_mnist", lambda: tmp_path / "mnist.npz")
    page.figures._soon.setInterval(0)
    with qtbot.waitSignal(page.figures.changed):
        page.edits.toggle(0, 3)
    assert page.figures.of(page.network) == figures.Figures()
