"""A picture made from nothing: asked for, opened, drawn on, kept."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from convviz.app.dialogs.dialogs import Dialogs
from convviz.app.dialogs.new_picture import NewPictureDialog
from convviz.document.files.experiment import read_experiment
from convviz.document.sessions.content import Session, SessionWriter, read_session
from tests.app.drawing.conftest import LEFT

Key = Qt.Key


@pytest.fixture
def person(monkeypatch, hand):
    """What a person does in the dialog: (rows, columns, range, value), then Create."""
    answer = {"rows": "5", "columns": "6", "range": 0, "value": "7"}

    def run(dialog):
        dialog.show()
        for name in ("rows", "columns", "value"):
            if name == "value":
                dialog.range.setCurrentIndex(answer["range"])
                dialog.range.activated.emit(answer["range"])
            box = getattr(dialog, name)
            box.setFocus()
            box.selectAll()
            QTest.keyClicks(box, answer[name])
        QTest.mouseClick(dialog.ok, LEFT)
        return dialog.result()

    monkeypatch.setattr(NewPictureDialog, "exec", run)
    monkeypatch.setattr(type(hand.window.dialogs), "new_picture", Dialogs.new_picture)
    return answer


def by_key(window):
    QTest.keyClick(window, Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def by_menu(window):
    next(one for one in window.menus.file.actions() if one.text() == "New picture…").trigger()


def by_start_page(window):
    QTest.mouseClick(window.start_page.new_button, LEFT)


def by_samples(window):
    window.actions_.samples.trigger()
    QTest.mouseClick(window.body.samples.new_button, LEFT)
    assert not window.body.samples.isVisible()


@pytest.mark.parametrize("way", [by_key, by_menu, by_start_page, by_samples])
def test_it_opens_to_be_drawn_on(hand, person, way):
    way(hand.window)
    hand.settle()
    image = hand.window.document.state.image
    assert (image.values.tolist(), image.values.dtype) == ([[7] * 6] * 5, np.uint8)
    assert (image.low, image.high, image.source, image.name) == (0, 255, None, "New picture")
    assert hand.page.view.canvas.on
    assert hand.window.isWindowModified()
    assert hand.window.windowTitle().startswith("New picture")
    hand.tool("pencil")
    hand.click(0, 0)
    assert hand.values()[0][0] == 255


def test_other_ranges(hand, person):
    person |= {"range": 2, "value": "-1"}
    by_key(hand.window)
    hand.settle()
    image = hand.window.document.state.image
    assert (image.low, image.high, image.values.dtype) == (-1, 1, np.float32)
    assert np.all(image.values == -1)


def test_it_is_one_step_over_another_picture_and_undone(hand, person):
    hand.window.files.open_sample("five")
    assert hand.window.files.images.wait_idle()
    hand.settle()
    before = hand.window.document.state
    by_key(hand.window)
    hand.settle()
    assert hand.values() == [[7] * 6] * 5
    hand.window.document.undo()
    assert hand.window.document.state == before
    assert not hand.window.isWindowModified()


def test_given_up_it_leaves_everything(hand, monkeypatch):
    monkeypatch.setattr(type(hand.window.dialogs), "new_picture", lambda *_: None)
    by_key(hand.window)
    assert hand.window.document.state.image is None


def test_it_is_saved_inside_the_experiment_and_kept_for_a_crash(hand, person, tmp_path):
    by_key(hand.window)
    hand.settle()
    hand.drag((0, 0), (4, 4))
    state = hand.window.document.state
    hand.window.dialogs.path = tmp_path / "mine.convviz"
    hand.window.actions_.save.trigger()
    assert hand.window.files.saver.wait_idle()
    assert "embed" not in hand.window.dialogs.asked  # there is no file to refer to
    assert read_experiment(tmp_path / "mine.convviz").state == state
    (tmp_path / "kept").mkdir()
    SessionWriter(tmp_path / "kept").write(Session(state, "New picture", "lab", edited=True))
    assert read_session(tmp_path / "kept")[0].state == state
