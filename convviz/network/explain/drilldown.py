"""Why this number? The terms of any value of a network."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.sizes.shapes import ShapeSize
from convviz.network.compute.arithmetic import merged, statistics
from convviz.network.compute.forward import Activations
from convviz.network.model import functions, terms
from convviz.network.model import layers as kinds
from convviz.network.model.layers import INPUT, Array, Shape
from convviz.network.model.network import Network
from convviz.network.model.terms import Cell, Floats, Terms, cell_at


def explain(network: Network, acts: Activations, cell: Cell) -> Terms:
    """Explain one value: the numbers it was computed from, and their cells.

    IndexError, with the numbers, for a cell that the layer does not have.
    """
    if not INPUT <= cell.layer < len(network.layers):
        raise IndexError(f"layer {cell.layer}: there are layers 0 to {len(network.layers) - 1}")
    array = acts.of(cell.layer)
    check_cell(cell, array.shape)
    shown = float(array[cell.position(array.shape)])
    if cell.layer == INPUT:
        return terms.PixelTerms(cell, shown, shown)
    return _terms(network.layers[cell.layer], acts, cell, shown)


def check_cell(cell: Cell, shape: tuple[int, ...]) -> None:
    """IndexError, with the numbers, for a cell outside of a layer's shape."""
    full = (1, 1, 1)[: 3 - len(shape)] + shape
    if not all(0 <= at < size for at, size in zip((cell.row, cell.column, cell.channel), full, strict=True)):
        where = f"row {cell.row}, column {cell.column}, channel {cell.channel}"
        raise IndexError(f"{where} is outside of {' x '.join(map(str, full))}")


@singledispatch
def _terms(layer: kinds.Layer, acts: Activations, cell: Cell, shown: float) -> Terms:
    raise TypeError(f"{type(layer).__name__} cannot be taken apart")


def _softmax(layer: kinds.Layer, sums: NDArray[Any], cell: Cell) -> terms.SoftmaxTerms | None:
    """The fraction, where the layer ends in a softmax; ``sums`` are all its logits at this place."""
    if not isinstance(layer, (kinds.Weighted, kinds.Activation)) or layer.activation != "softmax":
        return None
    return terms.SoftmaxTerms(sums.astype(np.float64), cell.channel)


def _activated(
    layer: kinds.Weighted | kinds.Activation, before: float, softmax: terms.SoftmaxTerms | None
) -> float:
    if softmax is not None:
        return softmax.probability
    return float(functions.apply(layer.activation, np.array([before]), layer.slope)[0])


