"""The enlarged map: opened by a double click, and kept up to date while the pen moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from convviz.pages.network.why import words as network_words
from convviz.views.base.numbers import shape_text
from convviz.views.network.maps.map_window import MapWindow
from convviz.views.network.maps.paint_maps import as_maps
from convviz.views.network.maps.tiling import Place

if TYPE_CHECKING:
    from convviz.pages.network.page.page import NetworkPage


class NetworkEnlarged(QObject):
    """Opens a `MapWindow` for a map of the page; there is one at most."""

    def __init__(self, page: NetworkPage) -> None:
        super().__init__(page)
        self._page = page
        self.window: MapWindow | None = None
        self._layer, self._channel = -1, 0
        page.panel.opened.connect(self.open)
        page.selection.moved.connect(self.refresh)

    def open(self, layer: int, place: Place) -> None:
        """Show a map in a window of its own."""
        network = self._page.network
        if network is None or len(network.shape(layer)) != 3:
            return
        self._layer, self._channel = layer, place[0]
        if self.window is None:
            self.window = MapWindow(self._page)
            self.window.chosen.connect(self._on_chosen)
            self.window.channel_wanted.connect(self._on_channel)
        self.refresh()
        self.window.show()
        self.window.raise_()

    def shown(self) -> tuple[int, int] | None:
        """(layer, map) of the map in the window; None while there is none."""
        there = self.window is not None and self.window.isVisible()
        return (self._layer, self._channel) if there else None

    def refresh(self) -> None:
        """Show the map as it is now; close the window where there is none any more."""
        network, acts = self._page.network, self._page.acts
        if self.window is None or network is None or acts is None:
            return
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
        cell = self._page.selection.cell()
        mine = cell is not None and (cell.layer, cell.channel) == (self._layer, self._channel)
        self.window.set_chosen((cell.row, cell.column) if cell is not None and mine else None)

    def _on_chosen(self, row: int, column: int) -> None:
        self._page.panel.chosen.emit(self._layer, (self._channel, row, column))

    def _on_channel(self, channel: int) -> None:
        self._channel = channel
        self.refresh()

    def close(self) -> None:
        """Close the window, if it is open."""
        if self.window is not None:
            self.window.close()
