"""Training from the page, with real clicks: in a real process twice, else in one that only says it trains."""

import importlib.util
import json
import os
import shutil
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from convviz.network.model.errors import NetworkError
from convviz.network.training.process import Batch, Examining, Failed, Finished, Started
from convviz.network.training.run import Request
from convviz.network.training.trainer import Epoch
from convviz.paths import resource
from convviz.views.network.training.panel import HistoryPlot

MODEL = resource("models", "mlp_tutorial.keras")
PATIENCE = 240_000
"""Milliseconds: the process stands back wherever others want the processor."""

EPOCHS = [Epoch(1, 0.5, 0.8, 0.4, 0.85, None, None), Epoch(2, 0.3, 0.9, 0.25, 0.92, None, None)]


class Pretender:
    """Says what it is told to say."""

    def __init__(self, request, data, target, hear):
        self.request, self.data, self.target, self.hear = request, data, target, hear
        self.stopped = self.closed = False

    def stop(self):
        self.stopped = True

    def close(self):
        self.closed = True

    def finish(self):
        """Write what the process would have written; what it says then."""
        shutil.copy(MODEL, self.target)
        card = json.loads(MODEL.with_suffix(".json").read_text("utf-8"))
        self.target.with_suffix(".json").write_text(json.dumps(card))
        return Finished(card)


@pytest.fixture
def page(network_page):
    network_page.input.next_sample()
    return network_page


@pytest.fixture
def training(page, qtbot, few_digits, monkeypatch):
    """The dialog, opened by its button, with a file of digits."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *given: (str(few_digits), ""))
    qtbot.mouseClick(page.strip.train, Qt.MouseButton.LeftButton)
    training = page.training
    qtbot.mouseClick(training.dialog.form.choose, Qt.MouseButton.LeftButton)
    assert training.dialog.form.file_path() == few_digits
    return training


@pytest.fixture
def press(training, qtbot):
    def click(key):
        qtbot.mouseClick(training.dialog.buttons[key], Qt.MouseButton.LeftButton)

    return click


@pytest.fixture
def pretender(training, press):
    """A training that has begun, in nobody's process."""
    training.session.begin_process = Pretender
    press("start")
    return training.session._process


@pytest.fixture
def say(pretender, qapp):
    def speak(*messages):
        for message in messages:
            pretender.hear(message)
        qapp.processEvents()

    return speak


def test_the_library_of_the_curves_comes_when_the_dialog_opens(page, qtbot, monkeypatch):
    loaded = []
    monkeypatch.setattr(HistoryPlot, "load", lambda plot: loaded.append(plot))
    qtbot.mouseClick(page.strip.train, Qt.MouseButton.LeftButton)
    assert loaded == [page.training.dialog.plot]


def test_it_tells_how_it_goes(page, training, pretender, say):
    dialog = training.dialog
    assert pretender.request == Request("mlp", "tutorial", 10, 1)
    assert dialog.status.text() == "Starting TensorFlow…"
    assert page.strip.train.text() == "Training: 0 %"
    say(Started(), Batch(1, 1, 2))
    assert dialog.status.text() == "Epoch 1 of 10, batch 1 of 2"
    assert dialog.left.text() == "about 10 s left"
    assert page.strip.train.text() == "Training: 5 %"
    say(EPOCHS[0], EPOCHS[1])
    assert dialog.readout.kept.text() == "kept: epoch 2"
    say(Examining(2))
    assert dialog.status.text() == "Epoch 2 is kept; it reads the test digits now…"


def test_long_curves_are_drawn_less_often(training, pretender, say):
    many = [Epoch(number, 0.5, 0.8, 0.4, 0.85, None, None) for number in range(1, 202)]
    say(Started(), *many)
    assert training.dialog.readout.epoch.text() == "Epoch 199"
    say(Examining(201))
    assert training.dialog.readout.epoch.text() == "Epoch 201"


def test_the_page_stays_usable_meanwhile(page, training, pretender, say, qtbot):
    assert not training.dialog.isModal()
    training.dialog.close()
    say(Started(), Batch(1, 1, 2))
    page.strip.network_chosen.emit("mlp")
    assert page.network.key == "mlp"
    qtbot.mouseClick(page.strip.train, Qt.MouseButton.LeftButton)
    assert training.dialog.isVisible()
    assert training.dialog.status.text() == "Epoch 1 of 10, batch 1 of 2"


