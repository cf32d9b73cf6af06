"""The chosen filter on its tab: shown, and changed as a person wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject

from convviz.network.edit.changes import Change, Kind
from convviz.network.model.layers import Convolution, Dense, Layer, Reshape, TransposedConvolution, Weighted
from convviz.network.model.network import Network
from convviz.pages.network.edits.filter_texts import lesson
from convviz.pages.network.why import words as network_words
from convviz.views.network.filter_panel import FilterPanel, FilterShow

if TYPE_CHECKING:
    from convviz.pages.network.page.page import NetworkPage

_WITH_KERNELS = (Convolution.kind, TransposedConvolution.kind)


class NetworkFilter(QObject):
    """Fills a `FilterPanel` with the filter that the chosen number comes from."""

    def __init__(self, page: NetworkPage, panel: FilterPanel) -> None:
        super().__init__(page)
        self._page, self._panel = page, panel
        panel.weight_wanted.connect(self._on_weight)
        panel.bias_wanted.connect(self._on_bias)
        panel.strength_wanted.connect(self._on_strength)
        panel.shuffle_wanted.connect(self._on_shuffle)
        panel.layer_shuffle_wanted.connect(self._on_shuffle_layer)
        panel.kernel_wanted.connect(self._on_kernel)
        panel.undo_wanted.connect(self._on_undo)
        panel.reset_wanted.connect(page.experiments.reset)

    def show(self) -> None:
        """Show the chosen filter as it is now; does nothing while the panel is hidden."""
        if not self._panel.isVisible():
            return
        chosen, network = self._page.chosen_filter(), self._page.network
        changes = self._page.experiments.changes
        changed = bool(changes)
        if network is not None:
            self._panel.set_lesson(*lesson(network, changes[-1] if changed else None))
        if chosen is None or network is None:
            self._panel.set_filter(None, changed=changed)
            return
        self._panel.set_filter(filter_show(network, *chosen, self._strength(*chosen)), changed=changed)

    def _strength(self, layer: int, channel: int) -> float:
        """How strong the filter is beside the trained one; 1 where that cannot be said."""
        trained, network = self._page.experiments.trained, self._page.network
        if trained is None or network is None:
            return 1.0
        before, now = trained.layers[layer], network.layers[layer]
        if not isinstance(before, Weighted) or not isinstance(now, Weighted):
            return 1.0
        old, new = before.weights[..., channel].ravel(), now.weights[..., channel].ravel()
        factor = float(old @ new / (old @ old)) if old.any() else 1.0
        return factor if np.allclose(new, factor * old, atol=1e-5) else 1.0

    def _place(self, row: int, column: int, plane: int) -> tuple[int, ...] | None:
        """Where a weight stands in the layer's array."""
        chosen, network = self._page.chosen_filter(), self._page.network
        if chosen is None or network is None:
            return None
        layer = network.layers[chosen[0]]
        if isinstance(layer, (Convolution, TransposedConvolution)):
            return row, column, plane, chosen[1]
        rows, columns, maps = plane_shape(network, chosen[0])
        return int(np.ravel_multi_index((row, column, plane), (rows, columns, maps))), chosen[1]

    def _on_weight(self, row: int, column: int, plane: int, value: float) -> None:
        place, chosen, network = (
            self._place(row, column, plane),
            self._page.chosen_filter(),
            self._page.network,
        )
        if place is not None and chosen is not None and network is not None:
            self._page.experiments.change(
                Change("weight", chosen[0], chosen[1], value, place), ("weight", chosen[0], place)
            )

    def _on_bias(self, value: float) -> None:
        chosen = self._page.chosen_filter()
        if chosen is not None:
            self._page.experiments.change(Change("bias", *chosen, value), ("bias", *chosen))

    def _on_strength(self, factor: float) -> None:
        chosen = self._page.chosen_filter()
        if chosen is not None:
            self._page.experiments.scale(*chosen, factor)

    def _on_shuffle(self) -> None:
        chosen = self._page.chosen_filter()
        if chosen is not None:
            self._page.experiments.change(Change("shuffle", *chosen, seed=self._seed()))

    def _on_shuffle_layer(self, whole_filters: bool) -> None:
        chosen = self._page.chosen_filter()
        if chosen is not None:
            kind: Kind = "shuffle_filters" if whole_filters else "shuffle_layer"
            self._page.experiments.change(Change(kind, chosen[0], seed=self._seed()))

    def _seed(self) -> int:
        """Another one for each step: shuffling again is no way back."""
        return 1 + len(self._page.experiments.changes)

    def _on_undo(self) -> None:
        self._page.memory.undo_experiment()

    def _on_kernel(self, plane: int) -> None:
        """Put the Lab's kernel in; where it does not fit, say what would."""
        chosen, network = self._page.chosen_filter(), self._page.network
        if chosen is None or network is None or network.layers[chosen[0]].kind not in _WITH_KERNELS:
            return
        kernel = self._page.document.settings.kernel
        values = (kernel.weights if kernel.weights.ndim == 2 else kernel.weights[..., 0]) / kernel.divisor
        rows_of = tuple(tuple(float(one) for one in row) for row in values)
        try:
            self._page.experiments.change(Change("kernel", *chosen, position=(plane,), kernel=rows_of))
        except ValueError:
            rows, columns = plane_shape(network, chosen[0])[:2]
            text = QCoreApplication.translate(
                "Network",
                "The Lab's kernel is {rows} × {columns}; this filter takes {wanted_rows} × {wanted_columns}.",
            ).format(rows=values.shape[0], columns=values.shape[1], wanted_rows=rows, wanted_columns=columns)
            self._page.message.emit("error", text)


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


def filter_show(network: Network, layer: int, channel: int, strength: float) -> FilterShow:
    """A filter or neuron, for the panel."""
    found = network.layers[layer]
    assert isinstance(found, (Convolution, TransposedConvolution, Dense))
    rows, columns, maps = plane_shape(network, layer)
    weights = found.weights[..., channel].reshape(rows, columns, maps)
    source = _maps_below(network, found)
    names = tuple(network_words.map_name(network, source, at) for at in range(maps))
    title = network_words.filter_title(network, layer, channel, (rows, columns, maps))
    return FilterShow(title, weights, float(found.bias[channel]), strength, names)
