"""The folders of sessions: one for each window, held as long as it runs; those of dead ones are offered."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from convviz.core.base.leftovers import MARK, YOUNG, held, is_free
from convviz.document.files.read import ExperimentError
from convviz.document.sessions.content import FILE, TRIED, Header, read_header

LONGEST = 30 * 24 * 3600.0
"""Seconds after which a session that nobody asked for is removed."""

_NAME = re.compile(r"[0-9a-f]{12}")


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
        return None if mark is None else cls(path, mark)

    def release(self) -> None:
        """Leave it to the next start."""
        if self._mark is not None:
            self._mark.close()
            self._mark = None

    def remove(self) -> None:
        """Remove it with everything in it."""
        self.release()
        shutil.rmtree(self.path, ignore_errors=True)


def offers(parent: Path) -> list[Offer]:
    """What dead windows left behind in ``parent``, the newest first. Reads a line of each, no more."""
    found = [_offer(path) for path in _folders(parent) if (path / FILE).is_file() and is_free(path / MARK)]
    return sorted(found, key=lambda one: one.header.saved, reverse=True)


def sweep_sessions(parent: Path) -> None:
    """Remove what dead windows left behind longer ago than `LONGEST`, or without a session in it."""
    for path in _folders(parent):
        session = path / FILE
        with suppress(OSError):
            changed = (session if session.exists() else path).stat().st_mtime
            limit = LONGEST if session.exists() else YOUNG
            if time.time() - changed < limit:
                continue
            if not (path / MARK).exists():
                path.rmdir()  # its window was ended before it could hold it
            elif (folder := SessionFolder.take(path)) is not None:
                folder.remove()


def session_folders(parent: Path) -> list[Path]:
    """All of them, dead or alive."""
    return list(_folders(parent))


def _folders(parent: Path) -> Iterator[Path]:
    with suppress(OSError), os.scandir(parent) as entries:
        yield from [Path(one.path) for one in entries if _NAME.fullmatch(one.name) and one.is_dir()]


def _offer(path: Path) -> Offer:
    try:
        header = read_header(path)
    except (ExperimentError, OSError):  # whoever goes on with it hears what is wrong
        header = Header(saved=(path / FILE).stat().st_mtime)
    return Offer(path, header, (path / TRIED).exists())
