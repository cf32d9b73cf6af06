"""Clicks and the pointer on the numbers of the Network page, and what is answered on a blank sheet."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog

from convviz.core.images.image import from_array
from convviz.network.model.layers import INPUT
from convviz.network.model.terms import Cell

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(network_page):
    """A sample of a 7."""
    network_page.input.next_sample()
    return network_page


def view_of(page, layer):
    return page.panel.column(layer).view


def click_value(page, layer, place):
    view = view_of(page, layer)
    QTest.mouseClick(view, LEFT, pos=view.centre_of(place).toPoint())


def click_row(page, at):
    rows = page.drill.body.rows
    QTest.mouseClick(rows, LEFT, pos=rows.rect_of(at).center().toPoint())


def test_nothing_can_be_chosen_on_a_blank_sheet(network_page):
    page = network_page
    moved = []
    page.selection.moved.connect(lambda: moved.append(page.selection.cell()))
    click_value(page, 0, (3, 5, 5))
    page.panel.column(0).view.pointed.emit((3, 5, 5))
    page.panel.input.digit.pixel_chosen.emit(3, 4)
    page.drill.body.row_chosen.emit(0)
    page.drill.body.row_pointed.emit(0)
    page.drill.body.operand_chosen.emit((0, 0, 0))
    assert moved == []
    assert page.selection.value() is None
    assert page.selection.filter() is None


def test_a_pixel_of_the_digit_is_chosen_by_a_click(page):
    page.panel.input.digit.pixel_chosen.emit(14, 9)
    assert page.selection.cell() == Cell(INPUT, 14, 9)
    assert len(page.selection.trail) == 1
    assert page.drill.body.sentence.text().startswith(
        "Here the way down ends: this is the pixel at row 14, column 9 of the prepared digit"
    )


def test_one_pixel_leads_to_its_neighbour_in_its_place(page):
    page.panel.input.digit.pixel_chosen.emit(14, 9)
    page.drill.body.operand_chosen.emit((0, 1, 3))
    assert [stop.cell for stop in page.selection.trail] == [Cell(INPUT, 13, 10)]
    page.panel.input.digit.pixel_chosen.emit(0, 0)
    page.drill.body.operand_chosen.emit((0, 0, 0))
    assert [stop.cell for stop in page.selection.trail] == [Cell(INPUT, 0, 0)]


def test_pooling_says_which_value_wins_and_leads_to_it(page):
    values = page.acts.of(0)[10:12, 12:14, 3]
    click_value(page, 1, (3, 5, 6))
    assert page.selection.cell() == Cell(1, 5, 6, 3)
    row, column = (int(one) for one in np.unravel_index(int(values.argmax()), values.shape))
    text = page.drill.body.sentence.text()
    assert text.startswith("The largest of 4 values wins: ")
    assert f"at row {10 + row}, column {12 + column} of Conv 1, map 3" in text
    page.drill.body.operand_chosen.emit((0, row, column))
    assert page.selection.cell() == Cell(0, 10 + row, 12 + column, 3)


def test_a_pointed_operand_is_shown_where_it_lies(page):
    cells = []
    page.selection.pointed.connect(cells.append)
    click_value(page, 1, (3, 5, 6))
    page.drill.body.operand_pointed.emit((0, 1, 0))
    page.drill.body.operand_pointed.emit(None)
    view_of(page, 2).pointed.emit((1, 2, 3))
    view_of(page, 2).pointed.emit(None)
    assert cells == [Cell(0, 11, 12, 3), None, Cell(2, 2, 3, 1), None]


def test_a_pointed_product_of_an_answer_is_shown_where_it_comes_from(page):
    view = page.panel.answers.view
    QTest.mouseClick(view, LEFT, pos=view.row_rect(7).center().toPoint())
    cells = []
    page.selection.pointed.connect(cells.append)
    page.drill.body.row_pointed.emit(0)
    click_row(page, 7)
    at = page.drill.body.drill().rows[0].at
    page.drill.body.row_pointed.emit(at)
    page.drill.body.row_pointed.emit(-1)
    row, rest = divmod(at, 3 * 128)
    column, channel = divmod(rest, 128)
    assert cells[0] is None
    assert cells[-2:] == [Cell(4, row, column, channel), None]


def test_products_are_listed_largest_first_or_in_their_order(page):
    view = page.panel.answers.view
    QTest.mouseClick(view, LEFT, pos=view.row_rect(7).center().toPoint())
    click_row(page, 7)
    assert page.drill.body.drill().rows[0].at != 0
    QTest.mouseClick(page.drill.orders.button("channel"), LEFT)
    assert [row.at for row in page.drill.body.drill().rows[:3]] == [0, 1, 2]


def test_switched_off_maps_are_zero_below_relu(page):
    click_value(page, 0, (3, 5, 5))
    QTest.mouseClick(page.drill.off, LEFT)
    assert page.acts.of(0)[..., 3].max() == 0
    assert page.drill.body.drill().sum.value == 0


def test_a_picture_of_the_lab_is_read_when_asked_for(network_page):
    page = network_page
    page.hide()
    picture = np.full((40, 40), 255, np.uint8)
    picture[8:32, 18:22] = 0
    page.document.edit("Open picture", image=from_array(picture))
    page.show()
    assert page.acts is None
    page.input.take_photo(page.document.state.image)
    assert page.input.paper.photo is not None
    assert page.acts.picture.max() == pytest.approx(1, abs=0.01)


def test_the_steps_of_a_photo_have_their_choices(network_page):
    page = network_page
    picture = np.full((40, 40), 230, np.uint8)
    picture[8:32, 18:22] = 20
    page.document.edit("Open picture", image=from_array(picture))
    steps = page.panel.input.steps

    def choose(key, at):
        steps.chosen.emit(key)
        menu = QApplication.activePopupWidget()
        for _ in range(at + 1):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    choose("light", 2)
    choose("lines", 1)
    choose("ink", 1)
    choices = page.input.paper.choices
    assert (choices.invert, choices.lines) == (True, False)
    assert choices.threshold is not None
    page.panel.input.canvas.crop_chosen.emit((4, 4, 36, 36))
    assert page.input.paper.choices.crop == (4, 4, 36, 36)
    choose("cropped", 1)
    assert page.input.paper.choices.crop is None
    steps.chosen.emit("digit")
    assert QApplication.activePopupWidget() is None


def test_a_drawing_has_no_choices_of_a_photo(page):
    page.panel.input.steps.chosen.emit("light")
    assert QApplication.activePopupWidget() is None


def test_a_file_is_asked_for_and_may_be_given_up(page, monkeypatch, ours):
    before = page.network
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *question: ("", ""))
    page.opened.opener.ask_and_open()
    assert page.network is before
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *question: (str(ours), ""))
    page.opened.opener.ask_and_open()
    assert page.opened.opener.loader.wait_idle()
    assert page.network.path == str(ours)


def test_names_are_asked_for_one_a_line(page, monkeypatch, ours):
    page.opened.opener.open_path(ours)
    assert page.opened.opener.loader.wait_idle()
    names = list("abcdefghij")
    asked = []

    def answer(window, title, label, text):
        asked.append(text)
        return "\n".join(names), len(asked) > 1

    monkeypatch.setattr(QInputDialog, "getMultiLineText", answer)
    page.opened.bar.names_wanted.emit()
    assert page.network.classes == tuple("0123456789")
    page.opened.bar.names_wanted.emit()
    assert page.network.classes == tuple(names)
    assert asked == ["\n".join("0123456789")] * 2
    page.selection.reset()
    page.input.next_sample()
    assert page.drill.crumbs.texts()[0].startswith("i: ")


def test_grad_cam_asks_about_another_class_in_any_language(page):
    page.drill.tab_button("look").click()
    look = page.tabs.look
    assert look.label() == 7
    look.choose_class(3)
    assert look.label() == 3
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert look.label() == 3
    look.choose_class(-1)
    assert look.label() == 7


def test_f6_visits_what_is_on_the_screen(page):
    body = page.drill.body
    first = [page.strip.networks, page.panel.input.canvas, view_of(page, 0), page.panel.answers.view]
    assert page.focus_regions() == [*first, body.rows]
    click_value(page, 0, (3, 5, 5))
    assert page.focus_regions() == [*first, body.blocks]


def test_the_filter_goes_to_the_picture_in_the_lab_where_one_is_open(page):
    page.hide()
    page.document.edit("Open picture", image=from_array(np.zeros((40, 40), np.uint8)))
    page.show()
    click_value(page, 0, (3, 5, 5))
    picture, sent = page.document.state.image, []
    page.lab_wanted.connect(lambda: sent.append(page.document.settings.kernel.weights))

    def choose(at):
        QTest.mouseClick(page.drill.lab, LEFT)
        menu = QApplication.activePopupWidget()
        for _ in range(at + 1):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    choose(1)
    assert page.document.state.image is picture
    np.testing.assert_array_equal(sent[0], page.network.layers[0].weights[:, :, 0, 3].astype(float))
    assert page.document.settings.padding == "same"
    choose(0)
    assert page.document.state.image.shape[:2] == (28, 28)
    assert len(sent) == 2
