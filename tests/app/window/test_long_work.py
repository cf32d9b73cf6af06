"""Work that takes long, in the real window: what is said of it, and the buttons that give it up."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from convviz.app.preferences import Preferences
from convviz.app.window import figures as figures_module
from convviz.app.window.main_window import MainWindow
from convviz.core.images import image as images
from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import Settings
from convviz.core.stages.pipeline import Cancelled
from convviz.document.state.state import DocumentState
from convviz.pages.lab.files import exports as lab_module
from convviz.pages.lab.page import LabPage
from convviz.pages.step.page import StepPage
from tests.app.conftest import FakeDialogs

LEFT = Qt.MouseButton.LeftButton
OBLONG = DocumentState(
    Image(np.arange(77, dtype=np.uint8).reshape(7, 11)), Settings(Kernel([[1, 2, 3], [4, 5, 6]]))
)


class Gate:
    """Work that lasts until a test lets it go on."""

    def __init__(self) -> None:
        self.entered, self.opened = threading.Event(), threading.Event()

    def wait(self) -> None:
        self.entered.set()
        assert self.opened.wait(20)


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.opened.set()


@pytest.fixture
def window(qtbot: QtBot, preferences: Preferences, dialogs: FakeDialogs) -> Iterator[MainWindow]:
    """The Lab and Step with a small picture."""
    shown = MainWindow(preferences, LabPage, dialogs=dialogs)
    lab = shown.page("lab")
    shown.add_page("step", "Step", "step", StepPage(shown.document, shown.stack, lab.queue))
    shown.resize(1280, 800)
    shown.document.open(OBLONG)
    shown.show()
    qtbot.waitExposed(shown)
    assert lab.queue.wait_idle()
    yield shown
    shown.shut_down()
    shown.deleteLater()


@pytest.fixture
def slow_files(monkeypatch: pytest.MonkeyPatch, gate: Gate) -> Gate:
    """Every stage takes so long to write that a thread does it."""
    save = lab_module.save_stage

    def slow(*given: Any, go_on: Any, **named: Any) -> None:
        go_on(0.45)
        gate.wait()
        save(*given, go_on=go_on, **named)

    monkeypatch.setattr(lab_module, "save_stage", slow)
    monkeypatch.setattr(lab_module, "seconds_to_save", lambda values, path: 20.0)
    return gate


def export(window: MainWindow, path: Path) -> None:
    window.dialogs.path = path  # type: ignore[attr-defined]
    window.exporter.export_stage("convolution")


def test_a_large_file_says_how_far_it_is_and_is_whole_in_the_end(
    qtbot: QtBot, window: MainWindow, slow_files: Gate, tmp_path: Path
) -> None:
    export(window, tmp_path / "map.npy")
    qtbot.waitUntil(lambda: window.band.text() == "Writing map.npy: 45 %")
    assert window.band._cancel.isVisible()
    export(window, tmp_path / "second.npy")
    assert window.band.text() == "map.npy is still being written."
    slow_files.opened.set()
    qtbot.waitUntil(lambda: window.band.text() == "Exported to map.npy.")
    np.testing.assert_array_equal(
        np.load(tmp_path / "map.npy"),
        window.page("lab").result.convolution,  # type: ignore[attr-defined]
    )
    assert not (tmp_path / "second.npy").exists()


def test_cancel_leaves_no_file(qtbot: QtBot, window: MainWindow, slow_files: Gate, tmp_path: Path) -> None:
    export(window, tmp_path / "map.csv")
    qtbot.waitUntil(lambda: window.band.text() == "Writing map.csv: 45 %")
    QTest.mouseClick(window.band._cancel, LEFT)
    slow_files.opened.set()
    qtbot.waitUntil(lambda: window.band.text() == "map.csv was not written: cancelled.")
    assert list(tmp_path.glob("*map*")) + list(tmp_path.glob("*.tmp")) == []


def test_closing_asks_about_a_file_that_is_being_written(
    window: MainWindow, slow_files: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(window, tmp_path / "map.csv")
    asked: list[str] = []
    monkeypatch.setattr(window.dialogs, "may_end", lambda parent, loss: asked.append(loss))
    assert not window.close()
    assert asked == ["map.csv is still being written."]
    slow_files.opened.set()
    assert window.page("lab").writing.wait_idle()  # type: ignore[attr-defined]
    assert (tmp_path / "map.csv").exists()


def compute_until_given_up(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next result is computed until somebody gives it up."""

    def endless(*_: Any, cancelled: Any, progress: Any) -> None:
        tick = threading.Event()
        while not cancelled():
            progress(0.25)
            tick.wait(0.01)
        raise Cancelled

    monkeypatch.setattr(window.page("lab").queue, "_run", endless)  # type: ignore[attr-defined]


