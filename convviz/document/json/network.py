"""The Network page's state as plain JSON values and back; every value is checked."""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeAlias

from convviz.core.images.image import Image
from convviz.document.json.fields import ExperimentError, Fields
from convviz.document.json.image import image_from_json, image_to_json, is_remote, relative
from convviz.document.json.paper import choices_from_json, strokes_from_json, strokes_to_json
from convviz.document.state.network import Movement, NetworkState, Paper
from convviz.network.compute.adapting import SCALES
from convviz.network.edit.changes import KINDS, Change

Json: TypeAlias = dict[str, Any]

MOST_CHANGES = 10_000
MOST_CLASSES = 100_000
LARGEST = 1_000_000_000
LARGEST_KERNEL = 64
SOURCES = ("", "digit", "picture")


def network_to_json(state: NetworkState, folder: Path, image: Image | None, *, embed: bool) -> Json:
    """The state, name by name. ``folder`` is where the experiment will lie, ``image`` its picture.

    A photo on the paper that is the experiment's own picture is written as a mere mention.

    >>> network_to_json(NetworkState(key="mlp"), Path(), None, embed=False)["key"]
    'mlp'
    """
    paper = state.paper
    photo: Json | None = None
    if paper.photo is not None:
        own = paper.photo is image
        photo = {"kind": "own"} if own else image_to_json(paper.photo, folder, embed=embed)
    return {
        "key": state.key,
        "path": relative(Path(state.path), folder) if state.path else "",
        "absolute": state.path,
        "title": state.title,
        "checksum": state.checksum,
        "scale": state.scale,
        "classes": list(state.classes),
        "source": state.source,
        "changes": [_change_to_json(one) for one in state.changes],
        "movement": asdict(state.movement),
        "paper": {
            "strokes": strokes_to_json(paper.strokes),
            "ground": base64.b64encode(paper.ground).decode("ascii"),
            "name": paper.name,
            "sample": paper.sample,
            "photo": photo,
            "choices": asdict(paper.choices),
        },
    }


def network_from_json(
    fields: Fields, folder: Path, image: Image | None, cancelled: Callable[[], bool] | None = None
) -> NetworkState:
    """The state that `network_to_json` wrote; `ExperimentError` says what is wrong.

    The network's own file is not looked for here: who shows the network says what became of it.
    """
    return NetworkState(
        key=fields.text("key", longest=200),
        path=_path(fields, folder),
        title=fields.text("title", longest=1000),
        checksum=fields.text("checksum", longest=200),
        scale=fields.choice("scale", tuple(SCALES)),
        classes=tuple(_texts(fields, "classes")),
        source=fields.choice("source", SOURCES),
        changes=tuple(_change(one) for one in fields.objects("changes", most=MOST_CHANGES)),
        movement=_movement(fields.fields("movement")),
        paper=_paper(fields.fields("paper"), folder, image, cancelled),
    )


def _change_to_json(change: Change) -> Json:
    """Only what differs from a change of this kind with nothing else to it."""
    usual = vars(Change(change.kind, change.layer))
    return {k: v for k, v in vars(change).items() if k in ("kind", "layer") or v != usual[k]}


def _change(fields: Fields) -> Change:
    has = fields.has
    return Change(
        kind=fields.choice("kind", KINDS),
        layer=fields.integer("layer", 0, LARGEST),
        channel=fields.integer("channel", 0, LARGEST) if has("channel") else 0,
        value=fields.number("value") if has("value") else 0.0,
        position=_position(fields) if has("position") else (),
        kernel=_kernel(fields) if has("kernel") else (),
        seed=fields.integer("seed", 0, 2**32 - 1) if has("seed") else 0,
    )


def _position(fields: Fields) -> tuple[int, ...]:
    numbers = fields.numbers("position", most=8)
    if not all(one.is_integer() and 0 <= one <= LARGEST for one in numbers):
        raise ExperimentError("{path} is not a place", path=fields.path("position"))
    return tuple(int(one) for one in numbers)


def _kernel(fields: Fields) -> tuple[tuple[float, ...], ...]:
    rows = fields.number_rows("kernel", most=LARGEST_KERNEL)
    if not rows or any(len(row) != len(rows[0]) or not row for row in rows):
        text = "{path} has rows of unequal length, or weights that are no finite numbers"
        raise ExperimentError(text, path=fields.path("kernel"))
    return rows


def _movement(fields: Fields) -> Movement:
    return Movement(**{name: fields.number(name) for name in vars(Movement())})


def _paper(fields: Fields, folder: Path, image: Image | None, cancelled: Callable[[], bool] | None) -> Paper:
    told = fields.optional_fields("photo")
    photo = None
    if told is not None:
        own = told.value("kind") == "own"
        photo = image if own else image_from_json(told, folder, cancelled)[0]
    try:
        ground = base64.b64decode(fields.text("ground"), validate=True)
        return Paper(
            strokes=strokes_from_json(fields),
            ground=ground,
            name=fields.text("name"),
            sample=None if fields.value("sample") is None else fields.integer("sample", 0, 9),
            photo=photo,
            choices=choices_from_json(fields.fields("choices")),
        )
    except (binascii.Error, ValueError) as error:
        if isinstance(error, ExperimentError):
            raise
        raise ExperimentError("{path} is no prepared digit", path=fields.path("ground")) from None


def _path(fields: Fields, folder: Path) -> str:
    """Where the network's file is: beside the experiment, or where it was."""
    near, far = fields.text("path"), fields.text("absolute")
    for text in (near, far):
        if is_remote(text):
            raise ExperimentError("the network {path} is on another computer", path=text)
    try:
        if near and (folder / near).is_file():
            return os.path.abspath(folder / near)
    except (OSError, ValueError):
        pass
    return far


def _texts(fields: Fields, key: str) -> list[str]:
    values = fields.value(key)
    if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
        raise ExperimentError("{path} is not a list of texts", path=fields.path(key))
    if len(values) > MOST_CLASSES:
        raise ExperimentError("{path} has more than {most} items", path=fields.path(key), most=MOST_CLASSES)
    return list(values)
