"""Files of somebody else beside the settings: never offered, taken up or removed; the start bears them."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from convviz.core.base.leftovers import MARK
from convviz.core.samples.pictures import load_sample
from convviz.document.sessions.content import FILE, Session, SessionWriter
from convviz.document.sessions.folder import LONGEST, SessionFolder, offers, sweep_sessions
from convviz.document.state.state import DocumentState
from convviz.views.base.texts import reason_text
from tests.faults.test_no_place import NOBODY, folder_open, in_a_child

CHILD = Path(__file__).with_name("window_child.py")
only_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away"
)


def left_behind(parent: Path) -> Path:
    """A session whose window was killed."""
    folder = SessionFolder.new(parent)
    SessionWriter(folder.path).write(Session(DocumentState(load_sample("x")), "mine", edited=True))
    folder.release()
    return folder.path


def make_old(path: Path) -> None:
    long_ago = time.time() - LONGEST - 60
    for one in (*path.iterdir(), path):
        os.utime(one, (long_ago, long_ago))


def give_away(path: Path) -> None:
    for one in (*path.rglob("*"), path):
        os.chown(one, NOBODY, NOBODY)


@only_root
def test_a_session_of_somebody_else_is_neither_offered_nor_removed(tmp_path: Path) -> None:
    mine, theirs = left_behind(tmp_path), left_behind(tmp_path)
    give_away(theirs)
    assert [one.folder for one in offers(tmp_path)] == [mine]
    make_old(mine)
    make_old(theirs)
    sweep_sessions(tmp_path)
    assert list(tmp_path.iterdir()) == [theirs]
    assert (theirs / FILE).exists()


@only_root
def test_a_file_that_somebody_else_put_into_a_folder_of_mine_is_not_opened(tmp_path: Path) -> None:
    mine = left_behind(tmp_path)
    mine.chmod(0o770)
    assert [one.folder for one in offers(tmp_path)] == [mine]  # that others might write there is no harm yet
    os.chown(mine / FILE, NOBODY, NOBODY)
    assert offers(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few people make links")
def test_links_are_no_sessions(tmp_path: Path) -> None:
    elsewhere, parent = tmp_path / "elsewhere", tmp_path / "sessions"
    parent.mkdir()
    real = left_behind(elsewhere)
    (parent / "0123456789ab").symlink_to(real)
    folder = parent / "abcdef012345"
    folder.mkdir()
    (folder / FILE).symlink_to(real / FILE)
    assert offers(parent) == []
    make_old(real)
    sweep_sessions(parent)
    assert sorted(one.name for one in real.iterdir()) == sorted((MARK, FILE))


@only_root
@pytest.mark.parametrize("mode", [0o755, 0o775, 0o700], ids=oct)
def test_a_folder_of_somebody_else_takes_no_session_and_says_why(tmp_path: Path, mode: int) -> None:
    parent = tmp_path / "sessions"
    session = left_behind(parent)
    parent.chmod(mode)
    folder_open(tmp_path)

    def attempt() -> str:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        found = offers(parent)
        sweep_sessions(parent)
        try:
            SessionFolder.new(parent)
        except OSError as error:
            return f"{found} {reason_text(error)}"
        return "made"

    assert in_a_child(attempt) == "[] there is no permission for it"
    assert list(parent.iterdir()) == [session]


START = """
from PySide6.QtCore import QCoreApplication
lab = window.page("lab")
say(window.isVisible(), window.going_on.offer, window.preferences.theme)
window.files.images.load_sample("x")
wait(lambda: lab.result)
window.document.edit_settings("Tanh", activation="tanh")
window.going_on.keeper.keep()
wait(lambda: window.band.text() or window.going_on.keeper.has_folder)
say(window.band.text(), problems.box())
window.shut_down()
QCoreApplication.exit(0)
"""
SETTINGS = "[settings]\nversion=1\n[appearance]\ntheme=dark\n"


PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER = 24, 1, 2, 3


def as_others_are() -> None:
    """Take from root, and from what it starts, the right to every file."""
    libc = ctypes.CDLL(None)
    for one in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER):
        if libc.prctl(PR_CAPBSET_DROP, one) != 0:
            os._exit(99)


def begin(home: Path, prepare: Callable[[], None] | None = None) -> list[str]:
    """Start the window with its settings in ``home``; what it says."""
    arguments = [sys.executable, "-B", str(CHILD), str(home), "", START]
    done = subprocess.run(
        arguments,
        capture_output=True,
        text=True,
        timeout=200,
        cwd="/",
        env={**os.environ, "HOME": str(home), "TMPDIR": str(home)},
        preexec_fn=prepare,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.slow
@only_root
@pytest.mark.parametrize("mode", [0o755, 0o775, 0o777], ids=oct)
def test_the_window_starts_with_settings_and_sessions_of_somebody_else(tmp_path: Path, mode: int) -> None:
    settings = tmp_path / "ConvViz"
    settings.mkdir()
    (settings / "ConvViz.conf").write_text(SETTINGS)
    theirs = left_behind(settings / "sessions")
    give_away(settings)
    settings.chmod(mode)
    (settings / "sessions").chmod(mode)
    said = begin(tmp_path)
    assert said == ["True None dark", " None"]
    assert (theirs / FILE).exists()


@pytest.mark.slow
@only_root
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes rights from root one by one")
def test_the_window_starts_where_it_may_only_read(tmp_path: Path) -> None:
    """As after a start with ``sudo``, which leaves files of another owner."""
    settings = tmp_path / "ConvViz"
    settings.mkdir()
    (settings / "ConvViz.conf").write_text(SETTINGS)
    theirs = left_behind(settings / "sessions")
    give_away(settings)
    first, second = begin(tmp_path, as_others_are)
    assert first == "True None dark"
    assert second.startswith(f"Your work cannot be kept for the case of a crash. {settings}{os.sep}sessions")
    assert second.endswith(": there is no permission for it. None")
    assert (settings / "ConvViz.conf").read_text() == SETTINGS
    assert (theirs / FILE).exists()