def test_what_was_trained_is_shown_with_its_card(page, training, pretender, say, press):
    say(Started(), EPOCHS[0], pretender.finish())
    assert training.dialog.note.text().startswith("It reads 96.27 % of the 10,000 test digits")
    assert page.strip.train.text() == "Train…"
    press("open")
    assert page.opened.opener.loader.wait_idle()
    assert not training.dialog.isVisible()
    assert page.network.title == "mlp-tutorial-10"
    assert page.network.card["test"]["accuracy"] == 0.9627
    assert page.opened.bar.isHidden()  # its scale and its classes are known
    assert page.said == []


def test_a_network_without_its_card_is_somebody_elses(page, training, pretender, say, press):
    say(pretender.finish())
    card = pretender.target.with_suffix(".json")
    card.write_text(card.read_text("utf-8").replace('"sha256": "', '"sha256": "0'))
    press("open")
    assert page.opened.opener.loader.wait_idle()
    assert page.network.card == {}
    assert page.opened.bar.isVisible()


def test_it_is_saved_where_the_person_says(training, pretender, say, press, tmp_path, monkeypatch, page):
    say(pretender.finish())
    assert "in no file yet" in page.work_to_lose()
    target = tmp_path / "mine.keras"
    asked = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *given: asked.append(given) or (str(target), "")
    )
    press("save")
    assert training.saver.wait_idle()
    assert Path(asked[0][2]).name == "mlp-tutorial-10.keras"
    assert target.read_bytes() == MODEL.read_bytes()
    assert json.loads((tmp_path / "mine.json").read_text())["network"] == "mlp"
    assert training.dialog.note.text() == "Saved as mine.keras, with its report card beside it."
    assert page.work_to_lose() == ""
    press("open")
    assert page.opened.opener.loader.wait_idle()
    assert page.network.path == str(target)


def test_a_network_on_the_page_goes_along_to_its_file(training, pretender, say, press, tmp_path, page):
    say(pretender.finish())
    press("open")
    assert page.opened.opener.loader.wait_idle()
    page.edits.toggle(1, 3)
    changed = page.acts
    training.save(tmp_path / "mine.keras")
    assert training.saver.wait_idle()
    assert page.strip.networks.currentText() == page.network.title == "mine"
    assert page.document.state.network.path == str(tmp_path / "mine.keras")
    assert page.shown.now.changes
    assert page.acts is changed
    page.document.undo()
    assert not page.shown.now.changes


@pytest.fixture
def answer(monkeypatch):
    """Which button is pressed when there is a question; what was asked stands beside it."""
    given = {"press": "Cancel", "asked": []}

    def run(box):
        given["asked"].append(f"{box.text()} {box.informativeText()}")
        next(button for button in box.buttons() if button.text().strip("&") == given["press"]).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", run)
    return given


def test_training_again_asks_about_a_network_in_no_file(training, pretender, say, press, answer):
    say(pretender.finish())
    press("start")
    assert training.session.path == pretender.target
    assert training.dialog.state() == "done"
    assert answer["asked"] == [
        "The trained network is in no file yet, and after another training it can no longer be saved. "
        "Train again all the same?"
    ]
    answer["press"] = "Train again"
    press("start")
    assert training.session.is_running


def test_what_is_in_a_file_is_not_asked_about(training, pretender, say, press, answer, tmp_path):
    say(pretender.finish())
    training.save(tmp_path / "mine.keras")
    assert training.saver.wait_idle()
    press("start")
    assert training.session.is_running
    assert answer["asked"] == []


def test_a_copy_ready_late_is_of_the_network_before(training, pretender, say, press, answer, tmp_path):
    say(pretender.finish())
    training.save(tmp_path / "mine.keras")
    answer["press"] = "Train again"
    press("start")
    assert training.saver.wait_idle()
    second = training.session._process
    second.hear(second.finish())
    say()
    assert "in no file yet" in training.work_to_lose()


