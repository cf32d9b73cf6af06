"""What a person asks the Step page for: menus, pins, regions, the export, and what cannot be had."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from convviz.core.film.moments import Region
from convviz.core.images.image import Image, ImageError
from convviz.document.state.state import DocumentState, Pin
from convviz.pages.step import page as step_page
from convviz.pages.step.page import StepPage
from convviz.views.step.export_dialog import ExportDialog

Hand: TypeAlias = Any
"""The fixture of the same name: what a person does."""

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def said(step: StepPage) -> list[tuple[str, str]]:
    """What the page said to the window: (kind, text)."""
    news: list[tuple[str, str]] = []
    step.message.connect(lambda kind, text: news.append((kind, text)))
    return news


@pytest.fixture
def menu(step: StepPage, hand: Hand) -> Any:
    """Open the context menu of an output cell and choose a line, None for none; the lines that it had."""

    def choose(row: int, column: int, at: int | None) -> list[str]:
        lines: list[str] = []

        def answer() -> None:
            popup = QApplication.activePopupWidget()
            assert isinstance(popup, QMenu)
            lines.extend(action.text() for action in popup.actions())
            for _ in range(0 if at is None else at + 1):
                QTest.keyClick(popup, Key.Key_Down)
            QTest.keyClick(popup, Key.Key_Escape if at is None else Key.Key_Return)

        QTimer.singleShot(0, answer)  # in the menu's own event loop
        grid, point = step.cards.output.grid, hand.grid_point(row, column)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, grid.mapToGlobal(point))
        QApplication.sendEvent(grid, event)
        return lines

    return choose


def test_the_menu_of_a_cell_goes_there_and_pins_it(step: StepPage, hand: Hand, menu: Any) -> None:
    assert menu(2, 3, 0) == ["Go to (2, 3)", "Pin as A", "Pin as B"]
    assert hand.cell() == (2, 3)
    menu(4, 5, 1)
    menu(5, 4, 2)
    assert (step.film_state.pin_a, step.film_state.pin_b, hand.cell()) == ((4, 5), (5, 4), (2, 3))
    menu(6, 6, None)
    assert (step.film_state.pin_a, step.film_state.pin_b, hand.cell()) == ((4, 5), (5, 4), (2, 3))


def test_a_pooled_cell_has_nothing_to_pin(
    step: StepPage, hand: Hand, menu: Any, said: list[tuple[str, str]]
) -> None:
    hand.choose("x_pool_floor")
    hand.press(Key.Key_End)
    before = step.film_state.pin_a
    hand.press(Key.Key_A)
    assert said == [("info", "Cells of the convolution can be pinned, pooled ones cannot.")]
    assert step.film_state.pin_a == before
    assert menu(1, 1, 0) == ["Go to (1, 1)"]
    assert hand.cell() == (1, 1)


def test_a_failure_leaves_the_film_and_says_why(step: StepPage, said: list[tuple[str, str]]) -> None:
    step.player.play()
    step.queue.failed.emit(1, MemoryError("too large"))
    assert not step.player.playing
    assert step.view is not None
    assert step.view.scene is not None
    assert said == [("error", "too large")]
    step.hide()
    step.queue.failed.emit(2, MemoryError("again"))
    assert len(said) == 1


def test_an_example_without_its_picture_is_refused(
    step: StepPage, hand: Hand, said: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*given: object) -> None:
        raise ImageError("mug.png", "missing", "is gone")

    before = step.document.state
    monkeypatch.setattr(step_page, "set_up", missing)
    step.choose_example("mug")
    assert said == [("error", "The picture of this example cannot be read.")]
    assert step.document.state is before


def test_a_part_that_holds_no_windows_centre_is_said_to(
    step: StepPage, hand: Hand, said: list[tuple[str, str]]
) -> None:
    hand.choose("mug")
    step.choose_region(Region(0, 0, 1, 1))
    assert said == [("info", "No window is centred in this part of the picture. Choose another one.")]
    assert len(step.film) == 0
    step.export_film()
    assert step.files.dialog is None
    QTest.keyClick(step, Key.Key_A)
    step.pin("A")
    step.go_to(0, 0)
    assert step.player.position == 0


def test_f6_visits_the_seven_regions_in_order(step: StepPage) -> None:
    cards = step.cards
    assert step.focus_regions() == [
        step.strip,
        cards.input.grid,
        cards.operation.choice.button("grids"),
        cards.output.grid,
        cards.sum.copy_button,
        cards.compare.pin_button,
        cards.timeline.timeline,
    ]


def test_a_cell_that_the_film_leaves_out_is_not_gone_to(step: StepPage, hand: Hand) -> None:
    hand.go_to(3, 3)
    step.go_to(90, 90)
    assert hand.cell() == (3, 3)


def test_enter_beside_a_button_presses_nothing(step: StepPage, hand: Hand) -> None:
    step.cards.timeline.timeline.setFocus()
    QTest.keyClick(step, Key.Key_Return)
    assert step.player.position == 0


def test_keys_are_told_when_the_language_changes(step: StepPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(step.info_changed) as caught:
        QApplication.sendEvent(step, QEvent(QEvent.Type.LanguageChange))
    assert caught.args == ["Space: play  ·  ← →: step  ·  F1: all shortcuts"]
    step.hide()
    QApplication.sendEvent(step, QEvent(QEvent.Type.LanguageChange))
    assert step.view is None
    step.show()
    assert step.view is not None


def test_loop_is_switched_by_its_button(step: StepPage, hand: Hand) -> None:
    hand.press(Key.Key_L)
    assert (step.player.loop, step.film_state.loop) == (True, True)
    hand.press(Key.Key_L)
    assert (step.player.loop, step.film_state.loop) == (False, False)


def test_home_and_end_have_buttons(step: StepPage) -> None:
    transport = step.cards.timeline.transport
    QTest.mouseClick(transport.last_button, Left)
    assert step.player.position == 49 * 21 - 1
    QTest.mouseClick(transport.first_button, Left)
    assert step.player.position == 0


@pytest.mark.parametrize(
    ("stage", "cell", "region"),
    [("convolution", (100, 300), Region(95, 295, 12, 12)), ("input", (0, 0), Region(0, 0, 12, 12))],
)
def test_a_pin_of_any_stage_chooses_the_part(
    step: StepPage, hand: Hand, stage: Any, cell: tuple[int, int], region: Region
) -> None:
    hand.choose("mug")
    state = step.document.state
    step.document.open(DocumentState(state.image, state.settings, pin=Pin(stage, *cell)))
    hand.settle()
    assert step.reel is not None
    assert step.reel.region == region


def test_to_ask_twice_opens_one_dialog_and_none_is_left(step: StepPage, qapp: QApplication) -> None:
    step.export_film()
    first = step.files.dialog
    step.export_film()
    assert step.files.dialog is first
    assert first is not None
    first.reject()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert step.findChildren(ExportDialog) == []


def test_the_export_starts_from_what_was_written_last(
    step: StepPage, hand: Hand, qtbot: QtBot, tmp_path: Path
) -> None:
    step.export_film()
    dialog = step.files.dialog
    assert dialog is not None
    dialog.kind.setFocus()
    dialog.last.setValue(1)
    dialog.path.setText(str(tmp_path / "first.gif"))
    with qtbot.waitSignal(step.message, timeout=30_000) as caught:
        QTest.mouseClick(dialog.export_button, Left)
    assert caught.args == ["info", "Exported to first.gif."]
    step.export_film()
    dialog = step.files.dialog
    assert dialog is not None
    assert Path(dialog.path.text()).parent == tmp_path
    dialog.reject()


def test_a_hidden_page_lets_go_of_a_picture_that_is_no_longer_open(step: StepPage) -> None:
    step.hide()
    step.document.edit("Open picture", image=Image(np.zeros((6, 6), np.uint8)))
    assert step.reel is None
    assert len(step.film) == 0
