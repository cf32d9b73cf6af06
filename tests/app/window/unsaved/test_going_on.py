"""A window that does not end by itself leaves its work behind, and the next one offers it."""

from __future__ import annotations

import shutil
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget

from convviz.app.dialogs.dialogs import PreferencesDialog, SaveAnswer
from convviz.app.preferences import Preferences
from convviz.app.window.main_window import MainWindow
from convviz.core.kernels.kernel_library import library
from convviz.core.samples.pictures import x_image
from convviz.document.sessions.content import FILE, TRIED
from convviz.document.sessions.keeper import SOON
from convviz.document.state.state import NetworkState, Paper, PenStroke

STROKES = (PenStroke(0.1, ((0.25, 0.5, 1.0), (0.5, 0.75, 0.5))),)


class KeepingPage(QWidget):
    """Keeps something beside the document, as the Network page keeps trained networks."""

    def keep_in(self, room):
        self.room = room

    def go_on(self, folder):
        self.found = [path.name for path in folder.iterdir() if path.suffix == ".keras"]


@pytest.fixture
def open_window(qtbot, tmp_path, dialogs):
    """Opens windows, one after the other or beside each other, on the same settings."""
    windows = []

    def open_one():
        preferences = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
        window = MainWindow(preferences, lambda document, parent: QWidget(parent), dialogs=dialogs)
        window.add_page("network", "Network", "network", KeepingPage(), needs_picture=False)
        window.show()
        qtbot.waitExposed(window)
        windows.append(window)
        return window

    yield open_one
    for window in windows:
        window.shut_down()
        window.deleteLater()


@pytest.fixture
def sessions(tmp_path):
    return lambda: sorted((tmp_path / "sessions").glob(f"*/{FILE}"))


def work_on(window, bias=7.0):
    window.document.open(replace(window.document.state, image=x_image()))
    window.document.edit_settings("Bias", bias=bias)


def click(qtbot, window, name="go_on"):
    qtbot.mouseClick(getattr(window.start_page.offer, name), Qt.MouseButton.LeftButton)


def go_on(qtbot, window):
    with qtbot.waitSignal(window.going_on.page_wanted):
        click(qtbot, window)


def test_the_first_start_offers_nothing(open_window, sessions):
    window = open_window()
    assert not window.start_page.offer.isVisible()
    assert not window.actions_.go_on.isVisible()
    window.going_on.keeper.keep()
    window.shut_down()
    assert sessions() == []


def test_it_goes_on_where_it_was(qtbot, open_window, sessions, dialogs):
    window = open_window()
    work_on(window)
    window.document.edit("Draw", network=NetworkState(paper=Paper(STROKES)))
    window.show_page("network")
    before = window.document.state
    window.shut_down()  # as after a signal
    window = open_window()
    assert window.start_page.offer.isVisible()
    assert window.start_page.offer.go_on.text() == window.actions_.go_on.text()
    assert window.start_page.offer.go_on.text().startswith("Go on where you were, ")
    assert window.start_page.offer.details() == "The X · Network"
    go_on(qtbot, window)
    assert window.document.state == before
    assert window.current_page() is window.page("network")
    assert window.isWindowModified()
    assert not window.actions_.go_on.isVisible()
    dialogs.answer = SaveAnswer.DISCARD
    assert window.close()
    assert sessions() == []
    assert not open_window().start_page.offer.isVisible()


def test_a_change_is_kept_soon_and_before_anything_risky_at_once(qtbot, open_window, sessions):
    window = open_window()
    keeper = window.going_on.keeper
    keeper._timer.setInterval(10)
    with qtbot.waitSignal(keeper.kept):
        work_on(window)
    with qtbot.waitSignal(keeper.kept):
        window.document.keep_film(replace(window.document.state.film, speed=2.0))
    keeper._timer.setInterval(1_000_000)
    window.document.edit_settings("Bias", bias=-5.0)
    with qtbot.waitSignal(keeper.kept) as kept:
        window.document.at_risk.emit()
    assert kept.args[0].state.settings.bias == -5.0
    (file,) = sessions()
    assert "-5.0" in file.read_text()


def test_each_window_has_its_own_and_a_living_one_is_not_offered(qtbot, open_window, sessions):
    first = open_window()
    work_on(first, 1.0)
    with qtbot.waitSignal(first.going_on.keeper.kept):
        first.going_on.keeper.keep()
    second = open_window()
    assert not second.start_page.offer.isVisible()
    work_on(second, 2.0)
    first.shut_down()
    second.shut_down()
    assert len(sessions()) == 2
    third = open_window()
    go_on(qtbot, third)
    assert third.document.settings.bias == 2.0
    assert third.actions_.go_on.isVisible()  # the other one is offered next
    third.files.has_edits = lambda: False
    third.actions_.go_on.trigger()
    qtbot.waitUntil(lambda: third.document.settings.bias == 1.0)


