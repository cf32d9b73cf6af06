"""Which layers of a network stand as columns on the page, and how their colours are scaled."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.network.compute.forward import Activations, logit_layer
from convviz.network.model.layers import Pooling, Reshape, Same
from convviz.network.model.network import Network
from convviz.views.network.maps.paint_maps import as_maps, reaches
from convviz.views.network.network_panel import LayerShow


def shown_layers(network: Network) -> list[LayerShow]:
    """The layers with a column: all but those that pass values on, and those that give the answer."""
    last = {len(network.layers) - 1, logit_layer(network)}
    shows = []
    for at, layer in enumerate(network.layers):
        if at in last or isinstance(layer, (Reshape, Same)):
            continue
        shape = (1, 1, 1)[: 3 - len(layer.shape)] + layer.shape
        shows.append(LayerShow(at, (shape[0], shape[1], shape[2]), isinstance(layer, Pooling)))
    return shows


def colour_reaches(shows: list[LayerShow], acts: Activations, mode: str) -> list[NDArray[np.float64] | float]:
    """For each column: the value, or the value of each map, that takes the full colour.

    ``mode`` is "map", "layer" or "network". Never 0.
    """
    maps = [reaches(as_maps(acts.of(show.layer))) for show in shows]
    if mode == "map":
        return [np.where(one > 0, one, 1.0) for one in maps]
    tops: list[Any] = [float(one.max()) or 1.0 for one in maps]
    return tops if mode == "layer" else [max(tops, default=1.0)] * len(tops)
