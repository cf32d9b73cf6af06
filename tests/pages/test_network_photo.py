"""Photos of handwriting, read on the Network page."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from convviz.core.images import from_array
from convviz.document.document import Document
from convviz.network.handwriting import PAPERS, photo
from convviz.pages.network_page import NetworkPage


@pytest.fixture
def page(qtbot):
    shown = NetworkPage(Document())
    qtbot.addWidget(shown)
    shown.resize(1384, 830)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.shut_down()


def open_photo(page, digit, paper="squared"):
    page.document.edit("Open", image=from_array(photo(digit, PAPERS[paper]), name="digit.png"))


def test_a_picture_opened_here_is_read(page):
    said = []
    page.status_changed.connect(said.append)
    open_photo(page, 5)
    assert page.panel.answers.view.answers().winner == 5
    assert said[-1].startswith("<b>digit.png</b>")
    keys = [step.key for step in page.panel.input.steps.steps()]
    assert keys == ["light", "lines", "ink", "cropped", "fitted", "centred"]
    assert page.panel.input.canvas.photo() is not None


def test_a_picture_opened_elsewhere_is_not(page):
    page.hide()
    open_photo(page, 5)
    assert page.input.photo is None


def test_the_first_stroke_begins_a_new_sheet(page, qtbot):
    open_photo(page, 5)
    canvas = page.panel.input.canvas
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    page.input.settle()
    assert canvas.photo() is None
    assert page.input.name() == "Drawing"


def test_a_step_can_be_decided(page):
    open_photo(page, 5)
    menu = page.photo.menu("light")
    assert [action.isChecked() for action in menu.actions()] == [True, False, False]
    before = page.input.preparation.digit
    menu.actions()[2].trigger()
    assert page.input.preparation.inverted
    assert not np.array_equal(page.input.preparation.digit, before)
    assert page.photo.menu("light").actions()[2].isChecked()
    page.photo.menu("light").actions()[0].trigger()
    np.testing.assert_array_equal(page.input.preparation.digit, before)
    page.photo.menu("ink").actions()[-1].trigger()
    assert page.input.preparation.threshold == 0.6


def test_a_part_of_the_photo_is_marked_with_the_mouse(page, qtbot):
    both = np.concatenate([photo(3, PAPERS["plain"]), photo(8, PAPERS["plain"], 1)], axis=1)
    page.document.edit("Open", image=from_array(both))
    canvas = page.panel.input.canvas
    page.photo.menu("cropped").actions()[0].trigger()
    area = canvas.photo().area(canvas.paper())
    corner = QPoint(int(area.center().x()) + 1, int(area.top()) + 1)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=corner)
    qtbot.mouseMove(canvas, area.center().toPoint())
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=area.bottomRight().toPoint() - QPoint(1, 1))
    assert page.input.choices.crop[1] == pytest.approx(
        page.input.preparation.steps[0].picture.shape[1] / 2, abs=4
    )
    assert page.panel.answers.view.answers().winner == 8
    page.photo.menu("cropped").actions()[1].trigger()
    assert page.input.choices.crop is None


def test_a_photo_without_writing(page):
    said = []
    page.status_changed.connect(said.append)
    page.document.edit("Open", image=from_array(np.full((60, 60), 200, np.uint8)))
    assert page.panel.answers.view.answers() is None
    assert "no writing is found" in said[-1]
