"""What is done on the Network page goes into the document, and comes back from there."""

import shutil
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from convviz.core.images.image import from_array
from convviz.document.document import Document
from convviz.document.state.state import NetworkState
from convviz.network.edit.changes import Change
from convviz.pages.network.digit.input import paper_name
from convviz.pages.network.page.page import NetworkPage
from convviz.paths import resource
from tests.network.handwriting import PAPERS, photo


def make_page(qtbot, document):
    shown = NetworkPage(document)
    qtbot.addWidget(shown)
    shown.resize(1384, 830)
    shown.said = []
    shown.message.connect(lambda kind, text: shown.said.append(text))
    shown.show()
    qtbot.waitExposed(shown)
    return shown


@pytest.fixture
def page(qtbot):
    shown = make_page(qtbot, Document())
    yield shown
    shown.shut_down()


@pytest.fixture
def reopened(qtbot, page):
    """Another page on an experiment with what the first one's document says by then."""
    pages = []

    def reopen(**changes):
        document = Document(replace(page.document.state, **changes))
        pages.append(make_page(qtbot, document))
        return pages[-1]

    yield reopen
    for one in pages:
        one.shut_down()


def draw_line(qtbot, page, *points):
    canvas = page.panel.input.canvas
    side = canvas.paper().width()
    places = [QPoint(round(x * side), round(y * side)) for x, y in points]
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(canvas, place)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=places[-1])
    page.input.settle()


def switch_strongest_off(qtbot, page, layer=4):
    values = page.panel.column(layer).view.values()
    row, column, channel = (int(one) for one in np.unravel_index(values.argmax(), values.shape))
    page.panel.column(layer).view.chosen.emit((channel, row, column))
    qtbot.mouseClick(page.drill.off, Qt.MouseButton.LeftButton)
    return channel


def test_looking_at_the_page_is_no_edit(page):
    assert page.document.state.network == NetworkState()
    assert not page.document.can_undo


def test_all_that_was_done_is_there_again(page, reopened, qtbot):
    page.choose_network("lenet")
    draw_line(qtbot, page, (0.3, 0.25), (0.7, 0.22), (0.55, 0.5), (0.45, 0.8))
    draw_line(qtbot, page, (0.4, 0.5), (0.6, 0.5))
    channel = switch_strongest_off(qtbot, page, 2)
    qtbot.mouseClick(page.drill.tab_button("shift"), Qt.MouseButton.LeftButton)
    for _ in range(3):
        qtbot.keyClick(page.shift_panel.sliders["right"], Qt.Key.Key_Right)
    other = reopened()
    assert other.network.key == "lenet"
    assert other.strip.networks.currentData() == "lenet"
    assert other.shown.now.off == {(2, channel)}
    assert other.shift_panel.values()["right"] == 3
    np.testing.assert_array_equal(other.acts.picture, page.acts.picture)
    np.testing.assert_array_equal(other.acts.output, page.acts.output)
    assert other.document.state == page.document.state


def test_every_deed_is_undone_and_done_again(page, qtbot):
    document, canvas = page.document, page.panel.input.canvas
    draw_line(qtbot, page, (0.3, 0.25), (0.7, 0.22), (0.55, 0.5), (0.45, 0.8))
    read = page.acts.output
    switch_strongest_off(qtbot, page)
    page.choose_network("mlp")
    qtbot.mouseClick(page.panel.input.tools.clear, Qt.MouseButton.LeftButton)
    page.input.settle()
    assert document.undo_text == "New sheet"
    document.undo()
    assert len(canvas.strokes()) == 1
    assert document.undo_text == "Choose a network"
    document.undo()
    assert (page.network.key, bool(page.shown.now.changes)) == ("convnet", True)
    assert document.undo_text == "Switch a filter off"
    document.undo()
    np.testing.assert_array_equal(page.acts.output, read)
    document.undo()
    assert canvas.is_blank()
    assert page.acts is None
    for _ in range(4):
        document.redo()
    assert (page.network.key, canvas.is_blank()) == ("mlp", True)


def test_a_filters_own_undo_and_the_windows_are_one(page, qtbot):
    page.input.next_sample()
    switch_strongest_off(qtbot, page)
    page.drill.tab_button("filter").click()
    qtbot.mouseClick(page.filter_panel.shuffle, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.filter_panel.undo, Qt.MouseButton.LeftButton)
    assert page.document.undo_text == "Switch a filter off"
    assert page.document.redo_text == "Shuffle a filter\N{RIGHT SINGLE QUOTATION MARK}s weights"
    page.document.undo()
    assert not page.shown.now.changes
    assert not page.filter_panel.undo.isEnabled()


def test_a_drag_is_one_step_and_its_release_ends_it(page, qtbot):
    page.input.next_sample()
    slider = page.shift_panel.sliders["turn"]
    slider.setValue(5)
    slider.setValue(9)
    slider.sliderReleased.emit()
    slider.setValue(12)
    page.document.undo()
    assert slider.value() == 9
    page.document.undo()
    assert (slider.value(), page.shift_panel.values() != page.shift_panel.middle()) == (0, False)
    assert page.document.undo_text == "Next sample"


