"""Why this number? The layers of `opened_layers`, and several layers put together, value by value."""

from __future__ import annotations

import numpy as np

from convviz.network.compute.forward import Activations
from convviz.network.compute.opened_arithmetic import merged, statistics
from convviz.network.explain.cells import cut_out, same_place, value_of
from convviz.network.model import functions
from convviz.network.model.layers import Merge, Shape
from convviz.network.model.opened_layers import (
    LiveNormalisation,
    Moved,
    Resampling,
    Slopes,
    TransposedConvolution,
)
from convviz.network.model.terms import (
    AddTerms,
    Cell,
    ConvolutionTerms,
    FunctionTerms,
    PassTerms,
    SoftmaxTerms,
    Terms,
    cell_at,
)


def moved(layer: Moved, acts: Activations, cell: Cell, shown: float) -> Terms:
    """The value of another cell."""
    flat = int(layer.sources[cell.position(layer.shape)])
    source = cell_at(layer.inputs[0], flat, acts.of(layer.inputs[0]).shape)
    return PassTerms(cell, value_of(acts, source), shown, source)


def transposed(layer: TransposedConvolution, acts: Activations, cell: Cell, shown: float) -> Terms:
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
    softmax = SoftmaxTerms(sums, cell.channel) if layer.activation == "softmax" else None
    value = float(functions.apply(layer.activation, np.array([before]), layer.slope)[0])
    bias = float(layer.bias[cell.channel])
    return ConvolutionTerms(
        cell, value if softmax is None else softmax.probability, shown, inputs, weights[..., cell.channel],
        before - bias, bias, before, layer.activation, layer.slope, softmax, layer.inputs[0], rows, columns,
        tuple(range(below.shape[2])), padding,
    )  # fmt: skip


def resampled(layer: Resampling, acts: Activations, cell: Cell, shown: float) -> Terms:
    """The neighbours below, each with its share."""
    below = acts.of(layer.inputs[0])
    rows, columns = np.flatnonzero(layer.rows[cell.row]), np.flatnonzero(layer.columns[cell.column])
    shares = np.outer(layer.rows[cell.row, rows], layer.columns[cell.column, columns]).astype(np.float64)
    inputs = below[np.ix_(rows, columns)][..., cell.channel, None].astype(np.float64)
    total = float((inputs[..., 0] * shares).sum())
    places = tuple(int(at) for at in rows), tuple(int(at) for at in columns)
    return ConvolutionTerms(
        cell, total, shown, inputs, shares[..., None], total, 0.0, total, "linear", 0.0, None,
        layer.inputs[0], *places, (cell.channel,), np.zeros(shares.shape, np.bool_),
    )  # fmt: skip


def normalised(layer: LiveNormalisation, acts: Activations, cell: Cell, shown: float) -> Terms:
    """A function of the value below, and of the mean and deviation of those around it."""
    source, before = same_place(layer, acts, cell)
    place = cell.position(layer.shape)
    arrays = (*(one[0] for one in statistics(layer, acts.of(source.layer)[None].astype(np.float64))),)
    four = dict(zip(("mean", "deviation", "gamma", "beta"), (*arrays, layer.gamma, layer.beta), strict=True))
    numbers = {name: float(np.broadcast_to(array, layer.shape)[place]) for name, array in four.items()}
    value = (before - numbers["mean"]) / numbers["deviation"] * numbers["gamma"] + numbers["beta"]
    return FunctionTerms(cell, value, shown, source, before, "normalisation", numbers)


def sloped(layer: Slopes, acts: Activations, cell: Cell, shown: float) -> Terms:
    """A ReLU whose slope was learned."""
    source, before = same_place(layer, acts, cell)
    slope = float(np.broadcast_to(layer.alpha, layer.shape)[cell.position(layer.shape)])
    value = before if before > 0 else slope * before
    return FunctionTerms(cell, value, shown, source, before, "leaky_relu", {"slope": slope})


def put_together(layer: Merge, acts: Activations, cell: Cell, shown: float) -> Terms:
    """One cell of each layer; where channels stand after each other, the only one."""
    if layer.how == "concatenate":
        channel = cell.channel
        for at in layer.inputs:
            if channel < acts.of(at).shape[-1]:
                break
            channel -= acts.of(at).shape[-1]
        source = Cell(at, cell.row, cell.column, channel)
        return PassTerms(cell, value_of(acts, source), shown, source)
    if layer.how == "stack":
        source = Cell(layer.inputs[cell.channel], 0, cell.row, cell.column)
        return PassTerms(cell, value_of(acts, source), shown, source)
    sources = tuple(_within(at, cell, acts.of(at).shape) for at in layer.inputs)
    parts = np.array([value_of(acts, one) for one in sources])
    value = float(merged(layer, *parts))
    return AddTerms(cell, value, shown, sources, parts, layer.how)


def _within(layer: int, cell: Cell, shape: Shape) -> Cell:
    """The cell that goes with another one: the only row, column or map where there is one."""
    full = (1, 1, 1)[: 3 - len(shape)] + shape
    at = (
        min(place, size - 1) for place, size in zip((cell.row, cell.column, cell.channel), full, strict=True)
    )
    return Cell(layer, *at)
