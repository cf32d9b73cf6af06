"""What a network makes of the state: here where that takes a few milliseconds, else beside the window."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from convviz.document.state.state import Movement, NetworkState
from convviz.network.compute.adapting import fitted
from convviz.network.compute.forward import activations
from convviz.network.model.network import Network
from convviz.pages.network.edits.figures import EditedFigures
from convviz.pages.network.edits.shown import Shown
from convviz.pages.network.kept import Kept
from convviz.pages.network.networks.opened import Computed, OpenedNetworks, source_for, whole_photo
from convviz.pages.network.page.view import Results
from convviz.pages.network.shift.comparison import moved, moved_photo

if TYPE_CHECKING:
    from convviz.network.digits.prepare import Preparation


class NetworkComputing(QObject):
    """Keeps the newest `Results`, to be asked for. ``changed(before, results)`` follows new ones."""

    changed = Signal(object, object)

    def __init__(self, opened: OpenedNetworks, figures: EditedFigures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened, self._figures = opened, figures
        self._kept = Kept()
        self.results: Results | None = None
        opened.computed.connect(self._on_computed)
        figures.changed.connect(self._on_figures)

    def forget_values(self) -> None:
        """Another network is on the screen: the values of the one before say nothing about it."""
        if self.results is not None:
            self.results = replace(self.results, acts=None)

    def compute(self, state: NetworkState, shown: Shown, preparation: Preparation | None) -> None:
        """Compute every layer for what the state says is read; ``preparation`` is that of its paper."""
        network, last = shown.network, self.results
        chosen = "" if shown.is_missing else state.source
        whole = self._kept(whole_photo, shown.trained, state.paper.photo, chosen)
        read = self._kept(_read, shown.trained, preparation, whole, state.movement)
        shape = None if read is None else read.shape if whole is None else whole.shape
        source, is_photo = source_for(shown.trained, chosen), state.paper.photo is not None
        self._opened.show(shown.trained, shape, source, photo=is_photo)
        self._figures.ask(network, shifts=False)
        results = Results(shown, preparation, whole, read, figures=self._figures.of(network))
        if last is not None and _is_of(last, network, read):
            results = _with_values(results, last)
        elif read is not None and self._opened.slow.is_slow(network):
            self._opened.slow.start(network, read)  # the maps of the digit before stay until it is done
            results = replace(results, is_coming=True)
            if last is not None and last.acts is not None:
                results = replace(_with_values(results, last), before=None)
        elif read is not None:
            results = _computed(results, read)
        self._take(results)

    def _take(self, results: Results) -> None:
        before, self.results = self.results, results
        self.changed.emit(before, results)

    def _on_computed(self, found: Computed) -> None:
        results = self.results
        if results is not None and found.network is results.shown.network and results.read is not None:
            busy = self._opened.slow.busy()
            results = replace(results, acts_of=None if busy else results.read, is_coming=busy)
            self._take(replace(results, acts=found.acts, seconds=found.seconds))

    def _on_figures(self) -> None:
        if self.results is not None:
            self._take(replace(self.results, figures=self._figures.of(self.results.shown.network)))


def _read(
    network: Network, preparation: Preparation | None, whole: NDArray[Any] | None, movement: Movement
) -> NDArray[Any] | None:
    """What the network gets: the digit as the sliders moved it, or a whole photo; None for nothing."""
    if whole is not None:
        return moved_photo(network, whole, movement)
    return None if preparation is None or preparation.blank else moved(preparation.digit, movement)


def _is_of(results: Results, network: Network, read: NDArray[Any] | None) -> bool:
    """Whether its values are those of this network, perhaps under another name, for this picture."""
    same = results.shown.network
    alike = same.layers is network.layers and same.scale == network.scale
    return results.acts is not None and results.read is read and alike and not results.is_coming


def _with_values(results: Results, last: Results) -> Results:
    return replace(results, acts=last.acts, acts_of=last.acts_of, before=last.before, seconds=last.seconds)


def _computed(results: Results, read: NDArray[Any]) -> Results:
    """The results with the values of every layer; of an edited network, as it was trained as well."""
    shown, begin = results.shown, time.perf_counter()
    acts = activations(shown.network, fitted(shown.network, read))
    seconds = time.perf_counter() - begin
    before = activations(shown.trained, fitted(shown.trained, read)) if shown.changes else None
    return replace(results, acts=acts, acts_of=read, before=before, seconds=seconds)
