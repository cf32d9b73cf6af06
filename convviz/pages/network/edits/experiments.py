"""What a person changes in a network: every step is a network of its own, so undo is an older one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from convviz.network.edit.changes import Change, Filter, applied, switched_off
from convviz.network.model.network import Network


class NetworkExperiments(QObject):
    """Holds the trained network and the steps away from it. ``changed`` follows each step."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._networks: list[Network] = []
        self._changes: list[Change] = []
        self._off: frozenset[Filter] = frozenset()
        self._key: Hashable = None

    def begin(self, trained: Network) -> None:
        """Start with a network as it was trained; announces nothing."""
        self._networks, self._changes = [trained], []
        self._off, self._key = frozenset(), None

    @property
    def network(self) -> Network | None:
        """The network as it is now."""
        return self._networks[-1] if self._networks else None

    @property
    def trained(self) -> Network | None:
        """The network as it was trained."""
        return self._networks[0] if self._networks else None

    @property
    def changes(self) -> tuple[Change, ...]:
        """The steps from the trained network to the one of now."""
        return tuple(self._changes)

    @property
    def key(self) -> Hashable:
        """What the last step was about, where more of the same belongs to it (a drag of a slider)."""
        return self._key

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from the trained network."""
        return bool(self._changes)

    @property
    def off(self) -> frozenset[Filter]:
        """The filters that are switched off."""
        return self._off

    def toggle(self, layer: int, channel: int) -> None:
        """Switch a filter off, or on again as it was trained."""
        self.change(Change("on" if (layer, channel) in self.off else "off", layer, channel))

    def scale(self, layer: int, channel: int, factor: float) -> None:
        """Make a filter's trained weights and bias ``factor`` times as strong."""
        self.change(Change("scale", layer, channel, factor), ("scale", layer, channel))

    def change(self, change: Change, key: Hashable = None) -> None:
        """One more step; successive ones of a ``key`` are one. ValueError where it does not fit."""
        follows = key is not None and key == self._key and self.is_changed
        network = applied(self._networks[-2 if follows else -1], self._networks[0], change)
        if follows:
            self._networks.pop()
            self._changes.pop()
        self._networks.append(network)
        self._changes.append(change)
        self._tell(key)

    def replay(self, changes: Iterable[Change]) -> None:
        """Go to the network after ``changes``; ValueError or IndexError where one does not fit."""
        wanted = list(changes)
        same = 0
        while same < min(len(wanted), len(self._changes)) and wanted[same] == self._changes[same]:
            same += 1
        networks = self._networks[: same + 1]
        for change in wanted[same:]:
            networks.append(applied(networks[-1], networks[0], change))
        self._networks, self._changes = networks, wanted
        self._tell()

    def rename(self, scale: str, classes: tuple[str, ...]) -> None:
        """Say what black and white, and the answers, are; no step of its own."""
        self._networks = [replace(network, scale=scale, classes=classes) for network in self._networks]
        self.changed.emit()

    def move(self, path: str, title: str) -> None:
        """Say where the trained network is now, and what it is called; nothing else changes."""
        self._networks = [replace(network, path=path, title=title) for network in self._networks]

    def undo(self) -> None:
        """Take the last step back."""
        if self.is_changed:
            self._networks.pop()
            self._changes.pop()
            self._tell()

    def reset(self) -> None:
        """Back to the network as it was trained."""
        if self.is_changed:
            self._networks, self._changes = self._networks[:1], []
            self._tell()

    def _tell(self, key: Hashable = None) -> None:
        self._key = key
        self._off = switched_off(self._networks[0], self._changes)
        self.changed.emit()
