"""What Network does where nothing is drawn, nothing is chosen, or nothing is there."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog

from convviz.core.images.image import from_array
from convviz.document.document import Document
from convviz.document.state.state import Movement, NetworkState
from convviz.network.edit.changes import Change
from convviz.network.explain.drilldown import explain
from convviz.network.files.bundled import bundled
from convviz.network.model.layers import INPUT
from convviz.network.model.terms import Cell, OpaqueTerms, PassTerms
from convviz.pages.network.edits.filter import lesson, strength_of
from convviz.pages.network.look.tasks import Covering
from convviz.pages.network.misread import mnist
from convviz.pages.network.networks.registry import Registry
from convviz.pages.network.page.page import NetworkPage
from convviz.pages.network.why.drill import drill, operand_cell, sources_of
from convviz.pages.network.why.trail import Stop
from convviz.pages.network.why.why import field_of_cell
from convviz.views.base.numbers import figure


@pytest.fixture
def page(network_page):
    return network_page


@pytest.fixture
def read(page):
    """A digit is read."""
    page.input.next_sample()
    return page


class Empty(Registry):
    """No network is installed."""

    def titles(self):
        return []

    def first(self):
        return ""


def test_without_any_network_that_is_said(qtbot):
    page = NetworkPage(Document(), registry=Empty())
    qtbot.addWidget(page)
    page.show()
    assert page.strip.facts.text() == "No trained network is installed."
    assert page.network is None
    assert page.export.stages() == []
    page._on_adapted("bytes", ("a",))
    page._on_source("picture")
    page._on_off()
    page._on_picture_of_lab()
    page.opened.opener.ask_for_names()
    page.opened.opener.set_names("a\nb")
    page.opened.opener._on_scale("bytes")
    page.selection._on_answer(3)
    assert page.document.state.network == NetworkState()
    page.shut_down()


def test_a_blank_sheet_has_no_numbers_to_choose(page, qtbot):
    moved = []
    page.selection.moved.connect(lambda: moved.append(True))
    page.panel.column(0).view.chosen.emit((0, 1, 1))
    page.panel.input.digit.pixel_chosen.emit(3, 4)
    page.selection._on_row(2)
    page.selection._on_operand((0, 0, 0))
    assert page.selection.value() is None
    assert not moved
    page.open_in_lab()
    assert page.document.state.image is None
    page.tabs.look.begin()
    assert not page.tabs.look_panel.running()
    assert page.export.stages() == []
    assert page.export.export("digit", "x.png") is None


def test_without_a_chosen_filter_its_panel_changes_nothing(page):
    panel = page.filter_panel
    panel.weight_wanted.emit(0, 0, 0, 1.0)
    panel.bias_wanted.emit(1.0)
    panel.strength_wanted.emit(2.0)
    panel.shuffle_wanted.emit()
    panel.layer_shuffle_wanted.emit(True)
    panel.kernel_wanted.emit(0)
    panel.reset_wanted.emit()
    page._on_off()
    assert not page.document.can_undo


def test_a_bias_that_is_typed_is_the_filters(read, qtbot):
    read.panel.column(2).view.chosen.emit((5, 3, 4))
    qtbot.mouseClick(read.drill.tab_button("filter"), Qt.MouseButton.LeftButton)
    box = read.filter_panel.bias
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "2.5")
    assert read.network.layers[2].bias[5] == 2.5
    assert read.document.undo_text == "Bias of a filter"


def test_the_labs_kernel_goes_into_convolutions_only(read):
    read.panel.answers.view.chosen.emit(7)
    read.drill.body.rows.chosen.emit(7)
    before = read.document.state
    read.filter_panel.kernel_wanted.emit(0)
    assert read.document.state is before
    assert read.said == []


def test_a_dense_neuron_is_not_taken_to_the_lab(read):
    read.panel.answers.view.chosen.emit(7)
    read.drill.body.rows.chosen.emit(7)
    read.open_in_lab()
    assert read.document.state.image is None


def test_what_a_change_shows_is_said_of_what_was_changed():
    network = bundled("mlp")
    assert (
        lesson(network, Change("shuffle_filters", 1))[0] != lesson(network, Change("shuffle_filters", 4))[0]
    )
    assert lesson(network, Change("off", 1)) == ("",)
    assert lesson(network, None) == ("",)
    flatten, dense = network.layers[0], network.layers[1]
    assert strength_of(flatten, dense, 0) == strength_of(dense, flatten, 0) == 1.0


def test_what_is_made_of_nothing_leads_nowhere():
    here = Cell(1, 2, 3, 4)
    assert sources_of(OpaqueTerms(here, 1.0, 1.0, "GRU")) == ()
    assert sources_of(PassTerms(here, 0.0, 0.0, None)) == ()
    assert sources_of(PassTerms(here, 0.0, 0.0, Cell(0, 1, 1, 1))) == (Cell(0, 1, 1, 1),)
    assert field_of_cell(bundled("convnet"), Cell(INPUT, 3, 4)) is None


def test_the_pixel_under_the_pointer_is_boxed_alone(read):
    read.panel.input.digit.pixel_chosen.emit(9, 14)
    assert read.selection.cell() == Cell(INPUT, 9, 14)
    read.selection.pointed.emit(Cell(INPUT, 8, 12))
    assert read.panel.input.digit._hint == (8, 12, 8, 12)


def test_a_photo_is_asked_about_a_drawing_is_not(read):
    before = read.document.state
    read.input.choose(lines=False)
    assert read.document.state is before
    read.input.take_photo(from_array(np.full((40, 70), 200, np.uint8)))
    read.input.choose(lines=False)
    assert read.document.state.network.paper.choices.lines is False


# Dialogs that are given up


def test_a_file_that_is_not_chosen_opens_nothing(read, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *given: asked.append(given[1]) or ("", ""))
    monkeypatch.setattr(
        QInputDialog, "getMultiLineText", lambda *given: asked.append(given[1]) or ("", False)
    )
    before, network = read.document.state, read.network
    read.opened.opener.ask_and_open()
    read.tabs.confusion.ask_for_file()
    read.opened.opener.ask_for_names()
    assert asked == ["Open a network", "Choose MNIST’s file", "Class names"]
    assert (read.document.state, read.network) == (before, network)
    assert not read.opened.opener.loader.busy


def test_too_many_names_are_refused_with_both_numbers(read):
    read.opened.opener.set_names("\n".join("abcdefghijkl"))
    assert read.said == [("error", "12 names were given, and the network has 10 answers.")]


def test_a_download_runs_once_and_is_cancelled_once(read, qtbot, monkeypatch):
    begun = []

    def slow(task, run):
        begun.append(task)
        while not run.cancelled():
            pass

    monkeypatch.setattr(mnist, "_fetch", slow)
    download, tools = read.tabs.confusion.download, read.tabs.confusion_panel.tools
    download.cancel()
    assert not tools.running()
    download.begin()
    qtbot.waitUntil(lambda: len(begun) == 1)
    download.begin()
    assert tools.running()
    download.cancel()
    assert not tools.running()
    qtbot.waitUntil(lambda: not download.busy)
    assert len(begun) == 1


# Late answers


def test_answers_of_a_comparison_that_was_overtaken_are_not_shown(read, qtbot):
    qtbot.mouseClick(read.drill.tab_button("shift"), Qt.MouseButton.LeftButton)
    assert read.shift.wait_idle()
    slider = read.shift_panel.sliders["right"]
    for _ in range(2):  # twice, before the first is answered
        qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    late = read.shift._asked
    qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    assert read.shift._asked is not late
    assert read.shift.wait_idle()
    shown = read.shift_panel.comparison.comparison()
    assert {one.shift for one in shown} == {12}
    read.shift._on_held(late, {at: one.held() for at, one in enumerate(late)})
    assert read.shift_panel.comparison.comparison() == shown
    expected = [one.held() for one in read.shift._asked]
    assert list(shown) == expected


def test_values_of_a_network_that_was_left_are_not_shown(read):
    acts = read.acts
    found = type("Found", (), {"network": bundled("mlp"), "acts": None, "seconds": 9.0})()
    read.computing._on_computed(found)
    assert read.acts is acts


def test_the_same_network_is_not_looked_up_again(read, monkeypatch):
    looked = []
    monkeypatch.setattr(read.tabs.confusion, "refresh", lambda: looked.append(True))
    read.tabs.confusion.show(read.tabs.confusion._network)
    assert not looked


def test_numbers_are_taken_apart_with_and_without_their_terms(read):
    cell = Cell(2, 3, 4, 5)
    terms = explain(read.network, read.acts, cell)
    given, found = (drill(read.network, read.acts, Stop(cell), "channel", one) for one in (terms, None))
    assert given.sum == found.sum
    assert (
        operand_cell(read.network, read.acts, Stop(Cell(INPUT, 0, 0)), 0, 0, 0) is None
    )  # beside the picture
    assert operand_cell(read.network, read.acts, Stop(cell), 0, 0, 0).layer == 1


def test_the_last_crumb_has_its_value_and_the_others_their_names(read):
    read.panel.column(4).view.chosen.emit((2, 1, 1))
    block = read.drill.body.blocks.blocks()[0]
    read.drill.body.blocks.chosen.emit((0, 1, 1))
    first, last = read.drill.crumbs.texts()[-2:]
    assert " = " not in first
    assert last.endswith(f" = {figure(float(block.window[1, 1]), 4)}")


def test_what_fails_where_it_looks_is_offered_again(read):
    panel = read.tabs.look_panel
    read.drill.tab_button("look").click()
    read.tabs.look._stop()
    task = Covering(read.network, read.acts.picture, 7, 5, None)
    panel.set_progress(0.5)
    read.tabs.look._on_failed(task, MemoryError())
    assert not panel.running()
    assert panel.start.isVisible()
    assert panel.start.text() == "Start"
    assert panel.occlusion.sentence.text().endswith("needs more memory than there is.")


def test_a_bundled_network_that_is_put_again_is_there_once():
    registry = Registry()
    registry.put(bundled("mlp"))
    keys = [key for key, _ in registry.titles()]
    assert keys.count("mlp") == 1
    assert keys[-1] == "mlp"


def test_a_network_that_is_gone_is_told_once(read, qapp, tmp_path):
    gone = NetworkState(path=str(tmp_path / "gone.keras"), title="gone", scale="unit", classes=tuple("ab"))
    for right in (0, 1, 2):
        read.document.edit("Move", network=replace(gone, movement=Movement(right=right)))
    qapp.processEvents()
    ((kind, text),) = read.said
    assert kind == "error"
    assert "gone.keras" in text
    read.document.edit("Other", network=replace(gone, path=str(tmp_path / "far.keras")))
    qapp.processEvents()
    assert len(read.said) == 2
