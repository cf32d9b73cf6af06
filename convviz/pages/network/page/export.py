"""What the Network page writes to files: maps, all activations, the digit, the probabilities."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.colours.scales import signed_picture
from convviz.core.images.export import save_stage
from convviz.network.compute.forward import Activations
from convviz.network.files.saving import save_activations, save_probabilities
from convviz.network.model.network import Network
from convviz.pages.network.page.computing import NetworkComputing
from convviz.pages.network.texts import name_of
from convviz.pages.network.why import words as network_words
from convviz.pages.network.why.enlarged import NetworkEnlarged
from convviz.pages.network.why.selection import NetworkSelection
from convviz.views.base.texts import labelled, listed, reason_text, say
from convviz.views.network.maps.paint_maps import as_maps
from convviz.views.network.network_panel import NetworkPanel
from convviz.views.stages.stages_row import image_pixels

FORMATS = {
    "maps": ("png", "npz"),
    "map": ("png", "tif", "csv", "npy"),
    "activations": ("npz",),
    "digit": ("png", "npy"),
    "probabilities": ("csv",),
}
LEAST_SIDE = 1000
"""Maps are enlarged to about so many pixels, every value a square of whole pixels."""


class NetworkExport:
    """Knows what can be exported at the moment, and writes it."""

    def __init__(
        self,
        panel: NetworkPanel,
        selection: NetworkSelection,
        enlarged: NetworkEnlarged,
        computing: NetworkComputing,
    ) -> None:
        self._panel, self._selection, self._enlarged = panel, selection, enlarged
        self._computing = computing

    def _computed(self) -> tuple[Network, Activations] | None:
        results = self._computing.results
        return None if results is None or results.acts is None else (results.shown.network, results.acts)

    def stages(self) -> list[tuple[str, str]]:
        """(key, name) of all that can be exported; nothing while nothing is computed."""
        computed = self._computed()
        if computed is None:
            return []
        network, found = computed[0], []
        layer, chosen = self.layer(), self.map()
        if layer is not None:
            found.append(("maps", say("Network", "All maps of {layer}", layer=name_of(network, layer))))
        if chosen is not None:
            found.append(("map", network_words.map_name(network, *chosen)))
        return [
            *found,
            ("activations", say("Network", "Activations of all layers")),
            ("digit", say("Network", "What the network sees")),
            ("probabilities", say("Network", "Probabilities")),
        ]

    def formats(self, stage: str) -> tuple[str, ...]:
        """The endings that one of the `stages` can be written with, the usual one first."""
        return FORMATS[stage]

    def layer(self) -> int | None:
        """The layer of the chosen number, where its maps are shown; else the last one that shows any."""
        columns, cell = self._panel.columns, self._selection.cell()
        shown = [column.layer for column in columns]
        if cell is not None and cell.layer in shown:
            return cell.layer
        maps = [one.layer for one in columns if one.shape[:2] != (1, 1) and not one.is_folded()]
        return (maps or shown)[-1] if shown else None

    def map(self) -> tuple[int, int] | None:
        """(layer, map) of the map that is enlarged, or else of the chosen number."""
        enlarged, cell, computed = self._enlarged.shown(), self._selection.cell(), self._computed()
        if enlarged is not None:
            return enlarged
        if cell is None or computed is None or cell.is_pixel or self._panel.column(cell.layer) is None:
            return None
        return (cell.layer, cell.channel) if len(computed[0].shape(cell.layer)) == 3 else None

    def export(self, stage: str, path: str) -> tuple[str, str] | None:
        """Write one of the `stages` in the format that the ending of ``path`` names.

        What is to be said of it, ("info" or "error", sentence); None where there is nothing to write.
        """
        computed, name = self._computed(), Path(path).name
        if computed is None or stage not in dict(self.stages()):
            return None
        try:
            _check(stage, name)
            self._write(stage, path, *computed)
        except (OSError, ValueError, MemoryError) as error:
            reason = reason_text(error)
            return "error", reason if name in reason else labelled(name, reason)
        return "info", say("Network", "Exported to {name}.", name=name)

    def _write(self, stage: str, path: str, network: Network, acts: Activations) -> None:
        as_picture = path.lower().endswith(".png")
        layer, chosen = self.layer(), self.map()
        if stage == "activations":
            save_activations(path, network, acts, network.names)
        elif stage == "probabilities":
            save_probabilities(path, network, acts)
        elif stage == "digit":
            self._write_digit(path, as_picture)
        elif stage == "maps" and layer is not None:
            if as_picture:
                save_stage(as_maps(acts.of(layer))[..., 0], path, picture=self._mosaic(layer))
            else:
                save_activations(path, network, acts, [network.names[layer]])
        elif stage == "map" and chosen is not None:
            values = as_maps(acts.of(chosen[0]))[..., chosen[1]]
            save_stage(values, path, picture=self._map_picture(*chosen, acts) if as_picture else None)

    def _write_digit(self, path: str, as_picture: bool) -> None:
        results = self._computing.results
        assert results is not None
        assert results.read is not None
        picture = np.rint(255 * np.clip(results.read, 0, 1)).astype(np.uint8)
        save_stage(results.read, path, picture=picture if as_picture else None)

    def _mosaic(self, layer: int) -> NDArray[np.uint8]:
        """A layer's maps as they are laid out on the page, larger."""
        column = self._panel.column(layer)
        assert column is not None
        return _enlarged(image_pixels(column.view.whole_picture()))

    def _map_picture(self, layer: int, channel: int, acts: Activations) -> NDArray[np.uint8]:
        """One map as its window shows it, numbers and all; without a window a square for every value."""
        window = self._enlarged.snapshot(layer, channel)
        if window is not None:
            return image_pixels(window)
        maps: NDArray[Any] = as_maps(acts.of(layer))
        return _enlarged(signed_picture(maps[..., channel], float(np.abs(maps).max()) or 1.0))


def _check(stage: str, name: str) -> None:
    ending = name.lower().rpartition(".")[2]
    if ending.replace("tiff", "tif") not in FORMATS[stage]:
        text = say("Network", "{name}: the ending must be one of {endings}.")
        endings = listed(f".{one}" for one in FORMATS[stage])
        raise ValueError(text.format(name=name, endings=endings))


def _enlarged(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Every pixel a square of whole pixels, so that the longer side has about `LEAST_SIDE`."""
    factor = max(1, -(-LEAST_SIDE // max(pixels.shape[:2])))
    return pixels.repeat(factor, axis=0).repeat(factor, axis=1)
