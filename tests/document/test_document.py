"""The one door: every change goes in through it and is announced the same way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from convviz.core import run
from convviz.core.samples.pictures import x_image
from convviz.document.document import Document, Results
from convviz.document.state.state import DocumentState, FilmState, Movement, NetworkState


class Listener:
    """Remembers the titles before and after every change it hears of."""

    def __init__(self, document: Document) -> None:
        self.heard: list[tuple[str, str]] = []
        document.state_changed.connect(self.hear)

    def hear(self, old: DocumentState, new: DocumentState) -> None:
        self.heard.append((old.title, new.title))


def test_the_newest_result_is_kept_for_its_own_picture_and_settings(qtbot: QtBot) -> None:
    results, arrived = Results(), []
    results.arrived.connect(arrived.append)
    state = replace(DocumentState(), image=x_image())
    result = run(state.image, state.settings)
    assert results.of(state) is None
    results.keep(result)
    assert arrived == [result]
    assert results.of(state) is result
    assert results.of(replace(state, settings=replace(state.settings, bias=1.0))) is None
    results.forget_others(state.image)
    assert results.of(state) is result
    results.forget_others(None)
    assert results.of(state) is None


def test_edit_undo_redo_and_open_are_announced_alike(qtbot: QtBot) -> None:
    document = Document()
    listener = Listener(document)
    assert document.edit("Rename", title="a")
    document.undo()
    document.redo()
    document.open(DocumentState(title="b"))
    assert listener.heard == [("", "a"), ("a", ""), ("", "a"), ("a", "b")]


def test_an_edit_that_changes_nothing_is_silent(qtbot: QtBot) -> None:
    document = Document()
    with qtbot.assertNotEmitted(document.state_changed), qtbot.assertNotEmitted(document.history_changed):
        assert not document.edit("Rename", title="")
        document.undo()
        document.redo()


def test_settings_are_edited_by_name_and_merge(qtbot: QtBot) -> None:
    document = Document()
    before = document.settings
    document.edit_settings("Bias", "bias", bias=1.0)
    document.edit_settings("Bias", "bias", bias=2.0)
    assert document.settings == replace(before, bias=2.0)
    document.seal()
    document.edit_settings("Bias", "bias", bias=3.0)
    document.undo()
    assert document.settings.bias == 2.0
    document.undo()
    assert document.settings is before


def test_unknown_fields_are_refused(qtbot: QtBot) -> None:
    with pytest.raises(TypeError):
        Document().edit("Typo", titel="a")


def test_history_changed_comes_after_the_state(qtbot: QtBot) -> None:
    document = Document()
    texts: list[tuple[str, str]] = []
    document.history_changed.connect(lambda: texts.append((document.undo_text, document.redo_text)))
    document.edit("Rename", title="a")
    document.undo()
    assert texts == [("Rename", ""), ("", "Rename")]


def test_edits_within_a_step_leave_the_history_as_it_was(qtbot: QtBot) -> None:
    document = Document()
    document.edit_settings("Bias", "bias", bias=1.0)
    with qtbot.assertNotEmitted(document.history_changed), qtbot.waitSignal(document.state_changed):
        document.edit_settings("Bias", "bias", bias=2.0)
    with qtbot.waitSignal(document.history_changed):
        document.edit_settings("Bias", "bias", bias=0.0)  # back where it began: nothing to undo
    assert not document.can_undo


def test_a_step_that_comes_back_to_the_saved_state_takes_the_mark_away(qtbot: QtBot) -> None:
    document = Document()
    document.edit_settings("Bias", bias=1.0)
    document.mark_saved(Path("a.convviz"))
    document.edit_settings("Bias", bias=5.0)
    document.edit_settings("Bias", "bias", bias=2.0)
    with qtbot.waitSignal(document.history_changed):
        document.edit_settings("Bias", "bias", bias=1.0)
    assert not document.is_modified


def test_what_differs_on_the_network_page_alone(qtbot: QtBot) -> None:
    before = DocumentState()
    moved = replace(before, network=NetworkState(movement=Movement(right=1.0)))
    assert moved.differs_in_network(before)
    assert not replace(moved, title="a").differs_in_network(before)
    assert not replace(moved, film=FilmState(loop=True)).differs_in_network(before)
    assert not replace(before, title="a").differs_in_network(before)


def test_saving_and_opening_set_the_path_and_the_mark(qtbot: QtBot) -> None:
    document = Document()
    document.edit("Rename", title="a")
    assert document.is_modified
    with qtbot.waitSignal(document.history_changed):
        document.mark_saved(Path("a.convviz"))
    assert (document.is_modified, document.path) == (False, Path("a.convviz"))
    document.mark_saved()
    assert document.path == Path("a.convviz")
    document.open(DocumentState(title="b"))
    assert (document.is_modified, document.path, document.can_undo) == (False, None, False)


def test_what_was_edited_while_it_was_saved_stays_modified(qtbot: QtBot) -> None:
    document = Document()
    document.edit("Rename", title="a")
    saved = document.state
    document.edit("Rename", title="b")
    document.mark_saved(Path("a.convviz"), saved)
    assert document.is_modified
    document.undo()
    assert not document.is_modified


def test_a_listener_that_edits_does_not_turn_the_order_round(qtbot: QtBot) -> None:
    document = Document()
    document.state_changed.connect(lambda old, new: document.edit("Clamp", title="b"))
    listener = Listener(document)
    document.edit("Rename", title="a")
    assert listener.heard == [("", "a"), ("a", "b")]
    assert document.state.title == "b"
