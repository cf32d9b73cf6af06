"""Clicking a number of the Network page, and walking down to the pixels."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from convviz.network.model.layers import INPUT
from convviz.network.model.terms import Cell
from convviz.pages.network.why.trail import logit_trail
from convviz.views.base.numbers import figure


@pytest.fixture
def page(network_page):
    network_page.input.next_sample()
    return network_page


def click_brightest(qtbot, page, layer):
    """Click the strongest value of a layer's maps; its cell."""
    view = page.panel.column(layer).view
    row, column, channel = np.unravel_index(int(view.values().argmax()), view.values().shape)
    place = (int(channel), int(row), int(column))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.centre_of(place).toPoint())
    return Cell(layer, place[1], place[2], place[0])


def click_operand(qtbot, page, operand):
    blocks = page.drill.body.blocks
    qtbot.mouseClick(blocks, Qt.MouseButton.LeftButton, pos=blocks.cell_rect(operand).center().toPoint())


def test_until_something_is_clicked_the_winner_is_explained(page):
    assert page.drill.crumbs.texts()[0].startswith("Digit 7")
    assert len(page.drill.body.rows.rows()) == 10
    page.input.next_sample()
    assert page.drill.crumbs.texts()[0].startswith("Digit 8")


def test_the_brightest_value_of_the_last_convolution(page, qtbot):
    cell = click_brightest(qtbot, page, 4)
    assert page.selection.cell() == cell
    drill = page.drill.body._drill
    assert len(drill.blocks) == 64
    partials = [block.partial for block in drill.blocks]
    assert [abs(one) for one in partials] == sorted((abs(one) for one in partials), reverse=True)
    value = float(page.acts.of(4)[cell.row, cell.column, cell.channel])
    assert sum(partials) + drill.sum.bias == pytest.approx(value, abs=1e-5)
    assert drill.sum.value == pytest.approx(value, abs=1e-5)
    highlights = page.panel.column(4).view.highlights()
    assert highlights.chosen == (cell.channel, cell.row, cell.column)
    read = page.panel.column(3).view.highlights()
    assert read.window == (cell.row, cell.column, cell.row + 2, cell.column + 2)
    assert len(read.maps) == 64
    assert len(read.strong) == 4
    top, left, bottom, right = page.panel.input.digit._field
    assert (bottom - top + 1, right - left + 1) == (18, 18)


def test_down_to_the_pixels_and_back(page, qtbot):
    click_brightest(qtbot, page, 4)
    layers = []
    for _ in range(12):
        cell = page.selection.cell()
        layers.append(cell.layer)
        if cell.layer == INPUT:
            break
        block = page.drill.body.blocks.blocks()[0]
        row, column = np.unravel_index(int(np.abs(block.window).argmax()), block.window.shape)
        click_operand(qtbot, page, (0, int(row), int(column)))
    assert layers == [4, 3, 2, 1, 0, INPUT]
    assert "Pixel" in page.drill.crumbs.texts()[-1]
    assert "way down ends" in page.drill.body.sentence.text()
    pixel = page.selection.cell()
    top, left, bottom, right = page.panel.input.canvas._source
    ink = page.panel.input.canvas.pixels()[top:bottom, left:right]
    assert page.acts.picture[pixel.row, pixel.column, 0] == pytest.approx(ink.mean() / 255, abs=0.25)
    index = len(page.selection.trail) - 3
    area = dict(page.drill.crumbs.places())[index]
    qtbot.mouseClick(page.drill.crumbs, Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    assert page.selection.cell().layer == 1


def test_a_dense_neuron_lists_all_its_products(page, qtbot):
    view = page.panel.answers.view
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.row_rect(7).center().toPoint())
    rows = page.drill.body.rows
    qtbot.mouseClick(rows, Qt.MouseButton.LeftButton, pos=rows.rect_of(7).center().toPoint())
    drill = page.drill.body._drill
    assert len(drill.rows) == 1152
    assert drill.sum.before == pytest.approx(float(page.acts.logits[7]), abs=1e-5)
    qtbot.mouseClick(rows, Qt.MouseButton.LeftButton, pos=rows.rect_of(0).center().toPoint())
    texts = page.drill.crumbs.texts()
    assert [texts[0][:7], texts[1][:5], texts[2][:7], texts[3][:6]] == [
        "Digit 7",
        "Logit",
        "Flatten",
        "Conv 3",
    ]


def test_the_status_line_tells_of_the_chosen_number_at_once(page):
    said = []
    page.status_changed.connect(said.append)
    page.selection.choose(logit_trail(page.network, 7))
    assert said[-1].endswith(f"Dense 7: value {figure(float(page.acts.logits[7]), 4)}")


def test_by_channel_restores_the_maps_order(page, qtbot):
    click_brightest(qtbot, page, 2)
    qtbot.mouseClick(page.drill.orders.button("channel"), Qt.MouseButton.LeftButton)
    assert [block.at for block in page.drill.body.blocks.blocks()] == list(range(32))


def test_the_wheel_and_the_arrow_keys_walk_through_the_channels(page, qtbot):
    click_brightest(qtbot, page, 2)
    blocks = page.drill.body.blocks
    first = blocks.shown()[0]
    qtbot.keyClick(blocks, Qt.Key.Key_PageDown)
    assert blocks.shown()[0] == first + blocks.layout_of().count
    for _ in range(200):
        qtbot.keyClick(blocks, Qt.Key.Key_Right)
    assert blocks.shown()[-1] == 31


def test_another_stroke_moves_the_chosen_numbers_value(page, qtbot):
    cell = click_brightest(qtbot, page, 4)
    before = page.drill.body._drill.sum.value
    page.input.next_sample()
    assert page.selection.cell() == cell
    after = page.drill.body._drill.sum.value
    assert after == pytest.approx(float(page.acts.of(4)[cell.row, cell.column, cell.channel]), abs=1e-5)
    assert after != before


def test_a_filter_switched_off_and_on_again(page, qtbot):
    cell = click_brightest(qtbot, page, 4)
    share = float(page.acts.output[7])
    qtbot.mouseClick(page.drill.off, Qt.MouseButton.LeftButton)
    assert not page.acts.of(4)[..., cell.channel].any()
    assert page.panel.answers.view._before[7] == pytest.approx(share)
    assert page.panel.column(4).view.highlights().off == {cell.channel}
    assert page.drill.off.text() == "Switch on"
    qtbot.mouseClick(page.drill.off, Qt.MouseButton.LeftButton)
    assert float(page.acts.output[7]) == share
    page.edits.undo_change()
    page.edits.undo_change()
    assert page.panel.answers.view._before is None
