"""The way from a network's answer down to one number, as a list of stops."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from convviz.network.compute.forward import Activations, logit_layer
from convviz.network.explain.drilldown import explain
from convviz.network.model.layers import INPUT, Activation, Reshape, Same, Weighted
from convviz.network.model.network import Network
from convviz.network.model.terms import Cell, PassTerms


@dataclass(frozen=True)
class Stop:
    """One number on the way: a value, or with ``share`` the probability that a logit became."""

    cell: Cell
    share: bool = False


Trail = tuple[Stop, ...]


def has_softmax(network: Network) -> bool:
    """Whether the answers are probabilities that a softmax made."""
    last = network.layers[-1]
    return isinstance(last, (Weighted, Activation)) and last.activation == "softmax"


def answer_trail(network: Network, index: int) -> Trail:
    """Where everything begins: the probability of a class (its value where there is no softmax)."""
    last = len(network.layers) - 1
    if has_softmax(network):
        return (Stop(Cell(last, channel=index), share=True),)
    return (Stop(Cell(logit_layer(network), channel=index)),)


def logit_trail(network: Network, index: int) -> Trail:
    """One step further: the logit of a class."""
    start = answer_trail(network, index)
    return (*start, Stop(Cell(logit_layer(network), channel=index))) if start[0].share else start


def enter(network: Network, acts: Activations, trail: Trail, cell: Cell) -> Trail:
    """Go on to a number that the last one was computed from, through layers that only pass values on."""
    stops = [*trail, Stop(cell)]
    while cell.layer != INPUT and isinstance(network.layers[cell.layer], (Reshape, Same)):
        terms = explain(network, acts, cell)
        if not isinstance(terms, PassTerms) or terms.source is None:
            break
        cell = terms.source
        stops.append(Stop(cell))
    return tuple(stops)


def trail_to(network: Network, cell: Cell, winner: int) -> Trail:
    """The way from the winner's probability down to ``cell``, where only one leads to it.

    Values that more than one thing is computed from stand alone.
    """
    logits = logit_layer(network)
    if cell.layer >= logits:
        return logit_trail(network, cell.channel)
    stops, at = [Stop(cell)], cell
    while True:
        readers = [n for n, layer in enumerate(network.layers) if at.layer in layer.inputs]
        if readers == [logits]:
            return (*logit_trail(network, winner), *stops)
        if len(readers) != 1 or not isinstance(network.layers[readers[0]], (Reshape, Same)):
            return (Stop(cell),)
        at = _above(network, at, readers[0])
        stops.insert(0, Stop(at))


def _above(network: Network, cell: Cell, layer: int) -> Cell:
    """Where a layer that passes values on puts one of them."""
    below, shape = network.shape(cell.layer), network.shape(layer)
    flat = int(np.ravel_multi_index(cell.position(below), below))
    place = [int(one) for one in np.unravel_index(flat, shape)]
    row, column, channel = [0] * (3 - len(place)) + place
    return Cell(layer, row, column, channel)
