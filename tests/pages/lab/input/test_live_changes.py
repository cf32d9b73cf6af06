"""What is drawn on, or cut out of, a live picture is a picture of the document, in one step each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from convviz.core.images.recipe import Crop
from convviz.pages.lab.input import changing
from tests.pages.lab.input.test_live_input import OWN, ramp
from tests.pages.lab.input.test_live_input import media as media
from tests.pages.lab.input.test_live_input import page as page
from tests.pages.lab.input.test_live_input import puppet as puppet


def test_to_draw_keeps_the_picture_on_show(page, puppet):
    card = page.stages.input
    page.stages.input.action_chosen.emit("input", "draw")
    assert page.queue.wait_idle()
    kept = page.document.state.image
    assert not page.live_input.is_on
    assert kept.values[:, :, 0].tolist() == ramp(1).tolist()
    assert page.view.canvas.on
    place = card.picture.viewport().to_screen(0.5, 0.5).toPoint()
    QTest.mouseClick(card.picture, Qt.MouseButton.LeftButton, pos=place)
    assert page.document.state.image.values[0, 0].tolist() == [255, 255, 255]
    page.document.undo()
    assert page.document.state.image is kept
    page.document.undo()
    assert page.document.state.image is OWN


@pytest.mark.parametrize("taken", [True, False])
def test_a_crop_is_of_the_picture_on_show(page, puppet, monkeypatch, taken):
    monkeypatch.setattr(changing, "ask_crop", lambda *_: Crop(1, 2, 3, 4) if taken else None)
    page.stages.input.action_chosen.emit("input", "crop")
    assert page.changes.wait_idle()
    assert page.queue.wait_idle()
    assert not page.live_input.is_on
    shape = (3, 4) if taken else (6, 8)
    assert page.document.state.image.shape[:2] == shape
    assert page.view.image is page.document.state.image
