"""File > Camera… and videos in the window: the Lab comes when their first picture is there, else a reason."""

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from convviz.app.window.main_window import MainWindow
from convviz.core.base.translatable import TranslatableError
from convviz.document.live.media import NoMultimediaError, multimedia
from convviz.pages.lab.page import LabPage
from convviz.pages.step.page import StepPage
from tests.document.live.clips import Puppet, greys, write_clip

WAIT = 30_000
"""Milliseconds at most for what Qt's player does; nothing is measured by it."""


@pytest.fixture(autouse=True)
def media(qapp):
    try:
        return multimedia()
    except NoMultimediaError as error:
        pytest.skip(str(error))


@pytest.fixture
def window(qtbot, preferences, dialogs):
    shown = MainWindow(preferences, LabPage, dialogs=dialogs)
    shown.add_page("step", "", "step", StepPage(shown.document, shown, shown.page("lab").queue))
    shown.show()
    qtbot.waitExposed(shown)
    shown.live.find = lambda: [SimpleNamespace(description=lambda: "Front")]
    shown.live.camera = lambda device: Puppet(device.description())
    yield shown
    shown.shut_down()
    shown.deleteLater()


def send(window, value=5):
    page = window.page("lab")
    page.live_input.feed.source.send(np.full((6, 8), value, np.uint8))
    assert page.queue.wait_idle()
    QApplication.processEvents()


def feed(window):
    return window.page("lab").live_input.feed


def test_the_only_camera_is_live_at_once_and_the_start_page_gives_way(window):
    assert window.current_page() is window.start_page
    window.actions_.camera.trigger()
    assert window.current_page() is window.start_page
    send(window)
    assert window.current_page() is window.page("lab")
    assert window.windowTitle() == "Front[*] – ConvViz"
    assert not window.isWindowModified()
    assert "Nothing is recorded." in window.band.text()
    assert not window.actions_.save.isEnabled()


@pytest.mark.parametrize("how", ["read", "esc"])
def test_the_sentence_about_the_keys_does_not_stay(window, how):
    window.actions_.camera.trigger()
    send(window)
    assert window.band.text() == "Front is live: Space freezes it, Esc ends it. Nothing is recorded."
    if how == "read":
        window.live._read.timeout.emit()
    else:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.band.text() == ""


def test_esc_gives_the_start_page_back(window):
    window.actions_.camera.trigger()
    send(window)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.current_page() is window.start_page
    assert window.windowTitle() == "ConvViz[*]"


def test_space_freezes_it_in_presenter_mode_and_esc_ends_that_first(window):
    window.actions_.camera.trigger()
    send(window)
    log = feed(window).source.log
    window.actions_.present.trigger()
    assert window.presenter.is_on
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert log[-1] == "pause"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert (window.presenter.is_on, feed(window).is_on) == (False, True)


def test_a_kept_picture_is_work_that_closing_asks_about(window, dialogs):
    window.actions_.camera.trigger()
    send(window)
    window.page("lab").live_input.keep()
    assert window.isWindowModified()
    assert window.windowTitle() == "Front[*] – ConvViz"
    assert window.close() is False
    assert dialogs.asked == ["changes"]
    window.document.undo()
    assert window.current_page() is window.start_page
    assert not window.isWindowModified()


@pytest.mark.parametrize(("answer", "name"), [(1, "Back"), (0, "Front"), (None, None)])
def test_of_several_cameras_one_is_chosen(window, dialogs, answer, name):
    window.live.find = lambda: [SimpleNamespace(description=lambda n=n: n) for n in ("Front", "Back")]
    asked = []
    dialogs.camera = lambda parent, names: (asked.append(names), answer)[1]
    window.actions_.camera.trigger()
    assert asked == [["Front", "Back"]]
    source = feed(window).source
    assert (source.title if source else None) == name


def test_no_camera_is_told_and_nothing_changes(window):
    def none():
        raise TranslatableError("No camera is connected to this computer, or none that it lets ConvViz see.")

    window.live.find = none
    window.actions_.camera.trigger()
    assert window.band.text() == "No camera is connected to this computer, or none that it lets ConvViz see."
    assert window.current_page() is window.start_page


def test_a_camera_that_is_refused_leaves_page_and_content(qtbot, window):
    window.files.open_sample("x")
    qtbot.waitUntil(lambda: window.document.state.image is not None, timeout=WAIT)
    window.show_page("step")
    before = window.document.state
    window.actions_.camera.trigger()
    feed(window).source.failed.emit(TranslatableError("The camera Front cannot be used."))
    assert window.band.text() == "The camera Front cannot be used."
    assert window.current_page() is window.page("step")
    assert window.document.state is before