def positions(size: ShapeSize, row: int, column: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The rows and columns that a window reads; outside of the layer below in the padding."""
    return tuple(size.rows.positions(row)), tuple(size.columns.positions(column))


def value_of(acts: Activations, cell: Cell) -> float:
    """The network's own value in a cell."""
    array = acts.of(cell.layer)
    return float(array[cell.position(array.shape)])


def same_place(layer: kinds.Layer, acts: Activations, cell: Cell) -> tuple[Cell, float]:
    """The cell at the same place in the layer below, and its value."""
    source = Cell(layer.inputs[0], cell.row, cell.column, cell.channel)
    return source, value_of(acts, source)


def cut_out(
    below: Array, rows: tuple[int, ...], columns: tuple[int, ...]
) -> tuple[Floats, NDArray[np.bool_]]:
    """A window of a layer, (rows, columns, all channels) in float64, and (rows, columns): what lies outside.

    Values outside of the layer, in its padding, are 0.

    >>> cut_out(np.array([[[1.0], [2.0]]]), (0,), (-1, 0))[0].tolist()
    [[[0.0], [1.0]]]
    """
    r, c = np.array(rows)[:, None], np.array(columns)[None, :]
    outside = (r < 0) | (r >= below.shape[0]) | (c < 0) | (c >= below.shape[1])
    cut = below[np.clip(r, 0, below.shape[0] - 1), np.clip(c, 0, below.shape[1] - 1)].astype(np.float64)
    cut[outside] = 0
    return cut, outside


@_terms.register
def _(layer: kinds.Convolution, acts: Activations, cell: Cell, shown: float) -> Terms:
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
    return terms.ConvolutionTerms(
        cell, value, shown, inputs, weights[..., cell.channel], total, bias, total + bias,
        layer.activation, layer.slope, softmax, source, rows, columns, tuple(channels), padding,
    )  # fmt: skip


@_terms.register
def _(layer: kinds.Dense, acts: Activations, cell: Cell, shown: float) -> Terms:
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
    return terms.DenseTerms(
        cell, value, shown, inputs, weights, total, bias, total + bias,
        layer.activation, layer.slope, softmax, sources,
    )  # fmt: skip


@_terms.register
def _(layer: kinds.Pooling, acts: Activations, cell: Cell, shown: float) -> Terms:
    rows, columns = positions(layer.size, cell.row, cell.column)
    return _pooled(acts, layer.inputs[0], layer.maximum, (rows, columns), cell, shown)


@_terms.register
def _(layer: kinds.GlobalPooling, acts: Activations, cell: Cell, shown: float) -> Terms:
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
        return terms.PoolingTerms(
            cell, total / count, shown, source, *place, window, padding, None, count, total
        )
    best = np.unravel_index(int(np.where(padding, -np.inf, window).argmax()), window.shape)
    winner = Cell(source, place[0][best[0]], place[1][best[1]], cell.channel)
    value = float(window[best])
    return terms.PoolingTerms(cell, value, shown, source, *place, window, padding, winner, count, total)


def _passed(acts: Activations, cell: Cell, source: Cell | None, shown: float) -> Terms:
    """The value of another cell, unchanged."""
    return terms.PassTerms(cell, 0.0 if source is None else value_of(acts, source), shown, source)


@_terms.register
def _(layer: kinds.Reshape, acts: Activations, cell: Cell, shown: float) -> Terms:
    source = layer.inputs[0]
    flat = int(np.ravel_multi_index(cell.position(layer.shape), layer.shape))
    return _passed(acts, cell, cell_at(source, flat, acts.of(source).shape), shown)


@_terms.register
def _(layer: kinds.Same, acts: Activations, cell: Cell, shown: float) -> Terms:
    return _passed(acts, cell, same_place(layer, acts, cell)[0], shown)


@_terms.register
def _(layer: kinds.ZeroPadding, acts: Activations, cell: Cell, shown: float) -> Terms:
    row, column = cell.row - layer.amounts[0][0], cell.column - layer.amounts[1][0]
    rows, columns = acts.of(layer.inputs[0]).shape[:2]
    inside = 0 <= row < rows and 0 <= column < columns
    source = Cell(layer.inputs[0], row, column, cell.channel) if inside else None
    return _passed(acts, cell, source, shown)


@_terms.register
def _(layer: kinds.Activation, acts: Activations, cell: Cell, shown: float) -> Terms:
    source, before = same_place(layer, acts, cell)
    softmax = _softmax(layer, acts.of(source.layer)[cell.position(layer.shape)[:-1]], cell)
    value = _activated(layer, before, softmax)
    numbers = {"slope": layer.slope} if layer.slope else {}
    return terms.FunctionTerms(cell, value, shown, source, before, layer.activation, numbers, softmax)


@_terms.register
def _(layer: kinds.Normalisation, acts: Activations, cell: Cell, shown: float) -> Terms:
    source, before = same_place(layer, acts, cell)
    names = ("mean", "deviation", "gamma", "beta")
    numbers = {name: float(getattr(layer, name)[cell.channel]) for name in names}
    value = (before - numbers["mean"]) / numbers["deviation"] * numbers["gamma"] + numbers["beta"]
    return terms.FunctionTerms(cell, value, shown, source, before, "normalisation", numbers)


@_terms.register
def _(layer: kinds.Scaling, acts: Activations, cell: Cell, shown: float) -> Terms:
    source, before = same_place(layer, acts, cell)
    value = before * layer.factor + layer.offset
    numbers = {"factor": layer.factor, "offset": layer.offset}
    return terms.FunctionTerms(cell, value, shown, source, before, "scaling", numbers)


@_terms.register
def _(layer: kinds.Moved, acts: Activations, cell: Cell, shown: float) -> Terms:
    """The value of the cell that it was taken from."""
    flat = int(layer.sources[cell.position(layer.shape)])
    source = cell_at(layer.inputs[0], flat, acts.of(layer.inputs[0]).shape)
    return _passed(acts, cell, source, shown)


@_terms.register
def _(layer: kinds.TransposedConvolution, acts: Activations, cell: Cell, shown: float) -> Terms:
    """A sum of products: the values below whose windows lie over this cell."""
    below = acts.of(layer.inputs[0])
    places = [layer.places(axis, at) or [(0, -1)] for axis, at in enumerate((cell.row, cell.column))]
    rows, columns = (tuple(place for place, _ in one) for one in places)
    kernel = np.ix_(*[[at for _, at in one] for one in places])
    weights = layer.weights[kernel].astype(np.float64)
    for axis in (0, 1):  # between windows that do not touch nothing is added up
        if places[axis] == [(0, -1)]:
            weights[...] = 0
    inputs, padding = cut_out(below, rows, columns)
    sums = np.tensordot(inputs, weights, 3) + layer.bias
    before = float(sums[cell.channel])
    softmax = terms.SoftmaxTerms(sums, cell.channel) if layer.activation == "softmax" else None
    value = float(functions.apply(layer.activation, np.array([before]), layer.slope)[0])
    bias = float(layer.bias[cell.channel])
    return terms.ConvolutionTerms(
        cell, value if softmax is None else softmax.probability, shown, inputs, weights[..., cell.channel],
        before - bias, bias, before, layer.activation, layer.slope, softmax, layer.inputs[0], rows, columns,
        tuple(range(below.shape[2])), padding,
    )  # fmt: skip


@_terms.register
def _(layer: kinds.Resampling, acts: Activations, cell: Cell, shown: float) -> Terms:
    """The neighbours below, each with its share."""
    below = acts.of(layer.inputs[0])
    rows, columns = np.flatnonzero(layer.rows[cell.row]), np.flatnonzero(layer.columns[cell.column])
    shares = np.outer(layer.rows[cell.row, rows], layer.columns[cell.column, columns]).astype(np.float64)
    inputs = below[np.ix_(rows, columns)][..., cell.channel, None].astype(np.float64)
    total = float((inputs[..., 0] * shares).sum())
    places = tuple(int(at) for at in rows), tuple(int(at) for at in columns)
    return terms.ConvolutionTerms(
        cell, total, shown, inputs, shares[..., None], total, 0.0, total, "linear", 0.0, None,
        layer.inputs[0], *places, (cell.channel,), np.zeros(shares.shape, np.bool_),
    )  # fmt: skip


@_terms.register
def _(layer: kinds.LiveNormalisation, acts: Activations, cell: Cell, shown: float) -> Terms:
    """A function of the value below, and of the mean and deviation of those around it."""
    source, before = same_place(layer, acts, cell)
    place = cell.position(layer.shape)
    arrays = (*(one[0] for one in statistics(layer, acts.of(source.layer)[None].astype(np.float64))),)
    four = dict(zip(("mean", "deviation", "gamma", "beta"), (*arrays, layer.gamma, layer.beta), strict=True))
    numbers = {name: float(np.broadcast_to(array, layer.shape)[place]) for name, array in four.items()}
    value = (before - numbers["mean"]) / numbers["deviation"] * numbers["gamma"] + numbers["beta"]
    return terms.FunctionTerms(cell, value, shown, source, before, "normalisation", numbers)


@_terms.register
def _(layer: kinds.Slopes, acts: Activations, cell: Cell, shown: float) -> Terms:
    """A ReLU whose slope was learned."""
    source, before = same_place(layer, acts, cell)
    slope = float(np.broadcast_to(layer.alpha, layer.shape)[cell.position(layer.shape)])
    value = before if before > 0 else slope * before
    return terms.FunctionTerms(cell, value, shown, source, before, "leaky_relu", {"slope": slope})


@_terms.register
def _(layer: kinds.Merge, acts: Activations, cell: Cell, shown: float) -> Terms:
    """One cell of each layer; of concatenated channels, the only one."""
    if layer.how == "concatenate":
        channel = cell.channel
        for at in layer.inputs:
            if channel < acts.of(at).shape[-1]:
                break
            channel -= acts.of(at).shape[-1]
        source = Cell(at, cell.row, cell.column, channel)
        return _passed(acts, cell, source, shown)
    if layer.how == "stack":
        source = Cell(layer.inputs[cell.channel], 0, cell.row, cell.column)
        return _passed(acts, cell, source, shown)
    sources = tuple(_within(at, cell, acts.of(at).shape) for at in layer.inputs)
    parts = np.array([value_of(acts, one) for one in sources])
    value = float(merged(layer, *parts))
    return terms.AddTerms(cell, value, shown, sources, parts, layer.how)


def _within(layer: int, cell: Cell, shape: Shape) -> Cell:
    """The cell that goes with another one: the only row, column or map where there is one."""
    full = (1, 1, 1)[: 3 - len(shape)] + shape
    at = (
        min(place, size - 1) for place, size in zip((cell.row, cell.column, cell.channel), full, strict=True)
    )
    return Cell(layer, *at)


@_terms.register
def _(layer: kinds.Opaque, acts: Activations, cell: Cell, shown: float) -> Terms:
    return terms.OpaqueTerms(cell, shown, shown, layer.class_name)