def test_nobodys_file_is_written_over_unasked(training, pretender, say, tmp_path):
    say(pretender.finish())
    (tmp_path / "mine.keras").write_text("old")
    training.save(tmp_path / "mine")
    assert training.dialog.note.text() == "mine.keras exists already; choose it itself to write over it."
    (tmp_path / "notes.json").write_text("{}")
    training.save(tmp_path / "notes.keras")
    assert training.saver.wait_idle()
    assert training.dialog.note.text().startswith(
        "Not saved: the report card would take the place of notes.json"
    )
    assert not (tmp_path / "notes.keras").exists()
    training.save(tmp_path / "none" / "mine.keras")
    assert training.saver.wait_idle()
    assert training.dialog.note.text() == "mine.keras: there is no such file or folder."
    assert training.work_to_lose()


def test_stopping_and_throwing_away(page, training, pretender, say, press):
    say(Started(), EPOCHS[0])
    assert "is being trained" in page.work_to_lose()
    press("stop")
    assert pretender.stopped
    assert training.dialog.status.text() == "Stopping…"
    press("discard")
    assert pretender.closed
    assert training.dialog.state() == "choosing"
    assert training.dialog.note.text() == "The training was ended; nothing of it was kept."
    assert page.work_to_lose() == ""


def test_what_an_ended_training_still_says_is_not_heard(training, pretender, press, qtbot):
    press("discard")
    with qtbot.waitSignal(training.session._bridge.heard):
        pretender.hear(Batch(1, 1, 2))
    assert training.dialog.status.isHidden()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NetworkError("training_missing", "?"), "it does not run on this computer"),
        (NetworkError("training_memory", "?"), "more memory than TensorFlow’s process is given"),
        (NetworkError("training_ended", "?"), "ended unexpectedly"),
        (NetworkError("training_failed", "?", reason="odd"), "failed while it trained. It says “odd”."),
        (NetworkError("training_nothing", "?"), "before its first epoch was over"),
        (NetworkError("training_few", "?", digits=240, held_out=5000), "240 training digits are too few"),
        (OSError(28, "No space left on device"), "digits.npz: the disk is full."),
        (OSError(28, "No space left on device", "/tmp/x/mlp.keras"), "mlp.keras: the disk is full."),
    ],
)
def test_every_failure_has_its_sentence(page, training, pretender, say, error, words):
    training.dialog.close()
    say(Failed(error))
    assert words in training.dialog.note.text()
    assert page.said == [("error", training.dialog.note.text())]
    assert training.dialog.state() == "choosing"


def test_no_room_for_a_process(training, press):
    def refuse(*given):
        raise OSError(11, "Resource temporarily unavailable")

    training.session.begin_process = refuse
    press("start")
    assert "Resource temporarily unavailable" in training.dialog.note.text()
    assert not training.session.is_running


def test_the_end_of_the_page_is_the_end_of_the_training(page, training, pretender):
    folder = pretender.target.parent
    assert folder.is_dir()
    page.shut_down()
    assert pretender.closed
    assert not folder.exists()


def test_a_real_process_that_is_killed_can_be_followed_by_another(training, press, qtbot):
    press("start")
    first = training.session._process
    os.kill(first.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: training.dialog.state() == "choosing", timeout=PATIENCE)
    assert "ended unexpectedly" in training.dialog.note.text()
    press("start")
    assert training.session._process.is_running
    press("discard")
    assert not training.session.is_running


@pytest.mark.skipif(importlib.util.find_spec("tensorflow") is None, reason="TensorFlow is not installed")
@pytest.mark.timeout(600)
def test_a_real_training_stopped_and_opened(page, training, press, qtbot):
    training.dialog.form.epochs.setValue(1000)
    press("start")
    qtbot.waitUntil(training.dialog.buttons["stop"].isEnabled, timeout=PATIENCE)
    press("stop")
    qtbot.waitUntil(lambda: training.dialog.state() == "done", timeout=PATIENCE)
    assert training.dialog.note.text().startswith("Stopped; epoch ")
    assert "of the 60 test digits" in training.dialog.note.text()
    press("open")
    assert page.opened.opener.loader.wait_idle()
    assert page.network.parameters == 335_114
    page.drill.show_tab("history")
    assert page.tabs.history_panel.plot.isVisible()
    assert page.tabs.confusion_panel.table is not None
