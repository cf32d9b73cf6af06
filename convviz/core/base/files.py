"""Files: only ordinary ones are read, written whole or not at all, and what they are called to begin with."""

from __future__ import annotations

import io
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from typing import BinaryIO

from convviz.core.base.leftovers import hold, temporary_name
from convviz.core.base.translatable import TranslatableError


def open_file(path: str | os.PathLike[str], most: int | None = None) -> io.BufferedReader:
    """Open a file to read its bytes, if it is an ordinary one of at most ``most`` bytes.

    What it is, is asked before it is opened: a pipe would wait for ever, a device might never end.
    ValueError, a sentence without the file's name, for folders, devices, pipes and larger files;
    OSError where it cannot be opened.

    >>> open_file(".")
    Traceback (most recent call last):
    convviz.core.base.translatable.TranslatableError: it is a folder
    """
    _check(os.stat(path).st_mode)
    file = Path(path).open("rb")  # noqa: SIM115 - the caller closes it
    try:
        size = os.fstat(file.fileno()).st_size
        _check(os.fstat(file.fileno()).st_mode)
        if most is not None and size > most:
            raise TranslatableError("it has {size:,} bytes; the limit is {most:,}", size=size, most=most)
    except BaseException:
        file.close()
        raise
    return file


def read_file(path: str | os.PathLike[str], most: int) -> bytes:
    """All bytes of an ordinary file with at most ``most``; errors as in `open_file`."""
    with open_file(path, most) as file:
        data = file.read(
            min(most, os.fstat(file.fileno()).st_size) + 1
        )  # room for what is there, not for most
    if len(data) > most:  # it has grown since
        raise TranslatableError("it has {size:,} bytes; the limit is {most:,}", size=len(data), most=most)
    return data


def kind_of(mode: int) -> str:
    """What has such a ``st_mode``: "file", "folder", or "other" for pipes, devices and sockets."""
    return "folder" if stat.S_ISDIR(mode) else "file" if stat.S_ISREG(mode) else "other"


def _check(mode: int) -> None:
    kind = kind_of(mode)
    if kind == "folder":
        raise TranslatableError("it is a folder")
    if kind == "other":
        raise TranslatableError("it is no ordinary file")


@contextmanager
def atomic_write(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Write a file so that a crash, a full disk or an error leaves the old one untouched.

    The bytes go into a new file in the same folder, which takes the old one's place (and its
    permissions) once everything is on the disk. Links are followed; devices and pipes, which
    nothing can take the place of, are written directly. Raises OSError.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with atomic_write(Path(folder, "a.txt")) as file:
    ...         _ = file.write(b"whole")
    ...     Path(folder, "a.txt").read_text()
    'whole'
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            yield file
        return
    temporary = target.with_name(temporary_name())
    try:
        with temporary.open("x+b") as file:
            with suppress(OSError):  # no locks here: a file that is left is then not told from one in use
                hold(file)
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
        os.replace(temporary, target)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError) and error.filename == str(temporary):
            error.filename = str(path)  # the caller knows only this name
        raise


def stage_file(title: str, stage: str, ending: str) -> str:
    """The name of a stage's file, after the experiment's ``title``.

    >>> stage_file("my photo.jpg", "input", "npy")
    'my photo input.npy'
    """
    name = f"{PurePath(title).stem or 'convviz'} {stage}"
    return "".join("-" if c in '/\\:*?"<>|' else c for c in name) + f".{ending}"
