"""Crop and resize in the window: asked for, worked out beside it, named, undone, saved as a recipe."""

from __future__ import annotations

import json

import numpy as np
import PIL.Image
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from convviz.core.images.image import Image, read
from convviz.core.images.recipe import Crop, Resize
from convviz.core.images.reshaping import reshaped
from convviz.core.samples.pictures import load_sample
from convviz.document.files.experiment import read_experiment, save_experiment
from convviz.document.state.state import DocumentState
from convviz.pages.lab.input import changing
from convviz.views.base.texts import image_title
from convviz.views.pixels.crop_dialog import CropDialog
from convviz.views.pixels.resize_dialog import ResizeDialog
from tests.app.drawing.conftest import LEFT

Key = Qt.Key
NUMBERS = Image(np.arange(56, dtype=np.uint8).reshape(7, 8), name="a.png")


@pytest.fixture
def photo(tmp_path):
    """A photo of 60 x 90 pixels in a file."""
    pixels = np.random.default_rng(3).integers(0, 256, (60, 90, 3), dtype=np.uint8)
    PIL.Image.fromarray(pixels).save(tmp_path / "photo.png")
    return read(tmp_path / "photo.png")


def answering(monkeypatch, dialog_type, do):
    """Let a person do something in the dialog, and press its button."""

    def run(dialog):
        dialog.show()
        QApplication.processEvents()
        do(dialog)
        QTest.mouseClick(dialog.ok, LEFT)
        return dialog.result()

    monkeypatch.setattr(dialog_type, "exec", run)


def chosen(hand, action):
    """Take an entry of the card's menu."""
    menu = hand.card.menu
    menu.popup(hand.card.more_button.mapToGlobal(hand.card.more_button.rect().bottomLeft()))
    menu.setActiveAction(hand.card._actions[action])
    QTest.keyClick(menu, Key.Key_Return)
    hand.settle()


def type_into(box, text):
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Key.Key_Return)


def test_typed_rows_and_columns_are_cropped(hand, monkeypatch):
    hand.shows(NUMBERS)

    def do(dialog):
        for box, text in ((dialog.top, "2"), (dialog.bottom, "4"), (dialog.left, "5"), (dialog.right, "6")):
            type_into(box, text)
        assert dialog.size_label.text() == "3 × 2 of 7 × 8 pixels, counted from 0"

    answering(monkeypatch, CropDialog, do)
    chosen(hand, "crop")
    assert hand.values() == [[21, 22], [29, 30], [37, 38]]
    assert hand.output() == [[42, 44], [58, 60], [74, 76]]
    assert hand.window.files.title() == "a.png, cropped to rows 2 to 4 and columns 5 to 6"
    assert hand.window.document.undo_text == "Crop"
    hand.window.document.undo()
    assert hand.window.document.state.image is NUMBERS


def test_a_rectangle_is_dragged_and_the_numbers_follow(hand, monkeypatch):
    hand.shows(NUMBERS)

    def do(dialog):
        picker, area = dialog.picker, dialog.picker.picture_area()
        side = area.width() / 8
        first = area.topLeft().toPoint() + (area.bottomRight() - area.topLeft()).toPoint() * 0
        start = first.x() + int(1.5 * side), first.y() + int(2.5 * side)
        end = first.x() + int(4.5 * side), first.y() + int(5.5 * side)
        QTest.mousePress(picker, LEFT, pos=type(first)(*start))
        QTest.mouseMove(picker, type(first)(*end))
        QTest.mouseRelease(picker, LEFT, pos=type(first)(*end))
        assert dialog.crop() == Crop(2, 1, 4, 4)
        QTest.keyClick(picker, Key.Key_Right)

    answering(monkeypatch, CropDialog, do)
    chosen(hand, "crop")
    assert np.array_equal(hand.values(), NUMBERS.values[2:6, 2:6])


