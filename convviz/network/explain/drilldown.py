"""Why this number? Any value of a network taken apart into what it was computed from."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.sizes.shapes import ShapeSize
from convviz.network.compute.forward import Activations
from convviz.network.explain import opened_drilldown
from convviz.network.explain.cells import cut_out, same_place, value_of
from convviz.network.model import functions
from convviz.network.model.layers import (
    INPUT,
    Activation,
    Convolution,
    Dense,
    GlobalPooling,
    Layer,
    Merge,
    Normalisation,
    Opaque,
    Pooling,
    Reshape,
    Same,
    Scaling,
    Weighted,
    ZeroPadding,
)
from convviz.network.model.network import Network
from convviz.network.model.opened_layers import (
    LiveNormalisation,
    Moved,
    Resampling,
    Slopes,
    TransposedConvolution,
)
from convviz.network.model.terms import (
    Cell,
    ConvolutionTerms,
    DenseTerms,
    FunctionTerms,
    OpaqueTerms,
    PassTerms,
    PixelTerms,
    PoolingTerms,
    SoftmaxTerms,
    Terms,
    cell_at,
)


def explain(network: Network, acts: Activations, cell: Cell) -> Terms:
    """Take one value apart: the numbers it was computed from, and the cells they stand in.

    IndexError, with the numbers, for a cell that the layer does not have.
    """
    if not INPUT <= cell.layer < len(network.layers):
        raise IndexError(f"layer {cell.layer}: there are layers 0 to {len(network.layers) - 1}")
    array = acts.of(cell.layer)
    check_cell(cell, array.shape)
    shown = float(array[cell.position(array.shape)])
    if cell.layer == INPUT:
        return PixelTerms(cell, shown, shown)
    return _terms(network.layers[cell.layer], acts, cell, shown)


def check_cell(cell: Cell, shape: tuple[int, ...]) -> None:
    """IndexError, with the numbers, for a cell outside of a layer's shape."""
    full = (1, 1, 1)[: 3 - len(shape)] + shape
    if not all(0 <= at < size for at, size in zip((cell.row, cell.column, cell.channel), full, strict=True)):
        where = f"row {cell.row}, column {cell.column}, channel {cell.channel}"
        raise IndexError(f"{where} is outside of {' x '.join(map(str, full))}")


@singledispatch
def _terms(layer: Layer, acts: Activations, cell: Cell, shown: float) -> Terms:
    raise TypeError(f"{type(layer).__name__} cannot be taken apart")


def _softmax(layer: Layer, sums: NDArray[Any], cell: Cell) -> SoftmaxTerms | None:
    """The fraction, where the layer ends in a softmax; ``sums`` are all its logits at this place."""
    if not isinstance(layer, (Weighted, Activation)) or layer.activation != "softmax":
        return None
    return SoftmaxTerms(sums.astype(np.float64), cell.channel)


def _activated(layer: Weighted | Activation, before: float, softmax: SoftmaxTerms | None) -> float:
    if softmax is not None:
        return softmax.probability
    return float(functions.apply(layer.activation, np.array([before]), layer.slope)[0])


