"""The operation of a step: what has appeared of it at each moment, and the matrix's row."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from convviz.core import Image, Kernel, PoolSettings, Settings, run, trace
from convviz.core.explain.matrix import matrix_of
from convviz.core.film.moments import Moment
from convviz.views.base.colours import ColourScale
from convviz.views.step.operation.card import OperationCard

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def card(shown):
    return shown(OperationCard(), 488, 436)


def grids(card):
    return card.view.shown().rows[0]


def test_products_appear_one_by_one(card, x_result, scales):
    found = trace(x_result, "convolution", 0, 1)
    card.set_moment(found, Moment("convolution", 0, 1, "multiply", 4, 0), "product", scales)
    window, kernel, products = grids(card)
    assert window.values.tolist() == [[-1, -1, -1], [1, -1, -1], [-1, 1, -1]]
    assert products.values.tolist() == [[-1, 1, 1], [-1, -1, 1], [1, -1, -1]]
    assert (products.shown, window.lit, kernel.lit, products.lit) == (4, 3, 3, 3)
    assert [row * 3 + column < products.shown for row, column in ((1, 0), (1, 1))] == [True, False]
    assert card.parts.accessibleName() == "Multiply"


def test_all_at_once_lights_no_single_product(card, x_result, scales):
    found = trace(x_result, "convolution", 0, 1)
    card.set_moment(found, Moment("convolution", 0, 1, "multiply", 9, 0), "sum", scales)
    assert (grids(card)[2].shown, grids(card)[2].lit) == (9, None)


def test_padding_is_marked(card, x_run, scales):
    found = trace(x_run(padding="same"), "convolution", 0, 6)
    card.set_moment(found, Moment("convolution", 0, 6, "land", 9, 9), "cell", scales)
    assert grids(card)[0].padding.tolist() == [[True] * 3, [False] * 3, [False] * 3]


def test_three_channels_join_into_one_sum(card, scales):
    image = Image(np.arange(27, dtype=np.uint8).reshape(3, 3, 3))
    result = run(image, Settings(Kernel([[1, 0, 0], [0, 0, 0], [0, 0, 0]]), channels="sum"))
    found = trace(result, "convolution", 0, 0)
    card.set_moment(found, Moment("convolution", 0, 0, "add", 9, 6), "product", scales)
    show = card.view.shown()
    assert len(show.rows) == 3
    assert (show.sums, show.total) == (["0", "1", ""], "")
    card.set_moment(found, Moment("convolution", 0, 0, "land", 9, 9), "product", scales)
    assert (card.view.shown().sums, card.view.shown().total) == (["0", "1", "2"], "3")
    areas = card.view.areas()
    assert [area.width() for area in areas[0]] == [area.width() for area in areas[2]]


def test_pooling_rings_the_largest_so_far(card, x_run, scales):
    result = x_run(padding="same", activation="relu", pool=PoolSettings("max"))
    found = trace(result, "pooling", 0, 0)
    assert found.window.tolist() == [[2, 0], [0, 7]]
    card.set_moment(found, Moment("pooling", 0, 0, "multiply", 3, 0), "product", scales)
    window, value = grids(card)
    assert (window.ring, value.shown, card.view.shown().word) == ((0, 0), 0, "max")
    card.set_moment(found, Moment("pooling", 0, 0, "land", 4, 4), "product", scales)
    window, value = grids(card)
    assert (window.ring, value.shown, value.values.tolist()) == ((1, 1), None, [[7]])
    assert not card.matrix.isVisible()


def test_the_counts_of_the_matrix(card, x_result, scales):
    card.set_matrix(matrix_of(x_result.chain, x_result.settings))
    card.set_matrix_row(8, x_result.convolution, 9, ColourScale.signed(9))
    assert card.matrix.counts() == [
        ("W", "49 × 81"),
        ("entries", "3,969"),
        ("not zero", "441"),
        ("distinct weights", "2"),
        ("row lit", "8"),
    ]


def test_matrix_takes_the_whole_card(card, x_result, scales, landed, qtbot):
    card.set_matrix(matrix_of(x_result.chain, x_result.settings))
    card.set_moment(trace(x_result, "convolution", 1, 1), landed, "cell", scales)
    low = card.matrix.height()
    with qtbot.waitSignal(card.view_chosen) as heard:
        qtbot.mouseClick(card.choice.button("matrix"), LEFT)
    assert heard.args == ["matrix"]
    assert not card.view.isVisible()
    qtbot.waitUntil(lambda: card.matrix.height() > low + 100)
    with qtbot.assertNotEmitted(card.view_chosen):
        card.show_view("grids")
    assert card.view.isVisible()


def test_a_low_card_keeps_one_line_of_counts(card, x_result, scales, landed, qtbot):
    card.set_matrix(matrix_of(x_result.chain, x_result.settings))
    card.set_moment(trace(x_result, "convolution", 1, 1), landed, "cell", scales)
    card.resize(430, 330)
    qtbot.waitUntil(lambda: card.matrix.height() < 30)
    assert card.matrix.one_line() == "W 49 × 81 · entries 3,969 · not zero 441 · distinct weights 2"


def test_without_a_matrix_the_sentence_stands(card):
    card.set_matrix(None, "Too large to draw.")
    assert card.matrix.counts() == []
    assert card.matrix.accessibleDescription() == "Too large to draw."


def test_on_a_low_card_that_sentence_keeps_all_its_lines(card, qtbot):
    card.resize(430, 330)
    card.set_matrix(None, "Too large to draw: " * 12)
    qtbot.waitUntil(lambda: card.matrix.height() >= card.matrix.reason_height(card.matrix.width()) > 40)


def test_a_hidden_pooled_value_is_kept_back(card, x_run, scales):
    result = x_run(padding="same", activation="relu", pool=PoolSettings("max"))
    found = trace(result, "pooling", 0, 0)
    card.set_hidden(True)
    card.set_moment(found, Moment("pooling", 0, 0, "land", 4, 4), "product", scales)
    window, value = grids(card)
    assert (window.ring, value.shown) == (None, 0)