def test_ends_that_would_cross_go_along(hand):
    dialog = CropDialog(NUMBERS.values, hand.page.changes._scale(NUMBERS), hand.window)
    assert not dialog.ok.isEnabled()  # nothing is cut off
    type_into(dialog.bottom, "3")
    type_into(dialog.top, "5")
    assert (dialog.top.value(), dialog.bottom.value()) == (5, 5)
    type_into(dialog.bottom, "1")
    assert (dialog.top.value(), dialog.bottom.value()) == (1, 1)
    assert dialog.ok.isEnabled()
    dialog.deleteLater()


def test_enter_and_escape_on_the_picture_are_the_dialogs(hand):
    for key, result in ((Key.Key_Return, 1), (Key.Key_Escape, 0)):
        dialog = CropDialog(NUMBERS.values, hand.page.changes._scale(NUMBERS), hand.window)
        dialog.setResult(2)
        dialog.show()
        type_into(dialog.top, "2")
        dialog.picker.setFocus()
        QTest.keyClick(dialog.picker, key)
        assert dialog.result() == result
        dialog.deleteLater()


def test_a_size_keeps_its_proportions_and_its_method_is_named(hand, monkeypatch):
    hand.shows(load_sample("edge"))

    def do(dialog):
        type_into(dialog.rows, "3")
        assert dialog.columns.value() == 3
        assert dialog.result_label.text() == "6 × 6 → 3 × 3"
        dialog.locked.click()
        type_into(dialog.columns, "2")

    answering(monkeypatch, ResizeDialog, do)
    chosen(hand, "resize")
    assert hand.values() == [[10, 0]] * 3
    name = hand.window.files.title()
    assert name.endswith(", resized to 3 × 2 by box (area)")
    hand.window.document.undo()
    assert hand.window.document.state.image == load_sample("edge")


def test_more_pixels_than_a_picture_may_have_are_refused_in_the_dialog(hand):
    dialog = ResizeDialog((300, 200), hand.window)
    type_into(dialog.rows, "20000")
    assert not dialog.ok.isEnabled()
    assert dialog.result_label.text() == "20000 rows of 13333 pixels are more than 100,000,000 pixels"
    dialog.deleteLater()


def test_a_crop_that_comes_too_late_is_forgotten(hand):
    hand.shows(NUMBERS)
    hand.page.changes.reshape(Crop(0, 0, 3, 3))
    hand.window.document.edit("Open", image=load_sample("five"))
    hand.settle()
    assert hand.window.document.state.image == load_sample("five")


def test_the_experiment_holds_the_recipe_and_the_files_checksum(hand, photo, tmp_path):
    hand.window.document.open(DocumentState(photo))
    hand.settle()
    for step in (Crop(10, 20, 40, 50), Resize(20, 25, "bicubic")):
        hand.page.changes.reshape(step)
        hand.settle()
    made = hand.window.document.state
    assert made.image.recipe == (Crop(10, 20, 40, 50), Resize(20, 25, "bicubic"))
    path = tmp_path / "mine.convviz"
    save_experiment(path, made, embed=False)
    data = json.loads(path.read_text())["image"]
    assert (data["kind"], len(data["sha256"]), len(json.dumps(data)) < 2000) == ("file", 64, True)
    opened = read_experiment(path)
    assert (opened.state, opened.image_changed) == (made, False)
    assert image_title(opened.state.image) == (
        "photo.png, cropped to rows 10 to 49 and columns 20 to 69, resized to 20 × 25 by bicubic"
    )


@pytest.mark.parametrize("kind", ["sample", "embedded"])
def test_samples_and_embedded_pictures_come_back_as_well(tmp_path, kind):
    image = load_sample("five") if kind == "sample" else NUMBERS
    state = DocumentState(reshaped(image, Crop(1, 2, 4, 5)))
    save_experiment(tmp_path / "a.convviz", state, embed=False)
    assert json.loads((tmp_path / "a.convviz").read_text())["image"]["kind"] == kind
    assert read_experiment(tmp_path / "a.convviz").state == state


