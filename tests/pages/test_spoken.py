"""What screen readers hear: every grid's cells by row, column and value, cards and buttons by their names."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFrame

from convviz.core.kernels.kernel_library import library
from convviz.core.samples.pictures import load_sample, x_image
from convviz.core.sizes.settings import Settings
from convviz.document.state.state import DocumentState
from convviz.views.base.texts import lesson_settings
from convviz.views.explain.why.grids import Grids
from convviz.views.network.maps.maps_view import MapsView

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def reader():
    """A screen reader listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def name(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def spoken(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def press(widget, *keys, modifiers=Qt.KeyboardModifier.NoModifier):
    widget.setFocus()
    for key in keys:
        QTest.keyClick(widget, key, modifiers)


@pytest.fixture
def lab(lab_page):
    lab_page.document.open(DocumentState(image=x_image(), settings=lesson_settings("x")))
    assert lab_page.queue.wait_idle()
    lab_page.activateWindow()
    return lab_page


def test_the_keys_go_from_cell_to_cell_of_a_picture_and_each_is_said(lab):
    picture = lab.stages.cards["convolution"].picture
    assert name(picture) == "Convolution, picture of the values"
    press(picture, Key.Key_Down)
    assert spoken(picture) == "Row 4, column 4: 5"
    press(picture, Key.Key_Right, Key.Key_Up)
    assert spoken(picture) == "Row 3, column 5: 1"
    lab.document.edit_settings("Bias", bias=2.0)
    assert lab.queue.wait_idle()
    assert spoken(picture) == "Row 3, column 5: 3"
    lab.kernel_panel.setFocus()
    assert "Row 3" not in spoken(picture)


def test_a_colour_pixel_says_its_three_values(lab):
    image = load_sample("colour")
    lab.document.open(DocumentState(image=image, settings=Settings(library("identity"), channels="each")))
    assert lab.queue.wait_idle()
    picture = lab.stages.cards["input"].picture
    press(picture, Key.Key_Down)
    red, green, blue = image.values[200, 300].tolist()
    assert spoken(picture) == f"Row 200, column 300: {red} {green} {blue}"


def test_weights_are_said_as_the_keys_reach_them(lab):
    grid = lab.kernel_panel.grid
    press(grid, Key.Key_Home, Key.Key_Right)
    row, column = grid.cell()
    value = "1" if row == column else "\u22121"
    assert name(grid) == f"Kernel weight row {row + 1}, column {column + 1}: {value}"


def test_products_are_said_with_their_window_and_kernel(lab):
    press(lab.stages.cards["convolution"].picture, Key.Key_Down)
    (grids,) = lab.why.findChildren(Grids)
    press(grids, Key.Key_Right, Key.Key_Right)
    assert name(grids) == "Window, kernel and products"
    assert spoken(grids).startswith("Row 0, column 1: window ")
    assert ", kernel \u22121, product" in spoken(grids)


@pytest.mark.parametrize("card", ["input", "output"])
def test_cells_of_a_film_are_said_when_the_film_has_come_to_them(step, hand, card):
    hand.choose("x_diagonal")
    grid = getattr(step.cards, card).grid
    step.activateWindow()
    press(grid, Key.Key_Down, modifiers=CTRL)
    row, column = grid.pointed_cell()
    known = "Row 4, column 4: 1" if card == "input" else f"Row {row}, column {column}: not computed yet"
    assert spoken(grid) == known
    step.player.last()
    press(grid, Key.Key_Right, modifiers=CTRL)
    row, column = grid.pointed_cell()
    value = step.result.input if card == "input" else step.result.convolution
    assert spoken(grid) == f"Row {row}, column {column}: {value[row, column]:g}".replace("-", "\u2212")


def test_the_grids_of_an_operation_are_said_row_by_row(step, hand):
    hand.choose("x_diagonal")
    step.player.last()
    words = spoken(step.cards.operation.view)
    assert words.count(";") == 3 * 2
    assert "1 \u22121 \u22121; \u22121 1 \u22121; \u22121 \u22121 1" in words


def test_values_of_a_map_are_said_as_the_keys_reach_them(network_page):
    network_page.input.next_sample()
    view = next(one for one in network_page.findChildren(MapsView) if one.isVisible())
    network_page.activateWindow()
    press(view, Key.Key_Right)
    assert spoken(view).startswith("Map 1. Row ") or "zero everywhere" in spoken(view)
    press(view, Key.Key_Return, Key.Key_Return, Key.Key_Right)
    number, row, column = view._at
    assert spoken(view).startswith(f"Map {number}. Row {row}, column {column}: ")


@pytest.mark.parametrize("page", ["lab", "step", "network_page"])
def test_every_button_has_a_name_and_no_two_cards_the_same(page, request):
    shown = request.getfixturevalue(page)
    buttons = [one for one in shown.findChildren(QAbstractButton) if one.isVisible()]
    assert len(buttons) > 10
    assert [one for one in buttons if not name(one)] == []
    cards = [one for one in shown.findChildren(QFrame) if one.property("card") and one.isVisible()]
    names = [name(one) for one in cards]
    assert len(set(names)) == len(names)
    assert "" not in names


def test_the_buttons_of_a_card_say_which_card_they_belong_to(lab):
    cards = lab.stages.cards.values()
    for one in ("expand_button", "more_button"):
        names = [name(getattr(card, one)) for card in cards]
        assert len(set(names)) == len(names) == 4
        assert names[0].startswith("Input: ")
