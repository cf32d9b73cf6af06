"""A session in files: a line that says what it is, the experiment, each picture that is in no file."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from convviz.core.base.files import atomic_write
from convviz.core.base.translatable import translatable
from convviz.document.files import read
from convviz.document.files.experiment import (
    SUFFIX,
    content,
    experiment_from_json,
    experiment_to_json,
    json_text,
    parse,
)
from convviz.document.files.reach import Reach
from convviz.document.files.read import ExperimentError, Json, Value
from convviz.document.sessions.pictures import DAMAGED, FoundPictures, Pictures
from convviz.document.state.state import DocumentState

FILE = "session.json"
TRIED = "tried"
"""Stands beside it from when somebody goes on with it until that has gone well."""

FORMAT, VERSION = "convviz-session", 1
LONGEST_TITLE, LONGEST_PATH, LONGEST_HEADER = 200, 4096, 30_000


@dataclass(frozen=True, eq=False)
class Session:
    """What a window has in hand: the document, its experiment's file, the page on show.

    ``title`` is what a person calls it, ``edited`` whether something of it is in no file. ``missing`` are
    the pictures that something else stands for, since they could not be read again.
    """

    state: DocumentState
    title: str = ""
    page: str = ""
    path: Path | None = None
    edited: bool = False
    missing: tuple[str, ...] = ()

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

    Every value is checked, as in an experiment. A picture that cannot be read any more costs nothing but
    itself: see `Session.missing`.
    """
    pictures = FoundPictures(folder)
    try:
        first, _, rest = content(folder / FILE).partition(b"\n")
        header, data = _header(first), parse(rest)
        opened = experiment_from_json(data, Reach(folder), cancelled, pictures.read)
    except ValueError as error:  # ImageError is one, too
        text = translatable("What you worked on last cannot be opened: {cause}.")
        raise ExperimentError(text, cause=error) from None
    path = Path(header.path)
    known = path if path.is_absolute() and path.suffix.lower() == SUFFIX else None
    missing = tuple(pictures.missing)
    session = Session(opened.state, header.title, header.page, known, header.edited, missing)
    return session, opened.image_changed


def _header(line: bytes) -> Header:
    value = Value(parse(line))
    if value["format"].data != FORMAT or value["version"].data != VERSION:
        raise ExperimentError(DAMAGED)
    return _HEADER(value)
