"""NPZ files: several arrays in one archive, one slice of one of which is a picture."""

from __future__ import annotations

import math
import zipfile
from typing import IO

from convviz.core.base.translatable import TranslatableError
from convviz.core.images.arrays import WHOLE, ImageError, Part, Picture
from convviz.core.images.formats.kinds import refuse
from convviz.core.images.formats.layout import layout_of
from convviz.core.images.formats.npy import header_of, read_npy
from convviz.core.images.formats.polled import PolledFile

_ENDING = ".npy"
_MOST_ARRAYS = 1000
_LONGEST = 1 << 36
"""Bytes an array may have; only up to the slice that is wanted is it unpacked, a block at a time."""


class _Member(PolledFile):
    """An array in the archive: how long it is stands in the archive's list."""

    def __init__(self, file: IO[bytes], size: int, around: PolledFile) -> None:
        super().__init__(file, around.is_cancelled)
        self._size = size

    def size(self) -> int:
        return self._size


def read_npz(file: PolledFile, name: str, part: Part = WHOLE) -> Picture:
    """Read one slice of the array ``part.array``, the first that can be a picture unless it is named.

    Nothing in the file is run: pickled objects are refused.
    """
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            members = {one.filename.removesuffix(_ENDING): one for one in archive.infolist()
                       if one.filename.endswith(_ENDING)}  # fmt: skip
            if not members:
                refuse(None, name)
            pictures = {}
            for key, info in list(members.items())[:_MOST_ARRAYS]:
                shape = _picture_in(archive, info, file)
                if shape is not None:
                    pictures[key] = shape
            if not pictures:
                raise ImageError(name, "no_array", "holds no array that could be a picture")
            key = part.array or next(iter(pictures))
            if key not in pictures:
                text = f"holds no picture {key!r}, but {', '.join(pictures)}"
                raise ImageError(name, "no_such_array", text, array=key, arrays=", ".join(pictures))
            with archive.open(members[key]) as member:
                found = read_npy(_Member(member, members[key].file_size, file), name, part)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        if isinstance(error, RecursionError):
            raise
        raise TranslatableError("its data cannot be understood") from None
    return Picture(found.values, found.low, found.high, found.frames, found.note, tuple(pictures))


def _picture_in(archive: zipfile.ZipFile, info: zipfile.ZipInfo, file: PolledFile) -> tuple[int, ...] | None:
    """The shape of an array that can be a picture; None for labels, texts and the like."""
    if info.file_size > _LONGEST:
        return None
    try:
        with archive.open(info) as member:
            shape, _, kind, _ = header_of(_Member(member, info.file_size, file))
        layout = layout_of(shape, info.filename)
    except (ValueError, EOFError, zipfile.BadZipFile):
        return None
    return shape if kind.kind in "biuf" and math.prod(layout.inner) > 1 and min(layout.inner) > 0 else None