def positions(size: ShapeSize, row: int, column: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The rows and columns that a window reads; outside of the layer below in the padding."""
    return tuple(size.rows.positions(row)), tuple(size.columns.positions(column))


@_terms.register
def _(layer: Convolution, acts: Activations, cell: Cell, shown: float) -> Terms:
    source = layer.inputs[0]
    rows, columns = positions(layer.size, cell.row, cell.column)
    cut, padding = cut_out(acts.of(source), rows, columns)
    channels = layer.sources(cell.channel)
    inputs, weights = cut[..., channels.start : channels.stop], layer.weights.astype(np.float64)
    total = float((inputs * weights[..., cell.channel]).sum())
    bias = float(layer.bias[cell.channel])
    softmax = None
    if layer.activation == "softmax" and layer.groups == 1:
        softmax = _softmax(layer, np.tensordot(cut, weights, 3) + layer.bias, cell)
    value = _activated(layer, total + bias, softmax)
    return ConvolutionTerms(
        cell, value, shown, inputs, weights[..., cell.channel], total, bias, total + bias,
        layer.activation, layer.slope, softmax, source, rows, columns, tuple(channels), padding,
    )  # fmt: skip


@_terms.register
def _(layer: Dense, acts: Activations, cell: Cell, shown: float) -> Terms:
    source = layer.inputs[0]
    below = acts.of(source)
    place = cell.position(layer.shape)[:-1]
    inputs, weights = below[place].astype(np.float64), layer.weights[:, cell.channel].astype(np.float64)
    total = float(inputs @ weights)
    bias = float(layer.bias[cell.channel])
    softmax = None
    if layer.activation == "softmax":
        softmax = _softmax(layer, inputs @ layer.weights.astype(np.float64) + layer.bias, cell)
    value = _activated(layer, total + bias, softmax)
    sources = tuple(Cell(source, cell.row, cell.column, at) for at in range(len(inputs)))
    return DenseTerms(
        cell, value, shown, inputs, weights, total, bias, total + bias,
        layer.activation, layer.slope, softmax, sources,
    )  # fmt: skip


@_terms.register
def _(layer: Pooling, acts: Activations, cell: Cell, shown: float) -> Terms:
    rows, columns = positions(layer.size, cell.row, cell.column)
    return _pooled(acts, layer.inputs[0], layer.maximum, (rows, columns), cell, shown)


@_terms.register
def _(layer: GlobalPooling, acts: Activations, cell: Cell, shown: float) -> Terms:
    below = acts.of(layer.inputs[0])
    everything = tuple(range(below.shape[0])), tuple(range(below.shape[1]))
    return _pooled(acts, layer.inputs[0], layer.maximum, everything, cell, shown)


def _pooled(
    acts: Activations,
    source: int,
    maximum: bool,
    place: tuple[tuple[int, ...], tuple[int, ...]],
    cell: Cell,
    shown: float,
) -> Terms:
    cut, padding = cut_out(acts.of(source), *place)
    window = cut[..., cell.channel]
    count, total = int((~padding).sum()), float(window[~padding].sum())
    if not maximum:
        return PoolingTerms(cell, total / count, shown, source, *place, window, padding, None, count, total)
    best = np.unravel_index(int(np.where(padding, -np.inf, window).argmax()), window.shape)
    winner = Cell(source, place[0][best[0]], place[1][best[1]], cell.channel)
    value = float(window[best])
    return PoolingTerms(cell, value, shown, source, *place, window, padding, winner, count, total)


def _passed(acts: Activations, cell: Cell, source: Cell | None, shown: float) -> PassTerms:
    return PassTerms(cell, 0.0 if source is None else value_of(acts, source), shown, source)


@_terms.register
def _(layer: Reshape, acts: Activations, cell: Cell, shown: float) -> Terms:
    source = layer.inputs[0]
    flat = int(np.ravel_multi_index(cell.position(layer.shape), layer.shape))
    return _passed(acts, cell, cell_at(source, flat, acts.of(source).shape), shown)


@_terms.register
def _(layer: Same, acts: Activations, cell: Cell, shown: float) -> Terms:
    return _passed(acts, cell, same_place(layer, acts, cell)[0], shown)


@_terms.register
def _(layer: ZeroPadding, acts: Activations, cell: Cell, shown: float) -> Terms:
    row, column = cell.row - layer.amounts[0][0], cell.column - layer.amounts[1][0]
    rows, columns = acts.of(layer.inputs[0]).shape[:2]
    inside = 0 <= row < rows and 0 <= column < columns
    source = Cell(layer.inputs[0], row, column, cell.channel) if inside else None
    return _passed(acts, cell, source, shown)


_terms.register(Merge, opened_drilldown.put_together)
_terms.register(Moved, opened_drilldown.moved)
_terms.register(TransposedConvolution, opened_drilldown.transposed)
_terms.register(Resampling, opened_drilldown.resampled)
_terms.register(LiveNormalisation, opened_drilldown.normalised)
_terms.register(Slopes, opened_drilldown.sloped)


@_terms.register
def _(layer: Activation, acts: Activations, cell: Cell, shown: float) -> Terms:
    source, before = same_place(layer, acts, cell)
    softmax = _softmax(layer, acts.of(source.layer)[cell.position(layer.shape)[:-1]], cell)
    value = _activated(layer, before, softmax)
    numbers = {"slope": layer.slope} if layer.slope else {}
    return FunctionTerms(cell, value, shown, source, before, layer.activation, numbers, softmax)


@_terms.register
def _(layer: Normalisation, acts: Activations, cell: Cell, shown: float) -> Terms:
    source, before = same_place(layer, acts, cell)
    names = ("mean", "deviation", "gamma", "beta")
    numbers = {name: float(getattr(layer, name)[cell.channel]) for name in names}
    value = (before - numbers["mean"]) / numbers["deviation"] * numbers["gamma"] + numbers["beta"]
    return FunctionTerms(cell, value, shown, source, before, "normalisation", numbers)


@_terms.register
def _(layer: Scaling, acts: Activations, cell: Cell, shown: float) -> Terms:
    source, before = same_place(layer, acts, cell)
    value = before * layer.factor + layer.offset
    numbers = {"factor": layer.factor, "offset": layer.offset}
    return FunctionTerms(cell, value, shown, source, before, "scaling", numbers)


@_terms.register
def _(layer: Opaque, acts: Activations, cell: Cell, shown: float) -> Terms:
    return OpaqueTerms(cell, shown, shown, layer.class_name)
