"""Networks that were opened or trained, kept with what a window has in hand: the next start has them all.

Each is mentioned by its file. A small file is copied, too: it may be gone or written anew by the next start.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from convviz.core.base.files import atomic_write, read_file
from convviz.core.base.translatable import translatable
from convviz.document.background.latest_wins import LatestWins
from convviz.document.files import read
from convviz.document.files.experiment import content, json_text, parse
from convviz.document.files.loader import Cancelled, Loader
from convviz.document.files.read import ExperimentError, Value
from convviz.document.files.state import class_names
from convviz.network.compute.adapting import SCALES
from convviz.network.files.bundled import card_path, read_card
from convviz.network.training.report_card import checksum
from convviz.pages.network.errors import open_error
from convviz.pages.network.networks.open import NetworkOpen, Opened, opened_from, samples
from convviz.pages.network.networks.registry import Registry
from convviz.views.base.texts import reason_text, say

if TYPE_CHECKING:
    from convviz.network.tensorflow.worker import Worker

FOLDER, LIST = "networks", "list.json"
MOST_COPIED = 4_000_000
"""Bytes of a file that is copied: a ConvNet for digits has one or two million."""

MOST_TOGETHER = 12_000_000
MOST_NETWORKS = 100


@dataclass(frozen=True)
class Mention:
    """A network that is in no other place than this file; see `Network`."""

    path: str
    title: str
    checksum: str
    scale: str
    classes: tuple[str, ...]

    @property
    def copy(self) -> str:
        """What its copy is called."""
        return self.checksum[:32] + Path(self.path).suffix.lower()


_MENTIONS = read.items(
    read.record(
        Mention,
        path=read.text(4096),
        title=read.name(1000),
        checksum=read.where(str.isalnum, translatable("{path} is no checksum"), read.text(200)),
        scale=read.choice(tuple(SCALES)),
        classes=class_names,
    ),
    MOST_NETWORKS,
)


def write_networks(room: Path, mentions: tuple[Mention, ...]) -> None:
    """Keep these networks, the newest last, in ``room``, and nothing of others. OSError."""
    folder = room / FOLDER
    folder.mkdir(exist_ok=True)
    left, wanted = MOST_TOGETHER, {LIST}
    for one in reversed(mentions):
        copy = folder / one.copy
        if room in Path(one.path).parents:
            continue  # it was trained, and is not saved: it stays where it is
        with suppress(OSError, ValueError):  # it is gone, or too large: then there is only its name
            left -= _copied(one, copy, min(left, MOST_COPIED))
            wanted |= {copy.name, card_path(copy).name}
    with atomic_write(folder / LIST) as file:
        file.write(json_text({"networks": [asdict(one) for one in mentions]}).encode("ascii"))
    for path in folder.iterdir():
        if path.name not in wanted:
            path.unlink(missing_ok=True)


def _copied(mention: Mention, copy: Path, most: int) -> int:
    """How many bytes the copy has, made if need be. OSError; ValueError for more than ``most``."""
    if copy.exists():
        if copy.stat().st_size > most:
            raise ValueError("newer ones take its room")
        return copy.stat().st_size
    source = Path(mention.path)
    data = read_file(source, most)
    if hashlib.sha256(data).hexdigest() != mention.checksum:
        raise ValueError("it is another file by now")
    if read_card(source, mention.checksum):
        with atomic_write(card_path(copy)) as file:
            file.write(card_path(source).read_bytes())
    with atomic_write(copy) as file:
        file.write(data)
    return len(data)


def read_networks(room: Path) -> tuple[Mention, ...]:
    """What `write_networks` kept there. `ExperimentError`."""
    path = room / FOLDER / LIST
    return _MENTIONS(Value(parse(content(path)))["networks"]) if path.exists() else ()


def _reopened(mention: Mention, room: Path, open_file: Callable[[Path], Opened]) -> Opened:
    """The network as it was: from its own file, or from the copy where that is another one by now."""
    places = (Path(mention.path), room / FOLDER / mention.copy)
    place = next((one for one in places if one.is_file() and checksum(one) == mention.checksum), None)
    if place is None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), mention.path)
    found = open_file(place)
    network = replace(found.network, title=mention.title)
    if len(mention.classes) == len(network.classes):
        network = replace(network, scale=mention.scale, classes=mention.classes)
    if not network.opaque:  # else TensorFlow reads the file again and again
        network = replace(network, path=mention.path)
    return replace(found, network=network)


class KeptNetworks(QObject):
    """Keeps the networks of a registry in a room, and has them again from the room of a dead window.

    ``restored()`` says, after `go_on`, that all are in the registry that can be had again; ``message(kind,
    text)`` is for the window.
    """

    restored = Signal()
    message = Signal(str, str)

    def __init__(
        self, registry: Registry, opener: NetworkOpen, worker: Worker | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._registry, self._opener, self._worker = registry, opener, worker
        self._room: Callable[[], Path] | None = None
        self._last: tuple[Mention, ...] = ()
        self.writing = LatestWins(self)
        self.writing.failed.connect(self._on_not_kept)
        self.loader = Loader(self)
        self.loader.loaded.connect(self._on_loaded)
        self.loader.failed.connect(self._on_failed)

    def keep_in(self, room: Callable[[], Path]) -> None:
        """Keep them in what ``room()`` returns (OSError), from now on."""
        self._room, self._last = room, ()
        self.note()

    def note(self) -> None:
        """Networks may have come, or be called otherwise: keep what differs."""
        if self._room is None or self.loader.busy:
            return
        mentions = tuple(
            Mention(os.path.abspath(one.path), one.title, one.checksum, one.scale, one.classes)
            for one in self._registry.from_files()
        )[-MOST_NETWORKS:]
        if mentions == self._last:
            return
        with suppress(OSError):  # the session cannot be kept either, and that is told
            self.writing.ask(mentions, partial(_write, self._room(), mentions))
            self._last = mentions

    def go_on(self, room: Path) -> frozenset[str]:
        """Open what is kept in ``room`` beside the window's thread; the files that it comes from."""
        try:
            mentions = read_networks(room)
        except (ExperimentError, OSError) as error:
            self._on_failed(LIST, error)
            return frozenset()
        wanted = [one for one in mentions if self._registry.key_of(one.path) is None]
        self._last = ()  # it is another room, where those that are open now are kept, too
        if not wanted:
            self.note()
        else:
            self.loader.start(LIST, partial(_all, wanted, room, self._worker, samples()))
        return frozenset(one.path for one in wanted)

    def shut_down(self) -> None:
        """End the threads."""
        self.loader.close()
        self.writing.close()

    def _on_loaded(self, found: tuple[list[tuple[Mention, Opened]], list[tuple[str, Exception]]]) -> None:
        networks, failed = found
        for mention, opened in networks:
            network = replace(opened.network, key=self._registry.new_key())
            self._registry.put(network)
            if network.path != mention.path:
                self._registry.move(mention.path, network.path, network.title)
            self._opener.know(replace(opened, network=network))
        self.restored.emit()
        self.note()
        if failed:
            text = " ".join(open_error(Path(path).name, error) for path, error in failed)
            self.message.emit("error", text)

    def _on_failed(self, _: str, error: BaseException) -> None:
        text = say("Network", "The networks that were open the last time cannot be opened again ({reason}).")
        self.message.emit("error", text.format(reason=reason_text(error).rstrip(".")))
        self.restored.emit()

    def _on_not_kept(self, _: object, error: BaseException) -> None:
        self._last = ()  # tried again with the next network; that the disk is full the session says


def _write(room: Path, mentions: tuple[Mention, ...], _: object) -> None:
    write_networks(room, mentions)


def _all(
    mentions: list[Mention],
    room: Path,
    worker: Worker | None,
    shown: tuple[Sequence[NDArray[np.float32]], Sequence[int]],
    cancelled: Cancelled,
) -> tuple[list[tuple[Mention, Opened]], list[tuple[str, Exception]]]:
    """All that can be had again, and why others cannot."""
    found: list[tuple[Mention, Opened]] = []
    failed: list[tuple[str, Exception]] = []
    for one in mentions:
        try:
            opened = _reopened(one, room, lambda path: opened_from(path, worker, shown, cancelled))
            found.append((one, opened))
        except (ValueError, OSError) as error:  # NetworkError is one, too
            failed.append((one.path, error))
    return found, failed
