"""The chosen filter: changed, put back, taken to the Lab and brought from there."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from convviz.core.images.image import from_array
from convviz.core.kernels.kernel_library import library
from convviz.core.stages import pipeline
from convviz.document.state.state import Pin
from convviz.network.edit.experiments import filter_order
from convviz.network.model.terms import Cell


@pytest.fixture
def page(network_page):
    network_page.input.next_sample()
    return network_page


def choose(page, layer, row, column, channel):
    """Choose a number of the maps, and look at its filter."""
    page.panel.column(layer).view.chosen.emit((channel, row, column))
    page.drill.tab_button("filter").click()
    return Cell(layer, row, column, channel)


def test_without_a_filter_the_panel_says_how_to_choose_one(page):
    page.drill.tab_button("filter").click()
    assert page.filter_panel.nothing.isVisible()
    choose(page, 0, 5, 5, 3)
    assert not page.filter_panel.nothing.isVisible()
    assert page.filter_panel.caption.text() == "Conv 1, filter 3: 3·3·1 = 9 weights and a bias"


def test_a_typed_weight_changes_what_is_computed(page, qtbot):
    choose(page, 0, 5, 5, 3)
    before = page.acts.of(0)
    grid = page.filter_panel.grid
    grid.setFocus()
    qtbot.keyClicks(grid, "9")
    qtbot.keyClick(grid.editor, Qt.Key.Key_Return)
    assert page.network.layers[0].weights[0, 0, 0, 3] == 9
    assert not np.array_equal(page.acts.of(0)[..., 3], before[..., 3])
    np.testing.assert_array_equal(page.acts.of(0)[..., 4], before[..., 4])
    qtbot.mouseClick(page.filter_panel.undo, Qt.MouseButton.LeftButton)
    np.testing.assert_array_equal(page.acts.of(0), before)


def test_strength_is_one_step_however_long_it_is_dragged(page, qtbot):
    choose(page, 2, 5, 5, 3)
    before = page.network.layers[2].weights[..., 3]
    for _ in range(4):
        qtbot.keyClick(page.filter_panel.strength, Qt.Key.Key_PageUp)
    np.testing.assert_allclose(page.network.layers[2].weights[..., 3], 3 * before, rtol=1e-6)
    assert page.filter_panel.strength_text.text() == "300 %"
    page.edits.undo_change()
    assert not page.shown.now.changes
    assert page.filter_panel.strength.value() == 100


def test_shuffled_and_back_as_trained(page, qtbot):
    choose(page, 2, 5, 5, 3)
    before = page.network.layers[2].weights
    qtbot.mouseClick(page.filter_panel.shuffle, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.filter_panel.shuffle, Qt.MouseButton.LeftButton)
    after = page.network.layers[2].weights
    assert not np.array_equal(after[..., 3], before[..., 3])
    np.testing.assert_array_equal(np.sort(after[..., 3].ravel()), np.sort(before[..., 3].ravel()))
    qtbot.mouseClick(page.filter_panel.reset, Qt.MouseButton.LeftButton)
    np.testing.assert_array_equal(page.network.layers[2].weights, before)


def shuffle_layer(qtbot, page, at):
    """Choose from the button's menu with the keys, as a person does."""
    panel = page.filter_panel
    menu = panel.shuffle_layer.menu()
    panel.shuffle_layer.menu().popup(panel.mapToGlobal(panel.rect().center()))
    for _ in range(at + 1):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)


def test_the_filters_of_a_layer_change_places(page, qtbot):
    choose(page, 0, 5, 5, 3)
    before, answer = page.acts.of(0), page.acts.output
    shuffle_layer(qtbot, page, 0)
    order = filter_order(32, 1)
    np.testing.assert_allclose(page.acts.of(0), before[..., order], atol=1e-6)
    assert page.acts.output[7] < answer[7]
    assert page.filter_panel.lesson.text().startswith("The same maps in other places")
    shuffle_layer(qtbot, page, 0)
    assert not np.allclose(page.acts.of(0), before)
    qtbot.mouseClick(page.filter_panel.undo, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.filter_panel.undo, Qt.MouseButton.LeftButton)
    np.testing.assert_array_equal(page.acts.of(0), before)
    assert page.filter_panel.lesson.text() == ""
    assert page.document.redo_text == "Shuffle a layer’s filters"


