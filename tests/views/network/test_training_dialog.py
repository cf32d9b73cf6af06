"""The dialog of a training: what it asks, what it offers when, and what it shows."""

from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from convviz.network.training.run import Request
from convviz.network.training.trainer import Epoch
from convviz.views.network.training.axes import from_card
from convviz.views.network.training.dialog import BUTTONS, TrainingDialog

EPOCHS = [Epoch(1, 0.5, 0.80, 0.4, 0.85, None, None), Epoch(2, 0.3, 0.90, 0.25, 0.92, None, None)]
HISTORY = from_card({"epochs": [asdict(epoch) for epoch in EPOCHS], "best_epoch": 2})


@pytest.fixture
def dialog(show):
    return show(TrainingDialog(), 820, 620)


@pytest.fixture
def press(qtbot):
    def click(widget):
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    return click


def offered(dialog):
    return [key for key in BUTTONS if dialog.buttons[key].isVisible()]


def test_it_begins_with_a_short_training(dialog):
    assert dialog.form.request() == Request("mlp", "tutorial", 10, 1)
    assert offered(dialog) == ["close", "start"]


def test_every_recipe_has_its_own_epochs(dialog, press, qtbot):
    press(dialog.form.recipe.button("best"))
    assert dialog.form.request() == Request("mlp", "best", 60, 1)
    assert "5,000 digits held out" in dialog.form.about_recipe.text()
    dialog.form.network.setFocus()
    qtbot.keyClick(dialog.form.network, Qt.Key.Key_End)
    assert dialog.form.request() == Request("convnet", "best", 60, 1)
    assert "104,202 parameters" in dialog.form.about_network.text()
    dialog.form.epochs.selectAll()
    qtbot.keyClicks(dialog.form.epochs, "7")
    dialog.form.seed.selectAll()
    qtbot.keyClicks(dialog.form.seed, "42")
    assert dialog.form.request() == Request("convnet", "best", 7, 42)


def test_choices_can_be_shown(dialog):
    said = QSignalSpy(dialog.form.changed)
    dialog.form.set_request(Request("lenet", "best", 3, 9))
    assert dialog.form.request() == Request("lenet", "best", 3, 9)
    assert said.count() == 0


def test_without_digits_nothing_starts(dialog, press):
    wanted, file = QSignalSpy(dialog.start_wanted), QSignalSpy(dialog.form.file_wanted)
    press(dialog.buttons["start"])
    assert wanted.count() == 0
    assert "are needed" in dialog.form.file.text()
    press(dialog.form.choose)
    assert file.count() == 1
    dialog.set_file(Path("/data/mnist.npz"))
    press(dialog.buttons["start"])
    assert wanted.count() == 1


def test_while_it_runs_it_can_be_stopped_once_an_epoch_is_over(dialog, press):
    stop, discard = QSignalSpy(dialog.stop_wanted), QSignalSpy(dialog.discard_wanted)
    dialog.set_state("running")
    assert offered(dialog) == ["discard", "stop"]
    assert not dialog.form.isEnabled()
    press(dialog.buttons["stop"])
    assert stop.count() == 0
    dialog.set_history(HISTORY)
    press(dialog.buttons["stop"])
    press(dialog.buttons["discard"])
    assert (stop.count(), discard.count()) == (1, 1)
    dialog.set_state("stopping")
    press(dialog.buttons["stop"])
    assert stop.count() == 1


def test_no_key_throws_a_training_away_by_mistake(dialog, qtbot):
    dialog.set_file(Path("/data/mnist.npz"))
    dialog.buttons["start"].setFocus()
    discard = QSignalSpy(dialog.discard_wanted)
    dialog.set_state("running")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(dialog.focusWidget() or dialog, key)
    assert discard.count() == 0
    dialog.set_state("done")
    assert dialog.focusWidget() is dialog.buttons["open"]


def test_progress_and_curves(dialog):
    dialog.set_state("running")
    dialog.set_share(0.25)
    dialog.set_status("Epoch 1 of 4", "about 3 min left")
    assert (dialog.progress.value(), dialog.status.text(), dialog.left.text()) == (
        250,
        "Epoch 1 of 4",
        "about 3 min left",
    )
    assert dialog.empty.isVisible()
    dialog.set_history(HISTORY)
    assert dialog.plot.isVisible()
    assert not dialog.empty.isVisible()
    assert list(dialog.plot.accuracy.lines) == ["train", "test"]
    assert dialog.readout.epoch.text() == "Epoch 2"
    assert dialog.readout.figures["test"][0].text() == "92.00 %"


def test_the_pointed_epoch_stays_pointed_at(dialog, qtbot):
    dialog.set_history(HISTORY)
    dialog.plot.setFocus()
    qtbot.keyClick(dialog.plot, Qt.Key.Key_Home)
    assert dialog.readout.epoch.text() == "Epoch 1"
    dialog.set_history(HISTORY)
    assert dialog.readout.epoch.text() == "Epoch 1"


def test_what_was_trained_can_be_saved_and_opened(dialog, press):
    dialog.set_file(Path("/data/mnist.npz"))
    dialog.set_history(HISTORY)
    dialog.set_state("done")
    assert offered(dialog) == list(BUTTONS[:2]) + ["save", "open"]
    save, opened = QSignalSpy(dialog.save_wanted), QSignalSpy(dialog.open_wanted)
    press(dialog.buttons["save"])
    press(dialog.buttons["open"])
    assert (save.count(), opened.count()) == (1, 1)
    assert dialog.buttons["start"].text() == "Train again"
    dialog.say("The disk is full.", error=True)
    assert dialog.note.isVisible()
    assert dialog.note.property("role") == "error"


def test_another_language_is_asked_for(dialog, qtbot):
    with qtbot.waitSignal(dialog.language_changed):
        QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))


def test_escape_only_closes(dialog, qtbot):
    dialog.set_state("running")
    discard = QSignalSpy(dialog.discard_wanted)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert discard.count() == 0
