"""A new user and the film: from the start page to a GIF, with clicks and keys, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pictures
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from convviz.app.application import _lab, _step
from convviz.app.preferences import Preferences
from convviz.app.window.main_window import MainWindow
from convviz.core import run
from convviz.core.samples.lessons import example
from convviz.film.scene import Pins
from convviz.film.sheet import Frames, sum_of
from convviz.pages.step.files import sheet_of
from convviz.pages.step.page import StepPage

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    preferences = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    shown = MainWindow(preferences, _lab)
    shown.add_page("step", "Step", "step", _step(shown))
    shown.resize(1440, 900)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.shut_down()
    shown.deleteLater()


def open_step(qtbot: QtBot, window: MainWindow) -> StepPage:
    QTest.mouseClick(window.rail.entry("step"), Left)
    page = window.page("step")
    assert isinstance(page, StepPage)
    qtbot.waitUntil(lambda: page.result is not None, timeout=20_000)
    return page


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def box_of(page: StepPage, number: int) -> QPoint:
    """Where the timeline's cell ``number`` is."""
    box = page.cards.timeline.timeline._layout.box(number, 0, 60)
    return box.center().toPoint()


def drag_timeline(page: StepPage, start: int, end: int) -> None:
    timeline = page.cards.timeline.timeline
    QTest.mousePress(timeline, Left, pos=box_of(page, start))
    for number in range(start, end, 1 if end > start else -1):
        QTest.mouseMove(timeline, box_of(page, number))
    QTest.mouseMove(timeline, box_of(page, end))
    QTest.mouseRelease(timeline, Left, pos=box_of(page, end))


def choose_example(qtbot: QtBot, page: StepPage, key: str) -> None:
    """Walk down the list with the arrow keys, as a person does."""
    box = page.strip.box
    box.setFocus()
    target = box.findData(key)
    while box.currentIndex() != target:
        QTest.keyClick(box, Key.Key_Down if box.currentIndex() < target else Key.Key_Up)
    wanted = example(key).settings
    qtbot.waitUntil(lambda: page.result is not None and page.result.settings == wanted, timeout=20_000)


def test_the_x_plays_and_the_pair_differs_by_ten(qtbot: QtBot, window: MainWindow) -> None:
    assert window.current_page() is window.start_page
    page = open_step(qtbot, window)
    assert window.current_page() is page
    qtbot.waitUntil(lambda: page.player.playing and page.player.position > 0, timeout=20_000)
    press(Key.Key_Space)
    assert not page.player.playing
    press(Key.Key_End)
    QTest.mouseClick(page.cards.compare.clear_button, Left)
    assert page.cards.compare.text() == ""
    drag_timeline(page, 48, 8)
    assert page.cards.sum.text().endswith("= 9; + bias 0 = 9; 9 / 9 taps = 1.00")
    press(Key.Key_A)
    drag_timeline(page, 8, 1)
    press(Key.Key_B)
    assert page.cards.compare.text() == (
        "9 − (−1) = 10  The sums differ by 10, not 10-fold: they run from −3 to 9."
    )
    assert "Output (0, 1) = −1" in window.strip.facts()


def test_thirty_becomes_minus_thirty(qtbot: QtBot, window: MainWindow) -> None:
    page = open_step(qtbot, window)
    seen = []
    for key in ("edge_correlation", "edge_convolution"):
        choose_example(qtbot, page, key)
        page.player.pause()
        row, place = page.cards.output.grid, page.cards.viewport
        cell = row.content().cell_rect(0, 1).center()  # type: ignore[union-attr]
        QTest.mouseClick(row, Left, pos=place.to_screen(cell.y(), cell.x()).toPoint())
        seen.append(page.cards.sum.text().split(" = ")[1].split(";")[0])
    assert seen == ["30", "−30"]
    assert window.actions_.undo.isEnabled()
    QTest.keyClick(window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.strip.box.currentData() == "edge_correlation"


def test_the_film_waits_while_the_lab_is_on(qtbot: QtBot, window: MainWindow) -> None:
    page = open_step(qtbot, window)
    press(Key.Key_Space, Key.Key_Plus, Key.Key_Right, Key.Key_Right)
    place = page.player.position
    QTest.mouseClick(window.rail.entry("lab"), Left)
    assert not page.player.playing
    window.document.edit_settings("Bias", bias=2.0)
    QTest.mouseClick(window.rail.entry("step"), Left)
    qtbot.waitUntil(lambda: page.result is not None and page.result.settings.bias == 2, timeout=20_000)
    assert (page.player.position, page.player.speed) == (place, 2.0)


def test_guessing_reveals(qtbot: QtBot, window: MainWindow) -> None:
    page = open_step(qtbot, window)
    press(Key.Key_Space, Key.Key_Home)
    QTest.mouseClick(page.strip.predict, Left, pos=QPoint(8, page.strip.predict.height() // 2))
    box = page.cards.sum.predict_box()
    QTest.mouseClick(box.edit, Left)
    QTest.keyClicks(QApplication.focusWidget(), "7 x 7")
    press(Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "7")
    press(Key.Key_Return)
    assert box.verdict_text() == "Right: 7."
    press(Key.Key_Space)
    assert page.player.playing


def test_a_pixel_one_larger_makes_the_sum_one_larger(qtbot: QtBot, window: MainWindow) -> None:
    page = open_step(qtbot, window)
    press(Key.Key_Space)
    drag_timeline(page, 0, 8)
    grid = page.cards.input.grid
    cell = grid.content().cell_rect(1, 1).center()  # type: ignore[union-attr]
    QTest.mouseDClick(grid, Left, pos=page.cards.viewport.to_screen(cell.y(), cell.x()).toPoint())
    QTest.keyClicks(QApplication.focusWidget(), "2")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.result is not None and page.result.convolution[1, 1] == 10, timeout=20_000)
    assert page.cards.sum.text().startswith("(2)(1)")
    QTest.keyClick(window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.result is not None and page.result.convolution[1, 1] == 9, timeout=20_000)


def test_an_exported_gif_holds_every_number(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    page = open_step(qtbot, window)
    press(Key.Key_Space)
    QTest.mouseClick(page.cards.timeline.transport.detail.button("cell"), Left)
    window.exporter.fill(window.menus.export)
    window.menus.export.actions()[-1].trigger()
    dialog = page.files.dialog
    assert dialog is not None
    dialog.path.setFocus()
    dialog.path.selectAll()
    QTest.keyClicks(dialog.path, str(tmp_path / "x.gif"))
    with qtbot.waitSignal(page.message, timeout=60_000):
        QTest.mouseClick(dialog.export_button, Left)
    assert page.reel is not None
    frames = Frames(sheet_of(page.reel, Pins((1, 1), (0, 1))))
    values = run(example("x_diagonal").image(), example("x_diagonal").settings).convolution.ravel()
    with Pictures.open(tmp_path / "x.gif") as opened:
        assert opened.n_frames == 49  # type: ignore[attr-defined]
        for number in range(49):
            opened.seek(number)
            frame = np.asarray(opened.convert("RGB")).astype(int)
            assert np.abs(frame - frames.pixels(number)).mean() < 1
            assert (
                sum_of(frames.sheet.scene(number), lit=False).result.replace("−", "-")
                == f"{values[number]:g}"
            )