def test_all_weights_of_a_layer_are_shuffled(page, qtbot):
    choose(page, 2, 5, 5, 3)
    before = page.network.layers[2].weights
    shuffle_layer(qtbot, page, 1)
    after = page.network.layers[2].weights
    assert (after != before).any(axis=(0, 1, 2)).all()
    np.testing.assert_array_equal(np.sort(after.reshape(-1, 64), 0), np.sort(before.reshape(-1, 64), 0))
    assert page.filter_panel.lesson.isVisible()
    assert page.filter_panel.lesson.text().startswith("Every filter has its own weights still")
    qtbot.mouseClick(page.filter_panel.reset, Qt.MouseButton.LeftButton)
    np.testing.assert_array_equal(page.network.layers[2].weights, before)


def test_the_neurons_of_the_last_layer_change_their_classes(page, qtbot):
    page.panel.answers.view.chosen.emit(7)
    page.drill.body.rows.chosen.emit(7)
    page.drill.tab_button("filter").click()
    logits = page.acts.logits
    shuffle_layer(qtbot, page, 0)
    np.testing.assert_allclose(page.acts.logits, logits[filter_order(10, 1)], atol=1e-5)
    assert "speaks for another class" in page.filter_panel.lesson.text()


def test_a_neuron_behind_flatten_shows_the_maps_it_reads(page, qtbot):
    view = page.panel.answers.view
    view.chosen.emit(7)
    page.drill.body.rows.chosen.emit(7)
    page.drill.tab_button("filter").click()
    assert page.filter_panel.maps.values().shape == (3, 3, 128)
    page.filter_panel.weight_wanted.emit(2, 0, 1, 5.0)
    assert page.network.layers[6].weights[769, 7] == 5.0  # (2 * 3 + 0) * 128 + 1


def test_a_filter_in_the_lab_computes_the_same_numbers(page, qtbot):
    cell = choose(page, 0, 5, 5, 3)
    page.drill.tab_button("why").click()
    with qtbot.waitSignal(page.lab_wanted):
        qtbot.mouseClick(page.drill.lab, Qt.MouseButton.LeftButton)
    state = page.document.state
    result = pipeline.run(state.image, state.settings)
    np.testing.assert_allclose(result.activation, page.acts.of(0)[..., 3], atol=1e-6)
    assert state.pin == Pin("convolution", cell.row, cell.column)
    page.document.undo()
    assert page.document.state.image is None


def test_of_a_deep_filter_the_strongest_part_goes_to_the_lab(page, qtbot):
    cell = choose(page, 2, 5, 5, 3)
    page.open_in_lab()
    state = page.document.state
    partials = [block.partial for block in page.drill.body.blocks.blocks()]
    result = pipeline.run(state.image, state.settings)
    assert result.convolution[cell.row, cell.column] == pytest.approx(partials[0], abs=1e-6)


def test_a_filter_over_the_photo_in_the_lab(page):
    page.hide()  # a picture that is opened while the page is shown is read as a digit
    page.document.edit("Open", image=from_array(np.zeros((40, 50), np.uint8)))
    page.show()
    choose(page, 0, 5, 5, 3)
    page.open_in_lab(on_photo=True)
    state = page.document.state
    assert state.image.shape == (40, 50)
    np.testing.assert_array_equal(state.settings.kernel.weights, page.network.layers[0].weights[:, :, 0, 3])


def test_the_labs_kernel_goes_into_a_filter(page, qtbot):
    choose(page, 0, 5, 5, 3)
    page.document.edit_settings("Kernel", kernel=library("sobel_vertical"))
    qtbot.mouseClick(page.filter_panel.kernel, Qt.MouseButton.LeftButton)
    assert page.network.layers[0].weights[:, :, 0, 3].tolist() == [[1, 0, -1], [2, 0, -2], [1, 0, -1]]
    said = []
    page.message.connect(lambda kind, text: said.append(text))
    page.document.edit_settings("Kernel", kernel=library("gaussian5"))
    qtbot.mouseClick(page.filter_panel.kernel, Qt.MouseButton.LeftButton)
    assert said == ["The Lab's kernel is 5 × 5; this filter takes 3 × 3."]
