"""What the Network page writes to files: maps, all activations, the digit, the probabilities."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject

from convviz.core.colours.scales import signed_picture
from convviz.core.images.export import save_stage
from convviz.network.compute.forward import Activations
from convviz.network.files.saving import save_activations, save_probabilities
from convviz.network.model.network import Network
from convviz.pages.network.texts import name_of
from convviz.pages.network.why import words as network_words
from convviz.views.base.texts import reason_text
from convviz.views.network.maps.paint_maps import as_maps
from convviz.views.stages.full_picture import image_pixels

if TYPE_CHECKING:
    from convviz.pages.network.page.page import NetworkPage

FORMATS = {
    "maps": ("png", "npz"),
    "map": ("png", "tif", "csv", "npy"),
    "activations": ("npz",),
    "digit": ("png", "npy"),
    "probabilities": ("csv",),
}
LEAST_SIDE = 1000
"""Maps are enlarged to about so many pixels, every value a square of whole pixels."""


class NetworkFiles(QObject):
    """Knows what can be exported at the moment, and writes it. What fails becomes a message."""

    def __init__(self, page: NetworkPage) -> None:
        super().__init__(page)
        self._page = page

    def stages(self) -> list[tuple[str, str]]:
        """(key, name) of all that can be exported; nothing while nothing is computed."""
        network, acts = self._page.network, self._page.acts
        if network is None or acts is None:
            return []
        found = []
        layer, chosen = self.layer(), self.map()
        if layer is not None:
            text = QCoreApplication.translate("Network", "All maps of {layer}")
            found.append(("maps", text.format(layer=name_of(network, layer))))
        if chosen is not None:
            found.append(("map", network_words.map_name(network, *chosen)))
        return [
            *found,
            ("activations", QCoreApplication.translate("Network", "Activations of all layers")),
            ("digit", QCoreApplication.translate("Network", "What the network sees")),
            ("probabilities", QCoreApplication.translate("Network", "Probabilities")),
        ]

    def formats(self, stage: str) -> tuple[str, ...]:
        """The endings that one of the `stages` can be written with, the usual one first."""
        return FORMATS[stage]

    def layer(self) -> int | None:
        """The layer of the chosen number, where its maps are shown; else the last one that shows any."""
        columns = self._page.panel.columns
        shown = [column.layer for column in columns]
        cell = self._page.selection.cell()
        if cell is not None and cell.layer in shown:
            return cell.layer
        maps = [one.layer for one in columns if one.shape[:2] != (1, 1) and not one.is_folded()]
        return (maps or shown)[-1] if shown else None

    def map(self) -> tuple[int, int] | None:
        """(layer, map) of the map that is enlarged, or else of the chosen number."""
        enlarged, cell = self._page.enlarged.shown(), self._page.selection.cell()
        if enlarged is not None:
            return enlarged
        if cell is None or cell.is_pixel or self._page.panel.column(cell.layer) is None:
            return None
        network = self._page.network
        assert network is not None
        return (cell.layer, cell.channel) if len(network.shape(cell.layer)) == 3 else None

    def export(self, stage: str, path: str) -> None:
        """Write one of the `stages` in the format that the ending of ``path`` names."""
        network, acts = self._page.network, self._page.acts
        if network is None or acts is None or stage not in dict(self.stages()):
            return
        name = Path(path).name
        try:
            self._check(stage, name)
            self._write(stage, path, network, acts)
        except (OSError, ValueError) as error:
            reason = reason_text(error)
            self._page.message.emit("error", reason if name in reason else f"{name}: {reason}")
            return
        text = QCoreApplication.translate("Network", "Exported to {name}.").format(name=name)
        self._page.message.emit("info", text)

    def _check(self, stage: str, name: str) -> None:
        ending = name.lower().rpartition(".")[2]
        if ending.replace("tiff", "tif") not in FORMATS[stage]:
            text = QCoreApplication.translate("Network", "{name}: the ending must be one of {endings}.")
            endings = ", ".join(f".{one}" for one in FORMATS[stage])
            raise ValueError(text.format(name=name, endings=endings))

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
            save_stage(values, path, picture=self._map_picture(*chosen) if as_picture else None)

    def _write_digit(self, path: str, as_picture: bool) -> None:
        digit = self._page.digit
        assert digit is not None
        picture = np.rint(255 * np.clip(digit, 0, 1)).astype(np.uint8)
        save_stage(digit, path, picture=picture if as_picture else None)

    def _mosaic(self, layer: int) -> NDArray[np.uint8]:
        """A layer's maps as they are laid out on the page, larger."""
        column = self._page.panel.column(layer)
        assert column is not None
        return _enlarged(image_pixels(column.view.whole_picture()))

    def _map_picture(self, layer: int, channel: int) -> NDArray[np.uint8]:
        """One map as its window shows it, numbers and all; without a window a square for every value."""
        window, acts = self._page.enlarged.window, self._page.acts
        if self._page.enlarged.shown() == (layer, channel) and window is not None:
            return image_pixels(window.snapshot())
        assert acts is not None
        maps: NDArray[Any] = as_maps(acts.of(layer))
        return _enlarged(signed_picture(maps[..., channel], float(np.abs(maps).max()) or 1.0))


def _enlarged(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Every pixel a square of whole pixels, so that the longer side has about `LEAST_SIDE`."""
    factor = max(1, -(-LEAST_SIDE // max(pixels.shape[:2])))
    return pixels.repeat(factor, axis=0).repeat(factor, axis=1)
