"""Photos of handwriting, read on the Network page."""

import shutil

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from convviz.core.images.image import from_array
from convviz.pages.network.digit.input import paper_name
from convviz.paths import resource
from tests.network.handwriting import PAPERS, photo


@pytest.fixture
def page(network_page):
    return network_page


def open_photo(page, digit, paper="squared"):
    page.document.edit("Open", image=from_array(photo(digit, PAPERS[paper]), name="digit.png"))


def test_a_picture_opened_here_is_read(page):
    said = []
    page.status_changed.connect(said.append)
    open_photo(page, 5)
    assert page.panel.answers.view.answers().winner == 5
    assert said[-1].startswith("<b>digit.png</b>")
    assert steps(page) == ["grey", "light", "lines", "ink", "cropped", "fitted", "centred"]
    assert page.panel.input.canvas._photo is not None


def test_the_picture_in_the_lab_is_read_at_a_click(page, qtbot):
    button = page.panel.input.lab
    assert not button.isEnabled()
    assert button.toolTip() == "No picture is open in the Lab"
    page.hide()
    open_photo(page, 5)
    page.show()
    assert page.input.paper.photo is None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.input.paper.photo is page.document.state.image
    assert page.panel.answers.view.answers().winner == 5
    assert page.document.undo_text == "Read a picture"
    page.document.undo()
    assert page.input.paper.photo is None
    assert page.document.state.image is not None


def steps(page):
    return [step.key for step in page.panel.input.steps.steps()]


def test_each_source_shows_its_own_steps_and_all_of_them(page, qtbot):
    page.input.next_sample()
    assert steps(page) == ["ink", "cropped", "fitted", "centred"]
    open_photo(page, 5)
    assert steps(page) == ["grey", "light", "lines", "ink", "cropped", "fitted", "centred"]
    page.photo.menu("lines").actions()[1].trigger()
    assert steps(page) == ["grey", "light", "ink", "cropped", "fitted", "centred"]
    page.document.edit("Open", image=from_array(photo(5, PAPERS["squared"])[..., 0], name="grey.png"))
    assert steps(page) == ["light", "lines", "ink", "cropped", "fitted", "centred"]
    page.document.edit("Open", image=from_array(np.full((60, 60), 200, np.uint8)))
    assert steps(page) == ["light", "ink"]
    page.input.show_digit(np.eye(28, dtype=np.float32), "Test digit")
    assert steps(page) == ["centred"]
    page.shift_panel.sliders["right"].setValue(3)
    assert steps(page) == ["centred", "moved"]
    shown = page.panel.input.steps.steps()[-1].picture
    np.testing.assert_array_equal(shown, page.acts.picture[..., 0])
    qtbot.mouseClick(page.shift_panel.reset, Qt.MouseButton.LeftButton)
    assert steps(page) == ["centred"]


def test_a_photo_that_is_read_as_it_is_shows_what_becomes_of_it(page, qtbot, tmp_path):
    path = shutil.copy(resource("models", "lenet.keras"), tmp_path / "pictures.keras")
    page.opened.opener.open_path(path)
    assert page.opened.opener.loader.wait_idle(30)
    open_photo(page, 5)
    assert steps(page)[-2:] == ["fitted", "centred"]
    bar = page.opened.bar
    qtbot.mouseClick(bar.sources.button("picture"), Qt.MouseButton.LeftButton)
    assert steps(page) == ["grey", "resized"]
    shown = page.panel.input.steps.steps()[-1].picture
    np.testing.assert_array_equal(shown, page.panel.input.digit._values)
    qtbot.mouseClick(bar.sources.button("digit"), Qt.MouseButton.LeftButton)
    assert steps(page)[-2:] == ["fitted", "centred"]
    page.document.undo()
    assert steps(page) == ["grey", "resized"]


def test_all_steps_are_seen_however_many(page):
    open_photo(page, 5)
    view = page.panel.input.steps
    assert view.is_grid()
    assert all(view.rect().contains(view.rect_of(at).toRect()) for at in range(7))
    page.input.next_sample()
    assert not view.is_grid()
    assert view.rect().contains(view.rect_of(3).toRect())


def test_a_picture_opened_elsewhere_is_not(page):
    page.hide()
    open_photo(page, 5)
    assert page.input.paper.photo is None


def test_the_first_stroke_begins_a_new_sheet(page, qtbot):
    open_photo(page, 5)
    canvas = page.panel.input.canvas
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    page.input.settle()
    assert canvas._photo is None
    assert paper_name(page.input.paper) == "Drawing"


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
    area = canvas._photo.area(canvas.paper())
    corner = QPoint(int(area.center().x()) + 1, int(area.top()) + 1)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=corner)
    qtbot.mouseMove(canvas, area.center().toPoint())
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=area.bottomRight().toPoint() - QPoint(1, 1))
    assert page.input.paper.choices.crop[1] == pytest.approx(
        page.input.preparation.steps[0].picture.shape[1] / 2, abs=4
    )
    assert page.panel.answers.view.answers().winner == 8
    page.photo.menu("cropped").actions()[1].trigger()
    assert page.input.paper.choices.crop is None


def test_a_photo_without_writing(page):
    said = []
    page.status_changed.connect(said.append)
    page.document.edit("Open", image=from_array(np.full((60, 60), 200, np.uint8)))
    assert page.panel.answers.view.answers() is None
    assert "no writing is found" in said[-1]
