"""Which files an experiment may open without a question: those beside it, and those this person knows."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from convviz.document.state.state import DocumentState


class Reach:
    """What an experiment in ``folder`` may open: files there or below, and the ``known`` ones.

    Everything, where ``known`` is None. Links and ".." are followed first. Files that it names and may
    not open are collected in ``refused``.

    >>> reach = Reach(Path("/home/ada/lesson"), known=[Path("/home/ada/photos/cat.png")])
    >>> reach.allows("/home/ada/lesson/a/b.png"), reach.allows("/home/ada/photos/cat.png")
    (True, True)
    >>> reach.allows("/home/ada/lesson/../diary.png"), [path.name for path in reach.refused]
    (False, ['diary.png'])
    """

    def __init__(self, folder: Path, known: Collection[Path] | None = None) -> None:
        self.folder = folder
        self._known = None if known is None else set(map(os.path.realpath, known))
        self.refused: list[Path] = []

    def allows(self, path: str | Path) -> bool:
        """Whether this file may be opened."""
        if self._known is None:
            return True
        real = os.path.realpath(path)
        if real in self._known or Path(real).is_relative_to(os.path.realpath(self.folder)):
            return True
        if Path(real) not in self.refused:
            self.refused.append(Path(real))
        return False


def files_of(state: DocumentState) -> list[Path]:
    """The files that a state refers to: its pictures' and its network's.

    >>> files_of(DocumentState())
    []
    """
    pictures = (state.image, state.network.paper.photo)
    files = [one.source for one in pictures if one is not None and one.source is not None]
    return [*files, Path(state.network.path)] if state.network.path else files
