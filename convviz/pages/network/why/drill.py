"""Taking one number of a network apart, for the drill-down to show."""

from __future__ import annotations

from functools import singledispatch

import numpy as np

from convviz.network.compute.forward import Activations
from convviz.network.explain.drilldown import explain, value_of
from convviz.network.model.layers import INPUT
from convviz.network.model.network import Network
from convviz.network.model.terms import (
    AddTerms,
    Cell,
    ConvolutionTerms,
    DenseTerms,
    FunctionTerms,
    PassTerms,
    PixelTerms,
    PoolingTerms,
    SoftmaxTerms,
    SumTerms,
    Terms,
)
from convviz.pages.network.texts import name_of
from convviz.pages.network.why import words
from convviz.pages.network.why.trail import Stop
from convviz.views.base.numbers import TIMES, figure
from convviz.views.base.texts import say
from convviz.views.network.answers.probability_view import percent
from convviz.views.network.why.drill_content import Block, Drill, Rows, RowShow, SumShow

AROUND = 2
"""A pixel is shown with so many pixels around it on each side."""


def sources_of(terms: Terms) -> tuple[Cell, ...]:
    """The numbers behind one that is no sum of products: a function of one, or several put together."""
    if isinstance(terms, AddTerms):
        return terms.sources
    if isinstance(terms, (FunctionTerms, PassTerms)) and terms.source is not None:
        return (terms.source,)
    return ()


def order_of(terms: Terms, order: str) -> tuple[int, ...]:
    """Positions of a sum's parts as they are shown: "contribution" or "channel"."""
    if isinstance(terms, (ConvolutionTerms, DenseTerms)) and order == "contribution":
        return terms.ranked
    if isinstance(terms, ConvolutionTerms):
        return tuple(range(len(terms.channels)))
    return tuple(range(len(terms.inputs))) if isinstance(terms, DenseTerms) else ()


def drill(network: Network, acts: Activations, stop: Stop, order: str, terms: Terms | None = None) -> Drill:
    """Everything that is to be said about a number; ``terms`` are its own, where they are known already."""
    if stop.share:
        return _shares(network, SoftmaxTerms(acts.logits.astype(np.float64), stop.cell.channel))
    return _drill(terms or explain(network, acts, stop.cell), network, acts, order)


def _shares(network: Network, terms: SoftmaxTerms) -> Drill:
    shares = np.exp(terms.logits - terms.logits.max())
    shares /= shares.sum()
    plain = bool(terms.total < 1e9)
    rows = []
    for at, logit in enumerate(terms.logits):
        formula = f"exp {figure(float(logit), 2)}"
        if plain:
            power = float(terms.powers[at])
            formula += f" = {figure(power, 1 if power >= 10 else 4)}"
        rows.append(
            RowShow(
                at,
                network.classes[at],
                formula,
                percent(float(shares[at])),
                float(shares[at]),
                at == terms.index,
            )
        )
    return Drill(rows=tuple(rows), hint=words.shares_hint(terms, plain))


@singledispatch
def _drill(terms: Terms, network: Network, acts: Activations, order: str) -> Drill:
    cells = sources_of(terms)
    values = [value_of(acts, cell) for cell in cells]
    rows = tuple(
        RowShow(at, words.cell_name(network, cell), "", figure(value, 4), value)
        for at, (cell, value) in enumerate(zip(cells, values, strict=True))
    )
    below = name_of(network, cells[0].layer) if cells else ""
    hint = words.sources_hint(below, len(cells))
    return Drill(rows=rows, sentence=words.other_sentence(terms, network), hint=hint)


@_drill.register
def _(terms: ConvolutionTerms, network: Network, acts: Activations, order: str) -> Drill:
    partials = terms.partial_sums
    places = order_of(terms, order)
    names = words.map_names(network, terms.source, [terms.channels[at] for at in places])
    blocks = [
        Block(at, name, terms.inputs[..., at], terms.weights[..., at], terms.is_padding, float(partials[at]))
        for at, name in zip(places, names, strict=True)
    ]
    shown = partials[list(places)]
    return Drill(
        blocks=tuple(blocks),
        partials=shown if len(shown) > 1 else terms.products.reshape(-1),
        chart=words.chart_of_maps(len(shown), terms.products.size, order),
        sum=_sum(terms, words.sum_name(len(shown))),
        check=words.check(terms),
        hint=words.convolution_hint(network, terms.source),
        sortable=len(blocks) > 1,
    )


