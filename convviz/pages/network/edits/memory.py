"""What was done on the Network page, kept in the document: saved, opened again, undone."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import QObject, QTimer

from convviz.core.images.image import Image
from convviz.document.state.history import EditName
from convviz.document.state.network import Movement, NetworkState
from convviz.document.state.state import DocumentState
from convviz.network.files.bundled import BUNDLED
from convviz.network.model.network import Network
from convviz.pages.network.edits import memory_texts as texts

if TYPE_CHECKING:
    from convviz.pages.network.page.page import NetworkPage

Mode: TypeAlias = Literal["restoring", "amending", "taking back"]


class NetworkMemory(QObject):
    """Keeps the page and the document's `NetworkState` true to each other.

    Where the network of an experiment is not there, another one is on the screen; the experiment
    keeps the mention of its own until a person chooses or changes the one that is shown.
    """

    def __init__(self, page: NetworkPage) -> None:
        super().__init__(page)
        self._page = page
        self._modes: set[Mode] = set()
        self._missing: NetworkState | None = None
        self._word = ("", "")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._say)
        page.document.state_changed.connect(self._on_state)
        page.panel.input.canvas.finished.connect(self._on_paper)
        page.input.placed.connect(self._on_paper)
        page.experiments.changed.connect(self._on_experiment)
        page.shift.changed.connect(self._on_moved)
        page.shift_panel.reset.pressed.connect(page.document.seal)
        for slider in (*page.shift_panel.sliders.values(), page.filter_panel.strength):
            slider.sliderReleased.connect(page.document.seal)

    @contextmanager
    def _during(self, mode: Mode) -> Generator[None]:
        """What is announced meanwhile is no edit of its own, or none at all."""
        self._modes.add(mode)
        try:
            yield
        finally:
            self._modes.discard(mode)

    # Into the document

    def told(self) -> NetworkState:
        """What the page shows, as a state."""
        page = self._page
        state = NetworkState(
            changes=page.experiments.changes,
            paper=page.input.paper(),
            movement=Movement(**page.shift_panel.values()),
        )
        if self._missing is not None:
            return replace(self._missing, paper=state.paper, movement=state.movement)
        trained = page.experiments.trained
        if trained is not None:
            state = _named(state, trained, page.opened.chosen_source())
        titles = page.registry.titles()
        return NetworkState() if titles and state == NetworkState(key=titles[0][0]) else state

    def remember(self, text: EditName, merge_key: object = None) -> None:
        """Put what the page shows into the document, as an edit that Undo calls ``text``."""
        if "restoring" in self._modes:
            return
        document, state = self._page.document, self.told()
        if "amending" in self._modes:
            document.amend(network=state)
        elif "taking back" in self._modes:
            document.take_back(text, network=state)
        else:
            document.edit(text, ("network", merge_key) if merge_key is not None else None, network=state)

    def amend(self) -> None:
        """Put what the page shows into the document as if it had always been so: no edit of its own."""
        self._page.document.amend(network=self.told())

    def take_photo(self, image: Image) -> None:
        """Read a picture that was just opened: undone together with its being opened."""
        with self._during("amending"):
            self._page.input.take_photo(image)

    def undo_experiment(self) -> None:
        """Take the last change of the network back, and with it the document's edit."""
        with self._during("taking back"):
            self._page.experiments.undo()

    def network_chosen(self) -> None:
        """Another network is on the screen: the one that was waited for, or one that a person chose."""
        trained, missing = self._page.experiments.trained, self._missing
        if "restoring" in self._modes or trained is None:
            return
        self._missing = None
        if missing is None or not missing.path or os.path.abspath(trained.path) != missing.path:
            self.remember(texts.chosen)
            return
        with self._during("restoring"):
            self._finish(missing)
        if missing.checksum not in ("", trained.checksum):
            self._tell("info", texts.other_file(trained.title))

    def _on_paper(self, deed: str) -> None:
        with self._during("taking back") if deed == "undo" else nullcontext():
            self.remember(partial(texts.paper, deed))

    def _on_experiment(self) -> None:
        if "restoring" in self._modes:
            return
        changes = self._page.experiments.changes
        if self._missing is None and changes == self._page.document.state.network.changes:
            self.remember(texts.adapted)  # other names and another scale are no change of weights
            return
        self._missing = None  # whoever changes the network on the screen means that one
        name = partial(texts.experiment, changes[-1].kind if changes else "")
        self.remember(name, self._page.experiments.key)

    def _on_moved(self) -> None:
        self.remember(texts.moved, "move")

    # Out of the document

    def start(self) -> None:
        """Show what the document says, on a page that shows nothing yet."""
        self._restore(self._page.document.state.network)

    def _on_state(self, old: DocumentState, new: DocumentState) -> None:
        if self._page.network is None or new.network == old.network or new.network == self.told():
            return
        self._restore(new.network)
        trained = self._page.experiments.trained
        if self._missing is None and trained is not None and new.network.path not in ("", _place(trained)):
            self.amend()  # the network has been saved since, and goes by its new name

    def _restore(self, state: NetworkState) -> None:
        with self._during("restoring"):
            self._page.shift_panel.set_values(vars(state.movement))
            if state.paper != self._page.input.paper():
                self._page.input.lay(state.paper)
            self._open(state)

    def _open(self, state: NetworkState) -> None:
        """Show the state's network, or begin to open its file."""
        page, waits = self._page, self._missing
        key = self._key_of(state)
        if key is None:
            self._missing = state
            if page.network is None:
                page.choose_network(page.registry.titles()[0][0])
            else:
                page.input.changed.emit()
            if not os.path.isfile(state.path):
                self._tell("error", texts.gone(state.path or state.title or state.key))
            elif waits is None or waits.path != state.path:
                page.opened.opener.open_path(state.path)
            return
        self._missing = None
        if page.network is None or page.network.key != key:
            page.choose_network(key)
        if page.network is not None and page.network.key == key:
            self._finish(state)

    def _key_of(self, state: NetworkState) -> str | None:
        """The key of the state's network on the shelf; None where it is not there."""
        registry = self._page.registry
        titles = registry.titles()
        if state.path:
            return next((key for key, _ in titles if registry.is_from(key, state.path)), None)
        if not state.key:
            return titles[0][0]
        wanted = [
            key for key, title in titles if key == state.key and (key in BUNDLED or title == state.title)
        ]
        return wanted[0] if wanted else None

    def _finish(self, state: NetworkState) -> None:
        """Change the network on the screen as the state says."""
        page = self._page
        trained = page.experiments.trained
        if trained is None:
            return
        if trained.key not in BUNDLED and len(state.classes) == len(trained.classes):
            page.opened.dress(state.scale, state.classes, state.source)
        try:
            page.experiments.replay(state.changes)
        except (ValueError, IndexError):
            page.experiments.replay(())
            self._tell("error", texts.unfit(trained.title))

    # Words

    def _tell(self, kind: str, text: str) -> None:
        """Say something once whoever opened the experiment is done."""
        self._word = (kind, text)
        self._later.start()

    def _say(self) -> None:
        self._page.message.emit(*self._word)


def _named(state: NetworkState, network: Network, source: str) -> NetworkState:
    """The state with the mention of a network: a key where it came with ConvViz, else what is known."""
    if network.key in BUNDLED:
        return replace(state, key=network.key)
    return replace(
        state,
        key="" if network.path else network.key,
        path=_place(network),
        title=network.title,
        checksum=network.checksum,
        scale=network.scale,
        classes=network.classes,
        source=source,
    )


def _place(network: Network) -> str:
    """The network's file, or ""."""
    return os.path.abspath(network.path) if network.path else ""
