"""What a person changes in a network: every step is a network of its own, so undo is an older one."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from convviz.network import experiments
from convviz.network.layers import Weighted
from convviz.network.network import Network

Filter = tuple[int, int]
"""Layer and filter (or neuron)."""


class NetworkExperiments(QObject):
    """Holds the trained network and the steps away from it. ``changed`` follows each step."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._networks: list[Network] = []
        self._off: list[frozenset[Filter]] = [frozenset()]
        self._key: Hashable = None

    def begin(self, trained: Network) -> None:
        """Start with a network as it was trained; announces nothing."""
        self._networks, self._off, self._key = [trained], [frozenset()], None

    @property
    def network(self) -> Network | None:
        """The network as it is now."""
        return self._networks[-1] if self._networks else None

    @property
    def trained(self) -> Network | None:
        """The network as it was trained."""
        return self._networks[0] if self._networks else None

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from the trained network."""
        return len(self._networks) > 1

    @property
    def off(self) -> frozenset[Filter]:
        """The filters that are switched off."""
        return self._off[-1]

    def toggle(self, layer: int, channel: int) -> None:
        """Switch a filter off, or on again as it was trained."""
        place = (layer, channel)
        if place in self.off:
            self._push(self._restored(layer, channel), self.off - {place})
        else:
            self._push(experiments.with_filter_off(self._networks[-1], layer, channel), self.off | {place})

    def scale(self, layer: int, channel: int, factor: float) -> None:
        """Make a filter's trained weights and bias ``factor`` times as strong."""
        place = (layer, channel)
        scaled = experiments.with_filter_scaled(self._restored(*place), layer, channel, factor)
        self._push(scaled, self.off - {place}, ("scale", *place))

    def replace(self, network: Network, key: Hashable = None) -> None:
        """Go on with another network, made by `experiments`; successive ones of a ``key`` are one step."""
        self._push(network, self.off, key)

    def rename(self, scale: str, classes: tuple[str, ...]) -> None:
        """Say what black and white, and the answers, are; no step of its own."""
        self._networks = [replace(network, scale=scale, classes=classes) for network in self._networks]
        self.changed.emit()

    def undo(self) -> None:
        """Take the last step back."""
        if self.is_changed:
            self._networks.pop()
            self._off.pop()
            self._key = None
            self.changed.emit()

    def reset(self) -> None:
        """Back to the network as it was trained."""
        if self.is_changed:
            self._networks, self._off, self._key = self._networks[:1], self._off[:1], None
            self.changed.emit()

    def _restored(self, layer: int, channel: int) -> Network:
        trained = self._networks[0].layers[layer]
        assert isinstance(trained, Weighted)
        weights, bias = trained.weights[..., channel], float(trained.bias[channel])
        network = experiments.with_kernel(self._networks[-1], layer, channel, weights)
        return experiments.with_bias(network, layer, channel, bias)

    def _push(self, network: Network, off: frozenset[Filter], key: Hashable = None) -> None:
        if key is not None and key == self._key and self.is_changed:
            self._networks.pop()
            self._off.pop()
        self._key = key
        self._networks.append(network)
        self._off.append(off)
        self.changed.emit()
