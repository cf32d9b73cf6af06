"""The networks that can be chosen on the Network page."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from convviz.network.files.bundled import BUNDLED, bundled
from convviz.network.model.network import Network
from convviz.network.model.recipes import architecture
from convviz.paths import resource
from convviz.views.base.texts import say


class Registry:
    """The bundled networks, by key, and others that are put beside them."""

    def __init__(self) -> None:
        self._bundled = [key for key in BUNDLED if _is_there(key)]
        self._others: dict[str, Network] = {}
        self._former: dict[str, str] = {}

    def put(self, network: Network) -> str:
        """Add a network; its key."""
        key = network.key or self.new_key()
        self._others[key] = network
        return key

    def new_key(self) -> str:
        """A key that no network has yet."""
        return f"other-{len(self._others) + 1}"

    def is_from(self, key: str, path: str) -> bool:
        """Whether a network was put here and comes from this file, or came from it before it was moved."""
        there = self._others[key].path if key in self._others else ""
        path = os.path.abspath(path)
        return bool(there) and os.path.abspath(there) in (path, self._former.get(path))

    def key_of(self, path: str) -> str | None:
        """The key of the network that comes from this file; None where there is none."""
        return next((key for key in self._others if self.is_from(key, path)), None)

    def from_files(self) -> list[Network]:
        """Those that were opened, in the order in which they came."""
        return [one for one in self._others.values() if one.path and one.checksum]

    def move(self, old: str, new: str, title: str) -> None:
        """A network that came from the file ``old`` is in ``new`` now, and is called otherwise."""
        moved = [key for key in self._others if self.is_from(key, old)]
        for key in moved:
            self._others[key] = replace(self._others[key], path=new, title=title)
        self._former[os.path.abspath(old)] = os.path.abspath(new)

    def titles(self) -> list[tuple[str, str]]:
        """(key, title) of every network that is there, without loading it; no two titles are the same."""
        found = [(key, _title(key)) for key in self._bundled if key not in self._others]
        taken = {title for _, title in found}
        return found + [(key, self._own_title(key, taken)) for key in self._others]

    def has(self, key: str) -> bool:
        """Whether a network is here."""
        return key in self._others or key in self._bundled

    def first(self) -> str:
        """The key of the network to begin with; "" where there is none."""
        return next((key for key in self._bundled if key not in self._others), next(iter(self._others), ""))

    def _own_title(self, key: str, taken: set[str]) -> str:
        """A network's title; where others have the same, with the name of its file or of its folder."""
        network = self._others[key]
        path = Path(network.path)
        same = [other for other in self._others.values() if other is not network]
        same = [other for other in same if other.title == network.title]
        if not network.path or not same and network.title not in taken:
            return network.title
        if all(Path(other.path).name != path.name for other in same):
            return path.name
        return f"{path.name} ({path.parent.name})"

    def load(self, key: str) -> Network:
        """The network called ``key``. `NetworkError` where its file is not what it should be."""
        return self._others[key] if key in self._others else bundled(key)


def _is_there(key: str) -> bool:
    return resource("models", f"{key}.keras").exists() and resource("models", f"{key}.json").exists()


def _title(key: str) -> str:
    title = architecture(BUNDLED[key].network).title
    if BUNDLED[key].recipe != "tutorial":
        return title
    return say("Network", "{title} (tutorial)", title=title)
