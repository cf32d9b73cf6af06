"""An experiment as one file: JSON with the picture by reference or embedded."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NoReturn

import numpy as np

from convviz.core.base.files import atomic_write, read_file, system_reason
from convviz.core.base.typed import short
from convviz.document.files.image import PictureReader, image_from_json, image_to_json
from convviz.document.files.loader import Loader
from convviz.document.files.reach import Reach
from convviz.document.files.read import ExperimentError, Json, Value, whole
from convviz.document.files.state import network_from_json, network_to_json, state_from_json, state_to_json
from convviz.document.state.state import DocumentState, NetworkState

FORMAT = "convviz-experiment"
VERSION = 1
SUFFIX = ".convviz"

MOST_BYTES = 800_000_000
"""Larger files are refused unread."""

MOST_COMMAS = 1_000_000
"""More values than this no experiment holds; a picture is one of them, however large it is."""


@dataclass(frozen=True)
class Opened:
    """What was in an experiment file; ``image_changed`` if its picture's file is another one by now.

    ``elsewhere`` are files that it names and that were not opened, see `read_experiment`.
    """

    state: DocumentState
    image_changed: bool = False
    elsewhere: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Saved:
    """What is in which file now; `Document.mark_saved` wants to know both."""

    path: Path
    state: DocumentState


class ExperimentLoader(Loader):
    """Opens experiments: ``loaded(opened)``, an `Opened`, or ``failed(name, error)``; see `Loader`."""

    def load(self, path: Path | str, known: Collection[Path] | None = None) -> None:
        """Open the experiment file at ``path``; ``known`` as in `read_experiment`."""
        path = Path(path)
        self.start(path.name, lambda cancelled: read_experiment(path, cancelled=cancelled, known=known))


class ExperimentSaver(Loader):
    """Saves experiments: ``loaded(saved)``, a `Saved`, or ``failed(name, error)``; see `Loader`.

    A file once begun is finished, also after `cancel` and `close`; it is only not announced then.
    """

    def save(self, path: Path, state: DocumentState, *, embed: bool) -> None:
        """Write ``state`` to ``path``; see `save_experiment`."""

        def write(_: object) -> Saved:
            save_experiment(path, state, embed=embed)
            return Saved(path, state)

        self.start(path.name, write)


def save_experiment(path: Path, state: DocumentState, *, embed: bool) -> None:
    """Write ``state`` to ``path``, whole or not at all: what was there before stays until the end.

    The picture is written as a reference, or with ``embed`` pixel by pixel (one file to hand on).
    A picture that has no file is always embedded. `ExperimentError` if its file cannot be read any
    more; OSError if ``path`` cannot be written.
    """
    data = experiment_to_json(state, path.absolute().parent, embed=embed)
    text = json_text(data, indent=1)
    if len(text) > MOST_BYTES:
        raise ExperimentError(
            "{name} would be larger than {most} MB", name=path.name, most=MOST_BYTES // 1_000_000
        )
    with atomic_write(path) as file:
        file.write(text.encode("ascii"))


def experiment_to_json(state: DocumentState, folder: Path, *, embed: bool) -> Json:
    """What `save_experiment` writes into a file that will lie in ``folder``."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "image": image_to_json(state.image, folder, embed=embed),
        **state_to_json(state),
        "network": network_to_json(state.network, folder, state.image, embed=embed),
    }


def json_text(data: Json, indent: int | None = None) -> str:
    """The values as JSON, in ASCII; on one line without ``indent``."""
    return json.dumps(data, indent=indent, allow_nan=False, default=_plain)


def read_experiment(
    path: Path, *, cancelled: Callable[[], bool] | None = None, known: Collection[Path] | None = None
) -> Opened:
    """The state in the file at ``path``, with its picture, whole or not at all.

    Every value is checked. `ExperimentError` (a ValueError) says in one sentence which file it is
    and what is wrong with it. ``cancelled`` is asked now and then while the picture is read.

    Somebody else's experiment may name any file of this computer. With ``known``, it is opened without
    the pictures and the network that lie neither in its folder or below nor among these.
    """
    try:
        reach = Reach(path.absolute().parent, known)
        return experiment_from_json(parse(content(path)), reach, cancelled)
    except ValueError as error:  # ImageError is one, too
        raise ExperimentError("{name} cannot be opened: {cause}.", name=path.name, cause=error) from None


def experiment_from_json(
    data: Any,
    reach: Reach,
    cancelled: Callable[[], bool] | None = None,
    picture: PictureReader = image_from_json,
) -> Opened:
    """What `experiment_to_json` wrote for the folder of ``reach``. `ExperimentError`, `ImageError`.

    ``picture`` may read pictures otherwise than `image_from_json`.
    """
    file = Value(data)
    if file["format"].data != FORMAT:
        raise ExperimentError("this is no ConvViz experiment")
    if whole(1, 1_000_000)(file["version"]) > VERSION:
        raise ExperimentError("it was saved by a newer ConvViz")
    state = state_from_json(data)
    image, changed = picture(file["image"], reach, cancelled)
    network = NetworkState()  # experiments from before say nothing about the Network page
    if "network" in data:
        network = network_from_json(file["network"], reach, image, cancelled, picture)
    return Opened(replace(state, image=image, network=network), changed, tuple(reach.refused))


def content(path: Path) -> bytes:
    """The bytes of a file that is small enough to be an experiment. `ExperimentError`."""
    try:
        return read_file(path, MOST_BYTES)
    except OSError as error:
        raise ExperimentError("{reason}", reason=system_reason(error)) from None


def parse(data: bytes) -> Any:
    """The values of JSON that anybody may have edited. `ExperimentError`."""
    if data.count(b",") > MOST_COMMAS:
        raise ExperimentError("this is no ConvViz experiment")
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_refuse, parse_float=_float)
    except (ValueError, RecursionError) as error:
        if isinstance(error, ExperimentError):
            raise
        raise ExperimentError("this is no ConvViz experiment, or it is damaged") from None


def _plain(value: object) -> object:
    """NumPy's numbers as Python's."""
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"{type(value).__name__} does not belong in an experiment")


def _float(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise ExperimentError("it holds {name}; no number may be so large", name=short(text))
    return number


def _refuse(name: str) -> NoReturn:
    raise ExperimentError("it holds {name}, which is not a number", name=name)
