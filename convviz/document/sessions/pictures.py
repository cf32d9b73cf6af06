"""The pictures of a session: how they are mentioned, and what stands for those that are gone."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias
from weakref import ref

import numpy as np

from convviz.core.base.files import atomic_write
from convviz.core.base.translatable import translatable
from convviz.core.images.arrays import MAX_MEGAPIXELS
from convviz.core.images.image import Image
from convviz.core.samples.pictures import x_image
from convviz.document.files import read
from convviz.document.files.experiment import content, experiment_to_json, json_text, parse
from convviz.document.files.image import embedded, image_from_json, image_to_json
from convviz.document.files.reach import Reach
from convviz.document.files.read import ExperimentError, Json, Value
from convviz.document.state.state import DocumentState

DAMAGED = translatable("what was kept of the last time is damaged, or of a newer ConvViz")
LONGEST_NAME = 200
MOST_PIXELS = MAX_MEGAPIXELS * 1_000_000

_Stamp: TypeAlias = tuple[int, int]


class Pictures:
    """How the pictures of a session are mentioned: the samples by their keys, those in files by these.

    A picture that is in no file, or in one that has changed since, is written beside the session, once.
    Each mention says, too, what the picture was like: something of its size can stand for it.
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
        found = {**(found or self._written(image)), "looks": _looks(image)}
        self._known.append((ref(image), stamp, found))
        return found

    def document(self, state: DocumentState) -> tuple[Json, tuple[Json | None, ...]]:
        """A state in values, and what stands in them for its picture and for the paper's photo. OSError."""
        paper = state.network.paper
        image = self.mention(state.image)
        own = paper.photo is not None and paper.photo is state.image
        photo: Json | None = {"kind": "own"} if own else self.mention(paper.photo)
        network = replace(state.network, paper=replace(paper, photo=None))
        data = experiment_to_json(replace(state, image=None, network=network), self._folder, embed=False)
        data["image"] = image
        data["network"]["paper"]["photo"] = photo
        return data, (image, photo)

    def forget_others(self, mentioned: Iterable[Json | None]) -> None:
        """Remove what was written of other pictures."""
        wanted = [one for one in mentioned if one]
        files = {one.get("file") for one in wanted}
        for path in self._folder.glob("picture-*.json"):
            if path.name not in files:
                path.unlink(missing_ok=True)
        self._known = [one for one in self._known if one[2] in wanted]

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


class FoundPictures:
    """Reads the pictures of a session again, each once; ``missing`` are the names of those that are gone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._found: dict[str, tuple[Image | None, bool]] = {}
        self.missing: list[str] = []

    def read(
        self, value: Value, reach: Reach, cancelled: Callable[[], bool] | None = None
    ) -> tuple[Image | None, bool]:
        """The picture that is mentioned, and whether its file is another one by now.

        One whose file is gone, or holds no picture any more, has something in its place. `ExperimentError`
        where this is no mention.
        """
        key = json_text({"": value.data})
        if key not in self._found:
            self._found[key] = self._read(value, reach, cancelled)
        return self._found[key]

    def _read(
        self, value: Value, reach: Reach, cancelled: Callable[[], bool] | None
    ) -> tuple[Image | None, bool]:
        kind = None if value.data is None else value["kind"].data
        if kind not in ("file", "kept"):
            return image_from_json(value, reach, cancelled)
        place = self._folder / _own_name(value) if kind == "kept" else None
        try:
            mention = value if place is None else Value(parse(content(place)))
            return image_from_json(mention, reach, cancelled)
        except ValueError:  # ImageError is one, too
            image = _placeholder(value)
            self.missing.append(image.name or str(value.object().get("absolute", "")))
            return image, False


def _own_name(value: Value) -> str:
    """The name of a picture's file in the session's folder, and never the way to another place."""
    name = read.text(LONGEST_NAME)(value["file"])
    if Path(name).name != name or not name.startswith("picture-"):
        raise ExperimentError(DAMAGED)
    return name


def _looks(image: Image) -> Json:
    """What `_placeholder` needs."""
    return {
        "name": image.name,
        "shape": list(image.shape),
        "low": float(image.low),
        "high": float(image.high),
    }


_side = read.whole(1, MOST_PIXELS)


def _placeholder(value: Value) -> Image:
    """A quiet checkerboard of the picture's size and range; the X where these are not known."""
    try:
        looks = value["looks"]
        name, shape = read.name()(looks["name"]), read.items(_side, 3)(looks["shape"])
        low, high = read.within("pixel")(looks["low"]), read.within("pixel")(looks["high"])
    except ExperimentError:
        return x_image()
    if len(shape) < 2 or shape[2:] not in ((), (3,)) or shape[0] * shape[1] > MOST_PIXELS or low >= high:
        return x_image()
    cell = max(1, min(shape[:2]) // 8)
    odd: Any = (np.arange(shape[0])[:, None] // cell + np.arange(shape[1]) // cell) % 2
    bright = low + (0.4 + 0.2 * odd) * (high - low)
    values = bright.astype(np.uint8 if (low, high) == (0, 255) else np.float32)
    return Image(np.repeat(values[:, :, None], 3, axis=2) if len(shape) == 3 else values, low, high, name)


def _stamp(source: Path | None) -> _Stamp | None:
    """What differs once a file was written again; None where there is none."""
    try:
        found = None if source is None else os.stat(source)
    except (OSError, ValueError):
        return None
    return None if found is None else (found.st_size, found.st_mtime_ns)
