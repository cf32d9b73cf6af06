"""Files as the window opens and saves them, whatever a person answers to its dialogs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget

from convviz.app.dialogs.dialogs import SaveAnswer
from convviz.core.kernels.kernel_library import library
from convviz.core.samples.lessons import EXAMPLES
from convviz.core.samples.pictures import x_image
from convviz.document.state.state import NetworkState, Paper


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.npy"
    np.save(path, np.arange(120, dtype=np.uint8).reshape(10, 12))
    return path


@pytest.fixture
def with_photo(qtbot, window, photo):
    """The window with a photo that has a file, and an edit of it."""
    with qtbot.waitSignal(window.files.opened):
        window.open_path(photo)
    window.document.edit_settings("Kernel", kernel=library("box"))
    return window


def test_a_dialog_that_is_given_up_opens_nothing(window, dialogs):
    window.actions_.open.trigger()
    window.actions_.open_kernel.trigger()
    assert dialogs.asked == ["open", "open"]
    assert window.document.state.image is None
    assert not window.files.is_loading
    assert window.page("lab").kernels == []


def test_a_chosen_kernel_goes_to_the_lab(window, dialogs, tmp_path):
    dialogs.path = tmp_path / "mine.csv"
    window.actions_.open_kernel.trigger()
    assert window.page("lab").kernels == [str(dialogs.path)]
    assert window.preferences.folder == tmp_path


def test_a_kernel_is_for_nothing_where_the_lab_has_none(window, dialogs, tmp_path, monkeypatch):
    monkeypatch.delattr(type(window.page("lab")), "open_kernel")
    window.show_page("lab")
    dialogs.path = tmp_path / "mine.csv"
    window.actions_.open_kernel.trigger()
    assert window.current_page() is window.start_page


def test_a_network_is_announced_wherever_it_is_opened(qtbot, window, tmp_path):
    with qtbot.waitSignal(window.files.network_wanted) as wanted:
        window.open_path(tmp_path / "mine.keras")
    assert wanted.args == [str(tmp_path / "mine.keras")]


def test_an_experiment_waits_for_leave_to_lose_changes(with_photo, dialogs, tmp_path):
    before = with_photo.document.state
    with_photo.open_path(tmp_path / "other.convviz")
    assert dialogs.asked == ["changes"]
    assert not with_photo.files.is_loading
    assert with_photo.document.state is before


def test_loading_that_is_cancelled_leaves_the_window_as_it_was(qtbot, window, photo):
    window.open_path(photo)
    with qtbot.waitSignal(window.files.idle):
        window.band.cancel_wanted.emit()
    qtbot.waitUntil(lambda: not window.files.is_loading)
    assert window.document.state.image is None


def test_what_takes_long_is_named(window, photo):
    window.open_path(photo)
    window.files._on_patience_lost()
    assert (window.band.kind(), window.band.text()) == ("busy", "Opening photo.npy…")
    window.files.cancel()
    assert window.band.kind() == ""


def test_saving_can_be_given_up_at_each_question(with_photo, dialogs, tmp_path):
    with_photo.actions_.save_as.trigger()
    dialogs.path, dialogs.embed = tmp_path / "mine.convviz", None
    with_photo.actions_.save_as.trigger()
    assert dialogs.asked == ["save", "save", "embed"]
    assert with_photo.document.path is None
    assert not dialogs.path.exists()


@pytest.mark.parametrize("embed", [True, False])
def test_a_picture_is_put_into_the_file_or_referred_to(qtbot, with_photo, dialogs, tmp_path, photo, embed):
    dialogs.path, dialogs.embed = tmp_path / "mine.convviz", embed
    with_photo.actions_.save.trigger()
    assert with_photo.files.saver.wait_idle()
    assert with_photo.preferences.embed_picture is embed
    np.save(photo, np.zeros((10, 12), np.uint8))
    with qtbot.waitSignal(with_photo.files.opened):
        with_photo.open_path(dialogs.path)
    assert with_photo.document.state.image.values.max() == (119 if embed else 0)
    changed = "The picture's file has changed since this experiment was saved."
    assert with_photo.band.text() == ("" if embed else changed)


def test_saving_on_the_way_out_lets_the_window_close(with_photo, dialogs, tmp_path):
    dialogs.path, dialogs.answer = tmp_path / "mine.convviz", SaveAnswer.SAVE
    assert with_photo.close()
    assert dialogs.asked == ["changes", "save", "embed"]
    assert dialogs.path.is_file()


def test_an_example_gives_way_to_a_pictures_own_settings(qtbot, window, photo):
    example = EXAMPLES[0]
    state = replace(window.document.state, image=example.image(), settings=example.settings)
    window.document.open(state)
    with qtbot.waitSignal(window.files.opened):
        window.open_path(photo)
    assert window.document.settings.kernel != example.settings.kernel
    assert not window.files.has_edits()


def test_an_experiment_of_a_network_alone_is_shown_on_its_page(qtbot, window, dialogs, tmp_path):
    page = QWidget()
    window.add_page("network", "Network", "network", page, needs_picture=False)
    window.document.edit("Next sample", network=NetworkState(key="mlp", paper=Paper(sample=7)))
    dialogs.path = tmp_path / "seven.convviz"
    window.actions_.save.trigger()
    assert window.files.saver.wait_idle()
    window.show_page("lab")
    with qtbot.waitSignal(window.files.opened):
        window.open_path(dialogs.path)
    assert window.current_page() is page


def test_what_is_no_picture_can_be_dropped_without_harm(window):
    mime = QMimeData()
    mime.setImageData(QImage())
    how = QPoint(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton
    how = (*how, Qt.KeyboardModifier.NoModifier)
    for event in (QDragEnterEvent(*how), QDragLeaveEvent(), QDragEnterEvent(*how), QDropEvent(*how)):
        QApplication.sendEvent(window, event)
    assert window.band.text() == "What was dropped is no picture and no file."


class TestExport:
    """What the Export menu offers, and what is written."""

    def test_a_page_without_stages_has_nothing_to_export(self, window):
        window.add_page("bare", "Bare", "network", QWidget(), needs_picture=False)
        window.show_page("bare")
        window.exporter.export_stage("convolution")
        window.menus.export.aboutToShow.emit()
        (action,) = window.menus.export.actions()
        assert (action.text(), action.isEnabled()) == ("Nothing to export yet", False)

    def test_a_page_with_a_film_offers_it(self, window):
        window.document.open(replace(window.document.state, image=x_image()))
        asked = []
        window.page("lab").export_film = lambda: asked.append("film")
        window.menus.export.aboutToShow.emit()
        action = window.menus.export.actions()[-1]
        assert action.text() == "Film, or this moment…"
        action.trigger()
        assert asked == ["film"]

    def test_an_unknown_stage_and_a_dialog_given_up_write_nothing(self, window, dialogs):
        window.document.open(replace(window.document.state, image=x_image()))
        window.exporter.export_stage("pooling")
        assert dialogs.asked == []
        window.exporter.export_stage("convolution")
        assert dialogs.asked == ["save"]
        assert window.page("lab").exported == []

    def test_a_kernel_is_written_where_the_person_says(self, window, dialogs, tmp_path):
        window.document.open(replace(window.document.state, image=x_image()))
        saved = []
        window.page("lab").save_kernel = saved.append
        window.exporter.save_kernel()
        assert saved == []
        dialogs.path = tmp_path / "mine.json"
        window.exporter.save_kernel()
        assert saved == [str(dialogs.path)]
        assert dialogs.start.name == "kernel.json"
        assert window.preferences.folder == tmp_path


def test_another_picture_leaves_the_experiment_in_its_file_alone(qtbot, with_photo, dialogs, tmp_path):
    window, path = with_photo, tmp_path / "first.convviz"
    dialogs.path = path
    window.actions_.save.trigger()
    qtbot.waitUntil(lambda: window.document.path == path and not window.document.is_modified)
    before = path.read_bytes()
    np.save(tmp_path / "other.npy", np.zeros((4, 5), np.uint8))
    with qtbot.waitSignal(window.files.opened):
        window.open_path(tmp_path / "other.npy")
    assert window.document.path is None
    dialogs.path = None
    window.actions_.save.trigger()
    assert dialogs.asked[-1] == "save"  # under which name
    assert path.read_bytes() == before