def test_a_crop_that_does_not_fit_a_file_that_has_changed_leaves_it_whole(tmp_path, photo):
    state = DocumentState(reshaped(photo, Crop(30, 40, 30, 50)))
    save_experiment(tmp_path / "a.convviz", state, embed=False)
    PIL.Image.fromarray(np.zeros((20, 20), np.uint8)).save(tmp_path / "photo.png")
    opened = read_experiment(tmp_path / "a.convviz")
    assert opened.image_changed
    assert opened.state.image.shape == (20, 20)


def test_a_crop_goes_through_all_pages_of_a_stack(hand, tmp_path):
    np.save(tmp_path / "stack.npy", np.stack([np.full((20, 30), at, np.uint8) for at in range(7)]))
    hand.window.document.open(DocumentState(read(tmp_path / "stack.npy")))
    hand.settle()
    hand.page.changes.reshape(Crop(2, 3, 4, 5))
    hand.settle()
    hand.card.frames.slider.setValue(4)
    assert hand.page.paging.wait_idle()
    assert hand.values() == [[4] * 5] * 4
    assert hand.page.view.frames[:2] == (4, 7)
    hand.window.document.undo()
    assert hand.values() == [[0] * 5] * 4


def test_a_page_that_is_drawn_on_stands_alone_until_it_is_undone(hand, tmp_path):
    np.save(tmp_path / "stack.npy", np.stack([np.full((8, 9), at, np.uint8) for at in range(7)]))
    hand.shows(read(tmp_path / "stack.npy"))
    assert hand.card.frames.isVisible()
    hand.click(1, 1)
    assert hand.values()[1][1] == 255
    assert not hand.card.frames.isVisible()
    hand.window.document.undo()
    hand.settle()
    assert hand.card.frames.isVisible()
    hand.card.frames.slider.setValue(3)
    assert hand.page.paging.wait_idle()
    assert hand.page.view.canvas.on  # a page of the same size
    hand.click(0, 0)
    assert hand.values()[0][:2] == [255, 3]


def test_the_window_lives_on_while_a_large_picture_is_resized(hand, qtbot):
    hand.window.document.open(DocumentState(Image(np.zeros((2000, 3000, 3), np.float32), 0, 1, "large")))
    hand.settle()
    hand.page.changes.reshape(Resize(400, 600, "lanczos"))
    assert hand.window.document.state.image.shape == (2000, 3000, 3)  # nothing has waited for it
    assert hand.page.changes.busy
    hand.settle()
    assert hand.window.document.state.image.shape == (400, 600, 3)


def endless(_image, _step, go_on):
    """Work that ends only because nobody wants it any more."""
    while True:
        go_on(0.4)


def test_what_takes_long_says_how_far_it_is_and_can_be_cancelled(hand, qtbot, monkeypatch):
    hand.shows(NUMBERS)
    monkeypatch.setattr(changing, "reshaped", endless)
    hand.page.changes.reshape(Resize(3, 3, "box"))
    band = hand.window.band
    qtbot.waitUntil(lambda: band.text() == "Resizing a.png: 40 %")
    QTest.mouseClick(band._cancel, LEFT)
    hand.settle()
    assert band.text() == ""
    assert hand.window.document.state.image is NUMBERS
    assert not hand.window.document.can_undo


def test_a_picture_that_is_replaced_ends_the_work_on_it(hand, monkeypatch):
    hand.shows(NUMBERS)
    monkeypatch.setattr(changing, "reshaped", endless)
    hand.page.changes.reshape(Resize(3, 3, "box"))
    hand.window.document.edit("Open", image=load_sample("five"))
    hand.settle()
    assert hand.window.document.state.image == load_sample("five")


def test_a_pixel_drawn_after_a_crop_is_embedded_and_keeps_its_name(hand, photo, tmp_path):
    hand.shows(photo)
    hand.page.changes.reshape(Crop(0, 0, 8, 9))
    hand.settle()
    hand.page.draw(True)
    hand.tool("pencil", "7")
    hand.click(3, 3)
    state = hand.window.document.state
    assert state.image.source is None
    save_experiment(tmp_path / "a.convviz", state, embed=False)
    assert read_experiment(tmp_path / "a.convviz").state == state
    assert hand.window.files.title() == "photo.png, cropped to rows 0 to 7 and columns 0 to 8"
