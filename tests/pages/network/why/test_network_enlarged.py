"""A map in a window of its own."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from convviz.network.model.terms import Cell


@pytest.fixture
def page(network_page):
    network_page.input.next_sample()
    return network_page


def test_a_double_click_enlarges_a_map_with_its_numbers(page, qtbot):
    view = page.panel.column(0).view
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=view.centre_of((5, 8, 9)).toPoint())
    window = page.enlarged.window
    np.testing.assert_array_equal(window.picture.content().values, page.acts.of(0)[..., 5])
    assert window.windowTitle() == "Conv 1, map 5  26 × 26"
    qtbot.keyClick(window.number, Qt.Key.Key_Up)
    np.testing.assert_array_equal(window.picture.content().values, page.acts.of(0)[..., 6])
    page.input.next_sample()
    np.testing.assert_array_equal(window.picture.content().values, page.acts.of(0)[..., 6])


def test_a_click_in_the_enlarged_map_asks_why(page, qtbot):
    page.panel.opened.emit(2, (3, 0, 0))
    picture = page.enlarged.window.picture
    origin = picture._view.to_screen(4.5, 5.5).toPoint()
    qtbot.mouseMove(picture, origin + QPoint(1, 1))
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=origin)
    assert page.selection.cell() == Cell(2, 4, 5, 3)
    assert [mark.kind for mark in picture.highlights()] == ["out"]


def test_the_window_is_as_large_as_the_numbers_need(page):
    page.panel.opened.emit(4, (3, 0, 0))
    small = page.enlarged.window.size()
    page.panel.opened.emit(0, (3, 0, 0))
    assert page.enlarged.window.width() > small.width()


def test_another_network_closes_a_map_that_it_does_not_have(page):
    page.panel.opened.emit(2, (3, 0, 0))
    page.choose_network("mlp_tutorial")
    assert not page.enlarged.window.isVisible()
