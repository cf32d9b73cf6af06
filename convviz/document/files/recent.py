"""The list of files that were used last: newest first, each once, only those that still exist."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

LIMIT = 10
"""How many files the list holds."""


def added(recent: Sequence[Path], path: Path, limit: int = LIMIT) -> list[Path]:
    """The list with ``path`` at its head; the oldest fall off its end.

    Paths are made absolute, so that a file reached in two ways stands in the list once.

    >>> [path.name for path in added([Path("/a.png"), Path("/b.png")], Path("/b.png"))]
    ['b.png', 'a.png']
    """
    newest = path.absolute()
    return [newest, *(known for known in recent if known.absolute() != newest)][:limit]


def existing(recent: Iterable[Path]) -> list[Path]:
    """The files of the list that are still there.

    >>> existing([Path("/nowhere/at/all.png")])
    []
    """
    return [path for path in recent if _is_file(path)]


def from_strings(values: object, limit: int = LIMIT) -> list[Path]:
    """The list as it was remembered: strings, or whatever an edited settings file holds instead.

    >>> [path.name for path in from_strings(["/a.png", 3, "", "/a.png"])]
    ['a.png']
    >>> len(from_strings("/a.png")), from_strings(None)
    (1, [])
    """
    texts = [values] if isinstance(values, str) else values if isinstance(values, list | tuple) else []
    paths = dict.fromkeys(Path(text).absolute() for text in texts if isinstance(text, str) and text)
    return list(paths)[:limit]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name the system refuses, a drive that is not there
        return False