def test_waiting_for_the_first_picture_can_be_given_up(window):
    window.actions_.camera.trigger()
    source = feed(window).source
    window.live._patience.timeout.emit()
    assert window.band.text() == "Opening Front…"
    window.band.cancel_wanted.emit()
    assert source.log[-1] == "close"
    assert window.band.text() == ""


def test_opening_a_picture_releases_the_camera(qtbot, window):
    window.actions_.camera.trigger()
    send(window)
    source = feed(window).source
    window.files.open_sample("edge")
    qtbot.waitUntil(lambda: window.document.state.image is not None, timeout=WAIT)
    assert source.log[-1] == "close"
    assert window.windowTitle() == "Edge[*] – ConvViz"


def test_another_page_switches_the_camera_off(qtbot, window):
    window.files.open_sample("x")
    qtbot.waitUntil(lambda: window.document.state.image is not None, timeout=WAIT)
    window.actions_.camera.trigger()
    send(window)
    window.show_page("step")
    assert feed(window).source.log[-1] == "release"
    window.show_page("lab")
    assert feed(window).is_on


def test_step_shows_the_documents_picture_under_settings_that_were_changed_while_it_was_live(qtbot, window):
    window.files.open_sample("x")
    qtbot.waitUntil(lambda: window.document.state.image is not None)
    window.actions_.camera.trigger()
    send(window)
    window.document.edit_settings("Bias", bias=3.0)
    assert window.page("lab").queue.wait_idle()
    window.show_page("step")
    step = window.page("step")
    qtbot.waitUntil(lambda: window.document.state.describes(step.result), timeout=WAIT)
    window.document.undo()  # Step and the Lab want the same thread
    qtbot.waitUntil(lambda: window.document.state.describes(step.result), timeout=WAIT)
    window.show_page("lab")
    lab = window.page("lab")
    assert lab.queue.wait_idle()
    assert lab.state.describes(lab.view.pictures.result)
    assert lab.state.image is feed(window).image


@pytest.mark.parametrize("way", ["open", "drop", "command line", "network page"])
def test_a_video_file_is_live(qtbot, window, dialogs, tmp_path, way):
    path = write_clip(tmp_path / "clip.MP4", greys(10))
    if way == "open":
        dialogs.path = path
        window.actions_.open.trigger()
    elif way == "drop":
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        assert window.files.take(mime)
    elif way == "command line":
        window.begin_with([path])
    else:
        window.files.on_network_page = lambda: True
        window.files.open_path(path)
    qtbot.waitUntil(lambda: feed(window).is_on, timeout=WAIT)
    assert window.current_page() is window.page("lab")
    assert window.windowTitle() == "clip.MP4[*] – ConvViz"
    assert window.document.state.image is None
    assert [one.name for one in window.preferences.recent()] == ["clip.MP4"]


def test_a_damaged_video_says_why_and_nothing_changes(qtbot, window, tmp_path):
    path = tmp_path / "clip.mp4"
    path.write_bytes(b"nothing of the kind")
    window.files.open_path(path)
    reason = "clip.mp4 is damaged, or a video of a kind that cannot be read here."
    qtbot.waitUntil(lambda: window.band.text() == reason, timeout=WAIT)
    assert window.current_page() is window.start_page
    assert window.preferences.recent() == []


def test_closing_the_window_while_it_is_live_releases_the_camera(window):
    window.actions_.camera.trigger()
    send(window)
    source = feed(window).source
    log = source.log
    assert window.close()
    assert log[-1] == "close"
    assert feed(window).source is None


CLOSED_WHILE_IT_PLAYS = """
import sys
from PySide6.QtCore import QSettings
QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, sys.argv[2])
from convviz.app.application import create_application, open_window
app = create_application(["convviz"])
window = open_window(app)
window.show()
page = window.page("lab")
page.live_turned.connect(lambda _: None)
count = [0]
def shown():
    count[0] += 1
    if count[0] == 3:
        (app.quit if sys.argv[3] == "quit" else window.close)()
page.live_input.arrived.connect(shown)
window.open_path(sys.argv[1])
app.exec()
window.shut_down()
print("ended")
"""


@pytest.mark.parametrize("how", ["close", "quit"])
def test_the_program_ends_well_while_a_video_plays(start_python, tmp_path, how):
    path = write_clip(tmp_path / "clip.mp4", greys(25))
    process = start_python(CLOSED_WHILE_IT_PLAYS, str(path), str(tmp_path / "settings"), how)
    output, _ = process.communicate(timeout=90)
    assert (output, process.returncode) == ("ended\n", 0)
