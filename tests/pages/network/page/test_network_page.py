"""The Network page with a network of the tutorials, read from the bundled file."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from convviz.core.images.image import from_array
from convviz.network.compute.forward import activations
from convviz.network.model.errors import NetworkError


@pytest.fixture
def page(network_page):
    return network_page


def draw_seven(qtbot, page):
    """A 7, drawn with the mouse."""
    canvas = page.panel.input.canvas
    side = canvas.paper().width()
    points = [
        QPoint(round(x * side), round(y * side))
        for x, y in ((0.3, 0.25), (0.7, 0.22), (0.55, 0.5), (0.45, 0.8))
    ]
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        qtbot.mouseMove(canvas, point)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=points[-1])
    page.input.settle()


def test_a_blank_sheet_predicts_nothing_and_says_so(page):
    said = []
    page.status_changed.connect(said.append)
    page.input.next_sample()
    page.document.undo()
    assert page.panel.answers.view.answers() is None
    assert "nothing is read" in said[-1]


def test_a_drawn_seven_is_read_while_it_is_drawn(page, qtbot):
    said = []
    page.status_changed.connect(said.append)
    draw_seven(qtbot, page)
    assert page.panel.answers.view.answers().winner == 7
    assert "read as 7" in said[-1]
    qtbot.mouseClick(page.panel.input.tools.clear, Qt.MouseButton.LeftButton)
    page.input.settle()
    assert page.panel.answers.view.answers() is None


def test_the_columns_show_what_the_network_computes(page, qtbot):
    draw_seven(qtbot, page)
    expected = activations(page.network, page.input.preparation.digit)
    for column in page.panel.columns:
        np.testing.assert_array_equal(column.view.values(), expected.of(column.layer))
    headers = [column.header.texts() for column in page.panel.columns]
    assert [one.title for one in headers] == [
        "Conv 1",
        "Pool 1, max 2×2",
        "Conv 2",
        "Pool 2, max 2×2",
        "Conv 3",
    ]
    assert headers[0].lines[0][0] == "(3·3·1+1)·32 = 320 parameters"
    assert headers[4].lines[0][-1] == "(3·3·64+1)·128 = 73,856"


def test_every_sample_is_read_as_what_it_is(page):
    for _ in range(30):
        page.input.next_sample()
        assert page.panel.answers.view.answers().winner == page.input.paper.sample


def test_the_range_of_the_colours(page, qtbot):
    page.input.next_sample()
    reach = {}
    for key in ("map", "layer", "network"):
        qtbot.mouseClick(page.strip.ranges.button(key), Qt.MouseButton.LeftButton)
        ranges = [np.ravel(column.view._reach) for column in page.panel.columns]
        reach[key] = [np.max(one[one != 1]) for one in ranges]  # 1: of a map in which nothing is seen
    assert len(set(reach["layer"])) == 3  # a maximum survives max pooling
    assert set(reach["network"]) == {max(reach["layer"])}
    assert reach["map"] == pytest.approx(reach["layer"])


def test_another_network_reads_the_same_digit(page, qtbot):
    page.input.next_sample()
    page.choose_network("mlp_tutorial")
    assert [column.shape for column in page.panel.columns] == [(1, 1, 256)] * 3
    assert page.panel.answers.view.answers().winner == 7


def test_a_network_that_cannot_be_read_leaves_the_old_one(page, monkeypatch):
    said = []
    page.message.connect(lambda kind, text: said.append((kind, text)))
    before = page.network

    def broken(key):
        raise NetworkError("broken", "{name}: the file is damaged or was cut off", name="mlp.keras")

    monkeypatch.setattr(page.registry, "load", broken)
    page.choose_network("mlp_tutorial")
    assert page.network is before
    assert said == [("error", "MLP (tutorial) is damaged or was cut off.")]
    assert page.strip.networks.currentData() == "convnet"


def test_a_pooling_layer_opens_readable_and_folds_away_again(page, qtbot):
    page.resize(1220, 700)
    page.input.next_sample()
    column = page.panel.column(1)
    assert column.is_folded()
    qtbot.mouseClick(column, Qt.MouseButton.LeftButton, pos=QPoint(10, 200))
    assert not column.is_folded()
    assert all(one.view._tiling.factor > 1 for one in page.panel.columns if not one.is_folded())
    qtbot.mouseClick(column.fold, Qt.MouseButton.LeftButton)
    assert column.is_folded()


def test_a_photo_without_writing_is_no_empty_drawing(page):
    page.document.edit("Open", image=from_array(np.full((60, 60), 200, np.uint8)))
    assert page.drill.body.sentence.text().startswith("No writing is found on this photo")
