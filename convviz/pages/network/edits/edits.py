"""What a person asks for on the Network page, as edits of the document."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from convviz.document.document import Document
from convviz.document.state.state import NetworkState
from convviz.network.edit.changes import Change
from convviz.network.files.bundled import BUNDLED
from convviz.network.model.network import Network
from convviz.pages.network.edits.shown import ShownNetwork
from convviz.pages.network.networks.registry import Registry
from convviz.views.base.texts import say

DRAGGED = ("scale", "weight", "bias")
"""Kinds of changes of which only the last one counts, for the same filter or weight."""


class NetworkEdits:
    """The door of the Network page into the document.

    Every edit says which network is on the screen. While the state's own is missing, only a change of
    the network, or the choice of another one, puts another one in its place.
    """

    def __init__(self, document: Document, registry: Registry, shown: ShownNetwork) -> None:
        self._document, self._registry, self._shown = document, registry, shown

    @property
    def state(self) -> NetworkState:
        """What the document says."""
        return self._document.state.network

    def edit(self, name: str, merge_key: object = None, **changes: Any) -> None:
        """Change fields of the state, as an edit that Undo calls after ``name`` (see `edit_text`)."""
        key = None if merge_key is None else ("network", merge_key)
        self._document.edit(partial(edit_text, name), key, network=self._with(**changes))

    def amend(self, **changes: Any) -> None:
        """Change fields as a consequence of the last edit; without any, write the network's name again."""
        self._document.amend(network=self._with(**changes))

    def take_back(self, name: str, **changes: Any) -> None:
        """The same as Undo where this leads back to the state before, else an edit."""
        self._document.take_back(partial(edit_text, name), network=self._with(**changes))

    def withdraw(self) -> None:
        """What was typed so far does not fit, or Esc was pressed."""
        self._document.withdraw()

    def seal(self) -> None:
        """The button or slider was released: what follows is another step."""
        self._document.seal()

    def choose(self, network: Network) -> None:
        """Show another network, as it was trained."""
        state = named(replace(self.state, changes=(), source=""), network)
        self._document.edit(partial(edit_text, "choose"), network=self._usual(state))

    # The network's weights

    def toggle(self, layer: int, channel: int) -> None:
        """Switch a filter off, or on again as it was trained."""
        now = self._shown.now
        off = now is not None and (layer, channel) in now.off
        self.change(Change("on" if off else "off", layer, channel))

    def change(self, change: Change) -> None:
        """One more step away from the trained network; of a drag only the last one is kept."""
        changes, key = self._changes(), None
        if change.kind in DRAGGED:
            key = (change.kind, change.layer, change.channel, change.position)
            if changes and _place(changes[-1]) == key:
                changes = changes[:-1]
        self.edit(change.kind, key, changes=(*changes, change))

    def undo_change(self) -> None:
        """Take the last change of the network back, and with it the document's edit."""
        changes = self._changes()[:-1]
        self.take_back(changes[-1].kind if changes else "trained", changes=changes)

    def reset(self) -> None:
        """Back to the network as it was trained."""
        if self._changes():
            self.edit("trained", changes=())

    def _changes(self) -> tuple[Change, ...]:
        now = self._shown.now
        return () if now is None else now.changes

    def _with(self, **changes: Any) -> NetworkState:
        """The state with other fields, under the name of the network on the screen."""
        now, state = self._shown.now, self.state
        if now is not None and (not now.is_missing or changes.keys() & {"changes", "scale", "source"}):
            source = "" if now.is_missing else state.source
            state = named(replace(state, changes=now.changes, source=source), now.trained)
        return self._usual(replace(state, **changes))

    def _usual(self, state: NetworkState) -> NetworkState:
        """The empty state where only the first network is named: nothing has been touched."""
        return NetworkState() if state == NetworkState(key=self._registry.first()) else state


def _place(change: Change) -> tuple[str, int, int, tuple[int, ...]]:
    return change.kind, change.layer, change.channel, change.position


def file_of(network: Network) -> str:
    """The network's file as a state names it, or ""."""
    return os.path.abspath(network.path) if network.path else ""


def named(state: NetworkState, network: Network) -> NetworkState:
    """The state with the name of a network: a key where it came with ConvViz, else what is known."""
    if network.key in BUNDLED:
        return NetworkState(
            key=network.key, changes=state.changes, paper=state.paper, movement=state.movement
        )
    return replace(
        state,
        key="" if network.path else network.key,
        path=file_of(network),
        title=network.title,
        checksum=network.checksum,
        scale=network.scale,
        classes=network.classes,
    )


def edit_text(name: str) -> str:
    """What an edit is called beside Undo and Redo."""
    return _edit_texts(say("Network", "Draw"))[name]


@lru_cache(maxsize=1)
def _edit_texts(_language: str) -> dict[str, str]:
    """All names of edits; a text in it says which language the window has."""
    return {
        "draw": say("Network", "Draw"),
        "undo": say("Network", "Take a stroke back"),
        "clear": say("Network", "New sheet"),
        "sample": say("Network", "Next sample"),
        "digit": say("Network", "Inspect a digit"),
        "photo": say("Network", "Read a picture"),
        "choice": say("Network", "Preparation of the picture"),
        "move": say("Network", "Move the digit"),
        "choose": say("Network", "Choose a network"),
        "adapt": say("Network", "Fit to the network"),
        "trained": say("Network", "As trained"),
        "off": say("Network", "Switch a filter off"),
        "on": say("Network", "Switch a filter on"),
        "scale": say("Network", "Strength of a filter"),
        "weight": say("Network", "Weight of a filter"),
        "bias": say("Network", "Bias of a filter"),
        "kernel": say("Network", "Lab\u2019s kernel into a filter"),
        "shuffle": say("Network", "Shuffle a filter\u2019s weights"),
        "shuffle_layer": say("Network", "Shuffle a layer\u2019s weights"),
        "shuffle_filters": say("Network", "Shuffle a layer\u2019s filters"),
    }
