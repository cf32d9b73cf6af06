"""Folders of sessions: those of living windows are left alone, those of dead ones offered or removed."""

import os

import pytest

from convviz.document.sessions.content import FILE, TRIED, Pictures, Session, write_session
from convviz.document.sessions.folder import LONGEST, SessionFolder, offers, sweep_sessions
from convviz.document.state.state import DocumentState


@pytest.fixture
def parent(tmp_path):
    return tmp_path / "sessions"


def dead(parent, title="", age=0.0):
    folder = SessionFolder.new(parent)
    write_session(folder.path, Session(DocumentState(), title), Pictures(folder.path))
    changed = (folder.path / FILE).stat().st_mtime - age
    os.utime(folder.path / FILE, (changed, changed))
    folder.release()
    return folder.path


def test_nothing_is_there_at_first(parent):
    assert offers(parent) == []
    sweep_sessions(parent)


def test_the_newest_is_offered_first_and_a_living_window_never(parent):
    first, second = dead(parent, "first"), dead(parent, "second")
    assert [one.header.title for one in offers(parent)] == ["second", "first"]
    living = SessionFolder.take(second)
    assert SessionFolder.take(second) is None
    assert [one.folder for one in offers(parent)] == [first]
    living.release()
    assert len(offers(parent)) == 2


def test_a_damaged_one_is_offered_by_its_time(parent):
    path = dead(parent)
    (path / FILE).write_bytes(b"\xff\x00")
    (path / TRIED).touch()
    (offer,) = offers(parent)
    assert offer.tried
    assert offer.header.title == ""
    assert offer.header.saved == (path / FILE).stat().st_mtime


def test_what_is_gone_cannot_be_taken(parent):
    assert SessionFolder.take(parent / "0123456789ab") is None


def test_old_ones_are_removed_and_living_and_foreign_ones_are_not(parent):
    old, new = dead(parent, age=LONGEST + 60), dead(parent, age=LONGEST - 60)
    living = SessionFolder.take(dead(parent, age=LONGEST + 60))
    for name in ("0123456789ab", "ba9876543210", "notes"):
        (parent / name).mkdir()
    (parent / "0123456789ab" / "mine.txt").touch()
    for path in parent.iterdir():
        os.utime(path, (1, 1))
    sweep_sessions(parent)
    left = {path.name for path in parent.iterdir()}
    assert left == {new.name, living.path.name, "0123456789ab", "notes"}
    assert not old.exists()
    living.remove()
    assert not living.path.exists()
