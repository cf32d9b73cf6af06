from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from convviz.views.window.samples import SampleEntry
from convviz.views.window.start_page import StartPage


@pytest.fixture
def page(qtbot):
    widget = StartPage()
    qtbot.addWidget(widget)
    widget.set_samples([SampleEntry("x", "The X", "9 × 9"), SampleEntry("mug", "Mug", "400 × 600")])
    widget.resize(900, 700)
    widget.show()
    return widget


def test_open_and_paste_are_wishes(qtbot, page):
    with qtbot.waitSignal(page.open_wanted):
        qtbot.mouseClick(page.drop_zone.open_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.paste_wanted):
        qtbot.mouseClick(page.drop_zone.paste_button, Qt.MouseButton.LeftButton)


def test_a_sample_is_chosen_by_mouse_and_by_key(qtbot, page):
    with qtbot.waitSignal(page.sample_chosen) as chosen:
        qtbot.mouseClick(page.tile("mug"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["mug"]
    with qtbot.waitSignal(page.sample_chosen) as chosen:
        qtbot.keyClick(page.tile("x"), Qt.Key.Key_Space)
    assert chosen.args == ["x"]


def test_a_tile_shows_its_picture_and_says_its_size(page):
    picture = QImage(9, 9, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    page.set_sample_picture("x", picture)
    tile = page.tile("x")
    assert tile.accessibleName() == "The X, 9 × 9"
    assert tile.grab().toImage().pixelColor(tile.width() // 2, 40).name() == "#ff0000"


def test_recent_files_are_listed_and_chosen(qtbot, page):
    page.set_recent([Path("/pictures/cats & dogs.png"), Path("/pictures/b.png")])
    newest = page._recent[0]
    assert newest.isVisible()
    with qtbot.waitSignal(page.recent_chosen) as chosen:
        qtbot.mouseClick(newest, Qt.MouseButton.LeftButton)
    assert chosen.args == [str(Path("/pictures/cats & dogs.png"))]
    page.set_recent([])
    assert page._recent == []


def test_the_offer_is_one_line_that_is_there_only_with_something_to_offer(qtbot, page):
    offer = page.offer
    assert not offer.isVisible()
    offer.set_texts("Go on where you were, 12:41", "<b>cats & dogs.png</b> · Step")
    assert offer.isVisible()
    assert offer.details() == "<b>cats & dogs.png</b> · Step"
    assert offer.height() < 2 * offer.go_on.height()
    with qtbot.waitSignal(offer.go_on_wanted):
        qtbot.keyClick(offer.go_on, Qt.Key.Key_Space)
    with qtbot.waitSignal(offer.discard_wanted):
        qtbot.mouseClick(offer.discard, Qt.MouseButton.LeftButton)
    offer.set_texts("", "")
    assert not offer.isVisible()


def test_something_held_over_the_window_lights_the_zone(page):
    quiet = page.drop_zone.grab().toImage()
    page.set_drop_active(True)
    lit = page.drop_zone.grab().toImage()
    assert quiet != lit
    page.set_drop_active(False)
    assert page.drop_zone.grab().toImage() == quiet
