"""The enlarged map: opened by a double click, and kept up to date while the pen moves."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from convviz.network.compute.forward import Activations
from convviz.network.model.network import Network
from convviz.network.model.terms import Cell
from convviz.pages.network.why import words as network_words
from convviz.views.base.numbers import shape_text
from convviz.views.network.maps.maps_view import MapWindow
from convviz.views.network.maps.paint_maps import as_maps


class NetworkEnlarged(QObject):
    """Shows a map in a `MapWindow`; there is one at most.

    ``chosen(layer, (map, row, column))``: why is this number what it is?
    """

    chosen = Signal(int, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.window: MapWindow | None = None
        self._layer, self._channel = -1, 0
        self._content: tuple[Network, Activations | None, Cell | None] | None = None

    def open(self, layer: int, place: tuple[int, int, int]) -> None:
        """Show a map of what is on the screen in a window of its own."""
        if self._content is None or len(self._content[0].shape(layer)) != 3:
            return
        self._layer, self._channel = layer, place[0]
        if self.window is None:
            self.window = MapWindow(self._parent)
            self.window.chosen.connect(self._on_chosen)
            self.window.channel_wanted.connect(self._on_channel)
        self._refresh()
        self.window.show()
        self.window.raise_()

    def shown(self) -> tuple[int, int] | None:
        """(layer, map) of the map in the window; None while there is none."""
        there = self.window is not None and self.window.isVisible()
        return (self._layer, self._channel) if there else None

    def snapshot(self, layer: int, channel: int) -> QImage | None:
        """The window's picture of a map, numbers and all; None where it does not show that one."""
        window = self.window
        return None if window is None or self.shown() != (layer, channel) else window.snapshot()

    def show(self, network: Network, acts: Activations | None, cell: Cell | None) -> None:
        """This is on the screen now; the window of a map that is not there any more is closed."""
        self._content = (network, acts, cell)
        self._refresh()

    def _refresh(self) -> None:
        if self.window is None or self._content is None or self._content[1] is None:
            return
        network, acts, cell = self._content
        assert acts is not None
        if self._layer >= len(network.layers) or len(network.shape(self._layer)) != 3:
            self.window.close()
            return
        maps = as_maps(acts.of(self._layer))
        self._channel = min(self._channel, maps.shape[2] - 1)
        values = maps[..., self._channel]
        name = network_words.map_name(network, self._layer, self._channel)
        title = f"{name}  {shape_text(values.shape)}"
        reach = float(np.abs(maps).max()) or 1.0
        self.window.set_map(title, values, reach, self._channel, maps.shape[2])
        mine = cell is not None and (cell.layer, cell.channel) == (self._layer, self._channel)
        self.window.set_chosen((cell.row, cell.column) if cell is not None and mine else None)

    def _on_chosen(self, row: int, column: int) -> None:
        self.chosen.emit(self._layer, (self._channel, row, column))

    def _on_channel(self, channel: int) -> None:
        self._channel = channel
        self._refresh()

    def close(self) -> None:
        """Close the window, if it is open."""
        if self.window is not None:
            self.window.close()