def test_an_export_waits_for_its_maps_and_is_given_up_with_them(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lab: Any = window.page("lab")
    usual = lab.queue._run
    compute_until_given_up(window, monkeypatch)
    window.document.edit_settings("Bias", bias=5.0)
    export(window, tmp_path / "map.npy")
    qtbot.waitUntil(lab.busy_note.isVisible)
    QTest.mouseClick(lab.busy_note._button, LEFT)
    assert lab.queue.wait_idle()
    monkeypatch.setattr(lab.queue, "_run", usual)
    window.document.edit_settings("Bias", bias=6.0)
    assert lab.queue.wait_idle()
    assert not (tmp_path / "map.npy").exists()  # it was not those maps that were wanted
    window.document.edit_settings("Bias", bias=7.0)
    export(window, tmp_path / "map.npy")
    assert not (tmp_path / "map.npy").exists()
    assert lab.queue.wait_idle()
    np.testing.assert_array_equal(np.load(tmp_path / "map.npy"), lab.result.convolution)
    assert lab.result.settings.bias == 7.0


def test_of_an_export_that_was_given_up_nothing_is_heard_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lab: Any = window.page("lab")
    usual = lab.queue._run
    compute_until_given_up(window, monkeypatch)
    window.document.edit_settings("Bias", bias=5.0)
    export(window, tmp_path / "map.npy")
    qtbot.waitUntil(lab.busy_note.isVisible)
    QTest.mouseClick(lab.busy_note._button, LEFT)
    assert lab.queue.wait_idle()
    monkeypatch.setattr(lab.queue, "_run", usual)
    heard: list[str] = []
    lab.message.connect(lambda _kind, text: heard.append(text))
    window.document.undo()
    assert lab.queue.wait_idle()
    window.document.redo()
    assert lab.queue.wait_idle()
    assert lab.result.settings.bias == 5.0
    assert lab.writing.wait_idle()
    assert heard == []
    assert not (tmp_path / "map.npy").exists()


def test_maps_of_other_settings_are_not_exported(window: MainWindow, tmp_path: Path) -> None:
    lab: Any = window.page("lab")
    window.document.edit_settings("Bias", bias=5.0)
    export(window, tmp_path / "map.npy")
    window.document.edit_settings("Bias", bias=6.0)
    assert lab.queue.wait_idle()
    assert window.band.text() == "The settings have changed; map.npy was not written."
    assert not (tmp_path / "map.npy").exists()


def test_step_tells_of_a_long_computation_and_lets_it_be_given_up(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_page("step")
    step: Any = window.page("step")
    compute_until_given_up(window, monkeypatch)
    window.document.edit_settings("Bias", bias=5.0)
    note = step.cards.work_note
    qtbot.waitUntil(note.isVisible)
    qtbot.waitUntil(lambda: note._label.text() == "2 × 3 kernel, 25 %")
    QTest.mouseClick(note._button, LEFT)
    assert step.queue.wait_idle()
    assert not note.isVisible()
    assert step.view.stale
    window.show_page("lab")
    assert window.page("lab").stages.cards["convolution"].stale.isVisible()  # type: ignore[attr-defined]


def test_a_figure_is_given_up_with_the_dialogs_cancel(
    qtbot: QtBot, window: MainWindow, gate: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = figures_module.write_figure

    def slow(*given: Any, **named: Any) -> None:
        gate.wait()
        write(*given, **named)

    monkeypatch.setattr(figures_module, "write_figure", slow)
    window.exporter.export_figure("chain")
    dialog: Any = window.exporter.figures.dialog
    window.dialogs.path = tmp_path / "chain.png"  # type: ignore[attr-defined]
    QTest.mouseClick(dialog.export_button, LEFT)
    assert gate.entered.wait(20)
    assert dialog.close_button.text() == "Cancel"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    gate.opened.set()
    qtbot.waitUntil(lambda: dialog.note.text() == "Cancelled; nothing was written.")
    assert dialog.close_button.text() == "Close"
    assert dialog.export_button.isEnabled()
    assert not (tmp_path / "chain.png").exists()
    QTest.mouseClick(dialog.close_button, LEFT)
    assert window.exporter.figures.dialog is None


def test_opening_a_large_file_says_how_much_is_read(
    qtbot: QtBot, window: MainWindow, gate: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(path: Path, part: Any, *, cancelled: Any, progress: Any) -> Image:
        progress(0.0)
        gate.wait()
        progress(0.6)
        tick = threading.Event()
        while not cancelled():
            tick.wait(0.01)
        raise images.ImageError("a", "empty", "is empty")

    monkeypatch.setattr("convviz.document.files.loader.images.read", slow)
    monkeypatch.setattr("convviz.document.background.latest_wins.INTERVAL", 0.0)
    before = window.document.state
    window.files.open_path(tmp_path / "large.png")
    qtbot.waitUntil(lambda: window.band.text() == "Opening large.png…")
    gate.opened.set()
    qtbot.waitUntil(lambda: window.band.text() == "Opening large.png: 60 % is read")
    QTest.mouseClick(window.band._cancel, LEFT)
    qtbot.waitUntil(lambda: not window.files.is_loading)
    assert window.band.text() == ""
    assert window.document.state == replace(before)
