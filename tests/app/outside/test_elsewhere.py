"""An experiment that refers to files in other folders: one question, and both answers."""

from __future__ import annotations

import numpy as np
import PIL.Image
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from convviz.app.dialogs.dialogs import Dialogs
from convviz.core.images.image import read
from convviz.document.files.experiment import save_experiment
from convviz.document.state.state import DocumentState


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "photos" / "c.png"
    path.parent.mkdir()
    PIL.Image.fromarray(np.arange(12, dtype=np.uint8).reshape(3, 4)).save(path)
    return path


@pytest.fixture
def experiment(tmp_path, picture):
    path = tmp_path / "downloads" / "one.convviz"
    path.parent.mkdir()
    save_experiment(path, DocumentState(image=read(picture), title="Theirs"), embed=False)
    return path


@pytest.fixture
def asked(dialogs, monkeypatch):
    """What was asked, and the answer that is given next."""
    answers = {"answer": False, "asked": []}

    def may_open_elsewhere(parent, name, files):
        answers["asked"].append((name, files))
        return answers["answer"]

    monkeypatch.setattr(dialogs, "may_open_elsewhere", may_open_elsewhere)
    return answers


def opened(qtbot, window, path):
    with qtbot.waitSignal(window.files.opened):
        window.open_path(path)
    return window.document.state


def test_no_opens_it_without_its_picture_and_says_so(qtbot, window, experiment, picture, asked):
    state = opened(qtbot, window, experiment)
    assert asked["asked"] == [("one.convviz", (picture,))]
    assert (state.title, state.image) == ("Theirs", None)
    assert (window.band.kind(), window.band.text()) == ("info", "Opened without c.png.")
    opened(qtbot, window, experiment)
    assert len(asked["asked"]) == 2


def test_yes_opens_it_whole_and_is_not_asked_again(qtbot, window, experiment, picture, asked):
    asked["answer"] = True
    assert opened(qtbot, window, experiment).image == read(picture)
    assert window.band.text() == ""
    assert opened(qtbot, window, experiment).image is not None
    assert len(asked["asked"]) == 1


def test_what_was_opened_before_needs_no_question(qtbot, window, experiment, picture, asked):
    opened(qtbot, window, picture)
    assert opened(qtbot, window, experiment).title == "Theirs"
    assert window.document.state.image is not None
    assert asked["asked"] == []


def test_ones_own_experiment_needs_no_question(qtbot, window, preferences, picture, tmp_path, dialogs, asked):
    opened(qtbot, window, picture)
    dialogs.path, dialogs.embed = tmp_path / "mine.convviz", False
    with qtbot.waitSignal(window.files.saver.loaded):
        window.actions_.save_as.trigger()
    qtbot.waitUntil(lambda: window.document.path == dialogs.path)
    preferences.clear_recent()
    (tmp_path / "moved").mkdir()
    moved = dialogs.path.rename(tmp_path / "moved" / "mine.convviz")
    assert opened(qtbot, window, moved).image is not None
    assert asked["asked"] == []


@pytest.mark.parametrize(("button", "answer"), [("Open them", True), ("Leave them out", False)])
def test_the_question_names_the_files_as_text(qtbot, tmp_path, button, answer):
    parent = QWidget()
    qtbot.addWidget(parent)
    told = []

    def press():
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(10, press)
            return
        told.extend([box.text(), box.informativeText(), box.defaultButton().text()])
        next(one for one in box.buttons() if one.text() == button).click()

    QTimer.singleShot(0, press)
    files = [tmp_path / "<b>a\n.png", tmp_path / "b.png"]
    assert Dialogs().may_open_elsewhere(parent, "<i>x", files) is answer
    assert told[0] == "<i>x refers to files in other folders. Open them, too?"
    assert told[1].splitlines() == [f"{tmp_path}/<b>a\\n.png", f"{tmp_path}/b.png"]
    assert told[2] == "Leave them out"
