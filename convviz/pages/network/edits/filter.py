"""The chosen filter on its tab: shown, changed as a person asks, and taken to the Lab as its kernel."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu

from convviz.core.images.image import from_array
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.document.document import Document
from convviz.document.state.state import Pin
from convviz.network.compute.forward import Activations, logit_layer
from convviz.network.edit.changes import Change, Filter, Kind, applied
from convviz.network.explain.drilldown import explain
from convviz.network.model.layers import Convolution, Dense, Layer, Reshape, TransposedConvolution, Weighted
from convviz.network.model.network import Network
from convviz.network.model.terms import Cell, ConvolutionTerms
from convviz.pages.network.edits.edits import NetworkEdits
from convviz.pages.network.edits.shown import Shown, ShownNetwork
from convviz.pages.network.why import words as network_words
from convviz.pages.network.why.selection import NetworkSelection
from convviz.views.base.menus import add_action
from convviz.views.base.texts import edit_name, reason_text, say
from convviz.views.network.filter_panel import FilterPanel, FilterShow
from convviz.views.network.why.drill_panel import DrillPanel

_WITH_KERNELS = (Convolution.kind, TransposedConvolution.kind)


class NetworkFilter(QObject):
    """Takes the requests of a `FilterPanel` for the filter that the chosen number comes from.

    ``message(kind, text)`` is for the window.
    """

    message = Signal(str, str)

    def __init__(
        self,
        panel: FilterPanel,
        edits: NetworkEdits,
        shown: ShownNetwork,
        selection: NetworkSelection,
        document: Document,
    ) -> None:
        super().__init__(panel)
        self._edits, self._shown, self._selection, self._document = edits, shown, selection, document
        panel.weight_wanted.connect(self._on_weight)
        panel.bias_wanted.connect(self._on_bias)
        panel.bias.withdrawn.connect(edits.withdraw)
        panel.bias.editingFinished.connect(edits.seal)
        panel.strength_wanted.connect(self._on_strength)
        panel.shuffle_wanted.connect(self._on_shuffle)
        panel.layer_shuffle_wanted.connect(self._on_shuffle_layer)
        panel.kernel_wanted.connect(self._on_kernel)
        panel.strength.sliderReleased.connect(edits.seal)
        panel.undo_wanted.connect(edits.undo_change)
        panel.reset_wanted.connect(edits.reset)

    def _chosen(self) -> tuple[Shown, Filter] | None:
        shown, place = self._shown.now, self._selection.filter()
        return None if shown is None or place is None else (shown, place)

    def _on_weight(self, row: int, column: int, plane: int, value: float) -> None:
        if (chosen := self._chosen()) is not None:
            shown, place = chosen
            position = position_of(shown.network, place, row, column, plane)
            self._edits.change(Change("weight", *place, value, position))

    def _on_bias(self, value: float) -> None:
        if (chosen := self._chosen()) is not None:
            self._edits.change(Change("bias", *chosen[1], value))

    def _on_strength(self, factor: float) -> None:
        if (chosen := self._chosen()) is not None:
            self._edits.change(Change("scale", *chosen[1], factor))

    def _on_shuffle(self) -> None:
        if (chosen := self._chosen()) is not None:
            self._edits.change(Change("shuffle", *chosen[1], seed=_seed(chosen[0])))

    def _on_shuffle_layer(self, whole_filters: bool) -> None:
        if (chosen := self._chosen()) is not None:
            kind: Kind = "shuffle_filters" if whole_filters else "shuffle_layer"
            self._edits.change(Change(kind, chosen[1][0], seed=_seed(chosen[0])))

    def _on_kernel(self, plane: int) -> None:
        """Put the Lab's kernel in; where it does not fit, say what would."""
        chosen = self._chosen()
        if chosen is None or chosen[0].network.layers[chosen[1][0]].kind not in _WITH_KERNELS:
            return
        (shown, place), kernel = chosen, self._document.settings.kernel
        values = (kernel.weights if kernel.weights.ndim == 2 else kernel.weights[..., 0]) / kernel.divisor
        rows_of = tuple(tuple(float(one) for one in row) for row in values)
        try:
            change = Change("kernel", *place, position=(plane,), kernel=rows_of)
        except ValueError as error:
            self.message.emit("error", reason_text(error))
            return
        try:
            applied(shown.network, shown.trained, change)
        except ValueError:
            rows, columns = plane_shape(shown.network, place[0])[:2]
            text = say(
                "Network",
                "The Lab's kernel is {rows} × {columns}; this filter takes {wanted_rows} × {wanted_columns}.",
                rows=values.shape[0],
                columns=values.shape[1],
                wanted_rows=rows,
                wanted_columns=columns,
            )
            self.message.emit("error", text)
            return
        self._edits.change(change)


