"""What Step does where there is nothing to do, or where it goes wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from convviz.core.film.moments import Region
from convviz.core.images.drawing import with_cells
from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.core.stages.pipeline import chain
from convviz.document.document import Document
from convviz.document.state.state import DocumentState, Pin
from convviz.pages.step.page import StepPage
from convviz.pages.step.reel import edit_pixel, region_for
from convviz.views.step.export_dialog import ExportRequest

Hand: TypeAlias = Any
"""The fixture of the same name: what a person does."""

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def said(step: StepPage) -> list[tuple[str, str]]:
    news: list[tuple[str, str]] = []
    step.message.connect(lambda kind, text: news.append((kind, text)))
    return news


def request(path: Path, kind: str = "gif") -> ExportRequest:
    return ExportRequest(kind, 480, 1.0, False, 1, 1, path)


# The export


def test_nothing_is_written_before_anybody_asked(step: StepPage, tmp_path: Path) -> None:
    step.files.export(request(tmp_path / "x.gif"))
    step.files._estimate()
    assert not step.files._work.busy
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_empty_is_named(qtbot: QtBot, step: StepPage, tmp_path: Path) -> None:
    (tmp_path / "frames").mkdir()
    (tmp_path / "frames" / "mine.txt").write_text("mine")
    step.export_film()
    dialog = step.files.dialog
    assert dialog is not None
    step.files.export(request(tmp_path / "frames", "frames"))
    qtbot.waitUntil(lambda: dialog.note.text() != "", timeout=20_000)
    assert dialog.note.text() == "The folder frames is not empty."
    assert dialog.close_button.text() == "Close"
    dialog.reject()


def test_what_went_wrong_after_the_dialog_is_gone_is_said_by_the_window(
    step: StepPage, said: list[tuple[str, str]], tmp_path: Path
) -> None:
    files, wanted = step.files, request(tmp_path / "x.gif")
    files._on_failed(wanted, OSError(28, "No space left on device"))
    files._on_failed(wanted, ValueError("too long"))
    files._on_failed(wanted, MemoryError())
    files._on_done(wanted, 1)
    files._on_progress(wanted, 0.5)
    assert said == [
        ("error", "x.gif cannot be written: the disk is full."),
        ("error", "x.gif cannot be written: too long."),
        ("error", "x.gif cannot be written: there is not enough memory; a smaller picture needs less."),
        ("info", "Exported to x.gif."),
    ]


def test_escape_gives_the_film_up_and_once_more_the_dialog(
    qtbot: QtBot, step: StepPage, tmp_path: Path
) -> None:
    step.export_film()
    dialog = step.files.dialog
    assert dialog is not None
    step.files.export(request(tmp_path / "x.gif"))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.note.text() == "Cancelled; nothing was written.", timeout=20_000)
    assert list(tmp_path.iterdir()) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert step.files.dialog is None


def test_without_a_film_there_is_nothing_to_export(step: StepPage) -> None:
    step.document.open(DocumentState())
    step.export_film()
    assert step.files.dialog is None


def test_a_film_is_offered_for_the_folder_of_pictures(
    step: StepPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, expected in (
        (str(tmp_path), tmp_path),
        (str(tmp_path / "none"), Path.home()),
        ("", Path.home()),
    ):
        monkeypatch.setattr(QStandardPaths, "writableLocation", lambda kind, folder=folder: folder)
        step.export_film()
        dialog = step.files.dialog
        assert dialog is not None
        assert Path(dialog.path.text()) == expected / "The X.gif"
        dialog.reject()


# Nothing is open


def test_without_a_picture_the_cards_are_empty(step: StepPage) -> None:
    step.document.open(DocumentState())
    assert step.reel is None
    assert len(step.film) == 0
    assert step.cards.input.grid.content() is None
    assert step.cards.output.grid.content() is None
    assert step.cards.sum.text() == ""
    assert not step.cards.sum.copy_button.isEnabled()


def test_without_a_picture_no_request_does_anything(step: StepPage, said: list[tuple[str, str]]) -> None:
    step.document.open(DocumentState())
    before = step.film_state
    step.go_to(0, 0)
    step._on_menu(0, 0, QPoint(0, 0))
    step._on_guess("7")
    step.drive.set_detail("cell")
    assert step.film_state.moment == before.moment
    assert step.film_state.detail == "cell"
    step.pin("A")
    assert step.film_state.pin_a is None
    assert said == [("info", "Cells of the convolution can be pinned, pooled ones cannot.")]


def test_a_menu_beside_the_map_has_no_lines(step: StepPage) -> None:
    step._on_menu(7, 0, QPoint(0, 0))
    step._on_menu(0, 7, QPoint(0, 0))
    assert QApplication.activePopupWidget() is None


def test_a_guess_where_nothing_is_asked_moves_nothing(step: StepPage, hand: Hand) -> None:
    hand.go_to(1, 1)
    place = step.player.position
    step._on_guess("7")
    assert step.player.position == place


def test_after_a_guess_the_keys_belong_to_the_film(step: StepPage, hand: Hand) -> None:
    step.activateWindow()
    hand.go_to(1, 1)
    step.player.step(-1)
    step.set_predict(True)
    hand.guess("9")
    assert QApplication.focusWidget() is step.cards


def test_a_page_that_is_left_plays_no_longer(step: StepPage) -> None:
    step.player.play()
    step.hide()
    assert not step.player.playing


def test_results_of_a_picture_that_was_replaced_are_not_kept(step: StepPage) -> None:
    result = step.result
    assert result is not None
    step.document.edit("Open picture", image=Image(np.zeros((7, 11), np.uint8)))
    step._keep_result(1, result)
    assert step.document.results.of(step.document.state) is None
    assert step.queue.wait_idle()
    assert step.result is not None
    assert step.result.input.shape == (7, 11)


# The overview of a large picture


def test_the_overview_opens_and_closes_with_its_button(step: StepPage, hand: Hand) -> None:
    hand.choose("mug")
    button, picker = step.cards.input.region_button, step.region.picker
    QTest.mouseClick(button, Left)
    assert (picker.isVisible(), button.isChecked()) == (True, True)
    QTest.mouseClick(button, Left)
    assert (picker.isVisible(), button.isChecked()) == (False, False)
    QTest.mouseClick(button, Left)
    hand.choose("x_diagonal")
    assert (picker.isVisible(), button.isChecked(), button.isVisible()) == (False, False, False)


@pytest.mark.parametrize(
    ("stage", "cell", "corner"),
    [
        ("input", (60, 20), (54, 14)),
        ("convolution", (20, 10), (35, 28)),  # its window is rows 40 to 41 and columns 30 to 38
        ("pooling", (5, 2), (15, 16)),  # rows 10 and 11, columns 6 to 8 of the map
    ],
)
def test_the_part_lies_around_the_pin_of_every_stage(
    stage: Any, cell: tuple[int, int], corner: tuple[int, int]
) -> None:
    pool = PoolSettings("max", size=(2, 3), stride=(2, 3))
    settings = Settings(Kernel(np.ones((2, 5))), stride=(2, 3), dilation=(1, 2), pool=pool)
    state = DocumentState(Image(np.zeros((70, 90))), settings, pin=Pin(stage, *cell))
    assert region_for(state, chain((70, 90), settings)) == Region(*corner, 12, 12)


# Pixels


def test_a_pixel_beside_the_picture_is_not_changed() -> None:
    document = Document(DocumentState(Image(np.zeros((7, 11), np.uint8))))
    edit_pixel(document, (7, 0, 0), 5, "")
    edit_pixel(document, (0, 11, 0), 5, "")
    edit_pixel(Document(), (0, 0, 0), 5, "")
    assert not document.can_undo
    edit_pixel(document, (6, 10, 0), 5, "")
    assert document.state.image is not None
    assert document.state.image.values[6, 10] == 5


def test_pixels_of_one_gesture_are_one_step_and_others_are_not() -> None:
    document = Document(DocumentState(Image(np.zeros((7, 11), np.uint8))))
    for value in (5, 6, 7):
        edit_pixel(document, (6, 10, 0), value, "drag")
    document.undo()
    assert not document.can_undo
    edit_pixel(document, (6, 10, 0), 1, "")
    edit_pixel(document, (6, 10, 0), 2, "")
    document.undo()
    assert document.state.image is not None
    assert document.state.image.values[6, 10] == 1


@pytest.mark.parametrize(("value", "kind"), [(200, np.uint8), (0.5, np.float32)])
def test_bytes_stay_bytes_as_long_as_the_value_is_one(value: float, kind: type) -> None:
    image = with_cells(Image(np.zeros((2, 3, 3), np.uint8), name="a.png"), [(1, 2)], value, 1)
    assert image.values.dtype == kind
    assert image.values[1, 2].tolist() == [0, value, 0]
    assert np.count_nonzero(image.values) == 1


def test_a_language_that_changes_before_the_page_is_built_is_no_event(qtbot: QtBot) -> None:
    page = StepPage(Document(), in_parts=True)
    qtbot.addWidget(page)
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert page.view is None
