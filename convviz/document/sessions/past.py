"""The steps before and after the present state, kept with a session: Undo and Redo go on, too.

A stroke is written once, however many steps have it; of pictures, and of what else a step holds, the
nearest steps are kept as far as a few megabytes go. Their names stay in the language of that time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import cast

from convviz.core.images.image import Image
from convviz.document.files import read
from convviz.document.files.experiment import experiment_from_json, json_text, parse
from convviz.document.files.reach import Reach
from convviz.document.files.read import ExperimentError, Json, Value
from convviz.document.files.state import STROKE, strokes_to_json
from convviz.document.sessions.pictures import DAMAGED, FoundPictures, Pictures
from convviz.document.state.history import Entry, Past
from convviz.document.state.state import DocumentState, PenStroke

MOST_STEPS = 50
"""How many steps are kept in either direction."""

MOST_TEXT = 2_000_000
"""Characters that all steps may have together, without their strokes and pictures."""

MOST_PIXELS = 4_000_000
"""Bytes that the pictures of other steps may have in memory."""

MOST_STROKES = 100_000

_rows = read.items(read.items(read.whole(0, MOST_STROKES), MOST_STROKES), 2 * MOST_STEPS + 1)
_names = read.items(read.name(1000), 2 * MOST_STEPS + 1)
_strokes = read.items(STROKE, MOST_STROKES)
_at = read.whole(0, 2 * MOST_STEPS)


@dataclass(frozen=True)
class _Step:
    """A step as it is written; ``mentions`` stand in it for its pictures."""

    entry: Entry
    text: str
    mentions: tuple[Json | None, ...]


class _Room:
    """What is left for steps other than the present one."""

    def __init__(self, present: DocumentState) -> None:
        self._seen = {id(one) for one in _pictures(present)}
        self._text, self._pixels = MOST_TEXT, MOST_PIXELS

    def has(self, state: DocumentState) -> bool:
        """Whether there is room for the pictures of one more, which is taken."""
        for image in _pictures(state):
            if id(image) not in self._seen:
                self._seen.add(id(image))
                self._pixels -= image.values.nbytes
        return self._pixels >= 0

    def has_text(self, step: _Step) -> bool:
        """The same for what is written of it."""
        self._text -= len(step.text)
        return self._text >= 0


def _pictures(state: DocumentState) -> list[Image]:
    both = (state.image, state.network.paper.photo)
    return [one for one in both if one is not None and not one.sample]


class Steps:
    """Writes the steps around the present one; what was written of a step before is still known."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._known: dict[int, _Step] = {}

    def line(self, past: Past) -> tuple[str, list[Json | None]]:
        """The steps as a line of JSON, and what stands in it for their pictures. OSError."""
        present, room = past.steps[past.at], _Room(past.steps[past.at].state)
        older = self._kept(reversed(past.steps[: past.at]), room)[::-1]
        newer = self._kept(past.steps[past.at + 1 :], room)
        steps = [*older, _Step(present, "null", ()), *newer]
        self._known = {id(one.entry.state): one for one in (*older, *newer)}
        strokes: dict[PenStroke, int] = {}
        rows = [
            [strokes.setdefault(stroke, len(strokes)) for stroke in one.entry.state.network.paper.strokes]
            for one in steps
        ]
        states = [one.entry.state for one in steps]
        head = json_text(
            {
                "at": len(older),
                "saved": next((at for at, one in enumerate(states) if one == past.saved), None),
                "names": [one.entry.said() for one in steps],
                "rows": rows,
                "strokes": strokes_to_json(strokes),
            }
        )
        text = f'{head[:-1]}, "steps": [{", ".join(one.text for one in steps)}]}}'
        return text, [mention for one in steps for mention in one.mentions]

    def _kept(self, entries: Iterable[Entry], room: _Room) -> list[_Step]:
        """Those that there is room for, up to the first one that there is none for."""
        found: list[_Step] = []
        for entry in islice(entries, MOST_STEPS):
            if not room.has(entry.state):
                break
            step = self._step(entry)
            if not room.has_text(step):
                break
            found.append(step)
        return found

    def _step(self, entry: Entry) -> _Step:
        known = self._known.get(id(entry.state))
        if known is not None and known.entry.state is entry.state:
            return replace(known, entry=entry)
        data, mentions = self._pictures.document(_without_strokes(entry.state))
        return _Step(entry, json_text(data), mentions)


def read_past(
    line: bytes,
    state: DocumentState,
    pictures: FoundPictures,
    reach: Reach,
    cancelled: Callable[[], bool] | None,
) -> Past:
    """The steps around ``state`` that `Steps` wrote. `ExperimentError`.

    Those beyond one whose picture is gone or another one are left out.
    """
    value = Value(parse(line))
    at, names, rows = _at(value["at"]), _names(value["names"]), _rows(value["rows"])
    strokes = _strokes(value["strokes"])
    steps = read.items(read.content, 2 * MOST_STEPS + 1)(value["steps"])
    saved = read.optional(_at)(value["saved"])
    if not (at < len(steps) == len(names) == len(rows)):
        raise ExperimentError(DAMAGED)

    def entry(index: int) -> Entry | None:
        before = len(pictures.missing)
        opened = experiment_from_json(steps[index], reach, cancelled, pictures.read)
        if opened.image_changed or len(pictures.missing) > before:
            del pictures.missing[before:]
            return None
        paper = opened.state.network.paper
        try:
            paper = replace(paper, strokes=tuple(strokes[one] for one in rows[index]))
        except IndexError:
            raise ExperimentError(DAMAGED) from None
        return Entry(replace(opened.state, network=replace(opened.state.network, paper=paper)), names[index])

    older = _up_to_none(entry(one) for one in range(at - 1, -1, -1))[::-1]
    newer = _up_to_none(entry(one) for one in range(at + 1, len(steps)))
    found = (*older, Entry(state, names[at]), *newer)
    first = at - len(older)
    is_there = saved is not None and 0 <= saved - first < len(found)
    return Past(found, len(older), found[saved - first].state if is_there else None)


def _up_to_none(entries: Iterable[Entry | None]) -> list[Entry]:
    return cast("list[Entry]", list(takewhile(lambda one: one is not None, entries)))


def _without_strokes(state: DocumentState) -> DocumentState:
    paper = replace(state.network.paper, strokes=())
    return replace(state, network=replace(state.network, paper=paper))
