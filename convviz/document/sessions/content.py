"""A session in files: a line that says what it is, the experiment, each picture that is in no file."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias
from weakref import ref

from convviz.core.base.files import atomic_write
from convviz.core.base.translatable import translatable
from convviz.core.images.image import Image
from convviz.document.files import read
from convviz.document.files.experiment import (
    SUFFIX,
    content,
    experiment_from_json,
    experiment_to_json,
    json_text,
    parse,
)
from convviz.document.files.image import embedded, image_to_json
from convviz.document.files.reach import Reach
from convviz.document.files.read import ExperimentError, Json, Value
from convviz.document.state.state import DocumentState

FILE = "session.json"
TRIED = "tried"
"""Stands beside it from when somebody goes on with it until that has gone well."""

FORMAT, VERSION = "convviz-session", 1
LONGEST_TITLE, LONGEST_PATH, LONGEST_HEADER = 200, 4096, 30_000

_DAMAGED = translatable("what was kept of the last time is damaged, or of a newer ConvViz")


@dataclass(frozen=True, eq=False)
class Session:
    """What a window has in hand: the document, its experiment's file, the page on show.

    ``title`` is what a person calls it, ``edited`` whether something of it is in no file.
    """

    state: DocumentState
    title: str = ""
    page: str = ""
    path: Path | None = None
    edited: bool = False

    def is_like(self, other: Session | None) -> bool:
        """Whether there is nothing new in this one."""
        mine = (self.title, self.page, self.path, self.edited)
        theirs = other and (other.title, other.page, other.path, other.edited)
        return other is not None and self.state is other.state and mine == theirs


@dataclass(frozen=True)
class Header:
    """The first line of the file: ``saved`` counts seconds since 1970, ``path`` is "" for no file."""

    saved: float = 0.0
    title: str = ""
    page: str = ""
    path: str = ""
    edited: bool = False


_HEADER = read.record(
    Header, title=read.text(LONGEST_TITLE), page=read.text(LONGEST_TITLE), path=read.text(LONGEST_PATH)
)

_Stamp: TypeAlias = tuple[int, int]


class Pictures:
    """How the pictures of a session are mentioned: the samples by their keys, those in files by these.

    A picture that is in no file, or in one that has changed since, is written beside the session, once.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: list[tuple[ref[Image], _Stamp | None, Json]] = []

    def mention(self, image: Image | None) -> Json | None:
        """What stands for ``image`` in the session. OSError."""
        if image is None or image.sample:
            return image_to_json(image, self._folder, embed=False)
        known = next((one for one in self._known if one[0]() is image), None)
        stamp = _stamp(image.source)
        if known is not None and known[1] == stamp:
            return known[2]
        self._known = [one for one in self._known if one[0]() not in (None, image)]
        found = None if stamp is None or known is not None else self._in_its_file(image)
        found = found or self._written(image)
        self._known.append((ref(image), stamp, found))
        return found

    def forget_others(self, mentioned: tuple[Json | None, ...]) -> None:
        """Remove what was written of other pictures."""
        files = {one.get("file") for one in mentioned if one}
        for path in self._folder.glob("picture-*.json"):
            if path.name not in files:
                path.unlink(missing_ok=True)
        self._known = [one for one in self._known if one[2] in mentioned]

    def _in_its_file(self, image: Image) -> Json | None:
        try:
            return image_to_json(image, self._folder, embed=False)
        except ExperimentError:  # it cannot be read any more
            return None

    def _written(self, image: Image) -> Json:
        data = json_text(embedded(image)).encode("ascii")
        path = self._folder / f"picture-{hashlib.sha256(data).hexdigest()[:32]}.json"
        if not path.exists():
            with atomic_write(path) as file:
                file.write(data)
        return {"kind": "kept", "file": path.name}


def _stamp(source: Path | None) -> _Stamp | None:
    """What differs once a file was written again; None where there is none."""
    try:
        found = None if source is None else os.stat(source)
    except (OSError, ValueError):
        return None
    return None if found is None else (found.st_size, found.st_mtime_ns)


def write_session(folder: Path, session: Session, pictures: Pictures) -> None:
    """Keep ``session`` in ``folder``, whole or not at all. OSError."""
    state = session.state
    paper = state.network.paper
    image = pictures.mention(state.image)
    own = paper.photo is not None and paper.photo is state.image
    photo: Json | None = {"kind": "own"} if own else pictures.mention(paper.photo)
    without = replace(state, image=None, network=replace(state.network, paper=replace(paper, photo=None)))
    data = experiment_to_json(without, folder, embed=False)
    data["image"] = image
    data["network"]["paper"]["photo"] = photo
    header = Header(
        saved=time.time(),
        title=session.title[:LONGEST_TITLE],
        page=session.page,
        path=str(session.path or ""),
        edited=session.edited,
    )
    first = json_text({"format": FORMAT, "version": VERSION, **asdict(header)})
    with atomic_write(folder / FILE) as file:
        file.write(f"{first}\n{json_text(data)}\n".encode("ascii"))
    pictures.forget_others((image, photo))
    (folder / TRIED).unlink(missing_ok=True)  # it is on the screen, and the program has not ended of it


def read_header(folder: Path) -> Header:
    """What is kept in ``folder``, without reading all of it. `ExperimentError`, OSError."""
    with (folder / FILE).open("rb") as file:
        return _header(file.readline(LONGEST_HEADER))


def read_session(folder: Path, cancelled: Callable[[], bool] | None = None) -> tuple[Session, bool]:
    """What is kept in ``folder``, and whether the picture's file has changed since. `ExperimentError`.

    Every value is checked, as in an experiment.
    """
    try:
        first, _, rest = content(folder / FILE).partition(b"\n")
        header, data = _header(first), parse(rest)
        _put_pictures(data, folder)
        opened = experiment_from_json(data, Reach(folder), cancelled)
    except ValueError as error:  # ImageError is one, too
        text = translatable("What you worked on last cannot be opened: {cause}.")
        raise ExperimentError(text, cause=error) from None
    path = Path(header.path)
    known = path if path.is_absolute() and path.suffix.lower() == SUFFIX else None
    session = Session(opened.state, header.title, header.page, known, header.edited)
    return session, opened.image_changed


def _header(line: bytes) -> Header:
    value = Value(parse(line))
    if value["format"].data != FORMAT or value["version"].data != VERSION:
        raise ExperimentError(_DAMAGED)
    return _HEADER(value)


def _put_pictures(data: Any, folder: Path) -> None:
    """Put the pictures that stand beside the session into its values."""
    value = Value(data)
    for holder, key in ((value, "image"), (value["network"]["paper"], "photo")):
        found = holder[key]
        if found.data is not None and found["kind"].data == "kept":
            name = read.text(LONGEST_TITLE)(found["file"])
            if Path(name).name != name or not name.startswith("picture-"):
                raise ExperimentError(_DAMAGED)
            holder.object()[key] = parse(content(folder / name))
