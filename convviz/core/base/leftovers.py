"""Temporary files and folders: held while they are in use, known again and removed once nobody holds them.

A process that is killed removes nothing. What it held with `hold` the system lets go, so that the next
start can tell leftovers from what another window is just writing.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

MARK = ".convviz-in-use"
"""The file that is held in a folder of ours; a folder without it is never removed."""

YOUNG = 2.0
"""Seconds in which nothing is a leftover: a file is held only a moment after it was made."""

_FOLDER = re.compile(r"convviz-\w{8}")
_FILE = re.compile(r"\.convviz-[0-9a-f]{12}\.tmp")


def temporary_name() -> str:
    """A new name for a file that is being written, which `sweep` knows again.

    >>> bool(_FILE.fullmatch(temporary_name()))
    True
    """
    return f".convviz-{os.urandom(6).hex()}.tmp"


def hold(file: IO[bytes] | int) -> bool:
    """Hold an open file, or that of a descriptor, until it is closed or the process ends, however it ends.

    False where another one holds it. OSError where the file system knows no locks.
    """
    try:
        if sys.platform == "win32":
            msvcrt.locking(file if isinstance(file, int) else file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def held(path: Path) -> IO[bytes] | None:
    """The file at ``path``, made if need be, open and held; None where another one holds it. OSError."""
    file = path.open("a+b")
    try:
        if hold(file):
            return file
    except BaseException:
        file.close()
        raise
    file.close()
    return None


class TemporaryFolder(tempfile.TemporaryDirectory[str]):
    """A temporary folder that is removed in the end, by `sweep` where the process was killed.

    >>> with TemporaryFolder() as folder:
    ...     Path(folder, "a.txt").write_text("a") and Path(folder).name[:8]
    'convviz-'
    >>> Path(folder).exists()
    False
    """

    def __init__(self) -> None:
        super().__init__(prefix="convviz-", ignore_cleanup_errors=True)
        self._mark = Path(self.name, MARK).open("x+b")  # noqa: SIM115 - open as long as the folder is there
        with suppress(OSError):  # no locks here: then it is not swept either
            hold(self._mark)

    def cleanup(self) -> None:
        self._mark.close()
        super().cleanup()


def sweep(
    temporary: Path, folders: Iterable[Path], cancelled: Callable[[], bool] = lambda: False
) -> list[Path]:
    """Remove what killed processes of this person left, and say what that was.

    That is folders of `TemporaryFolder` in ``temporary``, and half written files in the ``folders`` that
    something was saved to. Whatever is in use, is another's, or cannot be told, stays.
    """
    gone = []
    for path in _named(_FOLDER, [temporary], cancelled):
        if path.is_dir() and (path / MARK).is_file() and is_free(path / MARK):
            shutil.rmtree(path, ignore_errors=True)
            gone.append(path)
    for path in _named(_FILE, folders, cancelled):
        if path.is_file() and is_free(path):
            with suppress(OSError):
                path.unlink()
                gone.append(path)
    return gone


def _named(name: re.Pattern[str], folders: Iterable[Path], cancelled: Callable[[], bool]) -> Iterator[Path]:
    """Entries with such a name that are this person's own, not links, and not just made."""
    for folder in dict.fromkeys(folders):
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if cancelled():
                    return
                if name.fullmatch(entry.name) and not entry.is_symlink() and _is_old_and_own(entry):
                    yield Path(entry.path)


def _is_old_and_own(entry: os.DirEntry[str]) -> bool:
    found = entry.stat(follow_symlinks=False)
    return is_own(found) and time.time() - found.st_mtime >= YOUNG


def is_own(found: os.stat_result) -> bool:
    """Whether a file or folder is this person's; Windows gives no owners here.

    >>> with TemporaryFolder() as folder:
    ...     is_own(os.stat(folder))
    True
    """
    return sys.platform == "win32" or found.st_uid == os.geteuid()


def is_free(path: Path) -> bool:
    """Whether nobody holds the file; not where that cannot be told."""
    try:
        with path.open("r+b") as file:
            return hold(file)
    except OSError:
        return False
