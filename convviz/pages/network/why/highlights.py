"""Which values are lit in the maps: the chosen one, and what it reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from convviz.network.compute.forward import Activations
from convviz.network.explain.drilldown import explain
from convviz.network.model.layers import INPUT, Reshape, Same
from convviz.network.model.network import Network
from convviz.network.model.terms import Cell, ConvolutionTerms, DenseTerms, PassTerms, PoolingTerms, Terms
from convviz.views.network.maps.paint_maps import Highlights

STRONGEST = 4
"""So many of the maps that are read stand out: those that contribute most."""


def highlights(network: Network, acts: Activations, terms: Terms) -> dict[int, Highlights]:
    """By layer: what is to be lit for a number."""
    found: dict[int, Highlights] = {}
    cell = terms.cell
    if not cell.is_pixel:
        found[cell.layer] = Highlights(chosen=(cell.channel, cell.row, cell.column))
    if isinstance(terms, (ConvolutionTerms, PoolingTerms)) and terms.source != INPUT:
        layer = _shown(network, terms.source)
        window = (terms.rows[0], terms.columns[0], terms.rows[-1], terms.columns[-1])
        if isinstance(terms, PoolingTerms):
            found[layer] = Highlights(window=window, strong=frozenset({cell.channel}))
        else:
            strong = frozenset(terms.channels[at] for at in terms.ranked[:STRONGEST])
            found[layer] = Highlights(window=window, maps=frozenset(terms.channels), strong=strong)
    elif isinstance(terms, DenseTerms) and terms.sources[0].layer != INPUT:
        cells = [_below(network, acts, terms.sources[at]) for at in terms.ranked[:STRONGEST]]
        found.update(_strong_maps(network, cells))
    return found


def _strong_maps(network: Network, cells: Iterable[Cell]) -> dict[int, Highlights]:
    """The maps of the values that contribute most to a dense neuron, framed as a whole."""
    found: dict[int, Highlights] = {}
    for cell in cells:
        if cell.is_pixel:
            continue
        rows, columns = (
            (*network.shape(cell.layer), 1, 1)[:2] if len(network.shape(cell.layer)) == 3 else (1, 1)
        )
        strong = found.get(cell.layer, Highlights()).strong | {cell.channel}
        found[cell.layer] = Highlights(window=(0, 0, rows - 1, columns - 1), strong=strong)
    return found


def _below(network: Network, acts: Activations, cell: Cell) -> Cell:
    """The value that layers which only pass values on took it from."""
    while not cell.is_pixel and isinstance(network.layers[cell.layer], (Reshape, Same)):
        terms = explain(network, acts, cell)
        if not isinstance(terms, PassTerms) or terms.source is None:
            break
        cell = terms.source
    return cell


def _shown(network: Network, layer: int) -> int:
    """The layer whose column shows the same maps."""
    while layer != INPUT and isinstance(network.layers[layer], Same):
        layer = network.layers[layer].inputs[0]
    return layer


def with_off(highlights: Highlights, off: frozenset[tuple[int, int]], layer: int) -> Highlights:
    """The same, with the maps of filters that are switched off struck out."""
    return replace(highlights, off=frozenset(channel for at, channel in off if at == layer))
