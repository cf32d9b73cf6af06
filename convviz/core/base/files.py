"""Files: written whole or not at all, and what they are called to begin with."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from typing import BinaryIO


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
    temporary = target.with_name(f".convviz-{os.urandom(6).hex()}.tmp")
    try:
        with temporary.open("x+b") as file:
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
