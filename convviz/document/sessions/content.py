"""A session in files: a line that says what it is, the experiment, each picture that is in no file."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from convviz.core.base.files import atomic_write
from convviz.core.base.translatable import translatable
from convviz.document.files import read
from convviz.document.files.experiment import (
    SUFFIX,
    content,
    experiment_from_json,
    json_text,
    parse,
)
from convviz.document.files.reach import Reach
from convviz.document.files.read import ExperimentError, Value
from convviz.document.sessions.past import Steps, read_past
from convviz.document.sessions.pictures import DAMAGED, FoundPictures, Pictures
from convviz.document.state.history import Past
from convviz.document.state.state import DocumentState

FILE = "session.json"
TRIED = "tried"
"""Stands beside it from when somebody goes on with it until that has gone well."""

FORMAT, VERSION = "convviz-session", 1
LONGEST_TITLE, LONGEST_PATH, LONGEST_HEADER = 200, 4096, 30_000


@dataclass(frozen=True, eq=False)
class Session:
    """What a window has in hand: the document, its experiment's file, the page on show.

    ``title`` is what a person calls it, ``edited`` whether something of it is in no file. ``past`` is what
    can be undone. ``missing`` are the pictures that something else stands for, since they could not be read
    again.
    """

    state: DocumentState
    title: str = ""
    page: str = ""
    path: Path | None = None
    edited: bool = False
    past: Past | None = None
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


class SessionWriter:
    """Writes what is in hand to ``folder``, again and again; pictures and steps that are known only once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pictures = Pictures(folder)
        self._steps = Steps(self._pictures)

    def write(self, session: Session) -> None:
        """Keep ``session``, whole or not at all. OSError."""
        data, mentions = self._pictures.document(session.state)
        past, others = ("", []) if session.past is None else self._steps.line(session.past)
        with atomic_write(self._folder / FILE) as file:
            file.write(f"{_first_line(session)}\n{json_text(data)}\n{past}\n".encode("ascii"))
        self._pictures.forget_others((*mentions, *others))
        (self._folder / TRIED).unlink(missing_ok=True)  # it is on the screen, and nothing has ended of it


def _first_line(session: Session) -> str:
    header = Header(
        saved=time.time(),
        title=session.title[:LONGEST_TITLE],
        page=session.page,
        path=str(session.path or ""),
        edited=session.edited,
    )
    return json_text({"format": FORMAT, "version": VERSION, **asdict(header)})


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
    past: Past | None = None
    try:
        first, _, rest = content(folder / FILE).partition(b"\n")
        present, _, steps = rest.partition(b"\n")
        header, data, reach = _header(first), parse(present), Reach(folder)
        opened = experiment_from_json(data, reach, cancelled, pictures.read)
        with suppress(ValueError):  # damaged, or there is none: then only it is lost
            past = read_past(steps, opened.state, pictures, reach, cancelled)
    except ValueError as error:  # ImageError is one, too
        text = translatable("What you worked on last cannot be opened: {cause}.")
        raise ExperimentError(text, cause=error) from None
    path = Path(header.path)
    known = path if path.is_absolute() and path.suffix.lower() == SUFFIX else None
    missing = tuple(pictures.missing)
    session = Session(opened.state, header.title, header.page, known, header.edited, past, missing)
    return session, opened.image_changed


def _header(line: bytes) -> Header:
    value = Value(parse(line))
    if value["format"].data != FORMAT or value["version"].data != VERSION:
        raise ExperimentError(DAMAGED)
    return _HEADER(value)