def test_a_long_title_leaves_room_for_the_page(open_window):
    window = open_window()
    work_on(window)
    window.document.edit("Title", title="x" * 300)
    window.show_page("network")
    window.shut_down()
    details = open_window().start_page.offer.details()
    assert details.endswith("x… · Network")
    assert len(details) < 60


def test_what_is_discarded_is_gone(qtbot, open_window, sessions):
    for bias in (1.0, 2.0):
        window = open_window()
        work_on(window, bias)
        window.shut_down()
    window = open_window()
    click(qtbot, window, "discard")
    assert len(sessions()) == 1
    assert window.start_page.offer.isVisible()
    click(qtbot, window, "discard")
    assert sessions() == []
    assert not window.start_page.offer.isVisible()


def test_another_window_may_be_quicker(qtbot, open_window):
    window = open_window()
    work_on(window)
    window.shut_down()
    first, second = open_window(), open_window()
    go_on(qtbot, first)
    click(qtbot, second)
    assert second.band.text() == "Another window goes on with it."
    assert not second.start_page.offer.isVisible()


def test_what_another_window_discarded_is_not_said_to_go_on(qtbot, open_window, sessions):
    window = open_window()
    work_on(window)
    window.shut_down()
    first, second = open_window(), open_window()
    click(qtbot, first, "discard")
    click(qtbot, second)
    assert second.band.text().startswith("It was discarded, or closed, in another window; ")
    assert not second.start_page.offer.isVisible()
    assert sessions() == []


@pytest.mark.parametrize("idle", [False, True], ids=["next change", "idle"])
def test_a_sessions_folder_that_is_removed_is_made_again(qtbot, open_window, sessions, idle):
    window = open_window()
    keeper = window.going_on.keeper
    keeper._timer.setInterval(10)
    with qtbot.waitSignal(keeper.kept):
        work_on(window)
    said = []
    window.going_on.message.connect(lambda kind, text: said.append(text))
    shutil.rmtree(keeper.parent_folder)
    with qtbot.waitSignal(keeper.kept):
        if idle:
            keeper._watch.timeout.emit()
        else:
            window.document.edit_settings("Bias", bias=9.0)
    (file,) = sessions()
    assert ('"bias": 9.0' in file.read_text()) is not idle
    assert said == []
    window.shut_down()
    assert open_window().start_page.offer.isVisible()


def test_a_disk_that_has_room_again_is_used_again(qtbot, open_window, sessions, monkeypatch):
    window = open_window()
    keeper = window.going_on.keeper
    said = []
    window.going_on.message.connect(lambda kind, text: said.append(text))
    tried = []

    def full(path, *_):
        tried.append(path)
        raise OSError(28 + len(tried) % 2, "No room, in other words each time")

    monkeypatch.setattr("convviz.document.sessions.content.SessionWriter.write", full)
    for bias in range(3):
        with qtbot.waitSignal(keeper._work.failed):
            work_on(window, bias)
            keeper.keep()
    assert len(tried) == 3
    assert len(said) == 1
    assert keeper._timer.interval() > 10_000  # not at every stroke, and sooner than 15 s
    monkeypatch.undo()
    keeper._timer.setInterval(10)
    with qtbot.waitSignal(keeper.kept):
        keeper.touch()
    assert not window.band.isVisible()
    assert keeper._timer.interval() == SOON
    assert len(sessions()) == 1


def test_a_damaged_session_is_one_sentence_and_stays_to_be_discarded(qtbot, open_window, sessions):
    window = open_window()
    work_on(window)
    window.shut_down()
    sessions()[0].write_bytes(b"\xff")
    window = open_window()
    with qtbot.waitSignal(window.files.stayed):
        click(qtbot, window)
    assert window.band.text().startswith("What you worked on last cannot be opened: ")
    assert window.start_page.offer.isVisible()
    click(qtbot, window, "discard")
    assert sessions() == []


def test_a_picture_that_is_gone_is_named_and_everything_else_goes_on(qtbot, open_window, tmp_path):
    np.save(tmp_path / "photo.npy", np.arange(12.0).reshape(3, 4))
    window = open_window()
    window.open_path(tmp_path / "photo.npy")
    with qtbot.waitSignal(window.files.opened):
        pass
    window.document.edit_settings("Bias", bias=7.0)
    window.shut_down()
    (tmp_path / "photo.npy").rename(tmp_path / "elsewhere.npy")
    window = open_window()
    go_on(qtbot, window)
    assert window.document.settings.bias == 7.0
    assert window.document.state.image.shape == (3, 4)
    assert window.band.text().startswith("photo.npy is not there any more or no picture now: ")
    assert not window.actions_.go_on.isVisible()
    with qtbot.waitSignal(window.files.opened):
        window.open_path(tmp_path / "elsewhere.npy")
    assert window.document.settings.bias == 7.0  # the person's settings stay with the picture found again


