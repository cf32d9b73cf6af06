"""Experiments with a network that was trained and is in no file of the person's."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from convviz.network.training.process import Finished
from convviz.pages.network.training import training as network_training
from convviz.paths import resource

MODEL = resource("models", "mlp_tutorial.keras")


class Pretender:
    """Has trained at once."""

    def __init__(self, request, data, target, hear):
        shutil.copy(MODEL, target)
        card = json.loads(MODEL.with_suffix(".json").read_text("utf-8"))
        target.with_suffix(".json").write_text(json.dumps(card))
        hear(Finished(card))

    def stop(self):
        pass

    def close(self):
        pass


@pytest.fixture
def page(network_page):
    return network_page


@pytest.fixture
def train(page, qapp, few_digits):
    """Trains and opens what came of it."""
    training = page.training
    training.session.begin_process = Pretender

    def run():
        training._dialog().set_file(few_digits)
        training.begin()
        qapp.processEvents()
        training.open_trained()
        assert page.opened.opener.loader.wait_idle()
        page.said.clear()
        return training

    return run


def test_a_saved_experiment_says_that_its_network_is_in_no_file(page, train, tmp_path):
    training = train()
    page.document.mark_saved(tmp_path / "mine.convviz")
    assert page.said == [
        (
            "info",
            "The experiment is saved, but its network mlp-tutorial-10 is in no file yet: save that with "
            "\u201cSave as\u2026\u201d under \u201cTrain\u2026\u201d, and then the experiment again.",
        )
    ]
    assert not page.document.is_modified
    training.save(tmp_path / "mine.keras")
    assert training.saver.wait_idle()
    assert page.document.is_modified  # its file does not know yet
    page.said.clear()
    page.document.mark_saved()
    assert page.said == []


def test_a_network_that_another_took_the_place_of_cannot_be_saved(page, train, tmp_path, monkeypatch):
    first = train().session.path
    shown = page.document.state
    monkeypatch.setattr(network_training, "may_train_again", lambda parent: True)
    assert train().session.path != first
    page.document.mark_saved(tmp_path / "old.convviz", shown)
    assert [text for _, text in page.said] == [
        "The experiment is saved, but its network mlp-tutorial-10 is in no file and is gone when the window "
        "is closed."
    ]


def killed_after(training, room):
    """The training of a window that was killed, in its own folder ``room``."""
    room.mkdir()
    training.keep_in(lambda: room)


def test_a_network_trained_by_a_killed_window_is_there_again(page, train, tmp_path, few_digits):
    room = tmp_path / "room"
    killed_after(page.training, room)
    trained = train().session.path
    assert room in trained.parents
    page.training.session.clean_up()
    assert trained.exists()  # whoever gave the room removes it
    after = network_training.NetworkTraining(page.strip, page.document, page)
    said = []
    after.message.connect(lambda *message: said.append(message))
    after.go_on(room)
    assert after.session.path == trained
    assert after.session.holds(str(trained))
    assert after.work_to_lose().startswith("The trained network is in no file yet.")
    assert len(said) == 1
    assert after.dialog.state() == "done"
    after.save(tmp_path / "mine.keras")
    assert after.saver.wait_idle()
    later = network_training.NetworkTraining(page.strip, page.document, page)
    later.go_on(room)
    assert later.session.path is None  # it is in a file of the person's
    after.shut_down()
    later.shut_down()


@pytest.mark.parametrize("left", ["nothing", "half a card", "another network"])
def test_of_a_training_that_was_not_finished_nothing_is_left(page, train, tmp_path, left):
    room = tmp_path / "room"
    killed_after(page.training, room)
    trained = train().session.path
    if left == "nothing":
        trained.unlink()
    elif left == "half a card":
        trained.with_suffix(".json").write_text("{")
    else:
        trained.write_bytes(trained.read_bytes() + b"x")
    after = network_training.NetworkTraining(page.strip, page.document, page)
    said = []
    after.message.connect(lambda *message: said.append(message))
    after.go_on(room)
    assert said == [("info", "The training ended with the window; nothing of it was kept.")]
    assert after.work_to_lose() == ""
    after.shut_down()


def test_a_training_that_was_discarded_is_not_spoken_of(page, tmp_path, few_digits):
    room = tmp_path / "room"
    killed_after(page.training, room)
    page.training.session.begin_process = lambda *_: SimpleNamespace(close=lambda: None)
    page.training._dialog().set_file(few_digits)
    page.training.begin()
    page.training.discard()
    page.said.clear()
    page.training.go_on(room)
    assert page.said == []


def test_networks_with_a_file_of_their_own_need_no_word(page, train, tmp_path):
    train()
    for network in (replace(page.document.state.network, path=str(tmp_path / "a.keras")), None):
        state = page.document.state
        if network is not None:
            state = replace(state, network=network)
        page.said.clear()
        page.document.mark_saved(tmp_path / "a.convviz", state)
        assert bool(page.said) == (network is None)


def test_undone_edits_follow_the_network_to_its_file(page, train, tmp_path):
    training = train()
    page.edits.toggle(1, 3)
    training.save(tmp_path / "mine.keras")
    assert training.saver.wait_idle()
    page.document.undo()
    assert Path(page.document.state.network.path) == tmp_path / "mine.keras"
    assert page.document.state.network.title == "mine"
    assert page.document.can_redo
    page.document.redo()
    assert page.shown.now.changes