def _seed(shown: Shown) -> int:
    """Another one for each step: shuffling again is no way back."""
    return 1 + len(shown.changes)


def position_of(network: Network, place: Filter, row: int, column: int, plane: int) -> tuple[int, ...]:
    """Where a weight of a filter stands in the layer's array."""
    if isinstance(network.layers[place[0]], (Convolution, TransposedConvolution)):
        return row, column, plane, place[1]
    flat = np.ravel_multi_index((row, column, plane), plane_shape(network, place[0]))
    return int(flat), place[1]


def plane_shape(network: Network, layer: int) -> tuple[int, int, int]:
    """A filter's weights as (rows, columns, maps read); a dense neuron's as the maps it reads."""
    found = network.layers[layer]
    if isinstance(found, (Convolution, TransposedConvolution)):
        return found.weights.shape[0], found.weights.shape[1], found.weights.shape[2]
    shape = network.shape(_maps_below(network, found))
    return (shape[0], shape[1], shape[2]) if len(shape) == 3 else (1, 1, shape[0])


def _maps_below(network: Network, layer: Layer) -> int:
    """The layer whose maps a layer reads, through those that only flatten them."""
    source = layer.inputs[0]
    while source >= 0 and isinstance(network.layers[source], Reshape):
        source = network.layers[source].inputs[0]
    return source


@dataclass(frozen=True, eq=False)
class FilterView:
    """The tab of the filter: what is chosen, whether anything was changed, and what that shows."""

    show: FilterShow | None
    is_changed: bool
    lesson: tuple[str, ...]


def filter_view(shown: Shown, place: Filter | None) -> FilterView:
    """The chosen filter, or that none is chosen."""
    lesson_ = lesson(shown.network, shown.changes[-1] if shown.changes else None)
    show = None if place is None else _filter_show(shown, *place)
    return FilterView(show, bool(shown.changes), lesson_)


def _filter_show(shown: Shown, layer: int, channel: int) -> FilterShow:
    network = shown.network
    found = network.layers[layer]
    assert isinstance(found, (Convolution, TransposedConvolution, Dense))
    rows, columns, maps = plane_shape(network, layer)
    weights = found.weights[..., channel].reshape(rows, columns, maps)
    source = _maps_below(network, found)
    names = tuple(network_words.map_names(network, source, range(maps)))
    title = network_words.filter_title(network, layer, channel, (rows, columns, maps))
    strength = strength_of(shown.trained.layers[layer], found, channel)
    return FilterShow(title, weights, float(found.bias[channel]), strength, names)


def strength_of(before: Layer, now: Layer, channel: int) -> float:
    """How strong a filter is beside the trained one; 1 where that cannot be said."""
    if not isinstance(before, Weighted) or not isinstance(now, Weighted):
        return 1.0
    old, new = before.weights[..., channel].ravel(), now.weights[..., channel].ravel()
    factor = float(old @ new / (old @ old)) if old.any() else 1.0
    return factor if np.allclose(new, factor * old, atol=1e-5) else 1.0


def lesson(network: Network, change: Change | None) -> tuple[str, ...]:
    """What the last change shows, then in fewer words; "" for one that speaks for itself."""
    kind: str = "" if change is None else change.kind
    if change is not None and kind == "shuffle_filters":
        if change.layer == logit_layer(network):
            kind = "answers"
        elif len(network.shape(change.layer)) == 1:
            kind = "neurons"
    return _lessons().get(kind, ("",))


