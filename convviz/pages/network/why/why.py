"""Everything that is shown of the chosen number: the way to it, its sum, and what is lit for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from convviz.network.compute.forward import Activations, logit_layer
from convviz.network.explain.drilldown import explain
from convviz.network.explain.receptive_field import receptive_box
from convviz.network.model.layers import INPUT, Reshape, Same
from convviz.network.model.network import Network
from convviz.network.model.terms import Cell, ConvolutionTerms, DenseTerms, PassTerms, PoolingTerms, Terms
from convviz.pages.network.why import words
from convviz.pages.network.why.drill import drill
from convviz.pages.network.why.trail import Trail
from convviz.views.network.maps.paint_maps import Highlights
from convviz.views.network.why.drill_content import Drill

if TYPE_CHECKING:
    from convviz.network.digits.prepare import Preparation

Box = tuple[int, int, int, int]
STRONGEST = 4
"""So many of the maps that are read stand out: those that contribute most."""


@dataclass(frozen=True, eq=False)
class Why:
    """The drill-down, None while its tab is not in front, and by layer what is lit.

    ``tail`` is what the last number reads. ``field`` are the pixels that the number sees, (top, left,
    bottom, right), the last ones included; ``pixel`` is the chosen one, where it is a pixel, and
    ``source`` the part of the drawing or photo that it came from.
    """

    drill: Drill | None
    crumbs: tuple[str, ...] = ()
    tail: str = ""
    highlights: dict[int, Highlights] = field(default_factory=dict)
    field: Box | None = None
    pixel: tuple[int, int] | None = None
    source: Box | None = None


def why(
    network: Network,
    acts: Activations,
    trail: Trail,
    order: str,
    preparation: Preparation | None,
    *,
    is_in_front: bool = True,
) -> Why:
    """Explain the number at the end of the trail.

    ``order`` is that of the parts of a sum, "contribution" or "channel". ``preparation`` is how the digit
    came about, None where its pixels are no longer at their place.
    """
    stop = trail[-1]
    if stop.share and not is_in_front:
        return Why(None)
    cell, terms, found = stop.cell, None, Why(None)
    if not stop.share:
        terms = explain(network, acts, cell)
        found = Why(None, highlights=highlights(network, acts, terms), field=field_of_cell(network, cell))
    if cell.is_pixel and not stop.share:
        source = source_of(preparation, cell.row, cell.column)
        found = replace(found, pixel=(cell.row, cell.column), source=source)
    if not is_in_front:
        return found
    shown = drill(network, acts, stop, order, terms)
    if found.pixel is not None:
        shown = replace(shown, sentence=f"{shown.sentence} {words.source_sentence(found.source)}".strip())
    crumbs = tuple(words.crumb_texts(network, acts, trail))
    return replace(found, drill=shown, crumbs=crumbs, tail=words.tail(network, stop))


def source_of(preparation: Preparation | None, row: int, column: int) -> Box | None:
    """The pixels of the drawing or photo, (top, left, bottom, right), that became a pixel of the digit.

    None where there are none: in the empty frame around it, or where the way is not known.
    """
    fitted = None if preparation is None else preparation.step("fitted")
    if preparation is None or fitted is None or preparation.crop is None:
        return None
    top, left, bottom, right = preparation.crop
    rows, columns = fitted.picture.shape
    at = row - preparation.corner[0], column - preparation.corner[1]
    if not (0 <= at[0] < rows and 0 <= at[1] < columns):
        return None
    high, wide = (bottom - top) / rows, (right - left) / columns
    return (
        round(top + at[0] * high),
        round(left + at[1] * wide),
        round(top + (at[0] + 1) * high),
        round(left + (at[1] + 1) * wide),
    )


def field_of_cell(network: Network, cell: Cell) -> Box | None:
    """The pixels that a value sees; None where it sees all of them, or is one itself."""
    if cell.is_pixel or cell.layer >= logit_layer(network):
        return None
    inside = receptive_box(network, cell).clipped(*network.input_shape[:2])
    return inside.top, inside.left, inside.bottom, inside.right


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


def with_off(lit: Highlights, off: frozenset[tuple[int, int]], layer: int) -> Highlights:
    """The same, with the maps of filters that are switched off struck out."""
    channels = frozenset(channel for at, channel in off if at == layer)
    return replace(lit, off=channels) if channels else lit
