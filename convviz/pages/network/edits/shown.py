"""The network that a state names: found, and changed as the state says."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from convviz.core.base.spacing import filled
from convviz.document.state.state import NetworkState
from convviz.network.edit.changes import Change, Filter, applied, switched_off
from convviz.network.files.bundled import BUNDLED
from convviz.network.model.errors import NetworkError
from convviz.network.model.network import Network
from convviz.pages.network.errors import open_error
from convviz.pages.network.networks.registry import Registry
from convviz.views.base.texts import say


@dataclass(frozen=True, eq=False)
class Shown:
    """The network on the screen, as it was trained and with its ``changes``.

    ``off`` are the filters that are switched off. ``is_missing``: the state names another one, which
    is not there.
    """

    trained: Network
    network: Network
    changes: tuple[Change, ...] = ()
    off: frozenset[Filter] = frozenset()
    is_missing: bool = False


class ShownNetwork(QObject):
    """Follows the state. Where its network is not there, the one on the screen stays.

    ``open_wanted(path)``: the state's network is in this file; ``message(kind, text)`` is for the window.
    Every change makes a network of its own, and those before it are kept: undo is an older one.
    """

    open_wanted = Signal(str)
    message = Signal(str, str)

    def __init__(self, registry: Registry, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._registry = registry
        self.now: Shown | None = None
        self._state: NetworkState | None = None
        self._awaited: frozenset[str] = frozenset()
        self._networks: list[Network] = []
        self._changes: list[Change] = []

    def follow(self, state: NetworkState) -> Shown | None:
        """The network of ``state``, or the one that stands in for it; None where there is none at all."""
        before, self._state = self._state, state
        key = self._key_of(state)
        trained = self._loaded(key) if key is not None else None
        if trained is not None:
            self.now = self._changed(self._adapted(trained, state), state.changes)
            return self.now
        if self.now is None:
            trained = self._loaded(self._registry.first()) if key is None else None
            self.now = None if trained is None else self._changed(trained, ())
        if self.now is not None and not self.now.is_missing:
            self.now = replace(self.now, is_missing=True)
        is_news = before is None or _mention(before) != _mention(state)
        if key is None and is_news and state.path not in self._awaited:
            self._ask_for(state)
        return self.now

    def wait(self, paths: frozenset[str]) -> None:
        """The networks of these files are being opened: nobody is to be asked for them meanwhile."""
        self._awaited = paths
        if not paths:
            self._state = None  # whoever still misses one asks for it now

    def waits_for(self, path: str) -> bool:
        """Whether the state's network is missing, and is in this file."""
        missing = self.now is not None and self.now.is_missing and self._state is not None
        return missing and self._state.path == os.path.abspath(path)  # type: ignore[union-attr]

    def tell_other_file(self, network: Network) -> None:
        """Say so where the file of the state's network is not the one of that time."""
        if self._state is not None and self._state.checksum not in ("", network.checksum):
            text = say("Network", "The file of {name} has changed since this experiment was saved.")
            self._tell("info", filled(text, name=network.title))

    def _key_of(self, state: NetworkState) -> str | None:
        """The key of the state's network in the registry; None where it is not there."""
        if not state.path and not state.key:
            return self._registry.first()
        if state.key in BUNDLED:
            return state.key if self._registry.has(state.key) else None
        for key, title in self._registry.titles():
            if self._registry.is_from(key, state.path) or (key, title) == (state.key, state.title):
                return key
        return None

    def _loaded(self, key: str) -> Network | None:
        try:
            return self._registry.load(key)
        except (NetworkError, OSError, ValueError) as error:
            self.message.emit("error", open_error(dict(self._registry.titles()).get(key, key), error))
            return None

    def _adapted(self, trained: Network, state: NetworkState) -> Network:
        """The network of a file with the scale and the class names of the state."""
        wanted = state.scale, state.classes
        if (
            trained.key in BUNDLED
            or len(state.classes) != len(trained.classes)
            or wanted == (trained.scale, trained.classes)
        ):
            return trained
        trained = replace(trained, scale=state.scale, classes=state.classes)
        self._registry.put(trained)
        return trained

    def _ask_for(self, state: NetworkState) -> None:
        if os.path.isfile(state.path):
            self.open_wanted.emit(state.path)
            return
        text = say(
            "Network",
            "{name}, the network of this experiment, is not there any more; everything else of it is shown.",
        )
        self._tell("error", filled(text, name=state.path or state.title or state.key))

    def _changed(self, trained: Network, wanted: tuple[Change, ...]) -> Shown:
        """The network after the changes; as it was trained where they do not fit it."""
        now = self.now
        if now is not None and now.trained is trained and now.changes == wanted:
            return replace(now, is_missing=False) if now.is_missing else now
        self._begin_with(trained)
        same = 0
        while same < min(len(wanted), len(self._changes)) and wanted[same] == self._changes[same]:
            same += 1
        networks = self._networks[: same + 1]
        try:
            for change in wanted[same:]:
                networks.append(applied(networks[-1], trained, change))
        except (ValueError, IndexError):
            text = say(
                "Network", "The changes in this experiment do not fit {name}; it is shown as it was trained."
            )
            self._tell("error", filled(text, name=trained.title))
            networks, wanted = [trained], ()
        self._networks, self._changes = networks, list(wanted)
        return Shown(trained, networks[-1], wanted, switched_off(trained, wanted))

    def _begin_with(self, trained: Network) -> None:
        """Keep the networks that were made of it, also where it goes by another name or scale now."""
        before = self._networks
        if not before or before[0].layers is not trained.layers:
            self._networks, self._changes = [trained], []
        elif before[0] is not trained:
            later = [replace(trained, layers=one.layers, edited=one.edited) for one in before[1:]]
            self._networks = [trained, *later]

    def _tell(self, kind: str, text: str) -> None:
        """Say something once the window, which clears its messages then, has opened the experiment."""
        QTimer.singleShot(0, self, partial(self.message.emit, kind, text))


def _mention(state: NetworkState) -> tuple[str, str, str]:
    return state.key, state.path, state.title