def _lessons() -> dict[str, tuple[str, str]]:
    return {
        "shuffle": (
            say(
                "Network", "The same weights in another order: their pattern is what the filter had learned."
            ),
            say("Network", "The same weights, but their pattern is gone."),
        ),
        "shuffle_layer": (
            say(
                "Network", "Every filter has its own weights still, but no pattern: what was learned is gone."
            ),
            say("Network", "The same weights, but all patterns are gone."),
        ),
        "shuffle_filters": (
            say(
                "Network",
                "The same maps in other places: the next layer takes each for the one it had learned.",
            ),
            say("Network", "The same maps, where the next layer expects others."),
        ),
        "neurons": (
            say(
                "Network",
                "The neurons have changed places: the next layer takes each for the one it had learned.",
            ),
            say("Network", "The next layer takes each neuron for another."),
        ),
        "answers": (
            say(
                "Network",
                "The neurons have changed places: each now speaks for another class than it learned.",
            ),
            say("Network", "Each neuron speaks for another class."),
        ),
    }


class NetworkToLab(QObject):
    """Takes the filter behind the chosen number to the Lab. ``sent`` follows when it is there.

    ``sends`` is true while the picture that is opened is meant for the Lab.
    """

    sent = Signal()

    def __init__(
        self,
        drill: DrillPanel,
        document: Document,
        selection: NetworkSelection,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._drill, self._document, self._selection = drill, document, selection
        self.sends = False
        drill.lab_wanted.connect(self.ask)

    def ask(self) -> None:
        """Where a picture is open in the Lab, ask which of the two the filter is to run over."""
        if self._document.state.image is None:
            self.open()
            return
        menu, button = QMenu(self._drill), self._drill.lab
        menu.setObjectName("lab")
        here = say("NetworkPage", "On what the filter reads here")
        add_action(menu, here, partial(self._on_chosen, False)).setObjectName("here")
        there = say("NetworkPage", "On the picture in the Lab")
        add_action(menu, there, partial(self._on_chosen, True)).setObjectName("there")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_chosen(self, on_photo: bool, _checked: bool = False) -> None:
        self.open(on_photo)

    def open(self, on_photo: bool = False) -> None:
        """Take the filter to the Lab, and go there."""
        chosen = self._selection.value()
        if chosen is not None:
            self.sends = True
            try:
                open_in_lab(self._document, *chosen, on_photo)
            finally:
                self.sends = False
            self.sent.emit()


def open_in_lab(document: Document, network: Network, acts: Activations, cell: Cell, on_photo: bool) -> None:
    """Make the filter behind ``cell`` the Lab's kernel, as one step that can be undone there.

    Of a filter that reads several maps, the part for the map that contributes most is taken.
    """
    layer = network.layers[cell.layer]
    terms = explain(network, acts, cell)
    if not isinstance(layer, Convolution) or not isinstance(terms, ConvolutionTerms):
        return
    at = terms.ranked[0]
    read = terms.channels[at]
    alone = len(terms.channels) == 1
    name = network_words.filter_name(network, cell, terms.source, read)
    settings = Settings(
        Kernel(layer.weights[:, :, at, cell.channel].astype(np.float64), name=name),
        bias=float(layer.bias[cell.channel]) if alone else 0.0,
        padding=layer.size.padding,
        stride=layer.size.stride,
        dilation=layer.size.dilation,
        activation="relu" if alone and layer.activation == "relu" else "none",
        pool=PoolSettings(),
    )
    text = edit_name("filter")
    if on_photo and document.state.image is not None:
        settings = replace(settings, padding="same", stride=(1, 1), unit_range=True)
        document.edit(text, settings=settings, pin=None)
        return
    values = acts.of(terms.source)[..., read]
    high = max(1.0, float(values.max()))
    title = network_words.map_name(network, terms.source, read)
    image = from_array(values, 0.0 if values.min() >= 0 else float(values.min()), high, title)
    pin = Pin("convolution", cell.row, cell.column)
    document.edit(text, image=image, settings=settings, title=title, pin=pin)
