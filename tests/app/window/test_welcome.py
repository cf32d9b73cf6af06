"""The first start, and samples one click away on every page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from convviz.core.samples.pictures import SAMPLES

LEFT = Qt.MouseButton.LeftButton


def opened(qtbot, window, key):
    qtbot.waitUntil(lambda: window.document.state.image is not None and not window.files.is_loading)
    return window.document.state.image.sample == key


def test_one_tile_begins_with_the_x_and_is_for_the_first_start(qtbot, window):
    welcome = window.start_page.welcome
    assert "2 minutes" in welcome.begin.text()
    assert welcome.begin.isVisible()
    QTest.mouseClick(welcome.begin, LEFT)
    assert opened(qtbot, window, "x")
    assert welcome.begin.isHidden()
    assert not window.preferences.is_new


def test_samples_lie_below_a_button_beside_open(qtbot, window):
    buttons = window.bar._buttons
    assert [one.defaultAction().objectName() for one in buttons[:2]] == ["open", "samples"]
    QTest.mouseClick(buttons[1], LEFT)
    sheet = window.body.samples
    assert sheet.isVisible()
    tiles = [sheet.tile(sample.key) for sample in SAMPLES]
    qtbot.waitUntil(lambda: not any(tile._picture.isNull() for tile in tiles), timeout=20_000)
    assert all(tile.text() for tile in tiles)
    QTest.mouseClick(sheet.tile("edge"), LEFT)
    assert opened(qtbot, window, "edge")
    assert sheet.isHidden()


def test_samples_are_reached_by_keys(qtbot, window):
    window.actions_.samples.trigger()
    sheet = window.body.samples
    QApplication.processEvents()
    assert sheet.focusWidget() is sheet.tile(SAMPLES[0].key)
    QTest.keyClick(sheet.tile(SAMPLES[0].key), Qt.Key.Key_Right)
    QTest.keyClick(sheet.tile(SAMPLES[1].key), Qt.Key.Key_Return)
    assert opened(qtbot, window, SAMPLES[1].key)
    window.actions_.samples.trigger()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isHidden()
