"""The folders of sessions: one for each window, held as long as it runs; those of dead ones are offered.

Only this person's own are looked at, and no links: a session opens pictures unasked, and somebody else who
may write beside the settings could put one there.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from convviz.core.base.leftovers import MARK, YOUNG, held, is_free, is_own
from convviz.document.files.read import ExperimentError
from convviz.document.sessions.content import FILE, TRIED, Header, read_header

LONGEST = 30 * 24 * 3600.0
"""Seconds after which a session that nobody asked for is removed."""

_NAME = re.compile(r"[0-9a-f]{12}")
_OURS = re.compile(r"session\.json|tried|picture-\w+\.json|trained|networks|\.convviz-\w+\.tmp")
"""What a session's folder holds."""


@dataclass(frozen=True)
class Offer:
    """A session that its window left behind; ``tried``: going on with it did not go well."""

    folder: Path
    header: Header
    tried: bool = False


class SessionFolder:
    """A folder that is held by this window; no other one offers, takes or removes it."""

    def __init__(self, path: Path, mark: IO[bytes] | None) -> None:
        self.path = path
        self._mark = mark

    @classmethod
    def new(cls, parent: Path) -> SessionFolder:
        """A new one in ``parent``. OSError."""
        parent.mkdir(parents=True, exist_ok=True)
        path = parent / os.urandom(6).hex()
        path.mkdir(mode=0o700)
        try:
            mark = held(path / MARK)
        except OSError:  # no locks here: it is kept all the same, but no other start can know it for dead
            mark = None
        return cls(path, mark)

    @classmethod
    def take(cls, path: Path) -> SessionFolder | None:
        """The folder of a dead window; None where another window has it, or where it is gone."""
        try:
            mark = held(path / MARK)
        except OSError:
            return None
        taken = None if mark is None else cls(path, mark)
        if taken is not None and taken.is_lost():  # it was removed while we waited for it
            taken.release()
            return None
        return taken

    def is_lost(self) -> bool:
        """Whether somebody has removed it, or put another one in its place."""
        try:
            there = os.stat(self.path / MARK if self._mark else self.path)
        except OSError:
            return True
        if self._mark is None:
            return False
        here = os.fstat(self._mark.fileno())
        return (there.st_dev, there.st_ino) != (here.st_dev, here.st_ino)

    def again(self) -> None:
        """Make it once more after it was lost; another one where its place is taken. OSError."""
        self.release()
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._mark = held(self.path / MARK)
        except OSError:
            self._mark = None
        if self._mark is None:
            other = SessionFolder.new(self.path.parent)
            self.path, self._mark = other.path, other._mark

    def release(self) -> None:
        """Leave it to the next start."""
        if self._mark is not None:
            self._mark.close()
            self._mark = None

    def remove(self) -> None:
        """Remove it with everything in it, unless it was lost and is another window's by now."""
        if self.is_lost():
            self.release()
            return
        (self.path / FILE).unlink(missing_ok=True)  # nobody takes it up from here on
        if os.name == "nt":  # where what is open cannot be removed
            self.release()
        shutil.rmtree(self.path, ignore_errors=True)
        self.release()


def offers(parent: Path) -> list[Offer]:
    """What dead windows left behind in ``parent``, the newest first. Reads a line of each, no more."""
    found = []
    for path in _folders(parent):
        with suppress(OSError):  # another window has just removed it, or it is another person's
            if _is_own_file(path / FILE) and _is_dead(path):
                found.append(_offer(path))
    return sorted(found, key=lambda one: one.header.saved, reverse=True)


def _is_own_file(path: Path) -> bool:
    found = path.lstat()
    return stat.S_ISREG(found.st_mode) and is_own(found)


def sweep_sessions(parent: Path) -> None:
    """Remove what dead windows left behind longer ago than `LONGEST`, or without a session in it."""
    for path in _folders(parent):
        session = path / FILE
        with suppress(OSError):
            changed = (session if session.exists() else path).stat().st_mtime
            limit = LONGEST if session.exists() else YOUNG
            if time.time() - changed >= limit and (_is_dead(path) or _is_forgotten(path)):
                _remove(path)


def _remove(path: Path) -> None:
    folder = SessionFolder.take(path)
    if folder is not None:
        folder.remove()
    elif _is_forgotten(path):
        shutil.rmtree(path, ignore_errors=True)


def _is_dead(path: Path) -> bool:
    """Whether no window holds it; what is in a folder without a mark has to be ours.

    So it is where a window was ended before it could hold it, or where a part of it was lost.
    """
    mark = path / MARK
    return is_free(mark) if mark.exists() else all(_OURS.fullmatch(one.name) for one in path.iterdir())


def _is_forgotten(path: Path) -> bool:
    """Whether it is so old that nobody works on it, though it cannot be held: the disk knows no locks."""
    if not (path / MARK).exists() or time.time() - path.stat().st_mtime < LONGEST:
        return False
    try:
        mark = held(path / MARK)
    except OSError:
        return True
    if mark is not None:
        mark.close()
    return False


def session_folders(parent: Path) -> list[Path]:
    """All of them, dead or alive."""
    return list(_folders(parent))


def _folders(parent: Path) -> Iterator[Path]:
    with suppress(OSError), os.scandir(parent) as entries:
        yield from [Path(one.path) for one in entries if _NAME.fullmatch(one.name) and _is_own_folder(one)]


def _is_own_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False) and is_own(entry.stat(follow_symlinks=False))


def _offer(path: Path) -> Offer:
    try:
        header = read_header(path)
    except (ExperimentError, OSError):  # whoever goes on with it hears what is wrong
        header = Header(saved=(path / FILE).stat().st_mtime)
    return Offer(path, header, (path / TRIED).exists())
