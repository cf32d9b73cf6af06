"""Values where cells stand: in one, in the one below it, in a window around."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from convviz.network.compute.forward import Activations
from convviz.network.model.layers import Array, Layer
from convviz.network.model.terms import Cell, Floats


def value_of(acts: Activations, cell: Cell) -> float:
    """The network's own value in a cell."""
    array = acts.of(cell.layer)
    return float(array[cell.position(array.shape)])


def same_place(layer: Layer, acts: Activations, cell: Cell) -> tuple[Cell, float]:
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
