"""Undo and redo as a list of older and newer states; plain Python."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import TypeAlias

from convviz.document.state.state import DocumentState, FilmState

LIMIT = 200
"""How many edits can be undone."""

IMAGE_BYTES = 1_000_000_000
"""How much memory the different pictures in the history may hold together."""


EditName: TypeAlias = str | Callable[[], str]
"""What an edit is called; as a function, that says it in the language of the moment."""


@dataclass(frozen=True)
class Entry:
    """A state, and what the edit that led to it is called (shown as "Undo <text>")."""

    state: DocumentState
    text: EditName

    def said(self) -> str:
        """What the edit is called now."""
        return self.text if isinstance(self.text, str) else self.text()


@dataclass(frozen=True)
class Past:
    """A history as a value: ``steps`` from the oldest to the newest, the present one at ``at``.

    ``saved`` is the state that is in the file, None for none.
    """

    steps: tuple[Entry, ...]
    at: int
    saved: DocumentState | None = None


class History:
    """The present state and the way back and forth.

    Edits that carry the same merge key and follow each other are one step to undo (a drag of a
    slider); `seal` ends such a step. States share their pictures, so that a step costs little;
    the oldest steps are dropped beyond ``limit`` edits or ``image_bytes`` of different pictures.

    >>> from dataclasses import replace
    >>> history = History(DocumentState())
    >>> history.push(replace(history.current, title="Edges"), "Rename")
    True
    >>> history.undo_text
    'Rename'
    >>> history.undo().title
    ''
    """

    def __init__(
        self,
        state: DocumentState,
        *,
        limit: int = LIMIT,
        image_bytes: int = IMAGE_BYTES,
        modified: bool = False,
    ) -> None:
        self._entries = [Entry(state, "")]
        self._index = 0
        self._limit = limit
        self._image_bytes = image_bytes
        self._merge_key: Hashable = None
        self._saved: DocumentState | None = None if modified else state
        self.is_merged = False
        """Whether the last edit went on with the step before it."""

    @classmethod
    def of(cls, past: Past) -> History:
        """The history that `past` gave."""
        history = cls(past.steps[past.at].state)
        history._entries, history._index, history._saved = list(past.steps), past.at, past.saved
        return history

    def past(self) -> Past:
        """All of it as it is now; its names as they are called now."""
        steps = tuple(Entry(one.state, one.said()) for one in self._entries)
        return Past(steps, self._index, self._saved)

    @property
    def current(self) -> DocumentState:
        """The state on the screen."""
        return self._entries[self._index].state

    def push(self, state: DocumentState, text: EditName, merge_key: Hashable = None) -> bool:
        """Make ``state`` the present one; what was undone before is gone. False if nothing changes."""
        if state == self.current:
            return False
        merges = self.is_merged = merge_key is not None and merge_key == self._merge_key
        if merges and state == self._entries[self._index - 1].state:
            self.is_merged = False
            self._drop_newest()  # a drag that came back to where it began is no edit
            self.keep_film(state.film)
            return True
        del self._entries[self._index + 1 :]
        if merges:
            self._entries[-1] = Entry(state, self._entries[-1].text)
        else:
            self._entries.append(Entry(state, text))
        self._index = len(self._entries) - 1
        self._merge_key = merge_key
        self._trim()
        return True

    def amend(self, state: DocumentState) -> None:
        """Replace the present state by what followed from the same edit: one step to undo."""
        entry = self._entries[self._index]
        if self._saved == entry.state and len(self._entries) == 1:
            self._saved = state  # nothing was done since it was opened
        self._entries[self._index] = Entry(state, entry.text)

    def leads_back(self, state: DocumentState) -> bool:
        """Whether ``state`` is the one before the last edit."""
        return self.can_undo and state == self._entries[self._index - 1].state

    def keep_film(self, film: FilmState) -> None:
        """Remember in the present state where the film stands. This is no edit: nothing to undo."""
        entry = self._entries[self._index]
        self._entries[self._index] = Entry(replace(entry.state, film=film), entry.text)

    def withdraw(self) -> bool:
        """Take back the step being merged, as if it had never been; False where there is none.

        Unlike `undo` it leaves nothing to do again: the person has not finished what was announced.
        """
        if self._merge_key is None or not self.can_undo:
            return False
        film = self.current.film
        self._drop_newest()
        self.keep_film(film)
        return True

    def seal(self) -> None:
        """End the step being merged: the next edit is a step of its own (the mouse was released)."""
        self._merge_key = None

    @property
    def can_undo(self) -> bool:
        """Whether there is an older state."""
        return self._index > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone state to return to."""
        return self._index < len(self._entries) - 1

    @property
    def undo_text(self) -> str:
        """What `undo` would take back, or ""."""
        return self._entries[self._index].said() if self.can_undo else ""

    @property
    def redo_text(self) -> str:
        """What `redo` would do again, or ""."""
        return self._entries[self._index + 1].said() if self.can_redo else ""

    def undo(self) -> DocumentState:
        """Step back and return the state that is present then (the oldest stays)."""
        return self._go(self._index - 1)

    def redo(self) -> DocumentState:
        """Step forward again and return the state that is present then (the newest stays)."""
        return self._go(self._index + 1)

    def mark_saved(self, state: DocumentState | None = None) -> None:
        """Remember ``state``, or the present one, as the one that is in the file."""
        self._saved = self.current if state is None else state
        self.seal()

    @property
    def is_modified(self) -> bool:
        """Whether the present state differs from the one in the file."""
        return self._saved != self.current

    def _go(self, index: int) -> DocumentState:
        left = self.current
        self._index = min(max(index, 0), len(self._entries) - 1)
        film = left.film  # it goes on where it was, whatever is undone
        if another_picture(left, self.current):  # whose film goes on where that was left
            film = replace(self.current.film, speed=film.speed, loop=film.loop, predict=film.predict)
        self.keep_film(film)
        self.seal()
        return self.current

    def _drop_newest(self) -> None:
        del self._entries[self._index :]
        self._index -= 1
        self.seal()

    def _trim(self) -> None:
        """Drop the oldest steps beyond the limits; the present state always stays."""
        excess = max(len(self._entries) - 1 - self._limit, 0)
        keep = min(len(self._entries) - excess, self._affordable())
        del self._entries[: len(self._entries) - keep]
        self._index = len(self._entries) - 1

    def _affordable(self) -> int:
        """How many of the newest entries fit into the memory for pictures (at least one)."""
        seen: set[int] = set()
        total = 0
        for count, entry in enumerate(reversed(self._entries)):
            for image in (entry.state.image, entry.state.network.paper.photo):
                if image is not None and id(image.values) not in seen:
                    seen.add(id(image.values))
                    total += image.values.nbytes
            if total > self._image_bytes:
                return max(count, 1)
        return len(self._entries)


def another_picture(old: DocumentState, new: DocumentState) -> bool:
    """Whether the picture was replaced, not only a pixel of it."""
    if old.image is None or new.image is None:
        return old.image is not new.image
    return (old.image.shape, old.image.name) != (new.image.shape, new.image.name)