def test_a_photo_is_undone_with_its_being_opened(page, reopened):
    page.document.edit("Open picture", image=from_array(photo(5, PAPERS["squared"]), name="5.png"))
    page.photo.menu("ink").actions()[-1].trigger()
    other = reopened()
    assert paper_name(other.input.paper) == "5.png"
    assert other.input.preparation.threshold == 0.6
    np.testing.assert_array_equal(other.acts.picture, page.acts.picture)
    page.document.undo()
    assert page.input.paper.choices.threshold is None
    assert page.document.undo_text == "Open picture"
    page.document.undo()
    assert page.input.paper.photo is None
    assert page.document.state.image is None


def test_a_digit_of_mnist_comes_back_as_it_was(page, reopened):
    digit = (np.arange(784).reshape(28, 28) % 251).astype(np.float32) / np.float32(255)
    page.input.show_digit(digit, "Test digit 5, a 3")
    other = reopened()
    np.testing.assert_array_equal(other.input.preparation.digit, digit)
    assert paper_name(other.input.paper) == "Test digit 5, a 3"


def test_a_digit_that_was_drawn_over(page, reopened, qtbot):
    page.input.show_digit(np.eye(28, dtype=np.float32), "Test digit 5, a 3")
    draw_line(qtbot, page, (0.2, 0.8), (0.4, 0.7))
    other = reopened()
    assert paper_name(other.input.paper) == "Drawing"
    np.testing.assert_array_equal(other.panel.input.canvas.pixels(), page.panel.input.canvas.pixels())


def test_a_network_from_a_file_is_opened_again_with_its_changes(page, reopened, qtbot, tmp_path):
    path = shutil.copy(resource("models", "lenet.keras"), tmp_path / "mine.keras")
    page.input.next_sample()
    page.opened.opener.open_path(path)
    assert page.opened.opener.loader.wait_idle(30)
    page.edits.toggle(0, 2)
    page.opened.bar.scale_chosen.emit("bytes")
    assert page.document.state.network.path == str(path)
    assert page.document.undo_text == "Fit to the network"
    other = reopened()
    assert other.opened.opener.loader.wait_idle(30)
    assert (other.network.title, other.network.scale) == ("mine", "bytes")
    assert other.shown.now.off == {(0, 2)}
    assert other.document.state == page.document.state
    assert not other.document.can_undo
    assert other.said == []


def test_strokes_are_shared_between_the_states(page, qtbot):
    draw_line(qtbot, page, (0.3, 0.25), (0.7, 0.22))
    first = page.document.state.network.paper.strokes[0]
    draw_line(qtbot, page, (0.4, 0.5), (0.6, 0.5))
    assert page.document.state.network.paper.strokes[0] is first


def test_an_opened_experiment_says_what_lies_on_the_paper(page, tmp_path):
    picture = from_array(photo(5, PAPERS["plain"]), name="5.png")
    page.document.open(replace(page.document.state, image=picture), tmp_path / "lab.convviz")
    assert page.input.paper.photo is None
    assert not page.document.is_modified


def test_a_network_that_is_gone_is_told_and_not_forgotten(page, reopened, qtbot, tmp_path):
    path = str(tmp_path / "gone.keras")
    page.input.next_sample()
    told = replace(page.document.state.network, key="", path=path, changes=(Change("off", 0, 2),))
    other = reopened(network=told)
    qtbot.waitUntil(lambda: bool(other.said))
    assert other.said == [
        f"{path}, the network of this experiment, is not there any more; everything else of it is shown."
    ]
    assert other.network.key == "convnet"
    assert other.acts.answer == 7
    other.input.next_sample()
    assert other.document.state.network.path == path  # looking at another digit does not lose it
    other.choose_network("mlp")
    assert other.document.state.network.key == "mlp"
    assert other.document.state.network.changes == ()


def test_changes_of_another_network_are_not_forced_on_this_one(page, reopened, qtbot):
    other = reopened(network=NetworkState(key="mlp", changes=(Change("off", 5, 200),)))
    qtbot.waitUntil(lambda: bool(other.said))
    assert other.said == ["The changes in this experiment do not fit MLP; it is shown as it was trained."]
    assert not other.shown.now.changes


def test_a_stroke_is_in_the_document_while_it_is_drawn(page, qtbot):
    canvas = page.panel.input.canvas
    side = canvas.paper().width()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(side // 3, side // 4))
    qtbot.mouseMove(canvas, QPoint(side // 2, side // 2))
    page.input.settle()
    (stroke,) = page.document.state.network.paper.strokes
    qtbot.mouseMove(canvas, QPoint(side // 2, round(0.8 * side)))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(side // 2, round(0.8 * side)))
    (longer,) = page.document.state.network.paper.strokes
    assert longer.places[: len(stroke.places)] == stroke.places
    assert len(longer.places) > len(stroke.places)
    page.document.undo()
    assert canvas.is_blank()
    assert not page.document.can_undo  # one step, however often the pen has moved


def test_a_picture_that_is_done_again_is_not_read_a_second_time(page):
    page.hide()
    page.document.edit("Open picture", image=from_array(photo(5, PAPERS["plain"]), name="5.png"))
    page.document.undo()
    page.show()
    page.document.redo()
    assert page.input.paper.photo is None
    assert page.document.state.network == NetworkState()


def test_a_slider_that_stays_changes_nothing(page):
    page.input.next_sample()
    state, acts = page.document.state, page.acts
    page.shift_panel.changed.emit()
    assert page.document.state is state
    assert page.acts is acts