def test_a_start_may_go_on_by_itself_but_not_twice_into_the_same_crash(qtbot, open_window, sessions):
    window = open_window()
    dialog = PreferencesDialog(window.preferences, window)
    dialog.go_on.click()
    work_on(window)
    window.shut_down()
    window = open_window()
    assert PreferencesDialog(window.preferences, window).go_on.isChecked()
    (sessions()[0].parent / TRIED).touch()
    again = open_window()
    again.going_on.go_on_by_itself()
    assert again.start_page.offer.isVisible()
    with qtbot.waitSignal(window.going_on.page_wanted):
        window.going_on.go_on_by_itself()
    assert window.document.settings.bias == 7.0
    with qtbot.waitSignal(window.going_on.keeper.kept):
        window.going_on.keeper.keep()
    assert not (sessions()[0].parent / TRIED).exists()


def test_who_opens_something_else_meanwhile_gets_that_and_the_offer_stays(qtbot, open_window, sessions):
    window = open_window()
    work_on(window)
    window.shut_down()
    window = open_window()
    click(qtbot, window)
    with qtbot.waitSignal(window.files.opened):
        window.files.open_sample("five")
    assert window.files.sessions.wait_idle()
    assert window.document.state.image.sample == "five"
    assert window.actions_.go_on.isVisible()
    click(qtbot, window)
    window.band.cancel_wanted.emit()
    assert window.files.sessions.wait_idle()
    assert window.actions_.go_on.isVisible()
    window.shut_down()
    assert len(sessions()) == 2


def test_unsaved_work_is_asked_about_before_it_goes_on(qtbot, open_window, dialogs):
    window = open_window()
    work_on(window)
    window.shut_down()
    window = open_window()
    work_on(window, 3.0)
    window.actions_.go_on.trigger()
    assert dialogs.asked == ["changes"]
    assert window.document.settings.bias == 3.0


def test_a_file_of_the_command_line_is_opened_and_the_offer_mentioned(qtbot, open_window, tmp_path):
    window = open_window()
    work_on(window)
    window.shut_down()
    np.save(tmp_path / "photo.npy", np.arange(12.0).reshape(3, 4))
    window = open_window()
    window.open_path(tmp_path / "photo.npy")
    window.going_on.mention()
    with qtbot.waitSignal(window.files.opened):
        pass
    assert "Go on where you were" in window.band.text()
    assert window.actions_.go_on in window.menus.file.actions()
    assert window.actions_.go_on.isVisible()


def test_a_logout_asks_nothing_and_keeps_everything(qtbot, open_window, sessions, dialogs):
    window = open_window()
    work_on(window)
    window.going_on.on_logout()
    assert window.close()
    assert dialogs.asked == []
    assert len(sessions()) == 1
    window = open_window()
    window.going_on.on_logout()
    work_on(window)  # the logout was called off
    window.close()
    assert dialogs.asked == ["changes"]


def test_an_experiment_keeps_its_file_and_what_is_in_it_is_no_edit(qtbot, open_window, dialogs, tmp_path):
    window = open_window()
    work_on(window)
    dialogs.path = tmp_path / "mine.convviz"
    window.actions_.save.trigger()
    assert window.files.saver.wait_idle()
    window.shut_down()
    window = open_window()
    go_on(qtbot, window)
    assert window.document.path == dialogs.path
    assert not window.isWindowModified()
    window.document.edit_settings("Kernel", kernel=library("box"))
    assert window.isWindowModified()


def test_what_a_page_keeps_beside_the_document_is_there_again(qtbot, open_window, sessions):
    window = open_window()
    room = window.page("network").room()
    (room / "trained.keras").touch()
    with qtbot.waitSignal(window.going_on.keeper.kept):
        window.going_on.keeper.keep()
    window.shut_down()
    window = open_window()
    go_on(qtbot, window)
    assert window.page("network").found == ["trained.keras"]
    assert window.page("network").room() == room
    assert window.close()
    assert not room.exists()


@pytest.mark.parametrize("before", [False, True], ids=["from the start", "after a while"])
def test_a_disk_that_takes_nothing_is_told_once(qtbot, open_window, tmp_path, before):
    window = open_window()
    if before:
        window.going_on.keeper.room()
        shutil.rmtree(tmp_path / "sessions")
    (tmp_path / "sessions").write_text("a file stands where the folder would be")
    said = []
    window.going_on.message.connect(lambda kind, text: said.append(text))
    work_on(window)
    window.going_on.keeper.keep()
    window.going_on.keeper.keep()
    assert len(said) == 1
    assert said[0].startswith("Your work cannot be kept for the case of a crash. ")


def test_a_disk_that_is_full_leaves_nothing_to_sweep_and_is_no_fault(window, monkeypatch):
    def none() -> str:
        raise FileNotFoundError(2, "No usable temporary directory found")

    swept: list[object] = []
    monkeypatch.setattr("tempfile.gettempdir", none)
    monkeypatch.setattr(window.going_on.keeper, "sweep", lambda *given: swept.append(given))
    window.going_on._sweep()
    assert swept == []