def _sum(terms: SumTerms, name: str) -> SumShow:
    value = terms.before if terms.softmax is not None else terms.value
    return SumShow(name, terms.total, terms.bias, terms.before, words.activation(terms), value)


@_drill.register
def _(terms: DenseTerms, network: Network, acts: Activations, order: str) -> Drill:
    products, places = terms.products, order_of(terms, order)

    def row(position: int) -> RowShow:
        at = places[position]
        return RowShow(
            at,
            words.input_name(network, acts, terms.sources[at]),
            f"{figure(float(terms.inputs[at]), 4)} {TIMES} {figure(float(terms.weights[at]), 4)}",
            ("+" if products[at] >= 0 else "") + figure(float(products[at]), 4),
            float(products[at]),
        )

    partials = products[list(places)]
    rows = Rows(partials, row)  # of thousands a few dozen are on view
    return Drill(
        rows=rows,
        partials=partials,
        chart=words.chart_of_products(len(rows), order),
        sum=_sum(terms, say("Network", "sum of products")),
        check=words.check(terms),
        hint=words.dense_hint(len(rows)),
        sortable=True,
    )


@_drill.register
def _(terms: PoolingTerms, network: Network, acts: Activations, order: str) -> Drill:
    ring = None
    if terms.winner is not None:
        ring = terms.rows.index(terms.winner.row), terms.columns.index(terms.winner.column)
    title = words.map_name(network, terms.source, terms.cell.channel)
    block = Block(0, title, terms.window, padding=terms.is_padding, ring=ring)
    return Drill(
        blocks=(block,),
        sentence=words.pooling_sentence(terms, network),
        hint=words.pooling_hint(network, terms),
    )


@_drill.register
def _(terms: PixelTerms, network: Network, acts: Activations, order: str) -> Drill:
    picture = acts.picture[..., terms.cell.channel]
    rows = np.arange(terms.cell.row - AROUND, terms.cell.row + AROUND + 1)
    columns = np.arange(terms.cell.column - AROUND, terms.cell.column + AROUND + 1)
    outside = ((rows < 0) | (rows >= picture.shape[0]))[:, None] | (
        (columns < 0) | (columns >= picture.shape[1])
    )
    cut = picture[np.clip(rows, 0, picture.shape[0] - 1)][:, np.clip(columns, 0, picture.shape[1] - 1)]
    block = Block(
        0,
        say("Network", "Pixels of the prepared digit"),
        np.where(outside, 0, cut),
        padding=outside,
        ring=(AROUND, AROUND),
    )
    return Drill(blocks=(block,), sentence=words.pixel_sentence(terms))


def operand_cell(
    network: Network, acts: Activations, stop: Stop, at: int, row: int, column: int
) -> Cell | None:
    """The number behind an operand: of block (or row) ``at``, at (row, column) of its window."""
    terms = explain(network, acts, stop.cell)
    if stop.share:
        return None
    if isinstance(terms, ConvolutionTerms):
        return terms.operand(row, column, at)
    if isinstance(terms, DenseTerms):
        return terms.sources[at]
    if isinstance(terms, PoolingTerms) and not terms.is_padding[row, column]:
        return Cell(terms.source, terms.rows[row], terms.columns[column], terms.cell.channel)
    if isinstance(terms, PixelTerms):
        place = terms.cell.row + row - AROUND, terms.cell.column + column - AROUND
        inside = all(0 <= one < size for one, size in zip(place, acts.picture.shape[:2], strict=True))
        return Cell(INPUT, *place, terms.cell.channel) if inside else None
    cells = sources_of(terms)
    return cells[at] if at < len(cells) else None
