"""Folders of sessions: those of living windows are left alone, those of dead ones offered or removed."""

import errno
import os
import shutil

import pytest

from convviz.core.base import leftovers
from convviz.core.base.leftovers import MARK
from convviz.document.sessions.content import FILE, TRIED, Session, SessionWriter
from convviz.document.sessions.folder import LONGEST, SessionFolder, offers, sweep_sessions
from convviz.document.state.state import DocumentState


@pytest.fixture
def parent(tmp_path):
    return tmp_path / "sessions"


def dead(parent, title="", age=0.0):
    folder = SessionFolder.new(parent)
    SessionWriter(folder.path).write(Session(DocumentState(), title))
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


def aged(path):
    for one in (*path.iterdir(), path):
        os.utime(one, (1, 1))


@pytest.mark.parametrize("left", [(FILE,), (FILE, "picture-0a.json"), (FILE, TRIED, "trained", "networks")])
def test_a_session_without_its_mark_is_offered_and_taken(parent, left):
    path = dead(parent, "lost")
    (path / MARK).unlink()
    for name in left[1:]:
        (path / name).touch()
    (offer,) = offers(parent)
    assert offer.header.title == "lost"
    folder = SessionFolder.take(path)
    assert SessionFolder.take(path) is None
    folder.remove()
    assert not path.exists()


@pytest.mark.parametrize("left", [(), (MARK,), ("picture-0a.json", TRIED), (MARK, "trained"), ("networks",)])
def test_a_part_of_a_session_is_swept(parent, left):
    path = dead(parent)
    for name in (FILE, MARK):
        (path / name).unlink()
    for name in left:
        (path / name).touch()
    sweep_sessions(parent)
    assert path.exists()  # somebody may just be making it
    aged(path)
    sweep_sessions(parent)
    assert not path.exists()


def test_an_old_session_without_its_mark_is_swept_and_a_strangers_folder_is_not(parent):
    old, strange = dead(parent), dead(parent)
    (strange / "mine.txt").touch()
    for path in (old, strange):
        (path / MARK).unlink()
        aged(path)
    sweep_sessions(parent)
    assert [path.name for path in parent.iterdir()] == [strange.name]
    assert offers(parent) == []
    assert not (strange / MARK).exists()


def test_where_the_disk_knows_no_locks_only_age_tells(parent, monkeypatch):
    def none(_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(leftovers, "hold", none)
    old, new = dead(parent, age=LONGEST + 60), dead(parent)
    os.utime(old, (1, 1))
    assert not SessionFolder.new(parent).is_lost()
    sweep_sessions(parent)
    assert not old.exists()
    assert new.exists()


def test_a_folder_that_was_removed_is_made_again(parent):
    folder = SessionFolder.new(parent)
    assert not folder.is_lost()
    shutil.rmtree(parent)
    assert folder.is_lost()
    path = folder.path
    folder.again()
    assert folder.path == path
    assert not folder.is_lost()
    shutil.rmtree(parent)
    another = SessionFolder(path, None)
    another.again()  # it is quicker, and has the place
    folder.remove()
    assert not another.is_lost()
    folder.again()
    assert folder.path != path
    assert not folder.is_lost()
    folder.remove()
    another.remove()
    assert list(parent.iterdir()) == []


def test_who_waited_for_what_is_removed_gets_nothing(parent, monkeypatch):
    path = dead(parent)
    real = leftovers.hold

    def removed_meanwhile(file):
        shutil.rmtree(path, ignore_errors=True)
        return real(file)

    monkeypatch.setattr(leftovers, "hold", removed_meanwhile)
    assert SessionFolder.take(path) is None
