"""Files: only ordinary ones are read, written whole or not at all; their first names; why one is refused."""

from __future__ import annotations

import errno
import io
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from convviz.core.base.leftovers import hold, temporary_name
from convviz.core.base.translatable import TranslatableError, translatable


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
def atomic_write(
    path: str | os.PathLike[str], go_on: Callable[[int], object] | None = None
) -> Iterator[BinaryIO]:
    """Write a file so that a crash, a full disk or an error leaves the old one untouched.

    The bytes go into a new file in the same folder, which takes the old one's place (and its
    permissions) once everything is on the disk. Links are followed; devices and pipes, which
    nothing can take the place of, are written directly. ``go_on`` is told before each piece how many bytes
    have been written; what it raises ends the writing. Raises OSError, with ``path`` as its file.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with atomic_write(Path(folder, "a.txt")) as file:
    ...         _ = file.write(b"whole")
    ...     Path(folder, "a.txt").read_text()
    'whole'
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(temporary_name())
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                yield file
            return
        with _File(temporary, "x+", go_on) as file:
            with suppress(OSError):  # no locks here: a file that is left is then not told from one in use
                hold(file.number)
            yield file
            file.flush()
            os.fsync(file.number)
        if target.exists():
            shutil.copymode(target, temporary)
        os.replace(temporary, target)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError) and error.errno and error.filename in (None, str(temporary)):
            error.filename = str(path)  # the caller knows only this name
        raise


class _File(io.BufferedRandom):
    """A file whose every byte goes through `write`.

    Pillow and NumPy write past the file object where it has a descriptor, and then say of a full disk only
    "encoder error -2" or "9 requested and 3 written".
    """

    def __init__(self, path: Path, mode: str, go_on: Callable[[int], object] | None) -> None:
        raw = io.FileIO(str(path), mode)
        self.number, self._go_on, self._written = raw.fileno(), go_on, 0
        super().__init__(raw)

    def write(self, data: Any, /) -> int:
        if self._go_on is not None:
            self._go_on(self._written)
        count = super().write(data)
        self._written += count
        return count

    def fileno(self) -> int:
        raise io.UnsupportedOperation("fileno")


_NO_SUCH_FILE = translatable("there is no such file or folder")
_NO_PERMISSION = translatable("there is no permission for it")
_IN_USE = translatable("another program is using it")
_GONE = translatable("its disk or device is not there any more")
_REASONS = {
    errno.ENOSPC: translatable("the disk is full"),
    errno.EDQUOT: translatable("the space that one may use on this disk is used up"),
    errno.EFBIG: translatable("the file would be larger than files may be here"),
    errno.EACCES: _NO_PERMISSION,
    errno.EPERM: _NO_PERMISSION,
    errno.EROFS: translatable("this disk can only be read"),
    errno.ENOENT: _NO_SUCH_FILE,
    errno.ENOTDIR: _NO_SUCH_FILE,
    errno.EISDIR: translatable("it is a folder"),
    errno.EEXIST: translatable("there is a file of this name already"),
    errno.ENOTEMPTY: translatable("the folder is not empty"),
    errno.EBUSY: _IN_USE,
    errno.ETXTBSY: _IN_USE,
    errno.ELOOP: translatable("it is a link that leads back to itself"),
    errno.EINVAL: translatable("the system knows no such name or place"),
    errno.ENXIO: _GONE,
    errno.ENODEV: _GONE,
    errno.ESTALE: _GONE,
    errno.ETIMEDOUT: translatable("its disk does not answer"),
    errno.ENOMEM: translatable("there is not enough memory"),
    errno.EIO: translatable("the disk is damaged or was taken out"),
    errno.ENAMETOOLONG: translatable("the name is too long"),
    errno.EMFILE: translatable("too many files are open"),
    errno.ENFILE: translatable("too many files are open"),
}


def system_reason(error: OSError) -> TranslatableError:
    """Why the system refused a file, in our words as far as there are any, without its name.

    >>> system_reason(PermissionError(13, "Permission denied", "/x/a.png"))
    TranslatableError('there is no permission for it')
    >>> str(system_reason(OSError("the encoder failed")))
    'the encoder failed'
    """
    ours = _REASONS.get(error.errno or 0)
    if ours is None:
        if error.strerror and error.errno:
            text = translatable("the system refuses it: {reason} (error {number})")
            return TranslatableError(text, reason=error.strerror, number=error.errno)
        return TranslatableError("{reason}", reason=error.strerror or str(error))
    return TranslatableError(ours)


def stage_file(title: str, stage: str, ending: str) -> str:
    """The name of a stage's file, after the experiment's ``title``.

    >>> stage_file("my photo.jpg", "input", "npy")
    'my photo input.npy'
    """
    return f"{file_stem(title, 'convviz')} {_without_separators(stage)}.{ending}"


def file_stem(title: str, usual: str) -> str:
    """What a file is called after a title: a name and no path, of at most 100 characters, never hidden.

    >>> file_stem("my photo.jpg", "film"), file_stem("a<b>: c", "film"), file_stem("../..", "film")
    ('my photo', 'a-b-- c', 'film')
    """
    name = _without_separators(PurePath(title).stem)
    return name.lstrip(". ")[:100].rstrip() or usual


def _without_separators(text: str) -> str:
    return "".join("-" if c in '/\\:*?"<>|' else c for c in text)
