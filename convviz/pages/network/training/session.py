"""One training after the other, each in a process of its own, as the window sees it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from convviz.core.base.leftovers import TemporaryFolder
from convviz.network.files.bundled import read_card
from convviz.network.training.process import Batch, Failed, Finished, Message, Started
from convviz.network.training.report_card import checksum
from convviz.network.training.run import Request, seconds_left
from convviz.network.training.trainer import Epoch, is_better
from convviz.views.network.training.axes import History, from_card

ROOM = "trained"
"""The folder of the trained networks, in the room that is given for them."""

SAVED = "saved"
"""Stands beside a trained network that is in a file of the person's, too."""

SOON = 0.01
"""The share that has to be done before it can be estimated how long it takes."""


class Process(Protocol):
    """What trains: a `TrainingProcess`."""

    def stop(self) -> None: ...

    def close(self) -> None: ...


Hear = Callable[[Message], object]
Begin = Callable[[Request, Path, Path, Hear], Process]


def begin_process(request: Request, data: Path, target: Path, hear: Hear) -> Process:
    """Start the process. OSError where the system has no room for one."""
    from convviz.network.training.process import TrainingProcess

    return TrainingProcess(request, data, target, hear)


class _Bridge(QObject):
    """Brings messages from the process's thread into the window's."""

    heard = Signal(int, object)


class TrainingSession(QObject):
    """Trains one network at a time, into a folder that is there as long as the session.

    ``heard(message)`` for every message of the training that is going on, after it was noted here.
    ``begin_process`` may be another one.
    """

    heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.begin_process: Begin = begin_process
        self.request = Request("mlp", "tutorial")
        self.epochs: list[Epoch] = []
        self.share = 0.0
        self.path: Path | None = None
        """Where the trained network is; None before it is there."""
        self.card: Mapping[str, Any] = {}
        self._process: Process | None = None
        self._number = 0
        self._since = 0.0
        self._target = Path()
        self.room: Callable[[], Path] | None = None
        """Gives the folder to train in, whose owner removes it (OSError); None for a temporary one."""
        self._folder: TemporaryFolder | None = None
        self._places: set[Path] = set()
        self._bridge = _Bridge()
        self._bridge.heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        """Whether a network is being trained."""
        return self._process is not None

    def begin(self, request: Request, data: Path) -> None:
        """Train what is wished with the digits in the file ``data``. OSError."""
        self.close()
        self._number += 1
        self.request, self.epochs, self.share, self.path, self.card = request, [], 0.0, None, {}
        place = self._new_place()
        self._target = place / f"{request.network}-{request.recipe}-{request.settings.epochs}.keras"
        hear = partial(self._bridge.heard.emit, self._number)
        self._process = self.begin_process(request, data, self._target, hear)

    def stop(self) -> None:
        """Learn no more, and keep the best epoch."""
        if self._process is not None:
            self._process.stop()

    def close(self) -> None:
        """End the training, if there is one; nothing of it is kept."""
        process, self._process = self._process, None
        if process is not None:
            process.close()

    def discard(self) -> None:
        """End the training, and remove what there is of it."""
        self.close()
        shutil.rmtree(self._target.parent, ignore_errors=True)

    def clean_up(self) -> None:
        """End the training, and remove what was trained and not saved."""
        self.close()
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.cleanup()

    def holds(self, path: str) -> bool:
        """Whether the file is one of those that are removed in the end; "" is none."""
        return bool(path) and not self._places.isdisjoint(Path(path).parents)

    def note_saved(self, source: Path) -> None:
        """The network trained as ``source`` is in a file of the person's."""
        with suppress(OSError):
            (source.parent / SAVED).touch()

    def take_up(self, room: Path) -> bool:
        """Have the network again that a killed window trained last in ``room`` and that was not saved.

        False, with `path` None, where it was not finished: nothing is left of a training then.
        True also where there was none.
        """
        parent = room / ROOM
        places = sorted(
            (one for one in parent.glob("*") if one.name.isdecimal()), key=lambda one: int(one.name)
        )
        if not places or (places[-1] / SAVED).exists():
            return True
        self._places.add(parent)
        path = next(places[-1].glob("*.keras"), None)
        card = {} if path is None else read_card(path, checksum(path))
        if not (card.keys() >= {"title", "interrupted"} and "digits" in card["test"]):
            return False
        self.path, self.card = path, card
        return True

    def _new_place(self) -> Path:
        """An empty folder for one training. OSError."""
        if self.room is not None:
            parent = self.room() / ROOM
        else:
            self._folder = self._folder or TemporaryFolder()
            parent = Path(self._folder.name, ROOM)
        parent.mkdir(exist_ok=True)
        self._places.add(parent)
        numbers = [int(one.name) for one in parent.iterdir() if one.name.isdecimal()]
        place = parent / str(max(numbers, default=0) + 1)
        place.mkdir()
        return place

    # How it goes

    def kept(self) -> int:
        """The number of the best epoch so far; 0 before there is one."""
        best: Epoch | None = None
        for epoch in self.epochs:
            if best is None or is_better(epoch, best):
                best = epoch
        return 0 if best is None else best.number

    def history(self) -> History | None:
        """The epochs so far; None before the first one is over."""
        return from_card({"epochs": [asdict(epoch) for epoch in self.epochs], "best_epoch": self.kept()})

    def seconds_left(self) -> float | None:
        """How long it will still take; None while that cannot be said."""
        if self.share < SOON or self.share >= 1:
            return None
        return seconds_left(time.monotonic() - self._since, self.share)

    def _on_heard(self, number: int, message: Message) -> None:
        if number != self._number or self._process is None:
            return  # of a training that was ended meanwhile
        if isinstance(message, Started):
            self._since = time.monotonic()
        elif isinstance(message, Batch):
            self.share = message.share(self.request.settings.epochs)
        elif isinstance(message, Epoch):
            self.epochs.append(message)
        elif isinstance(message, Finished):
            self.path, self.card = self._target, message.card
        elif isinstance(message, Failed):
            shutil.rmtree(self._target.parent, ignore_errors=True)
        if isinstance(message, Finished | Failed):
            self._process = None
        self.heard.emit(message)
