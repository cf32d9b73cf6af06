"""Which values are lit in the maps: the chosen one, and what it reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from convviz.network.compute.forward import Activations
from convviz.network.explain.drilldown import explain
from convviz.network.model.layers import INPUT, Reshape, Same
from convviz.network.model.network import Network
from convviz.network.model.terms import Cell, ConvolutionTerms, DenseTerms, PassTerms, PoolingTerms, Terms
from convviz.views.network.maps.paint_maps import Marks

STRONGEST = 4
"""So many of the maps that are read stand out: those that contribute most."""


def marks(network: Network, acts: Activations, terms: Terms) -> dict[int, Marks]:
    """By layer: what is to be lit for a number."""
    found: dict[int, Marks] = {}
    cell = terms.cell
    if not cell.is_pixel:
        found[cell.layer] = Marks(chosen=(cell.channel, cell.row, cell.column))
    if isinstance(terms, (ConvolutionTerms, PoolingTerms)) and terms.source != INPUT:
        layer = _shown(network, terms.source)
        window = (terms.rows[0], terms.columns[0], terms.rows[-1], terms.columns[-1])
        if isinstance(terms, PoolingTerms):
            found[layer] = Marks(window=window, strong=frozenset({cell.channel}))
        else:
            strong = frozenset(terms.channels[at] for at in terms.ranked[:STRONGEST])
            found[layer] = Marks(window=window, maps=frozenset(terms.channels), strong=strong)
    elif isinstance(terms, DenseTerms) and terms.sources[0].layer != INPUT:
        cells = [_below(network, acts, terms.sources[at]) for at in terms.ranked[:STRONGEST]]
        found.update(_strong_maps(network, cells))
    return found


def _strong_maps(network: Network, cells: Iterable[Cell]) -> dict[int, Marks]:
    """The maps of the values that contribute most to a dense neuron, framed as a whole."""
    found: dict[int, Marks] = {}
    for cell in cells:
        if cell.is_pixel:
            continue
        rows, columns = (
            (*network.shape(cell.layer), 1, 1)[:2] if len(network.shape(cell.layer)) == 3 else (1, 1)
        )
        strong = found.get(cell.layer, Marks()).strong | {cell.channel}
        found[cell.layer] = Marks(window=(0, 0, rows - 1, columns - 1), strong=strong)
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


def with_off(marks: Marks, off: frozenset[tuple[int, int]], layer: int) -> Marks:
    """The same, with the maps of filters that are switched off struck out."""
    return replace(marks, off=frozenset(channel for at, channel in off if at == layer))
